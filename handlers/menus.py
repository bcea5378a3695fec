"""The menus of commands people see; Telegram keeps them for each language, and for each staff member."""

from telegram import BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot import catalogs
from bot.gateway import Gateway
from bot.services.staff import Staff

NAMES = {
    "start": {"it": "start", "en": "start"},
    "quarter": {"it": "quartiere", "en": "quarter"},
    "notices": {"it": "avvisi", "en": "notices"},
    "help": {"it": "aiuto", "en": "help"},
    "privacy": {"it": "privacy", "en": "privacy"},
    "forget": {"it": "cancellami", "en": "forget"},
    "press": {"it": "stampa", "en": "press"},
    "announce": {"it": "annuncio", "en": "announce"},
    "cancel": {"it": "annulla", "en": "cancel"},
    "rules": {"it": "regole", "en": "rules"},
    "words": {"it": "parole", "en": "words"},
    "cards": {"it": "schede", "en": "cards"},
    "try": {"it": "prova", "en": "try"},
    "unanswered": {"it": "domande", "en": "questions"},
    "withdraw": {"it": "ritira", "en": "withdraw"},
}
EVERYBODY = ("start", "quarter", "notices", "help", "privacy", "forget", "press")
FOR_STAFF = (
    "announce",
    "cancel",
    "cards",
    "try",
    "unanswered",
    "withdraw",
    "rules",
    "words",
    "start",
    "quarter",
    "notices",
    "help",
)


async def offer(gateway: Gateway, staff: Staff) -> None:
    """Send all menus; where Telegram does not take one, the commands still work."""
    for lang in catalogs.LANGUAGES:
        code = "" if lang == catalogs.SOURCE else lang
        await gateway.set_commands(_menu(EVERYBODY, lang), scope=BotCommandScopeAllPrivateChats(), lang=code)
    for user_id in await staff.members():
        await gateway.set_commands(_menu(FOR_STAFF, catalogs.SOURCE), scope=BotCommandScopeChat(user_id))


def _menu(names: tuple[str, ...], lang: str) -> list[tuple[str, str]]:
    texts = catalogs.texts(lang)
    return [(NAMES[name][lang], texts.plain(f"command_{name}")) for name in names]
