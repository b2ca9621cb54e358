"""A person looks at the pages, saves them, and finds words again in the file."""

from pathlib import Path

import pypdfium2

from tests.journeys.conftest import Person

DIALOG = (
    "next((w for w in window.findChildren(__import__('PySide6.QtWidgets').QtWidgets.QDialog)"
    " if type(w).__name__ == 'PaperDialog'), None)"
)
FILES = "window.findChild(__import__('PySide6.QtWidgets').QtWidgets.QFileDialog)"


def test_pages_are_looked_at_and_saved(person: Person, tmp_path: Path) -> None:
    person.starts()
    person.waits("'dictionary is ready' in window.notice.text or not window.notice.isVisible()")
    person.presses("ctrl+2", "ctrl+p")
    person.waits(f"{DIALOG} and {DIALOG}.feed and {DIALOG}.feed.complete")
    pages = person.sees(f"len({DIALOG}.feed.pages)")
    assert pages > 10
    person.presses("alt+t", "Down")
    person.waits(f"{DIALOG}.feed.complete and len({DIALOG}.feed.pages) > {pages}")
    target = tmp_path / "page.pdf"
    person.presses("alt+s")
    person.waits(f"{FILES} and {FILES}.isVisible()")
    person.presses("ctrl+a")
    person.types(str(target))
    person.presses("Return")
    person.waits("'was written' in window.notice.text")
    assert person.sees(DIALOG) is None
    document = pypdfium2.PdfDocument(target)
    assert len(document) > pages
    said = "".join(page.get_textpage().get_text_range() for page in document)
    assert "新华社上海" in said
    assert "Xīn huá shè" in said
    assert person.closes() == 0
