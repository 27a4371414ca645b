// The news list changes in place: a chosen filter is fetched as the page that it is, and its address follows.
import { honour, inOrder } from "./rumours.js";

const main = document.querySelector("main");
const HEAD = "link[rel=canonical], link[rel=alternate], meta[name=robots]";
let shown = location.pathname + location.search;
let asking = new AbortController();

const isList = (url) => url.origin === location.origin && url.pathname === "/news/";

function put(page) {
  const isOpen = main.querySelector(".filters")?.open;
  main.replaceChildren(...page.querySelector("main").childNodes);
  const filters = main.querySelector(".filters");
  if (filters) filters.open = Boolean(isOpen);
  document.title = page.title;
  document.querySelectorAll(HEAD).forEach((one) => one.remove());
  document.head.append(...page.querySelectorAll(HEAD));
  honour();
}

async function go(url, { push = true, top = 0 } = {}) {
  asking.abort();
  asking = new AbortController();
  main.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal: asking.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (push) {
      history.replaceState({ top: scrollY }, "");
      history.pushState({}, "", answer.url);
    }
    shown = location.pathname + location.search;
    put(page);
    scrollTo(0, top);
  } catch (error) {
    if (error.name === "AbortError") return;
    location.assign(url);
  }
  main.removeAttribute("aria-busy");
}

main.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented || !isList(new URL(link.href))) return;
  event.preventDefault();
  go(new URL(link.href), { top: link.rel ? 0 : scrollY });
});

main.addEventListener("submit", (event) => {
  const url = new URL(event.target.action);
  if (!isList(url)) return;
  event.preventDefault();
  go(inOrder(url, new FormData(event.target)));
});

addEventListener("popstate", (event) => {
  if (location.pathname + location.search === shown) return;
  go(new URL(location.href), { push: false, top: event.state?.top ?? 0 });
});
