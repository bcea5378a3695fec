"""`portineria hours`: reads hours as people write them, says what was understood and whether it is open."""

import json
from datetime import UTC, datetime

import click

from bot.catalogs import texts
from bot.core import italian_hours, opening
from bot.core.closures import closures
from bot.core.errors import UserError
from bot.core.opening import OpeningState
from bot.core.rome import ROME
from bot.core.texts import Texts


@click.command()
@click.argument("text")
@click.option(
    "--at", "moment", metavar="ISO", help="look at this moment instead of now; without zone: Milan's time"
)
@click.option("--json", "as_json", is_flag=True, help="print one JSON object")
def hours(text: str, moment: str | None, as_json: bool) -> None:
    """Read opening hours; say what they mean, whether it is open.

    TEXT is Italian or OSM opening_hours.
    """
    say = texts("it")
    at = read_moment(moment)
    read = italian_hours.read(text)
    state = opening.state(read.osm, at=at, closures=closures())
    says = opening.says(state, say, at=at).text
    words = read.words(say).text
    if as_json:
        click.echo(
            json.dumps({"osm": read.osm, **_state(state), "words": words, "says": says}, ensure_ascii=False)
        )
        return
    click.echo(read.osm)
    _tell(say, words, says)


def read_moment(text: str | None) -> datetime:
    """An ISO moment, Milan's time where it has no zone; now where there is none.

    Raises UserError("moment_unreadable", text=…).
    """
    if text is None:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UserError("moment_unreadable", text=text) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=ROME)


def _state(state: OpeningState) -> dict[str, object]:
    return {
        "open": state.open,
        "until": state.until.isoformat() if state.until else None,
        "reopens": state.reopens.isoformat() if state.reopens else None,
        "comment": state.comment,
        "closed_for": state.closed_for,
    }


def _tell(say: Texts, words: str, says: str) -> None:
    click.echo(say.plain("hours_understood", words=words), err=True)
    click.echo(says, err=True)
