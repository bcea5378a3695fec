"""Messages nobody knows the fate of: staff look into the channel and say whether it is there."""

from collections.abc import Callable
from datetime import datetime

from bot.core.delivery import Delivery
from bot.core.outgoing import Button, Outgoing
from bot.core.richtext import RichText, cut
from bot.core.rights import Right, may
from bot.core.texts import Texts
from bot.services.clock import Clock
from bot.services.desk import Desk
from storage import audit, sending, staff
from storage.database import Database, Transaction

EXCERPT = 400  # UTF-16 units of the message shown, so that staff recognise it


class Doubtful:
    """Held channel posts. An announcement's single recipients are only counted, in its report."""

    def __init__(
        self, db: Database, desk: Desk, texts: Texts, *, clock: Clock, wake: Callable[[], None]
    ) -> None:
        self._db = db
        self._desk = desk
        self._texts = texts
        self._clock = clock
        self._wake = wake

    async def held(self, tx: Transaction, delivery: Delivery, now: datetime) -> None:
        """Ask staff about a message that went to a channel or group."""
        if delivery.chat_id > 0 or not isinstance(delivery.item, Outgoing):
            return
        topic = f"held:{delivery.id}"
        await self._desk.tell(
            tx,
            self._card(delivery.id, delivery.item),
            topic=topic,
            once_key=f"{topic}:{delivery.attempt}",
            now=now,
        )

    async def settle(self, row_id: int, *, there: bool, by: int, by_name: str) -> bool | None:
        """What a staff member saw. None where this person may not; False where it was settled before."""
        if not may(await staff.role_of(self._db, by), Right.SETTLE):
            return None
        now = self._clock()
        async with self._db.write() as tx:
            step = sending.confirm if there else sending.resend
            taken = await step(tx, row_id, now=now)
            if taken:
                topic = f"held:{row_id}"
                await audit.note(
                    tx, actor=by, action="there" if there else "send_again", about=topic, now=now
                )
                text = self._texts("held_there" if there else "held_again", by=by_name)
                await self._desk.correct(
                    tx, Outgoing(text=text), topic=topic, once_key=f"{topic}:{now}", now=now
                )
        self._wake()
        return taken

    def _card(self, row_id: int, item: Outgoing) -> Outgoing:
        excerpt = cut(RichText(item.text.text), limit=EXCERPT)
        buttons = (
            (Button(text=self._texts.plain("held_button_there"), data=f"held:there:{row_id}"),),
            (Button(text=self._texts.plain("held_button_again"), data=f"held:again:{row_id}"),),
        )
        return Outgoing(text=self._texts("held_card", excerpt=excerpt), buttons=buttons)
