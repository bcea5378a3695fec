"""What the receiver got, against what the sender believes: the judge of a crash run."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import aiohttp

from bot.bench import crash_child, crash_controls
from storage import outbox
from storage.database import opened

PAGE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """What one row says: that `text` is sent under `message_id`, or what else became of it."""

    text: str
    state: str
    message_id: int | None
    repeatable: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Counts. `repeated` are cards for staff sent twice, which is allowed; `unsure` is what a person is asked about."""

    messages: int
    lost: int
    duplicated: int
    altered: int
    wrong_ids: int
    out_of_order: int
    unsure: int
    repeated: int
    probes: int
    asked: Mapping[str, int]  # why a person is asked, and how often

    @property
    def clean(self) -> bool:
        """Nothing that may never happen has happened."""
        return not (self.lost or self.duplicated or self.altered or self.wrong_ids)


@dataclass(slots=True)
class Receiver:
    """The simulator, as seen from outside; `others` are posts of people: id → text."""

    http: aiohttp.ClientSession
    address: str
    others: dict[int, str] = field(default_factory=dict)

    async def get(self, path: str) -> Any:
        """GET of the simulator's own API."""
        async with self.http.get(self.address + path) as answer:
            answer.raise_for_status()
            return await answer.json()

    async def post(self, path: str, **body: Any) -> Any:
        """POST to it."""
        async with self.http.post(self.address + path, json=body) as answer:
            answer.raise_for_status()
            return await answer.json()

    async def no_faults(self) -> None:
        """What was to go wrong and has not will not."""
        async with self.http.delete(f"{self.address}/sim/faults") as answer:
            answer.raise_for_status()

    async def other_post(self, chat: int, text: str) -> None:
        """Somebody else posts in the channel."""
        posted = await self.post(f"/sim/chats/{chat}/post", text=text)
        self.others[posted["message_id"]] = text

    async def messages(self, chat: int) -> list[dict[str, Any]]:
        """All that was ever posted there, oldest first."""
        return await self._pages(f"/sim/chats/{chat}/messages?limit={PAGE}&after=", "message_id")

    async def calls(self) -> list[dict[str, Any]]:
        """All calls the bot made."""
        return await self._pages(f"/sim/log?limit={PAGE}&after=", "seq")

    async def _pages(self, path: str, key: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        after = 0
        while page := await self.get(f"{path}{after}"):
            found += page
            after = page[-1][key]
        return found


async def judge(receiver: Receiver, beliefs: Sequence[Belief], *, channel: int, staff: int) -> Findings:
    """Compare; the receiver is right."""
    posts, cards = await receiver.messages(channel), await receiver.messages(staff)
    calls = await receiver.calls()
    sent = _sent_texts(calls)
    channel_ids = _ids([post for post in posts if post["message_id"] not in receiver.others])
    staff_ids = _ids(cards)
    lost = duplicated = wrong = unsure = repeated = 0
    for belief in beliefs:
        ids = (staff_ids if belief.repeatable else channel_ids).get(belief.text, [])
        unsure += belief.state == "unsure"
        lost += not ids and belief.state != "unsure"
        if belief.repeatable:
            repeated += max(0, len(ids) - 1)
        else:
            duplicated += max(0, len(ids) - 1)
        wrong += bool(belief.state == "sent" and belief.message_id and belief.message_id not in ids)
    return Findings(
        messages=len(beliefs),
        lost=lost,
        duplicated=duplicated,
        altered=sum(_altered(post, sent, receiver.others) for post in posts),
        wrong_ids=wrong,
        out_of_order=_out_of_order(beliefs, channel_ids),
        unsure=unsure,
        repeated=repeated,
        probes=sum(call["method"] == "stopMessageLiveLocation" for call in calls),
        asked=Counter(belief.reason for belief in beliefs if belief.state == "unsure"),
    )


def _ids(messages: Sequence[Mapping[str, Any]]) -> dict[str, list[int]]:
    ids: dict[str, list[int]] = {}
    for message in messages:
        if "text" in message and not message.get("deleted"):
            ids.setdefault(message["text"], []).append(message["message_id"])
    return ids


def _sent_texts(calls: Sequence[Mapping[str, Any]]) -> dict[tuple[int, int], str]:
    """(chat, id) → the text it was sent with, by the receiver's log."""
    return {
        (int(call["params"]["chat_id"]), number): call["params"]["text"]
        for call in calls
        if call["method"] == "sendMessage" and call["applied"]
        for number in call["message_ids"]
    }


def _altered(post: Mapping[str, Any], sent: Mapping[tuple[int, int], str], others: Mapping[int, str]) -> bool:
    """Changed, removed, or not what was posted under this id."""
    number = post["message_id"]
    first = others.get(number) or sent.get((post["chat"]["id"], number))
    if first is None:  # a service message of the channel itself
        return False
    return bool(post.get("edited_from") or post.get("deleted")) or post.get("text") != first


def _out_of_order(beliefs: Sequence[Belief], ids: Mapping[str, list[int]]) -> int:
    """How many posts of the channel stand before one that was queued earlier."""
    order = [min(ids[belief.text]) for belief in beliefs if not belief.repeatable and belief.text in ids]
    return sum(later < earlier for earlier, later in pairwise(order))


async def product_beliefs(folder: Path) -> list[Belief]:
    """What the bot's own table says."""
    async with opened(folder / crash_child.DATABASE, reading=True) as db:
        return [
            Belief(
                text=fate.once_key,
                state=fate.state,
                message_id=fate.message_id,
                repeatable=fate.once_key.startswith("scheda"),
                reason=fate.reason,
            )
            for fate in await outbox.fates(db)
        ]


def control_beliefs(folder: Path) -> list[Belief]:
    """What a control remembers."""
    memory = crash_controls.Memory(folder / crash_controls.FILE)
    return [
        Belief(text=crash_child.text_of(number), state="sent", message_id=message_id)
        for number, message_id in sorted(memory.sent.items())
    ]


def total(hits: Counter[str]) -> str:
    """The hits as one line a point."""
    return "\n".join(f"  {name:14s} {number}" for name, number in sorted(hits.items()))
