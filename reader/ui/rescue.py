"""A damaged library at the start: restore a backup, save what can be read, or leave it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.app import Program
from reader.domain.errors import XiduError
from reader.ui import fonts
from reader.ui.dialogs import telling
from reader.ui.dialogs.fitting import fit
from reader.ui.dialogs.refusal import dress
from reader.ui.notices import sentence
from reader.ui.tasks import Tasks
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from reader.domain.backups import Backup


class RescueDialog(QDialog):
    """Offers what can be done about a damaged library, and does it in a thread.

    Accepted once a sound library has taken its place; ``outcome`` then tells what came of it.
    """

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rescue")
        dress(self, program.settings.values)
        self.setWindowTitle(self.tr("The library is damaged"))
        self._program = program
        self._tasks = Tasks(self)
        self.outcome = ""
        backups = program.safekeeping.backups()
        self.backup = next((one for one in backups if one.verified and not one.damaged), None)
        what = self._label(
            self.tr(
                "The file of your library, “{0}”, is damaged and cannot be opened. Nothing has "
                "been changed. Whatever you choose, the damaged file is kept."
            ).format(program.safekeeping.library)
        )
        what.setAccessibleName(what.text())
        self.told = self._label("")
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(what)
        self.held = self._label("")
        if self.backup is not None:
            said = self.tr("The last backup, of {0}, holds: {1}.")
            made, held = telling.moment(self.backup.made), telling.contents(self.backup)
            self.held.setText(said.format(made, held))
            column.addWidget(self.held)
        column.addSpacing(SPACE[2])
        self.choices = [self._choice(*choice) for choice in self._offered(self.backup)]
        for button in self.choices:
            column.addWidget(button)
        column.addWidget(self.told)
        self.resize(fonts.scaled(560), self.sizeHint().height())
        self.choices[0].setDefault(True)
        self.choices[0].setFocus()
        fit(self)

    @staticmethod
    def _label(text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _offered(self, backup: Backup | None) -> list[tuple[str, Callable[[], None]]]:
        offered: list[tuple[str, Callable[[], None]]] = []
        if backup is not None:
            said = self.tr("&Restore the backup of {0}").format(telling.moment(backup.made))
            offered.append((said, self._restore_last))
        offered += [
            (self.tr("&Save what can still be read of the damaged file"), self._salvage),
            (self.tr("Restore &another backup…"), self._choose),
            (self.tr("&Quit and change nothing"), self.reject),
        ]
        return offered

    def _choice(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.clicked.connect(act)
        return button

    # --- doing ------------------------------------------------------------------

    def _restore_last(self) -> None:
        if self.backup is not None:
            self._begin(self.backup.path, salvaging=False)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Restore a file"), "", self.tr("Backups (*.sqlite3);;All files (*)")
        )
        if name:
            self._begin(Path(name), salvaging=False)

    def _salvage(self) -> None:
        self._begin(self._program.safekeeping.library, salvaging=True)

    def _begin(self, path: Path, *, salvaging: bool) -> None:
        for button in self.choices:
            button.setEnabled(False)
        self._say(self.tr("Reading the file…"))

        def work() -> str:
            with self._program.restore(path, salvaging=salvaging) as restore:
                kept = restore.rescue()
                done = restore.salvaged
            if done is None:
                return self.tr("The backup was restored. The damaged file is kept: {0}").format(
                    kept.name
                )
            said = self.tr(
                "What could be read was saved: {0}. Rows that could not be: {1}. Texts made again: "
                "{2}. The damaged file is kept: {3}"
            )
            marks = telling.listed(
                telling.counted(kind, f"{count:,}") for kind, count in done.census.marks.items()
            )
            lost = sum(done.lost.values()) + done.census.damaged
            return said.format(marks or "0", lost, len(done.texts), kept.name)

        self._tasks.write(work, self._finish, self._fail)

    def _finish(self, outcome: str) -> None:
        self.outcome = outcome
        self.accept()

    def _fail(self, error: Exception) -> None:
        for button in self.choices:
            button.setEnabled(True)
        if not isinstance(error, XiduError):
            raise error
        self._say(sentence(error))
        self.choices[0].setFocus()

    def _say(self, text: str) -> None:
        self.told.setText(text)
        self.told.setAccessibleName(text)
        self.told.show()
        fit(self)

    # --- Qt ---------------------------------------------------------------------

    def done(self, result: int) -> None:
        """End only when nothing is being done any more."""
        if self.choices[-1].isEnabled() or self.outcome:
            self._tasks.close()
            super().done(result)


def rescue(program: Program) -> str | None:
    """Ask what is to be done about a damaged library; return what came of it, ``None`` to quit."""
    dialog = RescueDialog(program)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    outcome = dialog.outcome
    dialog.deleteLater()
    return outcome if accepted else None
