// A claim made in place: the form shows the fields of its kind, is sent as it stands, and keeps every word
// where the desk refuses it.
import { personBox } from "./person_box.js";

export function claimForm(form, done) {
  const show = () => showParts(form);
  form.addEventListener("change", show);
  personBox(form);
  show();

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const send = form.querySelector("[type=submit]");
    send.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      const told = await answer.json();
      if (told.claim) {
        form.reset();
        showErrors(form, {});
        show();
        done(told.claim.key);
      } else {
        showErrors(form, told.errors);
        offer(form, told.existing, done);
        relations(form, told.rivals);
      }
    } catch {
      showErrors(form, { __all__: ["The desk did not answer. Your words are still here: try again."] });
    } finally {
      send.disabled = false;
    }
  });

  return {
    about(subjects, sources) {
      fill(form.elements.subject, subjects);
      fill(form.elements.source, sources, form.elements.source.options[0]);
      form.querySelector("[data-no-subject]").hidden = subjects.length > 0;
      show();
    },
  };
}

// New options in a list that keeps what was chosen where it still can be.
function fill(list, choices, ...first) {
  const before = list.value;
  list.replaceChildren(...first, ...choices.map(({ value, label }) => new Option(label, value)));
  if (choices.some(({ value }) => String(value) === before)) list.value = before;
}

// A part is shown when the named field has one of its values: data-when="kind=casting", "level=confirmed".
function showParts(form) {
  for (const part of form.querySelectorAll("[data-when]")) {
    const [name, values] = part.dataset.when.split("=");
    const value = new FormData(form).get(name) || "";
    part.hidden = !values.split("|").includes(value);
    if (part.localName === "fieldset") part.disabled = part.hidden;
  }
}

function showErrors(form, errors) {
  for (const old of form.querySelectorAll(".error")) old.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  for (const [name, sentences] of Object.entries(errors)) place(form, name, sentences.join(" "));
  form.querySelector("[aria-invalid], .error")?.focus();
}

function place(form, name, words) {
  const told = document.createElement("p");
  const field = form.elements[name];
  told.className = "error";
  told.id = `claim-error-${name}`;
  told.setAttribute("role", "alert");
  told.textContent = words;
  const input = field instanceof RadioNodeList ? field[0] : field;
  if (!input || input.type === "hidden") return form.querySelector("[data-errors]").append(told);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", told.id);
  input.closest("[data-field]").append(told);
}

// The desk has this claim already: it can be marked as it is.
function offer(form, existing, done) {
  if (!existing) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "error";
  button.textContent = `Mark the one the desk has: ${existing.said}`;
  button.addEventListener("click", () => done(existing.key));
  form.querySelector("[data-errors]").append(button);
}

function relations(form, rivals = []) {
  const field = form.elements.relation;
  field.closest("[data-field]").hidden = !rivals.length;
  field.replaceChildren(
    new Option("Choose…", ""),
    ...rivals.flatMap(({ key, said }) => [
      new Option(`It takes the place of: ${said}`, `supersedes ${key}`),
      new Option(`Both stand beside each other: ${said}`, `beside ${key}`),
    ]),
  );
}
