"""What a follow-up like "e quanto costa?" asks about the card just shown."""

from collections.abc import Mapping
from enum import StrEnum

from bot.core.stopwords import bag
from bot.core.words import tokens


class Aspect(StrEnum):
    """The one thing asked."""

    COST = "cost"
    HOURS = "hours"
    WHERE = "where"
    PHONE = "phone"
    NEEDS = "needs"


_WORDS: Mapping[Aspect, frozenset[str]] = {
    Aspect.COST: bag("costo costa costano prezzo paga pagare gratis"),
    Aspect.HOURS: bag("""
        orario orari ora ore apertura aperto aperti aperta apre aprono chiude chiudono chiuso giorno giorni
        lunedi martedi mercoledi giovedi venerdi sabato domenica mattina pomeriggio sera
    """),
    Aspect.WHERE: bag("dove indirizzo sede posto via arrivare trovo trova"),
    Aspect.PHONE: bag("telefono numero numeri telefonare chiamare chiamo contatto contatti"),
    Aspect.NEEDS: bag("documento documenti carte servono serve portare"),
}


def aspect_of(text: str) -> Aspect | None:
    """The one thing `text` asks; None where it asks several, or none that stands apart on a card."""
    said = set(tokens(text))
    found = [aspect for aspect, words in _WORDS.items() if said & words]
    return found[0] if len(found) == 1 else None
