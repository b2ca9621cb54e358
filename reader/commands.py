"""What each subcommand does. All of them work without a display."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from reader.app import Program
from reader.domain.document import Document, Outline
from reader.domain.errors import ReferenceMissing
from reader.domain.glossary import Term
from reader.domain.library import Card
from reader.domain.ports import Analyser
from reader.domain.query import parse
from reader.domain.search_syntax import KINDS
from reader.formats import lines_of, load_lines
from reader.paths import cache_folder, data_folder
from reader.services import annotation, reference
from reader.services.analysis import complete
from reader.services.excerpt import chapters, chapters_of, whole
from reader.services.rubyhtml import Look, dictionary_readings, no_readings, page
from reader.services.search import Hit
from reader.services.texts import Prepared, prepare
from reader.services.writing import write_lines
from reader.storage.database import FILE_NAME


@contextmanager
def program_of(options: Namespace, *, writing: bool = False) -> Iterator[Program]:
    """The program of the chosen data folder; a writing command holds its lock."""
    folder = data_folder(options.data)
    with Program(folder, cache_folder()) as program:
        if not writing:
            yield program
            return
        from reader.lock import DataLock  # noqa: PLC0415 - needs Qt's core; reading does not

        lock = DataLock(folder)
        lock.acquire()
        try:
            yield program
        finally:
            lock.release()


def with_reference(program: Program) -> Program:
    """Make sure that dictionary and glossary are compiled."""
    try:
        if not reference.reference_path(program.cache).exists():
            print("Preparing the dictionary…", file=sys.stderr)
        reference.ensure(program.cache)
    except OSError as error:
        raise ReferenceMissing(detail=error.strerror or str(error)) from error
    return program


def _described(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "title": card.title,
        "sections": card.sections,
        "characters": card.characters,
        "repairs": card.repairs,
    }


def run_import(options: Namespace) -> int:
    """Add files; every one is read before the first is stored."""
    prepared = []
    for name in options.files:
        print(f"Reading {name}", file=sys.stderr)
        prepared.append(prepare(path_of(name), options.encoding))
    with program_of(options, writing=True) as program:
        cards = [_stored(program, text, update=options.update) for text in prepared]
        _analyse(program, cards)
        program.indexing.catch_up()
        print_json([_described(card) for card in cards])
    return 0


def _stored(program: Program, prepared: Prepared, *, update: bool) -> Card:
    """Add a text, or give the text that it is a later version of this one."""
    earlier = program.updating.earlier(prepared)
    if earlier is None:
        return program.texts.store(prepared)
    if not update:
        told = "an earlier version may be in the library as text {}: “import --update” updates it"
        print(f"{prepared.source.name}: {told.format(earlier.id)}", file=sys.stderr)
        return program.texts.store(prepared)
    updated = program.updating.update(earlier.id, prepared)
    kept, lost = updated.followed.kept, updated.followed.lost
    print(
        f"{prepared.source.name}: text {earlier.id} updated, {kept} marks and corrections"
        f" keep their place, {lost} do not",
        file=sys.stderr,
    )
    return updated.card


def _analyse(program: Program, cards: Sequence[Card]) -> None:
    """Cut and read whatever of these texts has not been yet, so that pinyin finds it."""
    engine = program.settings.values.engine
    program.analyses.adopt(reference.analysis_version(program.cache, engine))
    _tell_trouble(program)
    for card in cards:
        text = program.open_text(card.id)
        if text.unknown(range(len(text.shape))):
            print(f"Reading the words of “{card.title}”…", file=sys.stderr)
            complete(text, program.analyser, program.analyses)


def run_corrections(options: Namespace) -> int:
    """List the reader's corrections, or change them."""
    from reader.correction_commands import run  # noqa: PLC0415 - it is built on this module

    return run(options)


def run_glossary(options: Namespace) -> int:
    """List the reader's glossaries, or change them."""
    from reader.glossary_commands import run  # noqa: PLC0415 - it is built on this module

    return run(options)


def run_notes(options: Namespace) -> int:
    """List notes, add one, or take in marks of every kind."""
    from reader.mark_commands import run_notes as run  # noqa: PLC0415 - built on this module

    return run(options)


def run_bookmarks(options: Namespace) -> int:
    """List bookmarks, or add one."""
    from reader.mark_commands import run_bookmarks as run  # noqa: PLC0415 - built on this module

    return run(options)


def run_backup(options: Namespace) -> int:
    """Make a backup, or list those there are."""
    from reader.safety_commands import run_backup as run  # noqa: PLC0415 - built on this module

    return run(options)


def run_restore(options: Namespace) -> int:
    """Restore a backup, or tell what that would change."""
    from reader.safety_commands import run_restore as run  # noqa: PLC0415 - built on this module

    return run(options)


def run_check(options: Namespace) -> int:
    """Check everything."""
    from reader.safety_commands import run_check as run  # noqa: PLC0415 - built on this module

    return run(options)


def run_list(options: Namespace) -> int:
    """List the library."""
    with program_of(options) as program:
        cards = program.texts.cards()
        if options.json:
            print_json([_described(card) for card in cards])
        else:
            for card in cards:
                print(f"{card.id}\t{card.characters}\t{card.title}")
    return 0


def run_annotate(options: Namespace) -> int:
    """Print the words of a text, as the reader has corrected them everywhere."""
    if (options.file is None) == (options.text is None):
        print("xidu annotate: name either a FILE or --text", file=sys.stderr)
        return 2
    document = _document(options)
    kind = options.format or ("json" if options.json else "text")
    with program_of(options) as program:
        lookup = with_reference(program).lookup
        _tell_trouble(program)
        analyser = program.analyser if options.uncorrected else _corrected(program)
        if kind == "html":
            words = analyser.annotate([p.text for p in document.paragraphs()])
            look = Look(dictionary_readings)
            chapters = chapters_of(document, words)
            print_lines(page(document.title, chapters, look, lookup.term_by_id))
        elif kind == "json":
            print_lines(annotation.as_json(document, analyser, lookup))
        else:
            print_lines(annotation.as_text(document, analyser))
    return 0


def _tell_trouble(program: Program) -> None:
    """Say so when words are not cut by the engine that was chosen."""
    trouble = reference.trouble(program.settings.values.engine)
    if trouble is not None:
        print(f"xidu: {trouble}", file=sys.stderr)


def _corrected(program: Program) -> Analyser:
    """The analyser with the reader's corrections over it; a library that is not there stays so."""
    if not (program.data / FILE_NAME).exists():
        return program.analyser
    return annotation.Corrected(program.analyser, program.overlaid)


def _document(options: Namespace) -> Document:
    """What ``annotate`` is given: a text, a file of lines, or a file that is mended."""
    if options.text is not None:
        return annotation.document_of_lines("", lines_of(options.text))
    if options.lines:
        return annotation.document_of_lines(*load_lines(path_of(options.file), options.encoding))
    return prepare(path_of(options.file), options.encoding).document


def run_export(options: Namespace) -> int:
    """Write a text with its readings as a page of HTML, or marks in any format."""
    page_wanted = options.format in {None, "html"} and not (options.marks or options.each)
    if options.document is None or not page_wanted:
        from reader.mark_commands import run_export as run  # noqa: PLC0415 - as above

        return run(options)
    above = no_readings if options.pinyin == "off" else dictionary_readings
    look = Look(above, hidden=options.pinyin == "hover")
    with program_of(options) as program:
        lookup = with_reference(program).lookup
        card = program.library.card(options.document)
        _analyse(program, [card])
        text = program.open_for_one_pass(card.id)
        lines = page(card.title, chapters(text, whole(text)), look, lookup.term_by_id)
        if options.output is None:
            print_lines(lines)
        else:
            write_lines(path_of(options.output), lines)
    return 0


def run_lookup(options: Namespace) -> int:
    """Look words up."""
    with program_of(options) as program:
        lookup = with_reference(program).lookup
        found = []
        for word in options.words:
            term = lookup.term(word)
            found.append(
                {
                    "query": word,
                    "dictionary": [
                        {
                            "simplified": entry.simplified,
                            "traditional": entry.traditional,
                            "pinyin": list(entry.syllables),
                            "senses": list(entry.senses),
                        }
                        for entry in lookup.dictionary(word)
                    ],
                    "term": _term(term) if term else None,
                    "hsk": lookup.hsk(word),
                }
            )
    if options.json:
        print_json(found)
    else:
        for item in found:
            print("\n".join(_plain(item)))
    return 0


def _term(term: Term) -> dict[str, Any]:
    described = term._asdict()
    described["pinyin"] = list(described.pop("syllables"))
    described["members"] = [
        {"text": member.text, "english": member.english, "pinyin": list(member.syllables)}
        for member in term.members
    ]
    return described


def _plain(item: dict[str, Any]) -> Iterator[str]:
    yield item["query"] + (f"  HSK {item['hsk']}" if item["hsk"] else "")
    if item["term"]:
        yield f"  {' '.join(item['term']['pinyin'])}  {item['term']['english']}"
        yield f"  {item['term']['explanation']}"
    for entry in item["dictionary"]:
        yield f"  {' '.join(entry['pinyin'])}  {'; '.join(entry['senses'])}"
    if not item["term"] and not item["dictionary"]:
        yield "  not found"


def run_search(options: Namespace) -> int:
    """Search the library, the notes, the glossary and the dictionary."""
    kinds = (options.kind,) if options.kind else KINDS
    with program_of(options) as program:
        with_reference(program)
        if parse(options.query).spoken:
            _analyse(program, program.texts.cards())
        results = program.search.everywhere(options.query, kinds)
        total = results.total
        outlines: dict[int, Outline] = {}
        shown = islice(results, options.limit or None)
        found = [_hit(hit, program, outlines) for hit in shown]
    if options.json:
        print_json({"query": options.query, "total": total, "hits": found})
    else:
        for hit in found:
            print(f"{hit['kind']}\t{hit['title']}\t{hit['context']}")
        if total > len(found):
            print(f"{len(found)} of {total} shown; --limit 0 shows all", file=sys.stderr)
    return 0


def _hit(hit: Hit, program: Program, outlines: dict[int, Outline]) -> dict[str, Any]:
    section = paragraph = None
    if hit.document is not None and hit.paragraph is not None:
        if hit.document not in outlines:
            outlines[hit.document] = program.library.outline(hit.document)
        section, paragraph = outlines[hit.document].locate(hit.paragraph)
    return {
        "kind": hit.kind,
        "document": hit.document,
        "title": hit.title,
        "section": section,
        "paragraph": paragraph,
        "start": hit.start,
        "end": hit.end,
        "context": hit.context,
    }


def print_lines(lines: Iterable[str]) -> None:
    """Print lines; what cannot be written as UTF-8 becomes a question mark."""
    for line in lines:
        print(line.encode("utf-8", "replace").decode("utf-8"))


def print_json(value: Any) -> None:
    """Print a value as JSON, characters as they are."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    print_lines([text])


def path_of(name: str) -> Path:
    """A path as the person wrote it."""
    return Path(name).expanduser()
