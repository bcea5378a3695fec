"""News: from what a feed says to rows in the outbox.

    document → names → known? → new, same, corrected → verdicts → stories, versions, names, outbox rows
                                          └→ in doubt by their words → vectors ─┘ (before the transaction: they take time)

All of it is written in the caller's transaction (services/polling.py), together with the feed's validators and next poll.
Whatever kills the process: before the commit nothing happened and the next poll sees the same; after it the outbox has the
post, once (its `once_key` names story and chat).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.core import identity
from bot.core.card import Quarter
from bot.core.feed import FeedDocument, Problem
from bot.core.feed_dates import believable
from bot.core.identity import Changed, Matches, Named
from bot.core.news_post import Story
from bot.core.quarters_in_text import BUILT_IN
from bot.core.relevance import Judgement, Verdict
from bot.core.routing import Routes
from bot.core.texts import Texts
from bot.services.news_cards import NewsCards
from bot.services.off_loop import off_loop
from bot.services.press import Press
from bot.services.relevance import Relevance
from storage import cards, news
from storage import feeds as feed_rows
from storage.database import Database, Reader, Transaction
from storage.feeds import Feed, Source
from storage.news import Fresh, State

if TYPE_CHECKING:
    from bot.core.meaning import Vector

CHANGES = 24  # corrections of one story; beyond them the page contains the time of day


class Status(StrEnum):
    """How a poll ended."""

    FIRST = "first"  # met for the first time: what was there is remembered, not announced
    READ = "read"
    UNCHANGED = "unchanged"  # 304, or the same body again
    HELD = "held"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedResult:
    """What one poll found: titles. `new` were let through whatever their verdict, `held` wait for a person.

    `gap`: the new ones do not reach back to known ones; `moved_to`: where the feed went for good.
    """

    id: int
    url: str
    status: Status
    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    problem: Problem | None = None
    detail: str = ""
    gap: bool = False
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A document, judged: what the transaction has to write."""

    feed: Feed
    document: FeedDocument
    names: identity.Names
    matches: Matches
    vectors: "Mapping[str, Vector]"

    @property
    def first(self) -> bool:
        return not self.feed.met

    @property
    def status(self) -> Status:
        if self.first:
            return Status.FIRST
        return Status.HELD if self.matches.held else Status.READ


class News:
    """The wire desk. Call `adopt` before the first poll.

    Without `quarters` those of the cards are used. Without `relevance` the words alone decide what is housing news.
    """

    def __init__(
        self,
        db: Database,
        sources: Sequence[Source],
        routes: Routes,
        texts: Texts,
        *,
        quarters: Sequence[Quarter] | None = None,
        relevance: Relevance | None = None,
    ) -> None:
        self._db = db
        self._sources = sources
        self.press = Press(routes, texts)
        self.cards = NewsCards(routes, texts)
        self._relevance = relevance or Relevance(db, texts)
        self._given_quarters = quarters
        self._know_quarters(quarters or ())

    async def adopt(self, sources: Sequence[Source] | None = None) -> None:
        """Bring the feed table to the configuration's feeds, and learn the quarters' names."""
        if sources is not None:
            self._sources = sources
        if self._given_quarters is None:
            self._know_quarters((await cards.load(self._db)).quarters or BUILT_IN)
        async with self._db.write() as tx:
            await feed_rows.adopt(tx, self._sources)
        await self.learn_rules()

    def _know_quarters(self, quarters: Sequence[Quarter]) -> None:
        self._relevance.know_quarters(quarters)
        names = {quarter.id: quarter.name for quarter in quarters}
        self.press.know_quarters(names)
        self.cards.know_quarters(names)

    async def learn_rules(self) -> None:
        """Take up staff's rules about categories and words; to be called when they have changed."""
        await self._relevance.learn()

    async def understand(self, feed: Feed, names: identity.Names, *, now: datetime) -> "Mapping[str, Vector]":
        """What `take` will want to know of the meaning of new and corrected entries; takes up to 100 ms for each of them."""
        if not self._relevance.by_meaning or not (feed.met or feed.announce_last):
            return {}
        matches = await self._matches(self._db, feed, names, now=now)
        entries = [named.entry for named in _loud(matches, feed)]
        entries += [changed.named.entry for changed in matches.changed]
        return await self._relevance.understand(entries, feed)

    async def take(
        self,
        tx: Transaction,
        feed: Feed,
        document: FeedDocument,
        names: identity.Names,
        *,
        followed_back: bool = False,
        vectors: "Mapping[str, Vector] | None" = None,
        now: datetime,
    ) -> FeedResult:
        """Write what a feed says now, `names` being its entries named: its stories, their posts and cards.

        `vectors` are what `understand` gave.

        `followed_back`: its older pages show that the new entries go on from known ones, so however many
        they are, they are believed.
        """
        matches = await self._matches(tx, feed, names, now=now)
        believed = followed_back or not feed.met
        held = not believed and identity.is_suspicious(
            matches, entries=len(names.entries), last_ok=feed.poll.last_ok_at, now=now
        )
        plan = _Plan(
            feed=feed,
            document=document,
            names=names,
            matches=replace(matches, held=held),
            vectors=vectors or {},
        )
        return await self._write(tx, plan, now=now)

    async def _matches(self, reader: Reader, feed: Feed, names: identity.Names, *, now: datetime) -> Matches:
        by_alias, by_headline = await news.known(
            reader, names.entries, feed_id=feed.id, headlines_since=now - identity.HEADLINE_MEMORY
        )
        return await off_loop(
            len(names.entries),
            partial(identity.match, names.entries, by_alias=by_alias, by_headline=by_headline, now=now),
        )

    async def _write(self, tx: Transaction, plan: _Plan, *, now: datetime) -> FeedResult:
        matches, feed = plan.matches, plan.feed
        await news.seen(tx, [(same.story, same.named) for same in matches.same], feed_id=feed.id, now=now)
        corrected = [
            title
            for changed in matches.changed
            if (title := await self._corrected(tx, plan, changed, now=now))
        ]
        fresh = await off_loop(len(matches.new), partial(self._judged, plan, now))
        ids = await news.add_stories(tx, fresh, feed=feed, source=_source_name(feed, plan.document), now=now)
        written = list(zip(ids, fresh, strict=True))
        known = [same.story for same in matches.same] + [changed.story for changed in matches.changed]
        if matches.held:
            await self.cards.ask_about_held(tx, feed, now=now)
        elif not plan.first:
            self.press.watch(tx, feed, [*known, *ids], now=now)
        housing = [await self._story(tx, id_) for id_, one in written if one.state is State.POSTED]
        doubtful = [await self._story(tx, id_) for id_, one in written if one.state is State.REVIEW]
        await self.press.announce(tx, housing, feed_id=feed.id, now=now)
        for story in doubtful:
            await self.cards.ask(tx, story, now=now)
        let_through = [one for one in fresh if one.state not in {State.QUIET, State.HELD}]
        return FeedResult(
            id=feed.id,
            url=feed.url,
            status=plan.status,
            new=_titles(let_through),
            updated=tuple(corrected),
            held=_titles(one for one in fresh if one.state is State.HELD),
        )

    def _judged(self, plan: _Plan, now: datetime) -> list[Fresh]:
        """The new entries with verdict and state, the oldest first; what is only remembered is not weighed."""
        entries = [new.named for new in plan.matches.new]
        loud = set(map(id, _loud(plan.matches, plan.feed)))
        return [
            Fresh(
                named=named,
                published=believable(named.entry.published, now=now),
                judgement=(judgement := self._relevance.judge(named.entry, plan.feed, plan.vectors)),
                state=_state(judgement, held=plan.matches.held),
            )
            if id(named) in loud
            else Fresh(
                named=named,
                published=believable(named.entry.published, now=now),
                judgement=_UNWEIGHED,
                state=State.QUIET,
            )
            for named in _oldest_first(entries)
        ]

    async def _corrected(
        self, tx: Transaction, plan: _Plan, changed: Changed, *, now: datetime
    ) -> str | None:
        """Carry a correction to where the story stands; its title, or None where nothing is to be told.

        Only the feed a story was first seen in corrects it: another feed's shorter text is no correction.
        """
        await news.seen(tx, [(changed.story, changed.named)], feed_id=plan.feed.id, now=now)
        before = await news.story_of(tx, changed.story)
        if before is None or before.feed != plan.feed.id or before.versions > CHANGES:
            return None
        judgement = self._relevance.judge(changed.named.entry, plan.feed, plan.vectors)
        state = await news.state_of(tx, before.id)
        after = await news.correct(tx, before, changed.named, judgement, now=now)
        match state:
            case State.POSTED:
                await self.press.correct_posts(tx, before, after, now=now)
            case State.REVIEW:
                await self.cards.correct(tx, after, now=now)
            case State.NO if judgement.verdict is not Verdict.NO:
                await self._reconsider(tx, after, judgement, now=now)
        return after.title

    async def _reconsider(
        self, tx: Transaction, story: Story, judgement: Judgement, *, now: datetime
    ) -> None:
        """A story that was none of ours became one by its correction."""
        state = STATE_OF[judgement.verdict]
        await news.set_state(tx, story.id, before=State.NO, after=state, by=None, now=now)
        if state is State.POSTED:
            await self.press.post(tx, story, now=now)
        else:
            await self.cards.ask(tx, story, now=now)

    async def _story(self, tx: Transaction, story_id: int) -> Story:
        story = await news.story_of(tx, story_id)
        assert story is not None  # noqa: S101  (it was written in this transaction)
        return story


STATE_OF = {Verdict.HOUSING: State.POSTED, Verdict.REVIEW: State.REVIEW, Verdict.NO: State.NO}
_UNWEIGHED = Judgement(verdict=Verdict.NO, score=0.0)


def _state(judgement: Judgement, *, held: bool) -> State:
    return State.HELD if held else STATE_OF[judgement.verdict]


def _loud(matches: Matches, feed: Feed) -> Sequence[Named]:
    """The new entries that are weighed and may be told; the rest of a feed met for the first time is only remembered."""
    entries = [new.named for new in matches.new]
    return entries if feed.met else entries[: feed.announce_last]


def _oldest_first(entries: Sequence[Named]) -> list[Named]:
    """By date where every entry has one, else the feed's order turned round: feeds put the newest on top."""
    turned = list(reversed(entries))
    if any(named.entry.published is None for named in entries):
        return turned
    return sorted(turned, key=lambda named: named.entry.published or datetime.min)  # noqa: DTZ901  (never reached)


def _titles(fresh: "Sequence[Fresh] | Iterator[Fresh]") -> tuple[str, ...]:
    return tuple(one.named.entry.title or one.named.entry.summary[:120] for one in fresh)


def _source_name(feed: Feed, document: FeedDocument) -> str:
    """Who published it, as shown: the feed's title, else its host."""
    return document.title or feed.title or (urlsplit(feed.url).hostname or "").removeprefix("www.")
