"""A line for tags, which offers those that there are."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_BETWEEN = " \t\u3000,，、;；"
"""Signs between tags: spaces, as is said, and what people put between words of a list."""


class TagEdit(QLineEdit):
    """Tags with spaces between them; what is typed of one is completed from those known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Tags, separated by spaces"))
        self.setPlaceholderText(self.tr("Tags, separated by spaces"))
        self._known = QStringListModel([], self)
        self._offer = QCompleter(self._known, self)
        self._offer.setWidget(self)
        self._offer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._offer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._offer.activated.connect(self._take)
        self.textEdited.connect(self._suggest)

    @property
    def tags(self) -> list[str]:
        """What is written, without signs before the words, none twice."""
        found = (tag.lstrip("#＃") for tag in _split(self.text()))
        return list(dict.fromkeys(tag for tag in found if tag))

    def show_tags(self, tags: Iterable[str]) -> None:
        """Write these tags; what is between words of one, as other programs make, is joined."""
        self.setText(" ".join("_".join(_split(tag)) for tag in tags))

    def know(self, tags: Sequence[str]) -> None:
        """Offer these."""
        self._known.setStringList(list(tags))

    def _bounds(self) -> tuple[int, int]:
        """Where the tag begins and ends in which the caret stands."""
        text, at = self.text(), self.cursorPosition()
        start = max(text.rfind(sign, 0, at) for sign in _BETWEEN) + 1
        ends = [end for sign in _BETWEEN if (end := text.find(sign, at)) >= 0]
        return start, min(ends, default=len(text))

    def _suggest(self) -> None:
        start, _ = self._bounds()
        begun = self.text()[start : self.cursorPosition()].lstrip("#＃")
        if begun:
            self._offer.setCompletionPrefix(begun)
            self._offer.complete()
        else:
            popup = self._offer.popup()
            if popup is not None:
                popup.hide()

    def _take(self, tag: str) -> None:
        start, end = self._bounds()
        text = self.text()
        behind = text[end:].lstrip(_BETWEEN)
        self.setText(f"{text[:start]}{tag} {behind}")
        self.setCursorPosition(start + len(tag) + 1)
        self.textEdited.emit(self.text())


def _split(text: str) -> list[str]:
    return [part for part in re.split(f"[{_BETWEEN}]+", text) if part]
