"""Two client libraries, unmodified, find nothing to complain about."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot as AiogramBot
from aiogram import Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    ChatJoinRequest,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    InputPollOption,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram import Bot, InputFile, InputMediaDocument, LinkPreviewOptions
from telegram import InlineKeyboardButton as PtbButton
from telegram import InlineKeyboardMarkup as PtbMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter
from telegram.warnings import PTBDeprecationWarning

from tests.simulator.conftest import GROUP, JOURNALIST, PNG, PRESS, PUBLIC, TENANT, TOKEN, Sim


@pytest.fixture
async def aiogram(sim: Sim) -> AsyncIterator[AiogramBot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sim.base))
    async with AiogramBot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML")) as bot:
        yield bot


@pytest.fixture
async def ptb(sim: Sim) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{sim.base}/bot", base_file_url=f"{sim.base}/file/bot") as bot:
        yield bot


async def test_aiogram_sends_and_reads_back_all_kinds(sim: Sim, aiogram: AiogramBot):
    assert (await aiogram.get_me()).id == 42
    await sim.say(TENANT, "/start")
    keys = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Sì", callback_data="si")]])
    sent = await aiogram.send_message(TENANT, "<b>Ciao</b> www.esempio.it", reply_markup=keys)
    assert [e.type for e in sent.entities or []] == ["bold", "url"]
    assert (await sent.edit_text("<i>Altro</i>")).text == "Altro"  # type: ignore[union-attr]
    photo = await aiogram.send_photo(PRESS, BufferedInputFile(PNG, "a.png"), caption="<u>foto</u>")
    assert photo.photo is not None
    file = await aiogram.get_file(photo.photo[-1].file_id)
    assert (await aiogram.download_file(file.file_path or "")).read() == PNG  # type: ignore[union-attr]
    album = await aiogram.send_media_group(
        PRESS,
        [InputMediaPhoto(media=BufferedInputFile(PNG, f"{n}.png"), caption=f"<b>{n}</b>") for n in "ab"],
    )
    assert len({m.media_group_id for m in album}) == 1
    await aiogram.send_document(
        PRESS, BufferedInputFile(b"x", "a.txt"), reply_parameters=ReplyParameters(message_id=1)
    )
    await aiogram.send_venue(PRESS, latitude=45.4, longitude=9.1, title="Sportello", address="via Gola 1")
    await aiogram.send_contact(PRESS, phone_number="1522", first_name="Antiviolenza")
    await aiogram.send_location(PRESS, latitude=45.4, longitude=9.1)
    await aiogram.send_poll(PUBLIC, "Sì?", [InputPollOption(text="a"), InputPollOption(text="b")])
    await aiogram.send_dice(PUBLIC)
    reply = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Dove sono", request_location=True)]])
    await aiogram.send_message(TENANT, "dove?", reply_markup=reply)
    assert (await aiogram.copy_message(PUBLIC, PRESS, photo.message_id)).message_id
    forwarded = await aiogram.forward_message(PUBLIC, PRESS, photo.message_id)
    assert forwarded.forward_origin is not None
    await aiogram.set_my_commands([BotCommand(command="aiuto", description="Aiuto")])
    topic = await aiogram.create_forum_topic(GROUP, "Segnalazioni")
    await aiogram.send_message(GROUP, "x", message_thread_id=topic.message_thread_id)
    assert (await aiogram.get_chat(GROUP)).is_forum
    assert len(await aiogram.get_chat_administrators(PRESS)) == 2
    await aiogram.pin_chat_message(GROUP, 3)
    await aiogram.delete_message(PRESS, photo.message_id)


async def test_aiogram_understands_the_errors(sim: Sim, aiogram: AiogramBot):
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await aiogram.send_message(5, "x")
    with pytest.raises(TelegramBadRequest, match="Unsupported start tag"):
        await aiogram.send_message(PRESS, "<p>x</p>")
    await sim.say(TENANT, "/start")
    await sim.post(f"users/{TENANT}/block", blocked=True)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await aiogram.send_message(TENANT, "x")
    await sim.post("faults", method="sendMessage", kind="429", seconds=9)
    with pytest.raises(TelegramRetryAfter) as caught:
        await aiogram.send_message(PRESS, "x")
    assert caught.value.retry_after == 9
    await sim.updates()
    poll = asyncio.create_task(aiogram.get_updates(timeout=20))
    await sim.polled()
    other = asyncio.create_task(aiogram.get_updates(timeout=1))
    with pytest.raises(TelegramConflictError):
        await poll
    await other


async def test_aiogram_polls_presses_and_approves(sim: Sim, aiogram: AiogramBot):
    dispatcher = Dispatcher()
    handled: asyncio.Queue[str] = asyncio.Queue()

    @dispatcher.message(F.text)
    async def on_text(message: Message) -> None:
        keys = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Sì", callback_data="si")]])
        await message.answer(f"eco: {message.text}", reply_markup=keys, parse_mode=None)
        await handled.put("text")

    @dispatcher.callback_query()
    async def on_press(query: CallbackQuery) -> None:
        await query.answer("Grazie")
        await handled.put("press")

    @dispatcher.chat_join_request()
    async def on_request(request: ChatJoinRequest) -> None:
        await request.approve()
        await handled.put("request")

    running = asyncio.create_task(
        dispatcher.start_polling(aiogram, handle_signals=False, close_bot_session=False)
    )
    await sim.say(TENANT, "ciao <b>")
    assert await handled.get() == "text"
    answer = (await sim.messages(TENANT))[-1]
    assert answer["text"] == "eco: ciao <b>"
    pressed = await sim.post(f"users/{TENANT}/press", chat=TENANT, message_id=answer["message_id"], data="si")
    assert await handled.get() == "press"
    assert (await sim.get(f"queries/{pressed['query_id']}"))["text"] == "Grazie"
    await sim.post(f"users/{JOURNALIST}/join", link="https://t.me/+press000000001")
    assert await handled.get() == "request"
    assert PRESS in [row["chat"] for row in await sim.get(f"users/{JOURNALIST}/chats")]
    await dispatcher.stop_polling()
    await running


async def test_ptb_sends_and_reads_back_all_kinds(sim: Sim, ptb: Bot):
    await sim.say(TENANT, "/start")
    (update,) = await ptb.get_updates(timeout=1)
    assert update.message is not None
    assert update.message.text == "/start"
    keys = PtbMarkup([[PtbButton("Sì", callback_data="si"), PtbButton("Sito", url="https://esempio.it")]])
    sent = await ptb.send_message(
        TENANT,
        "*Ciao*",
        parse_mode="MarkdownV2",
        reply_markup=keys,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    assert sent.entities[0].type == "bold"
    edited = await ptb.edit_message_text("nuovo", TENANT, sent.message_id)
    assert edited.text == "nuovo"  # type: ignore[union-attr]
    photo = await ptb.send_photo(PRESS, PNG, caption="x", protect_content=True)
    assert photo.has_protected_content
    got = await ptb.get_file(photo.photo[-1])
    assert bytes(await got.download_as_bytearray()) == PNG
    files = [InputMediaDocument(InputFile(text.encode(), f"{text}.txt", attach=True)) for text in ("a", "b")]
    assert len(await ptb.send_media_group(PRESS, files)) == 2
    assert (await ptb.send_venue(PRESS, 45.4, 9.1, "Sportello", "via Gola 1")).venue
    link = await ptb.create_chat_invite_link(PRESS, name="Prova", creates_join_request=True)
    assert link.creates_join_request
    member = await ptb.get_chat_member(PRESS, 42)
    assert member.status == "administrator"
    assert (await ptb.get_chat(PUBLIC)).username == "casamilano_news"
    assert (await ptb.get_webhook_info()).url == ""
    with pytest.raises(BadRequest, match="not modified"):
        await ptb.edit_message_text("nuovo", TENANT, sent.message_id)


async def test_ptb_understands_the_errors(sim: Sim, ptb: Bot):
    await sim.say(TENANT, "/start")
    await sim.post(f"users/{TENANT}/deactivate")
    with pytest.raises(Forbidden, match="user is deactivated"):
        await ptb.send_message(TENANT, "x")
    new = (await sim.post(f"chats/{GROUP}/migrate"))["chat"]
    with pytest.raises(ChatMigrated) as migrated:
        await ptb.send_message(GROUP, "x")
    assert migrated.value.new_chat_id == new
    await sim.post("faults", method="sendMessage", kind="429", seconds=4)
    # PTB warns, whatever the answer, that this will be a timedelta one day.
    with pytest.warns(PTBDeprecationWarning), pytest.raises(RetryAfter):
        await ptb.send_message(PRESS, "x")
