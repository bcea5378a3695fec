"""Words folded, stemmed and spelt by ear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.words import calmed, fold, grams, skeleton, stem, terms, tokens, unjoined


def test_folding_takes_accents_and_curly_apostrophes_away() -> None:
    assert fold("È L’Ascensore œuf") == "e l'ascensore oeuf"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ASCENSOREEEE ROTTOOOO!!!!", "ASCENSORE ROTTO!!!!"),
        ("è rottttto daiii", "è rotto daiii"),
        ("www.example.org, via Carlo III 4, 1000", "www.example.org, via Carlo III 4, 1000"),
    ],
)
def test_letters_drawn_out_for_emphasis_are_taken_back(text: str, meant: str) -> None:
    assert calmed(text) == meant


@pytest.mark.parametrize("lang", ["it", "en", "es", "fr", "ro", "uk", "ar", "zh", "tl"])
@given(text=st.text(max_size=60))
def test_any_text_can_be_cut_in_every_language(lang: str, text: str) -> None:
    assert all(term.stem for term in terms(text, lang=lang))
    assert all(grams(text, lang=lang))


@given(text=st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert tokens(fold(text)) == tokens(text)


def test_strong_participles_join_their_verb() -> None:
    assert stem("rotto") == stem("rompere") == stem("rotta")
    assert stem("chiuso") == stem("chiudere")


def test_a_drug_dealer_and_a_broken_pane_have_different_stems() -> None:
    assert stem("spaccio") != stem("spaccato")


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("asensore", "ascensore"),
        ("kiavi", "chiavi"),
        ("mufa", "muffa"),
        ("aqua", "acqua"),
        ("scarrico", "scarico"),
    ],
)
def test_people_who_write_by_ear_are_understood(heard: str, written: str) -> None:
    assert skeleton(heard) == skeleton(written)


def test_an_article_written_into_its_word_comes_off() -> None:
    assert unjoined("lascensore") == "ascensore"
    assert unjoined("dellaffitto") == "affitto"
    assert unjoined("muffa") is None


def test_phone_shorthand_is_written_out() -> None:
    assert tokens("nn so xke") == ["non", "so", "perche"]


def test_greetings_and_small_words_carry_no_topic() -> None:
    assert [term.word for term in terms("Buongiorno, vorrei sapere come si fa per la muffa")] == ["muffa"]


def test_chinese_is_cut_into_pairs() -> None:
    assert [term.stem for term in terms("电梯坏了", lang="zh")] == ["电梯", "梯坏", "坏了"]
