"""Journalists ask to join the press channel; a person decides, once; Telegram carries it out, whatever happens meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import structlog

from bot.core.outcome import Migrated, Outcome, Refused, Sent
from bot.core.outgoing import Button, Outgoing
from bot.core.priority import Priority
from bot.core.rights import Right, may
from bot.core.texts import Texts
from bot.services.clock import Clock
from bot.services.desk import Desk
from storage import audit, invites, join_requests, outbox, staff
from storage.database import Database
from storage.join_requests import JoinRequest

log = structlog.get_logger(__name__)


class Doors(Protocol):
    """What accreditation needs of the gateway."""

    async def approve_join(self, chat_id: int, user_id: int) -> Outcome:
        """Let somebody in."""

    async def decline_join(self, chat_id: int, user_id: int) -> Outcome:
        """Turn somebody away."""

    async def join_link(self, chat_id: int, *, name: str) -> str | None:
        """A link by which people ask to join."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What came of a tap on a request's card."""

    taken: bool
    request: JoinRequest | None


class Accreditation:
    """The press channel's door."""

    def __init__(
        self,
        db: Database,
        doors: Doors,
        desk: Desk,
        texts: Texts,
        *,
        press_channel: int,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self._db = db
        self._doors = doors
        self._desk = desk
        self._texts = texts
        self._channel = press_channel
        self._clock = clock
        self._wake = wake

    async def asked(self, *, chat_id: int, user_id: int, name: str) -> bool:
        """Somebody asks to join: staff get a card. False where it is not our channel or the request is known."""
        if chat_id != self._channel:
            return False
        now = self._clock()
        async with self._db.write() as tx:
            number = await join_requests.open_request(
                tx, chat_id=chat_id, user_id=user_id, name=name, now=now
            )
            if number is not None:
                topic = f"join:{number}"
                await self._desk.tell(tx, self._card(number, name), topic=topic, once_key=topic, now=now)
        self._wake()
        return number is not None

    async def decide(self, request_id: int, *, approve: bool, by: int, by_name: str) -> Decision | None:
        """A staff member taps: None where this person may not; `taken` is False where somebody was faster."""
        if not may(await staff.role_of(self._db, by), Right.ACCREDIT):
            return None
        request = await join_requests.get(self._db, request_id)
        if request is None:
            return Decision(taken=False, request=None)
        now = self._clock()
        topic = f"join:{request_id}"
        async with self._db.write() as tx:
            taken = await join_requests.decide(tx, request_id, approve=approve, by=by, now=now)
            if taken:
                await audit.note(
                    tx, actor=by, action="approve" if approve else "decline", about=topic, now=now
                )
                card = Outgoing(
                    text=self._texts(_outcome_key(approve=approve), name=request.name, by=by_name)
                )
                await self._desk.correct(tx, card, topic=topic, once_key=f"{topic}:decided", now=now)
        if taken:
            await self.carry_out()
        return Decision(taken=taken, request=request)

    async def carry_out(self) -> None:
        """Bring every decision taken to Telegram; what cannot be done now is done at the next tick."""
        for request in await join_requests.under_way(self._db):
            approve = request.state == "approving"
            call = self._doors.approve_join if approve else self._doors.decline_join
            await self._settle(request, await call(request.chat_id, request.user_id), approve=approve)
        self._wake()

    async def link(self) -> str | None:
        """The link by which journalists ask to join; made once, kept."""
        known = await invites.get(self._db, self._channel)
        if known is not None:
            return known
        made = await self._doors.join_link(self._channel, name=self._texts.plain("join_link_name"))
        if made is not None:
            async with self._db.write() as tx:
                await invites.put(tx, self._channel, made, now=self._clock())
        return made

    async def _settle(self, request: JoinRequest, outcome: Outcome, *, approve: bool) -> None:
        if isinstance(outcome, Migrated) or not isinstance(outcome, Sent | Refused):
            log.warning("decision_waits", request=request.id, outcome=type(outcome).__name__)
            return
        now = self._clock()
        async with self._db.write() as tx:
            if isinstance(outcome, Refused):
                await join_requests.settle(tx, request.id, state="failed", fault=outcome.detail)
                text = self._texts("join_failed", name=request.name)
                topic = f"join:{request.id}"
                await self._desk.tell(
                    tx, Outgoing(text=text), topic=topic, once_key=f"{topic}:failed", now=now
                )
                return
            await join_requests.settle(tx, request.id, state="approved" if approve else "declined")
            await outbox.add(
                tx,
                chat_id=request.user_id,
                item=Outgoing(text=self._texts("join_welcome" if approve else "join_sorry")),
                once_key=f"join:{request.id}:told",
                topic=f"join:{request.id}",
                priority=Priority.URGENT,
                due_at=now,
                now=now,
            )

    def _card(self, number: int, name: str) -> Outgoing:
        buttons = (
            Button(text=self._texts.plain("join_approve"), data=f"join:yes:{number}"),
            Button(text=self._texts.plain("join_decline"), data=f"join:no:{number}"),
        )
        return Outgoing(text=self._texts("join_card", name=name), buttons=(buttons,))


def _outcome_key(*, approve: bool) -> str:
    return "join_card_approved" if approve else "join_card_declined"
