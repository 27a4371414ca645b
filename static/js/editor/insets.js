// What stands between the words: <figure data-picture="key"> with its caption, perhaps with a link out
// (data-trailer), and <figure data-live="cast" data-of="show/2">, which readers see filled from live claims.
// The text holds the reference alone; what is shown of it here is asked of the desk.
import { Node } from "../../django_prose_editor/editor.js";

const kept = (name) => ({
  default: null,
  parseHTML: (element) => element.getAttribute(`data-${name}`),
  renderHTML: (attributes) => (attributes[name] ? { [`data-${name}`]: attributes[name] } : {}),
});

const isEmpty = (node) => node?.type.name === "paragraph" && !node.content.size;

// Below the block where the cursor stands, or in its place where that is an empty line.
export function put(editor, node) {
  const { $to } = editor.state.selection;
  const to = $to.depth ? $to.after(1) : $to.pos;
  const from = $to.depth && isEmpty($to.node(1)) ? $to.before(1) : to;
  const nodes = to >= editor.state.doc.content.size ? [node, { type: "paragraph" }] : [node];
  const into = from + (node.type === "live" ? 2 : 1); // a picture's caption, or the line below a block
  editor.chain().insertContentAt({ from, to }, nodes).setTextSelection(into).focus().run();
}

export const Picture = Node.create({
  name: "picture",
  group: "block",
  content: "inline*",
  defining: true,
  isolating: true,
  draggable: true,

  addOptions() {
    return { look: null };
  },

  addAttributes() {
    return { picture: kept("picture"), trailer: kept("trailer") };
  },

  parseHTML() {
    return [{ tag: "figure[data-picture]", contentElement: (figure) => figure.querySelector("figcaption") ?? figure }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["figure", HTMLAttributes, ["figcaption", 0]];
  },

  addKeyboardShortcuts() {
    // From the caption, Enter goes on below the picture.
    return {
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection;
        if ($from.parent.type.name !== "picture") return false;
        const after = $from.after();
        const chain = editor.chain();
        if (!isEmpty(editor.state.doc.nodeAt(after))) chain.insertContentAt(after, { type: "paragraph" });
        return chain.setTextSelection(after + 1).run();
      },
    };
  },

  addNodeView() {
    return ({ node }) => {
      const figure = document.createElement("figure");
      const image = document.createElement("img");
      const told = document.createElement("p");
      const caption = document.createElement("figcaption");
      figure.className = "inset";
      told.contentEditable = "false";
      told.className = "inset-told";
      image.alt = "";
      image.draggable = false;
      figure.append(image, told, caption);
      this.options.look?.(node.attrs.picture).then((picture) => {
        if (picture?.src) image.src = picture.src;
        image.hidden = !picture?.src;
        image.alt = picture?.alt ?? "";
        told.textContent = said(node.attrs, picture);
      });
      // What is told beside the caption is no change of the text: the editor is not to draw it anew.
      const ignoreMutation = ({ type, target }) => type !== "selection" && !caption.contains(target);
      return { dom: figure, contentDOM: caption, ignoreMutation };
    };
  },
});

function said({ picture, trailer }, found) {
  const named = found ? [found.said, found.credit && `Picture: ${found.credit}`, found.why_not] : [`No picture “${picture}” is in the library.`];
  return [trailer ? `Trailer, links to ${trailer}` : "Picture", ...named].filter(Boolean).join(" · ");
}

export const LiveBlock = Node.create({
  name: "live",
  group: "block",
  atom: true,
  draggable: true,

  addOptions() {
    return { kinds: {} };
  },

  addAttributes() {
    return { live: kept("live"), of: kept("of") };
  },

  parseHTML() {
    return [{ tag: "figure[data-live][data-of]" }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["figure", HTMLAttributes];
  },

  addNodeView() {
    return ({ node }) => {
      const block = document.createElement("div");
      const name = document.createElement("strong");
      const [show, season] = node.attrs.of.split("/");
      name.textContent = this.options.kinds[node.attrs.live] ?? node.attrs.live;
      block.className = "inset inset-live";
      block.contentEditable = "false";
      block.append(name, ` of ${show}${season ? `, season ${season}` : ""}: filled from live claims when it is read`);
      return { dom: block };
    };
  },
});
