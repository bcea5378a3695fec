"""A newsroom whose posts are delivered by hand, with all that staff may do."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from bot.catalogs import texts
from bot.core.outgoing import Outgoing, decode
from bot.core.routing import Quiet, Routes
from bot.fetch import Fetcher
from bot.services.withdrawals import Withdrawals
from tests.services.newsroom import PRESS, STAFF, Newsroom, item, opened, rss

BASE = item(1)
NIGHT = Quiet(start=time(22), end=time(7))
EVENING = datetime(2026, 11, 22, 22, 0, tzinfo=UTC)  # eleven at night in Rome
MORNING = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # seven
DOUBTFUL = "Dopo di noi, apre la casa di via Rugabella"


@dataclass(frozen=True)
class Row:
    """One row of the outbox."""

    chat: int
    operation: str
    state: str
    topic: str
    target: int | None
    due: datetime
    item: Outgoing

    @property
    def text(self) -> str:
        return self.item.text.text


@dataclass
class Desk:
    """A newsroom whose rows are delivered by hand, with all that staff may do."""

    room: Newsroom
    withdrawals: Withdrawals
    told: list[str] = field(default_factory=list)

    async def rows(self, chat: int = PRESS, operation: str = "send", state: str | None = None) -> list[Row]:
        found = await self.room.db.fetch(
            "SELECT chat_id, operation, state, topic, target_id, due_at, body FROM outbox"
            " WHERE chat_id = :chat AND operation = :operation AND body <> '' ORDER BY id",
            {"chat": chat, "operation": operation},
        )
        rows = []
        for row in found:
            body = decode(row["body"])
            assert isinstance(body, Outgoing)
            due = datetime.fromtimestamp(row["due_at"] / 1000, UTC)
            rows.append(
                Row(row["chat_id"], row["operation"], row["state"], row["topic"], row["target_id"], due, body)
            )
        return [row for row in rows if state in {None, row.state}]

    async def deliver(self) -> None:
        """Everything that is due is out; its words are kept here for reading."""
        now = int(self.room.now.timestamp() * 1000)
        async with self.room.db.write() as tx:
            await tx.execute(
                "UPDATE outbox SET state = 'sent', message_id = coalesce(message_id, 100 + id), settled_at = :now"
                " WHERE state = 'pending' AND due_at <= :now",
                {"now": now},
            )

    async def publish(self, *items: str, after: float = 10) -> None:
        """These items stand in the feed above the base one."""
        await self.room.poll(rss(*items, BASE), after=timedelta(minutes=after))

    async def story(self, title: str) -> int:
        rows = await self.room.db.fetch("SELECT id FROM story WHERE title = :title", {"title": title})
        return int(rows[0]["id"])


async def opened_desk(path: Path, routes: Routes, **more: Any) -> AsyncIterator[Desk]:
    async with (
        opened(path, routes=routes, **more) as room,
        Fetcher(user_agent="t", allow_private_networks=True) as web,
    ):
        withdrawals = Withdrawals(
            room.db,
            web,
            room.news.press,
            room.news.cards,
            texts("it"),
            clock=lambda: room.now,
            wake=lambda: None,
        )
        await room.poll(rss(BASE))
        yield Desk(room, withdrawals)


def desk_with(**routes: Any) -> Any:
    """A fixture's worth of desk with these routes."""

    async def make(tmp_path: Path) -> AsyncIterator[Desk]:
        async for one in opened_desk(
            tmp_path / "news.db", Routes(press_channel=PRESS, staff_group=STAFF, **routes)
        ):
            yield one

    return make
