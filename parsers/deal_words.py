"""The words deals are told in: tables only, one per question, in the languages we read.

Every row is a regular expression matched without regard to case. English rows are anchored at word
edges by `deal_pattern`; scripts without spaces are not.
"""

import re
from typing import Final

# What is bought: without one of these a text is not about compute.
COMPUTE: Final = (
    r"comput(?:e|ing)",
    r"cloud",
    r"data[- ]?cent(?:er|re)s?",
    r"gpus?",
    r"tpus?",
    r"chips?",
    r"processors?",
    r"accelerators?",
    r"servers?",
    r"capacity",
    r"gigawatts?|gw|megawatts?|mw",
    r"\d+(?:\.\d+)?\s?(?:gw|mw)",
    r"super-?computers?",
    r"(?:gpu|ai|chip) clusters?",
    r"ai (?:infrastructure|campus|factory|factories|hosting|lease)",
    r"hpc",
    r"trainium|graviton|blackwell|hopper|mtia|instinct|gb[23]00|[hb][123]00s?|vera rubin",
    r"colossus|stargate|azure|aws",
    r"hyperscal\w+",
    "算力|数据中心|資料中心|芯片|晶片|云|服务器|智算|加速卡|超算",
    "データセンター|クラウド|半導体|チップ|計算|サーバー",
    "데이터 ?센터|클라우드|칩|반도체|컴퓨팅|서버|연산|인프라",
    r"centros? de datos|nube|c[oó]mputo|computaci[oó]n",
    r"rechenzentr\w+|rechenleistung|cloud-?kapazit\w+",
    r"datacent(?:er|ra)s?|rekenkracht",
    r"дата-?центр\w*|чип\w*|облак\w*|вычислит\w*",
)

# That two sides have, or had, or may have, an arrangement.
ARRANGEMENT: Final = (
    r"deals?",
    r"agree(?:s|d|ment|ments)?(?: to)?",
    r"contracts?",
    r"pacts?",
    r"accords?",
    r"partner(?:s|ed|ship|ships|ing)?",
    r"team(?:s|ed|ing)? up",
    r"tie-?ups?",
    r"alliance",
    r"sign(?:s|ed|ing)?",
    r"inks?|inked",
    r"str(?:ikes?|uck)",
    r"seals?|sealed",
    r"commit(?:s|ted|ting|ment|ments)?",
    r"leas(?:e|es|ed|ing)",
    r"rent(?:s|ed|ing)?(?: out)?",
    r"tenants?|tenancy",
    r"suppl(?:y|ies|ied)",
    r"orders?|ordered",
    r"buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)",
    r"pay(?:s|ing)?|paid",
    r"spend(?:s|ing)?|spent",
    r"tap(?:s|ped)?",
    r"secur(?:e|es|ed|ing)",
    r"lands?|landed|wins?|won",
    r"customers?",
    r"invest(?:s|ed|ing|ment)?",
    r"(?:pour|put|inject|hand|get)s?(?= .*\d)",
    r"picks?|chooses?|books",
    r"denies|denied",
    r"host(?:s|ed|ing)?",
    r"talks",
    r"lends?|lent|loans?",
    r"backstops?|guarantee[sd]?",
    r"expand(?:s|ed|ing)?",
    r"scrap(?:s|ped)?|cancel(?:s|l?ed)?",
    "协议|合作|签署|签约|签订|达成|租赁|租用|承租|订单|大单|采购|购买|订购|供应|供货|携手|敲定|入股|投资|中标",
    "提携|契約|合意|導入|締結|調達|供給|出資|賃借|受注",
    "계약|협력|제휴|체결|공급|임대|임차|구매|조달|투자|손잡|합의",
    r"acuerdos?|contratos?|alianza|pacto|pactan?|sellan?|firman?|cierran?|alquilan?|compran?"
    r"|invierten?|invertir[aá]n?|suministr\w+|contratan?",
    r"vereinbarung\w*|vertr[aä]g\w*|abkommen|partnerschaft|kooperation|kooperier\w+|mietet|mieten"
    r"|kauft|kaufen|bestellt|investiert|auftrag|liefer\w+|sichert|deal",
    r"overeenkomst|contract|huurt|koopt|investeert|samenwerking",
    r"accords?|contrats?|partenariat|signent?|loue|investit",
    r"соглашени\w+|контракт\w*|сделк\w+",
)

# Titles of texts whose main subject is something else: (reason, pattern).
NOT_THE_SUBJECT: Final = (
    (
        "a funding round",
        r"(?:raises?|raised|raising)\b.*(?:round|series|funding|valuation|million|billion|\d[bm]\b)"
        r"|series [a-h]\b|(?:mega|funding|financing|seed) round|in funding"
        r"|(?<!deal )(?<!contract )(?<!lease )valued at|valuation|\bipo\b|goes public"
        r"|debt offering|convertible notes|融资|估值",
    ),
    (
        "earnings or guidance",
        r"earnings|quarter(?:ly)?\b|\bq[1-4]\b|revenue|profits?\b|guidance|backlog|forecasts?"
        r"|results|sales projections|财报|营收|业绩|ganancias|ingresos",
    ),
    (
        "a share move",
        r"\b(?:stocks?|shares?)\b.{0,40}\b(?:soar|ris|jump|climb|slid|fall|fell|drop|tumbl|surg|"
        r"sink|gain|pop|up|down|rall|buy|hold|sell)\w*|(?:soars|climbs|jumps|slides|tumbles|surges)"
        r"\s+\d+|price target|upgrades?\b|downgrades?\b|股价|涨停|跌|acciones de",
    ),
    (
        "a takeover",
        r"\bacqui(?:re[sd]?|ring|sition)\b|takeover|\bmerger?s?\b|buyout|just bought"
        r"|to buy \w+(?: \w+)? for|收购|adquiere",
    ),
    (
        "power or gas supply",
        r"power purchase|\bppas?\b|nuclear|geothermal|\bgas\b|solar|wind farm|reactors?|electricity"
        r"|clean power|power playbook|gallons|water",
    ),
    ("a lawsuit", r"\bsu(?:es?|ed|ing)\b|lawsuits?|antitrust|court|complaint|investigat\w+"),
    (
        "a product launch",
        r"\b(?:unveils?|unveiled|launch(?:es|ed)?|introduc\w+|announc\w+ new|debuts?|releases?)\b"
        r"(?!.*\b(?:deal|agreement|contract|partnership)\b)",
    ),
    (
        "jobs or people",
        r"layoffs?|\bhires?\b|hiring|\bjobs?\b|resign\w*|steps down|joins? \w+ board|workers",
    ),
    (
        "parts, not compute",
        r"optical|fib(?:er|re)\b|photonic|\bhbm\b|memory|packaging|foundry|wafers?|lidar|batter",
    ),
    (
        "policy or rules",
        r"regulat\w+|export (?:controls?|curbs?)|tariffs?|restrictions?(?! to buy)|moratorium"
        r"|requirements|senat\w+|congress|\bban(?:s|ned)?\b|lawmakers?",
    ),
    (
        "a licence or content",
        r"licen[cs](?:e|es|ing) (?:deal|agreement)|(?:pay|paid|licen)\w*\b.*\bmodels?\b|content"
        r"|licencia|copyright|music labels?",
    ),
    (
        "shopping or how-to",
        r"\bmsrp\b|\breview\b|best deals|discounts?|prime day|how to\b|tutorial|hands-on|rumou?red"
        r" specs|% off",
    ),
)

STATUS: Final = (
    (
        "cancelled",
        r"no longer (?:in talks|plan(?:s|ning)|pursu\w+|interested)|(?:will not|won['’]t) (?:sign"
        r"|buy"
        r"|lease|rent|invest|proceed|go ahead)|decided (?:not to|against)|opt(?:s|ed) not to",
    ),
    (
        "denied",
        r"\bdid(?:n['’]t| not) (?:sign|agree|commit|reach)|(?:has|have)(?:n['’]t| not) (?:signed"
        r"|agreed)",
    ),
    # Most telling first: a denial or an end is what the text is about, whatever else it says.
    (
        "denied",
        r"\bden(?:y|ies|ied)\b|no such (?:agreement|deal)|false and incorrect|refut(?:es|ed)"
        r"|rejects? (?:report|claim)|not in talks|否认|niega|dementiert",
    ),
    (
        "cancelled",
        r"\bcancel(?:s|l?ed|l?ing|lation)?\b|scrap(?:s|ped)?\b|call(?:s|ed)? off|walk(?:s|ed)? away"
        r"|pull(?:s|ed)? out|back(?:s|ed)? out|\bdrops?\b(?! (?:in|of|after|\d))|abandon(?:s|ed)?"
        r"|terminat(?:es|ed|ion)|withdr(?:aws?|ew|awn)|on ice|on hold|end(?:s|ed) talks"
        r"|fell through|falls? (?:through|apart)|collaps(?:es|ed)|stall(?:s|ed)?\b|paus(?:es|ed)"
        r"|取消|终止|搁置|cancela|descarta",
    ),
    (
        "cut",
        r"scal(?:es|ed|ing) back|par(?:es|ed|ing) back|cut(?:s|ting)? back|trims?\b|downsiz\w+"
        r"|shrinks?\b|缩减",
    ),
    (
        "talks",
        r"in (?:advanced |early |late-stage )?(?:talks|discussions|negotiations)|negotiating"
        r"|nears?\b|nearing|close to (?:a |an )?(?:deal|agreement|signing)|weigh(?:s|ing)"
        r"|consider(?:s|ing)\b|explor(?:es|ing)\b|discuss(?:es|ing)?\b|洽谈|谈判|en conversaciones"
        r"|negocia",
    ),
    (
        "rumour",
        r"reportedly|is said to|are said to|said to be|according to (?:people|sources|a report)"
        r"|sources sa(?:y|id)|people familiar|rumou?rs?\b|:\s*report\b|\breport(?:s)? (?:says?"
        r"|claims?)"
        r"|report:|\b(?:wsj|bloomberg|ft|the information|reuters) (?:reports?|says)|could\b.{0,60}"
        r"\bdeal|据悉|据称|消息人士|知情人士|消息称|según fuentes|報道",
    ),
    (
        "loi",
        r"letters? of intent|\bloi\b|memorandum of understanding|\bmou\b|non-?binding|term sheet"
        r"|意向书|备忘录",
    ),
    (
        "operating",
        r"goes live|went live|now (?:live|online|operational)|comes? online|came online"
        r"|begins? operations|energi[sz]ed|投入运营|上线",
    ),
    (
        "contracted",
        r"definitive agreements?|8-k\b|regulatory filing|in a filing|filing (?:shows?|reveals?)"
        r"|executed (?:a |an )?(?:lease|contract)|正式签署",
    ),
)

# That the text widens an earlier arrangement.
EXPANSION: Final = (
    r"expand(?:s|ed|ing)?\b|expansion|extend(?:s|ed|ing)?\b|extension|deepen(?:s|ed|ing)?\b"
    r"|widen(?:s|ed|ing)?\b|\banother\b|\badditional\b|second(?:[- ]phase| deal| lease)"
    r"|(?:2nd|third|3rd)[- ]phase|upsiz\w+|doubles? down|追加|扩大|ampl[ií]a|erweitert"
)

# The same in a text's opening, where "another" and "extend" are said of many things.
EXPANSION_OF_DEAL: Final = (
    r"(?:expand|extend|deepen|widen)(?:s|ed|ing)?\b.{0,40}\b(?:partnership|deal|agreement|contract"
    r"|collaboration|alliance|lease)|in addition to (?:the|its|an?) (?:earlier|existing|previous)"
)

# That the text looks back at, explains or reacts to an arrangement already known.
BACKGROUND: Final = (
    r"^(?:how|why|what|inside|notes on|opinion|analysis|explained|here'?s|the week|who)\b|\?$"
    r"|what (?:it|this|that) means|should know|explain(?:s|ed|er)\b|explained|\bredraws?\b"
    r"|\bundermines?\b"
    r"|reshap\w+|takeaways?|lifeline|\bafter (?:the |its |signing )|so far|weeks? after"
    r"|months? after"
    r"|legal action|acciones legales|underpins?|\bpre-sold\b|raises? questions|circular"
    r"|in (?:20[12]\d)\b.{0,20}\binvested"
)


_LETTER: Final = "[0-9A-Za-z_\u00c0-\u024f\u0400-\u04ff]"


def deal_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern of a table's rows; rows of Latin or Cyrillic letters match whole words only.

    A word also ends where another script begins: 英伟达GPU has the word GPU.
    """
    spaced = [row for row in words if re.search(r"[a-zа-я]", row)]
    unspaced = [row for row in words if row not in spaced]
    parts = [rf"(?<!{_LETTER})(?:{'|'.join(spaced)})(?!{_LETTER})", *unspaced]
    return re.compile("|".join(parts), re.IGNORECASE)
