"""Fit relevance by meaning: `python -m bot.bench.relevance_fit FILE…`, one file a writer.

headlines → forms (as given, title alone, summary alone …) → vectors → quadratic forms ┐
                                   words, by weights from the other writers ───────────┴→ how much each counts → data file

The forms are ridge regressions with a quadratic kernel: exact, no search, and what they say of each writer without having
learnt from that writer follows from the same inverse. Forms and words are weighed on that; --cross says what comes of it.
The same files give the same data.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
import numpy as np

from bot.bench import fitting
from bot.bench import relevance as words
from bot.bench.networks import Numbers, layer, shares, vectors_of
from bot.bench.relevance import Headline, headlines
from bot.core import relevance_meaning
from bot.core.relevance import Item, Judgement, Rules, Verdict, Weight, judge
from bot.core.relevance_meaning import Model, decided, features, text_of
from bot.core.relevance_rules import RULES

ANSWERS = (Verdict.HOUSING, Verdict.REVIEW, Verdict.NO)
FORMS = ("as given", "title alone", "summary alone", "no categories", "upper case", "cut summary")
PARTS = 0.5  # what a title or a summary alone counts beside the whole: some do not say what they are about
CUT = 10  # words of a cut summary
RIDGE = 0.03
SCALE = 6.0  # of what the forms say, so that it weighs about as much as what the words say
STEPS, PULL = 2000, 0.002  # of the weighing


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
    by_words: Sequence[Judgement]

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
    by_words = [judge(example.item, rules=rules[example.writer]) for example in every]
    return Seen(examples=every, vectors=vectors, by_words=by_words)


def _without(writer: str, files: Mapping[str, Sequence[Headline]]) -> Rules:
    others = [row for other, rows in files.items() if other != writer for row in rows]
    return replace(RULES, learned=words.fitted(others)) if others else RULES


class Forms:
    """What meaning alone says, as learnt from all writers, and `apart` of each example without its own writer: log odds."""

    def __init__(self, known: Seen) -> None:
        """Takes a minute or two, and three times 8 bytes for each pair of different texts."""
        texts = [(text_of(example.item), example.wanted) for example in known.examples]
        first = {text: at for at, text in reversed(list(enumerate(texts)))}
        kept = sorted(first.values())  # forms that differ in nothing that is embedded count once
        self.centre = known.vectors.mean(axis=0)
        self._inputs = self.centred(known.vectors[kept])
        answers = np.eye(len(ANSWERS))[[known.examples[at].wanted for at in kept]]
        wanted = SCALE * (answers[:, :2] - answers[:, 2:])
        kernel = ((1 + self._inputs @ self._inputs.T) / 2) ** 2
        kernel[np.diag_indices(len(kept))] += RIDGE / np.array([known.examples[at].counts for at in kept])
        inverse = np.linalg.inv(kernel)
        self._weights = inverse @ wanted
        without = np.empty_like(wanted)
        writers = np.array([known.examples[at].writer for at in kept])
        for writer in set(writers):
            own = np.flatnonzero(writers == writer)
            without[own] = wanted[own] - np.linalg.solve(inverse[np.ix_(own, own)], self._weights[own])
        place = {at: number for number, at in enumerate(kept)}
        self.apart = [Weight(*map(float, without[place[first[text]]])) for text in texts]

    def centred(self, vectors: Numbers) -> Numbers:
        """As the forms take them: from the middle of all, of length 1."""
        moved = vectors - self.centre
        lengths: Numbers = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
        return np.asarray(moved / lengths)

    def model(self, publish: tuple[float, ...], ask: tuple[float, ...]) -> Model:
        """Everything as data; `publish` and `ask` come of the weighing."""
        made = []
        for weights in self._weights.T:
            weighed = self._inputs * weights[:, None]
            made.append(layer(weighed.T @ self._inputs / 4, weighed.sum(axis=0) / 2))
        first, second = (float(weights.sum()) / 4 for weights in self._weights.T)
        return Model(
            centre=tuple(round(float(one), 6) for one in self.centre),
            housing=made[0],
            doubt=made[1],
            offsets=(first, second),
            publish=publish,
            ask=ask,
        )


def fitted(known: Seen, weighed: Sequence[str]) -> Model:
    """The model made of everything; how much forms and words count comes of the writers in `weighed`."""
    forms = Forms(known)
    return forms.model(*_weighing(known, known.of(*weighed), forms.apart))


def _weighing(
    known: Seen, places: Sequence[int], meant: Sequence[Weight]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """How much meaning and words count, for publishing and for asking: a softmax by plain descent."""
    inputs = np.array([features(meant[at], known.by_words[at].evidence) for at in places])
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


def crossed(known: Seen, weighed: Sequence[str]) -> list[Verdict]:
    """What becomes of each example by what the other writers taught: forms, words and their weighing."""
    forms = Forms(known)
    found: dict[int, Verdict] = {}
    for writer in dict.fromkeys(example.writer for example in known.examples):
        others = [other for other in weighed if other != writer]
        publish, ask = _weighing(known, known.of(*others), forms.apart)
        for at in known.of(writer):
            both = features(forms.apart[at], known.by_words[at].evidence)
            together = Weight(float(np.dot(publish, both)), float(np.dot(ask, both)))
            found[at] = decided(together, heard=known.by_words[at].heard)
    return [found[at] for at in range(len(known.examples))]


@click.command()
@fitting.files
@fitting.more(
    "--weigh", "Weigh words and meaning on these of FILES: those that nobody had read who wrote the signals."
)
@fitting.cache
@click.option("--cross", is_flag=True, help="Judge each file by what the others teach; write nothing.")
@fitting.to(relevance_meaning.DATA)
def main(
    files: tuple[Path, ...], weigh: tuple[Path, ...], *, cache: Path | None, cross: bool, to: Path
) -> None:
    """Fit on FILES and write the data file."""
    rows = {str(path): headlines(path) for path in files}
    known = seen(rows, cache=cache)
    weighed = [str(path) for path in weigh or files]
    if cross:
        _tell_cross(known, list(rows), weighed)
    else:
        to.write_bytes(relevance_meaning.packed(fitted(known, weighed)))
        click.echo(f"{to}: {to.stat().st_size} bytes from {sum(map(len, rows.values()))} headlines")


def _tell_cross(known: Seen, writers: Sequence[str], weighed: Sequence[str]) -> None:
    """Print the five shares of each file, and of all, in every form."""
    found = crossed(known, weighed)
    for writer in writers:
        click.echo(f"== {Path(writer).name}, all from the others")
        _tell_forms(known, known.of(writer), found)
    click.echo("== those weighed on, all from the others")
    _tell_forms(known, known.of(*weighed), found)


def _tell_forms(known: Seen, places: Sequence[int], found: Sequence[Verdict]) -> None:
    for form in FORMS:
        some = [at for at in places if known.examples[at].form == form]
        if some:
            words.tell(form, [(known.examples[at].row, found[at]) for at in some])


if __name__ == "__main__":
    main()
