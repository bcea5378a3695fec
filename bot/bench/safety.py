"""How well danger is heard, and how often it is heard where there is none: `portineria bench safety FILE…`."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from bot import encoders
from bot.bench.labelled import Labelled, questions
from bot.core import safety
from bot.core.safety import Danger, Finding
from bot.encoders import Encoder


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A message with what was made of it."""

    row: Labelled
    finding: Finding | None
    seconds: float

    @property
    def right(self) -> bool:
        """Taken for certain, and for the right kind."""
        return self.finding is not None and self.finding.sure and self.finding.kind == self.row.safety

    @property
    def certain(self) -> bool:
        """Taken for certain, of whatever kind."""
        return self.finding is not None and self.finding.sure

    @property
    def noticed(self) -> bool:
        """Help is shown, alone or beside the answer."""
        return self.finding is not None


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--meaning/--no-meaning", default=True, help="By meaning too, where the models are installed.")
@click.option("--errors", is_flag=True, help="Print the messages that were heard wrong, one JSON line each.")
def main(files: tuple[Path, ...], *, meaning: bool, errors: bool) -> None:
    """Measure how danger is heard in labelled messages.

    FILES hold JSON lines: id, text, lang, kind, safety (null, violence, danger or despair).
    """
    model = encoders.load()[0] if meaning else None
    click.echo(f"by words and {model.name}" if model else "by words")
    heard = judge(questions(files), model)
    tell(heard)
    if errors:
        tell_errors(heard)


def judge(rows: Sequence[Labelled], model: Encoder | None = None) -> list[Heard]:
    """What is made of each message, by its meaning too where there is a model."""
    safety.look("prova")  # the model is read on first use; that is not a message's time
    return [_heard(row, model) for row in rows if row.judged]


def tell(heard: Sequence[Heard]) -> None:
    """Print the figures."""
    due = [one for one in heard if one.row.safety]
    calm = [one for one in heard if not one.row.safety]
    for title, key in (("all", _all), ("by need", _need), ("by language", _language), ("by kind", _kind)):
        if due:
            click.echo(f"== recall, {title}")
            _tell_groups(due, key, ("right", "certain", "noticed"))
    for title, key in (("all", _all), ("by language", _language), ("by kind", _kind)):
        if calm:
            click.echo(f"== false alarms, {title}")
            _tell_groups(calm, key, ("certain", "noticed"))
    times = sorted(one.seconds for one in heard)
    click.echo(
        f"milliseconds  p50 {1000 * times[len(times) // 2]:.2f}  p99 {1000 * times[int(len(times) * 0.99)]:.2f}"
    )


def tell_errors(heard: Sequence[Heard]) -> None:
    """Print what was missed, and what was heard in error."""
    for one in heard:
        if (one.row.safety and not one.right) or (not one.row.safety and one.certain):
            got = f"{one.finding.kind}{'' if one.finding.sure else '?'}" if one.finding else None
            found = {"id": one.row.id, "got": got, "want": one.row.safety, "text": one.row.text}
            click.echo(json.dumps(found, ensure_ascii=False))


def _heard(row: Labelled, model: Encoder | None) -> Heard:
    vector = model.encode_message(row.text) if model else None
    begin = time.perf_counter()  # search needs the vector as well: it is its time
    finding = safety.look(row.text, vector)
    return Heard(row=row, finding=finding, seconds=time.perf_counter() - begin)


def _tell_groups(heard: Sequence[Heard], key: Callable[[Heard], str], figures: Sequence[str]) -> None:
    for name in sorted({key(one) for one in heard}):
        group = [one for one in heard if key(one) == name]
        shares = (
            f"{figure} {sum(getattr(one, figure) for one in group) / len(group):.3f}" for figure in figures
        )
        click.echo("  ".join([f"{name:14s} n {len(group):4d}", *shares]))


def _need(one: Heard) -> str:
    return str(Danger(one.row.safety or ""))


def _all(_one: Heard) -> str:
    return ""


def _language(one: Heard) -> str:
    return one.row.lang


def _kind(one: Heard) -> str:
    return one.row.kind
