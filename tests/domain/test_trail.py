"""Back and forward, as in a browser."""

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.trail import MOST, Trail


def test_there_and_back() -> None:
    trail: Trail[str] = Trail()
    assert trail.back("a") is None
    trail.leave("a")
    trail.leave("b")
    assert trail.back("c") == "b"
    assert trail.back("b") == "a"
    assert [trail.can_go_back, trail.can_go_forward] == [False, True]
    assert trail.forward("a") == "b"
    assert trail.forward("b") == "c"
    assert trail.forward("c") is None


def test_a_new_jump_forgets_the_way_forward() -> None:
    trail: Trail[str] = Trail()
    trail.leave("a")
    assert trail.back("b") == "a"
    trail.leave("a")
    assert [trail.can_go_back, trail.can_go_forward] == [True, False]
    assert trail.back("x") == "a"


def test_a_place_where_one_is_already_is_passed_over() -> None:
    trail: Trail[str] = Trail()
    trail.leave("a")
    trail.leave("b")
    assert trail.back("b") == "a"


@given(st.lists(st.integers(0, 5), max_size=300))
def test_going_back_all_the_way_and_forward_again_ends_where_it_began(jumps: list[int]) -> None:
    trail: Trail[int] = Trail()
    here = -1
    for to in jumps:
        if to != here:
            trail.leave(here)
            here = to
    end, steps = here, 0
    while (place := trail.back(here)) is not None:
        here = place
        steps += 1
        assert steps <= MOST
    while (place := trail.forward(here)) is not None:
        here = place
        steps -= 1
    assert (here, steps) == (end, 0)
