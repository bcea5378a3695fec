"""Story 1: a housing item in the feed stands in the press channel, once, whatever happens in between."""

from tests.flows.stage import PRESS_CHANNEL, PUBLIC_CHANNEL, Stage, text_of

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
    await stage.post("/sim/faults", method="sendMessage", kind="429", times=1, seconds=3)
    stage.feed.publish("lavori", HOUSING, TEXT)
    await stage.until(lambda: "not_sent" in stage.log(), "the item is detected and not posted")
    assert await stage.from_bot(PRESS_CHANNEL) == []
    await stage.kill_bot()
    await stage.start_bot()
    await stage.reads(PRESS_CHANNEL, HOUSING)
    await stage.settled()
    assert len(await stage.from_bot(PRESS_CHANNEL)) == 1


async def test_a_corrected_item_is_corrected_in_place(stage: Stage) -> None:
    """The newsroom changes a title: the post changes, and no second one appears."""
    await stage.settled()
    stage.feed.publish("lavori", HOUSING, TEXT)
    first = await stage.reads(PRESS_CHANNEL, HOUSING)
    stage.feed.publish("lavori", HOUSING.replace("120", "140"), TEXT)
    changed = await stage.reads(PRESS_CHANNEL, "140 alloggi")
    assert changed["message_id"] == first["message_id"]


async def test_when_a_send_goes_unanswered_staff_are_asked_and_nothing_is_doubled(stage: Stage) -> None:
    """The reply is lost after the effect: nobody sends blindly again; a person looks and says so."""
    from tests.flows.stage import PRESS_OFFICER, STAFF_GROUP

    await stage.settled()
    await stage.post("/sim/faults", method="sendMessage", kind="drop_after", times=1)
    stage.feed.publish("lavori", HOUSING, TEXT)
    card = await stage.reads(STAFF_GROUP, "Messaggio in dubbio")
    await stage.press(PRESS_OFFICER, card, "C’è già")
    await stage.reads(STAFF_GROUP, "c’era già")
    await stage.settled()
    assert len([post for post in await stage.from_bot(PRESS_CHANNEL) if HOUSING in text_of(post)]) == 1
