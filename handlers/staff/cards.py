"""/schede: find a card, see it as people do, change one field in words, mark it as verified."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from zlib import crc32

from telegram import Message, Update

from bot.core import card_edit
from bot.core.card import Card
from bot.core.card_edit import EDITABLE
from bot.core.card_preview import heading
from bot.core.errors import UserError
from bot.core.outcome import Sent
from bot.core.outgoing import Button, Outgoing
from bot.core.richtext import RichText, cut, join
from bot.core.rome import ROME
from bot.core.texts import Texts
from bot.gateway import Gateway
from bot.services.answers import Answers
from bot.services.card_desk import CardDesk
from bot.services.card_import import CardImport
from bot.services.memory import Memory
from bot.services.replies import Replies
from handlers.incoming import Context, Handler, button, command, message_of, name_of, number_of, tapped
from handlers.staff.allowed import Allowed
from handlers.staff.card_files import undo_row
from storage.cards import Batch

EDITING = "card_edit"  # the conversation in which the next text is a field's new value
PER_PAGE = 10
PER_ROW = 3
TITLE_SHOWN = 60  # characters of a title on a button
VALUE_SHOWN = 1500  # UTF-16 units of a field said back
COPY_SHOWN = 3500  # and of one to be copied, which is shown whole or not at all
SOURCE_SHOWN = 45  # characters of what was changed, on a button
RECENT = 8  # imports and edits offered to be taken back
EXAMPLE_FIELDS = frozenset(
    {"hours", "phones", "keywords", "questions", "closures"}
)  # with a hint how to write them
SHEET = "xlsx"


class Cards:
    """Every tap and text is checked by its sender's own id (TRAPS 12)."""

    def __init__(
        self,
        desk: CardDesk,
        imports: CardImport,
        answers: Answers,
        memory: Memory,
        gateway: Gateway,
        replies: Replies,
        editors: Allowed,
        texts: Texts,
    ) -> None:
        self._desk = desk
        self._imports = imports
        self._answers = answers
        self._memory = memory
        self._gateway = gateway
        self._replies = replies
        self._editors = editors
        self._texts = texts

    async def begin(self, update: Update, context: Context) -> None:
        """/schede: the categories; /schede with words: the cards found."""
        if not await self._editors.own_command(update, context):
            return
        chat_id = message_of(update).chat_id
        words = " ".join(context.args or ())
        if not words:
            await self._replies.say(chat_id, await self._menu())
            return
        found = await self._desk.find(words)
        key = "cards_found" if found else "cards_found_none"
        rows = [card_row(card) for card in found[:PER_PAGE]]
        await self._replies.say(chat_id, Outgoing(text=self._texts(key, words=words), buttons=tuple(rows)))

    async def listing(self, update: Update, _context: Context) -> None:
        """The cards of one category, or those to look at again ("!"), page by page."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        await self._replies.answer_tap(query_id)
        category, _, number = rest.partition(":")
        if category == "!":
            cards, title = await self._desk.old(), self._texts.plain("cards_old")
        else:
            knowledge = await self._desk.knowledge()
            cards = sorted(
                (card for card in knowledge.cards if card.category == category), key=lambda card: card.title
            )
            title = next((one.title for one in knowledge.categories if one.id == category), category)
        page = self._page(category, title, cards, number_of(number))
        await self._replies.change(chat_id, message_id, page)

    async def show(self, update: Update, _context: Context) -> None:
        """A card as people see it, and what can be changed in it; in the person's own chat, where they can write."""
        query_id, user_id, rest, chat_id, _message = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        card = await self._desk.card(rest)
        if card is None:
            await self._replies.answer_tap(query_id, self._texts.plain("card_gone"), alert=True)
            return
        seen = await self._answers.card_messages(card, self._texts, lang="it", now=self._desk.now)
        shown = [replace(item, buttons=()) for item in seen if isinstance(item, Outgoing)]
        said = await self._replies.say(user_id, *shown, self._fields(card))
        if chat_id == user_id:
            await self._replies.answer_tap(query_id)
            return
        key = "learn_continue" if said else "learn_write_me_first"
        await self._replies.answer_tap(query_id, self._texts.plain(key), alert=True)

    async def field(self, update: Update, _context: Context) -> None:
        """A field was tapped: say what it holds and ask for the new value."""
        query_id, user_id, rest, chat_id, _message = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        card_id, _, number = rest.partition(":")
        card, at = await self._desk.card(card_id), number_of(number)
        if card is None or at >= len(EDITABLE):
            await self._replies.answer_tap(query_id, self._texts.plain("card_gone"), alert=True)
            return
        await self._replies.answer_tap(query_id)
        name = EDITABLE[at]
        await self._memory.begin(chat_id, EDITING, {"card": card_id, "field": name})
        hint = self._texts(f"card_hint_{name}") if name in EXAMPLE_FIELDS else RichText()
        copied = RichText(card_edit.to_type(card, name, self._texts))
        whole = bool(copied) and cut(copied, limit=COPY_SHOWN) == copied
        now = copied if whole else cut(card_edit.said_back(card, name, self._texts), limit=VALUE_SHOWN)
        key = "card_write_copy" if whole else "card_write"
        text = self._texts(key, field=heading(name), title=card.title, now=now)
        await self._replies.say(chat_id, Outgoing(text=join("\n", [text, hint])))

    async def written(self, message: Message) -> None:
        """The new value has come: say it back, and ask whether that is what was meant."""
        if message.from_user is None or not await self._editors.is_one(message.from_user.id):
            return
        data = await self._memory.data(message.chat_id, EDITING)
        text = message.text or ""
        try:
            before, after = await self._desk.preview(data["card"], data["field"], text)
        except UserError as error:
            problem = self._texts(error.key, **error.text_args)
            await self._replies.say(
                message.chat_id, Outgoing(text=self._texts("card_write_again", problem=problem))
            )
            return
        data = {**data, "text": text}
        await self._memory.begin(message.chat_id, EDITING, data)
        await self._replies.say(message.chat_id, await self._difference(before, after, data))

    async def save(self, update: Update, _context: Context) -> None:
        """Salva: stored, and searchable before the next question."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        data = await self._memory.data(chat_id, EDITING)
        if "text" not in data or rest != mark(data):
            key = "card_written_again" if "text" in data else "button_too_old"
            await self._replies.answer_tap(query_id, self._texts.plain(key), alert=True)
            return
        try:
            batch = await self._desk.save(data["card"], data["field"], data["text"], by=user_id)
        except UserError as error:
            await self._replies.answer_tap(
                query_id, self._texts.plain(error.key, **error.text_args), alert=True
            )
            return
        await self._memory.end(chat_id)
        await self._replies.answer_tap(query_id)
        await self._saved(chat_id, message_id, data["card"], batch)

    async def drop(self, update: Update, _context: Context) -> None:
        """Annulla: the typed value is forgotten."""
        query_id, _user, _rest, chat_id, message_id = tapped(update)
        await self._memory.end(chat_id)
        await self._replies.answer_tap(query_id)
        await self._replies.change(chat_id, message_id, Outgoing(text=self._texts("cards_dropped")))

    async def verify(self, update: Update, _context: Context) -> None:
        """ "L'ho verificata oggi"."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        name = name_of(update)
        try:
            batch = await self._desk.verify(rest, by=user_id, name=name)
        except UserError as error:
            await self._replies.answer_tap(query_id, self._texts.plain(error.key), alert=True)
            return
        await self._replies.answer_tap(query_id)
        await self._saved(chat_id, message_id, rest, batch)

    async def recent(self, update: Update, _context: Context) -> None:
        """The last imports and edits, each with a button that takes it back."""
        query_id, user_id, _rest, chat_id, _message = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        await self._replies.answer_tap(query_id)
        batches = (await self._imports.undoable())[:RECENT]
        titles = {card.id: card.title for card in (await self._desk.knowledge()).cards}
        rows = tuple((self._recent_button(batch, titles),) for batch in batches)
        key = "cards_recent" if rows else "cards_recent_none"
        await self._replies.say(chat_id, Outgoing(text=self._texts(key), buttons=rows))

    def _recent_button(self, batch: Batch, titles: Mapping[str, str]) -> Button:
        at = f"{batch.at.astimezone(ROME):%d/%m %H:%M}"
        name = titles.get(batch.source) or self._texts.plain(
            "cards_recent_import", source=batch.source, n=batch.changes
        )
        text = self._texts.plain("cards_recent_one", at=at, name=name[:SOURCE_SHOWN])
        return Button(text=text, data=f"imp_ask:{batch.id}")

    async def sheet(self, update: Update, _context: Context) -> None:
        """Everything as one sheet, to be changed and sent back."""
        query_id, user_id, _rest, chat_id, _message = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        await self._replies.answer_tap(query_id)
        body = await self._imports.export(SHEET)
        name = f"schede.{SHEET}"
        sent = await self._gateway.send_file(chat_id, name, body, caption=self._texts("cards_sheet"))
        if not isinstance(sent, Sent):
            await self._replies.say(chat_id, Outgoing(text=self._texts("cards_sheet_not_sent")))

    async def _menu(self) -> Outgoing:
        knowledge = await self._desk.knowledge()
        old = await self._desk.old()
        counted = {
            one.id: sum(card.category == one.id for card in knowledge.cards) for one in knowledge.categories
        }
        buttons = [
            Button(text=f"{one.title} ({counted[one.id]}) {one.icon}".strip(), data=f"sk_list:{one.id}:1")
            for one in knowledge.categories
        ]
        rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
        if old:
            rows.append((Button(text=self._texts.plain("cards_old_button", n=len(old)), data="sk_list:!:1"),))
        rows += [
            (
                Button(text=self._texts.plain("cards_new"), data="sk_new"),
                Button(text=self._texts.plain("cards_get_sheet"), data="sk_file"),
            ),
            (Button(text=self._texts.plain("cards_recent_button"), data="sk_last"),),
        ]
        text = self._texts("cards_menu", n=len(knowledge.cards))
        return Outgoing(text=text, buttons=tuple(rows))

    def _page(self, category: str, title: str, cards: Sequence[Card], number: int) -> Outgoing:
        pages = max(1, -(-len(cards) // PER_PAGE))
        at = min(max(number, 1), pages)
        rows = [card_row(card) for card in cards[(at - 1) * PER_PAGE : at * PER_PAGE]]
        turn = tuple(
            Button(text=sign, data=f"sk_list:{category}:{there}")
            for sign, there in (("‹", at - 1), ("›", at + 1))
            if 1 <= there <= pages
        )
        text = self._texts("cards_listing", title=title, n=len(cards), page=at, pages=pages)
        return Outgoing(text=text, buttons=(*rows, *([turn] if turn else [])))

    def _fields(self, card: Card) -> Outgoing:
        buttons = [
            Button(text=heading(name), data=f"sk_f:{card.id}:{at}") for at, name in enumerate(EDITABLE)
        ]
        rows = [tuple(buttons[at : at + PER_ROW]) for at in range(0, len(buttons), PER_ROW)]
        rows.append((Button(text=self._texts.plain("card_verify"), data=f"sk_ok:{card.id}"),))
        text = self._texts("card_change_what", id=card.id)
        return Outgoing(text=text, buttons=tuple(rows))

    async def _difference(self, before: Card, after: Card, data: Mapping[str, Any]) -> Outgoing:
        if before == after:
            return Outgoing(text=self._texts("card_same"))
        name = data["field"]
        old = cut(card_edit.said_back(before, name, self._texts), limit=VALUE_SHOWN // 2)
        new = cut(card_edit.said_back(after, name, self._texts), limit=VALUE_SHOWN)
        text = self._texts("card_difference", field=heading(name), title=after.title, old=old, new=new)
        if name in card_edit.GROWING:
            added = [item for item in getattr(after, name) if item not in getattr(before, name)]
            found = await self._desk.rivals(added, without=after.id)
            text = join("\n\n", [text, rivals_text(found, self._texts, of=len(added))])
        row = (
            Button(text=self._texts.plain("card_save"), data=f"sk_save:{mark(data)}"),
            Button(text=self._texts.plain("cards_drop"), data="sk_no"),
        )
        return Outgoing(text=text, buttons=(row,))

    async def _saved(self, chat_id: int, message_id: int, card_id: str, batch: int | None) -> None:
        more = (Button(text=self._texts.plain("card_more"), data=f"sk:{card_id}"),)
        undo = undo_row(self._texts, batch, key="card_undo") if batch is not None else ()
        await self._desk.refresh()
        text = self._texts("card_saved" if batch is not None else "card_same")
        await self._replies.change(chat_id, message_id, Outgoing(text=text, buttons=(*undo, more)))


def card_row(card: Card, prefix: str = "sk") -> tuple[Button, ...]:
    """A button that opens `card`."""
    return (Button(text=card.title[:TITLE_SHOWN], data=f"{prefix}:{card.id}"),)


def mark(data: Mapping[str, Any]) -> str:
    """What ties a button to just this state of a conversation: it saves what stands above it or nothing."""
    return f"{crc32(json.dumps(data, sort_keys=True).encode()):08x}"


def rivals_text(found: Sequence[card_edit.Rival], texts: Texts, *, of: int) -> RichText:
    """Which cards are found now for new words; nothing where there are no words."""
    if not of:
        return RichText()
    if not found:
        return texts("card_rivals_none")
    lines = [
        texts(
            "card_rival",
            title=rival.card.title,
            n=rival.ways,
            of=of,
            percent=round(rival.confidence * 100),
        )
        for rival in found
    ]
    return join("\n", [texts("card_rivals"), *lines])


def handlers(cards: Cards) -> list[Handler]:
    """The command and its buttons."""
    return [
        command(["schede", "cards"], cards.begin),
        button("sk", cards.show),
        button("sk_list", cards.listing),
        button("sk_f", cards.field),
        button("sk_save", cards.save),
        button("sk_no", cards.drop),
        button("sk_ok", cards.verify),
        button("sk_last", cards.recent),
        button("sk_file", cards.sheet),
    ]
