"""A small directory of cards for the tests of answers: invented, and enough to be mistaken in."""

from datetime import date

from bot.core.card import Card, Knowledge, Phone, Quarter, Translation
from bot.core.directory import Directory, Question, prepare

TODAY = date(2026, 11, 23)

LIFT = Card(
    id="ascensore",
    title="Ascensore fermo o guasto",
    body="Chiama il pronto intervento.\n\n- Casa Aler: giorno e notte.\n- **Persone dentro**: premi l'allarme.",
    needs="Indirizzo, scala e piano.",
    phones=(Phone(number="+390212345678", label="Pronto intervento", hours="24/7"),),
    hours="Mo-Fr 09:00-12:30",
    source="Avviso dell'ente",
    source_date="2020-03",
    keywords=("ascensore", "lift fermo", "cabina bloccata"),
    questions=(
        "mi si è rotto l'ascensore",
        "faccio otto piani a piedi",
        "l'elevatore non parte",
        "ascensore guasto",
    ),
    translations={
        "en": Translation(
            keywords=("lift", "elevator"), questions=("the lift is broken", "elevator out of order")
        ),
        "es": Translation(
            keywords=("ascensor",), questions=("el ascensor está malogrado", "no funciona el ascensor")
        ),
        "uk": Translation(keywords=("ліфт",), questions=("не працює ліфт", "ліфт зламався")),
        "zh": Translation(keywords=("电梯",), questions=("电梯坏了", "电梯停了没人修")),
    },
)
MOULD = Card(
    id="muffa",
    title="Muffa e umidità in casa",
    body="Arieggia ogni giorno e segnala la muffa al gestore.",
    source="Guida dell'ente",
    keywords=("muffa", "muri neri", "condensa"),
    questions=("la parete della camera è nera", "odore di muffa in bagno", "le pareti sono umide"),
    translations={"en": Translation(keywords=("mould", "damp"), questions=("black mould on my wall",))},
)
RENT = Card(
    id="affitto",
    title="Pagare l'affitto",
    body="Si paga con il bollettino.",
    cost="Nessun costo.",
    keywords=("bollettino", "canone", "pagamento affitto"),
    questions=("dove pago l'affitto", "ho perso il bollettino", "non mi è arrivata la carta dell'affitto"),
    translations={
        "ar": Translation(keywords=("إيجار", "دفع"), questions=("كيف أدفع الإيجار", "ضاعت ورقة الإيجار")),
        "en": Translation(keywords=("rent",), questions=("how do I pay my rent", "I lost the rent slip")),
    },
)
OLD = Card(
    id="vecchio",
    title="Sportello estate sicura",
    body="Aiuto agli anziani per il caldo.",
    valid_to=date(2023, 6, 30),
    source="Articolo",
    keywords=("estate sicura", "caldo anziani"),
    questions=("sportello estate sicura per gli anziani",),
)
HIDDEN = Card(
    id="nascosta",
    title="Corso di ceramica",
    body="Corso di ceramica in cortile.",
    verified_on=date(2020, 1, 1),
    review_days=30,
    keywords=("ceramica",),
    questions=("corso di ceramica in cortile", "vorrei fare ceramica"),
)
VIOLENCE = Card(
    id="antiviolenza",
    title="1522: numero antiviolenza",
    body="Ascolto giorno e notte.",
    phones=(Phone(number="1522", free=True),),
    sensitive=True,
    keywords=("violenza", "maltrattamenti"),
    questions=(
        "mi picchia",
        "ho paura di lui",
        "non mi lascia uscire di casa",
        "mi controlla ogni messaggio che scrivo",
    ),
)


def office(card_id: str, quarter: str, name: str) -> Card:
    """The same service at one of its places."""
    return Card(
        id=card_id,
        service="sede",
        quarters=(quarter,),
        title=f"Ufficio di zona {name}",
        body="Ufficio per firmare il contratto.",
        keywords=("ufficio di zona", "sede territoriale"),
        questions=(
            "dove si firma il contratto",
            "ufficio di zona per il contratto",
            "in che sede devo andare a firmare",
        ),
    )


KNOWLEDGE = Knowledge(
    cards=(
        LIFT,
        MOULD,
        RENT,
        OLD,
        HIDDEN,
        VIOLENCE,
        office("sede-ovest", "san-siro", "ovest"),
        office("sede-sud", "mazzini", "sud"),
    ),
    quarters=(
        Quarter(id="san-siro", name="San Siro", aliases=("selinunte",), streets=("via zamagna", "piazzale selinunte"), listed=True),
        Quarter(id="mazzini", name="Mazzini", streets=("via dei panigarola", "via vincenzo mompiani")),
        Quarter(id="molise-calvairate", name="Molise-Calvairate", aliases=("molise", "calvairate")),
        Quarter(id="gratosoglio", name="Gratosoglio", streets=("via saponaro",)),
    ),
)  # fmt: skip


def directory(knowledge: Knowledge = KNOWLEDGE) -> Directory:
    """Ready to be asked."""
    return prepare(knowledge)


def question(
    text: str,
    *,
    quarter: str | None = None,
    last_card: str | None = None,
    last_menu: tuple[str, ...] = (),
    lang: str = "it",
) -> Question:
    """A question whose language the model is sure of."""
    return Question(
        text=text, today=TODAY, quarter=quarter, last_card=last_card, last_menu=last_menu, model={lang: 0.9}
    )
