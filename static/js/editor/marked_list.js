// The claims that the text marks, each with its words and its level, under the editor.
import { markedKeys } from "./claim_mark.js";

export function markedList(list, editor, search) {
  if (!list || !search) return;
  let shown = null;
  let waiting = null;
  const refresh = async () => {
    const keys = markedKeys(editor);
    if (keys.join() === shown) return;
    shown = keys.join();
    const query = new URLSearchParams(keys.map((key) => ["key", key]));
    const claims = keys.length ? (await (await fetch(`${search}?${query}`)).json()).claims : [];
    const known = new Map(claims.map((claim) => [claim.key, claim]));
    list.replaceChildren(...keys.map((key) => line(known.get(key), key)));
    list.parentElement.hidden = !keys.length;
  };
  editor.on("update", () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 400);
  });
  refresh();
}

function line(claim, key) {
  const item = document.createElement("li");
  const level = document.createElement("span");
  level.className = "level";
  level.dataset.level = claim?.level || "";
  level.textContent = claim ? claim.level_said : "Unknown claim";
  item.append(level, " ", claim ? claim.said : key);
  return item;
}
