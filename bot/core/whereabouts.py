"""Which quarter a place on the map is in."""

import math
from collections.abc import Sequence

from bot.core.card import Quarter

NEAR = (
    1500.0  # metres from a quarter's centre within which a place outside all outlines still counts as there
)

_METRES = 111_195.0  # in a degree of latitude


def quarter_at(lat: float, lon: float, quarters: Sequence[Quarter]) -> Quarter | None:
    """The quarter of this point (degrees): the one whose outline holds it, of several that with the nearest centre.

    Where no outline holds it, the one with the nearest centre within `NEAR`; None further away.
    """
    inside = [quarter for quarter in quarters if _holds(quarter.outline, lat, lon)]
    known = [quarter for quarter in inside or quarters if quarter.lat is not None and quarter.lon is not None]
    nearest = min(known, key=lambda quarter: _away(quarter, lat, lon), default=None)
    if inside:
        return nearest or inside[0]
    return nearest if nearest is not None and _away(nearest, lat, lon) <= NEAR else None


def _holds(ring: Sequence[tuple[float, float]], lat: float, lon: float) -> bool:
    """Whether the point lies in the ring: a ray to the east crosses its sides an odd number of times."""
    crossings = 0
    for (lat1, lon1), (lat2, lon2) in zip(ring, (*ring[1:], *ring[:1]), strict=True):
        if (lat1 > lat) != (lat2 > lat) and lon < lon1 + (lat - lat1) / (lat2 - lat1) * (lon2 - lon1):
            crossings += 1
    return crossings % 2 == 1


def _away(quarter: Quarter, lat: float, lon: float) -> float:
    """Metres to the quarter's centre; good enough within a city."""
    if quarter.lat is None or quarter.lon is None:
        return math.inf
    north = (quarter.lat - lat) * _METRES
    east = (quarter.lon - lon) * _METRES * math.cos(math.radians(lat))
    return math.hypot(north, east)
