"""One card edited in a chat: what somebody typed becomes the card after it, said back before it is saved."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core import card_changes, card_text, italian_hours, phones
from bot.core.answer import Scores
from bot.core.card import EVERYWHERE, Card, Knowledge, Translation
from bot.core.card_fields import CLEAR, FIELDS, Kind
from bot.core.card_file import Place, Row, read_rows
from bot.core.card_preview import value_text
from bot.core.errors import UserError
from bot.core.richtext import RichText, join
from bot.core.texts import Texts
from bot.core.words import ITALIAN, fold

# In the order of the buttons; the place in this tuple is what a button carries.
EDITABLE = (
    "title", "summary", "body", "who", "how", "needs", "cost", "phones", "hours", "closures", "appointment",
    "org", "place", "address", "quarters", "category", "email", "pec", "site", "status", "status_reason",
    "valid_from", "valid_to", "source", "source_date", "keywords", "questions", "note",
)  # fmt: skip
GROWING = ("keywords", "questions")  # what is typed is added to what is there
NAMED = ("quarters", "category", "status")  # said back by another name than the one stored
WAYS = 5  # how many ways to say it a new card needs
CONFUSING = 0.15  # confidence from which another card is named as a rival
RIVALS = 5
KEYWORD = 3  # words; what is longer is an example message

_SLUG_LENGTH = 40  # leaves room for "-2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A card that some of the ways find now: `ways` of them, at most this surely."""

    card: Card
    ways: int
    confidence: float


def edited(stored: Knowledge, card_id: str, field: str, text: str) -> Card:
    """The card after somebody typed `text` for `field`; "--" empties it.

    Raises UserError: "card_gone", or what is wrong with the text.
    """
    old = next((card for card in stored.cards if card.id == card_id), None)
    if old is None:
        raise UserError("card_gone")
    raw: object = text.strip()
    if field in GROWING and raw != CLEAR:
        raw = list(_grown(getattr(old, field), text))
    elif field == "phones" and raw != CLEAR:
        raw = f"{raw}\n"  # one a line: else a ";" in the hours of a single one would end it
    return _checked(stored, {"id": card_id, field: raw})


def made(stored: Knowledge, *, title: str, category: str, body: str, ways: Sequence[str]) -> Card:
    """A new card for the whole city, its id made from the title. Raises UserError for what is wrong."""
    values = {
        "id": slug(title, taken={card.id for card in stored.cards}),
        "title": title,
        "category": category,
        "body": body,
        "questions": list(ways),
    }
    return _checked(stored, values)


def slug(title: str, *, taken: set[str]) -> str:
    """A short name for a card of that title that no other has."""
    words = re.findall(r"[a-z0-9]+", fold(title))
    name = "-".join(words)[:_SLUG_LENGTH].strip("-") or "scheda"
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(one for one in numbered if one not in taken)


def ways_in(text: str, known: Sequence[str] = ()) -> list[str]:
    """`known` and the ways to say it in a message: its lines, without numbers or dashes before them.

    The same words in capitals or with other stops are no other way.
    """
    lines = (re.sub(r"^\s*(?:\d+[.)]|[-–•*])\s*", "", line).strip(' «»"') for line in text.splitlines())
    ways: dict[tuple[str, ...], str] = {}
    for way in (*known, *lines):
        ways.setdefault(tuple(re.findall(r"\w+", fold(way))), way)
    return [way for words, way in ways.items() if words]


def rivals(found: Sequence[Scores]) -> tuple[Rival, ...]:
    """The cards the ways of a new card find now, the most confusing first; one element of `found` a way."""
    best: dict[str, Rival] = {}
    for scores in found:
        for card, confidence in scores:
            if confidence >= CONFUSING:
                before = best.get(card.id) or Rival(card=card, ways=0, confidence=0.0)
                surer = max(confidence, before.confidence)
                best[card.id] = Rival(card=card, ways=before.ways + 1, confidence=surer)
    return tuple(sorted(best.values(), key=lambda rival: (-rival.ways, -rival.confidence)))[:RIVALS]


def said_back(card: Card, field: str, texts: Texts) -> RichText:
    """What a field says now, as people will read it."""
    value = getattr(card, field)
    if not value:
        return texts("cards_nothing")
    match field:
        case "hours":
            return italian_hours.words(value, texts)
        case "phones":
            return join("\n", [card_text.phone_line(phone, texts) for phone in card.phones])
        case "body" | "who" | "how" | "needs" | "cost":
            return card_text.light_markdown(value)
        case "quarters" if EVERYWHERE in value:
            return texts("cards_everywhere")
        case "keywords" | "questions":
            return RichText("\n".join(f"• {item}" for item in value))
        case _:
            return RichText(value_text(value))


def to_type(card: Card, field: str, texts: Texts) -> str:
    """What typed for `field` would leave it as it is, to be copied and changed; "" where there is no such thing."""
    value = getattr(card, field)
    if not value or field in (*GROWING, *NAMED):
        return ""
    if field == "hours":
        return _hours_to_type(value, texts)
    if field == "phones":
        value = [
            replace(phone, number=phones.shown(phone), hours=_hours_to_type(phone.hours, texts))
            for phone in value
        ]
    return next(column for column in FIELDS[Kind.CARD] if column.name == field).cell(value).strip()


def _hours_to_type(osm: str, texts: Texts) -> str:
    """In words where these are read back as what they say."""
    if not osm:
        return ""
    said = italian_hours.words(osm, texts)
    try:
        return said.text if italian_hours.words(italian_hours.read(said.text).osm, texts) == said else osm
    except UserError:
        return osm


def with_words(card: Card, text: str, *, lang: str) -> Card:
    """`card` with one more way to say it: short ones become a keyword, longer ones an example message."""
    if lang == ITALIAN:
        if _is_keyword(text):
            return replace(card, keywords=_with(card.keywords, text))
        return replace(card, questions=_with(card.questions, text))
    own = card.translations.get(lang) or Translation()
    if _is_keyword(text):
        own = replace(own, keywords=_with(own.keywords, text))
    else:
        own = replace(own, questions=_with(own.questions, text))
    return replace(card, translations={**card.translations, lang: own})


def matching(stored: Knowledge, words: str) -> list[Card]:
    """The cards whose title, id or keywords hold every one of `words`, by title."""
    wanted = fold(words).split()
    found = [
        card
        for card in stored.cards
        if all(word in fold(" ".join((card.title, card.id, *card.keywords))) for word in wanted)
    ]
    return sorted(found, key=lambda card: card.title)


def _is_keyword(text: str) -> bool:
    return len(text.split()) <= KEYWORD


def _with(old: Sequence[str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*old, text]))


def _grown(old: Sequence[str], text: str) -> Sequence[str]:
    """The list with the lines of `text` added; a line that begins with a minus takes its item out."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    gone = {fold(line[1:].strip()) for line in lines if line.startswith(("-", "–"))}
    come = [line for line in lines if not line.startswith(("-", "–"))]
    return tuple(dict.fromkeys([*(item for item in old if fold(item) not in gone), *come]))


def _checked(stored: Knowledge, values: Mapping[str, object]) -> Card:
    """The card these values make of the stored one, with every check an import makes."""
    read = read_rows([Row(table=Kind.CARD, place=Place(), values=values)])
    merged = card_changes.merge(stored, read.drafts)
    for problem in (*read.problems, *merged.problems):
        raise UserError(problem.key, **problem.args)
    return next(card for card in merged.after.cards if card.id == values["id"])
