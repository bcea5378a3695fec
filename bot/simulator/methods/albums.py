"""Albums: two to ten files that stand together, each a message of its own."""

from bot.simulator import posts
from bot.simulator.errors import ApiError, bad
from bot.simulator.methods.media import file_content
from bot.simulator.methods.registry import Ask, method
from bot.simulator.methods.sending import prepare
from bot.simulator.posts import Draft
from bot.simulator.records import Json

ALONE = frozenset({"document", "audio"})


@method("sendMediaGroup")
def send_media_group(ask: Ask) -> list[Json]:
    items: list[Json] = ask.params["media"]
    _check(items)
    room = ask.room()
    place = prepare(ask, room, {})
    contents = [_content(ask, item, number) for number, item in enumerate(items, 1)]
    group = str(10_000_000_000 + ask.world.tables.count("albums"))
    messages: list[Json] = []
    for content in contents:
        draft = Draft(
            content={"media_group_id": group, **content},
            thread=place.thread,
            reply=place.reply,
            extra=place.extra,
            protect=place.protect,
        )
        messages.append(ask.made(posts.post_by_bot(ask.world, ask.bot, room, draft)))
    return messages


def _check(items: list[Json]) -> None:
    if not 2 <= len(items) <= 10:
        raise bad("MEDIA_GROUP_SIZE_INVALID: an album holds 2 to 10 items")
    kinds = {item["type"] for item in items}
    if len(kinds) > 1 and kinds & ALONE:
        raise bad("documents and audio files can't be mixed with other media types in an album")
    if "live_photo" in kinds:
        raise bad("the simulator has no live photos")


def _content(ask: Ask, item: Json, number: int) -> Json:
    try:
        return file_content(ask, item["type"], item["media"], item)
    except ApiError as error:
        text = error.description.removeprefix("Bad Request: ")
        raise bad(f'failed to send message #{number} with the error message "{text}"') from None
