// The buttons over the text: what each does, and whether it is on where the cursor stands.
// One stop for the Tab key; arrows move within (the toolbar pattern of the ARIA practices).

const COMMANDS = {
  bold: { run: (chain) => chain.toggleBold(), is: ["bold"] },
  italic: { run: (chain) => chain.toggleItalic(), is: ["italic"] },
  "heading-2": { run: (chain) => chain.toggleHeading({ level: 2 }), is: ["heading", { level: 2 }] },
  "heading-3": { run: (chain) => chain.toggleHeading({ level: 3 }), is: ["heading", { level: 3 }] },
  bullets: { run: (chain) => chain.toggleBulletList(), is: ["bulletList"] },
  numbers: { run: (chain) => chain.toggleOrderedList(), is: ["orderedList"] },
  quote: { run: (chain) => chain.toggleBlockquote(), is: ["blockquote"] },
  link: { is: ["link"] },
  claim: { is: ["claim"] },
  picture: {},
  trailer: {},
  live: {},
  undo: { run: (chain) => chain.undo(), can: (can) => can.undo() },
  redo: { run: (chain) => chain.redo(), can: (can) => can.redo() },
};

export function toolbar(bar, editor, panels) {
  const buttons = [...bar.querySelectorAll("button[data-do]")];
  const act = (name) => {
    if (panels[name]) panels[name](editor);
    else COMMANDS[name].run(editor.chain().focus()).run();
  };
  for (const button of buttons) {
    button.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
    button.addEventListener("click", () => act(button.dataset.do));
  }
  const show = () => buttons.forEach((button) => showState(button, editor));
  editor.on("transaction", show);
  bar.addEventListener("keydown", (event) => moveFocus(event, buttons));
  editor.view.dom.addEventListener("keydown", (event) => shortcut(event, act));
  buttons.forEach((button, index) => (button.tabIndex = index ? -1 : 0));
  show();
}

function showState(button, editor) {
  const { is, can } = COMMANDS[button.dataset.do];
  if (is) button.setAttribute("aria-pressed", String(editor.isActive(...is)));
  if (can) button.setAttribute("aria-disabled", String(!can(editor.can())));
}

function moveFocus(event, buttons) {
  const here = buttons.indexOf(document.activeElement);
  const steps = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 };
  if (here < 0 || !(event.key in steps)) return;
  event.preventDefault();
  const next = buttons[(steps[event.key] + buttons.length) % buttons.length];
  buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
  next.focus();
}

function shortcut(event, act) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const name = { k: "link", m: event.shiftKey ? "claim" : "" }[event.key.toLowerCase()];
  if (!name) return;
  event.preventDefault();
  setTimeout(() => act(name), 25); // once the editor has seen what was selected just before
}
