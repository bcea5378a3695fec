"""Plain rows of a file become cards and back; every mistake is found at once and says where it stands.

Row (kind, place, what stands there) → Draft (only the fields the file gives) → item
item → plain mapping (TOML, JSON) or cells (sheets)
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from bot.core.card import Card, Translation
from bot.core.card_fields import CLEAR, FIELDS, REQUIRED, TRANSLATION_FIELDS, Field, Kind
from bot.core.card_plain import TRANSLATION, TYPES, default
from bot.core.card_plain import Item as Item
from bot.core.card_plain import knowledge_of as knowledge_of
from bot.core.card_values import read_slug
from bot.core.errors import UserError


class _Clear(Enum):
    """The field is to be emptied."""

    CLEAR = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands: `table` is a sheet or TOML table, `row` a sheet's row or a file's line (0: not known)."""

    file: str = ""
    table: str = ""
    row: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One table of a TOML file or one row of a sheet, as it stands there.

    `table` is a Kind or "translation". In sheets (`cells`) an empty value means "not said"; in TOML it clears.
    """

    table: str
    place: Place
    values: Mapping[str, Any]
    cells: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A mistake: where, in which column, and the catalog key (with its places) that says how to mend it."""

    place: Place
    key: str
    column: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a file says about one item: field → value, or CLEAR. `translations`: language → the same."""

    kind: Kind
    id: str
    place: Place
    values: Mapping[str, Any]
    translations: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """A whole file or folder, read."""

    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_rows(rows: Iterable[Row]) -> Drafts:
    """All drafts that could be read and all mistakes, in the order of the rows."""
    reader = _Reader()
    for row in rows:
        reader.take(row)
    return reader.result()


def made(draft: Draft, old: Item | None) -> Item:
    """The item after `draft` is applied to `old`; fields the draft does not give stay as they were."""
    values = {
        name: default(draft.kind, name) if value is _Clear.CLEAR else value
        for name, value in draft.values.items()
    }
    if draft.kind is Kind.CARD:
        before = old.translations if isinstance(old, Card) else {}
        values["translations"] = _translated(before, draft.translations)
    if old is not None:
        return replace(old, **values)
    return TYPES[draft.kind](id=draft.id, **values)


class _Reader:
    """Collects drafts and problems; translations of a sheet are added to their card's draft."""

    def __init__(self) -> None:
        self._drafts: dict[tuple[Kind, str], Draft] = {}
        self._seen: dict[tuple[str, str], Place] = {}
        self._loose: dict[str, dict[str, Mapping[str, Any]]] = {}
        self._problems: list[Problem] = []

    def take(self, row: Row) -> None:
        place = self._placed(row)
        if place is None:  # the other mistakes of the row are told with this one
            if row.table in set(Kind):
                self._fields(FIELDS[Kind(row.table)], _besides_id(row), row, row.place)
            return
        if row.table == TRANSLATION:
            self._take_translation(row, place)
            return
        if row.table not in set(Kind):
            self._problem(place, UserError("table_unknown", text=row.table))
            return
        kind = Kind(row.table)
        given = self._fields(FIELDS[kind], _besides_id(row), row, place)
        translations = self._nested(row, place) if kind is Kind.CARD and "translations" in row.values else {}
        self._drafts[kind, place.id] = Draft(
            kind=kind, id=place.id, place=place, values=given, translations=translations
        )

    def result(self) -> Drafts:
        for id_, translations in self._loose.items():
            place = self._seen[TRANSLATION, f"{id_}/{min(translations)}"]
            draft = self._drafts.get((Kind.CARD, id_)) or Draft(
                kind=Kind.CARD, id=id_, place=place, values={}
            )
            merged = {**draft.translations, **translations}
            self._drafts[Kind.CARD, id_] = replace(draft, translations=merged)
        return Drafts(drafts=tuple(self._drafts.values()), problems=tuple(self._problems))

    def _placed(self, row: Row) -> Place | None:
        """The row's place with its id; None, with a problem noted, where the id is missing, bad or there twice."""
        try:
            id_ = read_slug(row.values.get("id", ""))
            lang = self._language(row.values.get("lang", "")) if row.table == TRANSLATION else ""
        except UserError as error:
            self._problem(row.place, error, column="lang" if error.key == "language_unknown" else "id")
            return None
        place = replace(row.place, id=id_)
        key = (row.table, f"{id_}/{lang}" if lang else id_)
        if key in self._seen:
            first = self._seen[key]
            self._problem(place, UserError("id_twice", file=first.file, row=first.row), column="id")
            return None
        self._seen[key] = place
        return place

    def _language(self, raw: Any) -> str:
        lang = str(raw).strip().lower()
        if not (2 <= len(lang) <= 3 and lang.isascii() and lang.isalpha()):
            raise UserError("language_unknown", text=lang[:20])
        return lang

    def _take_translation(self, row: Row, place: Place) -> None:
        lang = self._language(row.values["lang"])
        values = {name: value for name, value in row.values.items() if name not in {"id", "lang"}}
        self._loose.setdefault(place.id, {})[lang] = self._fields(TRANSLATION_FIELDS, values, row, place)

    def _nested(self, row: Row, place: Place) -> dict[str, Mapping[str, Any]]:
        raw = row.values["translations"]
        if not isinstance(raw, dict) or not all(isinstance(one, dict) for one in raw.values()):
            self._problem(place, UserError("field_not_table"), column="translations")
            return {}
        found: dict[str, Mapping[str, Any]] = {}
        for lang, values in raw.items():
            try:
                found[self._language(lang)] = self._fields(
                    TRANSLATION_FIELDS, values, row, place, prefix=f"{lang}."
                )
            except UserError as error:
                self._problem(place, error, column="translations")
        return found

    def _fields(
        self, known: Sequence[Field], values: Mapping[str, Any], row: Row, place: Place, *, prefix: str = ""
    ) -> dict[str, Any]:
        by_name = {column.name: column for column in known}
        given: dict[str, Any] = {}
        for name, raw in values.items():
            column = by_name.get(name)
            if column is None:
                self._problem(place, UserError("field_unknown", text=name), column=prefix + name)
            elif row.cells and isinstance(raw, str) and not raw.strip():
                continue
            elif raw in (CLEAR, "", []):
                given[name] = _Clear.CLEAR
            else:
                self._read_one(column, raw, given, place, prefix)
        return given

    def _read_one(self, column: Field, raw: Any, given: dict[str, Any], place: Place, prefix: str) -> None:
        try:
            given[column.name] = column.read(raw)
        except UserError as error:
            self._problem(place, error, column=prefix + column.name)

    def _problem(self, place: Place, error: UserError, *, column: str = "") -> None:
        self._problems.append(Problem(place=place, key=error.key, column=column, args=error.text_args))


def _besides_id(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.values.items() if name not in {"id", "translations"}}


def missing(draft: Draft, old: Item | None) -> list[Problem]:
    """The required fields that neither the draft nor the stored item has."""
    if old is not None:
        lost = [name for name in REQUIRED[draft.kind] if draft.values.get(name) is _Clear.CLEAR]
    else:
        lost = [name for name in REQUIRED[draft.kind] if draft.values.get(name, _Clear.CLEAR) is _Clear.CLEAR]
    return [Problem(place=draft.place, key="field_missing", column=name) for name in lost]


def _translated(
    before: Mapping[str, Translation], changes: Mapping[str, Mapping[str, Any]]
) -> dict[str, Translation]:
    after = dict(before)
    for lang, given in changes.items():
        values = {
            name: default(None, name) if value is _Clear.CLEAR else value for name, value in given.items()
        }
        after[lang] = replace(after.get(lang, Translation()), **values)
    return {
        lang: text
        for lang, text in sorted(after.items())
        if replace(text, origin=Translation().origin) != Translation()
    }
