"""The edits bench in its short form: whatever is edited is found by the next question."""

from pathlib import Path

from bot.bench.edits import EDITS, lines, samples
from bot.core.card import Card, Knowledge

KNOWN = Knowledge(
    cards=tuple(
        Card(id=f"c{at}", title=f"Scheda {at}", questions=(f"domanda {at}",), keywords=("parola",))
        for at in range(3)
    )
)


async def test_every_edit_is_found_by_the_next_question(tmp_path: Path) -> None:
    """Counted, and each edit has its line."""
    measured = await samples(KNOWN, tmp_path, rounds=2)
    assert len(measured) == 2 * len(EDITS)
    assert all(one.found for one in measured)
    assert [line.split("  ")[0] for line in lines(measured)][1:] == list(EDITS)
