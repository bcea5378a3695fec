"""`portineria demo` without a browser: the director's buttons show a correction, a rettifica, a related story, a review card, a withdrawal."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from tests.flows.stage import (
    PRESS_CHANNEL,
    PRESS_OFFICER,
    STAFF_GROUP,
    FeedServer,
    Stage,
    running_demo,
    text_of,
)


@asynccontextmanager
async def demo(folder: Path) -> AsyncIterator[Stage]:
    """The running demo, its people and its director."""
    async with running_demo(folder) as (_process, address), aiohttp.ClientSession() as http:
        yield Stage(folder, address, FeedServer(), http)


@pytest.mark.timeout(240)
async def test_each_button_of_the_director_is_seen_in_the_chats(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        await stage.reads(PRESS_CHANNEL, "12 milioni per custodi")
        await stage.post("/demo/actions/correct")
        corrected = await stage.reads(PRESS_CHANNEL, "per quattro quartieri Aler di Milano oltre")
        assert "Aggiornato alle" in text_of(corrected)

        await stage.post("/demo/actions/rectify")
        rectified = await stage.reads(PRESS_CHANNEL, "RETTIFICA")
        assert "13 milioni" in text_of(rectified)
        changed = await stage.reads(PRESS_CHANNEL, "13 milioni al posto di 12 milioni.")
        assert rectified["reply_to_message"]["message_id"] == changed["message_id"]
        assert "Case popolari, 13 milioni" in text_of(changed)

        await stage.post("/demo/actions/publish")
        await stage.reads(PRESS_CHANNEL, "sportello giuridico gratuito")
        await stage.post("/demo/actions/publish")
        related = await stage.reads(PRESS_CHANNEL, "apre anche il sabato")
        assert "Leggi anche" in text_of(related)
        assert "sportello giuridico gratuito" in text_of(related)

        await stage.post("/demo/actions/doubt")
        card = await stage.reads(STAFF_GROUP, "tre appartamenti per chi impara")
        await stage.press(PRESS_OFFICER, card, "Pubblica")
        await stage.reads(PRESS_CHANNEL, "tre appartamenti per chi impara")
        assert "Pubblicata da" in text_of(await stage.reads(STAFF_GROUP, "tre appartamenti per chi impara"))

        await stage.post("/demo/actions/withdraw")
        asked = await stage.reads(STAFF_GROUP, "Progetto Casa prorogato")
        await stage.press(PRESS_OFFICER, asked, "Sì, ritirala")
        await stage.reads(PRESS_CHANNEL, "RITIRATO")
