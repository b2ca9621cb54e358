"""What passes between the steps of the analysis."""

from typing import NamedTuple

from reader.domain.words import WordKind


class Piece(NamedTuple):
    """A cut of the text; ``parts`` are the texts it was put together from, for names."""

    text: str
    kind: WordKind
    term: str | None = None
    parts: tuple[str, ...] = ()
