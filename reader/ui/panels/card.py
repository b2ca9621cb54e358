"""The card of a word: the same in the hover pop-up and in the pinned panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.domain.glossary import Term
from reader.domain.lexicon import Entry
from reader.domain.pinyin import spaced
from reader.services.lookup import Explanation, Part
from reader.ui import fonts
from reader.ui.theme import SPACE, THEMES, Theme, ThemeName

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFont

_SENSES = 6
"""Senses a short card shows of one entry."""


def _hsk(level: int) -> str:
    """How a level is written: the syllabus counts 7 to 9 as one."""
    return "HSK 7–9" if level >= 7 else f"HSK {level}"


class CardView(QWidget):
    """Shows one explanation. ``short`` leaves out what a pop-up has no room for."""

    def __init__(self, *, short: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = short
        self._theme = THEMES[ThemeName.LIGHT]
        self._shown: Explanation | None = None
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._frame.addWidget(self._body)
        self._column = QVBoxLayout(self._body)

    @property
    def shown(self) -> Explanation | None:
        """What is being explained."""
        return self._shown

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        if self._shown is not None:
            self.show_explanation(self._shown)

    def show_explanation(self, explanation: Explanation) -> None:
        """Fill the card."""
        self._shown = explanation
        self._renew()
        self._add_head(explanation)
        if explanation.term is not None:
            self._add_term(explanation.term)
        entries = explanation.entries + explanation.elsewhere
        entries = entries[:2] if self._short else entries
        if explanation.term is None or not self._short:
            for entry in entries:
                self._add_entry(entry, explanation)
        parts = explanation.parts or (() if entries else explanation.characters)
        if parts and not (self._short and explanation.term):
            self._add_parts(parts)
        if not explanation.ready:
            self._text(self.tr("The dictionary is being prepared…"), soft=True)
        elif not entries and explanation.term is None and not parts:
            self._text(self.tr("Not in the dictionary."), soft=True)
        self._column.addStretch(1)
        self.setAccessibleName(explanation.text)
        self.setAccessibleDescription(self._spoken(explanation))

    def show_term(self, term: Term) -> None:
        """Show a term that was chosen in the glossary."""
        self.show_explanation(Explanation(term.headword, term.syllables, term=term))

    # --- parts of a card --------------------------------------------------------

    def _add_head(self, explanation: Explanation) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        head = self._label(explanation.text, fonts.reading(20 if self._short else 26))
        row.addWidget(head, 1)
        if explanation.hsk is not None:
            badge = self._label(_hsk(explanation.hsk), fonts.interface("small"), soft=True)
            badge.setWordWrap(False)
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)
        if explanation.syllables:
            pinyin = spaced(explanation.syllables)
            if not explanation.sure:
                pinyin += "  " + self.tr("(not certain)")
            label = self._label(pinyin, fonts.interface("body"))
            label.setStyleSheet(f"color: {self._theme.pinyin}")
            self._column.addWidget(label)

    def _add_term(self, term: Term) -> None:
        self._gap()
        self._text(term.english, strong=True)
        self._text(term.explanation)
        if term.members:
            self._add_members(term)
        if self._short:
            return
        self._text(term.chinese, font=fonts.reading(15))
        if term.literal:
            self._pair(self.tr("Literally"), term.literal)
        if term.since:
            self._pair(self.tr("Since"), term.since)
        if term.collocations:
            self._pair(
                self.tr("Used in"), "；".join(term.collocations).replace("～", term.headword)
            )

    def _add_members(self, term: Term) -> None:
        self._gap()
        for member in term.members:
            pinyin = "" if self._short else f"  {spaced(member.syllables)}"
            self._text(f"{member.text}{pinyin}  {member.english}")

    def _add_entry(self, entry: Entry, explanation: Explanation) -> None:
        self._gap()
        differs = [s.lower() for s in entry.syllables] != [s.lower() for s in explanation.syllables]
        if differs and explanation.syllables:
            label = self._label(spaced(entry.syllables), fonts.interface("small"))
            label.setStyleSheet(f"color: {self._theme.pinyin}")
            self._column.addWidget(label)
        if entry.traditional != entry.simplified and not self._short:
            self._text(entry.traditional, soft=True, font=fonts.reading(16))
        senses = entry.senses[:_SENSES] if self._short else entry.senses
        for number, sense in enumerate(senses, 1):
            prefix = f"{number}  " if len(senses) > 1 else ""
            self._text(prefix + sense)

    def _add_parts(self, parts: Sequence[Part]) -> None:
        self._gap()
        for text, syllables, entry in parts:
            sense = "; ".join(entry.senses[:2]) if entry else ""
            self._text(f"{text}  {spaced(syllables)}  {sense}", soft=self._short)

    def _pair(self, name: str, value: str) -> None:
        self._gap()
        self._text(name, soft=True, font=fonts.interface("small"))
        self._text(value)

    # --- making -----------------------------------------------------------------

    def _text(
        self, text: str, *, soft: bool = False, strong: bool = False, font: QFont | None = None
    ) -> None:
        label = self._label(text, font or fonts.interface("body", strong=strong), soft=soft)
        self._column.addWidget(label)

    def _label(self, text: str, font: QFont, *, soft: bool = False) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(font)
        if soft:
            label.setStyleSheet(f"color: {self._theme.ink_soft}")
        if not self._short:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _gap(self) -> None:
        self._column.addSpacing(SPACE[2])

    def _renew(self) -> None:
        """Begin an empty card."""
        old = self._body
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[4])
        self._column.setSpacing(SPACE[1])
        self._frame.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()

    @staticmethod
    def _spoken(explanation: Explanation) -> str:
        """What a screen reader says of the card."""
        parts: Sequence[str] = [" ".join(explanation.syllables)]
        if explanation.term is not None:
            parts = [*parts, explanation.term.english, explanation.term.explanation]
        for entry in explanation.entries[:1]:
            parts = [*parts, *entry.senses]
        return ". ".join(part for part in parts if part)


class HoverCard(QFrame):
    """The pop-up card; ``entered`` and ``left`` tell of the mouse."""

    entered = Signal()
    left = Signal()

    _WIDTH = 360

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hoverCard")
        self.card = CardView(short=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.setStyleSheet(
            f"#hoverCard {{ background: {theme.raised}; border: 1px solid {theme.line};"
            f" border-radius: 8px; }}"
        )
        self.card.set_theme(theme)

    def show_at(self, explanation: Explanation, word: QRect) -> None:
        """Show beside ``word`` (in the parent's coordinates), never over it, inside the window."""
        self.card.show_explanation(explanation)
        window = self.parentWidget()
        assert window is not None
        width = min(self._WIDTH, window.width() - 2 * SPACE[2])
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = max(layout.totalHeightForWidth(width), self.minimumSizeHint().height())
        area = window.rect().adjusted(SPACE[2], SPACE[2], -SPACE[2], -SPACE[2])
        self.setGeometry(place_beside(word, QSize(width, height), area))
        self.show()
        self.raise_()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse has come into the card."""
        self.entered.emit()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse has left the card."""
        self.left.emit()
        super().leaveEvent(event)


def place_beside(word: QRect, size: QSize, area: QRect) -> QRect:
    """Where a card of ``size`` goes: below the word, or above it, or on the roomier side.

    The card is kept inside ``area`` and shortened where neither side has room for all.
    """
    gap = SPACE[1]
    below = area.bottom() - word.bottom() - gap
    above = word.top() - gap - area.top()
    under = below >= size.height() or below >= above
    height = max(1, min(size.height(), below if under else above))
    top = word.bottom() + 1 + gap if under else word.top() - gap - height
    left = min(max(word.left() - SPACE[2], area.left()), area.right() - size.width() + 1)
    return QRect(QPoint(max(left, area.left()), top), QSize(size.width(), height))


class CardPanel(QScrollArea):
    """The pinned card at the right of the article."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = CardView()
        self.setWidget(self.card)
        self.setWidgetResizable(True)
        self.setMinimumWidth(240)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Card of the word"))
