"""The meaning model: there, absent, or deadly on this machine."""

import subprocess
import sys

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


@pytest.mark.parametrize(
    "text",
    [
        "我家的暖气已经三天没有热了没有人来看也没有人接电话我应该找谁" * 140,
        "المصعد معطل منذ أسبوع ولا أحد يجيب على الهاتف " * 90,
        "😭🔥🏠🙏😡" * 800,
        "éàùñçêâ" * 570,
        "piove dal soffitto della cucina e nessuno viene a vedere " * 70,
    ],
    ids=["Chinese", "Arabic", "emojis", "accents", "Italian"],
)
def test_no_message_costs_more_than_its_tokens_whatever_its_script(text: str) -> None:
    _, tokens = encoders.load_model()
    cut = encoders.affordable(text[:4000], tokens)
    assert tokens(cut) <= encoders.MOST_TOKENS
    assert cut[:4] == text[:4]
    assert cut[-4:] == text[:4000][-4:]


def test_a_message_of_ordinary_length_is_embedded_whole_like_the_text_of_a_card(model: Encoder) -> None:
    text = (
        "piove dal soffitto della cucina da tre giorni e nessuno dell'Aler viene a vedere, chi devo chiamare?"
    )
    assert np.array_equal(model.encode_message(text), model.encode(text))


def test_of_a_long_message_no_more_is_embedded_than_fits() -> None:
    given: list[str] = []

    def letters(text: str) -> list[float]:
        given.append(text)
        return [1.0, 0.0]

    Encoder(letters, tokens=len).encode_message("a" * 100 + "z" * 100)
    assert len(given[0]) <= encoders.MOST_TOKENS
    assert (given[0][0], given[0][-1]) == ("a", "z")


def test_an_empty_message_has_a_vector_too(model: Encoder) -> None:
    assert np.isfinite(model.encode("")).all()


def test_a_character_of_eighteen_letters_does_not_end_the_process() -> None:
    line = "from bot import encoders; print(encoders.load()[0].encode_message('\\ufdfa' * 4000).shape)"
    found = subprocess.run([sys.executable, "-c", line], capture_output=True, check=False)
    assert (found.returncode, found.stdout.strip()) == (0, b"(384,)")


def test_half_a_character_is_no_trouble(model: Encoder) -> None:
    assert np.isfinite(model.encode_message("ciao \ud83d")).all()


def test_without_its_packages_the_model_is_absent() -> None:
    assert encoders.load(packages=("package_that_is_not_there",)) == (None, "absent")


def test_a_model_that_kills_its_process_is_not_loaded_in_ours() -> None:
    deadly = "import os, signal; os.kill(os.getpid(), signal.SIGILL)"
    assert encoders.load(probe=deadly) == (None, "broken")
