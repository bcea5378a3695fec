"""A decided reply as messages: cards whole and verbatim, each with its date and source; help for danger before all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date

from bot.core import freshness, italian_hours, opening, phones
from bot.core.answer import Answer, Choose, Reply, Unknown, WhichQuarter
from bot.core.buttons import Hide, NotThis, Person, PickQuarter, ShowCard, encode
from bot.core.card import Card, Knowledge, Origin, Phone, Quarter, Status, Translation
from bot.core.closures import Closures, closures
from bot.core.errors import UserError
from bot.core.freshness import Freshness
from bot.core.opening import ROME
from bot.core.outgoing import Button, ContactCard, Outgoing
from bot.core.richtext import MESSAGE_LIMIT, RichText, bold, italic, join, link, split
from bot.core.safety import Danger, Finding
from bot.core.texts import Texts
from bot.core.words import ITALIAN

_INLINE = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|\[(?P<text>[^\]]+)\]\((?P<url>https?://[^)\s]+)\)")
_WEB = re.compile(r"https?://\S+")
_BUTTON_LENGTH = 60  # characters; longer titles are cut by Telegram's clients anyway
_STATUS_KEYS = {
    Status.SUSPENDED: "answers_suspended",
    Status.CLOSED: "answers_closed",
    Status.COMING: "answers_coming",
}
# Texts that matter too much to be read in a foreign language: they exist in all nine, catalog or not.
_HELP_KEYS = {
    Danger.VIOLENCE: "answers_violence",
    Danger.DANGER: "answers_danger",
    Danger.DESPAIR: "answers_despair",
}
_WITHOUT_CATALOG = frozenset(
    {
        "answers_violence_es",
        "answers_violence_fr",
        "answers_violence_ro",
        "answers_violence_uk",
        "answers_violence_ar",
        "answers_violence_zh",
        "answers_violence_tl",
        "answers_danger_es",
        "answers_danger_fr",
        "answers_danger_ro",
        "answers_danger_uk",
        "answers_danger_ar",
        "answers_danger_zh",
        "answers_danger_tl",
        "answers_despair_es",
        "answers_despair_fr",
        "answers_despair_ro",
        "answers_despair_uk",
        "answers_despair_ar",
        "answers_despair_zh",
        "answers_despair_tl",
        "answers_italian_only_es",
        "answers_italian_only_fr",
        "answers_italian_only_ro",
        "answers_italian_only_uk",
        "answers_italian_only_ar",
        "answers_italian_only_zh",
        "answers_italian_only_tl",
    }
)
_EMERGENCY = "112"
_MOST_QUARTERS = 12


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
        return self.now.astimezone(ROME).date()


def compose(
    reply: Reply, texts: Texts, *, knowledge: Knowledge, now: datetime
) -> list[Outgoing | ContactCard]:
    """The messages of `reply` in order, help for danger first. `now` is aware."""
    scene = Scene(texts=texts, lang=reply.lang, now=now, closures=closures(knowledge.closures))
    items: list[Outgoing | ContactCard] = list(_help(reply, reply.safety, scene)) if reply.safety else []
    if not _help_is_enough(reply):
        items += _decided(reply, knowledge, scene)
    return _contacts_once(items)


def _contacts_once(items: list[Outgoing | ContactCard]) -> list[Outgoing | ContactCard]:
    """`items` with each number sent as a contact once."""
    seen: set[str] = set()
    kept: list[Outgoing | ContactCard] = []
    for item in items:
        if isinstance(item, ContactCard):
            if item.phone in seen:
                continue
            seen.add(item.phone)
        kept.append(item)
    return kept


def card_messages(
    card: Card, texts: Texts, *, lang: str, now: datetime, knowledge: Knowledge
) -> list[Outgoing | ContactCard]:
    """`card` whole, as for a button that names it: its text, then its first number as a contact."""
    scene = Scene(texts=texts, lang=lang, now=now, closures=closures(knowledge.closures))
    return list(_card(card, scene))


def card_text(card: Card, scene: Scene) -> RichText:
    """Everything a reader is told of `card`, in the order they need it."""
    own = card.translations.get(scene.lang) or Translation()
    paragraphs = [
        bold(own.title or card.title),
        _standing(card, scene),
        _body(own.summary if own.body else card.summary, own.body or card.body),
        *_details(card, own, scene.texts),
        _contacts(card, scene),
        _language_note(own, scene),
        _provenance(card, scene),
    ]
    return join("\n\n", paragraphs)


def light_markdown(text: str) -> RichText:
    """`text` with its **bold**, [links](https://…) and "- " lists made real; anything else stays as written."""
    lines = [_line(line) for line in text.strip().splitlines()]
    done = RichText()
    for index, line in enumerate(lines):
        done = done + ("\n" if index else "") + line
    return done


def _decided(reply: Reply, knowledge: Knowledge, scene: Scene) -> Iterator[Outgoing | ContactCard]:
    match reply.decision:
        case Answer(card=card, also=also):
            yield from _card(card, scene)
            if also is not None:
                yield from _card(also, scene)
        case Choose(cards=cards):
            rows = [_button(_title(card, scene), ShowCard(card.id)) for card in cards]
            yield _asking(scene.texts("answers_choose"), rows, scene)
        case WhichQuarter(quarters=ids):
            offered = _offered(ids, knowledge)
            rows = [_button(quarter.name, PickQuarter(quarter.id)) for quarter in offered]
            key = "answers_which_quarter" if len(offered) == len(ids) else "answers_which_quarter_or_write"
            yield _asking(scene.texts(key), rows, scene)
        case Unknown():
            if reply.safety is None:
                yield _asking(scene.texts("answers_unknown"), [], scene)


def _offered(ids: Sequence[str], knowledge: Knowledge) -> list[Quarter]:
    """The quarters shown as buttons: all where they are few, else those people ask for most; others can be written."""
    known = [quarter for quarter in knowledge.quarters if quarter.id in ids]
    return sorted(known, key=lambda quarter: not quarter.listed)[:_MOST_QUARTERS]


def _help(reply: Reply, found: Finding, scene: Scene) -> Iterator[Outgoing | ContactCard]:
    """The fixed text for this kind of danger; nothing is shown of it before the chat is opened."""
    texts = scene.texts
    text = _in_reader_language(_HELP_KEYS[found.kind], scene)
    if not found.sure:
        text = texts("answers_if_needed") + "\n\n" + text
    rows: list[Button] = []
    if _help_is_enough(reply) and (more := next((card for card, _ in reply.scored if card.sensitive), None)):
        rows.append(_button(texts.plain("answers_more"), ShowCard(more.id)))
    if found.kind is Danger.DESPAIR:
        rows.append(_button(texts.plain("answers_person"), Person()))
    if found.kind is not Danger.DANGER:
        rows.append(_button(texts.plain("answers_hide"), Hide()))
    yield Outgoing(text=text, buttons=tuple((row,) for row in rows), silent=found.kind is Danger.VIOLENCE)
    if found.kind is Danger.DANGER and found.sure:
        yield ContactCard(phone=_EMERGENCY, name=texts.plain("answers_emergency_name"))


def _help_is_enough(reply: Reply) -> bool:
    """Where violence or despair is certain, only a card made for it may follow."""
    if reply.safety is None or not reply.safety.sure or reply.safety.kind is Danger.DANGER:
        return False
    return not (isinstance(reply.decision, Answer) and reply.decision.card.sensitive)


def _in_reader_language(key: str, scene: Scene) -> RichText:
    """The text in the reader's own language, also where that language has no catalog yet."""
    own = f"{key}_{scene.lang}"
    return scene.texts(own if own in _WITHOUT_CATALOG else key)


def _card(card: Card, scene: Scene) -> Iterator[Outgoing | ContactCard]:
    *first, last = split(card_text(card, scene), limit=MESSAGE_LIMIT)
    for part in first:
        yield Outgoing(text=part)
    buttons = [(_button(scene.texts.plain("answers_not_this"), NotThis(card.id)),)]
    if card.sensitive:
        buttons.append((_button(scene.texts.plain("answers_hide"), Hide()),))
    yield Outgoing(text=last, buttons=tuple(buttons))
    if card.phones and not card.sensitive:
        yield ContactCard(phone=phones.tel(card.phones[0]), name=card.phones[0].label or card.title)


def _asking(text: RichText, choices: Sequence[Button], scene: Scene) -> Outgoing:
    person = _button(scene.texts.plain("answers_person"), Person())
    return Outgoing(text=text, buttons=tuple((button,) for button in (*choices, person)))


def _button(text: str, action: ShowCard | NotThis | PickQuarter | Person | Hide) -> Button:
    shown = text if len(text) <= _BUTTON_LENGTH else text[: _BUTTON_LENGTH - 1].rstrip() + "…"
    return Button(text=shown, data=encode(action))


def _title(card: Card, scene: Scene) -> str:
    own = card.translations.get(scene.lang)
    return own.title if own and own.title else card.title


def _standing(card: Card, scene: Scene) -> RichText:
    """Whether the service can be used at all, and whether it is open at this moment."""
    texts = scene.texts
    if freshness.of(card, today=scene.today) is Freshness.EXPIRED and card.valid_to is not None:
        return bold(texts("answers_expired", date=_day(card.valid_to, texts)))
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
        ("answers_cost", card.cost),
        ("answers_where", ", ".join(part for part in (card.place, card.address) if part)),
        ("answers_appointment", card.appointment),
        ("answers_wheelchair", card.wheelchair),
        ("answers_languages", ", ".join(card.languages)),
    )
    for key, value in labelled:
        if value:
            yield texts(key, text=light_markdown(value))
    if card.hours:
        yield texts("answers_hours", text=_hours(card.hours, texts))


def _hours(osm: str, texts: Texts) -> RichText:
    try:
        return italian_hours.words(osm, texts)
    except UserError:
        return RichText(osm)


def _contacts(card: Card, scene: Scene) -> RichText:
    texts = scene.texts
    lines = [_phone(phone, texts) for phone in card.phones]
    lines += [texts("answers_email", email=address) for address in (card.email, card.pec) if address]
    if card.site:
        lines.append(texts("answers_site", site=card.site))
    return join("\n", lines)


def _phone(phone: Phone, texts: Texts) -> RichText:
    notes = []
    if phone.free:
        notes.append(texts("answers_phone_free"))
    if phone.shared_cost:
        notes.append(texts("answers_phone_shared"))
    if phone.hours:
        notes.append(_hours(phone.hours, texts))
    number = bold(phones.shown(phone))
    line = join(": ", [phone.label, number])
    return line + " (" + join(", ", notes) + ")" if notes else line


def _language_note(own: Translation, scene: Scene) -> RichText:
    if scene.lang == ITALIAN:
        return RichText()
    if not own.body:
        return italic(_in_reader_language("answers_italian_only", scene))
    return italic(scene.texts("answers_machine")) if own.origin is Origin.MACHINE else RichText()


def _provenance(card: Card, scene: Scene) -> RichText:
    """Where it is from, when it was last true, and how far to trust it. Last, and always there."""
    texts = scene.texts
    lines: list[RichText] = []
    if card.verified_on is not None:
        key = "answers_due" if _is_due(card, scene) else "answers_verified"
        lines.append(texts(key, date=_day(card.verified_on, texts)))
    else:
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
                return str(format_date(date(year, month, 1), "LLLL y", locale=texts.lang))
            case [year, month, day]:
                return _day(date(year, month, day), texts)
    except ValueError:
        pass
    return written or texts.plain("answers_undated")


def _day(day: date, texts: Texts) -> str:
    return str(format_date(day, "d MMMM y", locale=texts.lang))


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
