"""Plain text whose lines were broken at a fixed width."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.domain.script import CLOSERS, SENTENCE_ENDS, count_han
from reader.formats.chapters import chapter_level

_NARROWEST = 15  # shorter equal lines are verse
_SLACK = 3  # characters by which a full line may be short (a rule of punctuation, a number)
_FEWEST = 3  # full lines that make a width believable
_SAMPLE = 20_000  # lines that decide; a whole book is wrapped alike


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source without white space at its ends; ``indent`` counts what was stripped."""

    text: str
    start: int
    indent: int

    @property
    def end(self) -> int:
        """Source offset behind the last character that is not white space."""
        return self.start + len(self.text)


def width_of(lines: Sequence[Line]) -> int:
    """Tell the width (code points, indent included) at which ``lines`` were wrapped, or 0.

    They are wrapped if nearly all lines that are followed by another one are full and
    most of these stop inside a sentence. Empty lines have an empty text.
    """
    inner = [
        first
        for first, second in pairwise(lines[: _SAMPLE + 1])
        if first.text and second.text and not second.indent and not chapter_level(first.text)
    ]
    counts = Counter(len(line.text) + line.indent for line in inner)
    if not counts:
        return 0
    width = _widest(counts, len(inner))
    full = [line for line in inner if _is_full(line, width)]
    if width < _NARROWEST or len(full) < _FEWEST or len(full) * 10 < len(inner) * 7:
        return 0
    if any(len(line.text) + line.indent > width * 1.3 for line in lines[:_SAMPLE]):
        return 0
    stops = sum(_ends(line.text) for line in full)
    chinese = sum(count_han(line.text[:20]) * 2 > len(line.text[:20]) for line in full)
    return width if stops * 5 <= len(full) * 2 and chinese * 2 > len(full) else 0


def begins_paragraph(before: Line, line: Line, width: int) -> bool:
    """Whether ``line`` begins a paragraph although no empty line stands above it."""
    if line.indent >= 2 > before.indent or (line.indent >= 2 and before.indent >= 2):
        return True
    if chapter_level(before.text) or chapter_level(line.text):
        return True
    return not _is_full(before, width)


def _is_full(line: Line, width: int) -> bool:
    return width - _SLACK <= len(line.text) + line.indent <= width + _SLACK


def _widest(counts: "Counter[int]", total: int) -> int:
    """The width shared by most lines, give or take the slack."""

    def near(width: int) -> int:
        return sum(counts[n] for n in range(width - _SLACK, width + _SLACK + 1))

    best = max(counts, key=lambda width: (near(width), counts[width]))
    return best if near(best) * 2 > total else 0


def _ends(text: str) -> bool:
    return text.rstrip("".join(CLOSERS))[-1:] in SENTENCE_ENDS
