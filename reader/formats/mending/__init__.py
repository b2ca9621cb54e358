"""Damaged newspaper pages become articles; undamaged texts pass through as they are.

``pieces`` are what the rules work on, one rule a module: edits, roles (what each
line is), folding, joining, headings, articles. Every rule records what it does as a
note with a key; a key that a person undid is not done again.
"""

import re
from collections.abc import Sequence
from pathlib import PurePath

from reader.domain.document import (
    Decisions,
    Document,
    Paragraph,
    ParagraphKind,
    Repair,
    Section,
    Source,
)
from reader.formats.blocks import Block
from reader.formats.mending.articles import Article, Divider
from reader.formats.mending.chapters import chapters
from reader.formats.mending.edits import correct
from reader.formats.mending.folding import fold
from reader.formats.mending.headings import promote
from reader.formats.mending.joining import Joiner
from reader.formats.mending.ledger import WHYS, Ledger
from reader.formats.mending.pieces import KINDS, Piece, Role
from reader.formats.mending.roles import is_page, page_pieces, plain_pieces

__all__ = ["WHYS", "mend"]

_CLAUSE = re.compile(r"[^，。；：！？…,;:!?]+")
_LONGEST_TITLE = 24
_EDGE = "，、。；：！？…“”‘’（）《》 　"


def mend(source: Source, blocks: Sequence[Block], decisions: Decisions, name: str) -> Document:
    """Turn ``blocks`` of ``source`` into a document; ``name`` is its title if it has none.

    The same arguments give the same document. Time is linear in the text.
    """
    ledger = Ledger(source.text, decisions.undone)
    whole, notes = correct(blocks, decisions.edits, ledger)
    page = is_page(whole)
    if page:
        pieces = fold(page_pieces(whole, notes, ledger), ledger, page=True)
        pieces = fold(Joiner(pieces, ledger, page=True).joined(), ledger, page=True)
        promote(pieces)
        articles = Divider(pieces, ledger).divided()
    else:
        pieces = fold(plain_pieces(whole, notes), ledger, page=False)
        articles = chapters(Joiner(pieces, ledger, page=False).joined())
    # Chapters of a book have headings of their own; the book is called what its file is.
    keeps_name = PurePath(source.name).suffix.lower() == ".txt"
    return _document(articles, name, page=page, keeps_name=keeps_name)


def _document(articles: Sequence[Article], name: str, *, page: bool, keeps_name: bool) -> Document:
    sections: list[Section] = []
    repairs: list[Repair] = []
    total = 0
    for article in articles:
        paragraphs: list[Paragraph] = []
        for piece in article.pieces:
            indexes: list[int] = []
            for note in sorted(piece.notes, key=lambda note: note.offset):
                indexes.append(len(repairs))
                repairs.append(
                    Repair(note.key, note.kind, total, note.offset, note.why, note.source)
                )
            kind = _kind(piece, article)
            text = piece.text
            paragraphs.append(Paragraph(kind, text.text, text.origins, tuple(indexes)))
            total += 1
        title = _title(article, "" if sections or page else name)
        sections.append(Section(title, tuple(paragraphs)))
    headed = bool(sections) and (page or not keeps_name)
    title = sections[0].title if headed else name
    return Document(title, tuple(sections), tuple(repairs))


def _kind(piece: Piece, article: Article) -> ParagraphKind:
    if piece is article.title:
        return ParagraphKind.TITLE
    return ParagraphKind.FRAGMENT if piece.fragment else KINDS[piece.role]


def _title(article: Article, name: str) -> str:
    """The heading; else the name of the source for the first section, else its first words."""
    if article.title is not None:
        return article.title.text.text
    text = next((p for p in article.pieces if p.role is Role.BODY), None) or article.pieces[0]
    if name and not text.fragment:
        return name
    words = text.text.text
    clause = _CLAUSE.search(words.lstrip(_EDGE))
    first = (clause.group() if clause else words).strip(_EDGE) or words
    return first[:_LONGEST_TITLE] + "…"
