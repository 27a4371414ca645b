// Names for the fields that Django's admin leaves without one for a screen reader: the boxes in which its
// autocomplete fields search, and the cells of its inline tables.

const named = (field, name) => field.setAttribute("aria-label", name.replace(":", "").trim());

function nameFields() {
  for (const box of document.querySelectorAll(".form-row .select2-search__field")) {
    const label = box.closest(".form-row").querySelector("label");
    if (label) named(box, label.textContent);
  }
  for (const cell of document.querySelectorAll(".tabular td")) {
    const field = cell.querySelector("input:not([type=hidden], .select2-search__field)");
    const column = cell.className.match(/field-(\w+)/)?.[1] || (cell.classList.contains("delete") ? "delete" : "");
    if (field && column && !field.labels.length) named(field, column);
  }
}

// Django's own boxes are made when jQuery is ready; asked later, this comes after them.
window.django.jQuery(nameFields);
