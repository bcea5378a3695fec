"""/annuncio: write, choose the quarters, see exactly what will be sent and to how many, confirm, read the report."""

from collections.abc import Mapping

from telegram import Message, Update

from bot import catalogs
from bot.core import announcement
from bot.core.outgoing import Button, Outgoing
from bot.core.rome import day_in_rome
from bot.core.texts import Texts
from bot.services.announcements import Announcements
from bot.services.clock import Clock
from bot.services.memory import ASKED, SHOWN, Memory
from bot.services.replies import Replies
from bot.services.tenants import Tenants
from handlers.incoming import (
    Context,
    Handler,
    OnUpdate,
    button,
    command,
    message_of,
    number_of,
    rich_text,
    tapped,
)

WRITING = "announcement_text"  # the conversation in which the next text is the announcement's
PER_ROW = 2


class Announce:
    """The whole conversation; every tap is checked against the draft's author."""

    def __init__(
        self,
        announcements: Announcements,
        tenants: Tenants,
        memory: Memory,
        replies: Replies,
        texts: Texts,
        *,
        clock: Clock,
        unknown_command: OnUpdate,
    ) -> None:
        self._announcements = announcements
        self._tenants = tenants
        self._memory = memory
        self._replies = replies
        self._texts = texts
        self._clock = clock
        self._unknown_command = unknown_command

    async def begin(self, update: Update, context: Context) -> None:
        """/annuncio. For everybody else there is no such command."""
        message = message_of(update)
        if message.from_user is None or not await self._announcements.allowed(message.from_user.id):
            await self._unknown_command(update, context)
            return
        await self._ask_for_text(message.chat_id, draft_id=None)

    async def cancel(self, update: Update, _context: Context) -> None:
        """/annulla: end whatever is going on; between two steps of an announcement, drop it."""
        message = message_of(update)
        chat_id, author = message.chat_id, message.from_user.id if message.from_user else 0
        if await self._memory.step(chat_id) not in {None, ASKED, SHOWN}:
            key = "cancelled"
        elif await self._announcements.drop_open(author=author):
            key = "announcement_dropped"
        else:
            key = "nothing_to_cancel"
        await self._memory.end(chat_id)
        await self._replies.say(chat_id, Outgoing(text=self._texts(key)))

    async def written(self, message: Message) -> None:
        """The text has come."""
        author = message.from_user.id if message.from_user else 0
        if not await self._announcements.allowed(author):
            return
        text, day = rich_text(message), day_in_rome(self._clock())
        item = announcement.compose(text, self._texts, day=day)
        others = {
            lang: announcement.compose(text, catalogs.texts(lang), day=day)
            for lang in catalogs.SPOKEN
            if lang != self._texts.lang
        }
        too_long = max(announcement.excess(one) for one in (item, *others.values()))
        if too_long:
            await self._replies.say(
                message.chat_id, Outgoing(text=self._texts("announcement_too_long", n=too_long))
            )
            return
        draft_id = await self._keep(message.chat_id, author, item, others)
        await self._replies.say(message.chat_id, await self._chooser(draft_id, author))

    async def pick(self, update: Update, _context: Context) -> None:
        """A quarter was ticked or unticked; "*" ticks all or none."""
        query_id, author, rest, chat_id, message_id = tapped(update)
        number, _, quarter = rest.partition(":")
        preview = await self._announcements.preview(number_of(number), author=author)
        if preview is None:
            await self._gone(query_id)
            return
        chosen = set(preview.announcement.quarters)
        known = {item.id for item in await self._tenants.quarters()}
        if quarter == "*":
            chosen = known if chosen != known else set()
        elif quarter in known:
            chosen ^= {quarter}
        await self._announcements.choose(preview.announcement.id, sorted(chosen))
        await self._replies.answer_tap(query_id)
        await self._replies.change(chat_id, message_id, await self._chooser(preview.announcement.id, author))

    async def show(self, update: Update, _context: Context) -> None:
        """The preview: the very message, then how many will get it and the last question."""
        query_id, author, rest, chat_id, message_id = tapped(update)
        preview = await self._announcements.preview(number_of(rest), author=author)
        if preview is None:
            await self._gone(query_id)
            return
        if not preview.announcement.quarters:
            await self._replies.answer_tap(query_id, self._texts.plain("announcement_no_quarter"), alert=True)
            return
        await self._replies.answer_tap(query_id)
        if message_id:
            await self._replies.remove(chat_id, message_id)
        await self._replies.say(
            chat_id, preview.announcement.item, await self._last_question(number_of(rest), author)
        )

    async def go(self, update: Update, _context: Context) -> None:
        """Confirmed: sent once, however often it is tapped."""
        query_id, author, rest, chat_id, message_id = tapped(update)
        draft_id = number_of(rest)
        if not await self._announcements.allowed(author):
            await self._gone(query_id)
            return
        if not await self._announcements.confirm(draft_id, author=author):
            await self._gone(query_id)
            return
        await self._replies.answer_tap(query_id)
        progress = await self._announcements.progress(draft_id)
        item = announcement.progress(
            self._texts, settled=progress.total - progress.pending, total=progress.total
        )
        await self._replies.change(chat_id, message_id, item)
        await self._announcements.progress_stands_in(draft_id, message_id)

    async def rewrite(self, update: Update, _context: Context) -> None:
        """Another text for the same draft."""
        query_id, author, rest, chat_id, _message = tapped(update)
        if await self._announcements.preview(number_of(rest), author=author) is None:
            await self._gone(query_id)
            return
        await self._replies.answer_tap(query_id)
        await self._ask_for_text(chat_id, draft_id=number_of(rest))

    async def drop(self, update: Update, _context: Context) -> None:
        """Not sent at all."""
        query_id, author, rest, chat_id, message_id = tapped(update)
        if not await self._announcements.drop(number_of(rest), author=author):
            await self._gone(query_id)
            return
        await self._replies.answer_tap(query_id)
        await self._replies.change(chat_id, message_id, Outgoing(text=self._texts("announcement_dropped")))

    async def _ask_for_text(self, chat_id: int, *, draft_id: int | None) -> None:
        await self._memory.begin(chat_id, WRITING, {"draft": draft_id})
        await self._replies.say(chat_id, Outgoing(text=self._texts("announcement_write")))

    async def _keep(self, chat_id: int, author: int, item: Outgoing, others: Mapping[str, Outgoing]) -> int:
        draft_id = (await self._memory.data(chat_id, WRITING)).get("draft")
        if draft_id is None or not await self._announcements.rewrite(draft_id, item, others):
            draft_id = await self._announcements.start(author, item, others)
        await self._memory.end(chat_id)
        return int(draft_id)

    async def _chooser(self, draft_id: int, author: int) -> Outgoing:
        preview = await self._announcements.preview(draft_id, author=author)
        chosen = set(preview.announcement.quarters) if preview else set()
        followers = await self._announcements.subscribers()
        buttons = [
            Button(
                text=self._texts.plain(
                    "quarter_ticked" if quarter.id in chosen else "quarter_unticked",
                    quarter=quarter.name,
                    n=followers.get(quarter.id, 0),
                ),
                data=f"ann_pick:{draft_id}:{quarter.id}",
            )
            for quarter in await self._tenants.quarters()
        ]
        rows = [tuple(buttons[at : at + PER_ROW]) for at in range(0, len(buttons), PER_ROW)]
        rows.append((Button(text=self._texts.plain("quarter_all"), data=f"ann_pick:{draft_id}:*"),))
        rows.append(
            (
                Button(text=self._texts.plain("announcement_drop"), data=f"ann_drop:{draft_id}"),
                Button(text=self._texts.plain("announcement_next"), data=f"ann_show:{draft_id}"),
            )
        )
        text = self._texts.count("announcement_for_whom", preview.audience if preview else 0)
        return Outgoing(text=text, buttons=tuple(rows))

    async def _last_question(self, draft_id: int, author: int) -> Outgoing:
        preview = await self._announcements.preview(draft_id, author=author)
        audience = preview.audience if preview else 0
        names = {item.id: item.name for item in await self._tenants.quarters()}
        chosen = preview.announcement.quarters if preview else ()
        go = Button(text=self._texts.count("announcement_go", audience).text, data=f"ann_go:{draft_id}")
        rewrite = Button(text=self._texts.plain("announcement_rewrite"), data=f"ann_text:{draft_id}")
        drop = Button(text=self._texts.plain("announcement_drop"), data=f"ann_drop:{draft_id}")
        text = self._texts("announcement_sure", n=audience, quarters=announcement.names(chosen, names))
        return Outgoing(text=text, buttons=((go,), (rewrite, drop)))

    async def _gone(self, query_id: str) -> None:
        await self._replies.answer_tap(query_id, self._texts.plain("announcement_gone"), alert=True)


def handlers(announce: Announce) -> list[Handler]:
    """The command and its buttons."""
    return [
        command(["annuncio", "announce"], announce.begin),
        command(["annulla", "cancel"], announce.cancel),
        button("ann_pick", announce.pick),
        button("ann_show", announce.show),
        button("ann_go", announce.go),
        button("ann_text", announce.rewrite),
        button("ann_drop", announce.drop),
    ]
