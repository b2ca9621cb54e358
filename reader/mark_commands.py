"""The subcommands about marks: listing, adding, and taking them out and in."""

from argparse import Namespace
from typing import Any

from reader.app import Program
from reader.commands import path_of, print_json, print_lines, program_of
from reader.domain.document import Outline
from reader.domain.marks import Anchor, Bookmark, Note
from reader.formats.annotations import load
from reader.services.mark_export import Manner
from reader.services.writing import write_lines


def run_notes(options: Namespace) -> int:
    """List notes, add one, or take in marks of every kind."""
    if options.action == "import":
        return _import(options)
    if options.action == "add":
        with program_of(options, writing=True) as program:
            span = program.notebook.find_quote(options.document, options.quote)
            note, _ = program.notebook.add_note(options.document, span, options.words, options.tag)
        _print_added(options, note.id)
        return 0
    with program_of(options) as program:
        outlines: dict[int, Outline] = {}
        found = [
            {
                **_placed(note, program, outlines),
                "text": note.text,
                "tags": list(note.tags),
                "created": note.created.isoformat(),
                "changed": note.changed.isoformat(),
                "orphan": note.orphan,
            }
            for note in program.notebook.notes()
        ]
    _print_marks(options, found, "text")
    return 0


def run_bookmarks(options: Namespace) -> int:
    """List bookmarks, or add one."""
    if options.action == "add":
        with program_of(options, writing=True) as program:
            span = program.notebook.find_quote(options.document, options.quote)
            bookmark, _ = program.notebook.add_bookmark(options.document, span, options.words)
        _print_added(options, bookmark.id)
        return 0
    with program_of(options) as program:
        outlines: dict[int, Outline] = {}
        found = [
            {
                **_placed(bookmark, program, outlines),
                "name": bookmark.name,
                "created": bookmark.created.isoformat(),
                "changed": bookmark.changed.isoformat(),
                "orphan": bookmark.orphan,
            }
            for bookmark in program.notebook.bookmarks()
        ]
    _print_marks(options, found, "name")
    return 0


def _placed(
    mark: Note | Bookmark, program: Program, outlines: dict[int, Outline]
) -> dict[str, Any]:
    """Where a mark is; an orphan has no place."""
    section = paragraph = None
    anchor: Anchor = mark.anchor
    if not mark.orphan:
        if mark.document not in outlines:
            outlines[mark.document] = program.library.outline(mark.document)
        section, paragraph = outlines[mark.document].locate(anchor.span.paragraph)
    return {
        "id": mark.id,
        "document": mark.document,
        "section": section,
        "paragraph": paragraph,
        "start": None if mark.orphan else anchor.span.start,
        "end": None if mark.orphan else anchor.span.end,
        "quote": anchor.quote,
    }


def _print_added(options: Namespace, identifier: str) -> None:
    if options.json:
        print_json({"id": identifier})
    else:
        print(identifier, flush=True)


def _print_marks(options: Namespace, found: list[dict[str, Any]], field: str) -> None:
    if options.json:
        print_json(found)
    else:
        for mark in found:
            print(f"{mark['id']}\t{mark['quote']}\t{mark[field]}")


def run_export(options: Namespace) -> int:
    """Write marks, of one text or all, as one file or a file a text; or a text with its marks."""
    whole = options.document is not None and not options.marks
    manner = Manner(options.format or "md", options.template, whole=whole)
    with program_of(options) as program:
        if options.each is not None:
            export = program.mark_export
            files = export.write_each(path_of(options.each), manner, options.document)
            if options.json:
                print_json([str(file) for file in files])
            return 0
        lines = program.mark_export.lines(manner, "Notes and marks", options.document)
        if options.output is None:
            print_lines(lines)
        else:
            write_lines(path_of(options.output), lines)
    return 0


def _import(options: Namespace) -> int:
    records = load(path_of(options.file))
    with program_of(options, writing=not options.preview) as program:
        plan = program.mark_import.plan(records, options.document)
        if not options.preview:
            program.mark_import.carry_out(plan)
    told = {
        "new": len(plan.new),
        "newer": len(plan.newer),
        "there": plan.there,
        "orphans": plan.orphans,
        "unknown": len(plan.unknown),
    }
    if options.json:
        print_json(told)
    else:
        print("\n".join(f"{count}\t{name}" for name, count in told.items()))
    return 0
