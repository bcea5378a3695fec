"""Hypothesis strategies for knowledge, in the form reading leaves it: clean texts, marked phones, sorted days."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from bot.core import phones
from bot.core.card import Card, Category, Closure, Origin, Phone, Quarter, Status, Translation
from bot.core.card_fields import Kind
from bot.core.card_plain import knowledge_of
from bot.core.card_values import clean

# What breaks files: quotes, separators, formulas, line ends, escapes, other scripts, joined and odd characters.
NASTY = st.sampled_from(
    (
        "=1+1", "-", "--x", "+39", "@a", "'", "''a", "'=a", ";", "a;b", ",", "|", "\\|", '"', '"""', "\\", "\\n", "a\nb", "\t",
        "\r\n", "#", "[x]", "è", "e\u0301", "كيف", "你好", "😀", "\u2028", "\u00a0", "\ufeff", "\x00", "\ufffe", "_x0041_", "$",
        "{", "1522", "1.0", "true", "sì", "no", "2026-11-22", "*", "&amp;", "<b>", " a ", "= ", "'\n", "\x7f", "\x85",
    )
)  # fmt: skip
pieces = st.text(max_size=12) | NASTY
lines = (
    st.lists(pieces, max_size=4)
    .map(lambda parts: clean(" ".join(parts), lines=False))
    .filter(lambda text: text != "--")
)
long_texts = (
    st.lists(pieces, max_size=6).map(lambda parts: clean("\n".join(parts))).filter(lambda text: text != "--")
)
titles = lines.map(lambda text: clean(text[:100], lines=False) or "X")
slugs = st.from_regex(r"\A[a-z0-9][a-z0-9_-]{0,12}\Z")
item_lists = st.lists(lines.filter(bool), max_size=4, unique=True).map(tuple)
days = st.dates(date(1990, 1, 1), date(2099, 12, 31))
hours = st.sampled_from(
    ["", "24/7", "Mo-Fr 09:00-12:30,14:00-17:00; We off", 'unknown "su appuntamento"', "Tu[1,3] 10:00-12:00"]
)
numbers = st.sampled_from(
    ["1522", "112", "020202", "+390273921", "+39800013191", "+39840021212", "+393331234567"]
)
latitudes = st.none() | st.floats(-90, 90, allow_nan=False).map(lambda value: value + 0.0)

phone_lists = st.lists(
    st.builds(
        Phone, number=numbers, label=lines, hours=hours, free=st.booleans(), shared_cost=st.booleans()
    ).map(phones.marked),
    max_size=3,
).map(tuple)

translations = st.builds(
    Translation,
    title=lines.map(lambda text: clean(text[:100], lines=False)),
    body=long_texts,
    who=long_texts,
    keywords=item_lists,
    questions=item_lists,
    origin=st.sampled_from(Origin),
).filter(lambda one: bool(one.title or one.body or one.who or one.keywords or one.questions))

places = st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@st.composite
def cards(draw, id_=slugs):
    """Any card."""
    place = draw(places)
    return Card(
        id=draw(id_),
        title=draw(titles),
        service=draw(st.just("") | slugs),
        quarters=draw(st.just(("*",)) | st.lists(slugs, min_size=1, max_size=3, unique=True).map(tuple)),
        category=draw(st.just("") | slugs),
        summary=draw(lines.map(lambda text: clean(text[:160], lines=False))),
        body=draw(long_texts),
        who=draw(long_texts),
        cost=draw(long_texts),
        org=draw(lines),
        address=draw(lines),
        lat=place[0] if place else None,
        lon=place[1] if place else None,
        phones=draw(phone_lists),
        email=draw(st.sampled_from(["", "a@b.it"])),
        site=draw(st.sampled_from(["", "https://www.comune.milano.it/x?a=1#b"])),
        hours=draw(hours),
        closures=draw(st.lists(days, max_size=3, unique=True).map(lambda found: tuple(sorted(found)))),
        appointment=draw(lines),
        languages=draw(st.sampled_from([(), ("it",), ("it", "ar")])),
        wheelchair=draw(st.sampled_from(["", "yes", "limited", "no"])),
        status=draw(st.sampled_from(Status)),
        valid_from=draw(st.none() | st.dates(date(1990, 1, 1), date(2000, 1, 1))),
        valid_to=draw(st.none() | st.dates(date(2000, 1, 1), date(2090, 1, 1))),
        source=draw(lines),
        source_date=draw(st.sampled_from(["", "2020", "2020-03", "2024-11-23"])),
        verified_on=draw(st.none() | days),
        verified_by=draw(lines),
        review_days=draw(st.integers(1, 3660)),
        keywords=draw(item_lists),
        questions=draw(item_lists),
        sensitive=draw(st.booleans()),
        note=draw(long_texts),
        translations=draw(
            st.dictionaries(st.sampled_from(["ar", "en", "zh", "tl"]), translations, max_size=2)
        ),
    )


points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
quarters = st.builds(
    Quarter,
    id=slugs,
    name=titles,
    aliases=item_lists,
    municipio=st.none() | st.integers(1, 9),
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
    streets=item_lists,
    outline=st.just(()) | st.lists(points, min_size=3, max_size=5, unique=True).map(tuple),
    listed=st.booleans(),
)
categories = st.builds(
    Category, id=slugs, title=titles, icon=st.sampled_from(["", "🔧", "🏠"]), order=st.integers(-5, 50)
)


@st.composite
def closures(draw):
    """Any closure of the city, its end not before its start."""
    first, last = sorted([draw(days), draw(days)])
    return Closure(id=draw(slugs), first=first, last=last, yearly=draw(st.booleans()), reason=draw(lines))


@st.composite
def knowledge(draw):
    """A small whole; references point to what is there."""
    found_quarters = draw(st.lists(quarters, max_size=3, unique_by=lambda one: one.id))
    found_categories = draw(st.lists(categories, max_size=2, unique_by=lambda one: one.id))
    found_cards = draw(st.lists(cards(), max_size=3, unique_by=lambda one: one.id))
    return knowledge_of(
        {
            Kind.CARD: [_referring(card, found_quarters, found_categories) for card in found_cards],
            Kind.QUARTER: found_quarters,
            Kind.CATEGORY: found_categories,
            Kind.CLOSURE: draw(st.lists(closures(), max_size=2, unique_by=lambda one: one.id)),
        }
    )


def _referring(card: Card, known_quarters: list[Quarter], known_categories: list[Category]) -> Card:
    if known_quarters:
        card = replace(card, quarters=(known_quarters[0].id,))
    return replace(card, category=known_categories[0].id if known_categories else card.category)
