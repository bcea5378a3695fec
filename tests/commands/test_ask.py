"""`portineria ask` as people and measuring programs run it."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.core import card_changes
from bot.core.card import Knowledge
from storage import cards
from storage.database import Database
from tests.core.answers_world import KNOWLEDGE


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A database with the small directory in it, closed again."""
    path = tmp_path / "cards.db"

    async def fill() -> None:
        database = await Database.open(path)
        async with database.write() as transaction:
            changes = card_changes.difference(Knowledge(), KNOWLEDGE)
            await cards.replace(
                transaction, changes, author="t", source="t.toml", now=datetime(2026, 11, 23, tzinfo=UTC)
            )
        await database.close()

    asyncio.run(fill())
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["ask", "--no-meaning", *arguments])


def test_a_question_prints_the_card(store: Path) -> None:
    result = run("mi si è rotto l'ascensore", "--db", str(store), "--now", "2026-11-23T10:00")
    assert result.exit_code == 0
    assert "Ascensore fermo o guasto" in result.stdout
    assert "02 1234 5678" in result.stdout


def test_json_has_what_the_contract_promises(store: Path) -> None:
    result = run(
        "ufficio di zona per firmare il contratto", "--quarter", "mazzini", "--json", "--db", str(store)
    )
    row = json.loads(result.stdout)
    assert row["id"] is None
    assert row["outcome"] == "answer"
    assert row["safety"] is None
    assert row["safety_sure"] is False
    assert row["cards"][0]["id"] == "sede-sud"
    assert 0 <= row["cards"][0]["score"] <= 1
    assert len(row["cards"]) <= 3
    assert row["quarter"] == "mazzini"
    assert row["lang"] == "it"
    assert row["ms"] >= 0


def test_a_batch_gives_one_line_for_each_in_order(store: Path, tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": "mi si è rotto l'ascensore"},
        {"id": "b", "text": "dove si firma il contratto in ufficio di zona"},
        {"id": "c", "text": "ho paura di tornare a casa"},
        {"id": "d", "text": "xyzzy", "quarter": "san-siro", "lang": "it"},
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", "utf-8")
    result = run("--batch", str(batch), "--db", str(store))
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in found] == ["a", "b", "c", "d"]
    assert [row["outcome"] for row in found] == ["answer", "choose", found[2]["outcome"], "unknown"]
    assert set(found[1]["quarters"]) == {"san-siro", "mazzini"}
    assert found[2]["safety"] == "violence"
    assert found[2]["safety_sure"] is True


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["due", "--batch", "x.jsonl"],
        ["a", "--quarter", "atlantide"],
        ["a", "--now", "ieri"],
        ["--batch", "missing.jsonl"],
    ],
)
def test_bad_use_ends_with_status_two_and_one_line(store: Path, arguments: list[str]) -> None:
    result = run(*arguments, "--db", str(store))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.strip()


def test_a_bad_line_of_a_batch_is_named(store: Path, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": 1, "text": "ciao"}\n{"id": 2}\n', "utf-8")
    result = run("--batch", str(batch), "--db", str(store))
    assert result.exit_code == 2
    assert "2" in result.stderr


def test_a_missing_database_is_said_not_made(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    assert run("ciao", "--db", str(missing)).exit_code == 2
    assert not missing.exists()
