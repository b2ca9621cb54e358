"""A strip above the article that says one thing, and offers at most one action."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from reader.domain.errors import XiduError
from reader.ui.theme import SPACE

_SHOWN = 8000
"""Milliseconds after which a notice that needs no answer goes by itself."""


def sentence(error: XiduError) -> str:
    """The error's one sentence in the language of the interface."""
    return QCoreApplication.translate("errors", error.template).format(**error.fields)


class NoticeBar(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QToolButton()
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._callback: Callable[[], None] | None = None
        self._action.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[4], SPACE[1], SPACE[2], SPACE[1])
        row.addWidget(self._label)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said."""
        return self._label.text()

    def say(self, text: str, action: str = "", callback: Callable[[], None] | None = None) -> None:
        """Show a message that goes by itself."""
        self._show(text, action, callback)
        self._timer.start()

    def warn(self, text: str, action: str = "", callback: Callable[[], None] | None = None) -> None:
        """Show a message that stays until it is closed."""
        self._show(text, action, callback)
        self._timer.stop()

    def _show(self, text: str, action: str, callback: Callable[[], None] | None) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)
        self._callback = callback
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()

    def _act(self) -> None:
        self.hide()
        if self._callback is not None:
            self._callback()
