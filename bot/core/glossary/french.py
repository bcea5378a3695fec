"""The concepts of `italian.py` as tenants say them in French; no native check yet."""

PHRASES = """
lift: ascenseur, monter à pied, étages à pied, monte-charge, monter les courses
stuck_inside: coincé dedans, bloqué dans, enfermé
stairs: escalier, escaliers, marche, marches, palier, cage d'escalier, rampe
heating: chauffage, radiateur, radiateurs, chauffe, thermostat
cold: froid, gelé, glacé, geler, glacial, manteau à la maison, couverture, couvertures, gants, bonnet, on gèle, grelotter, frigorifié, tiède, pull, pulls, caille, quinze degrés, manteau, bouillotte, tuyaux froids, emmitouflé
turn_on: allumer, allumé, éteindre, éteint, allumage, coupé à, mettez en route, remettre
hot: chaleur, canicule, étouffant, ventilateur, climatisation, clim, fournaise, trop chaud, étouffe
boiler: chaudière, chauffe-eau, ballon, cumulus, entretien de la chaudière
hot_water: eau chaude, douche froide, douches froides, eau froide
no_water: pas d'eau, plus d'eau, sans eau, coupure d'eau, robinet à sec, pression, filet d'eau, eau marron, bouteilles d'eau
leak: fuite, goutte, gouttes, coule, dégât des eaux, infiltration, tache au plafond, seau, bassine, eau du plafond, tuyau percé, auréole, ça dégouline, suinte
flood: inondé, inondation
ceiling: plafond, plâtre, fissure, toit, tuile, s'effondre, crépi
mold: moisissure, humidité, humide, taches noires, condensation, murs noirs, champignon, salpêtre
dark: noir, obscurité, lampe, ampoule, torche, lampadaire, minuterie, plus de lumière, éclairage, lumière de l'escalier
power_cut: disjoncteur, électricité, étincelles, panne de courant, coupure, plombs, court-circuit, disjoncte, plus de courant, le courant saute, ça saute, prise électrique, fils électriques, fils dénudés, compteur qui saute, plus de lumière chez moi
electrician: électricien, plombier, serrurier, menuisier
intercom: interphone, sonnette, sonne, livreur, digicode
front_door: portail, porte d'entrée, hall, entrée, portillon, porte de l'immeuble, n'importe qui entre
lock_key: clé, clés, clef, clefs, serrure, perdu mes clés, badge, enfermé dehors, télécommande, double
drain: bouché, toilettes, wc, évier, égout, égouts, canalisation, débordé, déborde, évacuation, chasse, remonte, lavabo, siphon
stink: odeur, puanteur, mauvaise odeur, puer, ça pue, ca sent mauvais, sent l'égout, odeur d'égout
gas: gaz, odeur de gaz, monoxyde
window: fenêtre, volet, volets, vitre, store, courant d'air, poignée, cadre, vent entre, carreau, vitre cassée, ferme mal, rideau de fer, scotch
tiles: carrelage, sol, parquet, carreaux
tap: robinet, douche, baignoire, lavabo
paint: peindre, peinture, repeindre
works: travaux, casser le mur, rénover, refaire la salle de bain, abattre, installer, changer le sol, cloison, modifier, poser une clim, percer, carreleur, nouvelle cuisine, véranda, refaire
permission: autorisation, permission, ai-je le droit, est-ce permis, puis-je installer, interdit
asbestos: amiante, plaques grises, fibrociment
antenna: télévision, télé, tv, antenne, chaînes, parabole, signal, écran
repair: réparer, réparation, dépanner, technicien, signaler, entretien, envoyer quelqu'un, ouvrier, intervention
broken: cassé, en panne, marche pas, marche plus, fonctionne pas, abîmé, hors service, fonctionne plus
waiting: attends, personne ne vient, personne n'est venu, j'ai appelé trois fois, relance, toujours rien, semaines, numéro de dossier
emergency_hours: la nuit, dimanche, férié, urgence, urgent, week-end, noël, minuit
who_pays: qui paie, je paie, à ma charge, à votre charge, c'est à moi de payer, de ma poche
apply_home: logement social, hlm, logement public, demande de logement, appartement public, logement de la mairie, appel à candidatures, propriétaire privé, logement abordable, loyer privé, demander un logement, dépôt du dossier, faire une demande, logement de la ville, conditions pour avoir
ranking: classement, liste, points, position, liste d'attente, score, mon rang, ma place, combien devant moi, liste définitive, liste provisoire, quand mon tour, résultat de la demande
move_home: changer de logement, échanger, échange, plus grand, plus petit, rez-de-chaussée, trop petit, mutation, trop grand, à l'étroit, étage plus bas, dormons tous dans, pièce de plus, il nous faudrait un, quatrième étage, je le porte, plain-pied, deux pièces, trois pièces, une chambre de plus, sommes six, sommes cinq, plus bas, trop d'escaliers, on est trop nombreux, dorment dans la même chambre
takeover: reprendre le bail, bail au nom, contrat au nom, transfert du bail, titulaire, rester dans le logement, garder l'appartement, mon ex est parti, à son nom, à mon nom le bail, reste avec les enfants, peux-je rester, le bail de ma mère, était au nom de, bail au nom de, rester dans l'appartement, mettre à mon nom, la titulaire, le titulaire est mort
death: mort, morte, décès, décédé, décédée, enterrement, veuve, perdu mon mari, funérailles, héritage
add_member: ajouter au foyer, vivre avec moi, vivre chez moi, foyer, composition familiale, nouveau-né, marié, mariée, mariage, s'installer chez moi, me rejoindre, concubin, pour vivre chez nous, arrive pour vivre, vient vivre, ma mère arrive, mon mari arrive, ma femme arrive, définitivement, naissance, venir habiter, habiter avec
guest: héberger, invité, loger chez moi, quelques semaines, rester chez moi, en visite, visite, dormir chez moi, canapé, accueillir
leave_home: résilier, rendre les clés, quitter le logement, déménager, préavis, vider, partir du logement, maison de retraite, rentrer au pays, rendre l'appartement
lose_home: perdre le logement, perdre l'appartement, absent, absence, retirer le logement, maison au pays, propriétaire d'une maison, gagne trop
census: déclarer les revenus, déclaration des revenus, tous les deux ans, mise à jour des revenus
buy_home: acheter, achat, propriétaire, crédit immobilier, à vendre, vendre
rent: loyer, loyers
how_computed: comment calculer, calculé, calcul, augmenté, pourquoi je paie, augmentation, voisin paie moins, doublé, plus cher
lower_rent: baisser le loyer, diminuer le loyer, réduction, gagne moins, revenus ont baissé, moins d'argent, recalculer, revoir le loyer, loyer trop cher
car_park: garage, parking, place de parking, se garer, garer, box, moto, scooter, fourgon, stationner
cellar: cave, grenier, sous-sol, débarras
pets: chien, chat, animal, chiot, aboie, aboyer, animaux, crottes, lapin, aboiements, caniche, vétérinaire, berger, en laisse, tenir en laisse
homeless: sans abri, à la rue, dormir dehors, dormir dans la voiture, nulle part où aller, hébergement d'urgence, foyer d'urgence, sans toit, dehors, où dormir, sdf, hôtel, ce soir, après l'incendie, hébergé par des amis, dors dans, gare, nuit dehors, plus de toit, avec mes enfants dehors
residence: résidence, domicile, état de famille, état civil, changer d'adresse, domiciliation, inscrit à l'adresse, inscription à la mairie, justificatif de domicile, certificat de résidence, bonne adresse, inscrit à la bonne adresse, j'habite encore à, mairie, changement d'adresse, vis chez ma tante, commune, attestation d'hébergement
deposit: caution, dépôt, garantie, récupérer l'argent
arrears: arriérés, retard de loyer, en retard de paiement, loyers impayés, impayés, payer en plusieurs fois, échelonner, échéancier, mois de retard, dette de loyer, petit à petit, rattraper, sauté, retards, n'ai pas payé, mensualités, étaler, en retard de loyer, je dois des mois, mois impayés, impayé
no_money: pas d'argent, plus d'argent, fin du mois, fins de mois, pauvre, peux pas payer, arrive pas à payer, m'en sors pas, sans revenu, fauché, plus les moyens, sans le sou, boucler
rent_aid: aide au loyer, aide pour le loyer, solidarité, subvention, contribution, coup de main pour le loyer, fonds de solidarité
eviction: expulsion, expulser, expulsé, huissier, tribunal, juge, mettre dehors, jeter dehors, quitter les lieux, audience
pay_slip: bulletin, payer le loyer, virement, prélèvement, poste, reçu, quittance, payé deux fois, bordereau, rib, facture du loyer, payer en ligne, reçu le bulletin, boîte aux lettres rien, rien reçu ce mois, pas reçu le loyer, où payer, comment payer, payer mon loyer, récupérer la facture, avis d'échéance, pas reçu l'avis
service_costs: charges, frais, régularisation, décompte, dépenses communes, détail des frais, solde
utility_bonus: bonus, réduction sur les factures, aide pour l'électricité, factures trop chères, remise, facture énorme, tarif social
meter: compteur, contrat d'électricité, contrat de gaz, raccorder, fournisseur, mettre à mon nom, coupé l'électricité, ouvrir le compteur, rétablir, à mon nom, branchement
utility_bill: facture, factures
waste_tax: taxe, taxe poubelle, taxe ordures, impôt sur la maison, taxe d'habitation, taxe foncière
isee: isee, attestation de revenus, certificat de revenus, justificatif de revenus, situation économique
tax_help: impôts, déclaration d'impôts, caf, 730, fiscal, remboursement d'impôts, dossier de retraite
income_support: allocation d'inclusion, aide sociale, rsa, revenu minimum, allocation, chômage, revenu de citoyenneté, aide mensuelle, revenu
child_benefit: allocations familiales, prime de naissance, aide pour les enfants, argent pour les enfants, prime bébé, allocation enfant, allocation unique, chaque mois par enfant, argent pour le bébé, quatre enfants, trois enfants, deux petits, l'état donne, pour mes enfants, argent chaque mois, pour eux chaque mois, naissance, nés ici
food: nourriture, manger, faim, colis, colis alimentaire, épicerie, frigo vide, courses, banque alimentaire, soupe, restos du coeur, lait pour le bébé, à manger, plus rien à manger, nourrir mes enfants
debts: dette, dettes, prêt, crédit, emprunt, banque, huissiers, recouvrement, surendettement, usurier, crédits, rembourser, saisie sur salaire, saisie des meubles, criblé de dettes
squatting: squat, squatteur, squatteurs, forcé la porte, défoncé la porte, occupent, appartement vide, entrés de force, logement occupé, ils ont forcé, entrés dans l'appartement vide
noise: bruit, bruits, musique, fête, fêtes, crier, crient, tapage, vacarme, dormir, perceuse, hurler, talons, tambour, voisins bruyants, boucan, meubles la nuit, volume, marteau, bouge les meubles, déplace les meubles, réveille, nuit blanche, hurlements, chaîne hi-fi, piano
neighbor: voisin, voisine, voisins, au-dessus, en dessous, d'en face, d'à côté
quarrel: dispute, disputer, insultes, insulte, conflit, médiation, médiateur, s'entendre, méchant, querelle, réconcilier, se parle plus
insecurity: drogue, dealer, dealers, trafic, vandalisme, peur de sortir, peur de rentrer, bande, vol, volé, voleur, voleurs, seringues, police, caméra, menace, squattent la cave, brûlé, agression, anonyme, insécurité, vendent, sachets, vélo volé, dorment dans la cave, matelas à la cave
scam: arnaque, escroc, faux, fausse, escroquerie, demandé de l'argent, carte professionnelle, prétend, se faire passer, suspect, démarchage, bijoux, jeune homme poli, voir ma facture, avance d'argent, des vôtres
sorting: tri, poubelle, poubelles, ordures, déchets, sac, sacs, plastique, verre, carton, bac, trier, recyclage, quel jour
bulky: encombrants, canapé, matelas, armoire, machine à laver, vieux meubles, déchetterie, se débarrasser, frigo à jeter, meuble, jeter, enlever les meubles
pests: rat, rats, souris, cafard, cafards, insectes, fourmis, blattes, désinsectisation, dératisation, guêpes, nid, bestioles, moustiques
bedbugs: punaises, punaises de lit, piqûres, boutons, gratter, gratte, pique, démangeaisons, puces, draps tachés, piqué, ça pique, ça gratte, change les draps, draps, morsures, jeter son matelas, petites bêtes
pigeons: pigeon, pigeons, fientes, oiseaux, nid sur le balcon
cleaning: nettoyage, ménage des escaliers, sale, saleté, propreté, nettoyer, balai, poussière, crasse, dégoûtant, femme de ménage de l'immeuble, serpillière
green: arbre, arbres, branche, branches, haie, herbe, pelouse, jardin, élaguer, tondre, feuilles, buisson, racines, jardinier
health_center: infirmier, infirmière, prise de sang, piqûre, vaccin, vaccination, pansement, centre de santé, maison de la communauté, tension, dispensaire, analyses, grippe, spécialiste, diabète, ordonnance, rappel, antigrippe, points de suture, kiné, vaccin contre la grippe
doctor: médecin, docteur, pédiatre, médecin traitant, médecin de famille, carte de santé, changer de médecin, généraliste, fièvre, carte sanitaire
violence: violence, violent, me frappe, frappé, frapper, coups, bleus, peur de lui, peur de mon mari, menace, harcèlement, me suit, gifle, ex mari, maltraite, jaloux, bat, frappe, contrôle mon téléphone, peur de rentrer, oeil au beurre noir, m'enferme, prend mon argent, m'insulte, en bas de chez moi
home_care: aide à domicile, laver, toilette, habiller, alité, alzheimer, démence, aide-soignante, s'occuper de, ne marche plus, soins à domicile, sortir du lit, avc, sortie d'hôpital, lever, se laver, personne dépendante, perte d'autonomie, ne peut plus se laver, ne se lève plus, grabataire
meals: repas, déjeuner, dîner, cuisiner, repas à domicile, livrer, repas chaud, cuisine plus
lonely: seul, seule, solitude, compagnie, parler à personne, ennui, isolé, activités pour seniors, s'ennuie, isolement, personne à qui parler, jouer aux cartes, club
concierge: gardien, concierge, loge, colis chez, boîte aux lettres, facteur
social_custodian: passer voir, commissions, médicaments, pharmacie, vérifier si, faire les courses
social_worker: assistante sociale, assistant social, services sociaux, famille en difficulté, sais plus vers qui, par où commencer, situation difficile
mental: dépression, déprimé, déprimée, psychologue, psychiatre, angoisse, anxiété, panique, pleure, pleurer, voix, santé mentale, parle tout seul, ne sort plus, triste, moral, envie de rien, ne dors plus, coeur qui bat, idées noires, ne mange plus, crises, peur de sortir
addiction: alcool, ivre, drogue, jeu, joue, parie, machines à sous, bouteille, addiction, tickets à gratter, vin, saoul, jouer, mon mari boit, il boit, elle boit, boire trop, dépendance au jeu, jeux d'argent, sevrage
barrier: fauteuil roulant, fauteuil, rampe d'accès, barres d'appui, monte-escalier, accessible, baignoire trop haute, déambulateur, béquilles, handicapé, accident, paralysé, handicapée, sur le dos, marches à l'entrée
disability: invalidité, handicap, handicapé, allocation d'accompagnement, commission médicale, sourd, aveugle, loi 104, cancer, chimio, autiste, pourcentage, congés pour soigner
family_clinic: enceinte, grossesse, gynécologue, contraception, pilule, avortement, ivg, sage-femme, allaitement, planning familial, test de grossesse, règles, échographie, accouchement, préservatif, avorter, semaines de grossesse, suivre la grossesse, grossesses, enceinte de, mois de grossesse, sage femme, suivi
foreign_health: sans papiers, sans permis, sans titre, clandestin, stp, pas de papiers, sans-papiers
caregiver: aide-ménagère, garde-malade, nounou, baby-sitter, auxiliaire de vie, contrat pour une aide, femme de ménage, embaucher une aide, dame de compagnie, garder ma mère
community_manager: community manager, projet de quartier, activités du quartier, idée pour la cour, fête de quartier, atelier, proposer, référent du quartier, bénévole, atelier couture, couture, rencontrer, quelqu'un du quartier, fresque
call_center: numéro de téléphone, appeler, téléphone, standard, centre d'appel, opérateur, personne ne répond, répondent, en attente, joindre
office: bureau, guichet, adresse, rendez-vous, en personne, horaires, ouvert, agence, file d'attente, sur place, dépend de, à qui appartient, qui gère, bureau le plus proche, sur rendez-vous
job: travail, emploi, boulot, chômeur, chômage, cv, licencié, chercher du travail, trouver du travail, formation, embauche, métier, stage, recherche d'emploi, offre, soudeur, cuisinier, serveuse, ménage travail, lettre de motivation, intérim, expérience
lost_income: perdu mon travail, licencié, chômage, temps partiel, un seul salaire, perdu son emploi, à la retraite, départ à la retraite, moins d'heures, fin de contrat, au chômage
legal: avocat, juridique, droits, conseil juridique, plainte, loi, aide juridictionnelle, justice
union: syndicat, syndicats, association de locataires, défendre les locataires
homework: devoirs, soutien scolaire, étudier, aide aux devoirs, maths, redoubler, notes, après l'école, cours particuliers, leçons, dyslexique
italian_course: cours d'italien, apprendre l'italien, parler italien, école d'italien, langue italienne, italien gratuit, a2, l'italien, traduire, traduit pour moi, apprendre la langue, langue du pays, cours du soir
permit: permis de séjour, titre de séjour, nationalité, citoyenneté, regroupement familial, renouveler, renouvellement, préfecture, asile, faire venir ma femme, faire venir mes enfants, questura, faire venir, séjour
digital: spid, identité numérique, mot de passe, application, en ligne, site, ordinateur, internet, téléphone portable, smartphone, se connecter, code, numérique, mail, me connecter, mot de passe oublié, code par sms, scanner, imprimer, tablette, identifiant, pas doué avec l'ordinateur, code sur le téléphone, site qui marche pas
childcare: crèche, maternelle, garderie, inscrire, inscription, centre aéré, centre de loisirs, colonie, garder les enfants, vacances scolaires, place en crèche, inscrire mon fils, inscrire ma fille
gardens: potager, jardin partagé, jardiner, légumes, tomates, cultiver, parcelle, planter
committee: comité, réunion, assemblée, représentant, pétition, signatures, salle, s'organiser, locataires ensemble, autogestion, voter, nous-mêmes, nous organiser, nettoyer nous-mêmes, entre voisins
transport: bus, tram, métro, abonnement, billet, carte de transport, transport à l'hôpital, dialyse, transports gratuits, navette, taxi, senior, moins cher, carte mensuelle, abonnement mensuel, rendez-vous à l'hôpital
complaint: réclamation, plainte, se plaindre, dédommagement, accès aux documents, protester, formel, indemnisation, répond pas, lettre officielle
squatter_self: sans contrat, sans bail, régulariser, sans titre, on occupe, amnistie, entré sans, squatte
youth_sport: sport, foot, football, salle de sport, basket, jeunes, maison des jeunes, équipe, ado, adolescent, natation, gymnase, boxe, danse, terrain
elderly: personne âgée, âgé, âgée, vieux, vieille, grand-mère, grand-père, mamie, papi, retraité, retraitée, belle-mère
child: enfant, enfants, bébé, fils, fille, petit, petite, jumeaux
spouse: mari, femme, compagnon, époux, épouse, copain
foreigner: étranger, étrangère, immigré, mon pays
letter: lettre, courrier, recommandé, avis, enveloppe
document: document, documents, papiers, formulaire, certificat, dossier, attestation, carte d'identité
refund: rembourser, remboursement, rendre l'argent
appeal: recours, contester, erreur, faux, injuste
free_help: gratuit, gratuitement, sans payer
volunteer: bénévole, paroisse, association, église
fall: tomber, tombé, tombée, glisser, dangereux, danger
water: eau, tuyau, tuyaux
wall: mur, murs
courtyard: cour, immeuble, bâtiment
pension: retraite, pension, retraité
separation: séparé, séparée, divorce, divorcé, quitté
school: école, classe, maîtresse, professeur
calendar: quand, date, délai, jusqu'à quand
"""
