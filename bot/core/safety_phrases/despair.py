"""What it sounds like when somebody may hurt themselves, and what only sounds like it."""

PHRASES = """
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
"""
