"""What buttons carry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.buttons import (
    LIMIT,
    Action,
    Hide,
    NoneOfThese,
    NotThis,
    Person,
    PickQuarter,
    SendNumbers,
    ShowCard,
    decode,
    encode,
)

IDS = st.from_regex(r"[a-z0-9_-]{1,55}", fullmatch=True)
ACTIONS = st.one_of(
    IDS.map(ShowCard),
    IDS.map(NotThis),
    IDS.map(SendNumbers),
    IDS.map(PickQuarter),
    st.just(Person()),
    st.just(NoneOfThese()),
    st.lists(st.integers(1, 10**15 - 1), max_size=3).map(lambda also: Hide(tuple(also))),
)


@given(action=ACTIONS)
def test_what_is_written_is_read_again_and_fits(action: Action) -> None:
    assert decode(encode(action)) == action
    assert len(encode(action).encode()) <= LIMIT


@given(data=st.text(max_size=80))
def test_forged_data_never_raises(data: str) -> None:
    decode(data)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "card",
        "card:",
        "card:a b",
        "card:../x",
        "person:1",
        "other",
        "quarter:è",
        "nope:a",
        "hide:a",
        "hide:1.2.3.4",
    ],
)
def test_data_that_is_none_of_ours_means_nothing(data: str) -> None:
    assert decode(data) is None


def test_an_id_no_button_can_carry_is_refused() -> None:
    with pytest.raises(ValueError, match="button"):
        encode(ShowCard("x" * 60))
