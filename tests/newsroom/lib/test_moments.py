"""Hours as editors type them: those that the clocks skip or repeat are told in a sentence, with a way on."""

from datetime import UTC, datetime

import pytest
from django import forms
from django.utils import timezone

from newsroom.lib.moments import MomentField


class Asking(forms.Form):
    at = MomentField()


@pytest.fixture(autouse=True)
def london():
    with timezone.override("Europe/London"):
        yield


def asked(at, turn=""):
    return Asking({"at": at, "at_turn": turn})


def test_an_hour_is_taken_in_the_newsrooms_time():
    form = asked("2026-07-01T09:00")
    assert form.is_valid()
    assert form.cleaned_data["at"] == datetime(2026, 7, 1, 8, tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_is_told_with_the_next_one():
    assert asked("2026-03-29T01:30").errors["at"] == [
        "01:30 does not exist on 29 March 2026 in Europe/London, where the clocks go forward:"
        " choose 02:30, or an earlier hour."
    ]


def test_an_hour_that_comes_twice_is_asked_for_and_then_taken():
    form = asked("2026-10-25T01:30")
    assert form.errors["at"] == [
        "01:30 comes twice on 25 October 2026 in Europe/London, where the clocks go back:"
        " say whether you mean the first (BST) or the second (GMT)."
    ]
    assert '<select name="at_turn"' in str(form["at"]) and "hidden" not in str(form["at"])
    first, second = asked("2026-10-25T01:30", "first"), asked("2026-10-25T01:30", "second")
    assert first.is_valid() and second.is_valid()
    assert first.cleaned_data["at"] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert second.cleaned_data["at"] == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_which_of_two_is_not_asked_where_there_is_one():
    assert "hidden" in str(asked("2026-07-01T09:00")["at"])


@pytest.mark.parametrize(
    "typed", ["soon", "2026-13-01T00:00", "2026-02-30T09:00", "9999-12-31T23:59", "9" * 30]
)
def test_what_is_no_hour_is_told_in_a_sentence(typed):
    assert asked(typed).errors["at"] == ["Give a day and an hour, as 2026-03-01 09:00."]


def test_what_was_kept_comes_back_as_it_was_typed_and_has_not_changed():
    for at in (datetime(2026, 7, 1, 8, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)):
        form = Asking(initial={"at": at})
        values = form.fields["at"].widget.decompress(at)
        typed = [values[0].strftime("%Y-%m-%dT%H:%M"), values[1]]
        assert form.fields["at"].clean(typed) == at
        assert not form.fields["at"].has_changed(at, typed)
