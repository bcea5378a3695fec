"""A message as the words search works on: folded, cut, stemmed, and spelt by ear."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from bot.core import stems
from bot.core.stopwords import SHORTHAND, STOP_WORDS, STRONG_FORMS

ITALIAN = "it"

_WORD = re.compile(r"\w+")
_STEMMERS = {
    "it": "italian",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "ro": "romanian",
    "ar": "arabic",
}
_BY_HAND = {"uk": stems.ukrainian, "tl": stems.tagalog}
_JOINED = re.compile(r"^(?:dell|nell|sull|dall|all|quell|un|l|d)(?=[aeiouh]\w{4})")
_SPELT_BY_EAR = (
    ("sch", "sk"),
    ("ch", "k"),
    ("gh", "g"),
    ("sci", "si"),
    ("sce", "se"),
    ("cie", "ce"),
    ("gli", "li"),
    ("gn", "n"),
    ("qu", "ku"),
    ("cu", "ku"),
    ("q", "k"),
    ("x", "s"),
    ("c", "k"),
    ("h", ""),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("z", "s"),
)
_DOUBLED = re.compile(r"(.)\1+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ł": "l", "’": "'"})
# Combining marks of the scripts people write to us in; by range, since this runs over every text of every card.
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u20d0-\u20ff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_DRAWN_OUT = re.compile(
    r"([^\W\d_iw])\1{2,}", re.IGNORECASE
)  # not "www", nor a third of the name in "Carlo III"


def fold(text: str) -> str:
    """`text` in lower case, without accents and other combining marks, with plain apostrophes."""
    lower = text.lower()
    if lower.isascii():
        return lower
    return _MARKS.sub("", unicodedata.normalize("NFKD", lower.translate(_LIGATURES)).lower())


def calmed(text: str) -> str:
    """`text` without letters drawn out for emphasis: "ASCENSOREEEE" is ASCENSORE, "rottto" is rotto."""

    def shortened(found: re.Match[str]) -> str:
        ends = found.end() == len(text) or not text[found.end()].isalpha()
        return found[1] if ends else found[1] * 2

    return _DRAWN_OUT.sub(shortened, text)


def tokens(text: str) -> list[str]:
    """The words of `text`, folded, in their order; phone shorthand ("nn", "xke") is written out."""
    return [SHORTHAND.get(word, word) for word in _WORD.findall(fold(text))]


@dataclass(frozen=True, slots=True)
class Term:
    """One word that carries meaning: as it was written and as it is indexed."""

    word: str
    stem: str


def terms(text: str, *, lang: str = ITALIAN) -> list[Term]:
    """The words of `text` that carry meaning in `lang`, in their order. Chinese gives pairs of characters."""
    if lang == "zh":
        return [Term(pair, pair) for pair in _pairs(fold(text))]
    stop = STOP_WORDS.get(lang, frozenset())
    return [Term(word, stem(word, lang=lang)) for word in tokens(text) if word not in stop and len(word) > 1]


@lru_cache(maxsize=8_000)
def stem(word: str, *, lang: str = ITALIAN) -> str:
    """The part of a folded `word` its forms share; strong Italian participles join their verb ("rotto": "romp")."""
    if lang == ITALIAN and word in STRONG_FORMS:
        return STRONG_FORMS[word]
    if lang in _BY_HAND:
        return _BY_HAND[lang](word)
    if lang in _STEMMERS:
        return str(_stemmer(lang).stemWord(word))
    return word


@lru_cache(maxsize=4_000)
def skeleton(word: str) -> str:
    """How `word` sounds to somebody who writes by ear: "asensore", "ascensore" and "assensore" are one."""
    for written, heard in _SPELT_BY_EAR:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word)


def unjoined(word: str) -> str | None:
    """`word` without an article written into it ("lascensore"), or None where there is none to take off."""
    found = _JOINED.match(word)
    return word[found.end() :] if found else None


def grams(text: str, *, lang: str = ITALIAN) -> list[str]:
    """Groups of three to five letters within the words of `text`, word ends marked; in Chinese, characters and pairs."""
    if lang == "zh":
        folded = fold(text)
        return [*_HAN.findall(folded), *_pairs(folded)]
    stop = STOP_WORDS.get(lang, frozenset())
    return [gram for word in tokens(text) if word not in stop for gram in _word_grams(word)]


@lru_cache(maxsize=2_000)  # each word has dozens
def _word_grams(word: str) -> tuple[str, ...]:
    marked = f"_{word}_"
    return tuple(marked[at : at + size] for size in (3, 4, 5) for at in range(len(marked) - size + 1))


def _pairs(text: str) -> Iterator[str]:
    """Neighbouring Chinese characters two by two, and other words whole."""
    run = ""
    for char in text:
        if _HAN.match(char):
            if run:
                yield run + char
            run = char
        else:
            run = ""
    yield from (word for word in re.findall(r"[a-z0-9]{2,}", text))


@lru_cache(maxsize=16)
def _stemmer(lang: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_STEMMERS[lang], 0)  # no second cache beside ours
