"""Who is told what: posts for the channels, as rows in the outbox.

story ─▶ channels that want it ─▶ its post, now or when the quiet hours end ─▶ and a line in the digests to come
correction ─▶ each chat where it stands: edit in place ─▶ wrong facts were read there? an answer under the post
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import news_change, news_post
from bot.core.news_change import Change
from bot.core.news_post import Story, standfirst_of, title_of
from bot.core.outgoing import Outgoing
from bot.core.priority import Priority
from bot.core.richtext import RichText
from bot.core.routing import Channel, Rota
from bot.core.routing import Routes as Routes
from bot.core.texts import Texts
from storage import news, news_posts, outbox
from storage.database import Transaction
from storage.feeds import Feed
from storage.times import from_ms, to_ms

EDITS_APART = timedelta(
    minutes=2
)  # between two corrections of one post; what comes meanwhile goes into the second
RECTIFICATIONS = 3  # answers under one post; figures that change more often are no facts but a counter
RELATED_SINCE = timedelta(days=400)
FOLLOWERS = 10  # later stories that are told anew when one they may name is withdrawn
WATCHED = timedelta(days=14)  # how long a posted story is missed when its feed loses it


class Press:
    """Queues what stories give rise to, within the caller's transaction.

    Each `once_key` names story and chat, so nothing is queued twice for a chat.
    """

    def __init__(self, routes: Routes, texts: Texts) -> None:
        self._routes = routes
        self._texts = texts
        self._quarter_names: Mapping[str, str] = {}

    def know_quarters(self, names: Mapping[str, str]) -> None:
        """Call the quarters so from now on."""
        self._quarter_names = names

    # posts

    async def announce(
        self, tx: Transaction, stories: Sequence[Story], *, feed_id: int, now: datetime
    ) -> None:
        """Queue the posts of what a feed told at once, the newest singly."""
        for channel in self._routes.channels():
            wanted = [story for story in stories if channel.wants(story)]
            many = max(0, len(wanted) - self._routes.singles) if channel.posts else 0
            if many:
                await self._post_burst(tx, channel, wanted[:many], feed_id=feed_id, now=now)
            for story in wanted[many:]:
                await self._post_to(tx, channel, story, now=now)
            for story in wanted:
                await self._put_into_digests(tx, channel, story, now=now)

    async def post(self, tx: Transaction, story: Story, *, now: datetime) -> None:
        """Queue a story for the channels that want it, once each."""
        for channel in self._routes.channels():
            if channel.wants(story):
                await self._post_to(tx, channel, story, now=now)
                await self._put_into_digests(tx, channel, story, now=now)

    def waits_until(self, story: Story, *, now: datetime) -> datetime | None:
        """When the journalists get a story that is posted now; None for at once."""
        due = self._routes.due(story, now)
        return due if due > now else None

    async def _post_to(self, tx: Transaction, channel: Channel, story: Story, *, now: datetime) -> None:
        """One post; what comes in the quiet hours and is too much for the morning goes into the morning's digest."""
        if not channel.posts:
            return
        chat_id, wish = channel.chat_id, now + channel.after
        due = self._routes.due(story, wish)
        if due > wish:
            held = await outbox.waiting_until(tx, chat_id=chat_id, due_at=due, kind="story:")
            if held >= self._routes.singles:
                await self._put_into(tx, chat_id, f"digest:night:{to_ms(due)}", [story], due=due, now=now)
                return
        await outbox.add(
            tx,
            chat_id=chat_id,
            item=await self._compose(tx, story, chat_id),
            once_key=f"story:{story.id}@{chat_id}",
            topic=_topic(story.id),
            priority=Priority.URGENT if self._routes.is_urgent(story) else Priority.NEWS,
            due_at=due,
            now=now,
            version=story.versions,
        )

    async def _compose(
        self, tx: Transaction, story: Story, chat_id: int, *, change: Change | None = None
    ) -> Outgoing:
        since = story.first_seen - RELATED_SINCE
        ids = await news_posts.related(tx, story.id, chat_id=chat_id, since=since, limit=news_post.RELATED)
        return news_post.compose(
            story,
            self._texts,
            quarter_names=self._quarter_names,
            related=await news.stories_of(tx, ids),
            change=change,
            pictures=self._routes.pictures,
        )

    # digests

    async def _post_burst(
        self, tx: Transaction, channel: Channel, stories: Sequence[Story], *, feed_id: int, now: datetime
    ) -> None:
        wish = now + channel.after
        due = max(self._routes.due(story, wish) for story in stories)
        topic = f"digest:burst:{feed_id}:{stories[-1].id}"
        await self._put_into(tx, channel.chat_id, topic, stories, due=due, now=now)

    async def _put_into_digests(
        self, tx: Transaction, channel: Channel, story: Story, *, now: datetime
    ) -> None:
        """A line in each digest the channel gets, the first that is due when the story may be told there."""
        for rota in self._routes.rotas(channel.chat_id):
            due = rota.next_after(now + channel.after)
            await self._put_into(tx, rota.chat_id, _rota_topic(rota, due), [story], due=due, now=now)

    async def _put_into(
        self,
        tx: Transaction,
        chat_id: int,
        topic: str,
        stories: Sequence[Story],
        *,
        due: datetime,
        now: datetime,
    ) -> None:
        """Add stories to a digest that is not out yet."""
        await news_posts.add_to_digest(tx, topic, chat_id, [story.id for story in stories])
        item = await self._digest(tx, topic, chat_id)
        key, priority = f"{topic}@{chat_id}", Priority.NEWS
        new = await outbox.add(
            tx, chat_id=chat_id, item=item, once_key=key, topic=topic, priority=priority, due_at=due, now=now
        )
        if not new:
            await outbox.add_edit(
                tx, chat_id=chat_id, topic=topic, item=item, once_key=f"{key}:{stories[-1].id}", now=now
            )

    async def _digest(self, tx: Transaction, topic: str, chat_id: int) -> Outgoing:
        stories = await news.stories_of(tx, await news_posts.in_digest(tx, topic, chat_id))
        return news_post.digest(stories, self._texts, head=self._digest_head(topic, len(stories)))

    def _digest_head(self, topic: str, number: int) -> RichText | None:
        _, kind, when = topic.split(":", 2)
        if kind == "burst":
            return None
        day = news_post.local_day(from_ms(int(when)), self._texts.lang)
        return self._texts(f"news_digest_{kind}", day=day, n=number)

    # corrections

    async def correct_posts(self, tx: Transaction, before: Story, after: Story, *, now: datetime) -> None:
        """Bring the posts of a story to its new text, sent or waiting; nothing where what changed is not shown."""
        if after.withdrawn:
            return
        for chat_id in await outbox.chats_of(tx, _topic(after.id)):
            await self._correct_post(tx, chat_id, after, now=now)
        if _difference(before, after):
            await self._correct_digests(tx, after, step=f"v{after.versions}", now=now)

    async def _correct_post(self, tx: Transaction, chat_id: int, story: Story, *, now: datetime) -> None:
        topic = _topic(story.id)
        seen = await outbox.shown_version(tx, chat_id=chat_id, topic=topic)
        base = await _at_version(tx, story, seen)
        change = _difference(base, story) if base else None
        reverted = change is not None and not change
        if reverted and not await outbox.edit_waits(tx, chat_id=chat_id, topic=topic):
            return
        await outbox.add_edit(
            tx,
            chat_id=chat_id,
            topic=topic,
            item=await self._compose(tx, story, chat_id, change=change),
            once_key=f"story:{story.id}:v{story.versions}@{chat_id}",
            now=now,
            version=story.versions,
            apart=EDITS_APART,
        )
        if change is not None and seen is not None:
            await self._rectify(tx, chat_id, story, change, seen=seen, now=now)

    async def _rectify(
        self, tx: Transaction, chat_id: int, story: Story, change: Change, *, seen: int, now: datetime
    ) -> None:
        """Say under the post which facts were wrong; an answer that still waits is brought to what is true now."""
        topic = f"rettifica:{story.id}"
        waiting = await outbox.waiting_version(tx, chat_id=chat_id, topic=topic)
        if waiting is not None:
            base = await _at_version(tx, story, waiting)
            change = _difference(base, story) if base else change
            item = news_post.rectification(story, change, self._texts)
            await outbox.replace_waiting(
                tx, chat_id=chat_id, topic=topic, item=item if change.facts else None, now=now
            )
            return
        if not change.facts or await outbox.number_of(tx, chat_id=chat_id, topic=topic) >= RECTIFICATIONS:
            return
        await outbox.add_answer(
            tx,
            chat_id=chat_id,
            item=news_post.rectification(story, change, self._texts),
            to_topic=_topic(story.id),
            once_key=f"{topic}:v{story.versions}@{chat_id}",
            topic=topic,
            due_at=self._routes.due(story, now),
            now=now,
            version=seen,
        )

    async def _correct_digests(self, tx: Transaction, story: Story, *, step: str, now: datetime) -> None:
        for topic, chat_id in await news_posts.digests_of(tx, story.id):
            await outbox.add_edit(
                tx,
                chat_id=chat_id,
                topic=topic,
                item=await self._digest(tx, topic, chat_id),
                once_key=f"{topic}:{story.id}:{step}@{chat_id}",
                now=now,
                apart=EDITS_APART,
            )

    # withdrawals

    def watch(self, tx: Transaction, feed: Feed, present: Sequence[int], *, now: datetime) -> None:
        """Note which posted stories a feed no longer carries, though it carries older ones."""
        news_posts.note_present(tx, feed.id, present, since=now - WATCHED, now=now)

    async def withdraw(self, tx: Transaction, story: Story, *, now: datetime) -> None:
        """Make every post of a withdrawn story say so; what was not out yet never goes."""
        topic = _topic(story.id)
        await outbox.take_back(tx, topic, reason="withdrawn", now=now)
        await outbox.take_back(tx, f"rettifica:{story.id}", reason="withdrawn", now=now)
        await self._tell_everywhere(tx, story, step="withdrawn", now=now)

    async def restore(self, tx: Transaction, story: Story, *, now: datetime) -> None:
        """Give the posts of a story that was withdrawn by mistake their text back; what was not out then stays in."""
        await self._tell_everywhere(tx, story, step="restored", now=now)

    async def _tell_everywhere(self, tx: Transaction, story: Story, *, step: str, now: datetime) -> None:
        """Bring its posts, its lines in digests and the later posts that may name it to how it stands now."""
        step = f"{step}{to_ms(now)}"
        await self._tell_anew(tx, story, step=step, now=now)
        await self._correct_digests(tx, story, step=step, now=now)
        for follower in await news.stories_of(tx, await news_posts.followers(tx, story.id, limit=FOLLOWERS)):
            await self._tell_anew(tx, follower, step=f"{story.id}{step}", now=now)

    async def _tell_anew(self, tx: Transaction, story: Story, *, step: str, now: datetime) -> None:
        """Bring the posts of a story to what they would say if they were written now."""
        before = await _at_version(tx, story, story.versions - 1) if story.corrected else None
        change = _difference(before, story) if before else None
        for chat_id in await outbox.chats_of(tx, _topic(story.id)):
            await outbox.add_edit(
                tx,
                chat_id=chat_id,
                topic=_topic(story.id),
                item=await self._compose(tx, story, chat_id, change=change),
                once_key=f"story:{story.id}:v{story.versions}:{step}@{chat_id}",
                now=now,
                version=story.versions,
            )


def _topic(story_id: int) -> str:
    return f"story:{story_id}"


def _rota_topic(rota: Rota, due: datetime) -> str:
    return f"digest:{'daily' if rota.day is None else 'weekly'}:{to_ms(due)}"


def _difference(before: Story, after: Story) -> Change:
    """What of the post changed."""
    old, new = ((title_of(story), standfirst_of(story)) for story in (before, after))
    return news_change.change(old, new)


async def _at_version(tx: Transaction, story: Story, number: int | None) -> Story | None:
    """The story with the text of an earlier version; None where that is not known."""
    found = await news_posts.version(tx, story.id, number) if number is not None else None
    return replace(story, title=found[0], summary=found[1]) if found else None
