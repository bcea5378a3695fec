"""What danger sounds like, in nine languages: named groups of phrases, a room for each kind of danger.

In a group each line is a language and its phrases. `word*` is any word that starts so; accents do not matter. Arabic and
Chinese phrases are looked for anywhere in the text. No native speaker has checked the languages other than Italian.
"""

from collections.abc import Mapping

from bot.core.safety_phrases import danger, despair, people, violence


def _read(text: str) -> dict[str, dict[str, tuple[str, ...]]]:
    groups: dict[str, dict[str, tuple[str, ...]]] = {}
    for block in text.strip().split("\n\n"):
        name, *lines = block.splitlines()
        groups[name] = {
            lang: tuple(phrase.strip() for phrase in phrases.split(","))
            for lang, _, phrases in (line.partition(":") for line in lines)
        }
    return groups


GROUPS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    name: phrases
    for room in (people, violence, danger, despair)
    for name, phrases in _read(room.PHRASES).items()
}
