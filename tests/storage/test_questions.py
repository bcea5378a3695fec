"""The log of questions, without people."""

from dataclasses import replace
from datetime import date

import pytest

from storage import questions
from storage.database import Database
from storage.questions import AskedQuestion, Outcome

ONE = AskedQuestion(
    day=date(2026, 11, 23),
    lang="it",
    quarter="san-siro",
    text="cantina allagata",
    outcome=Outcome.UNKNOWN,
    card_id=None,
)


async def keep(db: Database, *asked: AskedQuestion) -> None:
    async with db.write() as tx:
        for one in asked:
            await questions.add(tx, one)


async def test_what_is_kept_is_read_again(db: Database) -> None:
    answered = replace(ONE, outcome=Outcome.ANSWER, card_id="muffa", quarter=None)
    await keep(db, ONE, answered)
    assert await questions.since(db, date(2026, 11, 1)) == [ONE, answered]


async def test_questions_are_counted_by_what_they_got(db: Database) -> None:
    await keep(db, ONE, ONE, replace(ONE, outcome=Outcome.CHOOSE), replace(ONE, day=date(2026, 1, 1)))
    assert await questions.count(db, date(2026, 11, 1)) == {Outcome.UNKNOWN: 2, Outcome.CHOOSE: 1}


async def test_old_questions_are_deleted(db: Database) -> None:
    await keep(db, ONE, replace(ONE, day=date(2026, 1, 1)))
    async with db.write() as tx:
        assert await questions.purge(tx, date(2026, 6, 1)) == 1
    assert await questions.since(db, date(2020, 1, 1)) == [ONE]


async def test_one_question_in_those_words_is_refused_at_a_time_and_none_of_before_that_day(
    db: Database,
) -> None:
    shown = replace(ONE, outcome=Outcome.ANSWER, card_id="muffa")
    await keep(db, replace(shown, day=date(2026, 11, 20)), shown, shown)
    for done in (True, True, False):
        async with db.write() as tx:
            assert await questions.refuse(tx, ONE.text, since=date(2026, 11, 22)) is done
    assert [one.refused for one in await questions.since(db, date(2026, 11, 1))] == [False, True, True]


async def test_the_table_has_no_column_for_a_person(db: Database) -> None:
    columns = {row["name"] for row in await db.fetch("PRAGMA table_info(question)")}
    assert columns == {"id", "day", "lang", "quarter", "text", "outcome", "card_id", "refused"}


@pytest.mark.parametrize("statement", [questions.SINCE, questions.COUNT, questions.REFUSE])
async def test_reading_by_day_uses_the_index(db: Database, statement: str) -> None:
    params = {"first": "2026-01-01", "text": "", "card_id": None}
    plan = await db.fetch(f"EXPLAIN QUERY PLAN {statement}", params)
    assert any("question_by_day" in row["detail"] for row in plan)
