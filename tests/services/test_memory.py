"""What a chat is in the middle of: enough to go on, nothing of what is private."""

from bot.services.memory import LASTS, MOST_HIDDEN, Asked, Memory
from storage.database import Database
from tests.conftest import HandClock

CHAT = 5


async def test_what_can_be_hidden_still_can_after_an_ordinary_question(
    db: Database, clock: HandClock
) -> None:
    memory = Memory(db, clock=clock)
    await memory.keep_shown(CHAT, [11, 12], lang="it")
    await memory.keep(CHAT, Asked(question="ascensore rotto", card="ascensore"))
    await memory.keep_shown(CHAT, [15], lang="it")
    assert await memory.shown(CHAT) == (11, 12, 15)
    await memory.keep_shown(CHAT, range(100, 200), lang="it")
    assert len(await memory.shown(CHAT)) == MOST_HIDDEN


async def test_a_follow_up_finds_the_card_shown_beside_help(db: Database, clock: HandClock) -> None:
    """The question is not kept, the ordinary card it got is."""
    memory = Memory(db, clock=clock)
    await memory.keep_shown(CHAT, [11], lang="it", card="riscaldamento")
    assert await memory.last_card(CHAT) == "riscaldamento"
    assert await memory.asked(CHAT) is None
    assert await memory.was_private(CHAT)
    clock.forward(minutes=LASTS.total_seconds() / 60 + 1)
    assert await memory.last_card(CHAT) is None
    assert not await memory.was_private(CHAT)


async def test_only_the_next_message_is_for_a_person(db: Database, clock: HandClock) -> None:
    memory = Memory(db, clock=clock)
    await memory.keep_shown(CHAT, [11], lang="it", to_person=True)
    assert await memory.for_person(CHAT)
    await memory.keep_shown(CHAT, [12], lang="it")
    assert not await memory.for_person(CHAT)
