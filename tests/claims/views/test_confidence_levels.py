from claims.confidence import Confidence
from tests.newsstand import words


def test_every_level_is_explained_from_its_own_rule(client, db):
    page = words(client.get("/confidence/"))
    assert [level.label for level in Confidence if level.rule.definition not in page] == []
    assert [level.label for level in Confidence if level.rule.least_evidence not in page] == []
