// What Word and Docs put on the clipboard, made into what the editor knows; the schema drops all the rest.

const LIST_STYLE = /mso-list:\s*l\d+\s+level(\d+)/i;
const BULLET = /^[\s\u00a0]*(?:[·•▪o§\uf0b7\uf0a7-]|(?<number>\(?[0-9a-z]{1,3}[.)]))[\s\u00a0]+/i;

export function cleanedPaste(html) {
  const page = new DOMParser().parseFromString(inert(html), "text/html");
  for (const node of page.querySelectorAll("style, script, meta, link, title, xml")) node.remove();
  for (const comment of comments(page)) comment.remove();
  for (const heading of page.querySelectorAll("h1, h4, h5, h6")) {
    rename(heading, heading.localName === "h1" ? "h2" : "h3");
  }
  for (const bold of page.querySelectorAll("b")) if (isPlain(bold)) bold.replaceWith(...bold.childNodes);
  for (const span of page.querySelectorAll("span:not([data-claim])")) spelledOut(span);
  wordLists(page);
  return page.body.innerHTML;
}

// The page's CSP holds in a parser too: it would take inline styles away unread, and complain of them.
function inert(html) {
  const bare = html.replace(/<style[\s>][\s\S]*?<\/style>/gi, "");
  return bare.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on[a-z]+)=/gi, " data-$1="));
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

const styleOf = (element) => element.getAttribute("data-style") || "";

// Docs wraps all that it copies in a bold that is none.
const isPlain = (bold) => /font-weight:\s*(normal|400)/i.test(styleOf(bold));

// Docs says bold and italic by style alone.
function spelledOut(span) {
  const style = styleOf(span);
  if (/mso-list:\s*ignore/i.test(style)) return; // Word's bullet; wordLists reads it
  const tag = /font-weight:\s*(bold|[6-9]00)/i.test(style) ? "strong" : /font-style:\s*italic/i.test(style) ? "em" : "";
  if (tag) rename(span, tag);
}

// Word's lists are paragraphs that begin with a bullet.
function wordLists(page) {
  let list = null;
  for (const line of page.querySelectorAll("p")) {
    if (!LIST_STYLE.test(styleOf(line))) {
      list = null;
      continue;
    }
    const tag = BULLET.exec(line.textContent)?.groups?.number ? "ol" : "ul";
    for (const bullet of line.querySelectorAll('[data-style*="mso-list" i]')) bullet.remove();
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
