"""What a meaning model says about the cards, as plain numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """How near one message and each card are, in several views; larger is nearer, each view has its own scale."""

    rows: Mapping[str, int]  # card id → its place in each view
    views: Mapping[str, NDArray[np.float64]]
    decoys: Mapping[str, float] = field(
        default_factory=dict
    )  # of some views, the best message of another domain

    def of(self, card_id: str) -> dict[str, float]:
        """Each view of one card; none of one the model has not seen yet."""
        row = self.rows.get(card_id)
        return {} if row is None else {view: float(values[row]) for view, values in self.views.items()}
