"""The time of Milan, in which people live; inside, instants are UTC."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")


def day_in_rome(instant: datetime) -> date:
    """The day on the calendar there."""
    return instant.astimezone(ROME).date()
