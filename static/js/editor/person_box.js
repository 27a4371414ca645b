// Names from the catalogue under a text field, as they are typed. The desk finds the person by the name.

export function personBox(form) {
  const field = form.elements.person;
  const names = document.getElementById(field.getAttribute("list"));
  let waiting = null;

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      if (field.value.trim().length < 2) return;
      const answer = await fetch(`${field.dataset.search}?${new URLSearchParams({ q: field.value })}`);
      if (!answer.ok) return;
      const { names: found } = await answer.json();
      names.replaceChildren(...found.map((name) => new Option(name, name)));
    }, 150);
  });
}
