"""Everything that does something, built and introduced to each other."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot import catalogs, lifecycle
from bot.app.telegram import Bot
from bot.config import Config
from bot.config import routes as routes_of
from bot.core.delivery import Delivery
from bot.core.pace import Limits, Pace
from bot.core.rights import Role
from bot.fetch import Fetcher
from bot.gateway import Gateway
from bot.parser import Parser
from bot.services.accreditation import Accreditation
from bot.services.alarms import Alarms
from bot.services.announcements import Announcements
from bot.services.answers import Answers
from bot.services.backups import Backups
from bot.services.card_desk import CardDesk
from bot.services.card_import import CardImport
from bot.services.clock import Clock
from bot.services.desk import Desk
from bot.services.doubtful import Doubtful
from bot.services.feed_alarms import FeedAlarms
from bot.services.handoff import Handoff
from bot.services.learning import Learning
from bot.services.meaning import Meaning
from bot.services.memory import Memory
from bot.services.news import News
from bot.services.news_review import NewsReview
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
from storage import staff, tenants
from storage.database import Database, Transaction


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
    news_review: NewsReview
    polling: Polling
    withdrawals: Withdrawals
    word_rules: WordRules
    backups: Backups
    retention: Retention
    card_import: CardImport
    card_desk: CardDesk
    learning: Learning


async def build(
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
    news = News(db, config.feeds, routes_of(config), texts, relevance=relevance)
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
        news_review=NewsReview(db, news.press, news.cards, news.learn_rules, wake=sender.wake),
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
        withdrawals=Withdrawals(db, fetcher, news.press, news.cards, texts, **common),
        word_rules=WordRules(db, news.cards, news.learn_rules, texts, **common),
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


async def _forget(tx: Transaction, delivery: Delivery) -> None:
    """Whoever blocked the bot or is gone: everything about them is erased."""
    await tenants.forget(tx, delivery.chat_id)


async def _tell_rights(alarms: Alarms, safe: bool) -> None:
    """Staff hear where the bot's rights do not let it look for a doubtful post, and when they do again."""
    await (alarms.end("looking") if safe else alarms.begin("looking"))
