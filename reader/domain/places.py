"""Places in a document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of one paragraph (document-wide index), in code points."""

    paragraph: int
    start: int
    end: int
