"""Towns and quarters that news on housing in Lombardy name, as written: a headline begins with them ("Rho, consegnate …").

Names that are ordinary words too at the beginning of a sentence (Opera, Sesto) stand with what tells them apart.
"""

TOWNS = (
    # the capitals of the provinces, and of the regions around
    "Milano", "Bergamo", "Brescia", "Como", "Cremona", "Lecco", "Lodi", "Mantova", "Monza", "Pavia", "Sondrio", "Varese",
    "Torino", "Genova", "Bologna", "Venezia", "Verona", "Firenze", "Roma", "Napoli", "Novara", "Piacenza", "Parma", "Trento",
    # around Milan
    "Abbiategrasso", "Arese", "Assago", "Basiglio", "Bollate", "Bresso", "Buccinasco", "Bussero", "Carugate", "Cassano d'Adda",
    "Castano Primo", "Cernusco sul Naviglio", "Cesano Boscone", "Cinisello Balsamo", "Cinisello", "Cologno Monzese", "Corbetta",
    "Cormano", "Cornaredo", "Corsico", "Cusano Milanino", "Garbagnate", "Gorgonzola", "Inveruno", "Lainate", "Legnano", "Magenta",
    "Mediglia", "Melegnano", "Melzo", "Novate Milanese", "Novate", "Paderno Dugnano", "Parabiago", "Pero", "Peschiera Borromeo",
    "Pieve Emanuele", "Pioltello", "Rescaldina", "Rho", "Rozzano", "San Donato Milanese", "San Donato", "San Giuliano Milanese",
    "San Giuliano", "Segrate", "Senago", "Sesto San Giovanni", "Settimo Milanese", "Trezzano sul Naviglio", "Trezzano", "Vimodrone",
    # the other provinces
    "Busto Arsizio", "Cantù", "Carate Brianza", "Caronno", "Casalpusterlengo", "Castiglione delle Stiviere", "Chiari", "Clusone",
    "Codogno", "Crema", "Dalmine", "Desenzano", "Desio", "Erba", "Gallarate", "Giussano", "Limbiate", "Lissone", "Lumezzane",
    "Luino", "Meda", "Merate", "Montichiari", "Morbegno", "Mortara", "Muggiò", "Nova Milanese", "Ospitaletto", "Romano di Lombardia",
    "Rovato", "Sant'Angelo Lodigiano", "Saronno", "Seregno", "Seriate", "Somma Lombardo", "Suzzara", "Tirano", "Tradate", "Treviglio",
    "Viadana", "Vigevano", "Vimercate", "Voghera",
    # quarters of Milan
    "Baggio", "Barona", "Bovisa", "Bovisasca", "Calvairate", "Chiaravalle", "Comasina", "Corvetto", "Crescenzago", "Figino",
    "Gallaratese", "Giambellino", "Gratosoglio", "Greco", "Isola", "Lambrate", "Lorenteggio", "Mazzini", "Molise-Calvairate",
    "Niguarda", "Ponte Lambro", "Quarto Oggiaro", "Rogoredo", "San Siro", "Stadera",
)  # fmt: skip
