"""Which rules are suggested from staff's decisions, and what a rule does to the verdict."""

import pytest

from bot.core.relevance import Item, Verdict, judge
from bot.core.relevance_rules import RULES
from bot.core.word_rules import Decided, Kind, Suggestion, signal, suggest


def decided(words: str, *, published: bool, times: int = 1, category: str = "") -> list[Decided]:
    one = Decided(
        reasons=(f"«{words}» nel titolo", "parola «nuovi»", "«ospedale» nel testo (−)"),
        categories=(category,) if category else (),
        published=published,
    )
    return [one] * times


def test_four_equal_answers_make_a_suggestion_and_three_do_not() -> None:
    assert suggest(decided("studentato", published=False, times=3), {}) == []
    (found,) = suggest(decided("studentato", published=False, times=4), {})
    assert found == Suggestion(
        kind=Kind.WORD, words="studentato", publish=False, agreeing=4, decisions=4, refused=0
    )


def test_singular_and_plural_count_together() -> None:
    rows = decided("studentato", published=True, times=3) + decided("studentati", published=True, times=2)
    (found,) = suggest(rows, {})
    assert (found.words, found.decisions, found.publish) == ("studentato", 5, True)


def test_mixed_answers_suggest_nothing() -> None:
    assert (
        suggest(
            decided("affitti", published=True, times=4) + decided("affitti", published=False, times=2), {}
        )
        == []
    )


def test_categories_are_suggested_too() -> None:
    rows = [
        row
        for word in ("a b", "c d", "e f", "g h")
        for row in decided(word, published=False, category="Esteri")
    ]
    assert [(one.kind, one.words) for one in suggest(rows, {})] == [(Kind.CATEGORY, "esteri")]


def test_a_rule_there_is_is_not_suggested_and_a_refused_one_only_on_twice_the_evidence() -> None:
    five, ten = (decided("studentato", published=False, times=times) for times in (5, 10))
    assert suggest(ten, {(Kind.WORD, "studentato"): None}) == []
    assert suggest(five, {(Kind.WORD, "studentato"): 5}) == []
    (found,) = suggest(ten, {(Kind.WORD, "studentato"): 5})
    assert found.refused == 5


def test_what_only_spoke_against_or_was_learned_is_no_candidate() -> None:
    words = {one.words for one in suggest(decided("mutuo", published=False, times=6), {})}
    assert words == {"mutuo"}


def test_of_a_long_reason_the_ends_are_looked_at() -> None:
    words = {
        one.words for one in suggest(decided("studenti in cerca di una stanza", published=False, times=4), {})
    }
    assert words == {"studenti", "stanza"}


@pytest.mark.parametrize(
    ("title", "publish", "before", "after"),
    [
        ("Apre lo studentato di via Rugabella", False, Verdict.REVIEW, Verdict.NO),
        ("Due studentati a Rho", False, Verdict.REVIEW, Verdict.NO),
        ("Apre lo studentato di via Rugabella", True, Verdict.REVIEW, Verdict.HOUSING),
        ("Case popolari, lo studentato va altrove", False, Verdict.HOUSING, Verdict.HOUSING),
    ],
)
def test_a_rule_decides_what_was_doubtful_and_loses_nothing_that_is_ours(
    title: str, publish: bool, before: Verdict, after: Verdict
) -> None:
    item = Item(title=title, categories=("Casa e Housing sociale",) if "popolari" in title else ())
    rules = RULES.with_signals([signal("studentato", publish=publish)])
    assert (judge(item, rules=RULES).verdict, judge(item, rules=rules).verdict) == (before, after)


def test_what_is_kept_out_never_goes_out_for_it() -> None:
    """The feed files it under housing, the word made it doubtful: without the doubt it would go out."""
    item = Item(title="Apre lo studentato di Rho", categories=("Casa e Housing sociale",))
    rules = RULES.with_signals([signal("studentato", publish=False)])
    assert judge(item, rules=RULES).verdict is Verdict.REVIEW
    judged = judge(item, rules=rules)
    assert judged.verdict is Verdict.NO
    assert "«studentato» nel titolo (−)" in judged.reasons
