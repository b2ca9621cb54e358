"""The panel of the glossary: filtered, in two orders, and the page of one term."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.domain.glossary import Term
from reader.services.lookup import Explanation
from reader.services.search import Hit
from reader.ui.models.rows import Row
from reader.ui.panels.entry import Places
from reader.ui.panels.glossary import GlossaryPanel
from reader.ui.theme import THEMES, ThemeName

pytestmark = pytest.mark.usefixtures("faces")


def term(identifier: str, headword: str, pinyin: str, field: str) -> Term:
    return Term(
        identifier, headword, tuple(pinyin.split()), "concept", field, f"the {identifier}", "", ""
    )


TERMS = (
    term("dual", "双循环", "shuāng xún huán", "economy"),
    term("delta", "长三角", "Cháng sān jiǎo", "regions"),
    term("market", "大市场", "dà shì chǎng", "economy"),
    term("own", "自造词", "zì zào cí", "my words"),
)


@pytest.fixture
def panel(qtbot: QtBot) -> GlossaryPanel:
    made = GlossaryPanel()
    qtbot.addWidget(made)
    made.resize(260, 600)
    made.show_terms(TERMS)
    made.show()
    return made


def rows(panel: GlossaryPanel) -> list[Row]:
    model = panel.list.rows
    return [model.row(model.index(at)) for at in range(model.rowCount())]


def headwords(panel: GlossaryPanel) -> list[str]:
    return [row.main for row in rows(panel) if not row.head]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("双", ["双循环"]),
        ("changsan", ["长三角"]),
        ("the market", ["大市场"]),
        ("zzz", []),
        ("", ["双循环", "长三角", "大市场", "自造词"]),
    ],
)
def test_it_is_filtered_by_characters_pinyin_or_english(
    panel: GlossaryPanel, typed: str, found: list[str]
) -> None:
    panel.box.setText(typed)
    assert headwords(panel) == found
    assert panel.hint.isVisible() is (not found)


def test_only_what_the_text_holds(panel: GlossaryPanel) -> None:
    panel.show_present(["delta"])
    assert len(headwords(panel)) == 4
    panel.here.setChecked(True)
    assert headwords(panel) == ["长三角"]


def test_by_field_each_has_its_name_and_number(panel: GlossaryPanel) -> None:
    panel.order.setCurrentIndex(1)
    assert [row.main for row in rows(panel)] == [
        "Economy · 2",
        "双循环",
        "大市场",
        "Regions and cities · 1",
        "长三角",
        "my words · 1",
        "自造词",
    ]


def hit(context: str, title: str, at: int) -> Hit:
    return Hit("text", 1, title, 0, at, at + 3, context, (at, at + 3), "dual")


def test_an_entry_takes_the_place_of_the_list_and_gives_it_back(
    panel: GlossaryPanel, qtbot: QtBot
) -> None:
    panel.box.setText("双")
    panel.set_theme(THEMES[ThemeName.DARK])
    panel.show_entry()
    panel.entry.show_entry(
        Explanation("双循环", TERMS[0].syllables, term=TERMS[0]), back=True, forward=False
    )
    assert panel.entry.isVisible()
    assert not panel.list.isVisible()
    assert not panel.box.isVisible()
    panel.show_terms(TERMS)  # compiled anew meanwhile
    assert not panel.list.isVisible()
    assert panel.entry.back.isEnabled()
    assert not panel.entry.forward.isEnabled()
    with qtbot.waitSignal(panel.entry.went) as gone:
        QTest.mouseClick(panel.entry.back, Qt.MouseButton.LeftButton)
    assert gone.args == [-1]
    panel.focus_first()
    focused = panel.window().focusWidget()
    assert focused is panel.entry.card
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not panel.entry.isVisible()
    assert headwords(panel) == ["双循环"]
    assert panel.list.isVisible()


@pytest.mark.parametrize(
    ("here", "elsewhere", "said"),
    [
        (0, 0, "It stands in none of your texts."),
        (1, 0, "1 place in your library"),
        (1, 2, "3 places in your library"),
        (1, 900, "901 places in your library, the first 3 are listed"),
    ],
)
def test_the_number_of_places_is_exact(
    panel: GlossaryPanel, here: int, elsewhere: int, said: str
) -> None:
    panel.show_entry()
    listed = [hit("畅通双循环", "another", 2)] * min(elsewhere, 2)
    panel.entry.show_places(
        Places([hit("构建双循环", "this", 2)] * here, here), Places(listed, elsewhere)
    )
    assert panel.entry.count.text() == said
    model = panel.entry.list.rows
    shown = [model.row(model.index(at)) for at in range(model.rowCount())]
    assert [row.second for row in shown if not row.head] == [""] * here + ["another"] * len(listed)
    heads = [row.main for row in shown if row.head]
    assert heads == ["In this text · 1"] * bool(here) + [f"In other texts · {elsewhere}"] * bool(
        elsewhere
    )


def test_a_very_large_glossary_is_gone_through_in_steps(panel: GlossaryPanel, qtbot: QtBot) -> None:
    many = [term(f"t{n}", f"词{n}", "cí", "big") for n in range(12_000)]
    panel.show_terms([*many, term("last", "末尾", "mò wěi", "big")])
    found = headwords(panel)
    assert 4000 <= len(found) < 12_000
    assert rows(panel)[-1].main == "Type above to find others."
    panel.box.setText("mowei")
    assert headwords(panel) == found  # the old list stays until the new one is known
    qtbot.waitUntil(lambda: headwords(panel) == ["末尾"])
    panel.box.setText("nowhere")
    panel.box.setText("词11999")
    qtbot.waitUntil(lambda: headwords(panel) == ["词11999"])


def test_the_filter_stays_where_it_is_when_nothing_fits(panel: GlossaryPanel) -> None:
    panel.resize(220, 500)
    panel.show()
    above = panel._choice.geometry()
    panel.box.setText("qqqq")
    assert panel.hint.isVisible()
    panel.column.activate()
    assert panel._choice.geometry() == above


def test_latin_words_that_three_lines_do_not_hold_end_with_an_ellipsis(
    panel: GlossaryPanel,
) -> None:
    panel.resize(220, 500)
    panel.show()
    words = "the meeting was illuminating " * 9
    panel.list.rows.show([Row(words, "", None)])
    index = panel.list.rows.index(0)
    layout, lines = panel.list.delegate._lines(index, panel.list.viewport().width())
    assert layout.text().endswith("…")
    assert len(lines) == 3
