"""Everyday Italian words that mean nearly the same in a tenant's mouth, a group a line; general, tied to no card."""

from bot.core.words import stem

_GROUPS = """
    ascensore cabina lift montacarichi elevatore
    termosifone calorifero radiatore riscaldamento scaldamento termo
    freddo gelo gelato gelido ghiaccio ghiacciato congelato
    caldo afa calura bollente
    caldaia boiler scaldabagno scaldino caldaietta
    rubinetto lavandino lavello
    gocciolare gocciola colare cola sgocciolare goccia infiltrazione perdita
    allagare allagamento fontana cascata inondazione
    muffa umidita umido condensa
    soffitto plafone
    crepa fessura
    luce corrente elettricita elettrico lampadina lampada
    buio oscurita scuro
    citofono campanello
    portone cancello ingresso
    serratura lucchetto
    telecomando badge
    gabinetto water wc tazza cesso
    scarico tubatura fogna tombino
    intasare tappare ostruire otturare ingorgare
    puzza odore fetore
    finestra vetro infisso serramento
    tapparella persiana avvolgibile
    imbiancare tinteggiare pitturare vernice
    piastrella mattonella
    tecnico operaio manutentore
    topo ratto sorcio pantegana
    scarafaggio blatta bacherozzo
    piccione colombo
    cane cagnolino gatto animale bestia cucciolo
    spazzatura immondizia monnezza pattume rifiuto
    divano materasso frigorifero frigo armadio lavatrice
    pulizia pulire straccio
    albero ramo pianta siepe potatura
    garage box autorimessa
    macchina auto automobile furgone
    parcheggio posteggio
    cantina solaio soffitta
    affitto canone pigione mensilita
    bolletta fattura
    bollettino mav
    soldi denaro quattrini
    debito arretrato morosita
    rateizzare rata dilazionare
    sfratto sgombero rilascio
    tribunale giudice
    avvocato legale
    lavoro impiego occupazione mestiere
    disoccupato licenziare licenziamento
    stipendio salario paga
    curriculum cv
    anziano vecchio nonno nonna
    bambino bimbo figlio neonato creatura
    ragazzo adolescente giovane
    marito moglie coniuge compagno
    medico dottore dottoressa pediatra
    ambulatorio studio
    disabile invalido handicap handicappato
    carrozzina carrozzella deambulatore
    depresso depressione psicologo ansia
    alcol ubriaco alcolista
    droga drogato
    macchinette slot azzardo scommessa
    rumore chiasso casino baccano fracasso schiamazzo
    litigio litigare lite bisticciare
    ladro furto rubare
    truffa imbroglio raggiro truffatore
    asilo nido materna
    compiti doposcuola
    straniero immigrato
    modulo foglio
    residenza domicilio
    decesso lutto morire defunto
    ospitare ospite
    traslocare trasloco trasferire
    punteggio graduatoria classifica
    appuntamento prenotare prenotazione
    telefono telefonare chiamare
    ufficio sportello sede
    cibo mangiare alimentare viveri
    pranzo cena pasto
    solitudine compagnia
    badante colf
    palestra sport
    calcio pallone
    orto zappare
    autobus tram metro atm
    online internet sito computer
    televisione tv televisore tele
    portinaio portiere custode portineria
    tassa tributo imposta
    ridurre abbassare diminuire calare
    pagare versare saldare
    rompere guasto guastare scassare spaccare
    bloccare incastrare fermare fermo
    aggiustare riparare sistemare accomodare
    reclamo lamentela protestare
    comprare acquistare riscattare
    appartamento casa alloggio abitazione
    palazzo stabile condominio caseggiato
    scala gradino rampa
    forzare scassinare
    abusivo occupante occupare
    conteggio conti calcolo
    sconto agevolazione riduzione
    ricorso opporre contestare
    aumentare rincaro
    restituire riconsegnare rendere ridare
    firmare firma
    certificato attestato
"""


def _neighbours() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _GROUPS.strip().splitlines():
        stems = {stem(word) for word in line.split()}
        for one in stems:
            found.setdefault(one, set()).update(stems - {one})
    return {one: frozenset(others) for one, others in found.items()}


NEIGHBOURS = _neighbours()
