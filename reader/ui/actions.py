"""Every action of the window in one table: menus, tool bar, key page and tests are made of it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark ``text`` for the translation tool and return it unchanged."""
    return text


class ActionSpec(NamedTuple):
    """One action. ``group`` makes it one of several that exclude each other."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    group: str = ""


MENUS = (
    ("file", QT_TRANSLATE_NOOP("actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("actions", "&Marks")),
    ("view", QT_TRANSLATE_NOOP("actions", "&View")),
    ("go", QT_TRANSLATE_NOOP("actions", "&Go")),
    ("help", QT_TRANSLATE_NOOP("actions", "&Help")),
)

SUBMENUS = (
    ("copying", "edit", QT_TRANSLATE_NOOP("actions", "Copy &in another way")),
    ("noting", "edit", QT_TRANSLATE_NOOP("actions", "Wri&te a note on…")),
    ("colours", "edit", QT_TRANSLATE_NOOP("actions", "Hi&ghlight in a colour")),
    ("pinyin", "view", QT_TRANSLATE_NOOP("actions", "&Pinyin")),
    ("focus", "view", QT_TRANSLATE_NOOP("actions", "&Focus")),
)
"""Menus inside others, where their first action stands: id, that of the outer one, title."""

LINES_BEFORE = frozenset(
    "quit backups export_html export_marks print bookmark highlight words own_term correct undo "
    "larger theme_system terms sidebar article card next_hit about".split()
)
"""Actions with a line above them in their menu."""

ACTIONS = (
    ActionSpec("open", "file", QT_TRANSLATE_NOOP("actions", "&Open a text…"), ("Ctrl+O",)),
    ActionSpec(
        "paste", "file", QT_TRANSLATE_NOOP("actions", "Read from the &clipboard"), ("Ctrl+Shift+V",)
    ),
    ActionSpec("export_html", "file", QT_TRANSLATE_NOOP("actions", "Export as &HTML…")),
    ActionSpec("export_pdf", "file", QT_TRANSLATE_NOOP("actions", "Export as P&DF…")),
    ActionSpec(
        "export_terms",
        "file",
        QT_TRANSLATE_NOOP("actions", "&Terms of this text…"),
        ("Ctrl+Shift+T",),
    ),
    ActionSpec("export_marks", "file", QT_TRANSLATE_NOOP("actions", "Export &notes and marks…")),
    ActionSpec("import_marks", "file", QT_TRANSLATE_NOOP("actions", "&Import notes and marks…")),
    ActionSpec("print", "file", QT_TRANSLATE_NOOP("actions", "&Print…"), ("Ctrl+P",)),
    ActionSpec("backups", "file", QT_TRANSLATE_NOOP("actions", "&Backups…"), ("Ctrl+Alt+B",)),
    ActionSpec("quit", "file", QT_TRANSLATE_NOOP("actions", "&Quit"), ("Ctrl+Q",)),
    ActionSpec("copy", "edit", QT_TRANSLATE_NOOP("actions", "&Copy"), ("Ctrl+C",)),
    ActionSpec("select_all", "edit", QT_TRANSLATE_NOOP("actions", "Select &all"), ("Ctrl+A",)),
    ActionSpec("copy_shown", "copying", QT_TRANSLATE_NOOP("actions", "Copy as &shown")),
    ActionSpec(
        "copy_pinyin",
        "copying",
        QT_TRANSLATE_NOOP("actions", "Copy with pinyin"),
        ("Ctrl+Shift+C",),
    ),
    ActionSpec(
        "copy_ruby",
        "copying",
        QT_TRANSLATE_NOOP("actions", "Copy as HTML with pinyin"),
        ("Ctrl+Alt+C",),
    ),
    ActionSpec(
        "copy_address",
        "copying",
        QT_TRANSLATE_NOOP("actions", "Copy the &address of this place"),
        ("Ctrl+Shift+A",),
    ),
    ActionSpec("bookmark", "edit", QT_TRANSLATE_NOOP("actions", "Set a &bookmark"), ("Ctrl+B",)),
    ActionSpec("note", "edit", QT_TRANSLATE_NOOP("actions", "Write a &note"), ("Ctrl+M",)),
    ActionSpec(
        "note_sentence",
        "noting",
        QT_TRANSLATE_NOOP("actions", "Note on the &sentence"),
        ("Ctrl+Alt+S",),
    ),
    ActionSpec(
        "note_paragraph",
        "noting",
        QT_TRANSLATE_NOOP("actions", "Note on the &paragraph"),
        ("Ctrl+Alt+P",),
    ),
    ActionSpec(
        "note_section",
        "noting",
        QT_TRANSLATE_NOOP("actions", "Note on the s&ection"),
        ("Ctrl+Alt+E",),
    ),
    ActionSpec(
        "note_text",
        "noting",
        QT_TRANSLATE_NOOP("actions", "Note on the whole &text"),
        ("Ctrl+Alt+X",),
    ),
    ActionSpec(
        "note_everywhere",
        "noting",
        QT_TRANSLATE_NOOP("actions", "Note on this &word everywhere"),
        ("Ctrl+Alt+W",),
    ),
    ActionSpec("highlight", "edit", QT_TRANSLATE_NOOP("actions", "&Highlight"), ("Ctrl+H",)),
    ActionSpec(
        "highlight_yellow",
        "colours",
        QT_TRANSLATE_NOOP("actions", "Highlight in yellow"),
        ("Alt+1",),
    ),
    ActionSpec(
        "highlight_green",
        "colours",
        QT_TRANSLATE_NOOP("actions", "Highlight in green"),
        ("Alt+2",),
    ),
    ActionSpec(
        "highlight_blue", "colours", QT_TRANSLATE_NOOP("actions", "Highlight in blue"), ("Alt+3",)
    ),
    ActionSpec(
        "highlight_pink", "colours", QT_TRANSLATE_NOOP("actions", "Highlight in pink"), ("Alt+4",)
    ),
    ActionSpec(
        "unhighlight", "edit", QT_TRANSLATE_NOOP("actions", "&Remove the highlight"), ("Alt+0",)
    ),
    ActionSpec(
        "words",
        "edit",
        QT_TRANSLATE_NOOP("actions", "Correct wor&ds and readings…"),
        ("Ctrl+Shift+E",),
    ),
    ActionSpec(
        "corrections",
        "edit",
        QT_TRANSLATE_NOOP("actions", "&List of corrections…"),
        ("Ctrl+Shift+L",),
    ),
    ActionSpec(
        "own_term",
        "edit",
        QT_TRANSLATE_NOOP("actions", "Add a ter&m of your own…"),
        ("Ctrl+Shift+N",),
    ),
    ActionSpec(
        "orphans",
        "edit",
        QT_TRANSLATE_NOOP("actions", "Marks without a &place…"),
        ("Ctrl+Alt+M",),
    ),
    ActionSpec("glossaries", "edit", QT_TRANSLATE_NOOP("actions", "Glo&ssaries…"), ("Ctrl+Alt+G",)),
    ActionSpec("correct", "edit", QT_TRANSLATE_NOOP("actions", "C&orrect the text…"), ("Ctrl+E",)),
    ActionSpec("known", "edit", QT_TRANSLATE_NOOP("actions", "&Known, or not"), ("Ctrl+D",)),
    ActionSpec(
        "repair", "edit", QT_TRANSLATE_NOOP("actions", "&What was mended here…"), ("Ctrl+R",)
    ),
    ActionSpec("undo", "edit", QT_TRANSLATE_NOOP("actions", "&Undo"), ("Ctrl+Z",)),
    ActionSpec("redo", "edit", QT_TRANSLATE_NOOP("actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec(
        "pinyin_hover",
        "pinyin",
        QT_TRANSLATE_NOOP("actions", "Pinyin on &hover"),
        ("Ctrl+1",),
        True,
        "pinyin",
    ),
    ActionSpec(
        "pinyin_all",
        "pinyin",
        QT_TRANSLATE_NOOP("actions", "Pinyin &above all words"),
        ("Ctrl+2",),
        True,
        "pinyin",
    ),
    ActionSpec(
        "pinyin_unknown",
        "pinyin",
        QT_TRANSLATE_NOOP("actions", "Pinyin above words not yet &known"),
        ("Ctrl+3",),
        True,
        "pinyin",
    ),
    ActionSpec(
        "pinyin_hsk",
        "pinyin",
        QT_TRANSLATE_NOOP("actions", "Pinyin above words over the HSK &level"),
        ("Ctrl+4",),
        True,
        "pinyin",
    ),
    ActionSpec(
        "pinyin_off",
        "pinyin",
        QT_TRANSLATE_NOOP("actions", "&No pinyin"),
        ("Ctrl+5",),
        True,
        "pinyin",
    ),
    ActionSpec(
        "pinyin_sentence",
        "pinyin",
        QT_TRANSLATE_NOOP("actions", "Pinyin above this &sentence"),
        ("Ctrl+6",),
    ),
    ActionSpec(
        "pinyin_panel",
        "pinyin",
        QT_TRANSLATE_NOOP("actions", "&Pinyin…"),
        ("Ctrl+Shift+P",),
    ),
    ActionSpec(
        "larger", "view", QT_TRANSLATE_NOOP("actions", "&Larger type"), ("Ctrl++", "Ctrl+=")
    ),
    ActionSpec("smaller", "view", QT_TRANSLATE_NOOP("actions", "&Smaller type"), ("Ctrl+-",)),
    ActionSpec("normal_size", "view", QT_TRANSLATE_NOOP("actions", "&Normal type"), ("Ctrl+0",)),
    ActionSpec(
        "interface_larger",
        "view",
        QT_TRANSLATE_NOOP("actions", "Larger interface"),
        ("Ctrl+Alt++", "Ctrl+Alt+="),
    ),
    ActionSpec(
        "interface_smaller",
        "view",
        QT_TRANSLATE_NOOP("actions", "Smaller interface"),
        ("Ctrl+Alt+-",),
    ),
    ActionSpec("text", "view", QT_TRANSLATE_NOOP("actions", "Te&xt…"), ("Ctrl+L",)),
    ActionSpec(
        "theme_system",
        "view",
        QT_TRANSLATE_NOOP("actions", "Colours of the system"),
        (),
        True,
        "theme",
    ),
    ActionSpec("theme_light", "view", QT_TRANSLATE_NOOP("actions", "Light"), (), True, "theme"),
    ActionSpec("theme_sepia", "view", QT_TRANSLATE_NOOP("actions", "Sepia"), (), True, "theme"),
    ActionSpec("theme_dark", "view", QT_TRANSLATE_NOOP("actions", "Dark"), (), True, "theme"),
    ActionSpec(
        "theme_contrast_light",
        "view",
        QT_TRANSLATE_NOOP("actions", "High contrast, light"),
        (),
        True,
        "theme",
    ),
    ActionSpec(
        "theme_contrast_dark",
        "view",
        QT_TRANSLATE_NOOP("actions", "High contrast, dark"),
        (),
        True,
        "theme",
    ),
    ActionSpec("next_theme", "view", QT_TRANSLATE_NOOP("actions", "Next &theme"), ("Ctrl+T",)),
    ActionSpec(
        "terms",
        "view",
        QT_TRANSLATE_NOOP("actions", "&Underline glossary terms"),
        ("Ctrl+U",),
        True,
    ),
    ActionSpec(
        "sentence", "focus", QT_TRANSLATE_NOOP("actions", "Dim all but the sentence"), ("F7",), True
    ),
    ActionSpec("ruler", "focus", QT_TRANSLATE_NOOP("actions", "Reading ruler"), ("F8",), True),
    ActionSpec(
        "seclusion", "focus", QT_TRANSLATE_NOOP("actions", "Distraction-free"), ("F11",), True
    ),
    ActionSpec("smooth", "view", QT_TRANSLATE_NOOP("actions", "S&mooth scrolling"), (), True),
    ActionSpec("sidebar", "view", QT_TRANSLATE_NOOP("actions", "Show the side&bar"), ("F9",), True),
    ActionSpec(
        "language_system",
        "view",
        QT_TRANSLATE_NOOP("actions", "Language of the system"),
        (),
        True,
        "language",
    ),
    ActionSpec("language_en", "view", "English", (), True, "language"),
    ActionSpec("language_zh_CN", "view", "简体中文", (), True, "language"),
    ActionSpec("back", "go", QT_TRANSLATE_NOOP("actions", "Bac&k"), ("Alt+Left",)),
    ActionSpec("forward", "go", QT_TRANSLATE_NOOP("actions", "&Forward"), ("Alt+Right",)),
    ActionSpec(
        "follow", "go", QT_TRANSLATE_NOOP("actions", "Follow an a&ddress…"), ("Ctrl+Shift+J",)
    ),
    ActionSpec("article", "go", QT_TRANSLATE_NOOP("actions", "&Article"), ("F6",)),
    ActionSpec("contents", "go", QT_TRANSLATE_NOOP("actions", "&Contents"), ("Ctrl+Shift+O",)),
    ActionSpec("search", "go", QT_TRANSLATE_NOOP("actions", "&Search"), ("Ctrl+F", "Ctrl+K")),
    ActionSpec("bookmarks", "go", QT_TRANSLATE_NOOP("actions", "&Marks"), ("Ctrl+Shift+B",)),
    ActionSpec("notes", "go", QT_TRANSLATE_NOOP("actions", "&Notes"), ("Ctrl+Shift+M",)),
    ActionSpec("glossary", "go", QT_TRANSLATE_NOOP("actions", "&Glossary"), ("Ctrl+Shift+G",)),
    ActionSpec("card", "go", QT_TRANSLATE_NOOP("actions", "Card of the &word"), ("F4",)),
    ActionSpec(
        "longer", "go", QT_TRANSLATE_NOOP("actions", "&Longer word in the card"), ("Alt++", "Alt+=")
    ),
    ActionSpec(
        "shorter", "go", QT_TRANSLATE_NOOP("actions", "Sho&rter word in the card"), ("Alt+-",)
    ),
    ActionSpec("next_hit", "go", QT_TRANSLATE_NOOP("actions", "Ne&xt hit"), ("F3",)),
    ActionSpec("previous_hit", "go", QT_TRANSLATE_NOOP("actions", "&Previous hit"), ("Shift+F3",)),
    ActionSpec("keys", "help", QT_TRANSLATE_NOOP("actions", "&Keys"), ("F1",)),
    ActionSpec("about", "help", QT_TRANSLATE_NOOP("actions", "&About Xidu")),
)

EXPORTS = ("export_html", "export_pdf", "export_terms", "print")
"""Actions that bring the text out of the window."""


def translated(text: str) -> str:
    """A label of the table in the language of the interface."""
    return QCoreApplication.translate("actions", text)


def plain(text: str) -> str:
    """A label without the mark of its access key: ``&Open`` and ``打开(&O)``."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "")


class Actions:
    """The table as QActions of a window, by id."""

    def __init__(self, parent: QWidget, specs: Iterable[ActionSpec] = ACTIONS) -> None:
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for spec in specs:
            action = QAction(translated(spec.text), parent)
            action.setObjectName(spec.id)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            action.setCheckable(spec.checkable)
            if spec.group:
                group = self._groups.setdefault(spec.group, QActionGroup(parent))
                group.addAction(action)
            parent.addAction(action)
            self._actions[spec.id] = action

    def __getitem__(self, identifier: str) -> QAction:
        return self._actions[identifier]

    def button(self, identifier: str) -> QToolButton | None:
        """The button of the tool bar that stands for an action, if it is in sight."""
        shown = self._actions[identifier].associatedObjects()
        return next((o for o in shown if isinstance(o, QToolButton) and o.isVisible()), None)

    def retranslate(self) -> None:
        """Set every label anew after the language has changed."""
        for spec in ACTIONS:
            self._actions[spec.id].setText(translated(spec.text))
