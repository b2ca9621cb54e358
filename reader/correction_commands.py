"""``xidu corrections``: listing, adding, removing, and files of the reader's corrections."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from reader.app import Program
from reader.commands import path_of, print_json, program_of
from reader.domain.corrections import Correction, Wanted
from reader.domain.document import Outline
from reader.domain.errors import CorrectionImpossible, CorrectionUnknown
from reader.domain.overlay import NewWord
from reader.domain.script import count_han
from reader.domain.typed import Fault, reading
from reader.services import correction_file
from reader.services.writing import write_lines


def run(options: Namespace) -> int:
    """Carry out the action that was named, or list."""
    actions = {"add": _add, "remove": _remove, "export": _export, "import": _import}
    return actions.get(options.action, _list)(options)


def _list(options: Namespace) -> int:
    with program_of(options) as program:
        outlines: dict[int, Outline] = {}
        found = [_told(one, program, outlines) for one in program.corrections.all()]
    if options.json:
        print_json(found)
    else:
        for one in found:
            where = "everywhere" if one["document"] is None else f"text {one['document']}"
            cut = "|".join(word["text"] for word in one["words"])
            read = " ".join(s for word in one["words"] for s in word["pinyin"])
            print(f"{one['id']}\t{cut}\t{read}\t{'not placed' if one['orphan'] else where}")
    return 0


def _told(correction: Correction, program: Program, outlines: dict[int, Outline]) -> dict[str, Any]:
    """A correction with its place as sections count; an orphan has none."""
    wanted = correction.wanted
    section = paragraph = start = end = None
    if wanted.anchor is not None and wanted.document is not None and not wanted.orphan:
        if wanted.document not in outlines:
            outlines[wanted.document] = program.library.outline(wanted.document)
        span = wanted.anchor.span
        section, paragraph = outlines[wanted.document].locate(span.paragraph)
        start, end = span.start, span.end
    return {
        "id": correction.id,
        "quote": wanted.quote,
        "words": [{"text": word.text, "pinyin": list(word.syllables)} for word in wanted.words],
        "document": wanted.document,
        "section": section,
        "paragraph": paragraph,
        "start": start,
        "end": end,
        "orphan": wanted.orphan,
        "created": correction.created.isoformat(),
    }


def _add(options: Namespace) -> int:
    wanted = _wanted(options.words, options.pinyin)
    with program_of(options, writing=True) as program:
        (made,) = program.corrections.make([wanted]).made
    if options.json:
        print_json({"id": made.id})
    else:
        print(made.id, flush=True)
    return 0


def _wanted(words: list[str], pinyin: str | None) -> Wanted:
    """What was asked for on the command line. Raises CorrectionImpossible."""
    quote = "".join(words)
    if not count_han(quote):
        raise CorrectionImpossible(quote=quote, detail="it has no Chinese characters")
    if pinyin is None:
        if len(words) == 1 and len(quote) == 1:
            raise CorrectionImpossible(quote=quote, detail="nothing would change without --pinyin")
        return Wanted(tuple(NewWord(word) for word in words))
    found = reading(pinyin, count_han(quote))
    if isinstance(found, Fault):
        detail = f"“{pinyin}” is not its reading ({found})"
        raise CorrectionImpossible(quote=quote, detail=detail)
    out, at = [], 0
    for word in words:
        count = count_han(word)
        out.append(NewWord(word, found[at : at + count]))
        at += count
    return Wanted(tuple(out))


def _remove(options: Namespace) -> int:
    with program_of(options, writing=True) as program:
        there = {one.id: one for one in program.corrections.all()}
        for identifier in options.ids:
            if identifier not in there:
                raise CorrectionUnknown(id=identifier)
        program.corrections.swap([there[identifier] for identifier in options.ids])
    return 0


def _export(options: Namespace) -> int:
    with program_of(options) as program:
        text = correction_file.as_json(program.corrections.all(), program.library)
    if options.output is None:
        print(text, end="")
    else:
        write_lines(path_of(options.output), text.splitlines())
    return 0


def _import(options: Namespace) -> int:
    with program_of(options, writing=True) as program:
        taken = correction_file.take(path_of(options.file), program.corrections, program.library)
    told = {
        "added": len(taken.made.made),
        "replaced": len(taken.made.replaced),
        "known": taken.known,
        "without_place": taken.orphans,
        "in_other_texts": taken.elsewhere,
    }
    if options.json:
        print_json(told)
    else:
        print("\n".join(f"{name.replace('_', ' ')}: {count}" for name, count in told.items()))
    return 0
