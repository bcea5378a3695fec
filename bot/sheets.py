"""Card files at the edge: .toml, .csv and .xlsx, one file or a folder of them, read within limits and written whole.

Reading happens in a child process with limits on memory and time: a sheet comes from anybody's computer (TRAPS 31).
"""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from bot.core.card import Card, Knowledge
from bot.core.card_fields import Kind
from bot.core.card_file import Place, Problem, Row
from bot.core.card_plain import TRANSLATION, columns, items, to_cells, translation_cells
from bot.core.errors import UserError
from bot.core.toml_writer import dump
from bot.sheets_child import CELL_LIMIT, safe_cell

ENDINGS = ("toml", "csv", "xlsx")
SIZE_LIMIT = 12 * 1024 * 1024  # bytes of one file: 1,500 cards in nine languages
FILES_LIMIT = 200  # of one folder
MEMORY_LIMIT = 768 * 1024 * 1024  # address space of the child
CPU_LIMIT = 20  # seconds
WALL_LIMIT = 30.0  # seconds

ROOT = str(Path(__file__).resolve().parent.parent)  # where the package lies, for the child

# The sheets of an .xlsx and the words in the first column of a .csv, in the order they are written.
SHEETS = {
    Kind.CARD: "Schede",
    TRANSLATION: "Traduzioni",
    Kind.QUARTER: "Quartieri",
    Kind.CATEGORY: "Categorie",
    Kind.CLOSURE: "Chiusure",
}
WORDS = {
    Kind.CARD: "scheda",
    TRANSLATION: "traduzione",
    Kind.QUARTER: "quartiere",
    Kind.CATEGORY: "categoria",
    Kind.CLOSURE: "chiusura",
}
KIND_HEADING = "tipo"
_WIDE = {
    "body",
    "questions",
    "keywords",
    "summary",
    "who",
    "how",
    "needs",
    "phones",
    "hours",
    "note",
    "streets",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What the files hold, before it is understood; `problems` are those of the files themselves."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(path: Path, *, memory: int = MEMORY_LIMIT, cpu: int = CPU_LIMIT) -> Contents:
    """The rows of a file, or of all .toml, .csv and .xlsx in a folder. Blocks: call it in a thread.

    Raises UserError where there is no such file, its ending is none of `ENDINGS`, or it is too large.
    """
    rows: list[Row] = []
    problems: list[Problem] = []
    for file in _files(path):
        found = _understood(file.name, _parse(_body(file), _ending(file), memory=memory, cpu=cpu))
        rows += found.rows
        problems += found.problems
    return Contents(rows=tuple(rows), problems=tuple(problems))


def read_bytes(name: str, body: bytes) -> Contents:
    """The same of a file that came without a path; its kind is told by its name. Blocks."""
    if len(body) > SIZE_LIMIT:
        raise UserError("file_too_large", path=name, limit=SIZE_LIMIT // 1024 // 1024)
    return _understood(name, _parse(body, _ending(Path(name)), memory=MEMORY_LIMIT, cpu=CPU_LIMIT))


def write(path: Path, knowledge: Knowledge) -> None:
    """Write everything into one file by its ending; the file is there whole or not at all. Blocks."""
    body = rendered(_ending(path), knowledge)
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(body)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise UserError("file_not_written", path=str(path), detail=error.strerror or str(error)) from error


def rendered(ending: str, knowledge: Knowledge) -> bytes:
    """The file's bytes; the same knowledge gives the same bytes."""
    match ending:
        case "toml":
            return dump(knowledge).encode()
        case "csv":
            return _csv(_tables(knowledge))
        case _:
            return _xlsx(_tables(knowledge))


def _files(path: Path) -> Sequence[Path]:
    if path.is_file():
        _ending(path)
        return [path]
    if not path.is_dir():
        raise UserError("file_missing", path=str(path))
    found = sorted(
        file
        for file in path.iterdir()
        if file.suffix[1:].lower() in ENDINGS and not file.name.startswith((".", "~$"))
    )
    if not found:
        raise UserError("folder_empty", path=str(path))
    if len(found) > FILES_LIMIT:
        raise UserError("too_many_files", path=str(path), limit=FILES_LIMIT)
    return found


def _ending(path: Path) -> str:
    ending = path.suffix[1:].lower()
    if ending not in ENDINGS:
        raise UserError("file_ending", path=str(path))
    return ending


def _understood(name: str, answer: Mapping[str, Sequence[Mapping[str, Any]]]) -> Contents:
    return Contents(
        rows=tuple(_row(raw, name) for raw in answer["rows"]),
        problems=tuple(_problem(raw, name) for raw in answer["problems"]),
    )


def _parse(body: bytes, ending: str, *, memory: int, cpu: int) -> dict[str, list[dict[str, Any]]]:
    command = [sys.executable, "-X", "utf8", "-m", "bot.sheets_child", ending, str(memory), str(cpu)]
    # The child gets no environment of ours (no token), only where to find the code.
    environment = {"PYTHONPATH": ROOT, "PATH": os.defpath, "MALLOC_ARENA_MAX": "1"}
    try:
        done = subprocess.run(  # noqa: S603  (our own code, no shell)
            command,
            input=body,
            capture_output=True,
            timeout=WALL_LIMIT,
            env=environment,
            cwd="/",
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _too_costly()
    if done.returncode != 0:
        return _too_costly()
    answer: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    return answer


def _body(file: Path) -> bytes:
    try:
        if file.stat().st_size > SIZE_LIMIT:
            raise UserError("file_too_large", path=str(file), limit=SIZE_LIMIT // 1024 // 1024)
        return file.read_bytes()
    except OSError as error:
        raise UserError("file_not_read", path=str(file), detail=error.strerror or str(error)) from error


def _too_costly() -> dict[str, list[dict[str, Any]]]:
    return {"rows": [], "problems": [{"place": {}, "key": "file_too_costly", "column": "", "args": {}}]}


def _row(raw: Mapping[str, Any], file: str) -> Row:
    return Row(
        table=raw["table"], place=Place(file=file, **raw["place"]), values=raw["values"], cells=raw["cells"]
    )


def _problem(raw: Mapping[str, Any], file: str) -> Problem:
    return Problem(
        place=Place(file=file, **raw["place"]), key=raw["key"], column=raw["column"], args=raw["args"]
    )


_Tables = Mapping[str, Sequence[Mapping[str, str]]]


def _tables(knowledge: Knowledge) -> _Tables:
    """The rows of every sheet, as safe cells. Raises UserError where a text does not fit into one."""
    found: dict[str, list[dict[str, str]]] = {
        kind: [to_cells(kind, item) for item in items(knowledge, kind)] for kind in Kind
    }
    cards: Iterable[Card] = knowledge.cards
    found[TRANSLATION] = [cells for card in cards for cells in translation_cells(card)]
    return {table: [_safe(cells) for cells in rows] for table, rows in found.items()}


def _safe(cells: Mapping[str, str]) -> dict[str, str]:
    safe = {name: safe_cell(text) for name, text in cells.items()}
    for name, text in safe.items():
        if len(text) > CELL_LIMIT:
            raise UserError("cell_does_not_fit", id=cells["id"], column=name, limit=CELL_LIMIT)
    return safe


def _csv(tables: _Tables) -> bytes:
    headings = list(dict.fromkeys(heading for table in SHEETS for _, heading in columns(table)))
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([KIND_HEADING, *headings])
    for table in SHEETS:
        shown = dict(columns(table))
        for cells in tables[table]:
            by_heading = {shown[name]: text for name, text in cells.items()}
            writer.writerow([WORDS[table], *(by_heading.get(heading, "") for heading in headings)])
    return out.getvalue().encode("utf-8-sig")  # with the mark, so that spreadsheets see the accents


def _xlsx(tables: _Tables) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties(
            {"created": datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)}
        )  # same content, same bytes
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        for table, name in SHEETS.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 1)
            for column, (field, heading) in enumerate(columns(table)):
                sheet.set_column(column, column, 48 if field in _WIDE else 18, plain)
                sheet.write_string(0, column, heading, bold)
                for row, cells in enumerate(tables[table], start=1):
                    if cells.get(field):
                        sheet.write_string(row, column, cells[field], plain)
    return out.getvalue()
