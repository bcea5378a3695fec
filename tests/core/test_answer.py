"""What a message gets."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import confidence
from bot.core.answer import Answer, Choose, Reply, Unknown, WhichQuarter, decide
from bot.core.card import Card, Phone
from bot.core.directory import prepare, ranked, understand
from bot.core.follow_up import Aspect
from bot.core.safety import Danger
from bot.core.search import Ranking
from tests.core.answers_world import KNOWLEDGE, LIFT, MOULD, RENT, VIOLENCE, directory, question

DIRECTORY = directory()
EMERGENCY = Card(
    id="emergenza",
    title="Emergenza: chiama il 112",
    body="Di' dove sei e che cosa succede.",
    phones=(Phone(number="112"),),
    keywords=("pompieri",),
)
WITH_EMERGENCY = directory(replace(KNOWLEDGE, cards=(*KNOWLEDGE.cards, EMERGENCY)))


def test_a_plain_question_gets_its_card_whole() -> None:
    reply = decide(question("mi si è rotto l'ascensore", quarter="san-siro"), DIRECTORY)
    assert isinstance(reply.decision, Answer)
    assert reply.decision.card.id == "ascensore"
    assert reply.safety is None
    assert reply.quarter == "san-siro"


@pytest.mark.parametrize(
    "text",
    [
        "blabla quark fotonico",
        "asdfghjkl",
        "",
        "😂😂",
        "che tempo fa domani",
        "raccontami una barzelletta",
        "orari",
    ],
)
def test_nonsense_and_other_domains_get_an_honest_no(text: str) -> None:
    assert isinstance(decide(question(text), DIRECTORY).decision, Unknown)


@pytest.mark.parametrize("text", ["orari", "numero di telefono", "dove siete", "quanto costa?", "ufficio"])
def test_a_generic_word_never_answers_alone(text: str) -> None:
    assert not isinstance(decide(question(text), DIRECTORY).decision, Answer)


def test_a_service_with_several_places_asks_for_the_quarter() -> None:
    reply = decide(question("ufficio di zona per firmare il contratto"), DIRECTORY)
    assert reply.decision == WhichQuarter(service="sede", quarters=("san-siro", "mazzini"))


@pytest.mark.parametrize(("quarter", "card"), [("san-siro", "sede-ovest"), ("mazzini", "sede-sud")])
def test_a_known_quarter_gets_its_own_place(quarter: str, card: str) -> None:
    reply = decide(question("ufficio di zona per firmare il contratto", quarter=quarter), DIRECTORY)
    assert isinstance(reply.decision, Answer)
    assert reply.decision.card.id == card


def test_the_quarter_in_the_message_decides_the_place() -> None:
    reply = decide(
        question("ufficio di zona per firmare il contratto in via Mompiani", quarter="san-siro"), DIRECTORY
    )
    assert isinstance(reply.decision, Answer)
    assert reply.decision.card.id == "sede-sud"


def test_a_card_too_old_to_trust_is_never_shown() -> None:
    reply = decide(question("vorrei fare il corso di ceramica in cortile"), DIRECTORY)
    assert "nascosta" not in {card.id for card, _ in reply.scored}


def test_what_is_over_may_be_shown_where_nothing_current_fits() -> None:
    reply = decide(question("sportello estate sicura per gli anziani"), DIRECTORY)
    assert reply.scored[0][0].id == "vecchio"


def test_what_is_over_gives_way_to_a_current_card_as_good() -> None:
    past = next(card for card in KNOWLEDGE.cards if card.id == "vecchio")
    current = replace(past, id="nuovo", valid_to=None)
    both = prepare(replace(KNOWLEDGE, cards=(*KNOWLEDGE.cards, current)))
    assert decide(question("sportello estate sicura per gli anziani"), both).scored[0][0].id == "nuovo"


@pytest.mark.parametrize("text", ["112", "il 112", "numero 112?", "il numero 112 per favore"])
def test_a_number_is_its_card_also_with_words_that_say_nothing(text: str) -> None:
    reply = decide(question(text), WITH_EMERGENCY)
    assert isinstance(reply.decision, Answer)
    assert reply.decision.card is EMERGENCY


@pytest.mark.parametrize("text", ["il 2023", "nel 2023", "affitto 112"])
def test_a_number_beside_words_that_is_no_ones_is_nobodys_name(text: str) -> None:
    dated = replace(LIFT, id="lavori", title="Lavori 2023", keywords=(), questions=(), translations={})
    cards = (*KNOWLEDGE.cards, EMERGENCY, dated)
    reply = decide(question(text), directory(replace(KNOWLEDGE, cards=cards)))
    assert not isinstance(reply.decision, Answer) or reply.decision.card is RENT


def test_a_follow_up_without_a_topic_is_about_the_card_just_shown() -> None:
    reply = decide(question("e quanto costa?", last_card="affitto"), DIRECTORY)
    assert isinstance(reply.decision, Answer)
    assert reply.decision.card.id == "affitto"


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("e quanto costa?", Aspect.COST),
        ("a che ora aprono?", Aspect.HOURS),
        ("e di sabato?", Aspect.HOURS),
        ("dove si trova?", Aspect.WHERE),
        ("mi dai il numero?", Aspect.PHONE),
        ("che documenti servono?", Aspect.NEEDS),
        ("orari e indirizzo?", None),
        ("e domani?", Aspect.HOURS),
        ("how much does it cost?", Aspect.COST),
        ("skilky koshtuie?", Aspect.COST),
        ("a koly vidkryto?", Aspect.HOURS),
        ("de tse?", Aspect.WHERE),
        ("yaki dokumenty potribni?", Aspect.NEEDS),
        ("and where is it?", Aspect.WHERE),
        ("¿a qué hora abren?", Aspect.HOURS),
        ("c'est où ?", Aspect.WHERE),
        ("ce acte trebuie?", Aspect.NEEDS),
        ("скільки коштує?", Aspect.COST),
        ("وكم السعر؟", Aspect.COST),
        ("ما رقم الهاتف؟", Aspect.PHONE),
        ("要多少钱？", Aspect.COST),
        ("他们几点开门？", Aspect.HOURS),
        ("magkano po?", Aspect.COST),
    ],
)
def test_a_follow_up_asks_one_thing_or_for_the_whole_card(text: str, aspect: Aspect | None) -> None:
    decision = decide(question(text, last_card="affitto"), DIRECTORY).decision
    assert isinstance(decision, Answer)
    assert (decision.card.id, decision.aspect) == ("affitto", aspect)


@pytest.mark.parametrize(
    "text",
    [
        "c'è la muffa in camera. mi si è rotto l'ascensore",
        "mi si è rotto l'ascensore e c'è odore di muffa in bagno",
        "the lift is broken and there is black mould on my wall",
    ],
)
def test_two_topics_get_both_their_cards(text: str) -> None:
    decision = decide(question(text), DIRECTORY).decision
    assert isinstance(decision, Answer)
    assert decision.also is not None
    assert {decision.card.id, decision.also.id} == {"muffa", "ascensore"}


@pytest.mark.parametrize(
    "text", ["mi si è rotto l'ascensore", "when will the lift work?", "电梯什么时候修？"]
)
def test_a_new_topic_leaves_the_card_just_shown_behind(text: str) -> None:
    reply = decide(question(text, last_card="affitto"), DIRECTORY)
    assert reply.scored[0][0].id == "ascensore"


def test_a_menu_holds_no_private_card_that_is_barely_likely() -> None:
    """Whoever reads along would wonder."""
    decision = decide(question("when will the lift work?"), DIRECTORY).decision
    assert isinstance(decision, Choose)
    assert not any(card.sensitive for card in decision.cards)


def test_a_private_card_that_is_barely_likely_and_not_shown_makes_no_question_private() -> None:
    """Else an ordinary one is not kept, and must be written again for a person."""
    reply = Reply(decision=Choose(cards=(LIFT,)), scored=((LIFT, 0.3), (VIOLENCE, 0.2)))
    assert not reply.sensitive
    assert replace(reply, decision=Choose(cards=(LIFT, VIOLENCE))).sensitive
    assert replace(reply, decision=Unknown(), scored=((VIOLENCE, 0.03),)).sensitive
    second = ((LIFT, 0.9), (VIOLENCE, 0.4))
    assert not replace(reply, decision=Answer(card=LIFT), scored=second).sensitive
    assert replace(reply, decision=Answer(card=LIFT, also=VIOLENCE), scored=second).sensitive


def test_a_follow_up_on_a_menu_gets_the_menu_again() -> None:
    """Nobody has said yet which card it is about."""
    menu = ("muffa", "affitto", "gone")
    decision = decide(question("orari?", last_menu=menu), DIRECTORY).decision
    assert isinstance(decision, Choose)
    assert [card.id for card in decision.cards] == ["muffa", "affitto"]
    other = decide(question("mi si è rotto l'ascensore", last_menu=menu), DIRECTORY)
    assert isinstance(other.decision, Answer)


def test_thanks_are_no_follow_up() -> None:
    assert isinstance(decide(question("grazie", last_card="affitto"), DIRECTORY).decision, Unknown)


def test_a_last_card_that_does_not_exist_is_ignored() -> None:
    assert isinstance(decide(question("e quanto costa?", last_card="forged"), DIRECTORY).decision, Unknown)


def test_fear_of_going_home_is_heard_before_anything_else_and_leaves_no_trace() -> None:
    reply = decide(question("ho paura di tornare a casa", quarter="san-siro"), DIRECTORY)
    assert reply.safety is not None
    assert reply.safety.kind is Danger.VIOLENCE
    assert reply.scored[0][0].id == "antiviolenza"
    assert reply.sensitive


def test_who_asks_for_the_card_against_violence_gets_its_help_beside_it() -> None:
    reply = decide(question("1522"), DIRECTORY)
    assert reply.safety is not None
    assert not reply.safety.sure
    assert reply.sensitive


def test_danger_stands_beside_the_answer() -> None:
    reply = decide(question("minaccia di crollo del balcone"), DIRECTORY)
    assert reply.safety is not None
    assert reply.safety.kind is Danger.DANGER
    assert not reply.sensitive


def test_certain_danger_that_no_card_is_about_gets_the_card_for_emergencies_first() -> None:
    reply = decide(question("brucia la cucina, esce fumo nero dalla finestra"), WITH_EMERGENCY)
    assert reply.safety is not None
    assert reply.safety.sure
    assert isinstance(reply.decision, Choose)
    assert reply.decision.cards[0] is EMERGENCY


@pytest.mark.parametrize("text", ["112", "112?", "1 1 2"])
def test_a_number_alone_gets_the_card_called_by_it(text: str) -> None:
    decision = decide(question(text), WITH_EMERGENCY).decision
    assert decision == Answer(card=EMERGENCY)


def test_a_sign_for_help_gets_no_menu() -> None:
    assert decide(question("🆘"), WITH_EMERGENCY).decision == Unknown()


def test_certain_danger_keeps_the_card_that_fits_it_and_offers_the_one_for_emergencies_last() -> None:
    lift = replace(LIFT, body="Se qualcuno è in pericolo dentro la cabina chiama subito.")
    others = tuple(card for card in KNOWLEDGE.cards if card.id != LIFT.id)
    prepared = directory(replace(KNOWLEDGE, cards=(*others, EMERGENCY, lift)))
    reply = decide(question("siamo chiusi in ascensore, manca l'aria"), prepared)
    assert isinstance(reply.decision, Choose)
    assert [card.id for card in reply.decision.cards][:: len(reply.decision.cards) - 1] == [
        "ascensore",
        "emergenza",
    ]


def test_certain_danger_never_gets_a_card_for_calm_days_alone() -> None:
    text = "brucia la cucina, esce fumo nero dalla finestra"
    smoke = replace(MOULD, questions=(*MOULD.questions, text))
    others = tuple(card for card in KNOWLEDGE.cards if card.id != MOULD.id)
    reply = decide(question(text), directory(replace(KNOWLEDGE, cards=(*others, EMERGENCY, smoke))))
    assert isinstance(reply.decision, Choose)
    assert reply.decision.cards[:2] == (EMERGENCY, smoke)


def test_the_card_for_emergencies_is_not_offered_to_who_is_not_in_danger() -> None:
    reply = decide(question("muri e bollettino"), WITH_EMERGENCY)
    assert EMERGENCY not in [card for card, _ in reply.scored]


def test_a_message_written_for_one_card_word_for_word_is_answered_with_it() -> None:
    known = replace(RENT, questions=(*RENT.questions, "quella carta lunga"))
    others = tuple(card for card in KNOWLEDGE.cards if card.id != RENT.id)
    before = decide(question("quella carta lunga"), DIRECTORY)
    after = decide(question("quella carta lunga"), directory(replace(KNOWLEDGE, cards=(*others, known))))
    assert not isinstance(before.decision, Answer)
    assert isinstance(after.decision, Answer)
    assert after.decision.card is known


def test_a_broken_lift_is_not_somebody_shut_in_it() -> None:
    assert decide(question("mi si è rotto l'ascensore"), DIRECTORY).safety is None
    shut_in = decide(question("mia figlia è rimasta bloccata in ascensore"), DIRECTORY)
    assert shut_in.safety is not None
    assert shut_in.scored[0][0].id == "ascensore"


def test_ukrainian_in_latin_letters_is_understood() -> None:
    reply = decide(question("lift zlamavsya, ne pratsiuie vzhe tyzhden"), DIRECTORY)
    assert reply.lang == "uk"
    assert reply.scored[0][0].id == "ascensore"


def test_two_topics_in_one_message_get_both_cards() -> None:
    reply = decide(
        question("Si è rotto l'ascensore, è fermo. Dove pago l'affitto, ho perso il bollettino?"), DIRECTORY
    )
    shown = {card.id for card, _ in reply.scored}
    assert {"ascensore", "affitto"} <= shown


def test_scores_are_at_most_three_and_fall() -> None:
    reply = decide(question("ascensore e muffa e affitto"), DIRECTORY)
    scores = [score for _, score in reply.scored]
    assert len(scores) <= 3
    assert scores == sorted(scores, reverse=True)


@settings(max_examples=80)
@given(text=st.text(max_size=200), quarter=st.sampled_from([None, "san-siro", "mazzini"]))
def test_every_text_gets_some_reply(text: str, quarter: str | None) -> None:
    reply = decide(question(text, quarter=quarter), DIRECTORY)
    assert isinstance(reply.decision, Answer | Choose | WhichQuarter | Unknown)
    assert all(0.0 <= score <= 1.0 for _, score in reply.scored)


def test_a_very_long_message_is_cut_before_it_costs_time() -> None:
    reply = decide(question("mi si è rotto l'ascensore. " + "bla " * 5000), DIRECTORY)
    assert reply.scored[0][0].id == "ascensore"


def test_confidence_is_nothing_without_a_card_and_uses_only_known_features() -> None:
    assert confidence.confidence(Ranking()) == 0.0
    asked = understand(question("ascensore rotto"), DIRECTORY)
    found = confidence.features(ranked(asked, DIRECTORY))
    assert set(confidence.BY_WORDS) == set(found)
    assert all(-1.0 <= value <= 1.0 for value in found.values())


def test_a_card_for_another_quarter_is_not_among_the_choices() -> None:
    reply = decide(question("contratto da firmare", quarter="mazzini"), DIRECTORY)
    assert "sede-ovest" not in {card.id for card, _ in reply.scored}
