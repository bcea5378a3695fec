"""Questions to answers, with real cards in a real database."""

import asyncio
from dataclasses import replace
from datetime import date

from bot.catalogs import texts
from bot.core import card_changes, romanised, safety
from bot.core.answer import Answer, Unknown
from bot.core.card import Knowledge
from bot.core.outgoing import Outgoing
from bot.services.answering import Answering, answering
from bot.services.answers import Answers
from storage import cards, questions
from storage.database import Database
from storage.questions import Outcome
from tests.conftest import HandClock
from tests.core.answers_world import KNOWLEDGE, MOULD


async def store(db: Database, before: Knowledge, after: Knowledge, clock: HandClock) -> None:
    async with db.write() as transaction:
        changes = card_changes.difference(before, after)
        await cards.replace(transaction, changes, author="test", source="test.toml", now=clock())


async def test_a_question_gets_its_card_and_is_kept_without_who_asked(db: Database, clock: HandClock) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    reply = await Answers(db).ask(
        "l'ascensore è guasto in via Zamagna 12, 333 1234567", quarter=None, lang="it", now=clock()
    )
    assert isinstance(reply.decision, Answer)
    assert reply.decision.card.id == "ascensore"
    kept = await questions.since(db, date(2026, 11, 23))
    assert len(kept) == 1
    assert kept[0].outcome is Outcome.ANSWER
    assert kept[0].quarter == "san-siro"
    assert "333" not in kept[0].text


async def test_what_is_private_leaves_no_trace(db: Database, clock: HandClock) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    answers = Answers(db)
    for text in ("ho paura di tornare a casa", "mio marito mi picchia", "voglio farla finita"):
        reply = await answers.ask(text, quarter="san-siro", lang="it", now=clock())
        assert reply.safety is not None
    assert await questions.since(db, date(2000, 1, 1)) == []


async def test_what_was_refused_is_kept_as_asked_in_vain_once_for_each_person(
    db: Database, clock: HandClock
) -> None:
    """Redacted as the question was, which is found by its words."""
    await store(db, Knowledge(), KNOWLEDGE, clock)
    answers = Answers(db)
    text = "sono Mario Rossi 347 1234567 mario@example.org, ho l'ascensore guasto"
    for chat in (1, 2, 3):
        what = Answering(update_id=chat, chat_id=chat, above=1, fresh=True)
        with answering(what):
            await answers.ask(text, quarter=None, lang="it", now=clock())
            if chat == 1:
                await answers.refused(text, lang="it", now=clock(), card="ascensore")
                await answers.refused(text, lang="it", now=clock(), card="ascensore")
            async with db.write() as tx:
                for write in what.later:
                    await write(tx)
    kept = await questions.since(db, date(2026, 11, 23))
    assert [(one.refused, one.card_id) for one in kept].count((True, "ascensore")) == 1
    assert len(kept) == 3
    assert not any("Rossi" in one.text or "347" in one.text or "@" in one.text for one in kept)


async def test_danger_in_ukrainian_on_a_latin_keyboard_is_heard_where_nothing_is_asked(
    db: Database, clock: HandClock
) -> None:
    """As in a question: a message changed later is only looked at for that."""
    await store(db, Knowledge(), KNOWLEDGE, clock)
    text = "mii cholovik mene bie i ne puskaie z domu, dopomozhit"
    asked = await Answers(db).ask(text, quarter=None, lang=None, now=clock())
    assert asked.safety is not None
    assert await Answers(db).danger(text) == safety.look(romanised.written_back(text))


async def test_an_edited_card_is_found_at_the_next_question(db: Database, clock: HandClock) -> None:
    await _edited_and_found(db, Answers(db), clock)


async def test_beside_a_running_bot_its_edits_are_found_too(db: Database, clock: HandClock) -> None:
    beside = await Database.open_for_reading(db.path)
    try:
        await _edited_and_found(db, Answers(beside, keep_questions=False), clock)
    finally:
        await beside.close()


async def _edited_and_found(db: Database, answers: Answers, clock: HandClock) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    text = "sgorgano pinguini dal termoconvettore"
    before = await answers.ask(text, quarter=None, lang="it", now=clock())
    assert isinstance(before.decision, Unknown)
    taught = replace(MOULD, questions=(*MOULD.questions, text))
    changed = replace(
        KNOWLEDGE, cards=tuple(taught if card.id == MOULD.id else card for card in KNOWLEDGE.cards)
    )
    await store(db, KNOWLEDGE, changed, clock)
    after = await answers.ask(text, quarter=None, lang="it", now=clock())
    assert isinstance(after.decision, Answer)
    assert after.decision.card.id == "muffa"


async def test_questions_at_the_same_time_share_one_directory(db: Database, clock: HandClock) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    answers = Answers(db)
    replies = await asyncio.gather(
        *(answers.ask("ascensore guasto", quarter=None, lang="it", now=clock()) for _ in range(8))
    )
    assert {reply.scored[0][0].id for reply in replies} == {"ascensore"}


async def test_with_no_cards_at_all_the_answer_is_an_honest_no(db: Database, clock: HandClock) -> None:
    answers = Answers(db)
    reply = await answers.ask("ascensore guasto", quarter=None, lang="it", now=clock())
    assert isinstance(reply.decision, Unknown)
    items = await answers.messages(reply, texts("it"), now=clock())
    assert len(items) == 1


async def test_help_needs_no_cards(db: Database, clock: HandClock) -> None:
    answers = Answers(db)
    reply = await answers.ask("c'è odore di gas sulle scale", quarter=None, lang="it", now=clock())
    first, *_ = await answers.messages(reply, texts("it"), now=clock())
    assert isinstance(first, Outgoing)
    assert "112" in first.text.text


async def test_a_card_is_found_by_its_button_and_a_forged_one_is_not(db: Database, clock: HandClock) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    answers = Answers(db)
    card = await answers.card("muffa")
    assert card == MOULD
    items = await answers.card_messages(MOULD, texts("it"), lang="it", now=clock())
    assert isinstance(items[0], Outgoing)
    assert "Muffa e umidità" in items[0].text.text
    assert await answers.card("forged") is None


async def test_nothing_is_written_where_nothing_may_be_kept(db: Database, clock: HandClock) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    await Answers(db, keep_questions=False).ask("ascensore guasto", quarter=None, lang="it", now=clock())
    assert await questions.since(db, date(2000, 1, 1)) == []


async def test_a_new_italian_name_is_found_in_other_languages_once_they_have_caught_up(
    db: Database, clock: HandClock
) -> None:
    await store(db, Knowledge(), KNOWLEDGE, clock)
    answers = Answers(db)
    await answers.refresh()
    taught = replace(MOULD, keywords=(*MOULD.keywords, "pinguinaio"))
    changed = replace(
        KNOWLEDGE, cards=tuple(taught if card.id == MOULD.id else card for card in KNOWLEDGE.cards)
    )
    await store(db, KNOWLEDGE, changed, clock)
    italian = await answers.try_out("pinguinaio", now=clock())
    assert italian.scored[0][0] == taught
    await answers.catch_up()
    english = await answers.ask("where is the pinguinaio", quarter=None, lang="en", now=clock())
    assert english.scored[0][0] == taught
