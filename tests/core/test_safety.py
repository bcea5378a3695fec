"""Messages about danger, and those that only sound so. Sentences written for this test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.safety import Danger, look
from bot.core.safety_phrases import GROUPS
from bot.core.safety_rules import RULES

VIOLENCE = [
    "mio marito mi picchia davanti ai bambini",
    "ho paura di tornare a casa",
    "il mio compagno ieri mi ha dato un pugno in faccia",
    "sento la signora di sotto gridare e lui che la picchia",
    "mio figlio mi mette le mani addosso per i soldi",
    "ho dato uno schiaffo a mia moglie e mi vergogno",
    "my husband hits me when he is drunk",
    "mi esposo me pega y no me deja salir",
    "mon mari me frappe",
    "sotul meu ma bate",
    "чоловік мене б'є",
    "زوجي يضربني كل يوم",
    "老公喝醉了打我",
    "binubugbog ako ng asawa ko",
]
DANGER = [
    "odore di gas",
    "puzza di gas sulle scale",
    "bloccato in ascensore",
    "mia madre è chiusa dentro l'ascensore da mezz'ora",
    "c'è un incendio in cantina",
    "esce fumo nero dalla finestra del terzo",
    "minaccia di crollo del balcone",
    "la vicina anziana non apre da tre giorni",
    "ho toccato la presa e ho preso la scossa",
    "abbiamo la stufa accesa e ci gira la testa",
    "there is a strong smell of gas in the kitchen",
    "estamos atrapados en el ascensor",
    "il y a une odeur de gaz dans l'escalier",
    "miroase a gaz pe scara",
    "пахне газом у під'їзді",
    "ريحة الغاز في الدار",
    "厨房有煤气味",
    "may amoy ng gas sa hagdan",
]
DESPAIR = [
    "voglio farla finita",
    "non voglio più vivere",
    "ho pensato di buttarmi dal balcone",
    "I want to kill myself",
    "quiero morirme",
    "je veux mourir",
    "vreau sa mor",
    "не хочу жити",
    "بغيت نموت",
    "不想活了",
    "gusto ko nang mamatay",
]
CALM = [
    "ho paura che mi sfrattino",
    "violenza della grandine sul tetto",
    "la violenza del vento ha rotto la tapparella",
    "mi si è rotto l'ascensore",
    "l'ascensore è bloccato da lunedì",
    "la bolletta del gas è troppo alta",
    "devo fare la voltura del gas",
    "mio figlio vorrebbe fare boxe",
    "mi tocca pagare tutto a me",
    "quest'affitto mi ammazza",
    "muoio di freddo, il calorifero è spento",
    "il vicino batte i tappeti",
    "la lampadina delle scale si è bruciata",
    "ho paura del buio in cortile",
    "non ce la faccio più con le scale",
    "mia madre è morta, chi subentra nel contratto?",
    "il portone sbatte con violenza",
    "i topi li voglio morti",
    "my landlord is killing me with paperwork",
    "se me rompió la ventana",
    "电梯坏了",
    "شحال ثمن الكراء",
]


@pytest.mark.parametrize("text", VIOLENCE)
def test_violence_is_heard_from_victims_witnesses_and_authors(text: str) -> None:
    found = look(text)
    assert found is not None
    assert found.kind is Danger.VIOLENCE


@pytest.mark.parametrize("text", DANGER)
def test_danger_to_life_is_heard(text: str) -> None:
    found = look(text)
    assert found is not None
    assert found.kind is Danger.DANGER


@pytest.mark.parametrize("text", DESPAIR)
def test_despair_is_heard(text: str) -> None:
    found = look(text)
    assert found is not None
    assert found.kind is Danger.DESPAIR


@pytest.mark.parametrize("text", CALM)
def test_words_of_danger_in_everyday_use_raise_no_alarm(text: str) -> None:
    assert look(text) is None


def test_capitals_and_missing_accents_change_nothing() -> None:
    assert look("HO PAURA DI TORNARE A CASA") == look("ho paura di tornare a casa")
    assert look("non voglio piu vivere") == look("non voglio più vivere")


def test_fancy_letters_hide_nothing() -> None:
    assert look("𝐡𝐨 𝐩𝐚𝐮𝐫𝐚 𝐝𝐢 𝐭𝐨𝐫𝐧𝐚𝐫𝐞 𝐚 𝐜𝐚𝐬𝐚") == look("ho paura di tornare a casa")


@given(text=st.text(max_size=200))
def test_no_text_breaks_the_look_for_danger(text: str) -> None:
    look(text)


def test_every_rule_names_groups_that_exist_and_a_kind() -> None:
    for rule in RULES:
        assert Danger(rule.kind)
        assert {*rule.needs, *rule.unless} <= GROUPS.keys()


def test_no_phrase_is_empty() -> None:
    assert all(
        phrase for languages in GROUPS.values() for phrases in languages.values() for phrase in phrases
    )
