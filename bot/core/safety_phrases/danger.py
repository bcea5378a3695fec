"""What danger to life in a house sounds like (gas, fire, lifts, collapse, current, somebody down), and what only sounds like it."""

PHRASES = """
gas
it: gas, metano, gass, gaz, ges, odorizzante
en: gas
es: gas
fr: gaz
ro: gaz, gaze
uk: газ, газу, газом
ar: الغاز, غاز
zh: 煤气, 天然气, 燃气, 瓦斯
tl: gas, gaas

smell
it: odore, odori, puzza, puzzo, puzz*, sento, si sente, senti, spuzza, fuga, fughe, perdita, perde, esce, sibilo, annus*, sentita
en: smell, smells, smelling, leak, leaking, leaks, stink*
es: olor, huele, fuga, escape, oler, apesta, hiede
fr: odeur, sent, fuite, pue
ro: miros, miroase, scapare, scurgere, pute
uk: запах, пахне, тхне, витік, смердить, чути
ar: ريحة, رائحة, تسرب, كتشم, نشم, اشم, كيخرج
zh: 味, 闻到, 泄漏, 漏, 臭
tl: amoy, nangangamoy, tagas, tumatagas, singaw, maamoy

bill
it: bolletta, bollette, contratto, voltura, bonus, sconto, sconti, fornitore, offerta, allaccio, lettura, fattura, nome mio, mio nome, intestare, intestat*, costa, attivazione, attivare
en: bill, bills, contract, provider, discount, meter reading, cheaper, activate
es: factura, recibo, contrato, descuento, bono, contratar
fr: facture, contrat, reduction, fournisseur, abonnement
ro: factura, contract, reducere, furnizor
uk: рахунок, рахунк*, договір, знижк*, субсиді*
ar: فاتورة, فواتير, عقد, تخفيض, عداد باسمي
zh: 账单, 合同, 优惠, 开通, 过户, 费
tl: bill, bayarin, kontrata, diskuwento

gas by itself
it: puzza di gas, odore di gas, fuga di gas, odor di gas, perdita di gas, puzza metano, odore di metano, sento gas, sento il gas, si sente gas, gas aperto, esce gas, spuzza de gas, monossido, uova marce, spuzza di gas, odore come di gas, bombola perde, perdita bombola, rilevatore, fornello aperto, fornello lasciato aperto, gas lasciato aperto, aperto il gas, lasciato il gas, fete e gas, fete e gass, gas che esce, il contatore sibila, aria cattiva in cucina, uova andate a male, odore di uova, uovo marcio, odore di aglio, manopola girata, tubo del gas rotto, tubo del gas bucato, rubinetto del gas perde
en: gas leak, smell of gas, smell gas, smells of gas, smells like gas, carbon monoxide, rotten egg*, gas is leaking, left the gas on, gas on, cooker on without flame, hissing, yellow pipe, gas detector
es: olor a gas, huele a gas, fuga de gas, escape de gas, monoxido, huevo podrido, huevos podridos, hornalla abierta, deje el gas, gas abierto, silba el tubo
fr: odeur de gaz, fuite de gaz, sent le gaz, monoxyde, oeuf pourri, oeufs pourris, gaz ouvert, laisse le gaz, tuyau jaune, siffle
ro: miros de gaz, miroase a gaz, scurgere de gaz, scapari de gaz, monoxid, oua stricate, ou stricat, aragazul deschis, gazul deschis, conducta de gaz, suiera
uk: запах газу, пахне газом, витік газу, чадний газ, тухлі яйця, тухлих яєць, тухлими яйцями, відкритий газ, забула закрити конфорку, забув закрити конфорку, шипить труба, не закрила газ, запах газа, пахнет газом
ar: رائحة غاز, رائحة الغاز, ريحة الغاز, ريحة غاز, تسرب الغاز, تسرب غاز, 3tini rihat lgaz, بيض فاسد, نسيت الغاز, الغاز مفتوح, نسيت العين مفتوحة, ri7t lgaz, rihat lgaz, lbota
zh: 煤气味, 煤气泄漏, 闻到煤气, 燃气泄漏, 漏煤气, 煤气漏, 一氧化碳, 天然气味, 臭鸡蛋, 忘关煤气, 忘了关煤气, 煤气没关, 嘶嘶
tl: amoy gas, tagas ng gas, amoy ng gas, tumatagas ang gas, bulok na itlog, naiwang bukas ang gas, sumisingaw, sumisingit na gas

flame source
it: stufa, stufetta, braciere, caldaia, scaldabagno, scaldino, fornello, fornelli, fiamma, camino, boiler, barbecue, contatore, caminetto, cucina, barbecue in casa, carbonella, generatore, cappa
en: stove, heater, boiler, cooker, brazier, charcoal, flame, water heater, oven
es: estufa, brasero, caldera, calentador, cocina, llama, carbon
fr: poele, chaudiere, chauffe eau, brasero, cuisiniere, flamme, gaziniere
ro: soba, centrala, boiler, aragaz, flacara, gratar
uk: плита, піч, котел, бойлер, колонк*, полум'я, вугілля
ar: الفرن, السخان, المدفاة, الشوفو, الفحم, المجمر, البوطة
zh: 炉, 热水器, 火盆, 炭, 锅炉, 灶
tl: kalan, uling, pampainit, apoy, boiler

poisoned
it: gira la testa, mal di testa, male la testa, male alla testa, mi fa male la testa, vomita, vomitano, vomitato, nausea, svien*, svenut*, stordit*, non si sveglia, addormentat*, intossicat*, giramenti, sonnolenza, addormenta, rincoglion*, non riesco a stare in piedi, barcoll*, confus*, la testa che gira, testa pesante
en: dizzy, headache, head hurts, vomit*, throwing up, nausea, faint*, passed out, won t wake, not waking
es: mareo, mareos, mareada, mareado, duele la cabeza, dolor de cabeza, vomit*, nauseas, se desmayo, no despierta
fr: mal a la tete, vertige*, tourne la tete, la tete qui tourne, vomit*, nausee*, evanoui*, ne se reveille pas
ro: ameteal*, ma doare capul, dureri de cap, vomit*, varsa, lesinat, nu se trezeste
uk: паморочиться, болить голова, нудить, блює, знепритомн*, не прокидається
ar: دوخة, راسي كيدور, صداع, يتقيا, كيتقيا, غيبوبة, لا يستيقظ, ما كيفيقش
zh: 头晕, 头痛, 头疼, 呕吐, 恶心, 晕倒, 叫不醒
tl: nahihilo, masakit ang ulo, nagsusuka, nahimatay, ayaw magising

fire
it: in fiamme, va a fuoco, prende fuoco, preso fuoco, dato fuoco, appiccato, sta bruciando, brucia la, brucia il, brucia una, brucia un, brucia tutto, bruciano, fumo nero, esce fumo, esce del fumo, fumo dalla, fumo dal, fumo per le scale, sale il fumo, fumo sale, il fumo sale, scintille, fa scintille, odore di bruciato, puzza di bruciato, puzza di plastica bruciata, c e un incendio, scoppiato un incendio, incendio in, incendio al, al fuoco, c e fuoco, fuoco in, fuoco nel, fuoco sul, fiamme, pieno di fumo, piena di fumo, fiammata, corto circuito con fumo, esplosione, e esploso, e esplosa, scoppiata la bombola, scoppio, fumo ovunque, bruciacchiat*, odor di fumo, fumo in, fumo nel, fumo nella, c e fumo, c e del fumo, vedo fumo, esce il fumo, fumo bianco, puzza di fumo, odore di fumo, brucia l, si sta bruciando, sta andando a fuoco, e andato a fuoco, ha preso fuoco, hanno preso fuoco, incendiat*, incendiando, rogo, divampa, un incendio, l incendio, incendio nel, fiamma alta, pentola sul fuoco dimenticata, fumo e fiamme, esplode, esplosi, boato, scintilla, frigge la presa, presa che frigge, sfrigola
en: there is fire, there's fire, there s fire, on fire, fire on, fire in, caught fire, burning smell, smell of burning, smoke, flames, sparks, sparking, explosion, exploded
es: fuego en, incendio, se quema, se esta quemando, quemando, humo, llamas, chispas, explosion, exploto, olor a quemado, huele a quemado, prendio fuego
fr: au feu, il y a le feu, prend feu, pris feu, en feu, incendie, fumee, flammes, etincelles, explosion, explose, ca brule, odeur de brule, sent le brule
ro: foc, incendiu, arde, a luat foc, fum, flacari, scantei, explozie, a explodat, miros de ars, miroase a ars
uk: пожежа, пожеж*, горить, загорілася, загорівся, дим, диму, полум'я, іскрить, іскри, вибух, вибухнув, пахне горілим, запах горілого, пожар, дым
ar: حريق, نار, العافية شاعلة, شعلات العافية, يحترق, كيتحرق, دخان, الدخان, شرارة, انفجار, انفجر, ريحة حريق, رائحة حريق, رائحة احتراق
zh: 着火, 起火, 火灾, 冒烟, 浓烟, 烟味, 烧焦, 焦味, 火花, 爆炸, 失火, 有烟, 很多烟, 大火, 火苗
tl: sunog, nasusunog, apoy sa, may apoy, usok, mausok, kislap, sumabog, pagsabog, amoy sunog

not fire
it: film, polizza, assicurazione, assicurare, estintore, estintori, antincendio, concorso, sigaretta, sigarette, sigaro, fumare, barbecue, grigliata, lampadina, lampadine, fuochi d artificio, capodanno, vigili del fuoco, termosifone, termosifoni, friggere, cucinano, ristorante, festa, camino, canna fumaria, graduatoria, zanzare, colesterolo, corso
en: film, movie, insurance, extinguisher, cigarette*, smoking, fireworks, barbecue, firefighter*, restaurant, fire door
es: pelicula, seguro, extintor, cigarro*, cigarrillo*, fumar, bomberos, parrilla, restaurante, llamas a, llamas al
fr: film, assurance, extincteur, cigarette*, fumer, pompiers, barbecue, restaurant
ro: film, asigurare, stingator, tigar*, fumat, fumeaza, gratar, restaurant, pompier
uk: фільм, страхув*, вогнегасник, цигарк*, палити, ресторан, горить лампочк*, світло не горить, не горить
ar: فيلم, تامين, طفاية, سيجارة, سجائر, تدخين, مطعم, جهنم, الدينار
zh: 电影, 保险, 灭火器, 抽烟, 吸烟, 香烟, 餐馆
tl: pelikula, insurance, sigarilyo, paninigarilyo, naninigarilyo, restawran

lift
it: ascensore, cabina, lift, elevatore, montacarichi, ascensur, scensore, asensore
en: lift, elevator
es: ascensor, elevador
fr: ascenseur
ro: lift, liftul, lift ul, ascensor
uk: ліфт, ліфті, ліфта, ліфтом
ar: المصعد, مصعد, السانسور, الاسانسور, اسانسير
zh: 电梯
tl: elevator, lift

shut in
it: bloccato in, bloccata in, bloccati in, bloccate in, bloccato nell, bloccata nell, bloccati nell, bloccato dentro, bloccata dentro, bloccati dentro, bloccati nella, bloccata nella, bloccato nella, chiuso dentro, chiusa dentro, chiusi dentro, chiuse dentro, chiuso in, chiusa in, chiusi in, chiuso nell, chiusa nell, chiusi nell, chiusa nella, rimasta dentro, rimasto dentro, rimasti dentro, rimasti chiusi, rimasta chiusa, rimasto chiuso, rimasti bloccati, rimasta bloccata, rimasto bloccato, intrappolat*, incastrata in, incastrato in, incastrata nell, incastrati nell, incastrata dentro, incastrata la, incastrato il, prigioniera in cabina, dentro la cabina, dentro l ascensore, e dentro, sono dentro, siamo dentro, c e dentro, ferma dentro, fermi dentro, fermo dentro, qualcuno dentro, persone dentro, gente dentro, non riesce a uscire, non riescono a uscire, non riusciamo a uscire, non riesco a uscire, bloccata con, bloccato con, batte sui vetri, suona l allarme, dentro la, dentro l, restata dentro, restati dentro, restato dentro, restati chiusi, restata chiusa, incastrat*, imprigionat*, si e bloccato con, fermo con, fermato con, non si apre e dentro, bloccate nella, bloccate nell, bloccate dentro, chiuse nell, rimaste chiuse, rimaste bloccate
en: stuck in, stuck inside, trapped, locked in, shut in, can't get out, cannot get out, can t get out, inside the, people inside, someone inside, i m inside, we are inside, we re inside, is inside
es: atrapad*, encerrad*, quedo encerrad*, no puede salir, no podemos salir, no puedo salir, atascad* en, atascad* dentro, hay alguien dentro
fr: coince* dans, coincee dans, bloque dans, bloquee dans, bloques dans, enferme dans, enfermee dans, enfermes dans, ne peut pas sortir, ne pouvons pas sortir, quelqu un dedans
ro: blocat in, blocata in, blocati in, inchis in, inchisa in, inchisi in, captiv*, nu poate iesi, nu putem iesi, nu pot iesi, ramas in, ramasa in, ramas blocat, am ramas
uk: застряг, застрягла, застрягли, зачинен*, заблокован*, не можу вийти, не може вийти, не можемо вийти, всередині
ar: محبوس, محبوسة, محبوسين, عالق, عالقة, عالقين, علقت, محصور, محصورين, حاصلين, حصلت فال, واحلين, وحلت, ما قدرناش نخرجو, لا نستطيع الخروج, داخل المصعد
zh: 困在, 被困, 关在, 卡在里面, 出不来, 里面有人, 卡在电梯
tl: nakulong, na trap, natrap, na stuck kami, na stuck ako, naipit, hindi makalabas, may tao sa loob, nasa loob

between floors
it: tra un piano e l altro, tra i piani, tra due piani, tra il primo, tra il secondo, tra il terzo, tra il quarto, tra il quinto, tra il sesto, fra il primo, fra il secondo, fra il terzo, fra il quarto, fra il quinto, fra due piani, fra i piani, manca l aria, non si respira, non respir*, tra il settimo, tra l ottavo, fra il sesto, fra piani, mezzo piano, a meta piano, tra piano

shut in people
it: siamo in due, siamo in tre, siamo in quattro, siamo chiusi, siamo bloccati, si sente male, sta male, bambino, bambina, bambini, anziana, anziano, suocera, mamma, signora, qualcuno, persona, persone, gente, asma, aiuto

shut in is not this
it: chiavi, fuori casa, sito, area riservata, password, pratica, posteggio, auto, macchina, scooter, gatto, telefonino, conto, carta, spid, app, uscire di casa, uscire da casa, uscire piu di casa, a uscire di, in casa
en: website, password, account, keys, paperwork, queue, traffic
es: pagina web, contrasena, llaves, tramite
fr: site, mot de passe, cles, dossier
ro: site, parola, cheile, dosar
uk: сайт*, пароль, ключі
ar: الموقع, كلمة السر, المفاتيح
zh: 网站, 密码, 钥匙
tl: website, password, susi

structure
it: balcone, balconi, terrazzo, cornicione, cornicioni, soffitto, tetto, muro, muri, parete, solaio, pavimento, trave, travi, palazzo, casa, calcinacci, intonaco, tegole, tegola, parapetto, ballatoio, scala, volta, facciata, albero, ponteggio, gru, plafone, controsoffitto
en: balcony, ceiling, roof, wall, cornice, building, floor, stairs, tree, scaffolding
es: balcon, techo, pared, muro, cornisa, edificio, piso, escalera, arbol, andamio
fr: balcon, plafond, toit, mur, corniche, immeuble, plancher, escalier, arbre, echafaudage
ro: balcon, balconul, tavan, tavanul, acoperis*, perete, peretele, cornisa, bloc, blocul, podea, scara, copac*, schela
uk: балкон*, стеля, стелі, дах*, стіна, стіни, карниз*, будинок, будинку, підлога, сходи, дерево
ar: البلكون, بالكون, الشرفة, السقف, سقف, الحيط, الجدار, جدار, العمارة, المبنى, الدرج, الشجرة
zh: 阳台, 天花板, 屋顶, 墙, 楼板, 楼梯, 房子, 楼, 吊顶
tl: balkonahe, kisame, bubong, pader, gusali, sahig, hagdan, dingding

collapse
it: croll*, cede, sta cedendo, ceduto, sprofond*, viene giu tutto, sta venendo giu, e venuto giu, e venuta giu, venuto giu un pezzo, venuti giu, e caduto un pezzo, e caduto un, cadono pezzi, cadendo pezzi, stanno cadendo, cadono calcinacci, si stacca, si e staccato, pericolante, pericolanti, si e aperta una crepa, balla, penzola, sta per cadere, rischia di cadere
en: collaps*, falling down, fell down, coming down, about to fall, caving in, fell off, pieces falling, cracking
es: se cae, se cayo, se derrumb*, derrumbe, se vino abajo, se esta cayendo, cayeron pedazos, caen pedazos, se desplomo
fr: s effondre, effondr*, s ecroule, ecroul*, est tombe, va tomber, tombent, menace de tomber
ro: prabus*, s a prabusit, cade, a cazut, au cazut, se darama, sta sa cada
uk: обвал*, завал*, впав, впала, упав, падає, падають, руйну*, тріснув*
ar: سقط, طاح, طاحت, يسقط, انهار, ينهار, غادي يطيح, كيطيح, تشقق
zh: 塌, 倒塌, 掉下来, 坍塌, 要掉, 坠落, 砸
tl: gumuho, guguho, bumagsak, babagsak, nahulog, mahuhulog, bumigay

collapse by itself
it: minaccia di crollo, rischio crollo, rischio di crollo, pericolo di crollo, sta crollando, stanno crollando, cornicione pericolante, balcone pericolante, sotto le macerie, macerie, rischia di crollare, sta per crollare, puo crollare, crollare tutto, crollato un pezzo, cede il pavimento, cede il solaio, viene giu il soffitto, venuto giu il soffitto, e venuto giu il soffitto, cade il soffitto, caduto il soffitto, caduto il balcone, cadono pezzi di, cadono calcinacci, cornicione che cade

people or size
it: pezzo, pezzi, gente, sotto, letto, testa, larga, bambini, addosso, rumore, crac, mano, persona, ferit*, marciapiede, qualcuno
en: pieces, piece, people, under, bed, head, children, injured, someone
es: pedazo, pedazos, gente, debajo, cama, cabeza, ninos, herid*, alguien
fr: morceau, morceaux, gens, dessous, lit, tete, enfants, blesse*, quelqu un
ro: bucata, bucati, om, oameni, dedesubt, pat, cap, copii, ranit*
uk: шматок, шматки, люди, людей, під, ліжко, голов*, діти, поранен*
ar: قطعة, ناس, تحت, فراش, راس, اطفال, جريح, واحد
zh: 块, 人, 下面, 床, 头, 孩子, 受伤
tl: piraso, tao, ilalim, kama, ulo, bata, sugatan

shock
it: la scossa, scossa forte, preso la scossa, prendo la scossa, da la scossa, scosse, folgorat*, fili scoperti, filo scoperto, corrente addosso, cavo scoperto, cavi scoperti, cavo della corrente, cavo elettrico, filo della corrente
en: electric shock, got a shock, electrocut*, live wire*, exposed wires
es: descarga electrica, me dio corriente, toque de corriente, electrocut*, cables pelados
fr: decharge electrique, pris le courant, electrocut*, fils denudes
ro: curentat, m a curentat, electrocut*, fire dezgolite
uk: б'є струмом, вдарило струмом, ударило струмом, оголені дроти
ar: صعقة, كهربني, ضربني الضو, ضربني الكهرباء, اسلاك عارية
zh: 触电, 电到, 漏电, 裸露的电线
tl: nakuryente, nakukuryente, kuryente ako

live things
it: lampadario, presa, interruttore, quadro elettrico, contatore, contatori, fili, impianto, salvavita, lampadina, neon, plafoniera, multipresa, ciabatta, forno
en: chandelier, socket, switch, fuse box, ceiling light, wires
es: lampara, enchufe, interruptor, cuadro electrico, cables
fr: lustre, prise, interrupteur, tableau electrique, fils
ro: lustra, priza, intrerupator, tabloul electric, fire
uk: люстр*, розетк*, вимикач*, щиток, дрот*
ar: الثريا, البريز, القابس, الفيش, الكونتور
zh: 吊灯, 插座, 开关, 电表, 电线
tl: ilaw, saksakan, switch, kable

water on
it: acqua esce, esce acqua, esce l acqua, l acqua esce, acqua dal, acqua dalla, acqua dalle, acqua sulla, acqua nel, acqua sui, acqua cola, cola acqua, cola l acqua, gocciola sulla, gocciola sul, gocciola dal, piove sul, piove sulla, piove dal, bagnat*, acqua scende, scende acqua
en: water is coming, water coming, water dripping, dripping, leaking, wet
es: agua sale, sale agua, gotea, cae agua, mojad*
fr: l eau coule, eau coule, coule de, coule sur, mouille*
ro: apa curge, curge apa, picura, ud, uda
uk: вода тече, тече вода, капає, мокр*
ar: الماء كيهبط, ماء يخرج, يقطر, كيقطر, مبلل
zh: 漏水, 滴水, 水流
tl: tumutulo, tubig sa, basa

person down
it: e caduta e, e caduto e, e svenut*, non respira, respira male, non riesce a respirare, non si muove, non si sveglia, non riesce ad alzarsi, non riesce a rialzarsi, malore, si sente male, sta morendo, sta malissimo, perde sangue, sangue per terra, pieno di sangue, sangue ovunque, lamento, lamenti, si lamenta, convulsioni, soffoca, soffocando, dolore al petto, priva di sensi, privo di sensi, chiede aiuto, chiama aiuto, grida aiuto, urla aiuto, emorragia, overdose, non risponde piu, svenendo, perso i sensi, non parla piu, non reagisce, cianotic*, labbra blu, crisi, crisi epilettica, attacco di cuore, gli manca il respiro, le manca il respiro, fatica a respirare, e caduto dalle scale, e caduta dalle scale, ha battuto la testa, ferito, ferita grave, incosciente, tagliato le vene, ingoiato, bevuto la candeggina, e per terra, fosse per terra, steso per terra, stesa per terra, caduta per terra, caduto per terra, sdraiata per terra, sdraiato per terra, a terra e non, sta avendo un, ha un infarto, avuto un infarto adesso, e svenuto, e svenuta adesso, e appena svenuta, cadut* in casa e, battuto la testa e, non riesce a tirarsi su
en: on the floor, unconscious, not breathing, can't breathe, can t breathe, not moving, won t wake, heart attack, stroke, bleeding, collapsed, moaning, calling for help, crying for help, fell and, seizure, chest pain, overdose, dying
es: tirad* en el suelo, en el suelo, inconsciente, no respira, no se mueve, no despierta, infarto, derrame, sangre, sangrando, se desmayo, quejidos, pide auxilio, pide ayuda, se cayo y no, convulsion*, dolor en el pecho, se esta muriendo
fr: par terre, inconscient*, ne respire pas, ne respire plus, ne bouge plus, ne bouge pas, ne se reveille pas, crise cardiaque, infarctus, avc, saigne, sang, evanoui*, gemit, gemissements, appelle au secours, tombee et, malaise, douleur a la poitrine
ro: pe jos, inconstient*, nu respira, nu se misca, nu se trezeste, infarct, atac de cord, avc, sange, sangereaza, lesinat, geme, striga dupa ajutor, cere ajutor, a cazut si, durere in piept, moare
uk: на підлозі, без свідомості, непритомн*, не дихає, не рухається, не прокидається, інфаркт, інсульт, кров, кровотеч*, знепритомн*, стогне, стогін, кличе на допомогу, впала і не, впав і не, судоми, помирає
ar: على الارض, طايح, طايحة, مغمى, فاقد الوعي, لا يتنفس, ما كيتنفسش, لا يتحرك, ما كيتحركش, ازمة قلبية, جلطة, ينزف, كيغوت, يستغيث, انين, يموت, كيموت, الدم, دماء
zh: 倒在地上, 摔倒起不来, 昏迷, 没有呼吸, 不呼吸, 不动了, 叫不醒, 心脏病, 中风, 流血, 晕倒, 呻吟, 呼救, 救命, 胸痛, 快死
tl: nakahandusay, walang malay, hindi humihinga, hindi gumagalaw, ayaw magising, atake sa puso, stroke, dumudugo, dugo, hinimatay, nahimatay, umuungol, humihingi ng tulong, nadapa at hindi, naghihingalo

behind a door
it: non apre, non apre piu, non apre la porta, non risponde alla porta, non risponde al campanello, non risponde da, non si vede da, non la vedo da, non lo vedo da, non esce da, non da segni, non si sente piu, porta chiusa, non mi apre, non apre nessuno, busso e non, suono e non, non risponde al telefono da, non la sento da, non lo sento da, non la sentiamo, non lo vediamo, non la vediamo, non lo vede nessuno, non la vede nessuno, nessuno la vede, nessuno lo vede, non si fa viva, non si fa vivo, non ritira la posta
en: not answering the door, doesn t answer the door, does not answer, no answer at the door, not opening the door, haven t seen her, haven t seen him, not seen for days
es: no abre, no abre la puerta, no contesta la puerta, no responde a la puerta, no la veo desde, no se mueve nada
fr: n ouvre pas, n ouvre plus, ne repond pas a la porte, ne repond plus, pas vue depuis, pas vu depuis
ro: nu deschide, nu raspunde la usa, nu l am vazut de, nu am vazut o de
uk: не відчиняє, не відкриває, не відповідає на дзвінок, не бачили
ar: لا يفتح, لا تفتح, ما كيحلش, ما كتحلش, لا يرد, ما شفناها, ما شفناه
zh: 敲门不开, 敲门没人, 没动静, 没有动静, 不开门, 好几天没见, 两天没见, 没人应
tl: hindi nagbubukas, ayaw magbukas, hindi sumasagot sa pinto, hindi nakikita nang

for days
it: da giorni, da due giorni, da tre giorni, da quattro giorni, da ieri, da una settimana, da piu giorni, odore cattivo, cattivo odore, puzza, luce accesa, luci accese, radio accesa, tv accesa, televisione accesa, lamento, posta che si accumula, anzian*, vecchia, vecchietta, ottant*, novant*
en: for days, two days, three days, since yesterday, bad smell, light is on, lights on, old, elderly, alone
es: dias, desde ayer, mal olor, luz prendida, luz encendida, anciana, anciano, viejit*, sola
fr: jours, depuis hier, mauvaise odeur, lumiere allumee, vieille, vieux, age, agee, seule
ro: zile, de ieri, miros urat, lumina aprinsa, batran*, singur*
uk: дні, днів, з учора, поганий запах, світло горить, літн*, старен*, сам*
ar: ايام, يومين, البارح, ريحة خايبة, رائحة كريهة, الضوء شاعل, عجوز, مسن, وحدها, وحده
zh: 天, 臭味, 灯一直, 灯亮, 老人, 老奶奶, 老爷爷, 独居
tl: araw, mula kahapon, mabaho, bukas ang ilaw, matanda, mag isa

crumbling
it: croll*, cedendo, sta cedendo, sta per cadere, sta venendo giu, sta per venire giu, si sta staccando, pericolante, pericolanti, rischia di cadere, minaccia di cadere, sprofond*
en: collaps*, about to fall, about to collapse, giving way, caving in
es: derrumb*, a punto de caer, se va a caer, se esta cayendo
fr: effondr*, ecroul*, va tomber, menace de tomber
ro: prabus*, sta sa cada, se prabuseste
uk: обвал*, ось-ось впаде, завал*
tl: guguho, gumuguho, babagsak

cannot get up
it: non riesce ad alzarsi, non riesce a rialzarsi, non riesce piu ad alzarsi, non si alza piu da terra, non riesco ad alzarmi da terra, si sporge dal, si sporge dalla, si sporge sul
en: can t get up, cannot get up, couldn t get up, can't get up
es: no puede levantarse, no se puede levantar, no logra levantarse
fr: ne peut pas se relever, n arrive pas a se relever, ne peut plus se lever
ro: nu se ridica, nu se poate ridica, nu poate sa se ridice
uk: не може встати, не може піднятися
ar: ما قادراش تنوض, ما قادرش ينوض, لا تستطيع النهوض, لا يستطيع النهوض
zh: 起不来, 站不起来, 爬不起来
tl: hindi makatayo, hindi makabangon

hissing
it: sibila, sibilo, fischia, fischio, soffia, pizzica il naso, odore pungente, puzza pungente, annuso, dispersione, esploda, scoppiamo, saltiamo in aria, salta in aria
en: hisses, whistles, whistling
es: silba, pica la nariz
fr: siffle, pique le nez
ro: fluiera, intepator
uk: шипить, свистить
ar: يصفر
zh: 嘶
tl: sumisirit

gas things
it: tubo, contatore, bombola, fornello, fornelli, piano cottura, angolo cottura, allacci, allaccio, condotta, palazzina, palazzo, cucina, luce, tutti
en: pipe, meter, bottle, cylinder
es: tubo, medidor, balon, bombona
fr: tuyau, compteur, bouteille
ro: conducta, contor, butelie
uk: труба, лічильник, балон
ar: العداد, القنينة
zh: 管, 表
tl: tubo, tangke

drain
it: scarico, scarichi, fogna, fogne, wc, water, lavandino, tombino, bidet, doccia
en: drain, drains, sewer, toilet, sink
es: desague, alcantarilla, inodoro
fr: egout, egouts, toilettes, evier
ro: canalizare, wc, chiuveta
uk: каналізац*, унітаз
ar: المجاري, الصرف, المرحاض
zh: 下水道, 马桶
tl: kanal, inidoro

strong smell
it: odore fortissimo, odore forte, odore strano, puzza fortissima, puzza forte, puzza strana
en: strong smell, strange smell, weird smell
es: olor fuerte, olor raro
fr: forte odeur, odeur forte, odeur bizarre
ro: miros puternic, miros ciudat
uk: сильний запах, дивний запах
ar: ريحة قوية, رائحة قوية
zh: 浓烈的味, 刺鼻
tl: malakas na amoy, matapang na amoy

ignition
it: contatore, fornelli, fornello, cucina, caldaia, sigaretta, fiamma, testa, accendere
en: cooker, stove, meter, boiler, kitchen, head
es: cocina, medidor, caldera, cabeza
fr: cuisiniere, compteur, chaudiere, cuisine, tete
ro: aragaz, contor, centrala, bucatarie, cap
uk: плит*, лічильник*, котел, кухн*, голов*
ar: الفرن, المطبخ, العداد, السخان, الكوزينة
zh: 灶, 厨房, 表, 热水器
tl: kalan, kusina, metro
"""
