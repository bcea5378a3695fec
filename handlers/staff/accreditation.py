"""Deciding about journalists who want to join, from the card in the staff group."""

from telegram import Update

from bot.core.texts import Texts
from bot.services.accreditation import Accreditation
from bot.services.replies import Replies
from handlers.incoming import Context, Handler, button, name_of, number_of, tapped
from handlers.staff.taps import conclude


class Decide:
    """Approva and Rifiuta."""

    def __init__(self, accreditation: Accreditation, replies: Replies, texts: Texts) -> None:
        self._accreditation = accreditation
        self._replies = replies
        self._texts = texts

    async def tap(self, update: Update, _context: Context) -> None:
        """Whoever taps is checked by their own id, whatever the button says (TRAPS 12)."""
        query_id, user_id, rest, _chat, _message = tapped(update)
        choice, _, number = rest.partition(":")
        name = name_of(update)
        decision = await self._accreditation.decide(
            number_of(number), approve=choice == "yes", by=user_id, by_name=name
        )
        taken = decision.taken if decision else None
        done = "join_done_yes" if choice == "yes" else "join_done_no"
        await conclude(self._replies, self._texts, query_id, taken, done=done)


def handlers(decide: Decide) -> list[Handler]:
    """The buttons of a request's card."""
    return [button("join", decide.tap)]
