// “Hide rumours”: a choice that stays in the reader's own browser. Links and forms carry it; nobody is asked or told.
const KEPT = "rumours";
const LISTS = /^\/(news\/(feed\.\w+)?|search\/|shows\/[^/]+\/cast\/)$/;
const ORDER = ["show", "season", "person", "platform", "kicker", "change", "min", "year", "month", "q", "after"];

export function hides() {
  try {
    return localStorage.getItem(KEPT) === "hidden";
  } catch {
    return false;
  }
}

function keep(hidden) {
  try {
    if (hidden) localStorage.setItem(KEPT, "hidden");
    else localStorage.removeItem(KEPT);
  } catch {
    // It holds for this page, then.
  }
}

// The address with its parameters in canonical order, empty ones left out.
export function inOrder(url, given = url.searchParams) {
  const kept = [...given].filter(([, value]) => value);
  kept.sort(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other));
  url.search = new URLSearchParams(kept);
  return url;
}

function withoutRumours(link) {
  const url = new URL(link.href);
  if (!LISTS.test(url.pathname) || url.searchParams.has("min") || link.dataset.rumours) return;
  if (link.tagName === "A" && url.origin !== location.origin) return;
  url.searchParams.set("min", "reported");
  link.href = inOrder(url).href;
}

// Let every link and form of the page lead to lists without rumours.
export function honour() {
  if (!hides()) return;
  document.querySelectorAll("a[href], link[rel=alternate]").forEach(withoutRumours);
  for (const form of document.querySelectorAll("form[method=get]")) {
    if (!LISTS.test(new URL(form.action).pathname) || form.elements.min) continue;
    const least = Object.assign(document.createElement("input"), { type: "hidden", name: "min", value: "reported" });
    form.append(least);
  }
}

document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest("[data-rumours]");
    if (link) keep(link.dataset.rumours === "hide");
  },
  true,
);

const hiding = document.querySelector('[data-rumours="hide"]');
if (hides() && hiding && !new URLSearchParams(location.search).has("min")) location.replace(hiding.href);
else honour();
