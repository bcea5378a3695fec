"""How long a question takes and how much memory search holds, with as many cards as are wanted.

cards → made up to the number → asked by words, then by meaning → quickest turn of each question → p50, p99
"""

import asyncio
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from bot import encoders, langid
from bot.bench.labelled import Embed, Labelled, question_of
from bot.bench.more_cards import made_up_vectors, more_cards
from bot.core import answer, meaning
from bot.core.card import Knowledge
from bot.core.directory import Directory
from bot.heap import give_back
from bot.services.meaning import Meaning
from storage import vectors
from storage.database import opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one question took, in seconds."""

    wall: float
    work: float  # of this thread on the processor: what is left on a busy machine


def many(
    known: Knowledge, rows: Sequence[Labelled], number: int, *, turns: int, models: bool, cache: Path | None
) -> Iterator[str]:
    """The figures for `number` cards, a line each; of each question the quickest of so many turns counts."""
    before = memory()
    directory = answer.prepare(more_cards(known, number))
    made_up = max(0, number - len(known.cards))
    yield f"== {len(directory.knowledge.cards)} cards, {made_up} of them made of the others by changing a third of their words"
    yield f"by words alone, the quickest of {turns} turns"
    yield from _told(directory, rows, None, turns, before)
    if models:
        directory, embed = asyncio.run(_with_meaning(directory, known, cache))
        if embed is None:
            yield "no meaning model here"
            return
        yield f"with meaning, the quickest of {turns} turns; vectors of made-up cards are made up too, near the real ones"
        yield from _told(directory, rows, embed, turns, before)


def time_lines(taken: Sequence[Taken]) -> Iterator[str]:
    """The usual and the worst of them."""
    for name, times in (
        ("milliseconds", sorted(one.wall for one in taken)),
        ("processor ms", sorted(one.work for one in taken)),
    ):
        p50, p99, most = (1000 * times[int(len(times) * share)] for share in (0.5, 0.99, 1 - 1e-9))
        yield f"{name:14s} p50 {p50:.2f}  p99 {p99:.2f}  most {most:.2f}"


def memory() -> float:
    """Megabytes this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def _told(
    directory: Directory, rows: Sequence[Labelled], embed: Embed | None, turns: int, before: float
) -> Iterator[str]:
    give_back()
    langid.scores("prova")  # the model is loaded on first use; that is not a question's time
    yield from time_lines([_quickest([_taken(directory, row, embed) for _ in range(turns)]) for row in rows])
    yield f"memory         {memory() - before:.0f} MB for search"


def _quickest(turns: Sequence[Taken]) -> Taken:
    return Taken(wall=min(one.wall for one in turns), work=min(one.work for one in turns))


def _taken(directory: Directory, row: Labelled, embed: Embed | None) -> Taken:
    begin, worked = time.perf_counter(), time.thread_time()
    question = question_of(row, embed)
    answer.decide(question, directory)
    return Taken(wall=time.perf_counter() - begin, work=time.thread_time() - worked)


async def _with_meaning(
    directory: Directory, known: Knowledge, cache: Path | None
) -> tuple[Directory, Embed | None]:
    with tempfile.TemporaryDirectory() as folder:
        async with opened(cache or Path(folder) / "vectors.db") as db:
            model = Meaning(db, tidy=False)
            if await model.space(known.cards) is None:
                return directory, None
            stored = await vectors.load(db, encoders.NAME)
    real = {
        text: meaning.unpacked(stored[sha256(text.encode()).digest()]) for text in meaning.needed(known.cards)
    }
    cards = directory.knowledge.cards
    space = meaning.build(cards, made_up_vectors(cards, known.cards, real))
    return replace(directory, space=space), model.embed
