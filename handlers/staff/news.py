"""Doubtful news and feeds held back: what staff decide under the cards of the wire desk."""

from telegram import Update

from bot.core.rights import Right
from bot.core.texts import Texts
from bot.services.clock import Clock
from bot.services.news import News
from bot.services.replies import Replies
from bot.services.staff import Staff
from handlers.incoming import Context, Handler, button, number_of, tapped


class Review:
    """Pubblica and Scarta, for one story or for all a feed had held back."""

    def __init__(self, news: News, staff: Staff, replies: Replies, texts: Texts, *, clock: Clock) -> None:
        self._news = news
        self._staff = staff
        self._replies = replies
        self._texts = texts
        self._clock = clock

    async def tap(self, update: Update, _context: Context) -> None:
        """Whoever taps is checked by their own id; two fast fingers decide once (TRAPS 12)."""
        query_id, user_id, rest, _chat, _message = tapped(update)
        choice, _, number = rest.partition(":")
        if not await self._staff.may(user_id, Right.REVIEW):
            await self._replies.answer_tap(query_id, self._texts.plain("not_allowed"), alert=True)
            return
        name = update.effective_user.full_name if update.effective_user else ""
        done = await self._decide(choice, number_of(number), by=user_id, who=name)
        key = "news_decided" if done else "already_decided"
        await self._replies.answer_tap(query_id, self._texts.plain(key), alert=not done)

    async def _decide(self, choice: str, number: int, *, by: int, who: str) -> bool:
        now = self._clock()
        match choice:
            case "pub" | "no":
                return await self._news.decide(number, publish=choice == "pub", by=by, now=now, who=who)
            case "rel" | "drop":
                return await self._news.settle_held(number, publish=choice == "rel", by=by, now=now) > 0
            case _:
                return False


def handlers(review: Review) -> list[Handler]:
    """The buttons of the wire desk's cards."""
    return [button("news", review.tap)]
