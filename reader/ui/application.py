"""Starts the window: lock, application, language, fonts, then the text."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QStyleFactory

from reader import __version__
from reader.app import Program
from reader.domain.errors import XiduError
from reader.lock import DataLock
from reader.paths import cache_folder, data_folder
from reader.services.texts import first_text, prepare
from reader.ui import fonts
from reader.ui.main_window import MainWindow
from reader.ui.notices import sentence


def run_window(data: str | None, file: str | None, encoding: str | None) -> int:
    """Open the window and return its exit code. Faults before that raise XiduError."""
    folder = data_folder(data)
    # What cannot be opened is said before a window appears.
    prepared = prepare(Path(file).expanduser(), encoding) if file else None
    lock = DataLock(folder)
    application = make_application()
    try:
        lock.acquire()
        with Program(folder, cache_folder()) as program:
            session = Session(application, program)
            session.open(program.texts.store(prepared).id if prepared else None)
            return session.run()
    except XiduError as error:
        _show_if_nobody_reads_stderr(error)
        raise
    finally:
        lock.release()


def make_application() -> QApplication:
    """The one application object, with name, style and fonts."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("xidu")
    application.setApplicationDisplayName("Xidu")
    application.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("xidu")
    application.setStyle(QStyleFactory.create("Fusion"))
    fonts.load()
    application.setFont(fonts.interface())
    return application


class Session:
    """One run of the window; makes the window anew when the language changes."""

    def __init__(self, application: QApplication, program: Program) -> None:
        self._application = application
        self._program = program
        self._translators: list[QTranslator] = []
        self._speak(program.settings.values.language)
        self.window = self._make_window()

    def open(self, identifier: int | None) -> None:
        """Show a text, or the one read last, or the first text for a new reader."""
        library = self._program.library
        known = {card.id for card in library.cards()}
        if identifier is None:
            last = self._program.settings.values.document
            identifier = last if last in known else next(iter(known), None)
        if identifier is None:
            identifier = self._program.texts.store(prepare(first_text())).id
        self.window.open_text(identifier)

    def run(self) -> int:
        """Show the window and work until it is closed."""
        from reader.ui.watch import Watch  # noqa: PLC0415 - after the window has been made

        watch = Watch(self._application, self._program)
        self.window.show()
        QTimer.singleShot(0, watch.begin)
        try:
            return self._application.exec()
        finally:
            watch.end()

    def _make_window(self) -> MainWindow:
        window = MainWindow(self._program)
        window.language_chosen.connect(self._change_language)
        return window

    def _change_language(self, language: str) -> None:
        """Speak another language: a new window takes the old one's place."""
        self._program.settings.change(language=language)
        old, text = self.window, self.window.reading.text
        old.close()
        self._speak(language)
        self.window = self._make_window()
        if text is not None:
            self.window.open_text(text.id)
        self.window.show()
        old.deleteLater()

    def _speak(self, language: str) -> None:
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = load_translators(language)
        for translator in self._translators:
            self._application.installTranslator(translator)


def load_translators(language: str) -> list[QTranslator]:
    """Ours and Qt's translation for a language, none for English."""
    wanted = QLocale.system().name() if language == "system" else language
    if not wanted.startswith("zh"):
        return []
    from importlib import resources  # noqa: PLC0415 - not needed in English

    ours, qts = QTranslator(), QTranslator()
    file = resources.files("reader.resources") / "translations" / "xidu_zh_CN.qm"
    with resources.as_file(file) as path:
        ours.load(str(path))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found = [ours]
    if qts.load("qtbase_zh_CN", folder):
        found.insert(0, qts)
    return found


def _show_if_nobody_reads_stderr(error: XiduError) -> None:
    """Started from a desktop there is no terminal: say it in a window too."""
    if sys.stderr is None or os.environ.get("GIO_LAUNCHED_DESKTOP_FILE"):
        box = QMessageBox()
        box.setText(sentence(error))
        box.exec()
