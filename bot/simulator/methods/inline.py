"""Answers to inline queries."""

from bot.simulator.entities import parse
from bot.simulator.errors import bad
from bot.simulator.methods.callbacks import open_query
from bot.simulator.methods.registry import Ask, method
from bot.simulator.methods.sending import inline_markup
from bot.simulator.records import Json
from bot.simulator.rules import check_text

ANSWERABLE_FOR = 30.0
MOST_RESULTS = 50


@method("answerInlineQuery")
def answer_inline_query(ask: Ask) -> bool:
    query = open_query(ask, ask.params["inline_query_id"], "inline", ANSWERABLE_FOR)
    results: list[Json] = ask.params["results"]
    _check(results)
    button = ask.get("button")
    if button and "start_parameter" in button and not 1 <= len(button["start_parameter"]) <= 64:
        raise bad("START_PARAM_INVALID")
    query.answered = True
    query.answer = {
        "results": results,
        "next_offset": ask.get("next_offset", ""),
        "is_personal": ask.get("is_personal", False),
        "cache_time": ask.get("cache_time", 300),
        "button": button,
    }
    ask.world.tables.put(query)
    ask.world.events.emit("inline", query_id=query.id, user=query.user, bot=ask.bot.id)
    return True


def _check(results: list[Json]) -> None:
    if len(results) > MOST_RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    ids = [result["id"] for result in results]
    if any(not 1 <= len(number.encode()) <= 64 for number in ids):
        raise bad("RESULT_ID_INVALID")
    if len(set(ids)) != len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    for result in results:
        inline_markup(result.get("reply_markup"))
        content = result.get("input_message_content", {})
        if "message_text" in content:
            text, _ = parse(content["message_text"], content.get("parse_mode"), content.get("entities"))
            check_text(text)
