"""Doubtful news: a card for staff, decided once, published at once."""

from tests.flows.stage import PRESS_CHANNEL, PRESS_OFFICER, STAFF_GROUP, TENANT, Stage, text_of

DOUBTFUL = "Casa di Comunità, aperture anche il sabato in via Rugabella"


async def test_a_doubtful_item_waits_for_a_person_who_may_decide(stage: Stage) -> None:
    """A tenant's forged tap changes nothing; the officer's tap publishes; a second one is told it is decided."""
    await stage.settled()
    stage.feed.publish("dubbia", DOUBTFUL, "Visite e ascolto.", category="Salute")
    card = await stage.reads(STAFF_GROUP, DOUBTFUL)
    assert await stage.from_bot(PRESS_CHANNEL) == []
    data = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert await stage.toast(await stage.tap(TENANT, card, data)) == "Questa azione non è tra le tue."
    await stage.press(PRESS_OFFICER, card, "Pubblica")
    await stage.reads(PRESS_CHANNEL, DOUBTFUL)
    again = await stage.tap(PRESS_OFFICER, card, data)
    assert await stage.toast(again) == "Qualcuno ha già deciso."
    await stage.settled()
    assert len([post for post in await stage.from_bot(PRESS_CHANNEL) if DOUBTFUL in text_of(post)]) == 1
