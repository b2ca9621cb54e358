"""Entries of the dictionary."""

from dataclasses import dataclass

from reader.domain.pinyin import plain


@dataclass(frozen=True, slots=True)
class Entry:
    """One CC-CEDICT entry; ``syllables`` carry tone marks, proper nouns a capital."""

    simplified: str
    traditional: str
    syllables: tuple[str, ...]
    senses: tuple[str, ...]

    @property
    def is_proper(self) -> bool:
        """Whether the entry is a name: a surname, place, person or work."""
        return bool(self.syllables) and self.syllables[0][:1].isupper()


def rank(entries: list[Entry], syllables: tuple[str, ...]) -> list[Entry]:
    """Order ``entries`` for a word read as ``syllables``: same reading first, names last.

    Variant entries, which only point elsewhere, come after those with a meaning.
    """
    here = [s.lower() for s in syllables]

    def weight(entry: Entry) -> tuple[bool, bool, bool, bool]:
        tones = [s.lower() for s in entry.syllables]
        letters = [plain(s) for s in tones]
        return (
            bool(here) and letters != [plain(s) for s in here],
            bool(here) and tones != here,
            entry.is_proper,
            all("variant of" in sense for sense in entry.senses),
        )

    return sorted(entries, key=weight)
