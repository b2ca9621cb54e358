"""The first cut of a text."""

import re
import sys

import pytest

from reader.domain.script import is_han
from reader.domain.words import WordKind
from reader.language.scan import HAN, scan

NUMBER, LATIN, PUNCTUATION = WordKind.NUMBER, WordKind.LATIN, WordKind.PUNCTUATION


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11月", [("11", NUMBER), ("月", None)]),
        ("增长5.2%，", [("增长", None), ("5.2%", NUMBER), ("，", PUNCTUATION)]),
        ("１２３．５％", [("１２３．５％", NUMBER)]),
        ("3,000人", [("3,000", NUMBER), ("人", None)]),
        ("1，2", [("1", NUMBER), ("，", PUNCTUATION), ("2", NUMBER)]),
        ("5G网", [("5G", LATIN), ("网", None)]),
        ("30GB", [("30GB", LATIN)]),
        ("1.5GB", [("1.5GB", LATIN)]),
        ("2019-2023", [("2019-2023", NUMBER)]),
        ("2019——2023", [("2019", NUMBER), ("——", PUNCTUATION), ("2023", NUMBER)]),
        ("1-9月", [("1-9", NUMBER), ("月", None)]),
        ("3-5G", [("3", NUMBER), ("-", PUNCTUATION), ("5G", LATIN)]),
        ("010-12345678", [("010-12345678", NUMBER)]),
        ("15：30", [("15：30", NUMBER)]),
        ("1：2023年", [("1", NUMBER), ("：", PUNCTUATION), ("2023", NUMBER), ("年", None)]),
        (
            "表1：2项",
            [("表", None), ("1", NUMBER), ("：", PUNCTUATION), ("2", NUMBER), ("项", None)],
        ),
        ("为-3℃", [("为", None), ("-3℃", NUMBER)]),
        ("歼-20", [("歼", None), ("-", PUNCTUATION), ("20", NUMBER)]),
        ("9·11", [("9·11", NUMBER)]),
        ("COVID-19 病", [("COVID-19", LATIN), (" ", PUNCTUATION), ("病", None)]),
        ("T恤", [("T", LATIN), ("恤", None)]),
        ("……——", [("……", PUNCTUATION), ("——", PUNCTUATION)]),
        ("。”", [("。", PUNCTUATION), ("”", PUNCTUATION)]),
        (" \n\t字", [(" \n\t", PUNCTUATION), ("字", None)]),
        ("①②", [("①②", NUMBER)]),
        ("⻓𠮷", [("⻓", PUNCTUATION), ("𠮷", None)]),
        ("\ud800\0", [("\ud800", PUNCTUATION), ("\0", PUNCTUATION)]),
    ],
)
def test_scan(text: str, expected: list[tuple[str, WordKind | None]]) -> None:
    assert list(scan(text)) == expected


def test_han_is_what_the_domain_calls_han() -> None:
    pattern = re.compile(f"[{HAN}]")
    wrong = [
        code
        for code in range(sys.maxunicode + 1)
        if (pattern.match(chr(code)) is not None) != is_han(chr(code))
    ]
    assert wrong == []
