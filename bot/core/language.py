"""The language a message is in: by its script, its small words, a model's guess, and the words our cards know."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.core import romanised
from bot.core.card import Knowledge
from bot.core.stopwords import STOP_WORDS, bag
from bot.core.words import ITALIAN, tokens

UKRAINIAN_IN_LATIN = (
    "uk-Latn"  # of vocabularies: how the Ukrainian words sound, for whoever types them in Latin letters
)
LANGUAGES = (ITALIAN, "en", "es", "fr", "ro", "uk", "ar", "zh", "tl")

_HAN = re.compile(r"[\u3400-\u9fff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN_ONLY = ("it", "en", "es", "fr", "ro", "tl")
_OWN_LETTERS = {
    "ro": re.compile(r"[ăâîșțşţ]", re.IGNORECASE),
    "es": re.compile(r"[ñ¿¡]", re.IGNORECASE),
    "fr": re.compile(r"[çêœ]", re.IGNORECASE),
}

# Arabic as typed on a Latin keyboard, digits for letters, and Ukrainian in Latin letters.
_ARABIZI_DIGITS = re.compile(r"^(?!\d+$)[a-z]*[23579][a-z0-9]*[a-z]$|^[379][a-z]{2,}|^ka[yt][a-z0-9]{3,}")
_IN_LATIN = {
    "ar": bag(
        "dyal diali dyali bghit bghina kayn kayna chkoun chkon wach wash chno shno shu fayn wayn kifach kifash bach "
        "mochkil mouchkil dar ddar lkra rani ana nta nti hna hadi bzaf bezzaf walou makaynch khassni khasni 3ndi "
        "mezyan inshallah salam salamo alaykoum lma kahraba wlad wladi rajli mrati ila dyalna dyalhom galo "
        "wla chnou imta tbib mrid ghadi bqa fabor nkhelles lposta kifech fash"
    ),
    "uk": bag(
        "yak yaka yake kudy shcho sho chy treba mozhna potribno budynok kvartyra kvartyru kvartyri kvartiru mene meni "
        "moya moyi nemaye nema dyakuyu laska dobryi dobryy khto koly skilky chomu dopomozhit voda svitlo ditey dytyna "
        "prosymo znayu hochu khochu pratsyuye robyty zvernutysya vyklykaty"
    ),
}
# Small words that speak for one of the languages written in Latin letters.
_TELLING = {
    "ro": bag(
        "imi nu unde cand cine sunt este fost pentru trebuie pot putem avem am cat cate mea meu noi nimeni cui acum "
        "aici dupa fara si sa mi-e pana vreau cum pe la"
    ),
    "tl": bag(
        "ang ng mga po ko namin natin kami kayo sino saan paano kailan magkano bahay walang hindi yung naman ba "
        "pwede puwede"
    ),
    "es": bag("el los las por que donde cuando quien hay mi una tengo puedo del y yo muy"),
    "en": bag("the is are my what where how who to of and i can do does you have need"),
    "fr": bag("le les je mon ma est pas pour que qui ou comment des une dans j ai mes nous chez"),
    "it": bag(
        "il i gli in da un non e che della sono mi per chi dove come una ho mio mia nel del alla si perche la"
    ),
}
_MODEL, _STORE, _SMALL_WORDS = 0.7, 1.5, 1.0  # how much each witness counts
_ITALIAN_PRIOR, _ITALIAN_FLOOR = 5.0, 0.05
_OWN_LETTER, _CHOSEN = 0.4, 0.1
_TELLING_LENGTH = 4  # letters from which on a Ukrainian word in Latin letters is told from others
_BORROWED = (
    0.5  # a word so much rarer than in Italian is an Italian one that people of Milan use: "la cantina"
)
_CLEAR = 0.5  # votes below which nobody can tell: "zzzz", a name

Vocabularies = Mapping[str, frozenset[str]]


def vocabularies(knowledge: Knowledge) -> Vocabularies:
    """The words our cards use, by language: what short messages are best told by."""
    counts: dict[str, Counter[str]] = {lang: Counter() for lang in LANGUAGES}
    for card in knowledge.cards:
        counts[ITALIAN].update(_words((card.title, card.summary, card.body, *card.keywords, *card.questions)))
        for lang, own in card.translations.items():
            if lang in counts:
                counts[lang].update(_words((own.title, own.summary, own.body, *own.keywords, *own.questions)))
    italian = _shares(counts[ITALIAN])
    found = {
        lang: {
            word
            for word, share in _shares(counts[lang]).items()
            if share >= _BORROWED * italian.get(word, 0.0)
        }
        | set(STOP_WORDS.get(lang, ()))
        for lang in LANGUAGES
    }
    found[UKRAINIAN_IN_LATIN] = {
        romanised.heard(word) for word in found["uk"] if len(word) >= _TELLING_LENGTH
    }
    return {lang: frozenset(words) for lang, words in found.items()}


def _shares(counts: Counter[str]) -> dict[str, float]:
    total = max(1, counts.total())
    return {word: count / total for word, count in counts.items()}


def decide(text: str, *, scores: Mapping[str, float], store: Vocabularies, profile: str | None = None) -> str:
    """One of `LANGUAGES`. `scores` are a model's probabilities by language code; `store` is from `vocabularies`.

    `profile` is what the person's app speaks, or the answer before; it decides where the message itself does not
    (a number, an emoji, one name).
    """
    by_script = _script(text)
    if by_script is not None:
        return by_script
    words = tokens(text)
    if not any(char.isalpha() for word in words for char in word):
        return profile if profile in LANGUAGES else ITALIAN
    if (typed := _other_keyboard(words, store)) is not None:
        return typed
    votes = _votes(text, words, scores=scores, store=store)
    if profile in votes:
        votes[profile] += _CHOSEN
    best = max(votes, key=lambda lang: votes[lang])
    return profile if profile in LANGUAGES and votes[best] < _CLEAR else best


def is_romanised_ukrainian(text: str, store: Vocabularies) -> bool:
    """Whether `text` is Ukrainian typed in Latin letters."""
    return _script(text) is None and _other_keyboard(tokens(text), store) == "uk"


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from tokens(text)


def _script(text: str) -> str | None:
    if text.isascii():
        return None
    counts = {
        "zh": len(_HAN.findall(text)) * 2,
        "ar": len(_ARABIC.findall(text)),
        "uk": len(_CYRILLIC.findall(text)),
    }
    best = max(counts, key=lambda lang: counts[lang])
    latin = sum(char.isascii() and char.isalpha() for char in text)
    return best if counts[best] * 2 > latin and counts[best] > 0 else None


def _other_keyboard(words: Sequence[str], store: Vocabularies) -> str | None:
    marked = {lang: sum(map(typical.__contains__, words)) for lang, typical in _IN_LATIN.items()}
    marked["uk"] = sum(word in _IN_LATIN["uk"] or _sounds_ukrainian(word, store) for word in words)
    marked["ar"] += sum(bool(_ARABIZI_DIGITS.match(word)) for word in words)
    best = max(marked, key=lambda lang: marked[lang])
    if marked[best] < 2:
        return None
    rival = max(_hits(words, lang) for lang in _TELLING)
    return best if marked[best] > rival else None


def _sounds_ukrainian(word: str, store: Vocabularies) -> bool:
    """A Ukrainian word of the cards, and no word of theirs in a language that is written so."""
    if len(word) < _TELLING_LENGTH or any(word in store.get(lang, ()) for lang in _LATIN_ONLY):
        return False
    return romanised.heard(word) in store.get(UKRAINIAN_IN_LATIN, ())


def _hits(words: Sequence[str], lang: str) -> int:
    return sum(map(_TELLING[lang].__contains__, words))


def _votes(
    text: str, words: Sequence[str], *, scores: Mapping[str, float], store: Vocabularies
) -> dict[str, float]:
    """How much speaks for each language of the Latin script."""
    shares = _store_shares(words, store)
    votes = {}
    for lang in _LATIN_ONLY:
        model = scores.get(lang, 0.0)
        if lang == ITALIAN:
            model = min(1.0, model * _ITALIAN_PRIOR + _ITALIAN_FLOOR)
        letter = _OWN_LETTER if lang in _OWN_LETTERS and _OWN_LETTERS[lang].search(text) else 0.0
        small = _SMALL_WORDS * _hits(words, lang) / (len(words) + 2)
        votes[lang] = _MODEL * model + _STORE * shares[lang] + small + letter
    return votes


def _store_shares(words: Sequence[str], store: Vocabularies) -> dict[str, float]:
    """Share of `words` each language's cards use; a word several languages use counts for each a part."""
    shares = dict.fromkeys(_LATIN_ONLY, 0.0)
    for word in words:
        knowing = [lang for lang in _LATIN_ONLY if word in store.get(lang, ())]
        for lang in knowing:
            shares[lang] += 1 / (len(knowing) * len(words))
    return shares
