"""`portineria ask`: what a tenant would get, for one question or for a file of them; nothing is stored."""

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bot import log
from bot.catalogs import SOURCE, texts
from bot.commands.hours import read_moment
from bot.commands.store import DB
from bot.core.answer import Answer, Choose, Reply, WhichQuarter
from bot.core.errors import UserError
from bot.core.outgoing import ContactCard, Outgoing
from bot.services.answers import Answers
from bot.services.meaning import Meaning
from storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question as a row of the batch, or of the command line, gives it."""

    id: str | None
    text: str
    quarter: str | None
    lang: str | None


@click.command()
@click.argument("text", required=False)
@click.option("--quarter", metavar="ID", help="the quarter the person has chosen")
@click.option("--lang", metavar="xx", help="the language the person has chosen")
@click.option("--json", "as_json", is_flag=True, help="print one JSON object instead of the messages")
@click.option("--batch", type=click.Path(path_type=Path, dir_okay=False), help="a file of JSON lines")
@click.option(
    "--meaning/--no-meaning", default=True, help="search by meaning too, where the models are installed"
)
@click.option("--now", "moment", metavar="ISO", help="ask at this moment; without zone: Milan's time")
@DB
def ask(
    text: str | None,
    *,
    quarter: str | None,
    lang: str | None,
    as_json: bool,
    batch: Path | None,
    meaning: bool,
    moment: str | None,
    db: Path,
) -> None:
    """Answer TEXT as the bot would, or a whole batch of questions.

    A batch has JSON lines: {"id", "text", "quarter"?, "lang"?}.
    """
    if (text is None) == (batch is None):
        raise UserError("ask_text_or_batch")
    log.set_up(level="WARNING")  # stdout is for data
    rows = (
        [Asked(id=None, text=text or "", quarter=quarter, lang=lang)] if batch is None else list(_rows(batch))
    )
    as_json = as_json or batch is not None
    asyncio.run(_answer(rows, db=db, now=read_moment(moment), as_json=as_json, by_meaning=meaning))


async def _answer(rows: list[Asked], *, db: Path, now: datetime, as_json: bool, by_meaning: bool) -> None:
    database = await (_open(db) if by_meaning else Database.open_for_reading(db))
    try:
        meaning = Meaning(database) if by_meaning else None
        answers = Answers(database, meaning=meaning, keep_questions=False)
        told = "ask_by_meaning" if meaning is not None and await meaning.begin() else "ask_by_words"
        click.echo(texts(SOURCE).plain(told), err=True)
        await answers.catch_up()
        await _check_quarters(answers, rows)
        for row in rows:
            begin = time.perf_counter()
            reply = await answers.ask(row.text, quarter=row.quarter, lang=row.lang, now=now)
            spent = time.perf_counter() - begin
            if as_json:
                click.echo(json.dumps(_as_json(row, reply, spent), ensure_ascii=False))
            else:
                for item in await answers.messages(reply, texts(reply.lang), now=now):
                    click.echo(_as_text(item) + "\n")
    finally:
        await database.close()


async def _open(path: Path) -> Database:
    """Writable where nobody else has it, so that the vectors of the cards are kept for the next time."""
    if await asyncio.to_thread(path.is_file):
        with suppress(UserError, OSError):
            return await Database.open(path)
    return await Database.open_for_reading(path)


async def _check_quarters(answers: Answers, rows: list[Asked]) -> None:
    known = {quarter.id for quarter in (await answers.knowledge()).quarters}
    for row in rows:
        if row.quarter is not None and row.quarter not in known:
            raise UserError("ask_no_quarter", quarter=row.quarter)


def _as_json(row: Asked, reply: Reply, seconds: float) -> dict[str, Any]:
    also = reply.decision.also if isinstance(reply.decision, Answer) else None
    return {
        "id": row.id,
        "outcome": _outcome(reply),
        "safety": str(reply.safety.kind) if reply.safety else None,
        "safety_sure": bool(reply.safety and reply.safety.sure),
        "cards": [{"id": card.id, "score": round(score, 4)} for card, score in reply.scored],
        "also": also.id if also else None,
        "quarters": list(reply.decision.quarters) if isinstance(reply.decision, WhichQuarter) else [],
        "quarter": reply.quarter,
        "lang": reply.lang,
        "ms": round(seconds * 1000, 2),
    }


def _outcome(reply: Reply) -> str:
    match reply.decision:
        case Answer():
            return "answer"
        case Choose() | WhichQuarter():
            return "choose"
        case _:
            return "unknown"


def _as_text(item: Outgoing | ContactCard) -> str:
    if isinstance(item, ContactCard):
        return f"☎ {item.name}: {item.phone}"
    buttons = "".join(f"\n[{button.text}]" for row in item.buttons for button in row)
    return item.text.text + buttons


def _rows(path: Path) -> Iterator[Asked]:
    """The rows of a batch. Raises UserError("ask_bad_line") naming the first line that is none."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("ask_bad_file", path=str(path)) from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _row(line, number)


def _row(line: str, number: int) -> Asked:
    try:
        row = json.loads(line)
        text = row["text"]
    except (ValueError, KeyError, TypeError) as error:
        raise UserError("ask_bad_line", number=number) from error
    if not isinstance(text, str):
        raise UserError("ask_bad_line", number=number)
    identity = row.get("id")
    return Asked(
        id=None if identity is None else str(identity),
        text=text,
        quarter=row.get("quarter") or None,
        lang=row.get("lang") or None,
    )
