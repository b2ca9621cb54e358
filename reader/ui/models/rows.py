"""One list model for every panel: rows of a main line, a second line and a payload."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """``mark`` is the range of ``main`` to stress; ``depth`` indents; ``head`` is a caption."""

    main: str
    second: str = ""
    payload: Any = None
    mark: tuple[int, int] = (0, 0)
    depth: int = 0
    head: bool = False


class RowRole(IntEnum):
    """Data roles beside Qt's own."""

    SECOND = Qt.ItemDataRole.UserRole + 1
    PAYLOAD = Qt.ItemDataRole.UserRole + 2
    MARK = Qt.ItemDataRole.UserRole + 3
    DEPTH = Qt.ItemDataRole.UserRole + 4
    HEAD = Qt.ItemDataRole.UserRole + 5


class RowsModel(QAbstractListModel):
    """Shows a sequence of rows; captions cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def append(self, rows: Sequence[Row]) -> None:
        """Put rows behind those there are."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(_ROOT, first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row(self, index: Index) -> Row:
        """The row at an index."""
        return self._rows[index.row()]

    def find(self, payload: object) -> QModelIndex:
        """Index of the first row with this payload, invalid if there is none."""
        for number, row in enumerate(self._rows):
            if row.payload == payload:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of rows; a list has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the delegate and assistive tools ask for."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        spoken = f"{row.main}. {row.second}" if row.second else row.main
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: row.main,
            Qt.ItemDataRole.AccessibleTextRole: spoken,
            RowRole.SECOND: row.second,
            RowRole.PAYLOAD: row.payload,
            RowRole.MARK: row.mark,
            RowRole.DEPTH: row.depth,
            RowRole.HEAD: row.head,
        }
        return answers.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Captions are there to be read only."""
        if index.isValid() and self._rows[index.row()].head:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)
