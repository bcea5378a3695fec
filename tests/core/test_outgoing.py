"""Messages as rows."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.outgoing import Button, ContactCard, Outgoing, decode, encode
from bot.core.richtext import RichText, Span

texts = st.text(st.characters(codec="utf-8"), max_size=40)
spans = st.builds(
    Span, kind=texts, offset=st.integers(0, 99), length=st.integers(1, 99), url=st.none() | texts
)
buttons = st.builds(Button, text=texts, data=st.none() | texts, url=st.none() | texts)
messages = st.builds(
    Outgoing,
    text=st.builds(RichText, texts, st.lists(spans, max_size=3).map(tuple)),
    buttons=st.lists(st.lists(buttons, max_size=2).map(tuple), max_size=2).map(tuple),
    photo=st.none() | texts,
    preview=st.none() | texts,
    silent=st.booleans(),
    protect=st.booleans(),
)


@given(messages | st.builds(ContactCard, phone=texts, name=texts))
def test_what_is_stored_comes_back_equal(item: Outgoing | ContactCard) -> None:
    """Nothing is lost between the outbox and the gateway."""
    assert decode(encode(item)) == item
