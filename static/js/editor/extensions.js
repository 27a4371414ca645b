// What the editor can make, tag by tag. The page says which tags the sanitiser lets through
// (newsroom.lib.html.BODY); a tag that is not among them brings neither its extension nor its button.
import {
  Blockquote, Bold, BulletList, Document, Dropcursor, Gapcursor, HardBreak, Heading, Italic, Link, ListItem,
  OrderedList, Paragraph, Text, UndoRedo,
} from "../../django_prose_editor/editor.js";
import { ClaimMark } from "./claim_mark.js";
import { LiveBlock, Picture } from "./insets.js";

const isWebAddress = (url) => /^https?:\/\/\S+$/i.test(url);

const PlainLink = Link.extend({
  addAttributes() {
    return { href: { default: null } };
  },
  addKeyboardShortcuts() {
    return {}; // the toolbar's own panel answers to Ctrl+K
  },
}).configure({
  openOnClick: false,
  autolink: false,
  isAllowedUri: isWebAddress,
  HTMLAttributes: { target: null, rel: null, class: null },
});

const PlainOrderedList = OrderedList.extend({
  addAttributes() {
    return {}; // a list that begins at 4 would begin at 1 once cleaned
  },
});

const ALWAYS = [Document, Paragraph, Text, UndoRedo, Dropcursor, Gapcursor];
const BY_TAG = {
  ul: BulletList,
  ol: PlainOrderedList,
  li: ListItem,
  blockquote: Blockquote,
  strong: Bold,
  em: Italic,
  br: HardBreak,
  a: PlainLink,
  span: ClaimMark,
};

// A figure is what its attribute says.
const BY_ATTRIBUTE = { "figure.data-picture": Picture, "figure.data-live": LiveBlock };

// `options` are those of an extension by its name.
export function extensionsFor(tags, options = {}) {
  const levels = [1, 2, 3, 4, 5, 6].filter((level) => tags.includes(`h${level}`));
  const chosen = Object.keys(BY_TAG).filter((tag) => tags.includes(tag)).map((tag) => BY_TAG[tag]);
  const insets = Object.keys(BY_ATTRIBUTE).filter((name) => tags.includes(name)).map((name) => BY_ATTRIBUTE[name]);
  const ready = insets.map((one) => one.configure(options[one.name] ?? {}));
  return [...ALWAYS, ...(levels.length ? [Heading.configure({ levels })] : []), ...chosen, ...ready];
}
