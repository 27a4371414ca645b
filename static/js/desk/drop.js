// A picture may be dropped anywhere on its form. The file field beside it says and takes the same.

const field = document.querySelector('input[type="file"][name="upload"]');
const form = field?.form;

if (form) {
  const told = document.createElement("p");
  told.className = "help drop-told";
  told.setAttribute("role", "status");
  told.textContent = "Or drop a picture anywhere on this page.";
  field.after(told);

  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  const mark = (isOver) => form.classList.toggle("is-dropped-on", isOver);

  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault(); // or the browser would leave the page and show the file
    mark(true);
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) mark(false);
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    mark(false);
    const [file, ...others] = event.dataTransfer.files;
    const one = new DataTransfer();
    one.items.add(file);
    field.files = one.files;
    const rest = others.length ? ` One picture at a time: the other ${others.length} were left out.` : "";
    told.textContent = `“${file.name}” is taken: say what it shows, and save.${rest}`;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
