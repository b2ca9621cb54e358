"""Correcting how words are cut and read, here or everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.typed import Fault
from reader.ui import fonts
from reader.ui.dialogs.cutting import CutStrip
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from reader.domain.corrections import Change
    from reader.services.correcting import Scope
    from reader.services.recutting import Recutting
    from reader.ui.theme import Theme

_WIDEST = 0.8
"""Share of the screen that the row of characters takes at most."""

_ROOM = 60
"""Room for the readings of words that are cut in two, at 100 %."""

_COUNT_AFTER = 150
"""Milliseconds without a change after which places are counted."""


class WordsDialog(QDialog):
    """Asks how some characters are cut and read; ``scope_wanted`` asks how much would change."""

    scope_wanted = Signal()

    def __init__(
        self, draft: Recutting, theme: Theme, parent: QWidget | None = None, *, alone: bool = False
    ) -> None:
        """``alone``: it is about a single character, which is read in many ways."""
        super().__init__(parent)
        self.draft = draft
        self.setObjectName("words")
        self.setWindowTitle(self.tr("Correct words and readings"))
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._counting.timeout.connect(self.scope_wanted)
        self.strip = CutStrip(draft, theme)
        self.everywhere = _choice(self.tr("&Everywhere it is written so"))
        self.here = _choice(self.tr("Only &here"))
        self.scope = self._label("")
        self.scope.setAccessibleName(self.tr("What changes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(self._hint())
        column.addWidget(self._area())
        column.addWidget(self._choices())
        column.addWidget(self.scope)
        column.addStretch(1)
        column.addWidget(self._buttons())
        self.strip.changed.connect(self._renew)
        (self.here if alone else self.everywhere).setChecked(True)
        self.everywhere.toggled.connect(self._renew)
        self._renew()

    @property
    def changes(self) -> list[Change]:
        """What would be kept."""
        return self.draft.changes()

    def show_scope(self, scope: Scope) -> None:
        """Say how much would change."""
        if not self.changes:
            return
        if scope.places == 0 and scope.unread == 0:
            self._say(self.tr("No place looks different: it is cut and read so already."))
            return
        places = (
            self.tr("1 place") if scope.places == 1 else self.tr("{0} places").format(scope.places)
        )
        texts = self.tr("1 text") if scope.texts == 1 else self.tr("{0} texts").format(scope.texts)
        said = self.tr("Changes {0} in {1}.").format(places, texts)
        if scope.unread:
            more = self.tr("{0} more in passages that have not been read yet.")
            said = f"{said} {more.format(scope.unread)}"
        self._say(said)

    # --- making -----------------------------------------------------------------

    def _hint(self) -> QLabel:
        hint = self._label(
            self.tr(
                "Click between two characters to begin or end a word there (Space on the "
                "keyboard). Readings may be typed with tone marks or numbers: fú shè, fu2she4."
            )
        )
        hint.setEnabled(False)
        return hint

    def _area(self) -> QScrollArea:
        """The row of characters; what the screen does not hold is scrolled."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.strip)
        self.strip.reached.connect(area.ensureWidgetVisible)
        area.setWidgetResizable(True)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size = self.strip.sizeHint()
        area.setFixedHeight(size.height() + area.horizontalScrollBar().sizeHint().height())
        room = fonts.scaled(_ROOM)
        area.setMinimumWidth(min(size.width() + room, self._most))
        return area

    @property
    def _most(self) -> int:
        """Width that no part of the dialog needs to exceed."""
        return round(self.screen().size().width() * _WIDEST)

    def _choices(self) -> QWidget:
        """Where it holds, as a row of two."""
        holder = QWidget()
        holder.setObjectName("choices")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(self.everywhere)
        row.addWidget(self.here)
        row.addStretch(1)
        return holder

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.apply = QPushButton(self.tr("&Apply"))
        self.apply.setDefault(True)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        box.addButton(self.apply, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _label(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(min(fonts.scaled(380), self._most))
        return label

    # --- following --------------------------------------------------------------

    def _renew(self) -> None:
        """Something is cut or read otherwise: say whether that can be, and count again."""
        self._counting.stop()
        faults = self.draft.faults
        self.apply.setEnabled(bool(self.changes))
        if faults:
            self._say(self._told(*faults[0]))
        elif not self.changes:
            self._say(self.tr("Nothing is changed yet."))
        else:
            self._say(self.tr("Counting the places…"))
            self._counting.start()

    def _told(self, text: str, fault: Fault) -> str:
        told = {
            Fault.NOT_PINYIN: self.tr("The reading of {0} is no pinyin."),
            Fault.OTHER_COUNT: self.tr("The reading of {0} needs one syllable for each character."),
            Fault.NO_TONES: self.tr("The reading of {0} has no tones yet."),
        }
        return told[fault].format(text)

    def _say(self, text: str) -> None:
        if self.scope.text() != text:
            self.scope.setText(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.scope, text))


def _choice(text: str) -> QToolButton:
    """One of several of which one is on."""
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setAutoExclusive(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
