"""Mending: a damaged newspaper page becomes articles, and nothing of it is lost.

``roles`` says what each block is, ``folding`` shows once what is printed twice, ``joining``
puts broken sentences together, ``articles`` finds where articles begin. Each repair is
written into the ``ledger``, which also knows the ones a person does not want.
"""

from collections.abc import Sequence
from pathlib import PurePath

from reader.domain.document import (
    Decisions,
    Document,
    Paragraph,
    ParagraphKind,
    Repair,
    RepairKind,
    Section,
    Source,
    TextEdit,
)
from reader.formats.blocks import Block
from reader.formats.mapped import Mapped
from reader.formats.mending import edits, folding, joining, roles
from reader.formats.mending.articles import Article, articles_of
from reader.formats.mending.ledger import CORRECTED, SPLIT_CREDIT, SPLIT_JUMP, WHYS, Ledger
from reader.formats.mending.pieces import KINDS, Piece, Role

__all__ = ["WHYS", "mend"]

_NAME = 14
"""Code points of the text that name a section without a heading."""


def mend(source: Source, blocks: Sequence[Block], decisions: Decisions) -> Document:
    """Turn blocks into a document; the same input always gives the same document."""
    ledger = Ledger(source.text, decisions.undone)
    blocks, applied = edits.corrected(blocks, decisions.edits)
    page = roles.is_page(blocks)
    pieces = roles.pieces_of(blocks, ledger, page=page)
    if page:
        pieces = joining.join(folding.fold(pieces, ledger), ledger)
    articles = articles_of(pieces, ledger, page=page)
    if page:
        _note_splits(articles, ledger)
    # Chapters of a book have headings of their own; the book is called what its file is.
    named = page or PurePath(source.name).suffix.lower() != ".txt"
    return _document(source, articles, applied, named=named)


def _note_splits(articles: Sequence[Article], ledger: Ledger) -> None:
    """A jump or credit that adjoins its text in the source was set apart from it."""
    for article in articles:
        for piece in article.pieces:
            why = SPLIT_JUMP if piece.role in {Role.JUMP_OUT, Role.JUMP_IN} else SPLIT_CREDIT
            if piece.role not in {Role.JUMP_OUT, Role.JUMP_IN, Role.CREDIT}:
                continue
            start, end = piece.text.source_start, piece.text.source_end
            beside = ledger.source[max(0, start - 1) : start] + ledger.source[end : end + 1]
            if beside.strip():
                text = ledger.verbatim(piece.text)
                ledger.note(piece, RepairKind.SPLIT, start, why, text)


def _document(
    source: Source, articles: Sequence[Article], applied: dict[str, TextEdit], *, named: bool
) -> Document:
    sections: list[Section] = []
    repairs: list[Repair] = []
    total = 0
    for article in articles:
        paragraphs = []
        for piece in article.pieces:
            own = len(repairs)
            repairs += [
                Repair(note.key, note.kind, total, note.offset, note.why, note.source)
                for note in piece.notes
            ]
            repairs += _corrections(source, piece, total, applied)
            paragraphs.append(_paragraph(piece, article, tuple(range(own, len(repairs)))))
            total += 1
        sections.append(Section(_title(article), tuple(paragraphs)))
    title = sections[0].title if sections and named else ""
    return Document(title or PurePath(source.name).stem, tuple(sections), tuple(repairs))


def _paragraph(piece: Piece, article: Article, repairs: tuple[int, ...]) -> Paragraph:
    kind = KINDS[piece.role]
    if piece is article.title:
        kind = ParagraphKind.TITLE
    elif piece.fragment:
        kind = ParagraphKind.FRAGMENT
    return Paragraph(kind, piece.text.text, piece.text.origins, repairs)


def _corrections(
    source: Source, piece: Piece, index: int, applied: dict[str, TextEdit]
) -> list[Repair]:
    """The edits whose place lies in a piece, at the gap they left in its origins."""
    found = []
    for edit in applied.values():
        offset = _gap(piece.text, edit)
        if offset is not None:
            original = source.text[edit.start : edit.start + edit.length]
            found.append(Repair(edit.key, RepairKind.CORRECTED, index, offset, CORRECTED, original))
    return found


def _gap(text: Mapped, edit: TextEdit) -> int | None:
    """Offset in ``text`` of the characters that ``edit`` put there."""
    for origin in text.origins:
        if origin.source + origin.length == edit.start:
            offset = origin.start + origin.length
            if text.text.startswith(edit.text, offset):
                return offset
        if origin.source == edit.start + edit.length and origin.start >= len(edit.text):
            offset = origin.start - len(edit.text)
            if text.text.startswith(edit.text, offset):
                return offset
    return None


def _title(article: Article) -> str:
    if article.title is not None:
        return article.title.text.text
    for piece in article.pieces:
        if piece.role is Role.BODY:
            text = piece.text.text
            return text if len(text) <= _NAME else text[:_NAME] + "…"
    return ""
