"""The panel “Pinyin”: how much of it, how it is written, in which colours; at once in the text."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.domain.notation import Notation, written
from reader.services.settings import CHOICES, RANGES, Values
from reader.ui import fonts
from reader.ui.panels.choices import Choices, Option, Popover
from reader.ui.theme import SPACE, Theme
from reader.ui.tone_colours import tone_colours

_NAMES = {"pleco": "Pleco", "mdbg": "MDBG", "dummitt": "Dummitt", "hanping": "Hanping"}


class ToneSample(QWidget):
    """The five tones of one syllable, written and coloured as chosen, on the page's ground."""

    _SIZE = 17

    def __init__(self, theme: Theme, notation: str, colours: str) -> None:
        super().__init__()
        self._theme = theme
        self.notation = notation
        self.colours = colours
        self._font = fonts.ruby(self._SIZE)
        self.setMinimumHeight(self._SIZE * 2)
        self.setAccessibleName(self.tr("Sample"))

    def words(self) -> list[str]:
        """What is written."""
        return [written(s, Notation(self.notation)) for s in ("mā", "má", "mǎ", "mà", "ma")]

    def sizeHint(self) -> QSize:
        """Wide enough for the widest notation."""
        return QSize(self._SIZE * 18, self._SIZE * 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """Write the tones beside each other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(self._theme.page))
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        step = self.width() / 5
        baseline = (self.height() + metrics.capHeight()) / 2
        colours = tone_colours(self.colours, self._theme)[1:]
        for at, (word, colour) in enumerate(zip(self.words(), colours, strict=True)):
            painter.setPen(QColor(colour))
            x = step * (at + 0.5) - metrics.horizontalAdvance(word) / 2
            painter.drawText(QPointF(x, baseline), word)


class PinyinPanel(Popover):
    """Rows for how much pinyin and its form; ``change`` is told each choice."""

    def __init__(
        self,
        values: Values,
        theme: Theme,
        change: Callable[[str, object], None],
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("Pinyin"), parent)
        self._values = values
        self._change = change
        self.choices = Choices()
        self._add_amount()
        self._add_form()
        self._add_tones()
        self._add_engine()
        self.sample = ToneSample(theme, values.notation, values.tone_colours)
        self.choices.chosen.connect(self._choose)
        self._show_notation(values.notation)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(self.choices)
        column.addWidget(self.sample)

    def _choose(self, name: str, value: object) -> None:
        if name == "notation":
            self._show_notation(str(value))
        elif name == "tone_colours":
            self.sample.colours = str(value)
        self.sample.update()
        self._change(name, value)

    def _show_notation(self, notation: str) -> None:
        """Show how that is written; zhuyin is never written by word, nor pinyin beside."""
        self.sample.notation = notation
        zhuyin = notation == Notation.ZHUYIN
        self.choices.set_possible("pinyin_unit", possible=not zhuyin)
        self.choices.set_possible("zhuyin_beside", possible=zhuyin)

    def _add_amount(self) -> None:
        values = self._values
        self.choices.add_options(
            "pinyin",
            self.tr("Shown above"),
            [
                Option(
                    "off", self.tr("Nothing"), self.tr("No card on hover either; a click opens it")
                ),
                Option("hover", self.tr("On hover"), self.tr("In the card of a word")),
                Option(
                    "unknown",
                    self.tr("Unknown words"),
                    self.tr("Those you have not marked as known (Ctrl+D)"),
                ),
                Option(
                    "hsk",
                    self.tr("Over HSK level"),
                    self.tr("Those above the level below, except what you know"),
                ),
                Option("all", self.tr("All words")),
            ],
            values.pinyin,
        )
        low, high = RANGES["hsk_level"]
        self.choices.add_options(
            "hsk_level",
            self.tr("HSK level"),
            [Option(level, str(level)) for level in range(low, high + 1)],
            values.hsk_level,
        )

    def _add_form(self) -> None:
        values, add = self._values, self.choices.add_options
        add(
            "notation",
            self.tr("Written as"),
            [
                Option("marks", "zhōng", self.tr("Pinyin with tone marks")),
                Option("numbers", "zhong1", self.tr("Pinyin with tone numbers")),
                Option("zhuyin", "ㄓㄨㄥ", self.tr("Zhuyin (Bopomofo)")),
            ],
            values.notation,
        )
        add(
            "pinyin_unit",
            self.tr("Pinyin by"),
            [
                Option("syllable", self.tr("Syllable"), "Xī ān"),
                Option("word", self.tr("Word"), "Xī'ān"),
            ],
            values.pinyin_unit,
        )
        add(
            "zhuyin_beside",
            self.tr("Zhuyin"),
            [
                Option(True, self.tr("Beside"), self.tr("A column at the right of the character")),
                Option(False, self.tr("Above")),
            ],
            values.zhuyin_beside,
        )

    def _add_tones(self) -> None:
        values, add = self._values, self.choices.add_options
        add(
            "spoken_tones",
            self.tr("Tones"),
            [
                Option(False, self.tr("Dictionary"), "bù shì, nǐ hǎo"),
                Option(True, self.tr("Spoken"), "bú shì, ní hǎo"),
            ],
            values.spoken_tones,
        )
        options = [
            Option(name, _NAMES.get(str(name)) or self.tr("None"))
            for name in CHOICES["tone_colours"]
        ]
        add("tone_colours", self.tr("Tone colours"), options, values.tone_colours)

    def _add_engine(self) -> None:
        self.choices.add_options(
            "engine",
            self.tr("Words cut by"),
            [
                Option("xidu", "Xidu", self.tr("Few mistakes, names kept whole")),
                Option("jieba", "jieba", self.tr("As many other programs do it")),
            ],
            self._values.engine,
        )
