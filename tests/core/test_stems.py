"""Stemmers written by hand: forms of one word become one, other words stay apart."""

import pytest

from bot.core.words import stem


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("uk", "батарея батареї батареями батарей"),
        ("uk", "сусід сусіда сусідами сусіди"),
        ("uk", "ремонтувати ремонту ремонтом"),
        ("tl", "tulo tutulo tumutulo"),
        ("tl", "bayad nagbayad magbabayad bayaran"),
        ("tl", "sira nasira"),
    ],
)
def test_forms_of_one_word_share_a_stem(lang: str, forms: str) -> None:
    assert len({stem(form, lang=lang) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("lang", "words"), [("uk", "вода вогонь ліфт лист ключ"), ("tl", "tubig tulong ilaw upa susi anak")]
)
def test_other_words_keep_stems_of_their_own(lang: str, words: str) -> None:
    assert len({stem(word, lang=lang) for word in words.split()}) == len(words.split())


@pytest.mark.parametrize("lang", ["uk", "tl"])
@pytest.mark.parametrize("word", ["", "а", "na", "ang", "i", "по"])
def test_short_words_stay_as_they_are(lang: str, word: str) -> None:
    assert stem(word, lang=lang) == word
