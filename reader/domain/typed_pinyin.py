"""Pinyin as a person types it to find something: whole, without tones, begun, or initials only.

``changsanjiao``, ``chang2 san1``, ``chángsān``, ``changsanj`` and ``csj`` are all taken. Where
letters can be cut in more than one way (xian, xi'an) every way counts; what is set apart by a
space or an apostrophe is cut there.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from reader.domain.pinyin import letters, strokes, tone
from reader.domain.script import fold_width
from reader.domain.syllables import SYLLABLES

_LONGEST = 6
"""Letters of the longest syllable, zhuang."""

_MOST = 1024
"""Ways to cut that are tried: a dozen ambiguous syllables on end stay below."""

_LONG = 200
"""Letters above which only one way is tried."""

_CHUNK = re.compile(r"([^\W\d_]+)([1-5]?)")
_BETWEEN = re.compile(r"[\s'’ʼ‘`·\-]*")
_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsywaeo")
_ALONE = {"m", "n", "ng", "hm", "hng", "r"}
"""Syllables that are no part of a longer run of letters unless nothing else explains it."""


class Syllable(NamedTuple):
    """One syllable that was typed: its forms without tone, its tone or 0 for any.

    ``open`` tells that syllables which only begin so are meant, too.
    """

    forms: tuple[str, ...]
    tone: int = 0
    open: bool = False

    def matches(self, syllable: str) -> bool:
        """Whether a marked syllable is meant."""
        if self.tone and tone(syllable) != self.tone:
            return False
        plain = letters(syllable)
        if plain not in SYLLABLES:
            return False
        return any(plain.startswith(form) if self.open else plain == form for form in self.forms)


Cut = tuple[Syllable, ...]
"""One way to cut what was typed."""


def cuts(typed: str) -> tuple[Cut, ...]:
    """Every way to read ``typed`` as pinyin, none when it is not; at most 1,024."""
    chunks = _chunks(unicodedata.normalize("NFC", fold_width(typed).replace("u:", "ü")))
    if not chunks:
        return ()
    ways = []
    for chunk, number in chunks:
        ways.append(_chunk_cuts(chunk, number))
        if not ways[-1]:
            return ()
    joined = (tuple(s for part in parts for s in part) for parts in product(*ways))
    return tuple(islice(joined, _MOST))


def fuzzy(cut: Cut) -> Cut:
    """The same with what southern speakers and hasty fingers confuse: zh/z, n/l, an/ang, in/ing."""
    return tuple(each._replace(forms=tuple(_confused(each.forms))) for each in cut)


def places(cut: Sequence[Syllable], syllables: Sequence[str]) -> Iterator[int]:
    """Where ``cut`` begins in a run of adjoining marked syllables."""
    for start in range(len(syllables) - len(cut) + 1):
        if all(typed.matches(syllables[start + at]) for at, typed in enumerate(cut)):
            yield start


def _chunks(typed: str) -> list[tuple[str, int]]:
    """Runs of letters with the tone number behind each or 0; none if there is anything else."""
    out: list[tuple[str, int]] = []
    at = 0
    while True:
        between = _BETWEEN.match(typed, at)
        at = between.end() if between else at
        if at == len(typed):
            return out
        found = _CHUNK.match(typed, at)
        if found is None or (found[2] and typed[found.end() : found.end() + 1].isdigit()):
            return []
        out.append((found[1], int(found[2] or 0)))
        at = found.end()


def _chunk_cuts(chunk: str, number: int) -> list[Cut]:
    """Ways to cut a run of letters; a tone number is that of its last syllable."""
    marked = strokes(chunk)
    plain = "".join(letter for letter, _ in marked)
    if not (plain.isascii() and plain.isalpha()):
        return []
    most = _MOST if len(plain) <= _LONG else 1
    for pieces in (_whole, _begun, _initials):
        found = list(islice(_ways(plain, pieces), most))
        if found:
            least = min(map(_letters_of_initials, found))
            whole = [way for way in found if _letters_of_initials(way) == least]
            return [cut for way in whole if (cut := _toned(way, marked, number)) is not None]
    return []


def _letters_of_initials(way: Iterable["_Piece"]) -> int:
    return sum(piece.length for piece in way if piece.initial)


class _Piece(NamedTuple):
    """A part of a run of letters, ``open`` where it may be only the beginning of a syllable."""

    length: int
    open: bool = False
    initial: bool = False


_Pieces = Callable[[str, int], Iterator[_Piece]]


def _whole(text: str, at: int) -> Iterator[_Piece]:
    """Whole syllables that stand at a letter, the longest first."""
    for length in range(min(_LONGEST, len(text) - at), 0, -1):
        own = text[at : at + length]
        if _spelled(own) and (own not in _ALONE or length == len(text) or own == "r"):
            yield _Piece(length)


def _begun(text: str, at: int) -> Iterator[_Piece]:
    """Whole syllables, and as the last one the beginning of a syllable."""
    yield from _whole(text, at)
    rest = text[at:]
    if len(rest) <= _LONGEST and any(each.startswith(rest) for each in SYLLABLES):
        yield _Piece(len(rest), open=True)


def _initials(text: str, at: int) -> Iterator[_Piece]:
    """Whole syllables or initials; a whole syllable first."""
    yield from (piece for piece in _whole(text, at) if piece.length > 1)
    for initial in _INITIALS:
        if text.startswith(initial, at):
            yield _Piece(len(initial), open=True, initial=True)


def _ways(text: str, pieces: _Pieces) -> Iterator[tuple[_Piece, ...]]:
    """Ways to cut the whole of ``text``, those with longer pieces first."""
    dead = _dead_ends(text, pieces)
    path: list[_Piece] = []
    stack = [pieces(text, 0)]
    position = 0
    while stack:
        piece = next(stack[-1], None)
        if piece is None:
            stack.pop()
            if path:
                position -= path.pop().length
            continue
        if position + piece.length in dead:
            continue
        path.append(piece)
        position += piece.length
        if position == len(text):
            yield tuple(path)
            position -= path.pop().length
        else:
            stack.append(pieces(text, position))


def _dead_ends(text: str, pieces: _Pieces) -> set[int]:
    """Letters from which no way leads to the end."""
    dead: set[int] = set()
    for at in range(len(text) - 1, -1, -1):
        if all(at + piece.length in dead for piece in pieces(text, at)):
            dead.add(at)
    return dead


def _toned(way: Iterable[_Piece], marked: Sequence[tuple[str, int]], number: int) -> Cut | None:
    """The syllables of a way to cut, with the tones of their marks; ``None`` if two marks meet."""
    out: list[Syllable] = []
    at = 0
    for piece in way:
        part = marked[at : at + piece.length]
        marks = [mark for _, mark in part if mark]
        if len(marks) > 1:
            return None
        own = "".join(letter for letter, _ in part)
        out.append(Syllable(_forms(own), marks[0] if marks else 0, piece.open))
        at += piece.length
    if number:
        if out[-1].tone not in (0, number):
            return None
        out[-1] = out[-1]._replace(tone=number)
    return tuple(out)


_WRITTEN = {"lue": "lve", "nue": "nve"}
"""Spellings of keyboards that have no ü."""


def _spelled(own: str) -> bool:
    return own in SYLLABLES or own in _WRITTEN


def _forms(own: str) -> tuple[str, ...]:
    return (_WRITTEN.get(own, own),)


_BEGINNINGS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
_ENDINGS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


def _confused(forms: Iterable[str]) -> Iterator[str]:
    """The forms and what is confused with them."""
    for form in forms:
        heads = {form}
        for one, other in _BEGINNINGS:
            if form.startswith(one):
                heads.add(other + form[len(one) :])
            elif form.startswith(other):
                heads.add(one + form[len(other) :])
        for head in sorted(heads):
            yield head
            for one, other in _ENDINGS:
                if head.endswith(one):
                    yield head[: -len(one)] + other
                elif head.endswith(other):
                    yield head[: -len(other)] + one
