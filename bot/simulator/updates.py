"""The updates a bot has not confirmed yet.

They live for 24 hours, are confirmed by a higher offset, and exist only for the kinds the bot asked for.
Source: core.telegram.org/bots/api#getting-updates
"""

from bot.simulator.records import Bot, Json, Pending
from bot.simulator.schema import Misfit, check_of
from bot.simulator.world import World

LIFETIME = 86400.0
FARTHEST_SKIP = 10
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
MOST = 100


class SimulatorBug(Exception):
    """An answer or update of ours that the Bot API's table does not allow."""


def wants(bot: Bot, kind: str) -> bool:
    if not bot.allowed_updates:
        return kind not in NOT_BY_DEFAULT
    return kind in bot.allowed_updates


def enqueue(world: World, bot: Bot, kind: str, content: Json, *, lane: int = 0) -> None:
    """Store one update for `bot`, if it asked for that kind. Raises SimulatorBug if it does not fit the table."""
    if not wants(bot, kind):
        return
    update_id = next_update_id(world, bot)
    body = {"update_id": update_id, kind: content}
    try:
        check_of("Update")(body)
    except Misfit as misfit:
        raise SimulatorBug(f"update {kind}: {misfit}") from misfit
    _store(world, bot, update_id, body, lane)


def next_update_id(world: World, bot: Bot) -> int:
    # Telegram starts anywhere; a number that differs from bot to bot keeps clients from assuming 1.
    return world.tables.count(f"updates:{bot.id}", start=100_000_000 + bot.id * 7919 % 800_000_000)


def enqueue_poison(world: World, bot: Bot) -> None:
    """An update no client can parse: a callback query without its person."""
    update_id = next_update_id(world, bot)
    _store(world, bot, update_id, {"update_id": update_id, "callback_query": {"id": 17}}, 0)


def _store(world: World, bot: Bot, update_id: int, body: Json, lane: int) -> None:
    pending = Pending(bot=bot.id, id=update_id, body=body, expires=world.clock.time() + LIFETIME, lane=lane)
    world.tables.put(pending)
    world.on_update(bot.id)


def waiting(world: World, bot: Bot) -> list[Pending]:
    """Unexpired updates, oldest first; the expired ones are forgotten on the way."""
    now = world.clock.time()
    fresh: list[Pending] = []
    for pending in world.tables.all(Pending):
        if pending.bot != bot.id:
            continue
        if pending.expires > now:
            fresh.append(pending)
        else:
            world.tables.drop(pending)
    return fresh


def confirm(world: World, bot: Bot, offset: int) -> None:
    """Forget what lies below `offset`; a negative one keeps only that many of the newest."""
    pending = waiting(world, bot)
    if not pending or offset == 0:
        return
    if offset < 0:
        gone = pending[:offset]
    elif offset > pending[-1].id + 1 + FARTHEST_SKIP:
        gone = []
    else:
        gone = [p for p in pending if p.id < offset]
    for one in gone:
        world.tables.drop(one)


def drop_all(world: World, bot: Bot) -> None:
    for pending in waiting(world, bot):
        world.tables.drop(pending)


def batch(world: World, bot: Bot, limit: int | None) -> list[Json]:
    most = MOST if not limit else max(1, min(MOST, limit))
    return [p.body for p in waiting(world, bot)[:most]]


def remember_allowed(world: World, bot: Bot, given: list[str] | None) -> None:
    """An absent list keeps the former one; an empty one means the default kinds."""
    if given is not None and given != (bot.allowed_updates or []):
        bot.allowed_updates = given or None
        world.tables.put(bot)


def others(world: World, chat_id: int, but: int) -> list[Bot]:
    """Bots in a chat that may see its messages. Bots never see other bots' messages."""
    return [b for b in world.bots_in(chat_id) if b.id != but]
