"""Bytes to text: UTF-8 or a clear refusal."""

LIMIT = 1_000_000  # bytes; a long feature is 60 KB, so whatever is larger is another kind of file
_BINARY = "This file is not plain text: open it in its own program and save it as .txt in UTF-8."
_CONTROLS = [chr(code) for code in range(32) if chr(code) not in "\t\n\r\f"]


class NotReadable(ValueError):
    """The file is not a plain-text story; the message says what to do about it."""


def decode(data: bytes) -> str:
    """The text of a UTF-8 file, a byte order mark taken off.

    Raises NotReadable, with one sentence an editor can act on, for anything that is not such a text.
    """
    if len(data) > LIMIT:
        raise NotReadable(
            f"This file is {len(data) / 1_000_000:.1f} MB and a story may have 1 MB: send the text alone."
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotReadable("This file is UTF-16: save it again as plain text with the encoding UTF-8.")
    if b"\x00" in data:
        raise NotReadable(_BINARY)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotReadable(
            f"This file is not UTF-8 (byte {error.start + 1} does not fit): "
            "save it again as plain text with the encoding UTF-8."
        ) from error
    if sum(map(text.count, _CONTROLS)) * 20 > len(text):
        raise NotReadable(_BINARY)
    if not text.strip():
        raise NotReadable("This file is empty: paste or upload the text of the story.")
    return text
