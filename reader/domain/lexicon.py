"""Entries of the dictionary, how often words are used, and what a word means where it is read."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.domain.pinyin import plain


class Entry(NamedTuple):
    """One CC-CEDICT entry; ``syllables`` carry tone marks, proper nouns a capital."""

    simplified: str
    traditional: str
    syllables: tuple[str, ...]
    senses: tuple[str, ...]

    @property
    def is_proper(self) -> bool:
        """Whether the entry is a name: a surname, place, person or work."""
        return bool(self.syllables) and self.syllables[0][:1].isupper()


class Frequency(NamedTuple):
    """The place of a word among ``of`` words ordered by how often they are used, 1 the first."""

    rank: int
    of: int

    @property
    def band(self) -> str:
        """``very common``, ``common``, ``less common`` or ``rare``.

        The bands end where 58, 81 and 94 % of running text are covered, by the sums of
        jieba's dictionary.
        """
        for most, name in _BANDS:
            if self.rank <= most:
                return name
        return "rare"


_BANDS = ((1_500, "very common"), (8_000, "common"), (30_000, "less common"))


class Meanings(NamedTuple):
    """Entries that hold where a word is read, best first, and those of its other readings."""

    here: tuple[Entry, ...]
    elsewhere: tuple[Entry, ...]


def rank(
    entries: Iterable[Entry], syllables: tuple[str, ...], *, name: bool = False
) -> list[Entry]:
    """Order ``entries`` for a word read as ``syllables``: same reading first.

    Names come last, or first where the word is a ``name``. Variant entries, which only
    point elsewhere, come after those with a meaning.
    """
    here = _lower(syllables)

    def weight(entry: Entry) -> tuple[int, bool, bool]:
        return (_distance(entry, here), entry.is_proper is not name, is_variant(entry))

    return sorted(entries, key=weight)


def meanings(
    entries: Iterable[Entry], syllables: tuple[str, ...], *, name: bool = False
) -> Meanings:
    """What a word read as ``syllables`` can mean here, and what only in another reading.

    Surnames and places are left out unless the word is a ``name`` or nothing else is
    known of it; abbreviations of places (沪, 京), which text uses as words, stay. Where no
    entry has the reading, all count as other readings.
    """
    ordered = rank(entries, syllables, name=name)
    here = _lower(syllables)
    nearest = min((_distance(entry, here) for entry in ordered), default=0)
    near = [e for e in ordered if _distance(e, here) == nearest and nearest < _FAR]
    far = [e for e in ordered if e not in near]
    if not name:
        near = _without_names(near)
        far = _without_names(far) if not near else [e for e in far if not e.is_proper]
    return Meanings(tuple(_without_pointers(near)), tuple(_without_pointers(far)))


def as_surname(entries: Sequence[Entry]) -> Entry:
    """What the first character of a person's name means: its surname alone, if it is one."""
    for entry in entries:
        surnames = tuple(sense for sense in entry.senses if sense.startswith("surname "))
        if surnames:
            return entry._replace(senses=surnames)
    return entries[0]


_FAR = 2


def _lower(syllables: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(s.lower() for s in syllables)


def _distance(entry: Entry, here: tuple[str, ...]) -> int:
    """0: read so; 1: the same but for tones; 2: another reading."""
    own = _lower(entry.syllables)
    if not here or own == here:
        return 0
    return 1 if list(map(plain, own)) == list(map(plain, here)) else _FAR


def is_variant(entry: Entry) -> bool:
    """Whether an entry only names another way of writing the word."""
    return all("variant of" in sense for sense in entry.senses)


def _without_names(entries: list[Entry]) -> list[Entry]:
    """Leave out proper nouns where there is another entry; of those keep abbreviations."""
    if all(entry.is_proper for entry in entries):
        return entries
    kept = []
    for entry in entries:
        senses = entry.senses
        if entry.is_proper:
            senses = tuple(sense for sense in senses if sense.startswith("abbr. for"))
        if senses:
            kept.append(entry if senses == entry.senses else entry._replace(senses=senses))
    return kept


def _without_pointers(entries: list[Entry]) -> list[Entry]:
    """Leave out entries that only name another way of writing, where one has a meaning.

    Those that begin by pointing elsewhere come last.
    """
    meaning = [entry for entry in entries if not is_variant(entry)]
    return sorted(meaning or entries, key=_points_first)


def _points_first(entry: Entry) -> bool:
    """Whether an entry begins with another way of writing, or with a word it is used in."""
    first = entry.senses[0] if entry.senses else ""
    return first.startswith(("variant of ", "old variant of ", "used in "))
