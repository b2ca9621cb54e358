"""Addresses of marks and places that can be pasted into a note: ``xidu:…``.

``xidu:mark/ID`` is a mark. ``xidu:text/SHA`` is a text, by the beginning of the SHA-256 of its
source, so that the address holds in a restored library, too; ``?at=PARAGRAPH.START-END`` is a
place in it (offsets in code points) and ``&quote=…`` what was written there, by which the place
is found again after the text has changed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qs, quote, unquote, urlsplit

from reader.domain.places import Span

SCHEME = "xidu"
DIGITS = 16
"""Hexadecimal digits of a SHA-256 that an address holds, at least."""

_LONGEST_QUOTE = 120
"""Code points of a quote in an address; more would make it unreadable and finds no better."""

_LONGEST = 4096
"""Characters above which something is no address."""

_MARK = re.compile(r"mark/([0-9a-f]{32})")
_TEXT = re.compile(rf"text/([0-9a-f]{{{DIGITS},64}})")
_AT = re.compile(r"(\d{1,9})\.(\d{1,9})-(\d{1,9})", re.ASCII)
_IN_TEXT = re.compile(rf"\b{SCHEME}:[!-~]+", re.IGNORECASE)
_CLOSING = ")]}>,.;:!?'\"*_`|"
"""What ends a sentence or a link rather than an address."""


class MarkAddress(NamedTuple):
    """Address of a mark, by its id."""

    mark: str

    @property
    def target(self) -> str:
        """What two addresses of the same thing have in common."""
        return f"mark/{self.mark}"


class PlaceAddress(NamedTuple):
    """Address of a text or of a place in it; ``text`` begins the SHA-256 of its source."""

    text: str
    span: Span | None = None
    quote: str = ""

    @property
    def target(self) -> str:
        """What two addresses of the same text have in common."""
        return f"text/{self.text[:DIGITS]}"


Address = MarkAddress | PlaceAddress


def written(address: Address) -> str:
    """The address as it is pasted: ASCII without spaces, brackets and quotation marks."""
    if isinstance(address, MarkAddress):
        return f"{SCHEME}:{address.target}"
    made = f"{SCHEME}:text/{address.text}"
    if address.span is None:
        return made
    paragraph, start, end = address.span
    made += f"?at={paragraph}.{start}-{end}"
    short = address.quote[:_LONGEST_QUOTE].encode("utf-8", "replace").decode("utf-8")
    return made + f"&quote={quote(short, safe='')}" if short else made


def parse(address: str) -> Address | None:
    """The address that a text is, or ``None`` for anything else, however odd."""
    if len(address) > _LONGEST:
        return None
    try:
        parts = urlsplit(address.strip())
        asked = parse_qs(parts.query, errors="replace", max_num_fields=8)
    except ValueError:
        return None
    if parts.scheme != SCHEME or parts.netloc or parts.fragment:
        return None
    path = unquote(parts.path).lower()
    if found := _MARK.fullmatch(path):
        return MarkAddress(found[1])
    if found := _TEXT.fullmatch(path):
        span = _span(asked.get("at", [""])[0])
        said = asked.get("quote", [""])[0][:_LONGEST_QUOTE] if span is not None else ""
        return PlaceAddress(found[1], span, said)
    return None


def found_in(text: str) -> Iterator[Address]:
    """The addresses written in a text, in order; what a sentence puts behind one is left off."""
    for match in _IN_TEXT.finditer(text):
        address = parse(match[0].rstrip(_CLOSING))
        if address is not None:
            yield address


def _span(at: str) -> Span | None:
    found = _AT.fullmatch(at)
    if found is None:
        return None
    span = Span(*map(int, found.groups()))
    return span if span.start <= span.end else None
