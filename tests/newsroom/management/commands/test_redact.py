"""`manage.py redact`: take-down, as on the desk."""

import pytest
from django.core.management import CommandError, call_command

from articles.models import Edition
from claims.models import Assessment
from tests.factories import a_release
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db


def test_an_editions_words_go_and_its_page_says_why(at, mona, client):
    on_sale()
    call_command("redact", "edition", "season-2-date", "1", because="A court order.", by="mona", verbosity=0)
    assert Edition.objects.get().headline == ""
    response = client.get("/news/season-2-date/")
    assert response.status_code == 410 and b"A court order." in response.content


def test_an_assessments_words_go(at, mona):
    held(a_release(key="c-window"))
    call_command("redact", "assessment", "c-window", "2026-03-01T12:00:00Z", because="Mercy.", by="mona")
    assert Assessment.objects.get().reason == "" and Assessment.objects.get().redacted_by == mona


@pytest.mark.parametrize("words", [("edition", "none", "1"), ("edition", "season-2-date", "x")])
def test_what_is_not_there_is_said_in_words(at, mona, words):
    on_sale()
    with pytest.raises(CommandError, match="Nothing was published"):
        call_command("redact", *words, because="x", by="mona")
