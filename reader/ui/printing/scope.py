"""What of a text is printed or exported: all of it, the section one reads, the selection."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from reader.services.excerpt import Range, section, whole

if TYPE_CHECKING:
    from reader.services.session import OpenText
    from reader.ui.article.view import ArticleView


class Scope(NamedTuple):
    """One choice: how it is called, and what it takes."""

    name: str
    wanted: Range


def scopes(text: OpenText, view: ArticleView) -> list[Scope]:
    """What can be chosen now, the most likely first."""
    translate = QCoreApplication.translate
    found = [Scope(translate("Scope", "The whole text"), whole(text))]
    if len(text.outline.titles) > 1:
        index, _ = text.outline.locate(min(view.position[0], text.outline.total - 1))
        found.append(Scope(translate("Scope", "This section"), section(text, index)))
    selected = _selected(view)
    if selected is not None:
        found.insert(0, Scope(translate("Scope", "The selection"), selected))
    return found


def _selected(view: ArticleView) -> Range | None:
    if view.caret is None or view.caret.selection.is_empty:
        return None
    first, last = sorted((view.caret.selection.anchor, view.caret.selection.caret))
    return Range(first.paragraph, first.offset, last.paragraph, last.offset)


class ScopeBox(QComboBox):
    """Offers scopes."""

    def __init__(self, offered: list[Scope]) -> None:
        super().__init__()
        self._offered = offered
        for scope in offered:
            self.addItem(scope.name)
        self.setAccessibleName(self.tr("What to print"))

    @property
    def wanted(self) -> Range:
        """The range that is chosen."""
        return self._offered[max(0, self.currentIndex())].wanted
