"""Story 1: a housing item in the feed stands in the press channel, once, whatever happens in between."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from tests.flows.stage import (
    PRESS_CHANNEL,
    PRESS_OFFICER,
    PUBLIC_CHANNEL,
    STAFF_GROUP,
    TENANT,
    Stage,
    text_of,
)

HOUSING = "San Siro, al via i lavori in 120 alloggi Aler"
TEXT = "Partono i lavori di riqualificazione nelle case popolari. Finiranno in primavera."


def buttons(message: dict[str, object]) -> dict[str, str]:
    """The labels of a post's buttons and where they lead."""
    markup = message["reply_markup"]
    assert isinstance(markup, dict)
    return {button["text"]: button["url"] for row in markup["inline_keyboard"] for button in row}


async def test_a_housing_item_is_posted_with_everything_and_another_is_not(stage: Stage) -> None:
    """Title, first sentence, hashtags, source link, six ways to share; other news stays out."""
    await stage.settled()
    stage.feed.publish(
        "mostra", "Una mostra di fotografia a Palazzo", "Cento scatti del Novecento.", category="Cultura"
    )
    stage.feed.publish("lavori", HOUSING, TEXT)
    post = await stage.reads(PRESS_CHANNEL, HOUSING)
    text = text_of(post)
    assert "Partono i lavori di riqualificazione nelle case popolari." in text
    assert "#SanSiro" in text
    assert text.count("#") >= 2
    links = buttons(post)
    assert f"{stage.feed.address}/lavori" in links.values()
    for service in ("t.me/share", "wa.me", "facebook.com", "x.com", "linkedin.com"):
        assert any(service in link for link in links.values()), service
    assert any("mail" in label.lower() for label in links)
    await stage.settled()
    assert [text_of(message).count("mostra") for message in await stage.from_bot(PRESS_CHANNEL)] == [0]
    assert len(await stage.from_bot(PUBLIC_CHANNEL)) == 1


async def test_killed_between_detection_and_posting_the_item_is_there_exactly_once(stage: Stage) -> None:
    """Detected means delivered: the row is in the outbox with the story, and Telegram is away meanwhile."""
    await stage.settled()
    await stage.post("/sim/faults", method="sendMessage", kind="429", chat=PRESS_CHANNEL, times=1, seconds=8)
    stage.feed.publish("lavori", HOUSING, TEXT)
    await stage.until(lambda: "not_sent" in stage.log(), "the item is detected and not posted")
    with closing(sqlite3.connect(stage.folder / "portineria.db")) as rows:
        sending = "SELECT count(*) FROM outbox WHERE state = 'sending'"
        await stage.until(lambda: rows.execute(sending).fetchone() == (0,), "the refusal is noted")
    assert await stage.from_bot(PRESS_CHANNEL) == []
    await stage.kill_bot()
    await stage.start_bot()
    await stage.reads(PRESS_CHANNEL, HOUSING)
    await stage.settled()
    assert len(await stage.from_bot(PRESS_CHANNEL)) == 1


async def test_a_corrected_item_is_corrected_in_place_and_a_wrong_figure_is_said_once(stage: Stage) -> None:
    """The newsroom changes a figure: the post changes and says what; readers are told under it, in both channels."""
    await stage.settled()
    stage.feed.publish("lavori", HOUSING, TEXT)
    first = await stage.reads(PRESS_CHANNEL, HOUSING)
    await stage.reads(PUBLIC_CHANNEL, HOUSING)
    stage.feed.publish("lavori", HOUSING.replace("120", "140"), TEXT)
    changed = await stage.reads(PRESS_CHANNEL, "140 alloggi al posto di 120 alloggi")
    assert changed["message_id"] == first["message_id"]
    for channel in (PRESS_CHANNEL, PUBLIC_CHANNEL):
        answer = await stage.reads(channel, "RETTIFICA")
        assert "Cifra corretta: 140 alloggi, non 120 alloggi." in text_of(answer)
        assert HOUSING.replace("120", "140") in text_of(answer["reply_to_message"])
    await stage.settled()
    assert len(await stage.from_bot(PRESS_CHANNEL)) == 2


async def test_a_vanished_item_is_withdrawn_once_a_person_confirms(stage: Stage) -> None:
    """Gone from the feed and from its address: staff are asked, and only then the posts say so."""
    await stage.settled()
    stage.feed.publish("lavori", HOUSING, TEXT)
    first = await stage.reads(PRESS_CHANNEL, HOUSING)
    await stage.reads(PUBLIC_CHANNEL, HOUSING)
    stage.feed.items = [item for item in stage.feed.items if item["guid"] != "lavori"]
    card = await stage.reads(STAFF_GROUP, "Notizia sparita dalla fonte")
    assert "RITIRATO" not in text_of(await stage.reads(PRESS_CHANNEL, HOUSING))
    data = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert await stage.toast(await stage.tap(TENANT, card, data)) == "Questa azione non è tra le tue."
    await stage.press(PRESS_OFFICER, card, "Sì, ritirala")
    for channel in (PRESS_CHANNEL, PUBLIC_CHANNEL):
        withdrawn = await stage.reads(channel, "RITIRATO")
        assert "reply_markup" not in withdrawn
    assert (await stage.reads(PRESS_CHANNEL, "RITIRATO"))["message_id"] == first["message_id"]
    settled = await stage.reads(STAFF_GROUP, "Ritirata da")
    await stage.press(PRESS_OFFICER, settled, "Annulla il ritiro")

    async def undone() -> bool:
        return not any("RITIRATO" in text_of(post) for post in await stage.from_bot(PRESS_CHANNEL))

    await stage.until(undone, "the post stands as before")
    await stage.say(PRESS_OFFICER, "/ritira alloggi lavori")
    choice = await stage.reads(PRESS_OFFICER, "Quale notizia")
    await stage.press(PRESS_OFFICER, choice, HOUSING[:20])
    await stage.press(
        PRESS_OFFICER, await stage.reads(PRESS_OFFICER, "Ritirare questa notizia?"), "Sì, ritirala"
    )
    await stage.reads(PRESS_CHANNEL, "RITIRATO")


async def test_in_quiet_hours_only_urgent_news_goes_out_and_the_rest_waits(stage: Stage) -> None:
    """Held posts are rows with a due time: a restart without quiet hours leaves them where they are."""
    await stage.stop_bot()
    config = stage.folder / "config.toml"
    plain = config.read_text("utf-8")
    config.write_text(f'{plain}\n[news]\nquiet = "{_around_now()}"\n', "utf-8")
    await stage.start_bot()
    await stage.settled()
    stage.feed.publish("lavori", HOUSING, TEXT)
    await stage.settled()
    stage.feed.publish("gas", "Fuga di gas nelle case Aler di via Mompiani", "Evacuate dieci famiglie.")
    await stage.reads(PRESS_CHANNEL, "Fuga di gas")
    await stage.settled()
    assert len(await stage.from_bot(PRESS_CHANNEL)) == 1
    rows = sqlite3.connect(stage.folder / "portineria.db")
    waiting = rows.execute("SELECT count(*), min(due_at) FROM outbox WHERE state = 'pending'").fetchone()
    rows.close()
    assert waiting[0] == 2
    assert waiting[1] / 1000 > datetime.now(UTC).timestamp() + 3600


def _around_now() -> str:
    """Hours in Rome that began some hours ago and end some hours from now."""
    now = datetime.now(ZoneInfo("Europe/Rome"))
    return f"{(now.hour - 3) % 24:02}:00-{(now.hour + 3) % 24:02}:00"


async def test_when_a_send_goes_unanswered_staff_are_asked_and_nothing_is_doubled(stage: Stage) -> None:
    """The reply is lost after the effect: nobody sends blindly again; a person looks and says so."""
    await stage.settled()
    await stage.post("/sim/faults", method="sendMessage", kind="drop_after", times=1)
    stage.feed.publish("lavori", HOUSING, TEXT)
    card = await stage.reads(STAFF_GROUP, "Messaggio in dubbio")
    await stage.press(PRESS_OFFICER, card, "C’è già")
    await stage.reads(STAFF_GROUP, "c’era già")
    await stage.settled()
    assert len([post for post in await stage.from_bot(PRESS_CHANNEL) if HOUSING in text_of(post)]) == 1
