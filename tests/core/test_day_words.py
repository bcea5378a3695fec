"""Days and months in nine languages."""

from datetime import date

import pytest

from bot.core import day_words

DAY = date(2026, 12, 9)


@pytest.mark.parametrize(
    ("lang", "full", "of_year", "month_of_year", "month", "weekday"),
    [
        ("it", "9 dicembre 2026", "9 dicembre", "dicembre 2026", "agosto", "mercoledì"),
        ("en", "9 December 2026", "9 December", "December 2026", "August", "Wednesday"),
        ("es", "9 de diciembre de 2026", "9 de diciembre", "diciembre de 2026", "agosto", "miércoles"),
        ("fr", "9 décembre 2026", "9 décembre", "décembre 2026", "août", "mercredi"),
        ("ro", "9 decembrie 2026", "9 decembrie", "decembrie 2026", "august", "miercuri"),
        ("uk", "9 грудня 2026\u202fр.", "9 грудня", "грудень 2026\u202fр.", "серпень", "середа"),
        ("ar", "9 ديسمبر 2026", "9 ديسمبر", "ديسمبر 2026", "أغسطس", "الأربعاء"),
        ("zh", "2026年12月9日", "12月9日", "2026年12月", "八月", "星期三"),
        ("tl", "Disyembre 9, 2026", "Disyembre 9", "Disyembre 2026", "Agosto", "Miyerkules"),
    ],
)
def test_a_day_is_written_as_its_readers_write_it(
    lang: str, full: str, of_year: str, month_of_year: str, month: str, weekday: str
) -> None:
    """Order, inflection and figures."""
    assert day_words.full(DAY, lang) == full
    assert day_words.of_year(DAY, lang) == of_year
    assert day_words.month_of_year(DAY, lang) == month_of_year
    assert day_words.month(8, lang) == month
    assert day_words.weekday(DAY.weekday(), lang) == weekday
