"""Source, document, section, paragraph, repair: what is read and where it came from.

Offsets are Unicode code points. A paragraph's ``origin`` maps its text to the decoded
text of the source, so that nothing of a source is lost in mending: what no paragraph
holds is held, verbatim, by a repair.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, overload


class ParagraphKind(StrEnum):
    """What a paragraph is to a reader of the page."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    JUMP = "jump"
    FRAGMENT = "fragment"


KINDS = tuple(ParagraphKind)
"""Every kind; its place here is the number that stands for it in a :class:`Shape`."""


class RepairKind(StrEnum):
    """What mending did at one place."""

    JOINED = "joined"  # two halves of a broken sentence were put together
    LIFTED = "lifted"  # a text that interrupted another was taken out of it
    SPLIT = "split"  # one line was divided into what it really is
    FOLDED = "folded"  # a text printed twice is shown once
    FLAGGED = "flagged"  # kept as it is, but something is missing or scrambled
    CORRECTED = "corrected"  # characters were put right by hand


class Source(NamedTuple):
    """The bytes a person gave us and how they are read.

    ``text`` is the decoded text without byte order mark; ``name`` is what the person
    called it (a file name without folders, or a title for pasted text).
    """

    name: str
    data: bytes
    encoding: str
    text: str

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the bytes."""
        from hashlib import sha256  # noqa: PLC0415 - loads OpenSSL; only importing needs it

        return sha256(self.data).hexdigest()


class Origin(NamedTuple):
    """``length`` code points from ``start`` in a paragraph stand at ``source`` in the source."""

    start: int
    source: int
    length: int


class Paragraph(NamedTuple):
    """One unit of layout, analysis, search and anchoring. ``repairs`` are document-wide indexes."""

    kind: ParagraphKind
    text: str
    origin: tuple[Origin, ...] = ()
    repairs: tuple[int, ...] = ()


class Section(NamedTuple):
    """One article of a page or chapter of a book; its title paragraph is among ``paragraphs``."""

    title: str
    paragraphs: tuple[Paragraph, ...]


class Repair(NamedTuple):
    """One recorded thing that mending did.

    ``key`` is the same for the same repair of the same source, whatever else is undone.
    ``paragraph`` is the document-wide index of the paragraph that shows it and
    ``offset`` the place in its text. ``source`` holds, verbatim, the text of the source
    that is shown differently or not at all. ``why`` is one English sentence, a constant
    of the mending rules, so that a window can translate it.
    """

    key: str
    kind: RepairKind
    paragraph: int
    offset: int
    why: str
    source: str


class TextEdit(NamedTuple):
    """A correction of the source: ``length`` code points at ``start`` become ``text``."""

    start: int
    length: int
    text: str

    @property
    def key(self) -> str:
        """The key of the repair that records this edit."""
        return f"corrected:{self.start}+{self.length}:{self.text}"


class Decisions(NamedTuple):
    """What a person decided about the mending of one source.

    ``undone`` are keys of repairs not to make; ``edits`` are corrections of characters.
    """

    undone: frozenset[str] = frozenset()
    edits: tuple[TextEdit, ...] = ()


class Document(NamedTuple):
    """What is read: an ordered list of sections, and every repair made on the way."""

    title: str
    sections: tuple[Section, ...]
    repairs: tuple[Repair, ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in reading order; their position is the document-wide index."""
        for section in self.sections:
            yield from section.paragraphs

    def outline(self) -> "Outline":
        """Where each section begins."""
        starts, total = [], 0
        for section in self.sections:
            starts.append(total)
            total += len(section.paragraphs)
        return Outline(tuple(s.title for s in self.sections), tuple(starts), total)

    @property
    def characters(self) -> int:
        """Code points of all paragraphs."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs())


class Outline(NamedTuple):
    """Section titles, the document-wide index of each first paragraph, and the paragraph total."""

    titles: tuple[str, ...]
    starts: tuple[int, ...]
    total: int

    def locate(self, paragraph: int) -> tuple[int, int]:
        """Turn a document-wide index into (section, index within the section)."""
        section = max(0, bisect_right(self.starts, paragraph) - 1)
        return section, paragraph - self.starts[section]


class Shape(Sequence[tuple[ParagraphKind, int]]):
    """Kind and length of every paragraph, packed: five bytes a paragraph.

    ``kinds`` are places in :data:`KINDS`, ``lengths`` code points.
    """

    __slots__ = ("kinds", "lengths")

    def __init__(self, kinds: bytes, lengths: "array[int]") -> None:
        self.kinds = kinds
        self.lengths = lengths

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, int]]) -> "Shape":
        """Pack kinds and lengths."""
        both = [(_NUMBERS[kind], length) for kind, length in pairs]
        return cls(bytes(k for k, _ in both), array("I", (n for _, n in both)))

    def __len__(self) -> int:
        return len(self.kinds)

    @overload
    def __getitem__(self, index: int) -> tuple[ParagraphKind, int]: ...
    @overload
    def __getitem__(self, index: slice) -> "Shape": ...
    def __getitem__(self, index: int | slice) -> "tuple[ParagraphKind, int] | Shape":
        if isinstance(index, slice):
            return Shape(self.kinds[index], self.lengths[index])
        return KINDS[self.kinds[index]], self.lengths[index]

    def __iter__(self) -> Iterator[tuple[ParagraphKind, int]]:
        return zip(map(KINDS.__getitem__, self.kinds), self.lengths, strict=True)

    def of_kind(self, kind: ParagraphKind, start: int = 0, end: int | None = None) -> list[int]:
        """Indexes of the paragraphs of a kind, from ``start`` to ``end``."""
        wanted, stop = KINDS.index(kind), len(self.kinds) if end is None else end
        found: list[int] = []
        at = self.kinds.find(wanted, start, stop)
        while at >= 0:
            found.append(at)
            at = self.kinds.find(wanted, at + 1, stop)
        return found

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Shape):
            return NotImplemented
        return self.kinds == other.kinds and self.lengths == other.lengths

    __hash__ = None  # type: ignore[assignment]  # as any other list of changeable numbers


_NUMBERS: dict[str, int] = {kind: number for number, kind in enumerate(KINDS)}
