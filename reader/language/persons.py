"""Names of Chinese people among the words of the model.

The model mostly leaves a name whole; what remains is to tell it from a word that no dictionary
has. How far its characters are at home in names (`namescores`) and what stands beside it, a title,
a verb of speech or another name, are weighed against each other. A name that was cut apart is
put together only where both agree.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.words import WordKind
from reader.language.lexicon import Lexicon
from reader.language.pieces import COMMON, NAMED, PERSON, Piece
from reader.language.surnames import (
    DOUBLE_SURNAMES,
    NOT_GIVEN,
    SAYS,
    SURNAMES,
    TITLE_ENDS,
    TITLES_AFTER,
    WORDLIKE,
)

_UNKNOWN = (-127,) * 6
_ALONE = 16  # sum of log odds, in tenths, that makes an unknown word of three characters a name
_ALONE_SHORT = 45  # … of two characters
_TOLD = -25  # … where a title or a verb of speech tells of a name
_TOLD_SHORT = -25
_TOGETHER = 20  # … of pieces that the model cut apart, where they are told of
_TOGETHER_ALONE = 70  # … and where nothing tells of them
_ENDS = frozenset("、，。；：）)”？！ ")
_SURE_SURNAME = 0  # … of a surname alone, before a title; 应总统邀请 is none


class Persons:
    """Finds the names of people; `lexicon` knows the characters of names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._scores = lexicon.in_names
        self._classes = lexicon.classes_of

    def named(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Return the pieces with names marked, and put together where they were cut apart."""
        out: list[Piece] = []
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            count = 0
            if piece.text[0] in SURNAMES and piece.term is None:
                count = self._size_at(pieces, at, out)
            if count:
                text = "".join(p.text for p in pieces[at : at + count])
                out.append(_person(text))
                at += count
            else:
                out.append(piece)
                at += 1
        return out

    def _size_at(self, pieces: Sequence[Piece], at: int, before: Sequence[Piece]) -> int:
        """How many pieces from ``at`` on are a name, 0 for none."""
        piece = pieces[at]
        length = len(piece.text)
        if piece.kind not in (WordKind.WORD, WordKind.NAME) or length > 4:
            return 0
        titled = after_title(before, len(before)) or _listed(before)
        surname = _surname(piece.text)
        if length == surname and before and before[-1].text == "姓":  # 他姓王
            return 1
        if length > surname:
            return self._whole(pieces, at, surname, titled)
        return self._apart(pieces, at, titled)

    def _whole(self, pieces: Sequence[Piece], at: int, surname: int, titled: bool) -> int:
        """Judge a piece that holds a surname and more."""
        piece = pieces[at]
        if piece.classes & PERSON:
            return 1
        if piece.classes & (COMMON | NAMED) or len(piece.text) - surname > 2:
            return 0
        given = piece.text[surname:]
        told = titled or told_by_next(pieces, at + 1)
        if len(given) == 1 and not piece.classes and (titled or told_by_next(pieces, at + 1)):
            # 王立|军 where the model stops too early.
            longer = self._longer(pieces, at, surname, titled)
            if longer:
                return longer
        if not NOT_GIVEN.isdisjoint(given) and not told:
            return 0
        score = self._score(piece.text, surname)
        if len(given) == 1:
            least = _TOLD_SHORT if told else _ALONE_SHORT
            return int(score >= least and (told or not piece.classes))
        if given in SAYS or (piece.classes and not told):
            return 0
        return int(score >= (_TOLD if told else _ALONE))

    def _longer(self, pieces: Sequence[Piece], at: int, surname: int, titled: bool) -> int:
        if at + 1 >= len(pieces) or not self._may_be_given(pieces[at + 1], 1):
            return 0
        text = pieces[at].text + pieces[at + 1].text
        told = told_by_next(pieces, at + 2) or (titled and _ended(pieces, at + 2))
        return 2 if told and self._score(text, surname) >= _TOGETHER else 0

    def _apart(self, pieces: Sequence[Piece], at: int, titled: bool) -> int:
        """Judge a surname that stands by itself, with what follows it."""
        for count in (2, 1):
            last = at + count
            if last >= len(pieces):
                continue
            given = pieces[at + 1 : last + 1]
            text = "".join(p.text for p in given)
            if len(text) > 2 or not all(self._may_be_given(p, len(text)) for p in given):
                continue
            score = self._score(pieces[at].text + text, len(pieces[at].text))
            told = titled and (_ended(pieces, last + 1) or pieces[at].text not in WORDLIKE)
            if told_by_next(pieces, last + 1) or told:
                if score >= _TOGETHER:
                    return count + 1
            elif score >= _TOGETHER_ALONE and pieces[at].text not in WORDLIKE:
                return count + 1
        titled_after = at + 1 < len(pieces) and pieces[at + 1].text in TITLES_AFTER
        surname = self._scores.get(pieces[at].text, _UNKNOWN)[0] >= _SURE_SURNAME
        return int(titled_after and surname and pieces[at].text not in WORDLIKE)

    def _may_be_given(self, piece: Piece, whole: int) -> bool:
        """Whether a piece may be, or be in, a given name of so many characters."""
        if piece.kind not in (WordKind.WORD, WordKind.NAME) or len(piece.text) > whole:
            return False
        if piece.text in SAYS or piece.text in TITLES_AFTER:
            return False
        return NOT_GIVEN.isdisjoint(piece.text)

    def _score(self, name: str, surname: int) -> int:
        """Sum of the log odds of the characters of a name."""
        scores = self._scores
        given = name[surname:]
        total = scores.get(name[0], _UNKNOWN)[0] if surname == 1 else 30
        if len(given) == 2:
            total += scores.get(given[0], _UNKNOWN)[1]
        return total + scores.get(given[-1], _UNKNOWN)[2]


def _surname(text: str) -> int:
    """Length of the surname that ``text`` begins with."""
    return 2 if text[:2] in DOUBLE_SURNAMES else 1


def _person(text: str) -> Piece:
    surname = _surname(text)
    if len(text) == surname:
        return Piece(text, WordKind.NAME, classes=PERSON)
    parts = (Piece(text[:surname], WordKind.NAME), Piece(text[surname:], WordKind.NAME))
    return Piece(text, WordKind.NAME, None, parts, PERSON)


def after_title(pieces: Sequence[Piece], at: int) -> bool:
    """Whether what stands before ``at``, but for white space, is a title."""
    if at and pieces[at - 1].text.isspace():
        at -= 1
    return bool(at) and pieces[at - 1].text.endswith(TITLE_ENDS)


def _listed(before: Sequence[Piece]) -> bool:
    """Whether a name and a 、 stand before."""
    return len(before) > 1 and before[-1].text == "、" and bool(before[-2].classes & PERSON)


def told_by_next(pieces: Sequence[Piece], at: int) -> bool:
    """Whether what stands at ``at`` tells that a name ended before it."""
    if at >= len(pieces):
        return False
    return pieces[at].text in SAYS or pieces[at].text in TITLES_AFTER


def _ended(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a part of the sentence ends at ``at``."""
    return at >= len(pieces) or pieces[at].text[0] in _ENDS
