"""News judged by meaning too: what is embedded, when, and who has the last word. The vectors stand for a model."""

from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path

import pytest

from bot.core.meaning import Vector
from storage import news_rules
from storage.news import State, state_of
from tests.core.test_relevance_meaning import LIKE_ELSE, LIKE_HOUSING, by_meaning_alone
from tests.services.newsroom import Newsroom, item, items, opened, rss

UNNAMED = "Ammuffiti i soffitti delle palazzine pubbliche"


class Told:
    """Says of the texts that hold one of `housing` that they are like housing news, of all others that they are not."""

    def __init__(self) -> None:
        self.housing = {"palazzine"}
        self.asked: list[str] = []

    async def vectors(self, texts: Sequence[str]) -> Mapping[str, Vector]:
        """Remembers what it was asked."""
        self.asked += texts
        return {
            text: LIKE_HOUSING if any(word in text for word in self.housing) else LIKE_ELSE for text in texts
        }


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
async def room(tmp_path: Path, told: Told) -> AsyncIterator[Newsroom]:
    async with opened(tmp_path / "news.db", meaning=told, model=by_meaning_alone()) as room:
        yield room


def other(number: int, title: str, text: str = "Il sindaco scrive all'azienda.") -> str:
    return item(number, title=title, text=text)


async def test_a_first_poll_announces_nothing_and_asks_nothing(room: Newsroom, told: Told) -> None:
    await room.poll(items(1, 2, 3))
    assert told.asked == []


async def test_a_story_no_word_names_goes_out_by_its_meaning(room: Newsroom, told: Told) -> None:
    await room.poll(items(1, 2, 3))
    result = await room.poll(rss(other(4, UNNAMED), item(3), item(2), item(1)))
    assert result.new == (UNNAMED,)
    assert await room.titles() == [UNNAMED]
    assert told.asked == [f"{UNNAMED}. Il sindaco scrive all'azienda."]


async def test_what_only_the_words_take_for_housing_stays_out(room: Newsroom) -> None:
    await room.poll(items(1, 2, 3))
    await room.poll(items(4, 3, 2, 1))
    assert await room.titles() == []


async def test_a_correction_is_understood_too(room: Newsroom, told: Told) -> None:
    """What its meaning left out is not brought back by words alone."""
    await room.poll(items(1, 2, 3))
    await room.poll(items(4, 3, 2, 1))
    longer = item(4, text="Nel quartiere di San Siro entrano 45 famiglie. Le case sono nuove.")
    await room.poll(rss(longer, item(3), item(2), item(1)))
    assert (len(told.asked), await room.titles()) == (2, [])
    assert await state_of(room.db, 4) is State.NO


async def test_an_unchanged_feed_with_other_order_asks_nothing_again(room: Newsroom, told: Told) -> None:
    await room.poll(items(1, 2, 3))
    await room.poll(items(4, 3, 2, 1))
    await room.poll(items(3, 4, 2, 1))
    assert len(told.asked) == 1


async def test_where_a_model_gives_no_vectors_the_words_decide(tmp_path: Path) -> None:
    class Absent:
        async def vectors(self, texts: Sequence[str]) -> Mapping[str, Vector]:
            return {}

    async with opened(tmp_path / "news.db", meaning=Absent()) as room:
        await room.poll(items(1, 2, 3))
        await room.poll(items(4, 3, 2, 1))
        assert len(await room.titles()) == 1


async def test_a_category_staff_always_let_out_wins_over_the_meaning(room: Newsroom, told: Told) -> None:
    filed = item(5).replace("</item>", "<category>Abitare</category></item>")
    await room.poll(items(1, 2, 3))
    async with room.db.write() as tx:
        await news_rules.add(tx, feed_id=1, name="Abitare", by=7, now=room.now)
    await room.news.learn_rules()
    await room.poll(rss(filed, item(3), item(2), item(1)))
    assert (len(await room.titles()), told.asked) == (1, [])


async def test_a_category_the_configuration_names_is_taken_at_its_word(tmp_path: Path, told: Told) -> None:
    filed = item(5).replace("</item>", "<category>Abitare</category></item>")
    async with opened(
        tmp_path / "news.db", categories=("Abitare",), meaning=told, model=by_meaning_alone()
    ) as room:
        await room.poll(items(1, 2, 3))
        await room.poll(rss(filed, item(3), item(2), item(1)))
        assert (len(await room.titles()), told.asked) == (1, [])


async def test_what_is_plainly_no_housing_by_its_words_is_not_embedded(room: Newsroom, told: Told) -> None:
    await room.poll(items(1, 2, 3))
    plain = other(6, "Casa circondariale, l'assessore alla Casa in visita", "Poi il derby in casa.")
    await room.poll(rss(plain, item(3), item(2), item(1)))
    assert (told.asked, await room.titles()) == ([], [])
