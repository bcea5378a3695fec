"""The difference between what is stored and what a file says, field by field, and what would be stored after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from bot.core import card_file, card_plain
from bot.core.card import EVERYWHERE, Card, Closure, Knowledge, Quarter, Translation
from bot.core.card_fields import Kind
from bot.core.card_file import Draft, Problem
from bot.core.card_plain import Item
from bot.core.card_values import slug_of


class Change(StrEnum):
    """What happens to one item."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field before and after; a translation's field is "en.title"."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """One item before and after; `old` None: added, `new` None: removed."""

    kind: Kind
    id: str
    old: Item | None
    new: Item | None

    @property
    def change(self) -> Change:
        """Added, changed or removed."""
        if self.old is None:
            return Change.ADDED
        return Change.REMOVED if self.new is None else Change.CHANGED

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The fields that differ; of an added or removed item none."""
        if self.old is None or self.new is None:
            return ()
        return tuple(_field_changes(self.old, self.new))


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What the drafts would make of the stored knowledge."""

    after: Knowledge
    changes: tuple[ItemChange, ...]
    problems: tuple[Problem, ...]


def merge(stored: Knowledge, drafts: Sequence[Draft], *, replace_all: bool = False) -> Merged:
    """Apply `drafts` to `stored`. Items no draft names are kept, with `replace_all` removed.

    Only tables the drafts have at all are replaced: a file of cards leaves the quarters alone.
    """
    before = {(kind, item.id): item for kind in Kind for item in card_plain.items(stored, kind)}
    after = dict(before)
    problems: list[Problem] = []
    if replace_all:
        named = {(draft.kind, draft.id) for draft in drafts}
        kinds = {draft.kind for draft in drafts}
        after = {key: item for key, item in before.items() if key in named or key[0] not in kinds}
    for draft in drafts:
        key = (draft.kind, draft.id)
        lacking = card_file.missing(draft, before.get(key))
        problems += lacking
        if not lacking:
            after[key] = card_file.made(draft, before.get(key))
    ids = _quarter_ids(item for item in after.values() if isinstance(item, Quarter))
    for draft in drafts:
        card = after.get((draft.kind, draft.id))
        if isinstance(card, Card):
            quarters = dict.fromkeys(ids.get(name, name) for name in card.quarters)
            after[draft.kind, draft.id] = replace(card, quarters=tuple(quarters))
    knowledge = card_plain.knowledge_of(
        {kind: [item for (one, _), item in after.items() if one is kind] for kind in Kind}
    )
    problems += _inconsistencies(knowledge, drafts)
    return Merged(after=knowledge, changes=tuple(_changes(before, after)), problems=tuple(problems))


def _quarter_ids(quarters: Iterable[Quarter]) -> dict[str, str]:
    """The ids of quarters by their other names, as short names: "calvairate" → "molise-calvairate"."""
    found = list(quarters)
    named = {slug_of(name): one.id for one in found for name in (*one.aliases, one.name)}
    return named | {one.id: one.id for one in found}


def difference(before: Knowledge, after: Knowledge) -> tuple[ItemChange, ...]:
    """What changed from `before` to `after`."""
    old = {(kind, item.id): item for kind in Kind for item in card_plain.items(before, kind)}
    new = {(kind, item.id): item for kind in Kind for item in card_plain.items(after, kind)}
    return tuple(_changes(old, new))


def _changes(
    before: Mapping[tuple[Kind, str], Item], after: Mapping[tuple[Kind, str], Item]
) -> Iterator[ItemChange]:
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old != new:
            yield ItemChange(kind=key[0], id=key[1], old=old, new=new)


def _field_changes(old: Any, new: Any, prefix: str = "") -> Iterator[FieldChange]:
    for column in fields(old):
        before, after = getattr(old, column.name), getattr(new, column.name)
        if before == after:
            continue
        if column.name == "translations":
            for lang in sorted(before.keys() | after.keys()):
                blank = Translation()
                yield from _field_changes(before.get(lang, blank), after.get(lang, blank), f"{lang}.")
        else:
            yield FieldChange(field=prefix + column.name, old=before, new=after)


def _inconsistencies(knowledge: Knowledge, drafts: Sequence[Draft]) -> Iterator[Problem]:
    """What is right field by field and wrong together, in the items the drafts touch."""
    items = {(kind, item.id): item for kind in Kind for item in card_plain.items(knowledge, kind)}
    quarters = {quarter.id for quarter in knowledge.quarters}
    categories = {category.id for category in knowledge.categories}
    for draft in drafts:
        match items.get((draft.kind, draft.id)):
            case Card() as card:
                yield from _of_card(card, draft, quarters, categories)
            case Closure(first=first, last=last, yearly=False) if first > last:
                yield Problem(place=draft.place, key="dates_reversed", column="last")
            case _:
                pass


def _of_card(card: Card, draft: Draft, quarters: set[str], categories: set[str]) -> Iterator[Problem]:
    """References are checked only where such a table is known at all: a file of cards may be checked alone."""
    for quarter in card.quarters:
        if quarters and quarter not in {EVERYWHERE, *quarters}:
            yield Problem(
                place=draft.place, key="card_quarter_unknown", column="quarters", args={"text": quarter}
            )
    if categories and card.category and card.category not in categories:
        yield Problem(
            place=draft.place, key="card_category_unknown", column="category", args={"text": card.category}
        )
    if card.valid_from and card.valid_to and card.valid_from > card.valid_to:
        yield Problem(place=draft.place, key="dates_reversed", column="valid_to")
    if (card.lat is None) != (card.lon is None):
        yield Problem(place=draft.place, key="place_half", column="lat" if card.lat is None else "lon")
