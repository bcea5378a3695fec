"""Card files: the same content in .toml, .csv and .xlsx, and what happens with broken or hostile ones."""

import csv
import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings

from bot import sheets, sheets_child
from bot.core import card_changes
from bot.core.card import Card, Category, Closure, Knowledge, Phone, Quarter, Translation
from bot.core.card_fields import Kind
from bot.core.card_file import Place, Row, read_rows
from bot.core.card_plain import columns
from bot.core.errors import UserError
from tests.made_cards import knowledge

SMALL = Knowledge(
    cards=(
        Card(
            id="ascensore",
            title="Ascensore rotto",
            quarters=("san-siro",),
            category="guasti",
            body='Chiama:\n\n- "subito"\n- con calma',
            phones=(
                Phone(number="+390273921", label="Centralino | Aler", hours="Mo-Fr 09:00-12:00; We off"),
                Phone(number="1522", free=True),
            ),
            hours="Mo-Fr 09:00-12:30",
            closures=(date(2026, 12, 24),),
            verified_on=date(2026, 11, 1),
            keywords=("lift; montacarichi", "cabina"),
            questions=("=ascensore rotto", "si è rotto l'ascensore"),
            translations={"en": Translation(title="Broken lift", questions=("the lift is broken",))},
        ),
    ),
    quarters=(Quarter(id="san-siro", name="San Siro", aliases=("sansiro",), municipio=7, listed=True),),
    categories=(Category(id="guasti", title="Guasti", icon="🔧", order=1),),
    closures=(Closure(id="ponte", first=date(2026, 6, 1), last=date(2026, 6, 1), reason="Ponte"),),
)


def understood(answer) -> card_changes.Merged:
    """What the child's answer means, over nothing."""
    assert answer["problems"] == []
    rows = [
        Row(table=raw["table"], place=Place(**raw["place"]), values=raw["values"], cells=raw["cells"])
        for raw in json.loads(json.dumps(answer, default=str))["rows"]
    ]
    drafts = read_rows(rows)
    assert drafts.problems == ()
    return card_changes.merge(Knowledge(), drafts.drafts)


@pytest.mark.parametrize("ending", sheets.ENDINGS)
def test_a_file_gives_back_what_was_written_through_the_real_child(tmp_path, ending):
    path = tmp_path / f"schede.{ending}"
    sheets.write(path, SMALL)
    contents = sheets.read(path)
    assert contents.problems == ()
    drafts = read_rows(contents.rows)
    assert drafts.problems == ()
    assert card_changes.merge(Knowledge(), drafts.drafts).after == SMALL


@pytest.mark.parametrize("ending", sheets.ENDINGS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(content=knowledge())
def test_any_knowledge_survives_every_format(ending, content):
    merged = understood(sheets_child.parse(ending, sheets.rendered(ending, content)))
    assert merged.problems == ()
    assert merged.after == content


@pytest.mark.parametrize("ending", sheets.ENDINGS)
def test_the_same_content_gives_the_same_bytes(ending):
    assert sheets.rendered(ending, SMALL) == sheets.rendered(ending, SMALL)


def test_no_cell_of_a_sheet_can_be_taken_for_a_formula():
    for row in csv.reader(io.StringIO(sheets.rendered("csv", SMALL).decode("utf-8-sig")), delimiter=";"):
        assert not [cell for cell in row if cell[:1] in ("=", "+", "-", "@") and cell != "-"]
    with zipfile.ZipFile(io.BytesIO(sheets.rendered("xlsx", SMALL))) as packed:
        assert all(b"<f>" not in packed.read(name) for name in packed.namelist())


def test_a_folder_is_read_whole_and_other_files_are_left_alone(tmp_path):
    (tmp_path / "a.toml").write_text('[[card]]\nid = "a"\ntitle = "A"\n', "utf-8")
    (tmp_path / "b.csv").write_text("id;titolo\nb;B\n", "utf-8")
    (tmp_path / "README.md").write_text("niente", "utf-8")
    (tmp_path / "~$c.xlsx").write_bytes(b"lock file")
    rows = sheets.read(tmp_path).rows
    assert [(row.place.file, row.values["id"]) for row in rows] == [("a.toml", "a"), ("b.csv", "b")]


def test_rows_say_where_they_stand(tmp_path):
    (tmp_path / "a.toml").write_text(
        '# first\n\n[[card]]\nid = "a"\ntitle = "A"\n\n[[card]]\nid = "b"\ntitle = "B"\n', "utf-8"
    )
    assert [row.place for row in sheets.read(tmp_path / "a.toml").rows] == [
        Place(file="a.toml", table="card", row=3),
        Place(file="a.toml", table="card", row=7),
    ]


def test_a_sheet_as_editors_save_it_is_read(tmp_path):
    """Commas or semicolons, an old code page, Italian headings in any case, numbers as numbers."""
    (tmp_path / "a.csv").write_bytes(
        "ID,Titolo,Parole chiave,Vuota\n\na,Città,guasto; rotto,\n".encode("cp1252")
    )
    (row,) = sheets.read(tmp_path / "a.csv").rows
    assert row.values == {"id": "a", "title": "Città", "keywords": "guasto; rotto"}
    assert row.place == Place(file="a.csv", table="", row=3)


def test_a_workbook_with_numbers_dates_and_a_moved_table_is_read(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Foglio1")
        sheet.write_row(2, 1, ["id", "titolo", "telefoni", "verificato il", "riservata"])
        sheet.write_row(3, 1, ["a", "A", 1522])
        sheet.write_datetime(3, 4, datetime(2026, 11, 22), book.add_format({"num_format": "dd/mm/yyyy"}))  # noqa: DTZ001
        sheet.write_boolean(3, 5, True)
    contents = sheets.read(path)
    assert contents.problems == ()
    drafts = read_rows(contents.rows)
    assert drafts.problems == ()
    (card,) = card_changes.merge(Knowledge(), drafts.drafts).after.cards
    assert card.phones == (Phone(number="1522", free=True),)
    assert (card.verified_on, card.sensitive) == (date(2026, 11, 22), True)
    assert contents.rows[0].place == Place(file="a.xlsx", table="Foglio1", row=4)


def problems(tmp_path: Path, name: str, body: bytes) -> list[tuple[str, int, str]]:
    """The problems of a file as (key, row, column)."""
    (tmp_path / name).write_bytes(body)
    contents = sheets.read(tmp_path / name)
    return [(problem.key, problem.place.row, problem.column) for problem in contents.problems]


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("a.toml", b'[[card]]\nid = "a\n', [("toml_broken", 0, "")]),
        ("a.toml", b"\xff\xfe", [("file_not_utf8", 0, "")]),
        ("a.toml", b"[[scheda]]\nid = 'a'\n", [("table_unknown", 0, "")]),
        ("a.toml", b"card = 3\n", [("table_unknown", 0, "")]),
        ("a.toml", b"x = " + b"[" * 50_000, [("file_too_costly", 0, "")]),
        ("a.csv", b"id;titolo;colore\na;A;blu\n", [("field_unknown", 1, "colore")]),
        (
            "a.csv",
            b"id;titolo;Titolo\na;A;B\n",
            [("column_twice", 1, "titolo"), ("column_twice", 1, "Titolo")],
        ),
        ("a.csv", b"id;titolo\na;A;oltre\n", [("cells_beyond_headings", 2, "")]),
        ("a.csv", b"tipo;id;titolo;orari\ncategoria;a;A;lun 9-12\n", [("column_not_here", 2, "orari")]),
        ("a.csv", b"tipo;id;titolo\ncosa;a;A\n", [("table_unknown", 2, "tipo")]),
        ("a.csv", b'id;titolo\na;"A\n', [("csv_broken", 0, "")]),
        ("a.csv", b"id;titolo\n" + b"a;A\n" * 21_000, [("too_many_rows", 0, "")]),
        ("a.csv", b";".join(b"c%d" % n for n in range(200)), [("too_many_columns", 0, "")]),
        ("a.csv", b"id;titolo\na;" + b"x" * 40_000 + b"\n", [("cell_too_long", 0, "")]),
        ("a.csv", b"", [("file_empty", 0, "")]),
        ("a.csv", b"\xef\xbb\xbf;;\r\n", [("file_empty", 0, "")]),
        ("a.csv", b"Le nostre schede;;\nid;titolo;\na;A;\n", [("headings_missing", 1, "")]),
        ("a.xlsx", b"not a zip", [("xlsx_broken", 0, "")]),
        ("a.xlsx", b"PK\x05\x06" + b"\x00" * 18, [("xlsx_broken", 0, "")]),
    ],
)
def test_broken_files_are_named_with_their_place(tmp_path, name, body, expected):
    assert problems(tmp_path, name, body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "id;titolo\na;Perché\n".encode("cp1252"),
        "\ufeffid\ttitolo\r\na\tPerché\r\n".encode("utf-16-le"),
        "id;titolo\ra;Perché\r".encode(),
        "sep=|\r\nid|titolo\r\na|Perché\r\n".encode("utf-8-sig"),
        "\r\n\r\nid,titolo\r\na,Perché\r\n".encode(),
    ],
)
def test_a_csv_is_read_however_a_spreadsheet_saved_it(tmp_path, body):
    (tmp_path / "a.csv").write_bytes(body)
    contents = sheets.read(tmp_path / "a.csv")
    assert contents.problems == ()
    assert [dict(row.values) for row in contents.rows] == [{"id": "a", "title": "Perché"}]


def test_the_empty_sheets_a_new_workbook_has_are_nobodys_mistake(tmp_path):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet("Schede")
        page.write_row(0, 0, ["id", "titolo"])
        page.write_row(1, 0, ["a", "A"])
        book.add_worksheet("Foglio2")
    (tmp_path / "a.xlsx").write_bytes(out.getvalue())
    contents = sheets.read(tmp_path / "a.xlsx")
    assert contents.problems == ()
    assert len(contents.rows) == 1


def test_merged_cells_are_named_since_only_the_first_holds_the_value(tmp_path):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet("Schede")
        page.write_row(0, 0, ["id", "titolo", "categoria"])
        page.write_column(1, 0, ["a", "b"])
        page.write_column(1, 1, ["A", "B"])
        page.merge_range(1, 2, 2, 2, "guasti")
    assert problems(tmp_path, "a.xlsx", out.getvalue()) == [("cells_merged", 2, "C")]


def workbook(sheet_xml: str) -> bytes:
    """The smallest .xlsx around one sheet's XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/></Types>',
        )
        packed.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>",
        )
        packed.writestr(
            "xl/workbook.xml",
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
            '<sheet name="Schede" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        packed.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
        )
        packed.writestr(
            "xl/worksheets/sheet1.xml",
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            f"{sheet_xml}</sheetData></worksheet>",
        )
    return out.getvalue()


def cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_the_hand_made_workbook_of_these_tests_is_a_good_one(tmp_path):
    rows = f'<row r="1">{cell("A1", "id")}{cell("B1", "titolo")}</row><row r="2">{cell("A2", "a")}{cell("B2", "A")}</row>'
    (tmp_path / "a.xlsx").write_bytes(workbook(rows))
    (row,) = sheets.read(tmp_path / "a.xlsx").rows
    assert row.values == {"id": "a", "title": "A"}


def test_two_cells_in_opposite_corners_do_not_take_the_memory_of_all_between(tmp_path):
    far = f'<row r="1">{cell("A1", "id")}</row><row r="1048576">{cell("XFD1048576", "x")}</row>'
    assert problems(tmp_path, "a.xlsx", workbook(far)) == [("file_too_costly", 0, "")]


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path):
    assert problems(tmp_path, "a.xlsx", workbook(" " * 60_000_000)) == [("file_too_costly", 0, "")]


def test_a_sheet_of_very_many_rows_is_refused(tmp_path):
    rows = "".join(f'<row r="{row}">{cell(f"A{row}", "a")}</row>' for row in range(1, 21_000))
    assert problems(tmp_path, "a.xlsx", workbook(rows)) == [("too_many_rows", 0, "")]


def test_a_child_out_of_time_is_a_refusal_not_a_hang(tmp_path):
    (tmp_path / "a.toml").write_text(
        "".join(f'[[card]]\nid = "c{n}"\ntitle = "X"\n' for n in range(100_000)), "utf-8"
    )
    contents = sheets.read(tmp_path / "a.toml", cpu=1)
    assert [problem.key for problem in contents.problems] in (["file_too_costly"], ["too_many_rows"])


def test_an_unknown_sheet_is_named(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Schede").write_row(0, 0, ["id", "titolo"])
        book.add_worksheet("Appunti").write_row(0, 0, ["bla"])
    assert [(problem.key, problem.place.table) for problem in sheets.read(path).problems] == [
        ("sheet_unknown", "Appunti")
    ]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("none.toml", "file_missing"),
        ("a.txt", "file_ending"),
        ("empty", "folder_empty"),
        ("big.csv", "file_too_large"),
    ],
)
def test_what_cannot_be_opened_is_told(tmp_path, name, key):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "big.csv").write_bytes(b"x" * (sheets.SIZE_LIMIT + 1))
    with pytest.raises(UserError) as caught:
        sheets.read(tmp_path / name)
    assert caught.value.key == key


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    with pytest.raises(UserError) as caught:
        sheets.write(tmp_path / "nowhere" / "a.toml", SMALL)
    assert caught.value.key == "file_not_written"
    assert list(tmp_path.iterdir()) == []


def test_every_column_is_explained_to_editors():
    manual = (Path(__file__).parents[1] / "docs" / "writing-cards.md").read_text("utf-8")
    for name, heading in columns(Kind.CARD):
        assert f"`{name}`" in manual, name
        assert heading in manual, heading
    for sheet in sheets.SHEETS.values():
        assert sheet == "Schede" or f"*{sheet}*" in manual
