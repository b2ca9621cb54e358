"""Whether two texts speak about the same thing, by the pairs of characters they share."""

from reader.domain.script import is_han

_EMPTY = frozenset("的了是在和有不这那也就都而及与着或一个们我你他她它到说要会可以为对从上下中大")


def topic(text: str) -> set[str]:
    """Pairs of adjoining ideographs that say something."""
    return {
        text[i : i + 2]
        for i in range(len(text) - 1)
        if text[i] not in _EMPTY
        and text[i + 1] not in _EMPTY
        and is_han(text[i])
        and is_han(text[i + 1])
    }


def shared(text: str, vocabulary: set[str]) -> float:
    """The part of ``text``'s topic that ``vocabulary`` holds: 0 to 1; 0.2 if too short to say."""
    pairs = topic(text)
    return len(pairs & vocabulary) / len(pairs) if len(pairs) >= 8 else 0.2
