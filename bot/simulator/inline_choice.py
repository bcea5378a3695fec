"""A person picks one of a bot's inline results: it becomes a message by way of the bot."""

from bot.simulator import entities, media, posts, updates
from bot.simulator.errors import ApiError, SimError
from bot.simulator.posts import Draft
from bot.simulator.records import Bot, Json, Query, Stored, User
from bot.simulator.world import Room, World, bot_view, user_view


def choose(world: World, user: User, room: Room, query_id: str, result_id: str) -> Stored:
    """Raises SimError where there is no such result, or it has nothing to send."""
    query = world.tables.query(query_id)
    bot = world.tables.bot(query.bot) if query else None
    result = _result(query, result_id)
    if query is None or bot is None or result is None:
        raise SimError(f"choose: query {query_id} has no result {result_id}", status=404)
    content = _content(world, result)
    draft = Draft(content=content, markup=result.get("reply_markup"), extra={"via_bot": bot_view(bot)})
    stored = posts.post_by_person(world, bot, room, user, draft)
    _tell(world, bot, user, result_id, stored)
    return stored


def _result(query: Query | None, result_id: str) -> Json | None:
    results = query.answer.get("results", []) if query else []
    return next((r for r in results if r["id"] == result_id), None)


def _content(world: World, result: Json) -> Json:
    given = result.get("input_message_content")
    if given is not None:
        return _given_content(given)
    file_id = next((v for k, v in result.items() if k.endswith("_file_id")), None)
    file = world.tables.file(file_id) if file_id else None
    if file is not None:
        return media.content_of(file)
    if result["type"] in {"location", "venue", "contact"}:
        return _given_content(result)
    raise SimError(
        f"choose: the simulator cannot send a result of type {result['type']} without a text or a cached file"
    )


def _given_content(given: Json) -> Json:
    if "message_text" in given:
        try:
            text, found = entities.parse(
                given["message_text"], given.get("parse_mode"), given.get("entities")
            )
        except ApiError as error:
            raise SimError(f"choose: {error.description}") from None
        return {"text": text, **({"entities": found} if found else {})}
    if "phone_number" in given:
        return {
            "contact": {
                k: given[k] for k in ("phone_number", "first_name", "last_name", "vcard") if k in given
            }
        }
    place = {"latitude": given["latitude"], "longitude": given["longitude"]}
    if "address" in given:
        return {
            "venue": {"location": place, "title": given["title"], "address": given["address"]},
            "location": place,
        }
    return {"location": place}


def _tell(world: World, bot: Bot, user: User, result_id: str, stored: Stored) -> None:
    """Feedback on choices is sent to bots that ask for it by name only."""
    if "chosen_inline_result" not in (bot.allowed_updates or []):
        return
    facts: Json = {"result_id": result_id, "from": user_view(user), "query": ""}
    if "reply_markup" in stored.body:
        facts["inline_message_id"] = f"inline-{stored.key}"
    updates.enqueue(world, bot, "chosen_inline_result", facts, lane=user.id)
