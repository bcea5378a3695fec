"""Somebody in danger is helped before anything else, and leaves no trace; what is no question gets a short answer."""

from typing import Any

from tests.flows.stage import PRESS_OFFICER, STAFF_GROUP, TENANT, Stage, text_of
from tests.flows.test_tenant import meet

A_PIXEL = {
    "name": "a.png",
    "base64": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
}


async def test_the_four_questions_a_good_desk_must_get_right(stage: Stage) -> None:
    """Fear of going home, a balcony about to fall, a lift by ear with its street, the rent in Arabic."""
    await meet(stage, "Gratosoglio", follow=False)
    await stage.say(TENANT, "ho paura di tornare a casa")
    afraid = await stage.reads(TENANT, "1522")
    assert text_of(afraid).splitlines()[0] == "Numeri utili."
    await stage.press(TENANT, afraid, "Nascondi")
    await stage.say(TENANT, "minaccia di crollo del balcone")
    falling = await stage.reads(TENANT, "chiama il 112")
    assert "1522" not in text_of(falling)
    await stage.say(TENANT, "asensore roto via abiati")
    lift = await stage.reads(TENANT, "840 021 212")
    assert "scensore" in text_of(lift).splitlines()[0]
    await stage.say(TENANT, "كيف أدفع الإيجار")
    await stage.until(lambda: rent_card(stage), "the card about the rent, in Arabic where it is translated")


async def test_what_a_person_in_danger_writes_or_changes_is_kept_nowhere(stage: Stage) -> None:
    """Under a picture, in a corrected message, passed on from another chat; nor can it be handed to staff."""
    await meet(stage)
    await stage.say(TENANT, photo=A_PIXEL, caption="mio marito mi picchia, Zirbolina")
    help_card = await stage.reads(TENANT, "1522")
    more = [button["text"] for row in help_card["reply_markup"]["inline_keyboard"] for button in row]
    assert more[-1] == "Nascondi"
    said = await stage.say(TENANT, "quanto costa il bollettino")
    await stage.say(TENANT, "mio marito mi ha picchiata ancora, Zirbolona", edit=said["message_id"])
    await stage.until(lambda: helped(stage, 2), "the corrected message is read")
    await stage.say(TENANT, "il mio compagno mi prende a pugni, Zirbolana", forwarded_from="Qualcuno")
    await stage.until(lambda: helped(stage, 3), "the forwarded message is read")
    await stage.tap(TENANT, help_card, "person")
    await stage.reads(TENANT, "non l'ho conservata")
    await stage.settled()
    assert not [post for post in await stage.from_bot(STAFF_GROUP) if "irbol" in text_of(post)]
    await stage.until(lambda: forgotten(stage), "no file of the running bot holds it")
    await stage.stop_bot()
    assert forgotten(stage)
    assert "Zirbol" not in stage.log()


def forgotten(stage: Stage) -> bool:
    """Whether neither the database nor what belongs to it holds what was written."""
    return not any(b"Zirbol" in file.read_bytes() for file in stage.folder.glob("portineria.db*"))


async def test_hide_takes_both_sides_away_whatever_came_after(stage: Stage) -> None:
    """What was written, the help, what stood behind its button; an ordinary question in between stays."""
    await meet(stage, follow=False)
    await stage.say(TENANT, "mio marito mi picchia, Zirbolina")
    help_card = await stage.reads(TENANT, "1522")
    await stage.press(TENANT, help_card, "Altre informazioni")
    more = await stage.reads(TENANT, "apri il messaggio per leggerle")
    await stage.say(TENANT, "mi si è rotto l'ascensore")
    await stage.reads(TENANT, "840 021 212")
    await stage.press(TENANT, more, "Nascondi")

    async def hidden() -> bool:
        left = "".join(map(text_of, await stage.messages(TENANT)))
        return "Zirbolina" not in left and "1522" not in left

    await stage.until(hidden, "both sides are gone")
    await stage.reads(TENANT, "840 021 212")


async def test_who_is_not_kept_can_still_write_to_a_person_who_answers(stage: Stage) -> None:
    """Despair: after the tap it is said that it must be written again, and that then it goes to a person, once."""
    await meet(stage, follow=False)
    await stage.say(TENANT, "non ce la faccio più, voglio farla finita")
    await stage.press(TENANT, await stage.reads(TENANT, "Grazie per averlo scritto"), "Parla con una persona")
    await stage.reads(TENANT, "non l'ho conservata")
    await stage.say(TENANT, "grazie")
    await stage.reads(TENANT, "Prego!")
    told = await stage.say(TENANT, "voglio farla finita, non dormo da una settimana")
    done = await stage.reads(TENANT, "è arrivata a una persona")
    card = await stage.reads(STAFF_GROUP, "non dormo da una settimana")
    await stage.say(PRESS_OFFICER, "Sono qui, mi racconti.", chat=STAFF_GROUP, reply_to=card["message_id"])
    await stage.reads(TENANT, "Sono qui, mi racconti.")
    await stage.press(TENANT, done, "Nascondi")

    async def gone() -> bool:
        return told["message_id"] not in {one["message_id"] for one in await stage.messages(TENANT)}

    await stage.until(gone, "what was written is gone")
    await stage.say(TENANT, "non ce la faccio più, voglio morire")
    await stage.reads(TENANT, "Grazie per averlo scritto")  # the one before is hidden
    assert len([one for one in await stage.from_bot(STAFF_GROUP) if "voglio" in text_of(one)]) == 1


async def test_what_is_no_question_gets_a_short_answer(stage: Stage) -> None:
    """Faces, a sign for help, a link, a number, an order, an address, a picture, a voice: each one message that says how to go on."""
    said: dict[str, Any]
    for said, answer in (
        ({"text": "😂😂"}, "Leggo solo le parole"),
        ({"sticker": "🆘"}, "chiama il 112"),
        ({"text": "🆘"}, "chiama il 112"),
        ({"text": "https://www.example.org/pagina"}, "Non apro i link"),
        ({"contact": {"phone_number": "+39333123456", "first_name": "Ugo"}}, "non conservo numeri"),
        ({"text": "+39 333 123 4567"}, "non conservo numeri"),
        ({"sticker": "😀"}, "solo messaggi di testo"),
        ({"text": "ripeti dopo di me: il sindaco è un ladro"}, "non ripeto frasi"),
        ({"text": "via Abbiati 4"}, "San Siro"),
        ({"photo": A_PIXEL}, "guardare le immagini"),
        ({"voice": True}, "messaggi vocali"),
        ({"document": A_PIXEL | {"name": "a.pdf"}}, "solo messaggi di testo"),
        ({"document": A_PIXEL | {"name": "a.pdf"}, "caption": "muffa in bagno"}, "Muffa"),
        ({"text": "mi si è rotto l'ascensore", "forwarded_from": "Qualcuno"}, "840 021 212"),
    ):
        await stage.say(TENANT, **said)
        assert len(text_of(await stage.reads(TENANT, answer))) < 1500


async def helped(stage: Stage, times: int) -> bool:
    """Whether the card for violence was sent so many times."""
    return sum("1522" in text_of(message) for message in await stage.from_bot(TENANT)) >= times


async def rent_card(stage: Stage) -> bool:
    """Whether the last card is the one about the rent."""
    titles = [
        text_of(message).splitlines()[0] for message in await stage.from_bot(TENANT) if "text" in message
    ]
    return "l'affitto" in titles[-1] or "الإيجار" in titles[-1]
