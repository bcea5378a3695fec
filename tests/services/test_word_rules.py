"""Staff's decisions become suggestions, and accepted ones count from the next story on."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.catalogs import texts
from bot.core.outgoing import Outgoing
from bot.services.word_rules import WordRules
from tests.services.newsroom import STAFF, Newsroom, item, items, opened, rss

OLD = items(3, 2, 1)


@dataclass
class Desk:
    room: Newsroom
    rules: WordRules
    number: int = 10

    async def publish(self, title: str, category: str = "") -> int | None:
        """Let the feed carry one more item; the story's id where staff are asked."""
        self.number += 1
        filed = f"<category>{category}</category></item>" if category else "</item>"
        new = item(self.number, title=title, text="Il resto segue.").replace("</item>", filed)
        await self.room.poll(rss(new, item(3), item(2), item(1)))
        row = await self.room.db.fetch("SELECT max(id) AS id, state FROM story")
        return int(row[0]["id"]) if row[0]["state"] == "review" else None

    async def decide(self, title: str, *, publish: bool, category: str = "") -> None:
        story = await self.publish(title, category)
        assert story is not None
        assert await self.room.review.decide(story, publish=publish, by=7, now=self.room.now)

    async def cards(self) -> list[Outgoing]:
        return [card for card in await self.room.queued(STAFF) if "D’ora in poi" in card.text.text]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with opened(tmp_path / "news.db") as room:
        rules = WordRules(
            room.db,
            room.news.cards,
            room.news.learn_rules,
            texts("it"),
            clock=lambda: room.now,
            wake=lambda: None,
        )
        await room.poll(OLD)
        yield Desk(room, rules)


def key_of(card: Outgoing) -> int:
    return int((card.buttons[0][0].data or "").rpartition(":")[2])


async def test_the_fourth_equal_decision_brings_one_card_and_yes_counts_at_once(desk: Desk) -> None:
    for place in ("Rho", "Pero", "Arese"):
        await desk.decide(f"Apre lo studentato di {place}", publish=False)
    await desk.rules.look()
    assert await desk.cards() == []
    await desk.decide("Apre lo studentato di Lainate", publish=False)
    await desk.rules.look()
    await desk.rules.look()
    (card,) = await desk.cards()
    assert "«studentato»" in card.text.text
    assert "4 volte su 4" in card.text.text
    settled = await desk.rules.settle(key_of(card), accept=True, by=7, who="Anna")
    assert settled is not None
    assert "Regola accettata da Anna" in settled.text.text
    assert await desk.rules.settle(key_of(card), accept=True, by=8, who="Bruno") is None
    assert (await desk.cards())[0] == settled
    assert await desk.publish("Apre lo studentato di Bollate") is None
    assert await desk.publish("Case popolari, assegnati 40 alloggi accanto allo studentato") is None
    assert (await desk.room.titles())[-1] == "Case popolari, assegnati 40 alloggi accanto allo studentato"


async def test_a_rule_is_listed_and_dropped_and_then_staff_are_asked_again(desk: Desk) -> None:
    for number in range(4):
        await desk.decide(f"Studentato, sì del Comune numero {number}", publish=True)
    await desk.rules.look()
    (card,) = await desk.cards()
    await desk.rules.settle(key_of(card), accept=True, by=7, who="Anna")
    assert await desk.publish("Studentato a Cormano") is None
    listed = await desk.rules.overview()
    assert [button.text for row in listed.buttons for button in row] == ["Togli «studentato»: esce da sola"]
    rule = int((listed.buttons[0][0].data or "").rpartition(":")[2])
    assert await desk.rules.drop(rule, by=7)
    assert not await desk.rules.drop(rule, by=7)
    assert await desk.publish("Studentato a Cusano") is not None
    acts = {row["action"] for row in await desk.room.db.fetch("SELECT action FROM audit")}
    assert {"word_rule", "word_rule_drop"} <= acts


async def test_a_refused_suggestion_is_not_asked_again_for_as_little(desk: Desk) -> None:
    for number in range(4):
        await desk.decide(f"Studentato, sì del Comune numero {number}", publish=True)
    await desk.rules.look()
    (card,) = await desk.cards()
    refused = await desk.rules.settle(key_of(card), accept=False, by=7, who="Anna")
    assert refused is not None
    assert "Continuo a chiedere" in refused.text.text
    await desk.decide("Studentato, sì del Comune ancora", publish=True)
    await desk.rules.look()
    assert await desk.cards() == [refused]
    assert (await desk.rules.overview()).buttons == ()


async def test_a_category_always_rejected_can_be_kept_out(desk: Desk) -> None:
    for title in (
        "Affitti brevi, la stretta",
        "Apre lo studentato",
        "Cohousing in cascina",
        "Vienna, gli affitti",
    ):
        await desk.decide(title, publish=False, category="Esteri e altro")
    await desk.rules.look()
    (card,) = await desk.cards()
    assert "«esteri e altro»" in card.text.text
    await desk.rules.settle(key_of(card), accept=True, by=7, who="Anna")
    assert await desk.publish("Cohousing a Berlino", "Esteri e altro") is None
    assert await desk.publish("Cohousing a Crema", "Sociale") is not None


async def test_the_weeks_are_counted(desk: Desk) -> None:
    empty = await desk.rules.overview()
    assert "nessuna notizia" in empty.text.text
    await desk.publish("Alloggi Aler, consegnate le chiavi")
    await desk.publish("Case popolari, nuovo bando")
    await desk.decide("Apre lo studentato di Rho", publish=False)
    await desk.decide("Cohousing a Crema", publish=True)
    async with desk.room.db.write() as tx:
        await tx.execute("UPDATE story SET withdrawn_by = 7 WHERE title LIKE 'Case popolari%'", {})
    text = (await desk.rules.overview()).text.text
    assert (
        "Ultimi 7 giorni: uscite da sole 2, poi ritirate 1 (giuste 50%); da valutare 2, pubblicate 1 (50%)"
        in text
    )
