"""The repairs that may be made, and where the source stands."""

from reader.domain.document import RepairKind
from reader.formats.mapped import Mapped
from reader.formats.mending.pieces import Note, Piece

JOINED_BLANK = "Joined across a line break."
JOINED_CAPTION = "Joined across a picture caption."
JOINED_OTHER = "Joined across a line that does not belong to the text."
LIFTED_CAPTION = "A picture caption was taken out of the middle of a sentence."
LIFTED_OTHER = "A line was taken out of the middle of a sentence."
SPLIT_JUMP = "A reference to another page was set apart from the text."
SPLIT_CREDIT = "The photographer's name was set apart from the caption."
FOLDED_AGAIN = "Printed twice; shown once."
FOLDED_PART = "Part of a neighbouring paragraph was printed again; shown once."
FOLDED_NEAR = "Printed twice with small differences; shown once."
FLAG_BEGINNING = "The beginning of this text is missing."
FLAG_END = "The end of this text is missing."
FLAG_TITLE = "The heading of this text is missing."
FLAG_SCRAMBLED = "This heading seems to be scrambled or incomplete."
CORRECTED = "Characters were corrected by hand."

WHYS = tuple(
    value for name, value in sorted(globals().items()) if name.isupper() and isinstance(value, str)
)
"""Every reason that a repair can give, for translation."""

_CONTEXT = 10


class Ledger:
    """Says which repairs may be made and writes notes about them."""

    def __init__(self, source: str, undone: frozenset[str]) -> None:
        self.source = source
        self.undone = undone

    def allows(self, kind: RepairKind, place: int) -> bool:
        """Whether the repair of this kind at this source offset was not undone."""
        return self.key(kind, place) not in self.undone

    @staticmethod
    def key(kind: RepairKind, place: int) -> str:
        """The same for the same repair of the same source, whatever else is undone."""
        return f"{kind.value}:{place}"

    def note(  # noqa: PLR0913, PLR0917 - a note is just that much
        self, piece: Piece, kind: RepairKind, place: int, why: str, source: str, offset: int = 0
    ) -> None:
        """Record a repair shown at ``offset`` of ``piece``."""
        piece.notes.append(Note(self.key(kind, place), kind, offset, why, source))

    def flag(self, piece: Piece, why: str, offset: int = 0) -> bool:
        """Flag ``piece``, unless the person does not want that; tell whether it was done."""
        # Beginning and end of one paragraph may both be missing: the key tells them apart.
        kind = RepairKind.FLAGGED
        at = piece.place if not offset else piece.text.source_end
        if not self.allows(kind, at):
            return False
        text = self.verbatim(piece.text)
        shown = text[-40:] if offset else text[:40]
        piece.notes.append(Note(self.key(kind, at), kind, offset, why, shown))
        return True

    def verbatim(self, text: Mapped) -> str:
        """The stretch of the source from the first to the last character of ``text``."""
        if not text.origins:
            return text.text
        low = min(origin.source for origin in text.origins)
        high = max(origin.source + origin.length for origin in text.origins)
        return self.source[low:high]

    def seam(self, left: Mapped, right: Mapped) -> str:
        """The source around a joint: a few characters, what stood between, a few characters."""
        end, start = left.source_end, right.source_start
        if end < 0 or start < end:
            return self.verbatim(right)[:_CONTEXT]
        low = max(end - _CONTEXT, left.origins[-1].source)
        high = min(start + _CONTEXT, right.origins[0].source + right.origins[0].length)
        return self.source[low:high]
