"""Light stemmers for the languages Snowball does not know, written by hand.

Each takes a folded word and leaves the part its common forms share; they only have to do the same on both sides.
"""

_LEAST = 3  # letters a stem keeps

# The longer ones come first, so that the longest that fits is taken off.
_UKRAINIAN = """
    остями увати ювати ування остей ється аться яться
    істю ніше ість ості
    ами ями ого ому ему ими іми ють уть ять ать ала яла ила іла ало яло ило іло али яли или іли ати яти ити іти
    ові еві єві ння тся ися ась ись
    ам ям ах ях ів їв ом ем єм им ім их іх ою ею єю ає ує ює ой ий ій ої ая яя ую юю ть ти ла ло ли ав яв ив ик
    а я у ю о е є и і ї ь й в
"""
_TAGALOG = """
    nakakapag makakapag nakikipag makikipag ipinag nakaka makaka nakiki makiki pinaka
    nagpa magpa ipina nagsi pagka ipag naka maka mang nang pang nag mag pag ipa na ma pa ka i
"""
_UKRAINIAN_ENDINGS = tuple(_UKRAINIAN.split())
_TAGALOG_PREFIXES = tuple(_TAGALOG.split())
_TAGALOG_SUFFIXES = ("han", "hin", "nan", "nin", "an", "in")
_VOWELS = "aeiou"


def ukrainian(word: str) -> str:
    """`word` without its ending, six letters of it at most: "батареї" and "батареями" are one."""
    return _without_ending(word, _UKRAINIAN_ENDINGS)[:6]


def tagalog(word: str) -> str:
    """`word` without focus and tense: "tumutulo", "tutulo" and "tulo" are one, and so are "bayad" and "bayaran"."""
    for prefix in _TAGALOG_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) > _LEAST:
            word = word[len(prefix) :]
            break
    if len(word) > _LEAST + 2 and word[0] not in _VOWELS and word[1:3] in ("um", "in"):
        word = word[0] + word[3:]
    if len(word) > _LEAST + 1 and word[:2] == word[2:4]:
        word = word[2:]
    elif len(word) > _LEAST and word[0] == word[1]:
        word = word[1:]
    bare = _without_ending(word, _TAGALOG_SUFFIXES)
    return f"{bare[:-1]}d" if bare != word and bare.endswith("r") else bare


def _without_ending(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word
