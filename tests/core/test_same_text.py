"""When two texts tell the same, and when a change of one is none."""

import pytest

from bot.core.same_text import content_hash, tell_the_same


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        (
            "Entrano 40 famiglie a San Siro lunedì.",
            "Entrano 40 famiglie a San Siro lunedì. Segue il resto del testo.",
            True,
        ),
        ("Entrano 40 famiglie a San Siro lunedì.", "Entrano 50 famiglie a San Siro lunedì.", False),
        ("Entrano 40 famiglie a San Siro lunedì.", "Entrano 40 famiglie a San Siro martedì.", False),
        ("Entrano 40 famiglie a San Siro lunedì.", "Entrano 40 famiglie a Gratosoglio lunedì.", False),
        ("Entrano dodici famiglie a San Siro lunedì.", "Entrano quindici famiglie a San Siro lunedì.", False),
        ("Entrano dodici famiglie a San Siro lunedì.", "Entrano 12 famiglie a San Siro lunedì.", True),
        ("Entrano 40 famiglie.", "Tutt'altra storia, senza alcun legame.", False),
        ("", "Entrano 40 famiglie.", False),
    ],
)
def test_one_headline_is_one_story_only_without_contradiction(ours: str, theirs: str, same: bool) -> None:
    assert tell_the_same(ours, theirs) is same


def test_spaces_and_dates_are_no_change_of_content() -> None:
    assert content_hash("a  b", "c\nd") == content_hash("a b", "c d")
    assert content_hash("a", "b c") != content_hash("a b", "c")
