"""A story as the post journalists and tenants read, and as the cards staff decide on."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NewType
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from bot.core.outgoing import Button, Outgoing
from bot.core.plain import clean, web_link
from bot.core.richtext import MESSAGE_LIMIT, RichText, bold, cut, join, link, utf16_length
from bot.core.texts import Texts

ROME = ZoneInfo("Europe/Rome")
TITLE_UNITS, STANDFIRST_UNITS = 400, 700  # UTF-16 units
STANDFIRST_ENOUGH = 60  # characters; a shorter first sentence takes the next one along
SHARE_TEXT = 200  # characters of the title that go into a share address
URL_UNITS = 2000  # longer button addresses are not taken by every app behind them
DIGEST_TITLES = 60

StoryId = NewType("StoryId", int)

_SENTENCE_END = re.compile(r"[.!?…][»”\"')\]]*(?=\s+[«“\"'(\[]?[A-ZÀ-Ý0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:art|artt|avv|cfr|dott|dr|ecc|es|fig|ing|mons|n|nn|on|pag|prof|rag|sig|sigg|S|ss|tel|v|vol|arch|geom|cav|gen|min|max|mln|mld)|\b[A-Z])$"
)

# Where a story can be passed on: button text key, address, parameters. Telegram takes http(s) addresses only in buttons,
# so "email" opens a web mail: a mailto: button would make Telegram refuse the whole post.
_SHARES = (
    ("news_share_telegram", "https://t.me/share/url", {"url": "{link}", "text": "{title}"}),
    ("news_share_whatsapp", "https://wa.me/", {"text": "{title} {link}"}),
    ("news_share_facebook", "https://www.facebook.com/sharer/sharer.php", {"u": "{link}"}),
    ("news_share_x", "https://x.com/intent/post", {"url": "{link}", "text": "{title}"}),
    ("news_share_linkedin", "https://www.linkedin.com/sharing/share-offsite/", {"url": "{link}"}),
    (
        "news_share_email",
        "https://mail.google.com/mail/",
        {"view": "cm", "su": "{title}", "body": "{title}\n\n{link}"},
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story as it stands now; instants are aware UTC. `corrected` is None until its source changed it."""

    id: int
    feed: int
    title: str
    summary: str = ""
    link: str = ""
    image: str = ""
    source: str = ""
    published: datetime | None = None
    first_seen: datetime
    corrected: datetime | None = None
    versions: int = 1
    topics: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def compose(story: Story, texts: Texts, *, quarter_names: Mapping[str, str]) -> Outgoing:
    """The post: title, standfirst, hashtags, source and time in Rome; buttons to read it and to pass it on.

    No preview but the story's own address. At most 4,096 UTF-16 units. A corrected story says when it was corrected.
    """
    head = join("\n\n", [bold(cut(RichText(_title(story)), limit=TITLE_UNITS)), _standfirst(story)])
    foot = join(
        "\n\n",
        [
            hashtags(story, quarter_names),
            join("\n", [_source_line(story, texts), _corrected_line(story, texts)]),
        ],
    )
    room = MESSAGE_LIMIT - len(foot) - 2
    address = web_link(story.link)
    return Outgoing(
        text=join("\n\n", [cut(head, limit=room), foot]),
        buttons=_buttons(story, address, texts),
        preview=address or None,
    )


def digest(stories: Sequence[Story], texts: Texts) -> Outgoing:
    """Many stories in one message: a burst must not become a hundred posts."""
    shown = stories[:DIGEST_TITLES]
    lines = [_digest_line(story) for story in shown]
    text = join("\n\n", [texts.count("news_digest", len(stories)), join("\n", lines)])
    return Outgoing(text=cut(text, limit=MESSAGE_LIMIT))


def review_card(story: Story, texts: Texts, *, quarter_names: Mapping[str, str]) -> Outgoing:
    """The card on which staff decide whether a doubtful story goes out; it says why it is doubtful."""
    address = web_link(story.link)
    title = RichText(_title(story))
    parts: list[RichText | str] = [
        texts("news_review_head"),
        bold(cut(link(title, address) if address else title, limit=TITLE_UNITS)),
        _standfirst(story),
        hashtags(story, quarter_names),
        texts("news_review_reasons", reasons="; ".join(story.reasons)) if story.reasons else "",
        _source_line(story, texts),
    ]
    decide = (
        Button(text=texts.plain("news_review_publish"), data=f"news:pub:{story.id}"),
        Button(text=texts.plain("news_review_reject"), data=f"news:no:{story.id}"),
    )
    return Outgoing(text=cut(join("\n\n", parts), limit=MESSAGE_LIMIT), buttons=(decide,))


def settled_card(
    story: Story, texts: Texts, *, quarter_names: Mapping[str, str], publish: bool, who: str
) -> Outgoing:
    """The review card once somebody decided: without buttons, with what was decided and by whom."""
    key = "news_review_published" if publish else "news_review_rejected"
    verdict = texts(key, who=clean(who, limit=100))
    card = review_card(story, texts, quarter_names=quarter_names)
    return Outgoing(text=cut(card.text, limit=MESSAGE_LIMIT - len(verdict) - 2) + "\n\n" + verdict)


def held_card(feed_id: int, feed_name: str, stories: Sequence[Story], texts: Texts) -> Outgoing:
    """The card that asks whether a feed suddenly all new is to be believed."""
    lines = join("\n", [_digest_line(story) for story in stories[:5]])
    head = texts("news_held", feed=feed_name, number=len(stories))
    decide = (
        Button(text=texts.plain("news_held_publish"), data=f"news:rel:{feed_id}"),
        Button(text=texts.plain("news_held_drop"), data=f"news:drop:{feed_id}"),
    )
    return Outgoing(text=cut(join("\n\n", [head, lines]), limit=MESSAGE_LIMIT), buttons=(decide,))


def hashtags(story: Story, quarter_names: Mapping[str, str]) -> str:
    """ "#SanSiro #Bandi": the quarters, then the topics."""
    names = [quarter_names.get(quarter, quarter) for quarter in story.quarters]
    return " ".join(dict.fromkeys(tag for name in (*names, *story.topics) if (tag := hashtag(name))))


def hashtag(name: str) -> str:
    """`name` as Telegram takes it: letters and digits only, words joined by capitals; what stands in brackets is left out."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", re.sub(r"\(.*?\)", "", name)))
    joined = "".join(word[:1].upper() + word[1:] for word in words)
    return f"#{joined}" if joined and not joined.isdigit() else ""


def standfirst(title: str, summary: str) -> str:
    """The first sentence of `summary`, or the first two where one is too short; without the title said again."""
    text = " ".join(summary.split())
    if text.lower().startswith(title.lower()) and len(text) > len(title):
        text = text[len(title) :].lstrip(" .:–—-|")
    end = 0
    for found in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[: found.start()]):
            end = found.end()
            if end >= STANDFIRST_ENOUGH:
                return text[:end]
    return text if len(text) - end < STANDFIRST_UNITS or not end else text[:end]


def local_day(moment: datetime, lang: str) -> str:
    """ "22 novembre 2026", in Rome."""
    return format_date(moment.astimezone(ROME), "d MMMM y", locale=lang)


def local_clock(moment: datetime, lang: str) -> str:
    """ "15:40", in Rome."""
    return format_time(moment.astimezone(ROME), "HH:mm", locale=lang)


def share_links(title: str, address: str) -> list[tuple[str, str]]:
    """Text key and address of every way to pass the story on."""
    short = title if len(title) <= SHARE_TEXT else title[: SHARE_TEXT - 1] + "…"
    made = []
    for key, base, parameters in _SHARES:
        filled = {name: value.format(title=short, link=address) for name, value in parameters.items()}
        url = f"{base}?{urlencode(filled)}"
        if utf16_length(url) <= URL_UNITS:
            made.append((key, url))
    return made


def _title(story: Story) -> str:
    return clean(story.title) or clean(story.summary, limit=120)


def _standfirst(story: Story) -> RichText:
    if not story.title:
        return RichText()
    return cut(RichText(standfirst(clean(story.title), clean(story.summary))), limit=STANDFIRST_UNITS)


def _source_line(story: Story, texts: Texts) -> RichText:
    moment = story.published or story.first_seen
    address = web_link(story.link)
    source = clean(story.source, limit=100) or (urlsplit(address).hostname or "").removeprefix("www.")
    return texts(
        "news_source" if story.published else "news_source_seen",
        source=link(source, address) if address else source,
        day=local_day(moment, texts.lang),
        clock=local_clock(moment, texts.lang),
    )


def _corrected_line(story: Story, texts: Texts) -> RichText:
    if story.corrected is None:
        return RichText()
    clock = local_clock(story.corrected, texts.lang)
    shown = story.published or story.first_seen
    if story.corrected.astimezone(ROME).date() == shown.astimezone(ROME).date():
        return texts("news_corrected", clock=clock)
    return texts("news_corrected_on", clock=clock, day=local_day(story.corrected, texts.lang))


def _buttons(story: Story, address: str, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    if not address:
        return ()
    shares = [Button(text=texts.plain(key), url=url) for key, url in share_links(_title(story), address)]
    return ((Button(text=texts.plain("news_read"), url=address),), *_rows(shares, 3))


def _rows(buttons: Sequence[Button], width: int) -> Iterable[tuple[Button, ...]]:
    return (tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def _digest_line(story: Story) -> RichText:
    address = web_link(story.link)
    title = cut(RichText(_title(story)), limit=150)
    return RichText("• ") + (link(title, address) if address else title)
