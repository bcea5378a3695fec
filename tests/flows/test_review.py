"""Doubtful news: a card for staff, decided once, published at once."""

import asyncio

from tests.flows.stage import PRESS_CHANNEL, PRESS_OFFICER, STAFF_GROUP, TENANT, Stage, text_of

DOUBTFUL = "Casa di Comunità, aperture anche il sabato in via Rugabella"


async def test_a_doubtful_item_waits_for_a_person_who_may_decide(stage: Stage) -> None:
    """A tenant's forged tap changes nothing; of two quick taps one publishes, the other is told it is decided."""
    await stage.settled()
    stage.feed.publish("dubbia", DOUBTFUL, "Visite e ascolto.", category="Salute")
    card = await stage.reads(STAFF_GROUP, DOUBTFUL)
    assert await stage.from_bot(PRESS_CHANNEL) == []
    data = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert await stage.toast(await stage.tap(TENANT, card, data)) == "Questa azione non è tra le tue."
    taps = await asyncio.gather(*(stage.tap(PRESS_OFFICER, card, data) for _ in range(2)))
    said = sorted([await stage.toast(tap) for tap in taps])
    assert said == ["Fatto.", "Qualcuno ha già deciso."]
    await stage.reads(PRESS_CHANNEL, DOUBTFUL)
    settled = await stage.reads(STAFF_GROUP, "Pubblicata da")
    assert "reply_markup" not in settled
    await stage.settled()
    assert len([post for post in await stage.from_bot(PRESS_CHANNEL) if DOUBTFUL in text_of(post)]) == 1
