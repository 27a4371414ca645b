import time

import pytest

from newsroom.lib import typesetting as type


@pytest.mark.parametrize(
    "text", ["Plain words", "로몬 지금 우리 학교는", "Şahin Łódź Őrült Đỗ", "Ж Ω ウ €", "“’…–"]
)
@pytest.mark.parametrize("face", [type.SERIF, type.SANS])
def test_these_letters_are_there(text, face):
    box = bytes(type._font(face, 0, 20).getmask("\U0010fffe"))
    runs = type._runs(text, face)
    assert "".join(run for _, run in runs) == text
    assert [
        letter
        for number, run in runs
        for letter in run.replace(" ", "")
        if bytes(type._font(face, number, 20).getmask(letter)) == box
    ] == []


def test_what_no_face_has_leaves_a_box_for_a_letter_and_nothing_for_a_picture():
    assert type._runs("A漢\U0001f600B", type.SERIF) == [(0, "A漢B")]


def test_lines_are_no_wider_than_the_measure_and_lose_nothing():
    text = "All of Us Are Dead, " + "W" * 90 + " 로몬 returns"
    found = type.lines(text, type.SERIF, 60, 700)
    assert [line for line in found if type.width(line, type.SERIF, 60) > 701] == []
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_what_is_too_long_is_cut_with_an_ellipsis():
    size, found = type.fitted("word " * 300, type.SERIF, (60, 40), 700, 200)
    assert (size, len(found), found[-1][-1]) == (40, 4, "…")
    assert type.fitted("Short", type.SERIF, (60, 40), 700, 200) == (60, ["Short"])
    measure = type.width("One two…", type.SANS, 40) + 1
    assert type.shortened("One two three four", type.SANS, 40, measure) == "One two…"


@pytest.mark.parametrize("text", ["W" * 10_000, "가" * 10_000, "a " * 5_000, "Ş" * 10_000])
def test_ten_thousand_letters_take_no_time(text):
    type.fitted(text[:50], type.SERIF, range(84, 39, -4), 1000, 300)
    began = time.process_time()
    type.fitted(text, type.SERIF, range(84, 39, -4), 1000, 300)
    assert time.process_time() - began < 0.4
