"""How well headlines are told apart: `portineria bench relevance FILE…`.

A file holds JSON lines: title, summary, categories, `housing`, `borderline` (true: a person should decide; null: either that or
"no" is right) and, where there is one, `group`. With --fit the learned weights are made from the files, with --cross each file
is judged by weights made from the others.
"""

import json
import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

import click

from bot import encoders
from bot.catalogs import SOURCE, texts
from bot.core.relevance import Hit, Item, Judgement, Rules, Verdict, hits, judge
from bot.core.relevance_meaning import judge_with
from bot.core.relevance_rules import RULES

FORMS = ("as given", "title alone", "summary alone", "no categories")
ROUNDS = 250
PULL_SIGNAL, PULL_WORD, PULL_BIAS = (
    1.0,
    3.0,
    0.3,
)  # of the weights towards the first guess; of words towards 0
BORDERLINE = 1.3  # what a borderline row counts beside a clear one
SEEN_IN = 2  # rows a word must stand in
LEAST = 0.05  # log odds; smaller words are left out
FIRST_GUESS = {
    "bias": (-4.0, -3.0),
    "c:housing": (4.5, 2.5),
    "c:near": (0.8, 1.5),
    "c:other": (-1.0, -0.5),
    "c:lure": (-3.0, 0.0),
}
FOLDS = 5
PER_LINE = 6  # weights of a line of the module

Weights = dict[str, tuple[float, float]]
Judging = Callable[[Item], Judgement]


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """An item with what should become of it."""

    id: str
    item: Item
    housing: bool
    borderline: bool | None
    group: str

    @property
    def answer(self) -> Verdict:
        """What the fit aims at."""
        if self.borderline:
            return Verdict.REVIEW
        return Verdict.HOUSING if self.housing else Verdict.NO


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--errors", is_flag=True, help="Print what went wrong, one JSON line each.")
@click.option(
    "--cross", is_flag=True, help="Judge each file by weights made from the others; then five folds."
)
@click.option(
    "--meaning/--no-meaning",
    default=True,
    help="By meaning too, where the model is installed; not with --cross.",
)
@click.option("--fit", is_flag=True, help="Print bot/core/relevance_weights.py, made from FILES.")
def relevance(files: tuple[Path, ...], *, errors: bool, cross: bool, meaning: bool, fit: bool) -> None:
    """Measure the verdicts on the labelled headlines in FILES."""
    rows = {path: headlines(path) for path in files}
    if fit:
        click.echo(_module(fitted([row for some in rows.values() for row in some]), rows), nl=False)
    elif cross:
        _tell_cross(rows)
    else:
        judging = _judging() if meaning else _by_words
        for path, some in rows.items():
            click.echo(f"== {path.name}, {len(some)} rows")
            _tell(some, judging)
            if errors:
                _tell_errors(some, judging)


def _by_words(item: Item, *, rules: Rules = RULES) -> Judgement:
    return judge(item, rules=rules)


def _judging() -> Judging:
    """By words and meaning where the model is installed, else by words; stderr says which."""
    model, _ = encoders.load()
    click.echo(texts(SOURCE).plain("classify_by_meaning" if model else "classify_by_words"), err=True)
    encode = lru_cache(maxsize=None)(model.encode) if model else None
    return partial(judge_with, encode, rules=RULES, texts=texts(SOURCE))


def headlines(path: Path) -> list[Headline]:
    """The rows of a file."""
    return [_headline(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _headline(row: Mapping[str, object]) -> Headline:
    categories = row.get("categories")
    borderline = row.get("borderline")
    return Headline(
        id=str(row["id"]),
        item=Item(
            title=str(row.get("title") or ""),
            summary=str(row.get("summary") or ""),
            categories=tuple(map(str, categories)) if isinstance(categories, list) else (),
        ),
        housing=bool(row["housing"]),
        borderline=None if borderline is None else bool(borderline),
        group=str(row.get("group") or row.get("kind") or ""),
    )


def figures(judged: Sequence[tuple[Headline, Verdict]]) -> dict[str, float]:
    """The shares that count, 0 to 1; of what is published though it is none also without the borderline rows."""

    def share(verdict: Verdict, among: Sequence[tuple[Headline, Verdict]]) -> float:
        return sum(found is verdict for _, found in among) / max(1, len(among))

    housing = [pair for pair in judged if pair[0].housing]
    clear = [pair for pair in judged if pair[0].borderline is False]
    return {
        "other published": share(Verdict.HOUSING, [pair for pair in judged if not pair[0].housing]),
        "clear ones": share(
            Verdict.HOUSING, [pair for pair in judged if not (pair[0].housing or pair[0].borderline)]
        ),
        "housing lost": share(Verdict.NO, housing),
        "clear housing published": share(Verdict.HOUSING, [pair for pair in clear if pair[0].housing]),
        "clear to review": share(Verdict.REVIEW, clear),
        "borderline to review": share(Verdict.REVIEW, [pair for pair in judged if pair[0].borderline]),
    }


def _tell(rows: Sequence[Headline], judging: Judging) -> None:
    _tell_forms(rows, judging)
    groups = Counter(row.group for row in rows)
    if len(groups) > 1:
        for group, size in sorted(groups.items()):
            found = Counter(judging(row.item).verdict for row in rows if row.group == group)
            counts = "  ".join(f"{verdict.value} {found[verdict]}" for verdict in Verdict)
            click.echo(f"   {group:24} {size:4}  {counts}")


def _tell_forms(rows: Sequence[Headline], judging: Judging) -> None:
    for form in FORMS:
        shown = [(row, item) for row in rows if (item := in_form(row.item, form))]
        if shown:
            tell(form, [(row, judging(item).verdict) for row, item in shown])


def tell(name: str, judged: Sequence[tuple[Headline, Verdict]]) -> None:
    told = "  ".join(f"{key} {value:.3f}" for key, value in figures(judged).items())
    click.echo(f"{name:16} {len(judged):4}  {told}")


def in_form(item: Item, form: str) -> Item | None:
    """`item` with less of it; None where that leaves it as it was, or empty."""
    match form:
        case "title alone":
            return replace(item, summary="", categories=()) if item.title and item.summary else None
        case "summary alone":
            return replace(item, title="", categories=()) if item.title and item.summary else None
        case "no categories":
            return replace(item, categories=()) if item.categories else None
        case _:
            return item


def _tell_errors(rows: Sequence[Headline], judging: Judging) -> None:
    for row in rows:
        found = judging(row.item)
        right = row.borderline is None and found.verdict is not Verdict.HOUSING
        if found.verdict is not row.answer and not right:
            told = {"id": row.id, "wanted": row.answer, "found": found.verdict, "score": found.score}
            told |= {"title": row.item.title, "reasons": found.reasons}
            click.echo(json.dumps(told, ensure_ascii=False))


def _tell_cross(rows: Mapping[Path, Sequence[Headline]]) -> None:
    for path, some in rows.items():
        others = [row for other, more in rows.items() if other != path for row in more]
        if others:
            click.echo(f"== {path.name}, {len(some)} rows, weights from the others")
            _tell_forms(some, partial(_by_words, rules=replace(RULES, learned=fitted(others))))
    click.echo("== five folds over all")
    whole = [row for some in rows.values() for row in some]
    found: dict[int, Verdict] = {}
    for fold in range(FOLDS):
        held = whole[fold::FOLDS]
        kept = [row for at, row in enumerate(whole) if at % FOLDS != fold]
        found |= {id(row): verdict for row, verdict in _judged(held, fitted(kept))}
    for path, some in rows.items():
        tell(path.stem[:16], [(row, found[id(row)]) for row in some])


def _judged(rows: Sequence[Headline], weights: Weights) -> list[tuple[Headline, Verdict]]:
    rules = replace(RULES, learned=weights)
    return [(row, judge(row.item, rules=rules).verdict) for row in rows]


@dataclass(slots=True)
class _Row:
    """One headline as the fit sees it: what its signals' first guesses say, its features, the right answer (0, 1, 2)."""

    base: list[float]
    features: list[tuple[str, float]]
    answer: int
    counts: float


def fitted(rows: Sequence[Headline], *, rules: Rules = RULES) -> Weights:
    """Weights by key: a softmax over the three verdicts ("no" is 0), by Adam over all rows at once; the same each time."""
    examples = list(_examples(rows, rules))
    seen = Counter(key for example in examples for key, _ in example.features)
    keys = ["bias", *sorted(key for key in seen if not key.startswith("w:") or seen[key] >= SEEN_IN)]
    known = set(keys)
    for example in examples:
        example.features = [(key, share) for key, share in example.features if key in known]
    weights = {key: list(FIRST_GUESS.get(key, (0.0, 0.0))) for key in keys}
    _descend(examples, weights)
    told = FIRST_GUESS | {key: (pair[0], pair[1]) for key, pair in weights.items()}
    return {
        key: (round(one, 2), round(other, 2))
        for key, (one, other) in told.items()
        if key in FIRST_GUESS or max(abs(one), abs(other)) >= LEAST
    }


def _examples(rows: Sequence[Headline], rules: Rules) -> Iterator[_Row]:
    order = (Verdict.HOUSING, Verdict.REVIEW, Verdict.NO)
    for row in rows:
        if found := hits(row.item, rules=rules, unknown=True):
            counts = BORDERLINE if row.borderline else 1.0
            features = [("bias", 1.0), *((key, share) for key, share in _strongest(found).items())]
            yield _Row(_base(found), features, order.index(row.answer), counts)


def _base(found: Sequence[Hit]) -> list[float]:
    return [
        sum(hit.first_guess.publish * hit.share for hit in found),
        sum(hit.first_guess.ask * hit.share for hit in found),
    ]


def _strongest(found: Sequence[Hit]) -> dict[str, float]:
    shares: dict[str, float] = {}
    for hit in found:
        shares[hit.key] = max(hit.share, shares.get(hit.key, 0.0))
    return shares


def _descend(examples: Sequence[_Row], weights: dict[str, list[float]]) -> None:
    mean = {key: [0.0, 0.0] for key in weights}
    spread = {key: [0.0, 0.0] for key in weights}
    for step in range(1, ROUNDS + 1):
        slope = _slope(examples, weights)
        pace = 0.06 * 0.99 ** (step - 1)
        for key, pair in weights.items():
            guess = FIRST_GUESS.get(key, (0.0, 0.0))
            for at in (0, 1):
                by = slope[key][at] + _pull(key) * (pair[at] - guess[at])
                mean[key][at] = 0.9 * mean[key][at] + 0.1 * by
                spread[key][at] = 0.99 * spread[key][at] + 0.01 * by * by
                high = mean[key][at] / (1 - 0.9**step)
                pair[at] -= pace * high / (math.sqrt(spread[key][at] / (1 - 0.99**step)) + 1e-8)


def _slope(examples: Sequence[_Row], weights: Mapping[str, list[float]]) -> dict[str, list[float]]:
    slope = {key: [0.0, 0.0] for key in weights}
    for example in examples:
        publish, ask = example.base
        for key, share in example.features:
            pair = weights[key]
            publish += pair[0] * share
            ask += pair[1] * share
        top = max(publish, ask, 0.0)
        first, second, third = math.exp(publish - top), math.exp(ask - top), math.exp(-top)
        whole = first + second + third
        off = example.counts * (first / whole - (example.answer == 0))
        off_ask = example.counts * (second / whole - (example.answer == 1))
        for key, share in example.features:
            pair = slope[key]
            pair[0] += off * share
            pair[1] += off_ask * share
    return slope


def _pull(key: str) -> float:
    if key == "bias":
        return PULL_BIAS
    return PULL_WORD if key.startswith("w:") else PULL_SIGNAL


def _module(weights: Weights, rows: Mapping[Path, Sequence[Headline]]) -> str:
    count = sum(map(len, rows.values()))
    lines = [
        f'"""Learned weights of relevance, from {count} headlines: made by `portineria bench relevance --fit`, not by hand.',
        "",
        'Keys: "bias", signals ("s:ID", added to their own weight), categories ("c:…"), stems and pairs of stems ("w:…").',
        "Log odds for publishing and for asking a person, against leaving the item out.",
        '"""',
        "",
        "from collections.abc import Mapping",
        "",
        "WEIGHTS: Mapping[str, tuple[float, float]] = {",
    ]
    pairs = [f'"{key}": ({one}, {other}),' for key, (one, other) in sorted(weights.items())]
    lines += ["    " + " ".join(pairs[at : at + PER_LINE]) for at in range(0, len(pairs), PER_LINE)]
    return "\n".join([*lines, "}  # fmt: skip", ""])
