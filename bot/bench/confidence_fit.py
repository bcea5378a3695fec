"""Fit the confidence's coefficients: `python -m bot.bench.confidence_fit CARDS QUESTIONS… [--more CARDS QUESTIONS]…` prints them.

Rows: every question as it is (1: the best card is right), each in-scope question once more with its right cards taken
away (0, at a third of the weight), and the questions of other domains (0). Printed too: AUROC and the curve where each
file is judged by a fit on the others, so that nobody trusts the fit's own figures.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from bot.bench.answers import with_meaning
from bot.bench.labelled import Embed, Labelled, families, knowledge, question_of, questions
from bot.core import confidence
from bot.core.directory import Directory, prepare, ranked, understand

Values = NDArray[np.float64]

REMOVED_WEIGHT = 0.3
RIDGE = 1.0  # pull of the coefficients towards 0, each feature at a spread of 1; without it the scarce ones run away
SHARES = (0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)


@dataclass(frozen=True, slots=True)
class Example:
    """One row of the fit; `group` names who wrote it: nobody's questions are judged by a fit on the same writer's."""

    group: str
    kind: str
    features: Mapping[str, float]
    right: bool
    weight: float


def examples(
    directory: Directory, rows: Sequence[Labelled], *, group: str = "", embed: Embed | None = None
) -> Iterator[Example]:
    """What the confidence sees of each question."""
    family = families(directory.knowledge)
    for row in rows:
        if row.safety and not row.expected:
            continue
        wanted = {family.get(one, one) for one in row.expected}
        if found := _features(directory, row, embed):
            yield Example(group, "in" if wanted else "out", found[1], found[0] in wanted, 1.0)
        if wanted and (found := _features(_without(directory, wanted), row, embed)):
            yield Example(group, "removed", found[1], False, REMOVED_WEIGHT)


def fitted(rows: Sequence[Example]) -> dict[str, float]:
    """Coefficients by feature, by Newton's method."""
    names = list(rows[0].features)
    values = np.array([[row.features[name] for name in names] for row in rows])
    right, weights = np.array([row.right for row in rows]), np.array([row.weight for row in rows])
    spread = np.where(values.std(axis=0) > 0, values.std(axis=0), 1.0)
    scaled = values / spread
    pull = np.array([0.0 if name == "bias" else RIDGE for name in names]) + 1e-9
    found = np.zeros(len(names))

    def likely(weights_tried: Values) -> float:
        margins = scaled @ weights_tried
        fit = float(np.sum(weights * (right * margins - np.logaddexp(0, margins))))
        return fit - 0.5 * float(np.sum(pull * weights_tried**2))

    for _ in range(60):
        p = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (weights * (right - p)) - pull * found
        curve = (scaled * (weights * p * (1 - p))[:, None]).T @ scaled + np.diag(pull)
        step = np.linalg.solve(curve, slope)
        while np.abs(step).max() > 1e-7 and likely(found + step) < likely(found):
            step /= 2  # too far: from here the curve bends the other way
        found = found + step
        if np.abs(step).max() < 1e-7:
            break
    return dict(zip(names, map(float, found / spread), strict=True))


def probability(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The logistic rule."""
    return float(1 / (1 + np.exp(-sum(weights[name] * value for name, value in features.items()))))


@click.command()
@click.argument("cards", type=click.Path(exists=True, path_type=Path))
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--meaning/--no-meaning", default=True, help="With the meaning models, or by words alone.")
@click.option(
    "--cache", type=click.Path(path_type=Path, dir_okay=False), help="A database that keeps the vectors."
)
@click.option(
    "--more",
    multiple=True,
    type=(Path, Path),
    metavar="CARDS FILE",
    help="Other cards, with their questions.",
)
def fit(
    cards: Path,
    files: tuple[Path, ...],
    *,
    meaning: bool,
    cache: Path | None,
    more: tuple[tuple[Path, Path], ...],
) -> None:
    """Print coefficients fitted on FILES for the cards in CARDS, and what each file says of a fit on the others."""
    asked: dict[Path, list[Path]] = {cards: [*files]}
    for others, file in more:
        asked.setdefault(others, []).append(file)
    rows: list[Example] = []
    for source, its in asked.items():
        directory = prepare(knowledge(source))
        embed: Embed | None = None
        if meaning:
            directory, embed = with_meaning(directory, cache)
        for file in its:
            rows += examples(directory, questions([file]), group=str(file), embed=embed)
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
    for group in groups if len(groups) > 1 else ():
        weights = fitted([row for row in rows if row.group != group])
        yield from ((row, probability(weights, row.features)) for row in rows if row.group == group)


def _features(
    directory: Directory, row: Labelled, embed: Embed | None
) -> tuple[str, dict[str, float]] | None:
    question = question_of(row, embed)
    ranking = ranked(understand(question, directory), directory)
    if not ranking.cards:
        return None
    return confidence.family(ranking.cards[0]), confidence.features(ranking)


def _without(directory: Directory, wanted: set[str]) -> Directory:
    """The same directory as if the cards of `wanted` could not answer."""
    family = families(directory.knowledge)
    hidden = frozenset(one for one, name in family.items() if name in wanted)
    return replace(directory, hidden=hidden)


if __name__ == "__main__":
    fit()
