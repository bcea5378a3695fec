"""More cards than anybody has written: the same each time, and none like another."""

import numpy as np

from bot.bench.more_cards import made_up_vectors, more_cards
from bot.core import meaning
from tests.core.answers_world import KNOWLEDGE

GIVEN = len(KNOWLEDGE.cards)
MANY = more_cards(KNOWLEDGE, 3 * GIVEN + 1)


def test_the_given_cards_come_first_and_made_up_ones_of_their_own_id_and_service_follow() -> None:
    assert MANY.cards[:GIVEN] == KNOWLEDGE.cards
    assert len({card.id for card in MANY.cards}) == 3 * GIVEN + 1
    services = [{card.service for card in MANY.cards[at : at + GIVEN] if card.service} for at in (0, GIVEN)]
    assert services[0].isdisjoint(services[1])
    assert more_cards(KNOWLEDGE, 2).cards == KNOWLEDGE.cards[:2]


def test_each_round_changes_some_words_and_the_same_each_time() -> None:
    rounds = [MANY.cards[at] for at in (0, GIVEN, 2 * GIVEN)]
    assert len({card.body for card in rounds}) == len(rounds)
    assert len({card.questions for card in rounds}) == len(rounds)
    assert set(rounds[0].body.split()) & set(rounds[1].body.split())
    assert more_cards(KNOWLEDGE, 3 * GIVEN + 1) == MANY


def test_made_up_texts_get_vectors_of_length_one_and_known_ones_keep_theirs() -> None:
    real = {text: _drawn(at) for at, text in enumerate(meaning.needed(KNOWLEDGE.cards))}
    found = made_up_vectors(MANY.cards, KNOWLEDGE.cards, real)
    assert set(meaning.needed(MANY.cards)) <= set(found)
    assert all(found[text] is vector for text, vector in real.items())
    assert all(abs(float(np.linalg.norm(vector.astype(float))) - 1) < 1e-2 for vector in found.values())


def _drawn(seed: int) -> "np.ndarray[tuple[int], np.dtype[np.float16]]":
    drawn = np.random.default_rng(seed).standard_normal(384)
    return np.asarray(drawn / np.linalg.norm(drawn), dtype=np.float16)
