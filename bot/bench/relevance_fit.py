"""Fit relevance by meaning: `python -m bot.bench.relevance_fit FILE…`, one file a writer.

headlines → forms (as given, title alone, summary alone …) → vectors → network ┐
                                   words, by weights from the other writers ───┴→ how much each counts → data file

The network and the words are weighed on rows of writers that neither has learnt from; --cross says what that gives, every
file judged by all that was made from the others. The same files give the same data.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
import numpy as np

from bot.bench import relevance as words
from bot.bench.networks import Numbers, networks, shares, vectors_of
from bot.bench.relevance import Headline, headlines
from bot.core import network, relevance_meaning
from bot.core.network import Layer
from bot.core.relevance import Item, Rules, Verdict, Weight, chances, judge, verdict_of
from bot.core.relevance_meaning import Model, features, text_of
from bot.core.relevance_rules import RULES

ANSWERS = (Verdict.HOUSING, Verdict.REVIEW, Verdict.NO)
FORMS = ("as given", "title alone", "summary alone", "no categories", "upper case", "cut summary")
PARTS = 0.5  # what a title or a summary alone counts beside the whole: some do not say what they are about
CUT = 10  # words of a cut summary
STEPS, PULL = 2000, 0.002  # of the weighing
PUBLISH_FROM, DROP_FROM = 0.35, 0.45  # where leaving one writer out gives the best shares (docs/news.md)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A headline in one of its forms."""

    row: Headline
    form: str
    item: Item
    writer: str
    counts: float

    @property
    def wanted(self) -> int:
        """The place of the right answer in ANSWERS."""
        return ANSWERS.index(self.row.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All examples with what is known of them: their vectors, and what others' weights make of their words."""

    examples: Sequence[Example]
    vectors: Numbers
    by_words: Sequence[Weight]

    def of(self, *writers: str) -> list[int]:
        """The places of these writers' examples."""
        return [at for at, example in enumerate(self.examples) if example.writer in writers]


def examples(files: Mapping[str, Sequence[Headline]]) -> Iterator[Example]:
    """Every headline in every form it has."""
    for writer, rows in files.items():
        for row in rows:
            shown = {form: item for form in FORMS if (item := _in_form(row.item, form))}
            for form, item in shown.items():
                alone = form in {"title alone", "summary alone"}
                yield Example(row=row, form=form, item=item, writer=writer, counts=PARTS if alone else 1.0)


def _in_form(item: Item, form: str) -> Item | None:
    both = item.title and item.summary
    match form:
        case "upper case":
            return replace(item, title=item.title.upper()) if item.title else None
        case "cut summary":
            short = " ".join(item.summary.split()[:CUT]) + "…"
            return replace(item, summary=short) if both and len(short) < len(item.summary) else None
        case _:
            return words.in_form(item, form)


def seen(files: Mapping[str, Sequence[Headline]], *, cache: Path | None) -> Seen:
    """The examples of `files`; the words of each are weighed by what the others' headlines teach."""
    every = list(examples(files))
    vectors = vectors_of([text_of(example.item) for example in every], cache)
    rules = {writer: _without(writer, files) for writer in files}
    by_words = [judge(example.item, rules=rules[example.writer]).evidence for example in every]
    return Seen(examples=every, vectors=vectors, by_words=by_words)


def _without(writer: str, files: Mapping[str, Sequence[Headline]]) -> Rules:
    others = [row for other, rows in files.items() if other != writer for row in rows]
    return replace(RULES, learned=words.fitted(others)) if others else RULES


def fitted(known: Seen, writers: Sequence[str]) -> Model:
    """The model made of what these writers wrote."""
    places, meant = [], []
    for writer in writers:
        held = known.of(writer)
        places += held
        meant += meant_by(
            _network(known, known.of(*(other for other in writers if other != writer))), known, held
        )
    publish, ask = _weighing(known, places, meant)
    hidden, outer = _network(known, known.of(*writers))
    return Model(
        hidden=hidden, outer=outer, publish=publish, ask=ask, publish_from=PUBLISH_FROM, drop_from=DROP_FROM
    )


def _network(known: Seen, places: Sequence[int]) -> tuple[Layer, Layer]:
    """Learnt from different texts: forms that differ in nothing the network sees count once."""
    first = {(text_of(known.examples[at].item), known.examples[at].wanted): at for at in reversed(places)}
    kept = sorted(first.values())
    wanted = np.eye(len(ANSWERS))[[known.examples[at].wanted for at in kept]]
    return networks(known.vectors[kept], wanted, counts=np.array([known.examples[at].counts for at in kept]))


def meant_by(layers: tuple[Layer, Layer], known: Seen, places: Sequence[int]) -> list[Weight]:
    """What a network says of some examples: log odds against "no"."""
    found = []
    for at in places:
        housing, doubt, no = map(float, network.outputs(*layers, known.vectors[at].astype(np.float32)))
        found.append(Weight(housing - no, doubt - no))
    return found


def _weighing(
    known: Seen, places: Sequence[int], meant: Sequence[Weight]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """How much meaning and words count, for publishing and for asking: a softmax by plain descent."""
    inputs = np.array([features(one, known.by_words[at]) for one, at in zip(meant, places, strict=True)])
    wanted = np.eye(len(ANSWERS))[[known.examples[at].wanted for at in places]]
    counts = np.array([known.examples[at].counts for at in places])
    counts /= counts.sum()
    weights = np.zeros((inputs.shape[1], 2))
    for _ in range(STEPS):
        sums = np.column_stack((inputs @ weights, np.zeros(len(inputs))))
        errors = (shares(sums) - wanted)[:, :2] * counts[:, None]
        weights -= 0.05 * (inputs.T @ errors + PULL * weights)
    publish, ask = (tuple(round(float(one), 4) for one in column) for column in weights.T)
    return publish, ask


def verdicts(made: Model, known: Seen, places: Sequence[int]) -> list[Verdict]:
    """What becomes of some examples."""
    found = []
    for at in places:
        judgement = judge(known.examples[at].item, rules=RULES)
        vector = known.vectors[at].astype(np.float32)
        _, together = made.look(replace(judgement, evidence=known.by_words[at]), vector)
        publish, _, no = chances(together)
        found.append(verdict_of(publish, no, publish_from=made.publish_from, drop_from=made.drop_from))
    return found


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--cache", type=click.Path(path_type=Path), help="Keep the vectors here for the next time.")
@click.option("--cross", is_flag=True, help="Judge each file by what the others teach; write nothing.")
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    default=Path("bot/core") / relevance_meaning.DATA,
    show_default=True,
)
def main(files: tuple[Path, ...], *, cache: Path | None, cross: bool, to: Path) -> None:
    """Fit on FILES and write the data file."""
    rows = {str(path): headlines(path) for path in files}
    known = seen(rows, cache=cache)
    if cross:
        _tell_cross(known, list(rows))
    else:
        to.write_bytes(relevance_meaning.packed(fitted(known, list(rows))))
        click.echo(f"{to}: {to.stat().st_size} bytes from {sum(map(len, rows.values()))} headlines")


def _tell_cross(known: Seen, writers: Sequence[str]) -> None:
    """Print the five shares of each file, and of all, in every form."""
    found: dict[int, Verdict] = {}
    for writer in writers:
        made = fitted(known, [other for other in writers if other != writer])
        places = known.of(writer)
        found |= dict(zip(places, verdicts(made, known, places), strict=True))
        click.echo(f"== {Path(writer).name}, all from the others")
        _tell_forms(known, places, found)
    click.echo("== all of them")
    _tell_forms(known, range(len(known.examples)), found)


def _tell_forms(known: Seen, places: Sequence[int], found: Mapping[int, Verdict]) -> None:
    for form in FORMS:
        some = [at for at in places if known.examples[at].form == form]
        if some:
            words.tell(form, [(known.examples[at].row, found[at]) for at in some])


if __name__ == "__main__":
    main()
