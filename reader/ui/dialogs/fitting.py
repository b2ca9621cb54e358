"""Dialogs that are larger than the screen, as in very large type, are scrolled."""

from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.ui import fonts

_SHARE = 0.92
"""Share of the screen that a dialog takes at most."""


def fit(dialog: QDialog, share: float = _SHARE) -> None:
    """Give a dialog room for its type; what the screen does not hold is scrolled.

    Call it when everything is in the dialog, before it is shown. Does nothing to one that fits.
    """
    layout, screen = dialog.layout(), dialog.screen().availableSize() * share
    if layout is None:
        return
    wanted = dialog.sizeHint().expandedTo(dialog.size() * (fonts.scaled(100) / 100))
    if fonts.scaled(100) > 100:
        dialog.resize(wanted.boundedTo(screen))
    least = dialog.minimumSizeHint()
    needed = _height(dialog)
    if least.width() <= screen.width() and needed <= screen.height():
        if dialog.height() < needed:
            dialog.resize(dialog.width(), needed)
        return
    inside = QWidget()
    inside.setLayout(layout)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setAccessibleName(dialog.windowTitle())
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area)
    dialog.setMinimumSize(0, 0)
    dialog.resize(wanted.expandedTo(least).boundedTo(screen))


def _height(dialog: QDialog) -> int:
    """The height that a dialog needs at its width."""
    layout = dialog.layout()
    if layout is not None and layout.hasHeightForWidth():
        return max(layout.totalHeightForWidth(dialog.width()), layout.totalMinimumSize().height())
    return dialog.minimumSizeHint().height()
