"""A client in another process reads the article over AT-SPI, as a screen reader does."""

from pathlib import Path

import pytest

from tests.accessibility.atspi import CHARACTER, FOCUSABLE, LINE, SHOWING, WORD, Accessible
from tests.accessibility.conftest import Listener

STORY = """# 𠮷野家的新发展

𠮷野家在北京开了新店。人们坚持新发展理念，每天都很高兴。

这是第二段，里面也有一个𠮷字，还有 English words。
"""


@pytest.fixture
def story(tmp_path: Path) -> str:
    """A file with a title and characters outside the basic plane."""
    file = tmp_path / "story.md"
    file.write_text(STORY, encoding="utf-8")
    return str(file)


def reads(listener: Listener, *arguments: str) -> Accessible:
    """Start the program, wait until words are known, and find the article."""
    listener.starts(*arguments)
    listener.waits("not window.reading._busy and window.reading.text.words(1)")
    article = listener.article()
    listener.bus.forget_events()
    return article


def page_lines(listener: Listener) -> list[str]:
    """The lines on the page, asked of the program itself."""
    lines: list[str] = listener.sees(
        "[[window.reading.text.paragraph(i).text[l.start:l.end]"
        " for i in range(len(window.reading.text.shape))"
        " for l in window.article.page.flow.layout(i).lines]][0]"
    )
    return lines


def test_title_characters_lines_and_words(listener: Listener, story: str) -> None:
    listener.bus.wants("object:text-caret-moved", "object:property-change")
    article = reads(listener, story)
    assert article.name == "𠮷野家的新发展"
    assert any(each.name.startswith(article.name) for each in listener.program.children)
    text = article.text()
    assert text == "𠮷野家的新发展\n" + "\n".join(STORY.split("\n\n")[1:]).strip()

    # By character: one outside the basic plane is one character, two of Qt's offsets wide.
    assert article.at(0, CHARACTER) == ("𠮷", 0, 2)
    walked, at = "", 0
    while at < article.length:
        piece = article.at(at, CHARACTER)
        assert piece.start == at < piece.end
        walked, at = walked + (piece.text or "\n"), piece.end
    assert walked == text

    # By line: as on the page, with room where they are.
    lines, at = [], 0
    while at < article.length:
        piece = article.at(at, LINE)
        lines.append(piece.text)
        _, _, width, height = article.extents(piece.start)
        assert width > 5
        assert height > 10
        at = max(piece.end, at + 1)
        at += at < article.length and article.text(at, at + 1) == "\n"
    assert lines == page_lines(listener)

    # By word, with the keyboard: each is heard, and described with its reading.
    listener.presses("ctrl+Home")
    listener.waits("window.article.caret.shown")
    words: list[str] = listener.sees(
        "[p.text[w.start:w.end] for i in range(2) for p in [window.reading.text.paragraph(i)]"
        " for w in window.reading.text.words(i) if w.kind != 'punctuation']"
    )
    said = [article.description]
    for _ in words[1:]:
        listener.presses("Right")
        event = listener.bus.hears("TextCaretMoved", article)
        assert article.caret == event.first
        said.append(article.description)
    assert [each.split(" ")[0] for each in said] == words
    assert "新发展理念 xīn fā zhǎn lǐ niàn" in said


def test_caret_and_selection_both_ways(listener: Listener, story: str) -> None:
    listener.bus.wants("object:text-caret-moved", "object:text-selection-changed")
    article = reads(listener, story)
    text = article.text()
    start = len(text[: text.index("坚持")].encode("utf-16-le")) // 2

    # The client puts the caret; the reader sees it there.
    assert article.call("Text", "SetCaretOffset", "i", start) is True
    listener.waits("list(window.article.caret.place) == [1, 13]")
    assert listener.bus.hears("TextCaretMoved", article).first == start

    # The reader selects with the keyboard; the client hears and asks.
    listener.presses("shift+Right", "shift+Right")
    listener.waits("len(window.article.selected_text) > 2")
    listener.bus.hears("TextSelectionChanged", article)
    selected = listener.sees("window.article.selected_text")
    listener.waits("not window.attending.companion._soon.isActive()")
    assert article.selection == (start, start + len(selected))
    assert article.text(*article.selection) == selected

    # The client selects; the reader copies it.
    first = len(text[: text.index("𠮷字")].encode("utf-16-le")) // 2
    assert article.call("Text", "SetSelection", "iii", 0, first, first + 2) is True
    listener.waits("window.article.selected_text == '𠮷'")
    listener.presses("ctrl+c")
    clipboard = "__import__('PySide6.QtGui').QtGui.QGuiApplication.clipboard().text()"
    listener.waits(f"{clipboard} == '𠮷'")


def test_another_text_is_announced(listener: Listener, story: str) -> None:
    listener.bus.wants("object:property-change", "object:text-changed")
    article = reads(listener)
    other = listener.sees("window._program.texts.store("
                          "__import__('reader.services.texts').services.texts.prepare("
                          f"__import__('pathlib').Path({story!r}))).id")  # fmt: skip
    listener.sees(f"window.open_text({other})")
    event = listener.bus.hears("PropertyChange", article)
    while event.kind != "accessible-name":
        event = listener.bus.hears("PropertyChange", article)
    assert event.value == "𠮷野家的新发展"
    changed = listener.bus.hears("TextChanged", article)
    while changed.kind != "insert":
        changed = listener.bus.hears("TextChanged", article)
    assert changed.value == article.text()


def test_a_thousand_questions_do_no_harm(listener: Listener) -> None:
    article = reads(listener)
    length = article.length
    for number in range(1000):
        offset = number * 37 % length
        match number % 5:
            case 0:
                assert article.at(offset, CHARACTER).start == offset
            case 1:
                piece = article.at(offset, LINE)
                assert piece.start <= offset <= piece.end
                assert piece.text
            case 2:
                piece = article.at(offset, WORD)
                assert piece.start <= offset <= piece.end
            case 3:
                assert article.call("Text", "SetCaretOffset", "i", offset) is True
                assert article.caret == offset
            case 4:
                assert article.call("Text", "ScrollSubstringTo", "iiu", offset, offset + 1, 0)
                article.extents(offset)
                article.call("Text", "GetAttributes", "i", offset)
    assert listener.sees("window.isVisible()")
    assert listener.closes() == 0


def test_whatever_can_have_the_keyboard_has_a_name(listener: Listener) -> None:
    reads(listener)
    for keys in ("ctrl+f", "ctrl+shift+b", "ctrl+shift+g", "ctrl+shift+o"):
        listener.presses(keys)
    # A pinned card, a note being written.
    listener.presses("F6", "Right", "Right", "Return", "ctrl+m")
    listener.waits("window.sidebar.panel('notes').editor.text.hasFocus()")
    assert nameless(listener.program) == []


@pytest.mark.parametrize("keys", ["F1", "ctrl+e"])
def test_dialogs_have_names(listener: Listener, keys: str) -> None:
    reads(listener)
    listener.presses("F6", "Right", "Right", keys)
    listener.waits("window.findChild(__import__('PySide6.QtWidgets').QtWidgets.QDialog)")
    assert nameless(listener.program) == []
    listener.presses("Escape")


def nameless(program: Accessible) -> list[str]:
    """Roles and places of what can have the keyboard, can be seen, and is called nothing."""
    found: list[str] = []

    def walk(each: Accessible, path: str) -> None:
        here = f"{path} / {each.role} {each.name!r}"
        if {FOCUSABLE, SHOWING} <= each.states and not each.name:
            found.append(here)
        for child in each.children:
            walk(child, here)

    walk(program, "")
    return found
