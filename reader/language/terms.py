"""Finding glossary terms in a text, all of them in one pass."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.domain.glossary import Term

# 部门, 部长, 部署 and 部队 are words of their own: 教育部门, 外交部长, 国防部署.
_AFTER_MINISTRY = frozenset("门长署队")


@dataclass(frozen=True, slots=True)
class Match:
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
                automaton.add_word(written, (len(written), term.id))
        automaton.make_automaton()
        self._automaton = automaton if len(automaton) else None

    def find(self, text: str) -> list[Match]:
        """Return the terms of ``text`` in order, without overlaps."""
        if self._automaton is None:
            return []
        found = [
            Match(last + 1 - length, last + 1, term)
            for last, (length, term) in self._automaton.iter(text)
            if not _splits_latin(text, last + 1 - length)
            and not _splits_latin(text, last + 1)
            and not _is_other_word(text, last + 1)
        ]
        return _longest(found, len(text))


def written_forms(terms: Iterable[Term]) -> list[tuple[str, Term]]:
    """Every way each term is written; the first term to claim a form keeps it."""
    forms: dict[str, Term] = {}
    for term in terms:
        for written in (term.headword, *term.variants):
            forms.setdefault(written, term)
    return list(forms.items())


def _splits_latin(text: str, at: int) -> bool:
    """Whether a border at ``at`` would cut a run of ASCII letters and digits."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()


def _is_other_word(text: str, end: int) -> bool:
    """Whether the 部 before ``end`` begins a word, as in 教育部门: no ministry is meant."""
    return text[end - 1] == "部" and text[end : end + 1] in _AFTER_MINISTRY


def _longest(found: list[Match], size: int) -> list[Match]:
    """Keep the longest of overlapping matches, the leftmost among equals."""
    if len(found) < 2:
        return found
    taken = bytearray(size)
    kept = []
    for match in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        # Longer matches come first, so an overlap always covers one of the two ends.
        if not taken[match.start] and not taken[match.end - 1]:
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


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
