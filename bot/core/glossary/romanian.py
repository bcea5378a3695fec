"""The concepts of `italian.py` as tenants say them in Romanian; diacritics do not matter; no native check yet."""

PHRASES = """
lift: lift, liftul, ascensor, urc pe jos, urc pe scari, etaje pe jos, merge pe scari
stuck_inside: blocat in lift, inchis inauntru, blocat inauntru
stairs: scara, scari, scarile, trepte, casa scarii, balustrada, palier
heating: caldura, calorifer, caloriferul, calorifere, incalzire, incalzirea, teava, tevile
cold: frig, rece, inghetat, inghetata, inghet, gheata, palton, plapuma, paturi, manusi, caciula, tremur, tremuram, geros, racoare, haine groase, nasul rosu, tevile inghetate, sub plapuma, cincisprezece grade, dardai, hainele pe noi, cu geaca, sosete
turn_on: porneste, pornesc, pornirea, opreste, opresc, se da drumul, dau drumul, se aprinde
hot: canicula, caldura mare, ventilator, aer conditionat, ma sufoc, cuptor, zapuseala
boiler: centrala, boiler, cazan, centrala termica, verificare la centrala
hot_water: apa calda, apa rece, dus rece
no_water: nu e apa, fara apa, nu curge apa, nu vine apa, s-a oprit apa, presiune, presiunea, apa maro, apa ruginita
leak: curge, picura, scurgere, infiltratie, infiltratii, pata pe tavan, galeata, teava sparta, apa din tavan, ploua in casa, vecinul de sus, inundat de sus
flood: inundatie, inundat, inunda
ceiling: tavan, tavanul, tencuiala, crapatura, acoperis, acoperisul, cade, tigla, balcon
mold: mucegai, mucegaiul, umezeala, pete negre, condens, pereti negri, igrasie, umed
dark: intuneric, bec, becul, becuri, lanterna, nu se vede, felinar, lumina pe scara, lumina in curte, iluminat, bezna
power_cut: curent, curentul, se ia curentul, siguranta, siguranta sare, priza, scantei, pana de curent, sare siguranta, electricitate, fire, scurtcircuit, intrerupator
electrician: electrician, instalator, lacatus, zidar
intercom: interfon, interfonul, sonerie, soneria, curierul
front_door: poarta, usa de la intrare, intrarea, usa blocului, intra oricine
lock_key: cheie, cheia, cheile, chei, yala, incuietoare, broasca, am pierdut cheile, telecomanda, dublura, ramas afara
drain: infundat, infundata, wc, toaleta, chiuveta, canalizare, canal, scurgerea, da pe afara, sifon, buda, refuleaza
stink: miros, miroase, pute, duhoare, putoare
gas: gaz, gaze, miros de gaz, monoxid
window: fereastra, geam, geamul, geamuri, ferestre, jaluzea, jaluzele, rulou, obloane, curent de aer, intra vantul, maner
tiles: gresie, faianta, podea, parchet
tap: robinet, robinetul, dus, cada, baterie
paint: zugravi, zugravit, vopsi, vopsit, vopsea
works: lucrari, renovare, darama, daramat, perete, renovez, refac baia, schimb baia, montez, instalez, modific, aer conditionat pe balcon, gaurit, faiantar, bucatarie noua
permission: autorizatie, aprobare, am voie, pot sa pun, permis sa, voie
asbestos: azbest, azbociment, placi gri
antenna: televizor, televizorul, tv, antena, canale, programe, semnal, tele, antena parabolica, antenă, parabolică, nu prind canalele, nu am semnal
repair: repara, reparatie, reparatii, repar, tehnician, mester, intretinere, defectiune, trimiteti, reparati, anunt, sesizare, reparație, reparați, să vină cineva, meșter, defect, defecțiune
broken: stricat, stricata, defect, nu merge, nu functioneaza, rupt, spart, nu mai merge, s-a stricat
waiting: astept, nu vine nimeni, nu a venit nimeni, am sunat de trei ori, de saptamani, de luni, tot astept, n-a venit nimeni, de trei ori am sunat, aștept de, tot aștept, am reclamat
emergency_hours: noaptea, duminica, sarbatoare, urgenta, urgent, weekend, craciun, miezul noptii
who_pays: cine plateste, platesc eu, pe cheltuiala mea, pe banii mei, sarcina mea, trebuie sa platesc eu, platiti voi
apply_home: locuinta sociala, casa sociala, casa de la primarie, cerere de casa, cer o casa, locuinta publica, casa populara, concurs, locuinta de la stat, chirie privata, cer locuinta, apartament de la stat, camera inchiriata, casa ieftina, cum obtin o casa, lucram cu acte, dosar pentru casa, cerere de locuință, cum cer casă, casă de la stat, casă de la primărie, mă înscriu pentru casă, locuință socială, condiții pentru casă, depun cererea, când se deschide
ranking: lista, clasament, punctaj, puncte, pozitie, locul pe lista, pe ce loc, locul meu, câți înaintea mea, lista definitivă, lista provizorie, când îmi vine rândul, rezultatul cererii
move_home: schimb de locuinta, schimb casa, mai mare, mai mica, parter, prea mica, inghesuiti, schimb de apartament, prea mare, dormim toti, etaj mai jos, o camera in plus, suntem sase, suntem cinci, o camera, etajul patru, apartament mai mare, doua camere, mai jos, etaj mai mic, casă mai mare, mutat mai jos, schimb de locuință, nu mai pot urca, nu încăpem, prea mică, dormim toți
takeover: contract pe numele, titular, preiau contractul, sa raman in casa, raman in apartament, pe numele mamei, pe numele lui, sa raman eu, fostul a plecat, pe numele meu, contractul era pe, pe numele tatălui, pot să rămân, trec contractul, contract pe numele meu, titularul a murit
death: murit, mort, moartea, deces, decedat, decedata, inmormantare, vaduva, vaduv, raposatul, s-a stins, mostenire, a murit, decedată, înmormântare, am îngropat, văduvă, văduv, răposat
add_member: nucleu familial, sa locuiasca cu mine, locui cu mine, adaug in familie, nou nascut, casatorit, casatoresc, nunta, vine sa stea, nascut, familia, adaug, trec in contract, vine mama, vine sotul, vine sotia, sa stea cu noi, ne casatorim, nastere, sa il trec
guest: gazdui, gazduiesc, oaspete, musafir, musafiri, sta la mine, cateva saptamani, in vizita, vizita, doarme la mine, pe canapea
leave_home: plec din casa, predau cheile, predarea cheilor, mutare, ma mut, preaviz, eliberez, renunt la casa, azil, reziliez, intoarcem acasa, parasesc, definitiv, ne intoarcem acasa, plecam definitiv, cu cat timp inainte, plecam de tot, lasam apartamentul, eliberam
lose_home: pierd casa, imi ia casa, ne ia casa, absenta, plecat luni, casa in tara, casa proprie, castig prea mult, casa goala
census: declar veniturile, declaratie de venit, la doi ani, actualizare venituri
buy_home: cumpar, cumpara, cumparare, proprietar, credit ipotecar, de vanzare, vinde
rent: chirie, chiria, chiriei
how_computed: cum se calculeaza, calcul, calculata, a crescut, de ce platesc, marit, s-a marit, scumpit, vecinul plateste mai putin
lower_rent: scadeti chiria, reducere, micsorare, castig mai putin, venitul a scazut, mai putini bani, recalculare, scade chiria, micșorați chiria, câștig mai puțin, mai puține ore, chiria prea mare
car_park: garaj, parcare, loc de parcare, parchez, motocicleta, scuter, duba
cellar: pivnita, pivnite, pod, beci, subsol, boxa, magazie
pets: caine, cainele, pisica, animal, animale, catel, latra, lesa, caca
homeless: fara casa, in strada, dormim in masina, nu am unde, adapost, fara adapost, unde sa dorm, locuinta de urgenta, dam afara, pe drumuri, la noapte, diseara, dupa incendiu, dormim la prieteni, gara, pe strada cu copiii
residence: resedinta, domiciliu, domiciliul, starea familiei, adresa, evidenta populatiei, stare civila, certificat de rezidenta, schimb adresa, inregistrat la adresa, rezidenta
deposit: garantie, garantia, depozit, depozitul, cautiune, bani inapoi
arrears: restante, restanta, restant, in urma cu chiria, in rate, rate, esalonare, luni neplatite, datorie la chirie, neplatita, plati putin cate putin, intarziere, sa platesc treptat, n-am platit, am sarit, recuperez, intarziat, restanță, restanțe, rămas în urmă cu chiria, n-am plătit, chirii neplătite, în rate, puțin câte puțin, eșalonare
no_money: nu am bani, fara bani, sfarsitul lunii, nu ne ajung, saraci, nu pot plati, nu imi permit, fara venit, nu ma descurc, n-am bani, nu ajung banii, sarac, pana la salariu
rent_aid: ajutor pentru chirie, ajutor la chirie, solidaritate, fond, subventie, contributie
eviction: evacuare, evacuat, executor, judecator, tribunal, dati afara, dau afara, ne scoate, hotarare, termen de evacuare, judecata, ne da afara
pay_slip: factura chiriei, platesc chiria, transfer, chitanta, posta, am platit de doua ori, debit direct, buletin de plata, platesc online, iban, bonul, nu a venit, unde platesc, cum platesc, hartia de plata, fluturaș de plată, n-am primit chitanța, unde plătesc, cum plătesc, factura de chirie, scadență, am plătit de două ori
service_costs: cheltuieli, cheltuieli comune, intretinerea, regularizare, diferenta de plata, decont, detalii cheltuieli
utility_bonus: bonus, reducere la facturi, reducere, facturi mari, ajutor la curent, ajutor la facturi, factura prea mare
meter: contor, contorul, contract de curent, contract de gaz, bransare, furnizor, taiat curentul, pe numele meu, activare, racordare, mi-au taiat
utility_bill: factura, facturi, facturile
waste_tax: taxa, taxa de gunoi, impozit, imu, taxa pe casa, impozitul pe casa
isee: isee, adeverinta de venit, certificat de venit, venituri familie
tax_help: taxe, declaratie fiscala, caf, 730, impozite, returnare taxe, dosar de pensie
income_support: ajutor social, venit minim, alocatie de incluziune, somaj, ajutor de la stat, ajutor lunar, incluziune, ajutor pe luna, nici salariu nici pensie, fara pensie, fara salariu, ajutor banesc
child_benefit: alocatie, alocatia, alocatii, bonus bebe, bani pentru copii, bani pentru copil, indemnizatie, pentru fiecare copil, ajutor nastere, alocatie copii, trei copii, patru copii, statul da, in fiecare luna pentru copii
food: mancare, mananc, foame, pachet, alimente, frigider gol, frigiderul gol, cantina, banca de alimente, lapte pentru copil, de mancare, pachete, n-am ce mânca, n-avem ce mânca, pachet cu alimente, mâncare pentru copii, alimente gratis
debts: datorie, datorii, imprumut, imprumuturi, credit, banca, recuperatori, poprire, camatar, rate la banca, card de credit, dator
squatting: ocupat, ocupata, abuziv, au spart usa, au intrat cu forta, intrat in apartamentul gol, ocupa, s-au bagat, apartament gol, au fortat, au intrat în apartamentul gol, au spart ușa, au schimbat yala, ocupat abuziv, locuiesc ilegal
noise: zgomot, galagie, muzica, petrecere, petreceri, tipa, urla, striga, nu pot dormi, bormasina, tropaie, scandal, tocuri, nu dorm, muta mobila, dat tare, bubuie, noaptea tarziu, urlete, boxe, ciocane, loveste in teava, gălăgie, muzică tare, țipă, bat în perete, tropăie
neighbor: vecin, vecina, vecinul, vecini, vecinii, de sus, de jos, de vizavi, de alaturi
quarrel: cearta, certat, certam, injura, insulta, conflict, mediere, mediator, intelegem, jigneste, impacare, vorbe urate
insecurity: droguri, drog, vand droguri, vandali, frica sa ies, frica sa cobor, gasca, furt, furat, hoti, hot, seringi, politie, politia, camere, amenintare, dorm in pivnita, jaf, fumeaza in scara, anonim, vand, pliculete, bicicleta furata, fumeaza in casa scarii, droguri pe scară, vând droguri, mi-e frică seara, hoți, spart mașina, bande
scam: inselatorie, escroc, fals, falsi, teapa, cere bani, mi-a cerut bani, legitimatie, pacalit, pacaleala, se da drept, suspect, bijuterii, baiat politicos, sa vada factura, avans, din partea voastra, a bătut la ușă, zice că e de la, voia să vadă factura, legitimație falsă, înșelat, țeapă, bani în avans
sorting: gunoi, gunoiul, reciclare, sac, saci, plastic, sticla, hartie, tomberon, pubela, sortare, pubele, in ce zi
bulky: canapea, saltea, dulap, masina de spalat, mobila veche, mobila, arunc, frigider vechi, voluminoase, scap de, iau mobila
pests: sobolan, sobolani, soareci, soarece, gandac, gandaci, insecte, furnici, deratizare, dezinsectie, viespi, tantari, coada, cu coada, ceva mare cu coada, gunoi seara, roade, cuib de viespi, dihanie
bedbugs: plosnite, plosnita, muscaturi, mancarime, intepaturi, purici, ma scarpin, bube, muscat, cearsafuri, ma pisca, pisca
pigeons: porumbei, porumbel, gainat, pasari, cuib
cleaning: curatenie, curat, murdar, murdara, murdarie, mizerie, matura, spala, praf, spalat scara, curatenia
green: copac, copaci, pom, creanga, crengi, gard viu, iarba, gradina, tunde, frunze, tuns iarba, gazon
health_center: asistenta medicala, analize, analize de sange, injectie, vaccin, vaccinare, pansament, centru medical, tensiune, casa comunitatii, ambulatoriu, specialist, diabet, reteta, gripa
doctor: medic, doctor, doctorul, pediatru, medic de familie, medicul de familie, card de sanatate, schimb medicul, febra, fara medic
violence: violenta, ma bate, loveste, lovit, batut, batai, bataie, frica de el, frica de sotul meu, vanatai, ameninta, ma urmareste, hartuire, abuz, palma, gelos, violent, fostul sot, ochi vanat, nu ma lasa sa ies, imi ia banii, ma jigneste, frica sa ma intorc
home_care: ingrijire la domiciliu, ingrijire, sa o spele, spalat, spala, imbracat, imbraca, la pat, dementa, alzheimer, nu se poate ridica, ingrijitor, ajutor acasa, paralizat, nu merge, accident vascular, nu se mai ridică din pat, să o spele, să-l spele, operat, operată, după operație, nu mai cobor, îngrijire acasă, nu mai merge singură
meals: masa, mese, pranz, cina, gateste, gatesc, gatit, mancare calda, mancare la domiciliu, aragaz
lonely: singur, singura, singuratate, companie, nu are cu cine vorbi, plictisit, activitati pentru batrani, plictiseste, izolat, sa vorbeasca cu cineva
concierge: portar, portarul, administrator, colete, cutia postala, postas
social_custodian: cumparaturi, medicamente, farmacie, sa treaca cineva, comisioane
social_worker: asistent social, asistenta sociala, servicii sociale, familie in dificultate, nu stiu la cine sa merg, de unde sa incep
mental: depresie, deprimat, deprimata, psiholog, psihiatru, anxietate, panica, plange, plang, aude voci, sanatate mintala, vorbeste singur, nervi, trist, suparare, atacuri de panica, nu dorm, palpitatii, nu mai iese, fara chef, atacuri, nu mai iese din camera, plânge mereu, atac de panică, nu doarme
addiction: alcool, bea, bautura, beat, droguri, jocuri, pacanele, pariuri, dependent, dependenta, sticla, jocuri de noroc, joaca, tigari, vin, beție, păcănele, se îmbată, s-a apucat de băut
barrier: scaun cu rotile, carucior, rampa, bare, lift pentru scari, accesibil, cadru, cada prea inalta, carje, scaun rulant
disability: handicap, invaliditate, dizabilitate, surd, orb, insotitor, comisie medicala, comisie, legea 104, cancer, autist, indemnizatie, chimioterapie, suma pentru insotitor, vizita la comisie, nu se poate imbraca, cazut de pe schela, grad de handicap, grad de invaliditate, comisie medicală, însoțitor
family_clinic: insarcinata, gravida, sarcina, ginecolog, contraceptive, anticonceptionale, pastila, avort, moasa, alaptare, test de sarcina, nastere, ecografie, planificare familiala, naste
foreign_health: fara acte, fara documente, fara permis, ilegal, stp, nu am acte
caregiver: ingrijitoare, badanta, bona, menajera, dadaca, femeie de serviciu, caut o ingrijitoare, contract pentru ingrijitoare, femeie care sa
community_manager: community manager, activitati in cartier, proiect de cartier, idee pentru curte, atelier, petrecere in curte, voluntar, propun
call_center: numar de telefon, sun, telefon, apel, nu raspunde, call center, raspunde, operator, linia, la ce număr, număr de telefon, unde sun, nu răspunde nimeni, pe cine sun
office: birou, biroul, ghiseu, adresa, programare, personal, program, deschis, sediu, coada, fata in fata, ghișeu, unde vă găsesc, adresa biroului
job: munca, loc de munca, serviciu, somer, cv, concediat, caut de lucru, de lucru, angajare, curs de formare, lucrez, angajat, meserie, dat afara de la munca, sudor, bucatar, ospatarita, orice munca, experienta, menajera de munca
lost_income: pierdut serviciul, concediat, somaj, pensionar, mai putine ore, un singur salariu, un salariu, pierdut locul de munca
legal: avocat, avocatul, juridic, drepturi, sfat legal, plangere, lege, proces
union: sindicat, chiriasi, chiriasilor, asociatie
homework: teme, temele, meditatii, dupa scoala, invata, matematica, ramas repetent, ajutor la teme, note, lectii, corigent
italian_course: italiana, invat italiana, curs de italiana, lectii de italiana, vorbesc italiana, scoala de italiana, limba italiana, limba, a2
permit: permis de sedere, sedere, cetatenie, reintregirea familiei, reinnoire, reinnoiesc, chestura, azil, aduc sotia, aduc copiii, aduc familia, questura
digital: spid, identitate digitala, parola, aplicatie, aplicatia, internet, online, calculator, site, telefon mobil, cont, cod, email, intru pe site, nu pot intra, cod pe telefon, tiparesc, scanez, parolă, nu pot intra pe site, formular online, nu știu cu calculatorul, utilizator
childcare: cresa, gradinita, inscriere, inscriu, tabara, tabara de vara, copiii vara, gradinite, las copilul, gradi, face trei ani, sa o inscriu, copii italieni, unde o inscriu, educatoare, creșă, grădiniță, tabără, tabără de vară, cine stă cu copiii, înscriu copilul, vacanța de vară, loc la creșă
gardens: gradina de legume, legume, rosii, cultiva, plantez, lot, gradina comuna, pamant, semin
committee: comitet, adunare, sedinta, reprezentant, semnaturi, sala, organizam, autogestiune, vot
transport: autobuz, tramvai, metrou, abonament, bilet, transport, dializa, transport gratuit, dus la spital, taxi, abonament lunar, mai ieftin, pensionari gratis, dus la dializa
complaint: reclamatie, plangere, reclam, despagubire, despagubiri, acces la documente, daune, protest, nu raspundeti, contestatie, bataie de joc
squatter_self: fara contract, regularizare, fara titlu, am ocupat, intrat fara, in regula, stam fara contract
youth_sport: sport, fotbal, sala, baschet, tineri, centru de tineret, echipa, adolescent, inot, teren, box, dans
elderly: batran, batrana, batrani, bunica, bunic, bunicul, in varsta, pensionar, pensionara, soacra, socru
child: copil, copii, copilul, baiat, fata, fetita, baietel, bebe, fiu, gemeni
spouse: sot, sotul, sotia, sotie, partener, barbat
foreigner: strain, straini, imigrant, tara mea
letter: scrisoare, scrisoarea, plic, hartie, instiintare, aviz
document: document, documente, acte, formular, certificat, adeverinta
refund: ramburs, rambursare, inapoi, returnare
appeal: contestatie, contest, greseala, gresit, recurs
free_help: gratis, gratuit, fara bani
volunteer: voluntar, parohie, biserica, asociatie
fall: cadea, cazut, cazatura, alunec, periculos, pericol
water: apa, teava, tevi
wall: perete, pereti, zid
courtyard: curte, bloc, cladire
pension: pensie, pensia, pensionar
separation: despartit, despartita, divort, divortat, fostul
school: scoala, clasa, invatatoare
calendar: cand, data, termen, pana cand
"""
