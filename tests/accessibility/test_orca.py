"""Orca, the screen reader of Linux desktops, reads the article; see README.md for installing it."""

import os
import re
import select
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accessibility.conftest import Listener

pytestmark = pytest.mark.skipif(shutil.which("orca") is None, reason="Orca is not installed")

_PATIENCE = 60
"""Seconds of silence after which Orca will not say it any more."""

STORY = """# 𠮷野家的新发展

𠮷野家在北京开了新店。人们坚持新发展理念，每天都很高兴。

这是第二段，里面也有一个𠮷字。
"""


class Orca:
    """A running Orca, and what it says."""

    def __init__(self, listener: Listener, home: Path) -> None:
        self._listener = listener
        log = home / "log"
        os.mkfifo(log)
        self._log = os.open(log, os.O_RDWR | os.O_NONBLOCK)
        self._rest = b""
        self._process = subprocess.Popen(
            ["orca", "--replace", f"--debug-file={log}"],
            env={**listener.environment, "HOME": str(home), "XDG_DATA_HOME": str(home / "share")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def says(self, *wanted: str) -> list[str]:
        """Wait until it has said all of this, in any order; return what was said since the last."""
        said: list[str] = []
        while not all(any(text in each for each in said) for text in wanted):
            while b"\n" not in self._rest:
                self._rest += self._more(f"Orca has not said {wanted!r}, only {said}")
            line, self._rest = self._rest.split(b"\n", 1)
            found = re.search(r"SPEECH OUTPUT: '(.*?)'", line.decode())
            if found:
                said.append(found[1])
        return said

    def _more(self, complaint: str) -> bytes:
        """What it writes next. It keeps the last kilobytes back until more happens: a key."""
        for _ in range(_PATIENCE):
            ready, _, _ = select.select([self._log], [], [], 1)
            if ready:
                return os.read(self._log, 65536)
            self._listener.presses("Shift_L")
        raise AssertionError(complaint)

    def ends(self) -> None:
        """Stop it."""
        self._process.kill()
        self._process.wait()
        os.close(self._log)


@pytest.fixture
def orca(listener: Listener, tmp_path: Path) -> Iterator[Orca]:
    """Orca beside the program, which shows a story."""
    file = tmp_path / "story.md"
    file.write_text(STORY, encoding="utf-8")
    listener.starts(str(file))
    listener.waits("not window.reading._busy and window.reading.text.words(2)")
    listener.waits("window.attending.companion")
    home = tmp_path / "home"
    home.mkdir()
    running = Orca(listener, home)
    yield running
    running.ends()


def test_orca_speaks_the_article(listener: Listener, orca: Orca) -> None:
    orca.says("frame")
    # Out of the article and back, as one does who has just switched Orca on.
    listener.presses("ctrl+f")
    listener.waits("not window.article.hasFocus()")
    orca.says("Search")
    listener.presses("F6")
    orca.says("𠮷野家的新发展 read only text")

    # By line, as on the page; then the word there with its reading.
    listener.presses("Right")
    listener.waits("window.article.caret.shown")
    listener.presses("Down")
    listener.waits("window.article.caret.place.paragraph == 1")
    word = listener.sees("window.article.caret.spoken")
    orca.says("𠮷野家在北京开了新店。人们坚持新发展理念，每天都很高兴", word)

    # By word: its first character, and the word with its reading.
    listener.presses("Right")
    listener.waits(f"window.article.caret.spoken != {word!r}")
    word = listener.sees("window.article.caret.spoken")
    assert " " in word
    orca.says(word)

    # Everything from the caret on, sentence by sentence.
    listener.presses("KP_Add")
    assert "这是第二段，里面也有一个𠮷字。" in orca.says("这是第二段")[-1]
    assert listener.sees("window.isVisible()")
