"""Which entries are new, which are known, which are a known story corrected: the identity ladder.

    guid, if unique within this feed → canonical URL → text fingerprint

All names a story was ever known by ("aliases") are kept for good, so a feed may change its guids, move to https or add
utm parameters and nothing is announced twice. Rungs that lie are left out: a guid or link that several entries of one
document share, a link to a home page, a guid under which a wholly different text appears, or that passed
to another entry.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NewType
from urllib.parse import parse_qsl, urlencode, urlsplit

from bot.core.feed import Entry
from bot.core.same_text import content_hash, fold, likeness, tell_the_same

Alias = NewType("Alias", str)  # "g:FEED:guid", "u:host/path", "t:fingerprint"

TEXT_MEMORY = timedelta(days=60)  # the same words under new guid and link after so long are a new story
HEADLINE_MEMORY = timedelta(hours=72)  # within it, the same headline from elsewhere may be the same story
TEXT_WORDS = 4  # fewer words are no fingerprint where the links differ ("Comunicato stampa")
HEADLINE_WORDS = 5  # from which a headline without a text is one story in two feeds
STRANGE_TEXT = 0.15  # below it, a known guid over an unknown link is taken for a reused guid
SAME_ENTRY = 0.5  # share of common words from which two entries under one guid and one link are one entry
HOLD_FROM = 5  # so many new entries, more than half of the feed, and no good reason: a person decides
HOLD_WINDOW = timedelta(minutes=30)
LATE = timedelta(hours=6)  # how long before the last poll a release may have been dated
BAD_GUIDS = 0.05  # share of shared guids from which a feed's guids are not trusted any more

_TRACKING = re.compile(r"(?i)^(utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref|ref_src|cmpid|spm|_ga|wt_mc|xtor)$")
_USUAL_LINK = re.compile(
    r"https?://(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:/[\w.~%:=&@,;!*'()-]+)*)/?", re.ASCII
)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is remembered of a story, as far as telling entries apart needs it.

    `seen_hash` is the content last seen of it in this feed, None where this feed never carried it.
    """

    story: int
    title: str
    summary: str
    first_seen: datetime
    last_seen: datetime
    seen_hash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entry with the names it goes by, the strongest first."""

    entry: Entry
    aliases: tuple[Alias, ...]
    content: str  # hash of what is shown
    headline: str  # folded title, "" where there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The entries of one document, named; `guids_good` is False where this document shows its guids to be worthless."""

    entries: tuple[Named, ...]
    guids_good: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """Never seen before."""

    named: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """Known, nothing to tell; `fresh` says that this feed carries it for the first time."""

    named: Named
    story: int
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Known, and this feed shows another text of it than before."""

    named: Named
    story: int


Match = New | Same | Changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """One document against what is known, in the feed's order. `held`: the new ones wait for a person."""

    new: tuple[New, ...] = ()
    same: tuple[Same, ...] = ()
    changed: tuple[Changed, ...] = ()
    held: bool = False


def name(entries: Sequence[Entry], *, feed: int, guids_trusted: bool) -> Names:
    """The entries with their aliases; doubles within the document are dropped."""
    distinct = _distinct(entries)
    guids = Counter(entry.guid for entry in distinct if entry.guid)
    links = Counter(canonical(entry.link) for entry in distinct if entry.link)
    shared = sum(count for count in guids.values() if count > 1)
    good = shared <= len(distinct) * BAD_GUIDS
    named = []
    for entry in distinct:
        aliases: list[Alias] = []
        if guids_trusted and good and guids[entry.guid] == 1:
            aliases += _guid_aliases(entry.guid, feed)
        link = canonical(entry.link)
        if links[link] == 1 and _names_an_item(link):
            aliases.append(Alias(f"u:{link}"))
        aliases.append(_text_alias(entry))
        named.append(
            Named(
                entry=entry,
                aliases=tuple(dict.fromkeys(aliases)),
                content=content_hash(entry.title, entry.summary),
                headline=fold(entry.title),
            )
        )
    return Names(entries=tuple(named), guids_good=good)


def match(
    names: Sequence[Named],
    *,
    by_alias: Mapping[Alias, Known],
    by_headline: Mapping[str, Sequence[Known]],
    now: datetime,
) -> Matches:
    """Sort the entries into new, same and changed. Two entries that turn out to be one story count once."""
    found = _Found()
    linked = frozenset(
        known.story
        for named in names
        for alias in named.aliases
        if alias.startswith("u:") and (known := by_alias.get(alias))
    )
    for named in names:
        known = _recognise(named, by_alias, linked, now) or _under_headline(named, by_headline, now)
        if known:
            found.add_known(named, known)
        else:
            found.add_new(named)
    return Matches(new=tuple(found.new), same=tuple(found.same), changed=tuple(found.changed))


def is_suspicious(matches: Matches, *, entries: int, last_ok: datetime | None, now: datetime) -> bool:
    """Whether a feed is suddenly "all new" without a reason, as after a change of its guids.

    The reason may be that time went by: half an hour or more, and most of the new entries dated since the last poll.
    """
    count = len(matches.new)
    if count < HOLD_FROM or count * 2 <= entries or last_ok is None:
        return False
    recent = sum(1 for new in matches.new if (at := new.named.entry.published) and at >= last_ok - LATE)
    return now - last_ok < HOLD_WINDOW or recent * 2 <= count


@lru_cache(maxsize=1024)
def canonical(link: str) -> str:
    """`link` without what does not tell items apart: scheme, www, tracking, fragment, trailing slash, order of parameters."""
    usual = _USUAL_LINK.fullmatch(link)
    if usual and not usual[1].startswith("www.") and not _INDEX.search(usual[2]):
        return usual[1] + usual[2]
    try:
        parts = urlsplit(link.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = parts.port
    except ValueError:
        return link.strip()
    if port not in {None, 80, 443}:
        host = f"{host}:{port}"
    kept = sorted(
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0])
    )
    path = _INDEX.sub("/", re.sub(r"/{2,}", "/", parts.path)).rstrip("/")
    return f"{host}{path}" + (f"?{urlencode(kept)}" if kept else "")


def _guid_aliases(guid: str, feed: int) -> Iterable[Alias]:
    """A guid that is an address ("…/?p=12") names the story in every feed of the site, any other only in this one."""
    if re.match(r"https?://", guid, re.IGNORECASE):
        address = canonical(guid)
        if _names_an_item(address):
            return (Alias(f"u:{address}"),)
    return (Alias(f"g:{feed}:{hashlib.sha256(guid.encode()).hexdigest()[:32]}"),)


def _distinct(entries: Sequence[Entry]) -> list[Entry]:
    """Without what stands twice: the same entry, or an older wording under the same guid and link further down."""
    kept: dict[tuple[str, str], Entry] = {}
    distinct = []
    for entry in dict.fromkeys(entries):
        key = (entry.guid, canonical(entry.link))
        first = kept.setdefault(key, entry) if all(key) else entry
        if first is entry or likeness(_words(first), _words(entry)) < SAME_ENTRY:
            distinct.append(entry)
    return distinct


def _words(entry: Entry) -> str:
    return f"{entry.title} {entry.summary}"


def _names_an_item(address: str) -> bool:
    """Whether a canonical address has a path or parameters: a home page names nothing."""
    return "/" in address or "?" in address


def _text_alias(entry: Entry) -> Alias:
    text = fold(_words(entry))
    return Alias(f"t:{hashlib.sha256(text.encode()).hexdigest()[:32]}")


def _recognise(
    named: Named, by_alias: Mapping[Alias, Known], linked: frozenset[int], now: datetime
) -> Known | None:
    """The story the aliases point to; where they point to several, the one whose text is most like.

    `linked` are the stories that this document carries by their links.
    """
    hits = [(alias, known) for alias in named.aliases if (known := by_alias.get(alias))]
    believed = [known for alias, known in hits if _believable(named, alias, known, now, by_alias, linked)]
    if len({known.story for known in believed}) <= 1:
        return believed[0] if believed else None
    text = _words(named.entry)
    return max(believed, key=lambda known: likeness(text, f"{known.title} {known.summary}"))


def _believable(
    named: Named,
    alias: Alias,
    known: Known,
    now: datetime,
    by_alias: Mapping[Alias, Known],
    linked: frozenset[int],
) -> bool:
    link = f"u:{canonical(named.entry.link)}"
    if alias.startswith("t:"):
        # Words alone: other names that are unknown speak against it when the words are few or long ago.
        only_words = len(named.aliases) > 1 and not any(other in by_alias for other in named.aliases[:-1])
        words = len(fold(_words(named.entry)).split())
        return not only_words or (words >= TEXT_WORDS and now - known.last_seen <= TEXT_MEMORY)
    if alias.startswith("g:") and link in named.aliases and Alias(link) not in by_alias:
        text = _words(named.entry)
        return known.story not in linked and likeness(text, f"{known.title} {known.summary}") >= STRANGE_TEXT
    return True


def _under_headline(named: Named, by_headline: Mapping[str, Sequence[Known]], now: datetime) -> Known | None:
    """A story from elsewhere with the same headline, lately, telling the same."""
    if len(named.headline.split()) < 3:
        return None
    for known in by_headline.get(named.headline, ()):
        if now - known.first_seen <= HEADLINE_MEMORY and (
            tell_the_same(named.entry.summary, known.summary) or _only_named(named, known)
        ):
            return known
    return None


def _only_named(named: Named, known: Known) -> bool:
    """Whether a feed that never carried this story gives, or had given, its long headline and nothing else."""
    told = named.entry.summary and known.summary
    return not told and known.seen_hash is None and len(named.headline.split()) >= HEADLINE_WORDS


@dataclass(slots=True)
class _Found:
    """What was sorted so far; later entries are also held against the new ones before them."""

    new: list[New] = field(default_factory=list)
    same: list[Same] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    stories: set[int] = field(default_factory=set)
    aliases: set[Alias] = field(default_factory=set)

    def add_known(self, named: Named, known: Known) -> None:
        """A known story; a second entry of the same one only lends it its names."""
        double = known.story in self.stories
        self.stories.add(known.story)
        self.aliases.update(named.aliases)
        if double or known.seen_hash == named.content:
            self.same.append(Same(named=named, story=known.story))
        elif known.seen_hash is None:
            self.same.append(Same(named=named, story=known.story, fresh=True))
        else:
            self.changed.append(Changed(named=named, story=known.story))

    def add_new(self, named: Named) -> None:
        """A new story, unless an entry just before it goes by one of its names."""
        strong = [alias for alias in named.aliases if not alias.startswith("t:") or _wordy(named)]
        if not self.aliases.isdisjoint(strong):
            return
        self.aliases.update(named.aliases)
        self.new.append(New(named=named))


def _wordy(named: Named) -> bool:
    return len(named.aliases) == 1 or len(fold(_words(named.entry)).split()) >= TEXT_WORDS
