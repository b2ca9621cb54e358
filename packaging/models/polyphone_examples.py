"""Examples of polyphones to learn from: labelled sentences, a teacher's labels, and phrases.

All columns are made by the program's own code from its own words, so that what is learnt is what
will be met. Rows of a phrase have only those features that lie wholly inside it.
"""

import tempfile
import warnings
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from importlib import import_module, resources
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.domain.pinyin import marked, plain, tone
from reader.domain.script import is_han
from reader.language.annotate import Annotator, proposed
from reader.language.models import polyphones
from reader.language.models.network import Opinions
from reader.language.models.polyphones import MOST, Columns, Place, Tags
from reader.language.pieces import Piece
from reader.language.polyphony import Candidates, source_of
from reader.language.readings import Reading
from reader.language.simplifying import simplified

CPP, THCHS, AISHELL, TAGGED = range(4)
FILES = ("cpp_dev.tsv", "thchs30_half.tsv", "aishell3_part.tsv")
FIXED = 6
"""The source of a word that stays as it is: learnt from, never asked about."""
OUTSIDE = np.uint32(0)
"""The key of a feature that a row does not have."""

_FEW = 15
"""Characters with more natural labels than this need no teacher; it misreads 为, 地 and 得."""
_MOST_ROWS = 4000
_LONGEST_PHRASE = 7
_NGRAMS = 14
"""The first templates are of characters alone."""
_BATCH = 500
_LEAST_TAGGED = 3
_SPLIT_TAGS = frozenset("nr ns nt vn vd ad an ud uj ul uv uz ug".split())


class Sentence(NamedTuple):
    """A sentence with the marked syllables of its labelled characters."""

    text: str
    labels: dict[int, str]


class Analysed(NamedTuple):
    """A sentence cut by the engine, with what dictionary and rules say of each piece."""

    text: str
    pieces: list[Piece]
    readings: list[Reading]


class Weights(NamedTuple):
    """What an example counts: of each file, of the teacher, of what is known anyway, of phrases."""

    files: tuple[float, float, float, float] = (1.0, 3.0, 1.0, 0.5)
    teacher: float = 0.2
    known: float = 0.3
    phrases: float = 1.5
    level: float = 200.0
    """Phrases of a character count together no more than this times ``phrases``."""


class Rows(NamedTuple):
    """Polyphones, a row each.

    ``keys`` are those of the features, ``opinion`` what the network thinks of each reading,
    ``label`` the number of the reading or -1, ``weight`` what the row counts when learning.
    ``kind`` is the number of the file, -1 of a phrase; ``sentence`` and ``at`` say where in it.
    """

    keys: NDArray[np.uint32]
    char: NDArray[np.uint32]
    label: NDArray[np.int64]
    weight: NDArray[np.float64]
    kind: NDArray[np.int64]
    sentence: NDArray[np.int64]
    at: NDArray[np.int64]
    said: NDArray[np.int64]
    source: NDArray[np.int64]
    gold: NDArray[np.bool_]
    opinion: NDArray[np.float64]


def read(path: Path) -> list[Sentence]:
    """The sentences of a file, one labelled character or one syllable a character."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text, second, *rest = line.split("\t")
        labels = {int(second): rest[0]} if rest else dict(enumerate(second.split()))
        out.append(
            Sentence(
                text,
                {at: from_number(label) for at, label in labels.items() if label not in {"-", "R"}},
            )
        )
    return out


def from_number(syllable: str) -> str:
    """A syllable as the program writes it: lv4 or lu:4 as lǜ."""
    return marked(syllable.replace("u:", "ü").replace("v", "ü"))


def same_spoken(said: str, label: str, after: str) -> bool:
    """Whether a label as spoken stands for what is said: neutral tone, or third-tone sandhi."""
    if plain(said) != plain(label):
        return False
    tones = tone(said), tone(label)
    return 5 in tones or tones[0] == tones[1] or (tones == (3, 2) and tone(after) in {2, 3})


def analyse(sentences: Sequence[Sentence]) -> list[Analysed]:
    """Cut and read sentences as the program does, without the model that is to be made."""
    annotator = Annotator(Path(tempfile.gettempdir()) / "xidu-models", ())
    cutter, reader = annotator.load()
    out = []
    for start in range(0, len(sentences), _BATCH):
        texts = [simplified(s.text) for s in sentences[start : start + _BATCH]]
        for text, pieces in zip(texts, cutter.cut(texts), strict=True):
            out.append(Analysed(text, pieces, proposed(pieces, reader)))
    return out


def tags() -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    """Hashes of jieba's words, ascending, and small numbers of their tags."""
    names: dict[str, int] = {}
    found: dict[int, int] = {}
    lines = (resources.files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    fields = [line.split(" ") for line in lines]
    for word, _, tag in sorted(
        (f for f in fields if int(f[1]) >= _LEAST_TAGGED), key=lambda f: (-int(f[1]), f[0])
    ):
        short = tag[:2] if tag[:2] in _SPLIT_TAGS else tag[:1]
        found.setdefault(polyphones.word_hash(word), names.setdefault(short, len(names) + 1))
    hashes = np.array(list(found), np.uint32)
    order = np.argsort(hashes)
    return hashes[order], np.array(list(found.values()), np.uint8)[order]


def phrases() -> dict[str, tuple[str, ...]]:
    """The phrases of pypinyin and pypinyin-dict with their syllables."""
    out: dict[str, tuple[str, ...]] = {}
    lists = [f"pypinyin_dict.phrase_pinyin_data.{name}" for name in ("large_pinyin", "cc_cedict")]
    for name in [*lists, "pypinyin.phrases_dict"]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            given: Mapping[str, list[list[str]]] = import_module(name).phrases_dict
        for word, syllables in given.items():
            if len(word) == len(syllables) and 2 <= len(word) <= _LONGEST_PHRASE:
                out[word] = tuple(options[0] for options in syllables)
    return out


class Teacher:
    """Labels every polyphone of a sentence as g2pM does."""

    def __init__(self) -> None:
        from g2pM import G2pM  # noqa: PLC0415 - only this needs it

        self._model = G2pM()

    def label(self, text: str) -> list[str]:
        """A syllable a character, or nothing if they do not fit."""
        found = self._model(text, tone=True, char_split=True)
        if len(found) != len(text):
            return []
        return [from_number(s) if s[-1:].isdigit() else "" for s in found]


def any_source(piece: Piece, reading: Reading) -> int | None:
    """How the dictionary came to a reading, also where the model will not be asked."""
    source = source_of(piece, reading)
    return FIXED if source is None and piece.term is None and reading.syllables else source


Labels = dict[str, tuple[str, ...]]


def inventory(
    files: Sequence[Sequence[Sentence]],
    taught: Sequence[Sequence[str]],
    given: Mapping[str, tuple[str, ...]],
) -> Labels:
    """The readings that are told apart of every character that CPP has, the usual first."""
    wanted = {s.text[at] for s in files[CPP] for at in s.labels} - set("一不")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, sentences in enumerate(files):
        for sentence in sentences:
            for at, label in sentence.labels.items():
                counts[sentence.text[at]][label] += 10 if kind == CPP else 1
    for sentence, labels in zip(files[CPP], taught, strict=True):
        for char, label in zip(sentence.text, labels, strict=False):
            if label:
                counts[char][label] += 1
    for word, syllables in given.items():
        for char, syllable in zip(word, syllables, strict=True):
            counts[char][syllable.lower()] += 1
    out = {}
    for char in sorted(wanted):
        listed = sorted((-n, s) for s, n in counts[char].items() if n > 2)
        if listed:  # where all agree on one reading, the dictionary may still say another
            out[char] = tuple(s for _, s in listed[:MOST])
    return out


def natural(files: Sequence[Sequence[Sentence]]) -> Counter[str]:
    """How often each character is labelled in natural text."""
    return Counter(
        s.text[at] for sentences in files[THCHS:TAGGED] for s in sentences for at in s.labels
    )


def sentence_rows(  # noqa: PLR0913, PLR0917 - all that rows are made of
    files: Sequence[Sequence[Sentence]],
    analysed: Sequence[Sequence[Analysed]],
    taught: Sequence[Sequence[str]],
    known: Labels,
    columns: Columns,
    opinions: Opinions,
    weights: Weights,
) -> Rows:
    """A row for each polyphone of labelled sentences that the model will be asked about."""
    candidates = Candidates(known, any_source)
    usual = natural(files)
    parts = []
    for kind, (sentences, found) in enumerate(zip(files, analysed, strict=True)):
        places: list[Place] = []
        facts: list[tuple[int, int, int, float, int, int]] = []
        for number, (sentence, own) in enumerate(zip(sentences, found, strict=True)):
            start = 0
            for index, (piece, reading) in enumerate(zip(own.pieces, own.readings, strict=True)):
                for inside in candidates.inside(piece, reading):
                    at = start + inside.offset
                    char = sentence.text[at]
                    said = reading.syllables[inside.syllable].lower()
                    label = sentence.labels.get(at)
                    if label is None and kind == TAGGED:
                        continue
                    gold = label is not None and kind != TAGGED
                    weight = weights.files[kind]
                    if label is not None and kind in {THCHS, AISHELL}:
                        after = sentence.labels.get(at + 1, "")
                        label = said if same_spoken(said, label, after) else label
                    elif label is None and kind == CPP and usual[char] < _FEW:
                        label = taught[number][at] if taught[number] else None
                        weight = weights.teacher
                    if inside.source == FIXED:
                        gold = False
                        weight *= weights.known
                    numbers = known.get(own.text[at], ())
                    which = numbers.index(label) if label in numbers else -1
                    places.append(Place(number, index, inside.offset, inside.said, inside.source))
                    facts.append((ord(own.text[at]), which, number, weight, at, int(gold)))
                start += len(piece.text)
        texts = [a.text for a in found]
        made = columns.of(texts, [[p.text for p in a.pieces] for a in found], places)
        stands = made[:, polyphones.AT].astype(np.int64)
        opinion = opinions.logarithms(polyphones.together(texts), stands)
        parts.append(_rows(made, np.array(facts), kind, opinion))
    return joined(parts)


def _rows(
    made: NDArray[np.uint64],
    facts: NDArray[np.float64],
    kind: int,
    opinion: NDArray[np.float64],
) -> Rows:
    """Columns and facts of the polyphones of one file as rows."""
    whole = facts[:, [0, 1, 2, 4, 5]].astype(np.int64)
    return Rows(
        polyphones.keys(made),
        whole[:, 0].astype(np.uint32),
        whole[:, 1],
        facts[:, 3],
        np.full(len(facts), kind),
        whole[:, 2],
        whole[:, 3],
        made[:, polyphones.SAID].astype(np.int64),
        made[:, polyphones.SOURCE].astype(np.int64),
        whole[:, 4].astype(np.bool_),
        opinion,
    )


def phrase_rows(
    given: Mapping[str, tuple[str, ...]], known: Labels, columns: Columns, weights: Weights
) -> Rows:
    """A row for each polyphone of a phrase."""
    words: list[str] = []
    places: list[Place] = []
    facts: list[tuple[int, int]] = []
    counts: Counter[str] = Counter()
    for word, syllables in given.items():
        if not all(map(is_han, word)):
            continue
        first = len(places)
        for at, (char, syllable) in enumerate(zip(word, syllables, strict=True)):
            own = known.get(char, ())
            if syllable in own and counts[char] < _MOST_ROWS:
                counts[char] += 1
                places.append(Place(len(words), 0, at, 0, 0))
                facts.append((ord(char), own.index(syllable)))
        if len(places) > first:
            words.append(word)
    made = columns.of(words, [[word] for word in words], places)
    keys = polyphones.keys(made)
    for number, used in enumerate(polyphones.TEMPLATES):
        if number >= _NGRAMS:
            keys[:, number] = OUTSIDE
        elif used:
            keys[(made[:, list(used)] == 1).any(1), number] = OUTSIDE
    table = np.array(facts, np.int64)
    total = len(table)
    share = {ord(c): min(1.0, weights.level / n) * weights.phrases for c, n in counts.items()}
    return Rows(
        keys,
        table[:, 0].astype(np.uint32),
        table[:, 1],
        np.array([share[c] for c in table[:, 0].tolist()]),
        np.full(total, -1),
        np.arange(total),
        made[:, polyphones.OFFSET].astype(np.int64),
        np.zeros(total, np.int64),
        np.zeros(total, np.int64),
        np.zeros(total, np.bool_),
        np.zeros((total, MOST)),
    )


def joined(parts: Sequence[Rows]) -> Rows:
    """Several rows of examples as one."""
    return Rows._make(np.concatenate(columns) for columns in zip(*parts, strict=True))


def known_tags() -> Tags:
    """The tags as the program will have them."""
    return Tags(*tags())


def taken(rows: Rows, which: NDArray[np.int64]) -> Rows:
    """Some of the rows."""
    return Rows._make(column[which] for column in rows)
