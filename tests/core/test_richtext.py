"""Text and spans, counted in UTF-16 as Telegram counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.richtext import RichText, Span, bold, cut, fill, join, link, split, utf16_length

words = st.text(st.characters(codec="utf-8"), max_size=200)


def covered(text: RichText, span: Span) -> str:
    """The characters under a span, as a client would show them."""
    units = text.text.encode("utf-16-le")
    return units[span.offset * 2 : (span.offset + span.length) * 2].decode("utf-16-le")


@given(words)
def test_the_length_is_that_of_utf16(text: str) -> None:
    """The unit of every Telegram limit."""
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(words, words.filter(bool), words)
def test_spans_stay_with_their_words_when_texts_are_joined(before: str, middle: str, after: str) -> None:
    """Whatever emoji stand before them."""
    whole = RichText(before) + bold(middle) + after
    assert covered(whole, whole.spans[0]) == middle


@given(st.lists(words, max_size=6), st.integers(min_value=40, max_value=300))
def test_splitting_loses_nothing_and_keeps_the_limit(parts: list[str], limit: int) -> None:
    """Joining the parts gives the text; each part fits."""
    text = join("\n\n", [bold(part) for part in parts])
    pieces = split(text, limit=limit)
    assert "".join(piece.text for piece in pieces) == text.text
    assert all(len(piece) <= limit for piece in pieces)
    styled = "".join(covered(piece, span) for piece in pieces for span in piece.spans)
    assert styled == "".join(part for part in parts if part)


@given(words, st.integers(min_value=2, max_value=50))
def test_cutting_keeps_the_limit_and_shows_that_something_is_missing(text: str, limit: int) -> None:
    """A text that fits is left alone."""
    shown = cut(RichText(text), limit=limit)
    assert len(shown) <= limit
    assert shown.text == text if utf16_length(text) <= limit else shown.text.endswith("…")


def test_catalog_markup_becomes_spans_and_arguments_are_never_read_as_markup() -> None:
    """A name with brackets in it stays a name."""
    text = fill("<b>{title}</b>: {body}", title="Avviso 😀", body="<b>{x}</b>")
    assert text.text == "Avviso 😀: <b>{x}</b>"
    assert [covered(text, span) for span in text.spans] == ["Avviso 😀"]


def test_rich_arguments_keep_their_own_spans() -> None:
    """A link inside a bold sentence is both."""
    text = fill("<b>Vedi {where}</b>", where=link("qui", "https://example.org"))
    assert [(span.kind, covered(text, span)) for span in text.spans] == [
        ("bold", "Vedi qui"),
        ("text_link", "qui"),
    ]


def test_a_place_without_its_argument_is_an_error() -> None:
    """A catalog and its caller that disagree are found at once."""
    with pytest.raises(KeyError):
        fill("{missing}")
