"""The simulator is harder to please than Telegram: whatever does not fit the table is refused."""

from typing import Any

import aiohttp
import pytest

from bot.simulator.methods import METHODS
from bot.simulator.schema import Misfit, check_of, methods, table
from tests.simulator.conftest import PRESS, TENANT, Sim


async def test_an_unknown_method_is_not_found(sim: Sim):
    assert await sim.error("sendMesage", chat_id=1, text="x") == "404 Not Found: method not found"


async def test_a_method_not_served_yet_says_so(sim: Sim):
    assert "does not serve sendInvoice yet" in await sim.error("sendInvoice")


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"chat_id": PRESS, "txt": "x"}, 'unknown parameter "txt" of sendMessage'),
        ({"chat_id": PRESS}, 'parameter "text" of sendMessage is missing'),
        ({"text": "x"}, 'parameter "chat_id" of sendMessage is missing'),
        ({"chat_id": PRESS, "text": ["x"]}, "a String expected in text"),
        ({"chat_id": PRESS, "text": "x", "disable_notification": "forse"}, "a Boolean expected"),
        ({"chat_id": PRESS, "text": "x", "message_thread_id": "uno"}, "an Integer expected"),
        ({"chat_id": PRESS, "text": "x", "reply_markup": "{"}, "can't parse JSON"),
        (
            {
                "chat_id": PRESS,
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "callback": "b"}]]},
            },
            'unknown field "callback" of InlineKeyboardButton',
        ),
        (
            {"chat_id": PRESS, "text": "x", "reply_markup": {"inline_keyboard": [[{"callback_data": "b"}]]}},
            'field "text" of InlineKeyboardButton is missing',
        ),
        (
            {"chat_id": PRESS, "text": "x", "entities": [{"type": "bold", "offset": "0", "length": 1}]},
            "an Integer expected in entities.[0].offset",
        ),
    ],
)
async def test_a_wrong_request_is_refused_with_the_place_of_the_fault(
    sim: Sim, params: dict[str, Any], words: str
):
    answer = await sim.error("sendMessage", **params)
    assert answer.startswith("400 Bad Request: ")
    assert words in answer
    assert await sim.messages(PRESS) == []


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendMessage", {"text": ""}, "message text is empty"),
        ("sendMessage", {"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ("sendMessage", {"text": "a" * 4097}, "message is too long"),
        ("sendMessage", {"text": "🏠" * 2049}, "message is too long"),
        ("sendMessage", {"text": "a" * 32769}, "text is too long"),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b" * 65}]]}},
            "BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
            "Text buttons are unallowed",
        ),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": " ", "url": "https://a.it"}]]}},
            "button text must be non-empty",
        ),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "url": "ciao"}]]}},
            "is invalid: Wrong HTTP URL",
        ),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]] * 101}},
            "reply markup is too long",
        ),
        ("sendLocation", {"latitude": 91, "longitude": 0}, "latitude must be between"),
        ("sendLocation", {"latitude": 45, "longitude": 9, "live_period": 59}, "wrong live location period"),
        ("sendChatAction", {"action": "dormire"}, "wrong parameter action"),
        ("createChatInviteLink", {"name": "n" * 33}, "INVITE_LINK_NAME_TOO_LONG"),
        (
            "createChatInviteLink",
            {"member_limit": 5, "creates_join_request": True},
            "member limit can't be specified",
        ),
        ("copyMessages", {"from_chat_id": PRESS, "message_ids": [2, 1]}, "strictly increasing"),
        ("deleteMessages", {"message_ids": list(range(1, 102))}, "too many message identifiers"),
    ],
)
async def test_lengths_and_ranges_of_the_documentation_hold(
    sim: Sim, method: str, params: dict[str, Any], words: str
):
    assert words in await sim.error(method, chat_id=PRESS, **params)


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("setMyCommands", {"commands": [{"command": "Aiuto", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        (
            "setMyCommands",
            {"commands": [{"command": "aiuto", "description": ""}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ("setMyCommands", {"commands": [{"command": "a", "description": "x"}] * 101}, "too many commands"),
        ("setMyDescription", {"description": "x" * 513}, "BOT_DESCRIPTION_TOO_LONG"),
        ("setMyShortDescription", {"short_description": "x" * 121}, "BOT_SHORT_DESCRIPTION_TOO_LONG"),
        (
            "setWebhook",
            {"url": "http://127.0.0.1:1/x", "secret_token": "con spazi"},
            "secret token contains unallowed",
        ),
        ("setWebhook", {"url": "https://esempio.it/x"}, "loopback addresses only"),
        ("setWebhook", {"url": "http://127.0.0.1:1/x", "max_connections": 101}, "max_connections"),
    ],
)
async def test_settings_of_the_bot_have_their_limits(
    sim: Sim, method: str, params: dict[str, Any], words: str
):
    assert words in await sim.error(method, **params)


async def test_parameters_may_come_as_query_form_json_or_multipart_and_in_any_case(sim: Sim):
    url = f"{sim.base}/bot42:simulator-test/SENDmessage"
    fields = {"chat_id": str(PRESS), "text": "ciao è"}
    async with sim.http.get(url, params=fields) as answer:
        assert (await answer.json())["result"]["text"] == "ciao è"
    async with sim.http.post(url, data=fields) as answer:
        assert (await answer.json())["result"]["message_id"] == 2
    async with sim.http.post(url, json={**fields, "chat_id": PRESS}) as answer:
        assert (await answer.json())["result"]["message_id"] == 3
    form = aiohttp.FormData(fields, quote_fields=False)
    form.add_field(
        "reply_markup", '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}', content_type="text/plain"
    )
    async with sim.http.post(url, data=form) as answer:
        assert (await answer.json())["result"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "a"


async def test_broken_bodies_are_refused(sim: Sim):
    url = f"{sim.base}/bot42:simulator-test/sendMessage"
    for data, kind in ((b"{", "application/json"), (b"[1]", "application/json"), (b"x", "text/csv")):
        async with sim.http.post(url, data=data, headers={"Content-Type": kind}) as answer:
            assert answer.status == 400


async def test_a_wrong_token_is_unauthorized_and_none_is_not_found(sim: Sim):
    assert await sim.error("getMe", token="42:another") == "401 Unauthorized"
    assert await sim.error("getMe", token="nonsense") == "404 Not Found"


def test_every_method_of_the_table_is_served():
    assert set(methods()) - set(METHODS) == {"getupdates"}


def test_every_type_of_the_table_has_a_check():
    for name in table()["types"]:
        with pytest.raises(Misfit):
            check_of(name)(object())


def test_an_answer_that_does_not_fit_is_caught():
    with pytest.raises(Misfit, match='field "chat" of Message is missing'):
        check_of("Message")({"message_id": 1, "date": 2})
    with pytest.raises(Misfit, match="is no status of ChatMember"):
        check_of("ChatMember")({"status": "boss", "user": {"id": 1, "is_bot": False, "first_name": "a"}})


async def test_a_person_who_never_wrote_is_not_found(sim: Sim):
    assert await sim.error("sendMessage", chat_id=TENANT, text="x") == "400 Bad Request: chat not found"
    assert await sim.error("sendMessage", chat_id=987, text="x") == "400 Bad Request: chat not found"
