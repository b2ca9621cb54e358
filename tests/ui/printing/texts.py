"""Texts to be set, without a library."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from reader.domain.document import Document, Paragraph, ParagraphKind, Section, Shape
from reader.domain.glossary import Term
from reader.domain.script import is_han
from reader.domain.words import Word, WordKind
from reader.services.excerpt import Range, whole
from reader.ui.article.ruby import Amount, Ruby
from reader.ui.article.typography import Setting
from reader.ui.printing.drawing import PageDrawer
from reader.ui.printing.manuscript import Manuscript, manuscript
from reader.ui.printing.notes import Numbering
from reader.ui.printing.pages import Page, Paginator
from reader.ui.printing.setting import Typesetter, whole_cells
from reader.ui.printing.sheet import POINT, Sheet

Kind = ParagraphKind
A4 = (595, 842)
A6 = (298, 420)


class Text:
    """A document whose words are cut by a function."""

    def __init__(
        self,
        sections: Sequence[tuple[str, Sequence[tuple[Kind, str]]]],
        cut: Callable[[str], tuple[Word, ...]],
    ) -> None:
        made = tuple(
            Section(title, tuple(Paragraph(kind, text) for kind, text in paragraphs))
            for title, paragraphs in sections
        )
        self.document = Document("书", made)
        self.outline = self.document.outline()
        self._paragraphs = list(self.document.paragraphs())
        self.shape = Shape.of((p.kind, len(p.text)) for p in self._paragraphs)
        self._cut = cut

    def paragraph(self, index: int) -> Paragraph:
        return self._paragraphs[index]

    def words(self, index: int) -> tuple[Word, ...]:
        return self._cut(self._paragraphs[index].text)

    def words_at(self, index: int, _offset: int) -> tuple[Word, ...]:
        return self.words(index)


def cut(text: str) -> tuple[Word, ...]:
    """Words of two characters; 甲乙 and the like are terms of their own name."""
    out, at = [], 0
    while at < len(text):
        end = min(at + 2, len(text))
        if not (is_han(text[at]) and is_han(text[end - 1])):
            end = at + 1
        piece = text[at:end]
        term = piece if piece[0] in "甲乙丙丁戊己庚辛" else None
        kind = WordKind.TERM if term else WordKind.WORD
        syllables = tuple("zhuāng" if is_han(char) else "" for char in piece if is_han(char))
        out.append(Word(at, end, kind, syllables, term=term))
        at = end
    return tuple(out)


def explain(identifier: str) -> Term | None:
    """Any term, but 丁丁."""
    if identifier == "丁丁":
        return None
    return Term(identifier, identifier, ("jiǎ",), "concept", "x", f"english {identifier}",
                "What it is. And more.", "")  # fmt: skip


class Setup:
    """Everything that sets a text on one sheet."""

    def __init__(
        self,
        text: Text,
        paper: tuple[int, int] = A4,
        points: float = 12.0,
        ruby: Amount = Amount.ALL,
        wanted: Range | None = None,
        *,
        notes: bool = True,
        revealed: Mapping[int, tuple[int, int]] = MappingProxyType({}),
    ) -> None:
        self.sheet = Sheet(paper[0] * POINT, paper[1] * POINT, points)
        setting = Setting(self.sheet.size, Ruby(ruby))
        self.manuscript: Manuscript = manuscript("书", text, wanted or whole(text))
        self.setter = Typesetter(
            self.manuscript,
            setting,
            whole_cells(self.sheet.column, setting),
            Numbering(explain) if notes else None,
            revealed=revealed,
        )
        self.paginator = Paginator(self.setter, self.sheet)
        self.drawer = PageDrawer(self.sheet, self.setter, self.paginator)
        self.pages: list[Page] = [page for page in self.paginator.pages() if page is not None]

    def line(self, placed: object) -> str:
        """The characters of a strip, without room for numbers."""
        strip = placed.strip  # type: ignore[attr-defined]
        layout = self.setter.layout(strip.piece)
        line = layout.lines[strip.line]
        return layout.text[line.start : line.end].replace("\u00a0", "")

    def text(self, pages: Iterable[Page] | None = None) -> str:
        """Everything that is printed, in order."""
        wanted = self.pages if pages is None else pages
        return "".join(self.line(placed) for page in wanted for placed in page.strips)
