"""From what a bot sends (text, parse mode or entities) to what Telegram keeps."""

import re
from typing import Any

from bot.simulator.errors import bad
from bot.simulator.found import find_entities
from bot.simulator.html_text import parse_html
from bot.simulator.markdown_text import parse_markdown, parse_markdown_v2
from bot.simulator.markup import (
    HIGHEST_ENTITY_COUNT,
    Builder,
    Entity,
    ParseError,
    checked_link,
    utf16_len,
)

PARSERS = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_markdown}
LONGEST_RAW_TEXT = 32768
PRIORITY = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}
SPLITTABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
FOUND_BY_SERVER = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"})
UNWANTED = re.compile("[\x00-\x09\x0b-\x1f\u2028-\u202e\u030a\u0333\u033f]")
DROPPED = re.compile("[\r\u2028-\u202e\u030a\u0333\u033f]")


def parse(text: str, parse_mode: str | None, given: list[Entity] | None) -> tuple[str, list[Entity]]:
    """The text as stored, with its entities sorted; raises ApiError with Telegram's text."""
    if len(text) * 4 > LONGEST_RAW_TEXT and len(text.encode("utf-8", "surrogatepass")) > LONGEST_RAW_TEXT:
        raise bad("text is too long")
    if parse_mode:
        return finish(*_parsed(text, parse_mode))
    _refuse_surrogates(text)
    if given:
        return finish(text, _given(text, given))
    return finish(text, [])


def _parsed(text: str, parse_mode: str) -> tuple[str, list[Entity]]:
    parser = PARSERS.get(parse_mode.lower())
    if parser is None:
        raise bad("unsupported parse_mode")
    _refuse_surrogates(text)
    try:
        built: Builder = parser(text)
    except ParseError as error:
        raise bad(f"can't parse entities: {error}") from None
    return built.text(), built.entities


def _refuse_surrogates(text: str) -> None:
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise bad("strings must be encoded in UTF-8") from None


def _given(text: str, given: list[Entity]) -> list[Entity]:
    """The entities a bot passed itself. What Telegram finds alone is found again, so left out here."""
    starts = _utf16_starts(text)
    end = utf16_len(text)
    kept: list[Entity] = []
    for entity in given:
        start, stop = entity["offset"], entity["offset"] + entity["length"]
        if start < 0 or entity["length"] <= 0:
            raise bad(
                f"can't parse entities: entity with offset {start} and length {entity['length']} is empty"
            )
        if stop > end:
            raise bad(
                f"can't parse entities: entity beginning at UTF-16 offset {start} ends after the end of the text "
                f"at UTF-16 offset {stop}"
            )
        for edge, word in ((start, "begins"), (stop, "ends")):
            if edge not in starts:
                raise bad(
                    f"can't parse entities: entity {word} in a middle of a UTF-16 symbol at UTF-16 offset {edge}"
                )
        if entity["type"] not in FOUND_BY_SERVER:
            kept.append(_cleaned(entity))
    return kept


def _utf16_starts(text: str) -> range | frozenset[int]:
    if text.isascii():
        return range(len(text) + 1)
    starts = {0}
    at = 0
    for char in text:
        at += 1 + (char > "\uffff")
        starts.add(at)
    return frozenset(starts)


def _cleaned(entity: Entity) -> Entity:
    kind = entity["type"]
    if kind not in PRIORITY and kind != "date_time":
        raise bad(f'can\'t parse MessageEntity: unsupported type "{kind}" specified')
    if kind == "text_link":
        url = checked_link(entity.get("url", ""))
        if not url:
            raise bad(f'can\'t parse entities: wrong link "{entity.get("url", "")}"')
        return {**entity, "url": url}
    if kind == "text_mention" and "user" not in entity:
        raise bad("can't parse MessageEntity: Can't find field \"user\"")
    return dict(entity)


def finish(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Clean, complete, sort, trim: what TDLib calls fixing a formatted text."""
    if UNWANTED.search(text):
        text, entities = _clean(text, entities)
    if entities:
        shown = [e for e in entities if _shows(text, e)]
        entities = _merged(sort_entities(_without_formatting_in_code(shown)))
    found = find_entities(text)
    if found and entities:
        solid = [e for e in entities if e["type"] not in SPLITTABLE and e["type"] not in QUOTES]
        free = [f for f in found if not any(_overlap(f, e) for e in solid)] if solid else found
        return _trimmed(text, sort_entities(entities + free))
    return _trimmed(text, found or entities)


def sort_entities(entities: list[Entity]) -> list[Entity]:
    if len(entities) < 2:
        return entities
    return sorted(entities, key=_place)[:HIGHEST_ENTITY_COUNT]


def _place(entity: Entity) -> tuple[int, int, int]:
    """By beginning; the longer one outside, and of two as long the kind that Telegram puts outside."""
    return entity["offset"], -entity["length"], PRIORITY.get(entity["type"], 50)


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )


def _clean(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Control characters become spaces; those Telegram forbids go, and offsets move with them."""
    gone = [utf16_len(text[: m.start()]) for m in DROPPED.finditer(text)]
    moved: list[Entity] = []
    for entity in entities:
        start, stop = entity["offset"], entity["offset"] + entity["length"]
        new_start = start - sum(at < start for at in gone)
        length = stop - sum(at < stop for at in gone) - new_start
        if length > 0:
            moved.append({**entity, "offset": new_start, "length": length})
    return UNWANTED.sub(" ", DROPPED.sub("", text)), moved


def _without_formatting_in_code(entities: list[Entity]) -> list[Entity]:
    """Code holds no other formatting: bold that reaches into it is cut there."""
    code = [e for e in entities if e["type"] in {"code", "pre"}]
    if not code:
        return entities
    kept: list[Entity] = []
    for entity in entities:
        if entity["type"] in SPLITTABLE:
            kept += _cut(entity, code)
        elif entity in code or entity["type"] in QUOTES or not any(_overlap(entity, c) for c in code):
            kept.append(entity)
    return _without_double_code(kept)


def _without_double_code(entities: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in sort_entities(entities):
        inside = entity["type"] in {"code", "pre"} and any(
            _overlap(entity, k) for k in kept if k["type"] in {"code", "pre"}
        )
        if not inside:
            kept.append(entity)
    return kept


def _cut(entity: Entity, holes: list[Entity]) -> list[Entity]:
    pieces = [(entity["offset"], entity["offset"] + entity["length"])]
    for hole in holes:
        start, stop = hole["offset"], hole["offset"] + hole["length"]
        pieces = [
            part
            for low, high in pieces
            for part in ((low, min(high, start)), (max(low, stop), high))
            if part[0] < part[1]
        ]
    return [{**entity, "offset": low, "length": high - low} for low, high in pieces]


def _merged(entities: list[Entity]) -> list[Entity]:
    """Overlapping or touching formatting of one kind is one entity; a second solid one inside is dropped.

    `entities` are sorted.
    """
    last: dict[str, Entity] = {}
    solid_end = 0
    merged: list[Entity] = []
    for entity in entities:
        kind, start, stop = entity["type"], entity["offset"], entity["offset"] + entity["length"]
        if kind in SPLITTABLE:
            before = last.get(kind)
            if before and before["offset"] + before["length"] >= start:
                before["length"] = max(before["offset"] + before["length"], stop) - before["offset"]
                continue
            entity = last[kind] = dict(entity)
        elif kind not in QUOTES:
            if start < solid_end:
                continue
            solid_end = stop
        merged.append(entity)
    return merged


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    if text and text[-1] not in " \n" and text[0] not in " \n":
        return text, entities
    text = text.rstrip(" \n")
    first = entities[0]["offset"] if entities else len(text)
    lead = 0
    while lead < min(first, len(text)) and text[lead] in " \n":
        lead += 1
    text = text[lead:]
    end = utf16_len(text)
    return text, _shifted(entities, lead, end)


def _shifted(entities: list[Entity], lead: int, end: int) -> list[Entity]:
    shifted: list[Entity] = []
    for entity in entities:
        start = entity["offset"] - lead
        length = min(start + entity["length"], end) - start
        if length > 0:
            shifted.append({**entity, "offset": start, "length": length})
    return shifted


def _shows(text: str, entity: Entity) -> bool:
    """Whether anything but white space stands under the entity."""
    start, stop = entity["offset"], entity["offset"] + entity["length"]
    if text.isascii():
        return bool(text[start:stop].strip())
    units = text.encode("utf-16-le", "surrogatepass")[start * 2 : stop * 2]
    return bool(units.decode("utf-16-le", "replace").strip())


def resolve_mentions(entities: list[Entity], users: Any) -> list[Entity]:
    """Mentions by id become full users; unknown people become plain text, as Telegram does."""
    if not any(e["type"] == "text_mention" for e in entities):
        return entities
    resolved: list[Entity] = []
    for entity in entities:
        if entity["type"] == "text_mention":
            user = users(entity["user"]["id"])
            if user is None:
                continue
            entity = {**entity, "user": user}
        resolved.append(entity)
    return resolved
