"""The things a text speaks of, in whatever words and language."""

import pytest

from bot.core.card import Card, Knowledge
from bot.core.concepts import Glossary, concepts, glossary
from bot.core.search import Query, search
from bot.core.search_index import LANGUAGES, build

SMALL = Glossary.of("ice: freddo, batto i denti\nneighbor: quello di sopra", lang="it")

HEAT = Card(id="heat", title="Riscaldamento guasto", keywords=("caloriferi freddi",))
JOB = Card(id="job", title="Sportello lavoro", keywords=("curriculum", "disoccupati"))
LEAK = Card(id="leak", title="Infiltrazioni e perdite d'acqua", keywords=("acqua dal soffitto",))
TREES = Card(id="trees", title="Potature degli alberi", keywords=("siepi", "prato"))
INDEX = build(Knowledge(cards=(HEAT, JOB, LEAK, TREES)))


def best(text: str, *, lang: str = "it") -> str | None:
    cards = search(INDEX, Query(text=text, lang=lang)).cards
    return cards[0].card.id if cards else None


def test_a_word_is_found_in_its_forms() -> None:
    assert SMALL.concepts("che stanze fredde") == ["ice"]


@pytest.mark.parametrize("text", ["qui batto i denti", "i denti che batto la notte"])
def test_a_phrase_is_found_in_any_order_and_with_other_words_between(text: str) -> None:
    assert SMALL.concepts(text) == ["ice"]


def test_the_words_of_a_phrase_far_apart_are_no_phrase() -> None:
    text = "dal dentista per i denti ci vado il mese prossimo, intanto qui nel cortile batto i tappeti"
    assert SMALL.concepts(text) == []


def test_a_phrase_of_small_words_alone_has_to_stand_together() -> None:
    assert SMALL.concepts("è di nuovo quello di sopra") == ["neighbor"]
    assert SMALL.concepts("quello che dicevo sta scritto nel foglio di sopra") == []


def test_chinese_is_looked_through_as_written() -> None:
    assert "lift" in concepts("我们的电梯又坏了", lang="zh")


def test_a_language_without_a_glossary_speaks_of_nothing() -> None:
    assert concepts("Der Aufzug ist kaputt", lang="de") == []


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "it"])
def test_each_language_names_only_concepts_italian_has(lang: str) -> None:
    assert names(lang) - names("it") == set()
    assert len(names(lang)) > 100


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_phrase_is_empty(lang: str) -> None:
    found = glossary(lang)
    assert all(found.by_stem)
    assert all(all(phrase.others) for phrases in found.by_stem.values() for phrase in phrases)
    assert all(phrase for phrase, _ in found.as_written)


def names(lang: str) -> set[str]:
    found = glossary(lang)
    phrases = {phrase.concept for phrases in found.by_stem.values() for phrase in phrases}
    return phrases | {concept for _, concept in found.as_written}


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("la sera batto i denti sotto il piumino", "heat"),
        ("sono a spasso da marzo", "job"),
        ("ho messo la bacinella in salotto", "leak"),
        ("il platano mi entra in camera", "trees"),
    ],
)
def test_an_idiom_finds_a_card_without_any_of_its_words(text: str, card: str) -> None:
    assert best(text) == card


@pytest.mark.parametrize(
    ("text", "lang", "card"),
    [
        ("our radiators are freezing", "en", "heat"),
        ("estoy desempleada", "es", "job"),
        ("de l'eau coule du plafond", "fr", "leak"),
        ("caloriferele sunt reci", "ro", "heat"),
        ("шукаю роботу", "uk", "job"),
        ("الماء ينزل من السقف", "ar", "leak"),
        ("暖气片是冷的", "zh", "heat"),
        ("tumutulo ang tubig sa kisame", "tl", "leak"),
    ],
)
def test_a_foreign_message_finds_a_card_that_has_italian_only(text: str, lang: str, card: str) -> None:
    assert best(text, lang=lang) == card


def test_small_words_count_where_they_make_the_phrase() -> None:
    streets = Glossary.of("homeless: senza casa", lang="it")
    assert streets.concepts("siamo rimasti senza la casa") == ["homeless"]
    assert streets.concepts("a casa mia tutto bene") == []


def test_a_small_word_is_not_taken_for_another_with_its_stem() -> None:
    age = Glossary.of("elderly: anziano", lang="it")
    assert age.concepts("anzi, lasciamo stare") == []
    assert age.concepts("una signora anziana") == ["elderly"]
