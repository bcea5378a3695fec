"""What staff's decisions about news taught: /parole, and the cards that suggest a rule."""

from telegram import Update

from bot.core.texts import Texts
from bot.services.replies import Replies
from bot.services.word_rules import WordRules
from handlers.incoming import (
    Context,
    Handler,
    button,
    command,
    message_of,
    name_of,
    number_of,
    tapped,
)
from handlers.staff.allowed import Allowed


class Words:
    """Whoever taps or writes is checked by their own id (TRAPS 12)."""

    def __init__(self, rules: WordRules, replies: Replies, reviewers: Allowed, texts: Texts) -> None:
        self._rules = rules
        self._replies = replies
        self._reviewers = reviewers
        self._texts = texts

    async def show(self, update: Update, context: Context) -> None:
        """/parole: how the verdicts did, the rules and the suggestions; for everybody else there is no such command."""
        if await self._reviewers.own_command(update, context):
            await self._replies.say(message_of(update).chat_id, await self._rules.overview())

    async def tap(self, update: Update, _context: Context) -> None:
        """A suggestion on a card was accepted or refused; the outbox edits the card wherever it stands."""
        await self._decide(update)

    async def tap_in_list(self, update: Update, _context: Context) -> None:
        """The same in the list, or a rule was dropped: the list shows it at once."""
        if await self._decide(update):
            _query_id, _user_id, _rest, chat_id, message_id = tapped(update)
            await self._replies.change(chat_id, message_id, await self._rules.overview())

    async def _decide(self, update: Update) -> bool:
        """Carry a tap out and answer it; False where it was not theirs to decide."""
        query_id, user_id, rest, _chat_id, _message_id = tapped(update)
        if not await self._reviewers.may(query_id, user_id):
            return False
        choice, _, number = rest.partition(":")
        if choice == "drop":
            done = await self._rules.drop(number_of(number), by=user_id)
        else:
            who = name_of(update)
            done = (
                await self._rules.settle(number_of(number), accept=choice == "yes", by=user_id, who=who)
                is not None
            )
        key = "news_decided" if done else "already_decided"
        await self._replies.answer_tap(query_id, self._texts.plain(key), alert=not done)
        return True


def handlers(words: Words) -> list[Handler]:
    """The command and the buttons of learned rules."""
    return [
        command(["parole", "words"], words.show),
        button("newsword", words.tap),
        button("newswords", words.tap_in_list),
    ]
