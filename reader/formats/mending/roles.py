"""What each block of a page is: heading, body, caption, credit, jump, furniture."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reader.domain.document import RepairKind
from reader.formats.blocks import Block, Style
from reader.formats.mapped import Mapped
from reader.formats.mending import patterns
from reader.formats.mending.ledger import Ledger
from reader.formats.mending.pieces import Piece, Role
from reader.formats.mending.sentences import Ending, ending

_PAGE = 10_000
"""Code points of a page: a longer text that shows one sign of a newspaper is none."""


def is_page(blocks: Sequence[Block]) -> bool:
    """Whether the blocks look like pages of a newspaper: datelines, jumps, credits throughout."""
    signs = sum(_is_sign(block) for block in blocks)
    return signs > 0 and sum(len(block.text) for block in blocks) <= signs * _PAGE


def _is_sign(block: Block) -> bool:
    """Whether only a newspaper prints such a block."""
    if block.style is Style.FIXED:
        return False
    text = block.text.text
    if block.level == 0 and patterns.has_dateline(text):
        return True
    if patterns.JUMP_OUT.search(text[-24:]) or patterns.JUMP_IN.search(text[:24]):
        return True
    return patterns.is_credit(text)


def pieces_of(blocks: Iterable[Block], ledger: Ledger, *, page: bool) -> list[Piece]:
    """Turn blocks into pieces; on a page, jumps and credits become pieces of their own."""
    found: list[Piece] = []
    for block in blocks:
        made = _split(block, ledger) if page and block.style is not Style.FIXED else [block]
        found.extend(_piece(part, page=page) for part in made)
    if page:
        _find_captions(found)
    return found


def _piece(block: Block, *, page: bool) -> Piece:
    role = _role(block) if page else (Role.HEADING if block.level else Role.BODY)
    level = abs(block.level) if role is Role.HEADING else 0
    place = block.text.source_start if block.text.origins else block.start
    piece = Piece(role, block.text, level, block.style, place)
    if block.style is Style.IMAGE and role is Role.BODY:
        piece.role = Role.CAPTION
    return piece


def _role(block: Block) -> Role:
    text = block.text.text
    if patterns.JUMP_OUT.fullmatch(text):
        return Role.JUMP_OUT
    if patterns.JUMP_IN.fullmatch(text):
        return Role.JUMP_IN
    if patterns.is_credit(text):
        return Role.CREDIT
    if block.style is Style.FIXED:
        return Role.BODY
    if block.level:
        return Role.HEADING
    if patterns.is_furniture(text) or patterns.is_guide(text):
        return Role.FURNITURE
    if patterns.is_author(text):
        return Role.AUTHOR
    return Role.CAPTION if patterns.looks_like_caption(text) else Role.BODY


def _split(block: Block, ledger: Ledger) -> Iterator[Block]:
    """Set a jump apart from either end of a block, and a credit from a caption's end."""
    text = block.text
    start = patterns.JUMP_IN.match(text.text)
    if start and start.end() < len(text):
        head, rest = text.cut(0, start.end()).strip(), text.cut(start.end()).strip()
        if rest and ledger.allows(RepairKind.SPLIT, block.start):
            yield _part(block, head)
            block, text = _part(block, rest), rest
    cut = _tail(text)
    if 0 < cut < len(text) and ledger.allows(RepairKind.SPLIT, text.cut(cut).source_start):
        head, tail = text.cut(0, cut).strip(), text.cut(cut).strip()
        if head and tail:
            yield _part(block, head)
            yield _part(block, tail)
            return
    yield block


def _tail(text: Mapped) -> int:
    """Where a jump or a credit at the end of a block begins, or -1."""
    last = None
    for match in patterns.JUMP_OUT.finditer(text.text, max(0, len(text) - 24)):
        last = match
    if last is not None and last.end() == len(text):
        return last.start()
    if patterns.may_be_caption(text.text):
        return patterns.credit_tail(text.text)
    return -1


def _part(block: Block, text: Mapped) -> Block:
    return Block(text, block.level if not text.origins else 0, text.source_start, block.end)


def _find_captions(pieces: list[Piece]) -> None:
    """A paragraph before a photographer's name is the caption, unless it is long prose."""
    for before, piece in pairwise(pieces):
        if piece.role is Role.CREDIT and before.role is Role.BODY and before.is_mendable:
            whole = ending(before.text.text) is Ending.CLOSED
            dated = patterns.may_be_caption(before.text.text)
            if dated or (whole and len(before.text) <= 160):
                before.role = Role.CAPTION
