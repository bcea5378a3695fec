"""What an import would change, and what is wrong with a file, in the lines people read before they decide."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from bot.core import italian_hours
from bot.core.card import Card, Phone, Status
from bot.core.card_changes import FieldChange, ItemChange
from bot.core.card_fields import STATUS_WORDS
from bot.core.card_file import Problem
from bot.core.card_phones import cell_phones
from bot.core.card_plain import TRANSLATION, columns
from bot.core.card_text import phone_line
from bot.core.richtext import utf16_length
from bot.core.texts import Texts

SHOWN_VALUE = 80  # characters of a value in the preview
_LEAD = 20  # characters shown before the first difference of two long texts


def problem_text(problem: Problem, say: Texts) -> str:
    """One line: the file, where in it, and what to do."""
    place = problem.place
    in_toml = place.file.endswith(".toml")
    parts = [
        place.file,
        say.plain("problem_table" if in_toml else "problem_sheet", table=place.table) if place.table else "",
        say.plain("problem_row", row=place.row) if place.row else "",
        say.plain("problem_id", id=place.id) if place.id else "",
        say.plain("problem_column", column=_column(problem, in_toml=in_toml)) if problem.column else "",
    ]
    what = say.plain(problem.key, **problem.args)
    return say.plain("problem_line", where=", ".join(part for part in parts if part), what=what)


def change_lines(changes: Iterable[ItemChange], say: Texts) -> Iterator[str]:
    """The preview, one line an item and one a changed field."""
    for change in changes:
        kind = say.plain(f"kind_{change.kind}")
        yield say.plain(f"cards_item_{change.change}", kind=kind, id=change.id)
        for one in change.fields:
            old, new = sides(one, say)
            yield say.plain("cards_field", field=heading(one.field), old=old, new=new)
        if change.old is None and isinstance(change.new, Card):
            yield from _understood(change.new, say)


def _understood(card: Card, say: Texts) -> Iterator[str]:
    """Of a new card its title, and what was not kept as it was typed."""
    for name in ("title", "phones", "hours"):
        if value := getattr(card, name):
            _, new = sides(FieldChange(field=name, old=type(value)(), new=value), say)
            yield say.plain("cards_new_field", field=heading(name), new=new)


def pages(lines: Iterable[str], *, limit: int) -> list[str]:
    """The lines joined into pages of at most `limit` UTF-16 units; a line longer than a page stands alone, cut."""
    found: list[str] = []
    for line in lines:
        kept = line if utf16_length(line) <= limit else f"{line[: limit // 2]}…"
        longer = f"{found[-1]}\n{kept}" if found else kept
        if found and utf16_length(longer) <= limit:
            found[-1] = longer
        else:
            found.append(kept)
    return found


def heading(field: str) -> str:
    """The Italian name of a column; of a translation's with its language: "titolo (en)"."""
    lang, dot, name = field.rpartition(".")
    shown = _HEADINGS.get(name, name)
    return f"{shown} ({lang})" if dot else shown


def sides(change: FieldChange, say: Texts) -> tuple[str, str]:
    """A field before and after, each short enough to read; of lists what goes and what comes."""
    old, new = change.old, change.new
    if isinstance(old, tuple) and isinstance(new, tuple):
        gone = [item for item in old if item not in new]
        come = [item for item in new if item not in old]
        if gone or come:  # else only their order differs
            old, new = tuple(gone), tuple(come)
    if change.field == "hours":
        old, new = (italian_hours.words(osm, say).text if osm else "" for osm in (old, new))
    if change.field == "phones":
        old, new = (tuple(phone_line(phone, say).text for phone in part) for part in (old, new))
    before, after = value_text(old), value_text(new)
    start = _first_difference(before, after)
    return _short(before, start) or say.plain("cards_nothing"), _short(after, start) or say.plain(
        "cards_nothing"
    )


def value_text(value: Any) -> str:
    """A field's value on one line, as it would stand in a sheet."""
    if isinstance(value, tuple):
        phones: Sequence[Any] = value
        if value and isinstance(value[0], Phone):
            phones = cell_phones(value).splitlines()
        value = "; ".join(_plain(part) for part in phones)
    return " ".join(_plain(value).split())


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "sì" if value else "no"
    if isinstance(value, Status):
        return STATUS_WORDS[value]
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return "" if value is None else str(value)


def _first_difference(one: str, other: str) -> int:
    """Where two texts part ways, a little before; 0 where both are short enough to be shown from their beginning."""
    if max(len(one), len(other)) <= SHOWN_VALUE:
        return 0
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return max(0, same - _LEAD)


def _short(text: str, start: int) -> str:
    lead = "…" if start and text[start:] else ""
    kept = text[start:]
    return lead + (kept if len(kept) <= SHOWN_VALUE else f"{kept[: SHOWN_VALUE - 1]}…")


def _column(problem: Problem, *, in_toml: bool) -> str:
    return problem.column if in_toml else heading(problem.column)


_HEADINGS = dict(
    name for table in (TRANSLATION, "closure", "category", "quarter", "card") for name in columns(table)
)
