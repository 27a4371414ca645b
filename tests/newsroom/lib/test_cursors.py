import base64
from datetime import UTC, datetime

import pytest

from newsroom.lib.cursors import cursor, read_cursor
from newsroom.lib.refusals import BadParameter


def written(text):
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def test_a_cursor_reads_back_to_the_microsecond():
    instant = datetime(2026, 3, 1, 12, 0, 0, 7, tzinfo=UTC)
    assert read_cursor(cursor(instant, "c-window")) == (instant, "c-window")


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01T12:00:00+00:00 a\x00b",
        "2026-03-01T12:00:00+00:00 ",
        "2026-03-01T12:00:00+00:00 a b",
        "2026-03-01T12:00:00+00:00 " + "a" * 101,
        "2026-03-01T12:00:00 a",
        "0999-03-01T12:00:00+00:00 a",
        "9998-03-01T12:00:00+00:00 a",
        "a-story",
    ],
)
def test_what_could_stand_in_no_list_is_refused(text):
    with pytest.raises(BadParameter, match="no page of this list"):
        read_cursor(written(text))
