"""What people say was not what they asked for: the question counts as asked in vain."""

from bot.services.answers import Answers
from bot.services.clock import Clock
from bot.services.memory import Memory


class Refusals:
    """Of the last question alone; what was private is not remembered, so nothing is noted of it."""

    def __init__(self, answers: Answers, memory: Memory, *, clock: Clock) -> None:
        self._answers = answers
        self._memory = memory
        self._clock = clock

    async def card(self, chat_id: int, card_id: str) -> None:
        """The card was not it; nothing where it is not the one last shown."""
        asked = await self._memory.asked(chat_id)
        if asked is not None and asked.question and asked.card == card_id:
            await self._answers.refused(asked.question, lang=asked.lang, now=self._clock(), card=card_id)

    async def menu(self, chat_id: int) -> None:
        """None of the cards offered was it; nothing where none were, or one has been picked."""
        asked = await self._memory.asked(chat_id)
        if asked is not None and asked.question and asked.card is None and asked.others:
            await self._answers.refused(asked.question, lang=asked.lang, now=self._clock())
