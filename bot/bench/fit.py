"""Fit the confidence's coefficients: `python -m bot.bench.fit CARDS QUESTIONS…` prints them as Python.

Rows: every question as it is (1: the best card is right), each in-scope question once more with its right cards taken
away (0, at a third of the weight), and the questions of other domains (0). Printed too: AUROC and the curve of a
five-fold split, so that nobody trusts the fit's own figures.
"""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from bot import langid
from bot.bench.labelled import Labelled, families, knowledge, questions
from bot.core import confidence
from bot.core.directory import Directory, Question, prepare, ranked, understand

REMOVED_WEIGHT = 0.3
RIDGE = 0.4  # pull of the coefficients towards 0; without it the scarce features run away
FOLDS = 5
SHARES = (0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)


@dataclass(frozen=True, slots=True)
class Example:
    """One row of the fit; `group` keeps a question and its reduced twin in the same fold."""

    group: str
    kind: str
    features: Mapping[str, float]
    right: bool
    weight: float


def examples(directory: Directory, rows: Sequence[Labelled]) -> Iterator[Example]:
    """What the confidence sees of each question."""
    family = families(directory.knowledge)
    for row in rows:
        if row.safety and not row.expected:
            continue
        wanted = {family.get(one, one) for one in row.expected}
        if found := _features(directory, row):
            yield Example(row.id, "in" if wanted else "out", found[1], found[0] in wanted, 1.0)
        if wanted and (found := _features(_without(directory, wanted), row)):
            yield Example(row.id, "removed", found[1], False, REMOVED_WEIGHT)


def fitted(rows: Sequence[Example]) -> dict[str, float]:
    """Coefficients by feature, by Newton's method."""
    names = list(rows[0].features)
    weights = dict.fromkeys(names, 0.0)
    for _ in range(30):
        step = _newton_step(rows, names, weights)
        weights = {name: weights[name] + step[name] for name in names}
        if max(map(abs, step.values())) < 1e-7:
            break
    return weights


def probability(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The logistic rule."""
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in features.items())))


@click.command()
@click.argument("cards", type=click.Path(exists=True, path_type=Path))
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def fit(cards: Path, files: tuple[Path, ...]) -> None:
    """Print coefficients fitted on FILES for the cards in CARDS, and what five folds say of them."""
    directory = prepare(knowledge(cards))
    rows = list(examples(directory, questions(files)))
    _tell_folds(rows)
    for name, value in fitted(rows).items():
        click.echo(f'    "{name}": {value:.3f},')


def _tell_folds(rows: Sequence[Example]) -> None:
    scored = list(_crossed(rows))
    right = [p for row, p in scored if row.right]
    out = [p for row, p in scored if row.kind == "out"]
    better = sum((a > b) + (a == b) / 2 for a in right for b in out) / max(1, len(right) * len(out))
    click.echo(f"# rows {len(rows)}, AUROC right against other domains {better:.3f}")
    for least in SHARES:
        parts = [f"# t {least:.2f}"]
        for kind in ("in", "out", "removed"):
            of_kind = [(row, p) for row, p in scored if row.kind == kind]
            shown = [row for row, p in of_kind if p >= least]
            parts.append(f"{kind} answered {len(shown) / max(1, len(of_kind)):.3f}")
            if kind == "in":
                parts.append(f"wrong {sum(not row.right for row in shown) / max(1, len(of_kind)):.3f}")
        click.echo("  ".join(parts))


def _crossed(rows: Sequence[Example]) -> Iterator[tuple[Example, float]]:
    groups = sorted({row.group for row in rows})
    random.Random(7).shuffle(groups)  # noqa: S311  (a split, no secret)
    for fold in range(FOLDS):
        held = set(groups[fold::FOLDS])
        weights = fitted([row for row in rows if row.group not in held])
        yield from ((row, probability(weights, row.features)) for row in rows if row.group in held)


def _features(directory: Directory, row: Labelled) -> tuple[str, dict[str, float]] | None:
    question = Question(
        text=row.text, today=datetime.now(UTC).date(), quarter=row.quarter, model=langid.scores(row.text)
    )
    ranking = ranked(understand(question, directory), directory)
    if not ranking.cards:
        return None
    return confidence.family(ranking.cards[0]), confidence.features(ranking)


def _without(directory: Directory, wanted: set[str]) -> Directory:
    """The same directory as if the cards of `wanted` could not answer."""
    family = families(directory.knowledge)
    hidden = frozenset(one for one, name in family.items() if name in wanted)
    return replace(directory, hidden=hidden)


def _newton_step(
    rows: Sequence[Example], names: Sequence[str], weights: Mapping[str, float]
) -> dict[str, float]:
    size = len(names)
    gradient = [-RIDGE * weights[name] * (name != "bias") for name in names]
    hessian = [[RIDGE * (at == other) if names[at] != "bias" else 1e-9 * (at == other) for other in range(size)] for at in range(size)]  # fmt: skip
    for row in rows:
        values = [row.features[name] for name in names]
        p = probability(weights, row.features)
        error, curve = row.weight * (row.right - p), row.weight * p * (1 - p)
        for at, value in enumerate(values):
            gradient[at] += error * value
            for other, second in enumerate(values):
                hessian[at][other] += curve * value * second
    return dict(zip(names, _solved(hessian, gradient), strict=True))


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a small linear system, by elimination."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for at in range(size):
        pivot = max(range(at, size), key=lambda line: abs(rows[line][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for other in range(size):
            if other != at and (share := rows[other][at] / rows[at][at]):
                rows[other] = [a - share * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [rows[at][size] / rows[at][at] for at in range(size)]


if __name__ == "__main__":
    fit()
