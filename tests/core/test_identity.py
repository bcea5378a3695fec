"""The rungs of the identity ladder, and what they must not be fooled by."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.feed import Entry
from bot.core.identity import (
    Alias,
    Known,
    Named,
    canonical,
    is_suspicious,
    match,
    name,
)

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def entry(number: int, **changes: object) -> Entry:
    values: dict[str, object] = {
        "guid": f"id-{number}",
        "link": f"https://x.example/{number}",
        "title": f"Alloggi assegnati nel cantiere {number}",
        "summary": f"Entrano {number} famiglie nelle case nuove.",
    }
    return Entry(**(values | changes))  # type: ignore[arg-type]


def known(story: int, named: Named, *, seen: bool = True, last_seen: datetime = NOW) -> Known:
    return Known(
        story=story,
        title=named.entry.title,
        summary=named.entry.summary,
        first_seen=last_seen,
        last_seen=last_seen,
        seen_hash=named.content if seen else None,
    )


def remembered(*entries: Entry, last_seen: datetime = NOW):
    named = name(entries, feed=1, guids_trusted=True).entries
    return {
        alias: known(story, one, last_seen=last_seen)
        for story, one in enumerate(named, 1)
        for alias in one.aliases
    }


def matched(before, entries, *, feed: int = 1, trusted: bool = True):
    names = name(entries, feed=feed, guids_trusted=trusted)
    return match(names.entries, by_alias=before, by_headline={}, now=NOW)


@pytest.mark.parametrize(
    "other",
    [
        "http://x.example/a/b", "https://www.x.example/a/b/", "https://x.example/a/b?utm_source=rss&fbclid=1", "https://x.example//a/b#top",
        "https://x.example:443/a/b", "https://X.example/a/b/index.html",
    ],
)  # fmt: skip
def test_addresses_of_one_page_are_one(other: str) -> None:
    assert canonical(other) == canonical("https://x.example/a/b")


@pytest.mark.parametrize(
    "other",
    [
        "https://x.example/a/c",
        "https://y.example/a/b",
        "https://x.example/a/b?p=2",
        "https://x.example:8080/a/b",
    ],
)
def test_addresses_of_two_pages_are_two(other: str) -> None:
    assert canonical(other) != canonical("https://x.example/a/b")


@given(st.text(max_size=100))
def test_any_text_has_a_canonical_form_that_stays(text: str) -> None:
    assert isinstance(canonical(text), str)


def test_parameters_are_compared_whatever_their_order() -> None:
    assert canonical("https://x.example/?p=1&c=2") == canonical("https://x.example/?c=2&p=1")


def test_a_guid_shared_by_entries_is_no_name() -> None:
    names = name([entry(n, guid="same") for n in range(5)], feed=1, guids_trusted=True)
    assert not names.guids_good
    assert not any(alias.startswith("g:") for named in names.entries for alias in named.aliases)


def test_a_home_page_is_no_name() -> None:
    (named,) = name([entry(1, guid="", link="https://x.example/")], feed=1, guids_trusted=True).entries
    assert [alias[:2] for alias in named.aliases] == ["t:"]


def test_a_guid_that_is_an_address_names_the_story_in_every_feed_of_the_site() -> None:
    before = remembered(entry(1, guid="https://x.example/?p=12"))
    found = matched(
        before,
        [entry(1, guid="http://x.example/?p=12", link="https://x.example/tag/1", title="Altro titolo")],
        feed=2,
    )
    assert [same.story for same in (*found.same, *found.changed)] == [1]


def test_a_plain_guid_means_nothing_in_another_feed() -> None:
    before = remembered(entry(1, guid="1"))
    other = entry(2, guid="1", title="Tutta un'altra cosa", summary="Niente in comune qui.")
    assert len(matched(before, [other], feed=2).new) == 1


def test_guids_that_only_count_positions_do_not_correct_other_stories() -> None:
    before = remembered(entry(1, guid="item-1"), entry(2, guid="item-2"))
    shifted = [
        entry(3, guid="item-1", title="Nuova graduatoria a Rogoredo", summary="Pubblicati oggi gli elenchi."),
        entry(1, guid="item-2"),
        entry(2, guid="item-3"),
    ]
    found = matched(before, shifted)
    assert [new.named.entry.title for new in found.new] == ["Nuova graduatoria a Rogoredo"]
    assert found.changed == ()
    assert sorted(same.story for same in found.same) == [1, 2]


def test_guids_that_count_positions_hide_no_story_that_reads_much_like_its_neighbours() -> None:
    before = remembered(entry(1, guid="0"), entry(2, guid="1"))
    found = matched(before, [entry(3, guid="0"), entry(1, guid="1"), entry(2, guid="2")])
    assert [new.named.entry.link for new in found.new] == [entry(3).link]
    assert found.changed == ()
    assert sorted(same.story for same in found.same) == [1, 2]


def test_the_same_words_long_after_are_a_new_story() -> None:
    again = entry(1, guid="other", link="https://x.example/other")
    assert len(matched(remembered(entry(1), last_seen=NOW - timedelta(days=10)), [again]).new) == 0
    assert len(matched(remembered(entry(1), last_seen=NOW - timedelta(days=300)), [again]).new) == 1


def test_two_words_are_no_fingerprint() -> None:
    before = remembered(entry(1, title="Comunicato stampa", summary=""))
    other = entry(2, title="Comunicato stampa", summary="")
    assert len(matched(before, [other]).new) == 1


def test_an_older_wording_further_down_under_the_same_names_is_no_second_item() -> None:
    newer = entry(1, summary="Entrano 2 famiglie nelle case nuove.")
    names = name([newer, entry(1)], feed=1, guids_trusted=True)
    assert (len(names.entries), names.guids_good) == (1, True)


def _found(count: int, published: datetime | None = None):
    return matched({}, [entry(n, published=published) for n in range(count)])


def test_many_new_entries_at_once_need_a_reason() -> None:
    assert is_suspicious(_found(12), entries=12, last_ok=NOW - timedelta(minutes=5), now=NOW)
    assert is_suspicious(_found(12), entries=12, last_ok=NOW - timedelta(days=2), now=NOW)


def test_few_entries_or_less_than_half_are_nothing_strange() -> None:
    assert not is_suspicious(_found(4), entries=4, last_ok=NOW - timedelta(minutes=5), now=NOW)
    assert not is_suspicious(_found(10), entries=20, last_ok=NOW - timedelta(minutes=5), now=NOW)


def test_entries_dated_since_the_last_poll_are_believed_after_a_while() -> None:
    found = _found(12, NOW - timedelta(hours=1))
    assert not is_suspicious(found, entries=12, last_ok=NOW - timedelta(days=2), now=NOW)


@given(
    st.lists(
        st.builds(
            Entry,
            guid=st.text(max_size=3),
            link=st.text(max_size=5),
            title=st.text(max_size=5),
            summary=st.text(max_size=5),
        ),
        max_size=8,
    )
)
def test_what_was_seen_is_never_new_again(entries: list[Entry]) -> None:
    """Whatever a feed holds: shown again unchanged, nothing is new and nothing changed."""
    names = name(entries, feed=1, guids_trusted=True)
    trusted = names.guids_good
    first = match(names.entries, by_alias={}, by_headline={}, now=NOW)
    before: dict[Alias, Known] = {}
    for story, new in enumerate(first.new, 1):
        for alias in new.named.aliases:
            before.setdefault(alias, known(story, new.named))
    again = matched(before, entries, trusted=trusted)
    assert (again.new, again.changed) == ((), ())


@given(
    st.text(st.sampled_from("wab.-/%:?=&1index.html_"), max_size=40).map("http://".__add__)
    | st.text(st.sampled_from("ab./-?=&#"), max_size=20).map("https://www.x.example/".__add__)
)
def test_the_short_way_for_a_usual_link_is_the_long_one(link: str) -> None:
    assert canonical(link) == canonical(f" {link}")
