"""The columns of cards, quarters, categories and closures: how each is read, stored and written.

what stands in a file (TOML value or cell) → `read` → the value in bot.core.card → `plain` → TOML, JSON, or a cell
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bot.core.card import Origin, Status
from bot.core.card_phones import cell_phones, plain_phone, read_phones, thaw_phone
from bot.core.card_values import (
    SUMMARY_LIMIT,
    TITLE_LIMIT,
    cell_items,
    choice,
    limited,
    number,
    optional_slug,
    point_items,
    read_date,
    read_days,
    read_email,
    read_flag,
    read_hours,
    read_items,
    read_line,
    read_outline,
    read_quarters,
    read_site,
    read_source_date,
    read_text,
    required_date,
    whole,
    whole_or,
)

CLEAR = "--"  # in a sheet: empty this field


class Kind(StrEnum):
    """The tables of a file."""

    QUARTER = "quarter"
    CATEGORY = "category"
    CARD = "card"
    CLOSURE = "closure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column. `read` takes what a file holds and raises UserError; `thaw` takes what `plain` gave, unchecked."""

    name: str
    heading: str  # in sheets, for the people who fill them
    read: Callable[[Any], Any]
    thaw: Callable[[Any], Any]
    plain: Callable[[Any], Any]
    cell: Callable[[Any], str]


def _thaw_date(raw: Any) -> date | None:
    return date.fromisoformat(raw) if isinstance(raw, str) else raw


def _same(value: Any) -> Any:
    return value


def _field(
    name: str,
    heading: str,
    read: Callable[[Any], Any],
    *,
    thaw: Callable[[Any], Any] = _same,
    plain: Callable[[Any], Any] = _same,
    cell: Callable[[Any], str] = str,
) -> Field:
    return Field(name=name, heading=heading, read=read, thaw=thaw, plain=plain, cell=cell)


def _items(name: str, heading: str, read: Callable[[Any], Any] = read_items) -> Field:
    return _field(name, heading, read, thaw=tuple, plain=list, cell=cell_items)


def _date_field(name: str, heading: str, read: Callable[[Any], Any] = read_date) -> Field:
    return _field(name, heading, read, thaw=_thaw_date)


def _flag(name: str, heading: str) -> Field:
    return _field(name, heading, read_flag, cell=lambda value: "sì" if value else "no")


_WHEELCHAIR = {
    "": "",
    "non so": "",
    "yes": "yes",
    "sì": "yes",
    "si": "yes",
    "limited": "limited",
    "in parte": "limited",
    "no": "no",
}
_STATUS = {
    "active": "active", "attivo": "active", "suspended": "suspended", "sospeso": "suspended",
    "closed": "closed", "chiuso": "closed", "coming": "coming", "in arrivo": "coming",
}  # fmt: skip
STATUS_WORDS = {code: word for word, code in _STATUS.items() if word != code}

_LAT = number(-90, 90)
_LON = number(-180, 180)

CARD_FIELDS: tuple[Field, ...] = (
    _field("title", "titolo", limited(TITLE_LIMIT)),
    _field("service", "servizio", optional_slug),
    _items("quarters", "quartieri", read_quarters),
    _field("category", "categoria", optional_slug),
    _field("summary", "in breve", limited(SUMMARY_LIMIT)),
    _field("body", "testo", read_text),
    _field("who", "a chi è rivolto", read_text),
    _field("how", "come fare", read_text),
    _field("needs", "cosa serve", read_text),
    _field("cost", "costi", read_text),
    _field("org", "ente", read_line),
    _field("place", "luogo", read_line),
    _field("address", "indirizzo", read_line),
    _field("lat", "latitudine", _LAT),
    _field("lon", "longitudine", _LON),
    _field(
        "phones",
        "telefoni",
        read_phones,
        thaw=lambda raw: tuple(map(thaw_phone, raw)),
        plain=lambda found: list(map(plain_phone, found)),
        cell=cell_phones,
    ),
    _field("email", "email", read_email),
    _field("pec", "pec", read_email),
    _field("site", "sito", read_site),
    _field("hours", "orari", read_hours),
    _field(
        "closures",
        "chiusure",
        read_days,
        thaw=lambda raw: tuple(filter(None, map(_thaw_date, raw))),
        plain=list,
        cell=lambda days: cell_items([day.isoformat() for day in days]),
    ),
    _field("appointment", "appuntamento", read_line),
    _items("languages", "lingue"),
    _field("wheelchair", "accessibile", choice(_WHEELCHAIR)),
    _field("status", "stato", choice(_STATUS, to=Status), thaw=Status, plain=str),
    _field("status_reason", "motivo dello stato", read_line),
    _date_field("valid_from", "valido dal"),
    _date_field("valid_to", "valido fino al"),
    _field("source", "fonte", read_line),
    _field("source_date", "data della fonte", read_source_date),
    _date_field("verified_on", "verificato il"),
    _field("verified_by", "verificato da", read_line),
    _field("review_days", "giorni tra le verifiche", whole_or(180, 1, 3660)),
    _items("keywords", "parole chiave"),
    _items("questions", "domande"),
    _flag("sensitive", "riservata"),
    _field("note", "note interne", read_text),
)

TRANSLATION_FIELDS: tuple[Field, ...] = (
    _field("title", "titolo", limited(TITLE_LIMIT)),
    _field("summary", "in breve", limited(SUMMARY_LIMIT)),
    _field("body", "testo", read_text),
    _field("who", "a chi è rivolto", read_text),
    _field("how", "come fare", read_text),
    _field("needs", "cosa serve", read_text),
    _field("cost", "costi", read_text),
    _items("keywords", "parole chiave"),
    _items("questions", "domande"),
    _field(
        "origin",
        "origine",
        choice(
            {"human": "human", "umana": "human", "machine": "machine", "automatica": "machine"}, to=Origin
        ),
        thaw=Origin,
        plain=str,
    ),
)

QUARTER_FIELDS: tuple[Field, ...] = (
    _field("name", "nome", limited(TITLE_LIMIT)),
    _items("aliases", "altri nomi"),
    _field("municipio", "municipio", whole(1, 9)),
    _field("lat", "latitudine", _LAT),
    _field("lon", "longitudine", _LON),
    _items("streets", "vie"),
    _field(
        "outline",
        "confini",
        read_outline,
        thaw=read_outline,
        plain=point_items,
        cell=lambda points: cell_items(point_items(points)),
    ),
    _flag("listed", "in elenco"),
)

CATEGORY_FIELDS: tuple[Field, ...] = (
    _field("title", "titolo", limited(TITLE_LIMIT)),
    _field("icon", "icona", read_line),
    _field("order", "ordine", whole_or(0, -10_000, 10_000)),
)

CLOSURE_FIELDS: tuple[Field, ...] = (
    _date_field("first", "dal", required_date),
    _date_field("last", "al", required_date),
    _flag("yearly", "ogni anno"),
    _field("reason", "motivo", read_line),
)

FIELDS: Mapping[Kind, tuple[Field, ...]] = {
    Kind.QUARTER: QUARTER_FIELDS,
    Kind.CATEGORY: CATEGORY_FIELDS,
    Kind.CARD: CARD_FIELDS,
    Kind.CLOSURE: CLOSURE_FIELDS,
}
REQUIRED: Mapping[Kind, tuple[str, ...]] = {
    Kind.QUARTER: ("name",),
    Kind.CATEGORY: ("title",),
    Kind.CARD: ("title",),
    Kind.CLOSURE: ("first", "last"),
}
