// Words that state a claim: <span data-claim="key">. What the sanitiser keeps of a span is just this.
import { Mark } from "../../django_prose_editor/editor.js";

export const ClaimMark = Mark.create({
  name: "claim",
  priority: 1001, // outermost, so that bold or a link within the words does not cut the mark in two
  inclusive: false, // what is typed behind the words is not part of them

  addAttributes() {
    return {
      key: {
        default: null,
        parseHTML: (element) => element.getAttribute("data-claim"),
        renderHTML: (attributes) => ({ "data-claim": attributes.key }),
      },
    };
  },

  parseHTML() {
    return [{ tag: "span[data-claim]" }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["span", HTMLAttributes, 0];
  },
});

export function markedKeys(editor) {
  const keys = new Set();
  editor.state.doc.descendants((node) => {
    for (const mark of node.marks) if (mark.type.name === "claim") keys.add(mark.attrs.key);
  });
  return [...keys];
}
