"""The glossary: terms of this text or all of them, filtered as one types."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from reader.domain.glossary import Term
from reader.domain.pinyin import spaced
from reader.domain.query import Query, parse
from reader.ui.models.rows import Row
from reader.ui.panels.check import WrappingCheck
from reader.ui.panels.lists import ListPanel
from reader.ui.theme import SPACE


class GlossaryPanel(ListPanel):
    """``list.chosen`` carries a Term."""

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
        self.column.insertWidget(0, self.box)
        self.column.insertWidget(1, self.here)
        self.column.setSpacing(SPACE[2])
        self._terms: list[Term] = []
        self._here: frozenset[str] = frozenset()

    def show_terms(self, terms: Sequence[Term]) -> None:
        """List the glossary."""
        self._terms = list(terms)
        self._filter()

    def show_present(self, identifiers: Iterable[str]) -> None:
        """Remember which terms the open text holds."""
        self._here = frozenset(identifiers)
        if self.here.isChecked():
            self._filter()

    def show_term(self, term: Term) -> None:
        """Bring a term into sight, also where the list was filtered."""
        if not self.list.rows.find(term).isValid():
            self.box.clear()
            self.here.setChecked(False)
        index = self.list.rows.find(term)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
            self.list.setFocus()

    def focus_first(self) -> None:
        """Put the keyboard into the box."""
        self.box.setFocus()
        self.box.selectAll()

    def _filter(self) -> None:
        query = parse(self.box.text())
        self.list.rows.show(
            [
                Row(term.headword, f"{spaced(term.syllables)} · {term.english}", term)
                for term in self._terms
                if (not self.here.isChecked() or term.id in self._here) and _fits(query, term)
            ]
        )


def _fits(query: Query, term: Term) -> bool:
    """Whether a term is meant by what was typed."""
    if not query:
        return True
    written = (term.headword, *term.variants, term.english)
    return query.matches_syllables(term.syllables) or any(
        True for text in written for _ in query.in_text(text)
    )
