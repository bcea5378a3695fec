"""The safety model's small network over a meaning vector; this module needs numpy."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bot.core.meaning import Vector
    from bot.core.safety_model import Layer


def scores(hidden: "Layer", outer: "Layer", vector: "Vector") -> tuple[float, float, float]:
    """How much the message of this vector sounds like each kind, compared with none of them."""
    none, *others = _applied(outer, np.maximum(_applied(hidden, vector), 0.0))
    first, second, third = (float(other - none) for other in others)
    return first, second, third


def _applied(layer: "Layer", vector: "Vector") -> "Vector":
    rows = np.stack([np.frombuffer(row, dtype=np.int8) for row in layer.rows]).astype(np.float32)
    scales, biases = (np.asarray(numbers, dtype=np.float32) for numbers in (layer.scales, layer.biases))
    found: Vector = (rows @ vector) * scales + biases
    return found
