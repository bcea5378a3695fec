"""The phones of a card, as TOML tables or as lines of a cell: "number | label | hours | gratuito"."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core import phones
from bot.core.card import Phone
from bot.core.card_values import as_text, cut, fold_word, read_flag, read_hours, read_line
from bot.core.errors import UserError

_FREE, _SHARED = "gratuito", "costo condiviso"
_MORE_THAN_A_NUMBER = re.compile(r"\d.*[^\W\d_]|[^\W\d_].*\d")  # digits and words


def read_phones(raw: Any) -> tuple[Phone, ...]:
    """Phones: TOML tables, or a cell with one a line as "number | label | hours | gratuito"."""
    if not isinstance(raw, list | tuple):
        return tuple(phone for line in cut(as_text(raw)) if line.strip() for phone in _phones_of_line(line))
    return tuple(_phone(part) for part in raw)


def _phones_of_line(line: str) -> list[Phone]:
    """One phone; bare numbers parted by commas or slashes are several: "02 1234567, 800 013 191"."""
    if "|" in line:
        return [_phone_from_cell(line)]
    try:
        return [phones.parse(part) for part in re.split(r",(?!\d+[eE]\+)|\s/\s", line)]
    except UserError as error:
        if error.key == "phone_unreadable" and _MORE_THAN_A_NUMBER.search(line):
            raise UserError("phone_not_alone", text=line.strip()[:60]) from error
        raise


def _phone(raw: Any) -> Phone:
    if not isinstance(raw, dict):
        return phones.parse(as_text(raw))
    unknown = set(raw) - {"number", "label", "hours", "free", "shared_cost"}
    if unknown:
        raise UserError("field_unknown", text=f"phones.{min(unknown)}")
    number = phones.parse(as_text(raw.get("number", ""))).number
    return phones.marked(
        Phone(
            number=number,
            label=read_line(raw.get("label", "")),
            hours=read_hours(raw.get("hours", "")),
            free=read_flag(raw.get("free", False)),
            shared_cost=read_flag(raw.get("shared_cost", False)),
        )
    )


def _phone_from_cell(line: str) -> Phone:
    number, label, hours, marks, *more = [*_unescaped(line), "", "", ""]
    said = {fold_word(mark) for mark in marks.split(",")} - {""}
    if any(more) or said - {_FREE, _SHARED}:
        raise UserError("phone_unreadable", text=line[:60])
    raw = {
        "number": number,
        "label": label,
        "hours": hours,
        "free": _FREE in said,
        "shared_cost": _SHARED in said,
    }
    return _phone(raw)


def _unescaped(line: str) -> list[str]:
    r"""The parts between "|"; in a part "\|" is a bar and "\\" a backslash."""
    parts = re.findall(r"(?:\\.|[^\\|])*\|?", line)[:-1]
    return [
        re.sub(r"\\(.)", r"\1", part.removesuffix("|") if not part.endswith("\\|") else part).strip()
        for part in parts
    ]


def cell_phones(found: Sequence[Phone]) -> str:
    """The phones as a cell, one a line."""
    # Without a second line a ";" in the hours would end the phone.
    text = "\n".join(map(_cell_phone, found))
    return f"{text}\n" if len(found) == 1 and ";" in text else text


def _cell_phone(phone: Phone) -> str:
    marks = ", ".join(mark for mark, on in ((_FREE, phone.free), (_SHARED, phone.shared_cost)) if on)
    parts = [re.sub(r"([\\|])", r"\\\1", part) for part in (phone.number, phone.label, phone.hours, marks)]
    while not parts[-1]:
        parts.pop()
    return " | ".join(parts)


def plain_phone(phone: Phone) -> dict[str, Any]:
    """Only what the number itself does not say."""
    bare = phones.marked(Phone(number=phone.number))
    said = {"number": phone.number, "label": phone.label, "hours": phone.hours}
    kept: dict[str, Any] = {name: value for name, value in said.items() if value}
    if phone.free != bare.free:
        kept["free"] = phone.free
    if phone.shared_cost != bare.shared_cost:
        kept["shared_cost"] = phone.shared_cost
    return kept


def thaw_phone(raw: Mapping[str, Any]) -> Phone:
    """The phone that `plain_phone` made plain."""
    return phones.marked(Phone(**raw))
