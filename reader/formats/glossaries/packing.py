"""Several texts in one: joined by a bar, with backslashes before bars that are their own."""

import re
from collections.abc import Iterable

from reader.domain.glossary import Member
from reader.domain.glossary_table import Fill, Misfit, fitting

_BAR = " | "
_PARTS = re.compile(r"((?:[^\\|]|\\.)*)(?:\||\Z)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LINE = {"n": "\n", "r": "\r", "s": " ", "t": "\t"}


def pack(texts: Iterable[str]) -> str:
    """Join texts so that :func:`unpack` gives them back exactly. None of them is empty."""
    return _BAR.join(map(_escape, texts))


def unpack(packed: str) -> tuple[str, ...]:
    """Divide what :func:`pack` joined, or what a person typed with bars; drops empty parts."""
    parts = (match.group(1).strip(" \t") for match in _PARTS.finditer(packed))
    return tuple(_ESCAPED.sub(_unescape, part) for part in parts if part)


def pack_member(member: Member) -> str:
    """A member as its text, pinyin and English."""
    return pack((member.text, " ".join(member.syllables), member.english))


def unpack_member(packed: str, fill: Fill | None = None) -> Member:
    """What :func:`pack_member` wrote; a person may leave out the pinyin. Raises Misfit."""
    parts = unpack(packed)
    if len(parts) == 2:
        parts = (parts[0], "", parts[1])
    if len(parts) != 3:
        raise Misfit("a member is its text, pinyin and English with bars between them")
    text, pinyin, english = parts
    return Member(text, fitting(pinyin, text, fill), english)


def _escape(text: str) -> str:
    text = text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n").replace("\r", "\\r")
    # Blanks at the ends would be taken for those around a bar.
    bare = text.strip(" \t")
    start = text[: len(text) - len(text.lstrip(" \t"))]
    return _kept(start) + bare + _kept(text[len(start) + len(bare) :])


def _kept(blank: str) -> str:
    return blank.replace(" ", "\\s").replace("\t", "\\t")


def _unescape(match: re.Match[str]) -> str:
    return _LINE.get(match.group(1), match.group(1))
