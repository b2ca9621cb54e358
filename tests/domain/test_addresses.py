"""Addresses: what is made is parsed again, and nonsense is nothing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.domain.addresses import (
    Address,
    MarkAddress,
    PlaceAddress,
    found_in,
    parse,
    written,
)
from reader.domain.places import Span

MARK = MarkAddress("0123456789abcdef0123456789abcdef")
TEXT = PlaceAddress("fedcba9876543210")
PLACE = PlaceAddress("fedcba9876543210", Span(12, 3, 8), "人民“银行”&?#")

spans = st.builds(
    lambda paragraph, start, size: Span(paragraph, start, start + size),
    st.integers(0, 10**8),
    st.integers(0, 10**8),
    st.integers(0, 10**6),
)
places = st.builds(
    PlaceAddress,
    st.from_regex(r"[0-9a-f]{16,64}", fullmatch=True),
    spans,
    st.text(st.characters(exclude_categories=["Cs"]), max_size=120),
)


@pytest.mark.parametrize("address", [MARK, TEXT, PLACE])
def test_it_is_parsed_again(address: Address) -> None:
    assert parse(written(address)) == address
    assert (
        list(found_in(f"见（{written(address)}）。[词]({written(address)}), 完")) == [address] * 2
    )


@given(places)
@example(PlaceAddress("0" * 16, Span(0, 0, 0), "\x00 \n+%2f;&quote=x"))
def test_every_place_is_parsed_again(address: PlaceAddress) -> None:
    made = written(address)
    assert made.isascii()
    assert not set(made) & set(" ()[]<>\"'")
    assert parse(made) == address
    assert list(found_in(f"({made})。")) == [address]


@given(st.text() | st.text(alphabet="xidu:/mark?=&%.-#@0123456789abcdef[]", max_size=60))
@example("xidu:text/" + "0" * 16 + "?at=1.5-2")
@example("xidu://mark/" + "0" * 32)
@example("xidu:mark/" + "0" * 32 + "#x")
@example("http://[::1/xidu:mark/")
@example("xidu:mark/" + "0" * 10_000)
@example("xidu:text/" + "0" * 16 + "?at=²³.1-2")
def test_nonsense_is_nothing_or_something_sound(text: str) -> None:
    address = parse(text)
    if isinstance(address, MarkAddress):
        assert len(address.mark) == 32
    elif address is not None:
        assert len(address.text) >= 16
        assert address.span is None or address.span.start <= address.span.end
    for found in found_in(text):
        assert parse(written(found)) == found


def test_what_is_no_address() -> None:
    wrong = ("", "xidu:", "xidu:mark/12", "http://x/mark/" + MARK.mark, "xidu:mark/" + "g" * 32)
    assert [parse(text) for text in wrong] == [None] * 5
    at = parse("xidu:text/" + "0" * 16 + "?at=nowhere&quote=x")
    assert at == PlaceAddress("0" * 16)


def test_a_long_quote_is_cut() -> None:
    parsed = parse(written(PlaceAddress("0" * 16, Span(0, 0, 500), "长" * 500)))
    assert isinstance(parsed, PlaceAddress)
    assert parsed.quote == "长" * 120


def test_a_lone_surrogate_does_no_harm() -> None:
    assert parse(written(PlaceAddress("0" * 16, Span(0, 0, 1), "\ud800"))) is not None
