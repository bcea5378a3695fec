"""Numbers written out in Italian: "dodici" is 12, "trentacinque" 35, "duecentomila" 200000."""

import re
from functools import lru_cache

_ONES = {
    "uno": 1,
    "un": 1,
    "due": 2,
    "tre": 3,
    "quattro": 4,
    "cinque": 5,
    "sei": 6,
    "sette": 7,
    "otto": 8,
    "nove": 9,
}
_TEENS = {
    "dieci": 10, "undici": 11, "dodici": 12, "tredici": 13, "quattordici": 14, "quindici": 15,
    "sedici": 16, "diciassette": 17, "diciotto": 18, "diciannove": 19,
}  # fmt: skip
_TENS = {
    "venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60, "settanta": 70, "ottanta": 80, "novanta": 90,
}  # fmt: skip


def _below_hundred() -> dict[str, int]:
    found = {**_ONES, **_TEENS, **_TENS}
    for tens, ten in _TENS.items():
        for ones, one in _ONES.items():
            stem = tens[:-1] if ones[0] in "uo" else tens  # ventuno, ventotto
            found[stem + ones] = ten + one
        found[tens + "tré"] = ten + 3
    return found


_HUNDRED = _below_hundred()
_SMALL = "|".join(sorted(_HUNDRED, key=len, reverse=True))
_BELOW_THOUSAND = rf"(?:(?:(?:{'|'.join(list(_ONES)[2:])})?cento)?(?:{_SMALL})?)"

# "un", "uno" are articles and "sei" is a verb: by themselves they are no numbers.
WORDS = rf"(?=[a-z])(?!(?:un|uno|sei)\b)(?:{_BELOW_THOUSAND}(?:mila|mille))?{_BELOW_THOUSAND}(?<=\w\w)"
_WHOLE = re.compile(rf"(?:({_BELOW_THOUSAND})(mila|mille))?({_BELOW_THOUSAND})")


@lru_cache(maxsize=512)
def value(word: str) -> int | None:
    """What a number word (lower case) says; None where it is none."""
    found = _WHOLE.fullmatch(word)
    if not found or not word:
        return None
    thousands = (_hundreds(found[1]) or 1) * 1000 if found[2] else 0
    return thousands + _hundreds(found[3] or "")


def _hundreds(word: str) -> int:
    before, cento, rest = word.partition("cento")
    if not cento:
        return _HUNDRED.get(word, 0)
    return 100 * (_ONES[before] if before else 1) + _HUNDRED.get(rest, 0)
