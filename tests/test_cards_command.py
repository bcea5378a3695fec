"""`portineria cards` and `portineria hours` as people call them: status, data on stdout, texts on stderr."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.catalogs import texts
from bot.cli import main

GOOD = '[[card]]\nid = "a"\ntitle = "A"\nhours = "lun-ven 9-12"\n'


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def file(folder: Path, text: str, name: str = "a.toml") -> str:
    (folder / name).write_text(text, "utf-8")
    return name


def test_a_good_file_is_told_so(here):
    done = run("cards", "check", file(here, GOOD))
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "1 scheda a posto.",
        "1 scheda da verificare: nessuno qui l’ha ancora controllata.",
    ]


def test_mistakes_are_told_one_a_line_with_status_1(here):
    done = run(
        "cards", "check", file(here, GOOD + '\n[[card]]\nid = "b"\ntitle = "B"\nhours = "mai"\nfax = "1"\n')
    )
    assert done.exit_code == 1
    assert done.stderr.splitlines()[:2] == [
        (
            "a.toml, [[card]], riga 6, «b», colonna hours: Non capisco questa parte degli orari: «mai». "
            "Scrivi per esempio «lun-ven 9-12.30 e 14-17, mer chiuso» o «su appuntamento»."
        ),
        "a.toml, [[card]], riga 6, «b», colonna fax: «fax» non è una colonna conosciuta: correggi il nome o toglila.",
    ]


def test_a_sheets_mistake_names_the_heading_people_see(here):
    done = run("cards", "check", file(here, "id;titolo;verificato il\na;A;ieri\n", "a.csv"))
    assert done.exit_code == 1
    assert done.stderr.startswith("a.csv, riga 2, «a», colonna verificato il: «ieri» non è una data.")


@pytest.mark.parametrize("name", ["none.toml", "a.txt", "broken.toml"])
def test_what_cannot_be_read_at_all_is_status_2(here, name):
    file(here, "x", "a.txt")
    file(here, "[[card", "broken.toml")
    done = run("cards", "check", name)
    assert done.exit_code == 2
    assert name in done.stderr


def test_check_gives_json(here):
    done = run("cards", "check", file(here, GOOD + '[[card]]\nid = "b"\n'), "--json")
    found = json.loads(done.stdout)
    assert (found["cards"], found["fresh"]["to_verify"]) == (1, 1)
    assert [(one["row"], one["column"], one["key"]) for one in found["problems"]] == [
        (5, "title", "field_missing")
    ]


def test_import_shows_the_difference_and_undo_takes_it_back(here):
    first = run("cards", "import", file(here, GOOD))
    assert first.exit_code == 0
    assert first.stderr.splitlines() == [
        "+ scheda «a»",
        "    titolo: A",
        "    orari: da lunedì a venerdì 9:00-12:00",
        "nuovi: 1, cambiati: 0, tolti: 0",
        "Fatto. Si annulla per 30 giorni con: portineria cards undo 1",
    ]
    second = run("cards", "import", file(here, GOOD.replace('"A"', '"B"')))
    assert second.stderr.splitlines()[:2] == ["~ scheda «a»", "    titolo: A → B"]
    assert run("cards", "undo", "2").stderr == "Annullato: 1 elemento com’era prima.\n"
    assert run("cards", "undo", "2").exit_code == 2
    run("cards", "export", "out.toml")
    assert 'title = "A"' in (here / "out.toml").read_text("utf-8")


def test_the_preview_says_in_words_how_hours_and_numbers_were_understood(here):
    run("cards", "import", file(here, GOOD))
    done = run("cards", "import", file(here, GOOD.replace("9-12", "9/12,30") + 'phones = ["02-73921"]\n'))
    assert done.stderr.splitlines()[1:3] == [
        "    telefoni: (vuoto) → 02 73921",
        "    orari: da lunedì a venerdì 9:00-12:00 → da lunedì a venerdì 9:00-12:30",
    ]


def test_a_dry_run_changes_nothing_and_needs_no_database(here):
    done = run("cards", "import", file(here, GOOD), "--dry-run", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout) == {
        "batch": None,
        "added": 1,
        "changed": 0,
        "removed": 0,
        "changes": [{"kind": "card", "id": "a", "change": "added", "fields": []}],
        "problems": [],
    }
    assert not (here / "portineria.db").exists()


def test_replace_removes_what_the_file_does_not_name(here):
    run("cards", "import", file(here, GOOD + '[[card]]\nid = "b"\ntitle = "B"\n'))
    done = run("cards", "import", file(here, GOOD), "--replace", "--json")
    assert json.loads(done.stdout)["removed"] == 1
    assert (
        run("cards", "import", "a.toml", "--replace").stderr
        == "Niente da cambiare: il file dice quello che c’è già.\n"
    )


def test_an_import_with_mistakes_changes_nothing(here):
    done = run("cards", "import", file(here, GOOD + '[[card]]\nid = "b"\n'))
    assert done.exit_code == 1
    assert run("cards", "export", "out.toml").exit_code == 0
    assert (here / "out.toml").read_text("utf-8") == ""


def test_hours_are_said_back():
    done = run("hours", "lun-ven 9-12.30 e 14-17, mer chiuso", "--at", "2026-11-23T10:00")
    assert (done.exit_code, done.stdout) == (0, "Mo-Tu,Th-Fr 09:00-12:30,14:00-17:00\n")
    assert done.stderr.splitlines() == [
        "Ho capito: lunedì, martedì, giovedì e venerdì 9:00-12:30 e 14:00-17:00",
        "Aperto fino alle 12:30",
    ]


def test_hours_give_json():
    done = run("hours", "Mo-Fr 09:00-12:30", "--at", "2026-12-07T10:00", "--json")
    assert json.loads(done.stdout) == {
        "osm": "Mo-Fr 09:00-12:30",
        "open": False,
        "until": None,
        "reopens": "2026-12-09T09:00:00+01:00",
        "comment": "",
        "closed_for": "Sant'Ambrogio",
        "words": "da lunedì a venerdì 9:00-12:30",
        "says": "Chiuso, riapre mercoledì alle 9:00 (Sant'Ambrogio)",
    }


@pytest.mark.parametrize("words", [("quando capita",), ("lun 9-12", "--at", "ieri")])
def test_unreadable_hours_and_moments_are_status_2_and_one_line(words):
    done = run("hours", *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


SOURCES = ["bot/sheets.py", "bot/sheets_child.py", "bot/services/cards.py", "bot/commands/hours.py"]
OURS = ("card_*.py", "hours_*.py", "italian_hours.py", "phones.py", "opening.py")


@pytest.mark.parametrize("lang", ["it", "en"])
def test_every_mistake_has_a_text_that_says_how_to_mend_it(lang):
    root = Path(__file__).parents[1]
    files = [root / name for name in SOURCES] + [
        file for name in OURS for file in (root / "bot/core").glob(name)
    ]
    found = [
        key
        for file in files
        for key in re.findall(r'UserError\(\s*"(\w+)"|key="(\w+)"', file.read_text("utf-8"))
    ]
    keys = {first or second for first, second in found}
    assert len(keys) > 40
    for key in keys:
        template = texts(lang)._look_up(key)  # type: ignore[attr-defined]
        assert template, key
