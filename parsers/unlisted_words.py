"""What stands around the names of companies that no list knows, and what those look like."""

from typing import Final

from parsers.name_words import AUXILIARIES, CALLED, CALLED_TOO, DEAL, DEALING

# --- where a side stands ------------------------------------------------------------------------

LEGAL: Final = (
    r",?\s(?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|AG|GmbH|SE|S\.?A|N\.?V|B\.?V|AB|ASA|Oyj"
    r"|Pty|Pte|Bhd|Co|SpA|S\.p\.A|KK|K\.K)(?![\w&])\.?"
)
EXCHANGE: Final = (
    r"(?:,?\s(?:Inc|Corp|Ltd|plc)\.?)?\s\((?:NASDAQ|Nasdaq|NYSE|TSX|ASX|LSE|AIM|OTC\w*|HKEX|ETR"
    r"|SGX)"
    r"[\w\s]{0,12}:"
)
# What is no verb of one company's: "the Denton lease", where one "leases" or is "to lease".
_NOUNS: Final = r"lease|order|purchase|host|access|guarantee|rent|reserve|train|use|backstop|give"
SUBJECT: Final = (
    r"(?:\schief(?: executive)?|\s(?:unit|arm|subsidiary"
    rf"|affiliate))?\s(?!(?:{_NOUNS})(?!\w))(?:(?:{AUXILIARIES})\s){{0,6}}(?:{DEALING})(?!\w)"
)
SUBJECT_OF: Final = rf"\sof\s[\w.'’-]+(?:\s[\w.'’-]+)?(?:,[\w\s.]{{2,20}},)?{SUBJECT}"
# "Cadmoor, which is building the site for OpenAI"
SUBJECT_WHICH: Final = rf",\swhich\s(?:(?:{AUXILIARIES}|already)\s){{0,6}}(?:{DEALING})(?!\w)"
OF_PLACE: Final = r"\sof\s([A-Z][^\W_]+)"
# A name in front of this is the place's: "signs Denton lease".
OF_SITE: Final = (
    r"\s(?:lease|tenancy|halls?|buildings?|shells?)(?!\w)"
    r"|\s(?:ai\s|gpu\s)?(?:hosting|colocation|campus|site)\s(?:deal|contract|agreement|pact"
    r"|order)\s"
    r"(?:with|from|to|for)(?!\w)"
)
# Where goods come from that go to another: "delivers capacity to Microsoft from Vineland".
SERVED_FROM: Final = (
    r"(?<!\w)(?:deliver|ship|suppl|serv|provid|host|sell|rent|leas)\w* [^.;:,]{0,60}\sto "
    r"[^.;:,]{2,40} from $"
)
STOCK: Final = r"(?:'s|’s)?\s(?:shares?|stock|aktien?)(?!\w)"
MODIFIERS: Final = (
    r"(?:(?:the|a|an|its|new|fellow|local|unlisted|privately held|[\w.&]+[ -]backed)\s){0,3}"
)
# How far behind a word of dealing its side may stand: in its clause, past "$2.6bn".
_FAR: Final = r"(?:[^.;:!?]|\.(?=\d)){0,80}"
WITH: Final = (
    rf"(?<![\w-])(?:{DEAL})(?![\w-]){_FAR}\b(?:with|(?<!come )from|to|by|for|between|at"
    rf"|on|through|via)\s+{MODIFIERS}$"
)
# The same before what is a common word too: "to Snap", "on Orange", "for Switch" are no sides.
WITH_NAME: Final = rf"(?<![\w-])(?:{DEAL})(?![\w-]){_FAR}\b(?:with|from|by|between)\s$"
FOREIGN_WITH: Final = rf"(?<![\w-])(?:{DEAL})(?![\w-]){_FAR}\b(?:mit|von|con|avec|com|met)\s$"
DIRECT: Final = (
    r"(?<![\w-])(?:tap(?:s|ped)?|pick(?:s|ed)?|choos(?:es?|ing)|chose|selects|land(?:s|ed)"
    r"|joins?|pays?|paid|hosts?|backs?|drops?|dropped|provid(?:e|es|ing)|supply|supplies"
    r"|supplying|equips?"
    r"|contracts|contracted|hires?|hired|awards?|awarded|gives?|gave|hands?|handed|grants?|granted"
    r"|enlists?|enlisted|engages|lends?|lent|lending|commissions|adds|paying|turn(?:s|ed|ing)? to"
    r"|rel(?:y|ies|ied) on"
    r"|doubles down on"
    r"|serves?|guarantees?|guaranteeing|backstops?|turns? down|turned down|rejects?|spurns?"
    r"|(?:plans?|projects?|move|venture) with|goes with|going with|go with|went with|(?:lenders"
    r"|banks|investors|consortium|syndicate|group) led by"
    r"|(?:invest(?:s|ed|ing|ments?)?|stake) in"
    r"|(?:gpus?|chips|servers|racks|capacity|compute|hardware"
    r"|systems)\s(?:\w+\s){0,2}comes?\sfrom)\s$"
)
# Whom one signs for something: "signs Isoform for 32 MW", no "signs Denton lease".
SIGNED: Final = r"(?<!\w)(?:signs?|signed|signing) $"
SIGNED_FOR: Final = (
    r" (?:as (?:an? |its |the )?(?:\w+ ){0,3}(?:tenant|customer|client|user|lessee)|(?:up )?(?:for"
    r"|to)"
    r" (?:about |up to |an? |its )?(?:\d|(?:\w+-)?year|(?:[\w-]+ ){0,2}(?:gpus?|mw|compute"
    r"|capacity|hosting|halls?)))"
)
# Goods by number that are for somebody: "to install 1,200 MI355X cards for Ferrovax".
GOODS_FOR: Final = (
    r"(?<!\w)(?:install|suppl|provid|deliver|host|operat|run|ship|set up|hand over)\w* (?:an? "
    r"|another |about |some |up to |over |the first )?\d[\d.,]*k?,? (?:[\w-]+ ){0,3}?(?:[gt]pus?"
    r"|chips?|cards|accelerators?|processors?|servers?|mw"
    r"|gw|megawatts?|gigawatts?|racks?|[bh]\d00s?|gb\d00s?)(?: of [\w -]{0,30}?(?:capacity|compute"
    r"|power"
    r"|load))? for $"
    r"|(?<!\w)(?:build|construct|develop|erect)\w* (?:an? )?\d[\d.,]*[ -]?(?:[mg]w|(?:mega"
    r"|giga)watts?)"
    r" (?:[\w-]+ ){0,3}?(?:campus|data cent(?:er|re)|site|halls?|facility|cluster) for $"
)
# What is used of a company, behind its name, and what leads there: "to use Boreal's cloud".
USES: Final = (
    rf"(?<![\w-])(?:{DEAL}|{DEALING}|us(?:e|es|ing)|access(?:es|ing)?|train\w*|tak(?:es?|ing)|took|says)(?![\w-])"
    rf"{_FAR}\s{MODIFIERS}$"
)
USED: Final = (
    r"(?:['’]s?)?\s(?:ai\s|gpu\s)?(?:cloud|compute|computing|servers?|capacity|services)(?!\w)"
    r"|['’]s?\s(?:gpus?|chips|accelerators|supercomputer|(?:[\w$€£.,-]+\s){1,4}"
    r"(?:data\s?cent(?:ers?|res?)|halls?|campus|sites?|facility|cluster|supercomputer|gpus?|chips))"
    r"(?!\w)"
)
# At whose site another gets compute: "racks go live for Mistral at Halcyra's Lyon site".
AT_SITE: Final = r"(?<!\w)at $"
# What one has with a company, and hardly in a place: "halves GPU commitment at Fenwright".
BOOKED_AT: Final = (
    r"(?<!\w)(?:commitment|order|reservation|booking|(?:gpu|server|compute) rental|gpus|its chips"
    r"|spending) at $"
)
ITS_SITE: Final = (
    r"['’]s?\s(?:(?!own)[\w.’-]+\s){1,3}?(?:data ?cent(?:er|re)s?|campus|sites?|facility|halls?"
    r"|park)(?!\w)"
)
SITE_BEHIND: Final = (
    r"['’]?s? (?:[\w-]+ ){0,2}?(?:data|campus|sites?|halls?|facility|cluster|park|project)\b"
)
# A deal named after one of its sides: "lands the Boreal contract", "Boreal's $2bn lease with".
NAMED_DEAL: Final = (
    r"(?P<own>['’]s?)?\s(?:[$€£]?[\w.,]+(?:-[\w.,]+)*\s){0,4}?(?:deals?|contract|agreement|order"
    r"|commitment|tie-?up|pact|lease|tenancy|press release|(?:tenant|customer|client|landlord"
    r"|supplier|host)(?= (?:is|was|for|at)\b|[?.,:]|$)"
    r"|(?:supercomputer|cluster|servers|gpus|chips)(?= (?:will |to )?(?:come|be (?:built"
    r"|supplied))\b))(?!\w)"
)
IS_CALLED: Final = rf"(?<!\w)(?:{CALLED}),?\s(?:(?:called|named|is|was)\s|\()?$"
# What a sentence in small letters introduces a name with; in a headline these may be names.
IS_CALLED_TOO: Final = rf"(?<!\w)(?:{CALLED_TOO}),?\s(?:(?:called|named|is|was)\s)?$"
# "Calgary-based", "Macquarie-backed", "Montreal's", "little-known": what leads and tells of it.
LED_BY: Final = (
    r"(?<![\w-])(?:(?:[A-Z][\w.]*\s){0,2}[A-Z][\w.&]*-(?:based|backed|owned|funded|listed"
    r"|headquartered)|(?P<place>[A-Z][\w.]*)['’]s?|(?:(?:its|the|a|an)\s)?(?:[a-z]+-(?:known|growing|making|strapped|owned"
    r"|held|listed|based|backed|funded|year-old)|tiny|small|smaller|obscure|unknown|fledgling|newcomer|upstart|rival|struggling|ailing"
    r"|embattled|troubled|unlisted|listed|privately held))\s$"
)
CALLED_AFTER: Final = (
    rf",\s(?:an?|the|ein|eine|une?|una|uma?"
    rf"|een)\s(?!spokes)[^,.;]{{0,60}}?(?<!\w)(?:{CALLED})(?!\w)"
    r"|,\s(?:empresa|companhia|compañía|start-?up|operadora?|opérateur|azienda|société)(?!\w)"
)
# A name behind one of these alone may as well be a place's: "for Childress", "at Tydal".
PLACED: Final = (
    r"(?<!\w)(?:at|in|near|for|of|across|outside|around|on)\s(?:(?:the|its|their|a|new)\s)?$"
)
# What makes the name before it speak of something else than the company.
UNMAKES: Final = (
    r"(?:'s|’s)?[\s-](?:founders?|co-?founders?|rivals?|competitors?|backed|owned|based|led|style"
    r"|powered|like|ceo|cfo|cto|chief(?! (?:executive )?(?:rejects|denies|dismisses|confirms"
    r"|rules out|plays"
    r" down))|chairman|president|spokes\w+|analysts?|executives?|county"
    r"|state|university|act|bill|law|river|street|summit|conference|forum|index|award|prize)(?!\w)"
    r"|\s(?:gpus?(?! (?:deal|contract|order|agreement|lease|pact|reservation)(?!\w))|chips?"
    r"|processors?|accelerators?|racks?|models?|successors?|replacement)(?!\w)"
    r"|['’]s?\s(?:said|says)|\.(?:com|org)"
    # A place a company is based in, and a person with what that one is.
    r"|(?:,\s[\w.]{2,12})?\.?(?:\s\w+)?-based(?!\w)"
    r"|(?:['’]s)?\s(?:data\scent(?:er|re)|campus|site|facility|project|plant|plans?)(?!\w)"
    r"|,\s(?!says|said|\w+ing\s)(?:[\w'’.-]+\s){0,3}(?:co-?founder|founder|ceo|cfo|chairman"
    r"|chief executive|president"
    r"|minister|analyst)(?!\w)"
)
PERSON_AFTER: Final = (
    r",?\s(?:said|says|told|wrote|added|tweeted|noted|explained|warned|argued|recalled)(?!\w)"
)
PERSON_BEFORE: Final = (
    r"(?<!\w)(?:ceo|cfo|cto|coo|chief|chairman|chair|founder|co-?founder|president|director|analyst"
    r"|minister|senator|governor|mayor|secretary|mr|ms|mrs|dr|sir|professor|prof|judge|author"
    r"|investor|billionaire|tycoon|entrepreneur|executive|officer|head|spokes\w+|reporter|editor"
    r"|lawyer|insider|svp|evp|vp|actor|actress|(?<!to )(?<!will )(?<!would )host|singer|friend"
    r"|brother|son|wife|by)\.?\s$"
)

# --- what a name looks like -----------------------------------------------------------------------

CJK: Final = "\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3"
LETTER: Final = rf"(?:(?![{CJK}])[^\W_])"
WORD: Final = rf"{LETTER}+(?:[&'’.+-]{LETTER}+)*"
GAP: Final = r" (?:& )?"
OF_KNOWN: Final = r"(?:['’]s?)? "
# Behind the name known of one may stand the rest: "Blue Owl Capital (“Blue Owl”), and Solway".
LIST_GAP: Final = (
    r"(?: (?:& )?[A-Z][\w&.]*){0,3}(?: \([^()]{1,20}\))?(?:,? and |, )(?:the )?|,? and |, | & |/"
)
# "7Grid" is a name, "48kW", "10Gbps" and "2ndGen" none.
CODE: Final = (
    r"[A-Z]{1,5}-?\d+[A-Za-z]*|\d(?!\d{0,3}(?![GMKT](?:[Hh]z|[Bb]))[A-Z][a-z]{2}).*|[A-Z]{2,4}s"
    r"|[A-Z]\d?|[A-Z]+/[A-Z]+"
)
# "Korea secures 260,000 Nvidia GPUs": a state is a side where it buys chips.
BUYING_COUNTRY: Final = (
    r"(South Korea|S\. ?Korea|Korea|Japan|India|Indonesia|Malaysia|Saudi Arabia|UAE|Qatar|Kuwait"
    r"|Kazakhstan|Vietnam|Thailand|Taiwan|Singapore|Germany|France|Italy|Spain|Sweden|Norway"
    r"|Denmark|Poland|Armenia|Israel|Canada|Brazil|Britain|UK)(?i:(?: government)?(?: to)?)"
    r" (?i:secure|buy|order|purchase|procure|acquire|get|receive)s?"
    r"(?= [\d.,]+[^.;]{0,60}(?:GPUs?|chips|accelerators|TPUs?)\b)"
)
# "Kazakhstan signs a deal with Nvidia", "to supply chips to the UAE", "between Nvidia and the UAE".
COUNTRIES: Final = (
    r"(South Korea|Japan|India|Indonesia|Malaysia|Saudi Arabia|UAE|U\.A\.E\."
    r"|United Arab Emirates|Qatar"
    r"|Kuwait|Kazakhstan|Uzbekistan|Vietnam|Thailand|Taiwan|Singapore|Germany|France|Italy|Spain"
    r"|Sweden"
    r"|Norway|Denmark|Poland|Armenia|Israel|Canada|Brazil|Britain|Turkey|Greece|Mexico"
    r"|Ottawa|Seoul|Canberra|New Delhi|Riyadh|Jakarta|Warsaw)"
)
DEALING_COUNTRY: Final = (
    rf"^{COUNTRIES}(?:'s government| government)?,? (?:has |have |will |to )?(?:signs?|signed"
    rf"|inks?|inked"
    r"|strikes?|struck|agrees?|agreed|reach(?:es|ed)|seals?|sealed)(?= [^.;]{0,60}\bwith\b)"
    # "Kuwait's $1bn contract with Google", "Seoul's plan to rent 14,000 GPUs"
    rf"|^(?:\w+: )?(?:the )?{COUNTRIES}['’]s (?:[\w$€£.,-]+ ){{0,5}}?(?:contract|deal|order"
    rf"|agreement"
    r"|lease|pact|purchase)s? (?:with|from)\b"
    rf"|^(?:the )?{COUNTRIES}['’]s (?:plans?|bid|move|push|decision) to (?:rent|buy|lease|order"
    rf"|purchase"
    r"|procure|secure)\b"
    rf"|\b(?:suppl|sell|sale|ship|deliver"
    rf"|provid)\w*\b(?=[^.;]{{0,80}}\bto\b)[^.;]{{0,80}}? to (?:the )?{COUNTRIES}\b"
    rf"|\b(?:orders?|contracts?|commitments?) (?:[^.;]{{0,30}} )?from (?:the )?{COUNTRIES}\b"
    rf"|\bbetween [^.;]{{2,60}}? and (?:the )?{COUNTRIES}\b(?= (?:to|for|on|over)\b)"
    rf"|(?<!trade )(?<!tariff )\b(?:deals?|contracts?|agreements?|pacts?|orders?) (?:with|w/)"
    rf" (?:the )?{COUNTRIES}(?=['’]s government|['’]s state| government|\W*$|\s?[^\w\s'’]"
    r"| (?:to|for|on|over|worth|and|will|as|amid|after|this|in (?:push|bid|landmark))\b)"
)
CHIPS: Final = (
    r"(?i:\b(?:chip (?:start-?up|orders?|maker)|ai hardware"
    r"|gpu (?:supply )?(?:[\w-]+[ -])?(?:deal|order|contract|agreement|pact))\b)"
    r"|\b(?:chips|GPUs|processors|semiconductors|accelerators|compute|supercomputers?"
    r"|cloud (?:region|capacity|compute|computing))\b"
)
# So many chips that somebody supplies are a deal, if no state only allows it.
COUNTED_CHIPS: Final = (
    r"(?!.*\b(?:approv|allow|export|licen[cs]|permit|permission|ban|curb|block|clear|smuggl)\w*)"
    r".*\b\d[\d.,]* (?:\S+ ){0,4}(?:chips|GPUs|processors|accelerators)\b"
)
DEALT: Final = r"\b(?:deals?|agreements?|contracts?|pacts?|commitments?|orders?)\b"
INNER_SIGN: Final = r"[a-z][A-Z]|[a-z]{2}\d|^\d+[A-Z]|\.(?:ai|io|sh|cloud|AI)$"
# "AI-powered", "Nvidia-backed", "Tokyo-based": words that describe.
COMPOUND: Final = (
    r"-(?:backed|based|powered|led|year|owned|funded|scale|focused|linked|listed|related|native"
    r"|dollar|month|week|gigawatt|megawatt|party|hundred|thousand|driven|ready|first|only|wide"
    r"|dense|heavy|rich|hungry|intensive|centric|optimi[sz]ed|style|like|class|grade|to|as|of|and"
    r"|in|the|term|age|era|day)$"
    r"|-as-a-service$|['’](?:d|ll|m|ve|re|t)$"
)
CODE_FIRST: Final = (
    r"[A-Z]{1,4}-?\d+[A-Z]{0,2}|[A-Z]{1,4}\d[\d.,]*(?:[bm]n?|tn|k)"
    r"|\d[\d.,]*(?:[MGkK]W|[KkMBT]|[bm]n|x)"
)
ASIDE: Final = (
    r"^(?:\s\([^)]{0,40}\))?"
    r"(?:,\s[^,]{0,80},(?=\s))?"
)
# "Bank of Lithuania": a name that goes on behind "of".
OF_GAP: Final = r" of (?:the )?"
# What may stand before the first word of a title.
LABEL: Final = r"[^\w]*(?:exclusive|breaking|update|report|news|just in)?[^\w]*\s?"
# Where a title's second clause begins: "shares tumble as Lumora drops lease".
CLAUSE: Final = r"(?:^|\s)(?:as|after|before|when|while|because|reveals?(?: that)?|says) $"
QUOTES: Final = " \"'“‘"
POSSESSIVE: Final = r"['’]s?$"
COMPUTE: Final = (
    r"(?<!\w)(?:gpus?|compute|computing|data[\s-]?cent\w+|cloud|ai|mw|gw|megawatts?|gigawatts?"
    r"|chips?|supercomputer|accelerators?|hosting|colocation|hpc|processors?|servers?|clusters?"
    r"|tpus?"
    r"|racks?|[hb]\d00s?|gb\d00s?|mi\d{3}x?)(?!\w)"
)
GATE: Final = (
    rf"(?<![\w-])(?:{DEAL}|{DEALING}|tenants?|landlord|customer|supercomputer|lenders|left"
    r"|moves into|circling|scrap"
    r"|shelve|cancel|go(?:es)? live|went live|tak(?:es?|ing)|took|drops?|dropped|suppliers?"
    r"|suppl(?:y|ies)"
    r"|sells?|ships?|delivers?)(?!\w)"
)
