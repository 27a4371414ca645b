// The rich-text editor of a story: takes the place of its textarea, which stays the field that is sent.
import { Editor } from "../../django_prose_editor/editor.js";
import { claimPanel } from "./claim_panel.js";
import { extensionsFor } from "./extensions.js";
import { linkPanel } from "./link_panel.js";
import { markedList } from "./marked_list.js";
import { cleanedPaste } from "./paste.js";
import { toolbar } from "./toolbar.js";

function start(room) {
  const field = room.querySelector("textarea");
  const status = room.querySelector("[role=status]");
  const label = document.querySelector(`label[for="${field.id}"]`);
  const editor = new Editor({
    element: room.querySelector("[data-editor]"),
    extensions: extensionsFor(room.dataset.tags.split(" ")),
    content: field.value,
    injectCSS: false, // a style element of its own would need leave from the CSP
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label ? label.textContent.replace(":", "").trim() : "Text",
        "aria-describedby": status.id,
      },
      transformPastedHTML: cleanedPaste,
    },
    say: (words) => (status.textContent = words),
    onUpdate: ({ editor: changed }) => {
      field.value = changed.isEmpty ? "" : changed.getHTML();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  const panels = { link: linkPanel(document.querySelector("#link-panel")) };
  const claims = document.querySelector("#claim-panel");
  if (claims) panels.claim = claimPanel(claims);
  toolbar(room.querySelector("[role=toolbar]"), editor, panels);
  markedList(room.querySelector("[data-marked]"), editor, claims?.dataset.search);
  editor.on("selectionUpdate", () => (status.textContent = ""));
  label?.addEventListener("click", () => editor.commands.focus());
  room.classList.add("is-rich");
}

document.querySelectorAll("[data-body-editor]").forEach(start);
