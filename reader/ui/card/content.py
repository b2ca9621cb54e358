"""Composing a card: from what is known of a word to blocks, in the order a reader needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.domain.senses import pieces, stretches, without_measure_words
from reader.ui.card.blocks import (
    BODY,
    CHARACTER,
    CHINESE,
    HEAD,
    LABEL,
    OTHER,
    SMALL,
    SOFT,
    STRONG,
    Block,
    Run,
    word,
)
from reader.ui.card.readings import PLAIN, Manner, reading, spelled, spoken_number
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.domain.glossary import Term
    from reader.domain.lexicon import Entry, Frequency
    from reader.services.lookup import Explanation, Part

_NUMBER = 20
"""Width of the column of numbers in pixels."""
_CHARACTER = 28
"""Width of the column of characters in pixels."""
_FEW = 3
"""Senses that are told of a character, and of another reading in a pop-up."""

translate = QCoreApplication.translate


def compose(
    explanation: Explanation, *, short: bool = False, manner: Manner = PLAIN
) -> list[Block]:
    """Blocks of the card; ``short`` leaves out what a pop-up has no room for."""
    writer = _Writer(explanation, manner, short=short)
    writer.head()
    writer.notes()
    if explanation.term is not None:
        writer.term(explanation.term, own=explanation.is_own)
    if explanation.ours is not None:
        writer.term(explanation.ours)
    writer.senses()
    writer.measures()
    writer.use()
    writer.inside(translate("card", "Words in it"), explanation.parts)
    writer.inside(translate("card", "Characters"), explanation.characters)
    if explanation.term is not None and not short:
        writer.relations()
    return writer.blocks


def hsk_name(level: int) -> str:
    """How a level is written: the syllabus counts 7 to 9 as one."""
    return "HSK 7–9" if level >= 7 else f"HSK {level}"


def frequency_name(frequency: Frequency) -> str:
    """How often a word is used, in words."""
    names = {
        "very common": translate("card", "very common"),
        "common": translate("card", "common"),
        "less common": translate("card", "less common"),
        "rare": translate("card", "rare"),
    }
    return names[frequency.band]


def summary(explanation: Explanation, manner: Manner = PLAIN) -> str:
    """The word, its reading and its first meaning in one line, for the clipboard."""
    meaning = ""
    if explanation.term is not None:
        meaning = explanation.term.english
    elif explanation.entries:
        senses, _ = without_measure_words(explanation.entries[0].senses)
        meaning = "; ".join(senses[:_FEW])
    pinyin = spelled(explanation.syllables, manner) or explanation.spoken
    return "  ".join(part for part in (explanation.text, pinyin, meaning) if part)


class _Writer:
    """Adds block after block."""

    def __init__(self, explanation: Explanation, manner: Manner, *, short: bool) -> None:
        self._it = explanation
        self._manner = manner
        self._short = short
        self.blocks: list[Block] = []

    def head(self) -> None:
        """The word as written, the other script, the reading."""
        it = self._it
        runs = [Run(it.text, HEAD)]
        others = dict.fromkeys(
            other
            for entry in it.entries
            for other in (entry.simplified, entry.traditional)
            if other != it.text
        )
        if others:
            runs.append(Run("  " + " ".join(others), OTHER))
        self._add(*runs)
        if it.syllables:
            unsure = "" if it.sure else "  " + translate("card", "(not certain)")
            runs = [*reading(it.syllables, self._manner), Run(unsure, SOFT)]
            self._add(*runs[: None if unsure else -1])
        elif it.spoken:
            self._add(*spoken_number(it.spoken, self._manner))

    def notes(self) -> None:
        """What the reader wrote."""
        if not self._it.notes:
            return
        self._label(translate("card", "Your note"))
        for note in self._it.notes:
            self.blocks.append(Block(_plain(note), above=SPACE[0], note=True))

    def term(self, term: Term, *, own: bool = False) -> None:
        """The glossary entry; one of the reader's ``own`` says in which glossary it is."""
        name = translate("card", "Your term") + f" · {term.field}"
        self._label(name if own else translate("card", "Policy term"))
        if term.english:
            self._add(Run(term.english, STRONG))
        if term.explanation:
            self._add(*_plain(term.explanation), above=SPACE[1])
        for number, member in enumerate(term.members, 1):
            runs = [word(member.text, member.syllables)]
            if not self._short:
                runs += [Run("  "), *reading(member.syllables, self._manner)]
            runs.append(Run(f"  {member.english}", SOFT))
            above = SPACE[1] if number == 1 else SPACE[0]
            mark = (Run(f"{number}", SMALL),)
            self.blocks.append(Block(tuple(runs), mark, _NUMBER, above))
        if self._short:
            return
        if term.chinese:
            self._add(*_plain(term.chinese, CHINESE), above=SPACE[2])
        for name, value in (
            (translate("card", "Literally"), term.literal),
            (translate("card", "Since"), term.since),
        ):
            if value:
                self._label(name)
                self._add(*_plain(value))
        if term.collocations:
            self._label(translate("card", "Used in"))
            for example in term.collocations:
                self._add(*_plain(example.replace("～", term.headword), CHINESE))

    def senses(self) -> None:
        """What it means as it is read here, then in its other readings."""
        it = self._it
        if it.entries and (it.notes or it.term is not None):
            self._label(translate("card", "Dictionary"))
        for place, entry in enumerate(it.entries):
            self._entry(entry, first=place == 0)
        if it.elsewhere:
            here = bool(it.entries)
            self._label(
                translate("card", "Read otherwise") if here else translate("card", "Dictionary")
            )
        for entry in it.elsewhere:
            self._other(entry)
        if not it.ready:
            self._add(Run(translate("card", "The dictionary is being prepared…"), SOFT), above=8)
        elif not (it.entries or it.elsewhere or it.term or it.spoken):
            self._add(Run(translate("card", "Not in the dictionary."), SOFT), above=SPACE[2])

    def measures(self) -> None:
        """The words that count it."""
        words = [
            measure
            for entry in self._it.entries
            for measure in without_measure_words(entry.senses)[1]
        ]
        if words:
            runs = [Run(translate("card", "Measure word") + "  ", SMALL)]
            for measure in dict.fromkeys(words):
                runs += self._sense(measure, "")
                runs.append(Run("   "))
            self._add(*runs[:-1], above=SPACE[2])

    def use(self) -> None:
        """Level and frequency."""
        it = self._it
        said = [] if it.hsk is None else [hsk_name(it.hsk)]
        if it.frequency is not None:
            said.append(frequency_name(it.frequency))
            if not self._short:
                place = translate("card", "rank {0} of {1} words")
                said.append(place.format(f"{it.frequency.rank:,}", f"{it.frequency.of:,}"))
        if said:
            self._add(Run(" · ".join(said), SMALL), above=SPACE[2])

    def inside(self, label: str, parts: Sequence[Part]) -> None:
        """Shorter words, or characters with their own meanings."""
        if not parts:
            return
        self._label(label)
        single = all(len(part.text) == 1 for part in parts)
        for part in parts:
            syllables = part.syllables or (part.entry.syllables if part.entry else ())
            style = CHARACTER if single else CHINESE
            name = word(part.text, part.syllables, style)
            runs = [*reading(syllables, self._manner)]
            if part.entry is not None:
                senses, _ = without_measure_words(part.entry.senses)
                runs.append(Run("  "))
                runs += self._joined(senses[:_FEW], part.text)
            elif part.english:
                runs.append(Run(f"  {part.english}"))
            if single:
                self.blocks.append(Block(tuple(runs), (name,), _CHARACTER, SPACE[0]))
            else:
                self._add(name, Run("  "), *runs, above=SPACE[0])

    def relations(self) -> None:
        """Terms beside this one."""
        names = {
            "broader": translate("card", "Part of"),
            "related": translate("card", "Related"),
            "opposite": translate("card", "Opposite"),
        }
        for how, name in names.items():
            of_this_kind = [other for other in self._it.related if other.how == how]
            if of_this_kind:
                self._label(name)
            for other in of_this_kind:
                self._add(word(other.headword), Run(f"  {other.english}", SOFT), above=SPACE[0])

    # --- entries ----------------------------------------------------------------

    def _entry(self, entry: Entry, *, first: bool) -> None:
        """The senses of one entry, numbered where there are several."""
        it = self._it
        senses, _ = without_measure_words(entry.senses)
        same = [s.lower() for s in entry.syllables] == [s.lower() for s in it.syllables]
        runs = []
        if len(it.entries) > 1 and entry.traditional != it.text:
            runs.append(Run(entry.traditional, CHINESE))
        if not same and it.syllables:
            runs += [Run("  "), *reading(entry.syllables, self._manner)][0 if runs else 1 :]
        if runs:
            self._add(*runs, above=SPACE[2])
        for number, sense in enumerate(senses, 1):
            above = SPACE[0]
            if number == 1 and not runs:
                above = SPACE[2] if first and not self._labelled else SPACE[1]
            if len(senses) == 1:
                self._add(*self._sense(sense, it.text), above=above)
            else:
                mark = (Run(str(number), SMALL),)
                self.blocks.append(Block(tuple(self._sense(sense, it.text)), mark, _NUMBER, above))

    def _other(self, entry: Entry) -> None:
        """An entry that is read otherwise, in one block."""
        senses, _ = without_measure_words(entry.senses)
        told = senses[:_FEW] if self._short else senses
        target = word(self._it.text, entry.syllables).target
        name = reading(entry.syllables, self._manner, target)
        self._add(*name, Run("  "), *self._joined(told, self._it.text, SOFT), above=SPACE[0])

    def _sense(self, text: str, headword: str, style: str = BODY) -> Iterable[Run]:
        """A sense with the words it points to."""
        for piece in pieces(text, headword):
            if piece.kind == "text":
                yield Run(piece.text, style)
            elif piece.kind == "pinyin":
                yield from reading(piece.syllables, self._manner)
            elif piece.syllables:
                yield word(piece.text, piece.syllables)
            else:
                yield Run(piece.text, CHINESE, free=True)

    def _joined(self, senses: Sequence[str], headword: str, style: str = BODY) -> list[Run]:
        runs: list[Run] = []
        for sense in senses:
            if runs:
                runs.append(Run("; ", style))
            runs += self._sense(sense, headword, style)
        return runs

    # --- making -----------------------------------------------------------------

    @property
    def _labelled(self) -> bool:
        return bool(self.blocks) and self.blocks[-1].is_label

    def _label(self, text: str) -> None:
        self.blocks.append(Block((Run(text, LABEL),), above=SPACE[3]))

    def _add(self, *runs: Run, above: int = 0) -> None:
        self.blocks.append(Block(runs, above=above))


def _plain(text: str, style: str = BODY) -> tuple[Run, ...]:
    """Running text; the Chinese in it consists of words."""
    if style == CHINESE:
        return (Run(text, CHINESE, free=True),)
    return tuple(
        Run(stretch, CHINESE if chinese else style, free=chinese)
        for stretch, chinese in stretches(text)
    )
