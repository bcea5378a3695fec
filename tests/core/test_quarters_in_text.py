"""Quarters by name, alias and street; stadium, surname, region and street are none."""

import pytest

from bot.core.card import Quarter
from bot.core.quarters_in_text import BUILT_IN, QuarterFinder

QUARTERS = (
    *BUILT_IN,
    Quarter(id="baggio", name="Baggio"),
    Quarter(id="niguarda", name="Niguarda"),
    Quarter(id="forze-armate", name="Forze Armate"),
    Quarter(id="barona", name="Barona", streets=("via saponaro", "via comune")),
    Quarter(id="affori", name="Affori", streets=("via comune",)),
)
FINDER = QuarterFinder(QUARTERS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gratosoglio, Mazzini, Molise-Calvairate e San Siro",
            ("gratosoglio", "mazzini", "molise-calvairate", "san-siro"),
        ),
        ("Progetto Casa nel quartiere Mazzini", ("mazzini",)),
        ("In via Mazzini riapre il mercato di Milano", ()),
        ("Giuseppe Mazzini, una mostra", ()),
        ("Corvetto e Mazzini, due laboratori", ("corvetto", "mazzini")),
        ("San Siro, via Mazzini chiusa", ("san-siro",)),
        ("Derby allo stadio San Siro", ()),
        ("Inter e Milan: il nuovo San Siro", ()),
        ("Case popolari a San Siro, lo stadio è vicino", ("san-siro",)),
        ("Il Molise alle urne", ()),
        ("San Siro, zolle da rifare: si gioca comunque", ()),
        ("San Siro, sgombero in via Abbiati", ("san-siro",)),
        ("Viale Molise, graffiti sulle case Aler", ("molise-calvairate",)),
        ("Auto contro un muro in via Mazzini a Treviglio", ()),
        ("Roberto Baggio in tv", ()),
        ("Quartiere Baggio, lavori nelle case Aler", ("baggio",)),
        ("Trapianto all'ospedale Niguarda", ()),
        ("Le Forze armate in piazza", ()),
        ("Inquilina nel quartiere Forze Armate", ("forze-armate",)),
        ("Milano, ascensori fermi in via Saponaro", ("barona",)),
        ("Brescia, ascensori fermi in via Saponaro", ()),
        ("Milano, cantiere in via Comune", ()),
        ("Nessun quartiere", ()),
    ],
)
def test_a_text_names_its_quarters(text: str, expected: tuple[str, ...]) -> None:
    assert FINDER.find(text) == expected


def test_without_quarters_nothing_is_found() -> None:
    assert QuarterFinder(()).find("San Siro") == ()
