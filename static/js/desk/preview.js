// The page that publishing would make, beside the form. It follows the typing; the desk makes it of what the
// form holds, and saves nothing. Without this script the button opens what is saved in a tab of its own.
const WAIT = 500; // milliseconds after the last key
const KEPT = "desk-preview"; // the width that was open last, or nothing

const pane = document.querySelector("#preview-pane");
const form = document.querySelector("#article_form");
const frame = pane?.querySelector("iframe");
const room = pane?.querySelector(".preview-room");
const status = pane?.querySelector("[role=status]");
const toggles = document.querySelectorAll("[data-preview-toggle]");
const widths = pane?.querySelectorAll("[data-width]") ?? [];
let waiting, asked, ready;

// A frame of our own making: no address of the site has to let itself be framed.
function loaded() {
  ready ??= new Promise((resolve) => {
    const page = frame.contentDocument;
    if (page?.URL === "about:srcdoc" && page.readyState === "complete") resolve();
    else frame.addEventListener("load", resolve, { once: true });
  });
  return ready;
}

function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("script").forEach((script) => script.remove());
  const shown = frame.contentDocument;
  const main = shown.querySelector("main");
  const next = page.querySelector("main");
  if (main && next) main.replaceWith(shown.adoptNode(next));
  else {
    shown.replaceChild(shown.adoptNode(page.documentElement), shown.documentElement);
    shown.addEventListener("click", followed);
  }
  const { theme } = document.documentElement.dataset;
  if (theme === "light" || theme === "dark") shown.documentElement.dataset.theme = theme;
}

// A link of the page leads into a tab of its own: the words beside it stay.
function followed(event) {
  const link = event.target.closest?.("a[href]");
  if (!link) return;
  event.preventDefault();
  if (!link.getAttribute("href").startsWith("#")) window.open(link.href, "_blank", "noopener");
}

async function ask() {
  asked?.abort();
  const mine = (asked = new AbortController());
  try {
    await loaded();
    const answer = await fetch(pane.dataset.preview, { method: "POST", body: new FormData(form), signal: mine.signal });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    show(await answer.text());
    status.textContent = "";
  } catch {
    if (!mine.signal.aborted) status.textContent = "The desk did not answer: this is how it stood before.";
  }
}

function follow() {
  if (pane.hidden) return;
  clearTimeout(waiting);
  waiting = setTimeout(ask, WAIT);
}

function fit() {
  const width = Number(room.dataset.width);
  const scale = Math.min(1, room.clientWidth / width);
  frame.style.width = `${width}px`;
  frame.style.height = `${room.clientHeight / scale}px`;
  frame.style.transform = `scale(${scale})`;
  frame.style.marginInlineStart = `${Math.max(0, room.clientWidth - width) / 2}px`;
}

function open(width) {
  room.dataset.width = width;
  for (const one of widths) one.setAttribute("aria-pressed", String(one.dataset.width === width));
  const was = pane.hidden;
  pane.hidden = false;
  document.body.classList.add("has-preview");
  for (const one of toggles) one.setAttribute("aria-expanded", "true");
  localStorage.setItem(KEPT, width);
  fit();
  if (was) ask();
}

function close() {
  pane.hidden = true;
  asked?.abort();
  document.body.classList.remove("has-preview");
  for (const one of toggles) one.setAttribute("aria-expanded", "false");
  localStorage.removeItem(KEPT);
  toggles[0]?.focus();
}

if (pane && form) {
  const jQuery = window.django?.jQuery;
  // Autocompletes tell jQuery alone that something was chosen.
  if (jQuery) jQuery(form).on("input change", follow);
  else form.addEventListener("input", follow);
  document.addEventListener("formset:removed", follow);
  for (const one of widths) one.addEventListener("click", () => open(one.dataset.width));
  pane.querySelector("[data-preview-close]").addEventListener("click", close);
  for (const one of toggles) {
    one.hidden = false;
    one.setAttribute("aria-controls", pane.id);
    one.setAttribute("aria-expanded", "false");
    one.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (pane.hidden) open(localStorage.getItem(KEPT) ?? "390");
      else close();
    });
  }
  new ResizeObserver(() => pane.hidden || fit()).observe(room);
  const before = localStorage.getItem(KEPT);
  if (before) open(before);
}
