"""Numbers written out in Italian."""

import re

import pytest

from bot.core.numerals import WORDS, value


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("due", 2), ("dodici", 12), ("ventuno", 21), ("ventotto", 28), ("trentatré", 33), ("trentacinque", 35),
        ("cento", 100), ("centoventi", 120), ("duecento", 200), ("mille", 1000), ("duemila", 2000),
        ("milleduecento", 1200), ("ventimila", 20000), ("duecentomila", 200000), ("trecentoventimilacinquecento", 320500),
        ("casa", None), ("centro", None), ("", None), ("uno", 1), ("ventidui", None),
    ],
)  # fmt: skip
def test_the_value_of_a_word(word: str, expected: int | None) -> None:
    assert value(word) == expected


@pytest.mark.parametrize(
    "word",
    [
        "centro",
        "settembre",
        "ottobre",
        "novella",
        "treno",
        "duello",
        "trenord",
        "sei",
        "un",
        "per",
        "venture",
    ],
)
def test_words_that_only_begin_like_a_number_are_none(word: str) -> None:
    assert re.search(rf"\b{WORDS}\b", f"il {word} qui") is None
