"""Days and months as people write them in their own language; figures are Western everywhere."""

from datetime import date
from functools import lru_cache
from typing import Literal

from babel.dates import format_date, format_skeleton, get_day_names, get_month_names

_LOCALES = {"en": "en_GB"}  # a reader in Milan puts the day before the month


@lru_cache(maxsize=1024)
def full(day: date, lang: str) -> str:
    """ "9 dicembre 2026"."""
    return str(format_date(day, "long", locale=_locale(lang)))


def of_year(day: date, lang: str) -> str:
    """ "9 dicembre"."""
    return str(format_skeleton("MMMMd", day, locale=_locale(lang)))


def month_of_year(day: date, lang: str) -> str:
    """ "dicembre 2026"."""
    return str(format_skeleton("yMMMM", day, locale=_locale(lang)))


def month(number: int, lang: str) -> str:
    """ "dicembre" for 12."""
    # Only Ukrainian inflects it. Babel, once it has read Chinese, gives Chinese for Tagalog's "stand-alone".
    context: Literal["stand-alone", "format"] = "stand-alone" if lang == "uk" else "format"
    return str(get_month_names("wide", context=context, locale=_locale(lang))[number])


def weekday(number: int, lang: str) -> str:
    """ "mercoledì" for 2; Monday is 0."""
    return str(get_day_names("wide", context="format", locale=_locale(lang))[number])


def _locale(lang: str) -> str:
    return _LOCALES.get(lang, lang)
