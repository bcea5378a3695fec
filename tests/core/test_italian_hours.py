"""Opening hours as people write them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours

from bot.catalogs import texts
from bot.core import italian_hours, osm_hours
from bot.core.errors import UserError


@pytest.mark.parametrize(
    ("written", "osm"),
    [
        ("lun-ven 9-12.30 e 14-17, mer chiuso", "Mo-Tu,Th-Fr 09:00-12:30,14:00-17:00"),
        (
            "dal lunedì al giovedì 8:30-13:00 e 14:00-16:40; ven 8.30-13",
            "Mo-Th 08:30-13:00,14:00-16:40; Fr 08:30-13:00",
        ),
        ("tutti i giorni h24", "24/7"),
        ("H24", "24/7"),
        ("sempre aperto 24 ore su 24", "24/7"),
        ("su appuntamento", 'unknown "su appuntamento"'),
        ("solo su appuntamento", 'unknown "su appuntamento"'),
        ("1° e 3° martedì del mese 10-12", "Tu[1,3] 10:00-12:00"),
        ("primo e terzo martedì di ogni mese, 10-12", "Tu[1,3] 10:00-12:00"),
        ("ultimo venerdì del mese dalle 15 alle 18", "Fr[-1] 15:00-18:00"),
        ("chiuso ad agosto", "Aug off"),
        ("lun-ven 9-12, chiuso ad agosto", "Mo-Fr 09:00-12:00; Aug off"),
        ("agosto chiuso; lun-ven 9-12", "Mo-Fr 09:00-12:00; Aug off"),
        ("lun-ven 9-12, chiuso dal 10 al 22 agosto", "Mo-Fr 09:00-12:00; Aug 10-Aug 22 off"),
        ("lun-ven 9-12; chiuso dal 24 dicembre al 6 gennaio", "Mo-Fr 09:00-12:00; Dec 24-Jan 6 off"),
        ("lun-ven 9-12, chiuso 24 e 31 dicembre", "Mo-Fr 09:00-12:00; Dec 24,Dec 31 off"),
        ("24 dicembre 2026 chiuso", "2026 Dec 24 off"),
        ("mar 9-12", "Tu 09:00-12:00"),
        ("Mar e gio 9-12", "Tu,Th 09:00-12:00"),
        ("mar 9:00-12:00", "Tu 09:00-12:00"),
        ("marzo 9-12", "Mar Mo-Su 09:00-12:00"),
        ("lun mer ven 9-12", "Mo,We,Fr 09:00-12:00"),
        ("ven-lun 9-12", "Mo,Fr-Su 09:00-12:00"),
        ("LUN. – VEN. 9.00-12", "Mo-Fr 09:00-12:00"),
        ("Lun.-Ven. 9.00-12.30/14.00-17.00", "Mo-Fr 09:00-12:30,14:00-17:00"),
        ("lun-ven: 9-12; 14-17", "Mo-Fr 09:00-12:00,14:00-17:00"),
        ("lun-ven mattina 9-12, pomeriggio 14-17", "Mo-Fr 09:00-12:00,14:00-17:00"),
        ("lunedì e mercoledì dalle ore 9.00 alle ore 12.30", "Mo,We 09:00-12:30"),
        ("sabato dalle 9 a mezzogiorno", "Sa 09:00-12:00"),
        ("ven 20-mezzanotte", "Fr 20:00-24:00"),
        ("ven 22-6", "Fr 22:00-06:00"),
        ("lun-ven 9-17, ven 9-13", "Mo-Th 09:00-17:00; Fr 09:00-13:00"),
        ("lun-ven 9-12; mar e gio 14-16", "Mo,We,Fr 09:00-12:00; Tu,Th 09:00-12:00,14:00-16:00"),
        ("chiuso mercoledì, lun-ven 9-12", "Mo-Tu,Th-Fr 09:00-12:00"),
        ("lun-sab escluso mercoledì 9-12", "Mo-Tu,Th-Sa 09:00-12:00"),
        ("tutti i giorni esclusi festivi 8-20", "08:00-20:00; PH off"),
        ("domenica e festivi 10-12", "Su 10:00-12:00; PH 10:00-12:00"),
        ("lun-ven 9-12, sab su appuntamento", 'Mo-Fr 09:00-12:00; Sa unknown "su appuntamento"'),
        ("lun-ven 9-12 su appuntamento", 'Mo-Fr 09:00-12:00 unknown "su appuntamento"'),
        (
            "lun-ven 9-12 e su appuntamento 14-17",
            'Mo-Fr 09:00-12:00, Mo-Fr 14:00-17:00 unknown "su appuntamento"',
        ),
        ("lun-sab 9-12; ad agosto lun-ven 9-11", "Mo-Sa 09:00-12:00; Aug Mo-Fr 09:00-11:00; Aug Sa off"),
        ("lun-ven 9-12 da settembre a giugno", "Sep-Jun Mo-Fr 09:00-12:00"),
        ("dal 15 giugno al 10 settembre lun-ven 8-13", "Jun 15-Sep 10 Mo-Fr 08:00-13:00"),
        ("lun-ven 9-13 (festivi esclusi)", "Mo-Fr 09:00-13:00; PH off"),
        ("9-12 dal lunedì al venerdì", "Mo-Fr 09:00-12:00"),
        ("24h su 24, 7 giorni su 7", "24/7"),
        ("lun-ven 8:00/18:00 orario continuato", "Mo-Fr 08:00-18:00"),
        ("lun-ven 9.00/12.30 e 14.00/17.00", "Mo-Fr 09:00-12:30,14:00-17:00"),
        ("mer chiuso", "We off"),
        ("chiuso", "off"),
        ("lunedi' e mercoledi' dalle ore 9,00 alle ore 12,30", "Mo,We 09:00-12:30"),
        ("lun-ven 9/12,30 14/17", "Mo-Fr 09:00-12:30,14:00-17:00"),
        ("lun-ven 9-12,14-17", "Mo-Fr 09:00-12:00,14:00-17:00"),
        ("lun-ven 9-12,30,14-17,30", "Mo-Fr 09:00-12:30,14:00-17:30"),
        ("lun-ven h. 9,00/13,00 - 14,00/18,00", "Mo-Fr 09:00-13:00,14:00-18:00"),
        ("dal lun al gio h9-h13", "Mo-Th 09:00-13:00"),
        ("lun-ven 9h30-13h", "Mo-Fr 09:30-13:00"),
        ("lun-ven ore 9/13", "Mo-Fr 09:00-13:00"),
        ("giovedì 14/17", "Th 14:00-17:00"),
        ("lun-ven 9÷12", "Mo-Fr 09:00-12:00"),
        ("Lu-Ve 9-12", "Mo-Fr 09:00-12:00"),
        ("lun/mer/ven 9-12", "Mo,We,Fr 09:00-12:00"),
        ("sab/dom 9-12", "Sa-Su 09:00-12:00"),
        ("lunedì solo mattina 9-12", "Mo 09:00-12:00"),
        ("9-12 lunedì, mercoledì e venerdì", "Mo,We,Fr 09:00-12:00"),
        ("sab 9-12 (solo su appuntamento)", 'Sa 09:00-12:00 unknown "su appuntamento"'),
        ("lun 9-12 - previo appuntamento telefonico", 'Mo 09:00-12:00 unknown "su appuntamento"'),
        ("lun 9-12 su prenotazione", 'Mo 09:00-12:00 unknown "su appuntamento"'),
        ("lun-ven 9-12 senza appuntamento", "Mo-Fr 09:00-12:00"),
        ("lun-ven feriali 9-12", "Mo-Fr 09:00-12:00"),
        ("tutti i lunedì feriali 9-12", "Mo 09:00-12:00"),
        ("lun-ven non festivi 9-12", "Mo-Fr 09:00-12:00; PH off"),
        ("lun-ven 9-12, chiuso a Ferragosto", "Mo-Fr 09:00-12:00; Aug 15 off"),
        ("chiuso a Natale e Capodanno", "Dec 25,Jan 1 off"),
        ("lun-ven 9-12, chiuso da Natale all'Epifania", "Mo-Fr 09:00-12:00; Dec 25-Jan 6 off"),
        ("lun-ven 9-12 chiuso dal 10/8 al 25/8", "Mo-Fr 09:00-12:00; Aug 10-Aug 25 off"),
        ("lun-ven 9-12, chiuso il 24/12/2026", "Mo-Fr 09:00-12:00; 2026 Dec 24 off"),
        ("lun-ven 9-12, chiuso 24/12", "Mo-Fr 09:00-12:00; Dec 24 off"),
        ("dal 1/9 al 30/6 lun-ven 9-12", "Sep 1-Jun 30 Mo-Fr 09:00-12:00"),
        ("prima domenica del mese 10-12", "Su[1] 10:00-12:00"),
        ("2° giovedì 10-12", "Th[2] 10:00-12:00"),
        ("lunendì e mercoldì 9-12", "Mo,We 09:00-12:00"),
        ("week end 10-12", "Sa-Su 10:00-12:00"),
        ("lun-ven (festivi esclusi) 9-12", "Mo-Fr 09:00-12:00; PH off"),
        ("dal lunedì al sabato, festivi esclusi, dalle 9 alle 12", "Mo-Sa 09:00-12:00; PH off"),
        ("tutti i giorni festivi esclusi 9-12", "09:00-12:00; PH off"),
        ("lun-ven (mer escluso) 9-12", "Mo-Tu,Th-Fr 09:00-12:00"),
        ("lun-ven (mercoledì e giovedì esclusi) 9-12", "Mo-Tu,Fr 09:00-12:00"),
        ("tutti i giorni (chiuso il mercoledì) 9-12", "Mo-Tu,Th-Su 09:00-12:00"),
        ("lun-ven, chiuso mer, 9-12", "Mo-Tu,Th-Fr 09:00-12:00"),
        ("tutti i giorni (lun, ven chiuso) 9-12", "Tu-Th,Sa-Su 09:00-12:00"),
        ("lun, mar, gio e sab, mar, sab esclusi, 9-12", "Mo,Th 09:00-12:00"),
        ("lun-ven 9-12, 14-17\nluglio e agosto chiuso", "Mo-Fr 09:00-12:00,14:00-17:00; Jul,Aug off"),
        ("lun-ven 9-12; sabato, domenica e festivi chiuso", "Mo-Fr 09:00-12:00; PH off"),
        ("lun-ven 9-12, sabato e festivi esclusi", "Mo-Fr 09:00-12:00; PH off"),
        ("mercoledì chiuso; 9-12", "Mo-Tu,Th-Su 09:00-12:00"),
        ("chiuso mercoledì, 9-12", "Mo-Tu,Th-Su 09:00-12:00"),
        ("chiuso ad agosto, 9-12", "09:00-12:00; Aug off"),
        ("lun-ven 9-12, chiuso ad agosto e festivi", "Mo-Fr 09:00-12:00; PH off; Aug off"),
        ("lun-ven 9-12; agosto e festivi chiuso", "Mo-Fr 09:00-12:00; PH off; Aug off"),
        ("lun-sab 9-12, chiuso agosto, sabato e domenica", "Mo-Fr 09:00-12:00; Aug off"),
        ("lun-sab 9-12, chiuso il sabato ad agosto", "Mo-Sa 09:00-12:00; Aug Sa off"),
        ("lun-sab 9-12; agosto: sabato chiuso", "Mo-Sa 09:00-12:00; Aug Sa off"),
        ("lun-ven 9-12; a dicembre anche sabato 9-12", "Mo-Fr 09:00-12:00; Dec Sa 09:00-12:00"),
        ("chiuso sabato, domenica e festivi", "Sa-Su off; PH off"),
        ("tutti i giorni (domenica e festivi esclusi) 9-12", "Mo-Sa 09:00-12:00; PH off"),
        ("lun-ven 9-12, luglio e agosto chiuso il venerdì", "Mo-Fr 09:00-12:00; Jul,Aug Fr off"),
        (
            "dal 1 luglio al 31 agosto chiuso il venerdì; lun-ven 9-12",
            "Mo-Fr 09:00-12:00; Jul 1-Aug 31 Fr off",
        ),
        ("lun-ven 9-12, venerdì chiuso in agosto", "Mo-Fr 09:00-12:00; Aug Fr off"),
        ("Lun-ven 9-12. Su appuntamento.", 'Mo-Fr 09:00-12:00 unknown "su appuntamento"'),
        ("lun-ven (solo su appuntamento) 9-12", 'Mo-Fr 09:00-12:00 unknown "su appuntamento"'),
        ("tutti i giorni 8-20, festivi compresi", "08:00-20:00; PH 08:00-20:00"),
        ("tutti i giorni, compresi i festivi, 8-20", "08:00-20:00; PH 08:00-20:00"),
        ("sportello aperto lun-ven 9-12", "Mo-Fr 09:00-12:00"),
        ("Orario di apertura al pubblico: lun-ven 9-12", "Mo-Fr 09:00-12:00"),
        ("centralino attivo 24h su 24h, 365 giorni l'anno", "24/7"),
        ("Lunedì 9.00-12.00 - Mercoledì 14.00-17.00", "Mo 09:00-12:00; We 14:00-17:00"),
        ("Lun. Mar. 8.30/12.00 – Mer. 8.30/15.30", "Mo-Tu 08:30-12:00; We 08:30-15:30"),
        ("• lun-ven 8-20 • sab 8-14", "Mo-Fr 08:00-20:00; Sa 08:00-14:00"),
        ("- lun 9-12\n- mar 14-17", "Mo 09:00-12:00; Tu 14:00-17:00"),
        ("9.00-12.00 (lun-ven)", "Mo-Fr 09:00-12:00"),
        ("lun-ven tra le 9 e le 12.30", "Mo-Fr 09:00-12:30"),
        ("1o e 3o martedì del mese 10-12", "Tu[1,3] 10:00-12:00"),
        ("sabato 16-18 (sospeso luglio e agosto)", "Sa 16:00-18:00; Jul,Aug off"),
        ("lun-ven 9-12, chiuso per ferie dal 10 al 20 agosto", "Mo-Fr 09:00-12:00; Aug 10-Aug 20 off"),
        ("lun-ven 9-12; chiusura estiva dal 3 al 28 agosto", "Mo-Fr 09:00-12:00; Aug 3-Aug 28 off"),
        (
            "lun-ven 9-12, chiuso da lunedì 3 agosto a venerdì 28 agosto",
            "Mo-Fr 09:00-12:00; Aug 3-Aug 28 off",
        ),
        (
            "lun-ven 9-12, chiuso dal 24 dicembre 2026 al 6 gennaio 2027",
            "Mo-Fr 09:00-12:00; 2026 Dec 24-2027 Jan 6 off",
        ),
        ("lun-ven 9-12, chiuso il 7 e l'8 dicembre", "Mo-Fr 09:00-12:00; Dec 7,Dec 8 off"),
    ],
)
def test_italian_hours_are_read(written, osm):
    assert italian_hours.read(written).osm == osm


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("domani 9-12", "domani"),
        ("lun 9-8", "9-8"),
        ("lun 25-26", "25-26"),
        ("lun-ven 9-12 e 11-13", "11-13"),
        ("31 febbraio chiuso", "31 febbraio"),
        ("lun 9-12, ogni 15 giorni", "ogni"),
        ("lun-ven 9-17, pausa pranzo 13-14", "pausa"),
        ("lun-ven 9-12, 1° piano", "1°"),
        ("chiuso mer lun-ven 9-12", "chiuso mer lun-ven 9-12"),
        ("Mo-Fr 9-12", "Mo-Fr"),
        ("", ""),
        ("quando capita", "quando"),
        ("lun-ven, chiuso ad agosto, 9-12", "lun-ven, chiuso"),
        ("tutti i giorni tranne ad agosto 9-12", "tutti i giorni tranne"),
    ],
)
def test_what_cannot_be_read_is_refused_and_named(written, part):
    with pytest.raises(UserError) as caught:
        italian_hours.read(written)
    assert caught.value.key == "hours_unreadable"
    assert caught.value.text_args == {"part": part}


@pytest.mark.parametrize(
    ("written", "key", "part"),
    [
        ("lun-ven solo mattina", "hours_times_missing", "solo mattina"),
        ("lun-ven", "hours_times_missing", "lun-ven"),
        ("lun-ven 9-12, sabato", "hours_times_missing", "sabato"),
        ("lun-ven 9-12, anche su appuntamento", "hours_times_missing", "su appuntamento"),
        ("lun-ven 8-20, sab 8-14, festivi compresi", "hours_times_missing", "festivi compresi"),
        ("lun-ven dalle 9 in poi", "hours_times_missing", "dalle 9 in poi"),
        ("giovedì alle 15", "hours_times_missing", "alle 15"),
        ("lun/ven 9-12", "hours_ambiguous_days", "lun/ven"),
        ("lun-ven 9/12", "hours_ambiguous_slash", "9/12"),
        ("lun-ven 9-12 luglio chiuso", "hours_ambiguous_dates", "9-12 luglio"),
        ("lun-ven 9-12 / 14-17 luglio chiuso", "hours_ambiguous_dates", "14-17 luglio"),
        ("lun-ven 9-12, chiuso a Pasquetta", "hours_easter", "a Pasquetta"),
    ],
)
def test_what_could_mean_two_things_or_lacks_its_hours_is_asked_back(written, key, part):
    with pytest.raises(UserError) as caught:
        italian_hours.read(written)
    assert caught.value.key == key
    shown = str(caught.value.text_args["part"])
    assert shown.casefold() == part.casefold()
    assert shown in texts("it")(key, **caught.value.text_args).text


@pytest.mark.parametrize(
    "osm",
    [
        "Mo-Fr 09:00-12:30,14:00-17:00",
        "Mo-Th 09:00-12:30,14:00-17:00; Fr 09:00-12:30; PH off; Aug 10-Aug 22 off",
        "24/7",
        "Tu[1,3] 10:00-12:00",
        'unknown "su appuntamento"',
        "Mar Mo-Su 09:00-12:00",
        "week01-53/2 Mo 10:00-11:00",
    ],
)
def test_osm_passes_through(osm):
    assert italian_hours.read(osm).osm == osm


def test_a_comment_alone_is_not_taken_for_open():
    assert italian_hours.read('"su appuntamento"').osm == 'unknown "su appuntamento"'


def test_school_holidays_are_refused():
    with pytest.raises(UserError) as caught:
        italian_hours.read("Mo-Fr 09:00-12:00; SH off")
    assert caught.value.key == "hours_school_holidays"


def test_sh_inside_a_comment_is_no_school_holiday():
    assert italian_hours.read('Mo-Fr 09:00-12:00 "citofono SH"').osm == 'Mo-Fr 09:00-12:00 "citofono SH"'


def test_mar_with_a_capital_could_be_tuesday_or_march_and_is_asked_back():
    with pytest.raises(UserError) as caught:
        italian_hours.read("Mar 09:00-12:00")
    assert caught.value.key == "hours_ambiguous"


def test_a_timetable_of_a_thousand_characters_is_refused():
    with pytest.raises(UserError):
        italian_hours.read("lun 9-12, " * 100)


@pytest.mark.parametrize(
    ("osm", "italian", "english"),
    [
        (
            "Mo-Fr 09:00-12:30,14:00-17:00; We off",
            "da lunedì a venerdì 9:00-12:30 e 14:00-17:00; mercoledì chiuso",
            "Monday to Friday 9:00-12:30 and 14:00-17:00; Wednesday closed",
        ),
        ("24/7", "24 ore su 24", "24 hours a day"),
        ('unknown "su appuntamento"', "su appuntamento", "by appointment"),
        ('Sa unknown "citofono 3"', "sabato citofono 3", "Saturday citofono 3"),
        (
            "Tu[1,3] 10:00-12:00",
            "ogni primo e terzo martedì del mese 10:00-12:00",
            "the first and third Tuesday of the month 10:00-12:00",
        ),
        ("Fr[-1] 15:00-18:00", "ogni ultimo venerdì del mese 15:00-18:00", None),
        ("Su[1] 15:00-18:00", "ogni prima domenica del mese 15:00-18:00", None),
        ("Aug off", "agosto: chiuso", "August: closed"),
        ("Jul 08:00-13:00", "luglio: 8:00-13:00", "July: 8:00-13:00"),
        ("Jan-Mar 09:00-12:00", "da gennaio a marzo: 9:00-12:00", None),
        ("Aug 10-Aug 22 off", "10 agosto – 22 agosto: chiuso", "10 August – 22 August: closed"),
        ("Sep-Jun Mo,We 09:00-12:00", "da settembre a giugno: lunedì e mercoledì 9:00-12:00", None),
        ("Fr 22:00-06:00", "venerdì 22:00-6:00 del giorno dopo", "Friday 22:00-6:00 the next day"),
        ("09:00-12:00; PH off", "tutti i giorni 9:00-12:00; festivi chiuso", None),
    ],
)
def test_hours_are_said_back_in_words(osm, italian, english):
    assert italian_hours.words(osm, texts("it")).text == italian
    if english:
        assert italian_hours.words(osm, texts("en")).text == english


def test_rare_osm_is_shown_as_it_is():
    shown = italian_hours.words("week01-53/2 Mo 10:00-11:00", texts("it"))
    assert shown.text == "week01-53/2 Mo 10:00-11:00"
    assert shown.spans[0].kind == "code"


def test_the_examples_people_are_given_are_read():
    """Those of docs/writing-cards.md, line by line."""
    guide = (Path(__file__).parents[2] / "docs" / "writing-cards.md").read_text("utf-8")
    block = guide.split("## Orari", 1)[1].split("```")[1]
    lines = block.strip().splitlines()
    assert len(lines) > 5
    assert all(italian_hours.read(line).osm for line in lines)


NAMES = ("lun", "mar", "mer", "gio", "ven", "sab", "dom")
FULL = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")


@st.composite
def spans(draw):
    """One or two spans of a day that do not touch, in minutes."""
    marks = sorted(draw(st.sets(st.integers(0, 95), min_size=2, max_size=4)))
    marks = marks[: len(marks) // 2 * 2]
    return [(marks[index] * 15, marks[index + 1] * 15) for index in range(0, len(marks), 2)]


@st.composite
def italian_timetables(draw):
    """The same week in Italian and as minutes: weekday → spans."""
    table, clauses = {}, []
    for day in draw(st.permutations(range(7)))[: draw(st.integers(1, 7))]:
        table[day] = draw(spans())
        name = draw(
            st.sampled_from([NAMES[day], FULL[day], f"il {FULL[day]}", FULL[day].upper(), f"{NAMES[day]}."])
        )
        times = draw(st.sampled_from([" e ", ", ", " / "])).join(_time(draw, *span) for span in table[day])
        clauses.append(f"{name}{draw(st.sampled_from([' ', ': ']))}{times}")
    return draw(st.sampled_from(["; ", ", ", "\n"])).join(clauses), table


def _time(draw, start: int, end: int):
    dot = draw(st.sampled_from([".", ":"]))

    def clock(minutes: int) -> str:
        hours, rest = divmod(minutes, 60)
        short = rest == 0 and draw(st.booleans())
        return str(hours) if short else f"{hours}{dot}{rest:02d}"

    return draw(st.sampled_from(["{}-{}", "{} - {}", "dalle {} alle {}", "dalle ore {} alle ore {}"])).format(
        clock(start), clock(end)
    )


@settings(deadline=None)
@given(italian_timetables())
def test_any_week_written_in_italian_is_understood_minute_for_minute(written):
    text, table = written
    rules = osm_hours.read(italian_hours.read(text).osm)
    assert rules is not None
    understood = {}
    for rule in rules:
        for day in rule.weekdays or range(7):
            understood[day] = list(rule.spans) or [(0, 24 * 60)]
    assert understood == table


@settings(deadline=None)
@given(italian_timetables())
def test_reading_twice_changes_nothing(written):
    once = italian_hours.read(written[0]).osm
    assert italian_hours.read(once).osm == once
    assert italian_hours.words(once, texts("it")).text


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_never_worse(text):
    try:
        osm = italian_hours.read(text).osm
    except UserError:
        return
    OpeningHours(osm)
    assert italian_hours.words(osm, texts("it")) is not None


PHRASES = (
    "9-12", "14-17", "chiuso", "su appuntamento", "e", ",", ";", "festivi", "agosto", "dal 10 al 22 agosto", "h24",
    "1° e 3°", "del mese", "anche", "9/12,30", "24/12", "natale", "mattina", "h", "escluso", "(", ")", "tutti i giorni", "dalle", "ad", "22-6", "Mar", "-", "marzo",
)  # fmt: skip
words = st.sampled_from([*NAMES, *FULL, *PHRASES])


@settings(deadline=None)
@given(st.lists(words, max_size=10))
def test_any_jumble_of_known_words_is_read_as_valid_osm_or_refused(parts):
    try:
        osm = italian_hours.read(" ".join(parts)).osm
    except UserError:
        return
    OpeningHours(osm)
    assert italian_hours.read(osm).osm == osm
