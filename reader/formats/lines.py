"""Text in which each line is a paragraph as it stands: for measuring, and for other programs."""

from pathlib import Path

from reader.domain.errors import BytesUnreadable
from reader.formats.opening import load

_LOST = "\ufffd"


def load_lines(path: Path, encoding: str | None = None) -> tuple[str, list[str]]:
    """Return the name of the file at ``path`` and its lines, empty ones too, without their ends.

    Lines end with LF or CR LF and nothing else. Unlike :func:`reader.formats.load` this
    takes no byte that has to be guessed: what is measured on a text must be the text.
    Raises what ``load`` raises, and BytesUnreadable.
    """
    source = load(path, encoding)
    if _LOST in source.text:
        _refuse_guesses(source.data, source.encoding, str(path))
    return source.name, lines_of(source.text)


def lines_of(text: str) -> list[str]:
    """The lines of ``text``; the end of the last one begins no other."""
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return [line.removesuffix("\r") for line in lines]


def _refuse_guesses(data: bytes, encoding: str, shown: str) -> None:
    """Raise for the first byte that the encoding does not explain."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        raise BytesUnreadable(path=shown, encoding=encoding, line=before.count("\n") + 1) from error
