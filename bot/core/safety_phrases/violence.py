"""What violence at home sounds like, and what only sounds like it."""

PHRASES = """
hit
it: picchia, picchi, picchio, picchiano, picchiava, picchiat*, picchiare, picchiarmi, picchiarla, picchiarlo, picchiarci, mena, menava, menano, menat*, menarmi, menarla, botte, schiaff*, ceffon*, pugno, pugni, pugn, cazzott*, calci e pugni, a calci, calci nella, calci in, un calcio, strattonat*, strattona, spintonat*, spintona, spinta contro, spinto contro, mi spinge, mi ha spinta, mi ha spinto, mi ha buttata, ha spinta, cinghiat*, con la cinghia, cinta, bastonat*, strangol*, strozza, strozzata, strozzato, strozzarmi, strozzarla, mani addosso, mani al collo, alza le mani, alzato le mani, alzare le mani, alzano le mani, alzava le mani, maltratt*, stupr*, malmen*, per i capelli, violenza sessuale, mi ha fatto del male, mi fa del male, le fa del male, mi ha violentat*, violentat*, tira addosso, lanciato addosso, mi sputa, ustionat*, mi aggredisce, aggredit*, sberl*, pedat*, mi ha rotto il, mi ha rotto la, mi ha rotto un, mi ha spaccato il, mi ha spaccato la, mi ha bruciat*, spento la sigaretta, mi ha mors*, mi ha trascinat*, trascina per, mi ha tirat*, mi ha lanciat*, tirata addosso, tirato addosso, mi ha sbattut*, la sbatte, buttata giu, buttata a terra, buttata per terra, buttato per terra, legata al, legato al, mi ha legat*, vatte, me vatte, mi ha chiuso le mani, mi ha strapp*, mi ha afferrat*, mi ha preso a, prende a pugni, prende a calci, prende a schiaffi, prende a botte, menano le mani, tagliata con, per il collo, per la gola, alla gola, colpito, colpita, colpisce, colpiva, giu per le scale, giu dalle scale, giu dal letto, tirato una sedia, tirato un piatto, tirato una bottiglia, chiude in cantina, chiude al buio, prende a cinghiate, cinghiate, a bastonate, a testate, testata in, mi fa lividi, sbattuta contro, sbattuto contro, sbatte contro, la sbatte
en: beats, beat me, beat her, beat him, beat us, beaten, beating, hits me, hit me, hits her, hit her, hits him, hits us, hits my, hit my, hitting, punch*, slapped, slaps, slap, kicks me, kicked me, kicked her, chokes, choked, choking me, strangl*, black eye, bruise*, raped, rapes, rape, hurts me, hurts her, hurt her, hurts us, abuses, abused, abusive, pushed me, pushes me, throws things at, throws, threw a, broke my, grabbed me, grabs me, dragged me, burned me, spat at, beats, belt
es: pega, pego, pegan, pegaba, pegaron, pegarme, golpea, golpeo, golpeaba, golpean, golpes, golpiza, cachetada*, cachetadas, patadas, punetazo*, bofetada*, maltrat*, me violo, violada, abusa, abuso de, me empuja, me empujo, ahorc*, me jala, correazos, moretones, me agarro del cuello, del cuello, me rompio, me tiro, me arrastro, me quemo, me agarro, cinturon, correa, bofetada, paliza, me jalo
fr: frappe, frappee, frapper, frappait, frappent, frappes, gifle, gifles, gifler, giflee, coups, me bat, la bat, nous bat, bat sa, bat ma, cogne, me tape, la tape, tape sa, violee, viol, etrangle, etranglee, maltrait*, bleus sur, ceinture, me pousse, me serre le cou, m a cassee, m a casse, m a jete, m a tire, m a brulee, m a attrapee, claque, claques, donne des coups
ro: bate, ma bate, o bate, batut, batuta, bataie, batai, lovit, lovita, loveste, palma, palme, pumn*, violat*, strans de gat, de gat, cureaua, impinge, impins, vanatai, abuzeaza, abuzata, m a tras, m a impins, m a trantit, m a ars, palmuit, da cu
uk: б'є, бє, бив, била, бють, б'ють, побив, побила, побит*, побої, вдарив, вдарила, ударив, ударила, лупить, душив, душить, згвалт*, насильст*, насилує, знуща*, штовхає, штовхнув, ременем, синці, синець, кулаком, кинув у мене, зламав мені, тягав за волосся, ляпас, штурхає, піднімає руку, підняв руку, бьет, избивает, ударил, бьёт
ar: يضرب, ضربني, ضربها, كيضرب, بيضرب, تضرب, ضربته, ضربو, يعنف, عنيف, اغتصب, يتحرش, تحرش, صفع, يخنق, خنقني, يعتدي, اعتدى, كدمات, بالحزام, سلخ, كيسب, كيدفع, كيضرب, دفعني, جرني, حرقني, كسر لي, هرس ليا
zh: 打我, 打她, 打他, 打孩子, 打妈, 打老婆, 打人, 打了我, 家暴, 殴打, 掐我, 掐她, 掐脖子, 强奸, 用皮带, 动手打, 打骂, 踢我, 虐待, 推我, 揍, 扇耳光, 打耳光, 淤青, 伤痕, 鼻青脸肿, 被打, 挨打, 打断, 烫我, 砸我, 抓我头发, 打得, 打骂
tl: binubugbog, bugbog, binugbog, bugbugin, sinasaktan, sinaktan, saktan, sinusuntok, sinuntok, suntok, sinampal, sinasampal, sampal, ginahasa, pinalo, pinapalo, sinipa, sinisipa, sinakal, sinasakal, pananakit, inaabuso, pasa sa, tinutulak, itinulak, hinila ang buhok, hinila ako, binato ako, pinaso, sinabunutan

violent
it: violenza, violenze, violento, violenta, violenti, manesco, aggressivo
en: violence, violent, aggressive
es: violencia, violento, agresivo
fr: violence, violences, violent, agressif
ro: violenta, violent, agresiv
uk: насильство, агресивн*
ar: العنف, عنف
zh: 暴力
tl: karahasan, marahas

victim
it: subisco, subisce, subire, subito, vittima, vittime, donne, denunciare, domestica, fisica, psicologica, in famiglia, in casa, contro di me, nei miei confronti, su di me, sui bambini, sui minori, segnalare
en: victim, domestic, suffer, at home, against me, against women
es: victima, domestica, sufro, en casa, contra mi, de genero, en mi casa
fr: victime, conjugales, conjugale, subis, domestique, contre moi, a la maison
ro: victima, domestica, acasa, impotriva
uk: домашн*, жертв*, вдома
ar: المنزلي, الاسري, ضحية, في البيت, في الدار
zh: 家庭, 受害
tl: tahanan, biktima, sa bahay

by itself
it: mi picchia, mi picchiano, mi mena, mi ha picchiat*, la picchia, lo picchia, li picchia, ci picchia, mi riempie di botte, mi alza le mani, mani al collo, mi ha messo le mani addosso, mi mette le mani addosso, mi ha menato, mi ha menata, mi ha dato uno schiaffo, mi da gli schiaffi, mi tira schiaffi, ho paura di tornare a casa, ho paura a tornare a casa, paura di rientrare a casa, paura di andare a casa, ho paura di lui, ho paura del mio compagno, ho paura che mi picchi, paura che mi ammazzi, paura che mi uccida, paura che mi faccia del male, centro antiviolenza, codice rosso, casa rifugio, violenza domestica, violenza sulle donne, maltrattamenti in famiglia, vittima di violenza, violenza in famiglia, mi perseguita, mi ha violentata, mi ha stuprata, mi minaccia di morte, se lo denuncio mi ammazza, alzato le mani su, non riesco a controllare la rabbia, ho picchiato, le ho messo le mani addosso, l ho picchiata, le ho dato uno schiaffo, ho alzato le mani, divieto di avvicinamento, braccialetto elettronico, si sta picchiando, si picchiano, si ammazzano di botte, la sta ammazzando, la ammazza, mi vuole ammazzare, mi vuole uccidere, vuole uccidermi, vuole ammazzarmi, ha detto che mi ammazza, dice che mi ammazza, mi ammazza di botte, coltellate, accoltell*, mi tocca di notte, la tocca, mi tocca dove, mi tocca sotto, mi ha toccata, tocca le bambine, tocca i bambini, sto scrivendo di nascosto, scrivo di nascosto, telefono rosa, stalking, stalker, ho paura quando torna, paura quando rientra, paura quando beve, se torno a casa mi, gira con le mie foto, foto nuda, foto intime, mie foto nude, mi obbliga a letto, rapporti contro la mia volonta, mi costringe ad avere rapporti, contro la mia volonta, mi forza, matrimonio forzato, matrimonio combinato, obbligano a sposare, costringono a sposare, obbligata a sposare, promessa in sposa, sono scappata di casa, scappata di casa, sono scappata con, dove nascondermi, nascondermi da, posto sicuro per me, non ci trovi, non mi trovi, mi tocca quando passo, mi palpeggia, palpeggi*, molest*, ho paura di farle del male, ho paura di fare del male, paura di fargli del male, le ho fatto male, lo schiaffeggi*, ho perso il controllo con, gli ho dato uno schiaffo, la chiama puttana, mi chiama puttana, casa protetta, denunciare mio marito, lasciare un uomo violento, uomo violento, marito violento, compagno violento, padre violento, figlio violento, torna ubriaco e, beve e diventa cattivo, quando beve diventa, mi fa violenza, mi ha violentato, violentare, ha violentato, e ai domiciliari e, ha rotto il divieto, mi ha buttata fuori di casa, mi ha cacciata di casa, se lo lascio mi, se lo denuncio, detto che mi ammazza, giura che mi ammazza, mi ammazza se, mi uccide se, torna tra poco, non posso scrivere molto, non mi ha mai toccata, mi ha spento la sigaretta, per il collo, con un coltello, puntato il coltello, legge tutto quello, legge tutti i messaggi, legge tutto, dormire sul pavimento, non mi da da mangiare, si apposta, appostato sotto, messaggi al giorno, mi ha tirato una, mi ha tirato un, mi ha buttato giu, mi ha buttata giu, ho colpito mia, ho colpito la mia, ho colpito mio, e tornato ubriaco e, torna ubriaco e, se parlo con i carabinieri, mi guarda mentre, mi fa paura quando, alza sempre le mani, brucia la casa se, ci chiude in, mi ha sbattuta, sento botte, botte e pianti, controlla tutto quello che faccio
en: beats me, he hits me, hits me, domestic violence, afraid to go home, scared to go home, afraid of my husband, scared of my husband, afraid of him, scared of him, he will kill me, threatens to kill me, wants to kill me, he raped me, stalking me, stalker, i hit my wife, i beat my wife, i hit my child, women's shelter, touches me at night, touches her, safe place, hide from him, forced marriage, forced to marry, force me to marry, molest*, i am afraid of my, i m afraid of my, domestic abuse, he drinks and, i hurt my wife, i slapped my, nude photos, my throat, grabbed my throat, hits mum, hits my mum, hits mom, when he drinks, reads all my messages, sleep on the floor
es: me pega, me golpea, le pega, les pega, me maltrata, violencia domestica, violencia de genero, tengo miedo de volver a casa, miedo de mi marido, miedo de mi esposo, le tengo miedo, me quiere matar, me va a matar, la va a matar, me amenaza de muerte, amenaza con matarme, me viola, le pegue a mi, me acosa, me toca de noche, lugar seguro, me escape de casa, esconderme, matrimonio forzado, obligan a casarme, me manosea, abuso sexual, le tengo miedo a, cuando toma se pone, le di una cachetada, perdi el control con, cuando bebe, cuando toma, me agarro del cuello, lee mis mensajes
fr: me frappe, me bat, il me tape, violence conjugale, violences conjugales, peur de rentrer chez moi, peur de rentrer, peur de mon mari, peur de lui, il va me tuer, menace de me tuer, veut me tuer, me viole, j ai frappe ma, il me harcele, me touche la nuit, lieu sur, endroit sur, me cacher, mariage force, forcee a me marier, refuse de me marier, attouchement*, quand il boit, je me suis enfuie, j ai gifle, a la gorge, quand il a bu, lit mes messages
ro: ma bate, ma loveste, o bate, violenta domestica, violenta in familie, mi e frica sa merg acasa, mi e frica de el, frica de sotul, vrea sa ma omoare, ma ameninta ca ma omoara, ma omoara, m a violat, m a batut, m a lovit, loc sigur, am fugit de acasa, sa ma ascund, casatorie fortata, obligata sa ma marit, ma pipaie, cand bea, l am lovit, am lovit o, mi e teama de el, ma tem de el, cand e beat, de gat, imi citeste mesajele
uk: мене б'є, б'є мене, бє мене, домашнє насильство, боюся йти додому, боюся повертатися додому, боюся чоловіка, боюся його, погрожує вбити, хоче мене вбити, вб'є мене, мене згвалтував, я вдарив дружину, безпечне місце, втекла з дому, сховатися від, примусовий шлюб, боюсь додому, боюсь повертатися, боюсь чоловіка, боюсь його, коли п'є, домагається, я вдарив, приставав, за горло, коли п'яний, читає мої повідомлення, муж бьет, бьет меня, бьет жену
ar: كيضربني, يضربني, بيضربني, خايفة نرجع للدار, اخاف ارجع, خايفة ارجع, اخاف من زوجي, خايفة من راجلي, خايفة من زوجي, يقتلني, غادي يقتلني, كيهددني, يهددني بالقتل, العنف الاسري, العنف المنزلي, ضربت مراتي, ضربت زوجتي, اغتصبني, مكان امن, هربت من الدار, هربت من البيت, زواج قسري, يجبروني على الزواج, باغيين يزوجوني, يتحرش بي, كيتحرش, ملي كيشرب, kaydrebni, kaydrbni, kidrebni, drebni, kayhdedni, khayfa mn rajli, من عنقي, كيشد ليا عنقي, يقرا رسائلي
zh: 家暴, 打我老婆, 怕回家, 不敢回家, 害怕回家, 怕老公, 怕我丈夫, 要杀我, 威胁要杀, 强奸我, 跟踪我, 动手打我, 我打了老婆, 我打了妻子, 安全的地方躲, 躲起来, 逃出来, 逼我结婚, 逼婚, 性侵, 猥亵, 喝醉了就打, 喝酒就打, 我打了孩子, 掐我脖子, 喝醉打, 看我的手机
tl: binubugbog ako, sinasaktan ako, takot akong umuwi, natatakot akong umuwi, takot ako sa asawa, papatayin ako, papatayin niya, ginahasa ako, sinaktan ko ang asawa, karahasan sa tahanan, sinusundan ako, ligtas na lugar, tumakas ako, magtago, pinipilit akong magpakasal, hinihipuan, minomolestiya, kapag lasing, nasaktan ko ang, sinakal ako, lasing siya at, binabasa ang mga mensahe ko

threat
it: mi minaccia, ci minaccia, la minaccia, minacciata, minacciato, minacce, mi ammazza, ammazzarmi, uccidermi, ucciderla, ammazzarla, mi sfregia, sfregiarmi, sfregio, acido, coltello, coltelli, pistola, mi segue, mi aspetta sotto, sotto casa tutte, pedina, mi spia, ricatta, ricattano, perseguit*, ho paura di, ha paura di, mi aspetta, ha minacciato, minaccia di, ci ammazza, me la paghi, te la faccio pagare, ti ammazzo, le fa paura, abbiamo paura di, martello, minaccia, minacciano, minacciava, minacciato, minacciarmi, brucia la casa
en: threatens, threatened, threatening me, knife, gun, follows me, stalk*, blackmail*, scares me, afraid of, scared of, kill me, kill her
es: amenaza, amenazo, amenazas, cuchillo, pistola, me sigue, acosa, chantaj*, me da miedo, miedo de, matarme, matarla, matar
fr: menace de me, me menace, menaces, couteau, pistolet, me suit, harcel*, me fait peur, peur de, me tuer, la tuer
ro: ameninta, amenintat, cutit, pistol, ma urmareste, santaj*, frica de, sa ma omoare
uk: погрожує, погрожував, ніж, ножем, переслід*, шантаж*, боюся, вб'є, вбити мене, боюсь
ar: يهدد, كيهدد, هددني, بسكين, موس, يتبعني, كيتبعني, خايفة من, اخاف من, يقتل
zh: 威胁, 刀, 枪, 跟踪, 勒索, 害怕他, 怕他, 杀我
tl: binabantaan, pagbabanta, kutsilyo, baril, sinusundan, takot sa, natatakot ako sa, patayin ako

control
it: controlla il telefono, mi controlla, mi tiene i soldi, tiene i soldi, mi prende i soldi, mi toglie i soldi, mi ruba la pensione, mi prende la pensione, s e preso la pensione, non mi fa uscire, non mi lascia uscire, non mi fa lavorare, mi chiude in casa, mi chiude in camera, mi tiene chiusa, mi tiene chiuso, mi ha chiusa, chiusa in casa, segregata, mi ha preso i documenti, mi tiene i documenti, mi ha tolto i documenti, mi umilia, mi insulta, mi obbliga, mi costringe, spacca tutto, rompe tutto quando, mi ha buttata fuori, non mi da i soldi, mi fa dormire fuori, vuole le password, non ho soldi miei, non mi da una lira, preso mio passaporto, mi ha preso il passaporto, preso il telefono, mi ha tolto il telefono, mi ha rotto il telefono, tolto il cellulare, mi segue ovunque, mi proibisce, mi vieta, non vuole che esca, non vuole che lavori, non posso uscire, non mi lascia vedere, non mi lascia parlare, controlla tutto
en: checks my phone, controls me, takes my money, keeps my money, won t let me out, doesn t let me out, does not let me, locks me, locked me, keeps my passport, took my passport, keeps my documents, insults me, forces me, threw me out, takes my documents, took my documents, took my phone, won t let me leave, doesn t let me leave, not allowed to leave, passwords
es: me controla, me quita el dinero, no me deja salir, me encierra, me encerro, me tiene encerrada, me quito los documentos, me quita los papeles, me insulta, me obliga, me humilla, me controla el celular, no me deja, me quito el celular, me quito el pasaporte, me prohibe
fr: me controle, prend mon argent, garde mes papiers, m a enfermee, m enferme, ne me laisse pas sortir, prend mes papiers, m insulte, m oblige, m humilie, m a pris mon telephone, pris mes papiers, m interdit, me controle, pris mon passeport, m enferme
ro: ma controleaza, imi ia banii, nu ma lasa sa ies, ma incuie, m a incuiat, mi a luat telefonul, mi a luat actele, imi ia actele, ma jigneste, ma obliga, mi a luat pasaportul, sa ies din casa, nu ma lasa, imi verifica telefonul
uk: контролює мене, забирає гроші, не випускає, замикає мене, замкнув мене, забрав документи, забрав телефон, принижує, ображає мене, змушує мене, забрав мій паспорт, забрав паспорт, не пускає, перевіряє телефон, не дає грошей, забороняє
ar: كيراقب تليفوني, يراقب هاتفي, ياخذ فلوسي, كياخد ليا فلوسي, ما كيخلينيش نخرج, لا يسمح لي بالخروج, يحبسني, حبسني, سد عليا, خدا ليا الوراق, اخذ جوازي, يسبني, كيعايرني, جواز سفري, اخرج من البيت, ما كيخلينيش, خدا ليا التليفون, يمنعني, كيمنعني
zh: 控制我, 查我手机, 拿走我的钱, 不让我出门, 把我关, 锁在家, 扣我护照, 拿走我的证件, 骂我, 逼我, 不让我出去, 不许我, 拿走我的护照, 没收我的手机, 不给我钱
tl: kinokontrol ako, kinukuha ang pera ko, hindi ako pinalalabas, ikinukulong ako, kinulong ako, kinuha ang passport, minumura ako, pinipilit ako, ayaw niya akong palabasin, kinuha ang pasaporte, kinuha ang cellphone, hindi ako pinapayagan

marks
it: livid*, occhio nero, occhi neri, occhio pesto, ematom*, segni sulle gambe, segni sulle braccia, segni sul collo, segni di botte, graffiat*, sanguina, ho i lividi, occhiali scuri, maniche lunghe, labbro spaccato, braccio rotto
en: black eye, bruise*, marks on her, marks on his, bleeding
es: moretones, moreton, ojo morado, marcas en, sangrando
fr: bleus, oeil au beurre noir, marques sur, saigne
ro: vanatai, ochi vanat, urme pe
uk: синці, синець, сліди на
ar: كدمات, زرقة, اثار ضرب
zh: 淤青, 伤痕, 黑眼圈被打, 青紫
tl: pasa, may pasa, black eye

cries
it: urla aiuto, grida aiuto, urla di una donna, urla disperata, piange tutte le notti, pianti disperati, chiede aiuto, urlare aiuto, gridare aiuto, la sento piangere, lo sento piangere, sento piangere e urlare, urla e botte, urla e piange, piange e urla, chiudono fuori, lo chiudono, lasciano solo tutta la notte, legat*, urla, urlare, grida, gridare, piange, piangere, strilla, strillare, supplica, basta basta, pianti
en: screaming, screams for help, crying for help, cries every night, locked outside, scream*, crying, cries, shouting at her
es: grita auxilio, grita ayuda, gritos de una mujer, pide auxilio, llora todas las noches, grita, gritar, gritos, llora, llorar
fr: crie au secours, hurle, appelle au secours, pleure toutes les nuits, crie, crier, pleure, pleurer, cris
ro: striga dupa ajutor, tipa, striga ajutor, striga, plange, tipete
uk: кричить, кличе на допомогу, плаче щоночі, крик*, плач*
ar: تصرخ, يصرخ, كتغوت, تستنجد, تبكي, كتبكي, يبكي, صراخ
zh: 尖叫, 喊救命, 呼救, 哭喊, 哭, 叫喊
tl: sumisigaw ng tulong, sumisigaw, humihingi ng saklolo, umiiyak, iyak

family quarrel
it: cose rotte, cose che si rompono, piatti rotti, botte, colpi, lui la, lui che, la trascina, moglie, compagna, mamma, lui, tonfi, schiaffi, colpi, rompe tutto, spacca tutto, sbatte, la insulta, marito, compagno, padre, botti, cinghia, lo chiudono, la chiudono, fuori al freddo, lividi, silenzio, occhiali scuri, cose che cadono, mobili
en: things breaking, breaking, thuds, him hitting, black eye, breaks, things being thrown, husband, boyfriend, father, thumps, he
es: golpes, cosas rotas, marido, esposo, padre, el hombre, rompe todo, insulta
fr: coups, objets casses, mari, lui il, il casse, casse tout, pere, compagnon, bruits de coups
ro: lovituri, bate, sotul, tatal, barbatul, sparge
uk: б'є, удари, чоловік*, батько, розбиває, ламає
ar: ضرب, تكسير, زوجها, راجلها, الاب, يكسر
zh: 打, 摔东西, 丈夫, 爸爸, 男的, 东西摔
tl: hinahampas, nababasag, asawa, tatay, binabasag, lalaki

not a person hit
it: sacco, boxe, pugilato, karate, judo, palestra, film, serie, videogioco, partita, squadra, calcio mercato, arbitro, temporale, grandine, vento, pioggia, portone, sportello sbatte, uova, tappeto, tappeti, tapparella, trapano, russa, cassette delle lettere, martello pneumatico, vetri delle auto, cane, gatto, orologio, lotteria, bomboniere, vino, botte piena, pugno di mosche, bilancio, pugno di riso, carciofi, tamburi, tamburo, cagnolino, bestia, guaire, gattino, pallone, sul muro, muro, martello, alla porta, alla finestra, sui vetri, il sole, la testa contro, muri, i muri
en: boxing, gym, movie, film, match, team, storm, hail, beats the, drum*, price, dog, drums, the door, the wall, hits the, the window
es: boxeo, gimnasio, pelicula, partido, tormenta, granizo, precio, golpe de calor, golpe de suerte, perro, tambor*, la ventana, la puerta, el viento
fr: boxe, salle de sport, film, match, orage, grele, coup de fil, coup de main, coups de fil, prix, chien, chat, a la porte, au mur
ro: box, sala, film, meci, furtuna, grindina, bate la usa, bate vantul, pret, caine, cainele
uk: бокс*, спортзал, фільм, матч, гроз*, град, ціна, пса, собаку, собак*
ar: ملاكمة, فيلم, مباراة, عاصفة, الكهرباء, كلب, الكلب
zh: 拳击, 电影, 比赛, 暴风雨, 冰雹, 打我电话, 打我手机, 打他电话, 打她电话, 狗
tl: boksing, gym, pelikula, laro, bagyo, aso

legal
it: denunciarmi, denunciare, avvocato, avvocati, sfrattarmi, sfratto, querela, querelarmi, multa, causa, staccare, togliermi la casa
en: sue, lawyer, evict, eviction
es: demandar, abogado, desalojo
fr: proces, avocat, expulsion
ro: proces, avocat, evacuare

raise
it: alza, alzare, alzato, alzano, alzava, mette, mettono, messo, metteva, mettere

hands
it: le mani addosso, mani addosso, mani al collo, le mani sulla, le mani su mia, le mani su mio, le mani alla

deadly threat
it: ammazzarmi, uccidermi, mi sfregia, sfregiarmi, coltello, pistola, acido, minaccia di morte, minacce di morte, minaccia di ammazz*, minaccia di ucci*, minacciata, minaccia con, mi minaccia, minaccia tutti, minaccia di mandar*
en: kill me, kill her, kill us, knife, gun, threatens to, threatened to
es: me mata, la mata, matarme, matarla, cuchillo, pistola, amenaza con, me amenaza
fr: me tuer, la tuer, nous tuer, couteau, menace de me, me menace
ro: ma omoara, sa ma omoare, o omoara, cutit, ma ameninta
uk: вб'є, вбити мене, уб'є, ножем, погрожує
ar: يقتل, يقتلني, سكين, بسكين, يهددني, كيهددني
zh: 杀了我, 杀我, 杀死, 刀, 威胁我
tl: papatayin, patayin, kutsilyo, binabantaan

captive
it: mi controlla il telefono, non mi fa uscire, non mi lascia uscire, mi chiude in casa, mi tiene chiusa, mi ha chiusa in, segregata, mi tiene i soldi, mi ha preso i documenti, preso mio passaporto, mi ha preso il passaporto, mi tiene i documenti, mi ha tolto il telefono, vuole le password, ho i lividi, devo chiedergli anche i soldi, non mi da una lira, sono chiusa dentro aiuto
en: won t let me leave, won t let me out, doesn t let me leave, locks me in, took my documents and, keeps my passport, took my passport, checks my phone
es: no me deja salir, me tiene encerrada, me controla el celular, me quito los documentos, me quito el pasaporte
fr: m a enfermee, ne me laisse pas sortir, garde mes papiers, pris mes papiers, pris mon passeport
ro: nu ma lasa sa ies, mi a luat actele, mi a luat pasaportul, ma incuie
uk: не випускає мене, забрав мій паспорт, забрав мої документи, замикає мене
ar: لا يتركني اخرج, اخذ جواز, جواز سفري ولا, ما كيخلينيش نخرج, يحبسني
zh: 不让我出门, 不让我出去, 拿走我的护照, 把我关在
tl: ayaw niya akong palabasin, kinuha ang pasaporte, ikinukulong ako

insects
it: cimici, cimice, punture, insetti, pulci, zanzare, bolle, prurito
en: bed bugs, bedbugs, bites, insects, itch*
es: chinches, picaduras, ronchas, insectos
fr: punaises, piqures, insectes
ro: plosnite, intepaturi, insecte
uk: клопи, укуси, комах*
ar: بق, لسعات, حشرات
zh: 臭虫, 叮, 虫
tl: surot, kagat, insekto
"""
