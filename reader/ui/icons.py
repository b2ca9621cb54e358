"""Icons drawn as lines in the colour of the theme: sharp at every size, no files to load."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPen, QPixmap, QPolygonF

from reader.ui import fonts
from reader.ui.theme import Theme

_SIDE = 20.0


class _LineIcon(QIconEngine):
    """Draws an icon when it is needed, at the size that is needed."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._name = name
        self._theme = theme

    def clone(self) -> QIconEngine:
        """Another engine like this one."""
        return _LineIcon(self._name, self._theme)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw in ink, in the accent's colour when on, softly when disabled."""
        colour = self._theme.accent if state == QIcon.State.On else self._theme.ink
        if mode == QIcon.Mode.Disabled:
            colour = self._theme.ink_soft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / _SIDE, rect.height() / _SIDE)
        pen = QPen(QColor(colour), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        _DRAWINGS[self._name](painter)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon on a transparent ground."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


def icon(name: str, theme: Theme) -> QIcon:
    """The icon of an action or panel in the colours of a theme."""
    return QIcon(_LineIcon(name, theme))


def _contents(painter: QPainter) -> None:
    for y, left in ((4.5, 3.0), (8.2, 6.0), (11.8, 6.0), (15.5, 3.0)):
        painter.drawLine(QPointF(left, y), QPointF(17.0, y))


def _search(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(8.6, 8.6), 5.2, 5.2)
    painter.drawLine(QPointF(12.6, 12.6), QPointF(17.0, 17.0))


def _bookmark(painter: QPainter) -> None:
    painter.drawPolygon(
        QPolygonF([QPointF(5.5, 3), QPointF(14.5, 3), QPointF(14.5, 17), QPointF(10, 13.2),
                   QPointF(5.5, 17)])
    )  # fmt: skip


def _note(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(3.5, 3.5, 13, 13), 2, 2)
    for y, right in ((7.5, 13.5), (10.5, 13.5), (13.5, 10.0)):
        painter.drawLine(QPointF(6.5, y), QPointF(right, y))


def _book(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(4.5, 3, 11.5, 14), 1.5, 1.5)
    painter.drawLine(QPointF(7.5, 3), QPointF(7.5, 17))
    painter.drawLine(QPointF(10, 7), QPointF(13.5, 7))


def _own(painter: QPainter) -> None:
    """A book with a plus."""
    painter.drawPolyline(
        QPolygonF(
            [QPointF(15.5, 8), QPointF(15.5, 3), QPointF(4, 3), QPointF(4, 17), QPointF(9, 17)]
        )
    )
    painter.drawLine(QPointF(7, 3), QPointF(7, 17))
    painter.drawLine(QPointF(11.5, 14), QPointF(18, 14))
    painter.drawLine(QPointF(14.8, 10.7), QPointF(14.8, 17.2))


def _open(painter: QPainter) -> None:
    painter.drawPolyline(
        QPolygonF([QPointF(3, 15.5), QPointF(3, 5), QPointF(8, 5), QPointF(9.5, 7), QPointF(15, 7),
                   QPointF(15, 9)])
    )  # fmt: skip
    painter.drawPolygon(
        QPolygonF([QPointF(3, 15.5), QPointF(5.5, 9), QPointF(17.5, 9), QPointF(15, 15.5)])
    )


def _letters(text: str, size: int) -> Callable[[QPainter], None]:
    def draw(painter: QPainter) -> None:
        font = QFont(fonts.interface())
        font.setPixelSize(size)
        painter.setFont(font)
        painter.drawText(QRectF(0, 0, _SIDE, _SIDE), Qt.AlignmentFlag.AlignCenter, text)

    return draw


def _tone(painter: QPainter) -> None:
    _letters("ā", 17)(painter)
    painter.drawEllipse(QPointF(16.5, 15.5), 1.8, 1.8)


def _theme(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(10, 10), 6.5, 6.5)
    painter.setBrush(painter.pen().color())
    painter.drawPie(QRectF(3.5, 3.5, 13, 13), 90 * 16, 180 * 16)


def _text(painter: QPainter) -> None:
    for y, left in ((4.5, 7.0), (8.2, 3.0), (11.8, 3.0)):
        painter.drawLine(QPointF(left, y), QPointF(17.0, y))
    painter.drawLine(QPointF(3.0, 15.5), QPointF(11.0, 15.5))
    painter.drawEllipse(QPointF(15.0, 15.5), 1.8, 1.8)


def _arrow(direction: int) -> Callable[[QPainter], None]:
    def draw(painter: QPainter) -> None:
        tip, tail = 10 + direction * 6.0, 10 - direction * 6.0
        painter.drawLine(QPointF(tail, 10), QPointF(tip, 10))
        bend = tip - direction * 4.5
        painter.drawPolyline(QPolygonF([QPointF(bend, 5.5), QPointF(tip, 10), QPointF(bend, 14.5)]))

    return draw


def _minus(painter: QPainter) -> None:
    painter.drawLine(QPointF(4.5, 10), QPointF(15.5, 10))


def _plus(painter: QPainter) -> None:
    _minus(painter)
    painter.drawLine(QPointF(10, 4.5), QPointF(10, 15.5))


def _copy(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(7, 7, 10, 10), 1.5, 1.5)
    painter.drawPolyline(
        QPolygonF([QPointF(13, 4), QPointF(13, 3), QPointF(3, 3), QPointF(3, 13), QPointF(4, 13)])
    )


def _pin(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(3, 4, 14, 12), 1.5, 1.5)
    painter.drawLine(QPointF(11.5, 4), QPointF(11.5, 16))


def _close(painter: QPainter) -> None:
    painter.drawLine(QPointF(5, 5), QPointF(15, 15))
    painter.drawLine(QPointF(15, 5), QPointF(5, 15))


def _check(painter: QPainter) -> None:
    painter.drawPolyline(QPolygonF([QPointF(4, 10.5), QPointF(8.5, 15), QPointF(16, 5.5)]))


def _pencil(painter: QPainter) -> None:
    painter.drawPolygon(
        QPolygonF([QPointF(4, 16), QPointF(5, 12), QPointF(13.5, 3.5), QPointF(16.5, 6.5),
                   QPointF(8, 15)])
    )  # fmt: skip
    painter.drawLine(QPointF(11.5, 5.5), QPointF(14.5, 8.5))


_DRAWINGS: dict[str, Callable[[QPainter], None]] = {
    "contents": _contents,
    "search": _search,
    "bookmarks": _bookmark,
    "bookmark": _bookmark,
    "notes": _note,
    "note": _note,
    "glossary": _book,
    "open": _open,
    "next_theme": _theme,
    "pinyin_all": _letters("拼", 16),
    "pinyin_panel": _tone,
    "text": _text,
    "larger": _letters("A+", 13),
    "smaller": _letters("A−", 13),
    "card_back": _arrow(-1),
    "card_forward": _arrow(1),
    "card_shorter": _minus,
    "card_longer": _plus,
    "card_bookmark": _bookmark,
    "card_note": _note,
    "card_words": _pencil,
    "card_copy": _copy,
    "card_glossary": _book,
    "card_own": _own,
    "card_known": _check,
    "card_pin": _pin,
    "card_close": _close,
}
