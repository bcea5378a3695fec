"""What leaves for Telegram, as a value: the outbox stores it, the gateway sends it."""

import json
from dataclasses import asdict, dataclass

from bot.core.richtext import RichText, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One inline button: either `data` (at most 64 bytes) comes back to the bot, or `url` opens."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message to be sent or to replace another.

    `photo` is an https address; with it `text` is the caption (1,024 UTF-16 units).
    `preview` is the address whose preview may be shown; None shows none, so nothing leaks by itself.
    `reply_to` is the id of the message in the same chat that this one answers.
    """

    text: RichText
    buttons: tuple[tuple[Button, ...], ...] = ()
    photo: str | None = None
    preview: str | None = None
    silent: bool = False
    protect: bool = False
    reply_to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """A phone number as a contact, so that screen readers and one tap can call it (TRAPS 30)."""

    phone: str
    name: str


def encode(item: Outgoing | ContactCard) -> str:
    """`item` as JSON for a row; `decode` gives it back equal."""
    kind = "contact" if isinstance(item, ContactCard) else "message"
    return json.dumps({"kind": kind, **asdict(item)}, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Outgoing | ContactCard:
    """The value `encode` made `text` from."""
    data = json.loads(text)
    if data.pop("kind") == "contact":
        return ContactCard(**data)
    body = data.pop("text")
    rich = RichText(body["text"], tuple(Span(**span) for span in body["spans"]))
    buttons = tuple(tuple(Button(**button) for button in row) for row in data.pop("buttons"))
    return Outgoing(text=rich, buttons=buttons, **data)
