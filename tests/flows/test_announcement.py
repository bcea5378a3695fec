"""Story 3: an announcement is shown as it will be, sent once to whom it concerns, and reported."""

from typing import Any

from tests.flows.stage import PRESS_OFFICER, TENANT, Stage, text_of
from tests.flows.test_tenant import meet

TEXT = "Giovedì dalle 9 alle 13 manca l'acqua nella scala B."


async def another_tenant(stage: Stage, quarter: str) -> int:
    """A second tenant who follows another quarter."""
    user = await stage.post("/sim/users", name="Amina", lang="it", role="tenant")
    number = int(user["id"])
    await stage.say(number, "/start")
    await stage.press(number, await stage.reads(number, "programma automatico"), quarter)
    await stage.press(number, await stage.reads(number, "Vuoi ricevere qui"), "Sì, avvisami")
    await stage.reads(number, "riceverai gli avvisi")
    return number


async def preview(stage: Stage, quarter: str = "San Siro") -> dict[str, Any]:
    """Write, choose, go on: the last question before sending."""
    await stage.say(PRESS_OFFICER, "/annuncio")
    await stage.reads(PRESS_OFFICER, "Scrivi il testo")
    await stage.say(PRESS_OFFICER, TEXT)
    await stage.press(PRESS_OFFICER, await stage.reads(PRESS_OFFICER, "Per quali quartieri"), quarter)
    chooser = await stage.reads(PRESS_OFFICER, "Con questa scelta: 1")
    await stage.press(PRESS_OFFICER, chooser, "Avanti")
    return await stage.reads(PRESS_OFFICER, "Parte?")


async def test_annulla_drops_what_waits_for_its_yes(stage: Stage) -> None:
    """Not only while a text is awaited; the buttons above are then of no use."""
    await meet(stage)
    question = await preview(stage)
    await stage.say(PRESS_OFFICER, "/annulla")
    await stage.reads(PRESS_OFFICER, "Avviso eliminato")
    query = await stage.press(PRESS_OFFICER, question, "Sì, invia a 1")
    assert "è stato eliminato" in await stage.toast(query)
    await stage.say(PRESS_OFFICER, "/annulla")
    await stage.reads(PRESS_OFFICER, "Non c’è niente da annullare")


async def test_it_reaches_the_quarter_once_and_nobody_else_and_is_reported(stage: Stage) -> None:
    """The preview is exactly what arrives; a second tap sends nothing more."""
    await meet(stage)
    other = await another_tenant(stage, "Gratosoglio")
    question = await preview(stage)
    assert "San Siro" in text_of(question)
    shown = [message for message in await stage.from_bot(PRESS_OFFICER) if TEXT in text_of(message)]
    query = await stage.press(PRESS_OFFICER, question, "Sì, invia a 1")
    await stage.press(PRESS_OFFICER, question, "Sì, invia a 1")
    arrived = await stage.reads(TENANT, TEXT)
    assert text_of(arrived) == text_of(shown[-1])
    assert arrived["entities"] == shown[-1]["entities"]
    await stage.reads(PRESS_OFFICER, "Avviso consegnato a 1 persona su 1")
    assert await stage.toast(query) == ""
    assert len([message for message in await stage.from_bot(TENANT) if TEXT in text_of(message)]) == 1
    assert not [message for message in await stage.from_bot(other) if TEXT in text_of(message)]


async def test_around_the_announcement_each_reads_their_own_language(stage: Stage) -> None:
    """The text stays as it was written; heading, date and the way to stop are the reader's."""
    user = await stage.post("/sim/users", name="Oksana", lang="uk", role="tenant")
    await stage.say(user["id"], "/start")
    await stage.press(user["id"], await stage.reads(user["id"], "автоматична програма"), "San Siro")
    await stage.press(user["id"], await stage.reads(user["id"], "Хочете отримувати"), "Так")
    await stage.reads(user["id"], "Готово")
    await stage.press(PRESS_OFFICER, await preview(stage), "Sì, invia a 1")
    arrived = await stage.reads(user["id"], TEXT)
    assert text_of(arrived).startswith("Оголошення\n")
    await stage.press(user["id"], arrived, "Керувати оголошеннями")
    await stage.reads(user["id"], "Ви отримуєте оголошення цих районів")


async def test_killed_right_after_the_confirmation_it_is_sent_once(stage: Stage) -> None:
    """The recipients are rows, in the same transaction as the confirmation."""
    await meet(stage)
    question = await preview(stage)
    await stage.post("/sim/faults", method="sendMessage", kind="429", times=3, seconds=1)
    query = await stage.press(PRESS_OFFICER, question, "Sì, invia")
    await stage.toast(query)
    await stage.kill_bot()
    await stage.start_bot()
    await stage.reads(TENANT, TEXT)
    await stage.reads(PRESS_OFFICER, "Avviso consegnato")
    assert len([message for message in await stage.from_bot(TENANT) if TEXT in text_of(message)]) == 1


async def test_whoever_has_gone_is_counted_and_erased(stage: Stage) -> None:
    """An account that was closed sends no update: the send finds out, the report says so, the subscription ends."""
    await meet(stage)
    question = await preview(stage)
    await stage.post(f"/sim/users/{TENANT}/deactivate")
    await stage.press(PRESS_OFFICER, question, "Sì, invia")
    report = await stage.reads(PRESS_OFFICER, "Avviso consegnato a 0 persone su 1")
    assert "account chiusi: 1" in text_of(report)
    await stage.say(PRESS_OFFICER, "/annuncio")
    await stage.say(PRESS_OFFICER, TEXT)
    await stage.reads(PRESS_OFFICER, "Con questa scelta: 0")


async def test_a_tenant_cannot_confirm_an_announcement_with_a_forged_button(stage: Stage) -> None:
    """Callback data can be forged: the sender and the row decide (trap 12)."""
    await meet(stage)
    question = await preview(stage)
    data = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    own = await stage.reads(TENANT, "riceverai gli avvisi")
    query = await stage.tap(TENANT, own, data)
    assert "scaduto" in await stage.toast(query)
    assert not [message for message in await stage.from_bot(TENANT) if TEXT in text_of(message)]
