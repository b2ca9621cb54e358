"""The glossary: terms of this text or all of them, filtered as one types, and each one's entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from reader.domain.glossary import Term
from reader.domain.pinyin import spaced
from reader.domain.query import Query, parse
from reader.ui.fields import field_name
from reader.ui.models.rows import Row
from reader.ui.panels.check import WrappingCheck
from reader.ui.panels.lists import ListPanel
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from reader.ui.panels.entry import EntryPage
    from reader.ui.theme import Theme


_BY_PINYIN, _BY_FIELD = 0, 1

_FIRST = 4000
"""Terms looked at as one types: more than come with the program."""
_STEP = 400
"""Terms looked at before the window does something else."""
_MOST = 4000
"""Terms of which a list is full."""


class GlossaryPanel(ListPanel):
    """``list.chosen`` carries a Term. ``entry`` is the page of one of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Terms"), self.tr("No term fits. Clear the box to see them all."), parent
        )
        self.box = QLineEdit()
        self.box.setAccessibleName(self.tr("Filter the glossary"))
        self.box.setPlaceholderText(self.tr("Characters, pinyin or English"))
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._filter)
        self.here = WrappingCheck(self.tr("In this text"))
        self.here.toggled.connect(self._filter)
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order"))
        self.order.addItems([self.tr("By pinyin"), self.tr("By field")])
        self.order.currentIndexChanged.connect(self._filter)
        self._choice = QWidget()
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[2])
        row.addWidget(self.here, 1)
        row.addWidget(self.order)
        self.column.insertWidget(0, self.box)
        self.column.insertWidget(1, self._choice)
        self.column.setSpacing(SPACE[2])
        self._terms: list[Term] = []
        self._fits: Callable[[Term], bool] = bool
        self._pending: Iterator[Term] = iter(())
        self._found: list[Term] = []
        self._steps = QTimer(self, singleShot=True, interval=0)
        self._steps.timeout.connect(self._go_on)
        self._here: frozenset[str] = frozenset()
        self._theme: Theme | None = None

    # --- one entry --------------------------------------------------------------

    @cached_property
    def entry(self) -> EntryPage:
        """The page of one term, made when it is first wanted."""
        from reader.ui.panels.entry import EntryPage  # noqa: PLC0415 - seldom at the start

        page = EntryPage()
        page.hide()
        if self._theme is not None:
            page.set_theme(self._theme)
        page.left.connect(self.show_list)
        self.column.addWidget(page, 1)
        return page

    @property
    def shows_entry(self) -> bool:
        """Whether a single term is shown instead of the list."""
        return "entry" in self.__dict__ and not self.entry.isHidden()

    def show_entry(self) -> None:
        """Show the page of a term."""
        for widget in (self.box, self._choice, self.list, self.hint):
            widget.hide()
        self.entry.show()

    def show_list(self) -> None:
        """Show the list of terms again, where it was left."""
        if self.shows_entry:
            self.entry.hide()
            self.box.show()
            self._choice.show()
            self._show_what_there_is()
            self.list.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        super().set_theme(theme)
        self._theme = theme
        if "entry" in self.__dict__:
            self.entry.set_theme(theme)

    def _show_what_there_is(self) -> None:
        if not self.shows_entry:
            super()._show_what_there_is()

    # --- the list ---------------------------------------------------------------

    def show_terms(self, terms: Sequence[Term]) -> None:
        """List the glossary."""
        self._terms = list(terms)
        self._filter()

    def show_present(self, identifiers: Iterable[str]) -> None:
        """Remember which terms the open text holds."""
        self._here = frozenset(identifiers)
        if self.here.isChecked():
            self._filter()

    def focus_first(self) -> None:
        """Put the keyboard into the box, or into the entry that is shown."""
        if self.shows_entry:
            self.entry.setFocus()
        else:
            self.box.setFocus()
            self.box.selectAll()

    def _filter(self) -> None:
        """List what fits; of a very large glossary in steps, so that typing goes on."""
        query, only_here = parse(self.box.text()), self.here.isChecked()
        self._fits = lambda term: (not only_here or term.id in self._here) and _fits(query, term)
        self._pending, self._found = iter(self._terms), []
        self._go_on(_FIRST)

    def _go_on(self, count: int = _STEP) -> None:
        taken = list(islice(self._pending, count))
        self._found += filter(self._fits, taken)
        if len(taken) == count and len(self._found) < _MOST:
            self._steps.start()
            return
        self._steps.stop()
        by_field = self.order.currentIndex() == _BY_FIELD
        rows = list(_by_field(self._found)) if by_field else [_row(term) for term in self._found]
        if next(self._pending, None) is not None:
            rows.append(Row(self.tr("Type above to find others."), head=True))
        self.list.rows.show(rows)


def _row(term: Term) -> Row:
    return Row(term.headword, f"{spaced(term.syllables)} · {term.english}", term)


def _by_field(terms: Iterable[Term]) -> Iterator[Row]:
    """The terms of each field under its name."""
    grouped: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        grouped[field_name(term.field)].append(term)
    for name in sorted(grouped):
        yield Row(f"{name} · {len(grouped[name])}", head=True)
        yield from map(_row, grouped[name])


def _fits(query: Query, term: Term) -> bool:
    """Whether a term is meant by what was typed."""
    if not query:
        return True
    written = (term.headword, *term.variants, term.english)
    return query.matches_syllables(term.syllables) or any(
        True for text in written for _ in query.in_text(text)
    )
