"""What becomes of an entry: by its words, by its meaning where these leave room; what staff decided goes before both."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bot.core import relevance_meaning
from bot.core.card import Quarter
from bot.core.feed import Entry
from bot.core.quarters_in_text import QuarterFinder
from bot.core.relevance import Item, Judgement, Verdict, judge
from bot.core.relevance_meaning import Model
from bot.core.relevance_rules import RULES
from bot.core.same_text import fold
from bot.core.texts import Texts
from bot.core.word_rules import Kind, signal
from bot.services.off_loop import off_loop
from storage import news_rules, word_rules
from storage.database import Database
from storage.feeds import Feed

if TYPE_CHECKING:
    from bot.core.meaning import Vector

MOST_UNDERSTOOD = (
    100  # entries of one poll whose meaning is looked at: some seconds; the words decide about the rest
)


class Understands(Protocol):
    """Gives texts their meaning vectors; none where there is no model."""

    async def vectors(self, texts: Sequence[str]) -> "Mapping[str, Vector]": ...


class Relevance:
    """Judges entries. Without `meaning` the words alone do; `model` is what was fitted for it, else what is shipped."""

    def __init__(
        self,
        db: Database,
        texts: Texts,
        *,
        meaning: Understands | None = None,
        model: Model | None = None,
    ) -> None:
        self._db = db
        self._texts = texts
        self._rules = RULES
        self._meaning = meaning
        self._model = model
        self._finder = QuarterFinder(())
        self._always: dict[int, frozenset[str]] = {}  # of each feed the categories that always go out, folded
        self._always_anywhere: frozenset[str] = frozenset()
        self._never: frozenset[str] = frozenset()  # categories of which nothing doubtful is asked about

    @property
    def by_meaning(self) -> bool:
        """Whether there may be a model."""
        return self._meaning is not None

    def know_quarters(self, quarters: Sequence[Quarter]) -> None:
        """Recognise these from now on."""
        self._finder = QuarterFinder(quarters)

    async def learn(self) -> None:
        """Take up staff's rules about categories and words."""
        self._always = await news_rules.by_feed(self._db)
        learned = [rule for rule in await word_rules.rules(self._db) if rule.accepted]
        words = [rule for rule in learned if rule.kind is Kind.WORD]
        filed = [rule for rule in learned if rule.kind is Kind.CATEGORY]
        self._rules = RULES.with_signals(signal(rule.words, publish=rule.publish) for rule in words)
        self._always_anywhere = frozenset(rule.words for rule in filed if rule.publish)
        self._never = frozenset(rule.words for rule in filed if not rule.publish)

    async def understand(self, entries: Sequence[Entry], feed: Feed) -> "Mapping[str, Vector]":
        """The meaning of those of `entries` that their words do not settle; up to 100 ms each, in a thread."""
        if self._meaning is None:
            return {}
        texts = await off_loop(len(entries), partial(self._doubtful, entries, feed))
        return await self._meaning.vectors(texts[:MOST_UNDERSTOOD])

    def _doubtful(self, entries: Sequence[Entry], feed: Feed) -> list[str]:
        return [
            relevance_meaning.text_of(_item(entry))
            for entry in entries
            if self._leaves_room(entry, feed, self._by_words(entry, feed))
        ]

    def judge(self, entry: Entry, feed: Feed, vectors: "Mapping[str, Vector]") -> Judgement:
        """The verdict on `entry`; `vectors` are what `understand` gave."""
        item, judgement = _item(entry), self._by_words(entry, feed)
        vector = vectors.get(relevance_meaning.text_of(item)) if vectors else None
        if vector is not None and self._leaves_room(entry, feed, judgement):
            judgement = relevance_meaning.reconsidered(
                judgement, item, vector, rules=self._rules, texts=self._texts, fitted=self._model
            )
        if judgement.verdict is not Verdict.REVIEW:
            return judgement
        if self._always_filed(entry, feed):
            return replace(judgement, verdict=Verdict.HOUSING)
        if any(fold(name) in self._never for name in entry.categories):
            return replace(judgement, verdict=Verdict.NO, topics=())
        return judgement

    def _leaves_room(self, entry: Entry, feed: Feed, judgement: Judgement) -> bool:
        """Whether the meaning has a say: not where staff or the configuration have decided about words or category."""
        own = [fold(name) for name in feed.housing_categories]
        filed = self._always_filed(entry, feed) or any(fold(name) in own for name in entry.categories)
        return not filed and relevance_meaning.in_doubt(judgement)

    def _by_words(self, entry: Entry, feed: Feed) -> Judgement:
        return judge(
            _item(entry),
            rules=self._rules,
            quarters=self._finder.find(f"{entry.title}. {entry.summary}"),
            housing_categories=(*feed.housing_categories, *self._always_filed(entry, feed)),
        )

    def _always_filed(self, entry: Entry, feed: Feed) -> list[str]:
        """Those of its categories of which staff let everything out."""
        always = self._always.get(feed.id, frozenset()) | self._always_anywhere
        return [name for name in entry.categories if fold(name) in always]


def _item(entry: Entry) -> Item:
    return Item(title=entry.title, summary=entry.summary, categories=entry.categories, url=entry.link)
