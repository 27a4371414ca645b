// Words that only this browser has, because the desk could not be reached when they were typed: sent now, and
// offered like those that it kept itself.
import * as browser from "./browser_copy.js";

export async function recover(line, by, own, url) {
  const copies = (await browser.all(by)).filter((copy) => copy.key !== own);
  if (!copies.length) return;
  const { state, numbers } = await line.standing(url, copies.map((copy) => copy.key));
  if (state !== "kept") return;
  for (const copy of copies) {
    const isKept = numbers[copy.key] >= copy.number;
    const answer = isKept ? { state: "kept" } : await sent(line, copy);
    if (answer.state === "kept") await browser.remove(copy.key);
    if (!isKept && copy.page === location.pathname) offer(copy, answer.state === "kept");
  }
}

async function sent(line, { key, number, version, took, words, url }) {
  return line.send(url, { key, number, version, took, words, leaving: "" });
}

function offer(copy, isOnDesk) {
  const room = document.querySelector("#unsaved");
  if (room.querySelector(`[data-key="${copy.key}"]`)) return;
  const told = document.createElement("p");
  told.textContent = `You have words from ${new Date(copy.at).toLocaleTimeString("en-GB")}, kept in this browser, that were never saved.`;
  const choice = document.createElement("p");
  choice.className = "unsaved-choice";
  choice.append(isOnDesk ? link(copy) : button("Take them up", () => take(copy)), " ");
  if (!isOnDesk) choice.append(button("Throw them away", () => forget(copy, part)));
  const part = document.createElement("div");
  part.className = "unsaved-words";
  part.dataset.key = copy.key;
  part.append(told, choice);
  room.append(part);
  room.hidden = false;
}

function link(copy) {
  const taking = document.createElement("a");
  taking.className = "button";
  taking.href = `?take_up=${copy.key}`;
  taking.textContent = "Take them up";
  return taking;
}

function button(words, does) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = words;
  made.addEventListener("click", does);
  return made;
}

async function forget(copy, part) {
  await browser.remove(copy.key);
  part.remove();
}

// What the desk would not keep comes into the form by way of a page that saves nothing.
function take(copy) {
  const form = document.createElement("form");
  form.method = "post";
  form.hidden = true;
  const own = document.querySelector("#article_form [name=csrfmiddlewaretoken]").value;
  const hidden = [["csrfmiddlewaretoken", own], ["_take_up", "1"], ["_version", copy.version], ["_took", `${copy.key}:${copy.number}`]];
  for (const [name, value] of [...hidden, ...JSON.parse(copy.words)]) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
