"""The words deals are told in: tables only, one per question, in the languages we read.

Every row is a regular expression for folded text. Rows in letters are anchored at the edges of
words by `deal_words`; scripts that set no spaces are not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final

from parsers.deal_words_east import (
    APPLIED_EAST,
    ARRANGEMENT_EAST,
    BACKGROUND_EAST,
    CALLED_OFF_EAST,
    COMPUTE_EAST,
    COUNTERPART_EAST,
    DENIED_EAST,
    EXPANSION_EAST,
    LAND_EAST,
    NAMING_EAST,
    PARTS_EAST,
    POWER_EAST,
    RESEARCH_EAST,
    RIVALRY_EAST,
    SHARE_SOLD_EAST,
    TALKS_EAST,
)
from parsers.deal_words_europe import ARRANGEMENT_GERMANIC, COMPUTE_GERMANIC
from parsers.frames.words import SUM_BETWEEN
from parsers.frames.words_europe import EUROPEAN_VERBS

# What is bought: without one of these a text is not about compute.
COMPUTE: Final = (
    r"comput(?:e|ing)",
    r"cloud",
    r"data[- ]?cent(?:er|re)s?|data[- ]halls?|server farms?",
    r"[gtnl]pus?",
    r"chip(?:e?s)?|chipmakers?",
    r"processors?",
    r"accelerators?",
    r"servers?|racks",
    r"capacity",
    r"gigawatts?|gw|megawatts?|mw|multi-gigawatt",
    r"\d+(?:\.\d+)?\s?(?:gw|mw)",
    r"super-?computers?|superpods?|dgx|hgx|(?<!office )campus(?:es)?",
    r"(?:gpus?|ai|chips?|tpus?|training|inference|computing|nvidia|amd) (?:clusters?|pods?"
    r"|systems?)",
    r"ai (?:research )?machines?",
    r"ai (?:cent(?:er|re)s?|infrastructure|infra|hardware|fabric|campus|factory|factories|hosting"
    r"|lease|hall|workloads|hubs?|parks?"
    r"|grid|complex|gigafactor(?:y|ies)|superclusters?)|superclusters?",
    r"digital infrastructure|exascale|petascale|(?:ai|gpu|data[- ]cent(?:er|re)) (?:stack"
    r"|build-?outs?)",
    r"colocation|colo|hosting",
    r"hpc",
    r"(?:trainium|inferentia|graviton)\d?|blackwells?|hoppers?|rubins?|mtia|instinct|helios"
    r"|gaudi|ascends?"
    r"|maia|cerebras|sambanova|(?:nvidia|amd|groq) (?:orders?|systems?|machines?|hardware)"
    r"|hardware (?:de|da|von|van|di) (?:nvidia|amd|dell|super ?micro|hpe|lenovo)",
    # Models of accelerators by their form: GB300s, H200, MI450X, VR200.
    r"(?:gb|vr|mi|[ahb])[123]\d[05]x?s?|mi4\d\dx?s?|wafer-scale|h20|[ah]800|b30a|910[bc]",
    r"(?:inference|training) (?:contract|capacity|deal|workloads?|services?|networks?|platforms?"
    r"|hubs?|infrastructure|farms?)",
    r"colossus|stargate|abilene|lake mariner|polaris forge|hyperion|fairwater|project rainier|azure"
    r"|condor galaxy|aws",
    r"hyperscal\w+|isambard(?:-ai)?|jean zay|marenostrum|gefion|el capitan|hpc6|jupiter ai",
    *COMPUTE_EAST,
    COMPUTE_GERMANIC,
    r"(?:poder|potencia|recursos|capacidades) (?:inform[áa]tic[oa]s?|computacional(?:es)?|de "
    r"c[áa]lculo"
    r"|de procesamiento)|(?:puissance|ressources) informatiques?|risorse (?:di calcolo"
    r"|informatiche)",
    r"centros? de (?:datos|c[oó]mputo|procesamiento|dados)|nube|c[oó]mputo|computaci[oó]n|capacidad"
    r"|infraestructura de ia|servidores|procesadores|gigavatios?|megavatios?",
    r"(?:rechen|daten)zentr\w+|[\w-]{0,40}rechenauftr\w+|rechen(?:leistung|kapazit\w+|power|kraft"
    r"|ressourcen)"
    r"|cloud-?(?:kapazit|contract|deal|overeenkomst|capacit"
    r"|dienst|infrastruktur|rechen|vertr|auftr)\w*"
    r"|(?:ki|mikro|micro)-?chips?|ki-(?:infrastruktur|cluster|server)\w*|grafikprozessor\w*",
    r"datacent(?:er|rum|re|ret|ra)s?|datasenter\w*|rekenkracht|reken(?:capaciteit|vermogen)"
    r"|ai-?infrastructuur|ber[äe][kg]nings(?:kraft|kapacitet)|(?:regne|dator|data)kraft"
    r"|superdator\w*|grafikproces+or\w*|molntjänst\w*|molnkapacitet|ai-?(?:cent(?:er|ret)"
    r"|fabrik(?:en)?)",
    r"(?:centres?|puissance|capacit[ée]s?) de (?:donn[ée]es|calcul)|puces?|calcul|infonuagique"
    r"|serveurs?"
    r"|infrastructures? (?:d['’])?ia|m[ée]gawatts?",
    r"centri dati|calcolo|nuvem|supercalcolo|(?:mega|macro)cent(?:ros?|r[eo]s?|ri)"
    r"|cl[uú]ster(?:s|es)? (?:d['’]\s?|de |di |per l['’])(?:ia|ai|intelligen\w+|inteligen\w+)",
    r"дата-?центр\w*|цод\w*|чип\w*|обла(?:к|чн)\w*|вычислит\w*|ускорител\w+|сервер\w*|[гм]вт"
    r"|centr(?:um|a|ów|ach) danych|moc\w* obliczeniow\w+|chmur\w+|uk[łl]ad\w* (?:scalon|gpu|tpu"
    r"|ai)\w*"
    r"|serwer\w*|gigawat\w*|megawat\w*|superkomputer\w*"
    r"|centr\w+ de date|putere\w* de calcul|cipuri\w*|gigawa[țt]i|megawa[țt]i|supercalculator\w*"
    r"|veri merkez\w+|bulut\w*|çip\w*|işlem gücü\w*|bilgi işlem\w*|gigavat\w*|megavat\w*|sunucu\w*"
    r"|yapay zeka (?:merkez|kampüs|altyap|kapasite|fabrika|süper)\w*|pusat data|komputasi",
    r"potenza (?:di )?(?:calcolo|elaborativa|computazionale)|server|processori|supercomputer"
    r"|poder computacional|capacidade (?:de )?(?:comput|process)\w*|centros? de processamento"
    r"|(?<=\d )(?:aceleradores|acc[ée]l[ée]rateurs|acceleratori)|(?<=\bmil )aceleradores"
    r"|supercalculateurs?|gigawatts?|processeurs?|superordenador\w*|supercomput\w+|procesador\w*"
    r"|grafikkarten|grafikchips?|ki-beschleuniger\w*"
    r"|acc?[eé]l[eé]ra(?:dores|doras|teurs|tori) (?:de |d['’])?(?:ia|ai)"
    r"|hochleistungschips?|grafische (?:processors|kaarten)|cartes graphiques|schede grafiche"
    r"|tarjetas gráficas|placas gráficas|processadores|procesoare grafice|plăci grafice"
    r"|procesor\w* graficzn\w+|kart\w? graficzn\w+|ekran kart\w*"
    r"|центр\w* обработки данных|суперкомпьютер\w*|процессор\w*|видеокарт\w*|серверн\w*",
)

# Chips alone may be for phones or cars; they are compute where one of these stands beside them.
PLAIN_CHIPS: Final = (
    r"chip(?:e?s)?|chipmakers?|chip-?(?:deals?|orders?|vertrag|auftrag)|processors?|芯片|晶片|半導体|チップ|칩"
    r"|반도체|puces?|чип\w*"
)
AI_BESIDE: Final = (
    r"\bcustom(?:ized|ised)? (?:ai )?(?:silicon|chips?|accelerators?)\b|"
    r"(?a:\b(?:ai|ki|ia|amd|tpus?|gpus?)\b)|artificial|nvidia|google|cerebras|groq"
    r"|openai"
    r"|anthropic|\bxai\b|mistral|deepseek|bytedance|accelerator|inference|alibaba|t-head"
    r"|huawei|ascend|cambricon|hygon|moore threads|metax"
    r"|biren|kunlun|enflame|rebellions|furiosa\w*|rngd|tenstorrent|sambanova|d-matrix|gaudi"
    r"|trainium"
    r"|英伟达|輝達|人工智能|人工智慧|字节|字節"
    r"|谷歌|华为|華為|昇腾|昇騰|寒武纪|寒武紀|智能体|エヌビディア|グーグル|엔비디아|구글|오픈ai"
)

# Who buys compute whatever else it does: money from a supplier, or a site, is for that.
AI_LABS: Final = (
    r"openai|anthropic|(?a:\bxai\b)|mistral|reflection ai|poolside|cohere|thinking machines|cursor"
    r"|safe superintelligence|perplexity|moonshot|zhipu|z\.ai|minimax|stepfun|deepseek|stability ai"
    r"|black forest labs|aleph alpha|midjourney|liquid ai|\bharvey\b|sakana ai|月之暗面|智谱"
    r"|阶跃|百川"
)

# Gigawatts beside one of these are of a power plant.
PLAIN_POWER: Final = r"[\d.]*\s?[gm]w|gigawatts?|megawatts?|capacity"
ENERGY_BESIDE: Final = (
    r"\bsolar\b|\bwind\b|\bstorage\b|nuclear|turbines?\b|reactors?\b|renewable|electricity|\bgas\b"
    r"|(?:清[洁潔]|[绿綠]色|可再生|再生)(?:能源|[电電]力)|[绿綠][电電]|核[电電能]|光伏|[风風][电電]|太[阳陽]能"
    r"|クリーンエネルギー|再生可能エネルギー|再エネ|原発|太陽光|태양광|원전|재생\s?에너지|청정\s?에너지"
    r"|energ[íi]as? (?:renov|limpi|verde|solar|nuclear|rinnov|pulit)\w*|[ée]nergies? (?:renouv"
    r"|propre"
    r"|vert|solair|nucl)\w*|erneuerbar\w*|[öo]kostrom\w*|hernieuwbar\w*"
    r"|hydropower|batter(?:y|ies)\b|fuel cells?\b|power[- ]purchase|calvert cliffs"
    r"|three mile island"
    r"|\bcrane clean|susquehanna|palisades|\bvogtle|comanche peak|\bduane arnold|\bsmrs?\b"
)


def _by_letter(words: Iterable[str]) -> str:
    """One pattern of many words, by their first letters: so it is tried in a tenth of the time."""
    plain = {word.replace("_", " ") for word in words}
    ordered = sorted(plain, key=lambda word: (word[0], -len(word), word))
    rows = groupby(ordered, key=lambda word: word[0])
    return "|".join(
        f"{letter}(?:{'|'.join(re.escape(word[1:]) for word in group)})" for letter, group in rows
    )


# That two sides have, or had, or may have, an arrangement.
ARRANGEMENT: Final = (
    _by_letter(word for kind, row in EUROPEAN_VERBS if kind != "invest" for word in row.split()),
    r"invest(?:e[nm]?|ier(?:t|en)|e(?:ert|ren)|iss?ent|ono|iron[ot]|ir[àá]\w*)|инвестир\w+"
    r"|вложит|zainwest\w+|investe[șs]te|beteiligt sich|steigt ein",
    r"deals?",
    SUM_BETWEEN,
    r"agree(?:s|d|ment|ments)?(?: to)?",
    r"contract(?:s|ed)?",
    r"pacts?",
    r"accords?",
    r"partner(?:s|ed|ship|ships|ing)?",
    r"collaborat(?:e|es|ed|ing|ion)|cooperat(?:e|es|ed|ing|ion)|joint ventures?"
    r"|ventures?(?= between)",
    r"team(?:s|ed|ing)? (?:up|with)|join(?:s|ed)? (?:forces|hands)",
    r"tie-?ups?",
    r"alliance",
    r"sign(?:s|ed|ing)?",
    r"inks?|inked",
    r"str(?:ikes?|uck)",
    r"seals?|sealed",
    r"clinch(?:es|ed)?|finali[sz](?:es|ed|ing)",
    r"commit(?:s|ted|ting|ment|ments)?|pledge[sd]?",
    r"leas(?:e|es|ed|ing)|sublease[sd]?",
    r"rent(?:s|ed|ing|al)?(?: out)?",
    r"tenants?|tenancy|lessee|landlords?",
    r"suppl(?:y|ies|ied|ier)",
    r"orders?|ordered",
    r"buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|procur\w+",
    r"pay(?:s|ing)?|paid|(?:shell|fork|cough)(?:s|ed|ing)? (?:out|up)"
    r"|spen(?:d|ds|ding|t)(?= .*\b(?:to (?:tap|use|access|rent)|for (?:the )?(?:use of"
    r"|access to))\b)",
    r"spend(?:s|ing)?|spent",
    r"tap(?:s|ped)?",
    r"secur(?:es|ed|ing)|(?<!the )(?<!a )(?<!and )(?<!, )secure",
    r"lands?|landed|wins?|won",
    r"locks? (?:in|up)",
    r"customers?(?! first\b)|clients?|off-?takers?|anchors?",
    r"invest(?:s|ed|ing|ment)?(?!\.com)",
    r"bets?|betting|backs|backed|backing",
    r"extend(?:s|ed)?|broadens?|widens?|deepens?|ups|options?|ey(?:es|e?ing)|in line for|loses?",
    r"serves?|letters? of intent|memorandum|\bmou",
    r"(?:pour|put|inject|hand|get)s?(?= .*\d)",
    r"picks?|picked|(?:pick|choos|select|tapp)ing|chooses?|chose|chosen|selects?|selected|awards?"
    r"|awarded|books?|booked"
    r"|reserv(?:e|es|ed|ations?)|opts? for|(?:goes|going|will go) (?:with|to)",
    r"(?:snaps?|snatch(?:es)?|scoops?|gobbles?|buys?|picks?|takes?|soaks?|lines?) up|snapped up"
    r"|lined up"
    r"|access to|access(?:es|ed)(?= .{0,30}\b(?:chips|[gt]pus|compute|clusters?|capacity)\b)"
    r"|(?:acquired|acquiring)(?= .*\d)|takes? (?:(?!stake)\S+ ){0,6}(?:space|capacity"
    r"|halls?|buildings?|phases?|blocks?|clusters?|campus|racks?)\b"
    r"|becomes? (?:\S+ ){0,4}(?:buyer|user|taker|renter)"
    r"|moves? into|(?:ships?|shipped|offers?)(?= .*\bto\b)|(?:bags?|grabs?|nabs?|scores?|snags?"
    r"|gets?|takes?|gives?|sells?|acquires?|taking|adding"
    r"|obtains?|receives?|hires?)(?= .*\d)",
    r"fund(?:s|ed|ing)?|plans?(?= .*\d ?[gm]w)|arrang(?:e|es|ed|ing|ement|ements)|follow-(?:up"
    r"|on)|discuss(?:es|ed)?|migrat(?:e|es|ing)"
    r"|shift(?:s|ed|ing)? .{0,30}\bto|(?:mov|switch|transfer)(?:e?s|ed|ing)? (?:\S+ ){1,5}(?:on)?to"
    r"|(?:to|will) train (?:\S+ ){0,4}on|hand(?:s|ed|ing)(?= .*\b(?:halls?|buildings?"
    r"|phase|gpus|racks)\b)|asks? (?:\S+ ){1,4}(?:about|to|for)(?= .*\b(?:servers?|[gt]pus?"
    r"|capacity)\b)",
    r"(?:doubl|tripl|expand|grow)\w* (?:its |their )?(?:(?:gpu|compute) )?(?:footprint|presence"
    r"|bookings?) (?:with|at)"
    r"|(?:supercomputer|servers|chips|[gt]pus) (?:to |will )?comes? from"
    r"|turn(?:s|ing|ed)? to|tie[sd]? up|tying up|debuts?(?= .*\b(?:clusters?|supercomputers?)\b)"
    r"|(?:build|deliver|provid|suppl)\w*(?= .*\bsupercomputers?\b.{0,20} for\b)",
    r"denies|denied",
    r"host(?:s|ed|ing)?",
    r"(?:dedicated|reserved|devoted|earmarked) (?:to|for)|built for|(?:re)?sold to",
    r"talks|conversations|discussions|negotiat\w+|v(?:ies|ying)|hash(?:es|ing) out|weigh(?:s|ing)?"
    r"|mull(?:s|ing)?|consider(?:s|ing)?",
    r"lends?|lent|loans?|(?:debt|bond|note) (?:sale|offering|package)",
    r"underwrit(?:e|es|ten|ing)|financ(?:e|es|ed|ing)",
    r"(?:banks?|lenders?|bondholders?|syndicate) (?:\S+ ){0,3}(?:sell|syndicat|provid|arrang|line"
    r"|fund)\w*",
    r"backstops?|guarantee[sd]?|co-?signs?",
    r"expand(?:s|ed|ing)?|expansion",
    r"add(?:s|ed)?(?= .*\d)|exercis(?:es?|ed|ing) (?:\w+ ){0,3}(?:options?|rights?)|upsiz(?:es?"
    r"|ed|ing)"
    r"|pre-?let(?:s|ting)?|(?:begins?|starts?|began|started) billing",
    r"scrap(?:s|ped)?|cancel(?:s|l?ed)?|terminat(?:e|es|ed)|paus(?:e|es|ed)|halt(?:s|ed)?"
    r"|pull(?:s|ed|ing)? (?:out|back)|back(?:s|ed)? out|walk(?:s|ed|ing)? (?:away|out|from)|dropped"
    r"|shelv(?:e|es|ed)|on (?:ice|hold|the back burner)|freez(?:e|es)|froze|frozen|suspend(?:s"
    r"|ed)?|abandon(?:s|ed)?|defers?|deferred"
    r"|scal(?:e|es|ed|ing) back|cut(?:s|ting)? back|drops? (?:\S+ ){0,4}(?:leases?|deals?"
    r"|contracts?|add-ons?|expansion|plans?|campus|sites?|options?)",
    r"end(?:s|ed)? (?:plans?|talks)|parts? ways|withdr(?:aws?|ew|awn|awing) from"
    r"|(?:pull|yank|withdraw)(?:s|ed|ing)? (?:its )?(?:support|funding|financing|backing)",
    r"(?:sound|feel)(?:s|ed|ing)? out|haggl(?:es?|ed|ing)|court(?:s|ed|ing)|approach(?:es"
    r"|ed)(?! \W?\d)"
    r"|woo(?:s|ed|ing)|shop(?:s|ping)? (?:around )?for|contemplat(?:es|ed|ing)|seek(?:s"
    r"|ing)?(?= .*\d)"
    r"|(?:eyed|tipped|touted|seen|mooted) as(?= (?:an? |the )?(?:host|tenant|supplier|builder))",
    r"(?:turns? down|rebuffs?|spurns?|snubs?|rejects?|refuses|declines|fields)(?= .*\b(?:offers?"
    r"|bids?|proposals?|requests?|overtures?|approach|leas\w+|rent\w*)\b)"
    r"|refus(?:es|ed) to (?:back|fund|lend|finance|host|lease|supply|sell|rent)"
    r"|(?:ditch(?:es|ed|ing)?|dump(?:s|ed|ing)?)(?!.* (?:in-house|own)\b)|lets? .{0,80}\b(?:expire"
    r"|lapse)|(?:fall|come)s? apart"
    r"|fell (?:apart|through)|drop(?:s|ped)? out|reclaims?|unravel(?:s|led)?|(?:quits?"
    r"|exits?|leaving)(?= .*\b(?:sites?|campus|project|stargate|[gt]pus?)\b)|renews?|renewed",
    # With one company these are its own plan; see that another side is named.
    r"are (?:building|developing|constructing|co-developing)",
    r"(?:to|will)(?: not)? (?:use|build|provide|deploy|power|deliver|develop|host|operate|access"
    r"|adopt|house"
    r"|run|take|give|sell|make|get|receive|serve|fund|fill|occupy|rely|open|set up|construct|create"
    r"|install|establish|launch|co-develop|equip|carve out|set aside|earmark|allocate|ring-?fence"
    r"|dedicate)"
    r"|(?:carves?|carved|carving) out(?= .*\d)|(?:sets?|setting) aside(?= .*\d)"
    r"|(?:earmarks?|allocates?|ring-?fences?|dedicates?)(?= .*\d)",
    r"(?:will|would|can|does) not use|no (?:active |current |immediate )?plans? to use",
    r"announce",  # "A and B announce": the form two speak with
    r"go(?:es)? live|went live|(?:servers|racks|[gt]pus|halls?) (?:\w+ ){0,2}(?:switched on"
    r"|powered up)|adopts?|deploys|deliver(?:s|ed|y|ies|(?= [\d.,]+ ?[gm]w))"
    r"|deployments?|rollout",
    *ARRANGEMENT_EAST,
    ARRANGEMENT_GERMANIC,
    r"acuerdos?|contratos?|convenios?|alianza|pacto|pact[aó]n?|sell[aó]n?|firm[aó]n?|han? firmado"
    r"|cierran?|cerr[óo]|alquil\w+|arrend\w+|compr[aó]n?|comprar[áa]n?|inviert\w+|inver(?:tir"
    r"|si)\w*"
    r"|us(?:a|an|ar[áa]?)|utiliz\w+|suministr\w+|construir\w+|levantar\w+|dar[áa]n?|vend(?:e|en"
    r"|er[áa]n?)|proporcion\w+"
    r"|contrat[aó]n?|se al[íi]a|destin(?:an?|[óo]|ar[áa]n?)|pagar[áa]n?|reserv[aó]n?"
    r"|negoci(?!os?\b)\w+"
    r"|adjudic(?:an?|[óo]|ad[oa]s?|aron|ar[áa]n?)",
    r"obras? (?:de|d[aeo]s?|del)|baubeginn|spatenstich|grundstein\w*|travaux d[eu]s?|lavori (?:per"
    r"|del)",
    r"(?:gemeinsam\w+|gezamenlijke?) (?:\S+ ){0,2}?[\w-]{0,40}(?:projekt|project|vorhaben"
    r"|rechenzentr|datacent|fabri[ck])\w*|(?:proyecto|projeto|progetto|projet) "
    r"(?:con(?:j|g)(?:un|oin)t\w*|com[uú]n|comum|comune|commun)|joint (?:\S+ ){0,2}project",
    r"vereinbarung\w*|vertr[aä]g\w*|abkommen|partnerschaft|kooperation|kooperier\w+|schlie(?:ß|ss)t"
    r"|unterzeichn\w+|miete[tn]?|pachtet|kauf(?:t|en)|ordert|bestell\w+|beauftrag\w+|investier\w+"
    r"|setz(?:t|en) (?:\S+ ){0,3}auf|b[üu]rgschaft\w*|darlehen\w*|[\w-]{0,40}kredit\w*"
    r"|pr[ée]stamos?|prestito|avala|stell(?:t|en) .{0,80}\bbereit|verkauf(?:t|en)|vermiete[tn]?"
    r"|baut|stellt|nutz(?:t|en)|auftr[aä]g\w*|liefer\w+|sicher(?:t|n)|bucht|b[üu]rgt|garantier\w+"
    r"|verhand(?:el|lung)\w+|wette"
    r"|(?:milliarden|millionen|gro(?:ß|ss)|mega|cloud|chip|rahmen|liefer|miet|leasing|ki|miljarden)"
    r"(?:vertr[aä]g\w*|auftr[aä]g\w*|deals?|contracten|contract)",
    r"overeenkomst(?:en)?|contracten|akkoord|(?:onder)?tekent|sluit\w*|huurt|huren|koopt|kopen"
    r"|levert"
    r"|investeert|samenwerking\w*|werkt samen|partnerschap|onderhandel\w+",
    r"accords?|contrats?|partenariat|s['’](?:allie|associe|offre)\w*|sign(?:e|ent|é)|conclu\w*"
    r"|scell\w+|à l['’]achat"
    r"|lou(?:e|ent|er|é)|ach[eè]t\w+|command\w+|fourni\w+|investi\w+|mise sur|bail|n[ée]goci\w+"
    r"|met(?:tent)? en service(?= .{0,60} pour\b)"
    r"|pourparlers|à disposition|constru(?:it|ire|ira)|h[ée]berge\w*",
    r"accord[oi]|contratt[oi]|alleanza|firmano|sigla(?:no)?|affitt\w+|noleggi\w+|acquist\w+"
    r"|forni\w+"
    r"|si allea\w*|trattativ\w+|acordos?|parceria|fech(?:a|am|ou|aram)|assin(?:a|am|ou)|alug\w+"
    r"|fornec\w+|(?:maxi|mega|nuovo)[- ]?ordine|(?<=, )ordine(?= (?:a|da|con)\b)"
    # Who moves to another's cloud: "se muda a Azure".
    r"|se mudan? (?:a|para)|mudam?-se para|migran? (?:para|hacia)|d[ée]m[ée]nage(?:nt)?"
    r" (?:sur|chez|vers)|migre(?:nt)? (?:vers|chez|sur)|migra(?:no)? (?:su|verso)"
    r"|trasloca(?:no)? (?:su|da)",
    r"соглашени\w+|контракт\w*|договор\w*|сделк\w+|партн[её]рств\w+|подписал\w*|заключил\w*"
    r"|аренд\w+"
    r"|закуп\w+|заказал\w*|постав\w+|переговор\w+",
    r"umow\w+|kontrakt\w*|porozumieni\w+|podpis\w+|wynaj\w+|acord(?:ul|uri)?\w*|parteneriat\w*"
    r"|anlaş\w*|sözleşme\w*|kiral\w+|imzala\w*|tedarik \w+|satin al\w*|sağla(?:y|d)\w*|kullan\w*"
    r"|iş ?birliği\w*|ortakli\w*|görüşüyor\w*|yatirim yap\w*|inşa ed\w*|sipariş\w*"
    r"|(?:hyres|moln|mega|jätte|miljard|ram)?avtal\w*|aftale\w*|samarb[ei]\w+|tecknar"
    r"|(?:ut)?hyrs?|lejer?|leier?|k[öø]per?|kjøper?|beställer|bestiller"
    r"|na zakup|leverer(?:ar|er)?|levererar?|tillhandahåll\w+|investerar?|bygger|byggs"
    r"|kesepakatan|perjanjian|kontrak|kerja sama|menyewa",
)

# Words with which a title says it is about an arrangement, whatever else it mentions.
DEAL_NOUN: Final = (
    r"\b(?:deals?|agreements?|contracts?|leases?(?! out)|pacts?|accords?|partnerships?"
    r"|cartas? de inten[çc]\w+|lettres? d['’]intention|lettera d['’]intenti|intentieverklaring"
    r"|absichtserkl[äa]rung|memorando"
    r"|tenants?|tie-?ups?|arrangements?|transactions?|acuerdos?|contrato|contrats?|(?:milliarden"
    r"|rahmen|cloud)?-?vertrag|accordo|acordo)\b"
    r"|协议|協議|合作|提携|契約|계약|合同|合約|合约|大单|大單|订单|訂單|租约|租約|임차|임대"
    r"|соглашени|контракт|сделк"
)

# Power, which only sites come in.
POWER_FIGURE: Final = r"(?:giga|mega)watt|\d ?[gm]w(?a:\b)|吉瓦|兆瓦|ギガワット|메가와트|기가와트"

# A figure of power, chips or money.
FIGURE: Final = (
    r"(?:giga|mega)watt|\d\s?(?:(?a:(?:[gm]w|k|bn)\b)|billion|万|萬|億|亿|조|억|기가|메가"
    r"|ギガ|メガ|吉瓦|兆瓦)|\d[.,]000\b|[$€£¥]\s?\d"
)

# Where compute stands, or whose it is: "Google's TPUs".
SITED: Final = (
    r"\b(?:data[- ]?cent(?:er|re)s?|campus|sites?|cluster|racks|halls?|supercomputer|capacity"
    r"|(?:rechen|daten)zentr\w+|centros? de datos|centres? de donn[ée]es)\b"
    r"|['’]s? (?:\w+ )?(?:[tg]pus?|cloud|compute|servers)\b"
    r"|数据中心|數據中心|資料中心|データセンター|데이터 ?센터|算力|机房|機房|智算"
)

# Whoever fills a site, where the title leaves its name out.
CUSTOMER: Final = (
    r"\b(?:hyperscalers?|tenants?|customers?|clients?|neoclouds?)\b"
    r"|\b(?:from|with|for|to) (?:an? |the |one )?(?:\S+ ){0,2}(?:labs?|giant|developer|start-?up"
    r"|company|firm|government|bank|university)\b|客户|客戶|租户|고객"
    r"|テナント|顧客"
)

# What is raised by selling a share of oneself; debt for a site is not.
# What shares are sold at: "back the startup at a $2.4 billion value".
AT_VALUE: Final = r"\bat (?:an? )?(?:over |about |nearly )?[$€£][\d.]+ ?\w* value\b"
EQUITY_ROUND: Final = (
    r"\b(?:series|round|valuation|valued|ipo|shares?|stocks?|convertible|seed|funding)\b"
    rf"|{AT_VALUE}|轮|估值|上市|評価額|シリーズ|시리즈|투자 ?유치|기업가치"
)

# What somebody stands in for: what a lab owes for its sites, if no loan is named.
GUARANTEED: Final = (
    r"^(?!.*\b(?:loans?|credit (?:line|facility)|revolver|bonds?|notes)\b)"
    r".*\b(?:guarant(?:ee[sd]?|eeing|ors?)|backstop\w*)\b"
)

# Compute itself: a title with one of these is about more than a model.
HARDWARE: Final = (
    r"(?a:\b)(?:cloud (?:deals?|contracts?|pacts?|capacity|comput\w+|infra\w*|services?|credits)"
    r"|[tg]pus?|chip(?:e?s)?|comput(?:e|ing)|data[- ]?cent(?:er|re)s?|campus|[gm]w"
    r"|(?:giga|mega)watts?|capacity|servers?|clusters?|inference|accelerators?|(?:gb|h"
    r"|b)[1-3]00s?|(?:rechen"
    r"|daten)zentr\w+"
    r"|centros? de datos|nube)"
    r"(?a:\b)"
    r"|\d[gm]w(?a:\b)|算力|[计計运運]算(?:能力|[资資]源)|芯片|晶片|云|雲|数据中心|數據中心|資料中心|データセンター|チップ"
    r"|データセンタ|クラウド|데이터 ?센터|칩|클라우드|服务器|伺服器|机房|機房|サーバ|半導体"
    r"|インフラ|スパコン|서버|반도체|인프라|計算資源|計算能力|计算资源|연산"
)

# What a lab's model is called; its maker may be called by it too: "ChatGPT maker OpenAI".
MODEL_NAME: Final = (
    r"(?:\bsiri\b|(?a:\b(?:gemini|claude|chatgpt|gpt|copilot|grok|llama|qwen)\b))"
    r"(?!开发|開發|母公司|の?開発| ?개발사)"
    r"(?![- ](?:maker|owner|parent|developer|creator|firm|startup))"
)

# What a sentence says of its source, and what only describes a site: neither is its subject.
BESIDE_SUBJECT: Final = r"""(?x)
    ,? \s (?: according \s to
          | (?: \S+ \s ){1,4} (?: said | says | announced | revealed | disclosed )
          (?: \s (?: today | on \s \S+ ) )? \s (?: in | on | via | through ) ) \s
      (?: \S+ \s ){0,4}
      (?: (?: press | news )? \s? releases? | statement | filings? | post | report | announcement
        | website | blog ) \b
  | ^ (?: just \s | only \s )? (?: (?: a | one | two | three | some ) \s )?
        (?: hours? | days? | weeks? | months? ) \s (?: after | before | ahead \s of ) \s
        [^,;:]{3,60} , \s                                  # "Days after earnings, …"
  | \b (?: via | through ) \s (?: an? \s | its \s )? (?: [^\s,;:]+ \s ){0,4}? (?: bonds? | loans?
        | debt | financing | notes | bond \s sale ) \b (?= [^,;:]{0,20} (?: $ | [,;:] ) )
  | \b (?: more \s like | rather \s than ) \s an? \s [^,;:.]{0,80}   # what it is likened to
  | , \s valued \s at \s [^,;:]{2,25} ,                   # "Mistral, valued at $14bn, rents"
  | \b (?: deal | contract | agreement | lease | pact | order | partnership | collaboration
        | alliance | venture | award | letter \s of \s intent | tender | purchase | project ) s? \b
        [^.;:]{0,80}? \b valued \s at \b
  | \b (?: warrants? | options? | rights? ) \s (?: \S+ \s ){0,3}? to \s
        (?: acquire | buy | purchase ) \s (?: \S+ \s ){0,7}? (?: stock | shares ) \b
  | \b (?: press | news ) \s releases? \b
  | \b revenue \s (?: contract | agreement | deal | commitment ) s? \b
  | \b open-source \s (?: \S+ \s ){0,3}? (?: start-?up | lab | firm | company | developer ) \b
  | \b (?: compute | computing | capacity | power | processing | training | inference | growing
        | their | its ) \s requirements \b
  | \b (?: ipo | s-1 | f-1 | listing | public \s offering ) \s
        (?: filing | prospectus | document | paper | paperwork | registration ) s? \b
  | \b (?: yet | still ) \s to \s (?: report | make | turn | post | book | see ) \s
        (?: an? \s )? (?: annual \s )? profits? \b        # what a company is called by
  | \b (?: funding | financing ) \s (?: talks | negotiations | discussions ) \s
        (?: are \s | is \s | has \s | have \s )? (?: stall | halt | collaps | fail | fell | fall
        | end | break | broke | sour | founder | paus | suspend ) \w*
  | \b (?: convertible \s )? (?: note | bond | debt | loan | funding ) s? \s
        (?: deals? | agreements? ) \b                      # what is raised so is no compute
  | \b launch (?: es | ed | ing )? \b
        (?= \s (?: \S+ \s ){0,5}? (?: loan | debt | bond | financing | syndication ) s? \b )
  | \b (?: funded | financed | paid \s for ) \s (?: in \s part \s | partly \s )?
        (?: by | with | through ) \s [^,;:]*
  | \b (?: over | amid | after | by | on | to | of ) \s (?: grid | power | electricity ) \s
        (?: connection \s )? (?: delays? | hold-?ups? | bottlenecks? | constraints? | shortages?
        | queues? | wait ) \b                              # what a plan is held up by
  | \b infrastructure \s fund \b                          # who lends: "fund X to bankroll"
        (?= \s (?: \S+ \s ){1,4}? (?: to | will ) \s (?: bankroll | finance | lend | fund | back ) )
  | \b (?: nuclear | geothermal | gas | solar | hydro | hydropower | wind | renewables? | battery
        | renewable \s energy | clean \s energy ) - (?: powered | fuell?ed | run | backed ) \b
    """

# That a deal has another side, even if nobody names it.
COUNTERPART: Final = (
    r"\b(?:and|with|alongside) (?:its |their )?partners (?:(?:to|has|have) )?(?:secur|lock|land|bag"
    r"|snap|book|sign|win)(?:e?s|ed|e)?\b|"
    r"\b(?:leases?|leasing|tenants?|customers?|contracts?|hosting|to house|rent(?:s|ing|als?)?"
    r"|(?:signs?|signed|inks?|firm[aó]n?|signe(?:nt)?) (?:\S+ ){0,3}(?:with|con|avec)"
    r"|arrangements?|schlie(?:ß|ss)t\b.{0,60}deals?|suppl(?:y|ies)|suministr\w+|fourni(?!ture)\w+"
    r"|forn(?:ir|it|ec)\w+|liefert|levert"
    r"|(?:team|tie|join)(?:s|ed)? (?:up|forces) with|(?:to|for) (?:access|use|tap|the use)"
    r"(?: of| to)? (?:\S+ ){0,4}?(?:data cent(?:er|re)s?|server farms?|chips|[gt]pus|capacity)"
    r"|supercomputers? for|award(?:ed)? to|(?:giants|firms|companies|labs|startups|hyperscalers)"
    r" (?:order|buy|rent|lease|book|place)"
    r"|turns? to|goes with|alquil\w+|arrend\w+|negoci(?!os?\b)\w+|miete[tn]?|verhandel\w+|huurt"
    r"|hur[ae]n"
    r"|deals?\b.{0,40}\bwith|access to|offtake|hosts|options?|colocation|supply agreement"
    r"|pact|stargate|talks|discussions|negotiations|host (?:of|for|to))\b|(?:sign|ink|seal|str[iu]"
    r"|land|win|won|secur|announc|reach|execut|clinch|finali|bag|scor|snag"
    r"|latest)\w*"
    r" .{0,60}\b(?:deals?|agreements?|accords?|tie-?ups?|transactions?)\b"
    rf"|{COUNTERPART_EAST}|\b(?:tpus?|gpus?|chips?|servers?|nvidia|ascend|cloud|compute|computing"
    r"|cent(?:er|re)s?|gw|mw)"
    r"[- ](?:deals?|agreements?|pacts?|accords?|tie-?ups?|orders?|partnerships?)\b|contrato"
    r"|(?<!de )acuerdo|vertrag"
    r"|contrat\b|accord\b|[$€£]\s?\d[\d.,]*\s?\w+ deal"
    r"|\b(?:bought|purchas\w+|acquir\w+|procur\w+|sourc\w+) (?:\S+ ){0,4}(?:[gt]pus?|chips"
    r"|accelerators"
    r"|servers|systems) from\b|\b(?:government|state|federal) (?:deals?|contracts?|agreements?)\b"
    r"|\b(?:government|ministry|state-run \w+) (?:\S+ ){0,2}(?:chose|chosen|chooses|selects?"
    r"|selected|picks?|picked"
    r"|taps?|awards?|awarded|orders?|ordered|signs?|signed)\b"
    r"|\b(?:bag|receiv|get|got|award|win|won|book|clinch|obtain"
    r"|secur)\w* (?:\S+ ){0,8}(?:orders?|contracts?|tenders?)\b"
    r"|\b(?:secur|obtain|order|buy|bought|acquir|procur|purchas|book)\w* (?:\S+ "
    r"){0,3}\d[\d.,]*"
    r"(?: ?(?:k|million|thousand))? (?:\S+ ){1,3}(?:[gt]pus?|chips|accelerators)\b"
    r"|\b(?:banks|lenders|bondholders|creditors)\b.{0,60}\b(?:loans?|debt|bonds?|financing"
    r"|billion)\b"
)

# That two who are named beside each other do something together.
TOGETHER: Final = (
    rf"{DEAL_NOUN}|{COUNTERPART}|\b(?:partner|team|sign|ink|agree|tie|allian"
    r"|joint|join(?:s|ed|ing)? (?:hands|forces)|memorand|cooperat|collab|scrap|cancel|terminat"
    r"|paus|halt|drop"
    r"|talks|stall|freez|shelv|suspend|abandon)\w*|\bparts? ways\b|\bwalks? away\b"
    r"|\bends? (?:plans?|talks)\b|\bstr(?:ikes?|uck)\b"
    r"|(?:,|\band|&) (?:\S+ ){1,3}?(?:announce|plan|unveil"
    r"|launch|develop|expand"
    r"|(?:to|will) (?:build|develop|co-develop|construct|create|deploy|open|establish|set up"
    r"|launch)|are (?:building|developing|constructing))"
    r"|谈判|談判|磋商|洽谈|洽談|协商|協商|협상|交渉|携手|攜手|联手|签|簽|パートナーシップ|共同|[共合]建|協業|合意|협력|파트너십|함께|합작"
    r"|맞손|손 ?잡|合資|合资|合弁"
    r"|[와과·,].{0,40}(?:건립|구축|건설|조성|설립|짓)|[と、・].{0,40}(?:建設|構築|新設|開設|設立|開発)"
    r"|[与與和、].{0,40}(?:建设|建設|新建|打造|兴建|興建|建[^议議立，。]{0,10}[据據料]中心)|alianza|s['’]alli"
)

# A project of two, with its price: "Nvidia and YTL's $4bn AI supercomputer project".
PROJECT_OF_TWO: Final = (
    r"(?:\band|&) (?:\S+ ){0,3}?\S+['’]s? (?:planned |new |joint )?[$€£]\S+ (?:[bm]illion )?"
    r"(?:\S+ ){0,3}?(?:project|supercomputer|data ?cent(?:er|re)|campus|hub|cluster)\b"
)

# What two are said to do with a site, in the form of a verb that only two have.
JOINT_SITE: Final = (
    r"(?:\band|\bund|\by|\be|\bet|\ben|&) (?:\S+ ){1,3}?(?:unveil|launch|announce|open"
    r"|introduce|debut|start|begin|break|broke|have|build|develop|construct|inaugurate|create"
    r"|establish|set up|plan|detail|bring|ziehen|bauen|starten|eröffnen|planen|errichten|stellen"
    r"|entwickeln|lanzan|presentan|anuncian|construirán|construyen|levantan|levantarán"
    r"|desarrollan|lancent|dévoilent"
    r"|construisent|construiront|annoncent|inaugurent|lanciano|annunciano|costruiscono"
    r"|costruiranno|inaugurano|presentano|lançam|anunciam|constroem|construirão|inauguram|bouwen"
    r"|lanceren|openen) .{0,80}\b(?:data[- ]?cent(?:er|re)|datacent(?:er|re|ro)|rechenzentrum"
    r"|(?:centros?|centri|centres?) (?:de |di )?(?:datos|dados|données|dati)|campus"
    r"|supercomput(?:er|ador)|superordinateur|gigafactory|ai (?:factory|cluster|cloud|hub|campus)"
    r"|gpu (?:cluster|cloud)|(?:artificial intelligence|ai) (?:\S+ )?(?:hub|campus))"
)

# What a lab takes is for compute; see that it is no office.
LAB_SITE: Final = (
    r"\b(?:leases?|leasing|halls?|tenants?|landlords?|renting|rentals?|hosts?|hosted|campus(?:es)?|sites?|deployment)\b"
    r"|(?:入居|賃借|借り|使う|向け)(?![^、。]{0,10}(?:発電|電力))[^、。]{0,12}(?:施設|拠点)"
    r"|(?:承租|租用|入驻|入駐)的?[^，。；]{0,8}(?:园区|園區)"
)

# With a host, or between a lab and its supplier, one of these is about compute.
COMPUTE_DEAL_NOUN: Final = (
    r"\b(?:deals?|contracts?|leases?|tenants?|customers?|clients?|orders?|bets?|options?|pacts?"
    r"|accords?|commitments?|backstop)\b|vertr[aä]g|租约|租約|合同"
    r"|계약|契約|租赁协议|租賃協議|賃貸借"
)

# That a title tells of money put into somebody.
EQUITY: Final = (
    r"\binvest(?:s|ed|ing|ment)?\b.*\bin\b|invierte|inversi[oó]n .*\ben\b|投资|投資|入股|출자|투자"
)

# What a company gets from lenders or investors.
LOAN: Final = (
    r"\b(?:loans?|debt|financings?|funding|credit (?:facility|line)|term loan|notes|note sale"
    r"|bonds?|raises?)\b"
    r"|\bsecures? (?:up to |about |over )?[$€£]\s?[\d.]+ ?\w* (?:from|led by)\b|kredit|darlehen"
    r"|préstamo|融资|融資|貸款|贷款|信贷|信貸|授信|대출"
)

# A price that only compute has between a lab and its cloud.
BIG_SUM: Final = (
    r"[$€£¥]\s?\d[\d.,]*[- ]?(?:bn|billion|b|tn|trillion|t)\b|\d[\s-]?(?:de )?(?:亿|億|억|조|兆"
    r"|milliarden|mil"
    r" millones|milliards|miljard|bilh[õã]|miliard|milyar|млрд|ml?r?d\b)"
    r"|\d[.,]000 mil[lhi]|multi-?billion"
    r"|multimilm?illon|bilionári|miliardari|milliardenschwer"
)

# That an arrangement is made, not looked back at: with one of these a title tells its own status.
SIGNED: Final = (
    r"(?<![-\w])(?<!may )(?<!could )(?<!might )(?:(?:signs?|signed)(?! nothing| no\b)|inks?|inked"
    r"|strikes?|struck|seals?"
    r"|sealed|secures?|secured|lands?|landed|(?<!\ba )(?:wins?|won)"
    r"(?! (?:[\w-]+ ){0,3}(?:tax|zoning|planning|approval|exemption|backing|nod|praise)\b)"
    r"|clinch(?:es|ed)|lock(?:s|ed)? in"
    r"|agree[sd]?(?= to\b)|execut(?:es|ed)|entere?[sd]? into|has entered"
    r"|expand(?:s|ed)|extends|renews|deepens?|broadens?|widens?|enlarges?"
    r"|finali[sz](?:es|ed)|commits"
    r"|reach(?:es|ed)(?= .{0,60}\b(?:deal|agreement|pact|accord))"
    r"|announces? .{0,60}(?:deal|agreement"
    r"|partnership|lease|contract|expansion))\b"
    r"|(?<!未)(?<!未能)(?:签署|簽署|达成|達成|敲定|签订|簽訂|签(?!字笔)|簽)(?![署订訂下]?的)"
    r"|締結(?!した(?!$|。|と(?:発表|明らか|伝え)))|체결(?!한)"
    r"|(?:契約|提携|合意)を結ん(?:だ(?=$|。|と)|で)|(?:계약|협약)(?:을|를)? ?맺[었고으](?!은)"
    r"|拿下|受注|수주|따내"
)

# The same, or that leases and the like were given up.
SIGNED_OR_ENDED: Final = (
    rf"{SIGNED}|\b(?:terminat|cancel|scrap|drop|halt|paus|end|walk)(?:s|es|ed|led|ped)? "
    r"(?:away from )?(?:[\w-]+ ){0,4}?(?:leases|contracts|deals)\b"
)

# Titles of texts whose main subject is something else: (reason, weight, rows in letters, rows in
# scripts that set no spaces). Rows in letters begin a word. The weight 2 is for subjects that even
# a title naming a deal is really about.
NOT_THE_SUBJECT: Final = (
    (
        "a funding round",
        1,
        r"(?:raises?|raised|raising|seeks?)\b.*(?:round|series|funding|valuation|million|billion"
        r"|\d ?(?:[bm]n?|tn?|mln|bln)\b)"
        r"|(?:lands?|secures?|closes?|gets?|bags?|nets?|clinch(?:es)?) [$€£]\S+(?: [bm]illion)?"
        r" (?:(?!loan|debt|facility|credit|financing|contract|deal|lease)\S+ ){0,3}?led by\b"
        r"|series [a-h]\b|(?:mega|funding|financing|seed|investment) round|in funding"
        r"|\b(?:secures?|secured|lands?|bags?|gets?|receives?|attracts?) [$€£]\S+(?: [bm]illion)?"
        r" (?:of |in )?(?:new |fresh )?investments?\b(?! (?:in|to|for)\b)"
        r"|(?:top|largest|biggest|major|lead) (?:share|stake)holder|lead(?:s|ing)? (?:an? "
        r"|the )?(?:\S+ ){0,5}round"
        r"|(?:hyperscale|infrastructure|data cent(?:er|re)) funds?\b|financial obligations?\b"
        r"|(?:financing|credit|facility|loan|debt|notes) to (?:accelerate|fuel|fund|support"
        r"|finance|drive|back|power) (?:(?:the|global|rapid|its|their|further|continued"
        r"|international|european|domestic|worldwide) )*(?:expansion|growth|build-?out|scaling"
        r"|scale-?up) (?:of|across|in) (?:its|their) (?:[\w-]+ ){0,3}?(?:infrastructure|platform"
        r"|footprint|business|network|operations|fleet|services|cloud)\b"
        r"|join\w* (?:\S+ ){0,6}?in (?:an? |the )?(?:ai|artificial intelligence|tech\w*|investment"
        r"|venture|infrastructure) (?:investment )?(?:fund|vehicle)\b"
        r"|(?:funding|financing) (?:strateg(?:y|ies)|options?|routes?|models?)\b|(?:new"
        r"|fresh) (?:funding"
        r"|capital)\b|funding talks"
        r"|valued at|valuation|at (?:an? )?(?:over |about |nearly )?[$€£][\d.]+ ?\w* value\b"
        r"|ipo\b|goes public|share sale"
        r"|(?:debt|bond|note|share|stock) (?:offering|sale)"
        r"|convertible (?:senior )?(?:notes|bonds?|debt|debentures?)|ronda de"
        r"|(?:private|public) (?:offering|placement) of\b|privately plac(?:e[sd]?|ing)\b"
        r"|tap(?:s|ped|ping)? (?:\S+ ){0,3}markets?\b|junk (?:debt|bonds?)|pric(?:es?|ed|ing)"
        r" .{0,40}\b(?:notes|bonds?|offering)"
        r"|(?:sells?|sold|issues?|issued|places?|placed|floats?|markets) (?:[\w.-]+ ){0,3}?"
        r"[$€£¥]\s?\d\S*(?: (?:billion|million|bn))? (?:(?:of|in|worth of) )?(?:[\w-]+ ){0,3}?"
        r"(?:bonds|notes)\b(?!.*\b(?:for|to|tied|linked|backed|leased)\b)"
        r"|sell(?:s|ing)? .{0,30}\b(?:notes|bonds?) (?:after"
        r"|following|on|as|amid)\b|капитализаци\w+|инвестраунд\w*|раунд\w* (?:инвест|финанс)"
        r"|finanzierungsrunde|lev[ée]e de fonds|a lev[ée]",
        r"融资(?!租赁|担保|问题|困难|难|压力|成本|条件|环境)|融資(?!租賃|擔保|問題|困難|難|壓力|成本|條件|環境)|募资|募資|估值|投后|[a-h]\+?轮"
        r"|上市|发债"
        r"|可转债|資金調達"
        "|シリーズ[a-h]|評価額|上場|社債"
        "|투자 ?유치|(?:달러|원)[을를]? ?유치|시리즈 ?[a-h]|기업가치|상장|회사채|몸값",
    ),
    (
        "parts, not compute",
        2,
        r"(?:corning|lumentum|vertiv|schneider electric|eaton|ge vernova|siemens energy"
        r"|hitachi energy|caterpillar"
        r"|cummins|bloom energy|wartsila|micron|kioxia|sandisk|amphenol|ciena|credo|prysmian"
        r"|nvent|modine)\b",
        "ＣＯＲＮＩＮＧ",
    ),
    (
        "a trend",
        1,
        r"(?:spending|investment|infrastructure|data cent(?:er|re)|deal|building"
        r"|capex) (?:\w+ )?(?:wave|boom|spree"
        r"|frenzy|race|splurge|binge|bonanza|blitz)\b"
        r"|(?:ramp(?:s|ed|ing)? up|step(?:s|ped|ping)? up|accelerat(?:es|ed|ing)|boost(?:s|ed|ing)?"
        r"|increas(?:es|ed|ing)|scal(?:es|ed|ing) up|doubl(?:es|ed|ing) down on) (?:its |their )"
        r"(?:[\w-]+ ){0,3}?(?:investments?|spending|outlays?) (?:in|on)\b"
        r"|(?:could|may|will|to) (?:reach|hit|top|exceed|surpass|total) [$€£]\S+ \S{0,12} ?by \d"
        r"|to test (?:\S+ ){0,3}?(?:investments?|investors?['’]?|markets?|ipo) (?:appetite"
        r"|sentiment|nerves|patience|faith)\b",
        "建设潮|投资潮|热潮|预测|預測|[云雲租][^，。]{0,2}生意"
        f"|[与與和][^，。；]{{1,12}}的?(?:微妙|复杂|複雜)(?:的)?(?:关系|關係)|{RIVALRY_EAST}",
    ),
    (
        "a trend",
        2,
        r"(?:lead|led|fuel|driv|power|spark|propel|head|ride)\w* (?:\S+ ){0,5}?(?:boom|surge|wave"
        r"|spree|frenzy|rush|explosion) (?:in|of|for) (?:\S+ ){0,3}?(?:leas|rent|spend|invest|build"
        r"|commit|deal|contract|construct|demand)\w*"
        r"|(?:leases|commitments|obligations|contracts) (?:(?:now|will|could|to|have|has|set) )*"
        r"(?:top|exceed|surpass|hit|reach|swell|balloon|climb|soar|surge|total|near)\w* "
        r"(?:(?:to|past|at|over|about|nearly|almost|more|than) )*[$€£]\s?\d",
        "(?!)",
    ),
    (
        "a hope",
        2,
        r"(?:progress(?:es|ing)?|steps?|works?|working|moves?|moving|advanc(?:es?|ing)) towards? "
        r"(?:an? |its |the )?(?:[\w-]+ ){0,2}?(?:leas|sign|secur|land|win|attract|monetiz|monetis"
        r"|contract|commerciali)\w*"
        r"|(?:strong|growing|inbound|significant|robust|increas\w+) (?:\w+ ){0,2}?(?:interest"
        r"|demand|inquiries) from "
        r"(?:[\w-]+ ){0,3}?(?:customers|tenants|clients|hyperscalers)",
        "(?!)",
    ),
    (
        "an approval",
        2,
        r"(?:wins?|won|gets?|secures?|seeks?|receives?|awaits?|needs?) (?:\w+ ){0,3}(?:approval"
        r"|permission|permits?|clearance|licen[cs]es?)\b(?! (?:deal|agreement|pact))",
        "获批建设|(?:省|庁|政府|大臣|知事|市)(?:から|より|の)[^、。]{0,8}(?:認定|認可|承認)を?"
        "(?:受け|取得|得)"
        "|(?:부|처|청|정부)(?:로부터|에서|의)[^,.]{0,8}(?:인가|승인|인증|허가)(?:를|을)?\\s?(?:받|획득)"
        "|(?:部|委|局|政府)(?:的)?[^，。；]{0,6}(?:核准|认定|認定|审批|審批|批复|批覆)",
    ),
    (
        "a search for customers",
        1,
        r"(?:seek(?:s|ing)?|court(?:s|ing)?|hunt(?:s|ing)?(?: for)?|look(?:s|ing)? for"
        r"|search(?:es|ing)? for|woo(?:s|ing)?) (?:[\w-]+ ){0,4}(?:customers|buyers|clients|tenants"
        r"|takers)\b|(?:winning|courting|wooing|chasing|targeting) (?:over )?(?:[\w-]+ ){0,5}?"
        r"(?:generation|wave|crop|batch|army|legions?) of (?:[\w-]+ ){0,2}?(?:start-?ups|labs"
        r"|companies|customers)\b",
        "寻找客户|尋找客戶",
    ),
    ("a listing", 2, r"(?:files?|filed|filing) (?:\S+ ){0,3}(?:for )?(?:an )?ipo\b", "ＩＰＯ申請"),
    (
        "earnings or guidance",
        2,
        r"earnings|(?:miss(?:es|ed)?|beat|beats|tops?|topped|lags?"
        r"|trails?) (?:\S+ ){0,3}(?:estimates"
        r"|expectations|consensus)\b"
        r"|(?<!\ba )(?<!per )(?<!every )quarter(?:ly)?\b(?![ -](?:million|of an?) )"
        r"|(?<!starting in )(?<!beginning in )(?<!online in )(?<!by )"
        r"(?<!from )(?<!until )(?<!late )(?<!early )q[1-4]\b"
        r"|(?<!contracted )(?<!lease )(?<!contract )(?<![bmn] more )revenues?"
        r"(?! (?:of|over|worth|from the))|profits?\b|guidance|backlog|forecasts?|capex\b"
        r"|remaining performance obligations?\b|(?:order|sales|demand|earnings|shipment)s?"
        r" (?:visibility|outlook|momentum)\b"
        r"|spending (?:to|will|could|tops?|hits?|surges?|spree|boom|plans?)\b|capital (?:spending"
        r"|expenditures?)|results\b"
        r"|sales projections|ganancias|ingresos|resultados trimestrales|trimestre|quartalszahlen"
        r"|umsatz|omzet|kwartaal\w*|chiffre d['’]affaires|receitas?\b",
        "财报|[月年][收进]?入(?!选)|年化收入|进账"
        "|资本开支|资本支出|資本支出|資本開支|設備投資|설비 ?투자|財報|营收|營收|业绩|業績"
        "|积压订单|積壓訂單|在手订单|订单积压"
        "|净利|淨利|季报|盈利|亏损|财年|同比|決算|売上|純利益"
        "|営業利益|増収|減益|増益"
        "|最高益|실적|매출|영업이익|분기|흑자|적자|어닝",
    ),
    (
        "a share move",
        2,
        r"(?:shares? of\b.{0,40}|(?<! of its )(?<! of their )(?<! in its )(?<!\dm )"
        r"(?<!million )(?:stocks?|shares?|aktien?|aandelen?)\b).{0,40}\b"
        r"(?:soar|ris|jump|climb|slid|fall|fell"
        r"|drop|tumbl|surg|sink|sank|gain|pop|up|down|rall|buy|hold|sell|plung|slip|spik|skyrocket"
        r"|ros|rocket|leap|crash|slump|crater|dive|nosedive|wobbl|retreat|declin|rebound|recover"
        r"|dip|swing|whipsaw|steig|f[aä]ll|stijg|daal|boost|under|buoy"
        r"|mov|hit|touch|trad|higher|lower)\w*|(?:zieh\w*|beflügel\w*|beflugel\w*) .{0,30}aktien?\b"
        r"|(?:soars?|climbs?|jumps?|slides?|tumbles?|surges?|sinks?|rall(?:y|ies)|plunges?"
        r"|gains?|pops"
        r"|dives?|drops?|up|down|falls?|rises?) (?:more than |over |nearly |almost |about |by )?"
        r"\d+(?: ?\. ?\d+)? ?(?:%|percent|pct)"
        r"|(?:soars?|climbs?|jumps?|slides?|tumbles?|surges?|sinks?|rall(?:y|ies)|plunges?|pops"
        r"|rockets?|slips?|dips?|(?<!to )rises?|rose|falls?|fell|gains?|advances?|bounces?"
        r"|rebounds?|slumps?|skyrockets?|spikes?|tanks?) (?:with|alongside"
        r"|along|together|on|after|as|following|amid)\b"
        r"|hits? (?:an? |new |fresh |another ){0,3}(?:record|all-time peak) (?:as|after|on|amid"
        r"|with)\b"
        r"|(?:all-time|record|52-week) (?:high|low)s?\b|price target|pt (?:raised|cut)|(?:lift"
        r"|rais|cut|hik|boost)\w* (?:\w+ ){0,4}targets?\b"
        r"|overweight"
        r"|outperform|(?:buy|sell|hold|neutral) rating"
        r"|(?<!media )(?<!news )(?<!press )coverage|downgrade[sd]?\b"
        r"|(?:cuts?|lowers?|lifts?|raises?|affirms?|revises?) (?:\S+ ){1,4}?(?:outlook"
        r"|credit rating)\b"
        r"|upgrade[sd]?\b(?= .*\b(?:buy|hold|neutral|shares?|stock|analysts?)\b)"
        r"|rally\b|sell-?off\b|(?:aggressive|heavy|institutional|insider|retail|bargain"
        r"|dip) buying\b"
        r"|(?<!has )(?<!on )wall street(?! journal| (?:cheers|worries|frets|questions|doubts"
        r"|weighs|(?:investment )?banks?|lenders?|bankers|firms?|giants?|financ\w+|underwriters"
        r"|lends|funds)\b)"
        r"|(?:major |stock |key )?ind(?:exes|ices) (?:hit|close|end|set|reach)\w*"
        r"|acciones de|en bolsa|premarket|actions? (?:bondi|chut|grimp)\w*",
        "受惠|受益股|概念股|利好|商机|商機|수혜|関連銘柄|股价|股價|涨|漲|跌|飙升|盘前|盘后|盤前|盤後|市值|目标价|跳水|주가|시총|급등|급락|증시"
        "|목표가|특징주"
        "|株価|株が|急騰|急落|続伸|時価総額",
    ),
    (
        "a tip for investors",
        2,
        r"(?:keeps?|kept|reiterat(?:es|ed)|maintain(?:s|ed)|(?:re)?affirm(?:s|ed)|repeats?) "
        r"(?:(?:an?|its|their|at) )?['\"‘’“”]?(?:strong )?(?:buy|sell|hold|neutral|over|under)"
        r"(?:weight|perform)?['\"‘’“”]?(?: rating)? (?:on|for|after|rating|call)\b"
        r"|(?:cuts?|rais(?:es?|ed)|lift(?:s|ed)?|lower(?:s|ed)?|mov(?:es|ed)|takes?|bumps?) "
        r"(?:[\w.&’'-]+ ){1,4}to ['\"‘’“”]?(?:strong |sector |market |equal |peer )?(?:buy|sell"
        r"|hold|neutral|accumulate|(?:over|under|out|equal)?-?(?:weight|perform))['\"‘’“”]?"
        r"(?=$|[,;:.]| (?:from|on|at|after|as|citing|amid|says|over)\b)"
        r"|(?:initiat(?:es|ed)|starts?|resum(?:es|ed)|assum(?:es|ed)|launch(?:es|ed)|begins) "
        r"(?:[\w.&’'-]+ ){1,4}(?:at|with|as)(?: an?)? ['\"‘’“”]?(?:strong )?(?:buy|sell|hold"
        r"|neutral|overweight|underweight|outperform|underperform|equal[- ]weight)\b"
        r"|(?:cathie wood|ark(?: invest)?|hedge funds?|insiders?|buffett|berkshire|burry|ackman"
        r"|druckenmiller|tepper|soros|loeb|retail investors?|fund managers?)(?:['’]s \S+| \S+)?"
        r" (?:loads? up|buys?|bought|adds?|added|dumps?|dumped|sells?|sold|trims?|scoops? up"
        r"|snaps? up|piles? into|stocks? up|doubles? down|bets?|shorts?)\b(?!.*\b(?:chips|[gt]pus"
        r"|capacity|servers)\b)|"
        r"bet(?:s|ting)? against\b|short[- ](?:sell\w*|positions?|interest)|puts? options?\b"
        r"|reasons? (?:to|not to|why) (?:buy|own|sell|hold|like|love|avoid)"
        r"|(?:small|large|mid|micro)[- \u2010\u2011]?cap\b|stocks? (?:to (?:buy|watch|own)"
        r"|is (?:a|still))|should you buy|(?:\w+ )?stocks? investors"
        r"|(?:investment|stock|equity) portfolio\b|13f\b|millionaire|motley fool"
        r"|best (?:\w+ ){0,3}stocks?|reasons? to (?:own|buy|sell|hold|like"
        r"|avoid)\b",
        "值得买入|荐股",
    ),
    (
        "a takeover",
        2,
        r"(?:complet|clos|finali[sz])(?:e|es|ed|ing) (?:[\w$€£.,-]+ ){0,4}?(?:purchase|sale) of "
        r"(?!.*\b(?:chips?|[gtc]pus?|servers?|capacity|compute|accelerators?|racks|processors?"
        r"|hardware|(?:ai|gpu|server|rack|dgx) systems|b[23]00s?|gb[23]00s?)\b)"
        r"|acqui(?:re[sd]?|ring|sitions?)\b(?! of (?:the )?(?:land|sites?"
        r"|acres))(?!.{0,60}\b(?:chips|[gt]pus|servers|capacity"
        r"|accelerators|(?:ai|gpu|dgx|hgx|server|rack|computing) systems"
        r"|racks|processors|hardware|(?:in|of) (?:its )?(?:stock|shares)"
        r"|compute|b[23]00s?|gb[23]00s?)\b)|takeover|merger?s?\b|buyout"
        r"|(?:to )?(?:buys?|bought) (?:(?!from\b)[^\s,;:]+ ){0,3}(?:start-?up|firm|company|maker"
        r"|owner|designer|operator|developer)\b"
        r"(?! (?:for|to) (?:gpus?|compute))(?!.*\b(?:leases?|capacity|chips from)\b)"
        r"|(?:tak(?:e|es|ing)|took) over (?:the )?(?:[\w-]+ ){0,4}?(?:start-?up|firm|company"
        r"|operator"
        r"|developer|provider|owner) [a-z]"
        r"|(?:stake sale)|bought (?:by"
        r"|for)\b|shareholders? (?:vote"
        r"|reject|approve|back)"
        # goods may stand anywhere but in why it is bought
        r"|(?:(?:to )?(?:buy|sell)|(?:buy|sell|offload|divest)s)"
        r" (?!(?:(?! to (?!\d)| as | amid ).)*\b(?:chips?|gpus?|tpus?"
        r"|capacity|compute"
        r"|computing (?:power|capacity|time|resources|services)|servers?|(?:ai|gpu|dgx|server|rack"
        r"|storage) systems|clouds?(?! for\b)|racks|accelerators?|blackwells?|g?b[23]00s?|h[12]00s?"
        r"|\d ?[gm]w)\b)"
        r"[^,]{1,40}? (?:for|in) (?:an? )?(?:up to |about |nearly "
        r"|more than )?(?=(?:[a-z]{1,2})?[$€£]\s?\d)"
        r"|(?:mull|weigh|explor|consider"
        r"|stud)\w* (?:[\w.&'’-]+ ){1,3}?(?<!debt )(?<!bond )(?<!note )"
        r"(?<!share )(?<!stock )(?<!chip )(?<!gpu )(?<!tpu )(?<!capacity )(?<!power )(?<!compute )"
        r"(?:sale|takeover|buyout)\b"
        r"|acqui(?:re[sd]?|ring) (?:about |some |over )?(?:\d+|two|three|four|five|six|seven"
        r"|eight|nine"
        r"|ten|several|dozens of) (?:[\w-]+ ){0,2}?data ?cent(?:er|re)s\b"
        r"|goes to (?!.*\b(?:contract|order|deal|lease|tender)s?\b)[^,;]{1,60} for [$€£]\d"
        r"|(?:explor|weigh|mull|consider|stud|review)\w* (?:a |its |the )?(?:\S+ ){0,2}?(?:options"
        r"|sale|alternatives|divestment|exit|bid) (?:for|of|from) (?:\S+ ){0,6}?(?:firm|company"
        r"|operator|business|unit|provider|group|developer|portfolio|stake)\b"
        r"|(?:sell|sells|sold|selling|offload\w*|divest\w*) (?!.*\b(?:capacity|chips|[gt]pus"
        r"|servers|debt|bonds?|notes|loans?|shares"
        r"|space|services)\b)(?:\S+ ){0,5}?data ?cent(?:er|re)s?(?: (?:sites?|campus(?:es)?"
        r"|portfolio|assets|business|unit|arm|shells?|buildings?|properties|stake)\b|$| (?:in"
        r"|for|to)"
        r" (?:an? )?(?:\S+ )?(?:[$€£]\d|deal\b))"
        r"|(?:to )?(?:buys?|acquires?|purchases?|takes? over) (?:[\w.&-]+ ){0,2}[\w.&-]+(?:['’]s?) "
        r"(?:[\w-]+ ){0,3}?data ?cent(?:er|re)\b(?! (?:capacity|space|power|services|leases?"
        r"|chips))"
        r"|to (?:buy|acquire|purchase|take over) (?:(?!for\b|its\b|chips\b|[gt]pus\b|from\b)\S+ )"
        r"{1,3}?data ?cent(?:er|re)s\b"
        r"(?! (?:capacity|space|power|chips|from|services|leases?))"
        r"|(?:asset|share|stock|equity|business|unit|interests?) (?:sale and )?purchase agreements?"
        r"|(?:sale and purchase|purchase and sale) agreements?"
        r"|(?:sell|sells|sold|selling|offload\w*|divest\w*|shed(?:s|ding)?) (?:its |the |all )*"
        r"(?!.*\b(?:capacity|chips|[gt]pus|servers|debt|bonds?|notes|loans?|shares|space"
        r"|services)\b)"
        r"(?:[\w-]+ ){0,4}?(?:assets|subsidiary|operations|business unit)\b"
        # the building itself: "bought a data center it was renting", "acquired 10 data centers"
        r"|(?:buy(?:s|ing)?|bought|purchas(?:e[sd]?|ing)|acquir(?:e[sd]?|ing)|snap(?:s|ped) up)"
        r" (?:an?|the|its|\d+|two|three|four|five|six|seven|eight|nine|ten|several)"
        r" (?:(?!for\b|from\b|to\b|at\b|in\b|and\b)[\w-]+ ){0,3}?"
        r"data ?cent(?:er|re)s?(?: campus| building| facility| site)?"
        r"(?= (?:it|they|that|which|in|at|near|with|from|across|outside|for (?:about |nearly |over "
        r"|up to )?[$€£])\b|[,.;]|$| for [$€£])"
        r"|all-(?:stock|cash)|cash-and-stock|stock-and-cash|(?:in"
        r"|en) (?:an? |un )?"
        r"(?:\S+ )?(?:stock deal|acuerdo de acciones)|comprar al\b"
        r"|(?:buy(?:s|ing)?|bought|purchas\w+) (?:an? |the )?(?:\S+ ){0,3}(?:sites?|land|plots?"
        r"|acres"
        r"|campus)\b"
        r"|(?:adquiere|adquisici[oó]n|adquirir|aquisi[cç][aã]o)\b"
        r"(?! (?:\S+ ){0,5}?(?:capacidade?|chips|[gt]pus|c[oó]mputo|cl[uú]ster|sistemas|racks"
        r"|super(?:ordenador|computador)\w*|servidores|proces[sa]\w+|aceleradores|potencia))"
        r"|fusi[oó]n\b|fus[aã]o\b"
        r"|accionistas"
        r"|acionistas|actionnaires?|restructur\w+|recapitali[sz]\w+"
        r"|rach[eè]te(?!\w* (?:\S+ ){0,4}?(?:capacit|[gt]pus|puces))|rachat"
        r"|offre (?:de|d['’])|[üu]bernimmt"
        r"|[üu]bernahme|overname",
        "收购|收購|并购|併購|要约|買収|合併"
        "|(?:买下|買下|购入|購入|拿下|吃下)[^，。；]{0,24}(?:股权|股權|股份|股票)"
        "|(?<!지분 )(?<!지분을 )(?<!주식을 )(?<!주를 )(?<!% )(?<!%를 )(?<!까지 )"
        "인수(?!권| ?옵션|금융)|합병"
        f"|{LAND_EAST}|{SHARE_SOLD_EAST}",
    ),
    (
        "an equity stake",
        1,
        r"(?:takes?|buys?|acquires?|sells?) (?:an? )?(?:[\w.$%]+ ){0,3}stake"
        r"|(?:takes?|buys?|acquires?) \d[\d.]* ?(?:%|percent) of\b",
        "持股",
    ),
    (
        "an equity stake",
        2,
        r"(?:discloses?|sells?|trims?|holds?|dumps?|exits?|offloads?) (?:an? |its )?"
        r"(?:[\w.$%]+ ){0,3}stake\b",
        "减持|減持",
    ),
    (
        "power or gas supply",
        1,
        r"power[- ]purchase|ppas?\b|nuclear|geothermal|gas\b|solar\b|wind (?:power|energy"
        r"|output)\b|wind farm(?! (?:site|campus))"
        r"|reactors?"
        r"|electricity"
        r"|clean power|(?<!cold )water\b|power plants?|fuel cells?|backup (?:power|generators?)"
        r"|gensets?"
        r"|(?<!computing )(?<!compute )(?<!processing )power (?:from"
        r"|suppl)"
        r"|(?:energy|(?<!computing )(?<!compute )(?<!processing )power) (?:deals?|agreements?"
        r"|contracts?|storage)|renewables?|turbines?"
        r"|hydropower"
        r"|utilit(?:y|ies)\b(?! (?:\S+ ){1,3}?(?:to host|hosts|rejects|denies|signs"
        r"|leases)\b)"
        r"|grid\b(?!['’]s (?:\S+ )?(?:site|campus|hall))|kernkraft|atom\w*|[ée]lectricit[ée]"
        r"|nucl[ée]a\w+",
        "核电|核電|电力|電力|原発|원전|전력",
    ),
    (
        "a power contract",
        2,
        r"partner(?:s|ed|ing)? with (?:[\w.&'’-]+ ){1,4}?(?:on|for|over|to (?:supply|provide"
        r"|generate"
        r"|deliver|secure|bring|build|develop)) (?:(?!(?:data|comput\w+|clouds?|chips?|[gt]pus?"
        r"|campus"
        r"|ai|stargate|cent(?:er|re)s?)\b)[\w.,$-]+ ){0,5}?(?:power(?: (?:generation|supply"
        r"|plants?|capacity|stations?))?|electricity|energy"
        r"|generation|solar|gas|nuclear)(?![-‐‑]| (?:efficien|management))\b"
        r"|(?:contracts?|agreements?|deals?|guarantees?) (?:[\w$.,-]+ ){0,3}?(?:for|to build|on) "
        r"(?:an? |the |its )?(?:[\w.-]+ ){0,3}?(?:power (?:plants?|stations?|generation)"
        r"|substations?"
        r"|gas plants?|microgrids?)\b(?! (?:and|plus|with) (?:\S+ )?(?:data|ai|campus|compute))"
        r"|(?:nuclear|(?<!computing )(?<!compute )power|solar|gas|clean[- ]energy|renewable"
        r"|wind)\b (?:energy )?(?:\w+ )?(?:deals?"
        r"|agreements?|contracts?|pacts?|accords?|tie-?ups?|partnerships?|supply)\b"
        # "signs deal for 115 MW of clean energy", "taps Vistra for coal power at its campus"
        r"|(?:\b(?:for|of|buys?|contracts?|to buy|centers with|centres with) |\d ?[gm]w )"
        r"(?:(?:offshore|onshore|next-gen\w*|round-the-clock|24/7|advanced|new) )?(?:geothermal"
        r"|nuclear|solar|wind|coal|clean|renewable|carbon[- ]free|fusion|hydro|gas-fired"
        r"|natural[- ]gas)"
        r"(?: (?:power|energy|electricity|heat)\b(?! (?:data|compute|ai|campus))| from \S)"
        r"|(?:for|of|from) (?:offshore|onshore) wind\b|(?:for|of) (?:fuel cells"
        r"|gas turbines|natural gas|hydropower|small modular reactors|smrs|electricity)\b"
        r"|strom(?!berg)\w*|ppas?\b",
        POWER_EAST,
    ),
    (
        "a lawsuit",
        1,
        r"su(?:es|ed|ing)\b|(?<!\ble )(?<!lle )sue\b|lawsuits?|antitrust|court\b"
        r"|courts (?:rule|order|block)|complaint"
        r"|investigat\w+|subpoena|demanda a\b"
        r"|smuggl\w+|fraud\w*|illicit|illegal\w*|indict\w+|prosecut\w+|charged with|arrest\w*"
        r"|klagt\b",
        "诉|訴|反垄断|反壟斷|独禁|소송|제소|반독점",
    ),
    (
        "a lawsuit",
        2,
        r"(?:wins?|won|awarded|loses?|lost|owes?|owed|settles?|settled|pays?"
        r"|ordered) (?:\S+ ){0,6}?"
        r"(?:in|over|after) (?:\S+ ){0,5}(?:(?:law)?suit|arbitration|litigation)\b"
        r"|arbitrat(?:ors?|ion)\b|(?:contract|lease|hosting|breach) (?:law)?suit\b",
        "(?!)",
    ),
    (
        "a product launch",
        1,
        r"(?:unveils?|unveiled|launch(?:es|ed)?(?! (?:customer|tenant|client|partner)s?\b)"
        r"|introduc\w+|announc\w+ new|debuts?|releases?"
        r"|(?:brings?|puts?) (?:\S+ ){1,6}?(?:in)?to (?:full |mass )?(?:production|market"
        r"|general availability)"
        r"|open-?sources?|rolls? out(?!.{0,60}\b(?:[gt]pus?|chips|capacity|data cent|clusters?"
        r"|servers|racks))|previews?"
        r"|announc\w+ (?:\S+ ){0,4}(?:[cgt]pu|chip|processor|accelerator)s? (?:designed|built|made"
        r"|optimi[sz]ed|tuned|for\b))\b"
        r"(?!.*\b(?:deal|agreement|contract|partnership|deploy|supply|leases?"
        r"|tenants?(?= (?:at|for|in|to|on|with)\b|$|,))\b)",
        "(?:发布|發布)(?![^，。]{0,24}(?:公告|声明|聲明|通知|合同|协议))|推出|开源|開源|亮相|发售"
        "|(?:发表|發表)(?![^，。]{0,10}(?:合作|联盟|聯盟|声明|聲明|协议|協議|采用|採用))"
        "(?=[^，。]{0,14}(?:平台|芯片|晶片|处理器|處理器|系列|架构|架構|新一代))"
        "|量産|(?:商用|量产|出货)放量|[单單]卡(?:算力|性能)|企[业業](?:[级級]|全员)?部署之一|量产|流片|自研|新製品|発売|リリース"
        "|출시|공개|양산"
        "|오픈소스",
    ),
    (
        "jobs or people",
        1,
        r"opens? (?:(?!data)\S+ ){0,4}offices?\b|layoffs?|hires?\b(?!.*\d ?[gm]w\b)(?!(?!.*\b(?:ex"
        r"|former|exec"
        r"|executive|chief|veteran|researchers?|engineers?|head|team|banks?)\b).* to (?:run|train"
        r"|supply|build"
        r"|host|operate)\b)|hiring"
        r"|(?<!gpu )(?<!cloud )(?<!compute )(?<!training )jobs?\b|resign\w*|steps down"
        r"|joins? \w+ board"
        r"|workers"
        r"|ceo (?:of|to|joins|leaves|steps)|poach\w*|takes? (?:over )?(?:the )?(?:helm|reins)\b"
        r"|(?:former|ex-?) ?(?:[\w&.]+ ){1,4}?(?:executive|manager|chief|veteran) joins\b",
        "豪[语語言]|放话|放話|[员員]工大[会會]|裁员|裁員|离职|加盟|人員削減|就任|退任|감원|해고|선임",
    ),
    (
        "parts, not compute",
        2,
        r"(?:data[- ]?cent(?:er|re)|network(?:ing)?|ethernet|infiniband|backend|spine|leaf)[- ]"
        r"(?:(?!from|by|to|with|at)\w+ )?(?:switch(?:es)?|routers?|adapters?)\b"
        r"|back-?end networks?\b|optical|fib(?:er|re)\b|photonic|\d(?:\.\d)?[- ]?nm\b|hbm\d?e?\b"
        r"|memory|packaging|(?<!azure )(?<!ai )foundry"
        r"|wafers?(?!-scale)"
        r"|lidar|batter|generators?\b|gensets?\b|transformers\b|electrical|power systems"
        r"|ups systems|switchgear|chillers?\b|busways?\b|power equipment"
        r"|gas engines?\b|cabling|copper\b"
        r"|cooling\b|transformers? (?:order|supply|deal)|dram\b|ssds?\b|fabs?\b|tsmc (?:wins?"
        r"|to|caters|deal|orders?)|[-/]tsmc\b|plants? (?:for|to)\b(?! (?:host|house|run|serve)\b)"
        r"|chips? (?:production|manufacturing|fabrication)\b|chip (?:plant|factor)\w*|(?:tera"
        r"|giga)fab\b|chipmaking|to (?:make|assemble"
        r"|produce|manufacture) (?!.*\bfor\b).{0,30}\b(?:servers"
        r"|chips"
        r"|systems)\b",
        "hbm|光互[连連联聯]|[硅矽]光|内存|內存|記憶體|存储|光模块|光模組|光纤|封装|封裝|代工|晶圆(?!级)|晶圓(?!級)|液冷"
        "|散热|pcb|(?:芯片|晶片|伺服器|服务器)工?[厂廠](?!商)"
        "|(?:半導体|サーバー)の?工場|(?:반도체|서버) ?공장"
        "|メモリ|封止|受託生産|메모리|d램|낸드|파운드리|위탁 ?생산|칩 ?생산|패키징"
        f"|{PARTS_EAST}",
    ),
    (
        "one's own chips",
        2,
        r"(?:chip|silicon|semiconductor)(?:[- ]design)? teams?\b",
        "(?:芯片|晶片)(?:设计|設計|研发|研發)?(?:团队|團隊)|チップ.{0,6}チーム|チップ.{0,4}内製"
        "|(?:칩|반도체)(?: ?설계)? ?팀",
    ),
    (
        "policy or rules",
        1,
        r"regulat(?:ors?|ions?|ed|ing|e)\b|export (?:controls?|curbs?|licen[cs]es?)"
        r"|tariffs?|restrictions?|moratorium"
        r"|requirements|senat\w+|congress|ban(?:s|ned)?\b|lawmakers?|sanctions?|zoning|rezoning"
        r"|permits?\b|(?:city|town|county) (?:council|board|officials|commission|rejects|approves)"
        r"|residents|ordinance|(?:host|local) (?:towns?|cities|communit\w+)",
        "监管|監管|禁令|出口管制|关税|關稅|制裁|规制|規制|関税|輸出管理|容認|許可|助成|補助金|补贴|補貼|보조금|규제|관세"
        "|수출통제|제재",
    ),
    (
        "what a government allows",
        2,
        r"(?:to subsidi[sz]e|subsidi[sz]es|(?:grants?|approves?|awards?|offers?) (?:\S+ ){0,4}?"
        r"subsid(?:y|ies))\b|"
        r"(?:(?:review|scrutin|investigat|examin|tighten|limit|prob|curb|clos|restrict|monitor)\w*"
        r"|(?:weigh|mull|consider|study|studi|plan|propos|impos)\w* (?:\S+ ){0,3}?(?:limits?|curbs?"
        r"|caps?|rules|restrictions?|crackdown|checks)) (?:[\w.'’-]+ ){0,7}?(?:access|exports?"
        r"|shipments|loopholes?|diversion) (?:to|of|for|by|through|via)\b"
        r"|(?<!.)(?:china|beijing|the us|us|u\.s\.|trump|white house|washington|eu"
        r"|brussels)\b.{0,40}\b"
        r"(?:allow|approv|clear|block|ban|urg|curb|soften|eas|restrict|probe|tell|press"
        r"|discourag)\w*",
        "(?:监管|監管)[^，。；]{0,10}(?:禁止|叫停|限制|勒令)"
        "|(?:[网網]信[办辦]|[发發]改委|工信部|[当當]局|政府)[^，。；]{0,8}(?:禁止|不准|叫停|[劝勸]阻|敦促|要求)"
        "[^，。；]{0,16}(?:[采採][购購]|[购購][买買]|使用|[订訂][购購])"
        "|(?:政府|当局)[^、。]{0,30}(?:購入|使用|調達|採用)[^、。]{0,6}(?:禁止|停止を|控える)"
        "|(?:정부|당국)[^,.]{0,30}(?:구매|사용|도입)[^,.]{0,6}(?:금지|중단 ?지시|자제)"
        "|(?:商[务務]部|工[业業][与與和]安全局|司法部|[国國][会會]|[议議][员員]|海[关關]|政府)[^，。；]{0,24}"
        "(?:[调調]|[彻徹])查"
        "|^(?:中国|北京|美国|美國|美).{0,60}(?:容認|放行|批准|允许|禁止|限制|叫停采购)"
        "(?!.*[，；].*(?:取得|租|采购|採購|签|簽|使用))"
        "|(?:商[务務]部|美[国國]政府|白[宫宮]|工[业業][与與]安全局)[^。]{0,40}"
        "(?:发放|發放|核发|核發|颁发|頒發|批准)[^，。]{0,12}(?:许可|許可)",
    ),
    (
        "a licence or content",
        2,
        r"licen[cs](?:e|es|ing) (?:deal|agreement|pact|accord|contract|tie-?up|partnership"
        r"|arrangement|(?:\S+ ){0,3}(?:characters?|songs|music"
        r"|archives?|data"
        r"|technology|patents?|ip)\b)|(?:pay|paid|licen)\w*\b(?!.*\b(?:to (?:power|train|run"
        r"|build|develop|serve|support)|compute|computing|capacity|[gt]pus?|chips|data cent\w+"
        r"|\d ?[gm]w)\b).*\bmodels?\b|content\b"
        r"|licencia|copyright|music labels?|publishers?\b|news corp|gemini models?\b",
        "版权|版權",
    ),
    (
        "a deal over something else",
        2,
        r"donat(?:e|es|ed|ing|ions?)\b|resellers?\b"
        r"|(?:reselling|distribution|distributor) (?:deals?|agreements?|contracts?"
        r"|pacts?|rights|partner\w*)\b|"
        r"spectrum\b|rigs\b|hash ?rate|offices? (?:from|in|at|space|tower|lease)\b"
        r"|(?:ai[- ](?:ready|native|powered)|5g|6g|telecom\w*|backbone|long[- ]haul|subsea"
        r"|wide[- ]area"
        r"|broadband) networks?\b(?! of\b)"
        r"|(?<!center and )(?<!centre and )(?<!campus and )(?<!centers and )(?<!centres and )"
        r"(?:subsea|undersea|submarine)[- ](?:[\w-]+ ){0,2}?(?:cables?|links?|systems?|routes?"
        r"|connectivity)\b(?!.*\b(?:data ?cent|comput|[gt]pus?\b|campus|\d ?[gm]w\b))"
        r"|to (?:optimi[sz]e|port|tune|certify) (?!(?:its|their|the|data|power|cost)\b)"
        r"[\w+-]+ (?:for|on)\b"
        r"|cloud (?:options|connect\w*|on-?ramps?|interconnect\w*|exchanges?|access points?)\b"
        r"|(?:transmission|interconnect(?:ion)?|pipeline|zoning|tax|labou?r|easement"
        r"|switching|networking|ethernet|routing|routers?|switch(?:es)?|5g|ran"
        r"|cyber ?security|security|software|content|data[- ]licensing|advertising|ads?|search"
        r"|payments?|health ?care|robotics|enterprise|models?|music|news|media|sponsorship|drones?"
        r"|satellites?|launch|retail|shopping|carbon|land|water) (?:deals?|agreements?|contracts?"
        r"|pacts?|partnerships?|alliances?)\b",
        "(?:火箭|卫星|衛星|轨道|軌道)[^，。；]{0,12}(?:发射|發射)[^，。；]{0,4}"
        "(?:服务|服務|合作|协议|協議|合同|合約|合约|订单|訂單)"
        "|(?:ロケット|衛星|軌道)[^、。]{0,12}打ち上げ[^、。]{0,6}(?:契約|提携|サービス|協議)"
        "|(?:로켓|위성|궤도)[^,.]{0,12}발사[^,.]{0,6}(?:계약|협력|서비스|협의)"
        f"|{NAMING_EAST}|{RESEARCH_EAST}"
        "|保密[协協][议議]|许可协议|授权协议|经销|代理(?:协议|商)|转售|販売代理|代理店|再販|리셀러|재판매|총판",
    ),
    ("a deal over something else", 1, "(?!)", APPLIED_EAST),
    (
        "shopping or how-to",
        2,
        r"msrp\b|review\b|best deals|discounts?|prime day|black friday|how to\b|tutorial"
        r"|hands-on|rumou?red specs|off at\b|consoles?\b|playstation|xbox|smartphones?"
        r"|wearables?|robotaxis?|pre-?orders|graphics card|laptops?|gaming",
        "优惠|开箱",
    ),
    (
        "an outage or a bill",
        2,
        r"outages?\b|data breach|hack(?:ed|ers?|ing)\b|api keys?\b|billed\b"
        r"|(?<!begins )(?<!starts )(?<!began )(?<!started )billing\b"
        r"|(?:surprise|cloud|monthly|[\d,]+\+?) bill\b(?! with\b)|vulnerabilit\w+|malware",
        "宕机|장애|(?<!解除)(?<!取消)(?<!结束)(?<!結束)限制[^，。；、]{1,14}(?:使用|[调調]用|[访訪][问問]|存取)",
    ),
    (
        "land or a site without compute",
        2,
        r"(?<!lease and )(?<!leases and )(?<!deal and )(?<!contract and )(?<!tenant and )"
        r"(?:land|plot|parcel|acreage)s?[- ](?:purchase|sales?|acquisition|option|swap|transfer)\b"
        r"(?!(?: and|,) (?:[\w.&’'-]+ ){0,5}?(?:leases?|tenants?|hosting)\b)"
        r"|(?:add|expand|grow|build|boost|doubl|tripl|swell)\w* (?:\S+ ){0,5}?(?:land|power)"
        r"[- ]banks?\b"
        r"|(?:sells?|sold|selling|offloads?|disposes of|buys?|bought|purchas\w+|acquires?|acquired"
        r"|snaps? up|picks? up|nets?) (?:(?!(?:and|with|lease|leases|from|to)\b)\S+ ){0,6}?"
        r"(?:acres?|hectares|(?:land|parcels?|plots?)(?! (?:lease|deal)))\b"
        r"(?!.*(?:\b(?:leases?|rents?|hosts?|tenants?|capacity|hosting|compute)\b|\d ?[gm]w\b))"
        r"|(?:sell|buy|bought|sold|purchas|acquir)\w* \d+(?:\.\d+)?[- ](?:acre"
        r"|hectare) (?:\S+ ){0,3}"
        r"(?:parcels?|plots?|land|sites?|campus)\b(?!.*(?:\bleases?\b|\d ?[gm]w\b))"
        r"|leas(?:e|es|ed|ing) (?:[\w-]+ )?\d[\d.,]*[- ](?:acres?|hectares?)\b(?!.*\d ?[gm]w\b)"
        r"|leas(?:e|es|ed|ing) (?:the |some |a piece of |state |public )?land\b"
        r"|leases? (?:for|of|on|covering) (?:(?:approximately|about|around|some|nearly|over|the) )*"
        r"\d[\d.,]*[- ](?:acres?|hectares?)\b|ground leases?\b"
        # who has land to let: "lease amendments with the City of Denton"
        r"|leases? (?:(?:amendments?|agreements?|deals?|extensions?|renewals?|terms) )?(?:with"
        r"|from) "
        r"(?:the )?(?:[\w-]+ ){0,2}?(?:city|county|town|township|village|port|municipality|council"
        r"|tribe|airport)\b|land leases?\b",
        "用地[^。；]{0,80}批[予给給租]|批租|[拍摘]得地[块塊]|(?:土地|地[块塊])(?:出让|出讓|使用[权權])",
    ),
    (
        "a fund",
        2,
        r"infrastructure investment (?:agreements?|partnerships?|vehicles?|platforms?|alliances?"
        r"|funds?)\b",
        "(?!)",
    ),
    (
        "what others do instead",
        2,
        r"(?:may|might|could) (?:have )?(?:dominat|grab|stol|steal|captur|hog|mak|mad|tak)\w*"
        r" (?:(?:all|the|most|of) )*(?:headlines?|spotlight|attention|limelight)\b",
        "(?!)",
    ),
    (
        "a spin-off",
        2,
        r"(?:launch|unveil|creat|form|plan|announc|complet|mull|weigh|consider|prepar|eye"
        r"|approv)\w*"
        r" (?:[\w'’-]+ ){0,6}?(?:spin[- ]?(?:out|off)s?"
        r"|carve[- ]?outs?)\b(?! (?:\S+ )?(?:to (?:build"
        r"|host|lease|supply)|signs?)\b)",
        "(?!)",
    ),
    (
        "jobs or people",
        2,
        r"(?:(?:hires?|hired|poach\w*|pinch(?:es|ed)|nabs?|nabbed|lures?|lured|recruits?|recruited"
        r"|snags?|snatch(?:es|ed)) (?:[\w.'’&-]+ ){0,8}?(?:head|lead|manager)"
        r"|(?:hires?|hired|poach\w*|pinch(?:es|ed)|nabs?|nabbed|lures?|lured|recruits?|recruited"
        r"|names?|named|appoints?|appointed|snags?|snatch(?:es|ed)|taps?|brings? (?:in|on|over)"
        r"|promotes?|elevates?) (?:[\w.'’&-]+ ){0,8}?(?:executives?|execs?|veteran|chief|boss"
        r"|director|vp|alum|president|engineer))\b[^,;:]{0,40}? (?:to (?:head|lead|run|oversee"
        r"|spearhead|steer|drive|manage)|as (?:\S+ ){0,3}?(?:head|chief|c[eft]o|president|director"
        r"|vp|lead))\b",
        "(?!)",
    ),
    (
        "many deals at once",
        2,
        r"^(?:[\w'’]+ ){0,3}(?:daily|weekly|digest|brief(?:ing|s)?|roundup|wrap|recap|bulletin"
        r"|dispatch|headlines|rundown|bid|notes|edition|update)\s?[:|–—-] ?[^,;]{4,80}[,;] "
        r"[^,;]{4,80}[,;] \w|"
        r"round-?ups?\b|the week in\b|this week(?:'s| in)\b"
        r"|(?:two|three|four|five|six|seven|eight|nine|ten|(?<!hut )\d{1,3}(?! ?[gm]w\b))"
        r" (?:\w+ ){0,2}deals\b"
        r"|keeps? (?:on )?(?:sign|land|strik|ink|win|add|bagg)\w* (?:\S+ ){0,3}(?:deals|contracts"
        r"|leases|customers|tenants)\b|(?:billion|bn|\db) (?:to|on|with|in|into|for|from) "
        r"(?:\S+ ){0,3}neocloud(?:s\b| (?:[\w-]+ )?(?:providers|companies|firms|deals"
        r"|start-?ups))"
        r"|(?:billion|bn|\db) (?:to|on|with|in|into|for|from|across) (?:an? |the |its )?(?:swarm"
        r"|string|slew|raft|flurry|handful|web|host|series|array|range|variety|spate|number"
        r"|clutch|bevy|group|portfolio) of (?:[\w-]+ ){0,4}?(?:start-?ups|providers|companies"
        r"|firms|neoclouds|deals|contracts|leases|agreements|partners|partnerships|suppliers)\b"
        r"|(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[\w-]+ ){0,2}?(?:ceos"
        r"|founders|executives|leaders|bosses|insiders|experts|voices|investors) (?:on|discuss"
        r"|debate|talk about|weigh in on|share|explain)\b"
        r"|daily (?:brief\w*|digest|news)|weekly|newsletter|timeline(?:s|:| of)"
        r"|every\b.{0,20}\bdeals?\b"
        r"|^(?:tracking|mapping|charting|ranking|here are|a list of"
        r"|the (?:biggest|largest) (?:\S+ ){0,4}(?:deals|contracts|leases|agreements|spenders))\b"
        r"|\bmore (?:\S+ ){0,3}deals\b(?! with)"
        r"|\btotal (?:\S+ ){0,4}commitments|(?:several|many|largest|biggest|top"
        r"|major) (?:\S+ ){0,5}"
        r"(?:companies|firms|partners|hyperscalers|providers|clouds) (?:have|are|had)\b"
        r"|circular (?:ai )?(?:economy|financing|deals)(?! (?:worr|fear|concern|question|risk"
        r"|doubt))"
        r"|neocloud (?:investments|deals|spending|bets|contracts|leases|commitments)\b"
        r"|deal (?:wheel|web|carousel|spree|frenzy|flywheel|mania)\b"
        r"|web of (?:[\w-]+ ){0,3}?deals\b|^what['’]s (?:up|new) with\b|^land (?:&|and) expand\b"
        r"|deals:(?! [\w.&]+(?: [\w.&]+){0,2}$)|dealmaking"
        r"|back(?:s|ed|ing)? (?:[\w-]+ ){0,3}?(?:start-?ups|neoclouds|providers|firms|companies)"
        r" (?:to|with|as|in|through|via)\b"
        r"|megadeals|(?:deals|contracts|pacts|agreements|investments|partnerships"
        r"|commitments)\b.{0,30}\b(?:(?:in|over|within) (?:the )?"
        r"(?:past |last )?\S+ months|this year|since \w+)\b",
        r"\d+ ?(?:개월|[かヶ]月|个月|個月)(?:간|間|内|內|来|來|で)|올해(?:에만|만)|今年だけで"
        r"|累[计計][签簽]|[一二三四五六七八九十两兩]{1,3}[个個]月[里裡内內]?[共已累总總计計]{0,3}[签簽]|(?:拿下|[斩斬][获獲]|中[标標]|[签簽]下"
        r"|[揽攬][获獲])多[地省市家个個]"
        r"|\d\s?[亿億万萬]元?\s?[+＋][^+＋，。]{3,40}[+＋]"
        "|早报|晚报|(?<![街济经民闻券])日报(?![》讯记报])|周报|盘点|一周|一览|早餐|要闻|8点1氪|まとめ|今週の"
        "|뉴스레터|주간|모음"
        "|브리핑",
    ),
)

STATUS: Final = (
    (
        "cancelled",
        r"(?:won['’]t|will not) (?:fund|back|support|finance|provide (?:\w+ )?"
        r"(?:funding|financing))"
        r"|no longer (?:in talks|wants?|needs?|plan(?:s"
        r"|ning)|pursu\w+|interested)"
        r"|decided (?:not to|against)"
        r"|opt(?:s|ed) not to|cho(?:se|sen|oses?) not to|not (?:renew|go ahead|proceed)\w*",
    ),
    (
        "denied",
        r"\bdid(?:n['’]t| not) (?:sign|agree|commit|reach)|(?:has|have)(?:n['’]t| not) (?:signed"
        r"|agreed)|(?:will not|won['’]t|not going to) (?:be )?(?:us(?:e|ing)|sign|buy|lease|rent"
        r"|invest|tak(?:e|ing))|(?:has|have|with|says?|said|there (?:is|are)) (?:it )?no"
        r" (?:\w+ )?(?:plans?|intention|deal|agreement|contract|talks)|no (?:\w+ )?(?:plans?"
        r"|intention) to (?:use|buy|rent|lease|sign|adopt)",
    ),
    # Most telling first: a denial or an end is what the text is about, whatever else it says.
    (
        "denied",
        r"(?<!nor )\bden(?:y|ies|ied|ying|ials?)\b|no such (?:agreement|deal)|(?:claims?|reports?"
        r"|rumou?rs?) .{0,60}\b(?:false|wrong|inaccurate|baseless)\b|false and incorrect"
        r"|\bno (?:\S+ ){1,4}(?:was|were|has been|have been) (?:cancel|terminat|scrap)\w*"
        # Said outright, or of what never was: "no deal has been signed" is told of talks as well.
        r"|(?:^[^:]{2,60}: |\bthere (?:is|was) )no (?:\S+ ){0,2}(?:orders?|contracts?|deals?"
        r"|leases?"
        r"|agreements?|pacts?|commitments?)\b(?: (?!terms\b)\S+){0,4}? (?:ever |yet |actually "
        r"|been )?(?:signed|agreed|placed|struck|reached|awarded|received|concluded|made|won)\b"
        r"|\bno (?:\S+ ){0,2}(?:orders?|contracts?|deals?|leases?|agreements?|pacts?"
        r"|commitments?)\b"
        r"(?: \S+){0,4}? ever (?:signed|agreed|placed|struck|reached|awarded|received|made|won)\b"
        r"|(?:\bnot|n['’]t) (?:been )?(?:(?:cancel"
        r"|terminat|scrapp|stall|paus|halt|shelv|dropp|suspend|abandon)l?ed|frozen|on (?:hold"
        r"|ice)|dead)\b"
        r"|\bnot true\b|\buntrue\b|refut(?:es|ed|ing)|\bno (?:\w+ )?(?:talks"
        r"|negotiations)"
        r"|\bsays? no \w+|\bno such decision\b"
        r"|\b(?:is|are|was|were) not (?:\w+ )?(?:leas|rent|buy|us|talk|negotiat|plann"
        r"|consider)ing\b"
        r"|rejects? (?:\w+ )?(?:reports?|claims?|rumou?rs?|talk of)|not in talks"
        r"|(?:dismiss|disown|disput|rebut|shoots? down|push(?:es|ed)? back (?:on|against)"
        r"|calls?)\w* "
        r".{0,40}"
        r"\b(?:reports?|claims?|rumou?rs?|speculation|press release|talk of|false|untrue"
        r"|inaccurate)\b"
        r"|\bsays? (?:it|he|she|they|company) (?:will|would|does|did|has) not (?:sell|suppl|rent"
        r"|leas|host"
        r"|provid|sign)\w*|\bthere (?:is|was) no (?:such )?(?:lease|deal|contract|agreement"
        r"|order)\W{0,2}:"
        rf"|{DENIED_EAST}"
        r"|\bniegan?\b|\bneg[óo]\b|desmient\w+|rechaza las? informaci|dementier\w*|bestreitet"
        r"|widerspricht"
        r"|ontkent|\bd[ée]ment\b|smentisce|nega\b|опроверг",
    ),
    (
        "cancelled",
        r"\bcancel(?:s|l?ed|l?ing|lation)?\b|\bscrap(?:s|ped|ping)?\b|\bcall(?:s|ed)? off"
        r"|\bwalk(?:s|ed|ing)? away|\bpull(?:s|ed|ing)? (?:out|back|(?:the )?plug)|\bback(?:s|ed"
        r"|ing)? out"
        r"|\bdrop(?:s|ped)\b(?! (?:in|of|after|\d|by|to))|\bdrops? (?:plans?|bid|out)\b"
        r"|\bdrop (?:\S+ ){0,4}(?:lease|deal|contract|add-on|expansion|plan|campus|site|option)s?\b"
        r"|\babandon(?:s|ed|ing)?\b|\bterminat(?:e|es|ed|ing|ion)\b|\bwithdr(?:aws?|ew|awn|awal)\b"
        r"|\bon ice\b|(?<!thesis )(?<!rating )(?<!stock )(?<!shares )\bon hold\b|\bend(?:s"
        r"|ed)? (?:(?:\S+ ){0,5}(?:talks|negotiations"
        r"|discussions)\b|plans?|.{0,30}\b(?:deal|agreement|lease|rental|tie-?up|alliance|pact"
        r"|contract)\b)"
        r"|\bf(?:e|a)ll(?:s|en)? (?:through|apart)|\bcollaps(?:es?|ed|ing)\b|\bstall(?:s|ed)?\b"
        r"|\bpaus(?:e|es|ed|ing)\b|\bfreez(?:e|es|ing)\b|\bfroze\b"
        r"|\bhalt(?:s|ed|ing)?\b|\bshelv(?:es?|ed|ing)\b|\bsuspend(?:s|ed)?\b"
        r"|\bditch(?:es|ed)?\b|\baxe[sd]\b|\bnix(?:es|ed)\b|\blos(?:es?|t) .{0,30}\b(?:tenant"
        r"|contract"
        r"|customer|client|partner|backer|lease|deal)"
        r"|\bexits? .{0,60}\b(?:lease|deal|contract|agreement)|\bbows? out|\bparts? ways"
        r"|\bdeal (?:is )?off\b|\b(?:tears?|rips?) up|\b(?:unravel|derail|torpedo|kill|dump)(?:s"
        r"|ed)\b|\bsnub(?:s|bed)\b(?![^;:]{2,40}?(?:,| and| as it) (?:hand|giv|award|pick|choos|tap"
        r"|sign|buy|order|select|turn|go)\w*)|\bunwind\w*"
        r"|\brescind\w*|\bvoid(?:s|ed)\b|\blets? .{0,60}\b(?:expire|lapse)|\b(?:hand|giv)(?:s"
        r"|es) (?:back|up)\b|\bbreak(?:s|ing)? off|in limbo|\breins? in\b|\bopt(?:s|ed) out"
        r"|stalemate|deadlock|取消|陷入僵局|陷入停[滞滯]|不[会會再].{0,3}(?:支持|参与|參與|投)"
        rf"|退場|退场|受挫|挫折|终止|終止|解除(?!でき|可能|する権|条項|条款)|解约|{CALLED_OFF_EAST}"
        r"|解約(?!でき|可能|する権|条項|金)|毁约|搁置|擱置|叫停|告吹|泡汤|泡湯|破裂|作罢|流产|退出"
        r"|撤回|撤销|放弃"
        r"|放棄|暂停|暫停|暂缓|中止|谈崩|没了|沒了|白紙|破談|(?:協議|交渉|提携|契約|合意|計画)を?終了|見送|断念|凍結|打ち切|取りやめ|頓挫"
        r"|취소|철회|파기|(?<![가-힣])해지(?! ?(?:할 수|권|조항))"
        r"|계약 ?해지(?! ?(?:할 수|권|조항))|무산|결렬|중단|보류|백지화|포기|물거품"
        r"|\bcancel(?:a|an|ó|ou|am)\b|descart[aó]|\baparcan?\b|congelan?\b|paralizan?\b"
        r"|desisten?\b|\brompe\b|\bsuspend\w+|rescind\w+|se retira\b"
        r"|abgesagt|stornier\w*|zieht sich .{0,40}zur[üu]ck|steigt aus"
        r"|(?<!an)gek[üu]ndigt|\bk[üu]ndigt\b(?!.{0,160}\ban\b)|platzt"
        r"|gescheitert|scheitert|gestoppt|\bstoppt|auf eis|beendet"
        r"|annul\w+|abandonn\w+|renonc\w+|geschrapt|schrapt|stopgezet|geannuleerd|rinunci\w+"
        r"|sospend\w+|\binterrott[oaie]\b",
    ),
    (
        "cut",
        r"scal(?:es?|ed|ing) (?:back|down)|par(?:es|ed|ing) (?:back|down)|cut(?:s|ting)? back"
        r"|\btrim(?:s|med)\b|\bhalv(?:es|ed|ing)\b|downsiz\w+"
        r"|(?<!growing )\bshrinks?\b|slash(?:es|ed)|reduc(?:es|ed) .{0,60}\b(?:commitment|order"
        r"|lease|guarantee|backstop"
        r"|deal|contract)|cuts? .{0,60}\b(?:orders?|commitment|contracts?|guarantee|backstop|pledge"
        r"|loan)\b|缩减|縮減|削减|削減"
        r"|缩水|縮小|축소|감축|recort\w+|verkleiner\w+",
    ),
    (
        "talks",
        r"close to \w+ing\b|\b(?:talks|negotiations|discussions)\b .{0,60}\bstages?\b"
        r"|in (?:\w+[- ])?(?:\w+[- ])?(?:talks|discussions|negotiations)"
        r"|negotiat(?:e|es|ing)\b"
        r"|\bnears\b(?!$| (?:completion|capacity|launch|end|options?|record|all-time)\b)"
        r"|\bnear (?:an? |the |\W?\d\S* "
        r")?(?:\S+ ){0,4}(?:deals?|agreement|pact"
        r"|contract|lease|accord|partnership|talks)\b|nearing (?!completion|capacity)|close to "
        r"(?:(?:an?|\W?\d\S*|\w+) ){0,3}(?:deal|agreement|signing"
        r"|lease"
        r"|contract|pact)|clos(?:es|ing) in on|verge of|weigh(?:s|ing)?\b(?! legal)|mull(?:s"
        r"|ing)?\b(?! legal)"
        r"|consider(?:s|ing)\b(?! legal)|explor(?:es|ing)\b|discuss(?:es|ing)?\b|\beye(?:s|ing)\b"
        r"|\b(?:initiat|open|start|beg[iau]n|enter)\w* (?:[\w-]+ ){0,2}(?:talks|discussions"
        r"|negotiations)\b|hold(?:s|ing)? talks|\btalks (?:with|to|over|on|between|about|for)\b"
        r"|(?:cloud|chip"
        r"|compute"
        r"|lease|deal) talks|court(?:s|ing)\b|seek(?:s|ing)? (?:to|deal|(?:(?:up to|as much as"
        r"|about|nearly|over|more than|at least) )?[$€£]\d)|wants? (?:to|its|a)\b"
        r"|look(?:s|ing) to\b|approach(?:es|ed)\b|final(?:ising|izing)|hammer\w* out"
        # Who lends may still be talking of it.
        r"|洽谈|洽談|商谈|商談|(?:谈判|談判)(?!的[^，。；]{0,6}(?:贷款|貸款|银行|銀行))|磋商|协商|協商|接洽|考虑|考慮(?!し|され|に)|有意|寻求"
        r"|尋求|评估中"
        r"|接近(?:达成|達成|敲定|签)|即[将將](?:[达達]成|[签簽]|(?:为|為)?[^，。；]{0,40}完成[^，。；]{0,20}(?:融资|融資))"
        r"|欲(?=.{0,12}(?:租|购|采|投))"
        r"|を協議|で協議(?!会)|協議して|協議中|協議に入|協議(?:へ|$)|協議入り|検討|交渉|打診|大筋|調整に入|合意に近"
        r"|논의|협의"
        # Who is chosen to settle the last terms is chosen.
        r"|(?<!우선)(?<!우선 )협상|검토|타진|임박"
        rf"|막바지|조율|저울질|{TALKS_EAST}"
        r"|en (?:conversaciones|negociaciones|tratativas)|\bnegocian?\b|negociaci[oó]n\w*"
        r"|\beval[úu]an?\b(?! acciones)|\bestudian?\b|\bsopesan?\b|\bbarajan?\b|a punto de"
        r"|cerca de (?:cerrar|firmar)"
        r"|verhandel[nt]|verhandlung\w*|gespr[aä]ch\w*|erw[aä]gt|pr[üu]ft\b|kurz vor"
        r"|onderhandelt|in gesprek"
        r"|overweegt|pourparlers|n[ée]gocie\w*|n[ée]gociations|envisage|trattativ\w+"
        r"|em (?:conversas"
        r"|negocia\w+)|переговор\w+|обсужда\w+",
    ),
    (
        "rumour",
        r"^(?:sources?|reports?|rumou?rs?|leaks?|scoop)\s?:|reportedly|(?:is|are"
        r"|was) said to|said to (?:be|have|plan)|\bsaid to\b"
        r"|according to (?:\w+ )?(?:people"
        r"|sources?|(?:a|an|the) (?:\w+ ){0,3}report|(?:the )?(?:wsj|bloomberg|ft|information"
        r"|reuters"
        r"|financial times|wall street))"
        r"|\b(?:sources?|people|persons?) (?:sa(?:y|ys|id)|tells?|told|familiar)"
        r"|\banalysts? (?:\S+ ){0,4}?(?:says?|claims?|insists?|estimates?|believes?|reckons?)"
        r" (?:\S+ ){1,4}?(?:is|are|has|have|will|plans?) (?:\S+ ){0,5}?(?:buy|order|plac"
        r"|spen[dt]|purchas"
        r"|leas|rent|sign)|, (?:as )?(?:reports|reported by|writes|per) "
        r"(?!.{0,40}\b(?:revenues?|profits?|loss(?:es)?|earnings|results|sales|growth)\b)"
        r"(?:the )?(?:\S+ ){0,3}\S+$"
        r"|(?: [-–—]|[:,]) ?sources?\b"
        r"|(?:people|persons?|those) (?:familiar|briefed|close to|with (?:direct "
        r"|first-?hand )?knowledge)|rumou?r(?:s|ed)?\b"
        r"|^(?:the )?(?:[\w&'’.-]+ ){1,5}reports? (?:in its \w+ edition )?that"
        r" (?!it\b|they\b|its\b)"
        r"|, (?:the )?\S+(?: \S+)? reports$|:\s*reports?\b|reports? (?:says?|claims?"
        r"|suggests?)|\breports?:|[-–—] ?report\b"
        r"|\b(?:wsj|bloomberg(?: news)?|ft|the information|reuters|cnbc|nikkei|axios|nyt|bbc"
        r"|techcrunch"
        r"|semafor|(?:wall street |business )?(?:journal|insider)|financial times|new york times"
        r"|handelsblatt|der spiegel|media|newspaper|paper|yonhap|kyodo|xinhua|caixin|yicai|latepost"
        r"|digitimes|nhk|asahi|yomiuri|mainichi|maeil|etnews|chosun|joongang|les echos|le monde"
        r"|manager magazin|el país|economic times|moneycontrol|business standard|globes|calcalist"
        r"|sky news|guardian|politico|[ac]bc news|afp|dpa|efe|ansa)(?: news)? (?:reports?"
        r"|reported|says?"
        r"|said)\b"
        r"|:\s*(?:the information|bloomberg|wsj|ft|reuters|nikkei)\b"
        r"|(?:could|may|might) (?:\S+ ){0,2}(?:sign|strike|reach|ink|seal|win|land"
        r"|get) .{0,40}\bdeal|\b(?:could|may|might) (?:soon )?(?:land|come to|rent|lease|buy"
        r"|sign|supply|provide|become|use|tap|invest|spend|order|host|fund|finance|pay|deploy"
        r"|take|get)\b|tipped to|poised to|about to"
        r"|\bin line (?:to|for)\b|front-?runners?\b|on the (?:cusp|brink) of|(?:inch|edg|mov)\w* "
        r"closer"
        r"|\btentative\w*|\bin the running\b|\bmooted\b|sound(?:s|ed|ing) out"
        r"|expected to (?!open|begin|start|come|reach|go live|be )"
        r"|likely to (?!open|ease|boost|lift)|\bset to (?:clinch|close|seal|finali[sz]e|raise"
        r"|sign|ink|announce|rent|lease|buy"
        r"|strike|become|order|tap|land"
        r"|secure|spend|pay|invest|supply|provide|host)(?!.*\bunder\b)"
        r"|appears? to\b|allegedly|purported\w*|unconfirmed|in the works"
        r"|据悉|據悉|据称|據稱|据报|據報|据.{0,12}报道|據.{0,12}報導|据传|據傳|消息人士|知情人士"
        r"|消息称|消息稱"
        r"|(?:媒体|媒體|报纸|時報|时报|周刊|[日早晚邮郵卫衛][报報]|通讯社|通訊社|彭博|路透)[^，。；]{0,10}(?:披露|报道|報導|報道|引述|援引|揭露|指出)"
        r"|接近(?:完成|募|筹|籌|获)|[传傳]出(?!的)"
        r"|报道称|報導稱|传闻|傳聞|盛传|爆料|[遭被]爆(?![雷冷仓倉发發])|^传|^傳|疑似"
        r"|(?<![宣流远遠])[传傳](?![统統输輸感播真媒递遞奇承]|(?<=[再又][传傳])(?:重?大|捷|喜|佳|好))"
        r"(?=.{0,20}(?:将|將|已|拟|擬|与|與|向|斥|明年|豪[砸掷擲]|[采採][购購]|洽|[签簽]|考[虑慮]))"
        r"|(?<!细节)(?<!細節)(?<!条款)(?<!條款)(?<!详情)(?<!詳情)曝(?!光率)|外媒"
        r"|或将|或將|或[为為向与與会會拟]|或(?=.{0,10}(?:达成|签|租|采购|投资))"
        r"|料将"
        r"|路透(?:社)?[:：]|彭博[:：]"
        r"|報道|[がと](?:\d{1,2}日)?(?:、)?報じ|[=＝](?:関係者|ft|wsj|報道|ロイター|ブルームバーグ|現地紙|.{1,12}紙)$|関係者|観測"
        r"|方針(?!を?、?(?:[^、。]{0,10}(?:明らか|発表|示し|示した|公表|表明|打ち出))|だと(?:発表|表明))"
        r"|(?<!となる)可能性|か[？?]?$|という$|관측|알려졌|알려져|알려진|전해|보도"
        r"|(?:타임스|신문|통신|저널|인포메이션|매체|외신|블룸버그|로이터"
        r"|ft|wsj|cnbc|닛케이)(?:\([^)]{1,8}\))?(?:에|들에)? ?(?:따르면"
        r"|의하면|인용)"
        r"|보고서$"
        r"|추진(?! ?(?:중인|하는|하고|되는|되고|해 ?온|했|력|체|단|위))|가닥|유력"
        r"|^(?:ft|wsj|nyt|cnbc|블룸버그|로이터|닛케이|디인포메이션),?\s?[\"“]"
        r"|소식통|전망|노린다|(?<![건증신개시가해부역연전])설$"
        r"|seg[úu]n (?:fuentes|un |reportes|el |la |bloomberg|reuters|the )|\bfuentes\b"
        r"|\bhabr[íi]an?\b"
        r"|\bestar[íi]an?\b|\bpodr[íi]an?\b"
        r"|(?<!gehen )(?<!werden )(?<!starten )(?<!stehen )(?<!beginnen"
        r" )\bsoll(?:en)?\b(?!.{0,70}\b(?:in betrieb"
        r"|ans netz|betrieb aufn|entsteh|fertig|gebaut|errichtet|start|beginn|er[öo]ffn|schaff|helf"
        r"|umfass))|offenbar|laut (?:bericht|medien"
        r"|insider|wsj"
        r"|bloomberg|reuters)|bericht:|(?<!business )insider\b|angeblich|k[öo]nnte|ger[üu]cht\w*"
        r"|\bzou(?:den)?\b"
        r"|volgens (?:bronnen|ingewijden)|op basis van bronnen|\bmeldt (?:\S+ ){0,2}(?:bloomberg"
        r"|reuters)|unter berufung auf|\brapporte(?:nt)?\b|naar verluidt|\bserai(?:t|ent)\b"
        r"|\baurai(?:t|ent)\b|pourrai(?:t|ent)"
        r"|selon (?:des"
        r"|une|le|la|plusieurs)|\brapports? (?:de presse )?(?:indiqu|affirm|selon|[ée]voqu)\w*"
        r"|\b(?:citando|citant|citând|citeert) (?:[ad]\w{0,3} )?(?:fonti|des sources"
        r"|surse)\b|\bha(?:nno)? riferito (?:\S+ ){0,2}?(?:il|la|lo|l['’])\s?(?:quotidiano|agenzia"
        r"|giornale|testata|rivista|sito)\b|sarebbe|avrebbe|secondo (?:fonti|il)|segundo (?:fontes"
        r"|a|o)\b"
        r"|\bfontes\b"
        r"|по (?:данным|информации)|источник\w*",
    ),
    ("denied", r"\bno (?:final )?decision\b|nothing (?:is |has been )?(?:signed|agreed)"),
    (
        "loi",
        r"letters? of intent|\blois?\b|memorand(?:um|a) of understanding|\bmous?\b|non-?binding"
        r"|term sheet|heads of terms|意向书|意向書|备忘录|備忘錄|意向协议|基本合意|覚書|양해각서"
        r"|업무협약"
        r"|의향서|carta de intenci[oó]n|absichtserkl[aä]rung",
    ),
    (
        "operating",
        r"goes live|went live|now (?:live|online|operational)|(?<!to )(?<!will )comes online"
        r"|came online|begins? operations|energi[sz]ed\b|投入运营|投產|上线|稼働|가동",
    ),
    (
        "contracted",
        r"definitive agreements?|8-k\b|regulatory filing|in a filing|filing (?:shows?|reveals?)"
        r"|executed (?:a |an )?(?:lease|contract)|正式签署",
    ),
)

# What an arrangement is called where something is done to it.
_DEAL: Final = (
    r"(?:partnerships?|deals?|agreements?|contracts?|collaborations?|alliances?|leases?|pacts?"
    r"|accords?|transactions?|arrangements?|tie-?ups?|commitments?|orders?|relationships?|ties"
    r"|backstops?|hosting)"
)

# That the text widens an earlier arrangement; to widen capacity alone is to make a new one.
EXPANSION: Final = (
    rf"\b(?:expand|extend|deepen|widen|broaden|enlarg|increas|upsiz|ups|upp|rais|lift|doubl"
    rf"|tripl|boost"
    # What is widened is the deal itself, not a business that grows "with", "through" or "by" it.
    rf"|amend|renew|top|grow|upgrad)(?:s|es|e|ed|ing|led|ling)?\b"
    r" (?:(?!(?:sign(?:s|ing)?|ink(?:s|ing)?|str(?:ikes?|iking)"
    r"|land(?:s|ing)?|securing|sealing|reaching|with|through|via|by|across|under|after|in|into"
    r"|nationwide|as|amid|thanks"
    r"|beyond)\b)\S+ ){0,9}"
    rf"(?:\S+-)?{_DEAL}\b"
    rf"|\b(?:expanded|extended|enlarged|larger|upsized|renewed|amended|broader|follow-on|additional"
    rf"|further|another|second|third|fourth|2nd|3rd|4th)[- ](?:\S+ ){{0,5}}{_DEAL}\b"
    r"|\banother (?:(?:[a-z]{1,2})?\W?\d|gigawatt|megawatt)|\badditional\b"
    r"|(?:2nd|second|third"
    r"|3rd)[- ]phase"
    r"|\b(?:further|extra) \W?\d|\d ?(?:bn|billion|gw|mw|gigawatts|megawatts)? more\b(?! than)"
    r"|\bupsiz\w+|doubl(?:es|ing) down (?:on|with) (?!ai\b|agents)|\bdeepens?\b|\bwiden(?:s"
    r"|ed)\b(?! \S+ (?:lead|gap|moat))"
    r"|\bexpansion (?:at|of|with"
    r"|deal"
    r"|agreement)"
    r"|\bannounces? (?:\S+ ){0,3}expansion\b"
    r"|\bexpand(?:s|ed|ing)?\b .{0,40}\b(?:to|by) (?:over |about |nearly )?\d[\d.,]* ?[gm]w"
    r"|\bexpansion$|\b(?:locks? in|signs?|inks?|secures?|lands?|wins?|seals?) (?:an? |the )?"
    r"(?:\S+ ){0,6}?(?:compute|capacity|cloud|gpu|lease|hosting|colocation|cluster) expansion\b"
    r"|exercis(?:es?|ed|ing) (?:\w+ ){0,3}(?:options?|rights?)\b(?! to (?:end|terminat|cancel"
    r"|exit))"
    r"|takes? up .{0,20}(?:option|phase)"
    r"|\badds? (?:\S+ ){0,4}to (?:\S+ ){0,5}" + _DEAL + r"|\bon top of\b(?! an? \S*%)"
    r"|\bfrom \W?[\d.]+ ?\w* to \W?[\d.]+|bring(?:s|ing) (?:the |its )?total|(?:mw|gw|megawatts"
    r"|gigawatts) more\b"
    r"|\bmore (?:capacity|chips|gpus|tpus|servers|megawatts|gigawatts)\b.{0,20}\bfrom\b"
    r"|(?<!to )\bexpand(?:s|ed|ing)? (?:its |their |the )?(?:use|usage|reliance|access|footprint"
    r"|order"
    r"|work) (?:of|on|to|with|at|for)\b"
    r"|\b(?:doubl|tripl|quadrupl)(?:es|ed|ing)\b.{0,60}\b(?:capacity|order|reservations?|bookings?|footprint|chips|gpus|tpus"
    r"|compute|commitment|spend)"
    r"|\badd(?:s|ed|ing)? (?:\S+ ){0,5}(?:[gm]w|(?:giga|mega)watts?|gpus|tpus|chips"
    r"|billion) (?:\S+ ){0,3}(?:to|at|with)\b|\badds? (?:\S+ ){0,3}(?:buildings?|sites?"
    r"|campus(?:es)?)\b|\b(?:swells?"
    r"|grows?|balloons?|rises?|climbs?|expands?) (?:to|by) \W?\d"
    r"|\b(?:remaining|extra(?!-)|beyond (?:the |its |an? )?(?:initial|first|original))\b|(?:a"
    r"|one) step further"
    r"|\bmore (?:gpus|tpus|chips|capacity|compute|space|servers|megawatts"
    r"|gigawatts)\b .{0,30}\b(?:from|with|at|to)\b"
    r"|\btak(?:es?|ing) .{0,40}\bto \d[\d.,]* ?[gm]w|\b(?:second|third|fourth|further|additional)"
    r" (?:tranche|phase|stage|building|site|campus|hall|batch|block)"
    r"|verdoppel\w*|verdreifach\w*|aufstock\w*|duplica\w*|triplica\w*|\bdoublent?\b|\btriplent?\b"
    rf"|{EXPANSION_EAST}"
    r"|ampl[ií]\w+ (?:su |la |el |un )?(?:acuerdo|alianza|contrato"
    r"|pacto|colaboraci|asociaci|relaci|compromiso|pedido)"
    r"|\brefuerzan? (?:su |la )?(?:acuerdo|alianza)|(?:erweiter|verl[aä]nger"
    r"|vertief)\w+ .{0,40}(?:vertrag"
    r"|partnerschaft|kooperation|deal|vereinbarung)|weite[nt] .{0,60}\baus\b"
    r"|stock[et]\w* .{0,80}\bauf\b"
    r"|breidt .{0,60}\buit\b|(?:[ée]tend|[ée]largi|renforce"
    r"|prolong)\w* (?:(?!avec\b)\S+ ){0,5}?(?:[ld]['’])?(?:accord"
    r"|partenariat|contrat)"
)

# The same in a text's opening, where "another" and "extend" are said of many things.
EXPANSION_OF_DEAL: Final = (
    rf"(?<!may )(?<!can )(?<!could )(?<!might )(?<!option to )(?<!right to )(?:expand|extend"
    rf"|deepen|widen|broaden)(?:s|ed"
    r"|ing)?\b(?! (?:in)?to \S*20\d\d| (?:through|until|out to|beyond) | (?:the|an?|its) (?:round"
    r"|run|series|string|streak|spree|wave|list|flurry))"
    rf"(?:[^.;]|\.\d){{0,40}}\b{_DEAL}\b|(?:expanded"
    rf"|extended"
    rf"|enlarged) (?:\S+ ){{0,4}}{_DEAL}\b|in addition to (?:the|its|an?) (?:earlier|existing"
    rf"|previous)"
    r"|\bexpand(?:s|ed|ing)? (?:its|their) (?:use|usage) of\b"
    rf"|\bexpansion of (?:its|their|an? existing|the companies['’]?|\S+['’]s) (?:\S+ ){{0,4}}?"
    rf"{_DEAL}\b"
    r"|\b\d[\d.]*x (?:expansion|increase|jump) (?:from|over|on)\b"
    r"|(?:関係|提携|契約|調達|協業)を(?:さらに|大幅に)?(?:拡大|拡張)"
    r"|(?:扩大|擴大|深化|扩展|擴展)[^，。]{0,6}(?:合作|采购|採購|协议|協議|关系|關係)"
    r"|(?:계약|협력|관계)(?:을|를)? ?(?:대폭 )?(?:확대|확장)"
    r"|bring(?:s|ing) .{0,40}\btotal\b|on top of (?:the|its|an?) (?!\S*%|rall|gain|run)"
    r"|builds on (?:the|its|an?) "
    r"|\b(?:leas|rent|tak|sign|contract|secur|buy|order|reserv|agree)\w*\b[^.;]{0,90}?\b(?:an )?"
    r"additional \W?\d[\d.,]* ?(?:[mg]w|megawatts?|gigawatts?|[gt]pus?)\b"
    r"|exercis\w+ (?:\S+ ){0,3}options?\b|\boption, (?:\S+ ){0,2}?exercised\b"
    r"|\b(?:rais|lift|increas|boost|hik|doubl)(?:e|es|ed|ing)? (?:its|the|their) (?:\S+ ){0,2}?"
    r"(?:backstop|guarantee|commitment|credit support) (?:to|by|from)\b"
    rf"|\b(?:amended|revised|supplement(?:al|ary)|upsized) (?:\S+ ){{0,3}}{_DEAL}\b|adds to"
    r" (?:the|its|an?) (?:\S+ ){0,3}" + _DEAL
)

# That a deal is presupposed: a title has it as the subject of what it says.
_HAPPENS: Final = (
    r"(?:is|are|was|were|isn['’]t|aren['’]t|has|have|had|could|may|might|must|will|would"
    r"|should|can"
    r"|faces?|hits?|raises?|reshapes?|redraws?|changes?|shows?|means?|marks?|signals?|puts?|gives?"
    r"|makes?|creates?|leaves?|tests?|worries|adds?|looks?|needs?|gets?|keeps?|comes?|goes"
    r"|sparks?|fuels?"
    r"|drives?|boosts?|lifts?|helps?|hurts?|threatens?|undermines?|underpins?|underscores?"
    r"|highlights?|reveals?|explains?|proves?|turns?|takes?|brings?|starts?|begins?|shakes?"
    r"|stuns?|sets"
    r"|draws?|triggers?|exposes?|deepens?|casts?|cements?|validates?|stokes?|heightens?|tops"
    r"|explained|depends?|hinges?|matters?|works?|unlocks?|pushes|pressures?|rattles?|upends?)"
)

# What a deal does to others, which news of a deal does not begin with.
_DOES: Final = (
    r"(?:buys|shows|reflects|means|signals|leaves|tests|sparks|fuels|hurts|threatens|undermines"
    r"|underpins"
    r"|underscores|highlights|proves|shakes|stuns|triggers|exposes|casts|cements|validates|stokes"
    r"|heightens|explained|depends|hinges|matters|pressures|rattles|upends|reshapes|redraws"
    r"|rewrites|redefines|recasts|rewires"
    r"|rebat|redessine|bouleverse|redefine|sacude|reconfigura|ver[äa]ndert|krempelt)"
)

# That the text looks back at, explains or reacts to an arrangement already known.
BACKGROUND: Final = (
    r"\breality check\b|\bcloser look\b|\bdeep dive\b|\b(?:key |\d+ )?takeaways\b|\bhype\b"
    r"|\b(?:guarantees?|backstops?|support) (?:props?|holds?|keeps?) (?:up|afloat)\b"
    r"|\b(?:what|\d+ things) (?:\S+ ){0,5}?(?:(?:need|want|ought) to|should|must|to) know\b"
    r"|\bwas anleger\b|\bcontradicts?\b|\bdisputes? .{0,40}\b(?:version|account|claims?)\b"
    r"|what (?:it|this|that) means|[:,–—-] (?:what|how|why|who)\b"
    r"|\bdependen(?:ce|cy)\b"
    r"|\bs&p (?:global )?(?:sees?|says|rates?|views?|flags)\b"
    r"|\bwhat .{0,40}\b(?:buys?|means?|gets?|tells?|pays?)\b"
    r"|\b(?:risks?|concerns?|doubts?|worries|scrutiny|backlash|criticism|under fire|exposure"
    r"|jitters|sk?ceptic\w*)\b"
    r"|\bby the numbers|in (?:numbers|charts)\b|\bq&a\b"
    r"|(?<!el )(?<!un )(?<!su )\bprimer\b(?=$|[:;,.)]| (?:on|to|for)\b)|\b(?:moody|fitch"
    r"|semianalysis"
    r"|bernstein|jefferies|wedbush|kbra|gartner)\b"
    r"|\b(?:ceo|cfo|coo|chief|boss|founder|president|chair\w*)\b.{0,40}\b(?:confirms?|says|sees"
    r"|surprised|stunned|unfazed|reacts|hails|praises|dismisses|explains?|defends?|reveals?|touts?"
    r"|insists?)\b|\b(?:has|have|had)(?:n['’]t| not)? (?:already |yet )?(?:paid|spent|prepaid"
    r"|received|deployed|installed)\b|(?:should|need to) know|\bfaqs?\b|legal action"
    r"|acciones legales|\bexplain(?:s|ed|ers?)?\b|\b(?:redraw|undermine"
    r"|underpin|underscore)s?\b|reshap\w+|takeaways?|\b(?:days?|weeks?|months?"
    r"|years?)"
    r" after\b|\bafter (?:the |its |their |signing |inking |winning )"
    r"|raises? (?:new |fresh )?(?:questions|concerns|doubts|eyebrows)|\bcircular\b"
    r"|['’]s? (?:\S+ ){0,4}(?:gamble|dilemma|conundrum|headache|tightrope|paradox|wager)\s?[:–—-]"
    r"|implications?|\bbehind (?:the|its)\b"
    r"|fine print"
    r"|\bbreak(?:ing|s)? down\b|\blessons?\b|\bmeans for\b|\bimpact\b"
    rf"|\b{_DEAL} (?:(?:with|for|at|in) (?:\S+ ){{1,3}})?{_DOES}\b"
    rf"|['’]s? (?:\S+ ){{0,6}}"
    rf"(?:{_DEAL}|loans?|guarantee) (?:(?:with|for|to) (?:(?:\S+, ){{1,3}}(?:\S+ )?and \S+ "
    rf"|(?:\S+ ){{1,3}}))?"
    rf"{_HAPPENS}\b"
    rf"|^(?:the )?\S+[-–/]\S+ (?:\S+ ){{0,4}}{_DEAL}"
    rf" {_HAPPENS}\b|\bthe (?:\W?\d\S* )?(?!\S*(?:ever|term|year|scale"
    rf"|billion)\b)\S+[-–/]\S+ (?:\S+ ){{0,4}}{_DEAL}\b"
    r"|\b(?:calls?|defends?|prais(?:es?|ed)|slams?|questions?|criticiz\w+|criticis\w+|hails?|warns?"
    r"|doubts?|downplays?|touts?|scrutin\w+|flags?|worr\w+|rates?(?! (?:limit|cap))|fret\w*"
    r"|probes?|blasts?|mocks?"
    r"|welcomes?|applauds?|clarif\w+"
    rf"|weighs in on|fears?|reacts?|responds?|reassur\w+|sceptic\w+"
    rf"|skeptic\w+)\b.{{0,80}}\b{_DEAL}\b"
    rf"|\b(?:in|on|over|about|around|into) \S+(?: \S+)?['’]s? (?:\S+ ){{0,5}}{_DEAL}\b"
    r"|\banalysts?\b|\binvestors\b|\bcritics?\b"
    r"|[:,–—-] (?:an? )?(?:closer |deeper |first |inside )?look\b|^(?:an? )?look (?:at|inside)\b"
    r"|\b(?:still|yet|far from|not yet|not|isn['’]t) (?:to be |being |a )?(?:final(?:i[sz]ed?)?"
    r"|definitive|done|signed"
    r"|closed|complete|binding|to (?:final|clos|sign)\w+)\b"
    r"|\b(?:says?|said|confirms?)\b.{0,60}\b(?:will be|to be|is|are) (?:ready|complet\w+"
    r"|operational|online"
    r"|live|finished|running|on track)\b"
    r"|\b(?:gets?|receives?|takes? delivery of|installs?) (?:its |the |their )?first\b"
    # Progress at a site or with a delivery.
    r"|br(?:eaks?|oke) ground|groundbreaking(?! (?:\w+ )?(?:partnership|alliance|tie-?up|deal"
    r"|agreement|collaboration|pact))|(?:begins?|starts?|began|started) (?:\w+ing"
    r"|construction|delivery"
    r"|deliveries|deployment|operations|work)|\barrives?\b|\bcomplet(?:es"
    r"|ed)\b(?! .{0,60}(?:deal|agreement|lease|contract|financing|loan|offering))"
    r"|\bfinish(?:es|ed)\b|\bfirst (?:phase|buildings?|racks?|halls?"
    r"|servers?|shipments?|batch|\w+ racks)|on track|(?:ahead of|behind|on) schedule"
    r"|\bdelay(?:s"
    r"|ed)?\b"
    r"|goes live|went live|\b(?:now|fully) (?:live|online|operational|serv\w+|running)|came online"
    r"|comes online|energi[sz]ed\b|hands? over(?! \W?\d)|milestone|topping out|tops? out|topped out"
    r"|br(?:ings?|ought) .{0,60}\b(?:online|live|on stream)\b|(?:switch|turn|power|fire"
    r"|light)(?:s|es|ed) (?:on|up)\b|\bprogress\b"
    r"|\bopens$|\bopens? (?:its |the )?doors|\bopens? (?:\S+ ){0,6}(?:data cent(?:er|re)s?|campus"
    r"|facility|supercomputer|cluster)\b"
    rf"|ramps? up|a year (?:on|later)|\b(?:weeks|months|years) (?:late|behind)\b|{BACKGROUND_EAST}"
    # Terms that come out later.
    r"|\b(?:is|are|was) (?:paying|spending|shelling out|forking out|handing over)\b.{0,40}(?:\ba"
    r"|per|/) ?(?:year|month|yr|mo)|\bs-1\b"
    r"|prospectus"
    r"|(?:new )?details (?:emerge|of|on|about)|terms of\b"
    r"|(?:reveals?|discloses?|shows?) (?:\S+ ){0,3}(?:terms|details|prices?|costs?|how|why|that)\b"
    r"|(?:terms|details|prices?|costs?|use) (?:\S+ ){0,8}(?:revealed|disclosed)"
    r"|\b(?:filings?|documents?|papers|prospectus) (?:reveal|disclose|show|detail|lays? bare)s?\b"
    r"|\b(?:b[öo]rsen)?(?:unterlagen|dokumente|prospekt) (?:zeigen|zeigt|enth[üu]ll\w+|belegen)\b"
    r"|\b(?:deal|contract|pact|agreement|lease)s? (?:puts?|leaves?) .{0,60}\b(?:to the test|in (?:a"
    r" bind|doubt|the spotlight|question)|on the (?:spot|hook)|under (?:strain|pressure"
    r"|scrutiny))\b"
    r"|\b(?:deal|contract|pact|agreement|lease)s? gives? \S+(?: \S+)? an? (?:seat|edge|boost"
    r"|lifeline"
    r"|reprieve|runway|moat|halo)\b"
    r"|\bc[oó]mo\b(?= .*\b(?:acuerdo|alianza|contrato|pacto))"
    r"|^c[oó]mo\b|por qu[eé]|qu[eé] significa|an[áa]lisis|\bclaves\b|was .{0,20}bedeutet|warum"
    r"|pourquoi|perch[eé]"
)

# Openers of analysis; a text that only now tells the signing is news all the same.
ANALYSIS: Final = (
    r"^(?:how|why|what|inside|notes on|opinion|analysis|explained|here'?s|the week|who|when|where"
    # Essays: "Ten gigawatts of silicon - A, B, and the price of power".
    r"|[^,.:]{5,60} ?[-–—:] [\w.]+ ?, (?:[\w.]+ ?, )?(?:and|und|et|y) (?:the|der|die|das|el|la"
    r"|les?)"
    r"|so \S+ (?:puts|gives|pays|lends|buys)"
    r"|should|behind|understanding|dissecting|unpacking|decoding|examining|anatomy|revisiting|wie"
    r"|comment|c[oó]mo|as[ií]|meet|beyond)\b|^(?:op-?ed|column|podcast|video|explainer"
    r"|analysis"
    r"|opinion|commentary|deep dive|factbox|breakingviews|lex|heard on the street)\b"
)
NEWS_IN_LEAD: Final = (
    r"\b(?:has|have) (?:just |now |also )?(?:signed|agreed|announced|struck|inked|reached|secured"
    r"|entered)\b|\bannounced (?:on |to|a |an )|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)

# A deal that a text's opening calls an old one.
KNOWN_IN_LEAD: Final = (
    r"\b(?:previously|earlier|already) (?:announced|signed|agreed|disclosed|reported)"
    r"(?! (?:\S+ ){0,2}(?:deals|contracts|leases|agreements|pacts|partnerships)\b)"
    r"|announced (?:last|earlier)"
    r"|\b(?:commitment|deal|contract|lease|agreement|order|pact)(?: [\w.&'’-]+){0,5}, (?:first )?"
    r"(?:revealed|announced|signed|disclosed|unveiled) (?:in [a-z]+|last \w+|earlier this \w+),"
    r"|\b(?:now we|we now) know\b|signed (?:last|earlier)"
    r"|^(?:an? )?(?:closer |deeper |first |inside |in-depth )?look (?:at|inside|into)\b"
    r"|eerder (?:gesloten|aangekondigd)|(?:zuvor|bereits) (?:angek|geschloss)"
    r"|\b(?:gener|suscit|plante|despert|sollev|soulev|levant|wirf"
    r"|werf)\w* (?:\S+ ){0,3}?(?:preguntas"
    r"|dudas|interrogantes|domande|dubbi|interrogativi|questions|doutes|interrogations|perguntas"
    r"|d[úu]vidas|fragen|zweifel|vragen|twijfels)\b"
    r"|confirm\w* [^.;]{0,60}?\b(?:tras|despu[ée]s de|after|following|ap[óo]s|depois de|apr[èe]s"
    r"|dopo|nach)"
    r" (?:\S+ ){0,3}(?:especula|specula|sp[ée]cula|spekula|rumou?r|rumeur|indiscrez|ger[üu]cht)"
    r"|anunciad[oa] (?:anteriormente"
    r"|en )|此前(?:已|宣布|签)|先前(?:已|宣布)"
    r"|실적 ?발표|[컨콘]퍼런스 ?콜|\bearnings call\b|业绩会|財報會議|決算説明会"
    r"|招股[书書][^，。；]{0,8}(?:曝光|显示|顯示|披露|揭)|(?:sec|[证證]券交易委[员員][会會])[）)]?"
    r"\s?文件[^，。；]{0,4}(?:显示|顯示|披露)"
)

# What someone says of a deal already made: "…, Musk says". Sources and outlets say rumours.
SAYS: Final = (
    r",? (?!(?:the )?(?:filings?|documents?|prospectus|source|sources|report|reports|companies"
    r"|company|people|official"
    r"|officials|firm|deputy|minister|ministry|government|executives|with|of|familiar)\b)"
    r"(?:[a-z.'’-]+ ){1,3}(?:says|said|confirms|concedes|admits|acknowledges|told \w+)$"
)

# Words of a rumour that name where it comes from, which count behind a signing too.
SOURCED: Final = (
    r"\b(?:sources?|report|people|bloomberg|reuters|journal|wsj|ft\b|information|times|insider"
    r"|rumou?r)"
    r"|据|據|传|傳|消息|报道|報導|報道|報じ|披露|引述|援引|関係者|보도|보고서|소식통|알려|따르면|의하면|[=＝]|fuentes|seg[úu]n|laut|bericht"
    r"|selon"
    r"|secondo|fontes|bronnen|ingewijden|berufung|rapporte"
)

# A question: of a deal that is known, or whether there will be one.
QUESTION: Final = r"[?？](?:\s*[(（][\w. ]{1,40}[)）]|\s[-–—|]\s[\w.& ]{2,30})?\s*$"
WHETHER: Final = (
    r"^(?:is|are|will|would|could|can|might|may|does|did|has)\b"
    r"|^(?!.*(?:なぜ|どう|何|誰|いつ)).*か[？?]$|^(?!.*(?:为何|為何|如何|怎)).*[吗嗎么麼][？?]$"
    r"|^(?!.*(?:왜|어떻|무엇)).*[나까][？?]$"
)

# How a deal may once end, which is not that it ends.
ENDING_CLAUSE: Final = (
    r"\b(?:termination|cancellation|break)[- ](?:rights?|clauses?|options?|fees?|provisions?"
    r"|notice)\b|\b(?:can|may|could|right to|option to|able to) (?:be )?(?:cancel|terminate|exit"
    r"|walk away|pull out|end)\w*\b(?= .{0,40}\b(?:days|notice|early|any time|if)\b)"
    r"|(?:可(?!能)|有权|有權|任一方|任何一方).{0,16}(?:解除|终止|終止|取消|退出)"
    r"|解約(?:可能|条項|権)|해지 ?(?:가능|조항|권)"
)

# What a deal is told in where something is asked behind it: "…, Anthropic에 TPU 제공: 경쟁 심화?"
TELLS_SUPPLY: Final = r"제공|공급|수주|확보|供应|供應|提供|租用|採用|を?導入"

# What a takeover is called where its title has only a deal.
TAKEOVER_IN_LEAD: Final = (
    r"\b(?:all-stock|all-cash|cash-and-stock|stock-for-stock)\b"
    r"|\b(?:buy|acquir|purchas)(?:e|es|ed|ing)? (?:[\w-]+ ){0,3}?(?:fully[- ]|already )?"
    r"(?:leased|occupied|stabili[sz]ed|existing|operating) (?:data cent(?:er|re)s?|facilit(?:y|ies)"
    r"|sites?|campus(?:es)?)\b"
    r"|\b(?:deal|agreement|agreed|plans?)"
    r" to (?:acquire|take over|merge with)\b(?!.{0,60}\b(?:[gt]pus?|chips|capacity|compute|servers"
    r"|power|land|sites?|campus)\b)"
    r"|\blicen[sc](?:e|ing)[- ](?:deal|pact|agreement|arrangement|technology|and)\b"
    r"|\basset (?:acquisition|purchase)\b|\bacqui-?hir\w+"
    r"|\b(?:definitive )?agreement (?:\S+ ){0,3}to (?:purchase|buy) (?!.{0,60}\b(?:[gt]pus?|chips"
    r"|capacity|compute|servers|power|land|sites?|campus|stock|shares)\b)"
    r"|\b(?:tak(?:e|es|ing)|took) over (?:the )?(?:[\w-]+ ){0,4}?(?:operator|company|firm|developer"
    r"|provider|owner|start-?up)\b"
    r"|\b(?:is|are) (?:buying|acquiring) (?:the )?(?:(?!chips|gpus|capacity|compute|from"
    r"|of)[\w-]+ )"
    r"{0,4}?(?:start-?up|company|firm|developer|maker) [\w-]"
)


# A letter of a script that sets spaces: a word also ends where another script begins (英伟达GPU).
_LETTER: Final = "[0-9A-Za-z_\u00c0-\u024f\u0400-\u04ff]"
_OPENS: Final = "[0-9a-z\u00c0-\u024f\u0400-\u04ff]"


@dataclass(frozen=True, kw_only=True)
class WordTable:
    """A table to search folded text with: rows in letters apart from those in other scripts.

    The two apart are several times as quick as one pattern of both. Each is compiled when first
    needed: importing the readers takes half the time.
    """

    letters: str
    signs: str

    @cached_property
    def spaced(self) -> re.Pattern[str]:
        """The pattern of the rows in letters."""
        return re.compile(self.letters)

    @cached_property
    def unspaced(self) -> re.Pattern[str] | None:
        """The pattern of all other rows, None if there are none."""
        return re.compile(self.signs) if self.signs else None

    def search(self, folded: str) -> re.Match[str] | None:
        """The first match of a row in letters, else the first of any other."""
        found = self.spaced.search(folded)
        if found or self.unspaced is None or folded.isascii():
            return found
        return self.unspaced.search(folded)

    def finditer(self, folded: str) -> Iterator[re.Match[str]]:
        """Every match, those of rows in letters first."""
        yield from self.spaced.finditer(folded)
        if self.unspaced is not None and not folded.isascii():
            yield from self.unspaced.finditer(folded)


def deal_words(rows: Sequence[str]) -> WordTable:
    """One table of rows; those of Latin or Cyrillic letters match whole words only."""
    spaced = "|".join(row for row in rows if re.search(r"[a-zа-я]", row))
    unspaced = "|".join(row for row in rows if not re.search(r"[a-zа-я]", row))
    return WordTable(
        letters=rf"(?={_OPENS})(?<!{_LETTER})(?:{spaced})(?!{_LETTER})", signs=unspaced
    )


def subject_words(spaced: str, unspaced: str) -> WordTable:
    """A table of one subject's rows; those in letters begin a word but may end inside one."""
    return WordTable(letters=rf"(?={_OPENS})\b(?:{spaced})", signs=unspaced)
