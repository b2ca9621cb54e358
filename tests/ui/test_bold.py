"""Headlines are bold at every size, on every screen, though the bundled face is not."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from reader.domain.document import ParagraphKind
from reader.ui.article.axes import Axes
from reader.ui.article.layout import ParagraphLayout
from reader.ui.article.typography import STYLES, Setting

pytestmark = pytest.mark.usefixtures("faces")
TITLE = STYLES[ParagraphKind.TITLE]


def ink(size: int, *, strong: bool, vertical: bool, scale: float) -> int:
    """How much darkness a line of a headline leaves on white."""
    style = TITLE._replace(strong=strong)
    setting = Setting(size, vertical=vertical)
    layout = ParagraphLayout("国家发展", (), style, setting, size * 8.0)
    side = round(size * 8)
    image = QImage(round(side * scale), round(side * scale), QImage.Format.Format_Grayscale8)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    Axes(vertical, side).turn(painter)
    for _ in range(2):  # the second time from what the first has kept
        painter.fillRect(-side, -side, 3 * side, 3 * side, QColor("white"))
        layout.shaped(0).paint(painter)
    painter.end()
    return sum(255 - value for value in bytes(image.constBits()))


@pytest.mark.parametrize("vertical", [False, True], ids=["lines", "columns"])
@pytest.mark.parametrize(("size", "scale"), [(16, 1.0), (22, 1.0), (22, 2.0), (48, 1.0), (72, 2.0)])
def test_a_headline_is_darker_than_plain_type(size: int, scale: float, vertical: bool) -> None:
    bold = ink(size, strong=True, vertical=vertical, scale=scale)
    plain = ink(size, strong=False, vertical=vertical, scale=scale)
    assert 1.2 < bold / plain < 2.0


def test_text_of_a_pdf_stays_text(tmp_path: object, qapp: object) -> None:
    layout = ParagraphLayout("国家发展", (), TITLE, Setting(72), 800.0)
    shaped = layout.shaped(0)
    assert shaped._thick is not None
    writer = QPdfWriter(f"{tmp_path}/page.pdf")
    painter = QPainter(writer)
    assert not shaped._thick.paint(painter)
    painter.drawLine(QPointF(0, 0), QPointF(9, 9))
    painter.end()
