"""What the first page must not wait for."""

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import json, os, sys
import PySide6.QtCore
from reader.app import Program
from reader.ui.application import Session, make_application

def painted():
    late = [name for name in sys.modules if name.startswith("reader.")]
    print(json.dumps({"Qt": "Qt" in vars(PySide6.QtCore), "modules": late}), flush=True)
    os._exit(0)

application = make_application()
with Program(*map(__import__("pathlib").Path, sys.argv[1:])) as program:
    program.settings.change(head=78)
    session = Session(application, program)
    session.open(None)
    session.window.article.first_painted.connect(painted)
    session.run()
"""


def test_the_first_page_is_painted_before_the_rest_is_loaded(tmp_path: Path) -> None:
    # The first start stores the text; the second is the one a reader knows.
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(tmp_path / "data"), str(tmp_path / "cache")],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    found = json.loads(done.stdout)
    # Naming the Qt namespace (or calling an overload that may take one of its values: see
    # ``article/inks.py``) makes PySide build 130 enumerations.
    assert found["Qt"] is False
    loaded = set(found["modules"])
    assert "reader.ui.article.view" in loaded
    for late in ("actions", "appearance", "chrome", "guide", "icons", "panels.sidebar"):
        assert f"reader.ui.{late}" not in loaded
    for late in (
        "domain.overlay",
        "domain.corrections",
        "domain.marks",
        "domain.ports",
        "formats.reading",
        "language",
        "services.search",
    ):
        assert f"reader.{late}" not in loaded
    # A reader without terms of their own pays nothing for them.
    for late in ("domain.own", "domain.termlayer", "services.owning", "services.shelf"):
        assert f"reader.{late}" not in loaded
