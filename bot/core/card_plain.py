"""Cards, quarters, categories and closures as plain values (TOML, JSON) and as cells of a sheet, and back from plain."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from bot.core.card import Card, Category, Closure, Knowledge, Quarter, Translation
from bot.core.card_fields import FIELDS, TRANSLATION_FIELDS, Field, Kind
from bot.core.card_values import fold_word

Item = Card | Quarter | Category | Closure
TRANSLATION = "translation"  # the table of translations, in sheets a row for each language of a card

TYPES: Mapping[Kind, Callable[..., Item]] = {
    Kind.QUARTER: Quarter,
    Kind.CATEGORY: Category,
    Kind.CARD: Card,
    Kind.CLOSURE: Closure,
}


def to_plain(kind: Kind, item: Item) -> dict[str, Any]:
    """The item as nested plain values (text, numbers, lists, dates), only what differs from the defaults."""
    plain: dict[str, Any] = {"id": item.id, **_plain_fields(FIELDS[kind], item, kind)}
    if isinstance(item, Card) and item.translations:
        plain["translations"] = {
            lang: _plain_fields(TRANSLATION_FIELDS, item.translations[lang], None)
            for lang in sorted(item.translations)
        }
    return plain


def from_plain(kind: Kind, plain: Mapping[str, Any]) -> Item:
    """The item that `to_plain` made; dates may be ISO text. For stored values: nothing is checked again."""
    known = {column.name: column for column in FIELDS[kind]}
    values = {name: known[name].thaw(value) for name, value in plain.items() if name in known}
    if kind is Kind.CARD:
        values["translations"] = {
            lang: _thaw_translation(raw) for lang, raw in plain.get("translations", {}).items()
        }
    return TYPES[kind](id=plain["id"], **values)


def to_cells(kind: Kind, item: Item) -> dict[str, str]:
    """The item's row in a sheet: column name → text, only what differs from the defaults."""
    return {"id": item.id, **_cells(FIELDS[kind], item, kind)}


def translation_cells(card: Card) -> list[dict[str, str]]:
    """The card's rows in the sheet of translations."""
    return [
        {"id": card.id, "lang": lang, **_cells(TRANSLATION_FIELDS, card.translations[lang], None)}
        for lang in sorted(card.translations)
    ]


def columns(table: str) -> list[tuple[str, str]]:
    """The columns of one table as (name, heading), in order."""
    if table == TRANSLATION:
        return [
            ("id", "id"),
            ("lang", "lingua"),
            *((column.name, column.heading) for column in TRANSLATION_FIELDS),
        ]
    return [("id", "id"), *((column.name, column.heading) for column in FIELDS[Kind(table)])]


def column_name(table: str, heading: str) -> str | None:
    """The column people mean by `heading`: its Italian heading or its name; None where there is no such column."""
    wanted = fold_word(heading)
    return next(
        (name for name, shown in columns(table) if wanted in {fold_word(shown), fold_word(name)}), None
    )


def items(knowledge: Knowledge, kind: Kind) -> Sequence[Item]:
    """The items of one kind."""
    by_kind: Mapping[Kind, Sequence[Item]] = {
        Kind.QUARTER: knowledge.quarters,
        Kind.CATEGORY: knowledge.categories,
        Kind.CARD: knowledge.cards,
        Kind.CLOSURE: knowledge.closures,
    }
    return by_kind[kind]


def knowledge_of(found: Mapping[Kind, Iterable[Item]]) -> Knowledge:
    """The value with the items in their one order: by id, categories by their order first."""
    ordered: dict[Kind, Any] = {
        kind: tuple(sorted(found.get(kind, ()), key=lambda item: (getattr(item, "order", 0), item.id)))
        for kind in Kind
    }
    return Knowledge(
        cards=ordered[Kind.CARD],
        quarters=ordered[Kind.QUARTER],
        categories=ordered[Kind.CATEGORY],
        closures=ordered[Kind.CLOSURE],
    )


def _defaults(kind: Kind | None) -> dict[str, Any]:
    blank: Any = Translation()
    if kind is Kind.CARD:
        blank = Card(id="", title="")
    elif kind is Kind.QUARTER:
        blank = Quarter(id="", name="")
    elif kind is Kind.CATEGORY:
        blank = Category(id="", title="")
    elif kind is Kind.CLOSURE:
        blank = Closure(id="", first=date.min, last=date.min)
    return {column.name: getattr(blank, column.name) for column in fields(blank)}


_DEFAULTS: Mapping[Kind | None, Mapping[str, Any]] = {kind: _defaults(kind) for kind in (None, *Kind)}


def default(kind: Kind | None, name: str) -> Any:
    """What a field holds where nobody said anything; kind None: of a translation."""
    return _DEFAULTS[kind][name]


def _plain_fields(known: Sequence[Field], item: Any, kind: Kind | None) -> dict[str, Any]:
    return {
        column.name: column.plain(value)
        for column in known
        if (value := getattr(item, column.name)) != default(kind, column.name)
    }


def _cells(known: Sequence[Field], item: Any, kind: Kind | None) -> dict[str, str]:
    """Where a default is not empty (`quarters`), a value that is empty has to be said: "--"."""
    found = {}
    for column in known:
        value = getattr(item, column.name)
        if value != default(kind, column.name):
            found[column.name] = column.cell(value)
    return found


def _thaw_translation(raw: Mapping[str, Any]) -> Translation:
    known = {column.name: column for column in TRANSLATION_FIELDS}
    return Translation(**{name: known[name].thaw(value) for name, value in raw.items() if name in known})
