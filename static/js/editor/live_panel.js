// "Live": a block that readers see filled from live claims. What it shows, and of which show or season, is chosen here.
import { put } from "./insets.js";
import { topicQuery } from "./topics.js";

export function livePanel(dialog, search) {
  const form = dialog.querySelector("form");
  const subject = form.elements.of;
  const told = dialog.querySelector("[role=status]");
  let editor = null;

  form.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "put") return;
    const attrs = { live: form.elements.live.value, of: subject.value };
    put(editor, { type: "live", attrs });
  });
  dialog.addEventListener("close", () => editor?.commands.focus(null, { scrollIntoView: false }));

  return async (opened) => {
    editor = opened;
    dialog.showModal();
    const answer = await fetch(`${search}?${topicQuery()}`);
    const { subjects } = answer.ok ? await answer.json() : { subjects: [] };
    subject.replaceChildren(...subjects.map(({ key, label }) => new Option(label, key)));
    told.textContent = subjects.length ? "" : "First name the show or season that the story is about, below the text.";
    form.querySelector("[value=put]").disabled = !subjects.length;
  };
}
