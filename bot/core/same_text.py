"""Whether two texts say the same: folded, hashed, by their words, by their figures, dates and places."""

import hashlib
import re
import unicodedata

from bot.core import numerals

SAME_TEXT = 0.6  # share of common words from which two texts under one headline are one story

_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_WORDS = re.compile(r"\w+")
# Other shapes of the same mark: quotes, dashes, dots, as an editor or a new version of a site sets them.
_TYPE = str.maketrans(
    dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "..."}
)
_OTHER_TYPE = re.compile("[" + re.escape("".join(map(chr, _TYPE))) + "]")
_FIGURES = re.compile(r"\d+(?:[.,:/-]\d+)*")
_NO_NUMBERS = frozenset({"un", "uno", "sei"})  # articles, and a verb
_DATE_WORDS = re.compile(
    r"\b(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre"
    r"|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)\b"
)
_PLACES = re.compile(r"(?<![.!?»”\"']\s)(?<!^)\b[A-ZÀ-Ý][\w’']+(?:[\s-][A-ZÀ-Ý][\w’']+)*")


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces: for comparing, never for showing."""
    plain = text if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(_WORDS.findall(plain.lower()))


def content_hash(title: str, summary: str) -> str:
    """Of what is shown: a change of spaces, of typography or of the date alone is no change."""
    text = "\n".join(" ".join(_usual_type(part).split()) for part in (title, summary))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _usual_type(text: str) -> str:
    return text.translate(_TYPE) if _OTHER_TYPE.search(text) else text  # looking is much quicker


def tell_the_same(one: str, other: str) -> bool:
    """Whether two texts under one headline tell the same: much the same words, and no figure, date or place at odds."""
    if not one or not other:
        return False
    ours, theirs = fold(one), fold(other)
    if ours.startswith(theirs[:200]) or theirs.startswith(ours[:200]):
        return not _at_odds(one, other, subset=True)
    return likeness(one, other) >= SAME_TEXT and not _at_odds(one, other, subset=False)


def likeness(one: str, other: str) -> float:
    """Share of common words, 0 to 1 (Jaccard)."""
    ours, theirs = set(fold(one).split()), set(fold(other).split())
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0


def _at_odds(one: str, other: str, *, subset: bool) -> bool:
    """Whether figures, dates or places differ; with `subset` the shorter text may leave some out."""
    for facts in (_figures, _dates, _places):
        ours, theirs = facts(one), facts(other)
        differ = not (ours <= theirs or theirs <= ours) if subset else ours != theirs
        if differ:
            return True
    return False


def _figures(text: str) -> set[str]:
    written = (numerals.value(word) for word in fold(text).split() if word not in _NO_NUMBERS)
    return {*_FIGURES.findall(text), *(str(number) for number in written if number)}


def _dates(text: str) -> set[str]:
    return set(_DATE_WORDS.findall(fold(text)))


def _places(text: str) -> set[str]:
    """Capitalised words within sentences: places, and people, which differ just as well."""
    return {fold(found) for found in _PLACES.findall(text)}
