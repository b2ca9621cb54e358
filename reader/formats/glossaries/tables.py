"""Terms as a table: CSV with a header row, any of the three usual separators.

A spreadsheet takes cells that begin with ``=`` and the like for formulas, so those get an
apostrophe in front, which reading takes away again.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from reader.domain.glossary import Term
from reader.domain.glossary_table import LEAST, LISTS, Fill, Misfit, read_term
from reader.domain.script import count_han
from reader.formats.encodings import decode, detect
from reader.formats.glossaries.faults import GlossaryRefused
from reader.formats.glossaries.packing import pack, pack_member, unpack, unpack_member

COLUMNS = (
    "id headword variants pinyin kind field english literal explanation chinese since members "
    "collocations related broader opposite"
).split()

_ALIASES = {
    "headword": "term word simplified zh zh-cn zh-hans 词条 术语 词语 简体 中文",
    "variants": "variant synonyms synonym aliases abbreviation 异称 同义词 简称",
    "pinyin": "reading pronunciation 拼音",
    "english": "en en-us en-gb translation meaning 英文 英语 翻译",
    "explanation": "definition description notes note 解释 定义 说明",
    "field": "subject domain subjectfield tags 领域",
}
_MEANING = {alias: column for column, names in _ALIASES.items() for alias in names.split()}
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LONGEST = 1_000_000
"""Most characters of a cell."""


def safe_cell(text: str) -> str:
    """A cell in which no spreadsheet finds a formula; :func:`plain_cell` takes it back."""
    return f"'{text}" if text.startswith((*_RISKY, "'")) else text


def plain_cell(cell: str) -> str:
    """What :func:`safe_cell` made safe; other cells stay."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_RISKY, "'")) else cell


def rows(cells: Iterable[Iterable[str]]) -> Iterator[str]:
    """Rows as lines of CSV, every cell quoted and safe; the first begins with a byte order mark."""
    buffer = io.StringIO(newline="")
    buffer.write("\ufeff")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="")
    for row in cells:
        writer.writerow([safe_cell(cell) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def lines(terms: Iterable[Term]) -> Iterator[str]:
    """The lines of a file with every field of the terms."""

    def cells() -> Iterator[list[str]]:
        yield list(COLUMNS)
        for term in terms:
            yield [_cell(term, column) for column in COLUMNS]

    return rows(cells())


def _cell(term: Term, column: str) -> str:
    if column == "pinyin":
        return " ".join(term.syllables)
    if column == "members":
        return "\n".join(map(pack_member, term.members))
    value = getattr(term, column)
    return pack(value) if column in LISTS else str(value)


def terms(data: bytes, file: str, fill: Fill) -> Iterator[tuple[int, Term | None]]:
    """Each row with its line; None has no headword. Raises GlossaryRefused or NotText."""
    text = _text(data, file)
    head = text.split("\n", 1)[0].rstrip("\r")
    skip = 1 if head.lower() in {"sep=,", "sep=;", "sep=\t"} else 0
    source = io.StringIO(text.split("\n", 1)[1] if skip else text, newline="")
    table = csv.reader(source, delimiter=_separator(text, skip), strict=True)
    line = 1 + skip
    columns: list[str] | None = None
    previous = csv.field_size_limit(_LONGEST)
    try:
        for cells in table:
            if columns is None:
                columns = _columns(cells, file, line)
            elif any(cells):
                yield line, _row(columns, cells, fill)
            line = table.line_num + 1 + skip
    except csv.Error as error:
        raise GlossaryRefused(file=file, line=line, detail=str(error)) from error
    except Misfit as error:
        raise GlossaryRefused(file=file, line=line, detail=str(error)) from error
    finally:
        csv.field_size_limit(previous)
    if columns is None:
        raise GlossaryRefused(file=file, line=1, detail="there is no header row")


def _text(data: bytes, file: str) -> str:
    encoding = detect(data, file)
    text = decode(data, encoding)
    if "\ufffd" in text and "\ufffd".encode(encoding, "ignore") not in data:
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        raise GlossaryRefused(file=file, line=line, detail=f"bytes that are no {encoding}")
    return text


def _separator(text: str, skip: int) -> str:
    """The one that gives the header most columns that we know."""
    head = text.split("\n", 2 + skip)[skip] if text.count("\n") >= skip else ""

    def known(separator: str) -> int:
        return sum(_name(cell) in COLUMNS for cell in head.split(separator))

    return max((",", ";", "\t"), key=known)


def _name(cell: str) -> str:
    bare = cell.strip().strip('"').strip().lower()
    return _MEANING.get(bare, bare)


def _columns(cells: list[str], file: str, line: int) -> list[str]:
    names = [_name(cell) for cell in cells]
    if "headword" not in names and "chinese" in names:
        # Alone, "Chinese" is the term; beside a headword it is the explanation in Chinese.
        names[names.index("chinese")] = "headword"
    if "headword" not in names:
        detail = "the header row names no column “headword”"
        raise GlossaryRefused(file=file, line=line, detail=detail)
    # Of two columns with one meaning the first counts.
    return [name if names.index(name) == at else "" for at, name in enumerate(names)]


def _row(columns: list[str], cells: list[str], fill: Fill) -> Term | None:
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        raise Misfit("the row has more cells than the header")
    given = {name: plain_cell(cell) for name, cell in zip(columns, cells, strict=False)}
    headword = given.get("headword", "")
    if not headword.strip():
        return None
    row: dict[str, object] = {"headword": headword, "id": given.get("id") or headword}
    for name in ("english", "literal", "explanation", "chinese", "since"):
        row[name] = given.get(name, "")
    if given.get("kind"):
        row["kind"] = given["kind"]
    pinyin = given.get("pinyin", "")
    # Pinyin written in other ways ("guójiā") is not what is kept: one syllable a character.
    row["pinyin"] = pinyin if len(pinyin.split()) == count_han(headword) else ""
    for name in LISTS:
        row[name] = list(unpack(given.get(name, "")))
    members = tuple(unpack_member(m, fill) for m in given.get("members", "").split("\n") if m)
    term = read_term(row, given.get("field", ""), LEAST, fill=fill)
    return term._replace(members=members)
