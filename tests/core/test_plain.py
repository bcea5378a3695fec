"""Foreign text made harmless."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.plain import _html_text, _simple_text, clean, clean_lines, from_html, web_link


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_nothing_that_hides_or_reorders_is_left(text: str) -> None:
    left = clean(text)
    assert not any(unicodedata.category(char) in {"Cs", "Co"} for char in left)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff\x00-\x1f\x7f-\x9f]", left)
    assert clean(left) == left


def test_piled_up_accents_are_cut_down_and_plain_ones_kept() -> None:
    assert clean("perche\u0301") == "perché"
    assert clean("e" + "\u0336" * 50) == "e\u0336"


def test_html_becomes_its_text_without_scripts() -> None:
    markup = "<p>Uno &amp; <b>due</b></p><script>alert(1)</script><style>p{}</style><p>tre<br>quattro</p>"
    assert from_html(markup, limit=100) == "Uno & due\ntre\nquattro"


@pytest.mark.parametrize(
    "tail",
    [
        "<p>L'articolo <a href='x'>Titolo</a> proviene da <a href='y'>Sito</a>.</p>",
        "<p>The post Title appeared first on Site.</p>",
        "<p>Iscriviti al nostro canale Telegram</p>",
        "<p>Consigliati per te</p>",
        "<p>Condividi su Facebook</p>",
        " Leggi tutto »",
        " [&hellip;]",
    ],
)
def test_what_pages_put_around_the_text_is_left_out(tail: str) -> None:
    assert from_html(f"<p>La notizia.</p>{tail}", limit=500) == "La notizia."


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "tg://proxy?server=x", "file:///etc/passwd", "ftp://x.it/",
        "https://user:pw@x.it/", "https://", "https://localhosts/", "", "https://x.it/" + "a" * 2100, "http://[::1",
    ],
)  # fmt: skip
def test_only_web_links_pass(address: str) -> None:
    assert web_link(address) == ""


def test_a_look_alike_host_shows_itself() -> None:
    assert web_link("https://bоlogna.example/a b").startswith("https://xn--")


def test_relative_links_lead_on_from_the_feed() -> None:
    assert web_link("/notizie/1", base="https://x.example/feed/") == "https://x.example/notizie/1"


@given(st.text(max_size=200))
def test_a_link_that_passes_is_printable_ascii(address: str) -> None:
    link = web_link(address, base="https://x.example/")
    assert link == "" or (re.fullmatch(r"https?://[!-~]+", link) and len(link) <= 2048)


ORDINARY = st.text(st.sampled_from("abc è’«» \t\n–&€ąĠ\u200a\xa0<"), max_size=60)
PIECES = st.sampled_from(
    [
        "uno", " due ", "<p>", "</p>", "<br/>", "<BR>", "<a href='x'>", '<img alt="b" src="c.jpg" />', "</a>", "&amp;", "&egrave;",
        "&#8217;", "&", ";", "<", ">", "<script>", "<p class=x>", "<!-- a -->", "<b>grassetto</b>", "<li>", "</ul>", "amp;", "<div",
    ]
)  # fmt: skip


@given(ORDINARY)
def test_the_short_way_for_ordinary_text_is_the_long_one(text: str) -> None:
    assert clean_lines(text) == clean_lines(text + "\u200b")


@given(st.lists(PIECES, max_size=12).map("".join))
def test_the_short_way_for_simple_markup_is_the_long_one(markup: str) -> None:
    short = _simple_text(markup)
    assert short is None or clean_lines(short) == clean_lines(_html_text(markup))


def test_simple_markup_goes_the_short_way() -> None:
    assert _simple_text("<p>Uno &amp; <b>due</b><br/>tre</p>") == "\nUno & due\ntre\n"


@given(
    st.text(st.sampled_from("abz09.-:/?=&%~#[]@ è"), max_size=40).map("https://www.example.it".__add__)
    | st.text(st.sampled_from("abz09.-:/?"), max_size=40).map("http://".__add__)
)
def test_the_short_way_for_an_ordinary_link_is_the_long_one(address: str) -> None:
    assert web_link(address) == web_link(f" {address}")
