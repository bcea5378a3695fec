"""Story 4: a journalist asks to join, the press officer decides once, the journalist reads the channel."""

from tests.flows.stage import JOURNALIST, PRESS_CHANNEL, PRESS_OFFICER, STAFF_GROUP, TENANT, Stage, text_of


async def ask_to_join(stage: Stage) -> None:
    """Tap the channel's link."""
    state = await stage.get("/sim/state")
    link = next(chat["join_link"] for chat in state["chats"] if chat["id"] == PRESS_CHANNEL)
    assert (await stage.post(f"/sim/users/{JOURNALIST}/join", link=link))["status"] == "requested"


async def is_member(stage: Stage) -> bool:
    """Whether the journalist is in the channel."""
    state = await stage.get("/sim/state")
    chat = next(chat for chat in state["chats"] if chat["id"] == PRESS_CHANNEL)
    return JOURNALIST in [entry if isinstance(entry, int) else entry["id"] for entry in chat["members"]]


async def test_after_approval_the_journalist_is_in_and_reads(stage: Stage) -> None:
    """The applicant hears at once that the request arrived; the card says who approved."""
    await ask_to_join(stage)
    await stage.reads(JOURNALIST, "La richiesta per il canale stampa è arrivata")
    card = await stage.reads(STAFF_GROUP, "chiede di entrare")
    assert not await is_member(stage)
    await stage.press(PRESS_OFFICER, card, "Approva")
    await stage.until(lambda: is_member(stage), "the journalist is in")
    decided = await stage.reads(STAFF_GROUP, "approvata da")
    assert "reply_markup" not in decided
    stage.feed.publish("bando", "Case popolari, aperto il bando SAP a Milano", "Domande solo online.")
    await stage.reads(PRESS_CHANNEL, "bando SAP")


async def test_a_refusal_keeps_the_journalist_out_and_says_so(stage: Stage) -> None:
    """The answer reaches the applicant while Telegram still allows writing to them."""
    await stage.say(JOURNALIST, "/start")
    await ask_to_join(stage)
    card = await stage.reads(STAFF_GROUP, "chiede di entrare")
    await stage.press(PRESS_OFFICER, card, "Rifiuta")
    await stage.reads(STAFF_GROUP, "rifiutata da")
    await stage.reads(JOURNALIST, "non è stata accolta")
    assert not await is_member(stage)


async def test_only_staff_can_decide_and_only_once(stage: Stage) -> None:
    """A forged tap by a tenant changes nothing; a second tap is told that it is decided."""
    await ask_to_join(stage)
    card = await stage.reads(STAFF_GROUP, "chiede di entrare")
    forged = await stage.tap(TENANT, card, card["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    assert await stage.toast(forged) == "Questa azione non è tra le tue."
    await stage.press(PRESS_OFFICER, card, "Approva")
    await stage.until(lambda: is_member(stage), "the journalist is in")
    again = await stage.press(PRESS_OFFICER, card, "Rifiuta")
    assert await stage.toast(again) == "Qualcuno ha già deciso."
    assert await is_member(stage)


async def test_killed_after_the_decision_telegram_still_hears_of_it(stage: Stage) -> None:
    """The decision is a row; it is carried out after the restart."""
    await ask_to_join(stage)
    card = await stage.reads(STAFF_GROUP, "chiede di entrare")
    await stage.post("/sim/faults", method="approveChatJoinRequest", kind="429", times=50, seconds=1)
    await stage.press(PRESS_OFFICER, card, "Approva")
    await stage.until(lambda: "decision_waits" in stage.log(), "the decision waits")
    await stage.kill_bot()
    assert not await is_member(stage)
    await stage.clear_faults()
    await stage.start_bot()
    await stage.until(lambda: is_member(stage), "the journalist is in")
    assert text_of(await stage.reads(STAFF_GROUP, "approvata da"))
