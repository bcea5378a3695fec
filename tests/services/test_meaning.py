"""Cards found by meaning: vectors are made once, kept, and follow every edit."""

from dataclasses import replace

import numpy as np

from bot.core.answer import Answer
from bot.core.card import Knowledge
from bot.encoders import Encoder
from bot.services.answers import Answers
from bot.services.meaning import Meaning
from storage import vectors
from storage.database import Database
from tests.conftest import HandClock
from tests.core.answers_world import KNOWLEDGE, MOULD
from tests.services.test_answers import store


class Counting:
    """A model that knows texts by their letters and keeps what it was given."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, text: str) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
        self.texts.append(text)
        found = np.zeros(384, dtype=np.float32)
        for first, second in zip(text.lower(), text.lower()[1:], strict=False):
            found[(ord(first) * 31 + ord(second)) % 384] += 1
        return found

    def load(self) -> tuple[Encoder, None]:
        """What `encoders.load` would give."""
        return Encoder(self, name="letters"), None


async def test_each_text_is_embedded_once_and_kept(db: Database, clock: HandClock) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    first, second = Counting(), Counting()
    await Answers(db, meaning=Meaning(db, load=first.load)).catch_up()
    assert len(first.texts) == len(set(first.texts)) > 100
    await Answers(db, meaning=Meaning(db, load=second.load)).catch_up()
    assert second.texts == []


async def test_an_edit_embeds_only_what_is_new(db: Database, clock: HandClock) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    model = Counting()
    answers = Answers(db, meaning=Meaning(db, load=model.load))
    await answers.catch_up()
    model.texts.clear()
    taught = replace(MOULD, questions=(*MOULD.questions, "sgorgano pinguini dal termoconvettore"))
    others = [card for card in KNOWLEDGE.cards if card.id != MOULD.id]
    await store(db, KNOWLEDGE, replace(KNOWLEDGE, cards=(taught, *others)), clock)
    await answers.catch_up()
    assert model.texts == ["sgorgano pinguini dal termoconvettore"]


async def test_a_new_card_is_found_before_its_meaning_is_known(db: Database, clock: HandClock) -> None:
    before = replace(KNOWLEDGE, cards=tuple(card for card in KNOWLEDGE.cards if card.id != MOULD.id))
    await store(db, Knowledge(), before, clock)
    answers = Answers(db, meaning=Meaning(db, load=Counting().load))
    await answers.catch_up()
    await store(db, before, KNOWLEDGE, clock)
    reply = await answers.ask("muffa sui muri", quarter=None, lang="it", now=clock())
    assert reply.scored[0][0].id == "muffa"


async def test_what_is_private_leaves_no_trace_with_meaning_either(db: Database, clock: HandClock) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    answers = Answers(db, meaning=Meaning(db, load=Counting().load))
    await answers.catch_up()
    kept = await vectors.load(db, "letters")
    reply = await answers.ask("mio marito mi picchia", quarter=None, lang="it", now=clock())
    assert reply.scored[0][0].id == "antiviolenza"
    assert await vectors.load(db, "letters") == kept


async def test_beside_a_running_bot_vectors_are_made_but_not_kept(db: Database, clock: HandClock) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    reading = await Database.open_for_reading(db.path)
    try:
        model = Counting()
        answers = Answers(reading, meaning=Meaning(reading, load=model.load))
        await answers.catch_up()
        assert model.texts
        assert await vectors.load(reading, "letters") == {}
    finally:
        await reading.close()


async def test_without_models_search_goes_by_words(db: Database, clock: HandClock) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    answers = Answers(db, meaning=Meaning(db, load=lambda: (None, "absent")))
    await answers.catch_up()
    reply = await answers.ask("mi si è rotto l'ascensore", quarter=None, lang="it", now=clock())
    assert isinstance(reply.decision, Answer)


async def test_vectors_of_what_stands_on_no_card_any_more_are_thrown_away_in_time(
    db: Database, clock: HandClock
) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    async with db.write() as tx:
        await vectors.add(tx, "letters", {number.to_bytes(32): b"\0" * 768 for number in range(600)})
        await vectors.add(tx, "older model", {b"\1" * 32: b"\0" * 128})
    await Answers(db, meaning=Meaning(db, load=Counting().load, tidy=False)).catch_up()
    assert (0).to_bytes(32) in await vectors.load(db, "letters")
    await Answers(db, meaning=Meaning(db, load=Counting().load)).catch_up()
    kept = await vectors.load(db, "letters")
    assert kept
    assert (0).to_bytes(32) not in kept
    assert await vectors.load(db, "older model") == {}
