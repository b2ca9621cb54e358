"""Terms as TBX-Basic (ISO 30042:2019, DCA style).

The headword, its variants, the English and the definitions are where TBX has them. What TBX-Basic
has no category for (kind, literal sense, since, members, pinyin) are notes with a label, and
``sourceDesc`` says so: only then are they read back as more than notes.
"""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from reader.domain.glossary import Term
from reader.formats.glossaries.packing import pack_member

MARK = "Terms of Xidu, with labelled notes."
"""What ``sourceDesc`` says of a file of ours."""

RELATIONS = ("related", "broader", "opposite")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9.-]*")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>{MARK}</p></sourceDesc></fileDesc></tbxHeader>
<text><body>"""


def lines(terms: Iterable[Term]) -> Iterator[str]:
    """The lines of a file; characters that XML forbids become U+FFFD."""
    yield _HEAD
    for term in terms:
        yield from _concept(term)
    yield "</body></text>"
    yield "</tbx>"


def identifier(text: str) -> str:
    """An id of ours as a name in XML: ``_`` and what a name may not hold become ``_code_``."""
    if _NAME.fullmatch(text):
        return text
    return "_" + re.sub(r"[^A-Za-z0-9.-]", lambda match: f"_{ord(match.group()):x}_", text)


def _concept(term: Term) -> Iterator[str]:
    yield f"<conceptEntry id={_quoted(identifier(term.id))}>"
    if term.field:
        yield f'<descrip type="subjectField">{_text(term.field)}</descrip>'
    for relation in RELATIONS:
        for other in getattr(term, relation):
            target = _quoted(identifier(other))
            yield f'<ref type="crossReference" target={target}>{relation}</ref>'
    yield f"<note>kind: {_text(term.kind)}</note>"
    if term.since:
        yield f"<note>since: {_text(term.since)}</note>"
    for member in term.members:
        yield f"<note>member: {_text(pack_member(member))}</note>"
    if term.explanation and not term.english:
        yield f"<note>explanation: {_text(term.explanation)}</note>"
    yield from _english(term)
    yield from _chinese(term)
    yield "</conceptEntry>"


def _english(term: Term) -> Iterator[str]:
    if term.literal and not term.english:
        yield f"<note>literal: {_text(term.literal)}</note>"
    if not term.english:
        return
    yield '<langSec xml:lang="en">'
    if term.explanation:
        yield _definition(term.explanation)
    note = f"<note>literal: {_text(term.literal)}</note>" if term.literal else ""
    yield f"<termSec><term>{_text(term.english)}</term>{note}</termSec></langSec>"


def _chinese(term: Term) -> Iterator[str]:
    yield '<langSec xml:lang="zh">'
    if term.chinese:
        yield _definition(term.chinese)
    yield f"<termSec><term>{_text(term.headword)}</term>"
    for collocation in term.collocations:
        yield f'<descrip type="context">{_text(collocation)}</descrip>'
    if term.syllables:
        yield f"<note>pinyin: {_text(' '.join(term.syllables))}</note>"
    yield "</termSec>"
    for variant in term.variants:
        kind = '<termNote type="termType">variant</termNote>'
        yield f"<termSec><term>{_text(variant)}</term>{kind}</termSec>"
    yield "</langSec>"


def _definition(text: str) -> str:
    return f'<descripGrp><descrip type="definition">{_text(text)}</descrip></descripGrp>'


def _text(text: str) -> str:
    # A bare carriage return would be read as a line end.
    return escape(_ILLEGAL.sub("\ufffd", text), {"\r": "&#13;"})


def _quoted(text: str) -> str:
    return quoteattr(_ILLEGAL.sub("\ufffd", text))
