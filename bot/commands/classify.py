"""`portineria classify`: is this about public housing, and why; one JSON line in, one out."""

import json
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TextIO

import click

from bot import encoders
from bot.catalogs import SOURCE, texts
from bot.core.card import Quarter
from bot.core.errors import UserError
from bot.core.quarters_in_text import BUILT_IN, QuarterFinder
from bot.core.relevance import Item
from bot.core.relevance_meaning import judge_with
from bot.core.relevance_rules import RULES

QUARTERS = (
    Path(__file__).resolve().parents[2] / "knowledge" / "quarters.toml"
)  # there in a checkout, not in a wheel


@click.command()
@click.option(
    "--batch", type=click.Path(path_type=Path), help="A file of JSON lines; without it they come on stdin."
)
@click.option("--meaning/--no-meaning", default=True, help="By meaning too, where the model is installed.")
def classify(batch: Path | None, *, meaning: bool) -> None:
    """Judge whether items are housing news, and say why.

    In: JSON lines {"id", "title", "summary"?, "categories"?, "url"?}. Out: verdict with score and reasons.
    """
    finder = QuarterFinder(_quarters())
    try:
        source = batch.open(encoding="utf-8") if batch else nullcontext(sys.stdin)
    except OSError as error:
        raise UserError("classify_bad_file", path=str(batch)) from error
    model = encoders.load()[0] if meaning else None
    click.echo(texts(SOURCE).plain("classify_by_meaning" if model else "classify_by_words"), err=True)
    encode = model.encode if model else None
    with source as lines:
        for row in _rows(lines):
            click.echo(json.dumps(_judged(row, finder, encode), ensure_ascii=False))


def _judged(
    row: dict[str, Any], finder: QuarterFinder, encode: Callable[[str], Any] | None
) -> dict[str, Any]:
    item = Item(
        title=str(row.get("title") or ""),
        summary=str(row.get("summary") or ""),
        categories=tuple(str(name) for name in row.get("categories") or ()),
        url=str(row.get("url") or ""),
    )
    quarters = finder.find(f"{item.title}. {item.summary}")
    found = judge_with(encode, item, rules=RULES, texts=texts(SOURCE), quarters=quarters)
    return {
        "id": row.get("id"),
        "verdict": found.verdict,
        "score": found.score,
        "topics": list(found.topics),
        "quarters": list(found.quarters),
        "reasons": list(found.reasons),
    }


def _rows(lines: TextIO) -> Iterator[dict[str, Any]]:
    """The rows. Raises UserError with the line where one is not a JSON object."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise UserError("classify_bad_line", number=number, problem=str(error)) from error
        if not isinstance(row, dict):
            raise UserError(
                "classify_bad_line", number=number, problem=texts(SOURCE).plain("classify_no_object")
            )
        yield row


def _quarters() -> Sequence[Quarter]:
    if not QUARTERS.is_file():
        return BUILT_IN
    data = tomllib.loads(QUARTERS.read_text("utf-8"))
    return [
        Quarter(
            id=row["id"],
            name=row["name"],
            aliases=tuple(row.get("aliases", ())),
            streets=tuple(row.get("streets", ())),
        )
        for row in data.get("quarter", ())
    ]
