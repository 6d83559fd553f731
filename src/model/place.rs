// Cities where such meetings are held or such cells are placed, by their English names in lower case. Included twice:
// by the model and by the build script, for the lexicon's names (`place.abu_dhabi`).
&[
    "abu dhabi", "anchorage", "ankara", "berlin", "brussels", "copenhagen", "geneva", "helsinki", "istanbul", "jeddah",
    "kyiv", "london", "lviv", "miami", "mont valerien", "munich", "odesa", "paris", "riga", "riyadh", "rome",
    "stockholm", "strasbourg", "tallinn", "the hague", "vienna", "vilnius", "warsaw", "washington",
]
