// What is typed into a story's form goes to the desk every few seconds, numbered, beside the story and never into
// it; until the desk has it, it is kept in this browser. The same packets say who has the story open.
import * as browser from "./browser_copy.js";
import { recover } from "./recover.js";
import { wire } from "./wire.js";

const QUIET = 1000; // milliseconds after the last key
const LONGEST_WAIT = 3000; // from the first key that is not kept
const BEAT = 8000;
const SLOWEST = 30_000;
const SAID = {
  silent: "The server does not answer: your words are kept in this browser, and sent once it is back.",
  out: "You were logged out: your words are kept in this browser, and sent once you are logged in again.",
  another: "Somebody else is logged in here now: your words are kept in this browser until it is you again.",
  gone: "This story is not here any more: your words are kept as those of a new story.",
  long: "All this is longer than a story can be: the desk does not keep it. Your words are kept in this browser; cut them, or make several stories of them.",
};
const NOT_SAVED = "Nothing was saved.";
const NOWHERE = "The server does not answer, and this browser keeps nothing: leave this page open, your words are on it alone.";

const form = document.querySelector("#article_form");
const room = document.querySelector("#autosave");
if (form && room) begin();

function begin() {
  const by = Number(room.dataset.by);
  const line = wire(form, by);
  const { _sitting: sitting, _number: number, _took: took } = form.elements;
  const part = (name) => room.querySelector(`[data-${name}]`);
  let url = room.dataset.url;
  let last = snapshot();
  const opened = "unsaved" in room.dataset ? "" : last;
  let unsent = Boolean(!opened && last);
  let isKeptHere = true;
  let delay = 0;
  let firstKey = 0;
  let waiting, beating, sending, isLeaving, isSending;
  if (unsent) number.value = Number(number.value) + 1;

  function snapshot() {
    const isTyped = ([name, value]) =>
      typeof value === "string" && name !== "csrfmiddlewaretoken" && (name === "_begun" || !name.startsWith("_"));
    return JSON.stringify([...new FormData(form)].filter(isTyped));
  }

  function noticed() {
    clearTimeout(waiting);
    firstKey ||= Date.now();
    waiting = setTimeout(keep, Math.max(0, Math.min(QUIET, firstKey + LONGEST_WAIT - Date.now())));
  }

  async function keep() {
    clearTimeout(waiting);
    firstKey = 0;
    const words = snapshot();
    if (words === last) return;
    last = words;
    unsent = true;
    number.value = Number(number.value) + 1;
    isKeptHere = await browser.put(copy());
    if (!delay || !beating) await send();
    if (delay && isKeptHere) part("saved").textContent = `Kept in this browser ${new Date().toLocaleTimeString("en-GB")}.`;
  }

  const packet = () => ({ key: sitting.value, number: Number(number.value), version: form.elements._version?.value ?? "", took: took.value });
  const copy = () => ({ ...packet(), by, url, page: location.pathname, words: last, at: Date.now() });

  // One packet at a time: what is typed meanwhile goes with the next.
  function send() {
    sending ??= exchange().finally(() => (sending = null));
    return sending;
  }

  async function exchange() {
    clearTimeout(beating);
    beating = null;
    let state, told;
    do {
      const sent = { ...packet(), words: unsent ? last : "" };
      const isTooLong = sent.words.length > Number(room.dataset.longest);
      if (isTooLong) sent.words = "";
      told = await line.send(url, sent);
      state = isTooLong && told.state === "kept" ? "long" : told.state;
      if (state === "gone" && url !== room.dataset.newUrl) url = room.dataset.newUrl;
      else if (state === "kept" && taken(sent, told)) break;
      else if (state !== "kept") break;
    } while (true);
    heard(state, told);
    return state;
  }

  // Whether nothing newer waits.
  function taken(sent, told) {
    if (told.number > sent.number) {
      sitting.value = newKey(); // another page goes on with this sitting: ours is one of its own
      unsent = true;
      return false;
    }
    if (!sent.words) return !unsent;
    part("saved").textContent = `Saved ${told.said}`;
    if (sent.number !== Number(number.value)) return false;
    unsent = false;
    browser.remove(sent.key);
    return true;
  }

  function heard(state, told) {
    if (state === "kept" || state === "long") {
      say("others", told.others.join(" "));
      say("moved", told.moved);
    }
    say("told", sentence(state, told));
    part("login").hidden = state !== "out";
    delay = state === "kept" || state === "long" ? 0 : Math.min(SLOWEST, (delay || 1000) * 2);
    beating = setTimeout(send, delay || BEAT);
  }

  function sentence(state, told) {
    if (state === "kept") return url === room.dataset.url ? "" : SAID.gone;
    if (state === "silent" && !isKeptHere) return NOWHERE;
    return SAID[state] ?? told.refused;
  }

  function say(name, words) {
    if (part(name).textContent !== words) part(name).textContent = words;
  }

  const isUnsaved = () => snapshot() !== opened;

  async function submitted(event) {
    if (isLeaving || event.defaultPrevented) return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    await keep();
    const state = await send();
    isSending = false;
    if (state === "silent" || state === "out" || state === "another") {
      return say("told", `${NOT_SAVED} ${sentence(state, {})}`);
    }
    isLeaving = true;
    setTimeout(() => (isLeaving = false), 10_000); // a save that never ends: asked again
    form.requestSubmit(event.submitter);
  }

  form.addEventListener("submit", submitted);
  const jQuery = window.django?.jQuery;
  // Autocompletes tell jQuery alone that something was chosen.
  if (jQuery) jQuery(form).on("input change", noticed);
  else form.addEventListener("input", noticed);
  document.addEventListener("formset:removed", noticed);
  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => (document.hidden ? keep() : send()));
  addEventListener("beforeunload", (event) => {
    if (!isLeaving && isUnsaved()) event.preventDefault();
  });
  addEventListener("pagehide", () => {
    if (!isLeaving) navigator.sendBeacon(url, line.body({ ...packet(), leaving: "on" }));
  });
  for (const away of document.querySelectorAll("#unsaved form")) {
    away.addEventListener("submit", () => (isLeaving = !isUnsaved()));
  }
  recover(line, by, sitting.value, room.dataset.newUrl).finally(send);
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
