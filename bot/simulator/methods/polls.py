"""Polls, as far as a bot sends and stops them."""

from bot.simulator import posts
from bot.simulator.errors import bad
from bot.simulator.methods.registry import Ask, method
from bot.simulator.methods.sending import formatted, inline_markup, send
from bot.simulator.records import Json


@method("sendPoll")
def send_poll(ask: Ask) -> Json:
    options: list[Json] = ask.params["options"]
    if not 1 <= len(options) <= 12:
        raise bad("poll must have at most 12 options")
    question, entities = formatted(
        ask, ask.params["question"], ask.get("question_parse_mode"), ask.get("question_entities")
    )
    poll: Json = {
        "id": str(5_000_000_000 + ask.world.tables.count("polls")),
        "question": question,
        "options": [_option(option, number) for number, option in enumerate(options)],
        "total_voter_count": 0,
        "is_closed": ask.get("is_closed", False),
        "is_anonymous": ask.get("is_anonymous", True),
        "type": ask.get("type", "regular"),
        "allows_multiple_answers": ask.get("allows_multiple_answers", False),
        "allows_revoting": ask.get("allows_revoting", True),
        "members_only": False,
    }
    if entities:
        poll["question_entities"] = entities
    return send(ask, {"poll": poll}, kind="polls")


def _option(option: Json, number: int) -> Json:
    if not 1 <= len(option["text"]) <= 100:
        raise bad("poll options length must not exceed 100")
    return {"persistent_id": str(number), "text": option["text"], "voter_count": 0}


@method("stopPoll")
def stop_poll(ask: Ask) -> Json:
    room = ask.room()
    stored = posts.existing(ask.world, room, ask.params["message_id"], "message with poll to stop not found")
    if "poll" not in stored.body:
        raise bad("message is not a poll")
    if stored.sender != ask.bot.id:
        raise bad("poll can't be stopped")
    if stored.body["poll"]["is_closed"]:
        raise bad("poll has already been closed")
    poll = {**stored.body["poll"], "is_closed": True}
    markup = inline_markup(ask.get("reply_markup"))
    body = {**stored.body, "poll": poll, **({"reply_markup": markup} if markup else {})}
    posts.replace(ask.world, room, stored, body)
    return poll
