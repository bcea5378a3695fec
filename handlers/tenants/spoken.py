"""The language somebody is answered in."""

from telegram import Update

from bot import catalogs
from bot.core.texts import Texts
from bot.services.memory import Memory
from bot.services.tenants import Tenants
from handlers.incoming import language


async def answered_in(update: Update, tenants: Tenants, memory: Memory) -> Texts:
    """In a private chat, the texts in the language of the answer before (the one tapped), else in the person's own."""
    user = update.effective_user
    chat_id = user.id if user else 0
    tenant = await tenants.visit(chat_id, lang=language(update))
    return catalogs.texts(await memory.lang(chat_id, otherwise=tenant.lang))
