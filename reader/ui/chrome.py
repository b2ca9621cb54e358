"""Menus and tool bar, made of the table of actions."""

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from reader.ui import fonts
from reader.ui.actions import ACTIONS, LINES_BEFORE, MENUS, SUBMENUS, Actions, translated
from reader.ui.appearance import TOOLS


def make_menu_bar(actions: Actions) -> QMenuBar:
    """The menus, with a line between groups."""
    bar = QMenuBar()
    for name, title in MENUS:
        menu = QMenu(translated(title), bar)
        bar.addMenu(menu)
        _fill(menu, name, actions)
    return bar


def pop_up(parent: QWidget, name: str, actions: Actions, where: QPoint) -> None:
    """Show a menu of the table at a point of the screen; it goes when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _fill(menu, name, actions)
    menu.popup(where)


def _fill(menu: QMenu, name: str, actions: Actions) -> None:
    """Add the actions of a menu of the table, with its submenus and lines."""
    inside = {inner: title for inner, outer, title in SUBMENUS if outer == name}
    group = ""
    for spec in ACTIONS:
        if spec.menu in inside:
            submenu = QMenu(translated(inside.pop(spec.menu)), menu)
            menu.addMenu(submenu)
            _fill(submenu, spec.menu, actions)
        elif spec.menu == name:
            if spec.group != group or spec.id in LINES_BEFORE:
                menu.addSeparator()
                group = spec.group
            menu.addAction(actions[spec.id])


def make_tool_bar(actions: Actions) -> QToolBar:
    """The tools that are always at hand."""
    tools = QToolBar(QCoreApplication.translate("MainWindow", "Tools"))
    tools.setObjectName("tools")
    tools.setMovable(False)
    tools.setIconSize(QSize(fonts.scaled(20), fonts.scaled(20)))
    tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for name in TOOLS:
        if name:
            tools.addAction(actions[name])
        else:
            tools.addSeparator()
    return tools
