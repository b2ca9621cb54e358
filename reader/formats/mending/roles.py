"""What each block is, and where one line holds several things."""

from collections.abc import Mapping, Sequence

from reader.domain.document import RepairKind
from reader.formats.blocks import Block, Style
from reader.formats.mending import patterns
from reader.formats.mending.ledger import SPLIT_CREDIT, SPLIT_JUMP, Ledger
from reader.formats.mending.pieces import Note, Piece, Role
from reader.formats.mending.sentences import Ending, ending

_CLUE_EVERY = 20_000
"""A text with fewer clues than one in so many characters is a book that mentions newspapers."""
_CLUE_WORDS = (
    "记者",
    "下转",
    "上接",
    "新华社",
    "本报",
    "日讯",
    "日电",
    "报讯",
    "摄",
    "图为",
    "责编",
    "责任编辑",
)


def is_page(blocks: Sequence[Block]) -> bool:
    """Whether ``blocks`` come from a newspaper: datelines, jumps, photographers, editors."""
    clues = total = 0
    for block in blocks:
        total += len(block.text)
        clues += _is_clue(block)
    return clues * _CLUE_EVERY >= total and clues > 0


def _is_clue(block: Block) -> bool:
    text = block.text.text
    head, tail = text[:60], text[-60:]
    if not any(word in head or word in tail for word in _CLUE_WORDS):
        return False
    if patterns.has_dateline(head) or patterns.JUMP_OUT.search(tail):
        return True
    if patterns.JUMP_IN.search(head) or patterns.JUMP_OUT.search(head):
        return True
    return (
        patterns.is_author(text)
        or patterns.is_credit(text)
        or patterns.is_furniture(text)
        or patterns.looks_like_caption(text)
        or patterns.credit_tail(text) >= 0
    )


def plain_pieces(blocks: Sequence[Block], notes: Mapping[int, list[Note]]) -> list[Piece]:
    """Pieces of a text that is no newspaper page."""
    return [_piece(block, notes.get(index, [])) for index, block in enumerate(blocks)]


def page_pieces(
    blocks: Sequence[Block], notes: Mapping[int, list[Note]], ledger: Ledger
) -> list[Piece]:
    """Pieces of a newspaper page, each with its role; jumps and credits set apart."""
    pieces: list[Piece] = []
    for index, block in enumerate(blocks):
        piece = _piece(block, notes.get(index, []))
        if piece.role is Role.HEADING and _is_body(block):
            piece.role, piece.level = Role.BODY, 0
        if piece.role is Role.BODY and piece.style is not Style.FIXED:
            pieces.extend(_named(part) for part in _jumps(piece, ledger))
        else:
            pieces.append(piece)
    return list(_credits(pieces, ledger))


def _piece(block: Block, notes: list[Note]) -> Piece:
    role = Role.HEADING if block.level else Role.BODY
    if block.style is Style.IMAGE:
        role = Role.CAPTION
    place = block.text.source_start if block.text.origins else block.start
    return Piece(role, block.text, block.level, block.style, place, list(notes))


def _is_body(block: Block) -> bool:
    text = block.text.text
    return (len(text) > 40 and text.endswith("。")) or text.count("。") > 1


def carve(piece: Piece, start: int, end: int, role: Role) -> Piece | None:
    """Take a range out of ``piece`` with the notes that lie in it, or ``None`` if it is blank."""
    raw = piece.text.cut(start, end)
    text = raw.strip()
    if not text:
        return None
    first = start + len(raw.text) - len(raw.text.lstrip())
    notes = [
        Note(
            note.key, note.kind, min(max(0, note.offset - first), len(text)), note.why, note.source
        )
        for note in piece.notes
        if start <= note.offset < end or (note.offset == end == len(piece.text))
    ]
    place = text.source_start if text.origins else piece.place
    return Piece(role, text, piece.level, piece.style, place, notes)


def _jumps(piece: Piece, ledger: Ledger) -> list[Piece]:
    """Set references to other pages apart, wherever they stand."""
    text = piece.text.text
    if "版" not in text:
        return [piece]
    found = [(m.start(), m.end(), Role.JUMP_OUT) for m in patterns.JUMP_OUT.finditer(text)]
    found += [(m.start(), m.end(), Role.JUMP_IN) for m in patterns.JUMP_IN.finditer(text)]
    parts: list[Piece] = []
    at = 0
    for start, end, role in sorted(found):
        if start == 0 and end == len(text):
            piece.role = role
            return [piece]
        jump = carve(piece, start, end, role)
        if jump is None or start < at or not ledger.allows(RepairKind.SPLIT, jump.place):
            continue
        ledger.note(jump, RepairKind.SPLIT, jump.place, SPLIT_JUMP, ledger.verbatim(jump.text))
        before = carve(piece, at, start, Role.BODY)
        parts += [part for part in (before, jump) if part]
        at = end
    rest = carve(piece, at, len(text), Role.BODY) if at else piece
    return [*parts, rest] if rest else parts


def _named(piece: Piece) -> Piece:
    """Recognise lines that are not running text."""
    text = piece.text.text
    if piece.role is not Role.BODY:
        return piece
    if patterns.is_credit(text):
        piece.role = Role.CREDIT
    elif patterns.is_author(text):
        piece.role = Role.AUTHOR
    elif patterns.is_furniture(text):
        piece.role = Role.FURNITURE
    elif patterns.looks_like_caption(text):
        piece.role = Role.CAPTION
    elif patterns.is_guide(text):
        piece.style = Style.FIXED
    return piece


def _credits(pieces: Sequence[Piece], ledger: Ledger) -> list[Piece]:
    """Find captions by the photographer's name below or behind them."""
    result: list[Piece] = []
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        at = -1
        if piece.role in (Role.BODY, Role.CAPTION) and piece.style is not Style.FIXED:
            at = patterns.credit_tail(piece.text.text)
            if at >= 0 and piece.role is Role.BODY and not _could_be_caption(piece, at):
                at = -1
        if at >= 0:
            result.extend(_without_credit(piece, at, ledger))
            continue
        if piece.role is Role.BODY and following and following.role is Role.CREDIT:
            own_line = following.style is Style.LINE and piece.style is Style.TEXT
            if _could_be_caption(piece, len(piece.text)) or (own_line and len(piece.text) < 200):
                piece.role = Role.CAPTION
        result.append(piece)
    return result


def _could_be_caption(piece: Piece, length: int) -> bool:
    text = piece.text.text[:length]
    if patterns.has_dateline(text) or piece.style is Style.FIXED or length > 220:
        return False
    if patterns.looks_like_caption(text) or patterns.may_be_caption(text):
        return True
    if length < len(piece.text):  # the name stands in the same line: that says enough
        return text.count("。") <= 4
    return length <= 130 and ending(text) is Ending.CLOSED and text.count("。") <= 2


def _without_credit(piece: Piece, at: int, ledger: Ledger) -> list[Piece]:
    """Caption and photographer, each for itself."""
    credit = carve(piece, at, len(piece.text), Role.CREDIT)
    caption = carve(piece, 0, at, Role.CAPTION)
    if not credit or not caption or not ledger.allows(RepairKind.SPLIT, credit.place):
        piece.role = Role.CAPTION
        return [piece]
    source = ledger.verbatim(credit.text)
    ledger.note(credit, RepairKind.SPLIT, credit.place, SPLIT_CREDIT, source)
    return [caption, credit]
