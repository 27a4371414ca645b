import pytest

from articles.plaintext import NotReadable, decode


def test_utf_8_is_read_and_its_byte_order_mark_taken_off():
    assert decode("\ufeffİstanbul’un Işığı".encode()) == "İstanbul’un Işığı"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ("Zoë Robins".encode("latin-1"), "not UTF-8"),
        ("Zoë Robins".encode("utf-16"), "UTF-16"),
        ("Zoë Robins".encode("utf-16-be"), "not plain text"),
        ("Robins, Zoë".encode()[:-1], "byte 11 does not fit"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not plain text"),
        (b"\x01\x02\x03\x04 story", "not plain text"),
        (b"a" * 10_000_000, "1 MB"),
    ],
)
def test_what_is_no_story_is_refused_in_one_sentence(data, words):
    with pytest.raises(NotReadable, match=words) as refusal:
        decode(data)
    assert str(refusal.value).endswith(".")
