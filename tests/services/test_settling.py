"""Doubtful channel posts against a real receiver: found or sent again, never spoilt, and asked about otherwise."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.core.delivery import Delivery
from bot.core.outcome import Sent
from bot.core.outgoing import Outgoing
from bot.core.pace import Limits, Pace
from bot.core.priority import Priority
from bot.core.richtext import RichText
from bot.core.settling import Absent, Blind, Safety, Seen
from bot.gateway import Gateway
from bot.services.outbox import Sender
from bot.services.settling import ADRIFT, Settling, Timing
from bot.transport import AiohttpRequest
from storage import outbox, sending
from storage.database import Database, Transaction
from tests.conftest import HandClock
from tests.simulator.conftest import BOT, JOURNALIST, PRESS, TENANT, TOKEN, Sim, until
from tests.simulator.conftest import running as simulator

LOOK = "stopMessageLiveLocation"
QUICK = Timing(wait=0.05, again=0.02, between=0.0, blind=0.02, patience=5.0)


@dataclass
class Channel:
    """The press channel of a simulator, the bot's own gateway to it, and the bot's rows."""

    sim: Sim
    gateway: Gateway
    db: Database
    clock: HandClock
    held: list[int] = field(default_factory=list)

    async def queue(self, *texts: str) -> None:
        """Posts for the channel."""
        for text in texts:
            async with self.db.write() as tx:
                await outbox.add(
                    tx,
                    chat_id=PRESS,
                    item=Outgoing(text=RichText(text)),
                    once_key=text,
                    topic=text,
                    priority=Priority.NEWS,
                    due_at=self.clock(),
                    now=self.clock(),
                )

    async def claimed(self, text: str) -> Delivery:
        """A row as a crash right after the claim leaves it."""
        await self.queue(text)
        due = await sending.next_due(self.db, now=self.clock(), limit=1)
        async with self.db.write() as tx:
            delivery = await sending.claim(tx, due[0].id, now=self.clock())
        assert delivery is not None
        return delivery

    async def stands(self) -> list[str]:
        """The texts in the channel, in order."""
        return [message["text"] for message in await self.sim.messages(PRESS) if not message.get("deleted")]

    async def fates(self) -> dict[str, tuple[str, int | None]]:
        """Key → state and id."""
        return {fate.once_key: (fate.state, fate.message_id) for fate in await outbox.fates(self.db)}

    async def looks(self) -> int:
        """How often the bot has looked at an id."""
        return sum(call["method"] == LOOK for call in await self.sim.get("log", limit=100_000))

    async def rights(self, **rights: bool) -> None:
        """Change the bot's rights."""
        await self.sim.post(f"chats/{PRESS}/rights", user=BOT, rights=rights)

    async def other(self, text: str) -> int:
        """Somebody else's post; its id."""
        return int((await self.sim.post(f"chats/{PRESS}/post", text=text))["message_id"])

    async def fail(self, kind: str, *, method: str = "sendMessage", **more: Any) -> None:
        """The next such call goes wrong."""
        await self.sim.post("faults", method=method, kind=kind, **more)

    async def held_(self, _tx: Transaction, delivery: Delivery, _now: object) -> None:
        """Staff are asked."""
        self.held.append(delivery.id)

    def settling(self, *channels: int, timing: Timing = QUICK) -> Settling:
        """Quick."""
        return Settling(self.db, self.gateway, channels=channels, timing=timing)

    @asynccontextmanager
    async def sending(self, settling: Settling | None = None) -> AsyncIterator[Sender]:
        """The sender, running."""
        fast = Pace(Limits(overall=10_000, bulk=10_000, chat=10_000, group_per_minute=600_000))
        sender = Sender(
            self.db,
            self.gateway,
            pace=fast,
            clock=self.clock,
            on_lost=_nobody,
            settling=settling or self.settling(),
            down_wait=0.01,
        )
        sender.on_held = self.held_
        task = asyncio.create_task(sender.run())
        try:
            yield sender
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def done(self) -> None:
        """Wait until no row waits or is on its way."""

        async def finished() -> bool:
            return await outbox.unfinished(self.db) == 0

        await until(finished)


async def _nobody(_tx: Transaction, _delivery: Delivery) -> None:
    """A lost chat has nothing else here."""


@pytest.fixture
async def channel(db: Database, clock: HandClock) -> AsyncIterator[Channel]:
    """One post, "prima", stands and is known."""
    async with simulator() as sim:
        await sim.post("limits", scale=None)
        bot = ExtBot[None](
            TOKEN,
            base_url=f"{sim.base}/bot",
            request=AiohttpRequest(read_timeout=5),
            get_updates_request=AiohttpRequest(connections=1),
        )
        await bot.initialize()
        one = Channel(sim, Gateway(bot), db, clock)
        await one.queue("prima")
        async with one.sending():
            await one.done()
        yield one
        await bot.shutdown()


async def test_a_post_whose_answer_was_lost_is_found_and_not_sent_again(channel: Channel) -> None:
    """It stands once, and the row knows where."""
    await channel.fail("drop_after")
    await channel.queue("dubbia")
    async with channel.sending():
        await channel.done()
    assert await channel.stands() == ["prima", "dubbia"]
    ids = [message["message_id"] for message in await channel.sim.messages(PRESS)]
    assert (await channel.fates())["dubbia"] == ("sent", ids[-1])
    assert channel.held == []


@pytest.mark.parametrize("kind", ["drop_before", "502"])
async def test_a_post_that_never_arrived_is_sent_again(channel: Channel, kind: str) -> None:
    """Once."""
    await channel.fail(kind)
    await channel.queue("dubbia")
    async with channel.sending():
        await channel.done()
    assert await channel.stands() == ["prima", "dubbia"]
    assert channel.held == []


@pytest.mark.parametrize("kind", ["drop_before", "drop_after"])
async def test_nothing_newer_goes_to_the_channel_while_one_is_settled(channel: Channel, kind: str) -> None:
    """The channel reads in order."""
    await channel.fail(kind)
    await channel.queue("uno", "due", "tre")
    async with channel.sending():
        await channel.done()
    assert await channel.stands() == ["prima", "uno", "due", "tre"]


@pytest.mark.parametrize("arrived", [True, False])
async def test_what_a_crash_left_on_its_way_is_settled_at_the_next_start(
    channel: Channel, *, arrived: bool
) -> None:
    """Among posts of others, before anything newer."""
    delivery = await channel.claimed("dubbia")
    await channel.other("di un altro")
    if arrived:
        assert isinstance(delivery.item, Outgoing)
        assert isinstance(await channel.gateway.send(PRESS, delivery.item), Sent)
    await channel.queue("dopo")
    async with channel.sending():
        await channel.done()
    assert await channel.stands() == ["prima", "di un altro", "dubbia", "dopo"]
    assert channel.held == []


async def test_looking_changes_nothing_in_the_channel(channel: Channel) -> None:
    """Neither our posts nor others', nor the people's chat lists."""
    theirs = await channel.other("di un altro")
    before = await channel.sim.messages(PRESS)
    assert await channel.gateway.look(PRESS, theirs - 1) is Seen.OWN
    assert await channel.gateway.look(PRESS, theirs) is Seen.OTHER
    assert await channel.gateway.look(PRESS, theirs + 1) is Seen.ABSENT
    assert isinstance(await channel.gateway.look(-1009, 1), Blind)
    assert await channel.sim.messages(PRESS) == before


@pytest.mark.parametrize("rights", [{"can_edit_messages": True}, {"can_post_messages": False}])
async def test_without_the_right_rights_nobody_looks_and_staff_are_asked(
    channel: Channel, rights: dict[str, bool]
) -> None:
    """Own and others' posts could not be told apart."""
    delivery = await channel.claimed("dubbia")
    await channel.other("di un altro")
    await channel.rights(**rights)
    looks = await channel.looks()
    async with channel.sending():
        await channel.done()
    assert channel.held == [delivery.id]
    assert (await channel.fates())["dubbia"] == ("unsure", None)
    assert await channel.looks() == looks
    assert await channel.stands() == ["prima", "di un altro"]


async def test_rights_that_change_during_the_wait_are_noticed(channel: Channel) -> None:
    """They are asked for before and after."""
    delivery = await channel.claimed("dubbia")
    await channel.other("di un altro")
    slow = Timing(wait=0.0, again=0.3, between=0.0, blind=0.02, patience=5.0)
    async with channel.sending(channel.settling(timing=slow)):

        async def looking() -> bool:
            return await channel.looks() > 0

        await until(looking)
        await channel.rights(can_edit_messages=True)
        await channel.done()
    assert channel.held == [delivery.id]


async def test_something_removed_where_it_may_have_stood_is_for_a_person(channel: Channel) -> None:
    """Nobody posts again what an editor took away."""
    delivery = await channel.claimed("dubbia")
    gone = await channel.other("tolto")
    await channel.other("di un altro")
    assert await channel.gateway.delete(PRESS, gone)
    async with channel.sending():
        await channel.done()
    assert channel.held == [delivery.id]


async def test_two_rows_in_doubt_in_one_channel_are_both_for_a_person(channel: Channel) -> None:
    """The post that is found could be either."""
    first = await channel.claimed("una")
    second = await channel.claimed("altra")
    assert isinstance(first.item, Outgoing)
    await channel.gateway.send(PRESS, first.item)
    async with channel.sending():
        await channel.done()
    assert sorted(channel.held) == [first.id, second.id]
    assert await channel.stands() == ["prima", "una"]


async def test_looks_that_are_not_answered_are_repeated(channel: Channel) -> None:
    """A proxy's error, a lost connection, a 429: none of them is an answer."""
    await channel.fail("drop_after")
    for kind in ("502", "drop_before", "bad_json"):
        await channel.fail(kind, method=LOOK)
    await channel.fail("502", method="getChatMember")
    await channel.queue("dubbia")
    async with channel.sending():
        await channel.done()
    assert await channel.stands() == ["prima", "dubbia"]
    assert channel.held == []


async def test_a_telegram_that_never_says_leaves_it_to_a_person(channel: Channel) -> None:
    """After the patience is used up, the channel goes on."""
    await channel.fail("drop_after")
    await channel.fail("502", method=LOOK, times=100_000)
    await channel.queue("dubbia", "dopo")
    brief = Timing(wait=0.02, again=0.0, between=0.0, blind=0.02, patience=0.3)
    async with channel.sending(channel.settling(timing=brief)):
        await channel.done()
    assert len(channel.held) == 1
    assert await channel.stands() == ["prima", "dubbia", "dopo"]


async def test_an_end_during_the_settling_is_quick_and_the_next_start_begins_anew(channel: Channel) -> None:
    """The row still says that it is on its way."""
    await channel.fail("drop_after")
    await channel.queue("dubbia")
    patient = Timing(wait=60.0)
    async with channel.sending(channel.settling(timing=patient)):

        async def asked() -> bool:
            log = await channel.sim.get("log", limit=100_000)
            return bool(log[-1]["method"] == "getChatMember")

        await until(asked)
    assert (await channel.fates())["dubbia"] == ("sending", None)
    async with channel.sending():
        await channel.done()
    assert await channel.stands() == ["prima", "dubbia"]
    assert (await channel.fates())["dubbia"][0] == "sent"


async def test_the_high_water_moves_past_what_the_rows_have_forgotten(channel: Channel) -> None:
    """After a restored backup a forgotten post of ours is not taken for the next doubtful one."""
    await channel.gateway.send(PRESS, Outgoing(text=RichText("dimenticata")))
    async with channel.sending(channel.settling(PRESS)):

        async def moved() -> bool:
            ids = [message["message_id"] for message in await channel.sim.messages(PRESS)]
            return bool(await sending.high_water(channel.db, PRESS) == ids[-1])

        await until(moved)
        await channel.fail("drop_before")
        await channel.queue("dubbia")
        await channel.done()
    assert await channel.stands() == ["prima", "dimenticata", "dubbia"]


async def test_a_start_that_cannot_look_around_keeps_no_post_waiting(channel: Channel) -> None:
    """Telegram is slow with looks: posts go on."""
    await channel.queue("poi")
    async with channel.sending(channel.settling(PRESS, timing=replace(QUICK, bearings=0.0))):
        await channel.done()
    assert await channel.stands() == ["prima", "poi"]


async def test_a_known_post_ends_the_doubt_about_what_stood_before(channel: Channel) -> None:
    """Its id is above all that; until there is one, a doubt is for a person."""
    settling = channel.settling(PRESS, timing=replace(QUICK, bearings=0.0))
    await settling.take_bearings(PRESS)
    delivery = await channel.claimed("dubbia")
    assert await settling.settle(delivery) == ADRIFT
    settling.posted(PRESS)
    assert isinstance(await settling.settle(delivery), Absent)


async def test_staff_hear_of_rights_that_forbid_looking_and_of_their_return(channel: Channel) -> None:
    """At the start and when they change."""
    told: list[bool] = []

    async def on_rights(safe: bool) -> None:
        told.append(safe)

    settling = channel.settling(PRESS)
    settling.on_rights = on_rights
    assert await settling.check_rights(PRESS) is Safety.SAFE
    await channel.rights(can_edit_messages=True)
    assert await settling.check_rights(PRESS) is Safety.UNSAFE
    await channel.rights(can_edit_messages=False)
    assert await settling.check_rights(PRESS) is Safety.SAFE
    assert told == [True, False, True]


async def test_an_answer_in_a_private_chat_is_found_among_other_peoples_messages(channel: Channel) -> None:
    """Two messages of it stand; a notice that a row knows, and the person's own words, are not taken for it."""
    asked = await channel.sim.say(TENANT, "e adesso?")
    await channel.sim.say(JOURNALIST, "io scrivo altro")
    first = await channel.gateway.send(TENANT, Outgoing(text=RichText("uno")))
    await channel.sim.say(JOURNALIST, "e ancora")
    second = await channel.gateway.send(TENANT, Outgoing(text=RichText("due")))
    assert isinstance(first, Sent)
    assert isinstance(second, Sent)
    settling = channel.settling()
    assert await settling.arrived(TENANT, above=asked["message_id"]) == [first.message_id, second.message_id]
    assert await settling.arrived(TENANT, above=first.message_id) == [second.message_id]
    assert await settling.arrived(JOURNALIST, above=asked["message_id"]) == []


async def test_where_telegram_does_not_say_an_answer_counts_as_not_sent(channel: Channel) -> None:
    """Twice is better than never."""
    await channel.gateway.send(TENANT, Outgoing(text=RichText("uno")))
    await channel.fail("502", method=LOOK)
    assert await channel.settling().arrived(TENANT, above=0) == ()
