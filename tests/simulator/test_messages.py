"""Messages: their ids, kinds, edits and ends."""

import base64
import io
from typing import Any

import aiohttp
import pytest

from tests.simulator.conftest import GROUP, JOURNALIST, PNG, PRESS, PUBLIC, STAFF, TENANT, TOKEN, Sim

NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def test_private_chats_share_one_counter_and_each_channel_has_its_own(sim: Sim):
    await sim.say(TENANT, "/start")
    await sim.say(JOURNALIST, "/start")
    private = [await sim.ok("sendMessage", chat_id=chat, text="x") for chat in (TENANT, JOURNALIST)]
    channels = [await sim.ok("sendMessage", chat_id=chat, text="x") for chat in (PRESS, PUBLIC, PRESS)]
    assert [m["message_id"] for m in private] == [3, 4]
    assert [m["message_id"] for m in channels] == [1, 1, 2]


async def test_ids_of_deleted_messages_are_not_used_again(sim: Sim):
    first = await sim.ok("sendMessage", chat_id=PRESS, text="a")
    await sim.ok("deleteMessage", chat_id=PRESS, message_id=first["message_id"])
    second = await sim.ok("sendMessage", chat_id=PRESS, text="b")
    assert second["message_id"] == first["message_id"] + 1
    assert [m["deleted"] for m in await sim.messages(PRESS)] == [True, False]


async def test_a_bot_hears_nothing_of_its_own_posts(sim: Sim):
    for chat in (PRESS, GROUP):
        await sim.ok("sendMessage", chat_id=chat, text="x")
    assert await sim.updates() == []


async def test_an_edit_replaces_the_text_and_the_page_keeps_the_old(sim: Sim):
    sent = await sim.ok("sendMessage", chat_id=PRESS, text="prima")
    edited = await sim.ok("editMessageText", chat_id=PRESS, message_id=sent["message_id"], text="poi")
    assert edited["text"] == "poi"
    assert edited["edit_date"] >= edited["date"]
    (kept,) = await sim.messages(PRESS)
    assert kept["edited_from"] == ["prima"]


async def test_an_edit_that_changes_nothing_is_refused(sim: Sim):
    keys = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    sent = await sim.ok("sendMessage", chat_id=PRESS, text="<b>x</b>", parse_mode="HTML", reply_markup=keys)
    here = {"chat_id": PRESS, "message_id": sent["message_id"]}
    assert (
        await sim.error("editMessageText", **here, text="*x*", parse_mode="MarkdownV2", reply_markup=keys)
        == NOT_MODIFIED
    )
    assert await sim.error("editMessageReplyMarkup", **here, reply_markup=keys) == NOT_MODIFIED
    assert "reply_markup" not in await sim.ok("editMessageText", **here, text="<b>x</b>", parse_mode="HTML")
    assert await sim.error("editMessageReplyMarkup", **here) == NOT_MODIFIED


async def test_editing_what_is_not_there_or_not_the_bots_is_refused(sim: Sim):
    posted = await sim.post(f"chats/{PRESS}/post", text="di un altro")
    assert (
        await sim.error("editMessageText", chat_id=PRESS, message_id=99, text="x")
        == "400 Bad Request: message to edit not found"
    )
    assert (
        await sim.error("editMessageText", chat_id=PRESS, message_id=posted["message_id"], text="x")
        == "400 Bad Request: message can't be edited"
    )
    await sim.post(f"chats/{PRESS}/rights", user=42, rights={"can_edit_messages": True})
    edited = await sim.ok("editMessageText", chat_id=PRESS, message_id=posted["message_id"], text="x")
    assert edited["text"] == "x"


async def test_the_probe_without_side_effect_tells_absent_own_and_foreign_apart(sim: Sim):
    own = await sim.ok("sendMessage", chat_id=PRESS, text="nostro")
    foreign = await sim.post(f"chats/{PRESS}/post", text="di un altro")
    before = await sim.messages(PRESS)

    async def probe(number: int) -> str:
        return await sim.error("stopMessageLiveLocation", chat_id=PRESS, message_id=number)

    assert (
        await probe(own["message_id"]) == "400 Bad Request: there is no live location in the message to edit"
    )
    assert await probe(foreign["message_id"]) == "400 Bad Request: message can't be edited"
    assert await probe(50) == "400 Bad Request: message to edit not found"
    assert await sim.messages(PRESS) == before


async def test_a_caption_is_edited_only_where_there_is_one(sim: Sim):
    text = await sim.ok("sendMessage", chat_id=PRESS, text="x")
    place = await sim.ok("sendLocation", chat_id=PRESS, latitude=45.4, longitude=9.1)
    assert "there is no caption" in await sim.error(
        "editMessageCaption", chat_id=PRESS, message_id=text["message_id"], caption="y"
    )
    assert "there is no text" in await sim.error(
        "editMessageText", chat_id=PRESS, message_id=place["message_id"], text="y"
    )


async def test_a_live_location_moves_and_stops(sim: Sim):
    sent = await sim.ok("sendLocation", chat_id=PRESS, latitude=45.4, longitude=9.1, live_period=60)
    here = {"chat_id": PRESS, "message_id": sent["message_id"]}
    moved = await sim.ok("editMessageLiveLocation", **here, latitude=45.5, longitude=9.1)
    assert moved["location"]["latitude"] == 45.5
    stopped = await sim.ok("stopMessageLiveLocation", **here)
    assert "live_period" not in stopped["location"]


async def upload(sim: Sim, method: str, files: dict[str, bytes], **fields: str) -> dict[str, Any]:
    form = aiohttp.FormData(fields)
    for name, data in files.items():
        form.add_field(name, io.BytesIO(data), filename=f"{name}.png", content_type="image/png")
    async with sim.http.post(f"{sim.base}/bot{TOKEN}/{method}", data=form) as answer:
        return dict(await answer.json())


async def test_a_photo_is_stored_shown_and_downloaded(sim: Sim):
    body = await upload(
        sim, "sendPhoto", {"photo": PNG}, chat_id=str(PRESS), caption="<b>ecco</b>", parse_mode="HTML"
    )
    (size,) = body["result"]["photo"]
    assert (size["width"], size["height"], size["file_size"]) == (1, 1, len(PNG))
    assert body["result"]["caption_entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    file = await sim.ok("getFile", file_id=size["file_id"])
    async with sim.http.get(f"{sim.base}/file/bot{TOKEN}/{file['file_path']}") as answer:
        assert await answer.read() == PNG
    async with sim.http.get(f"{sim.base}/sim/files/{size['file_id']}") as answer:
        assert answer.content_type == "image/png"
    again = await sim.ok("sendPhoto", chat_id=PUBLIC, photo=size["file_id"])
    assert again["photo"][0]["file_id"] == size["file_id"]


async def test_a_file_is_refused_for_what_it_is(sim: Sim):
    assert (
        "IMAGE_PROCESS_FAILED"
        in (await upload(sim, "sendPhoto", {"photo": b"no picture"}, chat_id=str(PRESS)))["description"]
    )
    assert (
        "file must be non-empty"
        in (await upload(sim, "sendDocument", {"document": b""}, chat_id=str(PRESS)))["description"]
    )
    assert (
        "too big for a photo"
        in (await upload(sim, "sendPhoto", {"photo": PNG + b"x" * 10_485_760}, chat_id=str(PRESS)))[
            "description"
        ]
    )
    assert "wrong file identifier" in await sim.error("sendPhoto", chat_id=PRESS, photo="nessuno")
    assert "failed to get HTTP URL content" in await sim.error(
        "sendPhoto", chat_id=PRESS, photo="https://a.it/x.png"
    )
    document = (await upload(sim, "sendDocument", {"document": PNG}, chat_id=str(PRESS)))["result"][
        "document"
    ]
    assert document["file_name"] == "document.png"
    assert "can't use file of type Document as Photo" in await sim.error(
        "sendPhoto", chat_id=PRESS, photo=document["file_id"]
    )


async def test_an_album_is_several_messages_of_one_group(sim: Sim):
    media = '[{"type":"photo","media":"attach://a","caption":"uno"},{"type":"photo","media":"attach://b"}]'
    body = await upload(sim, "sendMediaGroup", {"a": PNG, "b": PNG}, chat_id=str(PRESS), media=media)
    first, second = body["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert second["message_id"] == first["message_id"] + 1
    alone = '[{"type":"photo","media":"attach://a"}]'
    assert (
        "2 to 10 items"
        in (await upload(sim, "sendMediaGroup", {"a": PNG}, chat_id=str(PRESS), media=alone))["description"]
    )
    mixed = '[{"type":"photo","media":"attach://a"},{"type":"document","media":"attach://b"}]'
    assert (
        "can't be mixed"
        in (await upload(sim, "sendMediaGroup", {"a": PNG, "b": PNG}, chat_id=str(PRESS), media=mixed))[
            "description"
        ]
    )
    missing = '[{"type":"photo","media":"attach://a"},{"type":"photo","media":"attach://z"}]'
    failed = await upload(sim, "sendMediaGroup", {"a": PNG}, chat_id=str(PRESS), media=missing)
    assert failed["description"].startswith("Bad Request: failed to send message #2 with the error message")
    assert len(await sim.messages(PRESS)) == 2


async def test_the_media_of_a_message_can_be_replaced(sim: Sim):
    sent = (await upload(sim, "sendPhoto", {"photo": PNG}, chat_id=str(PRESS)))["result"]
    media = '{"type":"document","media":"attach://d","caption":"nuovo"}'
    body = await upload(
        sim,
        "editMessageMedia",
        {"d": PNG},
        chat_id=str(PRESS),
        message_id=str(sent["message_id"]),
        media=media,
    )
    assert body["result"]["caption"] == "nuovo"
    assert "photo" not in body["result"]


async def test_a_copy_has_no_origin_and_a_forward_has(sim: Sim):
    sent = await sim.ok("sendMessage", chat_id=PRESS, text="<b>x</b>", parse_mode="HTML")
    source = {"from_chat_id": PRESS, "message_id": sent["message_id"]}
    assert await sim.ok("copyMessage", chat_id=PUBLIC, **source) == {"message_id": 1}
    forwarded = await sim.ok("forwardMessage", chat_id=PUBLIC, **source)
    assert forwarded["forward_origin"]["chat"]["id"] == PRESS
    assert forwarded["forward_origin"]["message_id"] == sent["message_id"]
    copy, _ = await sim.messages(PUBLIC)
    assert copy["entities"] == sent["entities"]
    assert "forward_origin" not in copy
    assert (
        await sim.error("copyMessage", chat_id=PUBLIC, from_chat_id=PRESS, message_id=9)
        == "400 Bad Request: message to copy not found"
    )
    assert (
        await sim.error("forwardMessage", chat_id=PUBLIC, from_chat_id=PRESS, message_id=9)
        == "400 Bad Request: message to forward not found"
    )


async def test_many_messages_are_copied_and_the_missing_ones_left_out(sim: Sim):
    for text in "abc":
        await sim.ok("sendMessage", chat_id=PRESS, text=text)
    await sim.ok("deleteMessage", chat_id=PRESS, message_id=2)
    made = await sim.ok("copyMessages", chat_id=PUBLIC, from_chat_id=PRESS, message_ids=[1, 2, 3, 8])
    assert [m["message_id"] for m in made] == [1, 2]
    assert "there are no messages to forward" in await sim.error(
        "forwardMessages", chat_id=PUBLIC, from_chat_id=PRESS, message_ids=[8]
    )


async def test_protected_content_can_be_copied_but_not_forwarded(sim: Sim):
    sent = await sim.ok("sendMessage", chat_id=PRESS, text="x", protect_content=True)
    assert sent["has_protected_content"] is True
    source = {"from_chat_id": PRESS, "message_id": sent["message_id"]}
    assert (
        await sim.error("forwardMessage", chat_id=PUBLIC, **source)
        == "400 Bad Request: message has protected content and can't be forwarded"
    )
    await sim.ok("copyMessage", chat_id=PUBLIC, **source)


async def test_a_reply_quotes_and_a_missing_target_is_an_error_unless_allowed(sim: Sim):
    first = await sim.ok("sendMessage", chat_id=PRESS, text="prima")
    reply = await sim.ok(
        "sendMessage",
        chat_id=PRESS,
        text="poi",
        reply_parameters={"message_id": first["message_id"], "quote": "rim"},
    )
    assert reply["reply_to_message"]["text"] == "prima"
    assert reply["quote"] == {"text": "rim", "position": 1, "is_manual": True}
    assert (
        await sim.error("sendMessage", chat_id=PRESS, text="x", reply_parameters={"message_id": 77})
        == "400 Bad Request: message to be replied not found"
    )
    lone = await sim.ok(
        "sendMessage",
        chat_id=PRESS,
        text="x",
        reply_parameters={"message_id": 77, "allow_sending_without_reply": True},
    )
    assert "reply_to_message" not in lone


async def test_deleting_works_for_48_hours_and_with_the_right_for_ever(sim: Sim):
    told = await sim.say(TENANT, "/start")
    own = await sim.ok("sendMessage", chat_id=TENANT, text="x")
    post = await sim.ok("sendMessage", chat_id=PRESS, text="x")
    await sim.post("clock", advance=48 * 3600 + 5)
    for number in (told["message_id"], own["message_id"]):
        assert (
            await sim.error("deleteMessage", chat_id=TENANT, message_id=number)
            == "400 Bad Request: message can't be deleted"
        )
    assert await sim.ok("deleteMessage", chat_id=PRESS, message_id=post["message_id"])
    assert (
        await sim.error("deleteMessage", chat_id=PRESS, message_id=post["message_id"])
        == "400 Bad Request: message to delete not found"
    )


async def test_pinning_needs_the_right_and_is_told_by_a_service_message(sim: Sim):
    in_group = await sim.ok("sendMessage", chat_id=GROUP, text="x")
    in_channel = await sim.ok("sendMessage", chat_id=PRESS, text="x")
    await sim.ok("pinChatMessage", chat_id=GROUP, message_id=in_group["message_id"])
    assert "not enough rights to manage pinned messages" in await sim.error(
        "pinChatMessage", chat_id=PRESS, message_id=in_channel["message_id"]
    )
    assert (await sim.ok("getChat", chat_id=GROUP))["pinned_message"]["text"] == "x"
    (update,) = await sim.updates()
    assert update["message"]["pinned_message"]["message_id"] == in_group["message_id"]
    await sim.ok("unpinChatMessage", chat_id=GROUP)
    assert "pinned_message" not in await sim.ok("getChat", chat_id=GROUP)


async def test_topics_are_made_closed_and_deleted(sim: Sim):
    topic = await sim.ok("createForumTopic", chat_id=GROUP, name="Segnalazioni")
    thread = topic["message_thread_id"]
    inside = await sim.ok("sendMessage", chat_id=GROUP, message_thread_id=thread, text="x")
    assert inside["is_topic_message"] is True
    said = await sim.say(STAFF, "ecco", chat=GROUP, thread=thread)
    assert said["message_thread_id"] == thread
    for wrong in (999, 1):
        assert (
            await sim.error("sendMessage", chat_id=GROUP, message_thread_id=wrong, text="x")
            == "400 Bad Request: message thread not found"
        )
    assert "message thread not found" in await sim.error(
        "sendMessage", chat_id=PRESS, message_thread_id=3, text="x"
    )
    await sim.ok("closeForumTopic", chat_id=GROUP, message_thread_id=thread)
    assert "TOPIC_NOT_MODIFIED" in await sim.error("closeForumTopic", chat_id=GROUP, message_thread_id=thread)
    await sim.ok("deleteForumTopic", chat_id=GROUP, message_thread_id=thread)
    assert "message thread not found" in await sim.error(
        "sendMessage", chat_id=GROUP, message_thread_id=thread, text="x"
    )
    assert "the chat is not a forum" in await sim.error("createForumTopic", chat_id=PRESS, name="x")


@pytest.mark.parametrize(
    ("method", "params", "field"),
    [
        (
            "sendVenue",
            {"latitude": 45.4, "longitude": 9.1, "title": "Sportello", "address": "via Gola 1"},
            "venue",
        ),
        ("sendContact", {"phone_number": "1522", "first_name": "Antiviolenza"}, "contact"),
        ("sendLocation", {"latitude": 45.4, "longitude": 9.1}, "location"),
        ("sendDice", {"emoji": "🎯"}, "dice"),
        ("sendPoll", {"question": "Sì?", "options": [{"text": "a"}, {"text": "b"}]}, "poll"),
    ],
)
async def test_other_kinds_of_message_are_posted(sim: Sim, method: str, params: dict[str, Any], field: str):
    sent = await sim.ok(method, chat_id=PRESS, **params)
    assert field in sent
    (kept,) = await sim.messages(PRESS)
    assert kept[field] == sent[field]


@pytest.mark.parametrize(
    "kind", ["video", "audio", "voice", "animation", "video_note", "sticker", "document"]
)
async def test_every_kind_of_file_can_be_sent(sim: Sim, kind: str):
    method = "send" + "".join(word.capitalize() for word in kind.split("_"))
    body = await upload(sim, method, {kind: b"some bytes"}, chat_id=str(PRESS))
    file_id = body["result"][kind]["file_id"]
    assert (await sim.ok("getFile", file_id=file_id))["file_size"] == 10


async def test_a_poll_is_stopped_once(sim: Sim):
    sent = await sim.ok("sendPoll", chat_id=PRESS, question="Sì?", options=[{"text": "a"}, {"text": "b"}])
    stopped = await sim.ok("stopPoll", chat_id=PRESS, message_id=sent["message_id"])
    assert stopped["is_closed"] is True
    assert "already been closed" in await sim.error("stopPoll", chat_id=PRESS, message_id=sent["message_id"])


async def test_a_reply_keyboard_stays_until_removed(sim: Sim):
    await sim.say(TENANT, "/start")

    async def shown() -> object:
        return (await sim.get(f"users/{TENANT}/chats"))[0]["keyboard"]

    keyboard = {"keyboard": [[{"text": "Il mio telefono", "request_contact": True}]], "resize_keyboard": True}
    await sim.ok("sendMessage", chat_id=TENANT, text="x", reply_markup=keyboard)
    await sim.ok("sendMessage", chat_id=TENANT, text="y")
    assert await shown() == keyboard
    await sim.ok("sendMessage", chat_id=TENANT, text="z", reply_markup={"remove_keyboard": True})
    assert await shown() is None
    assert "private chats only" in await sim.error(
        "sendMessage", chat_id=GROUP, text="x", reply_markup=keyboard
    )


async def test_a_persons_document_reaches_the_bot_and_can_be_downloaded(sim: Sim):
    data = b"id;titolo\n1;prova\n"
    file = {"name": "schede.csv", "base64": base64.b64encode(data).decode(), "mime": "text/csv"}
    await sim.post(f"users/{TENANT}/say", document=file, caption="ecco #schede")
    (update,) = await sim.updates()
    document = update["message"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("schede.csv", "text/csv")
    assert update["message"]["caption_entities"][0]["type"] == "hashtag"
    path = (await sim.ok("getFile", file_id=document["file_id"]))["file_path"]
    async with sim.http.get(f"{sim.base}/file/bot{TOKEN}/{path}") as answer:
        assert await answer.read() == data
