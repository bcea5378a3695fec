"""The starter cards hold what search lives on, and say where each fact comes from."""

from datetime import date
from pathlib import Path

import pytest

from bot import langid
from bot.core import language
from bot.core.card import Card
from bot.core.words import terms
from bot.services import cards

FOLDER = Path(__file__).parents[1] / "knowledge"
REPORT = cards.check(FOLDER, today=date(2026, 11, 29))
CARDS = REPORT.knowledge.cards
LANGUAGES = ("en", "es", "fr", "ro", "uk", "ar", "zh", "tl")
LONGEST_TITLE = 60  # characters; the rest of a button's text is cut
NOT_US = "altri"  # the category of what is asked often and is nobody's here


def stems(*texts: str) -> set[str]:
    """The words of the texts that carry meaning."""
    return {term.stem for text in texts for term in terms(text)}


def unnamed(card: Card) -> float:
    """The share of its messages that have no word of its title and keywords."""
    names = stems(card.title, *card.keywords)
    return sum(not names & stems(text) for text in card.questions) / len(card.questions)


def test_the_folder_has_no_mistake() -> None:
    """What a new installation imports first."""
    assert REPORT.problems == ()
    assert len(CARDS) >= 96


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_has_the_words_and_messages_people_use(card: Card) -> None:
    """Five to eight keywords, thirty messages, a third of which never names the thing; three in each language."""
    assert 5 <= len(card.keywords) <= 8
    assert len(card.questions) >= 30
    assert len({text.casefold() for text in card.questions}) == len(card.questions)
    assert unnamed(card) >= 1 / 3
    short = [lang for lang in LANGUAGES if len(card.translations[lang].questions) < 3]
    assert short == []


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_says_what_it_is_in_short_and_where_it_is_from(card: Card) -> None:
    """A card without a source could not be checked by anybody."""
    assert card.summary
    assert card.body
    assert card.source


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_has_a_title_in_every_language_that_fits_a_button(card: Card) -> None:
    """Who chooses among three cards must be able to read what they are about."""
    titles = {lang: card.translations[lang].title for lang in LANGUAGES}
    assert [lang for lang, title in titles.items() if not 3 <= len(title) <= LONGEST_TITLE] == []


def test_some_cards_send_on_what_is_nobodys_here() -> None:
    """A fine, a passport, an electricity bill: "not us, ask there" is an answer too."""
    assert sum(card.category == NOT_US for card in CARDS) >= 5


@pytest.mark.parametrize("text", ["i topi in cantina", "i caloriferi in camera", "i vicini in cortile"])
def test_short_italian_with_an_article_is_not_taken_for_english(text: str) -> None:
    """ "i" is a pronoun there; the cards' own words outweigh it."""
    store = language.vocabularies(REPORT.knowledge)
    assert language.decide(text, scores=langid.scores(text), store=store) == "it"
