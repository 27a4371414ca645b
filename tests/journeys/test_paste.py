"""What is pasted from Word or Docs is made into what the editor can make, and nothing else."""

import pytest

from articles.models import Article
from tests.factories import a_story

LINE = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>{}</p>"
WORD = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{{margin:0}}</style></head>
<body><!--StartFragment--><h1 style='color:red'>Title<o:p></o:p></h1>
<p class=MsoNormal style='margin:0'><b>Bold</b> and <i style='mso-bidi-font-style:normal'>slanted</i></p>
{LINE.format("One")}
{LINE.format("Two")}
<table><tr><td><p>Cell</p></td></tr></table><img src=x onerror=steal()><!--EndFragment--></body></html>"""
DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="margin:0">
<span style="font-weight:700;color:#000">Bold</span><span style="font-style:italic"> slanted</span>
<a href="javascript:steal()">bad</a> <a href="https://a.example/" style="color:blue" onclick="x()">good</a></p></b>"""


@pytest.mark.parametrize(
    ("html", "body"),
    [
        (
            WORD,
            "<h2>Title</h2><p><strong>Bold</strong> and <em>slanted</em></p>"
            "<ul><li><p>One</p></li><li><p>Two</p></li></ul><p>Cell</p>",
        ),
        (
            DOCS,
            "<p><strong>Bold</strong><em> slanted</em> bad"
            ' <a href="https://a.example/" rel="noopener nofollow">good</a></p>',
        ),
    ],
    ids=["Word", "Docs"],
)
def test_what_is_pasted_is_what_the_editor_could_have_made(desk, alice, html, body):
    article = a_story("the-date", body="")
    editor = desk(alice, "Editor", "alice-edits-here")
    editor.go(f"/admin/articles/article/{article.pk}/change/")
    editor.page.evaluate(
        """html => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            const paste = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
            document.querySelector(".ProseMirror").dispatchEvent(paste);
        }""",
        html,
    )
    editor.save()
    assert Article.objects.get().body == body
