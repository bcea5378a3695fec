"""The concepts of `italian.py` as tenants say them in Tagalog, English words among theirs; no native check yet."""

PHRASES = """
lift: elevator, lift, umakyat ng hagdan, akyat sa hagdan, akyatin, umaakyat
stuck_inside: na-trap, naipit sa loob, nakulong sa elevator
stairs: hagdan, hagdanan, baitang, pasilyo
heating: heater, heating, radiator, pampainit, init ng bahay, termosifone
cold: malamig, lamig, giniginaw, ginaw, nanlalamig, nagyeyelo, kumot, jacket, coat, yelo, nilalamig, maginaw
turn_on: buksan ang heater, bubuksan, papatayin, pinapatay, sinisindi, binubuksan, anong buwan, naka-on
hot: mainit, init, sobrang init, electric fan, bentilador, aircon, alinsangan, tag-init
boiler: boiler, kaldera, water heater, caldaia
hot_water: mainit na tubig, malamig na tubig, hot water, paligo malamig
no_water: walang tubig, nawalan ng tubig, mahina ang tubig, pressure, hindi lumalabas ang tubig, kulay kalawang, tubo tuyo
leak: tumutulo, tulo, tagas, tumatagas, leak, balde, basa ang kisame, tubig sa kisame, patak, pumapatak, butas na tubo, sa itaas na kapitbahay
flood: baha, binaha, binabaha
ceiling: kisame, bubong, bitak, nalalaglag, pader na bumabagsak, semento, nahuhulog
mold: amag, inaamag, mold, basa ang pader, itim na mantsa, mamasa-masa, kahalumigmigan, maitim
dark: madilim, dilim, ilaw, bombilya, flashlight, walang ilaw, poste ng ilaw, pundi, napundi
power_cut: kuryente, brownout, nawalan ng kuryente, saksakan, breaker, spark, kumikislap, nagti-trip, blackout, grounded, switch
electrician: electrician, tubero, locksmith, karpintero
intercom: intercom, doorbell, buzzer, delivery
front_door: gate, pintuan sa baba, main door, pinto sa baba, entrance, kahit sino pumapasok
lock_key: susi, kandado, lock, nawala ang susi, nawalan ng susi, remote, duplicate, naiwan ang susi, naka-lock, seradura
drain: barado, bara, kubeta, inidoro, lababo, toilet, kanal, poso negro, umaapaw, nagbara, cr, drain
stink: mabaho, amoy, baho, umaalingasaw
gas: gas, amoy gas, tagas ng gas
window: bintana, salamin, shutter, hangin pumapasok, basag, blinds, bisagra
tiles: tiles, baldosa, sahig
tap: gripo, shower, bathtub
paint: pintura, pinturahan, pintahan
works: ayusin ang banyo, magpa-renovate, renovation, gibain, giba, magtayo, magkabit, ikabit, palitan ang sahig, renovate, aircon sa balkonahe, magbutas, bagong kusina
permission: pahintulot, permit, pwede bang magkabit, bawal, payagan, pinapayagan
asbestos: asbestos, eternit
antenna: tv, telebisyon, antenna, channel, signal, walang palabas
repair: ayusin, mag-ayos, kumpunihin, pagawa, magpagawa, repair, technician, maintenance, aayos, papuntahin
broken: sira, nasira, hindi gumagana, ayaw gumana, basag, nabasag, ayaw umandar
waiting: naghihintay, walang dumarating, walang pumupunta, tatlong beses tumawag, ilang linggo, hintay
emergency_hours: gabi, linggo, holiday, emergency, agad, hatinggabi, madaling araw, pasko
who_pays: sino magbabayad, ako ba magbabayad, sino ang sasagot, sagot ko, sino ang magbabayad, gastos ko
apply_home: public housing, bahay ng gobyerno, murang bahay, mag-apply ng bahay, pabahay, case popolari, social housing, nangungupahan sa pribado, sampu kami, dayuhan bahay, humingi ng bahay, kelan bukas, mag-aapply ng bahay, bahay ng munisipyo, aplikasyon sa bahay
ranking: ranking, listahan, puntos, pwesto, pila, score, pang-ilan, pila sa listahan, kailan ang turno, resulta ng aplikasyon, puntos ko
move_home: lumipat ng bahay, palit ng bahay, mas malaki, mas maliit, masikip, ground floor, magpalit, siksikan, lilipat sa, lipat, anim kami, lima kami, isang kwarto, ikaapat na palapag, dagdag na kwarto, mas mababang palapag, hindi kasya
takeover: kontrata sa pangalan, ipangalan, manatili sa bahay, nakapangalan, isalin ang kontrata, ilipat ang kontrata
death: namatay, patay, pumanaw, libing, biyuda, yumao, sumakabilang buhay, mana
add_member: idagdag sa pamilya, titira sa akin, sumama sa bahay, bagong silang, kasal, ikinasal, makikitira, nanganak, household, isama sa kontrata, nagpakasal, ipinanganak, darating ang asawa, darating si nanay, titira sa amin, ikakasal, ipinanganak na
guest: bisita, makituloy, matutulog sa amin, ilang linggo, patuluyin, dadalaw, makikituloy, tutuloy
leave_home: isauli ang susi, ibalik ang susi, aalis sa bahay, umalis sa bahay, lilipat, uuwi na sa pilipinas, iwan ang bahay, uuwi na
lose_home: mawala ang bahay, kunin ang bahay, bawiin, matagal na wala, sariling bahay, bawiin ang bahay, mawawala ang bahay
census: ideklara ang kita, deklarasyon ng kita, tuwing dalawang taon, magkano ang kita, kita ng pamilya, kita sa bahay
buy_home: bilhin, bumili ng bahay, bibilhin, mortgage, may-ari, ipinagbibili, mabili
rent: upa, renta, bayad sa bahay
how_computed: paano kinukuwenta, kinukuwenta, tumaas, bakit tumaas, taas ng upa, kalkula, mas mababa ang bayad ng kapitbahay, kompyut
lower_rent: ibaba ang upa, babaan, bawasan, lumiit ang kita, bumaba ang kita, bumaba ang sahod, pababain, pababain ang upa, mas mababa ang kita, mahal ang upa, nabawasan ang sahod
car_park: garahe, parking, paradahan, motor, kotse
cellar: cantina, bodega, basement, imbakan
pets: aso, pusa, hayop, tahol, tumatahol, tuta, kuneho, kahol, beterinaryo, alagang hayop, alagang aso
homeless: walang matirhan, walang bahay, sa kalsada, matutulog sa kotse, shelter, walang matulugan, pinalayas, walang mapuntahan, saan matutulog, pagkatapos ng sunog, nakikitulog, sa istasyon, may mga anak sa kalsada
residence: residenza, residence, tirahan, address, rehistro, stato di famiglia, magparehistro, paninirahan
deposit: deposito, deposit, ibalik ang pera
arrears: utang sa upa, hindi nakabayad, atraso, hulugan, hulog, atrasado, paunti-unti, ilang buwan na hindi, installment, di nakabayad, unti-unti, hindi nabayaran, habulin ang bayad, lumiban sa bayad, pautay-utay
no_money: walang pera, kulang ang pera, hindi kaya magbayad, mahirap, katapusan ng buwan, walang kita, gipit, kapos, petsa de peligro, hindi kasya, walang sahod
rent_aid: tulong sa upa, tulong sa renta, ayuda, solidarity, pondo
eviction: palayas, palalayasin, pinapaalis, sfratto, korte, hukom, eviction, paalisin, lisanin, husgado
pay_slip: bolettino, resibo, magbayad ng upa, bayaran ang upa, bank transfer, koreo, dobleng bayad, dalawang beses nagbayad, post office, online bayad, walang dumating, saan magbabayad, paano magbayad, hindi dumating ang bayarin, bayad sa upa
service_costs: spese, gastusin, charges, conguaglio, gastos sa gusali, dagdag na bayad
utility_bonus: bonus, diskwento, discount, mahal ang kuryente, mataas na bill, tulong sa kuryente, laki ng bill
meter: kontador, metro ng kuryente, kontrata ng kuryente, kontrata ng gas, pakabit, putol ang kuryente, naputulan, ipangalan ang kuryente
utility_bill: bill, bills, bayarin, bayad sa kuryente
waste_tax: buwis, tari, tax, buwis sa basura
isee: isee, income certificate, katibayan ng kita
tax_help: caf, 730, buwis, tax refund, tax return
income_support: ayuda, tulong pinansyal, assegno, benepisyo, tulong ng gobyerno, buwanang tulong, ayuda buwanan
child_benefit: assegno unico, allowance ng bata, pera para sa bata, baby bonus, benepisyo para sa anak, para sa mga anak, tulong sa anak, tatlong anak, apat na anak, binibigay ng gobyerno, kada buwan sa anak
food: pagkain, gutom, kumain, walang makain, food pack, bigas, gatas ng bata, grocery, walang laman ang ref, ulam, pagkain para sa mga bata, libreng pagkain
debts: utang, pautang, loan, bangko, pinagkakautangan, credit card, five-six, baon sa utang, naniningil, sisingil
squatting: squatter, inokupa, pumasok nang walang pahintulot, sinira ang pinto, iligal, bakanteng bahay, bakanteng apartment
noise: ingay, maingay, musika, party, sigawan, sumisigaw, hindi makatulog, malakas na tugtog, videoke, karaoke, tugtog, kalabog, makatulog, nag-uusog ng gamit, madaling araw, sigaw, speaker, kantahan
neighbor: kapitbahay, kapit-bahay, nasa itaas, nasa taas, nasa baba
quarrel: away, nag-aaway, mag-away, minumura, mediation, di magkasundo, pag-aaway, magkaayos, mura
insecurity: droga, nagtutulak, nagbebenta ng droga, nakaw, ninakaw, magnanakaw, takot, takot bumaba, pulis, gang, vandal, camera, banta, natutulog sa basement, delikado, ninakawan, nagbebenta, bisikleta ninakaw, naninigarilyo sa hagdan, natatakot lumabas, adik sa hagdan
scam: manloloko, scam, naloko, peke, nanghihingi ng pera, niloko, id, panloloko, nagpapanggap, magalang na lalaki, titingnan ang bill, paunang bayad, galing daw sa inyo
sorting: basura, hiwalay, plastik, supot, basurahan, recycle, papel, anong araw ang basura, hiwalayin
bulky: sofa, kutson, aparador, washing machine, lumang gamit, itapon ang gamit, kama, lumang ref, lumang kasangkapan, itatapon
pests: daga, ipis, insekto, langgam, peste, putakti, lamok, bubwit, pamatay insekto
bedbugs: surot, kagat, kati, makati, kinakagat, nangangati, pantal, pulgas, kumot ng kama, nangangagat
pigeons: kalapati, ipot, ibon, pugad
cleaning: linis, maglinis, madumi, marumi, walis, dumi, naglilinis, alikabok, kalat
green: puno, sanga, damo, halaman, hardin, putulin, dahon, ugat
health_center: nurse, blood test, iniksyon, bakuna, turok, blood pressure, health center, klinika, high blood, diabetes, pabakuna, sugat
doctor: doktor, doktora, pediatrician, family doctor, medico di base, magpalit ng doktor, lagnat, reseta, tessera sanitaria, nagretiro ang doktor, reseta para sa high blood, mahingan ng reseta, bagong doktor
violence: binubugbog, bugbog, sinasaktan, sinaktan, takot sa asawa, pananakit, sinasampal, karahasan, pagbabanta, nananakit, seloso, pasa sa mata, ayaw akong palabasin, kinukuha ang pera ko, minumura ako, takot umuwi, may pasa ako, puro pasa
home_care: alaga sa bahay, nakahiga, paliguan, magpaligo, bihisan, alzheimer, dementia, hindi makalakad, hindi makatayo, stroke, mag-alaga sa nanay, makabangon
meals: tanghalian, hapunan, magluto, pagkain sa bahay, hatid na pagkain, hindi makapagluto, nagluluto
lonely: nag-iisa, mag-isa, malungkot, walang kausap, kasama, naiinip, aktibidad sa matatanda, lungkot, inip, libangan
concierge: portinaio, guard, portiere, pakete, mailbox, parcel
social_custodian: gamot, botika, bumili ng gamot, silipin, utos, kumustahin
social_worker: social worker, assistente sociale, tulong sa pamilya, hindi alam kung saan lalapit, saan magsisimula
mental: depress, depression, depressed, psychologist, psychiatrist, umiiyak, iyak, nerbiyos, panic, anxiety, naririnig na boses, ayaw lumabas ng kwarto, balisa, hindi makatulog sa pag-iisip, kabog ng dibdib, ayaw lumabas, walang gana
addiction: alak, lasing, umiinom, inom, sugal, nagsusugal, adik, droga, slot machine, taya, bote, bisyo, natatalo
barrier: wheelchair, rampa, walker, hawakan, saklay, silyang de gulong, hindi makababa ng hagdan, para sa may kapansanan
disability: kapansanan, pwd, invalidità, bingi, bulag, accompagnamento, 104, cancer, autistic, baldado, chemo
family_clinic: buntis, pagbubuntis, nagdadalang-tao, gynecologist, pills, contraceptive, aborsyon, midwife, pagpapasuso, manganak, regla, checkup ng buntis, delay
foreign_health: walang papeles, walang dokumento, walang permesso, tnt, stp, ilegal, walang papel
caregiver: caregiver, yaya, kasambahay, badante, colf, tagapag-alaga, kontrata ng badante, mag-aalaga
community_manager: community manager, aktibidad sa barangay, proyekto sa quartiere, idea sa courtyard, volunteer, workshop, aktibidad
call_center: numero ng telepono, numero, tumawag, tawagan, telepono, call center, hotline, sumasagot, walang sumasagot
office: opisina, tanggapan, address, appointment, personal, oras, bukas ba, sportello, pila, saan ang opisina
job: trabaho, walang trabaho, cv, natanggal, naghahanap ng trabaho, training, resume, hanapbuhay, tinanggal sa trabaho, mag-apply ng trabaho, welder, kusinero, waitress, kahit anong trabaho, karanasan
lost_income: nawalan ng trabaho, natanggal sa trabaho, retired, isang sahod, tinanggal, iisang sahod
legal: abogado, legal, karapatan, payong legal, reklamo sa korte, batas, demanda
union: unyon, sindacato, samahan ng nangungupahan, union
homework: takdang aralin, assignment, homework, mag-aral, tutor, math, bagsak, aralin, pag-aaral, grades
italian_course: mag-aral ng italyano, italian lessons, matuto ng italyano, italian class, wikang italyano, italyano, italian, salita
permit: permesso, permesso di soggiorno, soggiorno, citizenship, pagkamamamayan, petisyon, kunin ang pamilya, renew, asylum, questura, i-petition, ricongiungimento, carta di soggiorno, petition
digital: spid, password, app, internet, online, computer, website, cellphone, code, email, log in, smartphone, hindi makapasok, code sa text, mag-print, hindi makapasok sa site, code sa cellphone, account
childcare: nido, nursery, kinder, daycare, enroll, i-enroll, summer camp, asilo, ipasok ang anak, materna, iwan ang bata, magbabantay, bantay sa bata, ipasok sa eskwela
gardens: taniman, gulay, magtanim, kamatis, hardin, garden, lupa
committee: komite, pulong, miting, pirma, kinatawan, comitato, botohan, magsama-sama kami
transport: bus, tram, metro, abbonamento, ticket, pamasahe, dialysis, sakay, libreng sakay, taxi, ihatid sa ospital, mas murang pass, senior pass, buwanang pass
complaint: reklamo, magreklamo, ireklamo, bayad-pinsala, danyos, protesta, dokumento, walang sumasagot sa sulat
squatter_self: walang kontrata, pumasok sa bahay, gawing legal, squatter kami, iligal na nakatira
youth_sport: sports, basketball, football, gym, kabataan, liga, swimming, binatilyo, volleyball, boxing, teenager, tinedyer
elderly: matanda, lola, lolo, senior, nanay kong, tatay kong, pensyonado, biyenan, matandang
child: anak, bata, sanggol, baby, kambal, apo
spouse: asawa, mister, misis, partner
foreigner: dayuhan, pilipino, pinoy
letter: sulat, liham, sobre, abiso
document: dokumento, papeles, form, sertipiko
refund: refund, isauli, ibalik, ibabalik
appeal: apela, mali, pagkakamali, hindi tama
free_help: libre, walang bayad
volunteer: volunteer, simbahan, parokya
fall: nahulog, nadulas, delikado, natumba, nadapa
water: tubig, tubo
wall: pader, dingding
courtyard: bakuran, gusali, palazzo, looban
pension: pensyon, pension
separation: hiwalay, naghiwalay, iniwan, ex
school: eskwela, paaralan, guro, iskul
calendar: kailan, petsa, deadline, hanggang kailan
"""
