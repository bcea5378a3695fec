"""An editor without a computer: finds a card, changes it in words, adds one, tries it, takes it back."""

from typing import Any

from tests.flows.stage import PRESS_OFFICER, TENANT, Stage, text_of

WAYS = (
    "dove prendo la chitarra del custode\nla chitarra del cortile\nvorrei suonare un po'\n"
    "- mi presta lo strumento a corde\n5) il custode ha una chitarra?"
)


def buttons(message: dict[str, Any]) -> list[str]:
    """The labels under a message."""
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


async def dialled(stage: Stage, number: str) -> bool:
    """Whether the tenant has that number as a contact."""
    found = await stage.from_bot(TENANT)
    return any(message.get("contact", {}).get("phone_number") == number for message in found)


async def test_one_field_is_changed_in_words_said_back_saved_and_taken_back(stage: Stage) -> None:
    """A tenant reads the new hours at once; everybody else has no such command."""
    await stage.say(TENANT, "/schede")
    await stage.reads(TENANT, "Non conosco questo comando")
    await stage.say(PRESS_OFFICER, "/schede ascensore")
    found = await stage.reads(PRESS_OFFICER, "Schede per «ascensore»")
    await stage.press(PRESS_OFFICER, found, buttons(found)[0])
    fields = await stage.reads(PRESS_OFFICER, "Che cosa cambi?")
    await stage.press(PRESS_OFFICER, fields, "orari")
    await stage.reads(PRESS_OFFICER, "Scrivi il nuovo valore di «orari»")
    await stage.say(PRESS_OFFICER, "quando capita")
    await stage.reads(PRESS_OFFICER, "Non capisco questa parte degli orari")
    await stage.say(PRESS_OFFICER, "lun-ven 15-16")
    first = await stage.reads(PRESS_OFFICER, "Ho capito bene?")
    await stage.say(PRESS_OFFICER, "lun-ven 9-12.30 e 14-17, mer chiuso")
    difference = await stage.reads(PRESS_OFFICER, "12:30 e 14:00-17:00")
    late = await stage.press(PRESS_OFFICER, first, "Salva")
    assert "Nel frattempo" in await stage.toast(late)  # it would save what stands under the other one
    hours = "lunedì, martedì, giovedì e venerdì 9:00-12:30 e 14:00-17:00"
    assert hours in text_of(difference)
    await stage.press(PRESS_OFFICER, difference, "Salva")
    saved = await stage.reads(PRESS_OFFICER, "vale da subito")
    await stage.say(TENANT, "l'ascensore è rotto")
    card = await stage.reads(TENANT, hours)
    await stage.press(TENANT, card, "Numeri da salvare 📞")
    await stage.until(lambda: dialled(stage, "+390273921"), "the switchboard comes as a contact")
    await stage.say(PRESS_OFFICER, "/schede")
    await stage.press(PRESS_OFFICER, await stage.reads(PRESS_OFFICER, "Schede: "), "Ultime modifiche")
    recent = await stage.reads(PRESS_OFFICER, "Tocca una modifica")
    assert buttons(recent)[0].endswith(" – Ascensore rotto o bloccato")  # not its id: nobody chose that
    await stage.press(PRESS_OFFICER, fields, "telefoni")
    asked = await stage.reads(PRESS_OFFICER, "tocca per copiare")
    assert "02 73921 | Aler Milano, centralino | da lunedì" in text_of(asked)
    await stage.say(PRESS_OFFICER, "/annulla")
    await stage.press(PRESS_OFFICER, saved, "Annulla la modifica")
    await stage.reads(PRESS_OFFICER, "com’era prima")
    own = await stage.reads(TENANT, hours)
    forged = await stage.tap(TENANT, own, "sk_f:ascensore-rotto:1")
    assert await stage.toast(forged) == "Questa azione non è tra le tue."


async def test_a_new_card_wants_five_ways_names_its_rivals_and_answers_at_once(stage: Stage) -> None:
    """/prova shows what people get before and after, and leaves no trace."""
    await stage.say(PRESS_OFFICER, "/prova vorrei suonare la chitarra del custode")
    await stage.reads(PRESS_OFFICER, "Prova (it)")
    await stage.say(PRESS_OFFICER, "/schede")
    await stage.press(PRESS_OFFICER, await stage.reads(PRESS_OFFICER, "Schede: "), "Nuova scheda")
    await stage.reads(PRESS_OFFICER, "Scrivi il titolo")
    await stage.say(PRESS_OFFICER, "La chitarra del custode")
    await stage.press(PRESS_OFFICER, await stage.reads(PRESS_OFFICER, "In quale argomento"), "Guasti")
    await stage.reads(PRESS_OFFICER, "Adesso la risposta")
    await stage.say(PRESS_OFFICER, "Si chiede al custode, scala B.")
    await stage.reads(PRESS_OFFICER, "ancora 5 modi")
    await stage.say(PRESS_OFFICER, "manca l'acqua calda")
    await stage.reads(PRESS_OFFICER, "ancora 4 modi")
    await stage.say(PRESS_OFFICER, WAYS)
    summary = await stage.reads(PRESS_OFFICER, "Con queste parole oggi si trovano")
    assert "1 su 6, sicurezza fino al" in text_of(summary)
    assert "• mi presta lo strumento a corde" in text_of(summary)
    await stage.press(PRESS_OFFICER, summary, "Salva")
    added = await stage.reads(PRESS_OFFICER, "vale da subito. Aggiungi telefoni")
    await stage.say(TENANT, "posso avere la chitarra del custode?")
    await stage.reads(TENANT, "Si chiede al custode, scala B.")
    await stage.press(PRESS_OFFICER, added, "L’ho verificata oggi")
    await stage.say(PRESS_OFFICER, "/schede chitarra")
    found = await stage.reads(PRESS_OFFICER, "Schede per «chitarra»")
    assert buttons(found) == ["La chitarra del custode"]


async def test_the_whole_sheet_comes_as_a_file_and_changes_can_be_listed(stage: Stage) -> None:
    """What is sent is what an import reads; an unfinished edit ends with /annulla."""
    await stage.say(PRESS_OFFICER, "/schede")
    menu = await stage.reads(PRESS_OFFICER, "Schede: ")
    await stage.press(PRESS_OFFICER, menu, "Scarica il foglio")
    sheet = await stage.reads(PRESS_OFFICER, "Tutte le schede")
    assert sheet["document"]["file_name"] == "schede.xlsx"
    assert sheet["document"]["file_size"] > 10_000
    await stage.press(PRESS_OFFICER, menu, "Ultime modifiche")
    recent = await stage.reads(PRESS_OFFICER, "Tocca una modifica per annullarla")
    await stage.press(PRESS_OFFICER, recent, buttons(recent)[-1])
    asked = await stage.reads(PRESS_OFFICER, "com’erano prima. Per ora")
    await stage.press(PRESS_OFFICER, asked, "No, lascia così")
    await stage.reads(PRESS_OFFICER, "Va bene, non ho cambiato niente")
    await stage.press(PRESS_OFFICER, menu, "Guasti")
    listing = await stage.reads(PRESS_OFFICER, "pagina 1 di")
    await stage.press(PRESS_OFFICER, listing, buttons(listing)[0])
    await stage.press(PRESS_OFFICER, await stage.reads(PRESS_OFFICER, "Che cosa cambi?"), "titolo")
    await stage.reads(PRESS_OFFICER, "Scrivi il nuovo valore di «titolo»")
    await stage.say(PRESS_OFFICER, "/annulla")
    await stage.reads(PRESS_OFFICER, "lascio perdere")


async def test_help_says_what_staff_may_do_and_only_to_them(stage: Stage) -> None:
    """An editor reads of /schede and of sheets; a tenant reads the same help as ever."""
    await stage.say(PRESS_OFFICER, "/aiuto")
    own = text_of(await stage.reads(PRESS_OFFICER, "Per chi lavora qui"))
    assert "/schede – " in own
    assert "/annuncio – " in own
    assert ".xlsx" in own
    await stage.say(TENANT, "/aiuto")
    await stage.reads(TENANT, "Come funziona")
    await stage.say(TENANT, "chi aggiusta l'ascensore?")
    await stage.reads(TENANT, "Ascensore")
    assert not [m for m in await stage.messages(TENANT) if "Per chi lavora qui" in text_of(m)]
