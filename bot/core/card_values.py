"""How the values of cards are read from what a file holds, a TOML value or a cell; a mistake is a UserError."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.core import italian_hours
from bot.core.errors import UserError

SUMMARY_LIMIT = 160  # characters
TITLE_LIMIT = 120
SMALLEST_RING = 3  # points
TEXT_LIMIT = 30_000  # characters in one field; a cell of a sheet holds 32,767

_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,47}")  # fits into callback data with room to spare
_SHEET_DATE = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+)?|\d\d:\d\d:\d\d")  # "9-12" as a spreadsheet keeps it
_YES = frozenset({"si", "sì", "s", "x", "yes", "true", "vero", "1"})
_NO = frozenset({"no", "n", "false", "falso", "0"})


def clean(text: str, *, lines: bool = True) -> str:
    """`text` as it is kept: NFC, no control characters, no space at the ends; one line unless `lines`."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(" " if char == "\t" else char for char in text if char in "\n\t" or _printable(char))
    return text.strip() if lines else " ".join(text.split())


def _printable(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cs"} and ord(char) & 0xFFFE != 0xFFFE


def fold_word(text: str) -> str:
    """Lower case, one space, for comparing headings and fixed words."""
    return " ".join(text.casefold().replace("_", " ").split())


def read_text(raw: Any) -> str:
    """A text of several lines."""
    return sized(clean(as_text(raw)), TEXT_LIMIT)


def read_line(raw: Any) -> str:
    """A text of one line."""
    return sized(clean(as_text(raw), lines=False), TEXT_LIMIT)


def limited(limit: int) -> Callable[[Any], str]:
    """A reader of one line of at most `limit` characters."""
    return lambda raw: sized(read_line(raw), limit)


def as_text(raw: Any) -> str:
    """What a person typed, also where a spreadsheet took it for a number."""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))  # a spreadsheet keeps 1522 as 1522.0
    if isinstance(raw, bool | dict | list):
        raise UserError("field_not_text", text=str(raw)[:60])
    return str(raw)


def sized(text: str, limit: int) -> str:
    """`text`, if it is not longer than `limit` characters."""
    if len(text) > limit:
        raise UserError("field_too_long", length=len(text), limit=limit)
    return text


def read_slug(raw: Any) -> str:
    """A stable short name."""
    text = clean(as_text(raw), lines=False)
    if not text:
        raise UserError("id_missing")
    if not _SLUG.fullmatch(text):
        raise UserError("field_not_slug", text=text[:60], better=slug_of(text) or "ascensore-rotto")
    return text


def slug_of(text: str) -> str:
    """The short name that `text` would give: "San Siro" is "san-siro"; empty where nothing of it can stay."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9_]+", plain))[:48].strip("-_")


def optional_slug(raw: Any) -> str:
    """A stable short name or nothing."""
    return read_slug(raw) if as_text(raw).strip() else ""


def read_items(raw: Any) -> tuple[str, ...]:
    """A list: of a TOML array, or of a cell with one item a line or items parted by ";"."""
    parts = raw if isinstance(raw, list | tuple) else cut(as_text(raw))
    items = [clean(as_text(part), lines=False) for part in parts]
    sized("\n".join(items), TEXT_LIMIT)
    return tuple(dict.fromkeys(item for item in items if item))


def cut(cell: str) -> list[str]:
    """The parts of a cell: its lines or, of a single line, what ";" parts."""
    return re.split(r"\r?\n|\r", cell) if "\n" in cell or "\r" in cell else cell.split(";")


def cell_items(items: Sequence[str]) -> str:
    """One item a line; a single item that holds ";" gets an empty second line, so that it is not cut."""
    text = "\n".join(items)
    return f"{text}\n" if len(items) == 1 and ";" in text else text


def read_quarters(raw: Any) -> tuple[str, ...]:
    """Ids of quarters or their names ("San Siro, Gratosoglio"), or "*" for the whole city."""
    items = read_items(raw)
    if not items or any(fold_word(item) in {"*", "tutti", "tutta la città"} for item in items):
        return ("*",)
    named = [name.strip() for item in items for name in item.split(",") if name.strip()]
    return tuple(dict.fromkeys(map(_quarter, named)))


def _quarter(name: str) -> str:
    return name if _SLUG.fullmatch(name) else read_slug(slug_of(name) or name)


def read_outline(raw: Any) -> tuple[tuple[float, float], ...]:
    """A ring of points, each "45.4123 9.1712": latitude and longitude. Fewer than three are no outline."""
    points = tuple(_point(item) for item in read_items(raw))
    if 0 < len(points) < SMALLEST_RING:
        raise UserError("outline_unreadable", text=str(raw)[:60])
    return points


def _point(item: str) -> tuple[float, float]:
    try:
        lat, lon = (float(part) for part in re.split(r"[,\s]+", item.strip()))
    except ValueError as error:
        raise UserError("outline_unreadable", text=item[:60]) from error
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise UserError("outline_unreadable", text=item[:60])
    return lat, lon


def point_items(points: Sequence[tuple[float, float]]) -> list[str]:
    """The points as `read_outline` reads them."""
    return [f"{lat!r} {lon!r}" for lat, lon in points]


def read_date(raw: Any) -> date | None:
    """A day: 2026-11-22, 22/11/2026, 22/11/26, 22 novembre 2026 or a spreadsheet's date; empty: none."""
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    text = as_text(raw).strip()
    found = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:20)?\d\d)", text)
    if not found and (named := re.fullmatch(r"(\d{1,2})°? ([a-z]+) (\d{4})", text.casefold())):
        month = italian_hours.month(named[2])
        text = f"{named[3]}-{month:0>2}-{named[1]:0>2}" if month else text
    iso = f"20{found[3][-2:]}-{found[2]:0>2}-{found[1]:0>2}" if found else text[:10]
    try:
        return date.fromisoformat(iso) if text else None
    except ValueError as error:
        raise UserError("field_not_date", text=text[:60]) from error


def required_date(raw: Any) -> date:
    """A day that must be there."""
    day = read_date(raw)
    if day is None:
        raise UserError("field_missing")
    return day


def read_days(raw: Any) -> tuple[date, ...]:
    """Single days, sorted."""
    if isinstance(raw, date):
        raw = [raw]
    parts = raw if isinstance(raw, list | tuple) else re.split(r"[;,\n]+|(?<=\d)\s+(?=\d)", as_text(raw))
    days = {day for part in parts if (day := read_date(part)) is not None}
    return tuple(sorted(days))


def read_source_date(raw: Any) -> str:
    """A date as precise as the source gives it: "2020", "2020-03", "2020-03-01"; also "03/2020" and "marzo 2020"."""
    if isinstance(raw, date):
        return raw.isoformat()[:10]
    text = clean(as_text(raw), lines=False)
    if found := re.fullmatch(r"(0?[1-9]|1[0-2]|[a-z]+)[/. ]((?:19|20)\d\d)", text.casefold()):
        month = int(found[1]) if found[1].isdigit() else italian_hours.month(found[1])
        if month:
            return f"{found[2]}-{month:02}"
    if text and not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        read = read_date(text)
        return read.isoformat() if read else ""
    return text


def read_flag(raw: Any) -> bool:
    """Yes or no."""
    word = fold_word(str(raw).removesuffix(".0"))
    if word not in _YES | _NO | {""}:
        raise UserError("field_not_flag", text=word[:60])
    return word in _YES


def number(low: float, high: float) -> Callable[[Any], float | None]:
    """A reader of a number between two limits, both allowed."""

    def read(raw: Any) -> float | None:
        text = str(raw).strip().replace(",", ".")
        try:
            value = float(text) if text else None
        except ValueError as error:
            raise UserError("field_not_number", text=text[:60], low=low, high=high) from error
        if value is not None and not low <= value <= high:
            raise UserError("field_not_number", text=text[:60], low=low, high=high)
        return value

    return read


def whole(low: int, high: int) -> Callable[[Any], int | None]:
    """The same of a whole number."""
    real = number(low, high)

    def read(raw: Any) -> int | None:
        value = real(raw)
        if value is not None and value != int(value):
            raise UserError("field_not_number", text=str(raw)[:60], low=low, high=high)
        return None if value is None else int(value)

    return read


def whole_or(default: int, low: int, high: int) -> Callable[[Any], int]:
    """The same with a value for "nothing said"."""
    real = whole(low, high)

    def read(raw: Any) -> int:
        value = real(raw)
        return default if value is None else value

    return read


def choice(words: Mapping[str, str], *, to: Callable[[str], Any] = str) -> Callable[[Any], Any]:
    """A reader of one of `words`, made into what it stands for."""

    def read(raw: Any) -> Any:
        word = fold_word(as_text(raw))
        if word not in words:
            raise UserError(
                "field_not_choice", text=word[:60], choices=", ".join(dict.fromkeys(words)).strip(", ")
            )
        return to(words[word])

    return read


def read_hours(raw: Any) -> str:
    """OSM hours, from OSM or Italian; empty: not known."""
    text = as_text(raw).strip()
    if _SHEET_DATE.fullmatch(text):
        raise UserError("cell_became_date")
    return italian_hours.read(text).osm if text else ""


def read_email(raw: Any) -> str:
    """An email address."""
    text = clean(as_text(raw), lines=False)
    if text and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
        raise UserError("field_not_email", text=text[:60])
    return text


def read_site(raw: Any) -> str:
    """A web address."""
    text = clean(as_text(raw), lines=False)
    if text and not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", text):
        raise UserError("field_not_url", text=text[:60])
    return text
