"""One declaration: what the editor's buttons make is what the sanitiser lets through."""

import re
from pathlib import Path

from articles.admin.body import BodyWidget, groups
from newsroom.lib import html

EXTENSIONS = Path(__file__).parents[3] / "static/js/editor/extensions.js"
INSETS = EXTENSIONS.with_name("insets.js")


def test_every_tag_that_is_let_through_can_be_made_and_no_other():
    table = EXTENSIONS.read_text("utf-8").split("const BY_TAG = {")[1].split("}")[0]
    made = set(re.findall(r"^  (\w+):", table, re.M)) | {"p", "h2", "h3"}
    assert made | {"figure", "figcaption"} == set(html.BODY)
    insets = INSETS.read_text("utf-8")
    assert {f"data-{name}" for name in re.findall(r'kept\("(\w+)"\)', insets)} == html.BODY["figure"]


def test_a_tag_that_is_taken_out_takes_its_button_along(monkeypatch):
    monkeypatch.delitem(html.BODY, "blockquote")
    assert "quote" not in {button.does for group in groups() for button in group}
    page = BodyWidget().render("body", "")
    assert 'data-do="bold"' in page and 'data-do="quote"' not in page and "blockquote" not in page


def test_figures_that_are_taken_out_take_their_buttons_along(monkeypatch):
    monkeypatch.setitem(html.BODY, "figure", {"data-picture", "data-trailer"})
    does = {button.does for group in groups() for button in group}
    assert {"picture", "trailer"} <= does and "live" not in does


def test_without_scripts_it_is_a_textarea_and_what_it_holds_is_inert():
    page = BodyWidget().render("body", "</textarea><script>steal()</script>", {"id": "id_body"})
    assert '<textarea name="body"' in page and "<script>" not in page
