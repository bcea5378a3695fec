"""The cards most like a message."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import bm25
from bot.core.card import Knowledge, Translation
from bot.core.likeness import Compared
from bot.core.search import Query, Ranking, search
from bot.core.search_index import LANGUAGES, Index, build
from bot.core.spelling import Speller
from bot.core.words import Term, stem
from tests.core.answers_world import KNOWLEDGE, MOULD

INDEX = build(KNOWLEDGE)


def best(text: str, *, lang: str = "it") -> str | None:
    return best_of(INDEX, text, lang=lang)


def best_of(index: Index, text: str, *, lang: str = "it") -> str | None:
    cards = search(index, Query(text=text, lang=lang)).cards
    return cards[0].card.id if cards else None


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("si è rotto l'ascensore", "ascensore"),
        ("lascensore nn va", "ascensore"),
        ("asensore roto", "ascensore"),
        ("devo fare otto piani a piedi con la spesa", "ascensore"),
        ("macchie di mufa in camera", "muffa"),
        ("ho perso il bolettino", "affitto"),
    ],
)
def test_symptoms_and_misspellings_find_their_card(text: str, card: str) -> None:
    assert best(text) == card


@pytest.mark.parametrize(
    ("text", "lang", "card"),
    [
        ("my lift does not work", "en", "ascensore"),
        ("ascensor malogrado", "es", "ascensore"),
        ("зламався ліфт", "uk", "ascensore"),
        ("电梯又坏了", "zh", "ascensore"),
        ("أين أدفع الإيجار", "ar", "affitto"),
    ],
)
def test_each_language_is_searched_in_its_own_words(text: str, lang: str, card: str) -> None:
    assert best(text, lang=lang) == card


def test_cards_that_are_not_allowed_are_not_found() -> None:
    others = frozenset(card.id for card in KNOWLEDGE.cards) - {"ascensore"}
    found = search(INDEX, Query(text="ascensore rotto", allowed=others))
    assert "ascensore" not in {scored.card.id for scored in found.cards}


def test_nothing_in_common_finds_nothing() -> None:
    assert search(INDEX, Query(text="xyzzy")).cards == ()


def test_another_domain_outweighs_a_shared_word() -> None:
    found = search(INDEX, Query(text="corso di inglese la sera"))
    assert not found.cards or found.decoy > found.cards[0].total


def test_a_domain_our_cards_speak_of_is_no_longer_foreign() -> None:
    fines = replace(
        MOULD, id="multe", title="Multe", questions=("ho preso una multa", "ricorso contro la multa")
    )
    index = build(Knowledge(cards=(*KNOWLEDGE.cards, fines)))
    found = search(index, Query(text="ho preso una multa"))
    assert found.cards[0].card.id == "multe"
    assert found.decoy < found.cards[0].total


def test_meaning_lifts_the_cards_that_are_near_in_it() -> None:
    rows = {card.id: at for at, card in enumerate(KNOWLEDGE.cards)}
    near_mould = Compared(
        rows=rows, views={"told": np.array([float(card == MOULD) for card in KNOWLEDGE.cards])}
    )
    alike = Compared(rows=rows, views={"told": np.zeros(len(rows))})

    def total(likeness: Compared) -> float:
        found = search(INDEX, Query(text="camera e scale"), likeness=likeness)
        return next(scored.total for scored in found.cards if scored.card == MOULD)

    assert total(near_mould) > total(alike)


def test_a_card_no_model_has_seen_yet_is_found_all_the_same() -> None:
    elsewhere = Compared(rows={"muffa": 0, "affitto": 1}, views={"told": np.array([0.1, 0.2])})
    found = search(INDEX, Query(text="ascensore guasto"), likeness=elsewhere)
    assert found.cards[0].card.id == "ascensore"
    assert found.cards[0].views == {}


def test_unknown_words_lower_the_coverage() -> None:
    known = search(INDEX, Query(text="ascensore"))
    among_others = search(INDEX, Query(text="ascensore quantistico fotonico"))
    assert known.coverage == 1.0
    assert among_others.coverage < 0.7


@settings(max_examples=60)
@given(text=st.text(max_size=120), lang=st.sampled_from(LANGUAGES))
def test_shares_stay_between_nothing_and_everything(text: str, lang: str) -> None:
    found = search(INDEX, Query(text=text, lang=lang))
    shares = (found.coverage, found.strong_coverage, found.example_share, found.gram_share, found.agreement)
    assert all(0.0 <= share <= 1.0 for share in shares)
    assert [one.total for one in found.cards] == sorted((one.total for one in found.cards), reverse=True)


def test_a_message_that_stands_word_for_word_on_one_card_is_known_to() -> None:
    assert search(INDEX, Query(text="Ascensore, guasto!")).said
    assert not search(INDEX, Query(text="ascensore guasto da lunedì")).said
    twice = replace(MOULD, questions=(*MOULD.questions, "ascensore guasto"))
    others = (card for card in KNOWLEDGE.cards if card.id != MOULD.id)
    assert not search(build(Knowledge(cards=(*others, twice))), Query(text="ascensore guasto")).said


def test_a_rarer_word_counts_more() -> None:
    index = bm25.build([{"t": [["a", "b"]]}, {"t": [["a"]]}, {"t": [["a"]]}], weights={"t": 1.0})
    assert index.most(index.terms.weighed({"b": 1.0})) > index.most(index.terms.weighed({"a": 1.0}))
    first, *others = index.scores(index.terms.weighed({"b": 1.0}))
    assert first > 0
    assert others == [0.0, 0.0]


def test_a_word_in_too_many_documents_is_not_looked_for_and_still_counts_in_a_coverage() -> None:
    index = bm25.build([{"t": [["a", "b"]]}, {"t": [["a"]]}], weights={"t": 1.0}, broadest=1)
    assert list(index.scores(index.terms.weighed({"a": 1.0}))) == [0.0, 0.0]
    assert index.scores(index.terms.weighed({"b": 1.0}))[0] > 0
    assert index.most(index.terms.weighed({"a": 1.0})) > 0


def test_a_heavier_field_counts_more() -> None:
    index = bm25.build([{"title": [["x"]]}, {"body": [["x"]]}], weights={"title": 3.0, "body": 1.0})
    first, second = index.scores(index.terms.weighed({"x": 1.0}))
    assert first > second > 0


def test_a_word_is_only_mended_towards_a_near_one() -> None:
    speller = Speller.of([[stem(word)] for word in ("ascensore", "caldaia", "citofono")])
    assert speller.meant(Term("citofno", stem("citofno"))) != {}
    assert speller.meant(Term("violino", stem("violino"))) == {}
    assert speller.meant(Term("perche", "perche")) == {}


def test_a_rare_misspelling_among_the_examples_still_leads_to_the_usual_word() -> None:
    usual = [[stem("muffa"), place] for place in ("bagn", "camer", "mur", "soffitt", "cucin")]
    speller = Speller.of([[stem("mufa")], *usual])
    assert stem("muffa") in speller.meant(Term("mufa", stem("mufa")))


def test_the_index_knows_its_own_words_only() -> None:
    assert INDEX.knows("ascensore")
    assert not INDEX.knows("pinguino")


def test_a_language_whose_texts_did_not_change_is_not_made_anew_and_an_edit_gives_the_same_index() -> None:
    first, *others = KNOWLEDGE.cards
    edited = replace(KNOWLEDGE, cards=(replace(first, questions=(*first.questions, "gabbiotto")), *others))
    index = build(edited, before=INDEX)
    assert index.sides["en"] is INDEX.sides["en"]
    assert _found(index) == _found(build(edited))
    assert index.knows("gabbiotto")
    fewer = replace(KNOWLEDGE, cards=tuple(others))
    assert _found(build(fewer, before=INDEX)) == _found(build(fewer))


def _found(index: Index) -> list[Ranking]:
    """What some messages get; the same of two indexes made of the same cards."""
    asked = (
        ("gabbiotto ascensore", "it"),
        ("mufa nella camera", "it"),
        ("the lift and the gabbiotto", "en"),
        ("电梯", "zh"),
    )
    return [search(index, Query(text=text, lang=lang)) for text, lang in asked]


def test_an_edit_is_found_at_once_in_its_own_language_and_in_the_others_when_they_are_made_anew() -> None:
    first, *others = KNOWLEDGE.cards
    edited = replace(KNOWLEDGE, cards=(replace(first, keywords=(*first.keywords, "gabbiotto")), *others))
    quick = build(edited, before=INDEX, quickly=True)
    assert best_of(quick, "gabbiotto") == first.id
    assert quick.of("en") is INDEX
    text = KNOWLEDGE.cards[0].title
    assert search(quick, Query(text=text, lang="en")).cards[0].card in edited.cards
    assert best_of(quick, "the gabbiotto", lang="en") != first.id
    whole = build(edited, before=quick)
    assert _found(whole) == _found(build(edited))
    assert whole.older is None
    assert best_of(whole, "the gabbiotto", lang="en") == first.id


def test_an_edit_in_another_language_is_found_there_at_once_and_what_is_gone_is_not() -> None:
    first, *others = KNOWLEDGE.cards
    own = first.translations.get("ro", Translation())
    romanian = {**first.translations, "ro": replace(own, questions=(*own.questions, "unde e zambila"))}
    edited = replace(KNOWLEDGE, cards=(replace(first, translations=romanian), *others))
    quick = build(edited, before=INDEX, quickly=True)
    assert best_of(quick, "zambila", lang="ro") == first.id
    assert quick.of("en") is quick
    again = build(replace(KNOWLEDGE, cards=tuple(others)), before=quick, quickly=True)
    assert best_of(again, "zambila", lang="ro") != first.id
    assert again.of("it") is again
