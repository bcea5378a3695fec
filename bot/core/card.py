"""The card (scheda): one service at one place, or one frequent question, as staff keep it and tenants read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

EVERYWHERE = "*"  # in `quarters`: the card holds for the whole city
ALWAYS_SHOWN = frozenset({"1522", "112"})  # numbers whose cards never hide, however old


class Status(StrEnum):
    """Whether the service can be used now."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    COMING = "coming"


class Origin(StrEnum):
    """Who made a translation."""

    HUMAN = "human"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One number: E.164 ("+39027392") or a short number kept verbatim ("1522", "112", "020202")."""

    number: str
    label: str = ""
    hours: str = ""  # OSM opening_hours, empty: not known
    free: bool = False  # toll-free from any phone
    shared_cost: bool = False  # 840 and the like: may not work from every mobile


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The card's words in one other language."""

    title: str = ""
    summary: str = ""
    body: str = ""
    who: str = ""
    how: str = ""
    needs: str = ""
    cost: str = ""
    keywords: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    origin: Origin = Origin.HUMAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card; the fields are explained in docs/writing-cards.md. Empty text: not known, not shown.

    `hours` is OSM `opening_hours`. `closures` are single days. `summary` has at most 160 characters.
    `verified_on` None means: nobody here has verified it yet; then `source_date` is what is shown.
    """

    id: str
    title: str
    service: str = ""
    quarters: tuple[str, ...] = (EVERYWHERE,)
    category: str = ""
    summary: str = ""
    body: str = ""
    who: str = ""
    how: str = ""
    needs: str = ""
    cost: str = ""
    org: str = ""
    place: str = ""
    address: str = ""
    lat: float | None = None
    lon: float | None = None
    phones: tuple[Phone, ...] = ()
    email: str = ""
    pec: str = ""
    site: str = ""
    hours: str = ""
    closures: tuple[date, ...] = ()
    appointment: str = ""
    languages: tuple[str, ...] = ()
    wheelchair: str = ""
    status: Status = Status.ACTIVE
    status_reason: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    source_date: str = ""  # as precise as the source is: "2020-03", "2024-11-23", "" where undated
    verified_on: date | None = None
    verified_by: str = ""
    review_days: int = 180
    keywords: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    sensitive: bool = False
    note: str = ""
    translations: Mapping[str, Translation] = field(default_factory=dict)

    def title_in(self, lang: str) -> str:
        """The title for a reader of `lang`; the Italian one where it is not translated."""
        own = self.translations.get(lang)
        return own.title if own and own.title else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """A quarter of the city; `streets` are folded names ("via saponaro") that lie in it.

    `outline` is a ring of (latitude, longitude), not closed: the last point leads back to the first.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    municipio: int | None = None
    lat: float | None = None
    lon: float | None = None
    streets: tuple[str, ...] = ()
    outline: tuple[tuple[float, float], ...] = ()
    listed: bool = False  # among the quarters offered first as buttons


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A heading of the tenants' menu."""

    id: str
    title: str
    icon: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Days on which offices of the whole city are closed beside the holidays: a bridge day, a week in August.

    `first` and `last` are both closed. With `yearly` only month and day count, and the stretch may cross New Year.
    """

    id: str
    first: date
    last: date
    yearly: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything the bot can answer from, as one value."""

    cards: tuple[Card, ...] = ()
    quarters: tuple[Quarter, ...] = ()
    categories: tuple[Category, ...] = ()
    closures: tuple[Closure, ...] = ()
