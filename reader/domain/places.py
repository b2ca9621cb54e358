"""Places in a document."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of one paragraph (document-wide index), in code points."""

    paragraph: int
    start: int
    end: int
