"""How long after it is saved an edited card is found: `portineria bench edits CARDS`."""

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bot.bench.more_cards import more_cards
from bot.core.card import Card, Knowledge
from bot.services import cards as service
from bot.services.answers import Answers
from bot.services.card_desk import CardDesk
from bot.services.clock import system_clock
from storage.database import Database

WORDS = ("gabbiotto", "zampogna", "trabiccolo", "sgabuzzo", "ciabattino", "pappagorgia", "zufolo", "tombolo")

Edit = Callable[[Card, str], Card]

# What is edited, each with a word no card has yet.
EDITS: dict[str, Edit] = {
    "hours": lambda card, _word: replace(card, hours="Mo-Fr 09:00-12:00"),
    "message": lambda card, word: replace(card, questions=(*card.questions, f"dove trovo il {word}")),
    "keyword": lambda card, word: replace(card, keywords=(*card.keywords, word)),
    "new card": lambda _card, word: Card(id=f"prova-{word}", title=f"Il {word}", questions=(word,)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """From before saving until the next question is answered from what was saved, by words."""

    edit: str
    wall: float  # seconds
    cpu: float  # seconds of this process
    found: bool


async def samples(known: Knowledge, folder: Path, *, rounds: int) -> list[Sample]:
    """Each edit so many times, in turn."""
    db = await Database.open(folder / "portineria.db")
    try:
        for card in known.cards:
            await service.save(db, card, by="bench")
        answers = Answers(db, keep_questions=False)
        desk = CardDesk(db, answers, clock=system_clock)
        await answers.refresh()
        return [
            await _one(db, desk, known.cards[turn % len(known.cards)], name, WORDS[at % len(WORDS)])
            for turn in range(rounds)
            for at, name in enumerate(EDITS, start=turn * len(EDITS))
        ]
    finally:
        await db.close()


async def _one(db: Database, desk: CardDesk, card: Card, name: str, word: str) -> Sample:
    current = await desk.card(card.id) or card
    edited = EDITS[name](current, word)
    wall, cpu = time.perf_counter(), time.process_time()
    await service.save(db, edited, by="bench")
    await desk.refresh()
    reply = await desk.try_out(word if name != "hours" else card.title)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    found = name == "hours" or any(one.id == edited.id for one, _ in reply.scored)
    return Sample(edit=name, wall=wall, cpu=cpu, found=found)


def lines(measured: list[Sample]) -> Iterator[str]:
    """The table, a line an edit: the median."""
    yield f"{'edit':<10} {'found':>7} {'wall s':>8} {'CPU s':>8}"
    for name in EDITS:
        own = sorted((one for one in measured if one.edit == name), key=lambda one: one.cpu)
        middle = own[len(own) // 2]
        yield f"{name:<10} {sum(one.found for one in own):>3}/{len(own):<3} {middle.wall:>8.2f} {middle.cpu:>8.2f}"


def main(cards: Path, *, number: int, rounds: int) -> list[str]:
    """Measure and give the table."""
    known = service.check(cards, today=date(2026, 11, 29)).knowledge
    if number:
        known = more_cards(known, number)
    with tempfile.TemporaryDirectory() as folder:
        return list(lines(asyncio.run(samples(known, Path(folder), rounds=rounds))))
