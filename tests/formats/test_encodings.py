"""Which encoding a text has, and what is no text."""

import os
import random
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import (
    FileEmpty,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    NotAFile,
    NotText,
    XiduError,
)
from reader.formats import from_text, load, opening
from reader.formats.encodings import decode, detect

SIMPLIFIED = [
    "今天天气很好，我们去公园吧。",
    "新华社北京电中共中央总书记",
    "床前明月光，疑是地上霜。举头望明月",
    "他说：“明天我要去上海工作。”",
    "第一章　风雪山神庙\n　　话说当日林冲",
    "推动长三角一体化发展取得新突破",
]
TRADITIONAL = [
    "今天天氣很好，我們去公園吧。",
    "話說天下大勢，分久必合，合久必分",
    "臺灣的經濟發展與社會問題，值得討論",
    "他說：「明天我要去臺北工作。」",
]


@pytest.mark.parametrize("text", SIMPLIFIED + TRADITIONAL)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "gb18030"])
def test_unicode_and_gb18030(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert decode(data, detect(data)) == text


@pytest.mark.parametrize("text", TRADITIONAL)
def test_big5(text: str) -> None:
    data = text.encode("big5")
    assert decode(data, detect(data)) == text


@pytest.mark.parametrize(
    ("codec", "bom"),
    [("utf-8-sig", b"\xef\xbb\xbf"), ("utf-16", b"\xff\xfe"), ("utf-32", b"\xff\xfe\0\0")],
)
def test_byte_order_marks_are_no_text(codec: str, bom: bytes) -> None:
    data = "一𠮷。".encode(codec)
    assert data.startswith(bom)
    assert decode(data, detect(data)) == "一𠮷。"
    assert decode(data, codec) == "一𠮷。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "gb18030", "big5"])
def test_a_text_cut_inside_its_last_character(encoding: str) -> None:
    text = "話說天下大勢，分久必合，合久必分。" * 3
    data = text.encode(encoding)[:-1]
    read = decode(data, detect(data))
    assert read[:-1] == text[:-1]


def test_a_broken_byte_does_not_decide() -> None:
    data = bytearray("推动长三角一体化发展取得新的重大突破。".encode())
    data[10] = 0xFF
    assert detect(bytes(data)) == "utf-8"
    assert "重大突破" in decode(bytes(data), "utf-8")


@pytest.mark.parametrize(
    "text", ["hello, world", "a\0b你好，今天天气", "x", "中", "\u2028一\ufffe二\xa0三"]
)
def test_odd_but_text(text: str) -> None:
    data = text.encode()
    assert decode(data, detect(data)) == text


def test_latin_text_of_other_systems() -> None:
    data = "Liebe Grüße aus München, das ist ein längerer Satz mit Umlauten.".encode("cp1252")
    assert "Grüße" in decode(data, detect(data))


_RANDOM = random.Random(7)
BINARY = {
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "elf": b"\x7fELF\x02\x01\x01" + bytes(60),
    "zip": b"PK\x03\x04\x14\0\0\0\x08\0",
    "nothing but NUL": bytes(100),
    "random": _RANDOM.randbytes(4000),
    "random, short": _RANDOM.randbytes(64),
    "compressed": zlib.compress(_RANDOM.randbytes(3000)),
    "controls": bytes(range(1, 9)) * 20,
}


@pytest.mark.parametrize("name", BINARY)
def test_binary_data_is_no_text(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotText):
        detect(BINARY[name])
    path = tmp_path / "f.txt"
    path.write_bytes(BINARY[name])
    with pytest.raises(NotText):
        load(path)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        encoding = detect(data, "x")
    except NotText:
        return
    decode(data, encoding).encode("utf-8")


@given(st.text(max_size=200))
def test_pasted_text_agrees_with_its_bytes(text: str) -> None:
    try:
        source = from_text("x", text)
    except FileEmpty:
        return
    assert decode(source.data, source.encoding) == source.text
    assert len(source.sha256) == 64


def test_lone_surrogates_are_replaced_and_pairs_put_together() -> None:
    assert from_text("a\ud800", "一\udc00二\ud842\udfb7").text == "一\ufffd二𠮷"
    assert from_text("a\ud800", "x").name == "a\ufffd"


def test_files_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty, blank, big = tmp_path / "e", tmp_path / "b", tmp_path / "g"
    empty.write_bytes(b"")
    blank.write_text(" \n\u3000", encoding="utf-8")
    big.write_bytes(b"x" * 2_000_001)
    monkeypatch.setattr(opening, "LIMIT_MEGABYTES", 2)
    pipe = tmp_path / "p"
    os.mkfifo(pipe)
    cases: list[tuple[Path, type[XiduError]]] = [
        (tmp_path / "none", FileMissing),
        (empty / "below", FileMissing),
        (tmp_path, NotAFile),
        (pipe, NotAFile),
        (empty, FileEmpty),
        (blank, FileEmpty),
        (big, FileTooLarge),
        (tmp_path / ("n" * 300), FileUnreadable),
        (Path("a\0b"), FileUnreadable),
    ]
    for path, error in cases:
        with pytest.raises(error) as caught:
            load(path)
        assert "\n" not in str(caught.value)


def test_an_encoding_given_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "f.txt"
    path.write_bytes("話說天下大勢".encode("big5"))
    assert load(path, "big5").text == "話說天下大勢"
    with pytest.raises(NotText):
        load(path, "no-such-codec")
