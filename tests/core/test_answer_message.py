"""Replies as messages."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.catalogs import texts
from bot.core.answer import Answer, Choose, Reply, Unknown, WhichQuarter
from bot.core.answer_message import card_messages, compose, contacts
from bot.core.buttons import Person, encode
from bot.core.card import Card, Phone, Status, Translation
from bot.core.card_text import light_markdown
from bot.core.follow_up import Aspect
from bot.core.outgoing import ContactCard, Outgoing
from bot.core.richtext import MESSAGE_LIMIT
from bot.core.safety import Danger, Finding
from tests.core.answers_world import KNOWLEDGE, LIFT, MOULD, RENT, VIOLENCE

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # Monday, ten in Rome
IT = texts("it")


def messages(reply: Reply, lang: str = "it") -> list[Outgoing | ContactCard]:
    return compose(replace(reply, lang=lang), texts(lang), knowledge=KNOWLEDGE, now=NOW)


def whole(items: list[Outgoing | ContactCard]) -> str:
    return "\n".join(item.text.text for item in items if isinstance(item, Outgoing))


def data(items: list[Outgoing | ContactCard]) -> list[str | None]:
    return [
        button.data for item in items if isinstance(item, Outgoing) for row in item.buttons for button in row
    ]


def shown(card: Card) -> str:
    return whole(card_messages(card, IT, lang="it", now=NOW, knowledge=KNOWLEDGE))


@pytest.mark.parametrize(
    ("aspect", "there", "absent"),
    [
        (Aspect.HOURS, "Orari", "Avviso"),
        (Aspect.PHONE, "02 73921", "scala e piano"),
        (Aspect.NEEDS, "scala e piano", "02 73921"),
        (Aspect.COST, "La scheda non lo dice", "scala e piano"),
    ],
)
def test_a_follow_up_gets_the_one_thing_it_asks(aspect: Aspect, there: str, absent: str) -> None:
    card = replace(LIFT, source="", phones=(Phone(number="+390273921"),))
    items = messages(Reply(decision=Answer(card=card, aspect=aspect)))
    text = whole(items)
    assert card.title in text
    assert there in text
    assert absent not in text
    assert not any(isinstance(item, ContactCard) for item in items)
    assert data(items)[-1] == encode(Person())


def test_the_card_is_shown_whole_with_its_date_and_source() -> None:
    text = whole(messages(Reply(decision=Answer(card=LIFT))))
    for part in (
        "Ascensore fermo o guasto",
        "Indirizzo, scala e piano.",
        "Aperto",
        "Avviso dell'ente",
        "marzo 2020",
    ):
        assert part in text


def test_a_card_nobody_verified_says_so() -> None:
    assert "Da verificare: chiama prima di andare." in shown(LIFT)


def test_a_verified_card_says_when_and_an_old_one_warns() -> None:
    assert "Verificato il 1 novembre 2026" in shown(replace(LIFT, verified_on=date(2026, 11, 1)))
    assert "Attenzione" in shown(replace(LIFT, verified_on=date(2026, 3, 1), review_days=180))


@pytest.mark.parametrize(
    ("status", "words"),
    [(Status.SUSPENDED, "sospeso"), (Status.CLOSED, "chiuso"), (Status.COMING, "non ancora attivo")],
)
def test_a_service_that_does_not_run_says_so_instead_of_its_opening(status: Status, words: str) -> None:
    text = shown(replace(LIFT, status=status, status_reason="Lavori fino a marzo."))
    assert words in text
    assert "Lavori fino a marzo." in text
    assert "Aperto fino" not in text


def test_a_number_says_whether_somebody_picks_up_now() -> None:
    """Where that is always so, not known, or the service is no more, nothing is added."""
    office = Phone(number="+390273921", label="Centralino", hours="Mo-Th 08:30-13:00; Fr 08:30-12:00")
    card = replace(LIFT, hours="", phones=(office, Phone(number="112", hours="24/7"), Phone(number="1522")))
    assert "venerdì 8:30-12:00). Aperto fino alle 13:00\n112 (24 ore su 24)\n1522\n" in shown(card)
    sunday = datetime(2026, 11, 29, 17, 0, tzinfo=UTC)
    late = whole(card_messages(card, IT, lang="it", now=sunday, knowledge=KNOWLEDGE))
    assert "venerdì 8:30-12:00). Chiuso, riapre domani alle 8:30\n" in late
    for gone in (replace(card, status=Status.CLOSED), replace(card, valid_to=date(2023, 6, 30))):
        assert "Aperto fino" not in shown(gone)


@pytest.mark.parametrize(
    ("address", "sought"),
    [
        ("via Valla 25, Milano", "via%20Valla%2025%2C%20Milano"),
        ("via Anselmo da Baggio 55/A", "via%20Anselmo%20da%20Baggio%2055/A"),
        ("via Moncalieri 15 o via Giolli 29, Milano", None),
        ("via Gigante, di fronte al civico 5, Milano", None),
        ("via Saponaro, Milano", None),
    ],
)
def test_an_exact_address_leads_to_a_map(address: str, sought: str | None) -> None:
    """One that may be two doors leads nowhere, and a private card leaves no trace in a browser."""

    def maps(card: Card) -> list[str]:
        items = card_messages(card, IT, lang="it", now=NOW, knowledge=KNOWLEDGE)
        spans = [span for item in items if isinstance(item, Outgoing) for span in item.text.spans]
        return [span.url for span in spans if span.url and "maps" in span.url]

    card = replace(LIFT, place="Spazio", address=address)
    assert f"Spazio, {address}" in shown(card)
    assert [url.partition("query=")[2] for url in maps(card)] == ([sought] if sought else [])
    assert maps(replace(card, lat=45.4, lon=9.1))[0].endswith("query=45.4%2C9.1")
    assert maps(replace(card, sensitive=True)) == []


def test_a_service_that_is_over_says_since_when() -> None:
    assert "terminato il 30 giugno 2023" in shown(replace(LIFT, valid_to=date(2023, 6, 30)))


def test_the_first_number_comes_as_a_contact_too() -> None:
    contacts = [item for item in messages(Reply(decision=Answer(card=LIFT))) if isinstance(item, ContactCard)]
    assert contacts == [ContactCard(phone="+390212345678", name="Pronto intervento")]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "ar",
            ("ما يلزم", "لم يتم التحقق بعد", "مارس 2020", "مفتوح", "هذه البطاقة بالإيطالية فقط", "ليس هذا؟"),
        ),
        (
            "uk",
            ("Що потрібно", "Ще не перевірено", "березень 2020", "Відчинено", "лише італійською", "Не те?"),
        ),
        ("zh", ("需要什么", "尚未核实", "2020年3月", "开放", "仅有意大利语", "不是这个？")),
    ],
)
def test_around_the_words_of_an_italian_card_everything_is_in_the_readers_language(
    lang: str, words: tuple[str, ...]
) -> None:
    """The card itself stays word for word, and says so."""
    items = messages(Reply(decision=Answer(card=LIFT)), lang)
    labels = [
        button.text for item in items if isinstance(item, Outgoing) for row in item.buttons for button in row
    ]
    text = whole(items) + "\n" + "\n".join(labels)
    assert "Indirizzo, scala e piano." in text
    assert [word for word in words if word not in text] == []


def test_a_number_keeps_its_order_among_arabic_words() -> None:
    """Without the marks its groups of figures would stand from right to left."""
    text = whole(messages(Reply(decision=Answer(card=LIFT)), "ar"))
    assert "\u206602 1234 5678\u2069" in text


def test_a_number_with_an_italian_label_stands_from_right_to_left_for_arabic_readers() -> None:
    """Without the mark a line that begins in Latin letters turns its Arabic notes and brackets around."""
    text = whole(messages(Reply(decision=Answer(card=LIFT)), "ar"))
    assert "\n\u200fPronto intervento: " in text
    assert "\u200f" not in whole(messages(Reply(decision=Answer(card=LIFT)), "uk"))


def test_a_translated_title_is_shown_in_the_card_and_in_a_choice_and_the_rest_is_said_to_be_italian() -> None:
    card = replace(LIFT, translations={"ar": Translation(title="المصعد معطل")})
    assert whole(messages(Reply(decision=Answer(card=card)), "ar")).startswith("المصعد معطل")
    assert "هذه البطاقة بالإيطالية فقط" in whole(messages(Reply(decision=Answer(card=card)), "ar"))
    choice = messages(Reply(decision=Choose(cards=(card, MOULD))), "ar")[0]
    assert isinstance(choice, Outgoing)
    assert [row[0].text for row in choice.buttons] == [
        "المصعد معطل",
        MOULD.title,
        "لا شيء من هذه",
        "تحدث مع شخص",
    ]


def test_a_card_of_which_something_is_not_translated_says_so() -> None:
    own = Translation(title="المصعد", body="اتصل.", needs="العنوان.", cost="مجاني.")
    card = replace(LIFT, cost="Gratuito.", translations={"ar": own})
    for aspect in (None, Aspect.COST):
        text = whole(messages(Reply(decision=Answer(card=card, aspect=aspect)), "ar"))
        assert "مجاني." in text
        assert "بالإيطالية فقط" not in text
        half = replace(card, translations={"ar": replace(own, cost="")})
        text = whole(messages(Reply(decision=Answer(card=half, aspect=aspect)), "ar"))
        assert "Gratuito." in text
        assert "بعض الأسطر بالإيطالية فقط." in text
    only_title = replace(card, translations={"ar": Translation(title="المصعد")})
    text = whole(messages(Reply(decision=Answer(card=only_title, aspect=Aspect.COST)), "ar"))
    assert "هذه البطاقة بالإيطالية فقط" in text


def test_short_numbers_stay_short() -> None:
    card = replace(LIFT, phones=(Phone(number="020202", label="Comune"),))
    items = card_messages(card, IT, lang="it", now=NOW, knowledge=KNOWLEDGE)
    assert "020202" in whole(items)
    assert ContactCard(phone="020202", name="Comune") in items


def test_a_sensitive_card_sends_no_contact_and_can_be_hidden() -> None:
    items = card_messages(VIOLENCE, IT, lang="it", now=NOW, knowledge=KNOWLEDGE)
    assert not any(isinstance(item, ContactCard) for item in items)
    assert "hide" in data(items)
    assert whole(items).splitlines()[0] == "Ecco le informazioni: apri il messaggio per leggerle."


@pytest.mark.parametrize(
    ("number", "kind", "card"),
    [
        ("1522", Danger.VIOLENCE, replace(VIOLENCE, title="1522: numero antiviolenza")),
        ("112", Danger.DANGER, replace(LIFT, title="Chiama il 112", phones=(Phone(number="112"),))),
    ],
)
def test_the_card_that_is_the_help_gets_no_help_beside_it_where_danger_is_unsure(
    number: str, kind: Danger, card: Card
) -> None:
    """Who writes "112" wants that card, not its number twice."""
    found = Finding(kind=kind, sure=False)
    reply = Reply(decision=Answer(card=card), safety=found, scored=((card, 1.0),))
    assert whole(messages(reply)) == shown(card)
    other = Answer(card=replace(card, title="Un'altra"))
    for more in (replace(reply, safety=replace(found, sure=True)), replace(reply, decision=other)):
        assert IT.plain("answers_violence" if number == "1522" else "answers_danger") in whole(messages(more))


def test_a_wrong_card_can_be_said_to_be_wrong() -> None:
    assert "other:ascensore" in data(messages(Reply(decision=Answer(card=LIFT))))


def test_choices_lead_to_their_cards_to_none_of_them_and_to_a_person() -> None:
    items = messages(Reply(decision=Choose(cards=(LIFT, MOULD))))
    assert data(items) == ["card:ascensore", "card:muffa", "none", "person"]


def test_the_quarters_are_offered_as_buttons_those_people_ask_for_first() -> None:
    items = messages(Reply(decision=WhichQuarter(service="sede", quarters=("mazzini", "san-siro"))))
    assert data(items) == ["quarter:san-siro", "quarter:mazzini", "person"]


def test_an_honest_no_offers_a_person() -> None:
    items = messages(Reply(decision=Unknown()))
    assert "Non lo so" in whole(items)
    assert data(items) == ["person"]


def test_two_topics_give_two_cards() -> None:
    text = whole(messages(Reply(decision=Answer(card=LIFT, also=RENT))))
    assert text.index("Ascensore fermo") < text.index("Pagare l'affitto")


def test_certain_violence_gives_the_neutral_card_alone() -> None:
    found = Finding(kind=Danger.VIOLENCE, sure=True, beyond_doubt=True)
    items = messages(Reply(decision=Answer(card=LIFT), safety=found, scored=((VIOLENCE, 0.5), (LIFT, 0.4))))
    assert len(items) == 1
    first = items[0]
    assert isinstance(first, Outgoing)
    assert first.text.text.splitlines()[0] == "Numeri utili."
    assert "1522" in first.text.text
    assert "112" in first.text.text
    assert first.preview is None
    assert data(items) == ["card:antiviolenza", "hide"]


def test_a_card_against_violence_is_a_tap_away_and_does_not_follow_by_itself() -> None:
    """Its title would be the last line in the chat list, for whoever looks at the phone."""
    found = Finding(kind=Danger.VIOLENCE, sure=True)
    items = messages(Reply(decision=Answer(card=VIOLENCE), safety=found, scored=((VIOLENCE, 0.9),)))
    assert len(items) == 1
    assert "card:antiviolenza" in data(items)


def test_where_nobody_is_sure_help_stands_before_the_answer_never_instead_of_it() -> None:
    found = Finding(kind=Danger.VIOLENCE, sure=False)
    text = whole(messages(Reply(decision=Answer(card=LIFT), safety=found)))
    assert text.index("1522") < text.index("Ascensore fermo")


@pytest.mark.parametrize(
    ("found", "way_on"),
    [
        (Finding(kind=Danger.VIOLENCE, sure=False), True),
        (Finding(kind=Danger.DANGER, sure=False), True),
        (Finding(kind=Danger.VIOLENCE, sure=True), True),
        (Finding(kind=Danger.VIOLENCE, sure=True, beyond_doubt=True), False),
        (Finding(kind=Danger.DANGER, sure=True), False),
    ],
)
def test_help_that_nothing_follows_shows_a_way_on_unless_it_is_beyond_doubt(
    found: Finding, way_on: bool
) -> None:
    items = messages(Reply(decision=Unknown(), safety=found))
    assert ("Se avevi chiesto altro" in whole(items)) == way_on
    assert ("person" in data(items)) == way_on


def test_danger_says_112_first_and_then_answers() -> None:
    found = Finding(kind=Danger.DANGER, sure=True)
    items = messages(Reply(decision=Answer(card=LIFT), safety=found))
    assert whole(items).index("112") < whole(items).index("Ascensore fermo")
    assert [item.phone for item in items if isinstance(item, ContactCard)] == ["112", "+390212345678"]


def test_despair_gets_a_quiet_card_and_a_person() -> None:
    items = messages(Reply(decision=Answer(card=LIFT), safety=Finding(kind=Danger.DESPAIR, sure=True)))
    assert "Ascensore" not in whole(items)
    assert data(items) == ["person", "hide"]


@pytest.mark.parametrize("lang", ["it", "en", "es", "fr", "ro", "uk", "ar", "zh", "tl"])
@pytest.mark.parametrize("kind", list(Danger))
def test_help_is_written_in_the_readers_language(lang: str, kind: Danger) -> None:
    text = whole(messages(Reply(decision=Unknown(), safety=Finding(kind=kind, sure=True)), lang=lang))
    italian = whole(messages(Reply(decision=Unknown(), safety=Finding(kind=kind, sure=True))))
    assert "112" in text
    assert (text == italian) == (lang == "it")


def test_other_languages_are_told_that_a_card_is_in_italian_only() -> None:
    assert "solo en italiano" in whole(messages(Reply(decision=Answer(card=LIFT)), lang="es"))


def test_a_very_long_card_is_cut_into_messages_telegram_takes() -> None:
    long = replace(LIFT, body="Una frase lunga che dice qualcosa. " * 400)
    items = [item for item in messages(Reply(decision=Answer(card=long))) if isinstance(item, Outgoing)]
    assert len(items) > 1
    assert all(len(item.text) <= MESSAGE_LIMIT for item in items)
    assert all(not item.buttons for item in items[:-1])
    assert items[-1].buttons


def test_light_markdown_becomes_formatting_and_the_rest_stays_as_written() -> None:
    text = light_markdown("Vedi **qui**:\n- [la guida](https://example.org/a)\n- 2 * 3 < 7")
    assert text.text == "Vedi qui:\n• la guida\n• 2 * 3 < 7"
    assert [(span.kind, span.url) for span in text.spans] == [
        ("bold", None),
        ("text_link", "https://example.org/a"),
    ]


def test_hours_nobody_can_read_are_shown_as_written_and_promise_nothing() -> None:
    text = shown(replace(LIFT, hours="quando capita", phones=()))
    assert "quando capita" in text
    assert "Aperto" not in text


def test_every_number_can_be_had_as_a_contact() -> None:
    several = replace(LIFT, phones=(Phone(number="112", label="Emergenze"), Phone(number="+390273921")))
    items = card_messages(several, IT, lang="it", now=NOW, knowledge=KNOWLEDGE)
    unasked = [item for item in items if isinstance(item, ContactCard)]
    assert [one.phone for one in (*unasked, *contacts(several))] == ["112", "+390273921"]
    assert contacts(several)[0].name == several.title
    assert "numbers:" + several.id in data(items)


def test_a_card_with_one_number_needs_no_button_and_a_private_one_sends_none_unasked() -> None:
    single = replace(LIFT, phones=(Phone(number="112"),))
    assert "numbers:" + single.id not in data(
        card_messages(single, IT, lang="it", now=NOW, knowledge=KNOWLEDGE)
    )
    private = card_messages(VIOLENCE, IT, lang="it", now=NOW, knowledge=KNOWLEDGE)
    assert not [item for item in private if isinstance(item, ContactCard)]
    assert [one.phone for one in contacts(VIOLENCE)] == [phone.number for phone in VIOLENCE.phones]
