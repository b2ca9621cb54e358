"""Markdown of notes as formatted blocks. HTML is shown as it is written, pictures as their text.

CommonMark with tables and strikethrough; addresses written without brackets are links, too. What
would take long is shown as it is written.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from reader.domain.formatted import BlockKind, FormattedBlock, Run

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 50
_LONGEST = 20_000
"""Characters of a block, or markup of a note, above which it is shown as it is written."""

_MOST_MARKUP = 4_000
_MARKUP = frozenset("\\`*_[]!<&~|#>-")

_BARE = re.compile(r"(?:https?://|xidu:)[!-~]+", re.IGNORECASE)
_CLOSING = ")]}>,.;:!?'\"*_`|"
_SAFE = ("http://", "https://", "xidu:")

_STYLES = {
    "strong_open": ("strong", 1),
    "strong_close": ("strong", -1),
    "em_open": ("emphasis", 1),
    "em_close": ("emphasis", -1),
    "s_open": ("struck", 1),
    "s_close": ("struck", -1),
}


def formatted(text: str) -> tuple[FormattedBlock, ...]:
    """The blocks of a note."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    if len(text) > _LONGEST or sum(map(text.count, _MARKUP)) > _MOST_MARKUP:
        return tuple(_plain(text))
    return tuple(_blocks(_parser().parse(text)))


def plain(text: str) -> str:
    """The words of a note on one line, without its markup."""
    return "  ".join(block.text.replace("\n", " ") for block in formatted(text) if block.runs)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - slow to import

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST})
    return parser.enable(["table", "strikethrough"])


def _plain(text: str) -> Iterator[FormattedBlock]:
    for line in text.split("\n"):
        for at in range(0, len(line), _LONGEST):
            yield FormattedBlock(BlockKind.TEXT, (Run(line[at : at + _LONGEST]),))


class _Place:
    """Inside what the tokens are."""

    def __init__(self) -> None:
        self.quotes = 0
        self.lists: list[int] = []  # the next number, or 0 for bullets
        self.marker = ""
        self.heading = 0
        self.cells: list[tuple[Run, ...]] | None = None

    def step(self, token: "Token") -> None:
        """Enter or leave what a token opens or closes."""
        kind = token.type
        if kind.startswith("blockquote"):
            self.quotes += token.nesting
        elif kind == "bullet_list_open":
            self.lists.append(0)
        elif kind == "ordered_list_open":
            self.lists.append(int(token.attrs.get("start", 1)))
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self.lists.pop()
        elif kind == "list_item_open":
            number = self.lists[-1]
            self.marker = f"{number}." if number else "•"
            self.lists[-1] += 1 if number else 0
        elif kind.startswith("heading"):
            self.heading = int(token.tag[1:]) if token.nesting > 0 else 0
        elif kind == "tr_open":
            self.cells = []

    def block(self, runs: tuple[Run, ...]) -> FormattedBlock:
        """A block of text that stands here."""
        depth = len(self.lists) + self.quotes
        marker, self.marker = self.marker, ""
        if self.heading:
            return FormattedBlock(BlockKind.HEADING, runs, depth, self.heading, marker)
        if self.lists:
            return FormattedBlock(BlockKind.ITEM, runs, depth, 0, marker)
        return FormattedBlock(BlockKind.QUOTE if self.quotes else BlockKind.TEXT, runs, depth)


def _blocks(tokens: Sequence["Token"]) -> Iterator[FormattedBlock]:
    place = _Place()
    for token in tokens:
        depth = len(place.lists) + place.quotes
        if token.type == "inline":
            runs = tuple(_linked(_runs(token.children or [])))
            if place.cells is not None:
                place.cells.append(runs)
            else:
                yield place.block(runs)
        elif token.type in {"fence", "code_block"}:
            run = Run(token.content.rstrip("\n"), code=True)
            yield FormattedBlock(BlockKind.CODE, (run,), depth)
        elif token.type == "hr":
            yield FormattedBlock(BlockKind.RULE, (), depth)
        elif token.type == "tr_close" and place.cells is not None:
            cells = chain.from_iterable((Run(" │ "), *cell) for cell in place.cells)
            yield FormattedBlock(BlockKind.ROW, tuple(cells)[1:], depth)
            place.cells = None
        else:
            place.step(token)


def _runs(tokens: Sequence["Token"]) -> Iterator[Run]:
    depth = {"strong": 0, "emphasis": 0, "struck": 0}
    link = ""
    for token in tokens:
        if token.type in _STYLES:
            name, step = _STYLES[token.type]
            depth[name] += step
            continue
        strong, emphasis, struck = (level > 0 for level in depth.values())
        look = Run("", strong, emphasis, struck, link=link)
        if token.type == "link_open":
            link = _safe(str(token.attrs.get("href", "")))
        elif token.type == "link_close":
            link = ""
        elif token.type == "softbreak":
            yield look._replace(text=" ")
        elif token.type == "hardbreak":
            yield look._replace(text="\n")
        elif token.type == "code_inline":
            yield look._replace(text=token.content, code=True)
        elif token.content:
            yield look._replace(text=token.content)


def _safe(address: str) -> str:
    """An address if it is one that may be followed."""
    return address if address.lower().startswith(_SAFE) else ""


def _linked(runs: Iterator[Run]) -> Iterator[Run]:
    """The runs, with addresses that stand in the text made links."""
    for run in _joined(runs):
        at = 0
        if not run.link and not run.code:
            for match in _BARE.finditer(run.text):
                address = match[0].rstrip(_CLOSING)
                if match.start() > at:
                    yield run._replace(text=run.text[at : match.start()])
                yield run._replace(text=address, link=address)
                at = match.start() + len(address)
        if at < len(run.text):
            yield run._replace(text=run.text[at:])


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbours of one look as one: markup characters that mark nothing come by themselves."""
    last: Run | None = None
    for run in runs:
        if last is not None and run[1:] == last[1:]:
            last = last._replace(text=last.text + run.text)
        else:
            if last is not None:
                yield last
            last = run
    if last is not None:
        yield last
