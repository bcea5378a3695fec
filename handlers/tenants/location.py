"""A tenant sends where they are: which quarter that is, asked back before it is kept. The place itself is not."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot import catalogs
from bot.core.outgoing import Button, Outgoing
from bot.core.whereabouts import quarter_at
from bot.services.replies import Replies
from bot.services.tenants import Tenants
from handlers.incoming import PRIVATE, Context, Handler, language, message_of


class Location:
    """One answer, with the quarter to confirm."""

    def __init__(self, tenants: Tenants, replies: Replies) -> None:
        self._tenants = tenants
        self._replies = replies

    async def sent(self, update: Update, _context: Context) -> None:
        """A point on the map."""
        message = message_of(update)
        tenant = await self._tenants.visit(message.chat_id, lang=language(update))
        texts = catalogs.texts(tenant.lang)
        place = message.location
        found = quarter_at(place.latitude, place.longitude, await self._tenants.quarters()) if place else None
        rows = [(Button(text=texts.plain("quarter_more"), data="quarters"),)]
        if found is None:
            await self._replies.say(
                message.chat_id, Outgoing(text=texts("quarter_not_here"), buttons=tuple(rows))
            )
            return
        yes = Button(text=texts.plain("quarter_here_yes", quarter=found.name), data=f"quarter:{found.id}")
        text = texts("quarter_here", quarter=found.name)
        await self._replies.say(message.chat_id, Outgoing(text=text, buttons=((yes,), *rows)))


def handlers(location: Location) -> list[Handler]:
    """Places sent in a private chat."""
    return [MessageHandler(PRIVATE & filters.LOCATION, location.sent)]
