"""A tenant asks, in their own words: the card, a choice, the question back, or an honest "non lo so"."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from bot import catalogs
from bot.core import follow_up, unexpected
from bot.core.answer import Answer, Choose, Reply, Unknown, WhichQuarter
from bot.core.answer_message import helped_alone, hiding
from bot.core.buttons import Hide, Person, ShowCard, decode, encode
from bot.core.card import Card, Quarter
from bot.core.outgoing import Button, Outgoing
from bot.core.quarter import is_address
from bot.core.small_talk import SmallTalk, small_talk
from bot.core.texts import Texts
from bot.core.unexpected import Unexpected
from bot.services.answers import Answers
from bot.services.clock import Clock
from bot.services.memory import Asked, Memory
from bot.services.refusals import Refusals
from bot.services.replies import Replies
from bot.services.tenants import Tenants
from handlers.incoming import (
    PRIVATE,
    Context,
    Handler,
    OnUpdate,
    button,
    language,
    language_of,
    message_of,
    tapped,
)
from handlers.tenants.person import Person as ToPerson
from handlers.tenants.spoken import answered_in
from handlers.tenants.start import Start
from storage.tenants import Tenant

READ_AT_MOST = 2000  # characters of a message that are looked at; a longer one is a document, not a question


class Questions:
    """Free text, and the buttons under an answer."""

    def __init__(
        self,
        answers: Answers,
        tenants: Tenants,
        memory: Memory,
        replies: Replies,
        refusals: Refusals,
        start: Start,
        person: ToPerson,
        *,
        press: Callable[[int, Texts], Awaitable[None]],
        clock: Clock,
    ) -> None:
        self._answers = answers
        self._tenants = tenants
        self._memory = memory
        self._replies = replies
        self._refusals = refusals
        self._start = start
        self._person = person
        self._press = press
        self._clock = clock

    async def asked(self, message: Message) -> None:
        """A text in a private chat, or the words under a picture, that belong to no other conversation."""
        tenant = await self._tenants.visit(message.chat_id, lang=language_of(message.from_user))
        text = message.text or message.caption or ""
        lang = await self._memory.lang(message.chat_id, otherwise=tenant.lang)
        if await self._memory.for_person(message.chat_id) and says_something(text, lang=lang):
            await self._person.told(message, tenant, text, catalogs.texts(lang))
        else:
            await self._ask(message, tenant, text)

    async def _ask(self, message: Message, tenant: Tenant, text: str) -> None:
        if not await self._met_otherwise(text, tenant):
            await self._answer(text, tenant, own_message=message.message_id)

    async def captioned(self, update: Update, _context: Context) -> None:
        """A picture, a voice message or a file with words under it: the words are the question."""
        await self.asked(message_of(update))

    def captioned_or(self, not_text: OnUpdate) -> OnUpdate:
        """For files that are nobody's: the words under one are the question, one without is `not_text`'s."""

        async def answer(update: Update, context: Context) -> None:
            await (self.captioned if message_of(update).caption else not_text)(update, context)

        return answer

    async def edited(self, update: Update, _context: Context) -> None:
        """An edited message is not answered again, unless somebody in it is in danger."""
        message = message_of(update)
        text = message.text or message.caption or ""
        if await self._answers.danger(text) is not None:
            tenant = await self._tenants.visit(message.chat_id, lang=language(update))
            await self._ask(message, tenant, text)
            return
        texts = await answered_in(update, self._tenants, self._memory)
        await self._replies.say(message.chat_id, Outgoing(text=texts("edited_not_read")))

    async def show(self, update: Update, _context: Context) -> None:
        """A title in a choice was tapped."""
        query_id, _user, _rest, chat_id, message_id = tapped(update)
        await self._replies.answer_tap(query_id)
        card = await self._card_of(update)
        texts = await answered_in(update, self._tenants, self._memory)
        if card is None:
            await self._replies.say(chat_id, Outgoing(text=texts("card_gone")))
            return
        items = await self._answers.card_messages(card, texts, lang=texts.lang, now=self._clock())
        if card.sensitive:
            items = hiding(items, (*_hidden_with(update), message_id))
        ids = await self._replies.say(chat_id, *items)
        await self._remember(chat_id, card=card, shown=ids, lang=texts.lang)

    async def not_this(self, update: Update, _context: Context) -> None:
        """ "Non era questo?": the next best cards, and a person."""
        query_id, _user, rest, chat_id, _message = tapped(update)
        await self._replies.answer_tap(query_id)
        texts = await answered_in(update, self._tenants, self._memory)
        asked = await self._memory.asked(chat_id)
        await self._refusals.card(chat_id, rest)
        others = [card_id for card_id in (asked.others if asked else ()) if card_id != rest]
        found = [await self._answers.card(card_id) for card_id in others]
        rows = [
            (Button(text=card.title_in(texts.lang)[:60], data=encode(ShowCard(card.id))),)
            for card in found
            if card is not None
        ]
        rows.append(_to_person(texts))
        key = "not_this_others" if len(rows) > 1 else "not_this_nothing"
        await self._replies.say(chat_id, Outgoing(text=texts(key), buttons=tuple(rows)))

    async def none_of_these(self, update: Update, _context: Context) -> None:
        """Nothing in a choice was what was asked: other words, or a person."""
        query_id, _user, _rest, chat_id, _message = tapped(update)
        await self._replies.answer_tap(query_id)
        texts = await answered_in(update, self._tenants, self._memory)
        await self._refusals.menu(chat_id)
        await self._replies.say(
            chat_id, Outgoing(text=texts("not_this_nothing"), buttons=(_to_person(texts),))
        )

    async def pick_quarter(self, update: Update, _context: Context) -> None:
        """A quarter was tapped: the answer to "which quarter?", else the tenant's own quarter from now on."""
        query_id, _user, rest, chat_id, message_id = tapped(update)
        await self._replies.answer_tap(query_id)
        quarter = await self._tenants.quarter(rest)
        if quarter is None:
            return
        asked = await self._memory.asked(chat_id)
        tenant = await self._tenants.visit(chat_id, lang=language(update))
        if asked is None or not asked.which_quarter:
            await self._start.chosen(tenant, message_id, quarter)
            return
        if tenant.quarter is None:
            await self._tenants.choose(chat_id, quarter)
        await self._answer(asked.question, tenant, quarter=quarter.id)

    async def hide(self, update: Update, _context: Context) -> None:
        """Take what was shown, and the message that asked for it, off the screen (Telegram allows it for 48 hours)."""
        query_id, _user, _rest, chat_id, message_id = tapped(update)
        await self._replies.answer_tap(query_id)
        action = decode(_data(update))
        also = action.also if isinstance(action, Hide) else ()
        for number in sorted({message_id, *also, *await self._memory.shown(chat_id)}):
            await self._replies.remove(chat_id, number)

    async def _met_otherwise(self, text: str, tenant: Tenant) -> bool:
        """Answer what is no question: no words, a link, a number, an order to repeat something, a greeting, an address."""
        odd = unexpected.kind_of(text)
        spoken = await self._memory.lang(tenant.chat_id, otherwise=tenant.lang)
        if talk := small_talk(text, lang=spoken):
            await self._chat(*talk, tenant)
            return True
        if odd is not None:
            if await self._answers.danger(text) is not None:
                return False
            lang = await self._answers.language_of(text) if odd is Unexpected.PARROT else spoken
            texts = catalogs.texts(lang)
            rows = (_to_person(texts),) if odd is Unexpected.PHONE else ()
            await self._replies.say(tenant.chat_id, Outgoing(text=texts(f"unexpected_{odd}"), buttons=rows))
            return True
        quarter = await self._answers.only_place(text)
        if quarter is None:
            return False
        asked = await self._memory.asked(tenant.chat_id)
        if asked is None or not asked.question or not await self._there(asked, tenant, quarter):
            said = catalogs.texts(spoken)("unexpected_address", quarter=quarter.name)
            await self._replies.say(tenant.chat_id, Outgoing(text=said))
        return True

    async def _there(self, asked: Asked, tenant: Tenant, quarter: Quarter) -> bool:
        """Answer the last question for this quarter; False where that would say nothing."""
        if asked.which_quarter:
            await self._answer(asked.question, tenant, quarter=quarter.id)
            return True
        reply = await self._decided(asked.question, tenant, quarter=quarter.id)
        if not isinstance(reply.decision, Answer):
            return False
        if asked.card in {one.id for one in (reply.decision.card, reply.decision.also) if one}:
            said = catalogs.texts(asked.lang)("unexpected_address_same", quarter=quarter.name)
            await self._replies.say(tenant.chat_id, Outgoing(text=said))
        else:
            await self._say(asked.question, reply, tenant)
        return True

    async def _chat(self, kind: SmallTalk, lang: str, tenant: Tenant) -> None:
        """A short reply to small talk, or the command said in words; what was asked before it stays in mind."""
        texts = catalogs.texts(lang)
        match kind:
            case SmallTalk.PERSON:
                await self._person.offer(tenant.chat_id, texts)
            case SmallTalk.START:
                await self._start.welcome(tenant, texts)
            case SmallTalk.FORGET:
                await self._start.ask_forget(tenant, texts)
            case SmallTalk.NOTICES:
                await self._start.tell_notices(tenant, texts)
            case SmallTalk.QUARTER:
                await self._start.ask_quarter(tenant, texts)
            case SmallTalk.PRIVACY:
                await self._replies.say(tenant.chat_id, Outgoing(text=texts("privacy")))
            case SmallTalk.PRESS:
                await self._press(tenant.chat_id, texts)
            case _:
                rows = (_to_person(texts),) if kind in (SmallTalk.PUZZLED, SmallTalk.HELP) else ()
                said = Outgoing(text=texts(f"small_talk_{kind}"), buttons=rows)
                await self._replies.say(tenant.chat_id, said)

    async def _answer(
        self, text: str, tenant: Tenant, *, quarter: str | None = None, own_message: int | None = None
    ) -> None:
        before = await self._memory.asked(tenant.chat_id)
        reply = await self._decided(
            text,
            tenant,
            quarter=quarter,
            last_card=await self._memory.last_card(tenant.chat_id),
            last_menu=before.others if before is not None and before.card is None else (),
        )
        texts = catalogs.texts(reply.lang)
        if len(text) > READ_AT_MOST and isinstance(reply.decision, Unknown) and reply.safety is None:
            await self._replies.say(tenant.chat_id, Outgoing(text=texts("too_long")))
            return
        lost = not isinstance(reply.decision, Answer | WhichQuarter) and reply.safety is None
        if lost and is_address(text, numbered=not isinstance(reply.decision, Unknown)):
            await self._replies.say(tenant.chat_id, Outgoing(text=texts("unexpected_address_unknown")))
            return
        await self._say(text, reply, tenant, own_message=own_message)

    async def _decided(
        self,
        text: str,
        tenant: Tenant,
        *,
        quarter: str | None = None,
        last_card: str | None = None,
        last_menu: tuple[str, ...] = (),
    ) -> Reply:
        spoken = await self._memory.lang(tenant.chat_id, otherwise=tenant.lang)
        return await self._answers.ask(
            text[:READ_AT_MOST],
            quarter=quarter or tenant.quarter,
            # Italian is what is taken anyway for a message that does not tell; most phones here say it of everybody.
            lang=None if spoken == catalogs.SOURCE else spoken,
            now=self._clock(),
            last_card=last_card,
            last_menu=last_menu,
        )

    async def _say(self, text: str, reply: Reply, tenant: Tenant, *, own_message: int | None = None) -> None:
        items = await self._answers.messages(reply, catalogs.texts(reply.lang), now=self._clock())
        if own_message is not None:
            items = hiding(items, (own_message,))
        ids = await self._replies.say(tenant.chat_id, *items)
        await self._keep(tenant.chat_id, text, reply, (*ids, own_message) if own_message else ids)

    async def _keep(self, chat_id: int, text: str, reply: Reply, ids: tuple[int, ...]) -> None:
        last = reply.decision.also or reply.decision.card if isinstance(reply.decision, Answer) else None
        if reply.sensitive:
            ordinary = last.id if last and not last.sensitive and not helped_alone(reply) else None
            await self._memory.keep_shown(chat_id, ids, lang=reply.lang, card=ordinary)
            return
        asked = Asked(
            question=text[:READ_AT_MOST],
            lang=reply.lang,
            card=last.id if last else None,
            others=_others(reply),
            which_quarter=isinstance(reply.decision, WhichQuarter),
        )
        before = await self._memory.asked(chat_id)
        if before is not None and before.card == asked.card and follow_up.asked(text) is not None:
            asked = replace(before, then=asked.question, lang=reply.lang)
        await self._memory.keep(chat_id, asked)

    async def _remember(self, chat_id: int, *, card: Card, shown: tuple[int, ...], lang: str) -> None:
        if card.sensitive:
            await self._memory.keep_shown(chat_id, shown, lang=lang)
            return
        asked = await self._memory.asked(chat_id)
        question = asked.question if asked else ""
        await self._memory.keep(chat_id, Asked(question=question, lang=lang, card=card.id))

    async def _card_of(self, update: Update) -> Card | None:
        action = decode(_data(update))
        return await self._answers.card(action.card_id) if isinstance(action, ShowCard) else None


def says_something(text: str, *, lang: str) -> bool:
    """Whether `text` says more than thanks or a smile, so that it is worth a person's time."""
    return unexpected.kind_of(text) is not Unexpected.NO_WORDS and small_talk(text, lang=lang) is None


def _others(reply: Reply) -> tuple[str, ...]:
    """The cards of a menu, or those that came after the one shown; none that is private."""
    match reply.decision:
        case Choose(cards=cards):
            found = cards
        case Answer():
            found = tuple(card for card, _ in reply.scored[1:])
        case _:
            found = ()
    return tuple(card.id for card in found if not card.sensitive)


def _hidden_with(update: Update) -> tuple[int, ...]:
    """What the button "Nascondi" under the tapped message takes away besides it."""
    message = update.callback_query.message if update.callback_query else None
    markup = message.reply_markup if isinstance(message, Message) else None
    actions = [
        decode(str(one.callback_data)) for row in (markup.inline_keyboard if markup else ()) for one in row
    ]
    return next((action.also for action in actions if isinstance(action, Hide)), ())


def _to_person(texts: Texts) -> tuple[Button]:
    return (Button(text=texts.plain("answers_person"), data=encode(Person())),)


def _data(update: Update) -> str:
    return (update.callback_query.data or "") if update.callback_query else ""


def handlers(questions: Questions) -> list[Handler]:
    """The buttons under answers."""
    return [
        button("card", questions.show),
        button("other", questions.not_this),
        button("none", questions.none_of_these),
        button("quarter", questions.pick_quarter),
        button("hide", questions.hide),
    ]


def leftovers(questions: Questions) -> list[Handler]:
    """To stand after every conversation: messages changed later, and words under a picture or a file."""
    private = filters.ChatType.PRIVATE
    return [
        MessageHandler(private & filters.UpdateType.EDITED_MESSAGE, questions.edited),
        MessageHandler(PRIVATE & filters.CAPTION, questions.captioned),
    ]
