"""What may stand between two companies of one list, and between a name and its ticker."""

from typing import Final

LIST_GAP: Final = (
    r"(?: (?:(?:chase )?(?:& )?(?:corp|inc|co|ltd|plc)|sa|ag|nv|group|corporation"
    r"|(?:banking|financial)(?: (?:corp(?:oration)?|group))?"
    r"|(?:global )?holdings)\b)?\.?(?:[a-z]{1,2}\))?"
    r"\)?\s*(?:,|and|&|/|\+|,\s*(?:and|&)|as well as|y|e|und|et|en|plus|sowie|и|,\s*(?:und|et"
    r"|y))\s*"
    r"(?:[\w.]+-based\s)?(?:funds (?:managed|advised|run) by\s)?|[-–‑]|\s[x×]\s|,?\s(?:and"
    r"|&)\sthe\s"
    # "con a Casa dos Ventos e a Omnia", "Humain y la estadounidense xAI"
    r"|\s(?:y|e|et|und|en)\s(?:a|o|la|el|le|il|lo|die|der|das)\s(?:(?:start-?up|empresa|firma"
    r"|compañía|operadora|gigante|société|entreprise|azienda|società|\w{3,}(?:ense|[ae]nse|ana|ano"
    r"|esa|aise|aine|[oó]n|ische[snr]?))\s){0,2}"
    # "Merlin y su socio tecnológico Edged"
    r"|\s(?:y|e|et|und|en|och)\s(?:la\s|il\s|a\s|o\s)?(?:su|sua|seu|suo|son|sa|ihre?[mnr]?"
    r"|seine?[mnr]?|zijn|haar)\s(?:\w+\s){0,2}?(?:soci[oa]|partner\w*|filial\w*|parceir[oa]"
    r"|partenaire|aliad[oa]|tochter\w*|dochter\w*|controllata|subsidiari\w*|brazo)\s(?:\w+\s){0,2}?"
    # "Telekom und der Chiphersteller Nvidia", "OpenAI y la empresa de energía Sur Energy"
    r"|,?\s(?:y|e|et|und|en|и|i|ve|și)\s(?:(?:el|la|le|il|lo|o|a|de[rnm]?|die|das|het)\s|l['’])?"
    r"(?:[\w'’-]+\s){0,3}?(?:start-?up|empresa|compañía|firma|gigante|grupo|fabricante|constructora"
    r"|operadora?|proveedora?|desarrolladora?|fornecedora?|géant|groupe|fabricant|fournisseur"
    r"|opérateur|spécialiste|société|entreprise|azienda|società|gruppo|colosso|produttore|fornitore"
    r"|\w*(?:hersteller|konzern|anbieter|riese|betreiber|entwickler|unternehmen|spezialist|bedrijf"
    r"|maker|reus)|компания|производитель|гигант)\s(?:(?:de|del|der|di|du|do|da|des|d['’])\s?"
    r"(?:[\w'’-]+\s){1,4}?|\w{4,}\s)?"
    # "Les groupes norvégien Aker, britannique Nscale et américain OpenAI"
    r"|(?:,|\set)\s\w{4,}(?:ique|cain|ien|ais|ois|and|nol)\s"
    # "Nvidia and the French AI startup Mistral"
    r"|(?: (?:corp|inc|co|ltd|plc)\b)?\.?,?\s(?:and|&)\s(?:[\w.'’–-]+\s){0,5}(?:start-?up|firm"
    r"|company|giant|developer|operator|provider|miner|(?:chip ?)?maker|lab|conglomerate|group"
    r"|carrier|enterprise|venture|champion|subsidiary|unit|telco)\s"
    # "the South Korean government and four conglomerates — Samsung, SK and Naver"
    r"|(?: government)?,?\s(?:and|&|plus)\s(?:[\w.'’-]+\s){0,8}?(?:companies|firms|conglomerates"
    r"|corporations|titans|groups|giants|partners|customers|clients|tenants|developers|start-?ups"
    r"|operators|providers"
    r"|banks|lenders|investors|labs|others)(?:\s?[—–:(]\s?|\s--?\s|,?\s(?:including|such as|namely"
    r"|like)\s)"
    # "A — as well as the Korean government"
    r"|\s?[—–]\s?(?:and|as well as|along with|plus)\s(?:the\s)?"
)
# Who opens a sentence is told of before the next one is named: "X, the maker of Y, and Z".
TOLD_OF_GAP: Final = (
    r",\s(?:the|an?|la|el|les?|une?|una|un|die|der|das|eine?|il|lo|o|os|de|het|matriz|startup|maker"
    r"|parent|owner|criadora|creadora|dueña|propietaria|\w+['’]s)\s[^,.;:]{2,80},\s(?:y|e|and|&|et"
    r"|und|en)\s(?:the\s|la\s|el\s|a\s|o\s|l['’])?(?:[\w-]+\s){0,4}"
)
TICKER_GAP: Final = (
    r"(?: (?:corp|inc|co|ltd|plc|corporation|holdings)\b)?\.?(?:['’]s)?\s?\((?:(?:nasdaq"
    r"|nyse)\s?:\s?|(?:formerly(?: known as)?|previously|ex|aka|also known as)\s)?"
)
