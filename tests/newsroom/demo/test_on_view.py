"""Whatever the day of loading, each state of a story and of a claim is there to be looked at."""

from tests.newsroom.demo.reading import RANKS, level_at, span


def test_every_state_of_the_desk_is_on_view(demo):
    assert {article["state"] for article in demo.all("article").values()} == {
        "draft",
        "in_review",
        "approved",
    }


def test_a_story_is_expired_one_withdrawn_one_scheduled_and_one_to_be_updated(demo):
    now, found = demo.earliest_now, {}
    for article in demo.all("article").values():
        spans = [span(edition) for edition in article["editions"]]
        if article.get("withdrawn"):
            found["withdrawn"] = article["key"]
        elif spans and spans[0][0] > now:
            found["scheduled"] = article["key"]
        elif spans and spans[-1][1] <= now:
            found["expired"] = article["key"]
        elif spans and spans[-1][0] > now:
            found["to be updated"] = article["key"]
    assert found == {
        "scheduled": "a-quiet-little-robbery-season-2-date",
        "expired": "the-saltmarsh-light-extras-wanted",
        "withdrawn": "co-writer-leaves-the-saltmarsh-light",
        "to be updated": "the-proving-room-season-4-date",
    }


def held_today(demo):
    """Each invented claim that is held, with its live assessment."""
    now = demo.latest_now
    return {
        key: row
        for key, claim in demo.all("claim").items()
        for row in claim["assessments"]
        if span(row)[0] <= now < span(row)[1] and claim["show"] != "all-of-us-are-dead"
    }


def test_claims_of_every_level_are_held(demo):
    assert {row["level"] for row in held_today(demo).values()} == set(RANKS) - {"speculation"}
    assert level_at(demo.all("claim")["aouad-s2-coexistence"], demo.latest_now) == "speculation"


def test_a_claim_is_due_and_others_are_fresh(demo):
    today = demo.latest_now.date().isoformat()
    due = [key for key, row in held_today(demo).items() if row.get("review_by", "9") < today]
    assert "aqlr-s2-desmond" in due
    assert "tsl-no-new-date" not in due


def test_windows_have_lapsed_without_an_outcome_and_outcomes_are_known_for_others(demo):
    today, claims = demo.latest_now.date().isoformat(), demo.all("claim")
    over = {key for key in held_today(demo) if claims[key].get("latest", "9") < today}
    lapsed = {key for key in over if claims[key]["precision"] == "window" and not claims[key].get("outcome")}
    assert lapsed == {"tsl-trailer", "tpr-s4-wrap"}
    assert {claim["outcome"]["value"] for claim in claims.values() if claim.get("outcome")} == {
        "true",
        "false",
    }


def test_two_claims_stand_beside_each_other_and_a_scheduled_one_supersedes_another(demo):
    claims = demo.all("claim")
    assert claims["aqlr-s2-six-episodes"]["beside"] == ["aqlr-s2-eight-episodes"]
    assert claims["aqlr-s2-date"]["supersedes"] == "aqlr-s2-window"
    assert level_at(claims["aqlr-s2-date"], demo.latest_now) is None
