"""What a chat is in the middle of: the last question and card, or a conversation's next step; for half an hour."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from bot.core.words import ITALIAN
from bot.services.answering import by_the_end, current
from bot.services.clock import Clock
from storage import dialogues
from storage.database import Database
from storage.dialogues import Dialogue

ASKED = "asked"  # a question was asked: its text, until it is forwarded, replaced or forgotten
SHOWN = "shown"  # something sensitive was shown, and the question is not kept
LASTS = timedelta(minutes=30)
MOST_HIDDEN = 50  # messages; Telegram deletes none older than 48 hours anyway
_READ = "dialogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The last question; `card` was shown for it and `others` came next, or all of `others` were offered in a menu.

    `which_quarter`: its answer waits for the quarter.
    `then` is what was asked about that card since; `lang` is the language of the answer.
    """

    question: str
    then: str = ""
    lang: str = ITALIAN
    card: str | None = None
    others: tuple[str, ...] = ()
    which_quarter: bool = False


class Memory:
    """One row a chat; nothing sensitive is ever in it, only the ids of such messages, so that they can be hidden."""

    def __init__(self, db: Database, *, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def asked(self, chat_id: int) -> Asked | None:
        """The last question, None where there was none or it is too long ago."""
        dialogue = await self._dialogue(chat_id)
        if dialogue is None or dialogue.name != ASKED or self._clock() - dialogue.updated_at > LASTS:
            return None
        kept = {key: value for key, value in dialogue.data.items() if key != "messages"}
        return Asked(**{**kept, "others": tuple(kept["others"])})

    async def lang(self, chat_id: int, *, otherwise: str) -> str:
        """The language of the last answer, for what belongs to it; `otherwise` where there was none or it is too long ago."""
        dialogue = await self._dialogue(chat_id)
        if dialogue is None or self._clock() - dialogue.updated_at > LASTS:
            return otherwise
        return str(dialogue.data.get("lang", otherwise)) if dialogue.name in (ASKED, SHOWN) else otherwise

    async def keep(self, chat_id: int, asked: Asked) -> None:
        """Remember the question; what can be hidden still can."""
        await self._put(chat_id, ASKED, asdict(asked) | {"messages": await self.shown(chat_id)})

    async def keep_shown(
        self,
        chat_id: int,
        message_ids: Sequence[int],
        *,
        lang: str,
        card: str | None = None,
        to_person: bool = False,
        follows: int = 0,
    ) -> None:
        """Remember that these messages too are to be hidden when asked, and their language; forget the question before.

        `card`: the last one shown, where it is an ordinary one. `to_person`: what is written next is for a person,
        and goes on from the hand-off `follows`.
        """
        messages = (*await self.shown(chat_id), *message_ids)[-MOST_HIDDEN:]
        data = {"messages": messages, "lang": lang, "card": card, "to_person": to_person, "follows": follows}
        await self._put(chat_id, SHOWN, data)

    async def shown(self, chat_id: int) -> tuple[int, ...]:
        """The messages to take away when asked to hide."""
        dialogue = await self._dialogue(chat_id)
        return (
            tuple(dialogue.data.get("messages", ())) if dialogue and dialogue.name in (ASKED, SHOWN) else ()
        )

    async def last_card(self, chat_id: int) -> str | None:
        """The card a follow-up is about."""
        step = await self.step(chat_id)
        return (await self.data(chat_id, step)).get("card") if step in (ASKED, SHOWN) else None

    async def was_private(self, chat_id: int) -> bool:
        """Whether the last answer was to something sensitive, so that nobody knows its question any more."""
        return await self.step(chat_id) == SHOWN

    async def for_person(self, chat_id: int) -> bool:
        """Whether the chat was told that its next message goes to a person."""
        return await self.was_private(chat_id) and bool((await self.data(chat_id, SHOWN)).get("to_person"))

    async def follows(self, chat_id: int) -> int:
        """The hand-off that message goes on from; 0 where it is a new question."""
        return int((await self.data(chat_id, SHOWN)).get("follows", 0))

    async def step(self, chat_id: int) -> str | None:
        """The name of the conversation the chat is in the middle of, None where it is in none."""
        dialogue = await self._dialogue(chat_id)
        return dialogue.name if dialogue and self._clock() - dialogue.updated_at <= LASTS else None

    async def data(self, chat_id: int, name: str) -> Mapping[str, Any]:
        """What the conversation `name` keeps; empty where the chat is not in it."""
        dialogue = await self._dialogue(chat_id)
        return dialogue.data if dialogue and dialogue.name == name else {}

    async def begin(self, chat_id: int, name: str, data: Mapping[str, Any]) -> None:
        """The chat is in the middle of this now, and of nothing else."""
        async with self._db.write() as tx:
            await dialogues.put(tx, chat_id, name, data, now=self._clock())
        self._read_anew()

    async def end(self, chat_id: int) -> None:
        """The chat is in the middle of nothing."""
        async with self._db.write() as tx:
            await dialogues.end(tx, chat_id)
        self._read_anew()

    async def forget_old(self) -> int:
        """Throw away every conversation, of whatever kind, nobody went on with; returns how many."""
        async with self._db.write() as tx:
            return await dialogues.end_older_than(tx, self._clock() - LASTS)

    async def _dialogue(self, chat_id: int) -> Dialogue | None:
        """The chat's row, read once for each update that is answered there."""
        what = current()
        if what is None or what.chat_id != chat_id:
            return await dialogues.get(self._db, chat_id)
        if _READ not in what.read:
            what.read[_READ] = await dialogues.get(self._db, chat_id)
        found: Dialogue | None = what.read[_READ]
        return found

    def _read_anew(self) -> None:
        if (what := current()) is not None:
            what.read.pop(_READ, None)

    async def _put(self, chat_id: int, name: str, data: Mapping[str, object]) -> None:
        """A staff member's unfinished work (an announcement) is not thrown away for a question in between."""

        now = self._clock()
        await by_the_end(
            self._db,
            lambda tx: dialogues.put_over(tx, chat_id, name, data, over=(ASKED, SHOWN), now=now),
        )


def without_question(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of an ASKED or SHOWN row as that of a SHOWN one: what can be hidden, nothing of what was asked."""
    return {"messages": data.get("messages", ()), "lang": data.get("lang", ITALIAN), "to_person": False}
