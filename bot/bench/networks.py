"""Fitting small networks over meaning vectors: the same rows give the same numbers."""

from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot import encoders
from bot.core.errors import UserError
from bot.core.network import Layer

Numbers = NDArray[np.floating[Any]]

HIDDEN, NETWORKS, ROUNDS, BATCH = 768, 2, 80, 256
PULL = 1e-4  # towards 0
INPUTS_KEPT, INNER_KEPT = 0.8, 0.5  # the rest is left out by chance, so that no number is relied on alone


class Adam:
    """Steps of a size that fits each number."""

    def __init__(self, *numbers: Numbers, forget: float) -> None:
        self._numbers = numbers
        self._first = [np.zeros_like(one) for one in numbers]
        self._second = [np.zeros_like(one) for one in numbers]
        self._forget = forget
        self._steps = 0

    def step(self, *slopes: Numbers, rate: float) -> None:
        """One step down each slope, in place."""
        self._steps += 1
        for at, (number, slope) in enumerate(zip(self._numbers, slopes, strict=True)):
            self._first[at] = 0.9 * self._first[at] + 0.1 * slope
            self._second[at] = self._forget * self._second[at] + (1 - self._forget) * slope**2
            first = self._first[at] / (1 - 0.9**self._steps)
            second = self._second[at] / (1 - self._forget**self._steps)
            number -= rate * first / (np.sqrt(second) + 1e-8)


def networks(vectors: Numbers, wanted: Numbers, *, counts: Numbers) -> tuple[Layer, Layer]:
    """A few small networks over `vectors`, side by side in one: the hidden layer and the outer one.

    `wanted`: a row a vector, the share of each answer. `counts`: what each row counts beside the others.
    """
    middle, spread = vectors.mean(axis=0), float(vectors.std())
    counts = counts / counts.mean()
    made = [_network((vectors - middle) / spread, wanted, counts, seed) for seed in range(NETWORKS)]
    inner = np.concatenate([one[0] for one in made], axis=1).T / spread
    inner_biases = np.concatenate([one[1] for one in made]) - inner @ middle
    outer = np.concatenate([one[2] for one in made]).T / NETWORKS
    outer_biases = np.mean([one[3] for one in made], axis=0)
    return layer(inner, inner_biases), layer(outer, outer_biases)


def layer(weights: Numbers, biases: Numbers) -> Layer:
    """`weights` (a row an output) in whole numbers from -127 to 127."""
    scales = np.maximum(np.abs(weights).max(axis=1), 1e-12) / 127
    whole = np.rint(weights / scales[:, None]).astype(np.int8)
    return Layer(
        rows=tuple(array("b", row.tobytes()) for row in whole),
        scales=tuple(map(float, scales)),
        biases=tuple(map(float, biases)),
    )


def shares(sums: Numbers) -> Numbers:
    """How likely each answer of a row is by the row's sums."""
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    found: Numbers = powers / powers.sum(axis=1, keepdims=True)
    return found


def vectors_of(texts: Sequence[str], cache: Path | None) -> Numbers:
    """The meaning vector of each text; they are kept in `cache` for the next time. Raises UserError without a model."""
    known: dict[str, Numbers] = {}
    if cache is not None and cache.exists():
        with np.load(cache) as stored:
            known = dict(zip(stored["texts"].tolist(), stored["vectors"], strict=True))
    if missing := [text for text in dict.fromkeys(texts) if text not in known]:
        model, _ = encoders.load()
        if model is None:
            raise UserError("fit_no_model")
        known |= {text: model.encode(text).astype(np.float64) for text in missing}
        if cache is not None:
            np.savez(cache, texts=np.array(list(known)), vectors=np.stack(list(known.values())))
    return np.stack([known[text] for text in texts]).astype(np.float64)


def _network(
    inputs: Numbers, wanted: Numbers, counts: Numbers, seed: int
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    chance = np.random.default_rng(seed)
    inputs, wanted, counts = (one.astype(np.float32) for one in (inputs, wanted, counts))  # twice as quick
    count, size = inputs.shape
    answers = wanted.shape[1]
    inner, inner_biases = _drawn(chance, size, HIDDEN), np.zeros(HIDDEN, np.float32)
    outer, outer_biases = _drawn(chance, HIDDEN, answers), np.zeros(answers, np.float32)
    adam = Adam(inner, inner_biases, outer, outer_biases, forget=0.999)
    for turn in range(ROUNDS):
        for some in np.array_split(chance.permutation(count), max(1, count // BATCH)):
            shown = inputs[some] * _kept(chance, (len(some), size), INPUTS_KEPT)
            sums = shown @ inner + inner_biases
            passed = (sums > 0) * _kept(chance, sums.shape, INNER_KEPT)
            active = sums * passed
            errors = (shares(active @ outer + outer_biases) - wanted[some]) * counts[some, None] / len(some)
            back = errors @ outer.T * passed
            adam.step(
                shown.T @ back + PULL * inner,
                back.sum(axis=0),
                active.T @ errors + PULL * outer,
                errors.sum(axis=0),
                rate=2e-3 * (1 - turn / ROUNDS),
            )
    return inner, inner_biases, outer, outer_biases


def _drawn(chance: np.random.Generator, size: int, count: int) -> Numbers:
    return chance.normal(0, size**-0.5, (size, count)).astype(np.float32)


def _kept(chance: np.random.Generator, shape: tuple[int, ...], share: float) -> Numbers:
    """0 for what is left out this time, and for the rest what makes up for it."""
    found: Numbers = (chance.random(shape, dtype=np.float32) < share) / np.float32(share)
    return found
