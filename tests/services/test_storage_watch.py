"""Staff hear once that nothing can be saved, and once that it can again, although nothing can be queued."""

from bot import catalogs
from bot.core.outcome import Outcome, Sent, Unsent
from bot.core.outgoing import ContactCard, Outgoing
from bot.services.desk import Desk
from bot.services.storage_watch import StorageWatch
from storage.database import Database
from tests.conftest import ForeignLock


class Telegram:
    """Keeps what it got; may be unreachable."""

    def __init__(self) -> None:
        self.got: list[tuple[int, str]] = []
        self.reachable = True

    async def send(
        self, chat_id: int, item: Outgoing | ContactCard, *, thread_id: int | None = None
    ) -> Outcome:
        """One message."""
        if not self.reachable:
            return Unsent("refused")
        assert isinstance(item, Outgoing)
        self.got.append((chat_id, item.text.text.splitlines()[0]))
        return Sent(len(self.got))

    async def edit(self, chat_id: int, message_id: int, item: Outgoing) -> Outcome:
        """Not needed here."""
        raise NotImplementedError

    async def delete(self, chat_id: int, message_id: int) -> bool:
        """Not needed here."""
        raise NotImplementedError

    async def answer_button(self, query_id: str, text: str = "", *, alert: bool = False) -> bool:
        """Not needed here."""
        raise NotImplementedError


async def test_an_outage_is_told_once_straight_and_its_end_too(hasty_db: Database, lock: ForeignLock) -> None:
    """The first try finds Telegram away as well: tried again."""
    telegram = Telegram()
    watch = StorageWatch(hasty_db, Desk(group=-7), telegram, catalogs.texts("it"))
    await watch.look()
    assert telegram.got == []
    lock.take()
    await hasty_db.probe()
    telegram.reachable = False
    await watch.look()
    telegram.reachable = True
    for _ in range(3):
        await watch.look()
    assert telegram.got == [(-7, "L’archivio è bloccato da un altro programma")]
    lock.give_back()
    for _ in range(3):
        await watch.look()
    assert telegram.got[1:] == [(-7, "Riesco di nuovo a salvare: tutto riprende da dove era.")]
