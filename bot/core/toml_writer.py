"""Knowledge written as TOML, in the form people keep by hand: one table an item, lists of sentences a line each.

Source: toml.io/en/v1.0.0
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from bot.core.card import Knowledge
from bot.core.card_fields import Kind
from bot.core.card_plain import items, to_plain

WIDTH = 100  # a longer list goes on several lines

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def dump(knowledge: Knowledge) -> str:
    """The whole knowledge as one TOML text; reading it gives the same knowledge."""
    tables = [_table(kind, to_plain(kind, item)) for kind in Kind for item in items(knowledge, kind)]
    return "\n".join(tables)


def _table(kind: Kind, plain: Mapping[str, Any]) -> str:
    nested = plain.get("translations", {})
    lines = [f"[[{kind}]]", *_pairs((name, value) for name, value in plain.items() if name != "translations")]
    for lang, values in nested.items():
        lines += [f"[{kind}.translations.{lang}]", *_pairs(values.items())]
    return "".join(f"{line}\n" for line in lines)


def _pairs(values: Iterable[tuple[str, Any]]) -> Iterator[str]:
    for name, value in values:
        yield f"{_key(name)} = {_value(value)}"


def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else _quoted(name)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return repr(value)
        case date():
            return value.isoformat()
        case str():
            return _long(value) if "\n" in value else _quoted(value)
        case list():
            return _array([_value(part) for part in value])
        case Mapping():
            return "{ " + ", ".join(_pairs(value.items())) + " }"
        case _:
            raise TypeError(type(value).__name__)


def _array(parts: list[str]) -> str:
    short = f"[{', '.join(parts)}]"
    if len(short) <= WIDTH:
        return short
    return "[\n" + "".join(f"  {part},\n" for part in parts) + "]"


def _quoted(text: str) -> str:
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _long(text: str) -> str:
    """A text of several lines; every quotation mark is escaped, so that three in a row end nothing."""
    return '"""\n' + "".join(char if char == "\n" else _escaped(char) for char in text) + '"""'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return f"\\u{ord(char):04X}" if ord(char) < 0x20 or ord(char) == 0x7F else char
