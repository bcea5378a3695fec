"""Rules learned from staff's decisions about news: suggested on a card, live once accepted, listed by /parole.

decisions ─▶ suggestion ─▶ card ─┬▶ accepted: relevance weighs it from the next story on
                                 └▶ refused: not asked again for as little
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.core.news_cards import who_and_when
from bot.core.outgoing import Button, Outgoing
from bot.core.richtext import RichText, join
from bot.core.texts import Texts
from bot.core.word_rules import Kind, Suggestion, suggest
from bot.services.clock import Clock
from bot.services.news_cards import NewsCards
from storage import audit, outbox, word_rules
from storage.database import Database, Reader
from storage.word_rules import Rule, Week

MEMORY = timedelta(days=180)  # decisions looked at
WEEKS = 8  # shown
SHOWN = 10  # suggestions and rules of one message


class WordRules:
    """`learn` makes News take up the rules, `wake` is called when the outbox got something."""

    def __init__(
        self,
        db: Database,
        cards: NewsCards,
        learn: Callable[[], Awaitable[None]],
        texts: Texts,
        *,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self._db = db
        self._cards = cards
        self._learn = learn
        self._texts = texts
        self._clock = clock
        self._wake = wake

    async def look(self) -> None:
        """Put a card before staff for each new suggestion."""
        now = self._clock()
        for one in await self._suggestions(self._db, now):
            if await outbox.chats_of(self._db, _topic(one)):
                continue
            async with self._db.write() as tx:
                await self._cards.put(tx, self._card(one), topic=_topic(one), now=now)
            self._wake()

    async def overview(self) -> Outgoing:
        """How the verdicts did, week by week, the rules there are and those that are suggested."""
        now = self._clock()
        weeks = await word_rules.weeks(self._db, number=WEEKS, now=now)
        rules = [rule for rule in await word_rules.rules(self._db) if rule.accepted][:SHOWN]
        suggested = (await self._suggestions(self._db, now))[:SHOWN]
        parts = [self._texts("words_head"), join("\n", [self._week(week) for week in weeks])]
        if not weeks:
            parts = [self._texts("words_head"), self._texts("words_no_weeks")]
        if rules:
            parts.append(self._texts("words_rules"))
        parts += [self._question(one) for one in suggested]
        drop = [(self._drop_button(rule),) for rule in rules]
        buttons = [*drop, *(self._decide_buttons(one, listed=True) for one in suggested)]
        return Outgoing(text=join("\n\n", parts), buttons=tuple(buttons))

    async def settle(self, key: int, *, accept: bool, by: int, who: str) -> Outgoing | None:
        """Make the suggested rule or refuse it: what its card says then. None where somebody was faster."""
        now = self._clock()
        async with self._db.write() as tx:
            one = next((one for one in await self._suggestions(tx, now) if one.key == key), None)
            if one is None:
                return None
            await word_rules.put(tx, one, accepted=accept, by=by, now=now)
            action = "word_rule" if accept else "word_rule_refused"
            await audit.note(tx, actor=by, action=action, about=f"{one.kind}:{one.words}", now=now)
            said = self._texts(
                "words_accepted" if accept else "words_refused",
                **who_and_when(who, now, self._texts),
            )
            card = Outgoing(text=join("\n\n", [self._question(one), said]))
            await self._cards.change(tx, card, topic=_topic(one), step="settled", now=now)
        if accept:
            await self._learn()
        self._wake()
        return card

    async def drop(self, rule_id: int, *, by: int) -> bool:
        """Take a rule away; False where it was gone."""
        now = self._clock()
        async with self._db.write() as tx:
            words = await word_rules.drop(tx, rule_id)
            if words is not None:
                await audit.note(tx, actor=by, action="word_rule_drop", about=words, now=now)
        await self._learn()
        return words is not None

    async def _suggestions(self, reader: Reader, now: datetime) -> list[Suggestion]:
        decided = await word_rules.decided(reader, since=now - MEMORY)
        known = await word_rules.rules(reader)
        settled = {(rule.kind, rule.words): None if rule.accepted else rule.decisions for rule in known}
        return suggest(decided, settled)

    def _card(self, one: Suggestion) -> Outgoing:
        return Outgoing(text=self._question(one), buttons=(self._decide_buttons(one, listed=False),))

    def _question(self, one: Suggestion) -> RichText:
        answer = "publish" if one.publish else "reject"
        return self._texts(
            f"words_{one.kind}_{answer}", words=one.words, agreeing=one.agreeing, decisions=one.decisions
        )

    def _decide_buttons(self, one: Suggestion, *, listed: bool) -> tuple[Button, Button]:
        """In a list a button has to say what it is about, and a tap changes the list."""
        yes = self._texts.plain("words_yes_publish" if one.publish else "words_yes_reject")
        no = self._texts.plain("words_no")
        words = f"«{one.words[:24]}»: " if listed else ""
        prefix = "newswords" if listed else "newsword"
        return (
            Button(text=words + yes, data=f"{prefix}:yes:{one.key}"),
            Button(text=no, data=f"{prefix}:no:{one.key}"),
        )

    def _drop_button(self, rule: Rule) -> Button:
        what = "publish" if rule.publish else "reject"
        kind = "category" if rule.kind is Kind.CATEGORY else "word"
        text = self._texts.plain(f"words_drop_{kind}_{what}", words=rule.words[:40])
        return Button(text=text, data=f"newswords:drop:{rule.id}")

    def _week(self, week: Week) -> RichText:
        asked = week.published + week.rejected
        return self._texts(
            "words_week",
            ago=self._texts.plain("words_this_week")
            if week.ago == 0
            else self._texts.count("words_ago", week.ago).text,
            alone=week.alone,
            withdrawn=week.withdrawn,
            right=_percent(week.alone - week.withdrawn, week.alone),
            asked=asked,
            published=week.published,
            share=_percent(week.published, asked),
        )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part // whole}%" if whole else "–"


def _topic(one: Suggestion) -> str:
    """A suggestion that was refused and comes back is another card."""
    return f"word:{one.key}:{one.refused}"
