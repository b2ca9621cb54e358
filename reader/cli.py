"""The command line: wrong usage is 2, a fault of the world one sentence and 1."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader import __version__
from reader.domain.errors import XiduError
from reader.paths import cache_folder

if TYPE_CHECKING:
    import argparse
    from types import ModuleType

COMMANDS = {
    "import": "add texts to the library",
    "list": "list the texts of the library",
    "annotate": "print words, readings and terms of a text",
    "lookup": "look words up in dictionary and glossary",
    "search": "search the library",
    "export": "write a text with its readings, or your marks",
    "notes": "list notes, add one, or take in marks",
    "bookmarks": "list bookmarks, or add one",
    "corrections": "list your corrections of words and readings, or change them",
    "glossary": "list your own glossaries, or take their terms in and out",
    "check": "check everything, mend what can be made again, tell what cannot",
    "restore": "merge a backup into the library, or put it in its place",
    "backup": "make a verified backup of the library, or list those there are",
}
"""Every subcommand; a file of one of these names is opened as ``./NAME``."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if len(arguments) < 2 and not any(a.startswith("-") or a in COMMANDS for a in arguments):
            # The usual start; reading options would cost it some milliseconds.
            return _window(None, *arguments)
        options = parser(arguments).parse_args(arguments)
        if options.command is None:
            return _window(options.data, options.file, options.encoding)
        from reader import commands  # noqa: PLC0415 - the window does not need them

        handler: Callable[[argparse.Namespace], int] = getattr(commands, options.handler)
        return handler(options)
    except XiduError as error:
        print(f"xidu: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output has gone; there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser that fits: with subcommands if one is named, otherwise for the window."""
    import argparse  # noqa: PLC0415 - see run

    top = argparse.ArgumentParser(prog="xidu", description="Read Chinese closely.")
    top.add_argument("--version", action="version", version=f"xidu {__version__}")
    top.set_defaults(command=None, file=None, encoding=None)
    _add_data(top, default=None)
    if _names_command(arguments):
        _add_commands(top)
    else:
        listing = "\n".join(f"  {name:<10} {what}" for name, what in COMMANDS.items())
        top.formatter_class = argparse.RawDescriptionHelpFormatter
        top.epilog = f"commands:\n{listing}\n\n“xidu COMMAND --help” explains one."
        top.add_argument("file", nargs="?", help="a text to open")
        top.add_argument("--encoding", help="the encoding of the file, if it is not recognised")
    return top


def _names_command(arguments: Sequence[str]) -> bool:
    """Whether the first word that is no option is a subcommand."""
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument == "--data":
            skip = True
        elif not argument.startswith("-"):
            return argument in COMMANDS
    return False


def _add_data(to: argparse.ArgumentParser, default: object) -> None:
    to.add_argument(
        "--data", metavar="DIR", default=default, help="the folder with all of your data"
    )


def _add_commands(top: argparse.ArgumentParser) -> None:
    import argparse  # noqa: PLC0415 - see run

    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=COMMANDS[name], description=COMMANDS[name])
        _add_data(made, default=argparse.SUPPRESS)
        made.add_argument("--json", action="store_true", help="print JSON")
        made.set_defaults(handler=f"run_{name}")
        return made

    _add_reading(command)
    _add_export(command("export"))
    _add_corrections(command("corrections"))
    _add_glossary(command("glossary"))
    _add_backup(command("backup"))
    _add_restore(command("restore"))
    command("check")
    _add_marks(command)


def _add_reading(command: Callable[[str], argparse.ArgumentParser]) -> None:
    """What reads texts and looks things up."""
    importing = command("import")
    importing.add_argument("files", nargs="+", metavar="FILE")
    importing.add_argument("--encoding", help="the encoding of the files")
    importing.add_argument(
        "--update",
        action="store_true",
        help="where a file is a later version of a text, update that text: marks follow",
    )
    command("list")
    annotating = command("annotate")
    annotating.add_argument("file", nargs="?", metavar="FILE")
    annotating.add_argument("--text", help="this text instead of a file")
    annotating.add_argument("--format", choices=("json", "text", "html"), default=None)
    annotating.add_argument(
        "--lines", action="store_true", help="each line is one paragraph; no mending"
    )
    annotating.add_argument("--encoding", help="the encoding of the file")
    annotating.add_argument(
        "--uncorrected", action="store_true", help="without your own corrections"
    )
    looking = command("lookup")
    looking.add_argument("words", nargs="+", metavar="WORD")
    searching = command("search")
    searching.add_argument("query", metavar="QUERY")
    searching.add_argument("--limit", type=_count, default=50, help="most hits shown; 0 for all")
    searching.add_argument("--kind", choices=("text", "note", "term", "entry", "title"))


def _add_export(exporting: argparse.ArgumentParser) -> None:
    """What is written, and how."""
    exporting.add_argument(
        "document", type=int, nargs="?", metavar="DOCUMENT", help="its number in the list"
    )
    exporting.add_argument(
        "--format",
        choices=("md", "json", "csv", "html"),
        help="html is the text with its readings, md the text with your marks in it; json and csv, "
        "and all of them without DOCUMENT or with --marks, are your marks",
    )
    exporting.add_argument("--marks", action="store_true", help="your marks without the text")
    exporting.add_argument(
        "--template",
        choices=("plain", "obsidian", "logseq"),
        default="plain",
        help="Markdown for reading, or for a vault of notes",
    )
    exporting.add_argument("--each", metavar="FOLDER", help="a file a text, in this folder")
    exporting.add_argument(
        "--pinyin",
        choices=("all", "hover", "off"),
        default="all",
        help="above all words, where the mouse rests, or nowhere",
    )
    exporting.add_argument("--output", metavar="FILE", help="this file instead of the output")


def _add_marks(command: Callable[[str], argparse.ArgumentParser]) -> None:
    """Notes and bookmarks."""
    import argparse  # noqa: PLC0415 - see run

    for name, option in (("notes", "--text"), ("bookmarks", "--name")):
        listing = command(name)
        actions = listing.add_subparsers(dest="action", metavar="ACTION")
        adding = actions.add_parser("add", help="add one and print its id once it is safe")
        _add_data(adding, default=argparse.SUPPRESS)
        adding.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        adding.add_argument("document", type=int, metavar="DOCUMENT")
        adding.add_argument("--quote", required=True, help="the words of the text it stands on")
        adding.add_argument(option, required=True, dest="words")
        if name == "notes":
            adding.add_argument("--tag", action="append", default=[], help="may be repeated")
            _add_intake(actions.add_parser("import", help="take in marks of every kind"))


def _add_intake(taking: argparse.ArgumentParser) -> None:
    """How marks are taken in."""
    import argparse  # noqa: PLC0415 - see run

    _add_data(taking, default=argparse.SUPPRESS)
    taking.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    taking.add_argument("file", metavar="FILE", help="JSON or CSV of Xidu, W3C or Hypothesis")
    taking.add_argument("--document", type=int, help="the text of marks that do not name theirs")
    taking.add_argument("--preview", action="store_true", help="only tell what would be done")


def _add_corrections(listing: argparse.ArgumentParser) -> None:
    """What can be done with the reader's corrections."""
    import argparse  # noqa: PLC0415 - see run

    actions = listing.add_subparsers(dest="action", metavar="ACTION")

    def action(name: str, what: str) -> argparse.ArgumentParser:
        made = actions.add_parser(name, help=what, description=what)
        _add_data(made, default=argparse.SUPPRESS)
        made.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        return made

    adding = action("add", "cut and read these words so wherever they are written")
    adding.add_argument("words", nargs="+", metavar="WORD", help="the words, one after the other")
    adding.add_argument("--pinyin", help="how they are read, with tone marks or numbers")
    removing = action("remove", "take corrections back")
    removing.add_argument("ids", nargs="+", metavar="ID")
    exporting = action("export", "print all corrections as JSON")
    exporting.add_argument("--output", metavar="FILE", help="this file instead of the output")
    importing = action("import", "take in the corrections of a file")
    importing.add_argument("file", metavar="FILE")


def _add_glossary(listing: argparse.ArgumentParser) -> None:
    """What can be done with the reader's own glossaries."""
    import argparse  # noqa: PLC0415 - see run

    actions = listing.add_subparsers(dest="action", metavar="ACTION")
    for name, what in (
        ("list", "list your own glossaries"),
        ("export", "write the terms of a glossary to a TBX, CSV or TOML file"),
        ("import", "take in the terms of such a file, all or none"),
    ):
        made = actions.add_parser(name, help=what, description=what)
        _add_data(made, default=argparse.SUPPRESS)
        made.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        if name != "list":
            made.add_argument("file", metavar="FILE")
            made.add_argument("--glossary", metavar="NAME", help="the name of the glossary")
        if name == "import":
            made.add_argument(
                "--replace", action="store_true", help="remove what is there and not in the file"
            )
            made.add_argument("--preview", action="store_true", help="only tell what would be done")


def _add_backup(backing: argparse.ArgumentParser) -> None:
    """What can be said of a backup."""
    backing.add_argument(
        "file", nargs="?", metavar="FILE", help="write it there; else among the backups"
    )
    backing.add_argument("--list", action="store_true", help="list the backups there are")


def _add_restore(restoring: argparse.ArgumentParser) -> None:
    """How a backup is restored."""
    restoring.add_argument(
        "file", nargs="?", metavar="FILE", help="the backup; with --salvage the library itself"
    )
    restoring.add_argument(
        "--replace", action="store_true", help="make the library what the backup is"
    )
    restoring.add_argument("--preview", action="store_true", help="only tell what would change")
    restoring.add_argument(
        "--salvage", action="store_true", help="take what can be read of a damaged file"
    )
    restoring.add_argument("--undo", action="store_true", help="undo the last restore")


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def _window(data: str | None, file: str | None = None, encoding: str | None = None) -> int:
    code: int = load_window().run_window(data, file, encoding)
    return code


def load_window() -> ModuleType:
    """Import what shows the window; commands need no display."""
    from reader.ui.loading import load  # noqa: PLC0415

    return load(cache_folder())
