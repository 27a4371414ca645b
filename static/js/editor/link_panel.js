// The address of a link, asked for in a dialog of the page.

export function linkPanel(dialog) {
  const form = dialog.querySelector("form");
  const address = form.elements.href;
  const remove = form.querySelector("[value=remove]");
  let editor = null;

  dialog.addEventListener("close", () => {
    if (!editor) return;
    const chain = editor.chain().focus().extendMarkRange("link");
    if (dialog.returnValue === "set") chain.setLink({ href: address.value.trim() }).run();
    else if (dialog.returnValue === "remove") chain.unsetLink().run();
    else editor.commands.focus();
    editor = null;
  });

  return (opened) => {
    if (opened.state.selection.empty && !opened.isActive("link")) {
      return opened.options.say("Select the words that shall be the link first.");
    }
    editor = opened;
    address.value = opened.getAttributes("link").href || "https://";
    remove.hidden = !opened.isActive("link");
    dialog.returnValue = "";
    dialog.showModal();
    address.select();
  };
}
