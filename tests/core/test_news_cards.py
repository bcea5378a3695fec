"""The cards on which staff decide about news."""

from datetime import UTC, datetime, timedelta

from bot.core.news_cards import Decision, held_card, review_card, settled_card
from tests.core.test_news_post import IT, NAMES, STORY


def test_the_cards_of_staff_say_why_and_ask() -> None:
    card = review_card(STORY, IT, quarter_names=NAMES)
    assert "«alloggi» nel titolo" in card.text.text
    assert [button.data for button in card.buttons[0]] == ["news:pub:12", "news:no:12"]
    held = held_card(3, "Notizie", [STORY] * 12, IT)
    assert "12" in held.text.text
    assert [button.data for button in held.buttons[0]] == ["news:rel:3", "news:drop:3"]


def test_the_settled_card_says_who_and_when_and_what_follows() -> None:
    at = datetime(2026, 11, 22, 22, 5, tzinfo=UTC)
    decision = Decision(
        publish=True, who="Anna\u202e Bo", at=at, category="Salute", due=at + timedelta(hours=8)
    )
    text = settled_card(STORY, IT, quarter_names=NAMES, decision=decision).text.text.split("\n")
    assert text[-3] == "Pubblicata da Anna Bo il 22 novembre 2026 alle 23:05."
    assert "«Salute»" in text[-2]
    assert text[-1].startswith("Esce alle 07:05")
