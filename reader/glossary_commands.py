"""``xidu glossary``: listing the reader's own glossaries, and files of their terms."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.app import Program
from reader.commands import path_of, print_json, program_of, with_reference
from reader.domain.errors import GlossaryUnknown
from reader.domain.own import OwnGlossary
from reader.formats.glossaries import ENDINGS, lines, load
from reader.formats.glossaries.faults import GlossaryKindUnknown
from reader.services.owning import filled, unread
from reader.services.writing import write_lines

if TYPE_CHECKING:
    from reader.domain.words import Word


def run(options: Namespace) -> int:
    """Carry out the action that was named, or list."""
    actions = {"export": _export, "import": _import}
    return actions.get(options.action, _list)(options)


def _list(options: Namespace) -> int:
    with program_of(options) as program:
        there = program.has_own()
        glossaries = program.own.glossaries() if there else []
        count = program.own.count() if there else {}
    told = [
        {"id": one.id, "name": one.name, "on": one.on, "terms": count.get(one.id, 0)}
        for one in glossaries
    ]
    if options.json:
        print_json(told)
    else:
        for one in told:
            print(f"{one['terms']}\t{'on' if one['on'] else 'off'}\t{one['name']}")
    return 0


def _named(program: Program, name: str | None) -> OwnGlossary:
    """The glossary of that name, or the only one. Raises GlossaryUnknown."""
    glossaries = program.own.glossaries() if program.has_own() else []
    fitting = [one for one in glossaries if name is None or one.name == name]
    if not fitting or (name is None and len(fitting) > 1):
        raise GlossaryUnknown(name=name or "")
    return fitting[0]


def _export(options: Namespace) -> int:
    path = path_of(options.file)
    kind = ENDINGS.get(path.suffix.lower())
    if kind is None:
        raise GlossaryKindUnknown(file=options.file)
    with program_of(options) as program:
        glossary = _named(program, options.glossary)
        terms = [kept.term for kept in program.own.terms(glossary.id)]
    write_lines(path, lines(terms, kind))
    if options.json:
        print_json({"glossary": glossary.name, "terms": len(terms)})
    return 0


def _import(options: Namespace) -> int:
    path = path_of(options.file)
    found = load(path, unread)
    with program_of(options, writing=True) as program:

        def read(texts: Sequence[str]) -> list[tuple[Word, ...]]:
            return with_reference(program).analyser.annotate(texts)

        terms = filled(found.terms, read)
        name = options.glossary or path.stem
        there = {one.name: one for one in program.own.glossaries()}
        glossary = there.get(name) or program.own.create(name)
        plan = program.own.plan(terms, glossary, replace=options.replace)
        if not options.preview:
            program.own.apply(plan.batch)
    told = {
        "glossary": name,
        "added": plan.added,
        "changed": plan.changed,
        "same": plan.same,
        "removed": plan.removed,
        "skipped": found.skipped,
    }
    if options.json:
        print_json(told)
    else:
        print("\n".join(f"{key}: {value}" for key, value in told.items()))
    return 0
