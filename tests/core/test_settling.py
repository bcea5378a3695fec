"""What was seen in the channel decides, and where it does not, a person does."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.delivery import Delivery, Done, Hold, Operation, Retry
from bot.core.outgoing import ContactCard, Outgoing
from bot.core.richtext import RichText
from bot.core.settling import (
    FARTHEST,
    MISSES,
    MOST_ATTEMPTS,
    REACH,
    Absent,
    Seen,
    There,
    Undecided,
    Verdict,
    Window,
    can_be_looked_for,
    decide,
    next_look,
    next_private_look,
    reach,
    step_after,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
POST = Outgoing(text=RichText("notizia"))


def delivery(**other: object) -> Delivery:
    """A claimed channel post."""
    given: dict = {
        "id": 1,
        "chat_id": -100,
        "thread_id": None,
        "topic": None,
        "operation": Operation.SEND,
        "target_id": None,
        "repeatable": False,
        "item": POST,
        "attempt": 1,
        "high_water": 100,
    }
    return Delivery(**given | other)


def looked(channel: dict[int, Seen], window: Window) -> tuple[Verdict, list[int]]:
    """The verdict on a channel, and the ids looked at."""
    seen: dict[int, Seen] = {}
    while (number := next_look(window, seen)) is not None:
        seen[number] = channel.get(number, Seen.ABSENT)
    return decide(window, seen), list(seen)


def test_the_one_post_of_ours_above_the_high_water_is_the_one_in_doubt() -> None:
    """Whatever others have posted around it."""
    channel = {101: Seen.OTHER, 102: Seen.OWN, 103: Seen.OTHER}
    assert looked(channel, Window(above=100))[0] == There(102)


def test_where_only_others_have_posted_it_never_arrived() -> None:
    """The high water moves past them, so that the next window is small."""
    assert looked({101: Seen.OTHER, 102: Seen.OTHER}, Window(above=100))[0] == Absent(102)
    assert looked({}, Window(above=100))[0] == Absent(100)


def test_a_gap_below_a_later_post_may_be_ours_that_somebody_removed() -> None:
    """Posting it again against an editor's will, or losing it: a person decides."""
    verdict, _ = looked({102: Seen.OTHER}, Window(above=100))
    assert isinstance(verdict, Undecided)


def test_two_unknown_posts_of_ours_are_for_a_person() -> None:
    """After a restored backup, say: the rows know less than the channel."""
    verdict, _ = looked({101: Seen.OWN, 103: Seen.OWN}, Window(above=100))
    assert isinstance(verdict, Undecided)


@pytest.mark.parametrize("window", [Window(above=None), Window(above=100, rivals=1)])
def test_without_a_lower_bound_or_with_a_rival_nothing_is_decided(window: Window) -> None:
    """What is found could be another's."""
    assert isinstance(decide(window, {101: Seen.OWN}), Undecided)


def test_an_id_that_a_row_knows_is_never_looked_at_nor_taken() -> None:
    """It is that row's."""
    window = Window(above=100, known=frozenset({101, 103}))
    verdict, numbers = looked({101: Seen.OWN, 102: Seen.OTHER, 103: Seen.OWN}, window)
    assert verdict == Absent(103)
    assert not {101, 103} & set(numbers)


def test_a_channel_full_of_news_of_others_is_not_read_for_ever() -> None:
    """A person looks instead."""
    verdict, numbers = looked(dict.fromkeys(range(101, 2000), Seen.OTHER), Window(above=100))
    assert isinstance(verdict, Undecided)
    assert len(numbers) == FARTHEST


@given(
    others=st.sets(st.integers(101, 140)),
    own=st.none() | st.integers(101, 140),
    known=st.sets(st.integers(101, 140)),
)
def test_what_is_adopted_is_always_ours_and_unknown_and_nothing_ours_is_called_absent(
    others: set[int], own: int | None, known: set[int]
) -> None:
    """In any channel whose gaps are shorter than the looking."""
    own = None if own in known else own
    channel = dict.fromkeys(others, Seen.OTHER) | dict.fromkeys(known, Seen.OWN)
    if own is not None:
        channel[own] = Seen.OWN
    verdict, numbers = looked(channel, Window(above=100, known=frozenset(known)))
    assert not known & set(numbers)
    reached = own is not None and own in numbers
    match verdict:
        case There(message_id):
            assert message_id == own
        case Absent():
            assert not reached
            assert own is None or own > max(numbers)
        case Undecided():
            assert not reached


def test_ids_beyond_a_long_silence_are_not_looked_at() -> None:
    """Ids rise by one a message."""
    _, numbers = looked({}, Window(above=100))
    assert numbers == list(range(101, 101 + MISSES))


def test_only_a_post_that_shows_whose_it_is_can_be_looked_for() -> None:
    """Not a private message, not an edit, not a contact, not a forum's."""
    assert can_be_looked_for(delivery())
    assert not can_be_looked_for(delivery(chat_id=5))
    assert not can_be_looked_for(delivery(operation=Operation.EDIT, target_id=7))
    assert not can_be_looked_for(delivery(item=ContactCard(phone="1522", name="Aiuto")))
    assert not can_be_looked_for(delivery(thread_id=3))


@pytest.mark.parametrize("attempt", [1, 4])
def test_what_never_arrived_goes_again_at_once_before_anything_newer(attempt: int) -> None:
    """But not for ever: a post that Telegram keeps swallowing must not hold its channel."""
    again = step_after(delivery(attempt=attempt), Absent(100), now=NOW)
    assert again == Retry(NOW, "absent", whole_chat=True)
    assert isinstance(step_after(delivery(attempt=MOST_ATTEMPTS), Absent(100), now=NOW), Hold)


def test_the_other_verdicts_settle_or_ask() -> None:
    """There: done. Undecided: held."""
    assert step_after(delivery(), There(102), now=NOW) == Done(102)
    assert step_after(delivery(), Undecided("why"), now=NOW) == Hold("why")


def in_private(
    chat: dict[int, Seen], *, above: int, known: frozenset[int] = frozenset(), within: int = REACH
) -> dict[int, Seen]:
    """All that is looked at for an answer."""
    seen: dict[int, Seen] = {}
    while number := next_private_look(above, seen, known=known, within=within):
        seen[number] = chat.get(number, Seen.ABSENT)
    return seen


def test_an_answer_is_looked_for_between_other_peoples_messages() -> None:
    """Private chats count together: what is absent here is somebody else's, and ends nothing."""
    chat = {REACH: Seen.OWN}
    assert list(in_private(chat, above=0).values()).count(Seen.OWN) == 1
    assert len(in_private({}, above=0)) == REACH


def test_where_many_write_an_answer_is_looked_for_farther_up() -> None:
    """Theirs come between, before each of its messages."""
    chat = {REACH + 60: Seen.OWN, REACH + 60 + MISSES + 60: Seen.OWN}
    assert list(in_private(chat, above=0, within=reach(40)).values()).count(Seen.OWN) == 2
    assert list(in_private(chat, above=0, within=reach(1)).values()).count(Seen.OWN) == 0


def test_after_the_last_message_of_an_answer_little_more_is_looked_at() -> None:
    """And what a row knows as its own is not."""
    chat = {101: Seen.OWN, 103: Seen.OTHER, 104: Seen.OWN}
    seen = in_private(chat, above=100, known=frozenset({101}))
    assert [number for number, what in seen.items() if what is Seen.OWN] == [104]
    assert max(seen) == 104 + MISSES
