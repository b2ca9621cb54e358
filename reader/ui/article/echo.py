"""The echo of the article: Qt's own text widget, out of sight, which assistive tools read.

Qt answers a screen reader in C++ for a text widget of its own; interfaces made in Python
cannot tell about selections, lines and attributes. So a read-only QTextEdit lies beneath
the view, as large as the view, and has the keyboard in its place. Its lines are those of
the page: their ends and places come from there, nothing is divided twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QAccessible,
    QAccessibleTextUpdateEvent,
    QFont,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPainter, QTextFrame

    from reader.ui.article.layout import ParagraphLayout
    from reader.ui.article.page import Page
    from reader.ui.article.passage import Passage, Piece
    from reader.ui.article.view import ArticleView

_FAR, _APART = 10_000_000, 50_000
"""Paragraphs that are not in sight stand one below the other, far away: pixels."""

_EXACT = 3000
"""Longest paragraph whose characters are placed exactly; of longer ones only the lines are."""

_TRIES = 12
"""Attempts at the right number of columns; after them a line may end a little early or late."""

_OF_THE_VIEW = {
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.InputMethod,
    QEvent.Type.ContextMenu,
}
_OPTION = QTextOption()
_OPTION.setWrapMode(QTextOption.WrapMode.WrapAnywhere)


class EchoLayout(QAbstractTextDocumentLayout):
    """Gives the paragraphs of a passage the lines that they have on the page.

    A paragraph is laid out when Qt first asks for it, as any QTextDocument does.
    """

    def __init__(self, document: QTextDocument, page: Page, passage: Passage) -> None:
        super().__init__(document)
        self._page = page
        self._passage = passage
        self._laid: dict[int, dict[int, float]] = {}
        self._in_sight: set[int] = set()

    def forget(self) -> None:
        """The page has divided its lines anew, perhaps in another size."""
        for number in self._laid:
            self.document().findBlockByNumber(number).layout().clearLayout()
        self._laid.clear()
        self.document().setDefaultFont(self._page.face.font)

    def follow(self) -> None:
        """Put the paragraphs that are in sight where they are on the screen."""
        first = self._passage.pieces[0].paragraph
        seen: set[int] = set()
        for index, y, layout in self._page.visible():
            number = index - first
            if not 0 <= number < len(self._passage.pieces) or number in seen:
                continue
            block = self.document().findBlockByNumber(number)
            if number not in self._in_sight or number not in self._laid:
                self._lay(block, shown=True)
            above = self._laid[number].get(layout.start)
            if above is not None:
                seen.add(number)
                corner = QPointF(self._page.left, y - above)
                block.layout().setPosition(self._page.axes.shown(corner))
        for number in self._in_sight - seen:
            block = self.document().findBlockByNumber(number)
            block.layout().setPosition(_far(number))
        self._in_sight = seen

    def position_at(self, point: QPointF) -> int:
        """The character at a point, also of paragraphs that are far away; -1 for none."""
        number, y = divmod(point.y() - _FAR, _APART)
        if not 0 <= number < len(self._passage.pieces):
            return self.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        block = self.document().findBlockByNumber(int(number))
        layout = block.layout()
        for index in reversed(range(layout.lineCount())):
            line = layout.lineAt(index)
            if line.y() <= y:
                return block.position() + line.textStart()
        return block.position()

    def _portions(self, piece: Piece) -> Iterator[tuple[float, ParagraphLayout]]:
        """The layouts that show a piece, and how far below its upper edge each stands."""
        flow, above, at = self._page.flow, 0.0, piece.start
        while flow is not None:
            layout = flow.layout(piece.paragraph, at)
            yield above, layout
            above += layout.height
            if layout.end >= piece.end or layout.end <= at:
                return
            at = layout.end

    def _lay(self, block: QTextBlock, *, shown: bool) -> None:
        piece = self._passage.pieces[block.blockNumber()]
        portions = list(self._portions(piece))
        layout = block.layout()
        layout.setTextOption(_OPTION)
        plain = QTextLayout.FormatRange()
        plain.start, plain.length = 0, block.length()
        plain.format.setFont(portions[0][1].face.font)
        layout.setFormats([plain])
        ranges = [found for above, source in portions for found in _ranges(source, piece, above)]
        lines = _divide(layout, ranges, piece)
        if shown and piece.end - piece.start <= _EXACT and len(portions) == 1:
            # Shaped once to know how wide the lines are by themselves, and again as on the page.
            boxes = [portions[0][1].rectangles(start, end)[0] for start, end, _ in ranges]
            spread = [_spread(line, box) for line, box in zip(lines, boxes, strict=False)]
            layout.setFormats([plain, *spread])
            # In vertical setting a line is where it begins; Qt knows none that run downwards.
            down = self._page.axes.vertical
            for line, box in zip(_divide(layout, ranges, piece), boxes, strict=False):
                flat = QPointF(box.left(), box.bottom() - line.height())
                line.setPosition(QPointF(-box.bottom(), box.left()) if down else flat)
        self._laid[block.blockNumber()] = {source.start: above for above, source in portions}

    # --- Qt ---------------------------------------------------------------------

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a paragraph stands; it is laid out now if it was not yet."""
        number = block.blockNumber()
        if self._page.flow is None or not 0 <= number < len(self._passage.pieces):
            return QRectF()
        if number not in self._laid:
            self._lay(block, shown=False)
            if number not in self._in_sight:
                block.layout().setPosition(_far(number))
        layout = block.layout()
        return layout.boundingRect().translated(layout.position())

    def hitTest(  # type: ignore[override]  # Qt has points only; PySide guesses more
        self, point: QPointF, _accuracy: Qt.HitTestAccuracy
    ) -> int:
        """The character under a point of the viewport."""
        place = self._page.place_at(point.toPoint())
        return -1 if place is None else self._passage.position(place)

    def documentSize(self) -> QSizeF:
        """Nothing: there is nothing to scroll."""
        return QSizeF()

    def pageCount(self) -> int:
        """All of it is one page."""
        return 1

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        """Nothing: frames are not drawn."""
        return QRectF()

    def documentChanged(self, _start: int, _removed: int, _added: int) -> None:
        """A passage never changes."""

    def draw(self, _painter: QPainter, _context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw nothing: the view lies above."""


def _far(number: int) -> QPointF:
    return QPointF(0, _FAR + number * _APART)


def _divide(
    layout: QTextLayout, ranges: list[tuple[int, int, float]], piece: Piece
) -> list[QTextLine]:
    """End the lines of a piece where they end on the page."""
    lines = []
    layout.beginLayout()
    for start, end, top in ranges:
        line = layout.createLine()
        if not line.isValid():
            break
        _end_at(line, end - start, piece.units.to_units(end - piece.start))
        line.setPosition(QPointF(0, top))
        lines.append(line)
    layout.endLayout()
    return lines


def _ranges(source: ParagraphLayout, piece: Piece, above: float) -> list[tuple[int, int, float]]:
    """Beginning and end of each line of a piece in one layout, and its upper edge."""
    first, last = max(piece.start, source.start), min(piece.end, source.end)
    if not source.lines or first >= last:
        return []
    return [
        (max(line.start, first), min(line.end, last), above + source.line_top(index))
        for index in range(source.line_of(first), source.line_of(last - 1) + 1)
        for line in (source.lines[index],)
    ]


def _end_at(line: QTextLine, columns: int, end: int) -> None:
    """Give a line so many columns that it ends at ``end``, in UTF-16.

    A column is what stands together: often one character, sometimes with marks upon it.
    """
    for _ in range(_TRIES):
        line.setNumColumns(max(1, columns))
        excess = line.textStart() + line.textLength() - end
        if excess == 0 or (excess > 0 and columns <= 1):
            return
        columns -= excess if excess > 0 else -1


def _spread(line: QTextLine, box: QRectF) -> QTextLayout.FormatRange:
    """Letter spacing that makes a line as wide as it is on the page."""
    missing = box.width() - line.naturalTextWidth()
    made = QTextLayout.FormatRange()
    made.start, made.length = line.textStart(), line.textLength()
    made.format.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.format.setFontLetterSpacing(missing / max(1, line.textLength() - 1))
    return made


class Echo(QTextEdit):
    """Holds a passage for assistive tools and hands the keyboard on to the view.

    ``sought`` carries the UTF-16 offset of what a tool wants to be scrolled into sight.
    """

    sought = Signal(int)

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view.parentWidget())
        self._view = view
        self._held: QTextDocument | None = None
        self._lines: EchoLayout | None = None
        self.passage: Passage | None = None
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setUpdatesEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def show_passage(self, passage: Passage) -> None:
        """Hold another passage; tools hear that the text is another one."""
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setPlainText(passage.text)
        before = self.passage.text if self.passage is not None else ""
        self.passage = passage
        self._lines = EchoLayout(document, self._view.page, passage)
        document.setDocumentLayout(self._lines)
        self.forget_lines()
        # The caret is not yet where it belongs: tools are not to hear of it.
        controls = [child for child in self.children() if child.inherits("QWidgetTextControl")]
        for control in controls:
            control.blockSignals(True)
        self.setDocument(document)
        for control in controls:
            control.blockSignals(False)
        if self._held is not None:
            self._held.deleteLater()
        self._held = document
        if before != passage.text:
            QAccessible.updateAccessibility(
                QAccessibleTextUpdateEvent(self, 0, before, passage.text)
            )

    def forget_lines(self) -> None:
        """The page has divided its lines anew."""
        if self._lines is not None:
            self._lines.forget()

    def follow_page(self) -> None:
        """Be where the view is, and every paragraph where it is in the view."""
        self.setGeometry(self._view.geometry())
        if self._lines is not None:
            self._lines.follow()

    def select(self, anchor: int, caret: int) -> None:
        """Put the caret; assistive tools hear of it unless nothing has changed."""
        cursor = self.textCursor()
        if (cursor.anchor(), cursor.position()) != (anchor, caret):
            cursor.setPosition(anchor)
            cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    # --- Qt ---------------------------------------------------------------------

    @Slot(QRectF)
    def _q_ensureVisible(self, rectangle: QRectF) -> None:
        # Qt's interface calls this by name, and its own QTextEdit has lost it (6.11).
        if self._lines is not None:
            position = self._lines.position_at(rectangle.topLeft())
            if position >= 0:
                self.sought.emit(position)

    def event(self, event: QEvent) -> bool:
        """Keys are the view's."""
        if event.type() in _OF_THE_VIEW:
            return self._view.event(event)
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The view shows where the keyboard is."""
        super().focusInEvent(event)
        self._view.focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The view no longer has the keyboard."""
        super().focusOutEvent(event)
        self._view.focusOutEvent(event)
