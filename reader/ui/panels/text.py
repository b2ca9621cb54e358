"""The panel “Text”: how the article is set, each choice taking effect at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.services.settings import RANGES, Values
from reader.ui import fonts
from reader.ui.panels.choices import Choices, Option, Popover
from reader.ui.theme import SPACE


class TextPanel(Popover):
    """Rows for typeface, spacing and the rules of setting; ``change`` is told each choice."""

    def __init__(
        self, values: Values, change: Callable[[str, object], None], parent: QWidget
    ) -> None:
        super().__init__(self.tr("Text"), parent)
        self._values = values
        self.choices = Choices()
        self._add_type()
        self._add_spacing()
        self._add_rules()
        self.choices.chosen.connect(change)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[4])
        column.addWidget(self.choices)

    def _add_type(self) -> None:
        values, kai = self._values, fonts.kai()
        missing = self.tr("Kai (none found: install LXGW WenKai, for one)")
        kinds = [
            Option("serif", self.tr("Serif")),
            Option("sans", self.tr("Sans serif")),
            Option("kai", self.tr("Kai") if kai else missing, possible=bool(kai)),
        ]
        others = [Option(name, name) for name in fonts.chinese_families() if name != kai]
        self.choices.add_list("typeface", self.tr("Typeface"), kinds + others, values.typeface)
        self.choices.add_number(
            "reading_size", self.tr("Size"), values.reading_size, RANGES["reading_size"]
        )

        self.choices.add_list(
            "characters",
            self.tr("Characters"),
            [
                Option("original", self.tr("As written")),
                Option("simplified", self.tr("Simplified")),
                Option("traditional", self.tr("Traditional")),
                Option("taiwan", self.tr("Traditional, Taiwan")),
                Option("hongkong", self.tr("Traditional, Hong Kong")),
            ],
            values.characters,
        )

    def _add_spacing(self) -> None:
        values, add = self._values, self.choices.add_number
        add("column", self.tr("Characters in a line"), values.column, RANGES["column"])
        add(
            "line_spacing",
            self.tr("Line spacing"),
            values.line_spacing,
            RANGES["line_spacing"],
            step=5,
            percent=True,
        )
        add(
            "paragraph_spacing",
            self.tr("Between paragraphs"),
            values.paragraph_spacing,
            RANGES["paragraph_spacing"],
            step=5,
            percent=True,
        )
        self.choices.add_options(
            "word_spacing",
            self.tr("Between words"),
            [
                Option("none", self.tr("Nothing")),
                Option("thin", self.tr("A little")),
                Option("wide", self.tr("A space")),
            ],
            values.word_spacing,
        )

    def _add_rules(self) -> None:
        values, add = self._values, self.choices.add_options
        add(
            "vertical",
            self.tr("Direction"),
            [Option(False, self.tr("Horizontal")), Option(True, self.tr("Vertical"))],
            values.vertical,
        )
        add(
            "justify",
            self.tr("Right edge"),
            [Option(True, self.tr("Straight")), Option(False, self.tr("Ragged"))],
            values.justify,
        )
        add(
            "indent",
            self.tr("First line"),
            [Option(True, self.tr("Indented by two")), Option(False, self.tr("Not indented"))],
            values.indent,
        )
        add(
            "whole_words",
            self.tr("Lines end"),
            [
                Option(True, self.tr("Between words"), self.tr("Where that leaves no hole")),
                Option(False, self.tr("Anywhere"), self.tr("As in print: in an even grid")),
            ],
            values.whole_words,
        )
        add(
            "punctuation",
            self.tr("Punctuation"),
            [
                Option("none", self.tr("Full"), self.tr("A whole cell for every mark")),
                Option(
                    "compress",
                    self.tr("Half"),
                    self.tr("Half a cell beside other marks and at the edges of a line"),
                ),
                Option(
                    "hang",
                    self.tr("Hanging"),
                    self.tr("Commas and full stops may stand outside the column"),
                ),
            ],
            values.punctuation,
        )
