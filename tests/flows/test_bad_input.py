"""Story 5: whatever arrives gets a clear answer, breaks nothing and leaks nothing."""

import re
from functools import partial

from tests.flows.stage import TENANT, Stage, text_of
from tests.flows.test_tenant import meet


async def test_each_kind_of_bad_input_gets_a_clear_answer(stage: Stage) -> None:
    """Blank, huge, sticker, unknown and forbidden commands, an edited message; the bot still answers afterwards."""
    await meet(stage)
    await stage.say(TENANT, "   \u200b ")
    await stage.say(TENANT, "allora quindi insomma " * 180)
    await stage.reads(TENANT, "messaggio è molto lungo")
    await stage.post(f"/sim/users/{TENANT}/say", sticker="😀")
    await stage.reads(TENANT, "leggo solo messaggi di testo")
    await stage.say(TENANT, "/comandochenonesiste")
    unknown = text_of(await stage.reads(TENANT, "Non conosco questo comando"))
    await stage.say(TENANT, "/annuncio")

    async def told_twice() -> bool:
        return len([item for item in await stage.from_bot(TENANT) if text_of(item) == unknown]) == 2

    await stage.until(told_twice, "a staff command is as unknown to a tenant as any other")
    asked = await stage.say(TENANT, "chi gestisce la mia casa?")
    await stage.say(TENANT, "chi gestisce casa mia???", edit=asked["message_id"])
    await stage.reads(TENANT, "Non rileggo i messaggi modificati")
    await stage.say(TENANT, "/aiuto")
    await stage.reads(TENANT, "Come funziona")
    assert "update_failed" not in stage.log()


async def test_a_button_of_another_time_or_of_nobody_is_answered(stage: Stage) -> None:
    """Old and forged taps end in a clear note, not in a waiting sign for ever."""
    await meet(stage)
    message = await stage.reads(TENANT, "riceverai gli avvisi")
    for data in (
        "zzz",
        "ann_go:999",
        "quarter:nessuno",
        "card:nessuna",
        "held:again:1",
        "join:yes:xx",
        "forward:yes",
    ):
        query = await stage.tap(TENANT, message, data)
        await stage.toast(query)
    await stage.say(TENANT, "/aiuto")
    await stage.reads(TENANT, "Come funziona")
    assert "update_failed" not in stage.log()


async def test_an_update_nobody_can_read_is_set_aside_and_blocks_nobody(stage: Stage) -> None:
    """Trap 2: one bad update stops stock polling for good."""
    await stage.post("/sim/faults", method="getUpdates", kind="bad_update", times=1)
    await stage.say(TENANT, "/start")
    await stage.reads(TENANT, "programma automatico")


async def test_faults_of_the_connection_to_telegram_are_waited_out(stage: Stage) -> None:
    """401, 404, 409, a proxy's page, bad JSON, a reset: back by itself each time (trap 2)."""

    async def answers() -> int:
        return len([item for item in await stage.from_bot(TENANT) if "Come funziona" in text_of(item)])

    async def one_more(than: int) -> bool:
        return await answers() > than

    for kind in ("401", "404", "500", "502", "bad_json", "drop_before"):
        before = await answers()
        await stage.post("/sim/faults", method="getUpdates", kind=kind, times=1)
        await stage.say(TENANT, "/aiuto")
        await stage.until(partial(one_more, before), f"back after {kind}")


async def test_neither_token_nor_words_nor_names_reach_the_log(stage: Stage) -> None:
    """At DEBUG level, through good and bad times."""
    await meet(stage)
    await stage.post("/sim/faults", method="sendMessage", kind="drop_before", times=1)
    await stage.say(TENANT, "parolasegreta: chi ripara il citofono?")
    await stage.post("/sim/faults", method="getUpdates", kind="401", times=1)
    await stage.say(TENANT, "/aiuto")
    await stage.reads(TENANT, "Come funziona")
    await stage.stop_bot()
    log = stage.log()
    assert "a-token-that-must-not-leak" not in log
    assert not re.search(r"\d{6,}:[A-Za-z0-9_-]{10,}", log)
    assert "parolasegreta" not in log
    assert str(TENANT) not in log
    state = await stage.get("/sim/state")
    name = next(user["name"] for user in state["users"] if user["id"] == TENANT)
    assert name not in log


async def test_sigterm_ends_the_bot_in_order(stage: Stage) -> None:
    """Exit status 0, and the next start finds everything in place."""
    await meet(stage)
    assert await stage.stop_bot() == 0
    await stage.start_bot()
    await stage.say(TENANT, "/avvisi")
    await stage.reads(TENANT, "Ricevi gli avvisi")
