// "Picture" and "Trailer": one from the library, or a file that is taken in, put between the words without leaving
// the page. A file that is dropped on the text or pasted into it opens the same panel.

import { put } from "./insets.js";

const STAY = { scrollIntoView: false };

export function picturePanel(dialog, library) {
  const search = dialog.querySelector("[data-picture-search]");
  const list = dialog.querySelector("[data-picture-list]");
  const found = dialog.querySelector("[role=status]");
  const trailer = dialog.querySelector("[data-trailer]");
  const address = trailer.querySelector("input");
  const making = dialog.querySelector("details");
  const form = making?.querySelector("form");
  let editor = null;
  let asked = 0;
  let waiting = null;

  const choose = (picture) => {
    if (!trailer.hidden && !address.reportValidity()) return;
    dialog.close();
    const attrs = { picture: picture.key, trailer: trailer.hidden ? null : address.value.trim() };
    put(editor, { type: "picture", attrs });
  };

  async function look() {
    const turn = ++asked;
    const { pictures, sentence } = await library.find(search.value);
    if (turn !== asked) return;
    list.replaceChildren(...pictures.map((picture) => choice(picture, choose)));
    found.textContent = sentence;
  }

  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    list.querySelector("button")?.focus();
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => editor?.commands.focus(null, STAY));
  if (form) takeIn(form, (picture) => (library.add(picture), choose(picture)));

  const open = (opened, { isTrailer = false, file = null } = {}) => {
    editor = opened;
    dialog.querySelector("h2").textContent = isTrailer ? "Trailer" : "Picture";
    trailer.hidden = !isTrailer;
    address.disabled = !isTrailer;
    address.value = "";
    search.value = "";
    if (making) making.open = Boolean(file);
    if (file) fill(form, file);
    dialog.showModal();
    (file ? form.elements.alt : isTrailer ? address : search).focus();
    look();
  };
  return { picture: (opened) => open(opened), trailer: (opened) => open(opened, { isTrailer: true }), open };
}

function fill(form, file) {
  const one = new DataTransfer();
  one.items.add(file);
  form.elements.upload.files = one.files;
}

// The file, its words and rights go to the desk; every word stays where the desk refuses it.
function takeIn(form, done) {
  const told = form.querySelector("[data-errors]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const send = form.querySelector("[type=submit]");
    send.disabled = true;
    told.textContent = "The picture is on its way…";
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      const { picture, errors } = await answer.json();
      told.textContent = errors ? Object.values(errors).flat().join(" ") : "";
      if (errors) form.elements[Object.keys(errors)[0]]?.focus?.();
      if (!picture) return;
      form.reset();
      done(picture);
    } catch {
      told.textContent = "The desk did not answer. Your words are still here: try again.";
    } finally {
      send.disabled = false;
    }
  });
}

function choice(picture, choose) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  const image = document.createElement("img");
  const words = document.createElement("span");
  image.src = picture.src;
  image.alt = "";
  image.width = 120;
  image.height = 68;
  image.loading = "lazy";
  words.textContent = [picture.said, picture.credit, picture.why_not].filter(Boolean).join(" · ");
  button.type = "button";
  button.disabled = Boolean(picture.why_not);
  button.append(image, words);
  button.addEventListener("click", () => choose(picture));
  item.append(button);
  return item;
}

// Files that are dropped on the text, or pasted into it.
export function pictureFiles(panel) {
  const first = (data) => [...(data?.files ?? [])].find((file) => file.type.startsWith("image/"));
  const take = (editor, event, data) => {
    const file = first(data);
    const words = data?.getData("text/html").replace(/<[^>]*>/g, "").trim(); // a copied picture brings a bare <img>
    if (!file || words) return false;
    event.preventDefault();
    panel.open(editor, { file });
    return true;
  };
  return {
    paste: (editor, event) => take(editor, event, event.clipboardData),
    drop: (editor, event) => take(editor, event, event.dataTransfer),
  };
}
