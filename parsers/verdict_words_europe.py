"""The words a verdict asks for in the languages of Europe and in Turkish: tables.

Every row is a regular expression for folded text: that two do something together, what they deal
in, and what makes a deal of another kind.
"""

from typing import Final

# That a second side has signed, or takes or gives what one company has.
COUNTERPART_EUROPE: Final = (
    r"\b(?:umow\w+|kontrakt\w*|contract(?:ul|ului)|acord(?:ul|ului)?|соглашени\w+|сделк\w+"
    r"|договор\w*"
    r"|anlaşma\w*|sözleşme\w*|accordo|overeenkomst|vereinbarung|mietvertr\w+)\b|аренд\w+|wynaj\w+"
    r"|închiri\w+|kiral\w+|noleggi\w+|affitt\w+|alug\w+"
    r"|\b(?:bestell|kauf|koop|kop|order|miet|huur|leas)\w* (?:\S+ ){0,4}(?:bei|bij)\b"
    r"|\b(?:command|ach[eè]t|lou)\w* (?:\S+ ){0,4}(?:à|au|chez|auprès)\b"
    r"|\b(?:adjudic|encarg|encomend|affida|vergibt|gunt)\w*"
)

# That two who are named beside each other do something together.
TOGETHER_EUROPE: Final = (
    r"\b(?:colabor|cooper|asoci|alian|parceri|s['’]associ|s['’]alli|partenari|partenaire|collabor"
    r"|kooper|zusammen|gemeinsam|partner(?:s|n|en|schaft|ship)?\b|samenwerk|samen\b|сотрудн"
    r"|партн[её]р|совместн|wsp[óo]ln"
    r"|współprac|partener|[îi]mpreun[ăa]|birlikte|ortak|i[şs] ?birli[ğg]i|insieme|junt[oa]s"
    r"|conjunt|ensemble\b|conjoint|congiunt|alleanz|si allea)\w*"
    r"|(?:,|&|\b(?:y|e|et|und|en|и|i|[șs]i|ve)) (?:\S+ ){1,3}(?:anunci(?:an|aron|am|aram)"
    r"|presenta(?:n|ron|m|ram)|constru(?:yen|ir[áa]n|yeron|ir[ãa]o|em|isent|iront)|planean"
    r"|planejam|inv[ie]+rt(?:en|ir[áa]n|ieron)|invest(?:em|ir[ãa]o|iram|issent|iront|ono|iranno)"
    r"|lan[zç]a(?:n|r[áa]n|m)|lancent|annoncent|pr[ée]sentent|annunciano|presentano|costruiscono"
    r"|costruiranno|lanciano|bauen|planen|starten|investieren|pr[äa]sentieren|errichten"
    r"|k[üu]ndigen|bouwen|investeren|presenteren|starten|kondigen|построят|строят|инвестируют"
    r"|объявили|запускают|zbuduj[ąa]|buduj[ąa]|og[łl]osi[łl]y|zainwestuj[ąa]|anun[țt][ăa]"
    r"|kuracak|kuruyor|duyurdu|a[çc][ıi]klad[ıi])\b"
    r"(?! (?:\S+ ){0,8}?(?:rechenzentren|datenzentren|centros de da[td]os|centres de données"
    r"|centri dati|data ?cent(?:er|re)s)\b)"
)

# What a title not in English runs on, besides the words for it that every language has.
HARDWARE_EUROPE: Final = (
    r"\b(?:(?:mega|macro)centr\w+|nube|nuvem|nuage|c[óo]mputo|computaci[óo]n|computa[çc][ãa]o|calcul\b|calcolo|rechen\w*"
    r"|rekenkracht|cloud-\w+|облак\w+|облачн\w+|вычислит\w+|чип\w*|chmur\w+|obliczeniow\w+"
    r"|centr\w+ (?:de )?dat\w+|centros? de dados|centres? de donn[ée]es|centri dati|дата-центр\w*"
    r"|centr\w+ danych|veri merkez\w*|bulut\w*|puces?|çip\w*)"
    r"|\b(?:acuerdo|alianza|contrato|acordo|parceria|accord|contrat|partenariat|accordo|contratto"
    r"|\w*vertrag|\w*deal|partnerschaft|overeenkomst|соглашени\w|контракт\w*|umow[aęy]|anlaşma\w*)"
    r"\b.{0,60}\b(?:google cloud|oracle cloud|azure|aws|amazon web services)\b"
)

# Whose model it is: "la matriz de ChatGPT", "ChatGPT-Entwickler".
MODEL_MAKER_EUROPE: Final = (
    r"(?:matriz|creador\w*|due[ñn]\w+|desarrollador\w*|criador\w*|don[oa]|controladora"
    r"|responsables?|maison m[èe]re|cr[ée]at\w+|[ée]diteur|concepteur|casa madre|creat[oe]\w+"
    r"|sviluppat\w+|hersteller|entwickler\w*|erfinder\w*|mutter\w*|moederbedrijf|maker"
    r"|создател\w+|разработчик\w*|tw[óo]rc\w+|w[łl]a[śs]ciciel\w*|creator\w*|dezvoltator\w*)"
    r" (?:de |da |do |di |d[eu] |von |van |hinter )?(?:chatgpt|claude|grok|gemini|copilot|llama)\b"
    r"|\b(?:chatgpt|claude|grok|gemini|copilot|llama)-(?:entwickler|hersteller|macher|mutter"
    r"|erfinder|firma|anbieter|betreiber|maker|ontwikkelaar|bedrijf|moeder)\w*"
)

# Deals told in the plural: of more than two companies each has its own.
PLURAL_EUROPE: Final = (
    r"\b(?:acuerdos|contratos|pactos|acordos|parcerias|accords|contrats|partenariats|accordi"
    r"|contratti|\w*verträge[n]?|\w*-?deals|partnerschaften|overeenkomsten|contracten|соглашений"
    r"|соглашения|контрактов|контракты|сделок|сделки|kontrakty|kontraktów|umów|acorduri|contracte"
    r"|anlaşmalar\w*|anlaşmalari|sözleşmeler\w*)\b"
)

# A round in which whoever takes part buys shares.
ROUND_EUROPE: Final = (
    r"\b(?:rondas?|rodada|finanzierungsrunde\w*|round di|lev[ée]e|раунд\w*|rund[aęyă]|serie [a-h]"
    r"|série [a-h]"
    r"|fue valorad\w+)\b"
)

EQUITY_EUROPE: Final = (
    r"\b(?:inv[ie]+rt\w+|inversi[óo]n\w*|investir\w*|investe|investimento|investiert|investition\w*"
    r"|investissement\w*|инвестир\w*|zainwest\w*|yatirim\w*|investeert)\b"
)

# What a company is called by its trade: no word on what is bought.
TRADED_IN_EUROPE: Final = (
    r"\b(?:compañía|empresa|firma|gigante|proveedor\w*|fabricante|productor\w*|konzern|anbieter"
    r"|hersteller|géant|fabricant"
    r"|produttore|gigante|fornitore|fornecedora?|производител\w+|producent\w*|dostawc\w+) (?:\w+ )?"
    r"(?:de|des|di|da|von|del|d['’])?\s?(?:la |los |el )?(?:servicios )?(?:cloud|nube|chips?"
    r"|puces|semiconductores"
    r"|processori|procesadores|gpus?|чипов|nuvem)\b|\bcloud-(?:konzern|anbieter|riese\w*)"
    r"|\bchip(?:konzern|hersteller)\w*"
)

# With a host, or between a lab and its supplier, one of these is about compute.
TENANCY_EUROPE: Final = (
    r"\b(?:contratos?|contrats?|contratt[oi]|контракт\w*|umow\w+|kontrakt\w*|sözleşme\w*"
    r"|contractul\w*"
    r"|alquiler\w*|arrendamient\w+|pedidos?|bail|auftr[aä]g\w*|commessa|encomenda)\b"
)

# A company founded to own what a deal is about.
VEHICLE_EUROPE: Final = (
    r"veh[íi]culo (?:de prop[óo]sito|de inversi|especial)\w*|zweckgesellschaft|societ[àa] veicolo"
    r"|veículo de"
    r" prop[óo]sito|v[ée]hicule (?:ad hoc|sp[ée]cial|d[ée]di[ée]|d['’]investissement)|vehicul cu "
    r"scop"
    r"|компани\w+ специального назначения|sp[óo][łl]k\w+ celow\w+|özel amaçl\w+|\(spv\)|\(spv, "
    r"|ligad\w+ a los"
    r" (?:procesadores|chips|gpu)|estructura financiera"
)

# A takeover where a title has only a deal, or nothing of it.
TAKEOVER_EUROPE: Final = (
    r"\bneemt\b[^.]{0,200}\bover\b|\b(?:grootste|gr[öo](?:ß|ss)te\w*|mayor|maior|plus grande?"
    r"|pi[ùu] grande|крупнейш\w+|najwi[ęe]ksz\w+) (?:overname|[üu]bernahme|adquisici[óo]n"
    r"|aquisi[çc][ãa]o|acquisition|acquisizione|поглощени\w+|przej[ęe]ci\w+)"
    r"|(?:adquirir|comprar|acquisire|rilevare|acqu[ée]rir|racheter|übernehmen|overnemen) (?:\S+ "
    r"){1,5}?"
    r"(?:por|per|pour|voor|f[üu]r) (?:\S+ ){0,2}(?:us|eu)?[$€£]?\s?\d|(?:compra|adquisici[óo]n"
    r"|aquisi[çc][ãa]o"
    r"|acquisizione|rachat|übernahme|overname|покупк\w+|поглощени\w+) (?:de|di|da|von|van|du|des"
    r"|d['’])"
    r"[^.;]{0,40}(?:start-?up|empresa|compañía|azienda|société|unternehmen|entwickler\w*)"
)
