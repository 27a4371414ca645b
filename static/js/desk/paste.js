// Paste a story: words and proposal light up together, and “accept all” needs no reload. All of it works without.

const form = document.querySelector("[data-paste]");
const pane = form.querySelector(".paste-read");
const count = form.querySelector("[data-count]");
const rows = [...form.querySelectorAll(".proposal")];

const box = (row) => row.querySelector("[data-kept]");
const level = (row) => row.querySelector("select[name$=-level]")?.value ?? row.dataset.level;
const withName = (name) => form.querySelectorAll(`[data-of="${CSS.escape(name)}"]`);

function light(event) {
  const one = event.target.closest?.("[data-of]");
  form.querySelectorAll(".is-lit").forEach((lit) => lit.classList.remove("is-lit"));
  if (!one) return;
  withName(one.dataset.of).forEach((part) => part.classList.add("is-lit"));
  if (!pane.contains(one)) bringIntoView(pane.querySelector(`#read-${CSS.escape(one.dataset.of)}`));
}

// The pane alone scrolls: the row under the pointer stays where it is.
function bringIntoView(words) {
  if (!words) return;
  const [shown, room] = [words.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (shown.top < room.top || shown.bottom > room.bottom) {
    pane.scrollTop += shown.top - room.top - room.height / 3;
  }
}

function tell() {
  for (const row of rows) {
    const isKept = Boolean(box(row)?.checked);
    pane.querySelectorAll(`[data-of="${CSS.escape(row.dataset.of)}"]`).forEach((words) => {
      words.classList.toggle("is-kept", isKept);
    });
  }
  if (count) count.textContent = rows.filter((row) => box(row)?.checked).length;
}

function accept(event) {
  const button = event.target.closest("button[name=_accept]");
  if (!button) return;
  event.preventDefault();
  for (const row of rows.filter(box)) {
    if (button.value === "none") box(row).checked = false;
    else if (button.value === "every" || button.value === level(row)) box(row).checked = true;
  }
  tell();
}

form.addEventListener("pointerover", light);
form.addEventListener("focusin", light);
form.addEventListener("change", tell);
form.addEventListener("click", accept);
form.addEventListener("submit", (event) => {
  if (event.submitter?.name !== "_make") return;
  // The name of the button has to go along: it is sent before it is dead.
  setTimeout(() => form.querySelectorAll("[name=_make]").forEach((button) => { button.disabled = true; }));
});
addEventListener("pageshow", () => {
  form.querySelectorAll("[name=_make]").forEach((button) => { button.disabled = false; });
  tell();
});
