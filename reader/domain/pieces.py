"""Parts of words: what is left of a word that is cut, and one word made of several.

There is one syllable a Han character, so a piece keeps the syllables of its characters.
"""

from collections.abc import Sequence

from reader.domain.script import count_han, is_han
from reader.domain.words import ReadingSource, Word, WordKind


def clipped(word: Word, written: str, start: int, end: int) -> Word:
    """What ``start`` to ``end`` leaves of a word that reads ``written``.

    A shorter word inside that is exactly what is left is taken as it is; nothing else of the
    whole word's own (term, way of being read aloud) is true of a part of it.
    """
    if start <= word.start and word.end <= end:
        return word
    start, end = max(start, word.start), min(end, word.end)
    for part in word.parts:
        if (part.start, part.end) == (start, end):
            return part
    syllables: tuple[str, ...] = ()
    if word.syllables:
        before = count_han(written[: start - word.start])
        inside = count_han(written[start - word.start : end - word.start])
        syllables = word.syllables[before : before + inside]
    return Word(
        start,
        end,
        word.kind,
        syllables,
        word.source,
        word.sure,
        parts=tuple(part for part in word.parts if start <= part.start and part.end <= end),
    )


def united(
    covered: Sequence[Word], written: str, start: int, syllables: tuple[str, ...] = ()
) -> Word:
    """One word over ``covered``, which together read ``written``, as the reader wants it.

    It is read as ``syllables`` or, without any, as its characters were. A word that was there
    already keeps what is known of it; several become the parts of the new one.
    """
    end = start + len(written)
    if len(covered) == 1 and (covered[0].start, covered[0].end) == (start, end):
        word = covered[0]
        read = syllables or word.syllables
        parts = tuple(_read_as(part, word, written, syllables) for part in word.parts)
        sure = bool(syllables) or word.sure
        if syllables and word.kind is WordKind.NUMBER and not word.syllables:
            read = ()  # digits are read aloud, and have no syllables
        return word._replace(syllables=read, source=ReadingSource.USER, sure=sure, parts=parts)
    kind = _kind(covered, written)
    read = ()
    if kind in {WordKind.WORD, WordKind.NAME}:
        read = syllables or _own(covered, written, start)
    word = Word(start, end, kind, read, ReadingSource.USER, bool(syllables) or _sure(covered))
    parts = tuple(part for part in covered if part.syllables)
    if len(parts) < 2:
        return word
    return word._replace(parts=tuple(_read_as(part, word, written, syllables) for part in parts))


def _own(covered: Sequence[Word], written: str, start: int) -> tuple[str, ...]:
    """The syllables that the characters have had; nothing for one that had none."""
    out: list[str] = []
    for word in covered:
        count = count_han(written[word.start - start : word.end - start])
        out += [*word.syllables, *[""] * count][:count]
    return tuple(out)


def _read_as(part: Word, whole: Word, written: str, syllables: tuple[str, ...]) -> Word:
    """A part read as the whole is read."""
    if not syllables or not part.syllables:
        return part
    before = count_han(written[: part.start - whole.start])
    own = syllables[before : before + len(part.syllables)]
    parts = tuple(_read_as(inner, whole, written, syllables) for inner in part.parts)
    return part._replace(syllables=own, source=ReadingSource.USER, sure=True, parts=parts)


def _kind(covered: Sequence[Word], written: str) -> WordKind:
    """What a word made of others is."""
    kinds = {word.kind for word in covered}
    if len(kinds) == 1 and kinds <= {WordKind.NUMBER, WordKind.NAME}:
        return next(iter(kinds))
    if any(map(is_han, written)):
        return WordKind.WORD
    if any(char.isdecimal() for char in written):
        return WordKind.NUMBER
    return WordKind.LATIN if any(map(str.isalpha, written)) else WordKind.PUNCTUATION


def _sure(covered: Sequence[Word]) -> bool:
    return all(word.sure for word in covered)
