"""Starts the window: lock, application, language, fonts, then the text."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader.domain.errors import DatabaseDamaged, XiduError
from reader.lock import DataLock
from reader.paths import cache_folder, data_folder
from reader.ui import fonts

if TYPE_CHECKING:
    from reader.app import Program
    from reader.domain.library import Card
    from reader.services.texts import Prepared
    from reader.ui.main_window import MainWindow
    from reader.ui.watch import Watch

_LATER = 5000
"""Milliseconds after that before the backup of the day is looked for."""

_BREATH = 40
"""Milliseconds after the first paint in which the window answers before it is completed."""


def run_window(data: str | None, file: str | None, encoding: str | None) -> int:
    """Open the window and return its exit code. Faults before that raise XiduError."""
    folder = data_folder(data)
    prepared = None
    if file:
        from reader.services.texts import prepare  # noqa: PLC0415 - only a new text needs it

        # What cannot be opened is said before a window appears.
        prepared = prepare(Path(file).expanduser(), encoding)
    lock = DataLock(folder)
    application = make_application()
    from reader.app import Program  # noqa: PLC0415 - imported while the faces were loaded

    try:
        lock.acquire()
        with Program(folder, cache_folder()) as program:
            program.hurried = True
            session = Session(application, program)
            earlier = program.updating.earlier(prepared) if prepared else None
            if prepared and earlier:
                session.offer(prepared, earlier)
            else:
                session.open(program.texts.store(prepared).id if prepared else None)
            return session.run()
    except Declined:
        return 1
    except XiduError as error:
        _show_if_nobody_reads_stderr(error, application, folder)
        raise
    finally:
        lock.release()


def make_application() -> QApplication:
    """The one application object, with name, style and fonts."""
    QApplication.setStyle("Fusion")  # before there is an application: no other style is made
    application = QApplication(sys.argv[:1])
    application.setApplicationName("xidu")
    application.setApplicationDisplayName("Xidu")
    application.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("xidu")
    with fonts.loading():
        # Importing the window takes about as long as the faces do.
        from reader.ui import main_window  # noqa: F401, PLC0415
    application.setFont(fonts.interface())
    return application


class Declined(Exception):
    """The library is damaged, and the person wants nothing done about it now."""


class Session:
    """One run of the window; makes the window anew when the language changes."""

    def __init__(self, application: QApplication, program: Program) -> None:
        self._application = application
        self._program = program
        self._translators: list[QTranslator] = []
        self._watch: Watch | None = None
        self._speak(program.settings.values.language)
        self._outcome = self._open_library()
        self.window = self._make_window()

    def _open_library(self) -> str:
        """Open the library; a damaged one is rescued, or there is no window.

        Returns what is to be said of that. Raises XiduError, Declined.
        """
        try:
            self._program.database  # noqa: B018 - it is opened by being asked for
        except DatabaseDamaged as error:
            from reader.ui.rescue import rescue  # noqa: PLC0415 - let us hope not

            outcome = rescue(self._program)
            if outcome is None:
                raise Declined from error
            return outcome
        return ""

    def open(self, identifier: int | None) -> None:
        """Show a text, or the one read last, or the first text for a new reader."""
        last = self._program.settings.values.document
        if identifier is None and last and self._program.library.holds(last):
            identifier = last
        if identifier is None:
            identifier = next((card.id for card in self._program.library.cards()), None)
        if identifier is None:
            from reader.services.texts import first_text, prepare  # noqa: PLC0415

            identifier = self._program.texts.store(prepare(first_text())).id
        self.window.open_text(identifier)

    def offer(self, prepared: Prepared, earlier: Card) -> None:
        """Show the text that a file is a later version of, and ask what is to become of it."""
        self.open(earlier.id)
        window = self.window
        window.article.first_painted.connect(
            lambda: QTimer.singleShot(_BREATH, lambda: window.offer_update(prepared, earlier))
        )

    def run(self) -> int:
        """Show the window and work until it is closed."""
        self.window.show()
        # A window that starts minimised is never painted; it is completed all the same.
        QTimer.singleShot(1000, self._complete)
        self.window.article.first_painted.connect(self._complete_soon)
        try:
            return self._application.exec()
        finally:
            if self._watch is not None:
                self._watch.end()

    def _complete_soon(self) -> None:
        QTimer.singleShot(_BREATH, self._complete)

    def _complete(self) -> None:
        """After the first paint: what reading itself does not need."""
        if self._watch is None:
            from reader.ui.watch import Watch  # noqa: PLC0415 - after the first paint

            self._watch = Watch(self._application, self._program)
            self._watch.begin()
        self.window.complete()
        if self._outcome:
            self.window.notice.warn(self._outcome)
            self._outcome = ""
        QTimer.singleShot(_LATER, self._keep)
        # What there is now will stay: collecting garbage need not look at it.
        gc.freeze()
        gc.enable()

    def _keep(self) -> None:
        self.window.keeping.begin()

    def _make_window(self) -> MainWindow:
        from reader.ui.main_window import MainWindow  # noqa: PLC0415 - see make_application

        size = self._program.settings.values.interface_size
        if size != fonts.scaled(100):
            fonts.set_scale(size)
            self._application.setFont(fonts.interface())
        window = MainWindow(self._program)
        window.language_chosen.connect(self._change_language)
        window.library_exchanged.connect(self._show_another)
        return window

    def _change_language(self, language: str) -> None:
        """Speak another language: a new window takes the old one's place."""
        self._program.settings.change(language=language)
        text = self.window.reading.text
        self._renew(None if text is None else text.id)

    def _show_another(self, told: str) -> None:
        """Another library has taken the place of the one that is shown."""
        text = self.window.reading.text
        # Its numbers mean nothing in the other one, so the place in it is not kept.
        self.window.reading.text = None
        title = "" if text is None else text.title
        cards = self._program.library.cards()
        same = next((card.id for card in cards if card.title == title), None)
        self._renew(same or (cards[0].id if cards else None))
        self.window.notice.warn(told)

    def _renew(self, identifier: int | None) -> None:
        """Put a new window that shows a text in the place of the old one."""
        old = self.window
        self._application.setQuitOnLastWindowClosed(False)
        old.close()
        self._speak(self._program.settings.values.language)
        self.window = self._make_window()
        if identifier is not None:
            self.window.open_text(identifier)
        self.window.show()
        self.window.complete()
        self._application.setQuitOnLastWindowClosed(True)
        old.deleteLater()

    def _speak(self, language: str) -> None:
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = load_translators(language)
        for translator in self._translators:
            self._application.installTranslator(translator)


def load_translators(language: str) -> list[QTranslator]:
    """Ours and Qt's translation for a language, none for English."""
    wanted = system_language() if language == "system" else language
    if not wanted.startswith("zh"):
        return []
    from importlib import resources  # noqa: PLC0415 - not needed in English

    from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415

    ours, qts = QTranslator(), QTranslator()
    file = resources.files("reader.resources") / "translations" / "xidu_zh_CN.qm"
    with resources.as_file(file) as path:
        ours.load(str(path))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found = [ours]
    if qts.load("qtbase_zh_CN", folder):
        found.insert(0, qts)
    return found


def system_language() -> str:
    """The language of the system's messages, such as ``zh_CN.UTF-8``."""
    # What gettext does where these are set; QLocale, which does it too, takes 20 ms to load.
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name]
    from PySide6.QtCore import QLocale  # noqa: PLC0415

    return QLocale.system().name()


def _show_if_nobody_reads_stderr(error: XiduError, application: QApplication, folder: Path) -> None:
    """Started from a desktop there is no terminal: say it in a window too."""
    if sys.stderr is None or os.environ.get("GIO_LAUNCHED_DESKTOP_FILE"):
        from reader.services.settings import Settings  # noqa: PLC0415
        from reader.ui.dialogs.refusal import refuse  # noqa: PLC0415

        # The fault may have come before the session could choose language and colours.
        values = Settings(folder / "settings.json").values
        translators = load_translators(values.language)
        for translator in translators:
            application.installTranslator(translator)
        refuse(error, values)
