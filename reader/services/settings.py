"""Settings: declared and typed in one place, stored atomically as JSON.

A stored value of the wrong type or outside its choices falls back to the default, and
``Settings.problems`` says so.
"""

import contextlib
import json
import os
from pathlib import Path
from typing import Any, NamedTuple

CHOICES: dict[str, tuple[object, ...]] = {
    "theme": ("system", "light", "sepia", "dark", "contrast_light", "contrast_dark"),
    "pinyin": ("off", "hover", "unknown", "hsk", "all"),
    "pinyin_unit": ("syllable", "word"),
    "engine": ("xidu", "jieba"),
    "notation": ("marks", "numbers", "zhuyin"),
    "tone_colours": ("none", "pleco", "mdbg", "dummitt", "hanping"),
    "interface_size": (100, 125, 150, 175, 200, 250, 300, 400),
    "language": ("system", "en", "zh_CN"),
    "word_spacing": ("none", "thin", "wide"),
    "characters": ("original", "simplified", "traditional", "taiwan", "hongkong"),
    "punctuation": ("hang", "compress", "none"),
    "highlight": ("yellow", "green", "blue", "pink"),
    "paper": ("A4", "A5", "B5", "Letter"),
    "print_points": (9.0, 10.5, 12.0, 14.0, 16.0, 18.0, 22.0),
    "panel": ("contents", "search", "bookmarks", "notes", "glossary"),
}
RANGES = {
    "reading_size": (10, 96),
    "column": (12, 80),
    "hsk_level": (1, 6),
    "line_spacing": (120, 300),
    "paragraph_spacing": (0, 200),
    "head": (0, 400),
}


class Values(NamedTuple):
    """Every setting with its default. Sizes in pixels; ``column`` in characters.

    ``pinyin`` is how much of it stands above the words, ``hsk_level`` the level up to which
    ``hsk`` leaves them alone. ``engine`` is what cuts text into words. ``typeface`` is
    ``serif``, ``sans``, ``kai`` or a family of the system; ``line_spacing`` in percent of the
    type size, ``paragraph_spacing`` in percent of that distance; ``interface_size`` in percent.
    ``paper``, ``print_points`` (type size in points) and ``print_notes`` are of printing.
    ``geometry`` and ``panels`` are what Qt saves of window and splitter, in base64;
    ``head`` is the height of menus and tools in pixels.
    """

    theme: str = "system"
    pinyin: str = "hover"
    hsk_level: int = 3
    pinyin_unit: str = "syllable"
    notation: str = "marks"
    engine: str = "xidu"
    zhuyin_beside: bool = True
    spoken_tones: bool = False
    tone_colours: str = "none"
    interface_size: int = 100
    reading_size: int = 22
    column: int = 38
    typeface: str = "serif"
    line_spacing: int = 175
    paragraph_spacing: int = 45
    word_spacing: str = "none"
    justify: bool = True
    indent: bool = True
    whole_words: bool = True
    punctuation: str = "compress"
    characters: str = "original"
    vertical: bool = False
    highlight: str = "yellow"
    terms: bool = True
    smooth: bool = True
    sentence: bool = False
    ruler: bool = False
    language: str = "system"
    panel: str = "contents"
    sidebar: bool = True
    card_pinned: bool = False
    paper: str = "A4"
    print_points: float = 12.0
    print_notes: bool = True
    document: int = 0
    head: int = 0
    geometry: str = ""
    panels: str = ""


class Settings:
    """The settings of one data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.problems: list[str] = []
        self.values = self._read()

    def change(self, **changes: Any) -> None:
        """Set values and store them. A folder that cannot be written keeps the old ones."""
        changed = self.values._replace(**changes)
        if changed == self.values:
            return
        self.values = changed
        with contextlib.suppress(OSError):
            self._write()

    def _read(self) -> Values:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Values()
        except (OSError, ValueError):
            self.problems.append(self._path.name)
            return Values()
        if not isinstance(stored, dict):
            self.problems.append(self._path.name)
            return Values()
        defaults = Values()
        good: dict[str, Any] = {}
        for name, default in defaults._asdict().items():
            if name in stored:
                if _fits(name, stored[name], default):
                    good[name] = stored[name]
                else:
                    self.problems.append(name)
        return Values(**good)

    def _write(self) -> None:
        import tempfile  # noqa: PLC0415 - reading settings at the start does not need it

        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".settings-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(self.values._asdict(), file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self._path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


def _fits(name: str, value: object, default: object) -> bool:
    """Whether a stored value has the type and range of its setting."""
    if type(value) is not type(default):
        return False
    if name in CHOICES:
        return value in CHOICES[name]
    if name in RANGES and isinstance(value, int):
        low, high = RANGES[name]
        return low <= value <= high
    return True
