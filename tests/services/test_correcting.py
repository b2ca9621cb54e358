"""Corrections over a whole library: none lost, none in a wrong place, whatever happens to texts."""

import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.app import Program
from reader.domain.corrections import Change, Correction, Wanted, changes
from reader.domain.document import Decisions, Document, Paragraph, ParagraphKind, Section
from reader.domain.marks import anchor_at
from reader.domain.overlay import NewWord
from reader.domain.places import Span
from reader.domain.portions import portions
from reader.domain.script import count_han
from reader.domain.words import ReadingSource, Word, WordKind
from reader.formats import from_text
from reader.services.analysis import Place
from reader.services.correcting import Scope

TEXT = (
    "长三角一体化发展",
    "各地各扬所长，协同发力，在重点领域取得进展。",
    "行长说，银行行长要带头，长期坚持，重点突出。",
    "各地各扬所长，协同发力，在重点领域取得进展，行长说。",
    "为实现目标作出贡献，为重点工程服务，长江沿线行行都好。",
)


class Analyser:
    """Cuts every text into words whose lengths only the version knows, all of them guesses."""

    def __init__(self, version: str) -> None:
        self.version = version

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        return [self._words(text) for text in texts]

    def _words(self, text: str) -> tuple[Word, ...]:
        numbers = random.Random(f"{self.version} {text}")
        words: list[Word] = []
        at = 0
        while at < len(text):
            end = at + 1
            if text[at] not in "，。":
                while end < min(len(text), at + numbers.randint(1, 4)) and text[end] not in "，。":
                    end += 1
            syllables = ("yī",) * count_han(text[at:end])
            kind = WordKind.WORD if syllables else WordKind.PUNCTUATION
            words.append(Word(at, end, kind, syllables, ReadingSource.DEFAULT))
            at = end
        return tuple(words)


class Shelf:
    """Two texts, their words stored by one version of an analyser, and the corrections."""

    def __init__(self, folder: Path) -> None:
        self.program = Program(folder, folder)
        self.texts = {
            self.program.library.add(
                from_text(name, name + "\n".join(TEXT)), page(TEXT), Decisions()
            ): list(TEXT)
            for name in ("甲", "乙")
        }
        self.analyse("1")

    def analyse(self, version: str) -> None:
        self.program.analyses.adopt(version)
        analyser = Analyser(version)
        for texts in self.texts.values():
            self.program.analyses.put(texts, analyser.annotate(texts))
        self.version = version

    def reimport(self, document: int, texts: list[str]) -> None:
        self.texts[document] = texts
        self.program.texts.replace(document, page(texts), Decisions())
        self.analyse(self.version)

    def words(self, document: int) -> list[tuple[Word, ...]]:
        text = self.program.open_text(document)
        return [text.words(index) for index in range(len(text.shape))]


def page(texts: Sequence[str]) -> Document:
    body = tuple(Paragraph(ParagraphKind.BODY, text) for text in texts)
    return Document("报", (Section("报", body),))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelves")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def here(shelf: Shelf, document: int, index: int, start: int, *words: str) -> Wanted:
    """What is wanted at a place: ``here(shelf, 1, 0, 3, "一体", "化:huà")``."""
    new = everywhere(*words).words
    end = start + sum(len(word.text) for word in new)
    anchor = anchor_at(shelf.texts[document][index], Span(index, start, end))
    return Wanted(new, document, anchor)


def everywhere(*words: str) -> Wanted:
    pairs = (word.partition(":") for word in words)
    return Wanted(tuple(NewWord(text, tuple(read.split())) for text, _, read in pairs))


def is_in_place(words: tuple[Word, ...], text: str, start: int, wanted: Wanted) -> bool:
    """Whether the wanted words are exactly what stands from ``start`` on."""
    end = start + len(wanted.quote)
    there = [w for w in words if w.start < end and start < w.end]
    return (
        [text[w.start : w.end] for w in there] == [new.text for new in wanted.words]
        and {w.source for w in there} == {ReadingSource.USER}
        and all(n.syllables in ((), w.syllables) for n, w in zip(wanted.words, there, strict=True))
    )


# --- what happens to one --------------------------------------------------------


def test_an_open_text_learns_of_a_correction_and_of_its_undoing(shelf: Shelf) -> None:
    text = shelf.program.open_text(1)
    before = [text.words(index) for index in range(len(TEXT))]
    made = shelf.program.corrections.make([everywhere("重点:zhòng diǎn")])
    touched = text.relearn(made.rules)
    assert touched == [(1, 0), (2, 0), (3, 0), (4, 0)]
    assert text.words(0) == before[0]
    at = TEXT[2].index("重点")
    assert is_in_place(text.words(2), TEXT[2], at, everywhere("重点:zhòng diǎn"))
    shelf.program.corrections.swap(made.made, made.replaced)
    text.relearn(made.rules)
    assert [text.words(index) for index in range(len(TEXT))] == before


def test_a_new_one_takes_the_place_of_what_it_leaves_nothing_of(shelf: Shelf) -> None:
    corrections = shelf.program.corrections
    first = corrections.make(
        [everywhere("重点"), here(shelf, 1, 0, 3, "一体化"), here(shelf, 1, 2, 0, "行:háng")]
    ).made
    assert corrections.make([everywhere("重:chóng", "点")]).replaced == first[:1]
    assert corrections.make([here(shelf, 1, 0, 2, "角一", "体化发")]).replaced == first[1:2]
    assert corrections.make([here(shelf, 2, 2, 0, "行长")]).replaced == []
    assert len(corrections.all()) == 4


def scope(shelf: Shelf, *wanted: Wanted) -> Scope | None:
    def never(_document: int, _places: Sequence[Place]) -> None:
        raise AssertionError("everything is analysed")

    return shelf.program.corrections.scope(wanted, never)


def test_the_scope_is_what_changes(shelf: Shelf) -> None:
    wanted = everywhere("重点:zhòng diǎn")
    count = sum(text.count("重点") for text in TEXT)
    assert scope(shelf, wanted) == Scope(2 * count, 2)
    assert scope(shelf, here(shelf, 2, 0, 3, "一体化:yī tǐ huà")) == Scope(1, 1)
    assert scope(shelf, everywhere("无此:wú cǐ")) == Scope(0, 0)
    shelf.program.corrections.make([wanted])
    assert scope(shelf, wanted) == Scope(0, 0)
    one = here(shelf, 1, 1, TEXT[1].index("重点"), "重点:chóng diǎn")
    shelf.program.corrections.make([one])
    assert scope(shelf, everywhere("重点:zhòng diān")) == Scope(2 * count - 1, 2)


def test_a_scope_that_nobody_waits_for_ends(shelf: Shelf) -> None:
    asked: list[int] = []

    def going_on() -> bool:
        asked.append(1)
        return len(asked) < 3

    wanted = [everywhere("重点:zhòng diǎn")]
    found = shelf.program.corrections.scope(wanted, lambda *_: None, going_on)
    assert (found, len(asked)) == (None, 3)


def test_what_is_not_analysed_yet_is_analysed_for_the_scope(shelf: Shelf) -> None:
    shelf.program.analyses.adopt("2")
    wanted, analyses = [everywhere("重点:zhòng diǎn")], shelf.program.analyses
    asked: list[tuple[int, Place]] = []

    def analyse(document: int, places: Sequence[Place]) -> None:
        asked.extend((document, place) for place in places)
        texts = [TEXT[index] for index, _ in places]
        analyses.put(texts, Analyser("2").annotate(texts))

    count = sum(text.count("重点") for text in TEXT)
    found = shelf.program.corrections.scope(wanted, analyse)
    assert found == Scope(2 * count, 2)
    assert asked == [(2, (1, 0)), (2, (2, 0)), (2, (3, 0)), (2, (4, 0))]
    shelf.program.analyses.adopt("3")
    unread = shelf.program.corrections.scope(wanted, lambda *_: None)
    assert unread == Scope(0, 0, 8)


def test_a_count_does_not_analyse_a_whole_library(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.services.correcting._MOST_ANALYSED", 3)
    shelf.program.analyses.adopt("2")

    def analyse(_document: int, places: Sequence[Place]) -> None:
        texts = [TEXT[index] for index, _ in places]
        shelf.program.analyses.put(texts, Analyser("2").annotate(texts))

    found = shelf.program.corrections.scope([everywhere("重点:zhòng diǎn")], analyse)
    # Three of the four different paragraphs are known now, in both texts.
    assert found == Scope(2 * sum(text.count("重点") for text in TEXT[1:4]), 2, 2)


def test_in_a_very_long_paragraph_places_are_those_of_the_paragraph(shelf: Shelf) -> None:
    program = shelf.program
    line = TEXT[1] * 400
    document = program.library.add(from_text("长", line), page([line]), Decisions())
    text = program.open_text(document)
    analyser = Analyser("1")
    for start, end in portions(line):
        program.analyses.put([line[start:end]], analyser.annotate([line[start:end]]))
    start = line.index("重点", portions(line)[1][0] + 50)
    new = everywhere("重点:chóng diǎn").words
    one = Wanted(new, document, anchor_at(line, Span(0, start, start + 2)))
    assert scope(shelf, one) == Scope(1, 1)
    program.corrections.make([one])
    assert is_in_place(text.words_at(0, start), line, start, one)
    assert text.relearn([one.rule] if one.rule else []) == [(0, 1)]
    whole = program.open_text(document).words(0)
    assert [w.start for w in whole if w.source is ReadingSource.USER] == [start]
    everyone = scope(shelf, everywhere("重点:zhòng diǎn"))
    assert everyone is not None
    assert everyone.places == 400 - 1 + 2 * sum(t.count("重点") for t in TEXT)


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (["长三角", "一体化", "发展"], []),
        (["长三角", "一体", "化", "发展"], [(3, ["一体", "化"])]),
        (["长三", "角", "一体化", "发展:fā zhǎn"], [(0, ["长三", "角"])]),
        (["长三角", "一体化发展"], [(3, ["一体化发展"])]),
        (["长三角", "一体", "化发", "展"], [(3, ["一体", "化发", "展"])]),
        (["长三角:Cháng sān jiǎo", "一体化", "发", "展"], [(0, ["长三角"]), (6, ["发", "展"])]),
    ],
)
def test_a_change_is_as_short_as_can_be(new: list[str], found: list[tuple[int, list[str]]]) -> None:
    word = WordKind.WORD
    old = (
        Word(0, 3, word, ("zhǎng", "sān", "jiǎo")),
        Word(3, 6, word, ("yī", "tǐ", "huà")),
        Word(6, 8, word, ("fā", "zhǎn")),
    )
    got = changes(old, everywhere(*new).words)
    assert [(change.start, [word.text for word in change.words]) for change in got] == found


def test_a_doubtful_reading_is_confirmed_by_giving_it() -> None:
    word = Word(4, 6, WordKind.WORD, ("fā", "zhǎn"), sure=False)
    same = NewWord("发展", ("fā", "zhǎn"))
    assert changes([word], [NewWord("发展")]) == []
    assert changes([word], [same]) == [Change(4, (same,))]


# --- whatever happens -----------------------------------------------------------


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**9))
def test_none_is_lost_and_none_is_in_a_wrong_place(folder: Path, seed: int) -> None:
    """Corrections made at random, undone and made again; other analysers; texts edited a little."""
    numbers = random.Random(seed)
    shelf = Shelf(folder / f"{seed}-{len(list(folder.iterdir()))}")
    with shelf.program:
        live: dict[str, Correction] = {}
        done: list[tuple[list[Correction], list[Correction]]] = []
        for _ in range(numbers.randint(4, 14)):
            step = numbers.choice(["make", "make", "make", "undo", "analyse", "edit"])
            if step == "make":
                made = shelf.program.corrections.make([random_wanted(numbers, shelf)])
                done.append((made.made, made.replaced))
                for one in made.replaced:
                    live.pop(one.id)
                live.update((one.id, one) for one in made.made)
            elif step == "undo" and done:
                removed, restored = done.pop()
                shelf.program.corrections.swap(removed, restored)
                for one in removed:
                    live.pop(one.id)
                live.update((one.id, one) for one in restored)
            elif step == "analyse":
                shelf.analyse(str(numbers.random()))
            elif step == "edit":
                document = numbers.choice(list(shelf.texts))
                shelf.reimport(document, edited(numbers, shelf.texts[document]))
            check(shelf, live)


def check(shelf: Shelf, live: dict[str, Correction]) -> None:
    kept = shelf.program.corrections.all()
    assert {one.id for one in kept} == set(live)
    allowed: dict[tuple[int, int], set[int]] = {}
    for one in kept:
        wanted, before = one.wanted, live[one.id].wanted
        assert (wanted.words, wanted.document) == (before.words, before.document)
        for document, index, start in places_of(shelf, one):
            assert shelf.texts[document][index].startswith(wanted.quote, start)
            allowed.setdefault((document, index), set()).update(
                range(start, start + len(wanted.quote))
            )
    raw = Analyser(shelf.version)
    last = [one for one in kept if one.wanted.anchor is not None and not one.wanted.orphan]
    for document, texts in shelf.texts.items():
        for index, (text, words) in enumerate(zip(texts, shelf.words(document), strict=True)):
            assert "".join(text[w.start : w.end] for w in words) == text
            plain = raw.annotate([text])[0]
            # Nothing changes but where a correction is, and in the words that it takes from.
            held = allowed.get((document, index), set())
            for word in words:
                if not held.intersection(range(word.start, word.end)):
                    around = next(w for w in plain if w.start <= word.start < w.end)
                    assert word == around or held.intersection(range(around.start, around.end))
    if last:
        # The latest of those that hold at a place is there to the letter.
        final = max(last, key=lambda one: order(kept, one))
        anchor, where = final.wanted.anchor, final.wanted.document
        assert anchor is not None
        assert where is not None
        words = shelf.words(where)[anchor.span.paragraph]
        text = shelf.texts[where][anchor.span.paragraph]
        assert is_in_place(words, text, anchor.span.start, final.wanted)


def order(kept: list[Correction], one: Correction) -> int:
    return kept.index(one)


def places_of(shelf: Shelf, one: Correction) -> list[tuple[int, int, int]]:
    wanted = one.wanted
    if wanted.orphan:
        return []
    if wanted.anchor is not None and wanted.document is not None:
        span = wanted.anchor.span
        return [(wanted.document, span.paragraph, span.start)]
    return [
        (document, index, at)
        for document, texts in shelf.texts.items()
        for index, text in enumerate(texts)
        for at in range(len(text))
        if text.startswith(wanted.quote, at)
    ]


def random_wanted(numbers: random.Random, shelf: Shelf) -> Wanted:
    document = numbers.choice(list(shelf.texts))
    texts = shelf.texts[document]
    index = numbers.choice([i for i, text in enumerate(texts) if count_han(text)])
    text = texts[index]
    while True:
        start = numbers.randrange(len(text))
        end = min(len(text), start + numbers.randint(1, 5))
        quote = text[start:end]
        if count_han(quote) == len(quote):
            break
    edges = sorted({start, end, *(numbers.randint(start, end) for _ in range(2))})
    words = tuple(
        NewWord(text[low:high], ("èr",) * (high - low) if numbers.random() < 0.5 else ())
        for low, high in pairwise(edges)
    )
    if numbers.random() < 0.5:
        return Wanted(words)
    return Wanted(words, document, anchor_at(text, Span(index, start, end)))


def edited(numbers: random.Random, texts: list[str]) -> list[str]:
    """A paragraph comes, goes, moves, or a few of its characters change."""
    out = list(texts)
    at = numbers.randrange(len(out))
    kind = numbers.choice(["insert", "delete", "swap", "character", "character"])
    if kind == "insert":
        out.insert(at, numbers.choice(["新的一段。", out[at]]))
    elif kind == "delete" and len(out) > 2:
        del out[at]
    elif kind == "swap":
        other = numbers.randrange(len(out))
        out[at], out[other] = out[other], out[at]
    elif out[at]:
        place = numbers.randrange(len(out[at]))
        out[at] = out[at][:place] + numbers.choice(["", "新", "新的"]) + out[at][place + 1 :]
    return out if any(count_han(text) for text in out) else list(texts)


def test_what_goes_and_comes_back_finds_its_place(shelf: Shelf) -> None:
    (made,) = shelf.program.corrections.make([here(shelf, 1, 2, 0, "行长:háng zhǎng")]).made
    shelf.reimport(1, [text for text in TEXT if not text.startswith("行长")])
    (lost,) = shelf.program.corrections.all()
    assert lost.wanted.orphan
    assert lost.wanted.anchor == made.wanted.anchor
    assert all(w.source is not ReadingSource.USER for words in shelf.words(1) for w in words)
    shelf.reimport(1, ["又一段。", *TEXT])
    (found,) = shelf.program.corrections.all()
    assert is_in_place(shelf.words(1)[3], TEXT[2], 0, found.wanted)
