"""Makes a PDF that Qt has drawn readable by programs: search, copying, reading aloud.

Qt draws one glyph after another and notes which character each stands for. Three things
are missing, and are added here with pypdf:

* Where a font draws two characters alike, Qt notes the first: the radical ⼀ for 一. Nobody
  would find 一 by searching.
* Between characters with pinyin above them there is room, which programs take for spaces.
  Each line becomes one span with its text (ISO 32000-1, 14.9.4, ActualText).
* The document has no language and no outline.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter

Characters = Mapping[int, str]
"""Character by glyph of one font."""

_BLOCK = re.compile(rb"([-\d. ]+ cm\n)|BT\n/(F\d+) ([\d.]+) Tf (.*?)ET\n", re.DOTALL)
"""A new origin, or text drawn from it."""

_SHOWN = re.compile(rb"(-?[\d.]+) (-?[\d.]+) Td <([0-9A-Fa-f]+)> Tj")
# What Qt itself has marked: the second drawing of a letter that is to look bold.
_TWICE = re.compile(rb"/Span << /ActualText <> >> BDC\n(.*?)EMC\n", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f]{4})> <[0-9A-Fa-f]{4}> \[(.*?)\]", re.DOTALL)
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


class Entry(NamedTuple):
    """One entry of the outline: its title and the page it leads to, counted from 0."""

    title: str
    page: int


class Meaning(NamedTuple):
    """What the drawing does not say by itself.

    ``alike`` gives the character meant by one that is drawn alike. ``lines`` are the lines
    that were drawn on each page and what each says.
    """

    alike: Mapping[str, str]
    lines: Sequence[Mapping[str, str]]
    outline: Sequence[Entry] = ()
    language: str = "zh-Hans"


def add_meaning(
    source: BinaryIO,
    target: Path,
    meaning: Meaning,
    progress: Callable[[float], None] = lambda _share: None,
) -> None:
    """Write to ``target`` what Qt wrote to ``source``, made readable; tells the share done."""
    from pypdf import PdfWriter  # noqa: PLC0415 - only an export needs it
    from pypdf.generic import NameObject, TextStringObject  # noqa: PLC0415

    writer = PdfWriter(clone_from=source)
    fonts: dict[str, Characters] = {}
    count = len(writer.pages)
    for index, page in enumerate(writer.pages):
        progress(index / count)
        _correct_fonts(page, fonts, meaning.alike)
        _tell_lines(page, fonts, meaning.lines[index] if index < len(meaning.lines) else {})
    writer.root_object[NameObject("/Lang")] = TextStringObject(meaning.language)
    if meaning.outline:
        _outline(writer, meaning.outline)
    # Opened here: given a path, pypdf leaves its file open when the disk is full.
    with target.open("wb") as file:
        writer.write(file)


def _outline(writer: PdfWriter, entries: Iterable[Entry]) -> None:
    from pypdf.generic import NameObject  # noqa: PLC0415

    for entry in entries:
        writer.add_outline_item(title=entry.title, page_number=entry.page)
    writer.root_object[NameObject("/PageMode")] = NameObject("/UseOutlines")


def _correct_fonts(
    page: PageObject, known: dict[str, Characters], alike: Mapping[str, str]
) -> None:
    """Note the right characters in every font of the page, once."""
    resources: Any = page["/Resources"].get_object()
    for name, reference in resources.get("/Font", {}).items():
        if name[1:] not in known:
            stream = reference.get_object()["/ToUnicode"].get_object()
            written, found = corrected(stream.get_data(), alike)
            stream.set_data(written)
            known[name[1:]] = found


def corrected(table: bytes, alike: Mapping[str, str]) -> tuple[bytes, Characters]:
    """A ToUnicode table with the characters that are meant, and these by glyph."""
    found: dict[int, str] = {}

    def correct(match: re.Match[bytes]) -> bytes:
        start = int(match.group(1), 16)
        codes = []
        for offset, code in enumerate(re.findall(rb"<([0-9A-Fa-f]+)>", match.group(2))):
            char = bytes.fromhex(code.decode()).decode("utf-16-be", "replace")
            # A space is noted as the first control character that is drawn as one.
            char = found[start + offset] = alike.get(char, char) if char >= " " else " "
            codes.append(b"<" + char.encode("utf-16-be", "replace").hex().upper().encode() + b">")
        return match.group(0).replace(match.group(2), b" ".join(codes))

    return _RANGE.sub(correct, table), found


class _Block(NamedTuple):
    """One text object of a page: where it is in the stream, where its line is, its text."""

    start: int
    end: int
    line: tuple[bytes, bytes, float]
    x: float
    text: str


def _tell_lines(
    page: PageObject, fonts: Mapping[str, Characters], lines: Mapping[str, str]
) -> None:
    contents: Any = page["/Contents"].get_object()
    contents.set_data(tell_lines(contents.get_data(), fonts, lines))


def tell_lines(drawn: bytes, fonts: Mapping[str, Characters], lines: Mapping[str, str]) -> bytes:
    """The drawing with every line of Chinese in a span that has its text."""
    out: list[bytes] = []
    at = 0
    for line in _lines(_blocks(drawn, fonts)):
        text = "".join(block.text for block in line)
        if not _HAN.search(text):
            continue
        said = lines.get(text, text)
        start, end = line[0].start, line[-1].end
        code = ("\ufeff" + said).encode("utf-16-be", "replace").hex().upper().encode()
        # A span within a span would speak for itself again.
        inside = _TWICE.sub(rb"\1", drawn[start:end])
        out += [drawn[at:start], b"/Span <</ActualText <", code, b">>> BDC\n", inside, b"EMC\n"]
        at = end
    out.append(drawn[at:])
    return b"".join(out)


def _blocks(drawn: bytes, fonts: Mapping[str, Characters]) -> Iterator[_Block]:
    origin = b""
    for block in _BLOCK.finditer(drawn):
        moved, font, size, body = block.groups()
        if moved:
            origin = moved
            continue
        characters = fonts.get(font.decode(), {})
        shown = list(_SHOWN.finditer(_TWICE.sub(b"", body)))
        if shown:
            text = "".join(characters.get(int(glyph.group(3), 16), "\ufffd") for glyph in shown)
            x, baseline = (float(number) for number in shown[0].groups()[:2])
            line = (origin, size, baseline)
            yield _Block(block.start(), block.end(), line, x, text)


def _lines(blocks: Iterable[_Block]) -> Iterator[list[_Block]]:
    """Blocks that stand on one line, one behind the other."""
    line: list[_Block] = []
    for block in blocks:
        if line and not (block.line == line[-1].line and block.x > line[-1].x):
            yield line
            line = []
        line.append(block)
    if line:
        yield line
