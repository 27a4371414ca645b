// What Word and Docs put on the clipboard, made into what the editor knows; the schema drops all the rest.

const LIST_STYLE = /mso-list:\s*l\d+\s+level(\d+)/i;
const BULLET = /^[\s\u00a0]*(?:[·•▪o§\uf0b7\uf0a7-]|(?<number>\(?[0-9a-z]{1,3}[.)]))[\s\u00a0]+/i;

export function cleanedPaste(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const node of page.querySelectorAll("style, script, meta, link, title, xml")) node.remove();
  for (const comment of comments(page)) comment.remove();
  for (const heading of page.querySelectorAll("h1, h4, h5, h6")) {
    rename(heading, heading.localName === "h1" ? "h2" : "h3");
  }
  for (const span of page.querySelectorAll("span:not([data-claim])")) spelledOut(span);
  wordLists(page);
  return page.body.innerHTML;
}

function comments(page) {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function rename(element, tag) {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

// Docs says bold and italic by style alone.
function spelledOut(span) {
  const style = span.getAttribute("style") || "";
  if (/mso-list:\s*ignore/i.test(style)) return; // Word's bullet; wordLists reads it
  const tag = /font-weight:\s*(bold|[6-9]00)/i.test(style) ? "strong" : /font-style:\s*italic/i.test(style) ? "em" : "";
  if (tag) rename(span, tag);
}

// Word's lists are paragraphs that begin with a bullet.
function wordLists(page) {
  let list = null;
  for (const line of page.querySelectorAll("p")) {
    if (!LIST_STYLE.test(line.getAttribute("style") || "")) {
      list = null;
      continue;
    }
    const tag = BULLET.exec(line.textContent)?.groups?.number ? "ol" : "ul";
    for (const bullet of line.querySelectorAll('[style*="mso-list" i]')) bullet.remove();
    if (list?.localName !== tag || list.nextElementSibling !== line) {
      list = page.createElement(tag);
      line.before(list);
    }
    const item = page.createElement("li");
    item.append(...line.childNodes);
    list.append(item);
    line.remove();
  }
}
