"""Runs it all in one TaskGroup, until it is told to stop."""

import asyncio
from contextlib import AsyncExitStack
from functools import partial

import structlog

from bot import lifecycle, log, web
from bot.app.conversations import conversations
from bot.app.services import Services, build
from bot.app.telegram import Bot, application_of, open_bot
from bot.config import Config
from bot.inbox import Dispatcher, Poller
from bot.jobs import Tick, rearm, schedule
from bot.services.alarms import Alarms
from bot.services.clock import Clock, system_clock
from bot.services.clock_watch import ClockWatch
from bot.transport import AiohttpRequest
from handlers import menus
from handlers.tenants import other
from storage import inbox, outbox
from storage.database import Database
from storage.file import version_note

logger = structlog.get_logger(__name__)

DEAF_AFTER = 120.0  # seconds without a good poll after which /health says so


async def run(config: Config, *, clock: Clock = system_clock) -> None:
    """Run the bot until SIGTERM or SIGINT. Raises UserError or Corrupt where it cannot start."""
    stop = lifecycle.stop_on_signals()
    log.watch_loop(asyncio.get_running_loop())
    note = version_note()
    if note:
        logger.warning("sqlite_version", note=note)
    async with AsyncExitStack() as stack:
        db = await Database.open(config.storage.path)
        stack.push_async_callback(db.close)
        bot = await stack.enter_async_context(open_bot(config, stop))
        if stop.is_set():
            return
        services = await build(config, db, bot, stack, stop, clock)
        if services is not None:
            await _serve(config, db, bot, services, stack, stop, clock)


async def _serve(
    config: Config,
    db: Database,
    bot: Bot,
    services: Services,
    stack: AsyncExitStack,
    stop: asyncio.Event,
    clock: Clock,
) -> None:
    others = other.Other(services.tenants, services.memory, services.replies)
    handlers = conversations(config, services, others, clock)
    handle, jobs = await stack.enter_async_context(application_of(bot, handlers, others.failed))
    dispatcher = Dispatcher(
        bot,
        db,
        handle,
        clock=clock,
        on_trouble=services.alarms.update_failed,
        on_flood=others.too_fast,
        arrived=services.settling.arrived,
    )
    pulse = _Pulse(services.alarms)
    asking = AiohttpRequest(connections=2)
    await asking.initialize()
    stack.push_async_callback(asking.shutdown)
    poller = Poller(
        bot,
        asking,
        db,
        clock=clock,
        on_stored=dispatcher.stored,
        on_good=pulse.good,
        on_trouble=pulse.trouble,
    )
    if config.web.port is not None:
        runner = await web.serve(_health(db, pulse), host=config.web.host, port=config.web.port)
        stack.push_async_callback(runner.cleanup)
    schedule(jobs, _ticks(services), paused=lambda: db.fault is not None)
    await jobs.start()
    clock_watch = ClockWatch(db, clock=clock, wake=services.sender.wake, rearm=partial(rearm, jobs))
    logger.info("started", bot=bot.username, feeds=len(config.feeds))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(clock_watch.run())
            group.create_task(services.sender.run())
            group.create_task(dispatcher.run())
            group.create_task(poller.run())
            group.create_task(services.polling.run())
            group.create_task(menus.offer(services.gateway, services.staff))
            group.create_task(lifecycle.raise_when(stop))
    except* lifecycle.Stop:
        logger.info("stopping")


def _ticks(services: Services) -> list[Tick]:
    return [
        Tick(name="watch_the_database", seconds=1, work=services.storage_watch.look, always=True),
        Tick(name="look_for_withdrawn_news", seconds=5, work=services.withdrawals.look),
        Tick(name="learn_what_cards_mean", seconds=0.5, work=services.answers.catch_up),
        Tick(name="suggest_word_rules", seconds=15, work=services.word_rules.look),
        Tick(name="report_announcements", seconds=2, work=services.announcements.report),
        Tick(name="carry_out_decisions", seconds=5, work=services.accreditation.carry_out),
        Tick(name="forget_old_conversations", seconds=60, work=services.memory.forget_old),
        Tick(name="make_unreadable_what_was_deleted", seconds=5, work=services.retention.wipe),
        Tick(name="end_old_alarms", seconds=60, work=services.alarms.end_old),
        Tick(name="throw_away_what_is_old", seconds=300, work=services.retention.purge_when_due),
        Tick(name="tell_what_was_asked_in_vain", seconds=300, work=services.learning.weekly),
        Tick(name="back_up", seconds=60, work=services.backups.make_when_due),
    ]


class _Pulse:
    """When the last good poll was; staff hear when it has been too long."""

    def __init__(self, alarms: Alarms) -> None:
        self._alarms = alarms
        self._last_good = asyncio.get_running_loop().time()

    async def good(self) -> None:
        self._last_good = asyncio.get_running_loop().time()
        await self._alarms.end("polling")

    async def trouble(self, fault: str) -> None:
        await self._alarms.begin("polling", fault=fault)

    def silence(self) -> float:
        """Seconds since the last good poll."""
        return asyncio.get_running_loop().time() - self._last_good


def _health(db: Database, pulse: _Pulse) -> web.Health:
    async def facts() -> dict[str, object]:
        oldest = await outbox.oldest_pending(db)
        return {
            "ok": pulse.silence() < DEAF_AFTER,
            "seconds_since_good_poll": round(pulse.silence(), 1),
            "inbox": await inbox.backlog(db),
            "outbox_oldest_due": oldest.isoformat() if oldest else None,
        }

    return facts
