"""The post: what stands in it, where it leads, and what hostile text cannot do to it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogs import texts
from bot.core.news_change import change
from bot.core.news_post import (
    Story,
    compose,
    digest,
    hashtag,
    rectification,
    share_links,
    standfirst,
    standfirst_of,
    title_of,
)
from bot.core.richtext import CAPTION_LIMIT, MESSAGE_LIMIT, utf16_length

IT = texts("it")
NAMES = {"san-siro": "San Siro", "mazzini": "Mazzini (Corvetto)"}
STORY = Story(
    id=12,
    feed=1,
    title="Alloggi Aler, consegnate le chiavi",
    summary="Entrano 41 famiglie. Il cantiere era fermo dal 2019, dice il dott. Rossi. Poi altro.",
    link="https://notizie.example/alloggi?utm_source=rss",
    source="Notizie",
    published=datetime(2026, 11, 22, 14, 40, tzinfo=UTC),
    first_seen=datetime(2026, 11, 22, 14, 45, tzinfo=UTC),
    topics=("assegnazioni", "casa_e_salute"),
    quarters=("san-siro", "mazzini"),
    reasons=("«alloggi» nel titolo",),
)


def test_the_whole_post() -> None:
    post = compose(STORY, IT, quarter_names=NAMES)
    assert post.text.text == (
        "Alloggi Aler, consegnate le chiavi\n\n"
        "Entrano 41 famiglie. Il cantiere era fermo dal 2019, dice il dott. Rossi.\n\n"
        "#SanSiro #Mazzini #Assegnazioni #CasaESalute\n\n"
        "Fonte: Notizie, 22 novembre 2026, ore 15:40"
    )
    title = post.text.spans[0]
    assert (title.kind, title.offset, title.length) == ("bold", 0, len(STORY.title))
    assert post.preview == STORY.link


def test_summer_time_is_romes() -> None:
    story = replace(STORY, published=datetime(2026, 7, 22, 22, 30, tzinfo=UTC))
    assert "23 luglio 2026, ore 00:30" in compose(story, IT, quarter_names=NAMES).text.text


def test_a_story_without_date_says_when_it_was_seen() -> None:
    assert (
        "vista il 22 novembre 2026 alle 15:45"
        in compose(replace(STORY, published=None), IT, quarter_names={}).text.text
    )


def test_a_corrected_story_says_when() -> None:
    same_day = replace(STORY, corrected=datetime(2026, 11, 22, 15, 10, tzinfo=UTC))
    assert compose(same_day, IT, quarter_names={}).text.text.endswith("Aggiornato alle 16:10")
    next_day = replace(STORY, corrected=datetime(2026, 11, 23, 8, 5, tzinfo=UTC))
    assert compose(next_day, IT, quarter_names={}).text.text.endswith(
        "Aggiornato alle 09:05 del 23 novembre 2026"
    )


def test_there_is_a_button_to_read_it_and_six_to_share_it() -> None:
    rows = compose(STORY, IT, quarter_names={}).buttons
    assert rows[0][0].url == STORY.link
    assert [button.text for row in rows[1:] for button in row] == [
        "Telegram",
        "WhatsApp",
        "Facebook",
        "X",
        "LinkedIn",
        "Email",
    ]


def test_every_share_address_is_a_web_address_that_carries_the_link() -> None:
    for _, address in share_links(STORY.title, STORY.link):
        parts = urlsplit(address)
        assert parts.scheme == "https"
        assert STORY.link in " ".join(value for values in parse_qs(parts.query).values() for value in values)


def test_an_address_too_long_to_share_is_left_out() -> None:
    assert all(
        utf16_length(url) <= 2000 for _, url in share_links("è" * 500, "https://x.example/" + "%C3%A8" * 320)
    )


@pytest.mark.parametrize("bad", ["javascript:alert(1)", "tg://x", "", "https://u:p@x.example/"])
def test_a_bad_link_gives_a_post_without_links(bad: str) -> None:
    post = compose(replace(STORY, link=bad), IT, quarter_names={})
    assert (post.buttons, post.preview) == ((), None)
    assert all(span.url is None for span in post.text.spans)


def test_with_a_picture_the_post_is_its_caption_and_shows_no_preview() -> None:
    story = replace(
        STORY, image="https://notizie.example/foto.jpg", title="Alloggi " * 60, summary="Parole " * 300
    )
    post = compose(story, IT, quarter_names=NAMES, pictures=True, related=[STORY] * 3)
    assert (post.photo, post.preview) == (story.image, None)
    assert len(post.text) <= CAPTION_LIMIT
    assert post.text.text.endswith("ore 15:40")
    assert "Leggi anche" not in post.text.text  # no room: the story itself comes first
    for image in ("", "javascript:alert(1)", "https://u:p@x.example/a.png"):
        assert compose(replace(story, image=image), IT, quarter_names=NAMES, pictures=True).photo is None
    assert compose(story, IT, quarter_names=NAMES).photo is None


def test_a_preview_that_may_show_the_old_text_is_left_out() -> None:
    corrected = replace(STORY, corrected=datetime(2026, 11, 22, 15, 10, tzinfo=UTC))
    assert compose(corrected, IT, quarter_names={}).preview is None


def test_related_stories_are_links_as_many_as_there_is_room_for() -> None:
    others = [
        replace(STORY, id=n, title=f"Altra notizia {n}", link=f"https://notizie.example/{n}")
        for n in range(5)
    ]
    post = compose(STORY, IT, quarter_names=NAMES, related=others)
    assert "Leggi anche:\n• Altra notizia 0\n• Altra notizia 1\n• Altra notizia 2\n\nFonte" in post.text.text
    assert [span.url for span in post.text.spans if span.kind == "text_link"][:3] == [
        one.link for one in others[:3]
    ]


def test_a_rectification_names_at_most_three_facts() -> None:
    facts = change(("Ai civici 1, 2, 3 e 4", ""), ("Ai civici 5, 6, 7 e 8", ""))
    text = rectification(STORY, facts, IT).text.text
    assert text.count("Cifra corretta") == 3
    assert text.endswith("la notizia è da rileggere.")


HOSTILE = st.text(st.characters(exclude_categories=()), max_size=5000)


@given(HOSTILE, HOSTILE, st.text(max_size=300), st.text(max_size=300), st.booleans(), st.booleans())
def test_no_text_makes_a_post_telegram_would_refuse(
    title: str, summary: str, link: str, source: str, pictured: bool, withdrawn: bool
) -> None:
    story = replace(STORY, title=title, summary=summary, link=link, source=source)
    story = replace(
        story,
        image="https://x.example/a.png" if pictured else "",
        withdrawn=STORY.first_seen if withdrawn else None,
        corrected=STORY.first_seen,
    )
    before, after = ((title_of(one), standfirst_of(one)) for one in (STORY, story))
    changed = change(before, after)
    post = compose(story, IT, quarter_names=NAMES, related=[STORY, story], change=changed, pictures=True)
    length = utf16_length(post.text.text)
    assert 0 < length <= (CAPTION_LIMIT if pictured else MESSAGE_LIMIT)
    assert all(
        span.offset >= 0 and span.length > 0 and span.offset + span.length <= length
        for span in post.text.spans
    )
    assert not any("\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069" for char in post.text.text)
    for row in post.buttons:
        assert all(
            button.url is not None and button.url.startswith(("https://", "http://")) for button in row
        )


@pytest.mark.parametrize(
    ("name", "expected"),
    [("San Siro", "#SanSiro"), ("Molise-Calvairate", "#MoliseCalvairate"), ("Mazzini (Corvetto)", "#Mazzini"), ("QT8", "#QT8"),
     ("casa_e_salute", "#CasaESalute"), ("Ca' Granda", "#CaGranda"), ("2026", ""), ("", "")],
)  # fmt: skip
def test_hashtags_are_one_word(name: str, expected: str) -> None:
    assert hashtag(name) == expected


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("Una sola frase senza punto", "Una sola frase senza punto"),
        ("Titolo. Il testo vero comincia qui e va avanti per un bel po' di parole. Poi altro.",
         "Il testo vero comincia qui e va avanti per un bel po' di parole."),
        ("L'art. 21 vale per tutti i nuclei con un reddito sotto la soglia di 16.000 euro. Poi altro.",
         "L'art. 21 vale per tutti i nuclei con un reddito sotto la soglia di 16.000 euro."),
        ("", ""),
    ],
)  # fmt: skip
def test_the_standfirst_is_the_first_whole_sentence(summary: str, expected: str) -> None:
    assert standfirst("Titolo", summary) == expected


def test_a_digest_links_every_story() -> None:
    stories = [replace(STORY, id=n, title=f"Notizia {n}") for n in range(30)]
    text = digest(stories, IT).text
    assert text.text.startswith("Altre 30 notizie")
    assert sum(span.kind == "text_link" for span in text.spans) == 30


def test_a_digest_counts_what_it_has_no_room_for() -> None:
    stories = [replace(STORY, id=n, title=f"Notizia {n} " + "lunga " * 20) for n in range(70)]
    text = digest(stories, IT).text
    assert len(text) <= MESSAGE_LIMIT
    told = text.text.count("• ")
    assert text.text.endswith(f"… e altre {70 - told}")
    assert digest(stories[:1], IT).text.text.startswith("Ancora 1 notizia")


def test_instants_are_not_changed_by_the_zone() -> None:
    fold = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    first = compose(replace(STORY, published=fold), IT, quarter_names={}).text.text
    later = compose(replace(STORY, published=fold + timedelta(hours=1)), IT, quarter_names={}).text.text
    assert "ore 02:30" in first
    assert "ore 02:30" in later
