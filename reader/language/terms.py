"""Finding glossary terms in a text, all of them in one pass.

Quotation marks and interpuncts do not count, neither in a form nor in the text; a form that stands
in quotation marks as a whole is only found in them. A form with 、 is found without it as well.
Forms with gaps (:mod:`reader.domain.gaps`) are not looked for here.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.domain.bare import (
    Bare,
    bare,
    crosses_quotes,
    is_quoted,
    stands_in_quotes,
    within_quotes,
)
from reader.domain.gaps import has_gap
from reader.domain.glossary import Term
from reader.language.ordinary import DOUBTFUL, Ordinary, Surroundings

# What may not follow a term by its last character: 部门, 部长, 部署 and 部队 are words of
# their own (教育部门, 外交部长, 国防部署), and so are 委员, 难度 and 梦想.
_NOT_AFTER_LAST = {"部": "门长署队", "委": "员", "难": "度", "梦": "想"}
# The same for single terms whose last character begins another word: 城市群众, 记者摄影.
_NOT_AFTER = {
    "一把手": "枪电",
    "主席令": "人",
    "农民工": "作",
    "十四五": "岁个名年天月日",
    "十五五": "岁个名年天月日",
    "四人帮": "助扶忙",
    "城市群": "众",
    "委员长": "期大远",
    "引进来": "自",
    "市民化": "解学工妆",
    "注册制": "度",
    "科创板": "块",
    "记者摄": "影像",
    "走在前": "面头边",
    "非农化": "肥学",
}


class Match(NamedTuple):
    """The half-open range ``start``-``end`` of a text is the term ``term`` (an id)."""

    start: int
    end: int
    term: str


class _Special(NamedTuple):
    """What has to be looked at where a form that is ``written`` so is found."""

    written: str
    quoted: bool
    latin: bool
    others: frozenset[str]

    def place(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The place of the form in a text, if it is one there."""
        if self.quoted:
            if not stands_in_quotes(text, start, end):
                return None
            start, end = start - 1, end + 1
        if self.others and text[end : end + 1] in self.others:
            return None
        if self.latin and _is_in_latin_word(text, start, end):
            return None
        return start, end


class TermMatcher:
    """Finds headwords and variants: the longest wins, then the leftmost.

    Words shorter than ``shortest`` are left out: whether two characters are a term or the
    end of one word and the beginning of the next is for the segmenter to judge. Forms that are
    ``ordinary`` words too are found where other terms speak for them.
    """

    def __init__(
        self, terms: Iterable[Term], shortest: int = 1, ordinary: Ordinary | None = None
    ) -> None:
        import ahocorasick  # noqa: PLC0415 - third-party imports are lazy here

        automaton = ahocorasick.Automaton()
        ordinary = ordinary or Ordinary(())
        self._reach = 0
        for written, form, term in _findable(terms, shortest):
            latin, others = _begins_or_ends_latin(form), _not_after(form)
            special = None
            quoted = written != form and is_quoted(written)
            if latin or others or quoted or (written != form and crosses_quotes(written)):
                special = _Special(written, quoted, latin, others)
            weight = ordinary.weight(written, term.id)
            automaton.add_word(form, (len(form) - 1, term.id, special, weight))
            self._reach = max(self._reach, len(form))
        automaton.make_automaton()
        self._automaton = automaton if len(automaton) else None

    def find(self, text: str) -> list[Match]:
        """Return the terms of ``text`` in order, without overlaps."""
        places = self._in_context(self._all(Bare(text)))
        return [Match(start, end, term) for start, end, term, _ in places]

    def _all(self, stripped: Bare) -> list["_Found"]:
        """Every place of a form, in the text with its quotation marks."""
        if self._automaton is None:
            return []
        text, marks = stripped.written, stripped.marks
        found: list[_Found] = []
        behind = 0  # marks before the last character of a form
        for last, (reach, term, special, weight) in self._automaton.iter(stripped.text):
            while behind < len(marks) and marks[behind] <= last:
                behind += 1
            start, end = last - reach + behind, last + 1 + behind
            if behind and marks[behind - 1] > last - reach:
                place = _over_marks(text, stripped.place(last - reach), end, special)
                if place is None:
                    continue
                start, end = place
            if special is not None:
                place = special.place(text, start, end)
                if place is None:
                    continue
                start, end = place
            found.append((start, end, term, weight))
        return found

    def _in_context(self, found: list["_Found"]) -> list["_Found"]:
        """The longest, without the ordinary words among them; what those hid comes to light."""
        kept = _longest(found)
        doubtful = [place for place in kept if place[3] == DOUBTFUL]
        if not doubtful:
            return kept
        near = Surroundings(
            [(start, term, weight) for start, _, term, weight in kept if weight > 0]
        )
        refused = {place for place in doubtful if not near.speak_for(place[0])}
        if not refused:
            return kept
        kept = [place for place in kept if place not in refused]
        hidden = {
            place
            for start, end, _, _ in refused
            for place in self._over(found, start, end)
            if place[3] != DOUBTFUL or (place not in refused and near.speak_for(place[0]))
        }
        return sorted([*kept, *_longest([place for place in hidden if _is_free(kept, place)])])

    def _over(self, found: list["_Found"], start: int, end: int) -> Iterator["_Found"]:
        """Those of places, which are in order, that overlap another."""
        # A place has some marks more than its form has characters.
        first = bisect_left(found, (start - 2 * self._reach,))
        for place in found[first : bisect_left(found, (end,))]:
            if place[1] > start:
                yield place


def _is_free(kept: list["_Found"], place: "_Found") -> bool:
    """Whether a place overlaps none of those kept, which are in order."""
    before = bisect_left(kept, (place[1],)) - 1
    return before < 0 or kept[before][1] <= place[0]


def _findable(terms: Iterable[Term], shortest: int) -> list[tuple[str, str, Term]]:
    """Each form as written, what is looked for, and its term; one that needs no quotes first."""
    forms = [
        (written, term)
        for written, term in written_forms(terms)
        if len(written) >= shortest and not has_gap(written)
    ]
    found: dict[str, tuple[str, str, Term]] = {}
    for written, term in sorted(forms, key=lambda each: (is_quoted(each[0]), each[1].id)):
        form = bare(written)
        for each in (form, form.replace("、", "")) if "、" in form else (form,):
            if each:
                found.setdefault(each, (written, each, term))
    return list(found.values())


def _over_marks(
    text: str, start: int, end: int, special: _Special | None
) -> tuple[int, int] | None:
    """The place of a form with marks in it, if they are not those of separate quotations."""
    place = within_quotes(text, start, end)
    if place is None:
        return None
    found = text[place[0] : place[1]]
    if crosses_quotes(found) and (special is None or found != special.written):
        return None
    return place


def written_forms(terms: Iterable[Term]) -> list[tuple[str, Term]]:
    """Every way each term is written; the first term to claim a form keeps it."""
    forms: dict[str, Term] = {}
    for term in terms:
        for written in (term.headword, *term.variants):
            forms.setdefault(written, term)
    return list(forms.items())


_NOBODY: frozenset[str] = frozenset()


def _begins_or_ends_latin(written: str) -> bool:
    return _is_latin(written[0]) or _is_latin(written[-1])


def _not_after(written: str) -> frozenset[str]:
    """The characters before which a form is no term, as 教育部 is none in 教育部门."""
    last, own = _NOT_AFTER_LAST.get(written[-1]), _NOT_AFTER.get(written)
    return frozenset((last or "") + (own or "")) if last or own else _NOBODY


def _is_in_latin_word(text: str, start: int, end: int) -> bool:
    """Whether a range begins or ends inside a Latin word."""
    return any(
        0 < at < len(text) and _is_latin(text[at - 1]) and _is_latin(text[at])
        for at in (start, end)
    )


def _is_latin(char: str) -> bool:
    return char < "\x80" and char.isalnum()


_Found = tuple[int, int, str, int]
"""A place of a term, and how much it speaks for others."""


def _longest(found: list[_Found]) -> list[_Found]:
    """Keep the longest of overlapping matches, the leftmost among equals."""
    found.sort()
    kept: list[_Found] = []
    group: list[_Found] = []
    reach = 0
    for match in found:
        start, end, _, _ = match
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
    taken = bytearray(max(end for _, end, _, _ in group) - first)
    kept = []
    for place in sorted(group, key=_by_length):
        start, end, _, _ = place
        # Longer matches come first, so an overlap always covers one of the two ends.
        if not taken[start - first] and not taken[end - first - 1]:
            taken[start - first : end - first] = b"\1" * (end - start)
            kept.append(place)
    return sorted(kept)


def _by_length(match: _Found) -> tuple[int, int]:
    start, end, _, _ = match
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
