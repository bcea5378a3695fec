"""Doubtful news: a card for staff, decided once, published at once."""

import asyncio

from tests.flows.stage import PRESS_CHANNEL, PRESS_OFFICER, STAFF_GROUP, TENANT, Stage, text_of

DOUBTFUL = "Dopo di noi, porte aperte anche il sabato in via Rugabella"


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


async def test_always_from_this_category_is_a_rule_that_staff_can_list_and_drop(stage: Stage) -> None:
    """The next doubtful item of that category goes out by itself; without the rule staff are asked again."""
    await stage.settled()
    stage.feed.publish("dubbia", DOUBTFUL, "Visite e ascolto.", category="Salute")
    card = await stage.reads(STAFF_GROUP, DOUBTFUL)
    await stage.press(PRESS_OFFICER, card, "Sempre da questa categoria: Salute")
    await stage.reads(PRESS_CHANNEL, DOUBTFUL)
    stage.feed.publish("seconda", "Dopo di noi, nuovi orari", "Visite e ascolto.", category="Salute")
    await stage.reads(PRESS_CHANNEL, "nuovi orari")
    await stage.say(TENANT, "/regole")
    await stage.reads(TENANT, "Non conosco questo comando")
    await stage.say(PRESS_OFFICER, "/regole")
    rules = await stage.reads(PRESS_OFFICER, "Regole delle categorie")
    await stage.press(PRESS_OFFICER, rules, "Togli «Salute»")
    await stage.reads(PRESS_OFFICER, "Non ci sono regole")
    stage.feed.publish("terza", "Dopo di noi, si prenota", "Visite e ascolto.", category="Salute")
    await stage.reads(STAFF_GROUP, "si prenota")


async def test_what_was_always_decided_alike_becomes_a_rule_once_a_person_accepts_it(stage: Stage) -> None:
    """The fourth equal decision brings a card; after yes such stories stay out, /parole lists the rule and drops it."""
    await stage.settled()
    for place in ("Rho", "Pero", "Arese", "Lainate"):
        stage.feed.publish(f"studentato-{place}", f"Apre lo studentato di {place}", "Visite e ascolto.")
        card = await stage.reads(STAFF_GROUP, f"studentato di {place}")
        await stage.press(PRESS_OFFICER, card, "Scarta")
    asked = await stage.reads(
        STAFF_GROUP, "Le notizie da valutare con «studentato» le avete scartate 4 volte su 4"
    )
    await stage.press(PRESS_OFFICER, asked, "Sì, restano fuori")
    await stage.reads(STAFF_GROUP, "Regola accettata da")
    stage.feed.publish("studentato-altro", "Apre lo studentato di Bollate", "Visite e ascolto.")
    stage.feed.publish("case", "Case popolari, le chiavi a dodici famiglie", "Il resto segue.")
    await stage.reads(PRESS_CHANNEL, "le chiavi a dodici famiglie")
    for chat in (STAFF_GROUP, PRESS_CHANNEL):
        assert not any("Bollate" in text_of(message) for message in await stage.from_bot(chat))
    await stage.say(TENANT, "/parole")
    await stage.reads(TENANT, "Non conosco questo comando")
    await stage.say(PRESS_OFFICER, "/parole")
    listed = await stage.reads(PRESS_OFFICER, "La scelta delle notizie")
    assert "da valutare 4, pubblicate 0" in text_of(listed)
    await stage.press(PRESS_OFFICER, listed, "Togli «studentato»: resta fuori")
    stage.feed.publish("studentato-fine", "Apre lo studentato di Garbagnate", "Visite e ascolto.")
    await stage.reads(STAFF_GROUP, "studentato di Garbagnate")
