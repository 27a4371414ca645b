"""Every room of the desk in a real browser: nothing that its own policy stops, nothing that axe-core finds."""

import pytest
from django.urls import reverse

from tests.desk_people import change_url
from tests.newsroom.desk_world import a_world
from tests.quality import tools
from tests.quality.test_pages import AXE, RULES

ROOMS = ("shows_show", "shows_person", "claims_milestone", "claims_casting", "claims_source", "images_image")
STORY = ("change", "compare", "share", "publish", "schedule", "submit", "approve", "history", "delete")
ALONE = (
    *("articles_article_changelist", "articles_article_add", "articles_article_ripple_tasks"),
    *(
        "articles_article_something_moved",
        "articles_author_add",
        "articles_disclaimer_add",
        "auth_user_changelist",
    ),
    *("admin_logentry_changelist", "password_change", "second_factor", "shows_show_changelist"),
    *(
        "articles_article_paste",
        "shows_show_import",
        "articles_article_together",
        "claims_milestone_together",
    ),
)

# The admin's links change colour over a moment, which a busy machine draws late.
AT_REST = "document.body.offsetWidth, Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))"


def pages_of(world):
    """Lists, empty forms, filled forms and the pages of verbs."""
    yield from ("/admin/", "/admin/claims/claim/", "/admin/claims/claim/attention/", "/admin/images/image/")
    yield from (reverse(f"admin:{room}_add") for room in ROOMS)
    labels = (
        "shows.show",
        "shows.season",
        "shows.person",
        "claims.casting",
        "claims.assessment",
        "images.image",
    )
    yield from (change_url(world[label]) for label in labels)
    story = world["articles.article"].pk
    yield from (reverse(f"admin:articles_article_{page}", args=[story]) for page in STORY)
    yield from (reverse(f"admin:{name}") for name in ALONE)
    casting = world["claims.casting"].pk
    yield from (reverse(f"admin:claims_casting_{verb}", args=[casting]) for verb in ("release", "merge"))


@pytest.mark.django_db(transaction=True)
def test_the_rooms_of_the_desk(desk, mona):
    pages = list(pages_of(a_world()))
    person = desk(mona, "Managing editor", "mona-manages-here")
    for path in pages:
        assert person.go(path).status == 200
        wide = person.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert (path, max(wide, 0)) == (path, 0)
    if reason := tools.missing():
        pytest.skip(f"axe-core did not look: {reason}")
    assert [fault for path in pages for fault in looked_over(person, path)] == []


def looked_over(person, path):
    """What axe-core finds; on a tab of its own, since its probes are what the policy stops."""
    tab = person.context.new_page()
    tab.goto(person.site + path)
    tab.wait_for_timeout(150)  # autocompletes get their names after loading
    tab.evaluate(tools.AXE.read_text())
    found = []
    for theme in ("light", "dark"):
        tab.emulate_media(color_scheme=theme)
        tab.evaluate(AT_REST)
        found += [f"{path}, {theme}: {fault}" for fault in tab.evaluate(AXE, RULES)]
    tab.close()
    return found
