// The rich-text editor of a story: takes the place of its textarea, which stays the field that is sent.
import { Editor } from "../../django_prose_editor/editor.js";
import { claimPanel } from "./claim_panel.js";
import { extensionsFor } from "./extensions.js";
import { library } from "./library.js";
import { linkPanel } from "./link_panel.js";
import { livePanel } from "./live_panel.js";
import { markedList } from "./marked_list.js";
import { cleanedPaste } from "./paste.js";
import { pictureFiles, picturePanel } from "./picture_panel.js";
import { toolbar } from "./toolbar.js";

function start(room) {
  const field = room.querySelector("textarea");
  const status = room.querySelector("[role=status]");
  const label = document.querySelector(`label[for="${field.id}"]`);
  const claims = document.querySelector("#claim-panel");
  const pictures = document.querySelector("#picture-panel");
  const shelf = library(pictures?.dataset.search);
  const choosing = pictures && picturePanel(pictures, shelf);
  const files = choosing?.open && pictures.querySelector("form") ? pictureFiles(choosing) : null;
  const live = document.querySelector("#live-panel");
  const kinds = Object.fromEntries([...(live?.querySelectorAll("[name=live] option") ?? [])].map((one) => [one.value, one.text]));
  const editor = new Editor({
    element: room.querySelector("[data-editor]"),
    extensions: extensionsFor(room.dataset.tags.split(" "), {
      picture: { look: pictures && shelf.look },
      live: { kinds },
    }),
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
      handlePaste: (view, event) => files?.paste(editor, event) ?? false,
      handleDrop: (view, event) => files?.drop(editor, event) ?? false,
    },
    say: (words) => (status.textContent = words),
    onUpdate: ({ editor: changed }) => {
      field.value = changed.isEmpty ? "" : changed.getHTML();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  const panels = { link: linkPanel(document.querySelector("#link-panel")) };
  if (choosing) Object.assign(panels, { picture: choosing.picture, trailer: choosing.trailer });
  if (live) panels.live = livePanel(live, claims?.dataset.search);
  if (claims) panels.claim = claimPanel(claims);
  toolbar(room.querySelector("[role=toolbar]"), editor, panels);
  markedList(room.querySelector("[data-marked]"), editor, claims?.dataset.search);
  editor.on("selectionUpdate", () => (status.textContent = ""));
  label?.addEventListener("click", () => editor.commands.focus());
  room.classList.add("is-rich");
  if (location.hash === `#${field.id}_rich`) editor.commands.focus(); // “Mend it” leads here
}

document.querySelectorAll("[data-body-editor]").forEach(start);
