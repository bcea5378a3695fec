"""The menus of commands people see; Telegram keeps them for each language, and for each staff member."""

from telegram import BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot import catalogs
from bot.core.rights import Right
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
FOR_STAFF = {
    "announce": Right.ANNOUNCE,
    "cards": Right.EDIT,
    "try": Right.EDIT,
    "unanswered": Right.EDIT,
    "rules": Right.REVIEW,
    "words": Right.REVIEW,
    "withdraw": Right.REVIEW,
}
BESIDE = ("start", "quarter", "notices", "help")  # what staff find below their own


async def offer(gateway: Gateway, staff: Staff) -> None:
    """Send all menus; where Telegram does not take one, the commands still work."""
    for lang in catalogs.SPOKEN:
        code = "" if lang == catalogs.SOURCE else lang
        await gateway.set_commands(_menu(EVERYBODY, lang), scope=BotCommandScopeAllPrivateChats(), lang=code)
    for user_id in await staff.members():
        names = (*await _allowed(staff, user_id), *BESIDE)
        await gateway.set_commands(_menu(names, catalogs.SOURCE), scope=BotCommandScopeChat(user_id))


async def own_commands(staff: Staff, user_id: int) -> list[tuple[str, str]]:
    """The staff commands this person may use, with what each does; empty for everybody else."""
    return _menu(await _allowed(staff, user_id), catalogs.SOURCE)


async def _allowed(staff: Staff, user_id: int) -> tuple[str, ...]:
    names = [name for name, right in FOR_STAFF.items() if await staff.may(user_id, right)]
    return (*names, "cancel") if names else ()


def _menu(names: tuple[str, ...], lang: str) -> list[tuple[str, str]]:
    texts = catalogs.texts(lang)
    return [
        (NAMES[name].get(lang, NAMES[name][catalogs.SOURCE]), texts.plain(f"command_{name}"))
        for name in names
    ]
