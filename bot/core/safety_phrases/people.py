"""Who a message may be about: those one lives with, and others."""

PHRASES = """
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
"""
