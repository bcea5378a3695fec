"""Staff send a sheet in the chat: they read what would change, apply it, and take it back."""

import base64
from typing import Any

from bot import sheets
from storage import cards
from storage.database import Database
from tests.flows.stage import PRESS_OFFICER, STAFF_GROUP, TENANT, Stage, text_of

NEW = """
[[card]]
id = "chitarra-del-custode"
title = "La chitarra del custode"
body = "La chitarra si chiede al custode, scala B."
hours = "lun-ven 9-12.30"
questions = ["dove prendo la chitarra del custode"]

[[card]]
id = "ascensore-rotto"
title = "Ascensore fermo o guasto, versione nuova"
"""
WRONG = """
[[card]]
id = "chitarra"
title = "La chitarra"
hours = "quando capita"
"""


async def send(
    stage: Stage, user: int, text: str, *, name: str = "schede.toml", chat: int | None = None
) -> None:
    """Somebody sends a file."""
    document = {"name": name, "base64": base64.b64encode(text.encode()).decode()}
    more: dict[str, Any] = {} if chat is None else {"chat": chat}
    await stage.post(f"/sim/users/{user}/say", document=document, **more)


async def exported(stage: Stage) -> dict[str, bytes]:
    """Everything stored, in all three kinds of file."""
    db = await Database.open_for_reading(stage.folder / "portineria.db")
    try:
        knowledge = await cards.load(db)
    finally:
        await db.close()
    return {ending: sheets.rendered(ending, knowledge) for ending in sheets.ENDINGS}


async def test_a_file_is_shown_field_by_field_applied_once_and_taken_back_byte_for_byte(stage: Stage) -> None:
    """The new card answers a tenant at once; after the undo every export is what it was."""
    before = await exported(stage)
    await send(stage, PRESS_OFFICER, NEW)
    preview = await stage.reads(PRESS_OFFICER, "nuovi: 1, cambiati: 1, tolti: 0")
    assert "+ scheda «chitarra-del-custode»" in text_of(preview)
    assert "titolo: " in text_of(preview)
    assert "→ Ascensore fermo o guasto, versione nuova" in text_of(preview)
    assert await exported(stage) == before
    data = preview["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await stage.say(TENANT, "/privacy")
    own = await stage.reads(TENANT, "Che cosa ricordo")
    forged = await stage.tap(TENANT, own, f"imp_go:{data.split(':')[1]}")
    assert await stage.toast(forged) == "Questa azione non è tra le tue."
    await stage.press(PRESS_OFFICER, preview, "Applica")
    second = await stage.press(PRESS_OFFICER, preview, "Applica")
    done = await stage.reads(PRESS_OFFICER, "importato. Nuovi: 1, cambiati: 1")
    assert "non vale più" in await stage.toast(second)
    await stage.say(TENANT, "dove prendo la chitarra del custode")
    await stage.reads(TENANT, "La chitarra si chiede al custode, scala B.")
    await stage.press(PRESS_OFFICER, done, "Annulla l’importazione")
    await stage.reads(PRESS_OFFICER, "Annullato: 2 elementi")
    assert await exported(stage) == before


async def test_mistakes_are_listed_with_row_and_column_and_how_to_mend_them(stage: Stage) -> None:
    """Nothing can be applied then; a tenant's file is only a file."""
    await send(stage, PRESS_OFFICER, "titolo;id;orari\nLa chitarra;chitarra;mai\n", name="schede.csv")
    found = await stage.reads(PRESS_OFFICER, "c’è un errore")
    assert "riga 2, «chitarra», colonna orari: Non capisco" in text_of(found)
    assert "reply_markup" not in found
    await send(stage, PRESS_OFFICER, "ciao", name="nota.docx")
    await stage.reads(PRESS_OFFICER, "mandami un file .xlsx, .csv o .toml")
    await send(stage, TENANT, NEW)
    await stage.reads(TENANT, "leggo solo messaggi di testo")


async def test_in_the_staff_group_a_sheet_by_an_editor_is_shown_to_everybody(stage: Stage) -> None:
    """What the file does not name is removed only on request; Annulla forgets the file."""
    before = await exported(stage)
    await send(stage, PRESS_OFFICER, NEW, chat=STAFF_GROUP)
    preview = await stage.reads(STAFF_GROUP, "nuovi: 1, cambiati: 1, tolti: 0")
    await stage.press(PRESS_OFFICER, preview, "Togli anche ciò che il file non nomina")
    others = before["toml"].count(b"[[card]]") - 1  # the cards the file does not name
    removing = await stage.reads(STAFF_GROUP, f"nuovi: 1, cambiati: 1, tolti: {others}")
    assert "pagina 1 di" in text_of(removing)
    await stage.press(PRESS_OFFICER, removing, "›")
    second = await stage.reads(STAFF_GROUP, "pagina 2 di")
    await stage.press(PRESS_OFFICER, second, "Annulla")
    await stage.reads(STAFF_GROUP, "non ho cambiato niente")
    assert await exported(stage) == before
