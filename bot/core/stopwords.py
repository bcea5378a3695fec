"""Words that carry no topic of their own, per language, and everyday spellings; all folded (no accents)."""


def bag(text: str) -> frozenset[str]:
    """The words of `text` as a set: how word lists are written here."""
    return frozenset(text.split())


_STOP = {
    "it": """
        ce a ad ai al all alla alle agli allo anche ancora anzi appena aver avere avete aveva avevano avevo avra avrei
        ha hai hanno ho abbia abbiamo abbiano avendo avuto be beh ben bene bensi c che chi ci cio cioe cmq co coi col
        com come comunque con cosa cose cosi cui d da dagli dai dal dall dalla dalle dallo davvero de degli dei del
        dell della delle dello dentro di dici dice dicono dire dirmi detto dopo dov dove dovrei dovuto devo deve
        devi dobbiamo devono e ecco ed era erano eravamo ero essere e' fa faccio facciamo fai fanno far fare farei
        fatto fin fino forse fra fu gia giu gli ha i il in infatti insomma invece io l la le lei li lo loro lui m ma
        magari mai me meno mentre mi mia mie miei mio mo molto molti molta n ne neanche nei nel nell nella nelle
        nello nemmeno niente no noi non nostra nostre nostri nostro nulla o od ogni ognuno oh oppure or ora ormai per
        perche pero piu po poi posso possiamo possono potete poter potrei potuto pour prima primo proprio pure puo
        puoi qua qual quale quali qualche qualcosa qualcuno quando quanto quanta quanti quante quasi quel quell quella
        quelle quelli quello quest questa queste questi questo qui quindi s sa sai sapere sapete saperlo sappiamo
        sara sarebbe sarei se sei sembra sempre senza si sia siamo siano siete so solo solamente soltanto sono sopra
        sta stai stanno stata state stati stato stare stava sto sotto su sua sue sugli sui sul sull sulla sulle sullo
        suo suoi t tal tale tanta tante tanti tanto te ti tra troppo tu tua tue tuo tuoi tutta tutte tutti tutto un
        una uno uso v va vado vai vanno vado vengo venire viene vengono venuto venuta verso vi voi volevo vorrei
        vorremmo voglio volere vogliamo vogliono vuole vuoi vostra vostre vostri vostro
        buongiorno buonasera buonanotte salve ciao grazie prego scusi scusa scusate saluti cordiali gentile gentili
        gentilmente cortesemente cortesia favore piacere signore signora signori signorina egregi egregio spettabile
        allora adesso oggi ieri domani uè ue eh ah boh dai senti senta sentite guardi guarda ehi pronto sapreste
        saprebbe potreste potrebbe puo' avrei bisogno chiedo chiedere informazioni informazione info aiuto aiutarmi
        aiutatemi vorrei capire so sa mettere parte volta volte
    """,
    "en": """
        a about after again all also am an and any are as at be because been before being but by can cannot could
        did do does doing don down each even every few for from get go got had has have having he her here hers him
        his how i if im in into is it its just ll like me my mine more most must my need no nor not now of off on
        once one only or other our ours out over own please re s said same say she should so some such t tell than
        thank thanks that the their them then there these they this those through to too under until up us ve very
        want was we were what when where which while who whom why will with would you your yours hello hi
    """,
    "es": """
        a al algo algun alguna algunas alguno algunos ante antes aqui asi aun cada como con cual cuando cuanto de
        del desde donde dos e el ella ellas ellos en entre era es esa ese eso esta estaba estan estar este esto
        estoy fue ha hace hacer han hasta hay he la las le les lo los mas me mi mis mucho muy nada ni no nos
        nosotros o os otra otro para pero por porque puede pueden puedo que quien quiero se sea ser si sin sobre
        solo son soy su sus tambien te tengo tiene tienen todo todos tu tus un una unas uno unos y ya yo hola gracias
        senor senora senorita favor
    """,
    "fr": """
        a ai alors après apres au aucun aussi autre aux avec avez avoir avons bien c ca ce cela ces cet cette chez
        ci comme comment d dans de depuis des deux dois doit donc du elle elles en encore entre es est et etaient
        etait ete etre eu faire fait faut il ils j je jusqu l la le les leur leurs lui m ma mais me meme mes mon n
        ne nos notre nous on ont ou par pas peu peut peux plus pour pourquoi puis qu quand que quel quelle quelles
        quels qui quoi s sa sans se sera ses si son sont suis sur t ta te tes toi ton tous tout toute tres tu un une
        mois vais va veut veux voudrais vos votre vous y bonjour bonsoir merci svp
    """,
    "ro": """
        a ai al ale am ar are as asa asta atunci au avea aveam avem avut ca cand care cat cate ce cei cel cele cine
        cu cum cumva da daca dar de deci deja despre din dintre doar dupa e ea ei el ele era este eu face fac fara
        fi fie fost i iar imi in inca intre isi iti l la le li lor lui m ma mai me mea mei mele meu mi mult multa n
        ne nici nimic noi nostru nu o or ori pe pentru poate pot prea prin s sa sau se si spre stiu sub sunt sus t ta
        tau te ti toata toate tot toti trebuie tu un una unde unei unii unor unui va vine voi vor vreau va multumesc
        buna ziua salut rog
    """,
    "tl": """
        ako aking akin ang ano anong at atin ay ba bakit bang basta dahil daw din dito diyan doon eh gusto ha hindi
        ibang ikaw ito itong ka kami kanila kanino kanya kapag kasi kay kaya kayo ko kong kung lang lamang mag maging
        mga mo muna na nag naman namin nang nasa natin ni nila ninyo niya niyo ng ngayon o oo opo pa paano pag para
        pero po pong pwede puwede rin sa saan sana si siya sila sino tayo tungkol wala walang yan yung yun may
        mayroon meron salamat kailangan kailan
    """,
    "uk": """
        а або але би був була були було бути в ви від вже він вона вони воно все всі де для до є ж за з зі і й із
        їх його її коли куди ко ли лише ма мене мені ми мій моя моє мої можна можу може на над нам нас наш не
        немає ні нічого о ось по потрібно при про с сам свій себе та так там те теж ти то той тому треба тут у це
        цей ця що щоб як яка який які якщо я дякую добрий день будь ласка привіт хто
    """,
    "ar": """
        في من على الى إلى عن مع هذا هذه ذلك هل ما ماذا متى أين وين كيف كم لا لم لن أنا انا هو هي نحن هم أن ان إن كان
        كانت لي لك له لها عندي عنده عندها عندنا بعد قبل كل شي شيء شو شنو واش ديال ديالي لو أو او ثم قد بس يا مش ليس
        السلام عليكم شكرا
    """,
}


STOP_WORDS = {lang: bag(text) for lang, text in _STOP.items()}

SHORTHAND = {
    "nn": "non",
    "x": "per",
    "xke": "perche",
    "xche": "perche",
    "xk": "perche",
    "perke": "perche",
    "ke": "che",
    "ki": "chi",
    "kosa": "cosa",
    "ks": "cosa",
    "qnd": "quando",
    "qnt": "quanto",
    "qlc": "qualcosa",
    "qlcn": "qualcuno",
    "dv": "dove",
    "cs": "cosa",
    "cm": "come",
    "sn": "sono",
    "nnt": "niente",
    "tt": "tutto",
    "tnt": "tanto",
    "cn": "con",
    "grz": "grazie",
    "pls": "per",
    "msg": "messaggio",
    "tel": "telefono",
    "num": "numero",
    "nr": "numero",
    "appart": "appartamento",
    "risc": "riscaldamento",
    "asc": "ascensore",
}


def _strong(text: str) -> dict[str, str]:
    forms: dict[str, str] = {}
    for line in text.strip().splitlines():
        root, *words = line.split()
        forms.update(dict.fromkeys(words, root))
    return forms


# Strong verbs: the stem the infinitive gets, then the forms a stemmer does not bring there.
STRONG_FORMS = _strong("""
    romp rotto rotta rotti rotte ruppe rotture rottura
    chiud chiuso chiusa chiusi chiuse chiusura
    accend acceso accesa accesi accese accensione
    spegn spento spenta spenti spente spengono spengo spegne spegnere spegnimento
    perd perso persa persi perse perdita perdite
    scend sceso scesa scesi scese
    apr aprire aprirmi aprono aperto aperta aperti aperte apertura apre aprono apro
    mor morto morta morti morte muore muoio moriva morire deceduto deceduta decesso
    prend preso presa presi
    chied chiesto chiesta chieste richiesto richiesta richieste richiedere
    scriv scritto scritta scritti scritte
    legg leggere leggo legge leggono
    togl tolto tolta tolti tolte toglie togliere tolgono tolgo
    usc esce esco escono uscito uscita uscire
    piang piange piangere pianto
    viv vissuto vivo vive vivono viviamo vivere
    cresc cresce crescere cresciuto
    divid diviso divisa divise
    offr offerto offerta offerte offre
    piov piove pioveva piovuto pioggia piovere
    cad cade cadono caduto caduta cadere cadendo cadeva
    dorm dorme dormo dormire dormono dormito
    bev bere beve bevo bevono bevuto
    chiav chiave chiavi
    spaccio spaccio spacci spacciano spacciatore spacciatori spacciare spacciatrice
    salg salgo salire sale salita salgono
    nasc nato nata nati nasce nascere nascita
    sped spedito spedita spedire spedisco
    rispond risposto risposta risposte risponde rispondono rispondere
    scad scade scaduto scaduta scaduti scadono scadenza scadenze
    pag pago paga pagano pagare pagato pagata pagamento pagamenti pagando pagarlo pagarla
    affitt affitto affitti affittare affittuario affittano affitta
    anzian anziano anziana anziani anziane
    italian italiano italiana italiani italiane
    abit abito abita abitano abitare abitazione abitiamo
""")

# Words that ask something about a service without naming any; alone they never answer.
GENERIC = bag("""
    orario orari ora ore apertura aperto aperti aperta apre aprono chiude chiudono chiuso telefono numero numeri
    telefonare chiamare chiamo indirizzo dove sede posto via ufficio uffici sportello costo costa costano prezzo
    paga pagare gratis documenti documento carte servono serve portare giorno giorni sabato domenica lunedi martedi
    mercoledi giovedi venerdi mattina pomeriggio sera quando appuntamento prenotare mail email sito casa case
    milano problema problemi aiuto informazione informazioni info servizio servizi contatto contatti persona
    operatore risponde arriva arrivare arrivo trovo trova quartiere
""")
