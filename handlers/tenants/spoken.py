"""The language a tap is answered in."""

from telegram import Update

from bot import catalogs
from bot.core.texts import Texts
from bot.services.memory import Memory
from bot.services.tenants import Tenants
from handlers.incoming import language, tapped


async def answered_in(update: Update, tenants: Tenants, memory: Memory) -> Texts:
    """The texts in the language of the answer that was tapped, else in the person's own."""
    _query, _user, _rest, chat_id, _message = tapped(update)
    tenant = await tenants.visit(chat_id, lang=language(update))
    return catalogs.texts(await memory.lang(chat_id, otherwise=tenant.lang))
