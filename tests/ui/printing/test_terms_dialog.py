"""The dialog of the sheet of terms, from the menu to the file."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader.app import Program
from reader.domain.errors import FileUnwritable
from reader.ui.article.view import ArticleView
from reader.ui.dialogs.terms import TermsDialog
from reader.ui.exporting import Exporting
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

pytestmark = pytest.mark.usefixtures("faces")
PATIENCE = 60_000


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def exporting(qtbot: QtBot, program: Program, tasks: Tasks) -> Exporting:
    view = ArticleView()
    qtbot.addWidget(view)
    view.open(program.open_text(1))
    reading = Reading(program, tasks, view)
    reading.open(1)
    return Exporting(program, tasks, reading, view, view)


@pytest.fixture
def dialog(qtbot: QtBot, exporting: Exporting) -> Iterator[TermsDialog]:
    exporting.handlers()["export_terms"]()
    parent = exporting.parent()
    assert parent is not None
    (found,) = parent.findChildren(TermsDialog)
    qtbot.waitUntil(found.save.isEnabled, timeout=PATIENCE)
    yield found
    if isValid(found):  # saving closes it
        found.done(0)


def test_the_sheet_is_shown_as_it_will_be(dialog: TermsDialog) -> None:
    shown = dialog.preview.toPlainText()
    assert "一盘棋" in shown or "长三角" in shown
    assert dialog.preview.accessibleName() == "Preview"
    before = shown
    dialog.order.setCurrentIndex(1)
    assert dialog.preview.toPlainText() != before
    long = len(dialog.preview.toPlainText())
    dialog.full.setChecked(False)
    assert len(dialog.preview.toPlainText()) < long
    dialog.format.setCurrentIndex(3)
    assert dialog.preview.toPlainText().startswith("#separator:tab\n#html:true\n#columns:Term\t")
    dialog.format.setCurrentIndex(1)
    assert dialog.preview.toPlainText().startswith("# Terms in “")


@pytest.mark.parametrize(
    ("index", "ending", "begins"),
    [
        (0, "html", "<!DOCTYPE html>"),
        (1, "md", "# "),
        (2, "csv", '\ufeff"Term"'),
        (3, "txt", "#sep"),
    ],
)
def test_the_file_is_written(  # noqa: PLR0917
    qtbot: QtBot, exporting: Exporting, dialog: TermsDialog, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, index: int, ending: str, begins: str,
) -> None:  # fmt: skip
    target = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.format.setCurrentIndex(index)
    with qtbot.waitSignal(exporting.said, timeout=PATIENCE) as said:
        qtbot.keyClick(dialog.save, Qt.Key.Key_Space)  # type: ignore[no-untyped-call]
    assert said.args is not None
    assert said.args[0] == f"“out.{ending}” was written."
    text = target.with_suffix(f".{ending}").read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert text.count("长三角") > 0


def test_a_folder_that_takes_no_file_is_reported(
    qtbot: QtBot, exporting: Exporting, dialog: TermsDialog, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    target = tmp_path / "missing" / "out.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(exporting.troubled, timeout=PATIENCE) as troubled:
        dialog.save.click()
    assert troubled.args is not None
    assert isinstance(troubled.args[0], FileUnwritable)


def test_the_sheet_is_printed(dialog: TermsDialog, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    dialog.print_on(printer)
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) > 1


def test_every_field_has_a_name_and_its_key(dialog: TermsDialog) -> None:
    buddies = {label.buddy() for label in dialog.findChildren(QLabel) if label.buddy()}
    assert buddies == {dialog.format, dialog.order}
    assert "&" in dialog.full.text()
