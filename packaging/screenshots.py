"""Takes the pictures of the README and of a review: themes, sizes, languages.

``.venv/bin/python packaging/screenshots.py FOLDER [NAME…]`` needs Xvfb, xdotool, openbox and
ImageMagick. Each picture is the whole program on a virtual screen of its own, used with
mouse and keyboard as the journeys of the tests do.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import message_scenes as messages
import scenes
from scenes import entry, searching, sheet

from tests.journeys.conftest import Person, screen

Scene = Callable[[Person], None]


def reading(person: Person) -> None:
    """The page with the card of a term that the mouse rests on."""
    person.points_at("where('一体化发展')")
    person.waits("texts(window.explaining.hover_card)")


def pinned(person: Person) -> None:
    """A pinned card beside the glossary, pinyin above all words."""
    person.presses("ctrl+2", "ctrl+shift+g")
    person.clicks("where('座谈会')")
    person.waits("texts(window.explaining.panel)")


def noting(person: Person) -> None:
    """A note being written, a bookmark in the margin."""
    person.clicks("where('高质量发展')")
    person.presses("ctrl+b", "ctrl+m")
    person.waits("window.sidebar.panel('notes').editor.text.hasFocus()")
    person.types("high-quality development: the aim since 2017")
    person.waits("window.reading.notes")


def correction(person: Person) -> None:
    """A word being corrected: where it is cut, how it is read, and how far that reaches."""
    person.clicks("where('座谈会')")
    person.waits("window.explaining.panel.isVisible()")
    person.clicks("centre(window.explaining.panel.bar.button('words'))")
    dialog = "window.findChild(QDialog, 'words')"
    person.waits(f"{dialog} and {dialog}.isActiveWindow()")
    person.clicks(f"centre(gap({dialog}, '谈'))")
    person.waits(f"{dialog}.scope.text()")


def repair(person: Person) -> None:
    """What the sign in the margin says."""
    person.sees("window._show_repair(3)")


def keys(person: Person) -> None:
    """The page of keys."""
    person.presses("F1")
    person.waits("window.findChild(__import__('PySide6.QtWidgets').QtWidgets.QDialog)")


def choosing(person: Person) -> None:
    """The panel of pinyin, and the text below it as chosen there."""
    person.presses("ctrl+shift+p")
    person.waits("window.findChild(__import__('PySide6.QtWidgets').QtWidgets.QDialog, 'popover')")


def plain(person: Person) -> None:
    """The page as it opens."""
    person.waits("window.article.isVisible()")


def setting(person: Person) -> None:
    """The panel that says how text is set."""
    person.presses("ctrl+l")
    person.waits("window.findChild(__import__('PySide6.QtWidgets').QtWidgets.QDialog)")


SHOTS: dict[str, tuple[Scene, tuple[int, int], dict[str, object]]] = {
    "first-page": (reading, (1280, 860), {}),
    "sepia": (pinned, (1280, 860), {"theme": "sepia"}),
    "dark": (searching, (1280, 860), {"theme": "dark"}),
    "chinese": (noting, (1280, 860), {"language": "zh_CN"}),
    "narrow": (reading, (1024, 640), {}),
    "narrow-dark": (pinned, (1024, 640), {"theme": "dark"}),
    "wide": (pinned, (2560, 1440), {}),
    "wide-sepia-chinese": (searching, (2560, 1440), {"theme": "sepia", "language": "zh_CN"}),
    "large": (reading, (1280, 860), {"reading_size": 48, "pinyin": "all"}),
    "pinyin": (choosing, (1280, 860), {"pinyin": "all", "tone_colours": "pleco"}),
    "pinyin-chinese-dark": (
        choosing,
        (1280, 860),
        {"pinyin": "all", "notation": "zhuyin", "theme": "dark", "language": "zh_CN"},
    ),
    "pinyin-words": (plain, (1280, 860), {"pinyin": "all", "pinyin_unit": "word"}),
    "pinyin-unknown": (plain, (1280, 860), {"pinyin": "hsk", "pinyin_unit": "word"}),
    "zhuyin": (plain, (1280, 860), {"pinyin": "all", "notation": "zhuyin"}),
    "text-panel": (setting, (1280, 860), {}),
    "columns": (reading, (1280, 860), {"vertical": True}),
    "columns-pinyin": (
        reading,
        (1280, 860),
        {"vertical": True, "pinyin": "all", "theme": "sepia", "characters": "traditional"},
    ),
    "contrast-light": (pinned, (1280, 860), {"theme": "contrast_light", "pinyin": "all"}),
    "contrast-dark": (reading, (1280, 860), {"theme": "contrast_dark"}),
    "interface-200": (pinned, (1280, 860), {"interface_size": 200}),
    "interface-400": (pinned, (1280, 860), {"interface_size": 400}),
    "entry": (entry, (1280, 860), {}),
    "entry-dark-chinese": (entry, (1280, 860), {"theme": "dark", "language": "zh_CN"}),
    "correction": (correction, (1280, 860), {}),
    "correction-dark": (correction, (1024, 640), {"theme": "dark", "interface_size": 150}),
    "sheet": (sheet, (1280, 860), {"theme": "sepia"}),
    "repair": (repair, (1280, 860), {}),
    "keys": (keys, (1280, 860), {"language": "zh_CN"}),
}


_REVIEW: dict[str, Scene] = {
    "glossary": scenes.glossary,
    "glossary-filtered": scenes.glossary_filtered,
    "glossary-empty": scenes.glossary_empty,
    "own-term": scenes.own_term,
    "glossaries": scenes.glossaries,
    "note": scenes.note,
    "note-editor": scenes.note_editor,
    "marks-text": scenes.marks("text"),
    "marks-tag": scenes.marks("tag"),
    "marks-colour": scenes.marks("colour"),
    "marks-day": scenes.marks("day"),
    "marks-menu": scenes.marks_menu,
    "bin": scenes.bin_,
    "meanings": scenes.meanings,
    "orphans": scenes.orphans,
    "no-orphans": scenes.no_orphans,
    "search-texts": scenes.searching_texts,
    "search-empty": scenes.search_empty,
    "search-nothing": scenes.search_nothing,
    "backups": scenes.backups,
    "export-marks": scenes.export_marks,
    "import-marks": scenes.import_marks,
    "message-full": messages.disk_full,
    "message-room": messages.room,
    "message-read-only": messages.read_only,
    "message-newer": messages.newer,
    "message-second": messages.second,
    "message-damaged": messages.damaged,
    "message-salvaged": messages.salvaged,
    "message-preview": messages.preview,
    "message-restored": messages.restored,
    "message-foreign-backup": messages.refused("foreign"),
    "message-damaged-backup": messages.refused("damaged"),
    "message-newer-backup": messages.refused("newer"),
}
"""Scenes that are taken as they are, and in Chinese (``-chinese``), each also in the dark."""

for _name, _scene in _REVIEW.items():
    for _ending, _settings in {
        "": {},
        "-dark": {"theme": "dark"},
        "-chinese": {"language": "zh_CN"},
        "-dark-chinese": {"theme": "dark", "language": "zh_CN"},
    }.items():
        SHOTS[_name + _ending] = (_scene, (1024, 640), {**_settings})


@contextmanager
def someone(size: tuple[int, int], settings: dict[str, object]) -> Iterator[Person]:
    """A person before a screen, with the program open on the first page and analysed."""
    cache = Path(os.environ.get("XIDU_CACHE", tempfile.gettempdir())) / "screenshots"
    folder = Path(tempfile.mkdtemp())
    (folder / "data").mkdir()
    (folder / "data" / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    with screen(*size) as display:
        person = Person(display, folder, cache, size)
        person.starts()
        person.waits("not window.reading._busy and not window.reading.text.unknown(range(9))")
        person.waits("not window.notice.isVisible() or 'ready' in window.notice.text")
        person.sees("window.notice.hide()")
        person.sees("window.showMaximized()")
        person.waits(f"window.width() >= {size[0] - 4}")
        person.does("sleep", "0.5")  # until the text has been set anew for that width
        yield person
        person.leaves()
    shutil.rmtree(folder, ignore_errors=True)  # a backup may still be written there


def main() -> None:
    """Take the pictures that are named, or all."""
    parser = argparse.ArgumentParser(description="Takes the pictures that are named, or all.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SHOTS))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name in options.names or SHOTS:
        scene, size, settings = SHOTS[name]
        with someone(size, settings) as person:
            scene(person)
            subprocess.run(["xdotool", "sleep", "0.4"], env=person.environment, check=True)
            person.photographs(options.folder / f"{name}.png")


if __name__ == "__main__":
    main()
