"""`make demo` as a stranger plays it: the four stories in a real browser, the bot killed -9 in the middle of each."""

import asyncio
import contextlib
import os
import re
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.flows.stage import running_demo
from tests.simulator.browser import GROUP, JOURNALIST, PRESS, STAFF, TENANT, Screen, chromium, screen

pytestmark = pytest.mark.browser

SLOW = 60_000  # ms a step may take on a busy machine, the bot's restart included
SHOTS = os.environ.get("SHOTS")  # a folder for pictures of each story


@dataclass
class Demo:
    """The running demo; its bot can be killed, and comes back by itself."""

    process: asyncio.subprocess.Process
    address: str

    def bot(self) -> int:
        """The bot's process id: the demo's only child."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return int(children[0])

    async def kill_bot(self) -> None:
        """kill -9, and wait until another one is there."""
        old = self.bot()
        os.kill(old, signal.SIGKILL)
        for _ in range(300):
            with contextlib.suppress(IndexError, FileNotFoundError):
                if self.bot() != old:
                    return
            await asyncio.sleep(0.1)
        raise AssertionError("the bot did not come back")


@contextlib.asynccontextmanager
async def demo(folder: Path) -> AsyncIterator[Demo]:
    """`portineria demo`, on a free port."""
    async with running_demo(folder) as (process, address):
        yield Demo(process, address)


async def picture(page: Screen, name: str) -> None:
    """Keep a picture where somebody wants to look."""
    if SHOTS:
        await page.page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), animations="disabled")


async def reads(page: Screen, user: int, words: str) -> None:
    """The words stand in the person's open chat."""
    await expect(page.of(user, "text").filter(has_text=words).last).to_be_visible(timeout=SLOW)


async def tap(page: Screen, user: int, label: str) -> None:
    """Tap the last inline button of this label."""
    await page.of(user, "inline-button").filter(has_text=label).last.click(timeout=SLOW)


async def tenant_asks(page: Screen, running: Demo) -> None:
    """Story 2."""
    await page.of(TENANT, "start").click(timeout=SLOW)
    await reads(page, TENANT, "Sono un programma automatico")
    await tap(page, TENANT, "San Siro")
    await tap(page, TENANT, "Sì, avvisami")
    await reads(page, TENANT, "riceverai gli avvisi per San Siro")
    killing = asyncio.create_task(running.kill_bot())
    await page.say(TENANT, "mi si è rotto l'ascensore")
    await killing
    await reads(page, TENANT, "840 021 212")
    await reads(page, TENANT, "Fonte:")
    await page.say(TENANT, "quanto pesa la luna di formaggio")
    await reads(page, TENANT, "Non lo so")
    await expect(
        page.of(TENANT, "inline-button").filter(has_text="Parla con una persona").last
    ).to_be_visible()
    await picture(page, "tenant")


async def journalist_joins(page: Screen, running: Demo) -> None:
    """Story 4."""
    await page.of(JOURNALIST, "join-open").click()
    await page.page.get_by_test_id(f"join-known-{PRESS}").click()
    await page.of(JOURNALIST, "join").click()
    await page.of(STAFF, f"chat-{GROUP}").click()
    await page.of(STAFF, "topic-all").click()
    await reads(page, STAFF, "chiede di entrare")
    await running.kill_bot()
    await tap(page, STAFF, "Approva")
    await reads(page, STAFF, "approvata da")
    await page.of(JOURNALIST, f"chat-{PRESS}").click(timeout=SLOW)
    await reads(page, JOURNALIST, "Fonte: Portineria Demo")
    await picture(page, "journalist")


async def news_comes_out(page: Screen, running: Demo) -> None:
    """Story 1: while the journalist watches."""
    button = page.page.get_by_test_id("action-publish")
    hint = await button.inner_text()
    found = re.search(r"«(.+)»", hint)
    assert found
    killing = asyncio.create_task(running.kill_bot())
    await button.click()
    await killing
    await reads(page, JOURNALIST, found[1])
    labels = await page.of(JOURNALIST, "inline-button").all_inner_texts()
    for name in ("Telegram", "WhatsApp", "Facebook", "X", "LinkedIn", "Email"):
        assert any(label.strip().startswith(name) for label in labels), name
    assert await page.of(JOURNALIST, "text").filter(has_text=found[1]).count() == 1
    await expect(button).not_to_contain_text(found[1])  # the next item is offered now
    await picture(page, "news")


async def officer_announces(page: Screen, running: Demo) -> None:
    """Story 3."""
    words = "Giovedì dalle 9 alle 13 manca l'acqua nella scala B."
    await page.of(STAFF, f"chat-{STAFF}").click()
    await page.say(STAFF, "/annuncio")
    await reads(page, STAFF, "Scrivi il testo")
    await page.say(STAFF, words)
    await tap(page, STAFF, "San Siro (1)")
    await expect(page.of(STAFF, "inline-button").filter(has_text="San Siro (1) ✅")).to_be_visible(
        timeout=SLOW
    )
    await tap(page, STAFF, "Avanti")
    await reads(page, STAFF, "Parte?")
    await picture(page, "preview")
    await running.kill_bot()
    await tap(page, STAFF, "Sì, invia a 1 persona")
    await reads(page, STAFF, "Avviso consegnato a 1 persona su 1")
    await reads(page, TENANT, words)
    assert await page.of(TENANT, "text").filter(has_text=words).count() == 1
    await picture(page, "announcement")


@pytest.mark.timeout(420)
async def test_a_stranger_plays_all_four_stories_in_the_browser(tmp_path: Path) -> None:
    """Nothing lost, nothing twice, no error on the page, no request to anybody else."""
    async with demo(tmp_path) as running, chromium() as browser, screen(browser, running.address) as page:
        await page.open()
        await tenant_asks(page, running)
        await journalist_joins(page, running)
        await news_comes_out(page, running)
        await officer_announces(page, running)
        assert page.problems == []
        assert page.strangers == []
