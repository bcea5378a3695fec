"""A question without what could tell who asked it: numbers, addresses, codes, names people give themselves."""

import re

LONGEST = 500  # characters kept of a question

# Before a name with a capital these say whose it is: "mio figlio Ahmed", "il dottor Verdi".
_PEOPLE = (
    "(?i:vicin[oa]|marito|moglie|figli[oa]|fratello|sorella|madre|padre|mamma|papà|nonn[oa]|zi[oa]|suocer[oa]|cognat[oa]|"
    "nipote|amic[oa]|compagn[oa]|fidanzat[oa]|ex|custode|portinai[oa]|portiere|amministrat(?:ore|rice)|inquilin[oa]|"
    "dottor(?:e|essa)?|avvocat[oa]|geometra|ragionier[ea]|assistente sociale|don|suor)"
)

_RULES = (
    (re.compile(r"\S+@\S+\.\S+"), "[email]"),
    (re.compile(r"(?:https?://|www\.|t\.me/)\S+", re.IGNORECASE), "[link]"),
    (re.compile(r"(?<!\w)@\w{3,}"), "[nome]"),
    (re.compile(r"\b[A-Z]{2}\d{2}[ ]?(?:[A-Z0-9]{4}[ ]?){3,7}[A-Z0-9]{1,4}\b", re.IGNORECASE), "[iban]"),
    (re.compile(r"\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b", re.IGNORECASE), "[codice fiscale]"),
    (re.compile(r"\+?\d(?:[\s./-]?\d){5,}"), "[numero]"),
    (
        re.compile(
            r"\b((?:via|viale|piazza|piazzale|largo|corso|v\.le|p\.za|p\.le)\s+(?:[^\W\d]+[.']?\s*){1,5}),?\s*(?:n\.?\s*)?\d+\s*[a-z]?\b",
            re.IGNORECASE,
        ),
        r"\1[civico]",
    ),
    (
        re.compile(r"\b(mi chiamo|il mio nome è|my name is|me llamo|je m'appelle|mă numesc|mene zvaty|мене звати|اسمي|我叫)\s*[^\W\d]+(?:\s+[^\W\d]+)?", re.IGNORECASE),
        r"\1 [nome]",
    ),
    (re.compile(r"\b(sono|signora?|sig\.(?:ra)?|dott\.(?:ssa)?)\s+(?:[A-ZÀ-Ý][a-zà-ÿ']+\s+)?[A-ZÀ-Ý][a-zà-ÿ']+(?:\s+[A-ZÀ-Ý][a-zà-ÿ']+)*"), r"\1 [nome]"),
    (re.compile(rf"\b({_PEOPLE})\s+[A-ZÀ-Ý][a-zà-ÿ']+(?:\s+[A-ZÀ-Ý][a-zà-ÿ']+)*"), r"\1 [nome]"),
)  # fmt: skip


def redact(text: str) -> str:
    """`text`, shortened, with a mark in place of whatever looks like a person's. It errs on the side of hiding."""
    kept = " ".join(text.split())[: LONGEST * 2]
    for pattern, mark in _RULES:
        kept = pattern.sub(mark, kept)
    return kept[:LONGEST]
