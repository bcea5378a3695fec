"""Answers to pressed buttons."""

from bot.simulator.errors import bad
from bot.simulator.methods.registry import Ask, method
from bot.simulator.records import Query

ANSWERABLE_FOR = 15 * 60.0
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def open_query(ask: Ask, query_id: str, kind: str, lifetime: float) -> Query:
    """A query of this bot that still waits for its answer. Raises ApiError."""
    query = ask.world.tables.query(query_id)
    if query is None or query.kind != kind or query.bot != ask.bot.id or query.answered:
        raise bad(TOO_OLD)
    if query.at + lifetime < ask.world.clock.time():
        raise bad(TOO_OLD)
    return query


@method("answerCallbackQuery")
def answer_callback_query(ask: Ask) -> bool:
    query = open_query(ask, ask.params["callback_query_id"], "callback", ANSWERABLE_FOR)
    url = ask.get("url", "")
    if url and not url.startswith((f"t.me/{ask.bot.username}?", f"https://t.me/{ask.bot.username}?")):
        raise bad("URL_INVALID")
    query.answered = True
    query.answer = {"text": ask.get("text", ""), "show_alert": ask.get("show_alert", False), "url": url}
    ask.world.tables.put(query)
    ask.world.events.emit("toast", query_id=query.id, user=query.user, bot=ask.bot.id, **query.answer)
    return True
