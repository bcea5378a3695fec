"""Fit the two safety models: `python -m bot.bench.safety_fit tests/core/safety_messages.jsonl --cards knowledge`.

rows → features, vectors → words model, meaning model → whole numbers → data file. The same rows give the same file.
Files hold a JSON object a line: id, text, lang, safety (null or a kind). The questions of the cards that are not for people
in danger are harmless; so are ordinary questions of others. They count less than a trap: who is in danger often asks one too.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from bot.bench import fitting
from bot.bench.labelled import knowledge
from bot.bench.networks import Adam, Numbers, layer, networks, shares, vectors_of
from bot.core import romanised, safety_model
from bot.core.card import Card
from bot.core.network import Layer
from bot.core.safety_model import BUCKETS, KINDS, Model

CLASSES = (None, *KINDS)
WORDS_PULL = 1e-5  # towards 0
WORDS_STEPS = 120
SHARE_OF_WORDS = 0.8
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
URGENT = frozenset({"112", "1522"})
ALARMS = (0.01, 0.02, 0.05, 0.10)
OF_OTHERS, OF_CARDS = 1.0, 0.3  # what an ordinary question counts in the fit beside a message written for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A message and what the safety layer must make of it; without `writer` it is learnt from, not measured on."""

    text: str
    kind: str | None
    counts: float = 1.0  # in the fit, beside the others
    writer: Path | None = None  # the file it stands in


def rows_of(path: Path, *, counts: float = 1.0, measured: bool = False) -> list[Row]:
    """The rows of a file."""
    found = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    writer = path if measured else None
    return [Row(text=_as_asked(row), kind=row.get("safety"), counts=counts, writer=writer) for row in found]


def _as_asked(row: Mapping[str, str]) -> str:
    """The text as the safety layer meets it: Ukrainian in Latin letters is written back first."""
    latin = row.get("lang") == "uk" and not _CYRILLIC.search(row["text"])
    return romanised.written_back(row["text"]) if latin else row["text"]


def harmless(cards: Sequence[Card]) -> list[Row]:
    """What people ask the cards that are not for somebody in danger."""
    asked = (
        text
        for card in cards
        if not card.sensitive and URGENT.isdisjoint(phone.number for phone in card.phones)
        for text in (*card.questions, *(q for own in card.translations.values() for q in own.questions))
    )
    return [Row(text=text, kind=None, counts=OF_CARDS) for text in dict.fromkeys(asked)]


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
    counts = _counts(rows)[:, None] / _counts(rows).sum()
    weights, biases = np.zeros((BUCKETS, len(CLASSES))), np.zeros(len(CLASSES))
    adam = Adam(weights, biases, forget=0.99)
    for step in range(WORDS_STEPS):
        errors = (shares(seen.times(weights) + biases) - wanted) * counts
        rate = 0.3 * (1 - step / WORDS_STEPS) + 0.01
        adam.step(seen.back(errors) + WORDS_PULL * weights, errors.sum(axis=0), rate=rate)
    return layer((weights[:, 1:] - weights[:, :1]).T, biases[1:] - biases[0])


def fitted(rows: Sequence[Row], vectors: Numbers) -> Model:
    """Both models."""
    hidden, by_meaning = networks(vectors, _wanted(rows), counts=_counts(rows))
    return Model(
        by_words=words_model(rows), hidden=hidden, by_meaning=by_meaning, share_of_words=SHARE_OF_WORDS
    )


def _wanted(rows: Sequence[Row]) -> Numbers:
    return np.eye(len(CLASSES))[[CLASSES.index(row.kind) for row in rows]]


def _counts(rows: Sequence[Row]) -> Numbers:
    return np.array([row.counts for row in rows])


@click.command()
@fitting.files
@fitting.more("--others", "Messages of another writer: learnt from too, and measured on.")
@fitting.more("--questions", "Ordinary questions of another writer: learnt from too, and measured on.")
@fitting.more("--cards", "Cards whose questions are harmless.")
@fitting.cache
@click.option(
    "--writers", is_flag=True, help="Say what is made of each writer's messages without them; write nothing."
)
@fitting.to(safety_model.DATA)
def main(
    files: tuple[Path, ...],
    others: tuple[Path, ...],
    questions: tuple[Path, ...],
    cards: tuple[Path, ...],
    cache: Path | None,
    *,
    writers: bool,
    to: Path,
) -> None:
    """Fit on FILES and write the data file."""
    rows = [row for path in files for row in rows_of(path)]
    rows += [row for path in others for row in rows_of(path, measured=True)]
    rows += [row for path in questions for row in rows_of(path, measured=True, counts=OF_OTHERS)]
    rows += [row for path in cards for row in harmless(knowledge(path).cards)]
    rows = list({row.text: row for row in reversed(rows)}.values())
    vectors = vectors_of([row.text for row in rows], cache)
    if writers:
        tell_writers(rows, vectors, ordinary=frozenset(questions))
    else:
        to.write_bytes(safety_model.packed(fitted(rows, vectors)))
        click.echo(f"{to}: {to.stat().st_size} bytes from {len(rows)} messages")


def tell_writers(rows: Sequence[Row], vectors: Numbers, *, ordinary: frozenset[Path]) -> None:
    """Print what each limit gives on the messages of a writer from whom nothing was learnt."""
    by_words, by_both = np.zeros(len(rows)), np.zeros(len(rows))
    writers = sorted({row.writer for row in rows if row.writer is not None})
    for writer in writers:
        rest = [at for at, row in enumerate(rows) if row.writer != writer]
        model = fitted([rows[at] for at in rest], vectors[rest])
        for at in (at for at, row in enumerate(rows) if row.writer == writer):
            by_words[at] = max(model.of_words(rows[at].text))
            by_both[at] = max(model.scores(rows[at].text, vectors[at].astype(np.float32)))
    asked = np.array([row.writer in ordinary for row in rows])
    due = np.array([row.kind is not None for row in rows])
    others = [writer for writer in writers if writer not in ordinary]
    groups = {f"{one.parent.name}/{one.name}": [one] for one in others} | {"all": others}
    for title, scores in (("by words", by_words), ("by words and meaning", by_both)):
        for name, group in groups.items():
            click.echo(f"== {title}, {name}")
            there = np.array([row.writer in group for row in rows])
            _tell_limits(scores[there & due], scores[there & ~due], scores[asked])


def _tell_limits(due: Numbers, traps: Numbers, asked: Numbers) -> None:
    """What is heard where this share of the traps, or of the ordinary questions, is heard too."""
    figures = {"recall": due, "traps": traps, "ordinary": asked}
    for title, calm in (("traps", traps), ("ordinary", asked)):
        for share in ALARMS if len(calm) else ():
            limit = np.sort(calm)[::-1][int(share * len(calm))]
            parts = (
                f"{name} {(scores > limit).mean():.3f}" for name, scores in figures.items() if len(scores)
            )
            click.echo("  ".join([f"{share:.2f} of {title:9s} limit {limit:6.2f}", *parts]))


if __name__ == "__main__":
    main()
