// Who copies marked words takes along how sure they are, as of when, and where that is said.
function told(badge) {
  const level = badge.dataset.level;
  const asOf = badge.querySelector(".unseen")?.textContent.split(", source:")[0].trim();
  const late = badge.querySelector(".badge-stale")?.textContent.trim();
  const words = [level, asOf, late].filter(Boolean).join(", ");
  return badge.href ? `${words}: ${badge.href}` : words;
}

// The badge that follows marked words is not always in the selection: it is found on the page, in their order.
function badgesOf(range) {
  const marks = [...document.querySelectorAll(".body [data-claim]")].filter((mark) => range.intersectsNode(mark));
  return marks.map((mark) => mark.nextElementSibling).map((next) => (next?.matches(".badge") ? next : null));
}

function copied(range) {
  const box = document.createElement("div");
  box.append(range.cloneContents());
  const badges = badgesOf(range);
  for (const extra of box.querySelectorAll(".badge, .mark-now")) {
    const space = extra.previousSibling;
    if (space?.nodeType === Node.TEXT_NODE) space.data = space.data.trimEnd();
    extra.remove();
  }
  const marks = [...box.querySelectorAll("[data-claim]")];
  badges.forEach((badge, number) => {
    const note = badge ? ` (${told(badge)})` : "";
    if (marks[number]) marks[number].after(note);
    else box.append(note); // the selection lies within the marked words
  });
  return box;
}

document.addEventListener("copy", (event) => {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!badgesOf(range).length) return;
  const box = copied(range);
  box.className = "unseen";
  document.body.append(box); // innerText knows paragraphs only of what is on the page
  event.clipboardData.setData("text/plain", box.innerText.replace(/[ \t]+/g, " ").trim());
  box.remove();
  event.clipboardData.setData("text/html", box.innerHTML);
  event.preventDefault();
});
