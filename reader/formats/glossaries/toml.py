"""Terms as TOML, in the form of the files that come with the program, with the field in each."""

import re
import tomllib
from collections.abc import Iterable, Iterator

from reader.domain.glossary import Term
from reader.domain.glossary_table import LEAST, LISTS, Fill, Misfit, read_term
from reader.formats.glossaries.faults import GlossaryRefused

_EXTRA = frozenset({"field"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*term[ \t]*\]\]", re.MULTILINE)
_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


def lines(terms: Iterable[Term]) -> Iterator[str]:
    """The lines of a file."""
    for term in terms:
        yield "[[term]]"
        yield from _pairs(term)
        yield ""


def _pairs(term: Term) -> Iterator[str]:
    yield f"id = {_text(term.id)}"
    yield f"headword = {_text(term.headword)}"
    if term.variants:
        yield f"variants = {_list(term.variants)}"
    yield f"pinyin = {_text(' '.join(term.syllables))}"
    yield f"kind = {_text(term.kind)}"
    yield f"field = {_text(term.field)}"
    for key in ("english", "literal", "explanation", "chinese", "since"):
        if value := getattr(term, key):
            yield f"{key} = {_text(value)}"
    if term.members:
        yield "members = ["
        for member in term.members:
            pinyin = _text(" ".join(member.syllables))
            pairs = f"text = {_text(member.text)}, pinyin = {pinyin}"
            yield f"  {{ {pairs}, english = {_text(member.english)} }},"
        yield "]"
    for key in LISTS[1:]:
        if values := getattr(term, key):
            yield f"{key} = {_list(values)}"


def terms(data: bytes, file: str, fill: Fill) -> Iterator[tuple[int, Term | None]]:
    """Each term with the line where its table begins. Raises GlossaryRefused."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        tables = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryRefused(file=file, line=line, detail="bytes that are no UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        match = _AT_LINE.search(str(error))
        line = int(match[1]) if match and match[1] else text.count("\n") + 1
        detail = _AT_LINE.sub("", str(error))
        raise GlossaryRefused(file=file, line=line, detail=detail) from error
    except RecursionError as error:
        raise GlossaryRefused(file=file, line=1, detail="it is nested too deeply") from error
    entries = tables.pop("term", [])
    if tables or not isinstance(entries, list):
        detail = "only [[term]] tables belong in a glossary"
        raise GlossaryRefused(file=file, line=1, detail=detail)
    starts = _starts(text, len(entries))
    stem = file.rpartition("/")[2].removesuffix(".toml")
    for entry, line in zip(entries, starts, strict=True):
        try:
            field = entry.get("field", stem) if isinstance(entry, dict) else ""
            if not isinstance(field, str):
                raise Misfit("field must be a text")
            term = read_term(entry, field, LEAST, _EXTRA, fill)
            yield line, term._replace(context=())  # the reader's own terms hold everywhere
        except Misfit as error:
            raise GlossaryRefused(file=file, line=line, detail=str(error)) from error


def _starts(text: str, count: int) -> list[int]:
    """The line of each table, as far as the tables stand under heads of their own."""
    starts: list[int] = []
    line, at = 1, 0
    for match in _TABLE.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        starts.append(line)
    return starts if len(starts) == count else [1] * count


def _text(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match.group()) or f"\\u{ord(match.group()):04x}"


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"
