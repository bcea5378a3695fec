"""The signals of relevance, as data.

Patterns see folded text: lower case, no accents, no punctuation, single spaces ("all'asta" is "all asta"). Each kind of signal
speaks for two answers against "no": that the item is about public housing, and that a person should look. Units: log odds.
`relevance_weights.py`, made by `portineria bench relevance --fit`, corrects these first guesses from labelled headlines.
"""

from bot.core.relevance import Rules, Signal, Weight
from bot.core.relevance_weights import WEIGHTS

PUBLIC = (6.0, 2.5)  # alone enough to go out
LIKELY = (4.5, 2.5)  # alone barely
HINT = (1.6, 1.0)  # only helps
SOFT = (2.2, 4.0)  # homes in general; beside something public no obstacle
NEAR = (0.5, 5.2)  # homes, and somebody else's; beside something public a question
FAINT = (0.3, 2.0)
LURE = (-1.0, 0.0)  # sounds like a home and is none
AGAINST = (-2.5, -1.5)
ELSEWHERE = (-3.4, -3.5)
ASIDE = Weight(-3.5, 1.5)  # public housing is where it happens, not what it is about

_HOMES = (
    r"(?:cas[ae]|alloggi[o]?|appartament[oi]|abitazion[ei]|monolocal[ei]|minialloggi[o]?|palazz[oi]|palazzin[ae]|casermon[ei]|caseggiat[oi]|stabil[ei]|villaggi[o]?"
    r"|condomin[io]+|edific[io]+|compless[oi]|torr[ei]|quartier[ei]|inquilin[oiae]|cortil[ei]|unita abitativ[ae]|ascensor[ei]|quadrilatero)"
)
_FLATS = r"(?:cas[ae]|alloggi[o]?|appartament[oi]|abitazion[ei]|monolocal[ei]|minialloggi[o]?|caseggiat[oi]|unita abitativ[ae])"
_BODIES = r"(?:ater|acer|erap|ipes|itea|atc|arte|arca|mm|casa spa|metropolitana milanese)"
_QUARTERS = (
    r"(?:gratosoglio|corvetto|quarto oggiaro|giambellino|lorenteggio|barona|baggio|san siro|molise calvairate|calvairate|mazzini|ponte lambro|stadera"
    r"|comasina|bovisasca|niguarda|selinunte|via (?:gola|bolla|quarti|salomone|panigarola|lopez|tofano|russoli|saponaro|preneste|fleming|zama|fulvio testi|padova)"
    r"|rozzano|zingonia|satellite|ponte san pietro|pioltello|sant ambrogio|scampia|corviale|tor bella monaca|parco verde|zen|celadina|lunetta|san polo)"
)  # fmt: skip
_BUILDING = (
    r"(?:ascensor[ei]|servoscala|montascale|citofon[oi]|videocitofon[oi]|cantin[ae]|seminterrat[oi]|muffa|infiltrazion[ei]|termosifon[ei]|caldai[ae]|riscaldament[oi]"
    r"|cornicion[ei]|facciat[ae]|scal[ae]|pianerottol[oi]|cortil[ei]|tett[oi]|solai[o]?|amianto|cappott[oi]|teleriscaldamento|balcon[ei]|ponteggi|impalcatur[ae]|portinai[ao]|pulizie|topi)"
)  # fmt: skip
_COMPLAINT = (
    _BUILDING[:-1]
    + r"|bollett[ae]|spese condominiali|manutenzion[ei]|degrado|guast[oi]|gestore|assemblea|sindacat[oi]|quartiere|caseggiat[oi]|numero verde|regione|comune|reddit[oi]|canon[ei]|censimento|voltur[ae]|spese|arretrati)"
)
_ABROAD = r"(?:vienna|parigi|berlino|londra|barcellona|lisbona|madrid|amsterdam|copenaghen|stoccolma|new york|francia|germania|spagna|olanda|austria|banlieue)"


def _near(one: str, other: str, *, apart: int = 45) -> str:
    """Both patterns, in either order, at most `apart` characters from each other."""
    return rf"\b{one}\b.{{0,{apart}}}\b{other}\b|\b{other}\b.{{0,{apart}}}\b{one}\b"


def _masks() -> tuple[Signal, ...]:
    """Words that look like homes and are none; they go first, so that nothing after them sees "casa" in them."""
    return (
        Signal("sfratti_altri", "lure", AGAINST, r"\bsfratt\w+\b.{0,40}\b(?:bar|negozi[o]?|ristorante|trattoria|libreria|edicola|circolo|cinema|associazion[ei]|palestra)\b", needs=("sfratt",), mask=True),
        Signal("sfratto_figurato", "lure", AGAINST, r"\bsfratt\w+\b.{0,45}\b(?:volatil\w+|nutri[ae]|cinghial\w+|piccion\w+|lup[oi]|ospiti|playoff|noia|club|hockey|avversari|campioni)\b", needs=("sfratt",), mask=True),
        Signal("inquilini_animali", "lure", AGAINST, _near(r"inquilin\w+", r"(?:parco (?:faunistico|agricolo)|zoo|linc[ei]|tigr[ei]|cuccioli|cinghial\w+|ors[oi]|lup[oi]|panda|laghetto|aiuole|canile|acquario)"), needs=("inquilin",), mask=True),
        Signal("locazione_altra", "lure", AGAINST, r"\blocazion[ei] finanziari[ae]\b|\b(?:affitt[oi]|canone d affitto) (?:dei |di )?(?:terren[oi]|malg\w+|pascol\w+)\b|\baffitta un trattore\b|\bscale mobili\b", needs=("locazion", "affitt", "canone", "scale mobili"), mask=True),
        Signal("padroni_di_casa", "private", NEAR, _near(r"padron[ei] di casa", r"(?:inquilin\w+|affitt\w+|stranier\w+|moros\w+|mutuo|studenti)"), needs=("padron",), mask=True),
        Signal("casa_comunita_citta", "lure", (0.0, 2.5), r"\bmilan\w+\b.{0,40}\bcas[ae] (?:di|della|delle) comunita\b|\bcas[ae] (?:di|della|delle) comunita\b.{0,40}\b(?:milan\w+|gratosoglio|mazzini|molise|calvairate|san siro|corvetto|case popolari)\b", needs=("comunita",), mask=True),
        Signal("casa_comunita", "lure", (-1.5, -1.5), r"\bcas[ae] (?:di|della|delle) comunita\b", needs=("comunita",), mask=True),
        Signal("casa_acqua", "lure", LURE, r"\bcas[ae] (?:d|dell|delle) ?acqu[ae]\b|\bcasett[ae] dell acqua\b", needs=("acqu",), mask=True),
        Signal("carcere", "lure", LURE, r"\bcas[ae] (?:circondarial[ei]|di reclusione|di lavoro|lavoro)\b", needs=("circondarial", "di reclusione", "lavoro",), mask=True),
        Signal("posti_letto_ospedale", "lure", AGAINST, _near("posti letto", r"(?:ospedal\w*|reparto|terapia|ricover\w+|pazient[ei]|rsa)"), needs=("posti letto",), mask=True),
        Signal("casa_di_cura", "care", FAINT, r"\bcas[ae] (?:di cura|della salute|famiglia|rifugio|alloggio|albergo|accoglienza|di accoglienza)\b", needs=("accoglienza", "albergo", "alloggio", "della salute", "di cura", "famiglia", "rifugio",), mask=True),
        Signal("rsa", "care", (0.0, 0.5), r"\bcas[ae] di riposo\b|\brsa\b|\bresidenz[ae] (?:sanitari[ae]|per anziani)\b|\balloggi protetti\b", needs=("alloggi protetti", "di riposo", "residenz", "rsa",), mask=True),
        Signal("casa_altra", "lure", AGAINST, r"\bcas[ae] (?:museo|delle associazioni|dei diritti|della memoria|natale|editric[ei]|discografic\w+|automobilistic\w+|costruttric[ei]|farmaceutic\w+|di produzione|(?:di|della) (?:alta )?moda|(?:di|del|della) lusso|d aste|domotica|savoia|reale|madre|delle? (?:arti|farfalle|fotografia|cultura)|del (?:popolo|jazz|fascio)|della (?:musica|cultura)|verdi|testori|jannacci|milan|inter|juve|azzurri|italia|sanremo|bianca)\b", needs=("cas",), mask=True),
        Signal("casa_vacanze", "holiday", (-1.0, 2.5), r"\bcas[ae](?: e)?(?: appartament\w+)?(?: per)? vacanz[ae]\b|\bappartament\w+ (?:per )?vacanz[ae]\b", needs=("appartament", "vacanz",), mask=True),
        Signal("affitti_brevi", "market", NEAR, r"\baffitt[oi] (?:brev[ei]|turistic[io]\w*)\b|\blocazion[ei] (?:brev[ei]|turistich?e)\b|\bairbnb\b|\bkey ?box\w*\b|\bappartament[oi] turistic[io]\b|\bcase per (?:i )?turisti\b", needs=("affitt", "airbnb", "appartament", "case per", "key", "locazion",), mask=True),
        Signal("affitti_commerciali", "lure", AGAINST, r"\baffitt[oi] (?:commercial[ei]|(?:dei|ai|di|per i) negozi\w*|d azienda|ai negozi)\b", needs=("affitt",), mask=True),
        Signal("case_study", "lure", AGAINST, r"\bcase (?:study|studies|history|histories|del server)\b|\buse case\b|\bhousing (?:di |dei )?server\b", needs=("case", "housing",), mask=True),
        Signal("modo_di_dire", "lure", (0.0, 0.0), r"\b(?:(?:a|in|da|di|fuori|verso|la propria|le proprie|per ogni|grande come una|mia|metter su|un?a seconda) cas[ae]|fuoricasa|casaling\w+)(?! (?:popolar|aler|comunal|occupat|mm\b|ater|acer|pubblic))\b", needs=("cas", "fuoricasa",), mask=True),
        Signal("municipio_casa", "lure", (0.0, 0.0), r"\b(?:presso|nella) la? ?casa comunale\b|\bfatto in casa\b|\bpadron[ei] di casa\b", needs=("casa comunale", "di casa", "fatto in casa",), mask=True),
        Signal("assessore", "role", (0.0, 0.6), r"\bassessor\w+ (?:(?:regional|comunal)[ei] |lombard[oa] |milanese )*(?:a|al|alla|alle|all|per la|per le|con delega alla?) (?:\w+ ){0,4}?(?:casa|housing sociale|abitativ\w+)(?: (?:e|ed|e all|e alla) (?:housing sociale|casa|edilizia residenziale))?\b", needs=("assessor",), mask=True),
        Signal("piu_popolari", "lure", AGAINST, r"\b(?:alloggi|case|appartamenti) (?:piu popolari|popolari (?:su|tra|fra|per le vacanze))\b", needs=("popolari",), mask=True),
        Signal("inquilino_figurato", "lure", AGAINST, r"\binquilin[oaei] (?:del|della|dell|di) (?:quirinale|casa bianca|palazzo (?:chigi|marino|lombardia)|colle|eliseo|§)|\binquilin[oi] (?:a quattro zampe|del canile|in gabbia|del (?:parco|bosco|mare|lago|cielo|museo)|dello (?:zoo|stagno))\b|\bnuovo inquilino (?:al|alla|del|della)\b", needs=("inquilin",), mask=True),
    )  # fmt: skip


def _public() -> tuple[Signal, ...]:
    """What public housing is called, who runs it, who lives there, what happens to it."""
    return (
        Signal("case_popolari", "homes", PUBLIC, rf"\b{_HOMES} (?:\w+ ){{0,2}}?popolar[ei]\b|\b(?:nelle|delle|alle|dalle|le) popolari (?:d[iae]l*|dell|dove|in|a)\b|\b(?:ex gescal|gescal|ina casa|case minime|case bianche)\b", needs=("case bianche", "case minime", "gescal", "ina casa", "popolar",)),
        Signal("case_pubbliche", "homes", PUBLIC, rf"\b(?:{_FLATS}|patrimonio (?:immobiliare|abitativo)?) (?:\w+ ){{0,2}}?(?:pubblic[aohei]+|di proprieta pubblica|municipali)\b|\babitare pubblico\b", needs=("municipali", "pubblic",)),
        Signal("palazzi_pubblici", "homes", LIKELY, r"\b(?:palazz[oi]|stabil[ei]|condomin[io]+|inquilin[oi]|caseggiat[oi]|compless[oi]) (?:\w+ )?pubblic[io]\b", needs=("pubblic",)),
        Signal("di_proprieta_pubblica", "homes", LIKELY, r"\bdi proprieta (?:pubblica|comunale|(?:dell )?aler|erp)\b|\baffitt[oi] (?:pubblic[oi]|mm|aler|erp)\b|" + _near("patrimonio comunale", r"(?:alloggi|appartamenti|case)"), needs=("proprieta", "affitt", "patrimonio comunale")),
        Signal("restano_pubbliche", "homes", SOFT, r"\b(?:case|alloggi|appartamenti)\b.{0,45}\bpubblic(?:he|i)\b", needs=("case", "allogg", "appartament")),
        Signal("edilizia", "homes", PUBLIC, r"\bedilizia (?:residenziale |abitativa )?(?:pubblica|popolare)\b|\bedilizia residenziale\b|\bpatrimonio (?:abitativo|residenziale)\b|\boffert[ae] abitativ[ae]\b", needs=("abitativ", "edilizia", "patrimonio",)),
        Signal("edilizia_sociale", "homes", SOFT, r"\bedilizia (?:residenziale )?(?:sociale|agevolata|convenzionata)\b", needs=("edilizia",)),
        Signal("servizi_abitativi", "homes", PUBLIC, r"\bserviz[io]+ abitativ[io]\b|\bsap \d{4}\b|\b(?:alloggi[o]?|case|band[oi]|avvis[oi]|domand[ae]|graduatori[ae]|assegnatari[oae]?|assegnazion[ei]|canon[ei]|proventi) (?:\w+ )?(?:sap|sas|sat|erp)\b|\bunita abitative\b|\bqualita dell abitare\b|\bpinqua\b|\bsicuro verde e sociale\b|\bisee erp\b", needs=("abitativ", "erp", "pinqua", "qualita dell abitare", "sap", "sas", "sat", "sicuro verde e sociale",)),
        Signal("housing_sociale", "homes", LIKELY, r"\bhousing sociale\b|\bsocial housing\b|\bresidenze? social[ei]\b|\balloggi social[ei]\b|\babitare sociale\b|\bresidenzialita sociale\b", needs=("abitare sociale", "alloggi social", "housing sociale", "residenz", "social housing",)),
        Signal("case_comunali", "homes", PUBLIC, r"\b(?:case|alloggi[o]?|minialloggi[o]?|appartament[oi]|palazz[oi]|palazzin[ae]|mansard[ae]|bilocal[ei]|monolocal[ei]|stabil[ei]|caseggiat[oi]|inquilin[oi]) (?:\w+ )?(?:comunal[ei]|del comune|erp|mm|di proprieta (?:\w+ )?(?:comunale|comune|pubblica))\b|\bcas[ae] (?:comunale di|mm|del comune)\b|\bcasa comunale\b|\bcaseggiati del comune\b", needs=("alloggi", "minialloggi", "appartament", "cas", "inquilin", "mansard", "bilocal", "monolocal", "palazz", "stabil",)),
        Signal("quartiere_popolare", "homes", PUBLIC, r"\bquartier[ei] (?:\w+ )?(?:popolar[ei]|aler)\b|\bcontratt[oi] di quartiere\b", needs=("quartier",)),
        Signal("alloggi_che", "homes", LIKELY, rf"\b(?:alloggi[o]?|{_FLATS}) (?:\w+ ){{0,2}}?(?:sfitt[iea]|vuot[ieo]|inutilizzat[ie]|da recuperare|recuperat[ie]|a canone(?! (?:calmierat|convenzionat|concordat|agevolat|accessibil))|senza titolo|sotto ?soglia|nello stato di fatto)\b|\b(?:recuper\w+|sfitt[ie]) (?:\w+ ){{0,3}}?(?:alloggi|appartamenti|case)\b|\bsfitti\b.{{0,30}}\b(?:recuper\w+|assegna\w+|riassegna\w+|a posto)", needs=("abitazion", "alloggi", "appartament", "cas", "monolocal", "recuper", "sfitt", "unita abitativ",)),
        Signal("alloggi_assegnati", "allocation", LIKELY, r"\bassegna\w+ (?:\w+ ){0,3}?(?:alloggi[o]?|cas[ae]|appartament[oi])\b|\b(?:alloggi[o]?|cas[ae]|appartament[oi]) (?:\w+ ){0,3}?(?:assegna\w+|in assegnazione)\b|\bgraduatori[ae] (?:\w+ ){0,4}?(?:case|casa|alloggi|erp|sap)\b|\bband[oi] (?:\w+ ){0,3}?(?:alloggi|case|casa)\b|\bcambi[o]? (?:di )?alloggi[o]?\b|\bsportello casa\b|\buffici[o]? (?:alloggi|casa)\b", needs=("uffici", "cambi", "alloggi", "assegna", "band", "graduatori", "sportello casa",)),
        Signal("chiavi", "allocation", HINT, r"\bchiavi\b.{0,40}\b(?:famigli[ae]|nuclei)\b|\b(?:famigli[ae]|nuclei)\b.{0,40}\bchiavi\b|\bnuclei\b.{0,30}\btrasferit[ie]\b", needs=("chiavi", "trasferit",)),
        Signal("pratiche", "allocation", SOFT, r"\bvoltur[ae] (?:del|di|dei) contratt[oi]\b|\bsubentr[oi]\b.{0,40}\b(?:famiglia|figli|contratt[oi]|alloggi[o]?|nipot[ei])\b|\bun tetto per \w+ famiglie\b", needs=("voltur", "subentr", "un tetto")),
        Signal("edificio_comunale", "some_homes", SOFT, r"\bedific[io]+ (?:comunal[ei]|pubblic[io]+|di proprieta pubblica)\b", needs=("edific",)),
        Signal("attesa_casa", "allocation", LIKELY, _near(r"(?:lista d attesa|in graduatoria|in lista)", r"(?:cas[ae]|alloggi[o]?|appartament[oi]|palazzin[ae])", apart=60), needs=("lista", "in graduatoria")),
        Signal("lista_attesa", "allocation", HINT, r"\blist[ae] d attesa\b|\b(?:anni|anziani|famiglie|nuclei) in lista\b|\bin lista da\b|\bliste di assegnazione\b|\bin graduatoria\b|\bgraduatoria (?:provvisoria|definitiva)\b|\bnuclei\b", needs=("list", "graduatoria", "nuclei", "anni", "anziani", "famiglie")),
        Signal("alloggi", "some_homes", SOFT, r"\balloggi[o]?\b", needs=("alloggi",)),
        Signal("caseggiato", "some_homes", LIKELY, r"\bcaseggiat[oi]\b", needs=("caseggiat",)),
        Signal("appartamenti", "some_homes", FAINT, r"\bappartament[oi]\b|\babitazion[ei]\b|\babitativ[oaei]\b|\bresidenz[ae]\b|\bmonolocal[ei]\b", needs=("abitativ", "abitazion", "appartament", "monolocal", "residenz",)),
        Signal("aler", "body", PUBLIC, r"\b(?:aler|iacp|aterp|arer|agec)\b|\baziend[ae] casa\b|\baziend[ae] (?:regional[ei] |lombard[ae] |territorial[ei] )?(?:della casa|per l edilizia|per la casa|dell edilizia)\b", needs=("aler", "aterp", "iacp", "arer", "agec", "aziend",)),
        Signal("aler_altro", "lure", ELSEWHERE, r"\bnon (?:di|dell|da) aler\b|\baler (?:t|sport|volley|calcio|e mario|l algoritmo|start ?up|tour|band)\b|" + _near("aler", r"(?:festival|tour|band|cantautric[ei]|cantante|singolo|album|liutai|violini|start ?up|algoritmo)"), needs=("aler",)),
        Signal("altri_enti", "body", PUBLIC, rf"\b(?:cas[ae]|alloggi[o]?|inquilin[oaei]|appartament[oi]|patrimonio|quartier[ei]|palazz\w+|stabil[ei]|immobil[ei]|azienda casa|(?:affida\w+|da\w*|gestit\w+) (?:\w+ ){{0,2}}cas[ae]) (?:di |da |dell |ad |degli |del |all )?{_BODIES}\b|\b(?:federcasa|casalp|casa spa|arca puglia|ater|erap|itea)\b", needs=("alloggi", "appartament", "arca puglia", "ater", "cas", "erap", "immobil", "inquilin", "itea", "palazz", "patrimonio", "quartier", "stabil",)),
        Signal("mm", "body", HINT, r"(?<!\d )\bmm\b(?! di pioggia)", needs=("mm",)),
        Signal("mm_casa", "body", LIKELY, r"\bmm casa\b|\bgestit[aeio] da mm\b|" + _near("(?<!\\d )mm", r"(?:inquilin\w+|case|canon[ei]|alloggi|caseggiat[oi]|custod[ei]|famiglie)", apart=60), needs=("alloggi", "canon", "case", "custod", "famiglie", "gestit", "inquilin", "mm casa",)),
        Signal("acer", "body", LIKELY, r"\bacer\b(?! (?:presenta|lancia|aspire|notebook))|\barte (?:genova|vende)\b|\batc\b", needs=("acer", "genova", "atc", "vende",)),
        Signal("erp", "body", LIKELY, r"\berp\b", needs=("erp",)),
        Signal("sindacato", "tenants", LIKELY, r"\b(?:sunia|sicet|uniat|assocasa|unione inquilini|sindacat\w+ (?:degli |di )?inquilini|comitat\w+ (?:degli |di )?inquilini)\b", needs=("assocasa", "inquilini", "sicet", "sunia", "uniat",)),
        Signal("inquilini", "tenants", SOFT, r"\binquilin[oaei]\b", needs=("inquilin",)),
        Signal("inquilini_di", "tenants", LIKELY, r"\binquilin[ie] (?:di|del) (?:via|viale|piazza|quartiere)\b|" + _near(r"inquilin[oaie]", _COMPLAINT) + "|" + _near(r"inquilin[oaie]", _QUARTERS), needs=("inquilin",)),
        Signal("assegnatari", "tenants", PUBLIC, r"\bassegnatari[oae]?\b|\banagrafe (?:dell )?utenza\b", needs=("anagrafe", "assegnatari",)),
        Signal("canone", "rent", LIKELY, r"\b(?:canon[ei]|affitt[oi]|locazion[ei]) (?:\w+ )?(?:social[ei]|ridott[oi]|moderat[oi])\b|\bcanon[ei]\b.{0,40}\b(?:arretrat[oi]|famiglie|fasc[ei]|isee)\b", needs=("canon", "moderat", "ridott", "social",)),
        Signal("canone_agevolato", "rent", SOFT, r"\b(?:canon[ei]|affitt[oi]|locazion[ei]|prezz[oi]) (?:\w+ )?(?:calmierat[oi]|sostenibil[ei]|agevolat[oi]|accessibil[ei]|abbordabil[ei])\b|\bmorosita incolpevole\b|\bda 80 euro al metro\b", needs=("accessibil", "agevolat", "calmierat", "da 80 euro al metro", "morosita incolpevole", "sostenibil",)),
        Signal("politiche", "policy", LIKELY, r"\b(?:politic(?:he|a) (?:abitativ[ae]|della casa|per la casa)|emergenza abitativa|disagio abitativo|diritto alla casa|diritto all abitare|emergenza (?:casa|alloggi)|fragilita abitativa|missione lombardia|progetto casa)\b", needs=("diritto all abitare", "diritto alla casa", "disagio abitativo", "emergenza", "fragilita abitativa", "missione lombardia", "politic", "progetto casa",)),
        Signal("piano_casa", "policy", (2.5, 4.5), r"\bpiano casa\b", needs=("piano casa",)),
        Signal("legge_16", "policy", LIKELY, r"\b(?:legge regionale|lr|l r) 16\b|\bregolamento regionale (?:sugli|degli|dei) (?:alloggi|servizi)\b", needs=("16", "regolamento regionale",)),
        Signal("solidarieta", "policy", LIKELY, r"\bcontribut\w+ (?:regionale )?(?:di )?solidarieta\b", needs=("solidarieta",)),
        Signal("abusivi_in_casa", "squat", PUBLIC, rf"\b{_HOMES} (?:\w+ ){{0,3}}?(?:occupat[eio] )?abusiv\w+\b|\boccupazion[ei] (?:abusiv[ae] )?(?:nelle case|di case|di alloggi|degli alloggi|nei caseggiati)\b|\bracket\b.{{0,30}}\b(?:alloggi|case|occupazion[ei])\b|\boccupazioni senza titolo\b", needs=("abusiv", "occupazion", "racket",)),
        Signal("abusivi", "squat", LIKELY, r"\boccupa(?:zion[ei]|nti) abusiv[aei]\b|\babusivismo abitativo\b|\bsenza titolo\b", needs=("abusivismo abitativo", "occupa", "senza titolo",)),
        Signal("alloggi_venduti", "squat", LIKELY, r"\b(?:mazzett[ae]|tangent[ie]|vendev\w+)\b.{0,30}\b(?:chiavi|assegnazion[ei]|alloggi|case)\b|\bcontro gli abusivi\b|\b(?:fint[oi]|fals[oi])\b.{0,30}\b(?:aler|mm|case popolari|ente gestore)\b", needs=("mazzett", "tangent", "vendev", "contro gli abusivi", "fals", "fint")),
        Signal("sgombero", "squat", LIKELY, _near(r"(?:sgomber\w+|liberat[ioe]|murat[ie])", r"(?:alloggi[o]?|appartament[oi]|case)"), needs=("liberat", "murat", "sgomber",)),
        Signal("palazzo_occupato", "squat", SOFT, r"\b(?:palazz[oi]|stabil[ei]|edific[io]+|cas[ae]|appartament[oi]) occupat[oaie]\b", needs=("occupat",)),
        Signal("sfratti", "eviction", SOFT, r"\bsfratt\w+\b", needs=("sfratt",)),
        Signal("custodi", "service", HINT, r"\bcustod[ei]\b|\bportinai\w+\b|\bportineri[ae]\b(?! demo)|\bportierato\b", needs=("custod", "portierato", "portinai", "portineri",)),
        Signal("community_manager", "service", (3.5, 3.0), r"\bcommunity manager\b", needs=("community manager",)),
        Signal("gestore", "service", HINT, r"\bente gestore\b|\bdiritto di prelazione\b|\bprelazione per gli inquilini\b", needs=("ente", "diritto", "prelazione")),
        Signal("servizi", "service", SOFT, r"\b(?:laborator[io]+ (?:di quartiere|sociali?)|custod[ei] social[ei])\b", needs=("custod", "laborator",)),
        Signal("wemi", "service", NEAR, r"\bwemi\b", needs=("wemi",)),
        Signal("tema_casa", "policy_home", (3.0, 4.0), r"^(?:casa|edilizia) (?:franco|mattinzoli|bolognini|maran|bardelli|majorino|sindac\w+|regione|comune|governo|ministr\w+|fontana|sala|salvini|pd|m5s|lega|sindacat\w+|unione)\b", needs=("casa", "edilizia",)),
        Signal("quartieri_noti", "place", (1.6, 0.3), rf"\b{_QUARTERS}\b", needs=("baggio", "barona", "bovisasca", "calvairate", "celadina", "comasina", "corviale", "corvetto", "giambellino", "gratosoglio", "lorenteggio", "lunetta", "mazzini", "niguarda", "parco verde", "pioltello", "ponte lambro", "ponte san pietro", "quarto oggiaro", "rozzano", "san polo", "san siro", "sant ambrogio", "satellite", "scampia", "selinunte", "stadera", "tor bella monaca", "zen", "zingonia", "via gola", "via bolla", "via quarti", "via salomone", "via panigarola", "via lopez", "via tofano", "via russoli", "via saponaro", "via preneste", "via fleming", "via zama", "via fulvio", "via padova", "molise",)),
        Signal("palazzi_noti", "place", SOFT, _near(r"(?:torr[ei]|palazz[oi]|scal[ae]|cas[ae]|sgomber\w+|occupat\w+)", _QUARTERS), needs=("palazz", "torr", "scal", "cas", "sgomber", "occupat")),
        Signal("torri", "place", HINT, r"\btorr[ei] bianch[ei]\b|" + _near(r"(?:torr[ei]|palazz[oi]|vel[ae])", r"(?:inquilin\w+|abitant[ei]|famiglie|nuclei|cappott[oi]|amianto|ascensor[ei]|abbattut[aeio]|demoli\w+)"), needs=("palazz", "torr", "vel")),
        Signal("guasti", "building", HINT, _near(_BUILDING, r"(?:via|viale|piazza|famiglie|residenti|anzian[io]|abitanti|disabil[ei]|" + _QUARTERS[3:-1] + ")"), needs=("amianto", "riscaldament", "teleriscaldament", "servoscala", "montascale", "videocitofon", "ascensor", "balcon", "caldai", "cantin", "cappott", "citofon", "cornicion", "cortil", "facciat", "impalcatur", "infiltrazion", "muffa", "pianerottol", "ponteggi", "portinai", "pulizie", "scal", "seminterrat", "solai", "termosifon", "tett", "topi",)),
    )  # fmt: skip


def _near_homes() -> tuple[Signal, ...]:
    """Homes that are somebody else's: a person decides whether they concern us."""
    return (
        Signal("affitti", "market", SOFT, r"\b(?:sub)?affitt[oi]\b(?! (?:di|delle?|degli) (?:bici\w*|auto|monopattin\w+|sal[ae]|palestr[ae]|ombrellon\w+|sci|teatr\w+))|\bcaro (?:affitt[oi]|stanze|casa)\b|\bpigion[ei]\b|\blocazion[ei]\b|\baffitta\w*\b|\bbilocal[ei]\b", needs=("affitt", "subaffitt", "bilocal", "caro", "locazion", "pigion",)),
        Signal("concordato", "market", NEAR, r"\b(?:canon[ei]|affitt[oi]) concordat[oi]\b|\bcedolare secca\b|\bagenzi[ae] (?:sociale )?(?:per (?:la casa|la locazione|l abitare)|dell abitare)\b|\bpatti in comune\b", needs=("agenzi", "cedolare secca", "concordat", "patti in comune",)),
        Signal("mutui", "loan", (0.0, 0.5), r"\bmutu[oi]\b(?! (?:sociale|soccorso|consenso))|\bprestito (?:per la )?casa\b|\brata\b.{0,20}\bcasa\b|\bcasa\b.{0,60}\brata\b|\bcaparra\b|\bprima casa\b|\bfondo gasparrini\b", needs=("fondo gasparrini", "mutu", "prima casa", "prestito", "rata", "caparra",)),
        Signal("mercato", "market", (0.0, 0.5), r"\b(?:mercato immobiliare|agent[ei] immobiliar[ei]|annunci immobiliari)\b|\bcompravendit[ae]\b|\bprezz[oi] delle case\b|\bprezzo dell abitare\b|\b(?:comprare|comprano|acquistare|vendere) casa\b|\bmattone\b|\bfame di mattoni\b|\bseconde case\b|\bcase a un euro\b|\bimu\b|\brendite catastali\b|\bcatasto\b|\btass[ae] sulla casa\b|\bnuda proprieta\b|\bcoliving\b|\baffittacamere\b", needs=("acquistare", "affittacamere", "case a un euro", "coliving", "comprano", "comprare", "compravendit", "delle case", "fame di mattoni", "imu", "catasto", "mattone", "mercato immobiliare", "agent", "annunci", "nuda proprieta", "prezzo dell abitare", "rendite catastali", "seconde case", "sulla casa", "vendere",)),
        Signal("bonus_affitto", "bonus", NEAR, r"\bbonus affitt[oi]\b|\bdetrazion[ei]\b.{0,30}\baffitt\w*", needs=("bonus", "detrazion")),
        Signal("bonus", "bonus", FAINT, r"\bbonus (?:cas[ae]|ristrutturazion[ei]|barriere|facciat[ae]|mobili|verde|prima casa|edilizi[o]?|sociale (?:elettrico|idrico|gas))\b|\bsalva ?casa\b|\bcase green\b|\bdetrazion[ei]\b.{0,30}\b(?:ristruttur|barriere|casa)\w*", needs=("bonus", "case green", "detrazion", "salva",)),
        Signal("superbonus", "bonus", FAINT, r"\bsuperbonus\b|\becobonus\b|\bsismabonus\b", needs=("ecobonus", "sismabonus", "superbonus",)),
        Signal("studenti", "students", NEAR, r"\bstudentat[oi]\b|\bresidenz[ae] (?:universitari[ae]|per studenti)\b|\bhousing universitario\b|\bcas[ae] dello studente\b|" + _near(r"(?:studenti|fuori ?sede|universitari[ae]?|aten[ei]o?|campus|collegi[o]?|pensionato)", r"(?:posti letto|alloggi[o]?|residenz[ae]|stanz[ae]|singola|doppia|letti|tend[ae]|affitt[oi]|abitazion[ei])"), needs=("aten", "campus", "collegi", "dello studente", "studentat", "studenti", "universitari", "fuori", "pensionato",)),
        Signal("posti_letto", "students", SOFT, r"\bposti letto\b|\b(?:stanz[ae]|camer[ae]|singola|doppia|bilocal[ei]|trilocal[ei]|monolocal[ei])\b.{0,25}\beuro\b", needs=("posti letto", "stanz", "camer", "singola", "doppia", "bilocal", "trilocal", "monolocal")),
        Signal("estero", "abroad", NEAR, _near(_ABROAD, r"(?:cas[ae]|affitt[oi]|alloggi[o]?|appartament[oi]|palazz[oi]|torri|edilizia|proprietari|abitazion[ei])", apart=70), needs=("abitazion", "affitt", "alloggi", "appartament", "cas", "edilizia", "palazz", "proprietari", "torri",)),
        Signal("dopo_di_noi", "care", NEAR, r"\bdopo di noi\b|\bco ?housing\b|\bcondominio solidale\b|" + _near(r"appartament[oi]", r"(?:disabilita|autonomia|educatori|psichiatric\w+)"), needs=("appartament", "condominio solidale", "dopo di noi", "housing", "cohousing",)),
        Signal("senza_dimora", "care", NEAR, r"\bsenza ?(?:dimora|tetto|casa)\b|\bsenza un tetto\b|\bclochard\b|\bhomeless\b|\bbaraccopoli\b|\bdormitori[o]?\b|\b(?:piano|emergenza) freddo\b|\bhousing first\b", needs=("baraccopoli", "clochard", "dormitori", "homeless", "housing first", "freddo", "senza",)),
        Signal("rom", "care", NEAR, r"\bcamp[oi] (?:rom|nomad[ei])\b|\b(?:rom|sinti|roulotte)\b.{0,40}\b(?:alloggi[o]?|appartament[oi]|cas[ae])\b|\bcampo di via\b|\bnomadi\b.{0,30}\bfamiglie\b", needs=("camp", "famiglie", "rom", "sinti", "roulotte",)),
        Signal("accoglienza", "care", NEAR, r"\baccoglienza diffusa\b|" + _near(r"(?:profugh[io]|rifugiat[io]|ucrain[ie]|migranti|minori stranieri)", r"(?:alloggi[o]?|appartament[oi]|case)"), needs=("accoglienza diffusa", "migranti", "profugh", "rifugiat", "minori stranieri", "ucrain",)),
        Signal("proprietari", "private", NEAR, r"\bproprietari[o]?\b.{0,50}\b(?:affitt\w+|inquilin\w+|appartament\w+|moros\w+|case)\b|\b(?:affitt\w+|inquilin\w+|appartament\w+|moros\w+|sfrattat\w+)\b.{0,50}\bproprietari[o]?\b|\binquilino moroso\b|\bnel privato\b|\bimmobil[ei] dai privati\b", needs=("dai privati", "inquilin", "nel privato", "proprietari",)),
        Signal("enti_privati", "private", NEAR, r"\bent[ei] previdenzial[ei]\b|\bfondo (?:immobiliare|pensione|sovrano|straniero|americano)\b|\bfond[oi] immobiliar[ei]\b|\bcooperativ[ae] (?:edificatric[ei]|di abitanti|di abitazione|edilizi[ae])\b|\bcondominio privato\b|\bpalazzo privato\b|\bsociale privato\b", needs=("condominio privato", "cooperativ", "immobiliar", "fondo", "palazzo privato", "pensione", "previdenzial", "sociale privato",)),
        Signal("convenzionata", "development", NEAR, r"\bconvenzionat[aeio]\b", needs=("convenzionat",)),
        Signal("sviluppo", "development", NEAR, _near(r"(?:rigenerazion[ei]|riconversion[ei]|masterplan|ex (?:scalo|caserma|area|macello|fabbrica|ospedale|leuci|villaggio)|scal[oi] (?:farini|romana)|area falck|villaggio olimpico|olimpic village)", r"(?:cas[ae]|residenz[ae]|alloggi[o]?|appartament[oi]|abitazion[ei]|studentat[oi]|letti)", apart=90), needs=("abitazion", "alloggi", "appartament", "cas", "letti", "residenz", "studentat",)),
        Signal("rigenerazione", "development", (0.2, 3.6), r"\brigenerazion[ei]\b|\briqualificazion[ei]\b|\briconversion[ei]\b", needs=("riconversion", "rigenerazion", "riqualificazion",)),
        Signal("urbanistica", "development", FAINT, r"\burbanistica\b|\bsalva milano\b|\btorri gemelle\b", needs=("salva milano", "torri gemelle", "urbanistica",)),
        Signal("periferie", "development", FAINT, r"\bperiferi[ae]\b|\blaboratorio di quartiere\b", needs=("laboratorio di quartiere", "periferi",)),
        Signal("lavoratori", "workers", SOFT, _near(r"(?:alloggi[o]?|appartament[oi]|cas[ae]|foresteri[ae])", r"(?:infermier[ie]|medic[io]|autist[ie]|agenti|stagional[ei]|lavorator[ie]|docenti|insegnanti|professori|maestr[ie]|braccianti|forze dell ordine|carabinieri|polizia)"), needs=("alloggi", "appartament", "cas", "foresteri",)),
        Signal("confiscati", "gift", SOFT, _near(r"confiscat[aeio]", r"(?:alloggi[o]?|appartament[oi]|cas[ae]|beni|vill[ae])") + r"|\blascia (?:\w+ )?(?:appartamenti|alloggi|case|la casa)\b", needs=("confiscat", "lascia",)),
        Signal("canoniche", "gift", NEAR, r"\bcanoniche\b|\bparrocchi\w+\b.{0,60}\b(?:famiglie|appartament[oi]|alloggi|stanze)\b", needs=("canoniche", "parrocchi",)),
        Signal("condominio", "private", (0.3, 1.5), r"\bcondomin\w+\b", needs=("condomin",)),
        Signal("la_casa", "policy_home", (0.3, 3.4), r"\b(?:sulla|per la|la|della) casa\b.{0,45}\b(?:legge|piano|governo|regione|comune|ministr\w+|candidat\w+|manifestazione|corteo|povert\w+|politica|emergenza|crisi|citta)\b|\b(?:legge|piano|manifestazione|povert\w+|giovani|candidat\w+|costo|crisi|emergenza)\b.{0,25}\b(?:sulla|per la|la|della|e) casa\b|\b(?:costo|prezzo) dell abitare\b|\bpovert\w+ abitativ\w+\b|\bvivere (?:qui|in citta|a milano) costa\b|\bcas[ae] accessibil[ei]\b", needs=("abitativ", "case accessibil", "casa", "dell abitare", "vivere",)),
        Signal("senza_casa", "policy_home", FAINT, r"\bsenza (?:una )?casa\b|\bdove andremo a vivere\b|\bperd\w+ la casa\b|\bpagare? la casa\b", needs=("dove andremo a vivere", "la casa", "senza",)),
        Signal("inagibili", "disaster", FAINT, r"\binagibil[ei]\b|\bsfollat[oi]\b|\bcasette provvisorie\b|\bterremotat[oi]\b", needs=("casette provvisorie", "inagibil", "sfollat", "terremotat",)),
        Signal("antiviolenza", "lure", (0.2, 3.6), r"\b(?:centr[io] antiviolenza|antiviolenza|telefono donna|violenza domestica)\b", needs=("antiviolenza", "telefono donna", "violenza domestica",)),
        Signal("donne_case", "care", SOFT, _near(r"(?:donne|vittime|maltrattat[ei])", r"(?:alloggi[o]?|appartament[oi]|case rifugio)"), needs=("alloggi", "appartament", "case rifugio",)),
        Signal("san_siro_futuro", "lure", (0.0, 2.0), _near("san siro", r"(?:riconversione|nuovo stadio|progetto|delibera|vendita|vende|cessione|demolizione|masterplan)", apart=60), needs=("san siro",)),
        Signal("san_siro_stadio", "lure", LURE, r"\bsan siro\b.{0,60}\b(?:stadio|inter|milan)\b|\bstadio\b.{0,40}\bsan siro\b|\b(?:inter|milan)\b.{0,60}\bsan siro\b", needs=("san siro",)),
    )  # fmt: skip


def _against() -> tuple[Signal, ...]:
    """What the item is about instead."""
    return (
        Signal("turismo", "other", AGAINST, r"\b(?:booking|turist\w+|vacanz[ae]|b b|bed and breakfast|hotel|albergh?[oi]|ostell[oi]|rifugi alpini|camper|campeggi[o]?)\b", needs=("alberg", "b b", "bed and breakfast", "booking", "campeggi", "camper", "hotel", "ostell", "rifugi alpini", "turist", "vacanz",)),
        Signal("lusso", "other", ELSEWHERE, r"\b(?:lusso|attic[oi]|vill[ae] (?:da sogno|del|sul|in vendita)|castell[oi]|branded|miliardar[io]|tycoon|montenapoleone|citylife|yacht)\b", needs=("attic", "branded", "castell", "citylife", "lusso", "miliardar", "montenapoleone", "tycoon", "vill", "yacht",)),
        Signal("arredo", "other", AGAINST, r"\b(?:arredament[oi]|arredi|design|salone del mobile|soggiorno|cucina|elettrodomestic[io])\b", needs=("arredament", "arredi", "cucina", "design", "elettrodomestic", "salone del mobile", "soggiorno",)),
        Signal("ladri", "crime", AGAINST, r"\b(?:vill[ae]|villett[ae]|ladr[io]|raggirat\w+|truff\w+)\b", needs=("ladr", "raggirat", "truff", "vill",)),
        Signal("sport", "sport", ELSEWHERE, r"\b(?:calcio|serie [abcd]|champions|campionato|derby|gol|allenatore|mister|trasferta|olimpiadi|partit[ae]|vittori[ae]|sconfitta|capolista|tre punti|biglietti|tifosi|rugby|basket|volley|ciclismo)\b", needs=("allenatore", "basket", "biglietti", "calcio", "campionato", "champions", "ciclismo", "derby", "gol", "mister", "olimpiadi", "partit", "rugby", "sconfitta", "serie", "tifosi", "trasferta", "vittori", "volley", "capolista", "tre punti",)),
        Signal("spettacolo", "other", AGAINST, r"\b(?:film|cinema|documentari[o]?|romanzo|libro|cantautore|rapper|trapper|singolo|mostra|festival|teatro|romanzi|pittori|murale|street art|museo|anteprima|premio|commedia|palco|band|cantautric[ei]|concert[oi]|spettacol[oi]|rassegna|in scena|tango|ballando|tombola)\b", needs=("anteprima", "band", "cantautore", "cantautric", "cinema", "commedia", "concert", "documentari", "festival", "film", "in scena", "libro", "mostra", "murale", "museo", "palco", "pittori", "premio", "rapper", "rassegna", "romanzi", "romanzo", "singolo", "spettacol", "street art", "tango", "ballando", "tombola", "teatro", "trapper",), aside=True),
        Signal("software", "other", ELSEWHERE, r"\b(?:software|gestionale|notebook|laptop|monitor|sindacato di polizia|sindacato autonomo|cloud|server|start ?up|algoritmo)\b", needs=("algoritmo", "cloud", "gestionale", "laptop", "monitor", "notebook", "server", "sindacato autonomo", "sindacato di polizia", "software", "start",)),
        Signal("cronaca", "crime", AGAINST, r"\b(?:arrestat[oaie]|arrest[oi]|in manette|spaccio|spacciator\w+|droga|antidroga|hashish|marijuana|cocaina|omicidi[o]?|uccis[oa]|accoltellat\w+|coltellat[ae]|pusher|violent\w+|dealer|riss[ae]|sparatori[ae]|spari|rapin\w+|furt[oi]|derubat[oaie]|rubano|rubat[oaie]|cadaver[ei]|senza vita|trovat[oa] mort[oa]|suicidi[o]?|precipit\w+|latitante|aggredit[oaie]|aggression[ei]|baby gang|munizioni|monossido|pitbull|denunciat[oi])\b", needs=("aggred", "aggress", "antidroga", "accoltellat", "arrest", "baby gang", "cadaver", "cocaina", "coltellat", "dealer", "denunciat", "derubat", "droga", "furt", "hashish", "in manette", "latitante", "marijuana", "monossido", "munizioni", "omicidi", "pitbull", "precipit", "pusher", "rapin", "riss", "ruba", "senza vita", "spaccia", "spaccio", "spar", "suicidi", "trovat", "uccis", "violent",), aside=True),
        Signal("forze_ordine", "police", FAINT, r"\b(?:carabinier[ie]|polizia(?! locale)|questura|squadra mobile|agguato|dosi|pistol[ae]|inseguit[oaie]|ricercat[oaie]|ferit[oaie] (?:in|da|dall|dal|un|una|con)|due feriti|tre feriti|mort[oa] in casa|in cella|bastonat[ea]|picchiat[oaie]|piromane|refurtiva|vittima|vittime)\b", needs=("agguato", "bastonat", "carabinier", "dosi", "due feriti", "ferit", "in cella", "inseguit", "mort", "picchiat", "piromane", "pistol", "polizia", "questura", "refurtiva", "ricercat", "squadra", "tre feriti", "vittim"), aside=True),
        Signal("scuole", "other", AGAINST, r"\b(?:scuol[ae]|liceo|istitut[oi]|cattedre|docenti|edilizia scolastica|alunni|nidi|asil[io])\b", needs=("alunni", "asil", "cattedre", "docenti", "edilizia scolastica", "istitut", "liceo", "nidi", "scuol",)),
        Signal("animali", "other", ELSEWHERE, r"\b(?:can[ei]|canile|gatt[oi]|cavall[oi]|ippodromo|pappagall[oi])\b", needs=("can", "gatt", "cavall", "ippodromo", "pappagall")),
        Signal("sanita", "other", AGAINST, r"\b(?:ospedal[ei]|ambulator\w+|pronto soccorso|reparto|pazient[ei]|detenut[oi])\b", needs=("ambulator", "detenut", "ospedal", "pazient", "pronto soccorso", "reparto",)),
        Signal("negozi", "other", AGAINST, r"\b(?:negozi[o]?|botteg\w+|mercat[oi] (?:comunale|coperto|rionale)|ristorante)\b", needs=("botteg", "mercat", "negozi", "ristorante",)),
        Signal("ente_al_lavoro", "job", FAINT, r"\b(?:assume|assunzion[ei]|concorso|selezione|dipendent[ei]|sciopero|contratto integrativo|collegio sindacale|dirigent[ei]|stipendio|servizi assicurativi|organico|geometri|ingegneri)\b", needs=("assum", "assunzion", "collegio", "concorso", "contratto", "dipendent", "dirigent", "geometri", "ingegneri", "organico", "sciopero", "selezione", "servizi", "stipendio"), aside=True),
        Signal("ospiti", "guest", FAINT, r"\b(?:doposcuola|oratorio|moschea|palestra|ort[oi] (?:condivis[oi]|urban[oi])|centr[oi] social[ei]|parrocchia)\b", needs=("centr", "doposcuola", "moschea", "oratorio", "ort", "palestra", "parrocchia"), aside=True),
        Signal("quota", "share", FAINT, r"\buna (?:quota|parte)\b|\bquota (?:di|in|a)\b|\bdi cui \w+ (?:in|a|di)\b|\bin parte (?:di|pubblic\w+)\b|\b(?:anche|qualche|alcun[ie]) (?:\w+ )?(?:compless[oi]|palazz[oi]|stabil[ei]|cantier[ei])\b|\bper cento (?:delle (?:case|abitazioni)|degli (?:alloggi|appartamenti))\b|\bbilancio (?:regionale|del comune)\b|\bassestamento\b", needs=("alcun", "anche", "assestamento", "bilancio", "cui", "in parte", "una parte", "per cento", "qualche", "quota"), aside=True),
        Signal("nazionale", "state", FAINT, r"\b(?:governo|ministr[oi]|ministero|nazional[ei]|manovra|bruxelles|ue|europe[oa]|decreto|ddl|parlament\w+|senato|bei|cdp)\b", needs=("bei", "bruxelles", "cdp", "ddl", "decreto", "europe", "governo", "manovra", "minist", "nazional", "parlament", "senato", "ue"), aside=True),
    )  # fmt: skip


# A text without any of these beginnings of words is about something else, whatever else it says; looking for them first keeps polls
# cheap. Of short words the end is given too.
_GATE = (
    " casa", " case", " allogg", " appartament", " abita", " edilizia", " palazz", " casermon", " caseggiat", " stabile", " stabili", " popolar", " condomin", " torre", " torri", " inquilin", " ascensor", " servoscala", " citofon", " affitt", " subaffitt", " caro ",
    " canone", " canoni", " locazion", " sap ", " sas ", " sat ", " housing", " residenz", " pinqua", " sicuro verde", " qualita dell", " contratti di q", " contratto di q", " cohousing", " co housing", " dopo di noi", " studentat", " posti letto",
    " collegi", " aler ", " iacp ", " aterp ", " ater ", " acer ", " erap ", " itea ", " erp ", " mm ", " arca puglia", " federcasa", " casalp", " atc ", " arte ", " gescal", " sunia", " sicet", " uniat", " assocasa", " assegna", " anagrafe", " graduatori",
    " nuclei", " chiavi", " morosit", " pigion", " legge regionale", " regolamento regionale", " missione lomb", " solidarieta", " abusiv", " senza titolo", " senza dimora", " senzadimora", " senza tetto", " senzatetto", " senza un tetto", " senza casa",
    " clochard", " homeless", " baraccop", " liberat", " sfratt", " sgomber", " portin", " portier", " custod", " community", " laborator", " wemi", " antiviolenza", " rsa ", " bilocal", " monolocal", " mutui ", " mutuo ", " imu ", " catasto", " rendite cat",
    " nuda pro", " coliving", " mattone", " mattoni", " rata ", " caparra", " prestito", " pensionato", " fuorisede", " fuori sede", " rom ", " sinti ", " roulotte", " azienda ", " aziende ", " compravend", " mercato imm", " bonus", " superbonus", " ecobonus",
    " cedolare", " airbnb", " key box", " keybox", " proprietari", " ente prev", " enti prev", " fondo imm", " fondi imm", " fondo gasp", " cooperativ", " convenzionat", " urbanistic", " rigenera", " riqualific", " riconver", " scalo ", " area falck",
    " olimpic", " confiscat", " canonich", " parrocchi", " ateneo", " atenei", " stanza", " stanze", " camera ", " fondo sovrano", " fondo stran", " agenti immob", " annunci immob", " inagibil", " sfollat", " dormitor", " campo ", " piano freddo", " emergenza freddo", " minialloggi", " sfitti", " voltur", " subentr", " un tetto", " edifici",  " abitar", " sulla casa", " compless", " assessorato", " nomadi", " accoglienza", " universitari", " quartier", " periferi", " dove andremo", " vivere", " cappott", " amianto",
    " termosifon", " muffa", " san siro", " gratosoglio", " corvetto", " quarto oggiaro", " giambellino", " lorenteggio",
)  # fmt: skip

# Slug → pattern. Slugs become hashtags: "casa_e_salute" is #CasaESalute.
TOPICS = {
    "bandi": r"\bband[oi]\b|\bdomand[ae]\b|\bavvis[oi] (?:pubblic|sap)\w*\b|\bsap \d{4}\b",
    "assegnazioni": r"\bassegna(?:zion\w+|t[eio]|ti|re)\b|\bgraduatori\w+\b|\bconsegna\w* (?:\w+ ){0,3}chiavi\b",
    "contributi": r"\bcontribut\w+\b|\bbonus\b|\bsostegn\w+\b|\baiut[io]\b|\bfondo\b(?! (?:sociale )?europeo| complementare| immobiliare)",
    "affitti": r"\baffitt\w+\b|\bcanon[ei]\b|\blocazion\w+\b|\bmorosit\w+\b",
    "riqualificazione": r"\briqualific\w+\b|\bristruttur\w+\b|\brigenera\w+\b|\brecuper\w+\b|\bcantier\w+\b|\blavori\b",
    "manutenzione": r"\bmanutenzion\w+\b|\bascensor\w+\b|\bcaldai\w+\b|\bcitofon\w+\b|\btermosifon\w+\b|\bteleriscaldament\w+\b|\binfiltrazion\w+\b|\briscaldament\w+\b|\bmuffa\b|\bguast\w+\b",
    "energia": r"\benerg\w+\b|\befficientament\w+\b|\bcappott\w+\b|\bfotovoltaic\w+\b",
    "occupazioni": r"\b(?<!allacci )abusiv\w+\b|\boccupazioni\b|\boccupazione (?:abusiv|nelle case)\w*\b|\boccupant\w+\b|\b(?:alloggi[o]?|cas[ae]|appartament[oi]) (?:popolar[ei] )?occupat[oiae]\b",
    "sfratti": r"\bsfratt\w+\b|\bsgomber\w+\b",
    "sicurezza": r"(?<!\bin )\bsicurezza\b|\bvigilanza\b|\bvideosorveglian\w+\b|\bdegrado\b",
    "inquilini": r"\binquilin\w+\b|\bcomitat\w+\b|\bsunia\b|\bsicet\b",
    "salute": r"\bcas[ae] (?:di|della) comunita\b|\bambulatori\w*\b|\bsociosanitar\w+\b|\basst\b|\bsalute\b",
    "antiviolenza": r"\bantiviolenza\b|\bviolenza (?:di genere|domestica|sulle donne|contro le donne)\b|\bmaltrattat\w+\b",
    "servizi": r"\bportineri\w+\b|\bcustod\w+\b|\bcommunity manager\b|\blaborator\w+ di quartiere\b|\bsportell\w+\b",
}

HOUSING_CATEGORIES = frozenset(
    {
        "casa e housing sociale", "housing sociale", "politiche abitative", "edilizia residenziale pubblica",
        "case popolari", "aler", "casa e politiche abitative", "edilizia popolare", "social housing", "emergenza casa",
    }
)  # fmt: skip
# What a feed files there may be housing or may not.
NEAR_CATEGORIES = frozenset({"casa", "abitare", "immobiliare", "affitti", "casa e abitare"})
OTHER_CATEGORIES = frozenset(
    {"sport", "calcio", "basket", "spettacoli", "cultura", "musica", "cinema", "libri", "motori", "cucina", "gusto", "moda", "design", "meteo", "esteri"}
)  # fmt: skip

RULES = Rules(
    signals=(*_masks(), *_public(), *_near_homes(), *_against()),
    learned=WEIGHTS,
    subjects=frozenset({"homes", "some_homes", "body", "tenants", "allocation", "rent", "policy"}),
    aside=ASIDE,
    centre=frozenset({"squat"}),
    gate=_GATE,
    topics=TOPICS,
    housing_categories=HOUSING_CATEGORIES,
    near_categories=NEAR_CATEGORIES,
    other_categories=OTHER_CATEGORIES,
    publish_from=0.34,
    drop_from=0.62,
)
