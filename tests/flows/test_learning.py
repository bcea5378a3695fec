"""What two people asked in vain becomes words of a card, from the chat, and the next one gets it."""

from typing import Any

from tests.flows.stage import PRESS_OFFICER, TENANT, Stage, text_of

ASKED = "violini arcobaleno gabbiotto"


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


async def _count(stage: Stage, chat: int, number: int) -> bool:
    return len([one for one in await stage.from_bot(chat) if "reply_markup" in one]) >= number
