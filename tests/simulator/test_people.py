"""What people do, what the bot hears of it, and what it may do to them."""

import asyncio
from typing import Any

import pytest

from tests.simulator.conftest import BOT, GROUP, JOURNALIST, PRESS, PUBLIC, STAFF, TENANT, TOKEN, Sim

PRESS_LINK = "https://t.me/+press000000001"
TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
BUTTON = {"inline_keyboard": [[{"text": "Sì", "callback_data": "si"}]]}


async def test_the_world_starts_as_the_example_config_says(sim: Sim):
    state = await sim.get("state")
    assert {u["id"]: u["role"] for u in state["users"]} == {
        TENANT: "tenant",
        JOURNALIST: "journalist",
        STAFF: "staff",
    }
    assert {c["id"]: c["type"] for c in state["chats"]} == {
        PRESS: "channel",
        PUBLIC: "channel",
        GROUP: "supergroup",
    }
    me = await sim.ok("getChatMember", chat_id=PRESS, user_id=BOT)
    assert (me["can_post_messages"], me["can_delete_messages"], me["can_invite_users"]) == (True, True, True)
    assert me["can_edit_messages"] is False
    assert (await sim.ok("getChat", chat_id=GROUP))["is_forum"] is True
    admins = await sim.ok("getChatAdministrators", chat_id=GROUP)
    assert {a["status"] for a in admins} == {"creator", "administrator"}


async def test_a_message_of_a_person_arrives_with_its_entities(sim: Sim):
    await sim.say(TENANT, "/start da_volantino")
    (update,) = await sim.updates()
    message = update["message"]
    assert message["from"]["language_code"] == "it"
    assert message["chat"] == {"id": TENANT, "type": "private", "first_name": "Fatima", "last_name": "Haddad"}
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_a_text_longer_than_a_message_is_split_as_the_apps_do(sim: Sim):
    await sim.say(TENANT, "a" * 10_000)
    lengths = [len(u["message"]["text"]) for u in await sim.updates()]
    assert lengths == [4096, 4096, 1808]


@pytest.mark.parametrize(
    "what",
    [
        {"sticker": "👍"},
        {"voice": {"duration": 3}},
        {"location": {"latitude": 45.48, "longitude": 9.12}},
        {"contact": {}},
        {"text": "inoltrato", "forwarded_from": "Qualcuno"},
        {"text": "da un bot", "via_bot": 777},
    ],
)
async def test_people_send_all_sorts_of_things(sim: Sim, what: dict[str, Any]):
    said = await sim.post(f"users/{TENANT}/say", **what)
    (update,) = await sim.updates()
    assert update["message"]["message_id"] == said["message_id"]


async def test_nonsense_is_refused_with_what_to_do_instead(sim: Sim):
    assert "empty" in await sim.refused(f"users/{TENANT}/say", text="  ")
    assert "exactly one of" in await sim.refused(f"users/{TENANT}/say")
    assert "join first" in await sim.refused(f"users/{TENANT}/say", text="x", chat=GROUP)
    assert "may not post" in (
        await sim.post(f"users/{TENANT}/join", link="t.me/casamilano_news")
        and await sim.refused(f"users/{TENANT}/say", text="x", chat=PUBLIC)
    )
    assert "there is no user 5" in await sim.refused("users/5/say", text="x")


async def test_an_edited_message_arrives_as_such(sim: Sim):
    said = await sim.say(TENANT, "prima")
    await sim.say(TENANT, "poi", edit=said["message_id"])
    first, second = await sim.updates()
    assert (first["message"]["text"], second["edited_message"]["text"]) == ("prima", "poi")


async def test_a_pressed_button_is_answered_once_and_in_time(sim: Sim):
    await sim.say(TENANT, "/start")
    sent = await sim.ok("sendMessage", chat_id=TENANT, text="x", reply_markup=BUTTON)
    pressed = await sim.post(f"users/{TENANT}/press", chat=TENANT, message_id=sent["message_id"], data="si")
    query = (await sim.updates())[-1]["callback_query"]
    assert query["id"] == pressed["query_id"]
    assert query["message"]["message_id"] == sent["message_id"]
    assert not (await sim.get(f"queries/{query['id']}"))["answered"]
    await sim.ok("answerCallbackQuery", callback_query_id=query["id"], text="Fatto", show_alert=True)
    assert await sim.get(f"queries/{query['id']}") == {
        "answered": True,
        "text": "Fatto",
        "show_alert": True,
        "url": "",
    }
    assert await sim.error("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD
    assert await sim.error("answerCallbackQuery", callback_query_id="1") == TOO_OLD
    assert "MESSAGE_TOO_LONG" in await sim.error("answerCallbackQuery", callback_query_id="1", text="x" * 201)


async def test_a_query_is_too_old_after_a_while(sim: Sim):
    await sim.say(TENANT, "/start")
    pressed = await sim.post(f"users/{TENANT}/press", chat=TENANT, message_id=1, data="si")
    await sim.post("clock", advance=16 * 60)
    assert await sim.error("answerCallbackQuery", callback_query_id=pressed["query_id"]) == TOO_OLD


async def test_a_forged_press_on_a_message_that_never_was_still_arrives(sim: Sim):
    await sim.post(f"users/{TENANT}/press", chat=TENANT, message_id=999, data="admin:delete")
    (update,) = await sim.updates()
    assert update["callback_query"]["message"] == {
        "chat": {"id": TENANT, "type": "private", "first_name": "Fatima", "last_name": "Haddad"},
        "message_id": 999,
        "date": 0,
    }


async def test_a_join_request_opens_the_applicants_chat_for_five_minutes(sim: Sim):
    assert await sim.post(f"users/{JOURNALIST}/join", link=PRESS_LINK) == {"status": "requested"}
    (update,) = await sim.updates()
    request = update["chat_join_request"]
    assert (request["from"]["id"], request["user_chat_id"]) == (JOURNALIST, JOURNALIST)
    assert request["invite_link"]["creates_join_request"] is True
    await sim.ok("sendMessage", chat_id=JOURNALIST, text="Benvenuta")
    await sim.post("clock", advance=301)
    assert (
        await sim.error("sendMessage", chat_id=JOURNALIST, text="x")
        == "403 Forbidden: bot can't initiate conversation with a user"
    )
    await sim.say(JOURNALIST, "/start")
    await sim.ok("sendMessage", chat_id=JOURNALIST, text="x")


async def test_an_approved_applicant_is_in_and_a_declined_one_is_not(sim: Sim):
    for user in (JOURNALIST, TENANT):
        await sim.post(f"users/{user}/join", link=PRESS_LINK)
    await sim.ok("approveChatJoinRequest", chat_id=PRESS, user_id=JOURNALIST)
    await sim.ok("declineChatJoinRequest", chat_id=PRESS, user_id=TENANT)
    assert (await sim.ok("getChatMember", chat_id=PRESS, user_id=JOURNALIST))["status"] == "member"
    assert (await sim.ok("getChatMember", chat_id=PRESS, user_id=TENANT))["status"] == "left"
    assert "USER_ALREADY_PARTICIPANT" in await sim.error(
        "approveChatJoinRequest", chat_id=PRESS, user_id=JOURNALIST
    )
    assert "HIDE_REQUESTER_MISSING" in await sim.error(
        "approveChatJoinRequest", chat_id=PRESS, user_id=TENANT
    )
    assert [row["chat"] for row in await sim.get(f"users/{JOURNALIST}/chats")] == [JOURNALIST, PRESS]


async def test_invite_links_end_by_number_time_and_revocation(sim: Sim):
    link = await sim.ok("createChatInviteLink", chat_id=PUBLIC, name="Uno solo", member_limit=1)
    assert await sim.post(f"users/{TENANT}/join", link=link["invite_link"]) == {"status": "joined"}
    assert "expired" in await sim.refused(f"users/{JOURNALIST}/join", link=link["invite_link"])
    now = int((await sim.get("state"))["now"])
    timed = await sim.ok("createChatInviteLink", chat_id=PUBLIC, expire_date=now + 60)
    await sim.post("clock", advance=61)
    assert "expired" in await sim.refused(f"users/{JOURNALIST}/join", link=timed["invite_link"])
    third = await sim.ok("createChatInviteLink", chat_id=PUBLIC)
    assert (await sim.ok("revokeChatInviteLink", chat_id=PUBLIC, invite_link=third["invite_link"]))[
        "is_revoked"
    ]
    assert "no such link" in await sim.refused(f"users/{JOURNALIST}/join", link=third["invite_link"])


async def test_blocking_ends_the_right_to_write_until_the_person_writes_again(sim: Sim):
    await sim.say(TENANT, "/start")
    await sim.post(f"users/{TENANT}/block", blocked=True)
    assert (
        await sim.error("sendMessage", chat_id=TENANT, text="x")
        == "403 Forbidden: bot was blocked by the user"
    )
    await sim.say(TENANT, "/start")
    await sim.ok("sendMessage", chat_id=TENANT, text="x")
    statuses = [
        u["my_chat_member"]["new_chat_member"]["status"] for u in await sim.updates() if "my_chat_member" in u
    ]
    assert statuses == ["kicked", "member"]


async def test_a_deactivated_person_cannot_be_written_to(sim: Sim):
    await sim.say(TENANT, "/start")
    await sim.post(f"users/{TENANT}/deactivate")
    assert await sim.error("sendMessage", chat_id=TENANT, text="x") == "403 Forbidden: user is deactivated"


async def test_a_bot_thrown_out_or_never_in_gets_the_right_403(sim: Sim):
    await sim.post(f"chats/{PRESS}/remove", user=BOT)
    await sim.post(f"chats/{GROUP}/rights", user=BOT, status="left")
    assert (
        await sim.error("sendMessage", chat_id=PRESS, text="x")
        == "403 Forbidden: bot was kicked from the channel chat"
    )
    assert (
        await sim.error("sendMessage", chat_id=GROUP, text="x")
        == "403 Forbidden: bot is not a member of the supergroup chat"
    )


async def test_without_the_right_to_post_the_channel_is_closed(sim: Sim):
    await sim.post(f"chats/{PRESS}/rights", user=BOT, rights={"can_post_messages": False})
    assert (
        await sim.error("sendMessage", chat_id=PRESS, text="x")
        == "400 Bad Request: need administrator rights in the channel chat"
    )
    await sim.post(f"chats/{PRESS}/rights", user=BOT, rights={"can_post_messages": True})
    await sim.ok("sendMessage", chat_id=PRESS, text="x")
    changes = [u["my_chat_member"]["new_chat_member"]["can_post_messages"] for u in await sim.updates()]
    assert changes == [False, True]


async def test_a_migrated_group_tells_its_new_id(sim: Sim):
    new = (await sim.post(f"chats/{GROUP}/migrate"))["chat"]
    status, body = await sim.raw("sendMessage", chat_id=GROUP, text="x")
    assert status == 400
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": new}
    await sim.ok("sendMessage", chat_id=new, text="x")


async def test_banning_removes_and_keeps_out(sim: Sim):
    await sim.post(f"users/{TENANT}/join", link="https://t.me/+staff000000003")
    await sim.ok("banChatMember", chat_id=GROUP, user_id=TENANT)
    assert "banned" in await sim.refused(f"users/{TENANT}/join", link="https://t.me/+staff000000003")
    await sim.ok("unbanChatMember", chat_id=GROUP, user_id=TENANT, only_if_banned=True)
    assert await sim.post(f"users/{TENANT}/join", link="https://t.me/+staff000000003") == {"status": "joined"}
    assert "can't remove chat owner" in await sim.error("banChatMember", chat_id=GROUP, user_id=STAFF)
    assert "not enough rights" in await sim.error("banChatMember", chat_id=PRESS, user_id=TENANT)
    await sim.ok(
        "restrictChatMember", chat_id=GROUP, user_id=TENANT, permissions={"can_send_messages": False}
    )
    assert "restricted" in await sim.refused(f"users/{TENANT}/say", text="x", chat=GROUP)


async def test_membership_changes_are_told_only_to_bots_that_asked(sim: Sim):
    await sim.post(f"users/{TENANT}/join", link="t.me/casamilano_news")
    assert await sim.updates() == []
    await sim.ok("getUpdates", allowed_updates=["chat_member"])
    await sim.post(f"users/{TENANT}/leave", chat=PUBLIC)
    (update,) = await sim.updates()
    assert update["chat_member"]["new_chat_member"]["status"] == "left"


async def test_reactions_are_named_in_groups_and_only_counted_in_channels(sim: Sim):
    await sim.ok("getUpdates", allowed_updates=["message_reaction", "message_reaction_count"])
    for chat in (GROUP, PRESS):
        sent = await sim.ok("sendMessage", chat_id=chat, text="x")
        await sim.post(f"users/{STAFF}/react", chat=chat, message_id=sent["message_id"], emoji="👍")
    in_group, in_channel = await sim.updates()
    assert in_group["message_reaction"]["user"]["id"] == STAFF
    assert in_channel["message_reaction_count"]["reactions"] == [
        {"type": {"type": "emoji", "emoji": "👍"}, "total_count": 1}
    ]
    assert (await sim.messages(PRESS))[0]["reactions"] == [{"emoji": "👍", "users": [STAFF]}]
    assert "REACTION_INVALID" in await sim.error(
        "setMessageReaction", chat_id=PRESS, message_id=1, reaction=[{"type": "emoji", "emoji": "🧶"}]
    )


async def test_an_inline_query_is_answered_chosen_and_posted_by_way_of_the_bot(sim: Sim):
    asked = asyncio.create_task(sim.post(f"users/{TENANT}/inline", query="ascensore"))
    (update,) = await sim.ok("getUpdates", timeout=5)
    query = update["inline_query"]
    assert query["query"] == "ascensore"
    result = {
        "type": "article",
        "id": "1",
        "title": "Guasti",
        "input_message_content": {"message_text": "<b>800 1</b>", "parse_mode": "HTML"},
    }
    assert "RESULT_ID_DUPLICATE" in await sim.error(
        "answerInlineQuery", inline_query_id=query["id"], results=[result, result]
    )
    await sim.ok("answerInlineQuery", inline_query_id=query["id"], results=[result])
    answer = await asked
    assert answer["results"][0]["title"] == "Guasti"
    chosen = await sim.post(f"users/{TENANT}/choose", query_id=answer["query_id"], result_id="1")
    assert chosen["via_bot"]["id"] == BOT
    assert chosen["entities"] == [{"type": "bold", "offset": 0, "length": 5}]


async def test_the_command_menu_follows_scope_and_language(sim: Sim):
    def commands(*names: str) -> list[dict[str, str]]:
        return [{"command": name, "description": name} for name in names]

    await sim.ok("setMyCommands", commands=commands("aiuto"))
    await sim.ok("setMyCommands", commands=commands("guide"), language_code="en")
    await sim.say(STAFF, "/start")
    await sim.ok("setMyCommands", commands=commands("annuncio"), scope={"type": "chat", "chat_id": STAFF})
    english = await sim.post("users", name="Ann Lee", lang="en", role="journalist")

    async def menu(user: int) -> list[str]:
        return [c["command"] for c in await sim.get(f"users/{user}/commands")]

    assert await menu(TENANT) == ["aiuto"]
    assert await menu(english["id"]) == ["guide"]
    assert await menu(STAFF) == ["annuncio"]
    await sim.ok("deleteMyCommands", scope={"type": "chat", "chat_id": STAFF})
    assert await menu(STAFF) == ["aiuto"]
    assert await sim.ok("getMyCommands", language_code="en") == commands("guide")


async def test_unread_marks_count_what_others_wrote(sim: Sim):
    await sim.say(TENANT, "/start")
    for text in "ab":
        sent = await sim.ok("sendMessage", chat_id=TENANT, text=text)

    async def unread() -> int:
        return int((await sim.get(f"users/{TENANT}/chats"))[0]["unread"])

    assert await unread() == 2
    await sim.post(f"users/{TENANT}/read", chat=TENANT, upto=sent["message_id"])
    assert await unread() == 0


async def test_two_bots_share_channels_but_not_private_chats(sim: Sim):
    other = "43:another"
    await sim.ok("getMe", token=other)
    await sim.say(TENANT, "/start")
    assert (
        await sim.error("sendMessage", token=other, chat_id=TENANT, text="x")
        == "400 Bad Request: chat not found"
    )
    await sim.say(TENANT, "/start", bot=43)
    mine = await sim.ok("sendMessage", token=other, chat_id=TENANT, text="x")
    assert mine["message_id"] == 2
    assert [m["text"] for m in await sim.messages(TENANT, bot=43)] == ["/start", "x"]
    await sim.ok("sendMessage", token=other, chat_id=PRESS, text="x")
    assert [u["message"]["text"] for u in await sim.updates()] == ["/start"]
    assert (await sim.ok("sendMessage", token=TOKEN, chat_id=PRESS, text="y"))["message_id"] == 2
