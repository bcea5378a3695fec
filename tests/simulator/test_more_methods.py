"""The methods no other test calls: each changes what it says, and what it may not do is refused."""

from typing import Any

import aiohttp
import pytest

from tests.simulator.conftest import BOT, GROUP, JOURNALIST, PNG, PRESS, TENANT, Sim


async def admin(sim: Sim, chat: int, **rights: bool) -> None:
    """Give the bot these rights in the chat, on top of those it has."""
    had = await sim.ok("getChatMember", chat_id=chat, user_id=BOT)
    known = {name: value for name, value in had.items() if name.startswith("can_") and value}
    known.pop("can_be_edited", None)
    await sim.post(f"chats/{chat}/rights", user=BOT, rights=known | rights)


async def upload(sim: Sim, method: str, name: str, data: bytes, **fields: str) -> Any:
    """One file, as multipart."""
    form = aiohttp.FormData()
    for key, value in fields.items():
        form.add_field(key, value)
    form.add_field(name, data, filename="file.bin")
    async with sim.http.post(f"{sim.base}/bot42:simulator-test/{method}", data=form) as answer:
        body = await answer.json()
    assert body["ok"], body
    return body["result"]


async def test_what_a_bot_says_of_itself_is_kept_by_language(sim: Sim) -> None:
    """Name, description, short description."""
    for what, field in (
        ("Name", "name"),
        ("Description", "description"),
        ("ShortDescription", "short_description"),
    ):
        await sim.ok(f"setMy{what}", **{field: "Portineria"})
        await sim.ok(f"setMy{what}", **{field: "The lodge", "language_code": "en"})
        assert await sim.ok(f"getMy{what}") == {field: "Portineria"}
        assert await sim.ok(f"getMy{what}", language_code="en") == {field: "The lodge"}


async def test_the_menu_button_and_the_wished_rights_are_kept(sim: Sim) -> None:
    """For one chat, and by default."""
    await sim.say(TENANT, "/start")
    await sim.ok("setChatMenuButton", chat_id=TENANT, menu_button={"type": "commands"})
    assert await sim.ok("getChatMenuButton", chat_id=TENANT) == {"type": "commands"}
    before = await sim.ok("getMyDefaultAdministratorRights")
    assert before["can_delete_messages"] is False
    await sim.ok("setMyDefaultAdministratorRights", rights=before | {"can_delete_messages": True})
    assert (await sim.ok("getMyDefaultAdministratorRights"))["can_delete_messages"] is True
    channels = await sim.ok("getMyDefaultAdministratorRights", for_channels=True)
    assert channels["can_delete_messages"] is False


async def test_a_chats_title_description_and_picture_change_with_the_right_to(sim: Sim) -> None:
    """Without can_change_info each is refused."""
    await admin(sim, GROUP, can_change_info=False)
    assert "not enough rights" in await sim.error("setChatTitle", chat_id=GROUP, title="Redazione 2")
    await admin(sim, GROUP, can_change_info=True)
    await sim.ok("setChatTitle", chat_id=GROUP, title="Redazione 2")
    await sim.ok("setChatDescription", chat_id=GROUP, description="Chi scrive e chi risponde")
    await upload(sim, "setChatPhoto", "photo", PNG, chat_id=str(GROUP))
    chat = await sim.ok("getChat", chat_id=GROUP)
    assert (chat["title"], chat["description"]) == ("Redazione 2", "Chi scrive e chi risponde")
    assert "photo" in chat
    await sim.ok("deleteChatPhoto", chat_id=GROUP)
    assert "photo" not in await sim.ok("getChat", chat_id=GROUP)


async def test_members_are_counted_promoted_titled_and_restricted(sim: Sim) -> None:
    """Promotion shows in their membership, a title beside it; permissions hold for everybody else."""
    await admin(sim, GROUP, can_promote_members=True, can_restrict_members=True, can_pin_messages=True)
    count = await sim.ok("getChatMemberCount", chat_id=GROUP)
    state = await sim.get("state")
    link = next(chat["join_link"] for chat in state["chats"] if chat["id"] == GROUP)
    joined = await sim.post(f"users/{TENANT}/join", link=link)
    if joined["status"] == "requested":
        await sim.ok("approveChatJoinRequest", chat_id=GROUP, user_id=TENANT)
    assert await sim.ok("getChatMemberCount", chat_id=GROUP) == count + 1
    await sim.ok("promoteChatMember", chat_id=GROUP, user_id=TENANT, can_pin_messages=True)
    await sim.ok("setChatAdministratorCustomTitle", chat_id=GROUP, user_id=TENANT, custom_title="scala B")
    member = await sim.ok("getChatMember", chat_id=GROUP, user_id=TENANT)
    assert (member["status"], member["can_pin_messages"], member["custom_title"]) == (
        "administrator",
        True,
        "scala B",
    )
    await sim.ok("setChatPermissions", chat_id=GROUP, permissions={"can_send_messages": False})
    assert (await sim.ok("getChat", chat_id=GROUP))["permissions"]["can_send_messages"] is False


async def test_links_are_exported_edited_and_counted_for_joining(sim: Sim) -> None:
    """The primary link is replaced by a new one; a named link changes its name and its kind."""
    first = await sim.ok("exportChatInviteLink", chat_id=PRESS)
    second = await sim.ok("exportChatInviteLink", chat_id=PRESS)
    assert first != second
    made = await sim.ok("createChatInviteLink", chat_id=PRESS, name="Cronaca")
    edited = await sim.ok(
        "editChatInviteLink",
        chat_id=PRESS,
        invite_link=made["invite_link"],
        name="Cronaca locale",
        creates_join_request=True,
    )
    assert (edited["name"], edited["creates_join_request"]) == ("Cronaca locale", True)
    assert (await sim.post(f"users/{JOURNALIST}/join", link=edited["invite_link"]))["status"] == "requested"


async def test_topics_are_renamed_closed_opened_and_hidden(sim: Sim) -> None:
    """The general one too; a closed topic takes no message from people without rights."""
    await admin(sim, GROUP, can_manage_topics=True)
    topic = await sim.ok("createForumTopic", chat_id=GROUP, name="Urgenti")
    thread = topic["message_thread_id"]
    await sim.ok("editForumTopic", chat_id=GROUP, message_thread_id=thread, name="Urgentissimi")
    await sim.ok("closeForumTopic", chat_id=GROUP, message_thread_id=thread)
    await sim.ok("reopenForumTopic", chat_id=GROUP, message_thread_id=thread)
    await sim.ok("editGeneralForumTopic", chat_id=GROUP, name="Portineria")
    names = [
        one["name"]
        for chat in (await sim.get("state"))["chats"]
        if chat["id"] == GROUP
        for one in chat["topics"]
    ]
    assert "Urgentissimi" in names
    for method in (
        "closeGeneralForumTopic",
        "reopenGeneralForumTopic",
        "hideGeneralForumTopic",
        "unhideGeneralForumTopic",
    ):
        await sim.ok(method, chat_id=GROUP)
    assert isinstance(await sim.ok("getForumTopicIconStickers"), list)


async def test_everything_pinned_is_unpinned_at_once(sim: Sim) -> None:
    """In the whole chat, and in one topic."""
    await admin(sim, GROUP, can_pin_messages=True, can_manage_topics=True)
    thread = (await sim.ok("createForumTopic", chat_id=GROUP, name="Avvisi"))["message_thread_id"]
    inside = await sim.ok("sendMessage", chat_id=GROUP, text="nel tema", message_thread_id=thread)
    outside = await sim.ok("sendMessage", chat_id=GROUP, text="fuori")
    for message in (inside, outside):
        await sim.ok("pinChatMessage", chat_id=GROUP, message_id=message["message_id"])
    await sim.ok("unpinAllForumTopicMessages", chat_id=GROUP, message_thread_id=thread)
    assert (await sim.ok("getChat", chat_id=GROUP))["pinned_message"]["text"] == "fuori"
    await sim.ok("unpinAllChatMessages", chat_id=GROUP)
    assert "pinned_message" not in await sim.ok("getChat", chat_id=GROUP)


@pytest.mark.parametrize(
    ("method", "field"),
    [
        ("sendAnimation", "animation"),
        ("sendAudio", "audio"),
        ("sendVideo", "video"),
        ("sendVideoNote", "video_note"),
        ("sendVoice", "voice"),
        ("sendSticker", "sticker"),
    ],
)
async def test_every_kind_of_media_is_sent_and_sent_again_by_its_id(
    sim: Sim, method: str, field: str
) -> None:
    """Uploaded once, then by file_id; the bytes come back."""
    data = PNG if field == "sticker" else b"\x00\x01media" * 50
    sent = await upload(sim, method, field, data, chat_id=str(PRESS))
    file_id = sent[field]["file_id"]
    again = await sim.ok(method, chat_id=PRESS, **{field: file_id})
    assert again[field]["file_id"] == file_id
    path = (await sim.ok("getFile", file_id=file_id))["file_path"]
    async with sim.http.get(f"{sim.base}/file/bot42:simulator-test/{path}") as answer:
        assert await answer.read() == data


async def test_a_persons_pictures_are_none_and_a_bot_can_leave_and_log_out(sim: Sim) -> None:
    """After leaving, the chat is closed to the bot."""
    await sim.say(TENANT, "ciao")
    pictures = await sim.ok("getUserProfilePhotos", user_id=TENANT)
    assert pictures == {"total_count": 0, "photos": []}
    await sim.ok("leaveChat", chat_id=GROUP)
    assert (await sim.error("sendMessage", chat_id=GROUP, text="x")).startswith(
        "403 Forbidden: bot is not a member"
    )
    assert await sim.ok("logOut") is True
