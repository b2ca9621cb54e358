"""The writing of CC-CEDICT's senses: words they point to, measure words.

A sense names another word as ``乾|干[gān]``, ``北京[Běi jīng]`` or by its characters alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reader.domain.pinyin import spaced
from reader.domain.script import is_han

_INSIDE = frozenset("·，")
"""Marks that may stand inside a word, as in sayings and foreign names."""
_MEASURE = "CL:"


class Piece(NamedTuple):
    """A stretch of a sense. Chinese has the ``syllables`` given for it, if any are; pinyin its own.

    ``kind`` is ``text``, ``chinese`` or ``pinyin``.
    """

    text: str
    kind: str
    syllables: tuple[str, ...] = ()


def pieces(sense: str, headword: str = "") -> list[Piece]:
    """Divide a sense at the Chinese in it.

    Of two ways of writing a word the first (simplified) is kept, or the other where the
    first is ``headword`` itself. Pinyin loses its brackets.
    """
    out: list[Piece] = []
    at = 0
    for start, finish in _chinese(sense):
        if start < at:  # the other way of writing a word already taken
            continue
        if start > at:
            out.append(Piece(sense[at:start], "text"))
        word = sense[start:finish]
        other = _other(sense, finish)
        end = finish + len(other) + 1 if other else finish
        syllables, at = _reading(sense, end)
        word = other if other and word == headword else word
        out.append(Piece(word, "chinese", syllables))
        if syllables:
            out += [Piece(" ", "text"), Piece(spaced(syllables), "pinyin", syllables)]
    if at < len(sense):
        out.append(Piece(sense[at:], "text"))
    return out


def _other(sense: str, at: int) -> str:
    """The other way of writing a word that follows a bar at ``at``, if there is one."""
    rest = sense[at + 1 :] if sense[at : at + 1] == "|" else ""
    return next((rest[:end] for start, end in _chinese(rest) if start == 0), "")


def _reading(sense: str, at: int) -> tuple[tuple[str, ...], int]:
    """The pinyin in brackets that begins at ``at``, and where it ends; nothing if there is none."""
    end = sense.find("]", at) if sense[at : at + 1] == "[" else -1
    inside = sense[at + 1 : end] if end > 0 else ""
    syllables = tuple(inside.split())
    return (syllables, end + 1) if syllables and "[" not in inside else ((), at)


def _chinese(text: str) -> Iterator[tuple[int, int]]:
    """Where words of Chinese stand: Han characters with Latin and digits directly beside them.

    A regular expression for this takes 25 ms to compile, on the way to the first card.
    """
    if text.isascii():
        return
    at = 0
    while at < len(text):
        end, last, han = at, at, False
        while end < len(text) and (is_han(text[end]) or _beside(text[end], han=han)):
            han = han or is_han(text[end])
            end += 1
            last = end if text[end - 1] not in _INSIDE else last
        if han:
            yield at, last
        at = max(last if han else end, at + 1)


def _beside(char: str, *, han: bool) -> bool:
    return (char.isascii() and char.isalnum()) or (han and char in _INSIDE)


def stretches(text: str) -> list[tuple[str, bool]]:
    """Divide running text, verbatim, into stretches: each with whether it is Chinese."""
    out: list[tuple[str, bool]] = []
    at = 0
    for start, end in _chinese(text):
        if start > at:
            out.append((text[at:start], False))
        out.append((text[start:end], True))
        at = end
    if at < len(text):
        out.append((text[at:], False))
    return out


def without_measure_words(senses: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The senses proper, and the words that count the thing, each as a sense writes a word."""
    proper = [sense for sense in senses if not sense.startswith(_MEASURE)]
    lists = [sense.removeprefix(_MEASURE) for sense in senses if sense.startswith(_MEASURE)]
    return proper, [word for words in lists for word in words.split(",") if word]
