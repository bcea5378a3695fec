"""News in staff's hands: doubtful stories, feeds held back, rules about categories, withdrawals."""

from telegram import Update

from bot.core.news_cards import Withdrawal
from bot.core.outgoing import Button, Outgoing
from bot.core.texts import Texts
from bot.services.clock import Clock
from bot.services.news_review import NewsReview
from bot.services.replies import Replies
from bot.services.withdrawals import Withdrawals
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

WITHDRAWALS = {"yes": Withdrawal.DONE, "no": Withdrawal.LEFT, "back": Withdrawal.UNDONE}


class Review:
    """Cards and commands of the wire desk. Whoever taps is checked by their own id (TRAPS 12)."""

    def __init__(
        self,
        reviewing: NewsReview,
        withdrawals: Withdrawals,
        replies: Replies,
        reviewers: Allowed,
        texts: Texts,
        *,
        clock: Clock,
    ) -> None:
        self._reviewing = reviewing
        self._withdrawals = withdrawals
        self._replies = replies
        self._reviewers = reviewers
        self._texts = texts
        self._clock = clock

    async def tap(self, update: Update, _context: Context) -> None:
        """Pubblica, Scarta, Sempre da questa categoria, and what becomes of a feed held back; two fingers decide once."""
        query_id, user_id, rest, _chat, _message = tapped(update)
        if not await self._reviewers.may(query_id, user_id):
            return
        choice, _, number = rest.partition(":")
        done = await self._decide(choice, number, by=user_id, who=name_of(update))
        key = "news_decided" if done else "already_decided"
        await self._replies.answer_tap(query_id, self._texts.plain(key), alert=not done)

    async def _decide(self, choice: str, number: str, *, by: int, who: str) -> bool:
        now = self._clock()
        first, _, second = number.partition(":")
        match choice:
            case "pub" | "no":
                return await self._reviewing.decide(
                    number_of(number), publish=choice == "pub", by=by, now=now, who=who
                )
            case "all":
                return await self._reviewing.decide(
                    number_of(first), publish=True, by=by, now=now, who=who, category=number_of(second)
                )
            case "rel" | "drop":
                publish = choice == "rel"
                count = await self._reviewing.settle_held(
                    number_of(number), publish=publish, by=by, now=now, who=who
                )
                return count > 0
            case _:
                return False

    async def rules(self, update: Update, context: Context) -> None:
        """/regole: the rules about categories, each with a button that drops it."""
        if await self._reviewers.own_command(update, context):
            await self._replies.say(message_of(update).chat_id, await self._rule_list())

    async def drop_rule(self, update: Update, _context: Context) -> None:
        """A rule was tapped."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._reviewers.may(query_id, user_id):
            return
        dropped = await self._reviewing.drop_rule(number_of(rest), by=user_id, now=self._clock())
        key = "news_rule_dropped" if dropped else "already_decided"
        await self._replies.answer_tap(query_id, self._texts.plain(key))
        await self._replies.change(chat_id, message_id, await self._rule_list())

    async def _rule_list(self) -> Outgoing:
        rules = await self._reviewing.rules()
        buttons = tuple(
            (
                Button(
                    text=self._texts.plain("news_rule", category=rule.name, feed=rule.feed),
                    data=f"newsrule:{rule.id}",
                ),
            )
            for rule in rules
        )
        return Outgoing(text=self._texts("news_rules" if rules else "news_rules_none"), buttons=buttons)

    async def withdraw(self, update: Update, context: Context) -> None:
        """/ritira, with or without words of the title: the stories to choose from."""
        if await self._reviewers.own_command(update, context):
            words = " ".join(context.args or ())
            await self._replies.say(message_of(update).chat_id, await self._withdrawals.choice(words))

    async def settle_withdrawal(self, update: Update, _context: Context) -> None:
        """A story was chosen, or somebody said whether it is to be withdrawn."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._reviewers.may(query_id, user_id):
            return
        choice, _, number = rest.partition(":")
        card = await self._withdrawal_card(choice, number_of(number), by=user_id, who=name_of(update))
        if card is None:
            await self._replies.answer_tap(query_id, self._texts.plain("already_decided"), alert=True)
            return
        await self._replies.answer_tap(query_id)
        await self._replies.change(chat_id, message_id, card)

    async def _withdrawal_card(self, choice: str, story_id: int, *, by: int, who: str) -> Outgoing | None:
        if choice == "ask":
            return await self._withdrawals.question(story_id)
        decision = WITHDRAWALS.get(choice)
        return await self._withdrawals.settle(story_id, decision, by=by, who=who) if decision else None


def handlers(review: Review) -> list[Handler]:
    """The buttons of the wire desk's cards and its commands."""
    return [
        button("news", review.tap),
        button("newsrule", review.drop_rule),
        button("newswd", review.settle_withdrawal),
        command(["regole", "rules"], review.rules),
        command(["ritira", "withdraw"], review.withdraw),
    ]
