"""Telegram's limits, kept by deadlines."""

from bot.core.pace import Limits, Pace
from bot.core.priority import Priority


def sent_within(pace: Pace, seconds: float, chats: list[int], priority: Priority) -> list[tuple[float, int]]:
    """Send to the chats in turn as fast as the pace allows; (when, to whom)."""
    sent: list[tuple[float, int]] = []
    at, turn = 0.0, 0
    while True:
        chat = chats[turn % len(chats)]
        at += pace.wait(chat, priority, at=at)
        if at >= seconds:
            return sent
        pace.take(chat, priority, at=at)
        sent.append((at, chat))
        turn += 1


def most_in(sent: list[tuple[float, int]], window: float) -> int:
    """The most messages in any stretch of `window` seconds."""
    times = [at for at, _ in sent]
    return max(sum(1 for other in times if at <= other < at + window) for at in times)


def test_no_second_holds_more_than_telegram_allows() -> None:
    """Trap 4: the stock limiter lets 59 messages out in the first second."""
    sent = sent_within(Pace(Limits()), 10, list(range(1, 1000)), Priority.NEWS)
    assert 26 <= most_in(sent, 1.0) <= 30


def test_bulk_leaves_room_for_answers() -> None:
    """A broadcast stays below the overall limit, so an answer waits for one message, not for the queue."""
    pace = Pace(Limits())
    sent = sent_within(pace, 10, list(range(1, 1000)), Priority.BULK)
    assert most_in(sent, 1.0) <= 30
    assert len(sent) >= 10 * 28.5  # 95 % of Telegram's 30
    assert pace.wait(5000, Priority.REPLY, at=10.0) < 0.05


def test_a_channel_takes_no_more_than_twenty_a_minute() -> None:
    """The limit of groups holds for channels too."""
    sent = sent_within(Pace(Limits()), 180, [-100], Priority.NEWS)
    assert most_in(sent, 60.0) <= 22
    assert len(sent) >= 55


def test_a_429_for_one_chat_does_not_hold_up_the_others() -> None:
    """And it lasts exactly as long as Telegram said, whoever else finishes meanwhile (trap 4)."""
    pace = Pace(Limits())
    pace.halt(1, until=30.0)
    for at in range(10):
        pace.take(2, Priority.REPLY, at=float(at * 2))
    assert pace.wait(1, Priority.REPLY, at=20.0) == 10.0
    assert pace.wait(3, Priority.REPLY, at=25.0) == 0.0


def test_a_long_run_of_chats_is_not_kept_in_memory() -> None:
    """Ten thousand recipients leave no ten thousand deadlines behind."""
    pace = Pace(Limits(overall=1000, bulk=1000))
    for number in range(10_000):
        pace.take(number + 1, Priority.BULK, at=number * 0.1)
    assert len(pace._chats) < 2_000
