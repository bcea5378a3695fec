"""A post whose answer was lost: the bot looks for it by itself, or says that it may not."""

from tests.flows.stage import PRESS_CHANNEL, STAFF_GROUP, Stage, text_of

BOT = 123456
FIRST, SECOND, THIRD = (
    "Gratosoglio, aperto il cantiere",
    "Mazzini, al via 120 alloggi Aler",
    "San Siro, consegne",
)
TEXT = "Alloggi popolari Aler ristrutturati e consegnati alle famiglie in graduatoria."


async def test_a_lost_answer_is_settled_by_looking_and_newer_posts_wait(stage: Stage) -> None:
    """The second post stands, its answer is lost, the bot is killed: one of each, in order, nobody is asked."""
    await stage.settled()
    stage.feed.publish("uno", FIRST, TEXT)
    await stage.reads(PRESS_CHANNEL, FIRST)
    await stage.post("/sim/faults", method="sendMessage", kind="drop_after", times=1, chat=PRESS_CHANNEL)
    stage.feed.publish("due", SECOND, TEXT)
    await stage.reads(PRESS_CHANNEL, SECOND)
    await stage.kill_bot()
    await stage.start_bot()
    stage.feed.publish("tre", THIRD, TEXT)
    await stage.reads(PRESS_CHANNEL, THIRD)
    posts = [text_of(post) for post in await stage.from_bot(PRESS_CHANNEL)]
    order = [next(title for title in (FIRST, SECOND, THIRD) if title in post) for post in posts]
    assert order == [FIRST, SECOND, THIRD]
    stage.feed.publish("due", SECOND.replace("120", "140"), TEXT)
    assert "140" in text_of(await stage.reads(PRESS_CHANNEL, "140 alloggi"))
    assert [card for card in await stage.from_bot(STAFF_GROUP) if "in dubbio" in text_of(card)] == []


async def test_staff_hear_when_the_bot_may_no_longer_tell_its_posts_from_others(stage: Stage) -> None:
    """The right to edit others' posts makes looking unsafe; taking it away mends it."""
    await stage.settled()
    rights = f"/sim/chats/{PRESS_CHANNEL}/rights"
    await stage.post(rights, user=BOT, rights={"can_edit_messages": True})
    await stage.reads(STAFF_GROUP, "non posso verificare da solo")
    await stage.post(rights, user=BOT, rights={"can_edit_messages": False})
    await stage.reads(STAFF_GROUP, "posso di nuovo verificare")
