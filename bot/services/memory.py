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
SHOWN = "shown"  # something sensitive was shown: only the ids of the messages, so that they can be hidden
LASTS = timedelta(minutes=30)
_READ = "dialogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The last question; `card` was shown for it and `others` came next, `which_quarter`: its answer waits for the quarter.

    `lang` is the language it was answered in.
    """

    question: str
    lang: str = ITALIAN
    card: str | None = None
    others: tuple[str, ...] = ()
    which_quarter: bool = False


class Memory:
    """One row a chat; nothing sensitive is ever in it."""

    def __init__(self, db: Database, *, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def asked(self, chat_id: int) -> Asked | None:
        """The last question, None where there was none or it is too long ago."""
        dialogue = await self._dialogue(chat_id)
        if dialogue is None or dialogue.name != ASKED or self._clock() - dialogue.updated_at > LASTS:
            return None
        return Asked(**{**dialogue.data, "others": tuple(dialogue.data["others"])})

    async def lang(self, chat_id: int, *, otherwise: str) -> str:
        """The language of the last answer, for what belongs to it; `otherwise` where there was none or it is too long ago."""
        dialogue = await self._dialogue(chat_id)
        if dialogue is None or self._clock() - dialogue.updated_at > LASTS:
            return otherwise
        return str(dialogue.data.get("lang", otherwise)) if dialogue.name in (ASKED, SHOWN) else otherwise

    async def keep(self, chat_id: int, asked: Asked) -> None:
        """Remember the question."""
        await self._put(chat_id, ASKED, asdict(asked))

    async def keep_shown(self, chat_id: int, message_ids: Sequence[int], *, lang: str) -> None:
        """Remember which messages belong to something sensitive, and their language; forget the question before it."""
        await self._put(chat_id, SHOWN, {"messages": list(message_ids), "lang": lang})

    async def shown(self, chat_id: int) -> tuple[int, ...]:
        """The messages to take away when asked to hide."""
        dialogue = await self._dialogue(chat_id)
        return tuple(dialogue.data["messages"]) if dialogue and dialogue.name == SHOWN else ()

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
