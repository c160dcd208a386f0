"""Word tables, nothing else: what the parsers look up instead of branching on words.

Keys are lower case unless a table says otherwise; a space stands for a space or a hyphen.
"""

from decimal import Decimal
from typing import Literal

from parsers.types import Qualifier

# --- numbers ------------------------------------------------------------------------------------

# English number words as they are added up; "hundred" multiplies, "point" starts the decimals.
SMALL_NUMBERS: dict[str, int] = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

FRACTIONS: dict[str, Decimal] = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}

# Numbers only before a scale or some units: "a billion", "half a gigawatt".
ARTICLES: dict[str, Decimal] = {
    "a": Decimal(1),
    "an": Decimal(1),
    "half": Decimal("0.5"),
    "half a": Decimal("0.5"),
    "half an": Decimal("0.5"),
    "a half": Decimal("0.5"),
    "quarter of a": Decimal("0.25"),
    "a quarter of a": Decimal("0.25"),
    "three quarters of a": Decimal("0.75"),
}

# The same in other languages; a plural ("ein Milliarden-Deal") is not counted by them.
FOREIGN_ARTICLES: dict[str, Decimal] = {
    "ein": Decimal(1),
    "eine": Decimal(1),
    "einer": Decimal(1),
    "einem": Decimal(1),
    "eines": Decimal(1),
    "einen": Decimal(1),
    "eine halbe": Decimal("0.5"),
    "einer halben": Decimal("0.5"),
    "een": Decimal(1),
    "een half": Decimal("0.5"),
    "un": Decimal(1),
    "une": Decimal(1),
    "un demi": Decimal("0.5"),
    "una": Decimal(1),
    "uno": Decimal(1),
    "medio": Decimal("0.5"),
    "mezzo": Decimal("0.5"),
    "um": Decimal(1),
    "uma": Decimal(1),
    "meio": Decimal("0.5"),
    "meia": Decimal("0.5"),
}

# Between two such numbers that share a scale: "zwei bis drei Milliarden".
FOREIGN_JOINTS: frozenset[str] = frozenset(
    {"bis", "oder", "und", "à", "ou", "et", "a", "o", "u", "y", "e", "tot", "of", "en"}
)

# Small numbers of other languages: terms are often spelled out, money hardly ever.
FOREIGN_NUMBERS: dict[str, int] = {
    # Spanish and Portuguese
    "dos": 2,
    "dois": 2,
    "tres": 3,
    "três": 3,
    "cuatro": 4,
    "quatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "sete": 7,
    "ocho": 8,
    "oito": 8,
    "nueve": 9,
    "nove": 9,
    "diez": 10,
    "dez": 10,
    "doce": 12,
    "doze": 12,
    "quince": 15,
    "quinze": 15,
    "veinte": 20,
    "vinte": 20,
    "veinticinco": 25,
    "treinta": 30,
    "trinta": 30,
    # German and Dutch
    "zweier": 2,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "zwölf": 12,
    "fünfzehn": 15,
    "zwanzig": 20,
    "twee": 2,
    "drie": 3,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "negen": 9,
    "tien": 10,
    "twaalf": 12,
    "vijftien": 15,
    "twintig": 20,
    # French and Italian
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "douze": 12,
    "vingt": 20,
    "due": 2,
    "tre": 3,
    "quattro": 4,
    "cinque": 5,
    "sei": 6,
    "sette": 7,
    "otto": 8,
    "dieci": 10,
    "dodici": 12,
    "quindici": 15,
    "venti": 20,
    # Swedish, Danish and Norwegian
    "två": 2,
    "fyra": 4,
    "fem": 5,
    "seks": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
    "femton": 15,
    "tjugo": 20,
    # Tens and hundreds: Spanish and Portuguese, German and Dutch, French and Italian
    "cuarenta": 40,
    "quarenta": 40,
    "cincuenta": 50,
    "cinquenta": 50,
    "sesenta": 60,
    "sessenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "oitenta": 80,
    "noventa": 90,
    "cien": 100,
    "cem": 100,
    "doscientos": 200,
    "trescientos": 300,
    "quinientos": 500,
    "dreißig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
    "hundert": 100,
    "zweihundert": 200,
    "dreihundert": 300,
    "fünfhundert": 500,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
    "honderd": 100,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "cent": 100,
    "trenta": 30,
    "quaranta": 40,
    "cinquanta": 50,
    "sessanta": 60,
    "settanta": 70,
    "ottanta": 80,
    "novanta": 90,
    "cento": 100,
    "duecento": 200,
    "trecento": 300,
    "cinquecento": 500,
    # Russian, as it stands before a noun, and after a preposition
    "два": 2,
    "две": 2,
    "двух": 2,
    "три": 3,
    "трех": 3,
    "трёх": 3,
    "четыре": 4,
    "четырех": 4,
    "четырёх": 4,
    "пять": 5,
    "пяти": 5,
    "шесть": 6,
    "шести": 6,
    "семь": 7,
    "семи": 7,
    "восемь": 8,
    "восьми": 8,
    "девять": 9,
    "девяти": 9,
    "десять": 10,
    "десяти": 10,
    "двенадцать": 12,
    "двенадцати": 12,
    "пятнадцать": 15,
    "пятнадцати": 15,
    "двадцать": 20,
    "двадцати": 20,
    # Polish, the same, and as it begins an adjective: "pięcioletnia"
    "dwa": 2,
    "dwie": 2,
    "dwóch": 2,
    "dwu": 2,
    "trzy": 3,
    "trzech": 3,
    "cztery": 4,
    "czterech": 4,
    "cztero": 4,
    "pięć": 5,
    "pięciu": 5,
    "pięcio": 5,
    "sześć": 6,
    "sześciu": 6,
    "sześcio": 6,
    "siedem": 7,
    "siedmiu": 7,
    "siedmio": 7,
    "osiem": 8,
    "ośmiu": 8,
    "ośmio": 8,
    "dziesięć": 10,
    "dziesięciu": 10,
    "dziesięcio": 10,
    "dwanaście": 12,
    "dwunastu": 12,
    "dwunasto": 12,
    "piętnaście": 15,
    "piętnastu": 15,
    "piętnasto": 15,
    "dwadzieścia": 20,
    "dwudziestu": 20,
    "dwudziesto": 20,
    # Romanian, Turkish
    "doi": 2,
    "două": 2,
    "trei": 3,
    "patru": 4,
    "cinci": 5,
    "șase": 6,
    "șapte": 7,
    "opt": 8,
    "zece": 10,
    "doisprezece": 12,
    "cincisprezece": 15,
    "üç": 3,
    "dört": 4,
    "beş": 5,
    "yedi": 7,
    "sekiz": 8,
    "yirmi": 20,
}

CJK_DIGITS: dict[str, int] = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "兩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
CJK_TENS: dict[str, int] = {"十": 10, "百": 100, "千": 1000, "백": 100, "천": 1000}

# Scales that may stand a space or a hyphen away from their number.
SCALE_WORDS: dict[str, int] = {
    "thousand": 10**3,
    "hundred million": 10**8,
    "thousand million": 10**9,
    "million": 10**6,
    "millions": 10**6,
    "billion": 10**9,
    "billions": 10**9,
    "trillion": 10**12,
    "trillions": 10**12,
    # India
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
    "thousand crore": 10**10,
    "lakh crore": 10**12,
    "lakh crores": 10**12,
}

# The same, in languages which write 5.000 for five thousand and 1,2 for one and a fifth.
CONTINENTAL_SCALES: dict[str, int] = {
    # Spanish and Portuguese: their billón, bilhão and bilión are three different things.
    "mil": 10**3,
    "mil millones": 10**9,
    "mil milhões": 10**9,
    "millón": 10**6,
    "millon": 10**6,
    "millones": 10**6,
    "milhão": 10**6,
    "milhões": 10**6,
    "bilhão": 10**9,
    "bilhões": 10**9,
    "billón": 10**12,
    "billones": 10**12,
    "trilhão": 10**12,
    "trilhões": 10**12,
    # German, Dutch and the Nordic languages; "Billion" itself is read as English.
    "tausend": 10**3,
    "millionen": 10**6,
    "mio": 10**6,
    "mio.": 10**6,
    "milliarde": 10**9,
    "milliarden": 10**9,
    "mrd": 10**9,
    "mrd.": 10**9,
    "billionen": 10**12,
    "miljoen": 10**6,
    "miljard": 10**9,
    "biljoen": 10**12,
    "miljon": 10**6,
    "miljoner": 10**6,
    "miljarder": 10**9,
    "milliarder": 10**9,
    # French and Italian
    "milliard": 10**9,
    "milliards": 10**9,
    "md": 10**9,
    "mds": 10**9,
    "mila": 10**3,
    "milioni": 10**6,
    "milione": 10**6,
    "miliardo": 10**9,
    "miliardi": 10**9,
    # Polish, Romanian, Turkish, Indonesian, Vietnamese
    "tys": 10**3,
    "tys.": 10**3,
    "tysięcy": 10**3,
    "tysiące": 10**3,
    "mln": 10**6,
    "mln.": 10**6,
    "mld": 10**9,
    "mld.": 10**9,
    "mlrd": 10**9,
    "milion": 10**6,
    "miliony": 10**6,
    "miliona": 10**6,
    "miliard": 10**9,
    "miliarda": 10**9,
    "biliona": 10**12,
    "biliony": 10**12,
    "bilionów": 10**12,
    "de mii": 10**3,
    "de trilioane": 10**12,
    "miliardów": 10**9,
    "miliardy": 10**9,
    "milionów": 10**6,
    "miliarde": 10**9,
    "de miliarde": 10**9,
    "milioane": 10**6,
    "de milioane": 10**6,
    "milyon": 10**6,
    "milyar": 10**9,
    "trilyon": 10**12,
    "juta": 10**6,
    "miliar": 10**9,
    "triliun": 10**12,
    "triệu": 10**6,
    "tỷ": 10**9,
    # Russian
    "тыс": 10**3,
    "тыс.": 10**3,
    "тысяч": 10**3,
    "тысячи": 10**3,
    "млн": 10**6,
    "миллион": 10**6,
    "миллиона": 10**6,
    "миллионов": 10**6,
    "млрд": 10**9,
    "миллиард": 10**9,
    "миллиарда": 10**9,
    "миллиардов": 10**9,
    "трлн": 10**12,
    "триллион": 10**12,
    "триллиона": 10**12,
    "триллионов": 10**12,
}

# The singulars: what "eine", "un" and "um" may count.
CONTINENTAL_ONES: frozenset[str] = frozenset(
    {"million", "millón", "millon", "milhão", "bilhão", "trilhão", "billón", "milliarde"}
    | {"miljoen", "miljard", "biljoen", "milliard", "milione", "miliardo"}
)

# What follows a number whose thousands stand apart: "1 500 mégawatts", "25 000 millones".
SPACED_UNITS: tuple[str, ...] = (
    *("€", "M€", "millones", "millions d", "milliard", "miljo", "miljar", "млн", "млрд"),
    *("mégaw",),
)

# Before these a single comma groups as well: half of Latin America writes 300,000 millones.
BOTH_MARKS_SCALES: frozenset[str] = frozenset({"millones", "mil millones"})

# Scales written against the number.
SCALE_LETTERS: dict[str, int] = {
    "k": 10**3,
    "m": 10**6,
    "mm": 10**6,
    "mn": 10**6,
    "mil.": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "bil.": 10**9,
    "bil": 10**9,
    # Brazil: "US$ 25 bi", "R$ 10 mi"
    "mi": 10**6,
    "bi": 10**9,
    "tri": 10**12,
    "t": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "cr": 10**7,
}

# Of these, the ones which may stand apart from their number without a symbol before it.
SCALE_ABBREVIATIONS: frozenset[str] = frozenset({"bn", "bln", "mn", "tn", "trn", "mil.", "bil."})

# Turkish "bin" is a thousand only where chips are counted.
SCALES: dict[str, int] = {**SCALE_WORDS, **CONTINENTAL_SCALES, **SCALE_LETTERS, "bin": 10**3}

# 兆 is 10**12 in Japanese and in Taiwan; mainland 兆瓦 (megawatt) is a unit, not this scale.
CJK_SCALES: dict[str, int] = {
    "万": 10**4,
    "萬": 10**4,
    "만": 10**4,
    "百万": 10**6,
    "百萬": 10**6,
    "백만": 10**6,
    "千万": 10**7,
    "千萬": 10**7,
    "천만": 10**7,
    "亿": 10**8,
    "億": 10**8,
    "억": 10**8,
    "十亿": 10**9,
    "十億": 10**9,
    "십억": 10**9,
    "百亿": 10**10,
    "百億": 10**10,
    "천억": 10**11,
    "千亿": 10**11,
    "千億": 10**11,
    "万亿": 10**12,
    "萬億": 10**12,
    "兆": 10**12,
    "조": 10**12,
}

# --- qualifiers ---------------------------------------------------------------------------------

QUALIFIERS_BEFORE: dict[str, Qualifier] = {
    # English
    "up to": "up_to",
    "which adds up to": "exact",
    "that adds up to": "exact",
    "adding up to": "exact",
    "up to a total of": "up_to",
    "as much as": "up_to",
    "as many as": "up_to",
    "as high as": "up_to",
    "at most": "up_to",
    "max": "up_to",
    "max.": "up_to",
    "maximum": "up_to",
    "a maximum of": "up_to",
    "maximum of": "up_to",
    "no more than": "up_to",
    "not more than": "up_to",
    "less than": "up_to",
    "fewer than": "up_to",
    "under": "up_to",
    "below": "up_to",
    "not exceeding": "up_to",
    "not to exceed": "up_to",
    "up to as much as": "up_to",
    "a maximum": "up_to",
    # What may become of it: "expandable to $25.1B".
    "expandable to": "up_to",
    "expandable up to": "up_to",
    "scalable to": "up_to",
    "scalable up to": "up_to",
    "extendable to": "up_to",
    "could reach": "up_to",
    "could eventually reach": "up_to",
    "could total": "up_to",
    "could grow to": "up_to",
    "could increase total revenue to": "up_to",
    "could lift total revenue to": "up_to",
    "could raise total revenue to": "up_to",
    "could bring the total to": "up_to",
    "could bring its value to": "up_to",
    "could lift its value to": "up_to",
    "could raise the value to": "up_to",
    "potential to rise to": "up_to",
    "potential to grow to": "up_to",
    "potential to reach": "up_to",
    "potential to increase to": "up_to",
    "potential to expand to": "up_to",
    "could scale to": "up_to",
    "could scale up to": "up_to",
    "could expand to": "up_to",
    "may grow to": "up_to",
    "may scale to": "up_to",
    "scaling to": "up_to",
    "potentially growing to": "up_to",
    "could rise to": "up_to",
    "could climb to": "up_to",
    "could be worth": "up_to",
    "may reach": "up_to",
    "may total": "up_to",
    "potentially reaching": "up_to",
    "with the potential to reach": "up_to",
    "capped at": "up_to",
    "cap of": "up_to",
    "cap to": "up_to",
    "ceiling of": "up_to",
    "ceiling to": "up_to",
    "cap lifted to": "up_to",
    "cap raised to": "up_to",
    "cap increased to": "up_to",
    "ceiling lifted to": "up_to",
    "ceiling raised to": "up_to",
    # What is handed over is no floor.
    "hand over": "exact",
    "hands over": "exact",
    "handed over": "exact",
    "handing over": "exact",
    "fork over": "exact",
    "forks over": "exact",
    "turn over": "exact",
    "turns over": "exact",
    "a ceiling of": "up_to",
    "<": "up_to",
    "≤": "up_to",
    "more than": "at_least",
    "over": "at_least",
    "well over": "at_least",
    "just over": "at_least",
    "slightly over": "at_least",
    "a little over": "at_least",
    "slightly more than": "at_least",
    "a little more than": "at_least",
    "at least": "at_least",
    "at a minimum": "at_least",
    "well above": "at_least",
    "well in excess of": "at_least",
    "comfortably over": "at_least",
    "surpass": "at_least",
    "surpasses": "at_least",
    "tops": "at_least",
    "no less than": "at_least",
    "not less than": "at_least",
    "no fewer than": "at_least",
    "minimum": "at_least",
    "a minimum of": "at_least",
    "minimum of": "at_least",
    "upward of": "at_least",
    "upwards of": "at_least",
    "north of": "at_least",
    "above": "at_least",
    "greater than": "at_least",
    "higher than": "at_least",
    "in excess of": "at_least",
    "exceed": "at_least",
    "exceeds": "at_least",
    "exceeded": "at_least",
    "exceeding": "at_least",
    "topping": "at_least",
    "surpassing": "at_least",
    ">": "at_least",
    "≥": "at_least",
    "about": "approx",
    "around": "approx",
    "nearly": "approx",
    "nearing": "approx",
    "almost": "approx",
    "roughly": "approx",
    "approximately": "approx",
    "approx": "approx",
    "approx.": "approx",
    "some": "approx",
    "close to": "approx",
    "approaching": "approx",
    "a little under": "approx",
    "slightly under": "approx",
    "slightly less than": "approx",
    "just below": "approx",
    "shy of": "approx",
    "near": "approx",
    "somewhere around": "approx",
    "in the range of": "approx",
    "in the neighborhood of": "approx",
    "in the ballpark of": "approx",
    "an estimated total of": "approx",
    "just under": "approx",
    "just shy of": "approx",
    "in the region of": "approx",
    "on the order of": "approx",
    "an estimated": "approx",
    "estimated": "approx",
    "circa": "approx",
    "ca.": "approx",
    "c.": "approx",
    "~": "approx",
    "≈": "approx",
    # Spanish, Portuguese
    "hasta": "up_to",
    "de hasta": "up_to",
    "podría alcanzar": "up_to",
    "podría alcanzar los": "up_to",
    "podría llegar a": "up_to",
    "podría llegar a los": "up_to",
    "pode chegar a": "up_to",
    "poderá chegar a": "up_to",
    "ampliable a": "up_to",
    "como máximo": "up_to",
    "no más de": "up_to",
    "un maximo de": "up_to",
    "menos de": "up_to",
    "de até": "up_to",
    "no máximo": "up_to",
    "por encima de": "at_least",
    "por lo menos": "at_least",
    "superior a": "at_least",
    "superiores a": "at_least",
    "supera": "at_least",
    "supera los": "at_least",
    "ultrapassa": "at_least",
    "ultrapassa os": "at_least",
    "ultrapassam os": "at_least",
    "supera os": "at_least",
    "supera i": "at_least",
    "acima de": "at_least",
    "ao menos": "at_least",
    "ronda los": "approx",
    "rondará los": "approx",
    "rondaría los": "approx",
    "rondan los": "approx",
    "rondará": "approx",
    "rondaría": "approx",
    "en torno a": "approx",
    "aproximadamente unos": "approx",
    "alrededor de unos": "approx",
    "en torno a los": "approx",
    "cerca de los": "approx",
    "por volta de": "approx",
    "em torno de": "approx",
    "un máximo de": "up_to",
    "até": "up_to",
    "más de": "at_least",
    "al menos": "at_least",
    "mais de": "at_least",
    "pelo menos": "at_least",
    "cerca de": "approx",
    "alrededor de": "approx",
    "aproximadamente": "approx",
    "aproximado de": "approx",
    "aproximada de": "approx",
    "estimado de": "approx",
    "estimado en": "approx",
    "estimada en": "approx",
    "estimado em": "approx",
    "estimada em": "approx",
    "casi": "approx",
    "unos": "approx",
    "unas": "approx",
    "quase": "approx",
    # German, Dutch
    "bis zu": "up_to",
    "maximal": "up_to",
    "nicht mehr als": "up_to",
    "weniger als": "up_to",
    "maximaal": "up_to",
    "hoogstens": "up_to",
    "bis zu rund": "up_to",
    "wenigstens": "at_least",
    "gut": "at_least",
    "minstens": "at_least",
    "zeker": "at_least",
    "beinahe": "approx",
    "annähernd": "approx",
    "in etwa": "approx",
    "schätzungsweise": "approx",
    "bijna": "approx",
    "zo'n": "approx",
    "höchstens": "up_to",
    "tot": "up_to",
    "tot wel": "up_to",
    "über": "at_least",
    "mehr als": "at_least",
    "mindestens": "at_least",
    "meer dan": "at_least",
    "ruim": "at_least",
    "rund": "approx",
    "etwa": "approx",
    "ungefähr": "approx",
    "knapp": "approx",
    "fast": "approx",
    "ongeveer": "approx",
    # French, Italian
    "jusqu'à": "up_to",
    "pouvant atteindre": "up_to",
    "pouvant aller jusqu'à": "up_to",
    "estimé à": "approx",
    "estimée à": "approx",
    "stimato in": "approx",
    "approssimativo di": "approx",
    "jusqu'a": "up_to",
    "au plus": "up_to",
    "pourrait atteindre": "up_to",
    "potrebbe raggiungere": "up_to",
    "au maximum": "up_to",
    "moins de": "up_to",
    "au total plus de": "at_least",
    "au minimum": "at_least",
    "presque": "approx",
    "autour de": "approx",
    "à peu près": "approx",
    "un massimo di": "up_to",
    "al massimo": "up_to",
    "meno di": "up_to",
    "attorno a": "approx",
    "plus de": "at_least",
    "au moins": "at_least",
    "près de": "approx",
    "environ": "approx",
    "quelque": "approx",
    "fino a": "up_to",
    "più di": "at_least",
    "oltre": "at_least",
    "almeno": "at_least",
    "quasi": "approx",
    # Russian
    "до": "up_to",
    "более": "at_least",
    "более чем": "at_least",
    "свыше": "at_least",
    "не менее": "at_least",
    "не более": "up_to",
    "примерно": "approx",
    "порядка": "approx",
    # Nordic, Turkish
    "inntil": "up_to",
    "upp till": "up_to",
    "op til": "up_to",
    "mer än": "at_least",
    "mer enn": "at_least",
    "mere end": "at_least",
    "omkring": "approx",
    "cirka": "approx",
    "yaklaşik": "approx",
    "neredeyse": "approx",
    "tahmini": "approx",
    "aproape": "approx",
    "aproape de": "approx",
    "în jur de": "approx",
    "în jurul a": "approx",
    "mai mult de": "at_least",
    "mai bine de": "at_least",
    "как минимум": "at_least",
    "intorno ai": "approx",
    "sfiora": "approx",
    "sfiora i": "approx",
    "sfiorano i": "approx",
    "sfiorare i": "approx",
    "roza los": "approx",
    "rozan los": "approx",
    "rozando los": "approx",
    "beira os": "approx",
    "beiram os": "approx",
    "frôle les": "approx",
    "frôlant les": "approx",
    "avoisine les": "approx",
    "avoisinant les": "approx",
    "intorno a": "approx",
    "más de los": "at_least",
    "mais dos": "at_least",
    "ok.": "approx",
    "co najwyżej": "up_to",
    "nie mniej niż": "at_least",
    "en az": "at_least",
    # Polish, Romanian
    "ponad": "at_least",
    "co najmniej": "at_least",
    "około": "approx",
    "niemal": "approx",
    "prawie": "approx",
    "blisko": "approx",
    "nawet": "up_to",
    "peste": "at_least",
    "cel puțin": "at_least",
    "aproximativ": "approx",
    "până la": "up_to",
    # As comparatives say it
    "superior a los": "at_least",
    "superiores a los": "at_least",
    "por encima de los": "at_least",
    "superiore a": "at_least",
    "superiore ai": "at_least",
    "supérieur à": "at_least",
    "supérieure à": "at_least",
    "около": "approx",
    "почти": "approx",
    # Chinese, Japanese, Korean
    "最大": "up_to",
    "最多": "up_to",
    **dict.fromkeys(
        (
            f"最多{word}"
            for word in ("再扩大", "再擴大", "再增加", "再追加", "可再增加", "可再扩大")
        ),
        "up_to",
    ),
    **dict.fromkeys(
        (
            f"{most}{gives}"
            for most in ("最多", "最高", "至多", "最大")
            for gives in ("投资", "投資", "注资", "注資", "出资", "出資", "投入", "融资", "融資")
        ),
        "up_to",
    ),
    "最高": "up_to",
    "至多": "up_to",
    "高达": "up_to",
    "高達": "up_to",
    "不超过": "up_to",
    "不超": "up_to",
    "不高于": "up_to",
    "不超過": "up_to",
    "多达": "up_to",
    "多達": "up_to",
    "可达": "up_to",
    "最高可至": "up_to",
    "上限": "up_to",
    "上限为": "up_to",
    "最高达": "up_to",
    "最高可达": "up_to",
    "最多达": "up_to",
    "高达约": "up_to",
    "総額最大": "up_to",
    "最大で": "up_to",
    "上看": "up_to",
    "上限は": "up_to",
    "많게는": "up_to",
    "최대 약": "up_to",
    "최대": "up_to",
    "超过": "at_least",
    "超過": "at_least",
    "超": "at_least",
    "逾": "at_least",
    "至少": "at_least",
    "不低于": "at_least",
    "超过约": "at_least",
    "高于": "at_least",
    "突破": "at_least",
    "超出": "at_least",
    "不少於": "at_least",
    "不低於": "at_least",
    "少なくとも": "at_least",
    "적어도": "at_least",
    "不少于": "at_least",
    "最低": "at_least",
    "최소": "at_least",
    "约": "approx",
    "約": "approx",
    "大约": "approx",
    "大約": "approx",
    "近": "approx",
    "将近": "approx",
    "將近": "approx",
    "约为": "approx",
    "约合": "approx",
    "約合": "approx",
    "折合": "approx",
    "折合约": "approx",
    "大概": "approx",
    "总计约": "approx",
    "おおよそ": "approx",
    "およそ": "approx",
    "대략": "approx",
    "거의": "approx",
    "接近": "approx",
    "ほぼ": "approx",
    "약": "approx",
}

QUALIFIERS_AFTER: dict[str, Qualifier] = {
    "まで拡大": "up_to",
    "まで増え": "up_to",
    "まで膨らむ": "up_to",
    "まで増額": "up_to",
    "+": "at_least",
    "or more": "at_least",
    "and up": "at_least",
    "or so": "approx",
    "at most": "up_to",
    "or less": "up_to",
    "at least": "at_least",
    "at a minimum": "at_least",
    "minimum": "at_least",
    "maximum": "up_to",
    "at the most": "up_to",
    "or higher": "at_least",
    "or greater": "at_least",
    "and counting": "at_least",
    "odd": "approx",
    "ou plus": "at_least",
    "ou mais": "at_least",
    "o piu": "at_least",
    "o più": "at_least",
    "of meer": "at_least",
    "kadar": "up_to",
    "fazla": "at_least",
    "aşan": "at_least",
    "aşkin": "at_least",
    "üzerinde": "at_least",
    "üzeri": "at_least",
    "或更多": "at_least",
    "或以上": "at_least",
    "を超える": "at_least",
    "余り": "at_least",
    "を超す": "at_least",
    "超え": "at_least",
    "を上回る": "at_least",
    "強": "at_least",
    "넘는": "at_least",
    "이 넘는": "at_least",
    "가 넘는": "at_least",
    "을 넘는": "at_least",
    "를 넘는": "at_least",
    "을 웃도는": "at_least",
    "를 웃도는": "at_least",
    "가량": "approx",
    "육박": "approx",
    "에 육박": "approx",
    "초과": "at_least",
    "을 상회": "at_least",
    "를 상회": "at_least",
    "안팎": "approx",
    "내외": "approx",
    "정도": "approx",
    "程度": "approx",
    "ほど": "approx",
    "近く": "approx",
    "近い": "approx",
    "弱": "approx",
    "上下": "approx",
    "이하": "up_to",
    "미만": "up_to",
    "以下": "up_to",
    "以内": "up_to",
    "以內": "up_to",
    "之内": "up_to",
    "之內": "up_to",
    "的额度内": "up_to",
    "的額度內": "up_to",
    "额度内": "up_to",
    "額度內": "up_to",
    "未満": "up_to",
    "oder mehr": "at_least",
    "o más": "at_least",
    "以上": "at_least",
    "超": "at_least",
    "多": "at_least",
    "이상": "at_least",
    "左右": "approx",
    "前後": "approx",
}

# Behind these German "über" means "for": "eine Vereinbarung über 9,7 Milliarden".
# What compounds of these end in: "Rechenleistungsauftrag über 4 Milliarden".
FOR_TAILS: tuple[str, ...] = ("auftrag", "aufträge", "vertrag", "verträge", "abkommen", "kredit")
FOR_NOUNS: frozenset[str] = frozenset(
    {"vereinbarung", "vereinbarungen", "vertrag", "verträge", "vertrags", "deal", "auftrag"}
    | {"aufträge", "abkommen", "kredit", "darlehen", "finanzierung", "anleihe", "pakt", "order"}
    | {"liefervertrag", "mietvertrag", "cloudvertrag", "kaufvertrag", "großauftrag", "investition"}
    | {"kreditlinie", "kreditvertrag", "bestellung", "rahmenvertrag", "partnerschaft"}
)

# Between a qualifier and its amount, of no weight: "more than a combined $300bn".
NEUTRAL_BEFORE: frozenset[str] = frozenset(
    {
        "a combined",
        "combined",
        "a total of",
        "a total",
        "total",
        "a cumulative",
        "the equivalent of",
    }
    | {"a whopping", "a reported", "reportedly", "un total de", "insgesamt", "総額", "总计", "总额"}
)

INCREMENTS_BEFORE: frozenset[str] = frozenset(
    {
        "another",
        "additional",
        "an additional",
        "a further",
        "further",
        "an extra",
        "extra",
        "incremental",
        "an incremental",
        "an increase of",
        "increase of",
        "otros",
        "otras",
        "más otros",
        "outros",
        "mais outros",
        "adicional de",
        "adicionales",
        "mais",  # Portuguese: "investir mais US$ 25 bilhões"
        "weitere",
        "weiteren",
        "weiterer",
        "nochmals",
        "zusätzlichen",
        "nog eens",
        "nog",
        "ulteriori",
        "altri",
        "supplémentaires de",
        "дополнительно",
        "дополнительные",
        "zusätzlich",
        "zusätzliche",
        "ещё",
        "еще",
        "新增",
        "追加",
        "另外",
        "额外",
        "再",
        "再投",
        "再投资",
        "再投資",
        "再投入",
        "再注资",
        "追加投资",
        "追加投資",
        "追加出資",
        "追加で",
        "追加購入",
        "增投",
        "增资",
        "另",
        "另有",
        "额外投资",
        "額外",
        "新たに",
        "추가 투자",
        "추가",
        "추가로",
        "さらに",
    }
)

INCREMENTS_AFTER: frozenset[str] = frozenset(
    {
        "more",
        "additional",
        "in additional",
        "of additional",
        "of extra",
        "extra",
        "más",
        "adicionales",
        "adicional",
        "adicionais",
        "a mais",
        "mehr",
        "zusätzlich",
        "supplémentaires",
        "de plus",
        "in più",
        "aggiuntivi",
        "in incremental",
        "of incremental",
        "추가",
        "の追加",
    }
)

# Between a number and its unit: "two more gigawatts", "4.5 additional gigawatts".
INCREMENTS_INSIDE: frozenset[str] = frozenset(
    {"more", "additional", "extra", "further", "incremental", "zusätzliche", "weitere"}
    | {"supplémentaires", "adicionales", "adicionais"}
)

# After a plus in words, where it is one: "a $100 billion plus deal", not "$5bn plus interest".
PLUS_NOUNS: frozenset[str] = frozenset(
    {"agreement", "campus", "commitment", "contract", "deal", "in", "investment", "lease", "order"}
    | {"pact", "partnership", "project"}
)

# What grows by an amount: the beginnings of verbs and nouns.
GROWTH_STEMS: frozenset[str] = frozenset(
    {"expand", "expansion", "increas", "rais", "boost", "upsiz", "grow", "grew", "widen", "lift"}
    | {"enlarg", "extend", "hik"}
)

RATES_AFTER: dict[str, Literal["month", "year"]] = {
    "a month": "month",
    "per month": "month",
    "each month": "month",
    "every month": "month",
    "monthly": "month",
    "/month": "month",
    "/mo": "month",
    "al mes": "month",
    "mensuales": "month",
    "im monat": "month",
    "monatlich": "month",
    "por mes": "month",
    "por mês": "month",
    "mensais": "month",
    "al mese": "month",
    "per maand": "month",
    "pro monat": "month",
    "par mois": "month",
    "a year": "year",
    "per year": "year",
    "each year": "year",
    "every year": "year",
    "per annum": "year",
    "p.a.": "year",
    "in annual": "year",
    "a year in": "year",
    "in yearly": "year",
    "in monthly": "month",
    "annual": "year",
    "annually": "year",
    "annualized": "year",
    "annualised": "year",
    "yearly": "year",
    "/year": "year",
    "/yr": "year",
    "/annum": "year",
    "al año": "year",
    "anuales": "year",
    "por ano": "year",
    "por año": "year",
    "anuais": "year",
    "ao ano": "year",
    "all'anno": "year",
    "l'anno": "year",
    "annuels": "year",
    "im jahr": "year",
    "per jaar": "year",
    "pro jahr": "year",
    "jährlich": "year",
    "par an": "year",
    "в год": "year",
    "в месяц": "month",
    "/年": "year",
    "/月": "month",
}

RATES_BEFORE: dict[str, Literal["month", "year"]] = {
    "每月": "month",
    "毎月": "month",
    "月額": "month",
    "매월": "month",
    "매달": "month",
    "每年": "year",
    "毎年": "year",
    "연간": "year",
    "매년": "year",
    "annual payments of": "year",
    "annual payment of": "year",
    "annual rent of": "year",
    "annual fee of": "year",
    "annual spending of": "year",
    "yearly payments of": "year",
    "an annual": "year",
    "monthly payments of": "month",
    "monthly payment of": "month",
    "a monthly": "month",
    "monthly fee of": "month",
    "monthly rent of": "month",
}

RATES: dict[str, Literal["month", "year"]] = {**RATES_AFTER, **RATES_BEFORE}

# The same where a verb may stand between: "每年将支付300亿美元".
RATES_FAR: dict[str, Literal["month", "year"]] = {
    "每月": "month",
    "按月": "month",
    "月額": "month",
    "毎月": "month",
    "매월": "month",
    "매달": "month",
    "월 ": "month",
    "月均": "month",
    "每年": "year",
    "每年度": "year",
    "毎年": "year",
    "年間": "year",
    "年额": "year",
    "年均": "year",
    "연간": "year",
    "매년": "year",
    "해마다": "year",
    "연 ": "year",
}

# Words between the ends of a range, and those which need a "between" before the first.
RANGE_JOINTS: frozenset[str] = frozenset(
    {"-", "~", "—", "to", "bis", "a", "à", "até", "tot", "do", "до", "至", "到", "から", "에서"}
)
# The same where the first end has no scale of its own: "$3 or $4 billion".
OR_JOINTS: frozenset[str] = frozenset({"or", "oder", "o", "ou", "of", "или", "或", "または"})
BETWEEN_JOINTS: frozenset[str] = frozenset({"and", "y", "e", "und", "et", "и", "和"})
BETWEEN_WORDS: frozenset[str] = frozenset({"between", "entre", "zwischen", "tra", "между", "介于"})
# "from $5bn to $7bn" is a change, "by $6.5bn to $22.4bn" a step and a total: neither is a range.
CHANGE_WORDS: frozenset[str] = frozenset({"from", "by", "desde", "von", "um", "由", "从"})

# --- money --------------------------------------------------------------------------------------

# Upper case as written: "A$5bn", but never "a $5bn".
CURRENCY_SYMBOLS: dict[str, str] = {
    "$": "USD",
    "US$": "USD",
    "US $": "USD",
    "U.S.$": "USD",
    "U.S. $": "USD",
    "$US": "USD",
    "U$S": "USD",
    "u$s": "USD",
    "U$D": "USD",
    "USD$": "USD",
    "S$": "SGD",
    "SG$": "SGD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CDN$": "CAD",
    "HK$": "HKD",
    "NT$": "TWD",
    "NZ$": "NZD",
    "R$": "BRL",
    "MX$": "MXN",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "CN¥": "CNY",
    "RMB¥": "CNY",
    "JP¥": "JPY",
    "₩": "KRW",
    "₹": "INR",
    "Rs": "INR",
    "Rs.": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "฿": "THB",
    "₫": "VND",
    "₱": "PHP",
    "zł": "PLN",
    "RM": "MYR",
    "Dh": "AED",
    "Dhs": "AED",
    "SR": "SAR",
    "NIS": "ILS",
    "Rp": "IDR",
    # "新台幣300億元": the word before tells whose 元 it is.
    "新台幣": "TWD",
    "新台币": "TWD",
    "新臺幣": "TWD",
    "台幣": "TWD",
    "人民币": "CNY",
    "人民幣": "CNY",
    "港币": "HKD",
    "港幣": "HKD",
}

# ISO 4217 as written, and three habits that are not: RMB, CNH and NTD.
_CODES = (
    *("USD", "EUR", "GBP", "JPY", "CNY", "KRW", "INR", "SGD", "AUD", "CAD", "HKD", "TWD", "NZD"),
    *("BRL", "CHF", "SEK", "NOK", "DKK", "AED", "SAR", "QAR", "KWD", "ILS", "TRY", "RUB", "PLN"),
    *("CZK", "HUF", "MXN", "ZAR", "THB", "MYR", "IDR", "VND", "PHP", "CLP", "COP", "ARS", "KZT"),
    *("BHD", "OMR", "JOD", "EGP", "PKR", "BDT", "NGN", "KES", "UAH", "RON", "BGN", "ISK"),
)
CURRENCY_CODES: dict[str, str] = {
    "RMB": "CNY",
    "CNH": "CNY",
    "NTD": "TWD",
    **{code: code for code in _CODES},
}

# Behind a hundred million or more, headlines leave the currency of the land out: "3.99亿算力合同".
BARE_AMOUNTS: dict[str, str] = {
    **dict.fromkeys(
        ("合同", "算力合同", "算力服务合同", "算力服务协议", "算力订单", "智算合同"), "CNY"
    ),
    **dict.fromkeys(
        ("采购合同", "租赁合同", "服务器合同", "服务器采购合同", "算力租赁合同"), "CNY"
    ),
    **dict.fromkeys(("규모", "사업", "수주", "계약", "투자", "투입", "들여", "짜리"), "KRW"),
}
CURRENCY_WORDS: dict[str, str] = {
    "dollar": "USD",
    "dollars": "USD",
    "us dollar": "USD",
    "us dollars": "USD",
    "u.s. dollars": "USD",
    "american dollars": "USD",
    "canadian dollars": "CAD",
    "dollars canadiens": "CAD",
    "dólares canadienses": "CAD",
    "dólares canadenses": "CAD",
    "dollari canadesi": "CAD",
    "dollars australiens": "AUD",
    "dólares australianos": "AUD",
    "dollari australiani": "AUD",
    "francos suizos": "CHF",
    "francos suíços": "CHF",
    "franchi svizzeri": "CHF",
    "australian dollars": "AUD",
    "singapore dollars": "SGD",
    "hong kong dollars": "HKD",
    "taiwan dollars": "TWD",
    "new taiwan dollars": "TWD",
    "new zealand dollars": "NZD",
    "euro": "EUR",
    "euros": "EUR",
    "pound": "GBP",
    "pounds": "GBP",
    "pounds sterling": "GBP",
    "british pounds": "GBP",
    "yen": "JPY",
    "japanese yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "won": "KRW",
    "korean won": "KRW",
    "south korean won": "KRW",
    "rupees": "INR",
    "indian rupees": "INR",
    "swiss francs": "CHF",
    "franken": "CHF",
    "schweizer franken": "CHF",
    "francs suisses": "CHF",
    "kronor": "SEK",
    "kroner": "NOK",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "dirham": "AED",
    "riyal": "SAR",
    "saudi riyal": "SAR",
    "rupee": "INR",
    "złotych": "PLN",
    "zł": "PLN",
    "zloty": "PLN",
    "lira": "TRY",
    "reais": "BRL",
    "riyals": "SAR",
    "saudi riyals": "SAR",
    "dirhams": "AED",
    "shekels": "ILS",
    "rubles": "RUB",
    "roubles": "RUB",
    "swedish kronor": "SEK",
    "norwegian kroner": "NOK",
    "danish kroner": "DKK",
    # "millones de dólares", "milliards d'euros", "miliardi di dollari"
    "dólares": "USD",
    "dólar": "USD",
    "dolares": "USD",
    "dollari": "USD",
    "dollaro": "USD",
    "dólares estadounidenses": "USD",
    "dólares americanos": "USD",
    "dollars américains": "USD",
    "mdd": "USD",
    "mde": "EUR",
    "dolar": "USD",
    "dolarów": "USD",
    "dolary": "USD",
    "dolari": "USD",
    "dolarlik": "USD",
    "dolara": "USD",
    "dolardan": "USD",
    "dolarin": "USD",
    "euroluk": "EUR",
    "euroya": "EUR",
    "avroya": "EUR",
    "avroluk": "EUR",
    "avro": "EUR",
    "долл.": "USD",
    "долл": "USD",
    "рублей": "RUB",
    "руб.": "RUB",
    "юаней": "CNY",
    "иен": "JPY",
    "долларов": "USD",
    "доллара": "USD",
    "евро": "EUR",
    "yuanes": "CNY",
    "yenes": "JPY",
    "libras": "GBP",
    "livres sterling": "GBP",
    "sterline": "GBP",
    "pfund": "GBP",
    "funtów": "GBP",
    "фунтов": "GBP",
    "sterlin": "GBP",
    "dol.": "USD",
    "pesos mexicanos": "MXN",
    "mexican pesos": "MXN",
    "mdp": "MXN",
    "tl": "TRY",
    "türk lirasi": "TRY",
    # Chinese
    "美元": "USD",
    "美金": "USD",
    "美刀": "USD",
    "弗": "USD",
    "불": "USD",
    "欧元": "EUR",
    "歐元": "EUR",
    "英镑": "GBP",
    "英鎊": "GBP",
    "日元": "JPY",
    "日圆": "JPY",
    "韩元": "KRW",
    "韓元": "KRW",
    "港元": "HKD",
    "港币": "HKD",
    "港幣": "HKD",
    "新台币": "TWD",
    "新台幣": "TWD",
    "新臺幣": "TWD",
    "台币": "TWD",
    "台幣": "TWD",
    "臺幣": "TWD",
    "令吉": "MYR",
    "迪拉姆": "AED",
    "里亚尔": "SAR",
    "瑞士法郎": "CHF",
    "加元": "CAD",
    "新加坡元": "SGD",
    "新元": "SGD",
    "澳元": "AUD",
    "卢比": "INR",
    "人民币": "CNY",
    "人民幣": "CNY",
    "元人民币": "CNY",
    "元人民幣": "CNY",
    "元": "CNY",
    **dict.fromkeys(("元新台币", "元新台幣", "元新臺幣", "元台币", "元台幣", "元臺幣"), "TWD"),
    **dict.fromkeys(("元港币", "元港幣", "港圓"), "HKD"),
    "日圓": "JPY",
    "盧比": "INR",
    "瑞郎": "CHF",
    "里亞爾": "SAR",
    "沙特里亚尔": "SAR",
    **dict.fromkeys(("澳币", "澳幣", "澳洲元", "澳大利亚元", "澳大利亞元"), "AUD"),
    **dict.fromkeys(("加币", "加幣", "加拿大元"), "CAD"),
    **dict.fromkeys(("新币", "新幣", "坡币"), "SGD"),
    **dict.fromkeys(("林吉特", "马币", "馬幣"), "MYR"),
    **dict.fromkeys(("泰铢", "泰銖"), "THB"),
    **dict.fromkeys(("雷亚尔", "雷亞爾"), "BRL"),
    **dict.fromkeys(("挪威克朗", "挪威克郎"), "NOK"),
    **dict.fromkeys(("瑞典克朗", "瑞典克郎"), "SEK"),
    "丹麦克朗": "DKK",
    "卢布": "RUB",
    "印尼盾": "IDR",
    "越南盾": "VND",
    # Japanese
    "シンガポールドル": "SGD",
    "カナダドル": "CAD",
    "加ドル": "CAD",
    "台湾ドル": "TWD",
    "ルピー": "INR",
    "リヤル": "SAR",
    "スイスフラン": "CHF",
    "ドル": "USD",
    "米ドル": "USD",
    "ユーロ": "EUR",
    "ポンド": "GBP",
    "円": "JPY",
    "人民元": "CNY",
    "ウォン": "KRW",
    "豪ドル": "AUD",
    "香港ドル": "HKD",
    "リンギット": "MYR",
    "リンギ": "MYR",
    "ディルハム": "AED",
    "バーツ": "THB",
    "ルピア": "IDR",
    "レアル": "BRL",
    # Korean
    "달러": "USD",
    "미국 달러": "USD",
    "유로": "EUR",
    "파운드": "GBP",
    "엔": "JPY",
    "위안": "CNY",
    "원": "KRW",
    "홍콩 달러": "HKD",
    "싱가포르 달러": "SGD",
    "캐나다 달러": "CAD",
    "호주 달러": "AUD",
    "대만 달러": "TWD",
    "홍콩달러": "HKD",
    "싱가포르달러": "SGD",
    "캐나다달러": "CAD",
    "호주달러": "AUD",
    "대만달러": "TWD",
    "미국달러": "USD",
    "미달러": "USD",
    "링깃": "MYR",
    "바트": "THB",
    "루피아": "IDR",
    "헤알": "BRL",
    "루피": "INR",
    "리얄": "SAR",
    "디르함": "AED",
    "스위스프랑": "CHF",
}

# Currencies only beside a scale: weights, and "the one won by Nvidia".
DOUBTFUL_CURRENCIES: frozenset[str] = frozenset(
    {"pound", "pounds", "won", "libras", "sr", "rm", "dh", "dhs", "nis"}
    | {"lira", "弗", "불", "rp", "baht", "pfund", "tl"}
)
# Units that hold a scale: Mexico's millions of dollars, of euros.
UNIT_SCALES: dict[str, int] = {"mdd": 10**6, "mde": 10**6, "mdp": 10**6}
# As good as a "$" without a country: whose dollar it is depends on the publisher.
BARE_DOLLARS: frozenset[str] = frozenset({"$", "dollar", "dollars"})
# What tells that a "¥" beside it is a yuan, where the scale does not.
YUAN_WORDS: tuple[str, ...] = ("yuan", "renminbi", "rmb", "人民币", "人民幣", "亿元", "万元")

# --- power --------------------------------------------------------------------------------------

# Nobody writes thousandths of these: "1.200 MW" are twelve hundred.
WHOLE_POWER_UNITS: frozenset[str] = frozenset(
    {"mw", "mva", "kw", "megawatt", "megawatts", "megavatios", "megavatio", "мвт", "мегаватт"}
    | {"mégawatts", "megawatów", "megawați", "megavat"}
)

# In gigawatts. MVA is what a grid connection is rated in; reports use it for the megawatts.
POWER_UNITS: dict[str, Decimal] = {
    "gw": Decimal(1),
    "gws": Decimal(1),
    "gwe": Decimal(1),
    "gwac": Decimal(1),
    "gwdc": Decimal(1),
    "gigawatt": Decimal(1),
    "gigawatts": Decimal(1),
    "giga watts": Decimal(1),
    "gigavatio": Decimal(1),
    "gigavatios": Decimal(1),
    "gigawatios": Decimal(1),
    "гвт": Decimal(1),
    "гигаватт": Decimal(1),
    "гигаватта": Decimal(1),
    "gigowatów": Decimal(1),
    "гигаваттов": Decimal(1),
    "gigawatów": Decimal(1),
    "gigawaty": Decimal(1),
    "gigawat": Decimal(1),
    "gigawata": Decimal(1),
    "gigawați": Decimal(1),
    "gigavat": Decimal(1),
    "gigavatlik": Decimal(1),
    "megavat": Decimal("0.001"),
    "megavatlik": Decimal("0.001"),
    "megawat": Decimal("0.001"),
    "megawata": Decimal("0.001"),
    "megawaty": Decimal("0.001"),
    "megawatów": Decimal("0.001"),
    "megawați": Decimal("0.001"),
    "吉瓦": Decimal(1),
    "千兆瓦": Decimal(1),
    "ギガワット": Decimal(1),
    "기가와트": Decimal(1),
    "terawatt": Decimal(1000),
    "terawatts": Decimal(1000),
    "mw": Decimal("0.001"),
    "㎿": Decimal("0.001"),
    "mws": Decimal("0.001"),
    "mwe": Decimal("0.001"),
    "mwac": Decimal("0.001"),
    "mva": Decimal("0.001"),
    "megawatt": Decimal("0.001"),
    "megawatts": Decimal("0.001"),
    "mégawatt": Decimal("0.001"),
    "mégawatts": Decimal("0.001"),
    "mwdc": Decimal("0.001"),
    "mwit": Decimal("0.001"),
    "мегаватта": Decimal("0.001"),
    "мегаваттов": Decimal("0.001"),
    "megavatio": Decimal("0.001"),
    "megavatios": Decimal("0.001"),
    "мвт": Decimal("0.001"),
    "мегаватт": Decimal("0.001"),
    "兆瓦": Decimal("0.001"),
    "メガワット": Decimal("0.001"),
    "메가와트": Decimal("0.001"),
    "kw": Decimal("0.000001"),
    "kilowatt": Decimal("0.000001"),
    "kilowatts": Decimal("0.000001"),
    "kilovatios": Decimal("0.000001"),
    "千瓦": Decimal("0.000001"),
    "瓩": Decimal("0.000001"),
    "千瓩": Decimal("0.001"),
    "瓦": Decimal("0.000000001"),  # "60亿瓦"
    "キロワット": Decimal("0.000001"),
    "킬로와트": Decimal("0.000001"),
}

# --- chips --------------------------------------------------------------------------------------

# Regex of a model as written (case matters) → its vendor and line, put before the words found.
# The rows are tried in order: a code before a family, "Vera Rubin" before "Rubin", "Grace
# Blackwell" before "Blackwell".
CHIP_MODELS: dict[str, str] = {
    r"G[BH][2-3]00": "Nvidia",
    r"VR[2-3]00": "Nvidia",
    r"Vera[ ]Rubin(?:[ ]Ultra)?": "Nvidia",
    r"Grace[ ](?:Blackwell|Hopper)": "Nvidia",
    r"Blackwell(?:[ ]Ultra)?": "Nvidia",
    r"ブラックウェル": "Nvidia",
    r"블랙웰": "Nvidia",
    r"ルービン": "Nvidia",
    r"루빈": "Nvidia",
    r"Hopper": "Nvidia",
    r"[HB][1-3]00": "Nvidia",
    r"[AH]800": "Nvidia",
    r"A100": "Nvidia",
    r"L20": "Nvidia",
    r"L4": "Nvidia",
    r"B30A": "Nvidia",
    r"H20": "Nvidia",
    r"L40S": "Nvidia",
    r"Rubin(?:[ ]Ultra|[ ]CPX)?": "Nvidia",
    r"Instinct[ ]MI[ -]?[2-5][0-9]{2}[AX]?": "AMD",
    r"MI[ -]?[2-5][0-9]{2}[AX]?": "AMD Instinct",
    r"Instinct": "AMD",
    r"Ironwood": "Google TPU",
    r"TPUs?(?:[ ]?v[4-9][ep]?)?": "",
    r"Trainium[ -]?[1-4]?": "AWS",
    r"Inferentia[ -]?[1-3]?": "AWS",
    r"Graviton[ -]?[1-6]?": "AWS",
    r"MTIA": "",
    r"Maia[ -]?[1-3]00": "Microsoft",
    r"Maia": "Microsoft",
    r"Ascend[ ]9[0-9]{2}[A-D]?": "Huawei",
    r"昇[腾騰][ ]?9?[0-9]{0,2}[A-D]?": "Huawei",
    r"Kunlun[ ]?(?:M[0-9]00|P800)": "Baidu",
    r"昆仑芯": "Baidu",
    r"Gaudi[ ]?[1-3]?": "Intel",
    r"WSE(?:-[1-5])?": "Cerebras",
    r"RNGD": "FuriosaAI",
    r"ATOM-M[Aa][Xx]": "Rebellions",
    r"LPUs?": "Groq",
    r"Vera": "Nvidia",
}

# Names that also belong to people and places: they need a vendor before or a chip noun after.
AMBIGUOUS_MODELS: frozenset[str] = frozenset(
    {"Hopper", "Rubin", "Instinct", "Maia", "Gaudi", "Vera", "H20", "Ironwood", "A100", "L4", "L20"}
)

# Models as scripts without our letters write them.
MODEL_SPELLINGS: dict[str, str] = {
    "昇腾": "Ascend ",
    "昇騰": "Ascend ",
    "昆仑芯": "Kunlun",
    "ブラックウェル": "Blackwell",
    "블랙웰": "Blackwell",
    "ルービン": "Rubin",
    "루빈": "Rubin",
}

CHIP_VENDORS: dict[str, str] = {
    "輝達": "Nvidia",
    "辉达": "Nvidia",
    "グーグル": "Google",
    "구글": "Google",
    "華為": "Huawei",
    "ファーウェイ": "Huawei",
    "화웨이": "Huawei",
    "nvidia": "Nvidia",
    "英伟达": "Nvidia",
    "英偉達": "Nvidia",
    "엔비디아": "Nvidia",
    "エヌビディア": "Nvidia",
    "amd": "AMD",
    "advanced micro devices": "AMD",
    "google": "Google",
    "谷歌": "Google",
    "intel": "Intel",
    "aws": "AWS",
    "amazon": "AWS",
    "microsoft": "Microsoft",
    "meta": "Meta",
    "huawei": "Huawei",
    "华为": "Huawei",
    "broadcom": "Broadcom",
    "cerebras": "Cerebras",
    "groq": "Groq",
}

# Graphics processors and cards in the languages of Europe and in Turkish, as they are counted.
_EUROPEAN_GRAPHICS: tuple[str, ...] = (
    *("grafikprozessoren", "grafikchips", "grafikkarten", "ki-grafikkarten"),
    *("grafische processors", "grafische processoren", "grafische chips", "grafische kaarten"),
    *("videokaarten", "processeurs graphiques", "cartes graphiques", "puces graphiques"),
    *("procesadores gráficos", "tarjetas gráficas", "chips gráficos", "aceleradores gráficos"),
    *("unidades de procesamiento gráfico", "unidades de procesamiento de gráficos"),
    *("processadores gráficos", "placas gráficas", "placas de vídeo", "chips gráficos"),
    *("unidades de processamento gráfico", "processori grafici", "schede grafiche"),
    *("chip grafici", "unità di elaborazione grafica", "schede video", "видеокарт", "видеочипов"),
    *("графических процессоров", "графических ускорителей", "графических чипов"),
    *("графических карт", "kart graficznych", "procesorów graficznych", "układów graficznych"),
    *("plăci grafice", "procesoare grafice", "cipuri grafice", "ekran karti", "grafik işlemci"),
    *("grafik işlemcisi", "grafik çipi"),
)
_EUROPEAN_CHIPS: tuple[str, ...] = (
    *("prozessoren", "beschleuniger", "beschleunigern", "beschleunigerkarten", "halbleiter"),
    *("halbleitern", "hochleistungschips", "hochleistungshalbleiter", "hochleistungshalbleitern"),
    *("hochleistungsprozessoren", "spezialchips", "computerchips", "processoren", "versnellers"),
    *("halfgeleiders", "puces", "puce", "processeurs", "accélérateurs", "semi-conducteurs"),
    *("procesadores", "aceleradores", "semiconductores", "microchips", "processadores"),
    *("aceleradoras", "semicondutores", "processori", "acceleratori", "semiconduttori"),
    *("чипов", "чипы", "чипа", "микрочипов", "ускорителей", "ускорителя", "процессоров"),
    *("полупроводников", "układów", "układy", "czipów", "chipów", "chipy", "procesorów"),
    *("procesory", "akceleratorów", "półprzewodników", "cipuri", "procesoare", "acceleratoare"),
    *("çip", "çipi", "çipini", "çipleri", "çipe", "yonga", "yongasi", "işlemci", "işlemcisi"),
    *("işlemciyi", "hizlandirici", "hizlandiricisi"),
)

# What is counted → how the model is called when nothing more is said.
CHIP_NOUNS: dict[str, str | None] = {
    "gpu": "GPU",
    "gpus": "GPU",
    "graphics processing units": "GPU",
    "graphic processing units": "GPU",
    "graphic processing unit": "GPU",
    "tpu": "TPU",
    "tpus": "TPU",
    "cpu": "CPU",
    "cpus": "CPU",
    "npu": "NPU",
    "npus": "NPU",
    "lpu": "LPU",
    "xpu": None,
    "xpus": None,
    "graphics processors": "GPU",
    "半導体": None,
    "그래픽처리장치": "GPU",
    "그래픽 처리 장치": "GPU",
    "画像処理半導体": "GPU",
    "显卡": "GPU",
    "算力卡": None,
    "加速器": None,
    "가속기": None,
    "lpus": "LPU",
    "language processing units": "LPU",
    "tensor processing units": "TPU",
    "tensor processing unit": "TPU",
    "chip": None,
    "chips": None,
    "chipes": None,
    "superchip": None,
    "superchips": None,
    "processor": None,
    "processors": None,
    "accelerator": None,
    "accelerators": None,
    "芯片": None,
    "晶片": None,
    "处理器": None,
    "處理器": None,
    "プロセッサ": None,
    "프로세서": None,
    "반도체": None,
    "加速卡": None,
    "dcu": None,
    "dcu加速卡": None,
    "ai加速卡": None,
    "チップ": None,
    "칩": None,
    **dict.fromkeys(_EUROPEAN_GRAPHICS, "GPU"),
    **dict.fromkeys(_EUROPEAN_CHIPS, None),
}

# Words that may stand between a count and what is counted.
CHIP_FILLERS: frozenset[str] = frozenset(
    {
        "of",
        "the",
        "its",
        "their",
        "ai",
        "new",
        "custom",
        "advanced",
        "latest",
        "high-end",
        "next-generation",
        "data center",
        "state-of-the-art",
        "powerful",
        "more",
        "most advanced",
        "cutting edge",
        "top",
        "flagship",
        "graphics",
        "cloud",
        "server",
        "training",
        "inference",
        "accelerated",
        "dedicated",
        "specialized",
        "specialised",
        "reserved",
        "semiconductor",
        "accelerator",
        "or more",
        "plus",
        "of its",
        "of its own",
        "of their own",
        "de",
        "di",
        "d'",
        "ia",
        "unità",
        "unités",
        "unidades",
        "套",
        "最新",
        "最先端",
        "최신",
        "先进",
        "高端",
        "国产",
        "규모의",
        "이상의",
        "상당의",
        "規模の",
        "以上の",
        "ai用",
        "ai向け",
        "additional",
        "class",
        "series",
        "块",
        "塊",
        "顆",
        "張",
        "台の",
        "여",
        "余",
        "계열",
        "系列",
        "製",
        "张",
        "颗",
        "枚",
        "个",
        "片",
        "の",
        "基",
        "個",
        "개",
        "장",
        "의",
    }
)

# The same in the languages of Europe and in Turkish: "de sus", "seiner neuesten".
CHIP_FILLERS_EUROPE: frozenset[str] = frozenset(
    # German, Dutch
    {"ki", "der", "seiner", "ihrer", "dieser", "und", "neuen", "neuesten", "neuester", "neuste"}
    | {"neueste", "modernste", "modernsten", "moderner", "leistungsstarke", "leistungsstarken"}
    | {"leistungsstärksten", "leistungsfähige", "leistungsfähigen", "leistungsfähigsten"}
    | {"leistungsfähigste", "fortschrittliche", "fortschrittlichsten", "schnellsten", "besten"}
    | {"hochmoderne", "hochmodernen", "spezialisierte", "spezialisierten", "stück", "begehrten"}
    | {"van", "zijn", "haar", "hun", "nieuwste", "nieuwe", "krachtigste", "krachtige", "stuks"}
    | {"geavanceerde", "geavanceerdste", "meest", "gespecialiseerde"}
    # Spanish, Portuguese
    | {"sus", "su", "las", "los", "más", "mas", "avanzados", "potentes", "modernos", "nuevos"}
    | {"últimos", "recientes", "mejores", "poderosos", "codiciados", "unidades de"}
    | {"dos", "das", "seus", "suas", "mais", "recentes", "avançados", "novos", "modernas"}
    | {"melhores", "sofisticados", "poderosas", "unidades dos", "novas", "nuevas"}
    # French, Italian
    | {"ses", "des", "leurs", "plus", "nouvelles", "nouveaux", "dernières", "derniers"}
    | {"puissantes", "puissants", "exemplaires de", "exemplaires"}
    | {"dei", "delle", "degli", "suoi", "sue", "più", "nuovi", "nuove", "avanzati", "recenti"}
    | {"potenti", "moderni", "pezzi di", "ultimi", "ultime"}
    # Russian, Polish
    | {"своих", "самых", "современных", "новейших", "мощных", "новых", "передовых", "последних"}
    | {"продвинутых", "высокопроизводительных", "ии", "штук", "единиц", "наиболее"}
    | {"специализированных", "тензорных", "серверных", "мощнейших"}
    | {"swoich", "najnowszych", "najbardziej", "zaawansowanych", "nowoczesnych", "nowych"}
    | {"wydajnych", "potężnych", "sztuk", "najmocniejszych", "specjalistycznych"}
    # Romanian, Turkish
    | {"cele", "mai", "noi", "avansate", "puternice", "dintre", "sale", "bucăți de", "de cele mai"}
    | {"adet", "tane", "yeni", "gelişmiş", "yapay zeka", "yapay zekâ", "güçlü", "nesil", "son"}
)

# After a model: what was counted is not chips but what they sit in.
NOT_CHIPS: frozenset[str] = frozenset(
    {"rack", "racks", "server", "servers", "cluster", "clusters", "system", "systems", "node"}
    | {
        "nodes",
        "pod",
        "pods",
        "superpod",
        "superpods",
        "instance",
        "instances",
        "cabinets",
        "trays",
    }
    | {"tray", "ultraserver", "ultraservers", "supercomputer", "supercomputers", "supercluster"}
    | {"superclusters", "boxes", "machines", "units of racks", "机柜", "服务器", "伺服器", "서버"}
    | {"サーバー", "节点", "ラック"}
)

# One of these holds all that was counted: "a 10,000 GPU cluster".
ONE_HOLDERS: frozenset[str] = frozenset(
    {"cluster", "supercomputer", "supercluster", "system", "pod", "superpod"}
)

# What is counted is something else altogether: "2 million GPU-hours", "7 GPU makers".
NEVER_CHIPS: frozenset[str] = frozenset(
    {
        "hour",
        "hours",
        "hr",
        "hrs",
        "day",
        "days",
        "maker",
        "makers",
        "design",
        "designs",
        "engineer",
    }
    | {"engineers", "designer", "designers", "company", "companies", "startup", "startups"}
    | {"start-ups", "stock", "stocks", "firm", "firms", "factory", "factories", "plant", "plants"}
    | {"fab", "fabs", "user", "users", "wafers", "years", "powered", "based", "equipped"}
    | {"小时", "卡时", "시간", "時間"}
)

# What counts chips behind their name, in the east: "GPU 26만 장", "GPUを10万基".
CHIP_COUNTERS: frozenset[str] = frozenset(
    {"장", "개", "기", "枚", "基", "個", "个", "张", "張", "块", "塊", "颗", "顆", "片", "卡"}
)

# Before a number: it belongs to a product's name ("RTX PRO 6000 Blackwell", "Trainium 3 chips").
PRODUCT_NUMBERS: frozenset[str] = frozenset(
    {"rtx", "gtx", "pro", "geforce", "galaxy", "ascend", "gaudi", "maia", "trainium", "core"}
    | {"inferentia", "graviton", "xeon", "epyc", "ryzen", "mi", "tpu", "nvl", "version", "top"}
)

VAGUE_COUNTS: frozenset[str] = frozenset(
    {
        "several hundred",
        "several thousand",
        "a few thousand",
        "many thousands",
        "cientos de miles",
        "decenas de miles",
        "miles",
        "milhares",
        "dezenas de milhares",
        "centenas de milhares",
        "dizaines de milliers",
        "centaines de milliers",
        "zehntausende",
        "hunderttausende",
        "decine di migliaia",
        "centinaia di migliaia",
        "dozens",
        "hundreds",
        "thousands",
        "tens of thousands",
        "hundreds of thousands",
        "millions",
        "tens of millions",
    }
    | {"millones", "millionen", "milhões", "milioni", "miljoenen", "milionów", "miliony"}
    | {"миллионы", "миллионов", "тысячи", "tysiące", "milioane", "mii", "migliaia", "tausende"}
    | {"tausenden", "zehntausenden", "hunderttausenden", "duizenden", "tienduizenden", "milliers"}
    | {"honderdduizenden", "cientos", "centinaia", "dziesiątki tysięcy", "setki tysięcy"}
    | {"десятки тысяч", "сотни тысяч", "milyonlarca", "binlerce", "on binlerce", "yüz binlerce"}
)

# --- terms --------------------------------------------------------------------------------------

# In years. The singular of a plural is "five-year", the plural "five years".
TERM_UNITS: dict[str, Decimal] = {
    "year": Decimal(1),
    "years": Decimal(1),
    "yr": Decimal(1),
    "yrs": Decimal(1),
    "decade": Decimal(10),
    "decades": Decimal(10),
    "month": Decimal(1) / 12,
    "months": Decimal(1) / 12,
    "mo": Decimal(1) / 12,
    # Spanish, Portuguese, French, Italian, German, Dutch
    "año": Decimal(1),
    "años": Decimal(1),
    "anos": Decimal(1),
    "ans": Decimal(1),
    "anni": Decimal(1),
    "année": Decimal(1),
    "années": Decimal(1),
    "anno": Decimal(1),
    "ano": Decimal(1),
    "jahr": Decimal(1),
    "jahre": Decimal(1),
    "jahren": Decimal(1),
    "jaar": Decimal(1),
    "jarig": Decimal(1),
    "jarige": Decimal(1),
    "лет": Decimal(1),
    "года": Decimal(1),
    "yil": Decimal(1),
    "yillik": Decimal(1),
    "yilliğina": Decimal(1),
    "lat": Decimal(1),
    "lata": Decimal(1),
    "ani": Decimal(1),
    "tahun": Decimal(1),
    "năm": Decimal(1),
    "år": Decimal(1),
    "årig": Decimal(1),
    "årigt": Decimal(1),
    "årige": Decimal(1),
    "месяцев": Decimal(1) / 12,
    "meses": Decimal(1) / 12,
    "mois": Decimal(1) / 12,
    "mesi": Decimal(1) / 12,
    "monate": Decimal(1) / 12,
    "monaten": Decimal(1) / 12,
    "maanden": Decimal(1) / 12,
}

# What is a decade by itself, behind an opener or "next".
DECADES: frozenset[str] = frozenset({"década", "décennie", "decennio", "jahrzehnt", "decennium"})

# Between an opener and its number, and between a number and its unit: the years to come.
COMING_WORDS: frozenset[str] = frozenset(
    {"next", "coming", "following", "próximos", "próxima", "prochaines", "prochains", "prochaine"}
    | {
        "prossimi",
        "prossimo",
        "nächsten",
        "kommenden",
        "nächste",
        "kommende",
        "komende",
        "volgende",
    }
    | {"ближайшие", "ближайших", "kommande", "neste", "siguientes", "seguintes", "najbliższych"}
    | {"kolejnych", "najbliższe", "önümüzdeki"}
)

# Before a plural: the words that make it a length of the deal and not a date or an age.
TERM_OPENERS: frozenset[str] = frozenset(
    {"over", "over the next", "over the coming", "over a period of", "over the course of", "across"}
    | {"over a total of", "over the following", "over the first", "over the span of", "over its"}
    | {"over the lease's", "over an initial", "over a", "over an", "over the", "throughout"}
    | {"for", "for up to", "for at least", "for the next", "for a period of", "for a term of"}
    | {"for an initial", "for an initial period of", "for an initial term of", "for a minimum of"}
    | {"for the coming", "for a total of", "for a further", "for another", "for a fixed"}
    | {"during the next", "in the next", "in the coming", "through the next"}
    | {"term of", "terms of", "period of", "duration of", "spanning", "spans", "lasting", "lasts"}
    | {"to last", "will last", "would last", "may last", "to run", "will run for", "to run for"}
    | {
        "runs",
        "running",
        "läuft",
        "laufen",
        "dauert",
        "dure",
        "durera",
        "dura",
        "loopt",
        "length of",
        "tenor of",
        "tenure of",
        "good for",
        "valid for",
    }
    # Spanish, Portuguese
    | {"de", "por", "por los próximos", "en los próximos", "durante", "plazo de", "a lo largo de"}
    | {"durante los próximos", "nos próximos", "em", "ao longo de", "ao longo dos próximos"}
    | {"durante los siguientes", "por um período de", "por un período de", "prazo de", "en"}
    | {
        "durante la",
        "en la",
        "en una",
        "por una",
        "durante una",
        "na",
        "por",
        "pela",
        "ao longo da",
    }
    # French, Italian
    | {"sur", "pendant", "pour", "durée de", "sur une durée de", "au cours des", "sur les"}
    | {"pour une durée de", "pour les", "au cours de la", "sur la", "pour la", "sur une"}
    | {
        "di",
        "su",
        "per",
        "in",
        "nei",
        "per i",
        "nell'arco di",
        "durata di",
        "della durata di",
        "nel",
    }
    # German, Dutch
    | {"über", "für", "auf", "laufzeit von", "in den", "über die", "für die", "auf die", "binnen"}
    | {"über einen zeitraum von", "für einen zeitraum von", "im nächsten", "im kommenden", "im"}
    | {"für das", "über das", "voor", "over de", "in de", "voor een periode van", "gedurende"}
    | {"op de", "voor de", "looptijd van", "over een periode van"}
    # Russian, Nordic, Turkish, Indonesian, Vietnamese
    | {"на", "в течение", "сроком на", "на срок", "сроком", "в ближайшие", "в течение ближайших"}
    | {"på", "över", "under", "i", "löper i", "løper i", "løber i", "selama", "trong"}
    # Polish, Romanian
    | {"przez", "na okres", "w ciągu", "pe", "pe o perioadă de", "timp de", "pe parcursul a"}
    | {"în următorii", "în decurs de", "de-a lungul a"}
)

# After a plural: "a 15 years lease".
TERM_NOUNS: frozenset[str] = frozenset(
    {"lease", "contract", "agreement", "deal", "term", "commitment", "partnership", "pact"}
    | {"boyunca", "süreyle", "süreli", "anlaşma", "sözleşme"}
    | {"laufzeit", "lang", "lease agreement", "vertrag", "contrat", "contrato", "leasing"}
)

# What German glues to a length: "Zehnjahresvertrag", "10-Jahres-Vertrag".
GLUED_TERM_NOUNS: frozenset[str] = frozenset(
    {"vertrag", "vertrags", "vertrages", "abkommen", "deal", "pakt", "mietvertrag", "auftrag"}
    | {"leasingvertrag", "vereinbarung", "partnerschaft", "laufzeit", "kontrakt", "liefervertrag"}
)

# Adjectives which hold their number.
TERM_ADJECTIVES: dict[str, int] = {
    "decennale": 10,
    "quinquennale": 5,
    "quinquenal": 5,
    "triennale": 3,
    "trienal": 3,
    "bienal": 2,
    "biennale": 2,
    "décennal": 10,
    "quinquennal": 5,
    "triennal": 3,
    "year long": 1,
    "yearlong": 1,
    "decade long": 10,
    "decadelong": 10,
}

# Before a length: it has passed, or counts from something else.
PAST_WORDS: frozenset[str] = frozenset(
    {"past", "last", "previous", "prior", "recent", "since", "trailing", "hace", "últimos", "vor"}
    | {"letzten", "vergangenen", "dernières", "последние", "过去", "過去", "近", "第", "지난"}
    | {"in", "in nearly", "in almost", "in more than", "in at least", "in about", "in well"}
    | {"il y a", "il y a plus", "seit", "seit mehr als", "seit über", "hace más", "depuis plus"}
    | {"lo scorso", "ultimi", "depuis", "desde hace", "há", "afgelopen", "sinds"}
    | {
        "成立",
        "设立",
        "設立",
        "創業",
        "创立",
        "創立",
        "创业",
        "설립",
        "창립",
        "창업",
        "최근",
        "最近",
        "直近",
        "前",
    }
    | {"senaste", "siste", "in as many as", "der letzten", "first time in", "the first in"}
)

# After a length: an age, a point in time, or a thing that is called by its years.
NOT_TERM_AFTERS: frozenset[str] = frozenset(
    {"old", "olds", "ago", "earlier", "later", "before", "after", "since", "veteran", "veterans"}
    | {"anniversary", "high", "low", "treasury", "treasuries", "yield", "yields", "mortgage"}
    | {"prison", "sentence", "de edad", "atrás", "de vida", "fa", "alten", "alte", "alter"}
    | {"history", "bond", "bonds", "note", "notes", "senior notes", "gilt", "gilts", "bunds"}
    | {"career", "track record", "tax", "tax break", "tax exemption", "abatement", "highs", "lows"}
    | {"roadmap", "journey", "peak", "return", "returns", "cagr", "outlook", "forecast"}
    | {"swap", "swaps", "war", "loan", "senior", "convertible", "streak", "visa", "studio"}
    | {
        "long history",
        "in a row",
        "running",
        "now",
        "straight",
        "time",
        "назад",
        "geleden",
        "sedan",
    }
    # Lengths that come on top of the term, if at all.
    | {"renewal", "renewals", "extension", "extensions", "option", "options", "warranty"}
    | {"warrant", "warrants", "stock warrant", "stock warrants"}
    | {"extension option", "extension options", "renewal option", "renewal options"}
)

# Chinese, Japanese and Korean units, in years.
CJK_TERM_UNITS: dict[str, Decimal] = {
    "年": Decimal(1),
    "년": Decimal(1),
    "个月": Decimal(1) / 12,
    "個月": Decimal(1) / 12,
    "か月": Decimal(1) / 12,
    "ヶ月": Decimal(1) / 12,
    "カ月": Decimal(1) / 12,
    "개월": Decimal(1) / 12,
}

# Before two years, of which the term is what lies between: "runs from 2027 to 2032".
SPAN_OPENERS: frozenset[str] = frozenset(
    {"run", "runs", "running", "last", "lasts", "lasting", "span", "spans", "spanning", "cover"}
    | {"covers", "covering", "contract", "agreement", "lease", "deal", "term", "period", "pact"}
)

# Beside them: what makes a length sure, and what makes it a date, an age or the past.
CJK_TERM_BEFORE: frozenset[str] = frozenset(
    {"为期", "為期", "长达", "長達", "期限为", "期限為", "共", "未来", "未來", "今後", "향후", "총"}
    | {
        "期限",
        "期限约",
        "期限约为",
        "租期",
        "租期为",
        "租约",
        "租期约",
        "服务期",
        "服务期限",
        "合同期",
    }
    | {
        "服务期为",
        "合同期为",
        "租赁期",
        "租赁期为",
        "合作期",
        "合约期",
        "周期为",
        "签署",
        "签订",
        "签下",
    }
    | {
        "達成",
        "达成",
        "契約期間は",
        "契約期間",
        "期間は",
        "기간은",
        "기간",
        "계약기간",
        "계약 기간은",
    }
    | {"長さ", "最长", "最長", "최장", "최대", "앞으로", "在", "于", "接下来", "向こう"}
)
CJK_TERM_AFTER: frozenset[str] = frozenset(
    {"期", "間", "间", "租", "合同", "合约", "契約", "的", "간", "계약", "짜리", "장기"}
    | {
        "内",
        "合約",
        "协议",
        "協議",
        "长约",
        "長約",
        "契约",
        "长期",
        "長期",
        "租赁",
        " 계약",
        " 장기",
    }
    | {" 임대", "임대", "동안", "의", "にわたる", "にわたり", "リース"}
)
CJK_NOT_TERM_AFTER: frozenset[str] = frozenset(
    {"前", "以前", "以来", "以來", "来", "來", "代", "初", "末", "底", "度", "上半", "下半", "第"}
    | {"生", "级", "版", "전", "대", "도", "말", "초", "부터", "까지", "후"}
    | {
        "만에",
        "만의",
        "연속",
        "만기",
        "째",
        "차",
        "目",
        "ぶり",
        "连续",
        "連続",
        "計画",
        "计划",
        "规划",
    }
    | {
        "后",
        "後",
        "之后",
        "之後",
        "历史",
        "歷史",
        "老",
        "国债",
        "國債",
        "物",
        "债",
        "国債",
        "期国债",
        "期债",
        "만",
        "내내",
        "뒤",
    }
)

# --- sentences ----------------------------------------------------------------------------------

# Before a full stop that ends no sentence, whatever follows.
ABBREVIATIONS: frozenset[str] = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "gen", "sen", "rep", "gov", "vs", "al"}
    | {"approx", "ca", "rs", "mt", "ft", "dept", "est", "jan", "feb", "apr", "jun", "jul", "aug"}
    | {"sep", "sept", "oct", "nov", "dec", "mrd", "mio"}
)

# Before a full stop that ends no sentence if a number follows: "No. 5", "max. 300 MW".
NUMBER_ABBREVIATIONS: frozenset[str] = frozenset({"no", "nos", "fig", "max", "min", "mar", "art"})

# The same, unless the next word is one that opens sentences: "… in the U.S. The deal …".
CLOSING_ABBREVIATIONS: frozenset[str] = frozenset(
    {"inc", "corp", "co", "ltd", "llc", "plc", "bros", "cos", "etc", "u.s", "u.k", "u.n", "e.u"}
    | {"a.m", "p.m", "d.c", "n.v", "s.a", "p.a", "e.g", "i.e"}
)
SENTENCE_OPENERS: frozenset[str] = frozenset(
    {"a", "an", "the", "it", "its", "he", "she", "they", "we", "i", "this", "that", "these"}
    | {"in", "on", "at", "but", "and", "for", "as", "if", "when", "while", "under", "meanwhile"}
)
