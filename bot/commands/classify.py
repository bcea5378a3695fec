"""`portineria classify`: is this about public housing, and why; one JSON line in, one out."""

import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TextIO

import click

from bot.catalogs import texts
from bot.core.card import Quarter
from bot.core.errors import UserError
from bot.core.quarters_in_text import BUILT_IN, QuarterFinder
from bot.core.relevance import Item, judge
from bot.core.relevance_rules import RULES

QUARTERS = (
    Path(__file__).resolve().parents[2] / "knowledge" / "quarters.toml"
)  # there in a checkout, not in a wheel


@click.command()
@click.option(
    "--batch", type=click.Path(path_type=Path), help="A file of JSON lines; without it they come on stdin."
)
def classify(batch: Path | None) -> None:
    """Judge items: {"id", "title", "summary"?, "categories"?, "url"?} in, verdict with score and reasons out."""
    finder = QuarterFinder(_quarters())
    try:
        source = batch.open(encoding="utf-8") if batch else nullcontext(sys.stdin)
    except OSError as error:
        raise UserError("classify_bad_file", path=str(batch)) from error
    with source as lines:
        for row in _rows(lines):
            click.echo(json.dumps(_judged(row, finder), ensure_ascii=False))


def _judged(row: dict[str, Any], finder: QuarterFinder) -> dict[str, Any]:
    item = Item(
        title=str(row.get("title") or ""),
        summary=str(row.get("summary") or ""),
        categories=tuple(str(name) for name in row.get("categories") or ()),
        url=str(row.get("url") or ""),
    )
    found = judge(item, rules=RULES, quarters=finder.find(f"{item.title}. {item.summary}"))
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
                "classify_bad_line", number=number, problem=texts("it").plain("classify_no_object")
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
