"""Sections of a text that is no newspaper page: chapters, or parts under a heading."""

from collections import Counter
from collections.abc import Sequence

from reader.formats.chapters import chapter_level
from reader.formats.mending.articles import Article
from reader.formats.mending.pieces import Piece, Role


def chapters(pieces: Sequence[Piece]) -> list[Article]:
    """Divide at the highest level that occurs more than once, and at all chapter headings."""
    levels = Counter(piece.level for piece in pieces if piece.role is Role.HEADING)
    repeated = [level for level in sorted(levels) if levels[level] > 1]
    deepest = repeated[0] if repeated else min(levels, default=0)
    found: list[Article] = []
    for piece in pieces:
        heads = piece.role is Role.HEADING and (
            piece.level <= deepest or chapter_level(piece.text.text) == 1
        )
        if heads or not found:
            found.append(Article(title=piece if heads else None, level=piece.level if heads else 0))
        found[-1].pieces.append(piece)
    return found
