"""Terms that are ordinary words too, marked only among the language of policy.

认为, 布局 and 来之不易 are explained in a report and left alone in a novel. An entry names such
forms in ``context``. They count where other terms stand near: one formula of three characters and
more, or two of whatever kind, within 150 characters of the same paragraph. Neighbours do
not count, since the words of a paragraph are kept by its text alone. Where a name stands directly before,
as the one who 指出 or 会见, any one term is enough, and in a headline none is needed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from reader.domain.glossary import Term
from reader.domain.words import Word, WordKind
from reader.language.pieces import NAMED, Piece

_NEAR = 150
_ENOUGH = 2
_FORMULA = frozenset({"formula", "number-formula", "document", "campaign", "news-phrase"})
_FORMULA_LENGTH = 3
_SURE_LENGTH = 3
"""Characters of the shortest form that speaks for others; a shorter one may be an accident."""

DOUBTFUL = -1
"""Weight of a form for which others have to speak."""

_HEADLINE = 40
_ENDS = frozenset("。；！？!?;")


class Ordinary:
    """Knows which forms are ordinary words too, and what speaks for them."""

    def __init__(self, terms: Iterable[Term]) -> None:
        forms: set[str] = set()
        self._formulas: set[str] = set()
        for term in terms:
            forms.update(term.context)
            if term.kind in _FORMULA:
                self._formulas.add(term.id)
        self.forms = frozenset(forms)

    def weight(self, written: str, term: str) -> int:
        """How much a term speaks for others beside it; :data:`DOUBTFUL` for an ordinary word."""
        if written in self.forms:
            return DOUBTFUL
        if len(written) < _SURE_LENGTH:
            return 0
        return 2 if term in self._formulas and len(written) >= _FORMULA_LENGTH else 1

    def surroundings(self, places: Iterable[tuple[int, str, str]]) -> "Surroundings":
        """What speaks for ordinary forms: of each term where it stands, how it is written, its id."""
        return Surroundings(
            sorted(
                (start, term, weight)
                for start, written, term in places
                if (weight := self.weight(written, term)) > 0
            )
        )

    def in_context(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces of a text, without the terms in them that are ordinary words there."""
        doubtful = {
            start: piece
            for start, piece in _walk(pieces)
            if piece.term is not None and piece.text in self.forms
        }
        if not doubtful:
            return pieces
        near = self.surroundings(
            (start, piece.text, piece.term)
            for start, piece in _walk(pieces)
            if piece.term is not None
        )
        named = set(_after_names(pieces))
        out = {
            start
            for start in doubtful
            if not near.speak_for(start, 1 if start in named else _ENOUGH)
        }
        if out and _is_headline(pieces):
            out -= set(_between_names(pieces))
        return _without(pieces, out) if out else pieces

    def allows(self, words: Sequence[Word], text: str) -> Callable[[str, int], bool]:
        """Tells of a form at a place whether it is a term there; ``words`` are those of ``text``."""
        near: list[Surroundings] = []

        def allowed(form: str, at: int) -> bool:
            if form not in self.forms:
                return True
            if not near:
                terms = ((w.start, text[w.start : w.end], w.term) for w in words if w.term)
                near.append(self.surroundings(terms))
            return near[0].speak_for(at)

        return allowed


class Surroundings:
    """Terms that speak for others, in the order in which they stand."""

    def __init__(self, found: Sequence[tuple[int, str, int]]) -> None:
        self._found = found
        self._starts = [start for start, _, _ in found]

    def speak_for(self, at: int, enough: int = _ENOUGH) -> bool:
        """Whether what stands ``at`` a character stands in the language of policy."""
        first = bisect_left(self._starts, at - _NEAR)
        last = bisect_right(self._starts, at + _NEAR)
        weights = {term: weight for _, term, weight in self._found[first:last]}
        return sum(weights.values()) >= enough


def _walk(pieces: Sequence[Piece], start: int = 0) -> Iterator[tuple[int, Piece]]:
    """Every piece with its beginning, and what is in those that are no terms."""
    for piece in pieces:
        yield start, piece
        if piece.term is None:
            yield from _walk(piece.parts, start)
        start += len(piece.text)


def _is_headline(pieces: Sequence[Piece]) -> bool:
    return sum(len(piece.text) for piece in pieces) <= _HEADLINE and not any(
        char in _ENDS for piece in pieces for char in piece.text
    )


def _after_names(pieces: Sequence[Piece]) -> Iterator[int]:
    """Where a piece follows a name."""
    start = 0
    for before, piece in pairwise(pieces):
        start += len(before.text)
        if before.kind is WordKind.NAME and piece.term is not None:
            yield start


def _between_names(pieces: Sequence[Piece]) -> Iterator[int]:
    """Where a piece follows a name and ends the line, or another name follows it."""
    start = 0
    for before, following in zip(pieces, [*pieces[2:], None], strict=False):
        start += len(before.text)
        alone = following is None or following.kind is WordKind.NAME
        if alone and before.kind is WordKind.NAME:
            yield start


def _without(pieces: Sequence[Piece], out: set[int], start: int = 0) -> list[Piece]:
    """The pieces, those that begin at one of ``out`` as words."""
    found = []
    for piece in pieces:
        plain = piece
        if piece.term is None:
            if piece.parts:
                plain = piece._replace(parts=tuple(_without(piece.parts, out, start)))
        elif start in out:
            kind = WordKind.NAME if piece.classes & NAMED else WordKind.WORD
            plain = piece._replace(kind=kind, term=None)
        found.append(plain)
        start += len(piece.text)
    return found
