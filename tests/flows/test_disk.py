"""The disk takes nothing for a while: staff are told, nothing acknowledged is lost, the bot goes on by itself."""

import resource

from tests.flows.stage import PRESS_CHANNEL, STAFF_GROUP, TENANT, Stage, text_of

TITLE = "Gratosoglio, al via 120 alloggi Aler"
TEXT = "Alloggi popolari Aler ristrutturati e consegnati alle famiglie in graduatoria."


async def test_a_disk_that_takes_nothing_loses_nothing(stage: Stage) -> None:
    """Every write to a file fails, as on a full disk; then there is room again."""
    await stage.settled()
    _, hard = resource.prlimit(stage.bot_pid, resource.RLIMIT_FSIZE)
    resource.prlimit(stage.bot_pid, resource.RLIMIT_FSIZE, (0, hard))
    await stage.say(TENANT, "chi chiamo se si rompe l'ascensore?")
    stage.feed.publish("piena", TITLE, TEXT)
    await stage.reads(STAFF_GROUP, "Il disco")
    assert await stage.from_bot(TENANT) == []
    resource.prlimit(stage.bot_pid, resource.RLIMIT_FSIZE, (hard, hard))
    await stage.reads(STAFF_GROUP, "Riesco di nuovo a salvare")
    await stage.reads(TENANT, "Ascensore rotto")
    await stage.reads(PRESS_CHANNEL, TITLE)
    posts = [post for post in await stage.from_bot(PRESS_CHANNEL) if TITLE in text_of(post)]
    alarms = [card for card in await stage.from_bot(STAFF_GROUP) if "Il disco" in text_of(card)]
    assert (len(posts), len(alarms)) == (1, 1)
