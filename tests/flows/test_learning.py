"""What two people asked in vain becomes words of a card, from the chat, and the next one gets it."""

from typing import Any

from storage.database import Database
from tests.flows.stage import PRESS_OFFICER, TENANT, Stage, text_of

ASKED = "violini arcobaleno gabbiotto"
MENU = "la cosa dell'affitto"


async def another(stage: Stage) -> int:
    """Somebody else."""
    user = await stage.post("/sim/users", name="Amina", lang="it", role="tenant")
    return int(user["id"])


def labels(message: dict[str, Any]) -> list[str]:
    """The labels under a message."""
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


async def test_words_asked_in_vain_are_tried_added_and_answer_the_next(stage: Stage) -> None:
    """Somebody who asks twice counts once; a tenant has no such command."""
    await stage.say(TENANT, ASKED)
    await stage.say(TENANT, ASKED)
    await stage.until(lambda: _count(stage, TENANT, 2), "both are answered")
    await stage.say(TENANT, "/domande")
    await stage.reads(TENANT, "Non conosco questo comando")
    await stage.say(PRESS_OFFICER, "/domande")
    await stage.reads(PRESS_OFFICER, "nessuna domanda è rimasta senza risposta")
    other = await another(stage)
    await stage.say(other, f"{ASKED}!!")
    await stage.until(lambda: _count(stage, other, 1), "it is answered")
    await stage.say(PRESS_OFFICER, "/domande")
    card = await stage.reads(PRESS_OFFICER, "2 persone in 1 giorno")
    await stage.press(PRESS_OFFICER, card, "Aggiungi parole a…")
    choice = await stage.reads(PRESS_OFFICER, "A quale scheda aggiungo")
    await stage.press(PRESS_OFFICER, choice, "Un’altra scheda…")
    await stage.reads(PRESS_OFFICER, "Scrivi una parola del titolo")
    await stage.say(PRESS_OFFICER, "ascensore")
    found = await stage.reads(PRESS_OFFICER, "Schede per «ascensore»")
    await stage.press(PRESS_OFFICER, found, labels(found)[0])
    trial = await stage.reads(PRESS_OFFICER, "Con l’aggiunta: rispondo con «")
    assert "Oggi: dico che non lo so." in text_of(trial)
    await stage.press(PRESS_OFFICER, trial, "Aggiungi")
    await stage.reads(PRESS_OFFICER, "vale da subito")
    await stage.say(other, ASKED)
    await stage.reads(other, "Ascensore")


async def test_a_menu_and_a_card_that_were_refused_reach_the_staff(stage: Stage) -> None:
    """Three people refuse the menu, want a person instead, or refuse the card they picked in it; "orari?" shows the menu again."""
    other = await another(stage)
    third = await another(stage)
    for user in (TENANT, other, third):
        await stage.say(user, MENU)
    menu = await stage.reads(TENANT, "Intendevi…?")
    await stage.say(TENANT, "orari?")
    await stage.until(lambda: _count(stage, TENANT, 2), "the menu stands there again")
    again = await stage.reads(TENANT, "Intendevi…?")
    assert (again["message_id"] != menu["message_id"], labels(again)) == (True, labels(menu))
    await stage.press(TENANT, again, "Nessuna di queste")
    await stage.reads(TENANT, "Prova con altre parole")
    menu = await stage.reads(other, "Intendevi…?")
    await stage.press(other, menu, labels(menu)[0])
    await stage.press(other, await stage.reads(other, "Fonte:"), "Non era questo?")
    await stage.reads(other, "Prova con altre parole")
    await stage.press(third, await stage.reads(third, "Intendevi…?"), "Parla con una persona")
    await stage.reads(third, "Posso passare la tua domanda")
    await stage.until(lambda: _refused(stage, 3), "all are noted")
    await stage.say(PRESS_OFFICER, "/domande")
    await stage.reads(PRESS_OFFICER, f"3 persone in 1 giorno: «{MENU}»")


async def _refused(stage: Stage, number: int) -> bool:
    db = await Database.open_for_reading(stage.folder / "portineria.db")
    try:
        return len(await db.fetch("SELECT id FROM question WHERE refused = 1")) == number
    finally:
        await db.close()


async def _count(stage: Stage, chat: int, number: int) -> bool:
    return len([one for one in await stage.from_bot(chat) if "reply_markup" in one]) >= number


async def test_prova_keeps_nothing_of_what_staff_type(stage: Stage) -> None:
    """Not in the question log, not in what the chat is in the middle of, in no row of any table."""
    await stage.say(PRESS_OFFICER, "/prova zampironi fosforescenti di mio zio Ermenegildo")
    await stage.reads(PRESS_OFFICER, "Prova (it)")
    await stage.until(lambda: _inbox_is_empty(stage), "the message is handled")
    assert [
        row for row in await _rows(stage) if "fosforescent" in str(row) or "Ermenegildo" in str(row)
    ] == []


async def _inbox_is_empty(stage: Stage) -> bool:
    return [row for row in await _rows(stage) if "/prova" in str(row)] == []


async def _rows(stage: Stage) -> list[Any]:
    """Every row of every table that holds text of its own."""
    db = await Database.open_for_reading(stage.folder / "portineria.db")
    try:
        names = await db.fetch(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        )
        sheets = [await db.fetch(f"SELECT * FROM {name}") for (name,) in names]  # noqa: S608  (our own tables)
        return [tuple(row) for sheet in sheets for row in sheet]
    finally:
        await db.close()
