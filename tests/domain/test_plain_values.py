"""Documents, entries and errors: small rules that others lean on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader.language.glossary  # noqa: F401 - its error is counted below
from reader.domain import errors
from reader.domain.document import Document, Paragraph, ParagraphKind, Section, Source
from reader.domain.lexicon import Entry, rank


def made_of(sizes: list[int]) -> Document:
    body = ParagraphKind.BODY
    return Document(
        "题",
        tuple(
            Section(f"第{number}节", tuple(Paragraph(body, f"{number}.{at}") for at in range(size)))
            for number, size in enumerate(sizes)
        ),
    )


@given(st.lists(st.integers(0, 4), min_size=1, max_size=8))
def test_a_paragraph_is_located_in_its_section(sizes: list[int]) -> None:
    document = made_of(sizes)
    outline = document.outline()
    paragraphs = list(document.paragraphs())
    assert outline.total == len(paragraphs) == sum(sizes)
    assert document.characters == sum(len(paragraph.text) for paragraph in paragraphs)
    for index, paragraph in enumerate(paragraphs):
        section, at = outline.locate(index)
        assert paragraph.text == f"{section}.{at}"


def test_a_source_is_known_by_its_bytes() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert Source("a", b"", "utf-8", "").sha256 == empty


def entry(pinyin: str, *senses: str) -> Entry:
    return Entry("长", "長", tuple(pinyin.split()), senses or ("sense",))


def test_the_entry_read_alike_comes_first_and_names_last() -> None:
    name, grow, long, variant = (
        entry("Cháng", "surname Chang"),
        entry("zhǎng", "to grow"),
        entry("cháng", "long"),
        entry("cháng", "variant of 常"),
    )
    assert rank([name, grow, variant, long], ("cháng",)) == [long, variant, name, grow]
    assert rank([name, variant, grow, long], ()) == [grow, long, variant, name]
    # A neutral or unmarked tone of the text still prefers the same letters.
    assert rank([grow, long], ("chang",)) == [long, grow]
    assert rank([], ("cháng",)) == []


@given(st.permutations([entry("cháng"), entry("zhǎng"), entry("Cháng"), entry("cháng", "x")]))
def test_ranking_loses_nothing(entries: list[Entry]) -> None:
    assert sorted(map(repr, rank(entries, ("cháng",)))) == sorted(map(repr, entries))


def kinds(base: type[errors.XiduError]) -> list[type[errors.XiduError]]:
    return [base, *(k for child in base.__subclasses__() for k in kinds(child))]


class Everything(dict[str, object]):
    """A field for every name a template asks for."""

    def __missing__(self, name: str) -> object:
        return f"<{name}>"


@pytest.mark.parametrize("kind", kinds(errors.XiduError), ids=lambda kind: kind.__name__)
def test_an_error_is_one_sentence_made_of_its_fields(kind: type[errors.XiduError]) -> None:
    seen = Everything()
    sentence = kind.template.format_map(seen)
    assert sentence.endswith(".")
    assert sentence[0] == "“" or sentence[0].isupper() or sentence[0] == "<"
    assert "\n" not in sentence
    assert ". " not in sentence.replace("safe. Please", "safe; please")
    import string

    names = {name for _, name, _, _ in string.Formatter().parse(kind.template) if name}
    error = kind(**{name: f"{{{name}}} 5 % <b>" for name in names})
    assert all(f"{{{name}}} 5 % <b>" in str(error) for name in names)


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a\nb", "a\\nb"), ("甲　乙.txt", "甲　乙.txt"), ("x\u202egpj.exe", "x\\u202egpj.exe"),
     ("\ud800", "\\ud800"), ("𠮷", "𠮷"), ("a\u2028b", "a\\u2028b"), ("\x1b[2J", "\\x1b[2J")],
)  # fmt: skip
def test_a_name_cannot_break_the_line_or_turn_it_around(name: str, shown: str) -> None:
    error = errors.FileMissing(path=name)
    assert str(error) == f"There is no file “{shown}”."
    assert error.fields == {"path": shown}
