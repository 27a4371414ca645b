"""The demo's timelines are legal whatever the day of loading: nothing overlaps, nothing is held too high."""

import datetime
import itertools

from tests.newsroom.demo.reading import RANKS, cited, level_at, moment, span


def test_rows_of_one_timeline_follow_each_other_without_overlap(demo):
    for key, rows in demo.timelines():
        spans = [span(row) for row in rows]
        assert all(begin < end for begin, end in spans), key
        assert all(one[1] == after[0] for one, after in itertools.pairwise(spans)), key
        pending = [begin for begin, _ in spans if begin > demo.latest_now]
        assert len(pending) <= 1, key
        assert all(begin <= demo.earliest_now or begin > demo.latest_now for begin, _ in spans), key


def test_editions_are_numbered_in_the_order_of_going_live(demo):
    for article in demo.all("article").values():
        assert [row["number"] for row in article["editions"]] == list(range(1, len(article["editions"]) + 1))
        assert [bool(row.get("note")) for row in article["editions"]] == [
            row["number"] > 1 for row in article["editions"]
        ]


def test_what_an_edition_cites_is_held_when_it_goes_live(demo):
    claims = demo.all("claim")
    for article, edition in demo.editions():
        for key in cited(edition):
            assert level_at(claims[key], span(edition)[0]), f"{article['key']} {edition['number']}: {key}"


def test_a_claims_first_assessment_goes_live_with_the_first_edition_that_cites_it(demo):
    for key, claim in demo.all("claim").items():
        hours = [span(edition)[0] for _, edition in demo.editions() if key in cited(edition)]
        assert [span(row)[0] for row in claim["assessments"][:1]] == sorted(hours)[:1], key


def test_the_judgement_has_the_level_and_evidence_of_the_newest_assessment(demo):
    for key, claim in demo.all("claim").items():
        for row in claim["assessments"][-1:]:
            for field in ("level", "as_of", "review_by", "reason", "evidence"):
                assert claim["judgement"].get(field) == row.get(field), key


def test_nothing_speaks_to_a_day_to_come(demo):
    for key, claim in demo.all("claim").items():
        for row in [claim["judgement"], *claim["assessments"]]:
            as_of = datetime.date.fromisoformat(row["as_of"])
            assert as_of <= demo.earliest_now.date(), key
            assert not row.get("review_by") or datetime.date.fromisoformat(row["review_by"]) >= as_of, key
            assert not row.get("live_from") or as_of <= moment(row["live_from"]).date(), key


def test_only_a_walking_back_leads_down_from_official_and_confirmed(demo):
    walked = []
    for key, claim in demo.all("claim").items():
        for before, after in itertools.pairwise(claim["assessments"]):
            if RANKS[before["level"]] >= 4 and RANKS[after["level"]] < RANKS[before["level"]]:
                assert after["walked_back"], key
                walked.append(key)
    assert walked == ["tsl-cinema-date"]


def test_windows_have_the_shape_of_their_precision(demo):
    for key, claim in demo.all("claim").items():
        dates = [claim.get("earliest"), claim.get("latest")]
        if claim.get("precision", "none") == "none":
            assert dates == [None, None], key
        else:
            begin, end = map(datetime.date.fromisoformat, dates)
            assert begin <= end, key
            assert (begin == end) == (claim["precision"] == "day"), key
