"""Texts become entities as Telegram makes them."""

import contextlib
import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.entities import parse
from bot.simulator.errors import ApiError
from bot.simulator.markup import checked_link, utf16_len


def kinds(text: str, mode: str | None = "HTML") -> list[tuple[str, str]]:
    """Each entity with the text under it."""
    plain, entities = parse(text, mode, None)
    units = plain.encode("utf-16-le")
    return [
        (e["type"], units[e["offset"] * 2 : (e["offset"] + e["length"]) * 2].decode("utf-16-le"))
        for e in entities
    ]


def problem(text: str, mode: str = "HTML") -> str:
    with pytest.raises(ApiError) as caught:
        parse(text, mode, None)
    return caught.value.description.removeprefix("Bad Request: can't parse entities: ")


def test_html_tags_become_entities_with_utf16_offsets():
    plain, entities = parse("🏠 <b>casa</b> e <i>lavoro 🛠</i>", "html", None)
    assert plain == "🏠 casa e lavoro 🛠"
    assert entities == [
        {"type": "bold", "offset": 3, "length": 4},
        {"type": "italic", "offset": 10, "length": 9},
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<strong>a</strong><em>b</em>", [("bold", "a"), ("italic", "b")]),
        ("<u>a</u> <ins>b</ins>", [("underline", "a"), ("underline", "b")]),
        ("<s>a</s> <strike>b</strike> <del>c</del>", [("strikethrough", x) for x in "abc"]),
        (
            '<span class="tg-spoiler">a</span> <tg-spoiler>b</tg-spoiler>',
            [("spoiler", "a"), ("spoiler", "b")],
        ),
        ("<code>x</code><pre>y</pre>", [("code", "x"), ("pre", "y")]),
        ("<b>a<i>b</i></b>", [("bold", "ab"), ("italic", "b")]),
        ("<blockquote>a</blockquote>", [("blockquote", "a")]),
        ("<blockquote expandable>a</blockquote>", [("expandable_blockquote", "a")]),
        ("<b></b>ciao", []),
        ("<b>a</b><b>b</b>", [("bold", "ab")]),
        ("<code><b>x</b></code>", [("code", "x")]),
        ("<b>x <code>y</code> z</b>", [("bold", "x "), ("code", "y"), ("bold", " z")]),
        ("<B>grande</B>", [("bold", "grande")]),
        ("<i>a</>", [("italic", "a")]),
        ("&lt;b&gt;", []),
    ],
)
def test_html_formatting(source: str, expected: list[tuple[str, str]]):
    assert kinds(source) == expected


def test_a_link_keeps_its_address_and_loses_an_unusable_one():
    _, entities = parse('<a href="https://Esempio.IT/Via?x=1&amp;y=2">qui</a>', "HTML", None)
    assert entities == [
        {"type": "text_link", "offset": 0, "length": 3, "url": "https://esempio.it/Via?x=1&y=2"}
    ]
    for address in ("javascript:alert(1)", "non un indirizzo", "file:///etc/passwd", "http://"):
        assert kinds(f'<a href="{address}">qui</a>') == []


def test_a_language_makes_a_code_block_of_pre_and_code():
    _, entities = parse('<pre><code class="language-python">x = 1</code></pre>', "HTML", None)
    assert entities == [{"type": "pre", "offset": 0, "length": 5, "language": "python"}]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("è <p>no</p>", 'Unsupported start tag "p" at byte offset 3'),
        ("è <b", "Unclosed start tag at byte offset 3"),
        ("<b>aperto", 'Can\'t find end tag corresponding to start tag "b"'),
        ("ò</i>", "Unexpected end tag at byte offset 2"),
        ("<b>à</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
        ("<b>x</b  ", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
        ("<b =x>y</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
    ],
)
def test_html_errors_name_the_byte_offset(source: str, expected: str):
    assert problem(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "*a* _b_ __c__ ~d~ ||e||",
            [("bold", "a"), ("italic", "b"), ("underline", "c"), ("strikethrough", "d"), ("spoiler", "e")],
        ),
        ("`x` ```py\ny```", [("code", "x"), ("pre", "y")]),
        ("*a _b_*", [("bold", "a b"), ("italic", "b")]),
        (r"1\. punto \*non grassetto\*", []),
        ("[qui](https://esempio.it/a\\)b)", [("text_link", "qui")]),
        (">uno\n>due\ntre", [("blockquote", "uno\ndue")]),
        (">uno\n>due||\ntre", [("expandable_blockquote", "uno\ndue")]),
    ],
)
def test_markdown_v2_formatting(source: str, expected: list[tuple[str, str]]):
    assert kinds(source, "MarkdownV2") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Costa 3.50", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a | b", "Character '|' is reserved and must be escaped with the preceding '\\'"),
        ("è *aperto", "Can't find end of Bold entity at byte offset 3"),
        ("è __aperto", "Can't find end of Underline entity at byte offset 3"),
        ("[x](http://a", "Can't find end of a URL at byte offset 4"),
        ("!", "Character '!' is reserved and must be escaped with the preceding '\\'"),
    ],
)
def test_markdown_v2_errors(source: str, expected: str):
    assert problem(source, "MarkdownV2") == expected


def test_legacy_markdown_does_not_nest_and_names_the_start():
    assert kinds("*a* _b_ `c` [d](http://e.it)", "Markdown") == [
        ("bold", "a"),
        ("italic", "b"),
        ("code", "c"),
        ("text_link", "d"),
    ]
    assert problem("così _male", "Markdown") == "Can't find end of the entity starting at byte offset 6"
    assert kinds(r"snake\_case", "Markdown") == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("scrivi a @portineria_bot.", [("mention", "@portineria_bot")]),
        ("/start ora", [("bot_command", "/start")]),
        ("via/piazza", []),
        ("#casa e #sanSiro2, #2024", [("hashtag", "#casa"), ("hashtag", "#sanSiro2")]),
        ("aler@esempio.it", [("email", "aler@esempio.it")]),
        ("vedi https://esempio.it/a_(b).", [("url", "https://esempio.it/a_(b)")]),
        ("vedi comune.milano.it, grazie", [("url", "comune.milano.it")]),
        ("fine.Poi altro", []),
        ("ore 9.30", []),
        ("chiama +39 02 1234567", [("phone_number", "+39 02 1234567")]),
        ("tanti $ e $EUR", [("cashtag", "$EUR")]),
    ],
)
def test_what_telegram_finds_by_itself(source: str, expected: list[tuple[str, str]]):
    assert kinds(source, None) == expected


def test_nothing_is_found_inside_code_and_links():
    assert kinds("<code>@nome esempio.it</code>") == [("code", "@nome esempio.it")]
    assert kinds('<a href="https://a.it">vai su b.it</a>') == [("text_link", "vai su b.it")]


def test_spaces_around_the_text_go_and_offsets_follow():
    assert parse("  \n ciao <b>x</b> \n ", "HTML", None) == (
        "ciao x",
        [{"type": "bold", "offset": 5, "length": 1}],
    )


def test_given_entities_are_checked():
    for entity, words in (
        ({"type": "bold", "offset": 0, "length": 9}, "ends after the end of the text"),
        ({"type": "bold", "offset": 1, "length": 1}, "in a middle of a UTF-16 symbol"),
        ({"type": "grassetto", "offset": 0, "length": 2}, "unsupported type"),
    ):
        with pytest.raises(ApiError, match=words):
            parse("🏠 a", None, [entity])


def test_an_unknown_parse_mode_and_lone_surrogates_are_refused():
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        parse("x", "Wiki", None)
    with pytest.raises(ApiError, match="UTF-8"):
        parse("x\ud800", None, None)


plain = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"],
        exclude_characters="\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u030a\u0333\u033f",
    ),
    max_size=60,
)


@given(plain)
def test_escaped_text_always_comes_back_as_it_was(text: str):
    wanted = text.strip(" \n")
    assert parse(html.escape(text), "HTML", None)[0] == wanted
    escaped = re.sub(r"([_*\[\]()~`>#+\-=|{}.!\\])", r"\\\1", text)
    assert parse(escaped, "MarkdownV2", None)[0] == wanted


@given(st.text(max_size=80), st.sampled_from(["HTML", "MarkdownV2", "Markdown", None]))
def test_whatever_is_sent_entities_lie_within_the_text_and_in_order(text: str, mode: str | None):
    try:
        result, entities = parse(text, mode, None)
    except ApiError:
        return
    end = utf16_len(result)
    assert all(e["offset"] >= 0 and e["length"] > 0 and e["offset"] + e["length"] <= end for e in entities)
    assert [e["offset"] for e in entities] == sorted(e["offset"] for e in entities)


@given(
    st.lists(
        st.sampled_from(
            [
                "<b>",
                "</b>",
                "<i>",
                "</>",
                "<a href='x.it'>",
                "</a>",
                "&lt;",
                "è",
                "🏠",
                " ",
                "<pre>",
                "<code class=",
                '"',
                ">",
            ]
        ),
        max_size=14,
    )
)
def test_no_mixture_of_tags_breaks_the_reader(pieces: list[str]):
    with contextlib.suppress(ApiError):
        text, entities = parse("".join(pieces), "HTML", None)
        assert all(e["offset"] + e["length"] <= utf16_len(text) for e in entities)


@given(st.text(max_size=60))
def test_a_checked_link_is_empty_or_absolute(target: str):
    link = checked_link(target)
    assert link == "" or "://" in link
