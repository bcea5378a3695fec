"""Cards and labelled questions as files hold them, for measuring and fitting."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot import langid, sheets
from bot.core.card import Knowledge
from bot.core.card_fields import Kind
from bot.core.card_file import Item, knowledge_of, made, read_rows
from bot.core.directory import Question

if TYPE_CHECKING:
    from bot.core.meaning import Vector

Embed = Callable[[str], "Vector"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A question with what should become of it. No `expected`: nothing here may be answered."""

    id: str
    text: str
    lang: str
    kind: str
    expected: frozenset[str]
    quarter: str | None
    safety: str | None
    judged: bool  # whether the safety layer has to be silent where `safety` is None


def questions(paths: Sequence[Path]) -> list[Labelled]:
    """All questions of JSON-lines files: id, text, lang, kind, expected, quarter, safety."""
    lines = (line for path in paths for line in path.read_text("utf-8").splitlines())
    return [_labelled(json.loads(line)) for line in lines if line.strip()]


def question_of(row: Labelled, embed: Embed | None) -> Question:
    """`row` as somebody asks it today."""
    return Question(
        text=row.text,
        today=datetime.now(UTC).date(),
        quarter=row.quarter,
        model=langid.scores(row.text),
        embed=embed,
    )


def knowledge(path: Path) -> Knowledge:
    """The cards of a file or folder in the import format."""
    drafts = read_rows(sheets.read(path).rows).drafts
    items: dict[Kind, dict[str, Item]] = {}
    for draft in drafts:
        known = items.setdefault(draft.kind, {})
        known[draft.id] = made(draft, known.get(draft.id))
    return knowledge_of({kind: known.values() for kind, known in items.items()})


def thinned(whole: Knowledge, *, keep: float) -> Knowledge:
    """`whole` with only this share of each card's keywords and example messages, the first of each."""

    def some(items: tuple[str, ...]) -> tuple[str, ...]:
        return items[: round(len(items) * keep)]

    cards = tuple(
        replace(
            card,
            keywords=some(card.keywords),
            questions=some(card.questions),
            translations={
                lang: replace(own, keywords=some(own.keywords), questions=some(own.questions))
                for lang, own in card.translations.items()
            },
        )
        for card in whole.cards
    )
    return replace(whole, cards=cards)


def families(whole: Knowledge) -> Mapping[str, str]:
    """Card id → its service, or itself: one service in several quarters is one right answer."""
    return {card.id: card.service or card.id for card in whole.cards}


def _labelled(row: dict[str, object]) -> Labelled:
    expected = row.get("expected")
    return Labelled(
        id=str(row["id"]),
        text=str(row["text"]),
        lang=str(row.get("lang") or "it"),
        kind=str(row.get("kind") or ""),
        expected=frozenset(map(str, expected)) if isinstance(expected, list) else frozenset(),
        quarter=str(row["quarter"]) if row.get("quarter") else None,
        safety=str(row["safety"]) if row.get("safety") else None,
        judged="safety" in row,
    )
