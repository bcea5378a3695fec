"""The measuring of answers and the fit, on a handful of questions."""

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import sheets
from bot.bench.answers import answers, judge
from bot.bench.confidence_fit import Example, fitted, probability
from bot.bench.labelled import knowledge, questions, thinned
from bot.core.directory import prepare
from tests.core.answers_world import KNOWLEDGE

ROWS = [
    {
        "id": "1",
        "text": "mi si è rotto l'ascensore",
        "lang": "it",
        "kind": "plain",
        "expected": ["ascensore"],
        "safety": None,
    },
    {
        "id": "2",
        "text": "chi paga il bollo auto",
        "lang": "it",
        "kind": "oos",
        "expected": [],
        "safety": None,
    },
    {"id": "3", "text": "odore di gas", "lang": "it", "kind": "safety", "expected": [], "safety": "danger"},
    {
        "id": "4",
        "text": "the lift is broken",
        "lang": "en",
        "kind": "foreign",
        "expected": ["muffa"],
        "safety": None,
    },
]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Cards and questions as files."""
    sheets.write(tmp_path / "cards.toml", KNOWLEDGE)
    asked = tmp_path / "questions.jsonl"
    asked.write_text("\n".join(json.dumps(row) for row in ROWS), "utf-8")
    return tmp_path / "cards.toml", asked


def test_cards_and_questions_are_read_from_files(files: tuple[Path, Path]) -> None:
    read = knowledge(files[0])
    assert {card.id: card for card in read.cards} == {card.id: card for card in KNOWLEDGE.cards}
    assert len(read.quarters) == len(KNOWLEDGE.quarters)
    assert [row.id for row in questions([files[1]])] == ["1", "2", "3", "4"]


def test_each_question_is_judged_by_what_it_should_have_got(files: tuple[Path, Path]) -> None:
    right, foreign_domain, danger, wrong = judge(prepare(KNOWLEDGE), questions([files[1]]))
    assert right.first
    assert right.solved
    assert not foreign_domain.answered
    assert danger.reply.safety is not None
    assert not wrong.first


def test_the_figures_are_printed_by_language_and_kind(files: tuple[Path, Path]) -> None:
    result = CliRunner().invoke(answers, [*map(str, files), "--errors", "--no-meaning"])
    assert result.exit_code == 0
    for part in ("hit@1", "foreign", "out of scope", "recall 1.000", "p99", "halved", "absent"):
        assert part in result.stdout


def test_time_and_memory_are_measured_with_as_many_cards_as_wanted(files: tuple[Path, Path]) -> None:
    number = 2 * len(KNOWLEDGE.cards)
    result = CliRunner().invoke(
        answers, [*map(str, files), "--cards", str(number), "--turns", "1", "--no-meaning"]
    )
    assert result.exit_code == 0
    assert f"{number} cards, {len(KNOWLEDGE.cards)} of them made" in result.stdout
    for part in ("p50", "p99", "MB for search"):
        assert part in result.stdout
    assert "hit@1" not in result.stdout


@pytest.mark.timeout(300)
def test_the_real_model_is_measured_too_and_its_vectors_kept(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    cache = tmp_path / "vectors.db"
    result = CliRunner().invoke(answers, [*map(str, files), "--no-thin", "--cache", str(cache)])
    assert result.exit_code == 0
    assert "whole, by words alone" in result.stdout
    _, by_meaning = result.stdout.split("whole, with meaning")
    for part in ("hit@1", "removed answered", "p99", "MB for search"):
        assert part in by_meaning
    with sqlite3.connect(cache) as connection:
        assert connection.execute("SELECT count(*) FROM text_vector").fetchone()[0] > len(KNOWLEDGE.cards)


def test_thinned_cards_keep_their_titles_and_lose_their_examples() -> None:
    bare = thinned(KNOWLEDGE, keep=0.0)
    assert all(not card.questions and not card.keywords and card.title for card in bare.cards)


def test_the_fit_tells_two_kinds_of_rows_apart() -> None:
    rows = [
        Example(str(at), "in", {"bias": 1.0, "x": x}, right, 1.0)
        for at, (x, right) in enumerate(
            [(0.9, True), (0.8, True), (0.7, True), (0.2, False), (0.1, False), (0.4, False)]
        )
    ]
    weights = fitted(rows)
    assert probability(weights, {"bias": 1.0, "x": 0.9}) > 0.5 > probability(weights, {"bias": 1.0, "x": 0.1})
