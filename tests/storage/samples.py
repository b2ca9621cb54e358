"""Small documents, and a clock that goes one second at a time."""

from datetime import UTC, datetime, timedelta

from reader.domain.document import (
    Decisions,
    Document,
    Origin,
    Paragraph,
    ParagraphKind,
    Repair,
    RepairKind,
    Section,
    Source,
    TextEdit,
)
from reader.domain.marks import anchor_at
from reader.domain.places import Span

NOON = datetime(2026, 7, 4, 12, 0, 0, 123456, tzinfo=UTC)
TEXTS = ("座谈会在京召开", "中国经济稳中向好，𠮷祥如意。", "高质量发展是首要任务。")


class Clock:
    """Each call is one second later."""

    def __init__(self, start: datetime = NOON) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Entropy:
    """A random source that counts."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, size: int) -> bytes:
        self.count += 1
        return self.count.to_bytes(size, "big")


def source(text: str = "座谈会", name: str = "page.md") -> Source:
    return Source(name, text.encode("utf-8"), "utf-8", text)


def document(*texts: str, title: str = "人民日报") -> Document:
    """Two sections: the first paragraph is the first section, the rest the second."""
    texts = texts or TEXTS
    paragraphs, at = [], 0
    for i, text in enumerate(texts):
        kind = ParagraphKind.BODY if i else ParagraphKind.TITLE
        paragraphs.append(Paragraph(kind, text, (Origin(0, at, len(text)),), (0,) if i else ()))
        at += len(text) + 1
    sections = (Section("一", tuple(paragraphs[:1])), Section("二", tuple(paragraphs[1:])))
    repair = Repair("joined:9", RepairKind.JOINED, 1, 4, "joined across a caption", "新华社")
    return Document(title, sections, (repair,))


ANCHOR = anchor_at(TEXTS[1], Span(1, 2, 4))
DECISIONS = Decisions(frozenset({"folded:3", "joined:9"}), (TextEdit(4, 1, "记者"),))
