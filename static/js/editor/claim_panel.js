// "Mark as claim": the selected words state a claim, which is picked from those of the story's shows and
// seasons, or made here, without leaving the page.
import { claimForm } from "./claim_form.js";
import { topicQuery } from "./topics.js";

const STAY = { scrollIntoView: false }; // what is pressed next must not move away under the pointer

export function claimPanel(dialog) {
  const search = dialog.querySelector("[data-claim-search]");
  const list = dialog.querySelector("[data-claim-list]");
  const found = dialog.querySelector("[role=status]");
  const remove = dialog.querySelector("[data-claim-remove]");
  const making = dialog.querySelector("details");
  let editor = null;
  let asked = 0;
  let waiting = null;

  const mark = (key) => {
    dialog.close(); // which gives the focus back to the text
    editor.chain().focus(null, STAY).extendMarkRange("claim").setMark("claim", { key }).run();
  };
  const form = making && claimForm(making.querySelector("form"), mark);

  async function look() {
    const turn = ++asked;
    const query = topicQuery();
    query.set("q", search.value);
    const answer = await fetch(`${dialog.dataset.search}?${query}`);
    if (turn !== asked) return; // a later question is on its way
    const { claims, subjects, sources, sentence } = answer.ok ? await answer.json() : await refusal(answer);
    list.replaceChildren(...claims.map((claim) => choice(claim, mark)));
    found.textContent = sentence;
    form?.about(subjects, sources);
  }

  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  });
  dialog.addEventListener("keydown", (event) => walk(event, search, list));
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  remove.addEventListener("click", () => {
    dialog.close();
    editor.chain().focus(null, STAY).extendMarkRange("claim").unsetMark("claim").run();
  });

  return (opened) => {
    const words = wordsOf(opened);
    if (!words) return opened.options.say("Select the words that state the claim first.");
    editor = opened;
    dialog.querySelector("[data-words]").textContent = words;
    remove.hidden = !opened.isActive("claim");
    if (making) making.open = false;
    search.value = "";
    dialog.showModal();
    search.focus();
    look();
  };
}

function wordsOf(editor) {
  if (editor.state.selection.empty && editor.isActive("claim")) editor.commands.extendMarkRange("claim");
  const { from, to } = editor.state.selection;
  return editor.state.doc.textBetween(from, to, " ").trim();
}

async function refusal(answer) {
  const told = answer.headers.get("content-type")?.includes("json") ? (await answer.json()).sentence : "";
  const sentence = told || "The desk did not answer. Are you still logged in? Your words are safe on this page.";
  return { claims: [], subjects: [], sources: [], sentence };
}

function choice(claim, mark) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  const level = document.createElement("span");
  level.className = "level";
  level.dataset.level = claim.level;
  level.textContent = claim.level_said;
  button.type = "button";
  button.append(level, " ", claim.said);
  button.addEventListener("click", () => mark(claim.key));
  item.append(button);
  return item;
}

// From the search down into the list and back, by arrow.
function walk(event, search, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [search, ...list.querySelectorAll("button")];
  const here = stops.indexOf(document.activeElement);
  if (!step || here < 0) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, here + step))].focus();
}
