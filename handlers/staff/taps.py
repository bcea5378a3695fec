"""What a staff member's tap is answered with."""

from bot.core.texts import Texts
from bot.services.replies import Replies


async def conclude(replies: Replies, texts: Texts, query_id: str, taken: bool | None, *, done: str) -> None:
    """Say what came of it: `taken` None means not theirs to do, False that somebody was faster; else the text `done`."""
    if taken is None:
        await replies.answer_tap(query_id, texts.plain("not_allowed"), alert=True)
    elif not taken:
        await replies.answer_tap(query_id, texts.plain("already_decided"), alert=True)
    else:
        await replies.answer_tap(query_id, texts.plain(done))
