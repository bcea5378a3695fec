"""A story as the post journalists and tenants read."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode, urlsplit

from babel.dates import format_date, format_time

from bot.core.news_change import SHOWN, Change, Fact
from bot.core.outgoing import Button, Outgoing
from bot.core.plain import clean, web_link
from bot.core.richtext import (
    CAPTION_LIMIT,
    MESSAGE_LIMIT,
    RichText,
    bold,
    cut,
    join,
    link,
    styled,
    utf16_length,
)
from bot.core.rome import ROME, day_in_rome
from bot.core.texts import Texts

TITLE_UNITS, STANDFIRST_UNITS = 400, 700  # UTF-16 units
STANDFIRST_ENOUGH = 60  # characters; a shorter first sentence takes the next one along
SHARE_TEXT = 200  # characters of the title that go into a share address
URL_UNITS = 2000  # longer button addresses are not taken by every app behind them
DIGEST_TITLES = 60
RELATED = 3
RELATED_UNITS = 110  # of a related title

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
    categories: tuple[str, ...] = ()
    withdrawn: datetime | None = None


def compose(
    story: Story,
    texts: Texts,
    *,
    quarter_names: Mapping[str, str],
    related: Sequence[Story] = (),
    change: Change | None = None,
    pictures: bool = False,
) -> Outgoing:
    """The post: title, standfirst, hashtags, related stories, source and time in Rome; buttons to read and pass it on.

    At most 4,096 UTF-16 units, 1,024 with a picture. A corrected story says when it was corrected and, by `change`,
    what. The only preview is that of the story's own address, and none where Telegram may still keep an older text of
    it, or where there is a picture.
    """
    if story.withdrawn:
        return _withdrawn(story, texts, pictures=pictures)
    image = web_link(story.image) if pictures else ""
    limit = CAPTION_LIMIT if image else MESSAGE_LIMIT
    head = join("\n\n", [bold(title_of(story)), standfirst_of(story)])
    tags = RichText(hashtags(story, quarter_names))
    foot = join("\n", [source_line(story, texts), _corrected_line(story, texts, change)])
    room = limit - sum(len(part) + 2 for part in (tags, foot) if part)
    head = cut(head, limit=room)
    more = _related(related, texts, room=room - len(head) - 2)
    address = web_link(story.link)
    return Outgoing(
        text=join("\n\n", [head, tags, more, foot]),
        buttons=_buttons(story, address, texts),
        photo=image or None,
        preview=address if address and not image and not story.corrected else None,
    )


def title_of(story: Story) -> str:
    """The title as the post shows it; one without a title is called by its text."""
    return cut(RichText(clean(story.title) or clean(story.summary, limit=120)), limit=TITLE_UNITS).text


def standfirst_of(story: Story) -> str:
    """What the post shows below the title."""
    if not story.title:
        return ""
    return cut(RichText(standfirst(clean(story.title), clean(story.summary))), limit=STANDFIRST_UNITS).text


def rectification(story: Story, change: Change, texts: Texts) -> Outgoing:
    """The answer under a post whose figures, dates or places were wrong."""
    lines: list[RichText | str] = [_wrong(fact, texts) for fact in change.facts[:SHOWN]]
    if len(change.facts) > SHOWN:
        lines.append(texts("news_wrong_more"))
    text = join("\n\n", [texts("news_rectification", title=title_of(story)), join("\n", lines)])
    return Outgoing(text=cut(text, limit=MESSAGE_LIMIT))


def digest(
    stories: Sequence[Story], texts: Texts, *, head: RichText | None = None, limit: int = MESSAGE_LIMIT
) -> Outgoing:
    """Many stories in one message: a burst must not become a hundred posts. What does not fit is counted."""
    text = head or texts.count("news_digest", len(stories))
    text += "\n"
    for number, story in enumerate(stories):
        line = RichText("\n") + digest_line(story, texts)
        left = len(stories) - number
        rest = RichText("\n") + texts.count("news_digest_rest", left)
        room = limit - len(text) - (len(rest) if left > 1 else 0)
        if number >= DIGEST_TITLES or len(line) > room:
            return Outgoing(text=text + rest)
        text += line
    return Outgoing(text=text)


def digest_line(story: Story, texts: Texts) -> RichText:
    """A story in a list: its title, leading to it."""
    address = web_link(story.link)
    title = cut(RichText(title_of(story)), limit=150)
    if story.withdrawn:
        return RichText("• ") + texts("news_digest_withdrawn", title=styled("strikethrough", title))
    return RichText("• ") + (link(title, address) if address else title)


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


def source_line(story: Story, texts: Texts) -> RichText:
    """Who published it and when, the name leading there."""
    moment = story.published or story.first_seen
    address = web_link(story.link)
    source = clean(story.source, limit=100) or (urlsplit(address).hostname or "").removeprefix("www.")
    return texts(
        "news_source" if story.published else "news_source_seen",
        source=link(source, address) if address else source,
        day=local_day(moment, texts.lang),
        clock=local_clock(moment, texts.lang),
    )


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


def _corrected_line(story: Story, texts: Texts, change: Change | None) -> RichText:
    if story.corrected is None:
        return RichText()
    clock = local_clock(story.corrected, texts.lang)
    came = story.published or story.first_seen
    if day_in_rome(story.corrected) == day_in_rome(came):
        when = texts("news_corrected", clock=clock)
    else:
        when = texts("news_corrected_on", clock=clock, day=local_day(story.corrected, texts.lang))
    what = _account(change, texts) if change else RichText()
    return texts("news_corrected_what", when=when, what=what) if what else when


def _account(change: Change, texts: Texts) -> RichText:
    """What changed, in a few words."""
    said = [
        texts("news_fact" if fact.new else "news_fact_gone", new=fact.new, old=fact.old)
        for fact in change.facts[:SHOWN]
    ]
    if len(change.facts) > SHOWN:
        said.append(texts("news_fact_more"))
    if not said and change.title:
        said.append(texts("news_title_changed"))
    if not said and change.text:
        said.append(texts("news_text_changed"))
    return join("; ", said)


def _wrong(fact: Fact, texts: Texts) -> RichText:
    key = f"news_wrong_{fact.kind}" if fact.new else "news_wrong_gone"
    return texts(key, new=fact.new, old=fact.old)


def _related(stories: Sequence[Story], texts: Texts, *, room: int) -> RichText:
    """As many related stories as there is room for, newest first."""
    told = RichText()
    for story in stories[:RELATED]:
        title, address = cut(RichText(title_of(story)), limit=RELATED_UNITS), web_link(story.link)
        line = RichText("• ") + (link(title, address) if address else title)
        longer = join("\n", [told or texts("news_related"), line])
        if len(longer) > room:
            break
        told = longer
    return told


def _withdrawn(story: Story, texts: Texts, *, pictures: bool) -> Outgoing:
    """Nothing that could be passed on: the title struck through, when, and whose it was. The picture cannot be taken off."""
    assert story.withdrawn is not None  # noqa: S101  (only called for such)
    title = styled("strikethrough", title_of(story))
    when = {
        "day": local_day(story.withdrawn, texts.lang),
        "clock": local_clock(story.withdrawn, texts.lang),
    }
    source = clean(story.source, limit=100)
    foot = texts("news_withdrawn_source", source=source) if source else ""
    image = web_link(story.image) if pictures else ""
    return Outgoing(text=join("\n\n", [texts("news_withdrawn", **when), title, foot]), photo=image or None)


def _buttons(story: Story, address: str, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    if not address:
        return ()
    shares = [Button(text=texts.plain(key), url=url) for key, url in share_links(title_of(story), address)]
    return ((Button(text=texts.plain("news_read"), url=address),), *_rows(shares, 3))


def _rows(buttons: Sequence[Button], width: int) -> Iterable[tuple[Button, ...]]:
    return (tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))
