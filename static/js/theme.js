// Runs before the first paint, so that a reader who chose light or dark never sees the other flash by.
// A classic script, not a module: modules wait for the page.
{
  const root = document.documentElement;
  root.dataset.scripts = "on";
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // A browser that keeps nothing for us still follows its own preference.
  }
}
