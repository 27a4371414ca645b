// Names for controls that scripts or tables leave without one: autocompletes, and the cells of tabular rows.

const $ = window.django?.jQuery;

function labelOf(select) {
  return document.querySelector(`label[for="${select.id}"]`)?.textContent.trim().replace(/:$/, "") || columnOf(select);
}

function columnOf(control) {
  const cell = control.closest(".tabular td");
  const head = cell?.closest("table").querySelector(`thead th.column-${fieldOf(cell)}`);
  return head?.firstChild?.textContent.trim() || "";
}

function fieldOf(cell) {
  return [...cell.classList].find((name) => name.startsWith("field-"))?.slice("field-".length);
}

function nameAll(root) {
  for (const select of root.querySelectorAll("select.admin-autocomplete")) {
    const box = select.nextElementSibling;
    const label = labelOf(select);
    if (!label || !box?.matches(".select2-container")) continue;
    for (const control of box.querySelectorAll(".select2-selection, [role=textbox], .select2-search__field")) {
      control.setAttribute("aria-label", label);
    }
  }
  for (const control of root.querySelectorAll(".tabular td :is(input, select, textarea):not([type=hidden], [aria-label])")) {
    if (!control.labels?.length && columnOf(control)) control.setAttribute("aria-label", columnOf(control));
  }
  for (const box of root.querySelectorAll(".tabular td.delete input:not([aria-label])")) box.setAttribute("aria-label", "Delete this line");
  for (const empty of root.querySelectorAll(".tabular th:empty")) empty.setAttribute("role", "presentation");
}

if ($) {
  // Registered after the admin's own scripts, hence run after them: on load, and for each row that is added.
  $(() => nameAll(document));
  document.addEventListener("formset:added", (event) => nameAll(event.target.parentElement));
  $(document).on("select2:open", (event) => {
    const field = document.querySelector(".select2-container--open .select2-search__field:not([aria-label])");
    field?.setAttribute("aria-label", labelOf(event.target));
  });
}
