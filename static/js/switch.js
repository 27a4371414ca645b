// The switch between light and dark. The choice stays in the reader's own browser.
const root = document.documentElement;
const button = document.querySelector(".theme-switch");
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches);

function tell() {
  button.setAttribute("aria-pressed", String(isDark()));
}

function keep(theme) {
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // It holds for this page, then.
  }
}

button.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  keep(root.dataset.theme);
  tell();
});
prefersDark.addEventListener("change", tell);
tell();
