"""Instants as stored: unix milliseconds, UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_ms(instant: datetime) -> int:
    """An aware instant as unix milliseconds."""
    return (instant - _EPOCH) // _MILLISECOND


def from_ms(value: int) -> datetime:
    """Unix milliseconds as an aware UTC instant."""
    return _EPOCH + value * _MILLISECOND


def maybe_ms(instant: datetime | None) -> int | None:
    """As `to_ms`; None stays None."""
    return None if instant is None else to_ms(instant)


def maybe_instant(value: int | None) -> datetime | None:
    """As `from_ms`; None stays None."""
    return None if value is None else from_ms(value)
