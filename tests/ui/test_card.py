"""The card: what it says in which order, words within it, selecting, keys, and where it is shown."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.domain.glossary import Member, Term
from reader.domain.lexicon import Entry, Frequency
from reader.domain.notation import Notation
from reader.services.lookup import Explanation, Part, Related
from reader.ui import fonts
from reader.ui.card import content
from reader.ui.card.bar import TOOLS, CardBar
from reader.ui.card.blocks import Target
from reader.ui.card.layout import CardLayout, Cell, Place
from reader.ui.card.panel import CardPanel
from reader.ui.card.popup import HoverCard, place_beside
from reader.ui.card.readings import Manner, reading
from reader.ui.card.view import CardView
from reader.ui.theme import THEMES, ThemeName
from reader.ui.tone_colours import tone_colours

pytestmark = pytest.mark.usefixtures("faces")

TERM = Term(
    "t", "五个中心", ("wǔ", "gè", "zhōng", "xīn"), "number-formula", "regions",
    "the five centers", "Five functions of Shanghai 上海.", "上海的五个中心。",
    literal="five centers", since="2001",
    members=(Member("经济中心", ("jīng", "jì", "zhōng", "xīn"), "economic center"),),
    collocations=("加快“～”建设",),
)  # fmt: skip
CHIEF = Entry("长", "長", ("zhǎng",), ("chief", "to grow"))
WORD = Explanation(
    "部长",
    ("bù", "zhǎng"),
    entries=(
        Entry("部长", "部長", ("bù", "zhǎng"), ("head of a 部[bù]", "minister", "CL:个|個[gè]")),
    ),
    elsewhere=(Entry("部长", "部長", ("bù", "cháng"), ("long part",)),),
    hsk=7,
    frequency=Frequency(1540, 349046),
    term=TERM,
    related=(Related("related", "浦东新区", "Pudong New Area"),),
    characters=(Part("部", ("bù",), None), Part("长", ("zhǎng",), CHIEF)),
    notes=("my own\nwords",),
)
MANY = Explanation(
    "打",
    ("dǎ",),
    entries=(Entry("打", "打", ("dǎ",), tuple(f"sense {i} of a long row" for i in range(40))),),
)


def plain(text: str) -> Explanation:
    return Explanation(text, ("a",), entries=(Entry(text, text, ("a",), ("one", "two")),))


def lines(explanation: Explanation, *, short: bool = False) -> list[str]:
    blocks = content.compose(explanation, short=short)
    return ["".join(run.text for run in block.runs) for block in blocks]


def two_by_two(text: str) -> list[tuple[int, int]]:
    """Cuts text into words of two characters."""
    return [(at, min(at + 2, len(text))) for at in range(0, len(text), 2)]


# --- what it says -------------------------------------------------------------------


def test_the_order_of_a_card() -> None:
    said = lines(WORD)
    order = [
        "部长  部長", "bùzhǎng", "my own\nwords", "the five centers",
        "Five functions of Shanghai 上海.", "经济中心  jīngjìzhōngxīn  economic center",
        "上海的五个中心。", "five centers", "2001", "加快“五个中心”建设", "head of a 部 bù",
        "minister", "bùcháng  long part", "Measure word  个 gè",
        "HSK 7–9 · common · rank 1,540 of 349,046 words", "bù", "zhǎng  chief; to grow",
        "浦东新区  Pudong New Area",
    ]  # fmt: skip
    assert [line for line in said if line in order] == order


def test_a_pop_up_says_less() -> None:
    said = lines(WORD, short=True)
    assert "the five centers" in said
    assert "HSK 7–9 · common" in said
    assert not {"2001", "上海的五个中心。", "浦东新区  Pudong New Area"} & set(said)


@pytest.mark.parametrize(
    ("manner", "told"),
    [
        (Manner(), "sānshí'èr diǎn wǔ"),
        (Manner(Notation.NUMBERS), "san1shi2'er4 dian3 wu3"),
        (Manner(colours="pleco"), "sānshí'èr diǎn wǔ"),
        (Manner(Notation.ZHUYIN), "ㄙㄢ ㄕˊ ㄦˋ ㄉㄧㄢˇ ㄨˇ"),
    ],
)
def test_a_number_is_spelled_in_the_chosen_manner(manner: Manner, told: str) -> None:
    number = Explanation("32.5", (), spoken="sānshí'èr diǎn wǔ")
    blocks = content.compose(number, manner=manner)
    said = ["".join(run.text for run in block.runs) for block in blocks]
    assert [line.replace("\u2060", "") for line in said] == ["32.5", told]
    assert content.summary(number) == "32.5  sānshí'èr diǎn wǔ"
    syllables = [run for run in blocks[1].runs if run.text.strip()]
    assert len(syllables) == (5 if manner.colours != "none" else 1)


@pytest.mark.parametrize(
    ("explanation", "said"),
    [
        (Explanation("苏浙", ("sū", "zhè")), "Not in the dictionary."),
        (Explanation("苏浙", ("sū", "zhè"), ready=False), "The dictionary is being prepared…"),
        (Explanation("长", ("cháng",), sure=False), "cháng  (not certain)"),
    ],
)
def test_what_is_said_when_little_is_known(explanation: Explanation, said: str) -> None:
    assert said in lines(explanation)


def test_nothing_is_read_as_markup(qtbot: QtBot) -> None:
    nasty = "<b>bold</b> &amp; <img src='x'>"
    card = CardView()
    qtbot.addWidget(card)
    card.show_explanation(
        Explanation("字", ("zì",), entries=(Entry("字", "字", ("zì",), (nasty,)),), notes=(nasty,))
    )
    assert card.lines().count(nasty) == 2


# --- laying out ---------------------------------------------------------------------

TEXTS = st.text(alphabet="ab 长三角一体化𠮷éü，。\n", min_size=1, max_size=60)


@given(
    st.lists(TEXTS, max_size=12), st.lists(TEXTS, max_size=2), st.integers(20, 600), st.booleans()
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_blocks_never_overlap_and_text_stays_within_the_width(
    senses: list[str], notes: list[str], width: int, short: bool
) -> None:
    entry = Entry("长", "長", ("cháng",), tuple(senses))
    explanation = Explanation("长" * 3, ("cháng",), entries=(entry,), notes=tuple(notes))
    blocks = content.compose(explanation, short=short)
    layout = CardLayout(blocks, width, THEMES[ThemeName.LIGHT])
    bottom = 0.0
    for cell in layout.cells:
        boxes = cell.rectangles(0, len(cell.text))
        if cell.x == 0 or len(layout.cells) == 1:
            assert cell.y >= bottom - 12  # a mark may begin a little above its text
        for box in boxes:
            assert box.left() >= 0
            assert box.right() <= max(width, 100) + 30  # a space at the end may hang
        bottom = max(bottom, cell.y + cell.height)
    assert layout.height >= bottom - 0.01
    for most in (10, 60, 120, 1000):
        cut = layout.cut(most)
        assert cut <= max(most, min(b for c in layout.cells for b in c.line_bottoms()))


def test_selected_text_is_what_was_selected() -> None:
    layout = CardLayout(content.compose(plain("长")), 300, THEMES[ThemeName.LIGHT])
    assert layout.text() == "长\na\n1  one\n2  two"
    index = next(i for i, cell in enumerate(layout.cells) if cell.text == "one")
    assert layout.text(Place(index, 1), Place(index + 2, 2)) == "ne\n2  tw"
    assert layout.text(Place(index + 2, 2), Place(index, 1)) == "ne\n2  tw"


def test_a_card_is_never_cut_behind_a_label() -> None:
    layout = CardLayout(content.compose(WORD), 300, THEMES[ThemeName.LIGHT])
    labels = [cell for cell in layout.cells if cell.text in {"Policy term", "Characters"}]
    assert len(labels) == 2
    for most in range(30, 700, 3):
        cut = layout.cut(most)
        shown = [cell for cell in layout.cells if cell.y < cut]
        assert shown[-1] not in labels


# --- words in it --------------------------------------------------------------------


@pytest.fixture
def card(qtbot: QtBot) -> CardView:
    made = CardView()
    made.take_keyboard()
    qtbot.addWidget(made)
    made.set_divide(two_by_two)
    made.resize(360, 900)
    made.show_explanation(WORD)
    made.show()
    return made


def written(target: Target) -> str:
    return target.around[target.start : target.end]


def test_the_words_of_a_card(card: CardView) -> None:
    words = [written(target) for *_, target in card.targets()]
    assert words == [
        "上海", "经济中心", "上海", "的五", "个中", "心。", "加快", "“五", "个中", "心”", "建设",
        "部", "部长", "个", "部", "长", "浦东新区",
    ]  # fmt: skip
    readings = {written(target): target.syllables for *_, target in card.targets()}
    assert readings["部长"] == ("bù", "cháng")
    assert readings["个"] == ("gè",)


def where(card: CardView, word: str) -> QPoint:
    found = next(f for f in card.targets() if written(f[3]) == word)
    return card._rectangles(found)[0].center().toPoint()


def test_a_click_opens_a_word(card: CardView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.opened) as caught:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=where(card, "浦东新区"))
    assert written(caught.args[0]) == "浦东新区"
    with qtbot.assertNotEmitted(card.opened):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_a_drag_selects_and_opens_nothing(card: CardView, qtbot: QtBot) -> None:
    begin, end = where(card, "经济中心"), where(card, "浦东新区")
    with qtbot.assertNotEmitted(card.opened):
        QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=begin)
        QTest.mouseMove(card, end)
        QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=end)
    assert "economic center" in card.selected_text
    card.copy()
    assert QGuiApplication.clipboard().text() == card.selected_text


def test_without_a_selection_the_word_is_copied(card: CardView) -> None:
    card.copy()
    assert QGuiApplication.clipboard().text() == "部长  bùzhǎng  the five centers"


def test_keys_walk_through_the_words(card: CardView, qtbot: QtBot) -> None:
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Tab)
    QTest.keyClick(card, Qt.Key.Key_Down)
    QTest.keyClick(card, Qt.Key.Key_Up)
    QTest.keyClick(card, Qt.Key.Key_Tab)
    with qtbot.waitSignal(card.opened) as caught:
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert written(caught.args[0]) == "经济中心"
    for _ in card.targets():
        QTest.keyClick(card, Qt.Key.Key_Down)
    with qtbot.waitSignal(card.opened) as caught:
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert written(caught.args[0]) == "浦东新区"


@pytest.mark.parametrize(
    ("key", "modifier", "signal", "value"),
    [
        (Qt.Key.Key_Minus, Qt.KeyboardModifier.NoModifier, "stepped", 1),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier, "stepped", -1),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, "went", -1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, "went", 1),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, "went", -1),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "closed", None),
    ],
)
def test_keys_of_the_card(  # noqa: PLR0917
    card: CardView,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    signal: str,
    value: int | None,
) -> None:
    with qtbot.waitSignal(getattr(card, signal)) as caught:
        QTest.keyClick(card, key, modifier)
    assert caught.args == ([] if value is None else [value])


def wheel(widget: QWidget, notches: float, modifier: Qt.KeyboardModifier) -> QWheelEvent:
    middle = QPointF(widget.rect().center())
    return QWheelEvent(
        middle, middle, QPoint(), QPoint(0, round(120 * notches)), Qt.MouseButton.NoButton,
        modifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def test_the_wheel_steps_a_notch_at_a_time(card: CardView, qtbot: QtBot) -> None:
    steps: list[int] = []
    card.stepped.connect(steps.append)
    for notches in (0.5, 0.5, -2, 0.25):
        card.wheelEvent(wheel(card, notches, Qt.KeyboardModifier.ShiftModifier))
    assert steps == [-1, 1, 1]
    card.wheelEvent(wheel(card, 1, Qt.KeyboardModifier.NoModifier))
    assert len(steps) == 3


def test_what_a_screen_reader_hears(card: CardView) -> None:
    assert card.accessibleName() == "部长"
    said = card.accessibleDescription()
    for part in ("bùzhǎng", "my own", "the five centers", "minister", "HSK 7–9"):
        assert part in said


def test_the_panel_scrolls_to_the_word_with_the_keyboard(qtbot: QtBot) -> None:
    panel = CardPanel()
    qtbot.addWidget(panel)
    panel.resize(260, 200)
    panel.show()
    panel.show_explanation(WORD)
    assert panel.card.height() > 200
    panel.card.setFocus()
    QTest.keyClick(panel.card, Qt.Key.Key_Backtab)
    last = panel.card._rectangles(panel.card.targets()[-1])[0].toAlignedRect()
    corner = panel.card.mapTo(panel, last.topLeft())
    assert panel.rect().contains(QRect(corner, last.size()))
    panel.show_explanation(MANY)
    assert panel._area.verticalScrollBar().value() == 0
    assert "sense 39 of a long row" in panel.card.lines()


# --- the pop-up ---------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def popup(window: QWidget) -> HoverCard:
    made = HoverCard(window)
    made.set_divide(two_by_two)
    return made


def test_forty_senses_are_cut_with_more(window: QWidget, qtbot: QtBot) -> None:
    card = popup(window)
    card.show_at(MANY, QRect(100, 100, 40, 30))
    assert card.is_cut
    assert "sense 0 of a long row" in card.lines()
    assert "sense 39 of a long row" not in card.lines()
    assert card.height() <= 460
    with qtbot.waitSignal(card.more):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card._more_box().center().toPoint())
    card.show_at(plain("长"), QRect(100, 100, 40, 30))
    assert not card.is_cut


def test_what_is_cut_off_has_no_words(window: QWidget) -> None:
    card = popup(window)
    card.show_at(WORD, QRect(100, 350, 40, 30))
    whole = len(card.targets())
    window.resize(900, 300)
    card.show_at(WORD, QRect(100, 130, 40, 30))
    assert card.is_cut
    assert len(card.targets()) < whole


SIZES = st.tuples(st.integers(640, 1600), st.integers(420, 1000))


@given(
    SIZES,
    st.integers(0, 1600),
    st.integers(0, 1000),
    st.integers(5, 300),
    st.integers(10, 110),
    st.sampled_from([WORD, MANY, plain("长"), plain("长" * 60)]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_the_pop_up_never_covers_its_word_and_stays_in_the_window(  # noqa: PLR0917
    window: QWidget,
    size: tuple[int, int],
    x: int,
    y: int,
    width: int,
    height: int,
    explanation: Explanation,
) -> None:
    window.resize(*size)
    word = QRect(x, y, width, height) & window.rect()
    if word.isEmpty():
        return
    card = window.findChild(HoverCard) or popup(window)
    card.show_at(explanation, word)
    assert not card.geometry().intersects(word)
    assert window.rect().contains(card.geometry())
    # Everything in sight lies within the card, above its row of buttons.
    assert card._layout is not None
    assert card.lines()
    if not card.is_cut:
        assert card.height() >= card._layout.height


@given(
    st.integers(0, 900), st.integers(0, 700), st.integers(10, 200), st.integers(10, 60),
    st.integers(100, 380), st.integers(40, 900),
)  # fmt: skip
def test_a_place_beside_a_word(  # noqa: PLR0917
    x: int, y: int, width: int, height: int, card_width: int, card_height: int
) -> None:
    area = QRect(0, 0, 1000, 800)
    word = QRect(x, y, width, height).intersected(area)
    card = place_beside(word, QSize(card_width, card_height), area)
    assert not card.intersects(word)
    assert area.left() <= card.left()
    assert card.right() <= area.right()
    assert area.top() <= card.top() or card.height() == 1
    gap = 4
    below, above = area.bottom() - word.bottom() - gap, word.top() - area.top() - gap
    if below >= card_height:
        assert card.top() > word.bottom()
    elif above >= card_height:
        assert card.bottom() < word.top()


Resting = Callable[[], None]


@pytest.fixture
def resting(window: QWidget) -> tuple[HoverCard, list[str], Resting]:
    """A pop-up, the words it opens, and the end of the mouse's rest."""
    card = popup(window)
    card.show_at(WORD, QRect(100, 350, 40, 30))
    opened: list[str] = []
    card.opened.connect(lambda target: opened.append(written(target)))

    def end() -> None:
        assert card._rest.isActive()
        card._rest.stop()
        card._rest.timeout.emit()

    return card, opened, end


def test_a_word_of_the_pop_up_opens_when_the_mouse_rests(
    resting: tuple[HoverCard, list[str], Resting],
) -> None:
    card, opened, end = resting
    first, second = card.targets()[:2]
    card.hover(first)
    card.hover(None)
    assert not card._rest.isActive()
    card.hover(first)
    card.hover(second)
    end()
    assert opened == [written(second[3])]


def test_what_comes_up_under_a_resting_mouse_is_not_opened_in_turn(
    resting: tuple[HoverCard, list[str], Resting],
) -> None:
    card, opened, end = resting
    first, second = card.targets()[:2]
    card.hover(first)
    end()
    card.hover(second)
    assert not card._rest.isActive()
    card.hover(None)
    card.hover(second)
    end()
    assert opened == [written(first[3]), written(second[3])]


def test_the_buttons_come_after_the_first_card(window: QWidget, qtbot: QtBot) -> None:
    card = popup(window)
    card.show_at(WORD, QRect(100, 100, 40, 30))
    qtbot.waitUntil(lambda: card.bar is not None)
    assert card.bar is not None
    card.bar.offer(["copy", "pin"])
    with qtbot.waitSignal(card.bar.chosen) as caught:
        QTest.mouseClick(card.bar.button("copy"), Qt.MouseButton.LeftButton)
    assert caught.args == ["copy"]
    assert not card.bar.button("back").isEnabled()
    assert card.rect().contains(card.bar.geometry())
    assert all(card.bar.button(name).accessibleName() for name in ("back", "note", "pin"))


# --- readings as chosen -------------------------------------------------------------


@pytest.mark.parametrize(
    ("manner", "head", "pointed_to"),
    [
        (Manner(), "bùzhǎng", "head of a 部 bù"),
        (Manner(Notation.NUMBERS), "bu4zhang3", "head of a 部 bu4"),
        (Manner(Notation.ZHUYIN), "ㄅㄨˋ ㄓㄤˇ", "head of a 部 ㄅㄨˋ"),
        (Manner(colours="pleco"), "bùzhǎng", "head of a 部 bù"),
    ],
)
def test_readings_are_written_as_above_the_text(manner: Manner, head: str, pointed_to: str) -> None:
    blocks = content.compose(WORD, manner=manner)
    layout = CardLayout(blocks, 300, THEMES[ThemeName.LIGHT], manner)
    said = [line.removeprefix("1  ") for line in layout.text().split("\n")]
    assert said[1] == head
    assert pointed_to in said
    assert content.summary(WORD, manner) == f"部长  {head}  the five centers"


@pytest.mark.parametrize("colours", ["none", "pleco"])
def test_the_symbols_of_a_syllable_stay_on_one_line(colours: str) -> None:
    manner = Manner(Notation.ZHUYIN, colours)
    runs = reading(("zhuāng", "chuáng", "shuāng", "guǎng", "xiàng"), manner)
    for width in range(60, 200, 7):
        cell = Cell(runs, THEMES[ThemeName.LIGHT], manner)
        cell.place(0, 0, width)
        at = 0
        for syllable in cell.text.split(" "):
            assert len(cell.rectangles(at, at + len(syllable))) == 1
            at += len(syllable) + 1


def test_tones_have_their_colours_and_a_reading_in_colours_is_one_word() -> None:
    manner = Manner(colours="mdbg")
    theme = THEMES[ThemeName.DARK]
    blocks = content.compose(WORD, manner=manner)
    assert [run.style for run in blocks[1].runs] == ["pinyin4", "pinyin3"]
    layout = CardLayout(blocks, 300, theme, manner)
    colours = [f.format.foreground().color().name() for f in layout.cells[1]._layout.formats()]
    assert colours == [tone_colours("mdbg", theme)[4], tone_colours("mdbg", theme)[3]]
    (other,) = [
        (cell.text[start:end], target)
        for cell in layout.cells
        for start, end, target in cell.targets(two_by_two)
        if target.syllables == ("bù", "cháng")
    ]
    assert other == ("bùcháng", Target("部长", 0, 2, ("bù", "cháng")))


@pytest.mark.parametrize("percent", [100, 200, 400])
def test_the_buttons_grow_with_the_interface_as_far_as_there_is_room(
    percent: int, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    fonts.set_scale(percent)
    request.addfinalizer(lambda: fonts.set_scale(100))
    bar = CardBar("pin")
    qtbot.addWidget(bar)
    shown = [bar.button(tool.name) for tool in TOOLS if tool.name != "pin"]
    for width, most in ((328, 26), (736, 60), (1600, 104)):
        bar.resize(width, bar.height())
        bar.show()
        assert all(bar.rect().contains(button.geometry()) for button in shown)
        assert {button.width() for button in shown} == {min(26 * percent // 100, most)}
        assert shown[0].iconSize().width() < shown[0].width()
