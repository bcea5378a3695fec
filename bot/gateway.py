"""The only writer to Telegram: values in, Outcome values out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    ChatMember,
    ChatMemberAdministrator,
    InputFile,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    TelegramError,
)

from bot.core.outcome import Outcome, Refused, Sent
from bot.core.outgoing import Button, ContactCard, Outgoing
from bot.core.picture import Picture
from bot.core.richtext import CAPTION_LIMIT, RichText, cut
from bot.core.settling import Blind, Safety, Seen
from bot.telegram_errors import (
    DECIDED,
    NO_CAPTION,
    NO_TEXT,
    NOT_MODIFIED,
    THREAD_GONE,
    about_the_picture,
    outcome_of,
    says,
    seen_by,
)
from bot.transport import AiohttpRequest, FloodWait

Json = dict[str, Any]


class Pictures(Protocol):
    """What the gateway needs to send a picture that Telegram itself cannot fetch."""

    async def get(self, address: str) -> Picture | None:
        """The picture, None where there is none that Telegram would take. Never raises."""


class Gateway:
    """Calls to Telegram as the services see them. Never raises TelegramError.

    Without `pictures` a picture that Telegram cannot fetch by itself is left out.
    """

    def __init__(self, bot: Bot, *, pictures: Pictures | None = None) -> None:
        self._bot = bot
        self._pictures = pictures

    async def send(
        self, chat_id: int, item: Outgoing | ContactCard, *, thread_id: int | None = None
    ) -> Outcome:
        """Send one message. Where a forum topic is gone, the message goes to the group's general one.

        A picture goes by its address, else as a file, else it is left out: it never costs the message.
        """
        if isinstance(item, Outgoing) and item.photo:
            return await self._send_pictured(chat_id, item, thread_id)
        return await self._send_one(chat_id, item, thread_id)

    async def _send_pictured(self, chat_id: int, item: Outgoing, thread_id: int | None) -> Outcome:
        outcome = await self._send_one(chat_id, item, thread_id, photo=item.photo)
        if not about_the_picture(outcome):
            return outcome
        picture = await self._pictures.get(item.photo or "") if self._pictures else None
        if picture is not None:
            upload = InputFile(picture.data, filename=picture.name)
            outcome = await self._send_one(chat_id, item, thread_id, photo=upload)
            if not about_the_picture(outcome):
                return outcome
        return await self._send_one(chat_id, item, thread_id)

    async def _send_one(
        self,
        chat_id: int,
        item: Outgoing | ContactCard,
        thread_id: int | None,
        *,
        photo: InputFile | str | None = None,
    ) -> Outcome:
        try:
            return Sent(await self._send(chat_id, item, thread_id, photo))
        except BadRequest as error:
            if thread_id is not None and says(error, THREAD_GONE):
                return await self._send_one(chat_id, item, None, photo=photo)
            return outcome_of(error)
        except TelegramError as error:
            return outcome_of(error)

    async def edit(self, chat_id: int, message_id: int, item: Outgoing) -> Outcome:
        """Make the message say `item`; one that says so already counts as done.

        Whether it has a picture is asked of Telegram: one may have been left out when it was sent.
        """
        outcome = await self._edit_as(chat_id, message_id, item, caption=bool(item.photo))
        if isinstance(outcome, Refused) and says(outcome.detail, NO_CAPTION):
            return await self._edit_as(chat_id, message_id, item, caption=False)
        if isinstance(outcome, Refused) and says(outcome.detail, NO_TEXT):
            short = replace(item, text=cut(item.text, limit=CAPTION_LIMIT))
            return await self._edit_as(chat_id, message_id, short, caption=True)
        return outcome

    async def _edit_as(self, chat_id: int, message_id: int, item: Outgoing, *, caption: bool) -> Outcome:
        try:
            await self._edit(chat_id, message_id, item, caption=caption)
        except BadRequest as error:
            if says(error, NOT_MODIFIED):
                return Sent(message_id)
            return outcome_of(error)
        except TelegramError as error:
            return outcome_of(error)
        return Sent(message_id)

    async def send_file(
        self, chat_id: int, name: str, data: bytes, *, caption: RichText, thread_id: int | None = None
    ) -> Outcome:
        """Send a file under this name. `caption` is cut where it is too long."""
        short = cut(caption, limit=CAPTION_LIMIT)
        try:
            message = await self._bot.send_document(
                chat_id,
                InputFile(data, filename=name),
                message_thread_id=thread_id,
                api_kwargs=_without_none(caption=short.text, caption_entities=_entities(short)),
            )
        except TelegramError as error:
            return outcome_of(error)
        return Sent(message.message_id)

    async def file(self, file_id: str, *, limit: int) -> bytes | None:
        """A file somebody sent, None where Telegram does not give it or it has more than `limit` bytes."""
        try:
            found = await self._bot.get_file(file_id)
            if (found.file_size or 0) > limit:
                return None
            body = bytes(await found.download_as_bytearray())
        except TelegramError:
            return None
        return body if len(body) <= limit else None

    async def delete(self, chat_id: int, message_id: int) -> bool:
        """Delete one message (Telegram allows it for 48 hours); False where it could not be done."""
        return await self._quietly(self._bot.delete_message(chat_id=chat_id, message_id=message_id))

    async def answer_button(self, query_id: str, text: str = "", *, alert: bool = False) -> bool:
        """End the button's waiting sign, with a short note or an alert; False for one that is too old."""
        return await self._quietly(
            self._bot.answer_callback_query(query_id, text=text[:200] or None, show_alert=alert)
        )

    async def approve_join(self, chat_id: int, user_id: int) -> Outcome:
        """Let an applicant in; one who is in already counts as done."""
        return await self._decide(self._bot.approve_chat_join_request(chat_id, user_id))

    async def decline_join(self, chat_id: int, user_id: int) -> Outcome:
        """Turn an applicant away; one whose request is gone counts as done."""
        return await self._decide(self._bot.decline_chat_join_request(chat_id, user_id))

    async def join_link(self, chat_id: int, *, name: str) -> str | None:
        """A new link by which people ask to join; None where it could not be made. `name`: at most 32 characters."""
        try:
            link = await self._bot.create_chat_invite_link(chat_id, name=name, creates_join_request=True)
        except TelegramError:
            return None
        return link.invite_link

    async def set_commands(
        self, commands: Sequence[tuple[str, str]], *, scope: BotCommandScope, lang: str = ""
    ) -> bool:
        """Offer a menu of (command, description) in `scope`; False where it could not be done."""
        return await self._quietly(
            self._bot.set_my_commands(
                [BotCommand(command, description) for command, description in commands],
                scope=scope,
                language_code=lang or None,
            )
        )

    async def own_rights(self, chat_id: int) -> ChatMember | None:
        """The bot's own membership in a chat; None where Telegram does not say."""
        try:
            return await self._bot.get_chat_member(chat_id, self._bot.id)
        except TelegramError:
            return None

    async def look(self, chat_id: int, message_id: int) -> Seen | Blind:
        """Whether a post of ours, of somebody else or none stands at this id of a channel. Changes nothing.

        True only where `safe_to_look` says SAFE: who may edit everything hears the same of everybody's posts.
        """
        try:
            await self._bot.stop_message_live_location(chat_id=chat_id, message_id=message_id)
        except FloodWait as error:
            return Blind("throttled", again=error.seconds)
        except BadRequest as error:
            return seen_by(error) or Blind(str(error), again=None)
        except (Forbidden, ChatMigrated) as error:
            return Blind(str(error), again=None)
        except TelegramError as error:
            return Blind(type(error).__name__, again=0.0)
        return Seen.OTHER  # a live location, which nothing here ever sends

    async def safe_to_look(self, chat_id: int) -> Safety:
        """Whether the bot may post and may not edit what others posted, as Telegram says at this moment.

        Both are needed: without the first its own posts look like others', with the second others' like its own.
        """
        try:
            member = await self._bot.get_chat_member(chat_id, self._bot.id)
        except (BadRequest, Forbidden):
            return Safety.UNSAFE
        except TelegramError:
            return Safety.UNKNOWN
        if not isinstance(member, ChatMemberAdministrator):
            return Safety.UNSAFE
        return Safety.SAFE if member.can_post_messages and not member.can_edit_messages else Safety.UNSAFE

    async def _decide(self, call: Any) -> Outcome:
        try:
            await call
        except BadRequest as error:
            if says(error, *DECIDED):
                return Sent(0)
            return outcome_of(error)
        except TelegramError as error:
            return outcome_of(error)
        return Sent(0)

    async def _quietly(self, call: Any) -> bool:
        try:
            await call
        except TelegramError:
            return False
        return True

    async def _send(
        self,
        chat_id: int,
        item: Outgoing | ContactCard,
        thread_id: int | None,
        photo: InputFile | str | None,
    ) -> int:
        """The id of the message that stands there now."""
        common: dict[str, Any] = {"chat_id": chat_id, "message_thread_id": thread_id}
        if isinstance(item, ContactCard):
            contact = {"phone_number": item.phone, "first_name": item.name}
            return _id_in(await self._call("sendContact", **common, **contact))
        common |= {
            "reply_markup": _keyboard(item.buttons),
            "disable_notification": item.silent or None,
            "protect_content": item.protect or None,
            "reply_parameters": _reply(item),
        }
        if not photo:
            return _id_in(await self._call("sendMessage", **common, **_text(item)))
        common |= _caption(item)
        if isinstance(photo, InputFile):
            # What goes beside a file goes as it is.
            message = await self._bot.send_photo(chat_id, photo, api_kwargs=_without_none(**common))
            return message.message_id
        return _id_in(await self._call("sendPhoto", photo=photo, **common))

    async def _edit(self, chat_id: int, message_id: int, item: Outgoing, *, caption: bool) -> None:
        method = "editMessageCaption" if caption else "editMessageText"
        await self._call(
            method,
            chat_id=chat_id,
            message_id=message_id,
            reply_markup=_keyboard(item.buttons),
            **(_caption(item) if caption else _text(item)),
        )

    async def _call(self, method: str, **fields: Any) -> Any:
        """One call as it is: PTB's own makes dozens of objects around a message of which only the id is wanted."""
        request = self._bot.request
        if not isinstance(request, AiohttpRequest):
            raise TypeError("the gateway needs our own transport")
        return await request.ask(f"{self._bot.base_url}/{method}", **fields)


def _id_in(answer: Any) -> int:
    try:
        return int(answer["message_id"])
    except (KeyError, TypeError, ValueError) as error:
        raise NetworkError("the answer names no message") from error


def _text(item: Outgoing) -> Json:
    return {
        "text": item.text.text,
        "entities": _entities(item.text),
        "link_preview_options": _preview(item),
    }


def _caption(item: Outgoing) -> Json:
    return {"caption": item.text.text, "caption_entities": _entities(item.text)}


def _entities(text: RichText) -> list[Json] | None:
    return [
        _without_none(type=s.kind, offset=s.offset, length=s.length, url=s.url) for s in text.spans
    ] or None


def _keyboard(buttons: tuple[tuple[Button, ...], ...]) -> Json | None:
    rows = [[_without_none(text=b.text, callback_data=b.data, url=b.url) for b in row] for row in buttons]
    return {"inline_keyboard": rows} if rows else None


def _without_none(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value is not None}


def _reply(item: Outgoing) -> Json | None:
    """A message that is gone meanwhile does not hold up the answer to it."""
    if item.reply_to is None:
        return None
    return {"message_id": item.reply_to, "allow_sending_without_reply": True}


def _preview(item: Outgoing) -> Json:
    return {"url": item.preview} if item.preview else {"is_disabled": True}
