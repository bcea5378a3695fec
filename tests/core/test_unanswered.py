"""The same question is one group however people write it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.core.unanswered import Asked, Settled, bare, group, same, ways

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def asked(*texts: str, lang: str = "it", day: date = MONDAY) -> list[Asked]:
    """Questions of one day."""
    return [Asked(text=text, lang=lang, day=day) for text in texts]


def test_the_ways_to_say_it_are_without_the_marks_of_redaction():
    (found,) = group(asked("violini in cantina [numero]", "violini in cantina", "[nome] violini in cantina"))
    assert ways(found) == ("violini in cantina",)


def test_the_same_thing_in_other_words_forms_and_misspelt_is_one_group():
    found = group(
        asked(
            "cantina allagata",
            "cantina allagata",
            "ho la cantina allagata!!",
            "si sono allagate le cantine",
            "cantina alagata",
            "la cantnia e allagata",
        )
    )
    assert [(one.text, one.people) for one in found] == [("cantina allagata", 6)]
    assert "cantina alagata" in found[0].wordings


def test_one_word_in_common_is_not_the_same_question():
    found = group(asked("cantina allagata", "topi in cantina", "posto bici in cantina condominiale"))
    assert len(found) == 3


def test_a_long_story_about_the_same_belongs_to_it():
    assert same("cantina allagata", "stanotte la cantina si è allagata tutta", lang="it")
    assert not same("cantina", "cantina allagata", lang="it")


def test_people_are_counted_and_the_days_too_so_that_twelve_is_honest():
    found = group([*asked("tetto che perde", "il tetto perde"), *asked("perde il tetto", day=TUESDAY)])
    assert [(one.people, one.days, one.last_day) for one in found] == [(3, 2, TUESDAY)]


def test_languages_are_kept_apart_and_the_most_asked_comes_first():
    found = group([*asked("wifi"), *asked("bike room", "the bike room", lang="en"), *asked("😀", "??")])
    assert [(one.lang, one.people) for one in found] == [("en", 2), ("it", 1)]


def test_chinese_and_arabic_questions_are_put_together():
    found = group(
        [*asked("地下室进水了", "地下室进水", lang="zh"), *asked("القبو غارق", "القبو غارق!", lang="ar")]
    )
    assert [one.people for one in found] == [2, 2]


def test_what_is_settled_is_no_news_until_that_day_and_what_is_ignored_never():
    questions = [
        *asked("cantina allagata"),
        *asked("allagata la cantina", day=TUESDAY),
        *asked("barzelletta"),
    ]
    done = Settled(text="cantina allagata", lang="it", until=MONDAY)
    ignored = Settled(text="una barzelletta", lang="it")
    found = group(questions, settled=[done, ignored])
    assert [(one.text, one.people) for one in found] == [("allagata la cantina", 1)]


def test_marks_of_redaction_are_no_words():
    assert bare("mi chiamo [nome] e ho la cantina  allagata") == "mi chiamo e ho la cantina allagata"
    assert group(asked("[numero]", "[nome] [link]")) == []


@given(
    st.lists(
        st.sampled_from(["cantina allagata", "tetto rotto", "topi", "la cantina", "alagata"]), max_size=12
    )
)
def test_nobody_is_lost_or_counted_twice_and_the_order_of_asking_does_not_matter(texts):
    found = group(asked(*texts))
    assert sum(one.people for one in found) == len(texts)
    assert found == group(asked(*reversed(texts)))
