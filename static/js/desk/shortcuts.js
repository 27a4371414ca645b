// Keyboard shortcuts of the desk. `?` opens their list, and letters count only while it is open: one key is taken
// from the page, which can be given back (WCAG 2.1.4), and none from a screen reader.

const OFF = "desk-shortcuts-off";
const TYPING = "input:not([type=checkbox]):not([type=radio]):not([type=submit]), textarea, select, [contenteditable]";

const list = document.getElementById("shortcuts");
const opener = document.querySelector("[data-shortcuts]");
const toggle = list.querySelector("[data-switch]");
const search = document.querySelector("#searchbar") ?? document.querySelector("#nav-filter");

const isTyping = (event) => event.target.closest?.(TYPING);
const isPlain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.repeat) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") return save(event);
  if (!isPlain(event)) return;
  if (list.open) return follow(event);
  if (event.key !== "?" || isTyping(event) || !toggle.checked) return;
  event.preventDefault();
  list.showModal();
});

function save(event) {
  const button = document.querySelector("[name=_continue]") ?? document.querySelector("[name=_save]");
  if (!button || list.open) return; // the browser's own
  event.preventDefault();
  button.click();
}

function follow(event) {
  const wanted = list.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!wanted || wanted.closest("[hidden]")) return;
  event.preventDefault();
  wanted.click();
}

list.querySelector("[data-act=find]").addEventListener("click", () => {
  list.close();
  search?.focus();
});
list.querySelector("[data-act=find]").closest("li").hidden = !search;

try {
  toggle.checked = localStorage.getItem(OFF) === null;
} catch {
  // a browser that keeps nothing has them on
}
toggle.addEventListener("change", () => {
  try {
    toggle.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1");
  } catch {
    toggle.checked = true;
  }
});

if (opener) {
  opener.hidden = false;
  opener.addEventListener("click", () => list.showModal());
}
