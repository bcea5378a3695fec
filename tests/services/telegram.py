"""A receiver that keeps what it got, for services that are tried without a network."""

import asyncio

from bot.core.outcome import Outcome, Sent
from bot.core.outgoing import ContactCard, Outgoing


class Telegram:
    """`answers` are used up in order, then everything is sent."""

    def __init__(self) -> None:
        self.got: list[tuple[int, str]] = []
        self.edits: list[tuple[int, int, str]] = []
        self.answers: list[Outcome] = []
        self.at_once = 0
        self.most_at_once_in_a_chat = 0
        self._open: list[int] = []

    async def send(
        self, chat_id: int, item: Outgoing | ContactCard, *, thread_id: int | None = None
    ) -> Outcome:
        """One message."""
        self._open.append(chat_id)
        self.most_at_once_in_a_chat = max(self.most_at_once_in_a_chat, self._open.count(chat_id))
        await asyncio.sleep(0.001)
        self._open.remove(chat_id)
        outcome = self.answers.pop(0) if self.answers else Sent(len(self.got) + 1)
        if isinstance(outcome, Sent):
            assert isinstance(item, Outgoing)
            self.got.append((chat_id, item.text.text))
        return outcome

    async def edit(self, chat_id: int, message_id: int, item: Outgoing) -> Outcome:
        """One edit."""
        self.edits.append((chat_id, message_id, item.text.text))
        return Sent(message_id)

    async def delete(self, chat_id: int, message_id: int) -> bool:
        """Nothing is ever too old."""
        return True

    async def answer_button(self, query_id: str, text: str = "", *, alert: bool = False) -> bool:
        """In time."""
        return True
