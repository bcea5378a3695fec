"""From the bot to a person and back: with the tenant's consent, into the staff group, answered by a reply there."""

from collections.abc import Callable

from bot import catalogs
from bot.core.outgoing import Button, Outgoing
from bot.core.priority import Priority
from bot.core.richtext import RichText, cut
from bot.core.rights import Right, may
from bot.core.texts import Texts
from bot.services.clock import Clock
from bot.services.desk import Desk
from bot.services.memory import ASKED, SHOWN, without_question
from storage import dialogues, handoffs, outbox, staff, tenants
from storage.database import Database, Transaction
from storage.dialogues import Dialogue

QUOTE_LIMIT = 3000  # UTF-16 units of a question shown to staff


class Handoff:
    """`texts` are the staff's; the tenant's answer is sent in the operator's own words, under a heading in the tenant's language."""

    def __init__(
        self, db: Database, desk: Desk, texts: Texts, *, clock: Clock, wake: Callable[[], None]
    ) -> None:
        self._db = db
        self._desk = desk
        self._texts = texts
        self._clock = clock
        self._wake = wake

    @property
    def open(self) -> bool:
        """Whether there is a staff group to forward to."""
        return self._desk.group is not None

    async def forward(self, chat_id: int, *, quarter: str) -> bool:
        """Put the kept question before staff; False where there is none any more. `quarter` is its name, "" unknown."""
        async with self._db.write() as tx:
            dialogue = await dialogues.get(tx, chat_id)
            if dialogue is None or dialogue.name != ASKED or not dialogue.data["question"] or not self.open:
                return False
            text = "\n".join(filter(None, (dialogue.data["question"], dialogue.data.get("then"))))
            await self._put_before_staff(tx, chat_id, text, quarter=quarter)
            await self._forget(tx, chat_id, dialogue)
        self._wake()
        return True

    async def pass_on(self, chat_id: int, text: str, *, quarter: str, follows: int = 0) -> None:
        """Put `text` before staff: who wrote it was told so. The chat goes back to asking the bot.

        `follows` is the hand-off whose answer this goes on from: staff see it under that question.
        """
        async with self._db.write() as tx:
            await self._put_before_staff(tx, chat_id, text, quarter=quarter, follows=follows)
            await self._forget(tx, chat_id, await dialogues.get(tx, chat_id))
        self._wake()

    async def give_up(self, chat_id: int) -> None:
        """The tenant does not want it forwarded: the question is forgotten."""
        async with self._db.write() as tx:
            await self._forget(tx, chat_id, await dialogues.get(tx, chat_id))

    async def _put_before_staff(
        self, tx: Transaction, chat_id: int, text: str, *, quarter: str, follows: int = 0
    ) -> None:
        now = self._clock()
        question = cut(RichText(text), limit=QUOTE_LIMIT)
        topic = f"handoff:{await handoffs.open_one(tx, chat_id, now=now)}"
        name = quarter or self._texts("quarter_unknown")
        card = self._texts("handoff_card", quarter=name, question=question)
        group = self._desk.group
        before = await handoffs.staff_message(tx, follows, tenant=chat_id, chat_id=group) if group else None
        item = Outgoing(text=card, reply_to=before)
        await self._desk.tell(tx, item, topic=topic, once_key=topic, now=now)

    async def _forget(self, tx: Transaction, chat_id: int, dialogue: Dialogue | None) -> None:
        """Nothing of the question stays; what can be hidden still can, and staff's unfinished work is none of this."""
        if dialogue is None or dialogue.name not in (ASKED, SHOWN):
            return
        if dialogue.data.get("messages"):
            await dialogues.put(tx, chat_id, SHOWN, without_question(dialogue.data), now=self._clock())
        else:
            await dialogues.end(tx, chat_id)

    async def answer(
        self, *, group: int, replied_to: int, message_id: int, by: int, text: RichText
    ) -> bool | None:
        """A staff member replied to a card: send it to the tenant. None where the reply is not to one of ours, or not allowed."""
        if group != self._desk.group or not may(await staff.role_of(self._db, by), Right.ANSWER):
            return None
        found = await handoffs.of_staff_message(self._db, chat_id=group, message_id=replied_to)
        if found is None:
            return None
        handoff_id, tenant = found
        known = await tenants.get(self._db, tenant)
        texts = catalogs.texts(known.lang) if known else self._texts
        back = Button(text=texts.plain("person_back"), data=f"person:reply:{handoff_id}")
        now = self._clock()
        async with self._db.write() as tx:
            queued = await outbox.add(
                tx,
                chat_id=tenant,
                item=Outgoing(text=texts("handoff_answer", text=text), buttons=((back,),)),
                once_key=f"handoff:{handoff_id}:{message_id}",
                topic=f"handoff_answer:{handoff_id}",
                priority=Priority.REPLY,
                due_at=now,
                now=now,
                repeatable=True,
            )
            await handoffs.answered(tx, handoff_id, now=now)
        self._wake()
        return queued
