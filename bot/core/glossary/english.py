"""The concepts of `italian.py` as tenants say them in English; no native check yet."""

PHRASES = """
lift: lift, elevator, walk up, climb, carry up the stairs, flights of stairs, on foot to the floor
stuck_inside: stuck inside, trapped inside, locked in the lift
stairs: stairs, staircase, stairwell, landing, steps, hallway, banister
heating: heating, radiator, radiators, central heating, thermostat
cold: cold, freezing, freeze, ice, chilly, shivering, frost, coat indoors, blankets, gloves, wearing a coat, see my breath, lukewarm, numb, teeth chattering, fifteen degrees, icy, blue hands, heaters, hot water bottle, sleeping in coats
turn_on: turn on, switch on, turned off, switched off, goes off at, what time does it come on, come on at
hot: heat, heatwave, sweltering, boiling, scorching, fan, air conditioning, stifling, suffocating
boiler: boiler, water heater, pilot light, boiler check, boiler service
hot_water: hot water, cold shower, cold showers, shower is cold
no_water: no water, water is off, taps dry, dry taps, water pressure, low pressure, trickle, nothing comes out, bottled water, brown water, rusty water
leak: leak, leaking, leaks, drip, dripping, water through the ceiling, water coming down, stain on the ceiling, bucket, burst pipe, damp patch, wet ceiling, upstairs neighbour flooded, bathroom upstairs
flood: flood, flooded, flooding
ceiling: ceiling, plaster, crack, roof, tile fell, crumbling, gutter, falling off
mold: mold, mould, mouldy, moldy, damp, black spots, black stuff, condensation, fungus, walls sweating, humid
dark: dark, darkness, pitch black, torch, flashlight, bulb, light bulb, street lamp, stairs light, courtyard light, no light, phone light
power_cut: power, power cut, fuse, trips, tripped, breaker, blackout, socket, sparks, electric shock, electricity goes out, plug, wiring, switch, outlet
electrician: electrician, plumber, locksmith, handyman, carpenter
intercom: intercom, buzzer, doorbell, ring the bell, entry phone, courier, delivery guy, can't hear the bell
front_door: front door, main door, gate, entrance, street door, door downstairs, anyone can walk in, won't lock
lock_key: key, keys, lock, lost my keys, locked out, fob, badge, remote, locksmith, spare key, handbag stolen, copy of the key, broke the key, key snapped, lock is jammed, lock jammed, new lock
drain: drain, clogged, toilet, sink won't drain, sewage, sewer, plumbing, backs up, overflow, overflows, flush, waste pipe, manhole, gurgling, bubbling, black water, comes back up, blocked sink, blocked toilet, blocked drain, blocked pipe, shower fills up, bath won't empty, plunger, drains away slowly, smelly plughole
stink: smell, stink, stench, stinks, rotten, reek, sewer smell
gas: gas, gas smell, smell of gas, carbon monoxide, gas leak
window: window, shutter, shutters, blind, draught, draft, pane, glass, frame, wind comes in, roller blind, handle, hinge, cracked window, tape on the window, balcony door, whistle
tiles: tile, tiles, floorboards
tap: tap, faucet, shower, bathtub, sink, washer
paint: paint, painting, repaint, whitewash
works: renovate, renovation, knock down, wall, remodel, replace the bathroom, install, works, change the floor, alterations, build, put in, aircon, air conditioner, tiler, redo the bathroom, new kitchen, drill, put up a wall, change the windows, change the door, replace the floor, change the boiler, split the room, awning, put a shower
permission: permission, allowed, permit to, authorisation, can i put, can i install, consent
asbestos: asbestos, grey sheets, corrugated roof, eternit
antenna: television, tv, telly, aerial, antenna, channels, signal, satellite, dish, screen, no picture, no telly, channel, news on tv, match on tv, pixelated, satellite dish, dish on the balcony, channels from home, aerial on the roof, tv signal, freeview
repair: repair, fix, fixed, maintenance, technician, report, send someone, workman, mend, engineer
broken: broken, broke, out of order, not working, doesn't work, won't work, stopped working, busted, dead
waiting: waiting, nobody came, nobody comes, called three times, still waiting, no one shows up, reminder, weeks, months, ticket number, no one came, no one turned up, chase, chase up, reported it, reported twice, again and again, keep calling, months ago, promised
emergency_hours: at night, sunday, weekend, holiday, emergency, urgent, christmas, midnight, after hours, out of hours, right now, at this hour, saturday night, it's midnight, after closing, out of office hours
who_pays: who pays, do i pay, my expense, landlord pay, who is responsible, my responsibility, your job or mine, out of my pocket, who has to pay, do you pay, is it on me, my responsibility or yours, tenant's responsibility, who covers
apply_home: council house, council flat, public housing, social housing, apply for a flat, housing application, call for applications, affordable home, cheap flat, private landlord, private rent, waiting list, government housing, apply for housing, how to apply, open for applications, new call, next call, apply for a house, get a flat from the city, need a flat, put my name down for a flat, eligible, requirements
ranking: ranking, list, score, points, position, my place in the list, how many ahead of me, my position, check my place, when is it my turn, how far down, provisional list, final list, published list, looked up the list, shortlist, result of the application
move_home: swap, exchange flats, move to a bigger, bigger flat, smaller flat, ground floor, too small, overcrowded, transfer, swap flats, too big, lower floor, one bedroom, share one room, nearer to, stairs are killing me, sharing a bedroom, six of us, five of us, four kids in one room, three bedroom, two bedroom, move me, somewhere lower, other flat, different flat, another flat, too many stairs, not enough room, no space, one room for, change flat, move closer
takeover: take over the contract, tenancy, contract in her name, contract in his name, lease in, name on the contract, stay in the flat, keep the flat, inherit the flat, succession, my name, he left, stay on, tenant died, nan's flat, mum's flat, tenant was my mother, tenant was my father, she was the tenant, he was the tenant, after she died, after he died, can i stay, move the contract to me, carry on living, transfer the contract, put the contract in my name
death: died, passed away, death, dead, funeral, widow, lost my husband, deceased, late husband, inheritance, burial, grave, laid to rest, lost my mum, lost my dad, lost my mother, lost my father, no longer with us, passed, grandmother died
add_member: add to the household, family unit, move in with me, moving in, partner, newborn, got married, wedding, married, household, come to live with us, lives with me, born, my husband's visa, my wife's visa, lands in, arrives with, bring him to live, register them, join me, my fiance, moves in, my mother is coming to live
guest: guest, host, visitor, stay with me, visiting, few weeks, couch, staying over, put up, crash, come to visit, sofa, my cousin stays, my brother stays, my sister is visiting, sleep on my sofa, for three months, staying with us, host my, relative from abroad
leave_home: give notice, leave the flat, leaving the flat, move out, moving out, return the keys, hand back the keys, terminate, end the contract, care home, empty the flat, going back to my country, notice period
lose_home: lose the flat, lose my home, take the flat away, away for months, empty flat, own a house, house back home, earn too much, too much income, bought a house
census: income declaration, declare our income, income form, declare income, every two years, update my data, how much we earn, how much each earns, everyone earns, state our income, yearly form, household income form, self declaration, missed the deadline for the form, income of the family
buy_home: buy, buy the flat, purchase, own it, mortgage, become owner, for sale, selling
rent: rent, monthly rent
how_computed: how is it calculated, calculate, calculated, based on, why is it so, went up, increase, gone up, doubled, neighbour pays less, raised
lower_rent: lower the rent, reduce the rent, reduction, earn less, income dropped, cut my hours, hours were cut, recalculate, rent should go down, rent too high, adjust the rent, rent according to income, review my rent, earning less now, recalculated, new rent, pay less rent
car_park: garage, parking, parking space, car park, park the car, scooter, van, motorbike, lock-up
cellar: cellar, basement, attic, storage, store room, storage room
pets: dog, cat, pet, puppy, bark, barking, barks, leash, kitten, animals, stray cats, poop, german shepherd, labrador, rabbit, hamster, parrot, vet, growling, poodle
homeless: homeless, nowhere to go, nowhere to sleep, on the street, sleep in the car, sleeping in the car, shelter, emergency housing, thrown out, kicked out, roof over, hostel, place to sleep, tonight, couch surfing, after the fire, out on the street, last night in, can't stay, kids in the car, thrown us out
residence: residence, registered address, register my address, residency, family certificate, registry office, certificate of residence, proof of address, household certificate
deposit: deposit, security deposit, money back, bond, get back the money
arrears: arrears, behind with the rent, behind on rent, missed payments, missed rent, instalments, installments, payment plan, owe you, owe rent, unpaid rent, pay bit by bit, pay little by little, months late, skipped, missed two months, catch up, pay back, pile of slips, bit at a time, fallen behind, late with the rent, didn't pay, haven't paid, stopped paying, pay off, spread it out, pay in parts, final demand, red letter, sum owed, spread the payments
no_money: can't afford, no money, broke, struggling, end of the month, can't pay, poor, no income, make ends meet, penniless, no salary, too expensive, skint, hungry, short of money, tight, can't manage, nothing left, run out of money, down to my last, too much for us
rent_aid: help with rent, help paying rent, solidarity, fund, contribution, grant, subsidy, rent support
eviction: evict, evicted, eviction, bailiff, court, judge, notice to leave, leave the house by, thrown out, hearing, court order, change the locks
pay_slip: payment slip, pay the rent, bank transfer, direct debit, slip, post office, paid twice, iban, receipt, pay online, standing order, pay by card, tobacconist, slip never came, payment notice, no slip, lost the slip, where do i pay, how do i pay, pay the month, bill for the rent, due date
service_costs: service charges, charges, condo fees, expenses, adjustment, balance, breakdown of costs, settlement, extra bill
utility_bonus: bonus, discount on bills, discount, bill too high, high bills, energy bills, help with bills, cheaper electricity
meter: meter, electricity contract, gas contract, activate, connect, account in my name, supplier, cut off, reconnect, switch the name, provider
utility_bill: bill, bills, invoice, utilities
waste_tax: rubbish tax, waste tax, council tax, property tax, tari, imu, garbage tax, trash tax
isee: isee, income certificate, income statement, proof of income, family income, family wealth, economic situation, income paper
tax_help: tax, tax return, taxes, caf, 730, refund, accountant, pension paperwork, revenue
income_support: inclusion allowance, welfare, benefit, benefits, income support, basic income, citizen's income, unemployment, monthly help, subsidy card, assegno di inclusione
child_benefit: child benefit, baby bonus, family allowance, money for the baby, money for kids, money for children, per child, maternity, allowance for children
food: food, hungry, groceries, food parcel, food bank, fridge is empty, empty fridge, eat, soup kitchen, charity, nothing to eat, milk for the baby, pantry, parcel, feed my kids, nothing in the cupboard, nothing left to eat, cook for the kids, skip meals, can't feed, free food, food aid, eat properly, run out of food
debts: debt, debts, loan, loans, owe, lender, credit, debt collector, debt collectors, bank, loan shark, seized, bailiffs, overdraft, credit card, creditors
squatting: squat, squatters, squatter, broke in, broke into the empty, occupied, moved in illegally, break in, empty apartment, forced the door, smashed the door, kicked the door, someone moved in, people went in, lights on in the empty, strangers in the empty, drilled the lock, took the flat next door, living there illegally
noise: noise, noisy, loud, music, party, parties, shouting, screaming, stomping, can't sleep, drilling, banging, yelling, drums, bass, heels, at 2am, at 3am, furniture moving, guitar, piano, stomps, shouts, blasting, racket, moving furniture, stereo, screams
neighbor: neighbour, neighbor, next door, upstairs, downstairs, people above, guy above, woman below, across the hall
quarrel: quarrel, argue, argument, fight, insults, insulted, mediation, mediator, get along, dispute, conflict, row, make peace, spite, feud, rude to me
insecurity: drug dealing, dealers, dealing drugs, vandals, vandalism, unsafe, scared to go, afraid to go, gang, robbed, theft, stolen, thief, thieves, needles, syringes, police, sleeping in the basement, burnt, camera, anonymous, strangers, threatened, mugged, bike stolen, selling drugs, weed smell in the lobby, sleep in the cellar, mattresses in the basement, kids hear, scared at night, lads in the hallway, smoking in the stairwell, drug users, dodgy people, break into cars, slashed tyres, burnt bins, graffiti, smashed
scam: scam, scammer, fraud, fake, pretending, con, asked for money, id badge, came to the door, said he was from, suspicious, cheated, trick, salesman, jewellery, link, nice young man, wanted to see my bill, advance payment, one of yours, asked for cash, said they were from, knocked on the door, show him my bills, wanted to come in, change my contract, uniform, is it really you, real or fake
sorting: recycling, rubbish, garbage, trash, bins, bin, bag, bags, plastic, glass, paper, sort, waste collection, organic, which day
bulky: bulky, sofa, mattress, wardrobe, washing machine, old furniture, old fridge, get rid of, dump, pick up furniture, dispose, furniture collected, recycling centre, armchair, throw away
pests: rat, rats, mouse, mice, cockroach, cockroaches, roach, roaches, bugs, insects, ants, pest, pest control, wasps, exterminator, droppings, mosquito, nest
bedbugs: bedbugs, bed bugs, bites, bite marks, itching, itchy, mattress bugs, scratching, fleas, red spots, bitten
pigeons: pigeon, pigeons, droppings on, birds, bird, nest on the balcony
cleaning: cleaning, cleaner, cleaners, dirty, filthy, filth, mop, mopped, sweep, dirt, dust, nobody cleans, clean the stairs, disgusting, same rubbish, cigarette butts, cleaning company, contractor, vomit, sticky
green: tree, trees, branch, branches, hedge, grass, lawn, garden, prune, cut the grass, bush, leaves, roots, gardener, weeds, playground
health_center: clinic, nurse, blood test, injection, vaccine, vaccination, bandage, dressing, health centre, health center, blood pressure, community house, jab, flu shot, check-up, specialist, diabetes, prescription, booster, flu jab, stitches, tetanus, vaccinated, physio, ultrasound appointment
doctor: doctor, gp, family doctor, paediatrician, pediatrician, health card, change doctor, no doctor, fever, physician, retired doctor, my doctor retired, sick note, nhs, register with a doctor
violence: violence, hits me, hit me, beats me, beat me, abuse, abusive, abused, afraid of my husband, scared of him, bruises, threatens me, stalking, follows me, ex husband, ex boyfriend, controls my phone, shelter for women, slaps, jealous, hurts me, violent, slapped, puts hands on me, black eye, won't let me out, takes my money, outside my door, afraid to go home
home_care: care at home, home care, wash her, wash him, bathe, dressing her, bedridden, alzheimer, dementia, carer, look after, out of bed, can't walk, disabled mother, can't wash, stroke, discharged, hip, help at home, frail, parkinson
meals: meal, meals, lunch, dinner, cook, meals at home, hot meal, deliver food, can't cook, stove
lonely: lonely, alone, company, nobody to talk to, social centre, companionship, isolated, bored, chat, play cards, dance, activities for seniors, activities for the elderly, loneliness
concierge: porter, caretaker, concierge, doorman, lodge, parcel pick up, mailbox, postman, letterbox
social_custodian: check on, errands, medicines, pharmacy, pick up medicine, look in on, goes out no more, call every day
social_worker: social worker, social services, family in difficulty, don't know where to turn, where to start, tell my story, someone from the council, council lady, family support, talk to the city, case worker, welfare office
mental: depressed, depression, psychologist, psychiatrist, therapist, therapy, anxiety, panic, hears voices, cry, crying, mental health, doesn't leave the room, breakdown, talks to himself, hoarder, hoarding, sad, can't get out of bed, paranoid, stressed, can't breathe, heart racing, won't leave his room, no will, sleepless, hears things
addiction: alcohol, drunk, drinks, drinking, drugs, gambling, gambles, slot machines, addict, addiction, bottle, betting, heroin, cocaine, rehab, scratch cards, wine, bets, weed
barrier: wheelchair, ramp, stairlift, grab rails, handrail, walker, accessible, walk-in shower, adapted bathroom, crutches, bath too high, can't get down the stairs
disability: disability, disabled, invalidity, carer's allowance, law 104, medical commission, deaf, blind, attendance allowance, cancer, chemo, autistic, autism, leave from work, percentage, blue badge, disabled parking, disabled badge, carer leave, wheelchair user, chronic illness, certified disabled, mobility scooter, after a stroke, can hardly walk, amputated
family_clinic: pregnant, pregnancy, gynaecologist, gynecologist, contraception, pill, abortion, midwife, breastfeeding, family planning, women's clinic, pap smear, condom, test positive, period, antenatal, birth course, ultrasound
foreign_health: no papers, undocumented, without papers, without permit, stp, no residence permit, illegal, no documents
caregiver: carer contract, live-in carer, babysitter, nanny, hire a carer, looking for a carer, domestic worker, payslip of the carer, cleaning lady, housekeeper, look after my mother, woman who looks after, contract for the carer, care worker, hire someone, home help contract
community_manager: community manager, neighbourhood project, neighbourhood activities, idea for the courtyard, event, workshop, volunteer, courtyard party, local meeting
call_center: phone number, call, number to call, hotline, helpline, call centre, call center, operator, hold, on hold, pick up the phone, nobody answers, speak to a person, which number, what number, ring, who do i ring, who do i call, nobody picks up, phone line, call you
office: office, address, appointment, in person, opening hours, open, counter, desk, branch, face to face, queue, where is, your office, nearest office, where do i go, walk in, book an appointment, opening times, visit the office, where are you
job: job, jobs, work, unemployed, cv, resume, fired, laid off, find work, employment, training, job centre, interview, sacked, lost my job, career, hire, warehouse, skills, looking for work, welder, carpenter, cook, waitress, cleaner job, any work, experience, cover letter, warehouse work, find work around here
lost_income: lost my job, fired, reduced hours, retired, pension, husband lost, only one salary, laid off, one wage, part-time, job ended, contract ended, on benefits, lost her job, lost his job, shop closed, no work, hours halved, pay cut, fewer shifts
legal: lawyer, legal, solicitor, attorney, rights, sue, legal advice, court letter, law, legal aid, papers to sign
union: union, tenants union, tenants' association, defend tenants, defend us
homework: homework, after school, study, tutoring, tutor, maths, failing, school help, grades, help with school, dyslexic, dyslexia, behind at school, lessons
italian_course: learn italian, italian course, italian lessons, italian class, speak italian, italian school, language class, a2, language test, my italian
permit: residence permit, permit, citizenship, family reunification, renew, renewal, visa, police headquarters, questura, asylum, refugee, bring my wife, bring my children, bring my family, permesso di soggiorno, housing certificate
digital: spid, digital identity, password, app, online, website, computer, internet, smartphone, log in, login, email, digital, pin, electronic id, account, phone code, portal, can't get in, one-time code, wifi, scan, upload, tablet, printing, username, can't log in, smartphone help, show me how, too old for computers, sit with me, help with the phone, credentials, verification code, qr code, forgot my password, online form, website doesn't work, page won't load
childcare: nursery, kindergarten, creche, daycare, preschool, summer camp, enrol, enroll, sign up my son, sign up my daughter, toddler, someone to keep the kids, school closes, childcare, day nursery, kids' club, holiday camp, who looks after the kids, pick up from school, summer with the kids, school holidays, register my child, starts school, first year of school, place for my child, while i work
gardens: allotment, vegetable garden, grow vegetables, tomatoes, plant, community garden, plot, vegetables, gardening, herbs
committee: committee, tenants committee, meeting, assembly, representative, petition, signatures, room for meetings, organise ourselves, get together, self-management, vote, residents' group, few of us, get organised, clean the stairs ourselves, our own, neighbours agree, vote for
transport: bus, tram, metro, pass, ticket, travel card, public transport, transport to the hospital, lift to the hospital, dialysis, free transport, subway, minibus, taxi, cheaper pass, monthly pass, over 65, discount pass, seniors pass, bus pass, can't get to the hospital, ride to the hospital, taxi for the disabled, travel free, travel pass
complaint: complaint, complain, claim, compensation, access to documents, damages, formal, protest, letter to the director, unfair, official, nobody replies, rude, ombudsman
squatter_self: without contract, regularise, no contract, we occupied, amnesty, legalise, living without a title, entered without permission, squatting here
youth_sport: sport, football, gym, basketball, youth centre, team, teenager, swimming, teenage, boxing, rehearsal, play football, skate, dance class, always on the phone, soccer, court
elderly: elderly, old, grandmother, grandfather, grandma, grandpa, mother is eighty, 80 year old, senior, pensioner, aunt, years old
child: child, children, kid, kids, baby, son, daughter, newborn, twins, boy, girl
spouse: husband, wife, partner, boyfriend, girlfriend, spouse
foreigner: foreigner, immigrant, my country, foreign
letter: letter, envelope, notice, registered letter, paper that says
document: document, documents, form, paperwork, papers, certificate, id card
refund: refund, money back, reimburse, give back
appeal: appeal, mistake, error, wrong, contest, dispute, not fair, points are wrong, they counted wrong, rejected, excluded, refused, disagree
free_help: free, free of charge, without paying
volunteer: volunteer, parish, church, charity
fall: fall, fell, slip, slipped, dangerous, danger, tripped over, ice on the steps, nearly fell, trip, broken step, handrail loose
water: water, pipe, pipes
wall: wall, walls
courtyard: courtyard, building, block, yard
pension: pension, retirement, pensioner
separation: separated, divorce, divorced, split up, my ex, split, moved out after the divorce, left me, broke up, divorcing
school: school, teacher, class
calendar: when, date, deadline, until when, schedule
"""
