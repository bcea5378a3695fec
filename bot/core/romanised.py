"""Ukrainian typed in Latin letters, as people do on a phone without a Ukrainian keyboard: known, and written back."""

import re

from bot.core.words import fold

_LATIN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh", "з": "z", "и": "y",
        "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya",
        "ь": "", "'": "", "ё": "yo", "ы": "y", "э": "e", "ъ": "",
    }
)  # fmt: skip
_CYRILLIC = (
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yo", "йо"), ("ye", "є"), ("yu", "ю"),
    ("ya", "я"), ("iia", "ія"), ("ia", "я"), ("iu", "ю"), ("ie", "є"), ("yi", "ї"), ("ii", "ій"), ("a", "а"), ("b", "б"),
    ("v", "в"), ("w", "в"), ("h", "г"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("y", "и"), ("i", "і"), ("j", "й"),
    ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"),
    ("f", "ф"), ("x", "х"), ("c", "ц"), ("q", "к"), ("'", "ь"),
)  # fmt: skip
_BY_LATIN = dict(_CYRILLIC)
_LETTERS = re.compile("|".join(latin for latin, _ in _CYRILLIC))
_FINAL = re.compile(r"(?<=[aeou])y\b")
_ADJECTIVE = re.compile(r"yi\b")  # "novyi" is новий; elsewhere "yi" is ї
_SOUNDS_ALIKE = (("kh", "h"), ("g", "h"), ("w", "v"), ("j", "i"), ("y", "i"), ("'", ""))
_GLIDE = re.compile(r"i+(?=[aeou])")
_DOUBLED = re.compile(r"(.)\1+")


def heard(word: str) -> str:
    """A Ukrainian `word`, in either alphabet, as it sounds in whatever Latin spelling: "pratsiuie" is "працює"."""
    latin = fold(word).translate(_LATIN)
    for spelling, sound in _SOUNDS_ALIKE:
        latin = latin.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", _GLIDE.sub("", latin))


def written_back(text: str) -> str:
    """`text`, which is Ukrainian in Latin letters, in Cyrillic ones."""
    spelt = _FINAL.sub("j", _ADJECTIVE.sub("yj", fold(text)))
    return _LETTERS.sub(lambda found: _BY_LATIN[found.group()], spelt)
