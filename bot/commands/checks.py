"""What `portineria check` looks at; each finding is one line that says how to mend it."""

from datetime import timedelta

from telegram import ChatMemberAdministrator
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot import catalogs
from bot.config import Config, routes
from bot.core.quarters_in_text import BUILT_IN
from bot.gateway import Gateway
from bot.transport import AiohttpRequest
from storage import cards
from storage.database import Database

SOON = timedelta(minutes=1)


def of_file(config: Config) -> list[str]:
    """What can be seen without asking anybody."""
    texts = catalogs.texts(catalogs.SOURCE)
    findings = [texts.plain("check_feed_often", url=feed.url) for feed in config.feeds if feed.every < SOON]
    if not config.staff:
        findings.append(texts.plain("check_no_staff"))
    return findings


async def of_store(config: Config) -> list[str]:
    """What only the cards can tell: whether the quarters of further channels exist; nothing where there are none yet."""
    if not config.channels or not config.storage.path.is_file():
        return []
    texts = catalogs.texts(catalogs.SOURCE)
    db = await Database.open_for_reading(config.storage.path)
    try:
        known = {quarter.id for quarter in (await cards.load(db)).quarters or BUILT_IN}
    finally:
        await db.close()
    return [
        texts.plain("check_quarter", setting=f"channels[{number}].quarters", quarter=quarter)
        for number, channel in enumerate(config.channels, start=1)
        for quarter in channel.quarters
        if quarter not in known
    ]


async def of_telegram(config: Config) -> list[str]:
    """What Telegram says of the token and the bot's rights."""
    texts = catalogs.texts(catalogs.SOURCE)
    bot: ExtBot[None] = ExtBot(
        config.token.get_secret_value(), base_url=config.telegram.base_url, request=AiohttpRequest()
    )
    try:
        try:
            await bot.initialize()
        except InvalidToken:
            return [texts.plain("token_rejected")]
        except TelegramError as error:
            return [texts.plain("check_no_answer", fault=type(error).__name__)]
        gateway = Gateway(bot)
        channels = routes(config).channels()
        findings = [await _of_channel(gateway, channel.chat_id) for channel in channels]
        if (
            config.telegram.staff_group is not None
            and await gateway.own_rights(config.telegram.staff_group) is None
        ):
            findings.append([texts.plain("check_not_in", chat=config.telegram.staff_group)])
        return [line for lines in findings for line in lines]
    finally:
        await bot.shutdown()


async def _of_channel(gateway: Gateway, chat_id: int) -> list[str]:
    texts = catalogs.texts(catalogs.SOURCE)
    member = await gateway.own_rights(chat_id)
    if not isinstance(member, ChatMemberAdministrator):
        return [texts.plain("check_not_admin", chat=chat_id)]
    findings = []
    if not member.can_post_messages:
        findings.append(texts.plain("check_cannot_post", chat=chat_id))
    if member.can_edit_messages:
        # With it, looking for a doubtful post could overwrite somebody else's (docs/decisions/0003-delivery.md).
        findings.append(texts.plain("check_may_edit", chat=chat_id))
    return findings
