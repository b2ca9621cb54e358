"""Inline Markdown with positions: which characters of a block are text.

markdown-it does not say where a token stands. A rule that matches nothing, put before
all others, writes down the position of every step; the parser itself is left as it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MARKUP = frozenset("\\`*_[]!<&")
_TOO_MUCH = 1_500
"""Markup characters in one block above which it is shown as it is: parsing could take long."""
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """``start``-``end`` of the content, or ``literal`` text that stands nowhere in it."""

    start: int
    end: int
    literal: str = ""
    image: bool = False


SOFT = Piece(-1, -1)
"""The end of a line inside a paragraph."""
HARD = Piece(-2, -2)
"""A line break that the author wanted."""


def prepare(parser: "MarkdownIt") -> None:
    """Make ``parser`` ready for :func:`pieces`."""

    def note(state: "StateInline", silent: bool) -> bool:
        if not silent:
            state.env["step"] = state.pos
            if not state.pending:
                state.env["mark"] = state.pos
        return False

    parser.inline.ruler.before("text", "xidu_note", note)
    parser.inline.ruler2.disable("fragments_join")


def pieces(parser: "MarkdownIt", content: str) -> Iterator[Piece]:
    """Divide ``content``, several lines, into text, line ends and literal text."""
    markup = sum(map(content.count, _MARKUP))
    if len(content) > _LONGEST or markup > _TOO_MUCH:
        yield from _plain(content)
    elif markup or "  \n" in content:
        yield from _placed(_tokens(parser, content), content, 0)
    else:
        yield from _plain(content)


def _plain(content: str) -> Iterator[Piece]:
    at = 0
    for index, line in enumerate(content.split("\n")):
        if index:
            yield SOFT
        yield Piece(at, at + len(line))
        at += len(line) + 1


def _tokens(parser: "MarkdownIt", content: str) -> list[tuple["Token", int]]:
    from markdown_it.rules_inline import StateInline  # noqa: PLC0415 - slow to import

    class Noting(StateInline):
        """Remembers for each token the position at which its step began."""

        places: list[int]

        def pushPending(self) -> "Token":  # noqa: N802 - the library's name
            token = super().pushPending()
            self.places.append(self.env["mark"])
            return token

        def push(self, ttype: str, tag: str, nesting: "int") -> "Token":
            token = super().push(ttype, tag, nesting)  # type: ignore[arg-type]
            step = self.env["step"]
            # A run of delimiters is pushed one by one in a single step.
            run = self.env.get("run", (-1, 0))
            count = run[1] + 1 if run[0] == step and ttype == "text" else 0
            self.env["run"] = (step, count)
            self.places.append(step + count)
            return token

    state = Noting(content, parser, {"step": 0, "mark": 0}, [])
    state.places = []
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return list(zip(state.tokens, state.places, strict=True))


def _placed(tokens: Sequence[tuple["Token", int]], content: str, done: int) -> Iterator[Piece]:
    for token, place in tokens:
        if token.type == "softbreak":
            yield SOFT
        elif token.type == "hardbreak":
            yield HARD
        elif token.type == "image":
            for piece in _image(token, content, max(place, done)):
                done = max(done, piece.end)
                yield piece
        elif token.content:
            for piece in _text(token, content, max(place, done)):
                done = max(done, piece.end)
                yield piece


def _text(token: "Token", content: str, place: int) -> Iterator[Piece]:
    """Find the text of ``token`` at ``place`` or, behind some markup, soon after."""
    wanted = token.content
    if token.type == "code_inline":
        yield from _code(token, content, place)
        return
    if token.type == "text_special" and token.info == "entity":
        yield Piece(place, place + len(token.markup), literal=wanted)
        return
    at = content.find(wanted, place, place + len(wanted) + len(token.markup) + 8)
    if at < 0:
        at = content.find(wanted, place)
    yield Piece(at, at + len(wanted)) if at >= 0 else Piece(place, place, literal=wanted)


def _code(token: "Token", content: str, place: int) -> Iterator[Piece]:
    start = place + len(token.markup)
    end = content.find(token.markup, start + len(token.content))
    raw = content[start:end] if end >= 0 else ""
    left = len(raw) - len(raw.lstrip()) if raw.strip() == token.content.strip() else 0
    wanted = token.content.strip() if left else token.content
    at = content.find(wanted, start + left, end if end >= 0 else None)
    if at >= 0:
        yield Piece(at, at + len(wanted))
        return
    at = start
    for index, line in enumerate(raw.split("\n")):  # a code span over several lines
        if index:
            yield SOFT
        yield Piece(at, at + len(line))
        at += len(line) + 1


def _image(token: "Token", content: str, place: int) -> Iterator[Piece]:
    """The text that stands for the picture, from between ``![`` and ``]``."""
    at = content.find(token.content, place) if token.content else -1
    if at >= 0:
        yield Piece(at, at + len(token.content), image=True)
