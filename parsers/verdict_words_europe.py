"""The words a verdict asks for in the languages of Europe and in Turkish: tables.

Every row is a regular expression for folded text: that two do something together, what they deal
in, and what makes a deal of another kind.
"""

from typing import Final

# That a second side has signed, or takes or gives what one company has.
COUNTERPART_EUROPE: Final = (
    r"\b(?:wird|werden|will|wollen|soll|sollen) (?:[^\s;]+ ){1,18}?liefern\b"
    r"|\b(?:zal|zullen|gaat|gaan) (?:[^\s;]+ ){1,18}?leveren\b"
    r"|\b(?:umow\w+|kontrakt\w*|contract(?:ul|ului)|acord(?:ul|ului)?|соглашени\w+|сделк\w+"
    r"|договор\w*"
    r"|anlaşma\w*|sözleşme\w*|accordo|(?<!de )acordo|overeenkomst|vereinbarung|mietvertr\w+)\b"
    r"|аренд\w+|(?:gro(?:ß|ss))?auftrag an|wynaj\w+"
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
    r"|(?:,|&|\b(?:y|e|et|und|en|и|i|[șs]i|ve)) (?:\S+ ){1,6}(?:anunci(?:an|aron|am|aram)"
    r"|presenta(?:n|ron|m|ram)|constru(?:yen|ir[áa]n|yeron|ir[ãa]o|em|isent|iront)|planean"
    r"|planejam|inv[ie]+rt(?:en|ir[áa]n|ieron)|invest(?:em|ir[ãa]o|iram|issent|iront|ono|iranno)"
    r"|lan[zç]a(?:n|r[áa]n|m)|lancent|annoncent|pr[ée]sentent|annunciano|presentano|costruiscono"
    r"|costruiranno|lanciano|bauen|ziehen|planen|starten|investieren|pr[äa]sentieren|errichten"
    r"|k[üu]ndigen|bouwen|investeren|presenteren|starten|kondigen|построят|строят|инвестируют"
    r"|объявили|запускают|zbuduj[ąa]|buduj[ąa]|og[łl]osi[łl]y|zainwestuj[ąa]|anun[țt][ăa]"
    r"|kuracak|kuruyor|duyurdu|a[çc][ıi]klad[ıi])\b"
    r"(?! (?:\S+ ){0,8}?(?:rechenzentren|datenzentren|centros de da[td]os|centres de données"
    r"|centri dati|data ?cent(?:er|re)s)\b)"
)

# What a title not in English runs on, besides the words for it that every language has.
HARDWARE_EUROPE: Final = (
    r"\b(?:(?:mega|macro)centr\w+|nube|nuvem|nuage|c[óo]mputo|computaci[óo]n|computa[çc][ãa]o"
    r"|calcul\b|calcolo|rechen\w*"
    r"|rekenkracht|(?:dator|beräknings|regne)kraft|cloud-\w+|облак\w+|облачн\w+|вычислит\w+"
    r"|чип\w*|chmur\w+|obliczeniow\w+"
    r"|centr\w+ (?:de )?dat\w+|centros? de dados|centres? de donn[ée]es|centri dati|servidores"
    r"|serveurs|server|дата-центр\w*|centr\w+ danych|veri merkez\w*|bulut\w*|puces?|çip\w*)"
    r"|\b(?:acuerdo|alianza|contrato|acordo|parceria|accord|contrat|partenariat|accordo|contratto"
    r"|\w*vertrag|\w*deal|partnerschaft|overeenkomst|соглашени\w|контракт\w*|umow[aęy]|anlaşma\w*)"
    r"\b.{0,60}\b(?:google cloud|oracle cloud|azure|aws|amazon web services)\b"
    # What a model is trained or run on: "elige AWS para entrenar Claude".
    r"|\b(?:google cloud|oracle cloud|azure|aws|amazon web services)\b[^.;:]{0,40}?\b(?:para|pour"
    r"|per) (?:\S+ )?(?:trein|entren|entra[iî]n|addestr|hosped|aloj|h[eé]berg|rod|ejecut|execut)\w+"
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
    r"|(?:chatgpt|claude|grok|gemini|copilot|llama)\s?(?:系列)?(?:大?模型|聊天[机機]器人)?(?:背[后後])?的?\s?"
    r"(?:[开開][发發][商者]|母公司|研[发發][商方]|[厂廠]商)"
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
    r"|série [a-h]|fue valorad\w+)\b|[轮輪]的?[^，。；]{0,12}(?:[融募][资資]|[筹籌][资資])"
)

# Debt for a customer or a site: "levanta 2.600 millones de deuda para servir a OpenAI".
RAISED_TO_SERVE_EUROPE: Final = (
    r"\b(?:deuda|d[íi]vida|dette|debito|pr[êe]ts?|pr[ée]stamos?|cr[ée]dit[os]?|bonos|bonds|notas"
    r"|empr[ée]stimos?|prestit[oi]|obligations|obbligazioni)\b [^.;:]{0,50}?(?:para|pour|per) "
    r"(?:(?:su|seu|son|il|o|el|le|la|un|suo|um) )?(?:\S+ ){0,2}?(?:servir|atender|cumplir|cumprir"
    r"|fournir|servire|rifornire|campus|centros? de da[dt]os|data ?cent(?:er|re)s?"
    r"|centres? de donn[ée]es|contrat[oi]?\b|contratto|pedido|commande)"
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
    r"|contractul\w*|alquiler\w*|arrendamient\w+|pedidos?|bail|auftr[aä]g\w*|commessa|encomenda)\b"
)

# A company founded to own what a deal is about.
VEHICLE_EUROPE: Final = (
    r"veh[íi]culo (?:de prop[óo]sito|de inversi|especial)\w*|zweckgesellschaft|societ[àa] veicolo"
    r"|veículo de"
    r" prop[óo]sito|v[ée]hicule (?:ad hoc|sp[ée]cial|d[ée]di[ée]|d['’]investissement)|vehicul cu "
    r"scop|компани\w+ специального назначения|sp[óo][łl]k\w+ celow\w+|özel amaçl\w+|\(spv\)|\(spv, "
    r"|ligad\w+ a los (?:procesadores|chips|gpu)|estructura financiera"
)

# A takeover where a title has only a deal, or nothing of it.
TAKEOVER_EUROPE: Final = (
    r"\bneemt\b[^.]{0,200}\bover\b|\b(?:grootste|gr[öo](?:ß|ss)te\w*|mayor|maior|plus grande?"
    r"|pi[ùu] grande|крупнейш\w+|najwi[ęe]ksz\w+) (?:overname|[üu]bernahme|adquisici[óo]n"
    r"|aquisi[çc][ãa]o|acquisition|acquisizione|поглощени\w+|przej[ęe]ci\w+)"
    r"|(?:adquirir|comprar|acquisire|rilevare|acqu[ée]rir|racheter|übernehmen|overnemen) (?:\S+ "
    r"){1,5}?(?:por|per|pour|voor|f[üu]r) (?:\S+ ){0,2}(?:us|eu)?[$€£]?\s?\d"
    r"|\b(?:se fusion(?:a|an|ó|ar[áa]n?)|se funde|fusionne(?:nt)?|fusionier(?:t|en)|si fond(?:e"
    r"|ono)|fuseert|fuseren) (?:con|com|avec|mit|met)\b|(?:compra|adquisici[óo]n"
    r"|aquisi[çc][ãa]o"
    r"|acquisizione|rachat|übernahme|overname|покупк\w+|поглощени\w+) (?:de|di|da|von|van|du|des"
    r"|d['’])"
    r"[^.;]{0,40}(?:start-?up|empresa|compañía|azienda|société|unternehmen|entwickler\w*)"
)

# What else a text is about: the reason and its weight as in `deal_words`, rows begin a word.
NOT_THE_SUBJECT_EUROPE: Final = (
    (
        "parts, not compute",
        2,
        r"(?:chips?|puces|semiconductores|semicondutores|circuits) (?:de |di |da )?(?:la )?"
        r"(?:mem[oó]rias?|m[ée]moires?)\b|(?:speicher|geheugen)chips?\b|чип\w* памяти|микросхем\w*"
        r" памяти|uk[łl]ad\w* pami[ęe]ci|pami[ęe]ci (?:hbm|dram)|cipuri de memorie|bellek"
        r" (?:[çc]ip|yonga)\w*|fibra [óo]ptica|fibras [óo]pticas|fibre optique|glasfaser\w*"
        r"|glasvezel\w*",
        "",
    ),
    (
        "a funding round",
        1,
        r"recaud(?:a|an|ó|aron|ar[áa])\b .{0,40}(?:milh|bilh|millones|mdd)|ronda de (?:finan|invers"
        r"|capital)|l[èe]ve\b .{0,40}(?:million|milliard)|lev[ée]e d(?:e fonds|(?:e |['’])\d)"
        r"|(?<=en )s[ée]rie [a-h]\b|finanzierungsrunde|rodada de|capta\b .{0,40}(?:milh|bilh"
        r"|millones)|levanta\b .{0,40}(?:milh|bilh|millones)|round di (?:finanz|invest)"
        r"|financieringsronde|rund\w* finansow\w+|rund[ăa] de (?:finan|invest)"
        r"|yatirim turu|ронд|привле(?:к|чёт|чет)\w* .{0,40}(?:млн|млрд)|raccoglie\b .{0,40}mili"
        r"|sammelt\b .{0,60}\bein\b|haalt\b .{0,60}\bop\b|fue valorad\w+|valoraci[óo]n de"
        r"|bewertung von|emisi[óo]n de (?:bonos|deuda)"
        r"|(?:coloc|emit|lan[zç]|vend|colloc|emett)(?:an?|[óo]u?|e[mn]?|iu|i[óo]|ono|er[áàa]n?"
        r"|ir[áa]n?)"
        r" (?:[^\s,;:]+ ){0,5}?(?:bonos|obligaciones|obriga[çc][õo]es|t[íi]tulos|deb[êe]ntures"
        r"|bonds?"
        r"|titoli)\b"
        r"|anleihen?\b|obbligazion\w+"
        r"|obligations? convert",
        "",
    ),
    (
        "earnings or guidance",
        2,
        r"resultados (?:financieros|del)|(?:gastos?|inversi[óo]n) (?:de|en) capital|beneficios?\b"
        r"|quartal\w*|gewinn\b|выручк\w+|прибыл\w+"
        r"|ricavi\b|utili\b|lucro\b|przych[óo]d\w+|zysk\w*|venituri\w*|gelir\w* (?:art|y[üu]ksel)"
        r"|b[ée]n[ée]fices?\b|winst\b|prognos\w+|pron[óo]stic\w+|previsione\w*",
        "",
    ),
    (
        "a share move",
        2,
        r"(?:aktien?|aandeel|aandelen|акци\w+|akcj\w+|ac[țt]iuni\w*|hisse\w*|azioni|a[çc][õo]es"
        r"|acciones|titolo)\b(?:[^.;–—]{0,60} [–—-] [^.;–—]{0,140} [–—-] )?.{0,40}\b(?:(?:sub"
        r"|ca)(?:en?|i[óo]|ieron|y[óo]|yeron|en)\b|(?:se "
        r")?(?:dispar|desplom|sprin|steig"
        r"|st[üu]rz|f[äa]ll|stijg|daal|kelder|вырос|раст|упал|паде|взлет|обвал|wzros|spad|cresc"
        r"|sc[ăa]d|y[üu]kse"
        r"|d[üu]ş|volan|croll|grimp|baiss|chut)\w*|salg?ono?\b|scende\b|legt .{0,20}\bzu\b)"
        r"|zieht .{0,40}\baktien?\b",
        "",
    ),
    (
        "a tip for investors",
        2,
        r"kursziel\w*|koersdoel\w*|precios? objetivo|prezz[oi] obiettivo|objectifs? de cours"
        r"|pre[çc]os?-alvo|pre[çc]os? alvo|целев\w+ цен\w+|cen\w+ docelow\w+|pre[țt]\w* [țt]int[ăa]"
        r"|hedef fiyat\w*",
        "",
    ),
    (
        "a bid",
        2,
        r"(?:(?:optan?|optar[áa]n?)(?= a)|concorrem?|aspiran?|candidatan?|licitan?|pujan?"
        r"|concurren?"
        r"|se presentan?|si candidan?o?) (?:a|por|para|para?l|al?l[ae]?|ao|à) (?:\S+ ){0,4}?"
        r"(?:contrat\w+|licita\w+|concurso\w*|subasta\w*|leil\w+|gar[ae]|appalt\w+|edital)\b"
        r"|(?:bewirbt|bewerben) sich (?:\S+ ){0,4}?um (?:\S+ ){0,5}?\w*(?:auftr[aä]g|vertr[aä]g)\w*"
        r"|(?:candidate?s?|candidatent|concour(?:t|ent)) (?:pour|à) (?:\S+ ){0,4}?"
        r"(?:contrats?|march[ée]s?|appels?)\b",
        "",
    ),
    (
        "a takeover",
        2,
        r"(?:se fusion|fusionar)\w*|se (?:queda|qued[óo]|hace|hizo|har[áa]) con (?!.*(?:capacidad"
        r"|contrato|pedido|[gt]pus?\b|chips de (?!ia\b)|[gm]w\b|vatios|\d ?%))|opa\b"
        r"|verkauf\w* (?:\S+ ){0,3}?\S*(?:sparte|tochter\w*|gesch[äa]ft|anteile?|beteiligung)\b"
        r"|(?:vende|cede|c[èe]de) (?:\S+ ){0,3}?(?:filial\w*|divisi\w+|participa\w+|partecipa\w+)"
        # a firm for a sum: what is bought is no goods, wherever those stand
        r"|(?:compran?|compr[óo]|comprar[áa]n?|comprou|adquieren|adquirieron|adquirir[áa]n"
        r"|ach[èe]t(?:e|ent|era)|acquista(?:no)?|acquister[àa]|kauf(?:t|en)|koopt|kopen|купит"
        r"|покупает)"
        r" (?!.*(?:chips?\b|puces?|[gtc]pus?\b|capaci|kapazit|leistung|c[óo]mput|calcul|calcolo"
        r"|poten[cz]|servid|server|serveur|acc?[ée]l|beschleun|proc?ess|nube|nuvem|nuage|cloud"
        r"|hardware|equip|infra|cl[úu]ster|s[iy]stem|[gm]w\b|[vw]at|h[12]00|b[23]00|racks?|energ"
        r"|strom|чип|сервер|мощност|ускорит|\bbei\b|\bbij\b|\bchez\b))"
        r"[^,;]{2,60}? (?:por|für|voor|pour|per|за) (?:\S+ ){0,3}?(?:us|eu)?[$€£]?\s?\d"
        r"|compra de (?:la )?(?:empresa|startup|compañía|firma)"
        r"|(?:compran?|compr[óo]|comprar[áa]n?|comprou|adquieren?|adquiri[óo]|adquirir[áa]n?"
        r"|adquir(?:e|iu)"
        r"|ach[èe]t(?:e|ent|era)|rach[èe]t(?:e|ent|era)|acquista(?:no)?|acquister[àa]|kauf(?:t|en)"
        r"|[üu]bernimmt|koopt|kopen)"
        r" (?:l['’]|une? |uma? |un[ao]? |eine[nm]? |een |la |el )?(?:\w+ )?(?:start-?up|empresas?"
        r"|compañía|operadora?|operatore|op[ée]rateur|betreiber|exploitant|proveedora?|azienda"
        r"|societ[àa]|soci[ée]t[ée]|entreprise|unternehmen|firma|bedrijf|desarrolladora?)"
        r" (?:de|d[aei]|di|von|van|für|d['’])(?!.*(?:[gt]pus?\b|\d chips\b|capaci))"
        r"|поглощ\w+|слияни\w+|przej(?:mie|ęła|ął|mując|ęci)\w*|preia\b|preluare\w*|satin alma "
        r"anlaşma\w*"
        r"|(?:adquir\w+|adquier\w+|acquist\w+|acqui[eè]r\w*|ach[eè]t\w+|rach[eè]t\w+|compr\w+"
        r"|erw[ei]rb\w*|kauf(?:t|te|en)|koopt|kopen|купил\w*|kupi\w*|przej\w+)"
        r" (?:(?!\w*(?:capaci|kapazit|leistung|espa[cç]|spazi|chips?\b|[gt]pus?\b|en\b|in\b"
        r"|em\b))\S+ ){0,3}?"
        r"(?:data ?cent(?:er|re)s?|centros? de da[dt]os|centres? de donn[ée]es|centri dati"
        r"|\w*rechenzentr\w+|datacentr\w*|дата-центр\w*|centr\w+ danych) "
        r"(?:del?|d[aeo]s?|d[aei]ll?[ae]|di|von|van|d['’])\b"
        r"|devral\w*|fusione\b|(?:adquisici[óo]n|aquisi[çc][ãa]o|acquisition|acquisizione|rachat"
        r"|[üu]bernahme|overname|przej[ęe]ci\w+|achizi[țt]i\w+|приобретени\w+|покупк\w+) (?:de"
        r"|d[eou]"
        r"|da|di|von|van|d['’]|des|der|einer|eines)? ?(?:\w+ ){0,3}?(?:impiant\w+|stabiliment\w+"
        r"|siti?o?"
        r"|societ[àa]|aziend[ae]|plantas?|terrenos?|empresas?|compañ[íi]as?|startups?|usinas?"
        r"|usines?"
        r"|sites?|entreprises?|soci[ée]t[ée]s?|standort\w*|werks?|unternehmens?|firmen?|bedrijf"
        r"|завод\w*|площадк\w*|компани\w+|sp[óo][łl]k\w+|firmy|zak[łl]ad\w+|companiei?|start-?ups?)"
        r"\b|overneemt|neemt .{0,40}\bover\b|übernehmen\b"
        r"|(?:kauft|kaufte|compra|ach[èe]te|koopt|acquista|купил\w*|kupi\w*|cump[ăa]r\w+) "
        r".{0,30}\b(?:acres"
        r"|hektar\w*|hect[áa]re\w*|ettari|hectares|grundst[üu]ck\w*|terrenos?|terrain|grond"
        r"|участ\w+|dzia[łl]k\w+)"
        r"|\b(?:vende[mn]?|vend(?:ent|ono)?|c[èe]d(?:e[mn]?t?|ono)) "
        r"(?:(?!\d)[^\s.;:]+ ){0,5}?(?:terreno|terrain)s?\b",
        "",
    ),
    (
        "a power contract",
        2,
        r"(?:suminist|provee|compra|contrat|acuerdo|fornir|fornisc|fornitur|accord|fornec|acordo"
        r"|fourni"
        r"|(?:be)?liefer|vertrag|abkommen|vereinbarung|lever|overeenkomst|постав|соглашени|контракт"
        r"|dostarcz|umow"
        r"|furniz|acord|contrato|contratto|contrat)\w*\b.{0,40}\b(?:energ[íi]a (?:\w+ )?(?:solar"
        r"|e[óo]lica"
        r"|nuclear|renovable|limpia|geot[ée]rmica|el[ée]ctrica)|energia (?:solar|e[óo]lica|nuclear"
        r"|renov[áa]vel|limpa|rinnovabil\w+|nuclear\w+|pulita)|de energia\b|di energia\b"
        r"|ele(?:c)?tricidade?\b|elettricit[àa]|[ée]lectricit[ée]|[ée]nergie (?:\w+ )?(?:nucl"
        r"|solair"
        r"|renouv|[ée]ol)\w*"
        r"|(?:wind|solar|[öo]ko|atom|gr[üu]n)?strom\w*|kernenergie|(?:wind|zonne|atoom)?stroom\b"
        r"|windenergie|zonne\w*"
        r"|электроэнерги\w+|энергии\b|аэс\b|energii\b|pr[ąa]du\b|energie (?:electric|nuclear"
        r"|solar)\w*)"
        r"|atomstrom\w*|atom-?deals?\b|atomkraft\w*|kernenergie\w*|kernkraftwerk\w*"
        r"|energ[íi]a nuclear|reactores? (?:nuclear|modular)\w*|mini-?reactor\w*|kernkraft\w*"
        r"|nükleer\w*"
        r"|атомн\w+ (?:энерг|станц)\w*|elektrownia\w*|elektrowni\w* (?:atom|j[ąa]dr)\w*",
        "",
    ),
    (
        "a lawsuit",
        1,
        r"demanda (?:judicial|contra|colectiva)|processo judicial|иск\b|суд\b|pozew|pozw\w+"
        r"|dava\b|proces în"
        r"|denunci[aó]\b|plainte\b|querell\w+|rechtszaak|(?:attaqu|assign"
        r"|poursui)\w+ .{0,60}\ben justice"
        r"|cit\w+ in giudizio|fa causa a",
        "",
    ),
    (
        "a fund for investments",
        2,
        r"(?:lanz|cre|lanc|leg|gr[üu]nd|созда|запуска|utworz|kur)\w* (?:\S+ ){0,2}(?:fondo|fonds"
        r"|fundo|фонд|fundusz)\b",
        "",
    ),
    (
        "one's own investment",
        1,
        r"(?:inv[ie]+[rs]t\w*|destin\w+|инвест\w+|inwest\w+|zainwest\w+|yatirim\w*) "
        r".{0,60}?\b(?:en|em|in|na|no|nel"
        r"|nella|w|we|în|в|au|aux) (?:la |el |los |las |il |der |den |das |o |a )?(?:espa[ñn]\w*"
        r"|arag[óo]n"
        r"|m[ée]xic\w+"
        r"|m[ée]jico|brasil|argentina|chile|colombia|portugal|deutschland|germania|alemania"
        r"|alemanha|nrw"
        r"|italia|it[áa]li\w|fran[cç]\w+|francia|polsce|polska|rom[âa]ni\w|nederland|benelux"
        r"|suiza|schweiz"
        r"|svizzera|индии?|росси\w|европ\w|германи\w|indi[ae]n?|japan|jap[óo]n|europa|catalu[ñn]a"
        r"|madrid"
        r"|querétaro|uruguay|t[üu]rkiye\w*|ee\.? ?uu|estados unidos|regno unito|reino unido"
        r"|royaume-uni|gro(?:ß|ss)britannien|vereinigte"
        r"s? k[öo]nigreich|великобритани\w|wielkiej brytanii|marea britanie|verenigd koninkrijk"
        r"|stati uniti|[ée]tats-unis|сша\b|usa\b|vereinigt\w+ \w+)",
        "",
    ),
    (
        "what many invest of their own",
        2,
        r"(?:hyperscalers?|big tech|tech-?(?:giganten|konzerne|reuzen|bedrijven|riesen)|grandes "
        r"tecnol[óo]gicas|tecnol[óo]gicas|g[ée]ants (?:de la tech|du num[ée]rique)|giganti tech"
        r"|big "
        r"techs) (?:\S+ ){0,2}?(?:investeren|investieren|stecken|pumpen|invierten|invertir[áa]n"
        r"|gastan|gastar[áa]n|investem|gastam|investono|spendono|investissent|d[ée]pensent)",
        "",
    ),
    (
        "many deals at once",
        2,
        # "Die größten KI-Deals des Jahres", "los mayores contratos de centros de datos"
        r"(?<!de )(?<!di )(?<!van )(?:die|de|los|las|les|os|as|i|gli) (?:\d+ |zehn |diez |dix )?"
        r"(?:gr[öo](?:ß|ss)ten|teuersten|grootste|mayores|principales|grandes|maiores|principais"
        r"|maggiori|principali|plus (?:gros|grands|grosses))(?: [^\s,;:]+){0,2}? [\w-]{0,20}"
        r"(?:deals|verträge|acuerdos|contratos|contrats|accords|accordi|contratti|acordos"
        r"|contracten)\b",
        "",
    ),
    (
        "what a side thinks of another",
        1,
        r"(?:no |nicht |niet |non |n['’])(?:est[áaà]n?|es|são|é|ist|sind|is|zijn|è|sono|est|sont"
        r"|pas|mit) "
        r"(?:\w+ ){0,2}?(?:satisfech|conten|zufrieden|tevreden|soddisfat|satisf)\w*|insatisfech\w+"
        r"|descontent[oea]s?|unzufrieden|m[ée]content\w*|insoddisfatt\w+|ontevreden",
        "",
    ),
    (
        "what is owed",
        1,
        r"bor[çc] y[üu]k\w*|bor[çc]lan\w*|schulden(?:berg|last|welle)\w*|verschuld\w+|endettement"
        r"|endeudamiento|endividamento|indebitamento|montaña de deuda|долгов\w+ (?:нагрузк|брем)\w*"
        r"|zad[łl]u[żz]eni\w+|[îi]ndatorar\w+",
        "",
    ),
    (
        "a licence or content",
        2,
        r"(?:llevar|traer|integrar|incorporar|trazer|levar|apporter|int[ée]grer|portare|integrare)"
        r" (?:la |l['’]|a )?(?:ia|ai|inteligencia artificial|intelig[êe]ncia artificial"
        r"|intelligence"
        r" artificielle|intelligenza artificiale|modelos|mod[èe]les|modelli) (?:\S+ ){0,3}?(?:a|en"
        r"|aos?"
        r"|às?|nos?|nas?|aux?|dans|ai|alle|nei|nelle) (?:l[oae]s? |les )?(?:datos|empresas|clientes"
        r"|productos|aplicaciones|usuarios|oficinas|dados|produtos|entreprises|donn[ée]es|clients"
        r"|produits|aziende|imprese|dati|prodotti)\b(?!.*(?:centr|chips|[gt]pus?\b|c[óo]mputo"
        r"|capaci))"
        r"|lizenz\w*|licenza\w*|licen[çc]a\w*|licencia\w*|лицензи\w+|licencj\w+|lisans\w*|licence "
        r"de"
        r"|derechos de autor|contenidos\b|inhalte\b",
        "",
    ),
    (
        "what a government says",
        2,
        r"(?:ee\.? ?uu\.?|estados unidos|eua|washington|(?:la )?casa (?:blanca|branca)"
        r"|(?:les )?[ée]tats-unis|(?:die )?usa|pekín|pequim|p[ée]kin|peking)"
        r" (?:asegura|acusa|advierte|denuncia|investiga|afirma"
        r"|alerta|adverte|accusent?|affirment?|werfen|wirft|beschuldig\w+)\b",
        "",
    ),
    (
        "policy or rules",
        1,
        r"aranceles|exportaciones a|restricciones|sanciones|sanktionen|exportkontroll\w*"
        r"|exportbeschr[äa]nk\w*"
        r"|санкци\w+|запрет\w*|разреш(?:ил|ает)\w*|sankcj\w+|ihracat|exportations? vers|dazi\b"
        r"|tarifas\b",
        "",
    ),
)
