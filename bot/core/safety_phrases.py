"""What danger sounds like, in nine languages: named groups of phrases, and the rules that join them.

In a group each line is a language and its phrases. `word*` is any word that starts so; accents do not matter. Arabic and
Chinese phrases are looked for anywhere in the text. No native speaker has checked the languages other than Italian.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_GROUPS = """
relation
it: marito, moglie, compagno, compagna, fidanzato, fidanzata, convivente, ex, padre, papa, patrigno, babbo, madre, mamma, figlio, figlia, figli, fratello, fratellino, sorella, suocero, suocera, genero, nuora, zio, zia, nonno, nonna, cognato, cognata, cugino, moroso, omm, padrone di casa, badante, lui, nipote, figliastro, marit, ragazzo, il mio uomo, compagni, patrigno, patrigni, moroso, amante, marito mio, mamma, nostra madre, nostro padre, matrigna
en: husband, wife, boyfriend, girlfriend, partner, ex, father, dad, stepfather, mother, mum, mom, my son, my daughter, brother, sister, uncle, in law, my man, my ex, my son, he, my boss
es: marido, esposo, esposa, mujer, novio, pareja, padre, papa, padrastro, madre, mama, mi hijo, mi hija, hermano, tio, yerno, suegro, suegra, ex, viejo, enamorado, conviviente, cunado
fr: mari, femme, copain, conjoint, compagnon, pere, papa, beau pere, mere, maman, mon fils, ma fille, frere, oncle, gendre, ex, mon ex, gendre, copine
ro: sotul, sotia, barbatul, iubitul, concubinul, tata, tatal, tatal vitreg, mama, fiul, fiica, fratele, unchiul, ginerele, socrul, fostul, cumnatul, prietenul
uk: чоловік*, дружин*, хлопець, тато, батько, вітчим, мати, мама, мам*, син, доньк*, брат*, дядько, зять, свекор, колишн*, він, свекруха, співмешканець, муж, отец, сын
ar: زوجي, راجلي, زوجها, راجلها, جوزي, خطيبي, ابي, بابا, والدي, ابوي, ابنها, ولدي, ابني, اخي, خويا, عمي, خالي, طليقي, امي, زوجتي, مراتي, صهري
zh: 老公, 丈夫, 男友, 男朋友, 前夫, 前男友, 爸爸, 父亲, 继父, 妈妈, 老婆, 妻子, 儿子, 哥哥, 弟弟, 叔叔, 舅舅, 婆婆, 公公, 女婿, 家里人
tl: asawa, mister ko, kinakasama, nobyo, tatay, itay, papa, amain, nanay, mama, anak ko, kapatid, kuya, tiyo, biyenan, manugang, ex, siya, niya, live in partner, lolo

someone
it: bambin*, bimb*, ragazzin*, ragazza, neonato, donna, donne, signora, signorina, anzian*, vicina, vicino, vicini, uomo, uomini, minore, minorenne, lei, lui, vecchietta, vecchietto, nonnina, inquilina, quello di sopra, quelli di sopra, quello del, quella del, vedov*, il signor, signor, inquilino, ragazzo, fidanzati, coppia, nipote, nipotino
en: child, children, kid, kids, woman, girl, boy, baby, neighbour, neighbor, neighbours, next door, man, men, lady, she, her, he
es: nino, nina, ninos, ninas, mujer, vecina, vecino, vecinos, senora, chica, bebe, hombre, hombres, ella
fr: enfant, enfants, femme, fille, voisine, voisin, voisins, dame, bebe, homme, hommes, elle
ro: copil, copilul, copii, copiii, femeia, femeie, vecina, vecinul, vecinii, fata, fetita, baiat, barbat
uk: дитин*, діт*, жінк*, сусід*, дівчин*, дівчинк*, хлопчик*, бабус*, людин*, сосед, жену, ребенка, ребёнка
ar: طفل, الاطفال, امراة, المراة, جارتي, الجارة, الجيران, جاري, بنت, البنت, العيال, الاولاد
zh: 孩子, 小孩, 女人, 邻居, 隔壁, 女孩, 男孩, 老人
tl: bata, mga bata, babae, kapitbahay, batang, matanda, lalaki, dalagita

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

despair by itself
it: farla finita, la faccio finita, la voglio finire, suicid*, togliermi la vita, mi tolgo la vita, mi uccido, voglio uccidermi, vorrei uccidermi, mi ammazzo, voglio ammazzarmi, vorrei ammazzarmi, voglio morire, vorrei morire, vorrei essere morto, vorrei essere morta, meglio morto, meglio morta, preferirei morire, non voglio piu vivere, non vorrei piu vivere, non ho piu voglia di vivere, non vale la pena vivere, non ha piu senso vivere, senso vivere, stanco di vivere, stanca di vivere, stufo di vivere, stufa di vivere, vorrei non svegliarmi, non svegliarmi piu, non svegliarmi domani, vorrei sparire, voglio sparire per sempre, vorrei scomparire, vorrei non esserci, mi butto giu, mi butto di sotto, mi butto dal, mi butto dalla, mi butto sotto, buttarmi giu, buttarmi di sotto, buttarmi dal, buttarmi dalla, buttarmi sotto, impicc*, mi taglio le vene, tagliarmi le vene, mi faccio del male, farmi del male, starebbero meglio senza di me, stanno meglio senza di me, meglio senza di me, non c e piu un motivo, dice che si ammazza, si vuole ammazzare, si vuole uccidere, vuole farla finita, vuole uccidersi, vuole ammazzarsi, vuole morire, apro il gas e, pensieri di morte, dormire e non svegliarmi, finirla con la vita, chiudere con la vita, la vita non ha, gesto estremo, estremo gesto, ho preso tutte le pastiglie, preso tutte le pillole, preso troppe pastiglie, una scatola di pastiglie, lettera d addio, lettera di addio, vorrei addormentarmi e, non svegliarsi piu, vuole morire, desidero morire, desidero la morte, pensa alla morte, penso alla morte, penso di morire, penso al suicidio, non ho piu ragioni, nessun motivo per vivere, ragione per vivere, motivo per vivere, motivo di vivere, piu niente per cui vivere, mi lascio morire, lasciarmi morire, buttarsi, si butta dal, si butta giu, si taglia, si e tagliata, si e tagliato, mi faccio i tagli, mi taglio le braccia, mi taglio i polsi, tagli sulle braccia, voglia di sparire, basta vivere, non voglio svegliarmi, sotto il treno, sotto la metro, sotto la metropolitana, sono un peso per tutti, peso per tutti, nessuno mi rimpiange, meglio se non ci fossi, se non ci fossi piu, se morissi, spararmi, mi sparo, la corda, una corda, non esistere piu, smettere di esistere, finire di soffrire, smettere di soffrire, si vuole buttare, vuole buttarsi, provato a uccidersi, tentato il suicidio, tentato di uccidersi, morire sarebbe, facendo dei tagli, mi faccio dei tagli, scritto la lettera per, sarebbe meglio se sparissi, meglio se sparissi, se muoio nessuno, senso della vita, la vita non vale, non ce la faccio piu a vivere, stare al mondo, non ha senso andare avanti, senso andare avanti, non ho piu la forza di vivere, forza di andare avanti non, non riesco piu ad andare avanti, finire tutto, farla finita con tutto, non voglio piu esistere, la faccio finita
en: kill myself, killing myself, end my life, ending it all, end it all, want to die, wish i was dead, wish i were dead, better off dead, better off without me, don t want to live, do not want to live, no reason to live, not want to wake up, hurt myself, cut myself, cutting myself, suicid*, take my own life, jump off, can t go on living, ending my life, life is not worth, not worth living, don t want to wake up, wish i could disappear, overdose, took all the pills, thoughts of death, wants to die, kill himself, kill herself, life has no meaning, want to disappear, my life is over, go on living, don t want to be here anymore, keep living
es: matarme, quitarme la vida, quiero morir, quiero morirme, quisiera morir, no quiero vivir, ya no quiero vivir, ganas de vivir, suicid*, mejor muerto, mejor muerta, acabar con mi vida, acabar con todo, no despertar, me corto, hacerme dano, mejor sin mi, sin ganas de vivir, tirarme, me tiro, no vale la pena vivir, desaparecer para siempre, tomar todas las pastillas, no tengo por que vivir, quiere morir, quiere matarse, sentido a la vida, la vida no tiene sentido, no le veo sentido, seguir viviendo, no puedo seguir viviendo, ya no puedo mas con la vida
fr: me tuer, me suicider, suicid*, envie de mourir, veux mourir, plus envie de vivre, veux plus vivre, ne veux plus vivre, mettre fin a mes jours, en finir avec la vie, veux en finir, mieux mort, mieux morte, mieux sans moi, me faire du mal, me coupe les, me scarifie, ne plus me reveiller, plus la force de vivre, me jeter, disparaitre pour toujours, avaler tous les cachets, veut mourir, veut se tuer, la vie ne vaut, la vie n a plus de sens, plus de sens a ma vie, plus envie de rien, continuer a vivre, je veux disparaitre
ro: sa ma omor, ma omor, sinucid*, vreau sa mor, nu mai vreau sa traiesc, imi iau viata, sa mi iau viata, sa termin cu viata, mai bine mort, mai bine moarta, ma tai, sa nu ma mai trezesc, fara mine ar fi mai bine, nu mai are rost sa traiesc, ma arunc, iau toate pastilele, vreau sa dispar, vrea sa moara, nu mai vreau sa ma trezesc, viata nu mai are, nu mai are sens, vreau sa termin
uk: вбити себе, вб'ю себе, покінчити з собою, накласти на себе руки, самогубств*, не хочу жити, хочу померти, краще б я помер*, краще померти, немає сенсу жити, ріжу себе, не прокинутися, без мене буде краще, не хочеться жити, жити не хочу, не бачу сенсу, не хочеться жити, стрибнути, кинутися, випити всі таблетки, хочу зникнути, хоче померти, краще б мене не було, життя не має сенсу, немає сил жити, сенсу життя, не хочу больше жить, хочу умереть, покончить с собой
ar: انتحر, انتحار, اقتل نفسي, نقتل راسي, نقتل روحي, اريد ان اموت, بغيت نموت, اتمنى الموت, لا اريد ان اعيش, ما بغيتش نعيش, مليت من الحياة, انهي حياتي, نحيد حياتي, اؤذي نفسي, بدون فائدة حياتي, لا معنى للحياة, نرمي راسي, ارمي نفسي, تعبت من الحياة, لا فائدة من الحياة, نموت احسن, الموت احسن, نتحر, لا اريد العيش, ما كاين معنى, اموت احسن, اريد الموت
zh: 自杀, 想死, 不想活, 活不下去, 结束生命, 结束自己, 了结, 割腕, 跳楼, 死了算了, 伤害自己, 没有活下去, 不想醒来, 活着没意思, 活着没有意义, 不如死, 活够了, 没意思活, 吃光所有药, 跳下去, 消失算了, 生无可恋, 不想再活, 生活没有意义, 人生没有意义, 想消失
tl: magpakamatay, magpapakamatay, gusto ko nang mamatay, gusto kong mamatay, ayoko nang mabuhay, ayaw ko nang mabuhay, tapusin ang buhay, wakasan ang buhay, saktan ang sarili, hiwain ang sarili, mas mabuti pang mamatay, wala nang saysay ang buhay, sana hindi na ako magising, tatalon, mamatay na lang, mawala na lang, inumin lahat ng gamot, pagod na akong mabuhay, wala nang dahilan para mabuhay, ayoko na mabuhay, ayoko nang mabuhay, walang saysay ang buhay ko

harm to self
it: mi taglio, tagliarmi, mi graffio, pastiglie, pillole, pasticche, medicine tutte, sonniferi, sarebbe un attimo, un salto, saltare giu, finestra, ringhiera, balcone, ponte, binari, treno

hopeless
it: non svegliarmi, stasera le prendo, le prendo tutte, una per una, prenderle tutte, non c e piu, non ha senso, senza di me, sarebbe un attimo, nessuno se ne accorge, tanto a chi importa, non servo a niente, non servo a nessuno, addio, basta vivere, basta cosi, la vita, morire, di vivere, vuoto, disperat*, sono un peso, peso per tutti, la finisco, finisce tutto, farei prima

not despair
it: difesa, squadra, inter, milan, juve, derby, partita, gol, allenatore, suicida economico, film, libro, noia, ridere, caldo, sonno, fame, capelli, siepe, torta, prato, canzone, pratica, lavori, cantiere, trasloco, rate, domanda, corda per stendere, corda del, tapparella, corda della, bucato, cinghia, gatto, cane, pratica
en: film, movie, team, match, book, song, hunger, laughing, paperwork, hair
es: pelicula, equipo, partido, libro, risa, hambre, pelo, cansancio
fr: film, equipe, match, livre, rire, faim, cheveux
ro: film, echipa, meci, carte, ras, foame, par
uk: фільм, команд*, матч, книга
ar: فيلم, فريق, مباراة
zh: 电影, 球队, 比赛, 小说
tl: pelikula, koponan, laro, libro
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Groups that must stand within `within` words of each other, and groups that speak against it.

    `kind` is a `safety.Danger`; `sure` False shows the help beside the answer with "if you need it".
    """

    kind: str
    needs: tuple[str, ...]
    unless: tuple[str, ...] = ()
    within: int = 9
    sure: bool = True


RULES = (
    Rule(kind="despair", needs=("despair by itself",), unless=("not despair",)),
    Rule(kind="despair", needs=("harm to self", "hopeless"), unless=("not despair", "bill"), within=14),
    Rule(kind="despair", needs=("die", "wish"), unless=("not despair", "figure of speech"), within=6),
    Rule(kind="despair", needs=("life", "worthless"), unless=("not despair", "bill"), within=4),
    Rule(kind="violence", needs=("by itself",), unless=("not a person hit",)),
    Rule(kind="violence", needs=("relation", "hit"), unless=("not a person hit",)),
    Rule(kind="violence", needs=("someone", "hit"), unless=("not a person hit",), within=7, sure=False),
    Rule(
        kind="violence", needs=("relation", "threat"), unless=("not a person hit", "bill", "legal"), within=6
    ),
    Rule(kind="violence", needs=("raise", "hands"), unless=("not a person hit",), within=4),
    Rule(
        kind="violence", needs=("relation", "deadly threat"), unless=("not a person hit", "bill"), within=20
    ),
    Rule(kind="violence", needs=("relation", "control"), within=10),
    Rule(kind="violence", needs=("captive",), unless=("shut in is not this", "lift"), sure=False),
    Rule(kind="violence", needs=("control", "hit"), unless=("not a person hit",), within=14),
    Rule(kind="violence", needs=("relation", "violent"), unless=("not a person hit",), within=5),
    Rule(kind="violence", needs=("violent", "victim"), unless=("not a person hit",), within=6),
    Rule(kind="violence", needs=("someone", "violent"), unless=("not a person hit",), within=4, sure=False),
    Rule(kind="violence", needs=("someone", "marks"), unless=("insects",), within=14, sure=False),
    Rule(kind="violence", needs=("relation", "marks"), unless=("insects",), within=10, sure=False),
    Rule(kind="violence", needs=("someone", "cries", "family quarrel"), within=14, sure=False),
    Rule(kind="danger", needs=("gas by itself",), unless=("bill", "drain")),
    Rule(kind="danger", needs=("gas", "smell"), unless=("bill",), within=5),
    Rule(kind="danger", needs=("hissing", "gas things"), within=5, sure=False),
    Rule(kind="danger", needs=("flame source", "poisoned"), within=18),
    Rule(kind="danger", needs=("strong smell", "ignition"), within=14),
    Rule(kind="danger", needs=("fire",), unless=("not fire",)),
    Rule(kind="danger", needs=("lift", "shut in"), unless=("shut in is not this",), within=9),
    Rule(kind="danger", needs=("between floors", "shut in"), unless=("shut in is not this",), within=12),
    Rule(kind="danger", needs=("between floors", "shut in people"), within=10),
    Rule(kind="danger", needs=("collapse by itself",)),
    Rule(kind="danger", needs=("structure", "crumbling"), unless=("bill",), within=5, sure=False),
    Rule(kind="danger", needs=("structure", "collapse", "people or size"), within=9),
    Rule(kind="danger", needs=("cannot get up",)),
    Rule(kind="danger", needs=("shock",), unless=("not a person hit", "bill")),
    Rule(kind="danger", needs=("live things", "water on"), within=5),
    Rule(kind="danger", needs=("person down", "relation"), within=10, sure=False),
    Rule(kind="danger", needs=("person down", "someone"), within=10, sure=False),
    Rule(kind="danger", needs=("behind a door", "for days"), within=12),
)

_MORE_GROUPS = """
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

die
it: morire, morissi, muoio, morto, morta, uccidersi, ammazzarsi, uccidermi, sparire, sparissi, sparisco, scomparire, buttarsi, buttarmi, impiccarmi, ammazzarmi
en: die, dead, disappear, kill myself
es: morir, morirme, desaparecer, muerto, muerta
fr: mourir, disparaitre, mort, morte
ro: mor, moara, dispar, mort, moarta
uk: померти, вмерти, зникнути, помру
tl: mamatay, mawala

wish
it: vorrei, sarebbe meglio, meglio se, liberazione, nessuno se ne accorge, provato a, penso di, penso spesso, ho pensato, pensa di, continuo a pensare, dice che vuole, ho deciso di, non ho paura di, ho voglia di
en: want to, wish, better off, thinking of, thinks of
es: quisiera, quiero, mejor, ganas de, pienso en
fr: voudrais, veux, mieux, envie de, pense a
ro: vreau sa, as vrea, mai bine, ma gandesc
uk: хочу, краще, думаю про
tl: gusto ko, gusto kong, sana

figure of speech
it: ridere, noia, freddo, caldo, fame, sonno, sete, caldissimo, vergogna, imbarazzo, topi, piante, gatto, cane, piccione, marito e morto, madre, padre, nonna, nonno, intestatario, contratto, subentro, eredita, marito, moglie, funerale
en: laughing, boredom, cold, hunger, finish, paperwork, phone, battery
es: risa, frio, calor, hambre, sueno
fr: rire, froid, chaud, faim
ro: ras, frig, foame, caldura
uk: сміху, холоду, голоду
tl: tawa, lamig, gutom

life
it: vita, vivere, esistere, campare
en: life, living
es: vida, vivir
fr: vie, vivre
ro: viata, trai, traiesc
uk: життя, жити
tl: buhay, mabuhay

worthless
it: non ha senso, non ha piu senso, senza senso, che senso, non vale, non vale piu, vale la pena, stanco di, stanca di, stufo di, stufa di, basta, non voglio piu, voglia di, farla finita, finire, finirla, schifo
en: no meaning, no point, pointless, tired of, worth, without meaning
es: sin sentido, no tiene sentido, cansado de, cansada de, no vale
fr: pas de sens, plus de sens, fatigue de, ne vaut
ro: fara sens, nu are sens, satul de, satula de
uk: без сенсу, немає сенсу, втомився, втомилась
tl: walang saysay, pagod na

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


def _read(text: str) -> dict[str, dict[str, tuple[str, ...]]]:
    groups: dict[str, dict[str, tuple[str, ...]]] = {}
    for block in text.strip().split("\n\n"):
        name, *lines = block.splitlines()
        groups[name] = {
            lang: tuple(phrase.strip() for phrase in phrases.split(","))
            for lang, _, phrases in (line.partition(":") for line in lines)
        }
    return groups


GROUPS: Mapping[str, Mapping[str, tuple[str, ...]]] = {**_read(_GROUPS), **_read(_MORE_GROUPS)}
