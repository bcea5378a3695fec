"""The signals of relevance, as data.

Patterns see folded text: lower case, no accents, no punctuation, single spaces ("all'asta" is "all asta"). The figures are log
odds: with nothing but one STRONG an item goes out, with one FAIR or one LURE a person looks at it, HALF and WEAK only help.
"""

from bot.core.relevance import Rules, Signal

STRONG, FAIR, LURE, HALF, WEAK = 4.4, 2.6, 2.3, 1.6, 0.8

_HOMES = (
    r"(?:cas[ae]|alloggi[o]?|appartament[oi]|abitazion[ei]|immobil[ei]|palazz[oi]|palazzin[ae]|caseggiat[oi]|stabil[ei]"
    r"|condomin[io]+|edific[io]+|compless[oi]|torr[ei]|quartier[ei]|inquilin[oiae]|cortil[ei]|unita abitativ[ae]|ascensor[ei])"
)
_BODIES = r"(?:ater|acer|erap|ipes|itea|atc|arte|arca|mm|casa spa|metropolitana milanese)"


def _masks() -> tuple[Signal, ...]:
    """Words that look like homes and are none; they go first, so that nothing after them sees "casa" in them."""
    return (
        Signal(id="casa_comunita", group="lure", weight=LURE, mask=True, words=r"\bcas[ae] (?:di|della|delle) comunita\b"),
        Signal(id="casa_acqua", group="lure", weight=LURE, mask=True, words=r"\bcas[ae] (?:d|dell|delle) ?acqu[ae]\b|\bcasett[ae] dell acqua\b"),
        Signal(
            id="casa_altra", group="lure", weight=LURE, mask=True,
            words=r"\bcas[ae] (?:circondarial[ei]|di (?:riposo|cura|reclusione|accoglienza)|famiglia|rifugio|alloggio|albergo|museo|della salute|delle associazioni|vacanz[ae]|appartament\w+ (?:per )?(?:vacanz[ae])?)",
        ),
        Signal(id="affitti_brevi", group="lure", weight=LURE, mask=True, words=r"\baffitt[oi] brev[ei]\b|\blocazion[ei] (?:brev[ei]|turistich?e)\b"),
        Signal(
            id="modo_di_dire", group="phrase", weight=0, mask=True,
            words=r"\b(?:(?:a|in|da|di|fuori|verso|la propria|le proprie|per ogni) cas[ae](?! (?:popolar|aler|comunal|mm\b|ater|acer|pubblic))"
            r"|cas[ae] (?:bianca|milan|inter|juve|reale|editric[ei]|discografic\w+|automobilistic\w+|costruttric[ei]|farmaceutic\w+|savoia|sanremo|madre|azzurri|italia|natale|di produzione|di moda|delle? arti|del popolo|del jazz|della musica)"
            r"|(?:presso|nella) la? ?casa comunale|fatto in casa|padrone di casa|padroni di casa)\b",
        ),
        Signal(
            id="assessore", group="role", weight=2.4, mask=True,
            words=r"\bassessor\w+ (?:(?:regional|comunal)[ei] |lombard[oa] |milanese )*(?:a|al|alla|alle|all|per la|per le|con delega alla?) (?:\w+ ){0,4}?(?:casa|housing sociale|abitativ\w+)(?: (?:e|ed|e all|e alla) (?:housing sociale|casa|edilizia residenziale))?\b",
        ),
        Signal(id="piu_popolari", group="phrase", weight=0, mask=True, words=r"\b(?:alloggi|case|appartamenti) (?:piu popolari|popolari (?:su|tra|fra|per le vacanze))\b"),
        Signal(id="inquilino_figurato", group="phrase", weight=0, mask=True, words=r"\binquilin[oaei] (?:del|della|dell|di) (?:quirinale|casa bianca|palazzo (?:chigi|marino|lombardia)|colle|eliseo|§)"),
    )  # fmt: skip


def _housing() -> tuple[Signal, ...]:
    """What public housing is called, who runs it, who lives there, what happens to it."""
    return (
        Signal(id="case_popolari", group="homes", weight=STRONG, words=rf"\b{_HOMES} (?:\w+ )?popolar[ei]\b"),
        Signal(id="case_pubbliche", group="homes", weight=STRONG, words=r"\b(?:cas[ae]|alloggi[o]?|appartament[oi]|abitazion[ei]|unita abitativ[ae]) (?:\w+ )?pubblic[aohei]+\b"),
        Signal(id="edilizia", group="homes", weight=STRONG, words=r"\bedilizia (?:residenziale )?(?:pubblica|popolare|sociale|agevolata|convenzionata)\b|\bedilizia residenziale\b|\bpatrimonio (?:abitativo|residenziale)\b"),
        Signal(id="servizi_abitativi", group="homes", weight=STRONG, words=r"\bserviz[io]+ abitativ[io]\b|\b(?:alloggi|case|bando|avviso|domande|graduatoria) (?:\w+ )?sap\b|\bsap \d{4}\b|\bunita abitative\b|\bqualita dell abitare\b|\bpinqua\b|\bsicuro verde e sociale\b"),
        Signal(id="housing_sociale", group="homes", weight=STRONG, words=r"\bhousing sociale\b|\bsocial housing\b|\bresidenze? social[ei]\b|\balloggi social[ei]\b|\babitare sociale\b|\bhousing first\b|\bresidenzialita sociale\b"),
        Signal(id="case_comunali", group="homes", weight=STRONG, words=r"\b(?:case|alloggi[o]?|appartament[oi]|palazz[oi]|stabil[ei]|caseggiat[oi]) (?:comunal[ei]|del comune|erp|mm|di proprieta (?:\w+ )?(?:comunale|comune|pubblica))\b|\bcas[ae] (?:comunale di|mm)\b"),
        Signal(id="alloggi_che", group="homes", weight=STRONG, words=r"\balloggi (?:\w+ ){0,2}(?:sfitti|vuoti|assegnati|recuperati|da recuperare|a canone|per (?:le )?famiglie|ai nuclei|agli aventi)\b|\bassegna\w+ (?:\w+ ){0,3}(?:alloggi|case)\b|\bgraduatori[ae] (?:\w+ ){0,4}(?:case|alloggi|erp)\b|\bassegnazion[ei] (?:\w+ ){0,2}(?:case|alloggi)\b"),
        Signal(id="quartiere_popolare", group="homes", weight=STRONG, words=r"\bquartier[ei] (?:\w+ )?(?:popolar[ei]|aler)\b|\bcontratt[oi] di quartiere\b"),
        Signal(id="alloggi", group="homes", weight=FAIR, words=r"\balloggi[o]?\b|\bcaseggiat[oi]\b|\bcas[ae] sfitt[ae]\b|\bcas[ae] comunal[ei]\b"),
        Signal(id="casa_nel_titolo", group="homes", weight=LURE, headline=True, words=r"\bcas[ae]\b|\babitazion[ei]\b|\bdopo di noi\b|\bcohousing\b|\bstudentat[oi]\b"),
        Signal(id="appartamenti", group="homes", weight=HALF, words=r"\bappartament[oi]\b|\babitativ[oaei]\b|\bresidenzial[ei]\b|\bcondomin\w+\b"),
        Signal(id="aler", group="homes", weight=STRONG, words=r"\b(?:aler|iacp|aterp)\b"),
        Signal(id="altri_enti", group="homes", weight=STRONG, words=rf"\b(?:cas[ae]|alloggi[o]?|inquilin[oaei]|appartament[oi]|patrimonio|quartier[ei]|palazz\w+|stabil[ei]|immobil[ei]|azienda casa|(?:affida\w+|da\w*) (?:\w+ ){{0,2}}cas[ae]) (?:di |dell |ad |degli |del |all )?{_BODIES}\b"),
        Signal(id="ente_incerto", group="body", weight=FAIR, words=r"\b(?:ater|acer|erap|itea|mm casa)\b|\berp\b"),
        Signal(id="sindacato", group="tenants", weight=FAIR, words=r"\b(?:sunia|sicet|uniat|unione inquilini|sindacat\w+ (?:degli )?inquilini|comitat\w+ (?:degli )?inquilini)\b"),
        Signal(id="inquilini", group="tenants", weight=2.4, words=r"\b(?:inquilin[oaei]|assegnatari[oae]?)\b"),
        Signal(id="canone", group="rent", weight=STRONG, words=r"\b(?:canon[ei]|affitt[oi]|locazion[ei]) (?:calmierat[oi]|social[ei]|moderat[oi]|sostenibil[ei]|agevolat[oi])\b|\bmorosita incolpevole\b"),
        Signal(id="aiuti_affitto", group="rent", weight=FAIR, words=r"\bcanon[ei] concordat[oi]\b|\baffitt[oi] concordat[oi]\b|\b(?:contribut\w+|fondo|bonus|sostegn\w+|aiut[io]|misur[ae]) (?:\w+ ){0,3}(?:affitt[oi]|locazion[ei])\b|\bcaro affitt[oi]\b|\baffitti alle stelle\b|\bagenzi[ae] (?:sociale )?per (?:la casa|la locazione|l abitare)\b"),
        Signal(
            id="affitti_nel_titolo",
            group="rent",
            weight=LURE,
            headline=True,
            words=r"\baffitti\b|\bcaro affitti\b",
        ),
        Signal(id="affitto", group="rent", weight=WEAK, words=r"\baffitt[oi]\b|\bpigion[ei]\b"),
        Signal(id="politiche", group="policy", weight=STRONG, words=r"\b(?:politic(?:he|a) (?:abitativ[ae]|della casa|per la casa)|emergenza abitativa|disagio abitativo|diritto alla casa|diritto all abitare|emergenza (?:casa|alloggi)|fragilita abitativa|piano casa|missione lombardia|progetto casa)\b"),
        Signal(id="solidarieta", group="policy", weight=FAIR, words=r"\bcontribut\w+ (?:regionale )?(?:di )?solidarieta\b"),
        Signal(id="bandi", group="policy", weight=HALF, words=r"\bband[oi]\b|\bgraduatori[ae]\b"),
        Signal(id="abusivi_in_casa", group="squat", weight=STRONG, words=rf"\b{_HOMES} (?:\w+ ){{0,3}}(?:occupat[eio] )?abusiv\w+\b|\boccupazion[ei] (?:abusiv[ae] )?(?:nelle case|di case|di alloggi|degli alloggi|nei caseggiati)\b"),
        Signal(id="abusivi", group="squat", weight=FAIR, words=r"\boccupa(?:zion[ei]|nti) abusiv[aei]\b|\babusivismo abitativo\b"),
        Signal(id="sfratti", group="eviction", weight=FAIR, words=r"\bsfratt\w+\b|\bsgomber\w+ (?:\w+ ){0,3}(?:alloggi\w*|appartament\w+|case|casa|famigli[ae])\b"),
        Signal(id="servizi", group="service", weight=LURE, words=r"\b(?:portineri[ae]|portierato|custod[ei] social[ei]|community manager|laborator[io]+ (?:di quartiere|sociali?)|wemi)\b"),
        Signal(id="per_fragili", group="service", weight=HALF, words=r"\b(?:alloggi\w*|appartament\w+)\b.{0,60}\b(?:donne|vittime|fragil\w+|anziani|disabil\w+|infermier\w+|studenti|universitari)\b|\b(?:donne|vittime|fragil\w+|anziani|disabil\w+|infermier\w+|studenti|universitari)\b.{0,60}\b(?:alloggi\w*|appartament\w+)\b"),
        Signal(id="custodi", group="service", weight=HALF, words=r"\bcustod[ei]\b"),
        Signal(id="antiviolenza", group="lure", weight=LURE, words=r"\b(?:centr[io] antiviolenza|antiviolenza|telefono donna|violenza domestica)\b"),
        Signal(id="rigenerazione", group="lure", weight=LURE, words=r"\b(?:rigenerazione|riqualificazione|riconversione)\b"),
        Signal(id="san_siro", group="lure", weight=LURE, words=r"\bsan siro\b"),
    )  # fmt: skip


def _against() -> tuple[Signal, ...]:
    """What the item is about instead."""
    return (
        Signal(id="vacanze", group="other", weight=-1.5, words=r"\b(?:airbnb|booking|turist\w+|vacanz[ae]|b b|bed and breakfast|hotel)\b"),
        Signal(id="mercato", group="other", weight=-1.5, words=r"\b(?:mutu[oi]|mercato immobiliare|compravendit[ae]|agenzi[ae] immobiliar[ei]|prezzi delle case|arredamento|arredi|design|vill[ae]|villett[ae]|rapin\w+|furt[oi]|ladr[io])\b"),
        Signal(id="sport", group="sport", weight=-3.0, words=r"\b(?:calcio|serie [abc]|champions|campionato|derby|gol|allenatore|olimpi\w+|partit[ae]|vittoria|sconfitta|concerto|biglietti|tifosi)\b"),
        Signal(id="software", group="other", weight=-4.0, words=r"\b(?:software|gestionale|notebook|laptop|monitor|sindacato di polizia|cloud)\b"),
        Signal(id="cronaca", group="crime", weight=-1.6, words=r"\b(?:arrestat[oi]|arrest[oi]|in manette|spaccio|droga|cocaina|omicidio|uccis[oa]|accoltellat\w+|pusher|violent\w+)\b"),
    )  # fmt: skip


# Beginnings of the words every positive signal needs one of; a test holds it against the signals.
_TRIGGER = (
    r"\b(?:cas[ae]|casett[ae]|allogg|appartament|abita|edili|immobil|palazz|caseggiat|stabil|condomin|compless|torr[ei]|quartier"
    r"|inquilin|cortil|unita abit|ascensor|affitt|locazion|canon|assessor|serviz|sap|housing|residen|pinqua|sicuro verde|qualita"
    r"|contratt|cohousing|dopo di noi|studentat|aler|iacp|aterp|ater|acer|erap|itea|erp|mm|sunia|sicet|uniat|unione|sindacat"
    r"|comitat|assegn|morosita|agenzi|pigion|politic|emergenza|disagio|diritto|fragilita|piano|missione|progetto|contribut|band"
    r"|graduatori|occupa|abusiv|sfratt|sgomber|portin|portier|custod|community|laborator|wemi|antiviolenza|centr[io] anti"
    r"|telefono donna|violenza|rigenera|riqualific|riconver|san siro|patrimonio|azienda casa|social|fondo|bonus|sostegn|aiut|misur)"
)

# Slug → pattern. Slugs become hashtags: "casa_e_salute" is #CasaESalute.
TOPICS = {
    "bandi": r"\bband[oi]\b|\bdomand[ae]\b|\bavvis[oi] (?:pubblic|sap)\w*\b|\bsap \d{4}\b",
    "assegnazioni": r"\bassegna(?:zion\w+|t[eio]|ti|re)\b|\bgraduatori\w+\b|\bconsegna\w* (?:\w+ ){0,3}chiavi\b",
    "contributi": r"\bcontribut\w+\b|\bbonus\b|\bsostegn\w+\b|\baiut[io]\b|\bfondo\b",
    "affitti": r"\baffitt\w+\b|\bcanon[ei]\b|\blocazion\w+\b|\bmorosit\w+\b",
    "riqualificazione": r"\briqualific\w+\b|\bristruttur\w+\b|\brigenera\w+\b|\brecuper\w+\b|\bcantier\w+\b|\blavori\b",
    "manutenzione": r"\bmanutenzion\w+\b|\bascensor\w+\b|\binfiltrazion\w+\b|\briscaldament\w+\b|\bmuffa\b|\bguast\w+\b",
    "energia": r"\benerg\w+\b|\befficientament\w+\b|\bcappott\w+\b|\bfotovoltaic\w+\b",
    "occupazioni": r"\babusiv\w+\b|\boccupazion\w+ (?:abusiv|nelle case)\w*\b|\boccupant\w+\b",
    "sfratti": r"\bsfratt\w+\b|\bsgomber\w+\b",
    "sicurezza": r"\bsicurezza\b|\bvigilanza\b|\bvideosorveglian\w+\b|\bdegrado\b",
    "inquilini": r"\binquilin\w+\b|\bcomitat\w+\b|\bsunia\b|\bsicet\b",
    "salute": r"\bcas[ae] (?:di|della) comunita\b|\bambulatori\w*\b|\bsociosanitar\w+\b|\basst\b|\bsalute\b",
    "antiviolenza": r"\bantiviolenza\b|\bviolenza (?:di genere|domestica|sulle donne|contro le donne)\b|\bmaltrattat\w+\b",
    "servizi": r"\bportineri\w+\b|\bcustod\w+\b|\bcommunity manager\b|\blaborator\w+ di quartiere\b|\bsportell\w+\b",
}

HOUSING_CATEGORIES = frozenset(
    {
        "casa e housing sociale", "housing sociale", "casa", "politiche abitative", "edilizia residenziale pubblica",
        "case popolari", "aler", "casa e politiche abitative", "edilizia popolare", "social housing", "emergenza casa",
    }
)  # fmt: skip
OTHER_CATEGORIES = frozenset(
    {"sport", "calcio", "spettacoli", "cultura", "motori", "cucina", "moda", "meteo"}
)

RULES = Rules(
    signals=(*_masks(), *_housing(), *_against()),
    trigger=_TRIGGER,
    topics=TOPICS,
    housing_categories=HOUSING_CATEGORIES,
    other_categories=OTHER_CATEGORIES,
    bias=-3.0,
    category_weight=3.6,
    other_category_weight=-1.0,
    doubt=1.2,
    summary_share=0.9,
    housing_from=0.57,
    review_from=0.30,
)
