"""Whatever a site does to its feed without changing the news: nothing is new, nothing is corrected."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.feed_document import read
from bot.core.identity import Alias, Known, Matches, match, name

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Raw:
    """An item as it stands in the feed."""

    number: int
    title: str
    text: str
    guid: str
    link: str
    date: str


def raw(number: int) -> Raw:
    return Raw(
        number,
        f'Aler, "pronti" {number + 40} alloggi: l\'annuncio in via Saponaro {number}',
        f"Entrano {number + 40} famiglie - dice l'assessore - nelle case ristrutturate. Il resto segue...",
        f"http://notizie.example/?p={number}",
        f"http://notizie.example/2026/alloggi-{number}/",
        f"Sat, 21 Nov 2026 10:{number:02}:00 GMT",
    )


def curly(text: str) -> str:
    return text.replace('"', "”").replace("'", "’").replace(" - ", " — ").replace("...", "…")


# Each leaves the news what it is.
MUTATIONS: dict[str, Callable[[Raw], Raw]] = {
    "guids of another kind": lambda one: replace(one, guid=f"urn:uuid:{one.number:04}-new"),
    "no guids": lambda one: replace(one, guid=""),
    "https and www": lambda one: replace(one, link=one.link.replace("http://", "https://www.")),
    "tracking": lambda one: replace(one, link=f"{one.link}?utm_source=rss&fbclid={one.number}"),
    "no trailing slash": lambda one: replace(one, link=one.link.rstrip("/")),
    "another host": lambda one: replace(one, link=one.link.replace("notizie.example", "nuovo.example")),
    "curly quotes and dashes": lambda one: replace(one, title=curly(one.title), text=curly(one.text)),
    "zero width": lambda one: replace(one, title="\u200b".join(one.title), text=one.text.replace("a", "a\u00ad")),
    "other spaces": lambda one: replace(one, text=one.text.replace(" ", " \u00a0 "), title=f"\n {one.title}\t"),
    "a bumped date": lambda one: replace(one, date="Sun, 22 Nov 2026 09:00:00 GMT"),
    "no date": lambda one: replace(one, date=""),
    "markup around": lambda one: replace(one, text=f"<p><b>{one.text}</b></p>"),
}  # fmt: skip
CLASHING = {"guids of another kind": "no guids", "a bumped date": "no date"}


def document(items: list[Raw]) -> bytes:
    parts = []
    for one in items:
        guid = f"<guid isPermaLink='false'>{escape(one.guid)}</guid>" if one.guid else ""
        date = f"<pubDate>{one.date}</pubDate>" if one.date else ""
        parts.append(
            f"<item><title>{escape(one.title)}</title><link>{escape(one.link)}</link>{guid}{date}"
            f"<description>{escape(one.text)}</description></item>"
        )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>N</title>{"".join(parts)}</channel></rss>'.encode()


def remembered(items: list[Raw]) -> dict[Alias, Known]:
    named = name(read(document(items)).entries, feed=1, guids_trusted=True).entries
    return {
        alias: Known(
            story=story,
            title=one.entry.title,
            summary=one.entry.summary,
            first_seen=NOW - timedelta(days=1),
            last_seen=NOW,
            seen_hash=one.content,
        )
        for story, one in enumerate(named)
        for alias in one.aliases
    }


def again(before: list[Raw], after: list[Raw]) -> Matches:
    names = name(read(document(after)).entries, feed=1, guids_trusted=True).entries
    return match(names, by_alias=remembered(before), by_headline={}, now=NOW)


mutations = st.sets(st.sampled_from(sorted(MUTATIONS))).filter(
    lambda chosen: not any(one in chosen and other in chosen for one, other in CLASHING.items())
)


@settings(deadline=None, max_examples=40)
@given(mutations, st.permutations(range(1, 9)), st.integers(1, 8))
def test_nothing_that_leaves_the_news_alone_announces_anything(
    chosen: set[str], order: list[int], kept: int
) -> None:
    after = [raw(number) for number in order[:kept]]
    for one in sorted(chosen):
        after = [MUTATIONS[one](item) for item in after]
    found = again([raw(number) for number in range(1, 9)], after)
    assert (found.new, found.changed, len(found.same)) == ((), (), kept)


@settings(deadline=None, max_examples=40)
@given(mutations, st.integers(1, 4))
def test_what_is_new_beside_them_is_found_each_once(chosen: set[str], number: int) -> None:
    after = [raw(one) for one in range(8 + number, 0, -1)]
    for one in sorted(chosen):
        after = [MUTATIONS[one](item) for item in after]
    found = again([raw(one) for one in range(1, 9)], after)
    assert (len(found.new), len(found.changed), len(found.same)) == (number, 0, 8)


@settings(deadline=None, max_examples=40)
@given(mutations, st.integers(1, 8))
def test_other_words_are_a_correction_whatever_else_changes(chosen: set[str], number: int) -> None:
    """The guid or the link holds the story together; without either, other words are another story."""
    chosen -= {"another host"}
    after = [raw(one) for one in range(1, 9)]
    after[number - 1] = replace(
        after[number - 1], text=after[number - 1].text.replace("famiglie", "inquilini")
    )
    for one in sorted(chosen):
        after = [MUTATIONS[one](item) for item in after]
    found = again([raw(one) for one in range(1, 9)], after)
    assert (found.new, [one.story for one in found.changed]) == ((), [number - 1])
