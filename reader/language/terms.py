"""Finding glossary terms in a text, all of them in one pass."""

from collections.abc import Iterable
from itertools import starmap
from typing import NamedTuple

from reader.domain.glossary import Term

# 部门, 部长, 部署 and 部队 are words of their own: 教育部门, 外交部长, 国防部署.
_AFTER_MINISTRY = frozenset("门长署队")


class Match(NamedTuple):
    """The half-open range ``start``-``end`` of a text is the term ``term`` (an id)."""

    start: int
    end: int
    term: str


class TermMatcher:
    """Finds headwords and variants: the longest wins, then the leftmost.

    Words shorter than ``shortest`` are left out: whether two characters are a term or the
    end of one word and the beginning of the next is for the segmenter to judge.
    """

    def __init__(self, terms: Iterable[Term], shortest: int = 1) -> None:
        import ahocorasick  # noqa: PLC0415 - third-party imports are lazy here

        automaton = ahocorasick.Automaton()
        for written, term in written_forms(terms):
            if len(written) >= shortest:
                automaton.add_word(written, (len(written) - 1, term.id, _depends(written)))
        automaton.make_automaton()
        self._automaton = automaton if len(automaton) else None

    def find(self, text: str) -> list[Match]:
        """Return the terms of ``text`` in order, without overlaps."""
        if self._automaton is None:
            return []
        found = [
            (last - before, last + 1, term)
            for last, (before, term, depends) in self._automaton.iter(text)
            if not (depends and _is_no_term(text, last - before, last + 1))
        ]
        return list(starmap(Match, _longest(found)))


def written_forms(terms: Iterable[Term]) -> list[tuple[str, Term]]:
    """Every way each term is written; the first term to claim a form keeps it."""
    forms: dict[str, Term] = {}
    for term in terms:
        for written in (term.headword, *term.variants):
            forms.setdefault(written, term)
    return list(forms.items())


def _depends(written: str) -> bool:
    """Whether what stands beside a form can make it something else."""
    return _is_latin(written[0]) or _is_latin(written[-1]) or written[-1] == "部"


def _is_no_term(text: str, start: int, end: int) -> bool:
    """Whether a range is part of a Latin word, or its 部 of a word as in 教育部门."""
    if text[end - 1] == "部" and text[end : end + 1] in _AFTER_MINISTRY:
        return True
    return any(
        0 < at < len(text) and _is_latin(text[at - 1]) and _is_latin(text[at])
        for at in (start, end)
    )


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


_Found = tuple[int, int, str]


def _longest(found: list[_Found]) -> list[_Found]:
    """Keep the longest of overlapping matches, the leftmost among equals."""
    found.sort()
    kept: list[_Found] = []
    group: list[_Found] = []
    reach = 0
    for match in found:
        start, end, _ = match
        if start < reach:
            group.append(match)
        else:
            kept += _longest_of(group)
            group = [match]
        reach = max(reach, end)
    return kept + _longest_of(group)


def _longest_of(group: list[_Found]) -> list[_Found]:
    """The same for matches each of which overlaps another."""
    if len(group) < 2:
        return group
    first = group[0][0]
    taken = bytearray(max(end for _, end, _ in group) - first)
    kept = []
    for start, end, term in sorted(group, key=_by_length):
        # Longer matches come first, so an overlap always covers one of the two ends.
        if not taken[start - first] and not taken[end - first - 1]:
            taken[start - first : end - first] = b"\1" * (end - start)
            kept.append((start, end, term))
    return sorted(kept)


def _by_length(match: _Found) -> tuple[int, int]:
    start, end, _ = match
    return start - end, start


class WordMatcher:
    """Finds every place where one of some words is written, also where they overlap."""

    def __init__(self, words: Iterable[str]) -> None:
        import ahocorasick  # noqa: PLC0415 - third-party imports are lazy here

        automaton = ahocorasick.Automaton()
        for word in words:
            automaton.add_word(word, len(word))
        automaton.make_automaton()
        self._automaton = automaton if len(automaton) else None

    def find(self, text: str) -> list[tuple[int, int]]:
        """Half-open ranges, by their ends."""
        if self._automaton is None:
            return []
        return [(last + 1 - length, last + 1) for last, length in self._automaton.iter(text)]
