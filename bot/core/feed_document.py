"""A feed's bytes as a FeedDocument: RSS 0.9 to 2.0, RDF, Atom, JSON Feed. Run it in the killable child only (TRAPS 20)."""

import codecs
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.core import feed_strict
from bot.core.errors import PortineriaError
from bot.core.feed import Entry, FeedDocument, Problem
from bot.core.feed_dates import read_date
from bot.core.plain import clean, from_html, web_link

HEAD_LIMIT = 64 * 1024  # bytes before the first tag
ENTRY_LIMIT = 500
TITLE_LIMIT, SUMMARY_LIMIT, GUID_LIMIT, CATEGORY_LIMIT, CATEGORIES = 512, 4096, 1024, 100, 30
GENERATOR_LIMIT = 100

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SURROGATES = re.compile(
    rb"&#(?:[xX]0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*5(?:5(?:29[6-9]|[3-9]\d\d)|6\d{3}|7(?:[0-2]\d\d|3[0-3]\d|34[0-3])));"
)
_FIRST_TAG = re.compile(rb"<\w")
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([^\"']{1,40})")
_SAFE_ENCODING = re.compile(
    rb"(?i)^(utf-?8|utf-?16(le|be)?|us-ascii|ascii|iso-?8859-?\d{1,2}|latin-?1|windows-?125\d|cp125\d|macroman|macintosh)$"
)
_CLOSED = re.compile(
    rb"</(?:\w+:)?(?:rss|feed|rdf|channel)\s*>\s*(?:<!--.*-->\s*)*$", re.IGNORECASE | re.DOTALL
)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_IMAGE = re.compile(r"<img\b[^>]*?\bsrc\s*=\s*[\"']?([^\"'\s>]{1,2048})", re.IGNORECASE)
_CURRENT_TIME_TAGS = ("published", "updated", "created")


class Unreadable(PortineriaError):
    """The body is no feed we can or will read."""

    def __init__(self, problem: Problem, detail: str = "") -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail


def read(body: bytes, *, url: str = "", content_type: str = "") -> FeedDocument:
    """Everything usable in `body`; `url` is what relative links lead on from. Raises Unreadable."""
    if not body.strip():
        raise Unreadable(Problem.EMPTY)
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _read_json(body, url)
    prepared = _prepare(body)
    charset = _known_charset(content_type)
    plain = feed_strict.parse(prepared, charset=charset)
    if plain is not None:
        return _document(prepared, *plain, url=url)
    return _read_leniently(prepared, content_type=content_type if charset else "", url=url)


def _read_leniently(prepared: bytes, *, content_type: str, url: str) -> FeedDocument:
    """What feedparser makes of it. It raises whatever it meets (a ValueError at a no-break space in a name): Unreadable here."""
    from bot.core import feed_lenient  # feedparser is loaded only where it is needed

    try:
        parsed = feed_lenient.parse(prepared, content_type=content_type)
    except (MemoryError, RecursionError):
        raise  # the child's limits, not the feed's grammar
    except Exception as error:
        raise Unreadable(Problem.NOT_A_FEED, f"{type(error).__name__}: {error}"[:300]) from error
    if not parsed.get("version") and not parsed.entries:
        raise Unreadable(Problem.NOT_A_FEED)
    items = list(parsed.entries)
    if parsed.get("bozo") and not _CLOSED.search(prepared[-2048:].rstrip(b"\x00")):
        # Cut off somewhere inside: half a title is no correction.
        return _document(prepared, parsed.feed, items[:-1], url=url, problems=("truncated",))
    return _document(prepared, parsed.feed, items, url=url)


def _document(
    body: bytes,
    feed: Mapping[str, Any],
    items: Sequence[Mapping[str, Any]],
    *,
    url: str,
    problems: tuple[str, ...] = (),
) -> FeedDocument:
    if len(items) > ENTRY_LIMIT:
        problems = (*problems, "too_many_entries")
    return FeedDocument(
        title=clean(from_html(_text(feed, "title"), limit=TITLE_LIMIT)),
        link=web_link(_text(feed, "link"), base=url),
        generator=clean(_text(feed, "generator"), limit=GENERATOR_LIMIT),
        entries=tuple(entry for item in items[:ENTRY_LIMIT] if (entry := _entry(item, url))),
        ttl=_ttl(feed),
        skip_hours=frozenset(_skip_hours(body)),
        skip_days=frozenset(_skip_days(body)),
        problems=problems,
    )


def _prepare(body: bytes) -> bytes:
    """`body` as feedparser can take it without harm. Raises Unreadable for pages and bombs."""
    body = _as_utf8_if_utf16(body).removeprefix(codecs.BOM_UTF8).lstrip()
    first = _FIRST_TAG.search(body, 0, HEAD_LIMIT)
    if first is None:
        raise Unreadable(Problem.NOT_A_FEED, "no tag within the first 64 KB")
    if _PAGE.match(body[:HEAD_LIMIT]):
        raise Unreadable(Problem.PAGE)
    if b"<!ENTITY" in body or b"<!entity" in body:
        raise Unreadable(Problem.ENTITIES)
    head = re.sub(rb"\s+", b" ", body[: first.start()])  # runs of blank lines cost quadratic time there
    declared = _ENCODING.search(head)
    if declared and not _SAFE_ENCODING.match(declared[1]):
        head = head.replace(declared[1], b"utf-8")  # "punycode" and the like make the parser raise
    return _SURROGATES.sub(b"", head + body[first.start() :])


def _as_utf8_if_utf16(body: bytes) -> bytes:
    """UTF-16 with or without mark as UTF-8, so that the checks see what the parser will."""
    start = body[:4]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = body.decode("utf-16", "replace")
    elif start == b"<\x00?\x00" or (start[:1] == b"<" and start[1:2] == b"\x00"):
        text = body.decode("utf-16-le", "replace")
    elif start[:2] == b"\x00<":
        text = body.decode("utf-16-be", "replace")
    else:
        return body
    return re.sub(r"(<\?xml[^>]*?)\s+encoding\s*=\s*[\"'][^\"']*[\"']", r"\1", text, count=1).encode(
        "utf-8", "replace"
    )


def _known_charset(content_type: str) -> str:
    """The encoding the server names, "" where it names none or none that is safe."""
    found = re.search(r"charset\s*=\s*[\"']?([^\s;\"']+)", content_type, re.IGNORECASE)
    return found[1] if found and _SAFE_ENCODING.match(found[1].encode("ascii", "replace")) else ""


def _entry(item: Mapping[str, Any], url: str) -> Entry | None:
    markup = _markup(item)
    base = _text(item, "feedburner_origlink") or _text(item, "link")
    entry = Entry(
        guid=clean(_text(item, "id"), limit=GUID_LIMIT),
        link=web_link(base, base=url),
        title=clean(from_html(_text(item, "title"), limit=TITLE_LIMIT), limit=TITLE_LIMIT),
        summary=from_html(markup, limit=SUMMARY_LIMIT),
        published=_published(item),
        image=_image(item, markup, base=url),
        categories=tuple(_categories(item)),
    )
    return entry if entry.guid or entry.link or entry.title or entry.summary else None


def _markup(item: Mapping[str, Any]) -> str:
    summary = _text(item, "summary")
    if summary.strip():
        return summary
    return next((value for content in _parts(item, "content") if (value := _text(content, "value"))), "")


def _text(source: Mapping[str, Any], key: str) -> str:
    # Past feedparser's own `get`, which answers for "updated" with "published" and a warning.
    value = dict.get(source, key) if isinstance(source, dict) else None
    return value if isinstance(value, str) else ""


def _parts(source: Any, key: str) -> list[Any]:
    # An element may have the name of one of feedparser's lists; then there is a text.
    value = dict.get(source, key) if isinstance(source, dict) else None
    return value if isinstance(value, list) else []


def _published(item: Mapping[str, Any]) -> Any:
    return next((moment for key in _CURRENT_TIME_TAGS if (moment := read_date(_text(item, key)))), None)


def _categories(item: Mapping[str, Any]) -> Iterator[str]:
    seen = set()
    for tag in _parts(item, "tags")[:CATEGORIES]:
        name = clean(from_html(_text(tag, "term") or _text(tag, "label"), limit=CATEGORY_LIMIT))
        if name and name.lower() not in seen:
            seen.add(name.lower())
            yield name


def _image(item: Mapping[str, Any], markup: str, *, base: str) -> str:
    media = [*_parts(item, "media_content"), *_parts(item, "media_thumbnail")]
    media += [link for link in _parts(item, "links") if _text(link, "rel") == "enclosure"]
    for one in media:
        kind = _text(one, "type") or ("image/" if _text(one, "medium") == "image" else "")
        address = _text(one, "url") or _text(one, "href")
        if kind.startswith("image/") or re.search(r"\.(jpe?g|png|webp)(\?|$)", address, re.IGNORECASE):
            return web_link(address, base=base)
    found = _IMAGE.search(markup[:20_000])
    return web_link(found[1].replace("&amp;", "&"), base=base) if found else ""


def _ttl(feed: Mapping[str, Any]) -> timedelta | None:
    """RSS `ttl` in minutes. sy:updatePeriod is left alone: WordPress writes "hourly" whatever is true."""
    value = _text(feed, "ttl").strip()
    return timedelta(minutes=int(value)) if re.fullmatch(r"\d{1,6}", value) else None


def _skip_hours(body: bytes) -> Iterator[int]:
    # feedparser drops these; the block is small and has no nesting.
    block = re.search(rb"<skipHours>(.{0,2000}?)</skipHours>", body, re.DOTALL)
    for hour in re.findall(rb"<hour>\s*(\d{1,2})\s*</hour>", block[1]) if block else ():
        if int(hour) <= 24:
            yield int(hour) % 24


def _skip_days(body: bytes) -> Iterator[int]:
    block = re.search(rb"<skipDays>(.{0,2000}?)</skipDays>", body, re.DOTALL)
    for day in re.findall(rb"<day>\s*(\w+)\s*</day>", block[1]) if block else ():
        name = day.decode("ascii", "replace").lower()
        if name in _DAYS:
            yield _DAYS.index(name)


def _read_json(body: bytes, url: str) -> FeedDocument:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable(Problem.NOT_A_FEED, "JSON that cannot be read") from error
    if not isinstance(data, dict) or "jsonfeed.org" not in str(data.get("version", "")):
        raise Unreadable(Problem.NOT_A_FEED, "JSON, but no JSON Feed")
    items = [item for item in data.get("items") or [] if isinstance(item, dict)]
    return FeedDocument(
        title=clean(_text(data, "title"), limit=TITLE_LIMIT),
        link=web_link(_text(data, "home_page_url"), base=url),
        entries=tuple(_json_entry(item, url) for item in items[:ENTRY_LIMIT]),
    )


def _json_entry(item: Mapping[str, Any], url: str) -> Entry:
    markup = _text(item, "summary") or _text(item, "content_html") or _text(item, "content_text")
    tags = [tag for tag in item.get("tags") or [] if isinstance(tag, str)]
    return Entry(
        guid=clean(str(item.get("id", "")), limit=GUID_LIMIT),
        link=web_link(_text(item, "url") or _text(item, "external_url"), base=url),
        title=clean(_text(item, "title"), limit=TITLE_LIMIT),
        summary=from_html(markup, limit=SUMMARY_LIMIT),
        published=read_date(_text(item, "date_published")) or read_date(_text(item, "date_modified")),
        image=web_link(_text(item, "image") or _text(item, "banner_image"), base=url),
        categories=tuple(clean(tag, limit=CATEGORY_LIMIT) for tag in tags[:CATEGORIES]),
    )
