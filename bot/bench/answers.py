"""How well questions are answered: `portineria bench answers CARDS QUESTIONS…`."""

import asyncio
import json
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import langid
from bot.bench.answer_times import Taken, many, memory, time_lines
from bot.bench.labelled import Embed, Labelled, families, knowledge, question_of, questions, thinned
from bot.core import answer
from bot.core.answer import Answer, Choose, Reply, WhichQuarter
from bot.core.directory import Directory
from bot.services.meaning import Meaning
from storage.database import opened

if TYPE_CHECKING:
    from bot.core.meaning import Vector

KEPT = {"whole": 1.0, "halved": 0.5, "absent": 0.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One question with what it got."""

    row: Labelled
    reply: Reply
    ranks: tuple[str, ...]  # services of the best cards, best first
    wanted: frozenset[str]
    taken: Taken
    removed: Reply | None = None  # what it got with its right cards taken away

    @property
    def first(self) -> bool:
        """The right card is the best one."""
        return bool(self.ranks) and self.ranks[0] in self.wanted

    @property
    def among_three(self) -> bool:
        """The right card is among the best three."""
        return not self.wanted.isdisjoint(self.ranks[:3])

    @property
    def answered(self) -> bool:
        """A card was shown at once, or its service named and the quarter asked."""
        return _at_once(self.reply)

    @property
    def wrong(self) -> bool:
        """Shown at once, and not the right one."""
        return self.answered and not self.first

    @property
    def solved(self) -> bool:
        """The right answer, or a menu that holds it."""
        if self.answered:
            return self.first
        return isinstance(self.reply.decision, Choose) and self.among_three


def _at_once(reply: Reply) -> bool:
    return isinstance(reply.decision, Answer | WhichQuarter)


@click.command()
@click.argument("cards", type=click.Path(exists=True, path_type=Path))
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--thin/--no-thin", default=True, help="Also with half of the words and examples, and with none."
)
@click.option("--meaning/--no-meaning", "models", default=True, help="Also with the meaning models.")
@click.option(
    "--cache", type=click.Path(path_type=Path, dir_okay=False), help="A database that keeps the vectors."
)
@click.option("--errors", is_flag=True, help="Print what went wrong, one JSON line each.")
@click.option(
    "--cards",
    "number",
    type=click.IntRange(min=1),
    help="Time and memory alone, with so many cards: further ones, and their vectors, are made up from those given.",
)
@click.option(
    "--turns",
    default=3,
    show_default=True,
    type=click.IntRange(min=1),
    help="With --cards: each question so often, its quickest turn counts.",
)
def answers(
    cards: Path,
    files: tuple[Path, ...],
    *,
    thin: bool,
    models: bool,
    cache: Path | None,
    errors: bool,
    number: int | None,
    turns: int,
) -> None:
    """Measure answers on labelled questions.

    The questions are in FILES, the cards in CARDS.
    """
    whole = knowledge(cards)
    rows = questions(files)
    if number:
        for line in many(whole, rows, number, turns=turns, models=models, cache=cache):
            click.echo(line)
        return
    before = memory()
    for name, keep in KEPT.items():
        if name != "whole" and not thin:
            continue
        directory = answer.prepare(thinned(whole, keep=keep) if keep < 1 else whole)
        _measure(f"{name}, by words alone", directory, rows, details=name == "whole", errors=errors)
        click.echo(f"memory         {memory() - before:.0f} MB for search")
        if models:
            directory, embed = with_meaning(directory, cache)
            if directory.space is None:
                click.echo("no meaning model here")
                return
            _measure(
                f"{name}, with meaning", directory, rows, details=name == "whole", errors=errors, embed=embed
            )
            click.echo(f"memory         {memory() - before:.0f} MB for search")


def _measure(
    name: str,
    directory: Directory,
    rows: Sequence[Labelled],
    *,
    details: bool,
    errors: bool,
    embed: Embed | None = None,
) -> None:
    judged = judge(directory, rows, embed=embed)
    click.echo(f"== words and examples {name}")
    tell(judged, details=details)
    if errors and details:
        tell_errors(judged)


def with_meaning(directory: Directory, cache: Path | None = None) -> tuple[Directory, Embed]:
    """`directory` ready to be asked by meaning too; vectors come from and go to the database `cache`."""

    async def work(path: Path) -> tuple[Directory, Embed]:
        async with opened(path) as db:
            meaning = Meaning(db, tidy=False)  # one cache for several sets of cards
            space = await meaning.space(directory.knowledge.cards)
            return replace(directory, space=space), meaning.embed

    if cache is not None:
        return asyncio.run(work(cache))
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(work(Path(folder) / "vectors.db"))


def judge(directory: Directory, rows: Sequence[Labelled], *, embed: Embed | None = None) -> list[Judged]:
    """What each question gets, and what it gets with its right cards taken away."""
    langid.scores("prova")  # the model is loaded on first use; that is not a question's time
    family = families(directory.knowledge)
    return [_judged(directory, row, family, embed) for row in rows]


def tell(judged: Sequence[Judged], *, details: bool) -> None:
    """Print the figures."""
    _tell_group("all", judged)
    _tell_group("it", [one for one in judged if one.row.lang == "it"])
    _tell_group("foreign", [one for one in judged if one.row.lang != "it"])
    if details:
        for lang in sorted({one.row.lang for one in judged} - {"it"}):
            _tell_group(f"  {lang}", [one for one in judged if one.row.lang == lang])
        for kind in sorted({one.row.kind for one in judged}):
            _tell_group(f"  {kind}", [one for one in judged if one.row.kind == kind])
        _tell_safety(judged)
    for line in time_lines([one.taken for one in judged]):
        click.echo(line)


def tell_errors(judged: Sequence[Judged]) -> None:
    """Print the questions that got a wrong card, a card though out of scope, or the wrong alarm."""
    for one in judged:
        problem = _problem(one)
        if problem:
            found = {"problem": problem, "id": one.row.id, "got": one.ranks[:3], "want": sorted(one.wanted)}
            click.echo(json.dumps({**found, "text": one.row.text}, ensure_ascii=False))


def _problem(one: Judged) -> str | None:
    safety = _certain(one)
    if (one.row.safety or one.row.judged) and safety != one.row.safety:
        return f"safety {safety}"
    if not one.wanted:
        return "answered out of scope" if one.answered and not one.row.safety else None
    if one.wrong:
        return "wrong"
    return None if one.solved else "not solved"


def _judged(directory: Directory, row: Labelled, family: Mapping[str, str], embed: Embed | None) -> Judged:
    known: dict[str, Vector] = {}  # asked again without its card, a message is not embedded again
    begin, worked = time.perf_counter(), time.thread_time()
    question = question_of(row, embed and partial(_embedded_once, embed, known))
    reply = answer.decide(question, directory)
    taken = Taken(wall=time.perf_counter() - begin, work=time.thread_time() - worked)
    wanted = frozenset(family.get(one, one) for one in row.expected)
    hidden = frozenset(one for one, name in family.items() if name in wanted)
    return Judged(
        row=row,
        reply=reply,
        ranks=tuple(dict.fromkeys(family[card.id] for card, _ in reply.scored)),
        wanted=wanted,
        taken=taken,
        removed=answer.decide(question, replace(directory, hidden=hidden)) if wanted else None,
    )


def _embedded_once(embed: Embed, known: dict[str, "Vector"], text: str) -> "Vector":
    if text not in known:
        known[text] = embed(text)
    return known[text]


def _tell_group(name: str, judged: Sequence[Judged]) -> None:
    inside = [one for one in judged if one.wanted]
    outside = [one for one in judged if not one.wanted and not one.row.safety]
    parts = [f"{name:14s} n {len(inside):4d}"]
    if inside:
        figures: Mapping[str, Callable[[Judged], bool]] = {
            "hit@1": lambda one: one.first,
            "hit@3": lambda one: one.among_three,
            "answered": lambda one: one.answered,
            "wrong": lambda one: one.wrong,
            "solved": lambda one: one.solved,
            "removed answered": lambda one: one.removed is not None and _at_once(one.removed),
        }
        parts += [f"{label} {_share(inside, holds):.3f}" for label, holds in figures.items()]
    if outside:
        parts.append(
            f"out of scope n {len(outside)} answered {_share(outside, lambda one: one.answered):.3f}"
        )
    click.echo("  ".join(parts))


def _tell_safety(judged: Sequence[Judged]) -> None:
    due = [one for one in judged if one.row.safety]
    quiet = [one for one in judged if one.row.judged and not one.row.safety]
    if due:
        found = _share(due, lambda one: _certain(one) == one.row.safety)
        click.echo(f"safety         n {len(due):4d}  recall {found:.3f}")
    if quiet:
        alarms = _share(quiet, lambda one: _certain(one) is not None)
        click.echo(f"no safety      n {len(quiet):4d}  false alarms {alarms:.3f}")


def _certain(one: Judged) -> str | None:
    """The danger taken for certain; help beside an answer is no verdict."""
    found = one.reply.safety
    return str(found.kind) if found is not None and found.sure else None


def _share(judged: Sequence[Judged], holds: Callable[[Judged], bool]) -> float:
    return sum(map(holds, judged)) / len(judged)


if __name__ == "__main__":
    answers()
