"""A note as it is read: formatted, its links to be followed by mouse or keyboard.

The document is written piece by piece with a cursor. Nothing that a note holds is ever given to
Qt as HTML, and nothing is loaded.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from reader.domain.formatted import BlockKind, FormattedBlock, Run
from reader.ui import fonts
from reader.ui.theme import SPACE, THEMES, Theme, ThemeName

_INDENT = 18
"""Pixels by which a list or a quotation is moved in."""

_LARGER = {1: 1.3, 2: 1.2, 3: 1.1}
"""Sizes of headings, in times of the text."""


class NoteView(QTextBrowser):
    """Shows blocks; ``followed`` carries the address of a link."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = THEMES[ThemeName.LIGHT]
        self._blocks: tuple[FormattedBlock, ...] = ()
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("The note"))
        self.setFont(fonts.interface("body"))
        self.document().setDocumentMargin(SPACE[2])
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(False)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))

    def show_blocks(self, blocks: Iterable[FormattedBlock]) -> None:
        """Show these instead of what was shown."""
        self._blocks = tuple(blocks)
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, block in enumerate(self._blocks):
            if number:
                cursor.insertBlock()
            self._write(cursor, block)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def set_theme(self, theme: Theme) -> None:
        """Write anew in the colours of a theme."""
        self._theme = theme
        self.show_blocks(self._blocks)

    def links(self) -> Sequence[str]:
        """The addresses that can be followed, in order."""
        return [run.link for block in self._blocks for run in block.runs if run.link]

    def _write(self, cursor: QTextCursor, block: FormattedBlock) -> None:
        shape = QTextBlockFormat()
        shape.setLeftMargin(_INDENT * block.depth)
        shape.setBottomMargin(0 if block.kind is BlockKind.ROW else SPACE[1])
        if block.marker:
            shape.setTextIndent(-_INDENT)
        if block.kind is BlockKind.RULE:
            shape.setProperty(QTextBlockFormat.Property.BlockTrailingHorizontalRulerWidth, 1)
        if block.kind is BlockKind.CODE:
            shape.setBackground(QColor(self._theme.hover))
        cursor.setBlockFormat(shape)
        if block.marker:
            cursor.insertText(f"{block.marker}\u2002", self._look(block, Run("")))
        for run in block.runs:
            # A line break is no new block: it belongs to the same paragraph.
            cursor.insertText(run.text.replace("\n", "\u2028"), self._look(block, run))

    def _look(self, block: FormattedBlock, run: Run) -> QTextCharFormat:
        look = QTextCharFormat()
        theme = self._theme
        look.setForeground(QColor(theme.ink_soft if block.kind is BlockKind.QUOTE else theme.ink))
        if block.kind is BlockKind.HEADING:
            size = self.font().pixelSize() if self.font().pixelSize() > 0 else 14
            look.setProperty(
                QTextCharFormat.Property.FontPixelSize, round(size * _LARGER.get(block.level, 1.0))
            )
        if run.strong or block.kind is BlockKind.HEADING:
            look.setFontWeight(QFont.Weight.Bold)
        look.setFontItalic(run.emphasis)
        look.setFontStrikeOut(run.struck)
        if run.code:
            look.setFontFixedPitch(True)
            look.setBackground(QColor(theme.hover))
        if run.link:
            look.setAnchor(True)
            look.setAnchorHref(run.link)
            look.setForeground(QColor(theme.accent))
            look.setFontUnderline(True)
        return look

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Nothing is loaded."""
        return None

    def sizeHint(self) -> QSize:
        """As little as a few lines."""
        return QSize(200, 90)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What does not move in the text is left to what is around it."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_F2}:
            event.ignore()
        else:
            super().keyPressEvent(event)
