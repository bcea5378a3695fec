"""The language of a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import langid
from bot.core import romanised
from bot.core.language import LANGUAGES, decide, vocabularies
from tests.core.answers_world import KNOWLEDGE

STORE = vocabularies(KNOWLEDGE)


def language(text: str, *, profile: str | None = None) -> str:
    return decide(text, scores=langid.scores(text), store=STORE, profile=profile)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("mi si è rotto l'ascensore", "it"),
        ("ascensore guasto", "it"),
        ("muffa", "it"),
        ("the heating has been off for three days", "en"),
        ("se malogró el ascensor y nadie viene", "es"),
        ("il n'y a plus d'eau chaude chez moi", "fr"),
        ("nu avem caldura de ieri, cine vine sa repare", "ro"),
        ("у нас немає опалення", "uk"),
        ("ya ne znayu kudy zvernutysya, nemaye svitla i treba shcho robyty", "uk"),
        ("كيف أدفع الإيجار", "ar"),
        ("3ndi mochkil f dar chkoun n3ayet", "ar"),
        ("电梯坏了", "zh"),
        ("saan po ako tatawag, walang tubig sa bahay", "tl"),
    ],
)
def test_the_language_is_told_from_a_short_message(text: str, lang: str) -> None:
    assert language(text) == lang


@pytest.mark.parametrize("text", ["", "112", "😂😂", "?!", "02 73921"])
def test_where_nothing_is_said_the_persons_own_choice_counts(text: str) -> None:
    assert language(text, profile="ar") == "ar"
    assert language(text) == "it"


def test_a_message_nobody_can_tell_is_met_in_the_persons_own_language() -> None:
    """One that can be told keeps its language on any phone."""
    assert language("zzzz qqqq", profile="ar") == "ar"
    assert language("zzzz qqqq", profile=None) == "it"
    assert language("non funziona il riscaldamento", profile="ar") == "it"


@given(text=st.text(max_size=80), profile=st.sampled_from([None, "ro", "xx"]))
def test_every_text_has_one_of_our_languages(text: str, profile: str | None) -> None:
    assert decide(text, scores={}, store=STORE, profile=profile) in LANGUAGES


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zapys u sadochok na nastupnyi rik", "запис у садочок на наступний рік"),
        ("shcho robyty, opalennia ne pratsiuie", "що робити, опалення не працює"),
        ("Koly pryyde maister?", "коли приїде маистер?"),
    ],
)
def test_ukrainian_in_latin_letters_is_written_back(typed: str, meant: str) -> None:
    """Roughly: what matters is that words are heard the same."""
    written = romanised.written_back(typed)
    assert [romanised.heard(word) for word in written.split()] == [
        romanised.heard(word) for word in meant.split()
    ]
    assert not any("a" <= letter <= "z" for letter in written)


def test_words_are_heard_the_same_in_every_spelling() -> None:
    assert len({romanised.heard(word) for word in ("pratsiuie", "pratsyuye", "працює")}) == 1
    assert romanised.heard("novii") == romanised.heard("новій")
