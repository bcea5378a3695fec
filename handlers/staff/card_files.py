"""Sheets of cards in the chat: a file is sent, its difference read page by page, applied, and undone for 30 days."""

from telegram import Document, Message, Update
from telegram.ext import MessageHandler, filters

from bot import sheets
from bot.core import day_words
from bot.core.card_changes import Change
from bot.core.card_preview import change_lines, pages, problem_text
from bot.core.errors import UserError
from bot.core.outgoing import Button, Outgoing
from bot.core.richtext import RichText
from bot.core.rome import ROME, day_in_rome
from bot.core.texts import Texts
from bot.gateway import Gateway
from bot.services.answers import Answers
from bot.services.card_import import CardImport, Mistakes
from bot.services.replies import Replies
from handlers.incoming import (
    OWN_WORDS,
    Context,
    Handler,
    OnUpdate,
    button,
    message_of,
    number_of,
    tapped,
)
from handlers.staff.allowed import Allowed
from storage.card_drafts import CardDraft

PAGE = 2800  # UTF-16 units of the difference on one page; the rest of a message is its head
MISTAKES_SHOWN = 25


class CardFiles:
    """Whoever sends or taps is checked by their own id (TRAPS 12)."""

    def __init__(
        self,
        imports: CardImport,
        answers: Answers,
        gateway: Gateway,
        replies: Replies,
        editors: Allowed,
        texts: Texts,
        *,
        not_text: OnUpdate,
    ) -> None:
        """`not_text` answers everybody else's files."""
        self._imports = imports
        self._answers = answers
        self._gateway = gateway
        self._replies = replies
        self._editors = editors
        self._texts = texts
        self._not_text = not_text

    async def private(self, update: Update, context: Context) -> None:
        """A file in somebody's own chat."""
        message = message_of(update)
        if message.from_user is None or not await self._editors.is_one(message.from_user.id):
            await self._not_text(update, context)
            return
        document = message.document
        if document is None or not _is_sheet(document):
            await self._say(message, self._texts("cards_which_files"))
            return
        await self._read(message, document, by=message.from_user.id)

    async def in_group(self, update: Update, _context: Context) -> None:
        """A sheet in the staff group; other people's and other kinds of files are the staff's own talk."""
        message = message_of(update)
        user, document = message.from_user, message.document
        if user and document and _is_sheet(document) and await self._editors.is_one(user.id):
            await self._read(message, document, by=user.id)

    async def page(self, update: Update, _context: Context) -> None:
        """Another page of the difference, or the same file with the other choice about what it does not name."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        draft_id, _, number = rest.partition(":")
        draft = await self._imports.draft(number_of(draft_id))
        if draft is None:
            await self._alert(query_id, "cards_draft_gone")
            return
        await self._replies.answer_tap(query_id)
        await self._replies.change(chat_id, message_id, self._preview(draft, number_of(number)))

    async def apply(self, update: Update, _context: Context) -> None:
        """Applica: done once, however often it is tapped, and live before the next question."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        try:
            draft = await self._imports.draft(number_of(rest))
            batch = await self._imports.apply(number_of(rest), by=user_id)
        except UserError as error:
            await self._alert(query_id, error.key, **error.text_args)
            return
        await self._replies.answer_tap(query_id)
        await self._answers.refresh()
        changes = _counts(draft) if draft else {}
        done = self._texts("cards_applied", source=draft.source if draft else "", **changes)
        await self._replies.change(
            chat_id, message_id, Outgoing(text=done, buttons=undo_row(self._texts, batch))
        )

    async def drop(self, update: Update, _context: Context) -> None:
        """Annulla: the file is forgotten."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        if not await self._imports.drop(number_of(rest)):
            await self._alert(query_id, "cards_draft_gone")
            return
        await self._replies.answer_tap(query_id)
        await self._replies.change(chat_id, message_id, Outgoing(text=self._texts("cards_dropped")))

    async def undo(self, update: Update, _context: Context) -> None:
        """Everything as it was before that import or edit."""
        query_id, user_id, rest, chat_id, message_id = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        try:
            count = await self._imports.undo(number_of(rest), by=user_id)
        except UserError as error:
            await self._alert(query_id, error.key, **error.text_args)
            return
        await self._replies.answer_tap(query_id)
        await self._answers.refresh()
        await self._replies.change(
            chat_id, message_id, Outgoing(text=self._texts.count("cards_undone", count))
        )

    async def ask(self, update: Update, _context: Context) -> None:
        """A change in the list was tapped: said back before it is taken back, for one may hold every card."""
        query_id, user_id, rest, chat_id, _message = tapped(update)
        if not await self._editors.may(query_id, user_id):
            return
        wanted = number_of(rest)
        batch = next((one for one in await self._imports.undoable() if one.id == wanted), None)
        if batch is None:
            await self._alert(query_id, "undo_done", batch=wanted)
            return
        await self._replies.answer_tap(query_id)
        day = day_words.full(day_in_rome(batch.at), self._texts.lang)
        at = f"{batch.at.astimezone(ROME):%H:%M}"
        card = await self._answers.card(batch.source)
        source = card.title if card else batch.source
        text = self._texts.count("cards_undo_ask", batch.changes, source=source, date=day, at=at)
        no = Button(text=self._texts.plain("cards_undo_no"), data="imp_keep")
        rows = (*undo_row(self._texts, batch.id, key="cards_undo_yes"), (no,))
        await self._replies.say(chat_id, Outgoing(text=text, buttons=rows))

    async def keep(self, update: Update, _context: Context) -> None:
        """Not taken back after all."""
        query_id, _user, _rest, chat_id, message_id = tapped(update)
        await self._replies.answer_tap(query_id)
        await self._replies.change(chat_id, message_id, Outgoing(text=self._texts("cards_dropped")))

    async def _read(self, message: Message, document: Document, *, by: int) -> None:
        name = document.file_name or ""
        if (document.file_size or 0) > sheets.SIZE_LIMIT:
            limit = sheets.SIZE_LIMIT // 1024 // 1024
            await self._say(message, self._texts("file_too_large", path=name, limit=limit))
            return
        body = await self._gateway.file(document.file_id, limit=sheets.SIZE_LIMIT)
        if body is None:
            await self._say(message, self._texts("cards_file_not_got"))
            return
        try:
            staged = await self._imports.stage(name, body, by=by)
        except UserError as error:
            await self._say(message, self._texts(error.key, **error.text_args))
            return
        if isinstance(staged, Mistakes):
            await self._say(message, self._mistakes(name, staged))
            return
        thread_id = message.message_thread_id
        await self._replies.say(message.chat_id, self._preview(staged, 1), thread_id=thread_id)

    def _mistakes(self, name: str, found: Mistakes) -> RichText:
        lines = [problem_text(problem, self._texts) for problem in found.problems[:MISTAKES_SHOWN]]
        shown = pages(lines, limit=PAGE)[0]
        rest = len(found.problems) - len(shown.splitlines())
        more = self._texts("cards_mistakes_more", n=rest) if rest > 0 else RichText()
        head = self._texts.count("cards_mistakes", len(found.problems), source=name)
        return head + "\n\n" + shown + more

    def _preview(self, draft: CardDraft, number: int) -> Outgoing:
        found = pages(change_lines(draft.changes, self._texts), limit=PAGE) or [""]
        at = min(max(number, 1), len(found))
        head = self._texts("cards_preview", source=draft.source, **_counts(draft))
        paged = self._texts("cards_page", n=at, total=len(found)) if len(found) > 1 else RichText()
        turn = [
            Button(text=sign, data=f"imp:{draft.id}:{there}")
            for sign, there in (("‹", at - 1), ("›", at + 1))
            if 1 <= there <= len(found)
        ]
        rows = [
            tuple(turn),
            (
                Button(text=self._texts.plain("cards_apply"), data=f"imp_go:{draft.id}"),
                Button(text=self._texts.plain("cards_drop"), data=f"imp_no:{draft.id}"),
            ),
            (self._other(draft),) if draft.other else (),
        ]
        text = head + paged + "\n\n" + found[at - 1]
        return Outgoing(text=text, buttons=tuple(row for row in rows if row))

    def _other(self, draft: CardDraft) -> Button:
        key = "cards_keep_rest" if draft.removes_the_rest else "cards_remove_rest"
        return Button(text=self._texts.plain(key), data=f"imp:{draft.other}:1")

    async def _alert(self, query_id: str, key: str, **args: object) -> None:
        await self._replies.answer_tap(query_id, self._texts.plain(key, **args), alert=True)

    async def _say(self, message: Message, text: RichText) -> None:
        await self._replies.say(message.chat_id, Outgoing(text=text), thread_id=message.message_thread_id)


def undo_row(texts: Texts, batch: int, *, key: str = "cards_undo") -> tuple[tuple[Button, ...], ...]:
    """The button that takes an import or edit back, labelled `key`."""
    return ((Button(text=texts.plain(key), data=f"imp_undo:{batch}"),),)


def _counts(draft: CardDraft) -> dict[str, int]:
    return {change: sum(1 for one in draft.changes if one.change is change) for change in Change}


def _is_sheet(document: Document) -> bool:
    return (document.file_name or "").rpartition(".")[2].lower() in sheets.ENDINGS


def handlers(files: CardFiles, *, group: int | None) -> list[Handler]:
    """Files in private chats and the staff group, and the buttons under a difference."""
    found: list[Handler] = [
        MessageHandler(OWN_WORDS & filters.Document.ALL, files.private),
        button("imp", files.page),
        button("imp_go", files.apply),
        button("imp_no", files.drop),
        button("imp_ask", files.ask),
        button("imp_keep", files.keep),
        button("imp_undo", files.undo),
    ]
    if group is not None:
        fresh = filters.Chat(group) & filters.UpdateType.MESSAGE & filters.Document.ALL
        own = ~filters.FORWARDED & ~filters.VIA_BOT & ~filters.SenderChat.ALL
        found.insert(0, MessageHandler(fresh & own, files.in_group))
    return found
