"""The cards about news on which staff decide, and what they say once somebody has decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zlib import crc32

from bot.core.news_post import (
    Story,
    digest_line,
    hashtags,
    local_clock,
    local_day,
    source_line,
    standfirst_of,
    title_of,
)
from bot.core.outgoing import Button, Outgoing
from bot.core.plain import clean, web_link
from bot.core.richtext import MESSAGE_LIMIT, RichText, bold, cut, join, link
from bot.core.same_text import fold
from bot.core.texts import Texts

CATEGORY_BUTTONS = 3


def review_card(story: Story, texts: Texts, *, quarter_names: Mapping[str, str]) -> Outgoing:
    """The card on which staff decide whether a doubtful story goes out; it says why it is doubtful.

    The data of the category buttons ends in the category's key.
    """
    text = _reviewed(story, texts, quarter_names, head=texts("news_review_head"))
    decide = (
        Button(text=texts.plain("news_review_publish"), data=f"news:pub:{story.id}"),
        Button(text=texts.plain("news_review_reject"), data=f"news:no:{story.id}"),
    )
    always = tuple(
        (
            Button(
                text=texts.plain("news_review_always", category=clean(name, limit=40)),
                data=f"news:all:{story.id}:{category_key(name)}",
            ),
        )
        for name in story.categories[:CATEGORY_BUTTONS]
    )
    return Outgoing(text=text, buttons=(decide, *always))


def category_key(name: str) -> int:
    """A category as a button's data carries it: its place among a story's may change, and its name may be too long."""
    return crc32(fold(name).encode())


def _reviewed(story: Story, texts: Texts, quarter_names: Mapping[str, str], *, head: RichText) -> RichText:
    address = web_link(story.link)
    title = title_of(story)
    parts: list[RichText | str] = [
        head,
        bold(link(title, address) if address else title),
        standfirst_of(story),
        hashtags(story, quarter_names),
        texts("news_review_reasons", reasons="; ".join(story.reasons)) if story.reasons else "",
        source_line(story, texts),
    ]
    return cut(join("\n\n", parts), limit=MESSAGE_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided about a story: `category` where all of it go out from now on, `due` where it waits."""

    publish: bool
    who: str
    at: datetime
    category: str = ""
    due: datetime | None = None


def settled_card(
    story: Story, texts: Texts, *, quarter_names: Mapping[str, str], decision: Decision
) -> Outgoing:
    """The review card once somebody decided: without buttons, with what was decided, by whom and when."""
    key = "news_review_published" if decision.publish else "news_review_rejected"
    verdict = [texts(key, **who_and_when(decision.who, decision.at, texts))]
    if decision.category:
        verdict.append(texts("news_review_rule", category=clean(decision.category, limit=60)))
    if decision.due is not None:
        verdict.append(texts("news_review_waits", clock=local_clock(decision.due, texts.lang)))
    text = _reviewed(story, texts, quarter_names, head=texts("news_review_settled"))
    return _concluded(text, join("\n", verdict))


def missing_card(story: Story, texts: Texts, *, vanished: bool) -> Outgoing:
    """The card that asks whether a story is to be marked as withdrawn: it `vanished` at its source, or staff want it."""
    head = texts("news_missing" if vanished else "news_withdraw_sure")
    decide = (
        Button(text=texts.plain("news_withdraw_yes"), data=f"newswd:yes:{story.id}"),
        Button(text=texts.plain("news_withdraw_no"), data=f"newswd:no:{story.id}"),
    )
    return Outgoing(text=_named(story, texts, head=head), buttons=(decide,))


def _named(story: Story, texts: Texts, *, head: RichText) -> RichText:
    return cut(join("\n\n", [head, bold(title_of(story)), source_line(story, texts)]), limit=MESSAGE_LIMIT)


class Withdrawal(StrEnum):
    """What somebody decided about a withdrawal; each has a catalog text `news_withdrawal_…`."""

    DONE = "done"
    LEFT = "left"  # the story stays as it is
    UNDONE = "undone"


def settled_missing_card(
    story: Story, texts: Texts, *, decision: Withdrawal, who: str, at: datetime
) -> Outgoing:
    """That card once somebody decided; a withdrawal can be taken back."""
    text = _named(story, texts, head=texts("news_withdraw_settled"))
    card = _concluded(text, texts(f"news_withdrawal_{decision}", **who_and_when(who, at, texts)))
    if decision is not Withdrawal.DONE:
        return card
    back = Button(text=texts.plain("news_withdraw_back"), data=f"newswd:back:{story.id}")
    return replace(card, buttons=((back,),))


def who_and_when(who: str, at: datetime, texts: Texts) -> dict[str, str]:
    """The places `who`, `day` and `clock` of a text."""
    day, clock = local_day(at, texts.lang), local_clock(at, texts.lang)
    return {"who": clean(who, limit=100), "day": day, "clock": clock}


def _concluded(text: RichText, verdict: RichText) -> Outgoing:
    return Outgoing(text=cut(text, limit=MESSAGE_LIMIT - len(verdict) - 2) + "\n\n" + verdict)


def held_card(feed_id: int, feed_name: str, stories: Sequence[Story], texts: Texts) -> Outgoing:
    """The card that asks whether a feed suddenly all new is to be believed."""
    lines = join("\n", [digest_line(story, texts) for story in stories[:5]])
    head = texts("news_held", feed=feed_name, number=len(stories))
    decide = (
        Button(text=texts.plain("news_held_publish"), data=f"news:rel:{feed_id}"),
        Button(text=texts.plain("news_held_drop"), data=f"news:drop:{feed_id}"),
    )
    return Outgoing(text=cut(join("\n\n", [head, lines]), limit=MESSAGE_LIMIT), buttons=(decide,))


def settled_held_card(
    feed_name: str, stories: Sequence[Story], texts: Texts, *, publish: bool, who: str, at: datetime
) -> Outgoing:
    """That card once somebody decided."""
    lines = join("\n", [digest_line(story, texts) for story in stories[:5]])
    head = texts("news_held_settled", feed=feed_name, number=len(stories))
    key = "news_held_published" if publish else "news_held_dropped"
    return _concluded(join("\n\n", [head, lines]), texts(key, **who_and_when(who, at, texts)))
