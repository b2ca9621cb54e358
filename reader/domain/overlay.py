"""The reader's corrections, laid over the words of an analyser.

Nothing is analysed again: the words of a paragraph are changed whenever they are fetched, so
that a correction holds for every text at once and for whatever analyser comes after.

* One that holds *everywhere* is found by what is written. It wins over every guess, but leaves
  alone what reaches over its edge and is known as a whole: a word of the dictionary, a term, a
  number. Inside a longer word of several it corrects that one of them. A single character is
  corrected only where it is a word by itself: 行 in 银行 is another word.
* One that holds *here* is found by its place, where the same is still written.

Of two that hold everywhere the longer wins; of two here the later; here wins over everywhere.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.domain.pieces import clipped, united
from reader.domain.places import Span
from reader.domain.script import count_han
from reader.domain.words import ReadingSource, Word, WordKind

Words = tuple[Word, ...]


class NewWord(NamedTuple):
    """A word as the reader wants it; without ``syllables`` it is read as its characters are."""

    text: str
    syllables: tuple[str, ...] = ()


class Rule(NamedTuple):
    """What stands where ``words`` are written, one after the other: everywhere, or at ``span``."""

    words: tuple[NewWord, ...]
    document: int | None = None
    span: Span | None = None

    @property
    def quote(self) -> str:
        """What is written there."""
        return "".join(word.text for word in self.words)


class Overlay:
    """Rules in the order they were made, ready to be applied. Never changes."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        everywhere: dict[str, Rule] = {}
        self._here: dict[tuple[int, int], list[Rule]] = {}
        for rule in rules:
            if rule.span is None:
                everywhere[rule.quote] = rule
            elif rule.document is not None:
                self._here.setdefault((rule.document, rule.span.paragraph), []).append(rule)
        # By their first two characters, or the only one: of thousands few are tried at a place.
        self._by_start: dict[str, list[tuple[str, Rule]]] = {}
        for quote, rule in everywhere.items():
            self._by_start.setdefault(quote[:2], []).append((quote, rule))
        self._firsts = frozenset(start[:1] for start in self._by_start)

    def __bool__(self) -> bool:
        return bool(self._firsts or self._here)

    def rules(self) -> Iterator[Rule]:
        """Every rule that can be applied, in no particular order."""
        for found in self._by_start.values():
            yield from (rule for _, rule in found)
        for rules in self._here.values():
            yield from rules

    def applied(
        self,
        words: Words,
        text: str,
        document: int | None = None,
        paragraph: int = 0,
        start: int = 0,
    ) -> Words:
        """The words as the reader wants them.

        ``text`` is what they cover: a paragraph, or the portion of it that begins at ``start``.
        """
        if not words:
            return words
        written = _Written(text, start)
        if not self._firsts.isdisjoint(text):
            for site in self.sites(words, text, start):
                words = _put(words, written, site.start, site.rule)
        for rule in self._here.get((document, paragraph), ()) if document is not None else ():
            assert rule.span is not None
            at = rule.span.start
            if at >= start and text.startswith(rule.quote, at - start):
                words = _put(words, written, at, rule)
        return words

    def sites(self, words: Words, text: str, start: int = 0) -> list["Site"]:
        """Where what holds everywhere is applied, in the order in which that has to be done.

        Shorter ones come first, so that a longer one around has the last word; of two that
        overlap in part only the longer one stays.
        """
        found = [
            Site(at + start, at + start + len(quote), rule)
            for at, char in enumerate(text)
            if char in self._firsts
            for key in {char, text[at : at + 2]}
            for quote, rule in self._by_start.get(key, ())
            if text.startswith(quote, at) and _fits(words, at + start, at + start + len(quote))
        ]
        if len(found) < 2:
            return found
        found.sort(key=lambda site: (site.start - site.end, site.start))
        kept: list[Site] = []
        for site in found:
            if not any(site.crosses(other) for other in kept):
                kept.append(site)
        return kept[::-1]


class Site(NamedTuple):
    """A place where a rule that holds everywhere is applied."""

    start: int
    end: int
    rule: Rule

    def crosses(self, other: "Site") -> bool:
        """Whether both share characters and neither lies in the other."""
        low, high = max(self.start, other.start), min(self.end, other.end)
        return low < high and (low, high) not in ((self.start, self.end), (other.start, other.end))


class _Written(NamedTuple):
    """What words cover: ``text`` begins at ``origin`` of their paragraph."""

    text: str
    origin: int

    def of(self, start: int, end: int) -> str:
        """What is written from ``start`` to ``end`` of the paragraph."""
        return self.text[start - self.origin : end - self.origin]


def _touched(words: Words, start: int, end: int) -> tuple[int, int]:
    """Half-open range of the indexes of the words that ``start`` to ``end`` meets."""
    first = bisect_right(words, start, key=lambda word: word.start) - 1
    return max(first, 0), bisect_left(words, end, key=lambda word: word.start)


def _fits(words: Words, at: int, end: int) -> bool:
    """Whether what holds everywhere holds here too: see the head of this module."""
    first, last = _touched(words, at, end)
    if last <= first or words[last - 1].end < end:
        return False
    left, right = words[first], words[last - 1]
    if left.start == at and right.end == end:
        return True
    if end - at == 1:
        return False
    if last - first == 1 and _is_inside(left, at, end):
        return True
    return not any(_reaches(word, edge) for word in (left, right) for edge in (at, end))


def _is_inside(word: Word, start: int, end: int) -> bool:
    """Whether a range is one or more of the shorter words inside a longer one."""
    outer = _part_around(word, start, end)
    if outer is not None:
        return _is_inside(outer, start, end)
    starts, ends = {part.start for part in word.parts}, {part.end for part in word.parts}
    return start in starts and end in ends


def _part_around(word: Word, start: int, end: int) -> Word | None:
    """The part of a word that is longer than a range and holds it."""
    for part in word.parts:
        if part.start <= start and end <= part.end and (part.start, part.end) != (start, end):
            return part
    return None


def _reaches(word: Word, edge: int) -> bool:
    """Whether something that is known as a whole reaches over an edge."""
    if not word.start < edge < word.end:
        return False
    if word.term is not None or word.kind in {WordKind.NUMBER, WordKind.LATIN}:
        return True
    if word.parts:
        return any(_reaches(part, edge) for part in word.parts)
    return word.source in {ReadingSource.GLOSSARY, ReadingSource.DICTIONARY}


def _put(words: Words, written: _Written, at: int, rule: Rule) -> Words:
    """The words with those of a rule in place."""
    end = at + len(rule.quote)
    first, last = _touched(words, at, end)
    if last <= first or words[last - 1].end < end:
        return words
    left, right = words[first], words[last - 1]
    longer = last - first == 1 and (left.start, left.end) != (at, end)
    if longer and rule.span is None and _is_inside(left, at, end):
        return (*words[:first], _within(left, written, at, rule), *words[last:])
    before = clipped(left, written.of(left.start, left.end), left.start, at)
    after = clipped(right, written.of(right.start, right.end), end, right.end)
    return (
        *words[:first],
        *([before] if left.start < at else ()),
        *_new(words[first:last], written, at, rule),
        *([after] if end < right.end else ()),
        *words[last:],
    )


def _new(covered: Sequence[Word], written: _Written, at: int, rule: Rule) -> list[Word]:
    """The words of a rule, made of those that are there."""
    out = []
    for new in rule.words:
        end = at + len(new.text)
        pieces = [
            clipped(word, written.of(word.start, word.end), at, end)
            for word in covered
            if word.start < end and at < word.end
        ]
        fits = len(new.syllables) == count_han(new.text)
        out.append(united(pieces, new.text, at, new.syllables if fits else ()))
        at = end
    return out


def _within(word: Word, written: _Written, at: int, rule: Rule) -> Word:
    """A longer word with those of a rule among the shorter ones in it, and read as they are."""
    end = at + len(rule.quote)
    outer = _part_around(word, at, end)
    if outer is not None:
        inner = _within(outer, written, at, rule)
        parts = tuple(inner if part == outer else part for part in word.parts)
        made: Sequence[Word] = [inner]
    else:
        whole = clipped(word._replace(parts=()), written.of(word.start, word.end), at, end)
        own = [part for part in word.parts if at <= part.start and part.end <= end]
        gapless = "".join(written.of(part.start, part.end) for part in own) == rule.quote
        made = _new(own if gapless else [whole], written, at, rule)
        before = tuple(part for part in word.parts if part.end <= at)
        after = tuple(part for part in word.parts if part.start >= end)
        parts = (*before, *made, *after)
    start, stop = made[0].start, made[-1].end
    read = [syllable for new in made for syllable in new.syllables]
    first = count_han(written.of(word.start, start))
    old = word.syllables[first : first + len(read)]
    if len(read) != count_han(written.of(start, stop)) or len(old) != len(read):
        return word
    if tuple(read) == old and parts == word.parts:
        return word
    syllables = (*word.syllables[:first], *read, *word.syllables[first + len(read) :])
    return word._replace(syllables=syllables, source=ReadingSource.USER, parts=parts)
