"""The measuring of the safety layer and its fit, on a handful of messages; and what is shipped, on all of ours."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from bot.bench.labelled import questions
from bot.bench.safety import judge, main
from bot.bench.safety_fit import Row, fitted, harmless, rows_of
from bot.core.safety_model import model, packed, unpacked
from tests.core.answers_world import KNOWLEDGE

MESSAGES = Path(__file__).parents[1] / "core" / "safety_messages.jsonl"
WRITERS = MESSAGES.parent / "safety_writers"
ROWS = [
    Row(text=text, kind=kind)
    for kind, texts in {
        "violence": ["mio marito mi picchia", "il mio ex mi picchia", "la picchia ogni sera"],
        "danger": ["puzza di gas", "odore di gas in cucina", "sento il gas"],
        "despair": ["voglio morire", "non voglio vivere", "vorrei morire stanotte"],
        None: ["orari dello sportello", "pagare l'affitto", "ascensore rotto"],
    }.items()
    for text in texts
]


def test_a_fit_tells_apart_what_it_has_seen_and_survives_its_file() -> None:
    """The vectors stand for a meaning model that tells the kinds apart."""
    vectors = np.eye(4)[[index // 3 for index in range(len(ROWS))]] + 0.01
    made = fitted(ROWS, vectors)
    assert packed(unpacked(packed(made))) == packed(made)
    for row, vector in zip(ROWS, vectors, strict=True):
        scores = made.scores(row.text, vector.astype(np.float32))
        best = ("violence", "danger", "despair")[int(np.argmax(scores))]
        assert (best if max(scores) > 0 else None) == row.kind, row.text


def test_the_same_rows_give_the_same_file() -> None:
    """Nothing depends on chance."""
    vectors = np.eye(4)[[index // 3 for index in range(len(ROWS))]]
    assert packed(fitted(ROWS, vectors)) == packed(fitted(ROWS, vectors))


def test_rows_come_from_files_and_from_cards_nobody_in_danger_needs(tmp_path: Path) -> None:
    """What is asked a private or an urgent card is not taken for harmless."""
    (tmp_path / "rows.jsonl").write_text(json.dumps({"text": "odore di gas", "safety": "danger"}) + "\n\n")
    path = tmp_path / "rows.jsonl"
    assert rows_of(path, counts=0.5) == [Row(text="odore di gas", kind="danger", counts=0.5)]
    assert rows_of(path, measured=True) == [Row(text="odore di gas", kind="danger", writer=path)]
    asked = {row.text for row in harmless(KNOWLEDGE.cards)}
    private = {text for card in KNOWLEDGE.cards if card.sensitive for text in card.questions}
    assert asked
    assert not asked & private


def test_the_figures_are_printed_by_need_language_and_kind() -> None:
    """Recall and false alarms, and the errors where they are wanted."""
    done = CliRunner().invoke(main, [str(MESSAGES), "--no-meaning", "--errors"])
    assert done.exit_code == 0, done.output
    for title in ("recall, by need", "recall, by language", "false alarms, by kind", "milliseconds"):
        assert title in done.output


def test_our_own_messages_are_heard_by_their_words_alone() -> None:
    """They were learnt from: what is missed here, the file does not belong to these messages."""
    heard = judge(questions([MESSAGES]))
    due = [one for one in heard if one.row.safety]
    calm = [one for one in heard if not one.row.safety]
    assert sum(one.noticed for one in due) / len(due) > 0.98
    assert sum(one.certain for one in calm) / len(calm) < 0.02


@pytest.mark.parametrize("lang", ["it", "en", "es", "fr", "ro", "uk", "ar", "zh", "tl"])
def test_every_language_has_messages_of_every_need(lang: str) -> None:
    """At least a dozen each, and as many harmless ones that sound alike."""
    rows = [row for row in questions([MESSAGES]) if row.lang == lang]
    for kind in ("violence", "danger", "despair", None):
        assert sum(row.safety == kind for row in rows) >= 12, kind


def test_the_shipped_model_is_small() -> None:
    """A megabyte at most, read in one go."""
    assert len(packed(model())) < 1_000_000


@pytest.mark.parametrize("path", sorted(WRITERS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_what_others_wrote_is_learnt_from_and_heard_by_its_words_too(path: Path) -> None:
    """Learnt from, so no figure for anybody else; what is missed here, the file does not belong to these messages."""
    heard = judge(questions([path]))
    due = [one for one in heard if one.row.safety]
    calm = [one for one in heard if not one.row.safety]
    assert not due or sum(one.noticed for one in due) / len(due) > 0.9
    assert sum(one.certain for one in calm) / len(calm) < 0.03
