"""The child process that reads card files: bytes in on stdin, one JSON answer out on stdout, within its limits.

The answer is {"rows": [{"table", "place", "values", "cells"}], "problems": [{"place", "key", "column", "args"}]}; a file
that cannot be read at all has one problem and no rows.
"""

import csv
import io
import json
import re
import resource
import sys
import tomllib
import zipfile
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.core.card_fields import Kind
from bot.core.card_plain import TRANSLATION, column_name
from bot.core.card_values import fold_word
from bot.core.errors import UserError

ROWS_LIMIT = 20_000  # of one sheet: 2,000 cards in nine languages, a row each
COLUMNS_LIMIT = 100
CELL_LIMIT = 32_767  # characters, a spreadsheet's own limit
MERGED_TOLD = (
    20  # only the first cell of merged ones holds the value: the other rows would be taken for empty
)
PARTS_LIMIT = 200  # files in the zip that an .xlsx is
UNPACKED_LIMIT = 48 * 1024 * 1024  # bytes
RATIO_LIMIT = 200  # unpacked to packed

TABLES = {
    "card": Kind.CARD, "scheda": Kind.CARD, "schede": Kind.CARD,
    "quarter": Kind.QUARTER, "quartiere": Kind.QUARTER, "quartieri": Kind.QUARTER,
    "category": Kind.CATEGORY, "categoria": Kind.CATEGORY, "categorie": Kind.CATEGORY,
    "closure": Kind.CLOSURE, "chiusura": Kind.CLOSURE, "chiusure": Kind.CLOSURE,
    "translation": TRANSLATION, "traduzione": TRANSLATION, "traduzioni": TRANSLATION,
}  # fmt: skip
KIND_HEADINGS = frozenset({"tipo", "type", "kind"})

_RISKY = "=+-@\t\r'"
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*(\w+)[ \t]*\]\]", re.MULTILINE)
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")

Answer = dict[str, list[dict[str, Any]]]


def parse(ending: str, body: bytes) -> Answer:
    """What the file holds; `ending` is "toml", "csv" or "xlsx"."""
    answer: Answer = {"rows": [], "problems": []}
    try:
        match ending:
            case "toml":
                _read_toml(body, answer)
            case "csv":
                _read_csv(body, answer)
            case _:
                _read_xlsx(body, answer)
    except UserError as error:
        return {"rows": [], "problems": [_problem(error)]}
    except (MemoryError, RecursionError):
        return {"rows": [], "problems": [_problem(UserError("file_too_costly"))]}
    return answer


def safe_cell(text: str) -> str:
    """`text` for a cell: what a spreadsheet would take for a formula gets a leading ' (TRAPS 31)."""
    return f"'{text}" if text[:1] and text[0] in _RISKY else text


def _plain_cell(text: str) -> str:
    """The reverse of `safe_cell`; also the ' people type before a number stays harmless."""
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in _RISKY else text


def _problem(error: UserError, *, table: str = "", row: int = 0, column: str = "") -> dict[str, Any]:
    return {
        "place": {"table": table, "row": row},
        "key": error.key,
        "column": column,
        "args": error.text_args,
    }


def _row(table: str, shown: str, row: int, values: dict[str, Any], *, cells: bool) -> dict[str, Any]:
    return {"table": table, "place": {"table": shown, "row": row}, "values": values, "cells": cells}


def _read_toml(body: bytes, answer: Answer) -> None:
    text = _decoded(body, strict=True)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _POSITION.search(str(error))
        raise UserError(
            "toml_broken", line=at[1] if at else "?", column=at[2] if at else "?", detail=str(error)
        ) from error
    lines = _table_lines(text)
    for name, tables in document.items():
        if (
            name not in set(Kind)
            or not isinstance(tables, list)
            or not all(isinstance(one, dict) for one in tables)
        ):
            answer["problems"].append(_problem(UserError("table_unknown", text=name), table=name))
            continue
        _check_rows(len(tables))
        known = lines.get(name, [])
        known = known if len(known) == len(tables) else [0] * len(tables)
        answer["rows"] += [
            _row(name, name, at, one, cells=False) for one, at in zip(tables, known, strict=True)
        ]


def _table_lines(text: str) -> dict[str, list[int]]:
    """For each [[name]] the lines where its tables begin."""
    lines: dict[str, list[int]] = {}
    line, last = 1, 0
    for found in _HEADER.finditer(text):
        line += text.count("\n", last, found.start())
        last = found.start()
        lines.setdefault(found[1], []).append(line)
    return lines


def _decoded(body: bytes, *, strict: bool = False) -> str:
    """UTF-8 with or without its mark; a sheet's may be UTF-16 ("Unicode text") or Windows' Western code page."""
    try:
        if not strict and body.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return body.decode("utf-16")
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if strict:
            raise UserError("file_not_utf8") from error
        return body.decode("cp1252", errors="replace")


def _read_csv(body: bytes, answer: Answer) -> None:
    text = _decoded(body)
    csv.field_size_limit(CELL_LIMIT * 4)
    said = _SEPARATOR.match(text)  # Excel's own first line, "sep=;"
    text = text[said.end() :] if said else text
    first = text.lstrip().split("\n", 1)[0]
    delimiter = said[1] if said else max(";,\t", key=first.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        full = _read_table(enumerate(reader, start=2 if said else 1), "", Kind.CARD, answer)
    except csv.Error as error:
        raise UserError("csv_broken") from error
    if not full:
        raise UserError("file_empty")


def _read_xlsx(body: bytes, answer: Answer) -> None:
    from python_calamine import CalamineError, CalamineWorkbook

    _check_zip(body)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(body)) as book:
            names = book.sheet_names
            full = False
            for name in names:
                table = TABLES.get(fold_word(name)) or (Kind.CARD if len(names) == 1 else None)
                sheet = book.get_sheet_by_name(name)
                if table is None:
                    if sheet.height:  # the empty "Foglio2" that comes with a new file is nobody's mistake
                        answer["problems"].append(_problem(UserError("sheet_unknown", text=name), table=name))
                    continue
                _check_rows(sheet.height)
                _check_columns(sheet.width)
                for first, _ in (sheet.merged_cell_ranges or [])[:MERGED_TOLD]:
                    merged = UserError("cells_merged")
                    column = _letters(first[1])
                    answer["problems"].append(_problem(merged, table=name, row=first[0] + 1, column=column))
                full = _read_table(enumerate(sheet.iter_rows(), start=1), name, table, answer) or full
    except (CalamineError, OSError, ValueError) as error:
        raise UserError("xlsx_broken") from error
    if not (full or answer["problems"]):
        raise UserError("file_empty")


def _letters(column: int) -> str:
    """The name a spreadsheet gives to a column, counted from 0: "A", "AB"."""
    return (_letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def _check_zip(body: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile as error:
        raise UserError("xlsx_broken") from error
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > PARTS_LIMIT or unpacked > UNPACKED_LIMIT or unpacked > RATIO_LIMIT * max(len(body), 4096):
        raise UserError("file_too_costly")


def _check_rows(number: int) -> None:
    if number > ROWS_LIMIT + 1:
        raise UserError("too_many_rows", limit=ROWS_LIMIT)


def _check_columns(number: int) -> None:
    if number > COLUMNS_LIMIT:
        raise UserError("too_many_columns", limit=COLUMNS_LIMIT)


def _read_table(rows: Iterator[tuple[int, Sequence[Any]]], shown: str, table: str, answer: Answer) -> bool:
    """Turn the rows of one sheet into answers; the first row that is not empty holds the headings.

    False where there is no such row.
    """
    headings: list[str] = []
    count = 0
    for number, cells in rows:
        values = [_cell(cell) for cell in cells]
        if not any(value != "" for value in values):
            continue
        if not headings:
            _check_columns(len(values))
            headings = [str(value).strip() for value in values]
            if not any(column_name(table, heading) == "id" for heading in headings):
                answer["problems"].append(_problem(UserError("headings_missing"), table=shown, row=number))
                return True
            _check_headings(headings, shown, number, table, answer)
            continue
        count += 1
        _check_rows(count)
        _take(headings, values, shown, number, table, answer)
    return bool(headings)


def _check_headings(headings: Sequence[str], shown: str, number: int, table: str, answer: Answer) -> None:
    mixed = any(fold_word(heading) in KIND_HEADINGS for heading in headings)
    tables = sorted(set(TABLES.values())) if mixed else [table]
    names = [column_name(table, heading) or fold_word(heading) for heading in headings]
    for heading, name in zip(headings, names, strict=True):
        known = fold_word(heading) in KIND_HEADINGS or any(column_name(one, heading) for one in tables)
        if heading and not known:
            answer["problems"].append(
                _problem(UserError("field_unknown", text=heading), table=shown, row=number, column=heading)
            )
        if heading and names.count(name) > 1:
            answer["problems"].append(
                _problem(UserError("column_twice", text=heading), table=shown, row=number, column=heading)
            )


def _take(
    headings: Sequence[str], values: Sequence[Any], shown: str, number: int, table: str, answer: Answer
) -> None:
    said = {
        heading: value for heading, value in zip(headings, values, strict=False) if heading and value != ""
    }
    if any(value != "" for value in values[len(headings) :]):
        answer["problems"].append(_problem(UserError("cells_beyond_headings"), table=shown, row=number))
    for heading in headings:
        if fold_word(heading) in KIND_HEADINGS:
            word = str(said.pop(heading, "scheda"))
            if fold_word(word) not in TABLES:
                answer["problems"].append(
                    _problem(UserError("table_unknown", text=word), table=shown, row=number, column=heading)
                )
                return
            table = TABLES[fold_word(word)]
    named: dict[str, Any] = {}
    for heading, value in said.items():
        name = column_name(table, heading)
        if name is not None:
            named[name] = value
        elif any(column_name(one, heading) for one in set(TABLES.values())):
            answer["problems"].append(
                _problem(UserError("column_not_here", text=heading), table=shown, row=number, column=heading)
            )
    answer["rows"].append(_row(table, shown, number, named, cells=True))


def _cell(cell: Any) -> Any:
    match cell:
        case None:
            return ""
        case str():
            if len(cell) > CELL_LIMIT:
                raise UserError("cell_too_long", limit=CELL_LIMIT)
            return _plain_cell(cell)
        case datetime() | date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
        case _:
            return cell


def _as_json(value: object) -> str:
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def main(ending: str, memory: int, cpu: int) -> None:
    """Read one file from stdin and answer."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    answer = parse(ending, sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer, default=_as_json).encode())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
