"""A page as it will be printed, as large as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.ui.printing.feed import PageFeed
from reader.ui.theme import SPACE

_KEYS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}


class PagePreview(QWidget):
    """Shows one page of a feed; ``turned`` carries its index after keys or wheel chose another."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feed: PageFeed | None = None
        self._index = 0
        self.message = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(300, 400)
        self.setAccessibleName(self.tr("Preview"))

    @property
    def index(self) -> int:
        """The page shown, counted from 0."""
        return self._index

    def show_feed(self, feed: PageFeed | None) -> None:
        """Show the pages of another feed, from the same place if there is one."""
        self._feed = feed
        self.update()

    def show_page(self, index: int) -> None:
        """Show a page, as near to ``index`` as there are pages."""
        last = len(self._feed.pages) - 1 if self._feed else 0
        self._index = min(max(0, index), max(0, last))
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Tell those who cannot see the page what is on it."""
        if self._feed is None or self._index >= len(self._feed.pages):
            return
        page, setter = self._feed.pages[self._index], self._feed.desk.setter
        said = []
        for strip, _ in page.strips:
            layout = setter.layout(strip.piece)
            line = layout.lines[strip.line]
            said.append(layout.text[line.start : line.end])
        self.setAccessibleDescription("".join(said))

    def _turn(self, pages: int) -> None:
        before = self._index
        self.show_page(before + pages)
        if self._index != before:
            self.turned.emit(self._index)

    def sizeHint(self) -> QSize:
        """Room for a page of A4."""
        return QSize(520, 700)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page on a desk."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        if self._feed is None or self._index >= len(self._feed.pages):
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.message
            )
            return
        sheet = self._feed.desk.sheet
        area = QRectF(self.rect()).adjusted(SPACE[2], SPACE[2], -SPACE[2], -SPACE[2])
        scale = min(area.width() / sheet.width, area.height() / sheet.height)
        paper = QRectF(0, 0, sheet.width * scale, sheet.height * scale)
        paper.moveCenter(area.center())
        painter.fillRect(paper.translated(2, 3), QColor(0, 0, 0, 45))
        painter.fillRect(paper, QColor("#ffffff"))
        painter.setClipRect(paper)
        painter.translate(paper.topLeft())
        painter.scale(scale, scale)
        self._feed.desk.drawer.draw(painter, self._feed.pages[self._index])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self._turn(_KEYS[key])
        elif key == Qt.Key.Key_Home:
            self._turn(-self._index)
        elif key == Qt.Key.Key_End:
            self._turn(len(self._feed.pages) if self._feed else 0)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn pages."""
        self._turn(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard; the right half turns forward, the left half back."""
        self.setFocus()
        self._turn(1 if event.position().x() > self.width() / 2 else -1)
