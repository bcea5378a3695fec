"""Vectors in memory."""

import numpy as np

from bot.core.meaning import Rounded


def test_rounded_vectors_are_as_like_a_message_as_whole_ones() -> None:
    rows = np.random.default_rng(1).normal(size=(3000, 384)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    rounded = Rounded.of(rows)
    assert np.abs(rounded.likeness(rows[7]) - rows @ rows[7]).max() < 0.005
    assert rounded.numbers.nbytes * 4 == rows.nbytes


def test_a_vector_of_zeros_is_like_nothing() -> None:
    rounded = Rounded.of(np.zeros((1, 384), dtype=np.float32))
    assert list(rounded.likeness(np.ones(384, dtype=np.float32))) == [0.0]
