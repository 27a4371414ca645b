// New since your last visit: what has moved since then gets a word. The hours of visits stay in the reader's own
// browser; nothing is asked of anybody.
const APART = 30 * 60 * 1000; // pages opened within half an hour belong to one visit

function lastVisit(now) {
  try {
    const kept = JSON.parse(localStorage.getItem("visit")) || {};
    const before = now - (kept.seen || 0) > APART ? kept.seen : kept.before;
    localStorage.setItem("visit", JSON.stringify({ seen: now, before }));
    return before || 0;
  } catch {
    return 0; // a browser that keeps nothing for us has no last visit
  }
}

function mark(element, day) {
  const word = document.createElement("span");
  word.className = "new-mark";
  word.title = `New since your last visit on ${day}`;
  word.append("New");
  const rest = document.createElement("span");
  rest.className = "unseen";
  rest.append(" since your last visit");
  word.append(rest);
  (element.querySelector("[data-mark]") || element).append(" ", word);
}

const before = lastVisit(Date.now());
if (before) {
  const options = { day: "numeric", month: "short", year: "numeric" };
  const day = new Date(before).toLocaleDateString("en-GB", options);
  for (const element of document.querySelectorAll("main [data-at]")) {
    if (Date.parse(element.dataset.at) > before) mark(element, day);
  }
}
