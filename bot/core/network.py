"""Small fitted networks over meaning vectors: layers of whole numbers, as a data file holds them.

Running one needs numpy, which is there where there is a vector.
"""

import json
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.core.meaning import Vector


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layer:
    """Rows of weights in whole numbers, one row an output, each with its scale and bias."""

    rows: "tuple[array[int], ...]"
    scales: tuple[float, ...]
    biases: tuple[float, ...]


def outputs(hidden: Layer, outer: Layer, vector: "Vector") -> "Vector":
    """What the network of these two layers says of `vector`: a number for each row of `outer`."""
    import numpy as np

    return applied(outer, np.maximum(applied(hidden, vector), 0.0))


def packed(layers: Sequence[Layer], **numbers: float | Sequence[float]) -> bytes:
    """The layers and further numbers as a data file holds them: a line of JSON, then the rows, compressed."""
    head = {
        **numbers,
        "layers": [
            {"rows": [len(row) for row in layer.rows], "scales": layer.scales, "biases": layer.biases}
            for layer in layers
        ],
    }
    body = b"".join(row.tobytes() for layer in layers for row in layer.rows)
    return zlib.compress(json.dumps(head).encode() + b"\n" + body, 9)


def unpacked(data: bytes) -> tuple[list[Layer], Mapping[str, Any]]:
    """The layers of a data file, and its further numbers by name."""
    line, _, body = zlib.decompress(data).partition(b"\n")
    head = json.loads(line)
    at, layers = 0, []
    for layer in head.pop("layers"):
        rows = []
        for size in layer["rows"]:
            rows.append(array("b", body[at : at + size]))
            at += size
        layers.append(Layer(rows=tuple(rows), scales=tuple(layer["scales"]), biases=tuple(layer["biases"])))
    return layers, head


def applied(layer: Layer, vector: "Vector") -> "Vector":
    """What one layer makes of `vector`: a number for each of its rows."""
    rows, biases = _as_numbers(layer)
    found: Vector = rows @ vector + biases
    return found


@lru_cache(maxsize=16)
def _as_numbers(layer: Layer) -> "tuple[Vector, Vector]":
    """The rows times their scales, and the biases; made once."""
    import numpy as np

    rows = np.stack([np.frombuffer(row, dtype=np.int8) for row in layer.rows]).astype(np.float32)
    scales, biases = (np.asarray(numbers, dtype=np.float32) for numbers in (layer.scales, layer.biases))
    return rows * scales[:, None], biases
