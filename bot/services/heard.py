"""Who asked what today, in memory only, so that nobody counts twice a day for the same question."""

from datetime import date

from bot.core import unanswered
from bot.services.answering import current

MOST = 100_000  # questions of a day; what comes after is counted each time


class Heard:
    """Nothing of it is ever written: a restart forgets it, and a repeated question counts once more."""

    def __init__(self) -> None:
        self._day: date | None = None
        self._known: set[int] = set()

    def again(self, text: str, *, lang: str, day: date, refused: bool = False) -> bool:
        """Whether the chat that is being answered has asked the same today, in whatever order of the words.

        `refused`: whether it has refused what it got for that.
        """
        what = current()
        if what is None:
            return False
        if day != self._day:
            self._day = day
            self._known.clear()
        mark = hash((what.chat_id, lang, refused, unanswered.sounds(text, lang)))
        if mark in self._known:
            return True
        if len(self._known) < MOST:
            self._known.add(mark)
        return False
