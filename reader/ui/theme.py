"""Colours, one type scale and one spacing scale; every widget takes its looks from here.

Text colours reach 7:1 and secondary text 4.5:1 on their own background (WCAG 2.2, 1.4.6
and 1.4.3); with high contrast all text reaches 7:1. ``tests/ui/test_theme.py`` computes it.
"""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

SPACE = (2, 4, 8, 12, 16, 24, 32, 48)
"""Spacing in device-independent pixels: hair, tight, small, …, page."""

TYPE = {"small": 12, "body": 14, "large": 17, "title": 22}
"""Interface type in device-independent pixels; the article's own size is the reader's choice."""

READING_SIZES = (10, 12, 14, 16, 18, 20, 22, 24, 28, 32, 36, 42, 48, 56, 64, 72, 80, 88, 96)
"""Steps of the article's type in device-independent pixels."""

DEFAULT_READING_SIZE = 22


class ThemeName(StrEnum):
    """The themes a reader can choose."""

    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast_light"
    CONTRAST_DARK = "contrast_dark"


class Theme(NamedTuple):
    """The colours of one theme, as ``#rrggbb``.

    ``page`` and ``chrome`` are backgrounds of article and panels; ``ink``, ``ink_soft``
    and ``pinyin`` are text; ``line`` are hairlines; ``accent`` marks what is active;
    ``hover``, ``selection``, ``hit`` and ``note`` lie behind text; ``ribbon`` is the
    bookmark's. With ``strong``, high contrast, whatever a tint marks has an edge too, and
    lines are as black as the text.
    """

    name: ThemeName
    page: str
    chrome: str
    raised: str
    ink: str
    ink_soft: str
    pinyin: str
    line: str
    accent: str
    on_accent: str
    hover: str
    selection: str
    hit: str
    note: str
    term: str
    ribbon: str
    strong: bool = False

    def palette(self) -> QPalette:
        """The Qt palette of the interface."""
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, colour in {
            roles.Window: self.chrome,
            roles.WindowText: self.ink,
            roles.Base: self.raised,
            roles.AlternateBase: self.chrome,
            roles.Text: self.ink,
            roles.PlaceholderText: self.ink_soft,
            roles.Button: self.chrome,
            roles.ButtonText: self.ink,
            roles.Highlight: self.accent,
            roles.HighlightedText: self.on_accent,
            roles.ToolTipBase: self.raised,
            roles.ToolTipText: self.ink,
            roles.Link: self.accent,
            roles.Mid: self.line,
            roles.Dark: self.line,
            roles.Light: self.raised,
        }.items():
            palette.setColor(role, QColor(colour))
        for role in (roles.Text, roles.WindowText, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.ink_soft))
        return palette


THEMES = {
    ThemeName.LIGHT: Theme(
        ThemeName.LIGHT,
        page="#ffffff",
        chrome="#f5f5f3",
        raised="#ffffff",
        ink="#1d1d1f",
        ink_soft="#62625f",
        pinyin="#3d5a80",
        line="#dcdcd8",
        accent="#9a2b22",
        on_accent="#ffffff",
        hover="#ece9e2",
        selection="#cfe0f5",
        hit="#ffe9a8",
        note="#e3f1dc",
        term="#b08a57",
        ribbon="#b3392e",
    ),
    ThemeName.SEPIA: Theme(
        ThemeName.SEPIA,
        page="#f8f1e1",
        chrome="#efe6d2",
        raised="#fbf6ea",
        ink="#35291b",
        ink_soft="#6a5a45",
        pinyin="#4e5b3c",
        line="#dccfb4",
        accent="#8a3b1e",
        on_accent="#fff8ea",
        hover="#eadfc6",
        selection="#d6dcc0",
        hit="#f6d98e",
        note="#dfe5c2",
        term="#a67c3d",
        ribbon="#a2402a",
    ),
    ThemeName.DARK: Theme(
        ThemeName.DARK,
        page="#1b1c1e",
        chrome="#232427",
        raised="#2a2b2f",
        ink="#dedcd7",
        ink_soft="#b0aea8",
        pinyin="#9db9d9",
        line="#3a3b3f",
        accent="#e0897c",
        on_accent="#1b1c1e",
        hover="#34363b",
        selection="#2a4360",
        hit="#483a0e",
        note="#2d4030",
        term="#a4874f",
        ribbon="#cf6a5d",
    ),
    ThemeName.CONTRAST_LIGHT: Theme(
        ThemeName.CONTRAST_LIGHT,
        page="#ffffff",
        chrome="#ffffff",
        raised="#ffffff",
        ink="#000000",
        ink_soft="#2b2b2b",
        pinyin="#00205c",
        line="#000000",
        accent="#7a0000",
        on_accent="#ffffff",
        hover="#e4e4e4",
        selection="#cde2ff",
        hit="#ffee99",
        note="#d9f2d0",
        term="#5c4400",
        ribbon="#7a0000",
        strong=True,
    ),
    ThemeName.CONTRAST_DARK: Theme(
        ThemeName.CONTRAST_DARK,
        page="#000000",
        chrome="#000000",
        raised="#000000",
        ink="#ffffff",
        ink_soft="#e2e2e2",
        pinyin="#ffe680",
        line="#ffffff",
        accent="#ffd24a",
        on_accent="#000000",
        hover="#1f1f1f",
        selection="#002a55",
        hit="#332900",
        note="#0d2a0e",
        term="#ffd24a",
        ribbon="#ff9d94",
        strong=True,
    ),
}


def style_sheet(theme: Theme, box: int = 14) -> str:
    """Qt style sheet of the parts that a palette cannot reach; ``box`` is a check box's side."""
    return _bars_and_menus(theme) + _controls(theme, box) + _lists(theme)


def _edge(theme: Theme) -> str:
    """With high contrast what is on or chosen is told by an edge, not by its ground alone."""
    return theme.ink if theme.strong else "transparent"


def _bars_and_menus(theme: Theme) -> str:
    """Menus, rows of tools, what drops down from them."""
    tight, small = SPACE[1], SPACE[2]
    edge = _edge(theme)
    return f"""
    QMainWindow, QDialog {{ background: {theme.chrome}; }}
    QMenuBar {{ background: {theme.chrome}; padding: 0 {small}px; }}
    QMenuBar::item {{ padding: {tight}px {small}px; border-radius: 4px; }}
    QMenuBar::item:selected, QMenu::item:selected {{ background: {theme.hover};
        color: {theme.ink}; border: 1px solid {edge}; }}
    QMenu {{ background: {theme.raised}; border: 1px solid {theme.line}; padding: {tight}px; }}
    QMenu::item {{ padding: {tight + 1}px {SPACE[5]}px; border-radius: 4px; }}
    QMenu::item:disabled {{ color: {theme.ink_soft}; }}
    QMenu::separator {{ height: 1px; background: {theme.line}; margin: {tight}px {small}px; }}
    QToolBar {{ background: {theme.chrome}; border: none;
        border-bottom: 1px solid {theme.line}; padding: {tight}px {small}px; spacing: {tight}px; }}
    QToolButton {{ border: 2px solid transparent; border-radius: 6px;
        padding: {tight - 1}px {small - 1}px; }}
    QToolButton:hover {{ background: {theme.hover}; }}
    QToolButton:checked {{ background: {theme.hover}; color: {theme.accent};
        border-color: {edge}; }}
    QToolButton:focus {{ border-color: {theme.accent}; }}
    #rail QToolButton {{ padding: {tight - 1}px 1px; }}
    #cardBar QToolButton {{ padding: 0; border-radius: 4px; }}
    #notice {{ background: {theme.hover}; border-bottom: 1px solid {theme.line}; }}
    #popover {{ background: {theme.raised}; border: 1px solid {theme.line}; }}
    """


def _controls(theme: Theme, box: int) -> str:
    """Buttons and boxes."""
    tight, small, medium = SPACE[1], SPACE[2], SPACE[3]
    return f"""
    #choices QToolButton {{ border-color: {theme.line}; padding: {tight}px {small}px; }}
    #choices QToolButton:checked {{ background: {theme.hover}; color: {theme.accent};
        border-color: {theme.accent}; }}
    #choices QToolButton:focus {{ border-color: {theme.ink}; }}
    #choices QToolButton:disabled {{ color: {theme.ink_soft}; }}
    QSplitter::handle {{ background: {theme.line}; }}
    QLineEdit, QPlainTextEdit {{ background: {theme.raised};
        border: 1px solid {theme.line}; border-radius: 6px; padding: {tight + 1}px {small}px;
        selection-background-color: {theme.selection}; selection-color: {theme.ink}; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {theme.accent};
        padding: {tight}px {small - 1}px; }}
    QPushButton {{ background: {theme.raised}; border: 1px solid {theme.line};
        border-radius: 6px; padding: {tight + 1}px {medium}px; }}
    QPushButton:hover {{ background: {theme.hover}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent};
        padding: {tight}px {medium - 1}px; }}
    QPushButton:default {{ background: {theme.accent}; color: {theme.on_accent};
        border-color: {theme.accent}; }}
    QPushButton:default:focus {{ border: 2px solid {theme.ink}; }}
    QPushButton:disabled, QPushButton:default:disabled {{ background: {theme.raised};
        color: {theme.ink_soft}; border-color: {theme.line}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: {box}px; height: {box}px; }}
    QCheckBox::indicator:unchecked {{ background: {theme.raised};
        border: 1px solid {theme.ink_soft}; border-radius: 3px; }}
    QRadioButton::indicator {{ background: {theme.raised}; border: 1px solid {theme.ink_soft};
        border-radius: {box // 2 + 1}px; }}
    QRadioButton::indicator:checked {{ border-color: {theme.accent};
        background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 {theme.accent}, stop: 0.5 {theme.accent}, stop: 0.6 {theme.raised},
        stop: 1 {theme.raised}); }}
    #glossaries QTreeView::indicator {{ width: {box}px; height: {box}px; }}
    QCheckBox:focus, QRadioButton:focus {{ color: {theme.accent}; }}
    """


def _lists(theme: Theme) -> str:
    """Lists, tabs and scroll bars."""
    tight, small = SPACE[1], SPACE[2]
    edge = _edge(theme)
    return f"""
    QListView, QTreeView, QTableView, QScrollArea {{ background: transparent; outline: none;
        border: 1px solid transparent; }}
    QTreeView::item {{ border: 1px solid transparent; padding: {SPACE[0]}px {tight}px; }}
    QHeaderView {{ background: {theme.chrome}; }}
    QHeaderView::section {{ background: {theme.chrome}; color: {theme.ink_soft}; border: none;
        border-bottom: 1px solid {theme.line}; padding: {tight}px {small}px; }}
    QListView::item:selected, QTreeView::item:selected {{ background: {theme.hover};
        color: {theme.ink}; border: 1px solid {edge}; }}
    QListView:focus, QTreeView:focus, QTableView:focus, QScrollArea:focus
    {{ border: 1px solid {theme.accent}; }}
    #glossaries QTreeView {{ background: {theme.raised}; border: 1px solid {theme.line}; }}
    #glossaries QTreeView:focus {{ border: 1px solid {theme.accent}; }}
    QTabBar {{ background: transparent; }}
    QTabBar::tab {{ padding: {small}px {small}px; border: none; color: {theme.ink_soft};
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {theme.ink}; border-bottom-color: {theme.accent}; }}
    QTabBar::tab:focus {{ color: {theme.accent}; }}
    QToolTip {{ background: {theme.raised}; color: {theme.ink};
        border: 1px solid {theme.line}; padding: {tight}px; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {theme.line}; border-radius: 4px;
        min-height: 32px; margin: 2px; }}
    QScrollBar::handle:vertical:hover {{ background: {theme.ink_soft}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {theme.line}; border-radius: 4px;
        min-width: 32px; margin: 2px; }}
    """
