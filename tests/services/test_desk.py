"""Cards for staff: where there is no group, each owner has one, and it stays true."""

from bot.core.outgoing import Outgoing, decode
from bot.core.richtext import RichText
from bot.core.rights import Role
from bot.services.desk import Desk
from storage import staff
from storage.database import Database
from tests.conftest import HandClock

ADA, BRUNO = 42, 43


async def test_whoever_is_no_longer_an_owner_still_sees_what_became_of_their_card(
    db: Database, clock: HandClock
) -> None:
    desk = Desk(group=None)
    async with db.write() as tx:
        for user in (ADA, BRUNO):
            await staff.put(tx, user, Role.OWNER, origin="config", now=clock())
        await desk.tell(tx, Outgoing(text=RichText("Chi decide?")), topic="x", once_key="x", now=clock())
    async with db.write() as tx:
        await staff.remove(tx, BRUNO)
        await desk.correct(tx, Outgoing(text=RichText("Deciso")), topic="x", once_key="x:done", now=clock())
    rows = await db.fetch("SELECT chat_id, body FROM outbox ORDER BY chat_id")
    bodies = [(row["chat_id"], decode(row["body"])) for row in rows]
    assert [(chat, body.text.text) for chat, body in bodies if isinstance(body, Outgoing)] == [
        (ADA, "Deciso"),
        (BRUNO, "Deciso"),
    ]
