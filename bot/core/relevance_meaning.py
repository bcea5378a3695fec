"""A second look at whether an item is about public housing: by the meaning of its text, weighed with what its words say.

title, first words below it → vector (bot/encoders.py) → quadratic forms ┐
words (relevance.py) ───────────────────────────────────────────────────┴→ chances → verdict

A word the signals never saw counts too. Everything fitted is data, made by `python -m bot.bench.relevance_fit`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from bot.core import network
from bot.core.network import Layer
from bot.core.relevance import Item, Judgement, Rules, Verdict, Weight, chances, judge, topics_of, verdict_of
from bot.core.texts import Texts

if TYPE_CHECKING:
    from bot.core.meaning import Vector

LONGEST = 240  # characters that are embedded; a standfirst says in its first sentence what it is about
FAR = 8.0  # log odds; beyond them the words are no surer
PLAINLY_NOT = -6.0  # log odds of publishing by the words; below them nothing is embedded
PUBLISH_FROM, DROP_FROM = (
    0.64,
    0.5,
)  # chances; where two writers nobody had learnt from came out best (docs/news.md)
DROP_UNHEARD_FROM = 0.45
DATA = "relevance_meaning.bin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Everything that was fitted.

    `housing` and `doubt` are quadratic forms over the vector, moved by `centre` and of length 1; their biases are the linear
    part. `publish` and `ask`: what the two forms, the words' two log odds and 1 count for each of the two, against "no".
    """

    centre: tuple[float, ...]
    housing: Layer
    doubt: Layer
    offsets: tuple[float, float]
    publish: tuple[float, ...]
    ask: tuple[float, ...]

    def look(self, judgement: Judgement, vector: "Vector") -> tuple[Weight, Weight]:
        """Log odds of publishing and of asking: by meaning alone, and with the words."""
        meant = self.meant(vector)
        seen = features(meant, judgement.evidence)
        return meant, Weight(_dot(self.publish, seen), _dot(self.ask, seen))

    def meant(self, vector: "Vector") -> Weight:
        """What the text of `vector` is like: more than 0 is liker than news about something else."""
        import numpy as np

        moved = vector - np.asarray(self.centre, dtype=np.float32)
        moved /= max(float(np.linalg.norm(moved)), 1e-9)
        forms = zip((self.housing, self.doubt), self.offsets, strict=True)
        housing, doubt = (float(moved @ network.applied(form, moved)) + offset for form, offset in forms)
        return Weight(housing, doubt)


def features(meant: Weight, words: Weight) -> tuple[float, ...]:
    """What is weighed with each other."""
    return (*meant, *(max(-FAR, min(FAR, one)) for one in words), 1.0)


@cache
def model() -> Model:
    """The model as fitted, read once."""
    return unpacked((resources.files("bot.core") / DATA).read_bytes())


def text_of(item: Item) -> str:
    """What of `item` is embedded: the title and what follows, cut between words; a title all in capitals counts as one in none."""
    title, summary = (" ".join(part.split()) for part in (item.title, item.summary))
    text = f"{title}. {summary}" if title and summary else title or summary
    if (title or summary).isupper():
        text = text.lower()
    return text if len(text) <= LONGEST else text[: LONGEST + 1].rpartition(" ")[0] or text[:LONGEST]


def in_doubt(judgement: Judgement) -> bool:
    """Whether the meaning may change what the words say; it may not where staff's own words stand."""
    return not judgement.by_staff and judgement.evidence.publish > PLAINLY_NOT


def judge_with(
    encode: "Callable[[str], Vector] | None",
    item: Item,
    *,
    rules: Rules,
    texts: Texts,
    quarters: Iterable[str] = (),
) -> Judgement:
    """What `item` is by its words, and by its meaning where there is a model: `encode` gives a text's vector."""
    judgement = judge(item, rules=rules, quarters=quarters)
    if encode is None or not in_doubt(judgement):
        return judgement
    return reconsidered(judgement, item, encode(text_of(item)), rules=rules, texts=texts)


def reconsidered(
    judgement: Judgement,
    item: Item,
    vector: "Vector",
    *,
    rules: Rules,
    texts: Texts,
    fitted: Model | None = None,
) -> Judgement:
    """What `item` is by its words and by the meaning of `text_of` it; a line in the reasons says what that is like."""
    fitted = fitted or model()
    meant, together = fitted.look(judgement, vector)
    verdict = decided(together, heard=judgement.heard)
    publish, ask, _ = chances(together)
    return replace(
        judgement,
        verdict=verdict,
        score=round(publish + ask / 4, 3),
        topics=() if verdict is Verdict.NO else topics_of(item, rules),
        reasons=(*judgement.reasons, texts.plain(f"news_meaning_{_likest(meant)}")),
    )


def decided(together: Weight, *, heard: bool) -> Verdict:
    """The verdict by these log odds. What no word speaks for never goes out unasked, and is asked about more seldom."""
    publish, _, no = chances(together)
    if not heard:
        return Verdict.NO if no >= DROP_UNHEARD_FROM else Verdict.REVIEW
    return verdict_of(publish, no, publish_from=PUBLISH_FROM, drop_from=DROP_FROM)


def packed(model: Model) -> bytes:
    """`model` as the data file holds it."""
    return network.packed(
        (model.housing, model.doubt),
        centre=model.centre,
        offsets=model.offsets,
        publish=model.publish,
        ask=model.ask,
    )


def unpacked(data: bytes) -> Model:
    """The model of a data file."""
    (housing, doubt), numbers = network.unpacked(data)
    first, second = numbers["offsets"]
    return Model(
        centre=tuple(numbers["centre"]),
        housing=housing,
        doubt=doubt,
        offsets=(first, second),
        publish=tuple(numbers["publish"]),
        ask=tuple(numbers["ask"]),
    )


def _dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def _likest(meant: Weight) -> Verdict:
    by_odds = {Verdict.HOUSING: meant.publish, Verdict.REVIEW: meant.ask, Verdict.NO: 0.0}
    return max(by_odds, key=by_odds.__getitem__)
