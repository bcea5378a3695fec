"""The composition root: builds everything and runs it in one TaskGroup."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog
from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, BaseHandler, ContextTypes, ExtBot

from bot import catalogs, lifecycle, log, web
from bot.config import Config
from bot.config import routes as routes_of
from bot.core.delivery import Delivery
from bot.core.errors import UserError
from bot.core.pace import Limits, Pace
from bot.core.rights import Role
from bot.fetch import Fetcher
from bot.gateway import Gateway
from bot.inbox import Dispatcher, Poller
from bot.jobs import Tick, rearm, schedule
from bot.parser import Parser
from bot.services.accreditation import Accreditation
from bot.services.alarms import Alarms
from bot.services.announcements import Announcements
from bot.services.answers import Answers
from bot.services.backups import Backups
from bot.services.card_desk import CardDesk
from bot.services.card_import import CardImport
from bot.services.clock import Clock, system_clock
from bot.services.clock_watch import ClockWatch
from bot.services.desk import Desk
from bot.services.doubtful import Doubtful
from bot.services.feed_alarms import FeedAlarms
from bot.services.handoff import Handoff
from bot.services.learning import Learning
from bot.services.meaning import Meaning
from bot.services.memory import Memory
from bot.services.news import News
from bot.services.outbox import Sender
from bot.services.pictures import Pictures
from bot.services.polling import Polling
from bot.services.relevance import Relevance
from bot.services.replies import Replies
from bot.services.retention import Retention
from bot.services.settling import Settling
from bot.services.staff import Staff
from bot.services.storage_watch import StorageWatch
from bot.services.tenants import Tenants
from bot.services.withdrawals import Withdrawals
from bot.services.word_rules import WordRules
from bot.transport import AiohttpRequest
from handlers import menus, private_text
from handlers.journalists import join
from handlers.staff import accreditation as staff_accreditation
from handlers.staff import announcement as staff_announcement
from handlers.staff import card_files, new_card
from handlers.staff import cards as staff_cards
from handlers.staff import desk as staff_desk
from handlers.staff import learning as staff_learning
from handlers.staff import news as staff_news
from handlers.staff import rights as staff_rights
from handlers.staff import words as staff_words
from handlers.staff.editors import Editors
from handlers.staff.new_card import NewCards
from handlers.tenants import contacts, location, other, person, question, start
from storage import database, inbox, outbox, staff, tenants
from storage.database import Database, Transaction

logger = structlog.get_logger(__name__)

START_TRIES = 3  # times a rejected token is tried: one 401 may be a proxy's
DEAF_AFTER = 120.0  # seconds without a good poll after which /health says so

Bot = ExtBot[None]
Handlers = Sequence[BaseHandler[Update, ContextTypes.DEFAULT_TYPE, None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything that does something, ready to be handed to the handlers and jobs."""

    gateway: Gateway
    staff: Staff
    sender: Sender
    settling: Settling
    replies: Replies
    alarms: Alarms
    storage_watch: StorageWatch
    doubtful: Doubtful
    tenants: Tenants
    memory: Memory
    handoff: Handoff
    answers: Answers
    announcements: Announcements
    accreditation: Accreditation
    news: News
    polling: Polling
    withdrawals: Withdrawals
    word_rules: WordRules
    backups: Backups
    retention: Retention
    card_import: CardImport
    card_desk: CardDesk
    learning: Learning


async def run(config: Config, *, clock: Clock = system_clock) -> None:
    """Run the bot until SIGTERM or SIGINT. Raises UserError or Corrupt where it cannot start."""
    stop = lifecycle.stop_on_signals()
    log.watch_loop(asyncio.get_running_loop())
    note = database.version_note()
    if note:
        logger.warning("sqlite_version", note=note)
    async with AsyncExitStack() as stack:
        db = await Database.open(config.storage.path)
        stack.push_async_callback(db.close)
        bot = await stack.enter_async_context(_bot(config, stop))
        if stop.is_set():
            return
        services = await _services(config, db, bot, stack, stop, clock)
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
    others = other.Other(services.tenants, services.replies)
    handlers = _handlers(config, services, others, clock)
    handle, jobs = await stack.enter_async_context(_application(bot, handlers, others.failed))
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
    schedule(jobs, _ticks(services, clock), paused=lambda: db.fault is not None)
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


async def _services(
    config: Config, db: Database, bot: Bot, stack: AsyncExitStack, stop: asyncio.Event, clock: Clock
) -> Services | None:
    """Everything, ready; None where `stop` came before the database took anything."""
    telegram, texts = config.telegram, catalogs.texts(catalogs.SOURCE)
    fetcher = Fetcher(
        allow_private_networks=config.fetch.allow_private_networks, user_agent=config.fetch.user_agent
    )
    stack.push_async_callback(fetcher.close)
    gateway = Gateway(bot, pictures=Pictures(fetcher, clock=clock))
    pace = Pace(_limits(config))
    desk = Desk(group=telegram.staff_group)
    watch = StorageWatch(db, desk, gateway, texts)
    await db.probe()
    await watch.look()
    while db.fault is not None and not stop.is_set():
        await lifecycle.pause(stop, 1.0)
        await watch.look()
    if stop.is_set():
        return None
    channels = [channel.chat_id for channel in routes_of(config).channels()]
    settling = Settling(db, gateway, channels=channels)
    sender = Sender(db, gateway, pace=pace, clock=clock, on_lost=_forget, settling=settling)
    common: Any = {"clock": clock, "wake": sender.wake}
    doubtful = Doubtful(db, desk, texts, **common)
    sender.on_held = doubtful.held
    alarms = Alarms(db, desk, texts, **common)
    settling.on_rights = partial(_tell_rights, alarms)
    parser = Parser()
    stack.push_async_callback(parser.close)
    meaning = Meaning(db) if config.search.meaning else None
    relevance = Relevance(db, texts, meaning=meaning)
    news = News(db, config.feeds, routes_of(config), texts, wake=sender.wake, relevance=relevance)
    answers = Answers(db, meaning=meaning)
    card_desk = CardDesk(db, answers, clock=clock)
    services = Services(
        gateway=gateway,
        staff=Staff(db),
        sender=sender,
        settling=settling,
        replies=Replies(db, gateway, pace=pace, **common),
        alarms=alarms,
        storage_watch=watch,
        doubtful=doubtful,
        tenants=Tenants(db, answers.knowledge, clock=clock),
        memory=Memory(db, clock=clock),
        handoff=Handoff(db, desk, texts, **common),
        answers=answers,
        announcements=Announcements(db, gateway, texts, **common),
        accreditation=Accreditation(db, gateway, desk, texts, press_channel=telegram.press_channel, **common),
        news=news,
        polling=Polling(
            db,
            fetcher,
            parser,
            news,
            FeedAlarms(desk, texts),
            at_once=config.fetch.at_once,
            per_host=config.fetch.per_host,
            **common,
        ),
        withdrawals=Withdrawals(db, fetcher, lambda: news.press, texts, **common),
        word_rules=WordRules(db, lambda: news.press, news.learn_rules, texts, **common),
        backups=Backups(db, every=config.storage.backup_every, kept=config.storage.backups_kept, clock=clock),
        retention=Retention(db, clock=clock),
        card_import=CardImport(db, clock=clock),
        card_desk=card_desk,
        learning=Learning(db, desk, card_desk, texts, **common),
    )
    await services.news.adopt(config.feeds)
    async with db.write() as tx:
        await staff.adopt(tx, {item.id: Role(item.role) for item in config.staff}, now=clock())
    return services


def _limits(config: Config) -> Limits:
    pace = config.pace
    return Limits(
        overall=pace.overall_per_second,
        bulk=pace.bulk_per_second,
        chat=pace.chat_per_second,
        group_per_minute=pace.group_per_minute,
    )


def _handlers(config: Config, services: Services, others: other.Other, clock: Clock) -> Handlers:
    """In the order in which they are asked; `other` takes what is left."""
    texts = catalogs.texts(catalogs.SOURCE)
    replies = services.replies
    beginning = start.Start(services.tenants, replies, services.staff)
    to_person = person.Person(services.handoff, services.tenants, services.memory, replies)
    asked = question.Questions(
        services.answers, services.tenants, services.memory, replies, beginning, to_person, clock=clock
    )
    announce = staff_announcement.Announce(
        services.announcements,
        services.tenants,
        services.memory,
        replies,
        texts,
        clock=clock,
        unknown_command=others.unknown_command,
    )
    review = staff_news.Review(
        services.news,
        services.withdrawals,
        services.staff,
        replies,
        texts,
        clock=clock,
        unknown_command=others.unknown_command,
    )
    words = staff_words.Words(
        services.word_rules, services.staff, replies, texts, unknown_command=others.unknown_command
    )
    editors = Editors(services.staff, replies, texts, unknown_command=others.unknown_command)
    cards = staff_cards.Cards(
        services.card_desk,
        services.card_import,
        services.answers,
        services.memory,
        services.gateway,
        replies,
        editors,
        texts,
    )
    new_cards = NewCards(
        services.card_desk,
        services.learning,
        services.answers,
        services.memory,
        replies,
        editors,
        texts,
    )
    learn = staff_learning.Learn(
        services.learning, services.card_desk, new_cards, services.memory, replies, editors, texts
    )
    files = card_files.CardFiles(
        services.card_import,
        services.answers,
        services.gateway,
        replies,
        editors,
        texts,
        not_text=others.not_text,
    )
    desk = staff_desk.StaffDesk(services.handoff, services.doubtful, replies, texts)
    return [
        *join.handlers(join.Join(services.accreditation, replies)),
        *start.handlers(beginning),
        *question.handlers(asked),
        *location.handlers(location.Location(services.tenants, replies)),
        *contacts.handlers(contacts.Contacts(services.answers, services.memory, replies)),
        *person.handlers(to_person),
        *staff_announcement.handlers(announce),
        *staff_accreditation.handlers(staff_accreditation.Decide(services.accreditation, replies, texts)),
        *staff_news.handlers(review),
        *staff_words.handlers(words),
        *staff_cards.handlers(cards),
        *new_card.handlers(new_cards),
        *staff_learning.handlers(learn),
        *card_files.handlers(files, group=config.telegram.staff_group),
        *staff_desk.handlers(desk, group=config.telegram.staff_group),
        *staff_rights.handlers(staff_rights.Rights(services.settling)),
        *private_text.handlers(
            services.memory,
            steps={
                staff_announcement.WRITING: announce.written,
                staff_cards.EDITING: cards.written,
                new_card.ADDING: new_cards.written,
                staff_learning.LOOKING: learn.named,
            },
            question=asked.asked,
        ),
        *question.leftovers(asked),
        *other.handlers(others),
    ]


def _ticks(services: Services, clock: Clock) -> list[Tick]:
    return [
        Tick(name="watch_the_database", seconds=1, work=services.storage_watch.look, always=True),
        Tick(name="look_for_withdrawn_news", seconds=5, work=services.withdrawals.look),
        Tick(name="learn_what_cards_mean", seconds=0.5, work=services.answers.catch_up),
        Tick(name="suggest_word_rules", seconds=15, work=services.word_rules.look),
        Tick(name="report_announcements", seconds=2, work=services.announcements.report),
        Tick(name="carry_out_decisions", seconds=5, work=services.accreditation.carry_out),
        Tick(name="forget_old_conversations", seconds=60, work=services.memory.forget_old),
        Tick(name="end_old_alarms", seconds=60, work=services.alarms.end_old),
        Tick(name="throw_away_what_is_old", seconds=300, work=services.retention.purge_when_due),
        Tick(name="tell_what_was_asked_in_vain", seconds=300, work=services.learning.weekly),
        Tick(name="back_up", seconds=60, work=services.backups.make_when_due),
    ]


@asynccontextmanager
async def _bot(config: Config, stop: asyncio.Event) -> AsyncIterator[Bot]:
    bot = ExtBot[None](
        config.token.get_secret_value(),
        base_url=config.telegram.base_url,
        base_file_url=f"{config.telegram.base_url.removesuffix('/bot')}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connections=1),  # PTB wants one; the inbox asks by its own
    )
    try:
        await _introduce(bot, stop)
        yield bot
    finally:
        await bot.shutdown()


async def _introduce(bot: Bot, stop: asyncio.Event) -> None:
    """Wait until Telegram says who we are. Raises UserError("token_rejected") where it keeps saying nobody."""
    rejected = 0
    while not stop.is_set():
        try:
            await bot.initialize()
        except InvalidToken:
            rejected += 1
            if rejected >= START_TRIES:
                raise UserError("token_rejected") from None
            await lifecycle.pause(stop, 1.0)
        except TelegramError as error:
            logger.warning("telegram_not_reached", fault=type(error).__name__)
            await lifecycle.pause(stop, 3.0)
        else:
            return


@asynccontextmanager
async def _application(
    bot: Bot, handlers: Handlers, apologise: Callable[[Update], Awaitable[None]]
) -> AsyncIterator[tuple[Callable[[Update], Awaitable[None]], Any]]:
    """One update through PTB's handlers, and PTB's job queue.

    PTB would only log a handler's exception; here it comes out to the inbox, which sets the update aside.
    """
    application: Any = Application.builder().bot(bot).updater(None).build()
    failures: dict[int, Exception] = {}

    async def note(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        if isinstance(update, Update) and context.error is not None:
            failures[update.update_id] = context.error
            await apologise(update)

    async def handle(update: Update) -> None:
        await application.process_update(update)
        failure = failures.pop(update.update_id, None)
        if failure is not None:
            raise failure

    application.add_handlers(handlers)
    application.add_error_handler(note)
    await application.initialize()
    try:
        yield handle, application.job_queue
    finally:
        await application.job_queue.stop(wait=False)


async def _forget(tx: Transaction, delivery: Delivery) -> None:
    """Whoever blocked the bot or is gone: everything about them is erased (DESIGN section 11)."""
    await tenants.forget(tx, delivery.chat_id)


async def _tell_rights(alarms: Alarms, safe: bool) -> None:
    """Staff hear where the bot's rights do not let it look for a doubtful post, and when they do again."""
    await (alarms.end("looking") if safe else alarms.begin("looking"))


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
