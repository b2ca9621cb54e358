"""Cutting paragraphs into words: glossary terms, then the statistical model, then what belongs together.

Many paragraphs are cut at once, because the model is fast only on many characters. What is not
Chinese is cut by its looks (`scan`), and no word reaches over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.domain.glossary import Term
from reader.domain.words import WordKind
from reader.language.handmade import WORDS
from reader.language.lexicon import Lexicon
from reader.language.merging import joined
from reader.language.models.boundaries import AFTER, BEFORE, Boundaries
from reader.language.naming import Names
from reader.language.ordinary import Ordinary
from reader.language.pieces import NAMED, Piece
from reader.language.scan import scan
from reader.language.terms import TermMatcher, WordMatcher, written_forms

_SURE_LENGTH = 3  # a term of this length wins without asking the model
_LONGEST = 24  # no word has more characters, whatever the model says
_EDGE = len(BEFORE)


class _Stretch(NamedTuple):
    """A run of Chinese between others: half-open, in one text."""

    text: int
    start: int
    end: int


Plan = list["Piece | _Stretch"]
"""A text with what is certain already, and the stretches that are to be cut."""


class Cutter:
    """Cuts text into words and names; together the pieces are exactly the text."""

    def __init__(self, boundaries: Boundaries, lexicon: Lexicon, terms: Sequence[Term]) -> None:
        forms = written_forms(terms)
        self._boundaries = boundaries
        self._lexicon = lexicon
        self._names = Names(lexicon)
        self._ordinary = Ordinary(terms)
        self._terms = TermMatcher(terms, _SURE_LENGTH, self._ordinary)
        self._short = {form: term.id for form, term in forms if len(form) < _SURE_LENGTH}
        self._favoured = WordMatcher([*WORDS, *(form for form in self._short if len(form) > 1)])

    def cut(self, texts: Sequence[str]) -> list[list[Piece]]:
        """Return the pieces of each text."""
        plans = [self._plan(number, text) for number, text in enumerate(texts)]
        found = map(self._names.named, self._fill(texts, plans))
        return list(map(self._ordinary.in_context, found))

    def parts(self, texts: Sequence[str]) -> list[list[Piece]]:
        """Cut terms into the words inside them; nothing of one that is one word."""
        plans: list[Plan] = [
            list(_scanned(number, text, 0, len(text))) for number, text in enumerate(texts)
        ]
        found = self._fill(texts, plans, whole=False)
        return [pieces if len(pieces) > 1 else [] for pieces in found]

    def _plan(self, number: int, text: str) -> Plan:
        plan: Plan = []
        at = 0
        for match in self._terms.find(text):
            plan += _scanned(number, text, at, match.start)
            plan.append(Piece(text[match.start : match.end], WordKind.TERM, match.term))
            at = match.end
        plan += _scanned(number, text, at, len(text))
        return plan

    def _fill(
        self, texts: Sequence[str], plans: Sequence[Plan], *, whole: bool = True
    ) -> list[list[Piece]]:
        """Cut the stretches of all plans."""
        stretches = [item for plan in plans for item in plan if isinstance(item, _Stretch)]
        words = iter(self._words(texts, stretches, whole))
        return [
            [
                piece
                for item in plan
                for piece in (next(words) if isinstance(item, _Stretch) else (item,))
            ]
            for plan in plans
        ]

    def _words(
        self, texts: Sequence[str], stretches: Sequence[_Stretch], whole: bool
    ) -> Iterator[list[Piece]]:
        """The words of each stretch; ``whole`` allows one word to be all of it."""
        if not stretches:
            return
        codes, places = _codes(texts)
        starts = np.array([places[s.text] + s.start for s in stretches], np.int64)
        stops = starts + np.array([s.end - s.start for s in stretches], np.int64)
        favoured = [
            (places[number] + start, places[number] + end)
            for number, text in enumerate(texts)
            for start, end in self._favoured.find(text)
            if whole or end - start < len(text)
        ]
        inside = _inside(favoured, starts, stops)
        found = self._boundaries.ends(codes, starts, stops, inside)
        ends = np.flatnonzero(_shortened(found, starts)) + 1
        owner = np.searchsorted(starts, ends - 1, side="right") - 1
        begins = np.concatenate([starts[:1], ends[:-1]])
        first = np.concatenate([[True], owner[1:] != owner[:-1]])
        begins[first] = starts[owner[first]]
        known = self._lexicon.classes(codes, begins, ends - begins)
        merges = joined(codes, begins, ends, owner, self._lexicon)
        counts = np.bincount(owner, minlength=len(stretches)).tolist()
        at = 0
        offsets = (begins - np.array(places, np.int64)[[s.text for s in stretches]][owner]).tolist()
        sizes, kinds = (ends - begins).tolist(), known.tolist()
        for stretch, count in zip(stretches, counts, strict=True):
            text = texts[stretch.text]
            pieces: list[Piece] = []
            last = at + count
            while at < last:
                take, found = merges.get(at, (1, kinds[at]))
                if take == count and not whole and take > 1:
                    take, found = 1, kinds[at]
                start = offsets[at]
                end = offsets[at + take - 1] + sizes[at + take - 1]
                parts: tuple[Piece, ...] = ()
                if take > 1:
                    parts = tuple(
                        self._piece(text[offsets[i] : offsets[i] + sizes[i]], kinds[i])
                        for i in range(at, at + take)
                    )
                pieces.append(self._piece(text[start:end], found, parts))
                at += take
            yield pieces

    def _piece(self, word: str, known: int, parts: tuple[Piece, ...] = ()) -> Piece:
        if word in self._short:
            return Piece(word, WordKind.TERM, self._short[word], parts, known)
        kind = WordKind.NAME if known & NAMED else WordKind.WORD
        return Piece(word, kind, None, parts, known)


def _scanned(number: int, text: str, start: int, end: int) -> Iterator[Piece | _Stretch]:
    """What stands between two terms: pieces, and stretches that are to be cut."""
    at = start
    for run, kind in scan(text[start:end]):
        if kind is None:
            yield _Stretch(number, at, at + len(run))
        else:
            yield Piece(run, kind)
        at += len(run)


def _codes(texts: Sequence[str]) -> tuple[NDArray[np.uint32], list[int]]:
    """Code points of all texts with their edges, and where each text begins."""
    edges = "".join(map(chr, AFTER)) + "".join(map(chr, BEFORE))
    whole = "".join(map(chr, BEFORE)) + edges.join(texts) + "".join(map(chr, AFTER))
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
    places, at = [], _EDGE
    for text in texts:
        places.append(at)
        at += len(text) + len(edges)
    return codes, places


def _shortened(ends: NDArray[np.bool_], starts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """End words that are too long where they must: a row of one character may be such a word."""
    last = np.flatnonzero(ends)
    borders = np.union1d(last + 1, starts)
    for place in np.flatnonzero(np.diff(borders) > _LONGEST):
        begin, stop = borders[place], borders[place + 1]
        if ends[stop - 1]:
            ends[begin + _LONGEST - 1 : stop - 1 : _LONGEST] = True
    return ends


def _inside(
    ranges: Sequence[tuple[int, int]], starts: NDArray[np.int64], stops: NDArray[np.int64]
) -> list[tuple[int, int]]:
    """Those of ``ranges`` that lie within one stretch."""
    if not ranges:
        return []
    owner = np.searchsorted(starts, [start for start, _ in ranges], side="right") - 1
    ends = stops[owner].tolist()
    return [
        span
        for span, own, end in zip(ranges, owner.tolist(), ends, strict=True)
        if own >= 0 and span[1] <= end
    ]
