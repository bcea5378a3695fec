"""A decided reply as messages: help for danger before all, then cards, choices, or an honest no."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core import phones
from bot.core.answer import Answer, Choose, Decision, Reply, Unknown, WhichQuarter
from bot.core.buttons import (
    Action,
    Hide,
    NoneOfThese,
    NotThis,
    Person,
    PickQuarter,
    SendNumbers,
    ShowCard,
    encode,
)
from bot.core.card import Card, Knowledge, Phone, Quarter
from bot.core.card_text import Scene, aspect_text, card_text
from bot.core.closures import closures
from bot.core.follow_up import Aspect
from bot.core.outgoing import Button, ContactCard, Outgoing
from bot.core.richtext import MESSAGE_LIMIT, RichText, split
from bot.core.safety import Danger, Finding
from bot.core.texts import Texts
from bot.core.words import tokens

_BUTTON_LENGTH = 60  # characters; longer titles are cut by Telegram's clients anyway
_HELP_KEYS = {
    Danger.VIOLENCE: "answers_violence",
    Danger.DANGER: "answers_danger",
    Danger.DESPAIR: "answers_despair",
}
_EMERGENCY = "112"
_HELP_NUMBERS = {Danger.VIOLENCE: "1522", Danger.DANGER: _EMERGENCY}
_MOST_QUARTERS = 12


def compose(
    reply: Reply, texts: Texts, *, knowledge: Knowledge, now: datetime
) -> list[Outgoing | ContactCard]:
    """The messages of `reply` in order, help for danger first. `now` is aware."""
    scene = Scene(texts=texts, lang=reply.lang, now=now, closures=closures(knowledge.closures))
    items: list[Outgoing | ContactCard] = []
    if reply.safety is not None and not _is_the_help(reply.decision, reply.safety):
        items += _help(reply, reply.safety, scene)
    if not helped_alone(reply):
        items += _decided(reply, knowledge, scene)
    return _contacts_once(items)


def card_messages(
    card: Card, texts: Texts, *, lang: str, now: datetime, knowledge: Knowledge
) -> list[Outgoing | ContactCard]:
    """`card` whole, as for a button that names it: its text, then its first number as a contact."""
    scene = Scene(texts=texts, lang=lang, now=now, closures=closures(knowledge.closures))
    return list(_card(card, scene))


def hiding(items: Sequence[Outgoing | ContactCard], also: tuple[int, ...]) -> list[Outgoing | ContactCard]:
    """`items` whose button "Nascondi" takes the messages `also` away too, whenever it is pressed."""
    bare, whole = encode(Hide()), encode(Hide(also))

    def aimed(item: Outgoing) -> Outgoing:
        rows = (
            tuple(replace(button, data=whole) if button.data == bare else button for button in row)
            for row in item.buttons
        )
        return replace(item, buttons=tuple(rows))

    return [aimed(item) if isinstance(item, Outgoing) else item for item in items]


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


def _decided(reply: Reply, knowledge: Knowledge, scene: Scene) -> Iterator[Outgoing | ContactCard]:
    match reply.decision:
        case Answer(card=card, aspect=Aspect() as aspect) if not card.sensitive:
            yield _part(card, aspect, scene)
        case Answer(card=card, also=also):
            yield from _card(card, scene)
            if also is not None:
                yield from _card(also, scene)
        case Choose(cards=cards):
            rows = [_button(card.title_in(scene.lang), ShowCard(card.id)) for card in cards]
            rows.append(_button(scene.texts.plain("answers_none_of_these"), NoneOfThese()))
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
    text = texts(_HELP_KEYS[found.kind])
    if not found.sure:
        text = texts("answers_if_needed") + "\n\n" + text
    unheard = _may_have_asked_more(reply, found)
    if unheard:
        text = text + "\n\n" + texts("answers_if_else")
    rows: list[Button] = []
    if helped_alone(reply) and (more := next((card for card, _ in reply.scored if card.sensitive), None)):
        rows.append(_button(texts.plain("answers_more"), ShowCard(more.id)))
    if found.kind is Danger.DESPAIR or unheard:
        rows.append(_button(texts.plain("answers_person"), Person()))
    if found.kind is not Danger.DANGER:
        rows.append(_button(texts.plain("answers_hide"), Hide()))
    yield Outgoing(text=text, buttons=tuple((row,) for row in rows), silent=found.kind is Danger.VIOLENCE)
    if found.kind is Danger.DANGER and found.sure:
        yield ContactCard(phone=_EMERGENCY, name=texts.plain("answers_emergency_name"))


def _is_the_help(decision: Decision, found: Finding) -> bool:
    """Whether the one card shown says what the help would: it has the help's number for a title. Never where it is sure."""
    number = _HELP_NUMBERS.get(found.kind)
    return (
        not found.sure
        and isinstance(decision, Answer)
        and number is not None
        and number in tokens(decision.card.title)
    )


def _may_have_asked_more(reply: Reply, found: Finding) -> bool:
    """Whether nothing follows the help although it may have been meant otherwise: then there is a way on."""
    nothing = helped_alone(reply) or isinstance(reply.decision, Unknown)
    certain = found.beyond_doubt or (found.sure and found.kind is Danger.DANGER)
    return nothing and not certain


def helped_alone(reply: Reply) -> bool:
    """Where violence or despair is certain, nothing follows by itself: a card's title would show in the chat list."""
    return reply.safety is not None and reply.safety.sure and reply.safety.kind is not Danger.DANGER


def _card(card: Card, scene: Scene) -> Iterator[Outgoing | ContactCard]:
    text = card_text(card, scene)
    if card.sensitive:
        # The chat list shows how a message begins, to whoever looks at the screen.
        text = scene.texts("answers_neutral") + "\n\n" + text
    *first, last = split(text, limit=MESSAGE_LIMIT)
    for part in first:
        yield Outgoing(text=part)
    buttons = [(_button(scene.texts.plain("answers_not_this"), NotThis(card.id)),)]
    if contacts(card):
        buttons.append((_button(scene.texts.plain("answers_numbers"), SendNumbers(card.id)),))
    if card.sensitive:
        buttons.append((_button(scene.texts.plain("answers_hide"), Hide()),))
    yield Outgoing(text=last, buttons=tuple(buttons))
    if card.phones and not card.sensitive:
        yield _contact(card.phones[0], card)


def _part(card: Card, aspect: Aspect, scene: Scene) -> Outgoing:
    """What was asked about the card just shown, without all the rest."""
    buttons = [(_button(scene.texts.plain("answers_not_this"), NotThis(card.id)),)]
    if card.phones:
        buttons.append((_button(scene.texts.plain("answers_numbers"), SendNumbers(card.id)),))
    buttons.append((_button(scene.texts.plain("answers_person"), Person()),))
    return Outgoing(text=aspect_text(card, aspect, scene), buttons=tuple(buttons))


def contacts(card: Card) -> list[ContactCard]:
    """The numbers of `card` that its own messages do not bring as contacts; of a private card none comes unasked."""
    return [_contact(phone, card) for phone in (card.phones if card.sensitive else card.phones[1:])]


def _contact(phone: Phone, card: Card) -> ContactCard:
    return ContactCard(phone=phones.tel(phone), name=phone.label or card.title)


def _asking(text: RichText, choices: Sequence[Button], scene: Scene) -> Outgoing:
    person = _button(scene.texts.plain("answers_person"), Person())
    return Outgoing(text=text, buttons=tuple((button,) for button in (*choices, person)))


def _button(text: str, action: Action) -> Button:
    shown = text if len(text) <= _BUTTON_LENGTH else text[: _BUTTON_LENGTH - 1].rstrip() + "…"
    return Button(text=shown, data=encode(action))
