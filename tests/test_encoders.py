"""The meaning model: there, absent, or deadly on this machine."""

import numpy as np
import pytest

from bot import encoders
from bot.encoders import Encoder


@pytest.fixture(scope="module")
def model() -> Encoder:
    """The real one, loaded once."""
    found, trouble = encoders.load()
    assert trouble is None
    assert found is not None
    return found


def test_vectors_have_length_one_and_the_like_are_near_across_languages(model: Encoder) -> None:
    texts = ("l'ascensore è rotto", "the lift is broken", "dove pago l'affitto")
    lift, elevator, rent = (model.encode(text) for text in texts)
    assert abs(float(np.linalg.norm(lift)) - 1) < 1e-3
    assert float(lift @ elevator) > float(lift @ rent)


def test_of_a_long_story_the_beginning_and_the_end_count(model: Encoder) -> None:
    story = "piove dal soffitto " + "della cucina e nessuno viene a vedere " * 40 + "e adesso chi chiamo"
    assert len(encoders.shortened(story)) <= encoders.LONGEST + 1
    assert np.array_equal(model.encode(story), model.encode(encoders.shortened(story)))
    assert encoders.shortened("chi chiamo") == "chi chiamo"


def test_an_empty_message_has_a_vector_too(model: Encoder) -> None:
    assert np.isfinite(model.encode("")).all()


def test_without_its_packages_the_model_is_absent() -> None:
    assert encoders.load(packages=("package_that_is_not_there",)) == (None, "absent")


def test_a_model_that_kills_its_process_is_not_loaded_in_ours() -> None:
    deadly = "import os, signal; os.kill(os.getpid(), signal.SIGILL)"
    assert encoders.load(probe=deadly) == (None, "broken")
