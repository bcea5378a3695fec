"""One card as text: whole and verbatim, each part under its official label, its date and source last."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import quote

from bot.core import day_words, freshness, italian_hours, opening, phones
from bot.core.card import Card, Origin, Phone, Status, Translation
from bot.core.closures import Closures
from bot.core.errors import UserError
from bot.core.follow_up import Aspect
from bot.core.freshness import Freshness
from bot.core.richtext import RichText, bold, italic, join, link
from bot.core.rome import day_in_rome
from bot.core.texts import Texts
from bot.core.words import ITALIAN

_INLINE = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|\[(?P<text>[^\]]+)\]\((?P<url>https?://[^)\s]+)\)")
_WEB = re.compile(r"https?://\S+")
_ONE_DOOR = re.compile(r"[^,\d]+ \d+(?:[ /]?[a-zA-Z])?(?:, [^,\d]+)?")  # "via Valla 25, Milano"
_MAP = "https://www.google.com/maps/search/?api=1&query="  # opens the app of maps, where there is one
_RIGHT_TO_LEFT = {"ar": "\u200f"}  # the mark that says so at the start of a line
_STATUS_KEYS = {
    Status.SUSPENDED: "answers_suspended",
    Status.CLOSED: "answers_closed",
    Status.COMING: "answers_coming",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What every message of one reply shares. `lang` is the reader's language, which may have no catalog."""

    texts: Texts
    lang: str
    now: datetime
    closures: Closures

    @property
    def today(self) -> date:
        """The local day."""
        return day_in_rome(self.now)


def card_text(card: Card, scene: Scene) -> RichText:
    """Everything a reader is told of `card`, in the order they need it."""
    own = card.translations.get(scene.lang) or Translation()
    paragraphs = [
        bold(card.title_in(scene.lang)),
        _standing(card, scene),
        _body(own.summary if own.body else card.summary, own.body or card.body),
        *_details(card, own, scene.texts),
        _contacts(card, scene),
        _language_note(card, own, scene),
        _provenance(card, scene),
    ]
    return join("\n\n", paragraphs)


def aspect_text(card: Card, aspect: Aspect, scene: Scene) -> RichText:
    """What `card` says about one thing, under its title and with its date; where it says nothing, whom to ask."""
    own = card.translations.get(scene.lang) or Translation()
    said = _said_of(card, own, aspect, scene)
    if not said.text:
        said = join("\n\n", [scene.texts("answers_not_said"), _contacts(card, scene)])
    elif aspect in (Aspect.COST, Aspect.NEEDS):
        said = join("\n\n", [said, _language_note(card, own, scene)])
    return join("\n\n", [bold(card.title_in(scene.lang)), said, _provenance(card, scene)])


def _said_of(card: Card, own: Translation, aspect: Aspect, scene: Scene) -> RichText:
    texts = scene.texts
    match aspect:
        case Aspect.HOURS if card.hours:
            hours = texts("answers_hours", text=_hours(card.hours, texts))
            return join("\n\n", [_standing(card, scene), hours])
        case Aspect.HOURS if any(phone.hours for phone in card.phones):
            return _contacts(card, scene)
        case Aspect.PHONE if card.phones:
            return _contacts(card, scene)
        case Aspect.COST if cost := own.cost or card.cost:
            return texts("answers_cost", text=light_markdown(cost))
        case Aspect.NEEDS if needs := own.needs or card.needs:
            return texts("answers_needs", text=light_markdown(needs))
        case Aspect.WHERE if card.place or card.address:
            return texts("answers_where", text=_where(card))
        case _:
            return RichText()


@lru_cache(maxsize=4096)  # cards are shown often and change seldom
def light_markdown(text: str) -> RichText:
    """`text` with its **bold**, [links](https://…) and "- " lists made real; anything else stays as written."""
    lines = [_line(line) for line in text.strip().splitlines()]
    done = RichText()
    for index, line in enumerate(lines):
        done = done + ("\n" if index else "") + line
    return done


def _standing(card: Card, scene: Scene) -> RichText:
    """Whether the service can be used at all, and whether it is open at this moment."""
    texts = scene.texts
    if freshness.of(card, today=scene.today) is Freshness.EXPIRED and card.valid_to is not None:
        return bold(texts("answers_expired", date=day_words.full(card.valid_to, texts.lang)))
    if card.status in _STATUS_KEYS:
        return join(" ", [bold(texts(_STATUS_KEYS[card.status])), card.status_reason])
    if not card.hours:
        return RichText()
    try:
        now = opening.state(card.hours, at=scene.now, closures=scene.closures.of(card))
    except UserError:  # hours nobody checked: shown as they are written, no promise made
        return RichText()
    return opening.says(now, texts, at=scene.now)


def _body(summary: str, body: str) -> RichText:
    return light_markdown(body or summary)


def _details(card: Card, own: Translation, texts: Texts) -> Iterator[RichText]:
    labelled = (
        ("answers_who", own.who or card.who),
        ("answers_how", own.how or card.how),
        ("answers_needs", own.needs or card.needs),
        ("answers_cost", own.cost or card.cost),
        ("answers_where", _where(card)),
        ("answers_appointment", card.appointment),
        ("answers_wheelchair", card.wheelchair),
        ("answers_languages", ", ".join(card.languages)),
    )
    for key, value in labelled:
        if value:
            yield texts(key, text=light_markdown(value) if isinstance(value, str) else value)
    if card.hours:
        yield texts("answers_hours", text=_hours(card.hours, texts))


def _where(card: Card) -> RichText:
    """Place and address; one exact enough leads to a map. From a private card no trace is left in a browser."""
    address = light_markdown(card.address)
    exact = card.lat is not None or _ONE_DOOR.fullmatch(card.address)
    if exact and address.text and not card.sensitive:
        sought = card.address if card.lat is None else f"{card.lat},{card.lon}"
        address = link(address.text, _MAP + quote(sought))
    return join(", ", [light_markdown(card.place), address])


@lru_cache(maxsize=1024)
def _hours(osm: str, texts: Texts) -> RichText:
    try:
        return italian_hours.words(osm, texts)
    except UserError:
        return RichText(osm)


def _contacts(card: Card, scene: Scene) -> RichText:
    texts = scene.texts
    lines = [
        join(". ", [phone_line(phone, texts), _answers_now(phone, card, scene)]) for phone in card.phones
    ]
    lines += [texts("answers_email", email=address) for address in (card.email, card.pec) if address]
    if card.site:
        lines.append(texts("answers_site", site=card.site))
    return join("\n", lines)


def _answers_now(phone: Phone, card: Card, scene: Scene) -> RichText:
    """Whether somebody picks up at this moment; nothing where that is always so, not known, or no matter any more."""
    over = card.status in _STATUS_KEYS or freshness.of(card, today=scene.today) is Freshness.EXPIRED
    if not phone.hours or over:
        return RichText()
    try:
        if opening.unbounded(phone.hours):
            return RichText()
        now = opening.state(phone.hours, at=scene.now, closures=scene.closures.of(card))
    except UserError:  # as for the card's own
        return RichText()
    return opening.says(now, scene.texts, at=scene.now) if now.open is not None else RichText()


@lru_cache(maxsize=1024)
def phone_line(phone: Phone, texts: Texts) -> RichText:
    """One number with its label, what it costs and its hours."""
    notes = []
    if phone.free:
        notes.append(texts("answers_phone_free"))
    if phone.shared_cost:
        notes.append(texts("answers_phone_shared"))
    if phone.hours:
        notes.append(_hours(phone.hours, texts))
    number = texts("answers_phone", number=phones.shown(phone))
    # A label in Latin letters would turn the rest of a line for Arabic readers around.
    line = RichText(_RIGHT_TO_LEFT.get(texts.lang, "")) + join(": ", [phone.label, number])
    return line + " (" + join(texts("comma").text, notes) + ")" if notes else line


def _language_note(card: Card, own: Translation, scene: Scene) -> RichText:
    if scene.lang == ITALIAN:
        return RichText()
    if not own.body:
        return italic(scene.texts("answers_italian_only"))
    machine = scene.texts("answers_machine") if own.origin is Origin.MACHINE else RichText()
    rest = scene.texts("answers_rest_italian") if _partly_italian(card, own) else RichText()
    return italic(join(" ", [machine, rest]))


def _partly_italian(card: Card, own: Translation) -> bool:
    """Whether something shown of a card that is translated is not."""
    translatable = ((card.who, own.who), (card.how, own.how), (card.needs, own.needs), (card.cost, own.cost))
    left = (card.appointment, card.wheelchair, *card.languages, card.status_reason)
    return any(left) or any(italian and not translated for italian, translated in translatable)


def _provenance(card: Card, scene: Scene) -> RichText:
    """Where it is from, when it was last true, and how far to trust it. Last, and always there."""
    texts = scene.texts
    lines: list[RichText] = []
    if card.verified_on is not None:
        key = "answers_due" if _is_due(card, scene) else "answers_verified"
        lines.append(texts(key, date=day_words.full(card.verified_on, texts.lang)))
    elif not freshness.only_emergency(card):
        lines.append(bold(texts("answers_to_verify")))
    if card.source:
        dated = texts("answers_source_date", date=_rough_date(card.source_date, texts))
        lines.append(texts("answers_source", source=_source(card.source, texts), date=dated))
    return join("\n", lines)


def _is_due(card: Card, scene: Scene) -> bool:
    return freshness.of(card, today=scene.today) in (Freshness.DUE, Freshness.HIDDEN)


def _source(source: str, texts: Texts) -> RichText:
    """The source as written; one that is only an address becomes a short link."""
    if _WEB.fullmatch(source):
        return link(source.split("/")[2].removeprefix("www."), source)
    return RichText(source)


def _rough_date(written: str, texts: Texts) -> str:
    """ "2020-03" as "marzo 2020"; as precise as the source is, and said where it has no date."""
    parts = written.split("-")
    try:
        numbers = [int(part) for part in parts]
        match numbers:
            case [year]:
                return str(date(year, 1, 1).year)
            case [year, month]:
                return day_words.month_of_year(date(year, month, 1), texts.lang)
            case [year, month, day]:
                return day_words.full(date(year, month, day), texts.lang)
    except ValueError:
        pass
    return written or texts.plain("answers_undated")


def _line(line: str) -> RichText:
    bullet = re.match(r"\s*[-*]\s+", line)
    done = RichText("• ") if bullet else RichText()
    rest = line[bullet.end() :] if bullet else line
    last = 0
    for found in _INLINE.finditer(rest):
        done = done + rest[last : found.start()]
        done = done + (bold(found["bold"]) if found["bold"] else link(found["text"], found["url"]))
        last = found.end()
    return done + rest[last:]
