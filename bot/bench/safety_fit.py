"""Fit the two safety models: `python -m bot.bench.safety_fit tests/core/safety_messages.jsonl --cards knowledge`.

rows → features, vectors → words model, meaning model → whole numbers → data file. The same rows give the same file.
Files hold a JSON object a line: id, text, lang, safety (null or a kind). The questions of the cards that are not for people
in danger count as harmless.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from bot.bench.labelled import knowledge
from bot.bench.networks import Adam, Numbers, layer, networks, shares, vectors_of
from bot.core import safety_model
from bot.core.card import Card
from bot.core.network import Layer
from bot.core.safety_model import BUCKETS, KINDS, Model

CLASSES = (None, *KINDS)
FOLDS = 5
WORDS_PULL = 1e-5  # towards 0
WORDS_STEPS = 120
SHARE_OF_WORDS = 0.4
URGENT = frozenset({"112", "1522"})
ALARMS = (0.01, 0.02, 0.03, 0.05, 0.10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A message and what the safety layer must make of it; `counts` False: it is learnt from, not measured on."""

    text: str
    kind: str | None
    counts: bool = False


def rows_of(path: Path, *, counts: bool) -> list[Row]:
    """The rows of a file."""
    found = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return [Row(text=row["text"], kind=row.get("safety"), counts=counts) for row in found]


def harmless(cards: Sequence[Card]) -> list[Row]:
    """What people ask the cards that are not for somebody in danger."""
    asked = (
        text
        for card in cards
        if not card.sensitive and URGENT.isdisjoint(phone.number for phone in card.phones)
        for text in (*card.questions, *(q for own in card.translations.values() for q in own.questions))
    )
    return [Row(text=text, kind=None) for text in dict.fromkeys(asked)]


class Sparse:
    """The word features of many messages, as one flat list of buckets and values."""

    def __init__(self, texts: Sequence[str]) -> None:
        found = [safety_model.features(text) for text in texts]
        parts = [(sorted(one.words), sorted(one.concepts), *safety_model.scale_of(one)) for one in found]
        self.sizes = np.array([len(words) + len(concepts) for words, concepts, _, _ in parts])
        self.buckets = np.array([at for words, concepts, _, _ in parts for at in (*words, *concepts)])
        self.values = np.concatenate(
            [
                np.r_[np.full(len(words), small), np.full(len(concepts), large)]
                for words, concepts, small, large in parts
            ]
        )
        self.starts = np.r_[0, np.cumsum(self.sizes)[:-1]]
        self.owner = np.repeat(np.arange(len(texts)), self.sizes)

    def times(self, weights: Numbers) -> Numbers:
        """Each message's sums."""
        sums: Numbers = np.add.reduceat(weights[self.buckets] * self.values[:, None], self.starts, axis=0)
        return sums

    def back(self, errors: Numbers) -> Numbers:
        """Each bucket's share in `errors`."""
        return np.stack(
            [
                np.bincount(self.buckets, weights=self.values * errors[self.owner, column], minlength=BUCKETS)
                for column in range(errors.shape[1])
            ],
            axis=1,
        )


def words_model(rows: Sequence[Row]) -> Layer:
    """One logistic rule a kind over the word features."""
    seen, wanted = Sparse([row.text for row in rows]), _wanted(rows)
    weights, biases = np.zeros((BUCKETS, len(CLASSES))), np.zeros(len(CLASSES))
    adam = Adam(weights, biases, forget=0.99)
    for step in range(WORDS_STEPS):
        errors = (shares(seen.times(weights) + biases) - wanted) / len(rows)
        rate = 0.3 * (1 - step / WORDS_STEPS) + 0.01
        adam.step(seen.back(errors) + WORDS_PULL * weights, errors.sum(axis=0), rate=rate)
    return layer((weights[:, 1:] - weights[:, :1]).T, biases[1:] - biases[0])


def fitted(rows: Sequence[Row], vectors: Numbers) -> Model:
    """Both models."""
    hidden, by_meaning = networks(vectors, _wanted(rows))
    return Model(
        by_words=words_model(rows), hidden=hidden, by_meaning=by_meaning, share_of_words=SHARE_OF_WORDS
    )


def _wanted(rows: Sequence[Row]) -> Numbers:
    return np.eye(len(CLASSES))[[CLASSES.index(row.kind) for row in rows]]


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--others",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Messages of other writers: learnt from too, and measured on.",
)
@click.option(
    "--cards",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Cards whose questions are harmless.",
)
@click.option(
    "--cache", type=click.Path(path_type=Path), help="Keep the meaning vectors here for the next time."
)
@click.option(
    "--folds", is_flag=True, help="Say what five folds of the other writers' messages give; write nothing."
)
@click.option(
    "--to", type=click.Path(path_type=Path), default=Path("bot/core") / safety_model.DATA, show_default=True
)
def main(
    files: tuple[Path, ...],
    others: tuple[Path, ...],
    cards: tuple[Path, ...],
    cache: Path | None,
    *,
    folds: bool,
    to: Path,
) -> None:
    """Fit on FILES and write the data file."""
    rows = [row for path in files for row in rows_of(path, counts=not others)]
    rows += [row for path in others for row in rows_of(path, counts=True)]
    rows += [row for path in cards for row in harmless(knowledge(path).cards)]
    rows = list({row.text: row for row in reversed(rows)}.values())
    vectors = vectors_of([row.text for row in rows], cache)
    if folds:
        tell_folds(rows, vectors)
    else:
        to.write_bytes(safety_model.packed(fitted(rows, vectors)))
        click.echo(f"{to}: {to.stat().st_size} bytes from {len(rows)} messages")


def tell_folds(rows: Sequence[Row], vectors: Numbers) -> None:
    """Print what each limit gives on messages no model has learnt from."""
    counting = [at for at, row in enumerate(rows) if row.counts]
    np.random.default_rng(7).shuffle(counting)
    by_words, by_both = np.zeros((len(rows), len(KINDS))), np.zeros((len(rows), len(KINDS)))
    for fold in range(FOLDS):
        held = counting[fold::FOLDS]
        rest = np.setdiff1d(np.arange(len(rows)), held)
        model = fitted([rows[at] for at in rest], vectors[rest])
        for at in held:
            by_words[at] = model.of_words(rows[at].text)
            by_both[at] = model.scores(rows[at].text, vectors[at].astype(np.float32))
    for name, scores in (("words", by_words), ("words and meaning", by_both)):
        click.echo(f"== {name}")
        _tell_limits([rows[at] for at in counting], scores[counting])


def _tell_limits(rows: Sequence[Row], scores: Numbers) -> None:
    best = scores.max(axis=1)
    due = np.array([row.kind is not None for row in rows])
    right = np.array([row.kind == KINDS[at] for row, at in zip(rows, scores.argmax(axis=1), strict=True)])
    calm = np.sort(best[~due])[::-1]
    for share in ALARMS:
        limit = calm[int(share * len(calm))]
        found, of_kind = (best > limit)[due].mean(), ((best > limit) & right)[due].mean()
        click.echo(
            f"limit {limit:6.2f}  false alarms {share:.2f}  recall {found:.3f}  of the right kind {of_kind:.3f}"
        )


if __name__ == "__main__":
    main()
