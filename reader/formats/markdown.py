"""Markdown (CommonMark and tables) as plain paragraphs; HTML is shown, never run."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.domain.document import Source
from reader.formats.blocks import Block, Style, divide, glue
from reader.formats.inline import HARD, SOFT, Piece, pieces, prepare
from reader.formats.mapped import Mapped

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n|\r|\n")
_ODD_BREAKS = re.compile("[\u2028\u2029\x85\x0b\x0c]")
_CONTAINERS = {"bullet_list": 1, "ordered_list": 1, "blockquote": 1, "table": 1}
_LONGEST_SETEXT = 80


@dataclass(frozen=True, slots=True)
class _Lines:
    """The source and where its lines begin and end.

    ``seen`` is the text as markdown-it sees it, NUL replaced, at the same offsets.
    """

    text: str
    seen: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> "_Lines":
        starts, ends = [0], []
        for match in _LINE_END.finditer(text):
            ends.append(match.start())
            starts.append(match.end())
        ends.append(len(text))
        return cls(text, text.replace("\0", "\ufffd"), starts, ends)

    def normal(self) -> str:
        """The text as markdown-it wants it: one kind of line end, no NUL."""
        return _LINE_END.sub("\n", self.seen) if "\r" in self.seen else self.seen

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Source range of the lines ``first``-``last`` (half-open)."""
        last = max(first + 1, min(last, len(self.ends)))
        return self.starts[first], self.ends[last - 1]


def blocks(source: Source) -> list[Block]:
    """Read ``source`` as Markdown."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - slow to import

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    prepare(parser)
    lines = _Lines.of(source.text)
    return list(divide(_blocks(parser, _tokens(parser, lines.normal()), lines)))


def _tokens(parser: "MarkdownIt", text: str) -> "list[Token]":
    """Divide ``text`` into blocks; inline Markdown is done later, with positions.

    markdown-it takes white space in Python's sense off a paragraph, whole lines of it too
    (of U+3000, of U+2028); ``meta["lost"]`` of an inline token says how many of its first.
    """
    from markdown_it.rules_block import StateBlock  # noqa: PLC0415 - slow to import

    class Noting(StateBlock):
        """Remembers for each token the text that was taken for it last."""

        taken = ""

        def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:  # noqa: N802, N803
            self.taken = super().getLines(begin, end, indent, keepLastLF)
            return self.taken

        def push(self, ttype: str, tag: str, nesting: int) -> "Token":
            token = super().push(ttype, tag, nesting)  # type: ignore[arg-type]
            if ttype == "inline":
                space = len(self.taken) - len(self.taken.lstrip())
                token.meta["lost"] = self.taken.count("\n", 0, space)
            return token

    state = Noting(text, parser, {}, [])
    parser.block.tokenize(state, state.line, state.lineMax)
    return state.tokens


def _blocks(parser: "MarkdownIt", tokens: "list[Token]", lines: _Lines) -> Iterator[Block]:
    fixed, level, column = 0, 0, -1  # -1: not in a row of a table
    for token in tokens:
        name, _, side = token.type.rpartition("_")
        if name in _CONTAINERS:
            fixed += token.nesting
        elif name == "heading":
            level = _level(token) if side == "open" else 0
        elif name == "tr":
            column = 0 if side == "open" else -1
        elif token.type == "inline" and token.map:
            style = Style.FIXED if fixed else Style.TEXT
            if simple := None if fixed else _one_line(token, lines, level):
                yield simple
                continue
            block = _Paragraph(parser, token, lines, column)
            yield from block.blocks(level, style)
            column = block.column
        elif token.type in ("fence", "code_block", "html_block") and token.map:
            yield from _verbatim(token, lines)


_RICH = re.compile("[\\n\\\\`*_\\[\\]!<&\0\u2028\u2029\x85\x0b\x0c]")


def _one_line(token: "Token", lines: _Lines, level: int) -> Block | None:
    """The short way for what most paragraphs are: one line without any markup."""
    content = token.content
    if level < 0 or not content or _RICH.search(content):
        return None
    start, end = lines.span(*(token.map or [0, 1]))
    at = lines.seen.rfind(content, start, end)
    if at < 0:
        return None
    text = Mapped.of(lines.text, at, at + len(content)).strip()
    return Block(text, level, start, end) if text else None


def _level(token: "Token") -> int:
    return -int(token.tag[1]) if token.markup in "-=" else int(token.tag[1])


def _verbatim(token: "Token", lines: _Lines) -> Iterator[Block]:
    """Code and raw HTML, a paragraph a line."""
    first, last = token.map or [0, 0]
    if token.type == "fence":
        # The closing fence may be missing; the first line always is a fence.
        first += 1
        count = token.content.count("\n")
        last = min(last, first + count)
    for line in range(first, min(last, len(lines.ends))):
        yield from _simple(lines.text, lines.starts[line], lines.ends[line])


def _simple(text: str, start: int, end: int) -> Iterator[Block]:
    for low, high in _unbroken(text, start, end):
        mapped = Mapped.of(text, low, high).strip()
        if mapped:
            yield Block(mapped, 0, low, high, Style.FIXED)


def _unbroken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Divide at line breaks that Markdown does not know."""
    for match in _ODD_BREAKS.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


class _Paragraph:
    """One inline token on its way to blocks: content offsets become source offsets."""

    def __init__(self, parser: "MarkdownIt", token: "Token", lines: _Lines, column: int) -> None:
        self.content = token.content
        self.pieces = list(pieces(parser, token.content))
        self.source, self.seen = lines.text, lines.seen
        first, last = token.map or [0, 1]
        self.start, self.end = lines.span(first, last)
        self.column = column
        self.offsets: list[int] = []  # of the lines of the content
        self.places: list[int] = []  # of the same lines in the source
        # A heading and a cell are one line, whatever was taken before.
        self._place(lines, min(first + token.meta.get("lost", 0), max(first, last - 1)))

    def _place(self, lines: _Lines, first: int) -> None:
        """Content lines are source lines without what containers put before them."""
        at = 0
        for index, line in enumerate(self.content.split("\n")):
            row = min(first + index, len(lines.starts) - 1)
            start, end = lines.starts[row], lines.ends[row]
            # As Markdown strips it: a line separator, white space to Python, is text there.
            wanted = line.strip(" \t")
            low = start + max(0, self.column)
            place = self._find(wanted, low, end)
            self.offsets.append(at + len(line) - len(line.lstrip(" \t")))
            self.places.append(place)
            if self.column >= 0:
                self.column = place + len(wanted) - start
            at += len(line) + 1

    def _find(self, wanted: str, low: int, end: int) -> int:
        """Where the line stands; cells are looked for from the left, else from the right."""
        if self.column >= 0:
            place = self.seen.find(wanted, low, end)
            if place >= 0:
                return place
        place = self.seen.rfind(wanted, low, end)
        return place if place >= 0 else low

    def blocks(self, level: int, style: Style) -> Iterator[Block]:
        """The lines between hard breaks, each a block; later ones are marked ``LINE``."""
        lines = self._texts()
        strong = self.content.startswith("**") and self.content.endswith("**") and len(lines) == 1
        if style is Style.TEXT and strong and self.content.count("**") == 2:
            style = Style.STRONG
        if lines and all(piece.image for piece in self.pieces if piece.start >= 0):
            style = Style.IMAGE
        for index, text in enumerate(lines):
            if level < 0:  # underlined: a paragraph above a rule is no heading
                prose = len(text) > _LONGEST_SETEXT or text.text.endswith("。")
                level = 0 if prose else -level
            here = Style.LINE if index and style is Style.TEXT else style
            yield Block(text, level, self.start, self.end, here)

    def _texts(self) -> list[Mapped]:
        rows: list[list[Mapped]] = [[]]
        soft = False
        for piece in self.pieces:
            if piece is HARD:
                rows.append([])
            elif piece is SOFT:
                soft = True
                continue
            else:
                parts = self._mapped(piece)
                for broken, part in parts:
                    if broken:
                        rows.append([])
                    if soft and rows[-1] and part:
                        rows[-1].append(Mapped.literal(glue(rows[-1][-1].text, part.text)))
                    if part:
                        rows[-1].append(part)
                        soft = False
                continue
            soft = False
        joined = (Mapped.concat(row).strip() for row in rows)
        return [text for text in joined if text]

    def _mapped(self, piece: Piece) -> Sequence[tuple[bool, Mapped]]:
        """The source text of ``piece``; the flag says that it begins a new line."""
        if piece.literal:
            return [(False, Mapped.literal(piece.literal))]
        found: list[tuple[bool, Mapped]] = []
        at = piece.start
        wanted = self.content[piece.start : piece.end]
        line = bisect_right(self.offsets, at) - 1
        place = self.places[max(0, line)] + at - self.offsets[max(0, line)]
        if not self._stands(wanted, place):
            again = self.seen.find(wanted, self.start, self.end)
            if again < 0:
                return [(False, self._cell(wanted))]
            place = again
        for index, (low, high) in enumerate(_unbroken(self.source, place, place + len(wanted))):
            found.append((index > 0, Mapped.of(self.source, low, high)))
        return found

    def _cell(self, wanted: str) -> Mapped:
        """Text of a table cell in which an escaped bar stood for a bar."""
        raw = wanted.replace("|", "\\|")
        at = self.seen.find(raw, self.start, self.end)
        if at < 0:
            return Mapped.literal(wanted)
        parts: list[Mapped] = []
        for index, part in enumerate(raw.split("\\|")):
            low = at if not index else at - 1  # with the bar itself
            parts.append(Mapped.of(self.source, low, at + len(part)))
            at += len(part) + 2
        return Mapped.concat(parts)

    def _stands(self, wanted: str, place: int) -> bool:
        return self.seen.startswith(wanted, max(place, 0))
