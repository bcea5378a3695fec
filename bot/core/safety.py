"""Whether somebody in a message is in danger, before anything else is looked at.

What is certain gets its help at once; what may be meant so gets it beside the answer. The models are `safety_model`.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.core import safety_model
from bot.core.unexpected import calls_for_help

if TYPE_CHECKING:
    from bot.core.meaning import Vector

LONGEST = 4_000  # characters; all a message can hold


class Danger(StrEnum):
    """What kind of help comes first; the order is that of precedence."""

    VIOLENCE = "violence"
    DANGER = "danger"
    DESPAIR = "despair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found. `sure` False: help is offered beside the answer, for whoever needs it.

    `beyond_doubt`: also where a card about something else fits the message well.
    """

    kind: Danger
    sure: bool
    beyond_doubt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """From which score on a message is taken for certain, and from which on help stands beside the answer."""

    beyond_doubt: float
    sure: float
    beside: float


# By meaning .97 of an unread writer's messages of danger are shown at .02 of the traps; by words alone it is far worse
# (docs/safety.md). Any lower and ordinary questions get the help card too often.
BY_WORDS = Limits(beyond_doubt=2.0, sure=1.25, beside=-0.6)
BY_MEANING = Limits(beyond_doubt=2.25, sure=1.75, beside=-1.2)


def look(text: str, vector: "Vector | None" = None) -> Finding | None:
    """What `text` says about somebody's safety, in any of our languages; None where nothing speaks of it.

    `vector` is its meaning by the model of `bot.encoders`; without it the words decide.
    """
    if calls_for_help(text):
        return Finding(kind=Danger.DANGER, sure=True, beyond_doubt=True)
    scores = safety_model.model().scores(text[:LONGEST], vector)
    best = max(scores)
    limits = BY_WORDS if vector is None else BY_MEANING
    if best < limits.beside:
        return None
    return Finding(
        kind=tuple(Danger)[scores.index(best)],
        sure=best >= limits.sure,
        beyond_doubt=best >= limits.beyond_doubt,
    )
