"""`portineria cards`: check, import, export and undo."""

import asyncio
import json
from collections.abc import Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import click

from bot.catalogs import texts
from bot.commands.store import DB
from bot.core.card import Knowledge
from bot.core.card_changes import Change, FieldChange
from bot.core.card_file import Problem
from bot.core.card_preview import change_lines, problem_text
from bot.core.freshness import Freshness
from bot.core.rome import day_in_rome
from bot.core.texts import Texts
from bot.services import cards as service
from bot.services.cards import Changes, Report
from bot.services.clock import system_clock
from storage.database import opened

_json = click.option("--json", "as_json", is_flag=True, help="print one JSON object")
_path = click.argument("path", type=click.Path(path_type=Path))


@click.group()
def cards() -> None:
    """The cards: check a file or folder, import it, export, undo."""


@cards.command()
@_path
@_json
def check(path: Path, as_json: bool) -> None:
    """Look for mistakes in a file or folder; change nothing.

    Files are .toml, .csv or .xlsx.
    """
    say = texts("it")
    report = service.check(path, today=day_in_rome(system_clock()))
    if as_json:
        click.echo(json.dumps(_report_json(report, say), ensure_ascii=False))
    _tell_problems(report.problems, say)
    _tell_fresh(report, say)
    if report.problems:
        raise SystemExit(1 if report.knowledge != Knowledge() else 2)


@cards.command("import")
@_path
@DB
@click.option("--dry-run", is_flag=True, help="only show what would change")
@click.option("--replace", is_flag=True, help="also remove what the file does not name, in the tables it has")
@_json
def import_(path: Path, db: Path, dry_run: bool, replace: bool, as_json: bool) -> None:
    """Show what a file or folder would change, and change it."""
    say = texts("it")
    changes, batch = asyncio.run(_import(path, db, dry_run=dry_run, replace=replace))
    if as_json:
        click.echo(json.dumps(_changes_json(changes, batch, say), ensure_ascii=False, default=_as_json))
    _tell_problems(changes.problems, say)
    if changes.problems:
        raise SystemExit(1 if changes.changes else 2)
    _tell_changes(changes, say)
    if dry_run:
        click.echo(say.plain("cards_dry_run"), err=True)
    elif batch is not None:
        click.echo(say.plain("cards_imported", batch=batch), err=True)


@cards.command()
@_path
@DB
def export(path: Path, db: Path) -> None:
    """Write everything stored into one .toml, .csv or .xlsx file."""
    say = texts("it")
    found = asyncio.run(_export(db, path))
    counts = {name: len(getattr(found, name)) for name in ("cards", "quarters", "categories", "closures")}
    click.echo(say.plain("cards_exported", path=path, **counts), err=True)


@cards.command()
@click.argument("batch", type=int)
@DB
def undo(batch: int, db: Path) -> None:
    """Put back what import number BATCH changed, for 30 days."""
    say = texts("it")
    count = asyncio.run(_undo(db, batch))
    click.echo(say.count("cards_undone", count).text, err=True)


async def _import(path: Path, db: Path, *, dry_run: bool, replace: bool) -> tuple[Changes, int | None]:
    if dry_run and not await asyncio.to_thread(db.is_file):
        return await asyncio.to_thread(service.preview_of, Knowledge(), path), None
    async with opened(db, reading=dry_run) as database:
        changes = await service.preview(database, path, replace=replace)
        if dry_run or changes.problems or not changes.changes:
            return changes, None
        return changes, await service.apply(database, changes, by="cli")


async def _export(db: Path, path: Path) -> Knowledge:
    async with opened(db, reading=True) as database:
        return await service.export(database, path)


async def _undo(db: Path, batch: int) -> int:
    async with opened(db) as database:
        return await service.undo(database, batch)


def _tell_problems(problems: Sequence[Problem], say: Texts) -> None:
    for problem in problems:
        click.echo(problem_text(problem, say), err=True)
    if problems:
        click.echo(say.count("cards_problems", len(problems)).text, err=True)


def _tell_fresh(report: Report, say: Texts) -> None:
    if not report.problems:
        click.echo(say.count("cards_checked", len(report.knowledge.cards)).text, err=True)
    for fresh in Freshness:
        if fresh is not Freshness.CURRENT and report.fresh.get(fresh):
            click.echo(say.count(f"cards_{fresh}", report.fresh[fresh]).text, err=True)


def _tell_changes(changes: Changes, say: Texts) -> None:
    if not changes.changes:
        click.echo(say.plain("cards_no_change"), err=True)
        return
    for line in change_lines(changes.changes, say):
        click.echo(line, err=True)
    click.echo(say.plain("cards_added", **{change: changes.count(change) for change in Change}), err=True)


def _report_json(report: Report, say: Texts) -> dict[str, Any]:
    return {
        "cards": len(report.knowledge.cards),
        "quarters": len(report.knowledge.quarters),
        "categories": len(report.knowledge.categories),
        "closures": len(report.knowledge.closures),
        "fresh": {fresh: report.fresh.get(fresh, 0) for fresh in Freshness},
        "problems": [_problem_json(problem, say) for problem in report.problems],
    }


def _problem_json(problem: Problem, say: Texts) -> dict[str, Any]:
    place = problem.place
    return {
        "file": place.file,
        "table": place.table,
        "row": place.row,
        "id": place.id,
        "column": problem.column,
        "key": problem.key,
        "text": problem_text(problem, say),
    }


def _changes_json(changes: Changes, batch: int | None, say: Texts) -> dict[str, Any]:
    return {
        "batch": batch,
        **{change: changes.count(change) for change in Change},
        "changes": [
            {
                "kind": one.kind,
                "id": one.id,
                "change": one.change,
                "fields": [_field_json(part) for part in one.fields],
            }
            for one in changes.changes
        ],
        "problems": [_problem_json(problem, say) for problem in changes.problems],
    }


def _field_json(change: FieldChange) -> dict[str, Any]:
    return {"field": change.field, "old": change.old, "new": change.new}


def _as_json(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case _:
            return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]
