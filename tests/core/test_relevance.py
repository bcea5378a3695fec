"""Which headlines go out, which a person looks at, which stay out. The headlines are ours."""

import re

import pytest

from bot.core.relevance import Item, Verdict, judge
from bot.core.relevance_rules import RULES

HOUSING = """
Erp, pubblicata la graduatoria provvisoria del bando 2026
Torri di via Russoli, al via il cantiere Aler
Sgomberato un appartamento occupato in via Gola
Racket delle case popolari, la Regione: più controlli
Alloggi a canone calmierato per infermieri e medici, accordo con il Comune
Morosità incolpevole, due milioni ai Comuni lombardi
Amianto nei caseggiati Aler del Lorenteggio, partono le bonifiche
Ascensori fermi nelle case popolari di Quarto Oggiaro
Servizi abitativi pubblici, domande aperte fino al 30 gennaio
Emergenza abitativa, il Comune compra 80 appartamenti
Sunia e Sicet: canoni troppo alti nelle case comunali
Unione Inquilini in piazza contro gli sfratti
Genova, Arte vende 50 alloggi agli inquilini
Acer Bologna ristruttura cento alloggi
Atc Torino, nuovo piano per gli alloggi vuoti
Politiche abitative, intesa tra Regione e Anci
Quartieri Aler, arriva la videosorveglianza
Assegnate le prime case del nuovo complesso di via Cilea
""".strip().splitlines()
NOT = """
Salerno, dealer arrestato con mezzo chilo di hashish
Milan, vittoria in casa contro la Juve
Trump torna alla Casa Bianca
Influenza, boom di casi: i medici visitano a casa
Concerto allo stadio San Siro: 60mila biglietti venduti
Turismo, record di presenze sul lago di Garda
Roberto Baggio ospite in tv
SAP annuncia un nuovo software gestionale
Acer presenta i nuovi notebook
Lavoro, cresce l'occupazione in Lombardia
Canone Rai, come chiedere l'esenzione
La casa editrice festeggia 50 anni
Gli alloggi più popolari su Airbnb
Polizia, il sindacato Sap protesta
Via Mazzini, riapre il mercato
""".strip().splitlines()
REVIEW = """
Apre la Casa di Comunità di via Rugabella
Casa circondariale di Opera, nuovi agenti
Affitti brevi, stretta del Comune
Riqualificazione di piazzale Loreto, parte il cantiere
L'assessore alla Casa lascia la giunta
Arrestato pusher nelle case popolari
Omicidio nelle case Aler, fermato il vicino
Caro affitti, la protesta degli studenti in tenda
""".strip().splitlines()


@pytest.mark.parametrize(
    ("verdict", "title"),
    [*((Verdict.HOUSING, title) for title in HOUSING), *((Verdict.NO, title) for title in NOT), *((Verdict.REVIEW, title) for title in REVIEW)],
)  # fmt: skip
def test_a_headline_is_judged(verdict: Verdict, title: str) -> None:
    assert judge(Item(title=title), rules=RULES).verdict is verdict


def test_the_reasons_say_which_words_and_where() -> None:
    found = judge(
        Item(title="Notizie", summary="Cento alloggi Aler", categories=("Casa e Housing sociale",)),
        rules=RULES,
    )
    assert "«aler» nel testo" in found.reasons
    assert "categoria «Casa e Housing sociale»" in found.reasons


def test_the_feeds_own_housing_category_lets_an_item_out() -> None:
    item = Item(title="Intesa in Giunta sul piano triennale", categories=("Abitare",))
    assert judge(item, rules=RULES).verdict is Verdict.NO
    assert judge(item, rules=RULES, housing_categories=("Abitare",)).verdict is Verdict.HOUSING


def test_a_wrong_category_over_a_jail_is_a_question() -> None:
    item = Item(
        title="Visita alle case circondariali di Como e Varese", categories=("Casa e Housing sociale",)
    )
    assert judge(item, rules=RULES).verdict is Verdict.REVIEW


def test_other_stories_far_down_the_text_do_not_count() -> None:
    text = "I treni viaggiano in orario. " * 40 + "Leggi anche: case popolari, i nuovi alloggi Aler"
    assert judge(Item(title="Trenord", summary=text), rules=RULES).verdict is Verdict.NO


def test_a_weight_can_be_overridden_by_name() -> None:
    item = Item(title="Aler cambia sede")
    assert judge(item, rules=RULES).verdict is Verdict.HOUSING
    assert judge(item, rules=RULES.override({"aler": 0.0})).verdict is Verdict.NO
    with pytest.raises(KeyError):
        RULES.override({"no such": 1.0})


def test_topics_are_named() -> None:
    found = judge(Item(title="Bando Aler, contributi per l'affitto"), rules=RULES)
    assert {"bandi", "contributi", "affitti"} <= set(found.topics)


def test_the_shortcut_for_unrelated_texts_hides_no_signal() -> None:
    """Every headline judged with the trigger is judged the same without it."""
    without = type(RULES)(
        **{name: getattr(RULES, name) for name in RULES.__slots__ if name != "trigger"}, trigger=""
    )
    for title in (*HOUSING, *NOT, *REVIEW):
        with_it, plain = judge(Item(title=title), rules=RULES), judge(Item(title=title), rules=without)
        assert with_it.verdict is plain.verdict, title


def test_signal_ids_are_unique_and_patterns_compile() -> None:
    ids = [signal.id for signal in RULES.signals]
    assert len(ids) == len(set(ids))
    assert all(re.compile(signal.words) for signal in RULES.signals)
