import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests.factories import a_casting, a_milestone, a_platform, a_season, an_image
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db


def rows(**options) -> list[dict]:
    out = io.StringIO()
    call_command("public_urls", json=True, stdout=out, **options)
    return json.loads(out.getvalue())


def test_every_public_pattern_has_an_example_that_answers(client, at):
    season = a_season()
    held(a_milestone(season, "platform", platform=a_platform()))
    held(a_casting(season=season))
    on_sale(seasons=[season], image=an_image())
    found = rows(strict=True)
    for row in found:
        answer = client.get(row["example"])
        assert (row["name"], answer.status_code, bool(answer.getvalue())) == (row["name"], 200, True)
    assert [row["name"] for row in found if row["pattern"].startswith("/admin")] == []


def test_a_pattern_without_an_example_fails_when_told_to(client):
    assert {row["example"] for row in rows() if row["name"] == "article_detail"} == {None}
    with pytest.raises(CommandError, match="article_detail"):
        rows(strict=True)
