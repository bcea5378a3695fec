"""From questions nobody could answer to better cards: put together, shown to staff, tried, added to a card.

log of questions ─▶ groups ─▶ once a week a card each for staff ─┬▶ words of a card, live at once
                                                                 ├▶ a new card
                                                                 └▶ never again
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core import answer, card_edit, safety, unanswered
from bot.core.answer import Reply
from bot.core.card import Card, Knowledge
from bot.core.errors import UserError
from bot.core.outgoing import Button, Outgoing
from bot.core.richtext import RichText, join
from bot.core.rome import ROME, day_in_rome
from bot.core.texts import Texts
from bot.core.unanswered import Asked, Group, Settled
from bot.services import cards as service
from bot.services.card_desk import CardDesk
from bot.services.clock import Clock
from bot.services.desk import Desk
from storage import audit, questions
from storage import unanswered as stored
from storage.database import Database, Transaction
from storage.questions import AskedQuestion, Outcome
from storage.unanswered import State, Unanswered

LOOKED_BACK = timedelta(days=28)
FEWEST = 2  # people: what one person asked once is shown to nobody
MOST = 5  # groups shown at a time
HOUR = 9  # of Monday, in Rome, from which the week's cards are sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What the words of a group would get now, and with them added to `card`."""

    card: Card
    words: str
    before: Reply
    after: Reply


class Learning:
    """Whoever calls with a `by` has checked that the person may edit cards. `wake` tells the sender there is something."""

    def __init__(
        self,
        db: Database,
        desk: Desk,
        card_desk: CardDesk,
        texts: Texts,
        *,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self._db = db
        self._desk = desk
        self._card_desk = card_desk
        self._texts = texts
        self._clock = clock
        self._wake = wake

    async def weekly(self) -> None:
        """Tell staff what was asked in vain, once a week from Monday at nine; nothing where there is nothing."""
        now = self._clock()
        local = now.astimezone(ROME)
        week = f"{local:%G-W%V}"
        too_early = local.isoweekday() == 1 and local.hour < HOUR
        if too_early or await stored.week_done(self._db, week):
            return
        found = await self.look()
        old = await self._card_desk.old()
        async with self._db.write() as tx:
            if not await stored.end_week(tx, week, now=now):
                return
            if found:
                head = Outgoing(text=self._texts.count("learn_week", len(found)))
                await self._tell(tx, head, f"learning:{week}", now=now)
            for one in found:
                await self._tell(tx, self.card(one), f"learning:{week}:{one.id}", now=now)
            if old:
                head = Outgoing(text=self._texts.count("learn_old_cards", len(old)))
                await self._tell(tx, head, f"learning:{week}:old", now=now)
            for card in old[:MOST]:
                await self._tell(tx, self._task(card), f"learning:{week}:old:{card.id}", now=now)
        self._wake()

    async def look(self) -> list[Unanswered]:
        """The open groups of the last weeks, the most asked first; at most `MOST`, none that is private."""
        today = day_in_rome(self._clock())
        asked = [
            Asked(text=one.text, lang=one.lang, day=one.day, refused=_refused(one))
            for one in await questions.since(self._db, today - LOOKED_BACK)
            if one.refused or one.outcome is Outcome.UNKNOWN
        ]
        known = await stored.everything(self._db)
        settled = [_settled(one) for one in known if one.state is not State.OPEN]
        grouped = await asyncio.to_thread(unanswered.group, asked, settled=settled)
        groups = [one for one in grouped if one.people >= FEWEST]
        shown = [one for one in groups[: 4 * MOST] if await self._may_be_shown(one)][:MOST]
        open_ones = [one for one in known if one.state is State.OPEN]
        async with self._db.write() as tx:
            ids = [await _kept(tx, group, open_ones) for group in shown]
            return [found for id_ in ids if (found := await stored.get(tx, id_)) is not None]

    async def get(self, group_id: int) -> Unanswered | None:
        """One group that waits; None where it is settled or never was."""
        found = await stored.get(self._db, group_id)
        return found if found is not None and found.state is State.OPEN else None

    async def nearest(self, group_id: int) -> list[Card]:
        """The cards that come nearest to the group, to be offered for its words."""
        found = await self.get(group_id)
        if found is None:
            return []
        texts = unanswered.ways(found.group)
        scored = [pair for text in texts for pair in (await self._card_desk.try_out(text)).scored]
        scored.sort(key=lambda pair: -pair[1])
        return list({card.id: card for card, _ in scored}.values())[:MOST]

    async def trial(self, group_id: int, card_id: str) -> Trial:
        """What adding the group's words to the card would do. Raises UserError: "learn_gone" or "card_gone"."""
        found, card = await self.get(group_id), await self._card_desk.card(card_id)
        if found is None:
            raise UserError("learn_gone")
        if card is None:
            raise UserError("card_gone")
        text, lang = unanswered.bare(found.group.text), found.group.lang
        changed = card_edit.with_words(card, text, lang=lang)
        before = await self._card_desk.try_out(text)
        after = await self._card_desk.try_out(text, changed=changed)
        return Trial(card=card, words=text, before=before, after=after)

    async def add_words(self, group_id: int, card_id: str, *, by: int) -> int:
        """Give the card the group's words; the batch's id, which can be undone. Raises UserError as `trial` does."""
        found = await self.get(group_id)
        if found is None:
            raise UserError("learn_gone")
        text, lang = unanswered.bare(found.group.text), found.group.lang
        batch: int | None = None

        def change(knowledge: Knowledge) -> Card:
            card = next((one for one in knowledge.cards if one.id == card_id), None)
            if card is None:
                raise UserError("card_gone")
            return card_edit.with_words(card, text, lang=lang)

        async with self._db.write() as tx:
            if not await self._settle(tx, group_id, State.WORDS, by=by, card_id=card_id):
                raise UserError("learn_gone")
            batch = await service.edit_within(tx, change, by=f"staff:{by}", actor=by, now=self._clock())
        await self._card_desk.refresh()
        return batch or 0

    async def made_card(self, group_id: int, card_id: str, *, by: int) -> None:
        """A card was made for the group."""
        async with self._db.write() as tx:
            await self._settle(tx, group_id, State.CARD, by=by, card_id=card_id)

    async def ignore(self, group_id: int, *, by: int) -> bool:
        """Never show the group again; False where somebody was faster."""
        async with self._db.write() as tx:
            return await self._settle(tx, group_id, State.IGNORED, by=by)

    def card(self, one: Unanswered) -> Outgoing:
        """A group as staff see it: by how many, in which words, and what can be done."""
        group = one.group
        others = [self._texts("learn_wording", text=text) for text in group.wordings]
        text = self._texts(
            "learn_group",
            people=self._texts.count("learn_people", group.people),
            days=self._texts.count("learn_days", group.days),
            text=group.text,
            lang=group.lang,
        )
        rows = (
            (Button(text=self._texts.plain("learn_add_words"), data=f"lw:{one.id}"),),
            (
                Button(text=self._texts.plain("learn_new_card"), data=f"ln:{one.id}"),
                Button(text=self._texts.plain("learn_ignore"), data=f"li:{one.id}"),
            ),
        )
        return Outgoing(text=join("\n", [text, *others]), buttons=rows)

    def _task(self, card: Card) -> Outgoing:
        """A card to be verified again, as staff see it."""
        day = card.verified_on.strftime("%d/%m/%Y") if card.verified_on else ""
        buttons = (
            Button(text=self._texts.plain("card_verify"), data=f"sk_ok:{card.id}"),
            Button(text=self._texts.plain("learn_correct"), data=f"sk:{card.id}"),
        )
        text = self._texts("learn_old_card", title=card.title, date=day)
        return Outgoing(text=text, buttons=(buttons,))

    async def _may_be_shown(self, group: Group) -> bool:
        """Nothing private, by its words or by the cards near it; and nothing that is answered by now, as far as is known."""
        texts = (group.text, *group.wordings)
        if any(safety.look(text) is not None for text in texts):
            return False
        reply = await self._card_desk.try_out(group.text)
        answered = isinstance(reply.decision, answer.Answer) and reply.decision.card.id not in group.refused
        return not reply.sensitive and not answered

    async def _settle(
        self, tx: Transaction, group_id: int, state: State, *, by: int, card_id: str | None = None
    ) -> bool:
        now = self._clock()
        day = day_in_rome(now)
        done = await stored.settle(tx, group_id, state, by=by, day=day, card_id=card_id)
        if done:
            about = f"unanswered:{group_id}"
            await audit.note(tx, actor=by, action=f"learning_{state}", about=about, now=now)
        return done

    async def _tell(self, tx: Transaction, item: Outgoing, key: str, *, now: datetime) -> None:
        await self._desk.tell(tx, item, topic=key, once_key=key, now=now)


async def _kept(tx: Transaction, group: Group, open_ones: list[Unanswered]) -> int:
    """The id of the group: of the open one that is the same question, else a new one's."""
    for one in open_ones:
        if one.group.lang == group.lang and unanswered.same(one.group.text, group.text, lang=group.lang):
            await stored.count_anew(tx, one.id, group)
            return one.id
    return await stored.add(tx, group)


def _refused(one: AskedQuestion) -> str | None:
    """The card that was shown at once and was not it; a menu claims nothing of its cards."""
    return one.card_id if one.refused and one.outcome is Outcome.ANSWER else None


def _settled(one: Unanswered) -> Settled:
    until: date | None = None if one.state is State.IGNORED else one.settled_on
    return Settled(text=one.group.text, lang=one.group.lang, until=until)


def told(reply: Reply, texts: Texts) -> RichText:
    """What a reply is, in a few words: the card and how surely, or that there is none."""
    if isinstance(reply.decision, answer.Unknown) or not reply.scored:
        return texts("learn_gets_nothing")
    key = "learn_gets_card" if isinstance(reply.decision, answer.Answer) else "learn_gets_choice"
    card, confidence = reply.scored[0]
    return texts(key, title=card.title, percent=round(confidence * 100))
