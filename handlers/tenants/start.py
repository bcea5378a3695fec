"""The first meeting: who speaks, which quarter, which notices; and how to leave."""

from telegram import Chat, ChatMember, Update
from telegram.ext import ChatMemberHandler

from bot import catalogs
from bot.core.card import Quarter
from bot.core.outgoing import Button, Outgoing
from bot.core.rights import Right
from bot.core.texts import Texts
from bot.services.replies import Replies
from bot.services.staff import Staff
from bot.services.tenants import Tenants
from handlers import menus
from handlers.incoming import Context, Handler, button, command, language, message_of, tapped
from storage.tenants import Tenant

Rows = tuple[tuple[Button, ...], ...]


class Start:
    """Welcome, quarter, notices, privacy."""

    def __init__(self, tenants: Tenants, replies: Replies, staff: Staff) -> None:
        self._tenants = tenants
        self._replies = replies
        self._staff = staff

    async def start(self, update: Update, _context: Context) -> None:
        """/start: four lines and the quarters to choose from."""
        tenant = await self._visit(update)
        await self.welcome(tenant, catalogs.texts(tenant.lang))

    async def welcome(self, tenant: Tenant, texts: Texts) -> None:
        """The same, asked for in words."""
        rows = await self._quarter_rows(texts, every=False)
        await self._replies.say(tenant.chat_id, Outgoing(text=texts("welcome"), buttons=rows))

    async def quarter(self, update: Update, _context: Context) -> None:
        """/quartiere: choose again."""
        tenant = await self._visit(update)
        await self.ask_quarter(tenant, catalogs.texts(tenant.lang))

    async def ask_quarter(self, tenant: Tenant, texts: Texts) -> None:
        """The same, asked for in words."""
        rows = await self._quarter_rows(texts, every=False)
        await self._replies.say(tenant.chat_id, Outgoing(text=texts("quarter_which"), buttons=rows))

    async def more_quarters(self, update: Update, _context: Context) -> None:
        """The button that shows every quarter."""
        query_id, _user, _rest, chat_id, message_id = tapped(update)
        tenant = await self._visit(update)
        texts = catalogs.texts(tenant.lang)
        rows = await self._quarter_rows(texts, every=True)
        await self._replies.answer_tap(query_id)
        await self._replies.change(chat_id, message_id, Outgoing(text=texts("quarter_which"), buttons=rows))

    async def chosen(self, tenant: Tenant, message_id: int, quarter: Quarter) -> None:
        """A quarter was picked as the tenant's own: say so in place, then offer its notices."""
        texts = catalogs.texts(tenant.lang)
        await self._tenants.choose(tenant.chat_id, quarter)
        chosen = Outgoing(text=texts("quarter_chosen", quarter=quarter.name))
        await self._replies.change(tenant.chat_id, message_id, chosen)
        if quarter.id not in tenant.subscriptions:
            await self._replies.say(tenant.chat_id, self._offer(texts, quarter))

    async def notices(self, update: Update, _context: Context) -> None:
        """/avvisi, or the button under a notice: what one follows, and how to stop."""
        if update.callback_query:
            await self._replies.answer_tap(update.callback_query.id)
        tenant = await self._visit(update)
        await self.tell_notices(tenant, catalogs.texts(tenant.lang))

    async def tell_notices(self, tenant: Tenant, texts: Texts) -> None:
        """The same, asked for in words."""
        await self._replies.say(tenant.chat_id, await self._notices(tenant, texts))

    async def follow(self, update: Update, _context: Context) -> None:
        """Yes to the notices of a quarter."""
        await self._change_notices(update, follow=True)

    async def unfollow(self, update: Update, _context: Context) -> None:
        """No more notices of a quarter."""
        await self._change_notices(update, follow=False)

    async def no_notices(self, update: Update, _context: Context) -> None:
        """No to the offer."""
        query_id, _user, _rest, chat_id, message_id = tapped(update)
        tenant = await self._visit(update)
        await self._replies.answer_tap(query_id)
        await self._replies.change(
            chat_id, message_id, Outgoing(text=catalogs.texts(tenant.lang)("notices_declined"))
        )

    async def help(self, update: Update, _context: Context) -> None:
        """/aiuto; to staff also what they may do."""
        await self._say(update, "help")
        user = update.effective_user
        commands = await menus.own_commands(self._staff, user.id) if user else []
        if commands:
            lines = "\n".join(f"/{name} – {what}" for name, what in commands)
            texts = catalogs.texts(catalogs.SOURCE)
            text = texts("help_staff", commands=lines)
            if user and await self._staff.may(user.id, Right.EDIT):
                text = text + "\n\n" + texts("help_editors")
            await self._replies.say(message_of(update).chat_id, Outgoing(text=text))

    async def privacy(self, update: Update, _context: Context) -> None:
        """/privacy."""
        await self._say(update, "privacy")

    async def leave(self, update: Update, _context: Context) -> None:
        """/cancellami: asks first."""
        tenant = await self._visit(update)
        await self.ask_forget(tenant, catalogs.texts(tenant.lang))

    async def ask_forget(self, tenant: Tenant, texts: Texts) -> None:
        """The same, asked for in words."""
        yes = Button(text=texts.plain("forget_yes"), data="forget:yes")
        no = Button(text=texts.plain("forget_no"), data="forget:no")
        await self._replies.say(tenant.chat_id, Outgoing(text=texts("forget_sure"), buttons=((yes,), (no,))))

    async def forget(self, update: Update, _context: Context) -> None:
        """The answer to /cancellami."""
        query_id, _user, rest, chat_id, message_id = tapped(update)
        texts = catalogs.texts(language(update))
        await self._replies.answer_tap(query_id)
        if rest == "yes":
            await self._tenants.forget(chat_id)
        key = "forget_done" if rest == "yes" else "forget_kept"
        await self._replies.change(chat_id, message_id, Outgoing(text=texts(key)))

    async def left(self, update: Update, _context: Context) -> None:
        """Somebody blocked the bot: everything about them is erased, as /privacy promises."""
        change = update.my_chat_member
        if change is not None and change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT):
            await self._tenants.forget(change.chat.id)

    async def _change_notices(self, update: Update, *, follow: bool) -> None:
        query_id, _user, rest, chat_id, message_id = tapped(update)
        tenant = await self._visit(update)
        texts = catalogs.texts(tenant.lang)
        quarter = await self._tenants.quarter(rest)
        await self._replies.answer_tap(query_id)
        if quarter is None:
            return
        await (self._tenants.follow if follow else self._tenants.unfollow)(chat_id, quarter)
        key = "notices_on" if follow else "notices_off"
        await self._replies.change(chat_id, message_id, Outgoing(text=texts(key, quarter=quarter.name)))

    async def _notices(self, tenant: Tenant, texts: Texts) -> Outgoing:
        known = {quarter.id: quarter.name for quarter in await self._tenants.quarters()}
        followed = [quarter for quarter in tenant.subscriptions if quarter in known]
        rows = [
            (Button(text=texts.plain("notices_stop", quarter=known[quarter]), data=f"unfollow:{quarter}"),)
            for quarter in followed
        ]
        if tenant.quarter and tenant.quarter not in followed and tenant.quarter in known:
            name = known[tenant.quarter]
            rows.append(
                (Button(text=texts.plain("notices_yes_of", quarter=name), data=f"follow:{tenant.quarter}"),)
            )
        return Outgoing(text=texts("notices_list" if followed else "notices_none"), buttons=tuple(rows))

    def _offer(self, texts: Texts, quarter: Quarter) -> Outgoing:
        yes = Button(text=texts.plain("notices_yes"), data=f"follow:{quarter.id}")
        no = Button(text=texts.plain("notices_no"), data="nonotices")
        return Outgoing(text=texts("notices_offer", quarter=quarter.name), buttons=((yes, no),))

    async def _quarter_rows(self, texts: Texts, *, every: bool) -> Rows:
        quarters = [item for item in await self._tenants.quarters() if every or item.listed]
        buttons = [Button(text=item.name, data=f"quarter:{item.id}") for item in quarters]
        rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
        more = Button(text=texts.plain("quarter_more"), data="quarters")
        return rows if every else (*rows, (more,))

    async def _say(self, update: Update, key: str) -> None:
        tenant = await self._visit(update)
        await self._replies.say(tenant.chat_id, Outgoing(text=catalogs.texts(tenant.lang)(key)))

    async def _visit(self, update: Update) -> Tenant:
        return await self._tenants.visit(message_of(update).chat_id, lang=language(update))


class PrivateChatMemberHandler(ChatMemberHandler[Context, None]):
    """The bot's own standing in a private chat: blocked, unblocked."""

    def check_update(self, update: object) -> bool:
        """Only private chats; what happens to the bot in channels and groups is not a tenant's matter."""
        chat = update.effective_chat if isinstance(update, Update) else None
        return chat is not None and chat.type == Chat.PRIVATE and super().check_update(update)


def handlers(start: Start) -> list[Handler]:
    """The commands and buttons of the first meeting."""
    return [
        command("start", start.start),
        command(["quartiere", "quarter"], start.quarter),
        command(["avvisi", "notices", "stop"], start.notices),
        command(["aiuto", "help", "menu"], start.help),
        command("privacy", start.privacy),
        command(["cancellami", "forget", "cancella", "delete"], start.leave),
        button("quarters", start.more_quarters),
        button("follow", start.follow),
        button("unfollow", start.unfollow),
        button("nonotices", start.no_notices),
        button("notices", start.notices),
        button("forget", start.forget),
        PrivateChatMemberHandler(start.left, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
