"""The rich-text editor's widget: a textarea that works without scripts, with a toolbar for what BODY allows."""

from dataclasses import dataclass

from django import forms
from django.template.loader import render_to_string

from newsroom.lib.html import BODY


@dataclass(frozen=True)
class Button:
    """What a button does, the tag that it makes (`figure.data-live`: with this attribute), and what it says."""

    does: str
    tag: str
    label: str
    face: str
    keys: str = ""
    is_toggle: bool = True


GROUPS = [
    [Button("heading-2", "h2", "H2, heading", "H2"), Button("heading-3", "h3", "H3, subheading", "H3")],
    [Button("bold", "strong", "Bold", "B", "Ctrl+B"), Button("italic", "em", "Italic", "I", "Ctrl+I")],
    [
        Button("bullets", "ul", "List", "• List"),
        Button("numbers", "ol", "1. List, numbered", "1. List"),
        Button("quote", "blockquote", "Quote", "“Quote”"),
    ],
    [Button("link", "a", "Link", "Link", "Ctrl+K")],
    [
        Button("picture", "figure.data-picture", "Picture", "Picture", is_toggle=False),
        Button(
            "trailer", "figure.data-trailer", "Trailer: a picture that links out", "Trailer", is_toggle=False
        ),
        Button(
            "live",
            "figure.data-live",
            "Live block: cast, timeline or key facts",
            "Live block",
            is_toggle=False,
        ),
    ],
    [Button("claim", "span", "Mark as claim", "Mark as claim", "Ctrl+Shift+M")],
    [
        Button("undo", "", "Undo", "↶", "Ctrl+Z", False),
        Button("redo", "", "Redo", "↷", "Ctrl+Shift+Z", False),
    ],
]


def groups() -> list[list[Button]]:
    """The toolbar's groups, without the buttons of tags that the sanitiser would take away."""
    tags = {"", *makes()}
    kept = [[button for button in group if button.tag in tags] for group in GROUPS]
    return [group for group in kept if group]


def makes() -> list[str]:
    """What the sanitiser lets through: tags, and figures by their attributes."""
    return [*BODY, *(f"figure.{name}" for name in sorted(BODY.get("figure", ())))]


class BodyWidget(forms.Textarea):
    template_name = "admin/articles/body/widget.html"

    class Media:
        css = {"all": ["css/editor.css"]}
        js = [forms.Script("js/editor/body.js", type="module")]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        return context | {"groups": groups(), "tags": " ".join(makes())}

    def _render(self, template_name, context, renderer=None):
        # The forms' own renderer knows no templates of the project.
        return render_to_string(template_name, context)

    def use_required_attribute(self, initial):
        return False  # a hidden textarea that is required could not be focused
