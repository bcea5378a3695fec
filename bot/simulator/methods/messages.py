"""Messages without a file: text, places, contacts, dice; and what goes with them."""

from bot.simulator import posts, rules
from bot.simulator import reactions as react
from bot.simulator.errors import bad
from bot.simulator.methods.registry import Ask, method
from bot.simulator.methods.sending import send, text_content
from bot.simulator.records import Json

ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "record_audio",
        "upload_audio",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}
REACTIONS = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
)


@method("sendMessage")
def send_message(ask: Ask) -> Json:
    return send(ask, text_content(ask), kind="text messages")


@method("sendLocation")
def send_location(ask: Ask) -> Json:
    return send(ask, {"location": location(ask)})


def location(ask: Ask) -> Json:
    place: Json = {"latitude": ask.params["latitude"], "longitude": ask.params["longitude"]}
    if ask.get("live_period"):
        rules.check_live_period(ask.params["live_period"])
    for name in ("horizontal_accuracy", "live_period", "heading", "proximity_alert_radius"):
        if ask.get(name):
            place[name] = ask.params[name]
    return place


@method("sendVenue")
def send_venue(ask: Ask) -> Json:
    if not ask.params["title"]:
        raise bad("venue title must be non-empty")
    place = {"latitude": ask.params["latitude"], "longitude": ask.params["longitude"]}
    venue: Json = {"location": place, "title": ask.params["title"], "address": ask.params["address"]}
    for name in ("foursquare_id", "foursquare_type", "google_place_id", "google_place_type"):
        if ask.get(name):
            venue[name] = ask.params[name]
    return send(ask, {"venue": venue, "location": place})


@method("sendContact")
def send_contact(ask: Ask) -> Json:
    contact: Json = {"phone_number": ask.params["phone_number"], "first_name": ask.params["first_name"]}
    for name in ("last_name", "vcard"):
        if ask.get(name):
            contact[name] = ask.params[name]
    return send(ask, {"contact": contact})


@method("sendDice")
def send_dice(ask: Ask) -> Json:
    emoji = ask.get("emoji", "🎲")
    if emoji not in DICE:
        raise bad("EMOTICON_INVALID")
    # Drawn from a counter: a run can be repeated.
    value = ask.world.tables.count("dice") * 7919 % DICE[emoji] + 1
    return send(ask, {"dice": {"emoji": emoji, "value": value}})


@method("sendChatAction")
def send_chat_action(ask: Ask) -> bool:
    room = ask.room()
    posts.require_writable(ask.world, ask.bot, room)
    if ask.params["action"] not in ACTIONS:
        raise bad("wrong parameter action in request")
    posts.checked_thread(ask.world, ask.bot, room, ask.get("message_thread_id"))
    ask.world.events.emit("typing", chat=room.id, room=room.key, bot=ask.bot.id, action=ask.params["action"])
    return True


@method("setMessageReaction")
def set_message_reaction(ask: Ask) -> bool:
    room = ask.room()
    stored = posts.existing(ask.world, room, ask.params["message_id"], "message to react not found")
    reactions = ask.get("reaction") or []
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    for reaction in reactions:
        if reaction["type"] == "emoji" and reaction["emoji"].removesuffix("\ufe0f") not in REACTIONS:
            raise bad("REACTION_INVALID")
        if reaction["type"] == "paid":
            raise bad("bots can't use paid reactions")
    emoji = reactions[0].get("emoji") if reactions else None
    react.put(ask.world, room, stored, ask.bot.id, emoji)
    return True
