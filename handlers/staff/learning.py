"""What was asked in vain: the weekly cards' buttons and /domande. Words for a card, a new card, or never again."""

from telegram import Message, Update

from bot.core import unanswered
from bot.core.card import Card
from bot.core.errors import UserError
from bot.core.outgoing import Button, Outgoing
from bot.core.texts import Texts
from bot.services.card_desk import CardDesk
from bot.services.learning import Learning, told
from bot.services.memory import Memory
from bot.services.replies import Replies
from handlers.incoming import Context, Handler, button, command, message_of, name_of, number_of, tapped
from handlers.staff.allowed import Allowed
from handlers.staff.card_files import undo_row
from handlers.staff.cards import card_row
from handlers.staff.new_card import NewCards
from storage.unanswered import Unanswered

LOOKING = "learning_find"  # the conversation in which the next text names the card that gets the words


class Learn:
    """Every tap and text is checked by its sender's own id (TRAPS 12)."""

    def __init__(
        self,
        learning: Learning,
        desk: CardDesk,
        new_cards: NewCards,
        memory: Memory,
        replies: Replies,
        editors: Allowed,
        texts: Texts,
    ) -> None:
        self._learning = learning
        self._desk = desk
        self._new_cards = new_cards
        self._memory = memory
        self._replies = replies
        self._editors = editors
        self._texts = texts

    async def now(self, update: Update, context: Context) -> None:
        """/domande: what the next weekly cards would show, here and now."""
        if not await self._editors.own_command(update, context):
            return
        found = await self._learning.look()
        items = [self._learning.card(one) for one in found]
        await self._replies.say(
            message_of(update).chat_id, *(items or [Outgoing(text=self._texts("learn_nothing"))])
        )

    async def choose(self, update: Update, _context: Context) -> None:
        """Aggiungi parole a…: the nearest cards, and any other."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        found = await self._named(query_id, user_id, rest)
        if found is None:
            return
        group_id = found.id
        await self._replies.answer_tap(query_id)
        rows = [card_row(card, f"lt:{group_id}") for card in await self._learning.nearest(group_id)]
        rows += [
            (Button(text=self._texts.plain("learn_other_card"), data=f"lo:{group_id}"),),
            (Button(text=self._texts.plain("learn_back"), data=f"lb:{group_id}"),),
        ]
        text = self._texts("learn_which_card", text=found.group.text)
        await self._replies.change(chat_id, message_id, Outgoing(text=text, buttons=tuple(rows)))

    async def back(self, update: Update, _context: Context) -> None:
        """The group's own card again."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        found = await self._named(query_id, user_id, rest)
        if found is None:
            return
        await self._replies.answer_tap(query_id)
        await self._replies.change(chat_id, message_id, self._learning.card(found))

    async def other(self, update: Update, _context: Context) -> None:
        """A card that is not among the nearest: it is named in the person's own chat."""
        query_id, user_id, rest, _chat, _message = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        said = await self._replies.say(user_id, Outgoing(text=self._texts("learn_name_card")))
        if said:
            await self._memory.begin(user_id, LOOKING, {"group": number_of(rest)})
        await self._continued(query_id, there=bool(said))

    async def named(self, message: Message) -> None:
        """Words of a card's title have come."""
        if message.from_user is None or not await self._editors.is_one(message.from_user.id):
            return
        data = await self._memory.data(message.chat_id, LOOKING)
        found = await self._desk.find(message.text or "")
        await self._replies.say(message.chat_id, self._found(message.text or "", found, data["group"]))

    async def try_out(self, update: Update, _context: Context) -> None:
        """A card was chosen: what the words get now, and what with them on that card."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        number, _, card_id = rest.partition(":")
        await self._replies.answer_tap(query_id, self._texts.plain("learn_trying"))
        try:
            trial = await self._learning.trial(number_of(number), card_id)
        except UserError as error:
            gone = Outgoing(text=self._texts(error.key, **error.text_args))
            await self._replies.change(chat_id, message_id, gone)
            return
        if await self._memory.step(user_id) == LOOKING:
            await self._memory.end(user_id)
        text = self._texts(
            "learn_trial",
            words=trial.words,
            title=trial.card.title,
            before=told(trial.before, self._texts),
            after=told(trial.after, self._texts),
        )
        row = (
            Button(text=self._texts.plain("learn_add"), data=f"ly:{rest}"),
            Button(text=self._texts.plain("learn_back"), data=f"lw:{number}"),
        )
        await self._replies.change(chat_id, message_id, Outgoing(text=text, buttons=(row,)))

    async def add(self, update: Update, _context: Context) -> None:
        """Aggiungi: live before the next question."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        number, _, card_id = rest.partition(":")
        try:
            batch = await self._learning.add_words(number_of(number), card_id, by=user_id)
        except UserError as error:
            await self._alert(query_id, error.key)
            return
        await self._replies.answer_tap(query_id)
        card = await self._desk.card(card_id)
        text = self._texts("learn_added", title=card.title if card else card_id, name=name_of(update))
        undo = undo_row(self._texts, batch, key="card_undo") if batch else ()
        await self._replies.change(chat_id, message_id, Outgoing(text=text, buttons=undo))

    async def new_card(self, update: Update, _context: Context) -> None:
        """Nuova scheda: it goes on in the person's own chat, the words that were asked at hand."""
        query_id, user_id, rest, _chat, _message = tapped(update)
        found = await self._named(query_id, user_id, rest)
        if found is None:
            return
        ways = unanswered.ways(found.group)
        there = await self._new_cards.ask_title(user_id, ways=ways, group=found.id)
        await self._continued(query_id, there=there)

    async def ignore(self, update: Update, _context: Context) -> None:
        """Ignora: never shown again."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        found = await self._learning.get(number_of(rest))
        if found is None or not await self._learning.ignore(found.id, by=user_id):
            await self._alert(query_id, "learn_gone")
            return
        await self._replies.answer_tap(query_id)
        text = self._texts("learn_ignored", text=found.group.text, name=name_of(update))
        await self._replies.change(chat_id, message_id, Outgoing(text=text))

    def _found(self, words: str, found: list[Card], group_id: int) -> Outgoing:
        rows = tuple(card_row(card, f"lt:{group_id}") for card in found[:8])
        key = "cards_found" if rows else "cards_found_none"
        return Outgoing(text=self._texts(key, words=words[:60]), buttons=rows)

    async def _continued(self, query_id: str, *, there: bool) -> None:
        await self._alert(query_id, "learn_continue" if there else "learn_write_me_first")

    async def _named(self, query_id: str, user_id: int, rest: str) -> Unanswered | None:
        """The group a button names; None, and said so, where this person may not or it is no longer there."""
        if not await self._editors.may(query_id, user_id):
            return None
        found = await self._learning.get(number_of(rest))
        if found is None:
            await self._alert(query_id, "learn_gone")
        return found

    async def _alert(self, query_id: str, key: str) -> None:
        await self._replies.answer_tap(query_id, self._texts.plain(key), alert=True)


def handlers(learn: Learn) -> list[Handler]:
    """The command and the buttons of the weekly cards."""
    return [
        command(["domande", "questions"], learn.now),
        button("lw", learn.choose),
        button("lb", learn.back),
        button("lo", learn.other),
        button("lt", learn.try_out),
        button("ly", learn.add),
        button("ln", learn.new_card),
        button("li", learn.ignore),
    ]
