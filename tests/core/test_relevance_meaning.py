"""Headlines weighed by their meaning too: what is embedded, who has the last word, and the model that is shipped."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from bot import encoders
from bot.bench.networks import layer
from bot.bench.relevance import Headline, headlines
from bot.bench.relevance_fit import ANSWERS, Example, Seen, crossed, examples, fitted
from bot.catalogs import texts
from bot.commands.classify import classify
from bot.core.relevance import Item, Judgement, Verdict, Weight, judge
from bot.core.relevance_meaning import (
    LONGEST,
    Model,
    decided,
    in_doubt,
    judge_with,
    model,
    packed,
    reconsidered,
    text_of,
    unpacked,
)
from bot.core.relevance_rules import RULES
from bot.core.word_rules import signal

HEADLINES = Path(__file__).with_name("headlines.jsonl")
LIKE_HOUSING, LIKE_DOUBT, LIKE_ELSE = np.eye(3, dtype=np.float32)
NAMES_NOTHING = Item(
    title="Ammuffiti i soffitti delle palazzine pubbliche", summary="«Ci hanno dimenticati»."
)


def by_meaning_alone() -> Model:
    """A model whose vectors' three places are the three answers."""
    return Model(
        centre=(0.0, 0.0, 0.0),
        housing=layer(np.diag([9.0, 0.0, -9.0]), np.zeros(3)),
        doubt=layer(np.diag([0.0, 9.0, -9.0]), np.zeros(3)),
        offsets=(0.0, 0.0),
        publish=(1.0, 0.0, 0.0, 0.0, 0.0),
        ask=(0.0, 1.0, 0.0, 0.0, 0.0),
    )


@pytest.mark.parametrize(
    ("vector", "verdict"),
    [(LIKE_HOUSING, Verdict.HOUSING), (LIKE_DOUBT, Verdict.REVIEW), (LIKE_ELSE, Verdict.NO)],
)
def test_the_meaning_decides_where_it_is_all_that_counts(vector: np.ndarray, verdict: Verdict) -> None:
    """The reasons say what the text is like, in the reader's language."""
    words = replace(judge(NAMES_NOTHING, rules=RULES), heard=True)
    found = reconsidered(
        words, NAMES_NOTHING, vector, rules=RULES, texts=texts("it"), fitted=by_meaning_alone()
    )
    assert found.verdict is verdict
    assert found.reasons == (*words.reasons, texts("it").plain(f"news_meaning_{verdict}"))


def test_a_story_let_out_by_its_meaning_gets_its_topics() -> None:
    item = Item(title="Balconi pericolanti, manutenzione rinviata")
    words = replace(judge(item, rules=RULES), heard=True)
    assert (words.verdict, words.topics) == (Verdict.NO, ())
    found = reconsidered(words, item, LIKE_HOUSING, rules=RULES, texts=texts("it"), fitted=by_meaning_alone())
    assert "manutenzione" in found.topics


def test_where_staffs_own_words_stand_the_meaning_has_no_say() -> None:
    rules = RULES.with_signals([signal("soffitti", publish=True)])
    assert in_doubt(judge(NAMES_NOTHING, rules=RULES))
    assert not in_doubt(judge(NAMES_NOTHING, rules=rules))


def test_what_is_embedded_is_the_beginning_in_whole_words() -> None:
    item = Item(title="Alloggi  Aler,\nle chiavi", summary="parola " * 100)
    assert text_of(item).startswith("Alloggi Aler, le chiavi. parola parola")
    assert LONGEST - 7 <= len(text_of(item)) <= LONGEST
    assert text_of(item).endswith("parola")
    assert encoders.shortened(text_of(item)) == text_of(item)
    assert text_of(Item(title="x" * 999)) == "x" * LONGEST


def test_either_part_may_be_missing_and_capitals_throughout_count_as_none() -> None:
    assert text_of(Item(summary="Le chiavi.")) == "Le chiavi."
    assert text_of(Item(title="Le chiavi")) == "Le chiavi"
    assert text_of(Item(title="ALER, LE CHIAVI", summary="A Lodi.")) == "aler, le chiavi. a lodi."
    assert text_of(Item()) == ""


def test_without_a_model_the_words_decide() -> None:
    for item in (row.item for row in headlines(HEADLINES)[:50]):
        assert judge_with(None, item, rules=RULES, texts=texts("it")) == judge(item, rules=RULES)


def test_the_model_survives_its_file_and_is_small() -> None:
    assert packed(unpacked(packed(model()))) == packed(model())
    assert len(packed(model())) < 400_000


def two_writers() -> Seen:
    """Sixty headlines each, with a vector that says what each is; the words say nothing."""
    rows = {
        writer: [
            Headline(
                id=f"{writer}{number}",
                item=Item(title=f"{writer} {number}"),
                housing=number % 3 == 0,
                borderline=number % 3 == 1,
                group="",
            )
            for number in range(60)
        ]
        for writer in ("uno", "due")
    }
    every = list(examples(rows))
    vectors = np.eye(3)[[one.wanted for one in every]]
    words = Judgement(verdict=Verdict.NO, score=0.0, heard=True)
    return Seen(examples=every, vectors=vectors, by_words=[words] * len(every))


def right(every: Sequence[Example]) -> list[Verdict]:
    return [ANSWERS[one.wanted] for one in every]


def test_a_fit_tells_apart_what_it_has_seen_and_is_the_same_each_time() -> None:
    known = two_writers()
    made = fitted(known, ["uno", "due"])
    assert packed(made) == packed(fitted(known, ["uno", "due"]))
    looks = [
        made.look(words, vector.astype(np.float32))[1]
        for words, vector in zip(known.by_words, known.vectors, strict=True)
    ]
    assert [decided(together, heard=True) for together in looks] == right(known.examples)


def test_each_writer_is_judged_by_what_the_other_taught() -> None:
    """Of a writer whose every answer is another one nothing comes out right."""
    known = two_writers()
    assert crossed(known, ["uno", "due"]) == right(known.examples)
    turned = np.array(
        [np.roll(row, one.writer == "due") for row, one in zip(known.vectors, known.examples, strict=True)]
    )
    found = crossed(replace(known, vectors=turned), ["uno", "due"])
    assert not any(one is wanted for one, wanted in zip(found, right(known.examples), strict=True))


def test_what_no_word_speaks_for_is_asked_about_at_most() -> None:
    surely_housing, hardly, surely_not = Weight(9.0, 0.0), Weight(-0.5, -0.5), Weight(-9.0, -9.0)
    assert [decided(one, heard=True) for one in (surely_housing, hardly, surely_not)] == [
        Verdict.HOUSING,
        Verdict.REVIEW,
        Verdict.NO,
    ]
    assert [decided(one, heard=False) for one in (surely_housing, hardly, surely_not)] == [
        Verdict.REVIEW,
        Verdict.NO,
        Verdict.NO,
    ]


def test_the_real_model_hears_what_no_signal_names(tmp_path: Path) -> None:
    """`classify` with the shipped data and the real encoder."""
    rows = [
        {"id": 1, "title": NAMES_NOTHING.title, "summary": NAMES_NOTHING.summary},
        {"id": 2, "title": "Juventus, vittoria in casa e primo posto"},
        {"id": 3, "title": "Alloggi Aler, consegnate le chiavi a quaranta famiglie"},
    ]
    batch = tmp_path / "in.jsonl"
    batch.write_text("\n".join(map(json.dumps, rows)))
    done = CliRunner().invoke(classify, ["--batch", str(batch)])
    assert done.exit_code == 0, done.output
    assert done.stderr.strip() == texts("it").plain("classify_by_meaning")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["verdict"] for row in found] == ["housing", "no", "housing"]
    assert texts("it").plain("news_meaning_housing") in found[0]["reasons"]
