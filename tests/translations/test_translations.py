"""The Chinese interface says everything that the English one says."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

import translate  # noqa: E402 - a script beside the program

from reader.ui.actions import ACTIONS, MENUS, SUBMENUS  # noqa: E402

STORED = translate.stored()


@pytest.mark.parametrize("message", translate.messages(), ids=lambda m: f"{m[0]}: {m[1][:40]}")
def test_every_string_is_translated_with_its_fields(message: tuple[str, str]) -> None:
    assert STORED.get(message), "run packaging/translate and translate what it lists"
    fields = re.compile(r"\{[a-z0-9]*\}|%n|%L?\d")
    assert Counter(fields.findall(message[1])) == Counter(fields.findall(STORED[message]))


def test_nothing_is_translated_that_is_no_longer_said() -> None:
    assert set(STORED) == set(translate.messages())


def test_the_compiled_file_is_current(tmp_path: Path) -> None:
    compiled = tmp_path / "xidu_zh_CN.qm"
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run(
        [str(lrelease), "-silent", str(translate.FILE), "-qm", str(compiled)], check=True
    )
    assert compiled.read_bytes() == translate.FILE.with_suffix(".qm").read_bytes()


def test_the_compiled_file_can_be_loaded() -> None:
    translator = QTranslator()
    assert translator.load(str(translate.FILE.with_suffix(".qm")))
    assert translator.translate("actions", "&File") == "文件(&F)"


@pytest.mark.parametrize("menu", ["", *(menu[0] for menu in (*MENUS, *SUBMENUS))])
def test_the_letters_of_a_menu_are_different(menu: str) -> None:
    bar = [text for _, text in MENUS]
    english = [spec.text for spec in ACTIONS if spec.menu == menu] if menu else bar
    english += [title for _, outer, title in SUBMENUS if outer == menu]
    for texts in (english, [STORED.get(("actions", text), text) for text in english]):
        letters = [m.group(1).lower() for t in texts if (m := re.search(r"&(\w)", t))]
        assert len(letters) == len(set(letters)), letters


@pytest.mark.parametrize("text", [text for context, text in STORED if context == "actions"])
def test_a_label_keeps_its_letter_in_chinese(text: str) -> None:
    letter = re.search(r"&(\w)", text)
    found = re.findall(r"\(&(\w)\)", STORED["actions", text])
    assert found == ([letter.group(1).upper()] if letter else [])


@pytest.mark.parametrize(
    "line",
    [
        "self.tr(text)",
        'self.tr(f"Opened {name}")',
        'self.tr("%n places", "", total)',
        'QT_TRANSLATE_NOOP("errors", text)',
    ],
)
def test_what_cannot_be_collected_is_not_passed_over(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "reader" / "module.py"
    module.parent.mkdir()
    module.write_text(f"class Panel:\n    def show(self):\n        {line}\n")
    monkeypatch.setattr(translate, "ROOT", tmp_path)
    with pytest.raises(SystemExit, match=r"reader/module\.py:3"):
        translate.messages()


def test_finished_and_drafted_translations_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translate, "FILE", tmp_path / "xidu.ts")
    finished, draft, new = ("Panel", "Done"), ("Panel", "Saved"), ("Panel", "Search & go")
    said = {finished: "完成", ("Panel", "no longer said"): "不再使用"}
    wanted = [finished, draft, new]
    assert translate.write(wanted, said, {draft: "存"}) == [draft, new]
    assert translate.stored() == {finished: "完成"}
    assert translate.stored(drafts=True) == {draft: "存", new: ""}
