"""The meaning models: there, absent, or deadly on this machine."""

import numpy as np
import pytest

from bot import encoders
from bot.encoders import Encoder, Missing, Source


@pytest.fixture(scope="module")
def models() -> tuple[Encoder, ...]:
    """Both models, loaded once."""
    found, missing = encoders.load()
    assert missing == ()
    return found


def _never() -> object:
    raise AssertionError("loaded although its probe failed")


def test_both_models_give_vectors_of_length_one_in_which_the_like_are_near(
    models: tuple[Encoder, ...],
) -> None:
    assert [one.quick for one in models] == [False, True]
    for model in models:
        lift, elevator, rent = map(
            model.encode, ("l'ascensore è rotto", "the lift is broken", "dove pago l'affitto")
        )
        assert abs(float(np.linalg.norm(lift)) - 1) < 1e-3
        assert float(lift @ elevator) > float(lift @ rent)


def test_a_story_without_end_is_cut(models: tuple[Encoder, ...]) -> None:
    model = models[-1]
    story = "piove dal soffitto della cucina e nessuno viene a vedere " * 40
    assert np.array_equal(model.encode(story), model.encode(story[: encoders.LONGEST]))


def test_without_its_package_a_model_is_absent_and_the_other_is_not_used_either() -> None:
    gone = Source(name="gone", package="package_that_is_not_there", load=_never, quick=True)  # type: ignore[arg-type]
    assert encoders.load((gone, encoders.SOURCES[1])) == ((), (Missing(name="gone", reason="absent"),))


def test_a_model_that_kills_its_process_is_not_loaded_in_ours() -> None:
    # Not among the sources the child knows: it ends with an error, as one killed by the processor does.
    deadly = Source(name="deadly", package="numpy", load=_never, quick=True)  # type: ignore[arg-type]
    assert encoders.load((deadly,)) == ((), (Missing(name="deadly", reason="broken"),))
