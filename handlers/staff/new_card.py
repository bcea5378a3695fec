"""A new card in the chat: title, heading, answer, five ways to say it, what it would be confused with; and /prova."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from telegram import Message, Update

from bot.core import card_edit
from bot.core.errors import UserError
from bot.core.outgoing import Button, Outgoing
from bot.core.richtext import RichText, join
from bot.core.texts import Texts
from bot.services.answers import Answers, outcome_of
from bot.services.card_desk import CardDesk, NewCard
from bot.services.learning import Learning
from bot.services.memory import Memory
from bot.services.replies import Replies
from handlers.incoming import Context, Handler, button, command, message_of, tapped
from handlers.staff.allowed import Allowed
from handlers.staff.card_files import undo_row
from handlers.staff.cards import mark, rivals_text

ADDING = (
    "card_new"  # the conversation in which the next text is the new card's title, answer or ways to say it
)


class NewCards:
    """Every tap and text is checked by its sender's own id (TRAPS 12)."""

    def __init__(
        self,
        desk: CardDesk,
        learning: Learning,
        answers: Answers,
        memory: Memory,
        replies: Replies,
        editors: Allowed,
        texts: Texts,
    ) -> None:
        self._desk = desk
        self._learning = learning
        self._answers = answers
        self._memory = memory
        self._replies = replies
        self._editors = editors
        self._texts = texts

    async def begin(self, update: Update, _context: Context) -> None:
        """Nuova scheda."""
        query_id, user_id, _rest, chat_id, _message = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        await self._replies.answer_tap(query_id)
        await self.ask_title(chat_id)

    async def ask_title(self, chat_id: int, *, ways: tuple[str, ...] = (), group: int | None = None) -> bool:
        """Begin, with what a `group` of people has asked already; False where the person cannot be written to."""
        said = await self._replies.say(chat_id, Outgoing(text=self._texts("card_new_title")))
        if said:
            await self._memory.begin(chat_id, ADDING, {"ways": list(ways), "group": group})
        return bool(said)

    async def written(self, message: Message) -> None:
        """The next part has come."""
        if message.from_user is None or not await self._editors.is_one(message.from_user.id):
            return
        data = dict(await self._memory.data(message.chat_id, ADDING))
        text = (message.text or "").strip()
        if "title" not in data:
            data["title"] = " ".join(text.split())
        elif "category" not in data:
            await self._ask_category(message.chat_id)
            return
        elif "body" not in data:
            data["body"] = text
        else:
            data["ways"] = card_edit.ways_in(text, data["ways"])
        try:
            await self._desk.check_new(_new(data))
        except UserError as error:
            problem = self._texts(error.key, **error.text_args)
            again = Outgoing(text=self._texts("card_write_again", problem=problem))
            await self._replies.say(message.chat_id, again)
            return
        await self._memory.begin(message.chat_id, ADDING, data)
        await self._next(message.chat_id, data)

    async def category(self, update: Update, _context: Context) -> None:
        """A heading was tapped."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        data = dict(await self._memory.data(chat_id, ADDING))
        known = {one.id: one.title for one in (await self._desk.knowledge()).categories}
        if "title" not in data or rest not in known:
            await self._replies.answer_tap(query_id, self._texts.plain("button_too_old"), alert=True)
            return
        await self._replies.answer_tap(query_id)
        data["category"] = rest
        await self._memory.begin(chat_id, ADDING, data)
        chosen = self._texts("card_new_category_chosen", title=known[rest])
        await self._replies.change(chat_id, message_id, Outgoing(text=chosen))
        await self._next(chat_id, data)

    async def save(self, update: Update, _context: Context) -> None:
        """Salva: stored once, and searchable before the next question."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        data = await self._memory.data(chat_id, ADDING)
        if rest != mark(data):
            key = "card_written_again" if data else "button_too_old"
            await self._replies.answer_tap(query_id, self._texts.plain(key), alert=True)
            return
        await self._memory.end(chat_id)
        try:
            card_id, batch = await self._desk.add(_new(data), by=user_id)
        except UserError as error:
            fault = self._texts.plain(error.key, **error.text_args)
            await self._replies.answer_tap(query_id, fault, alert=True)
            return
        await self._replies.answer_tap(query_id)
        if data["group"] is not None:
            await self._learning.made_card(data["group"], card_id, by=user_id)
        more = (Button(text=self._texts.plain("card_more"), data=f"sk:{card_id}"),)
        verify = (Button(text=self._texts.plain("card_verify"), data=f"sk_ok:{card_id}"),)
        done = Outgoing(
            text=self._texts("card_added", title=data["title"]),
            buttons=(*undo_row(self._texts, batch, key="card_undo"), more, verify),
        )
        await self._desk.refresh()
        await self._replies.change(chat_id, message_id, done)

    async def again(self, update: Update, _context: Context) -> None:
        """Other ways to say it, instead of those written so far."""
        query_id, user_id, _rest, chat_id, _message = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        data = dict(await self._memory.data(chat_id, ADDING))
        if "body" not in data:
            await self._replies.answer_tap(query_id, self._texts.plain("button_too_old"), alert=True)
            return
        await self._replies.answer_tap(query_id)
        data["ways"] = []
        await self._memory.begin(chat_id, ADDING, data)
        await self._next(chat_id, data)

    async def try_out(self, update: Update, context: Context) -> None:
        """/prova TESTO: what anybody would get for it; nothing is kept."""
        if not await self._editors.own_command(update, context):
            return
        chat_id = message_of(update).chat_id
        text = " ".join(context.args or ())
        if not text:
            await self._replies.say(chat_id, Outgoing(text=self._texts("try_how")))
            return
        reply = await self._desk.try_out(text)
        scores = [
            self._texts("try_score", title=card.title, percent=round(confidence * 100))
            for card, confidence in reply.scored
        ]
        head = self._texts(f"try_{outcome_of(reply.decision)}", lang=reply.lang)
        messages = await self._answers.messages(reply, self._texts, now=self._desk.now)
        shown = [replace(item, buttons=()) if isinstance(item, Outgoing) else item for item in messages]
        await self._replies.say(chat_id, Outgoing(text=join("\n", [head, *scores])), *shown)

    async def _next(self, chat_id: int, data: Mapping[str, Any]) -> None:
        if "category" not in data:
            await self._ask_category(chat_id)
        elif "body" not in data:
            await self._replies.say(chat_id, Outgoing(text=self._texts("card_new_body")))
        elif len(data["ways"]) < card_edit.WAYS:
            left = card_edit.WAYS - len(data["ways"])
            known = "\n".join(f"• {way}" for way in data["ways"])
            ask = self._texts.count("card_new_ways", left)
            await self._replies.say(chat_id, Outgoing(text=join("\n\n", [RichText(known), ask])))
        else:
            await self._replies.say(chat_id, await self._summary(data))

    async def _ask_category(self, chat_id: int) -> None:
        buttons = [
            Button(text=f"{one.title} {one.icon}".strip(), data=f"sk_cat:{one.id}")
            for one in (await self._desk.knowledge()).categories
        ]
        rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
        await self._replies.say(chat_id, Outgoing(text=self._texts("card_new_category"), buttons=rows))

    async def _summary(self, data: Mapping[str, Any]) -> Outgoing:
        new = _new(data)
        ways = "\n".join(f"• {way}" for way in new.ways)
        text = self._texts("card_new_summary", title=new.title, body=new.body[:1500], ways=ways[:1000])
        rivals = rivals_text(await self._desk.rivals(new.ways), self._texts, of=len(new.ways))
        rows = (
            (
                Button(text=self._texts.plain("card_save"), data=f"sk_add:{mark(data)}"),
                Button(text=self._texts.plain("cards_drop"), data="sk_no"),
            ),
            (Button(text=self._texts.plain("card_new_again"), data="sk_ways"),),
        )
        return Outgoing(text=join("\n\n", [text, rivals]), buttons=rows)


def _new(data: Mapping[str, Any]) -> NewCard:
    return NewCard(
        title=data["title"],
        category=data.get("category", ""),
        body=data.get("body", ""),
        ways=tuple(data["ways"]),
    )


def handlers(new_cards: NewCards) -> list[Handler]:
    """The buttons of a new card, and /prova."""
    return [
        command(["prova", "try"], new_cards.try_out),
        button("sk_new", new_cards.begin),
        button("sk_cat", new_cards.category),
        button("sk_add", new_cards.save),
        button("sk_ways", new_cards.again),
    ]
