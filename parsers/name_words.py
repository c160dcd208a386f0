"""Words that stand beside a company's name, and words that only look like one."""

from typing import Final


def _table(words: str) -> frozenset[str]:
    return frozenset(words.split())


# --- beside a name of the list ------------------------------------------------------------------

# What makes any company's name speak of something else: a person, or another company. A word
# also counts behind a hyphen or a possessive; one that starts with a hyphen needs it.
NOT_FOLLOWED_BY = (
    *("founder", "founders", "co-founder", "co-founders", "cofounder", "cofounders", "alum"),
    *("alums", "alumni", "alumnus", "veteran", "veterans", "defector", "defectors"),
    *("rival", "rivals", "competitor", "competitors", "challenger", "challengers"),
    *("-backed", "-supported", "-funded", "-owned", "-like", "-style", "-compatible", "rivale"),
    *("rivalen", "konkurrent", "konkurrenten", "gründer", "mitgründer", "创始人", "联合创始人"),
    *("創辦人", "創業者", "创办人", "竞争对手", "競爭對手", "前员工", "前高管", "前研究员"),
    *("前首席", "の創業者", "の元", "的竞争对手", "창업자", "창립자", "공동창업자", "경쟁사"),
    # An address is not a sentence: openai.com, nvidia.github.io.
    *(".com", ".ai", ".org", ".net", ".io", ".dev", ".github", "대항마"),
)
NOT_PRECEDED_BY = (
    *("former", "ex", "non", "anti", "founder of", "founders of", "founder and ceo of"),
    *("rival to", "rivals to", "rival of", "rivals of", "competitor to", "competitors to"),
    *("alternative to", "alternatives to", "rivals such as", "rivals like", "rivals including"),
    *("competitors such as", "competitors like", "competitors including"),
    *("fundador de", "cofundador de", "rival de", "rivales de", "competidor de", "exejecutivo de"),
    *("fondateur de", "fondateur d'", "cofondateur de", "cofondateur d'", "concurrent de"),
    *("concurrent d'", "rival d'", "ancien de", "ehemaliger", "ehemalige", "ehemaligen"),
    *("основатель", "основателя", "основателем", "конкурент", "конкурента"),
)
# Among these a name in Latin letters is hardly the common word that `needs` is to rule out.
NEEDS_ENOUGH = (
    *("H100", "H100s", "H200", "H200s", "B200", "B200s", "B300", "B300s", "GB200", "GB200s"),
    *("GB300", "GB300s", "MI300X", "MI355X", "Blackwells", "Rubins", "TPUs"),
    *("inference", "AI compute", "AI cloud", "AI infrastructure", "AI computing", "AI capacity"),
    *("AI servers", "AI workloads", "AI chips", "AI data center", "AI data centers", "AI campus"),
    *("computing power", "computing capacity", "compute capacity", "cloud capacity", "cloud deal"),
    *("cloud contract", "cloud agreement", "cloud services", "cloud computing", "GPU cloud"),
)
# The same in European languages, whose texts call nothing else by an English word.
NEEDS_ENOUGH_EUROPE = (
    *("centro de datos", "centros de datos", "cómputo", "nube", "Rechenzentrum", "Rechenzentren"),
    *("Rechenleistung", "Rechenkapazität", "KI-Cloud", "GPU-Kapazität", "KI-Chips"),
    *("centre de données", "centres de données", "puissance de calcul", "capacité de calcul"),
    *("cloud IA", "cloud AI", "centro dati", "centri dati", "capacità di calcolo", "nuvem"),
    *("potenza di calcolo", "centro de dados", "centros de dados", "capacidade computacional"),
    *(
        "datacentrum",
        "datacentra",
        "rekenkracht",
        "AI-cloudcapaciteit",
        "GPU-capaciteit",
        "AI-chips",
    ),
    *(
        "chips de IA",
        "puces IA",
        "chip AI",
        "centrum danych",
        "centra danych",
        "mocy obliczeniowej",
    ),
    *("дата-центр", "дата-центра", "дата-центров", "ЦОД", "вычислительные мощности"),
)
# "Google-backed" makes another company of the next name, and a part in the deal of these.
BACKING_WORDS = frozenset({"backed", "supported", "funded"})
BACKED_WORDS = frozenset(
    {
        *("data", "datacenter", "datacentre", "campus", "site", "project", "financing", "loan"),
        *("loans", "debt", "lease", "leases", "bonds", "facility", "buildout", "cluster"),
    }
)
# The same where nothing else is named before: "Google-backed AI compute deal".
BACKED_DEALS = frozenset({"deal", "deals", "contract", "agreement", "pact", "commitment"})
BACKED_GOODS = frozenset(
    {
        *("ai", "compute", "computing", "hosting", "hpc", "colocation", "gpu", "capacity"),
        *("supply", "infrastructure", "billion", "million", "year", "term", "long", "multi"),
        *("$", ".", "-"),
    }
)
BACKED_FIRMS = frozenset(
    {
        *("startup", "startups", "start", "firm", "company", "developer", "operator", "provider"),
        *("cloud", "miner", "group", "lab", "maker", "unit", "owner", "landlord", "round"),
    }
)
# The same in English, for who is known by its sites: a sentence on those means no other lambda.
HOSTS_NEED_ENOUGH = (
    *("MW", "GW", "megawatts", "gigawatts", "neocloud", "hyperscaler", "Blackwell", "GB200"),
    *("GB300", "GPU", "GPUs", "TPUs", "colocation", "data centre", "data center", "data centers"),
    *("AI cloud", "AI campus", "campus", "racks", "datacenter", "datacenters", "datacentre"),
    *("datacentres", "data centres", "server farm", "server farms"),
    # companies that name nothing else
    *("CoreWeave", "Nebius", "Anthropic", "OpenAI", "Nscale", "TeraWulf", "Fluidstack"),
    *("xAI", "Hut 8", "Firmus", "Applied Digital", "Core Scientific", "Crusoe"),
)
EXCHANGES = frozenset(
    {
        *("nasdaq", "nasdaqgs", "nyse", "american", "amex", "otc", "tsx", "lse", "asx", "hkex"),
        *("hkg", "sehk", "tyo", "tse", "krx", "nse", "bse", "ams", "etr", "twse", "sse", "szse"),
    }
)
SHARE_WORDS = frozenset({"share", "shares", "stock", "stocks", "aktie", "aktien", "acciones"})

# --- beside a name no list has ------------------------------------------------------------------

# The first four are patterns, in lower case, to be put between brackets.

# What a company may be called in front of its name.
CALLED: Final = (
    r"providers?|operators?|developers?|start-?ups?|neoclouds?|hyperscalers?|miners?|owners?"
    r"|landlords?|firms?|company|lab|fund|lenders?|chip-?makers?|makers?|giant|unit"
    r"|subsidiary|tenant|customers?|client|builders?|vendors?|suppliers?|specialists?|insurer"
    r"|carmaker|automaker|telco|carrier|upstart|unicorn|contractor|affiliate|hoster|colocator"
    r"|anbieter|betreiber|entwickler|unternehmen|konzern|proveedora?|empresa|firma|operadora?"
    r"|fournisseur|société|opérateur|entreprise"
)
# The same where small letters tell it from a name.
CALLED_TOO: Final = (
    r"studio|retailer|bank|broker|reseller|hospital|university|agency|hedge fund|trader|publisher"
    r"|drugmaker|biotech|house|group|network|platform|cloud|host|farm|venture|vehicle|consortium"
    r"|champion|player|outfit|boutique|distributor|integrator|shop|utility|business|refiner|lessor"
    r"|financier|bourse|exchange|institute|newcomer|spin-?off|arm|brand"
)
# Verbs whose subject is a side of a deal, in every form that may follow a name or an auxiliary.
DEALING: Final = (
    r"sign(?:s|ed|ing)?|ink(?:s|ed)?|leas(?:e|es|ed|ing)|rent(?:s|ed|ing)?|buy(?:s|ing)?|bought"
    r"|land(?:s|ed)|wins?|won|secur(?:e|es|ed|ing)|strikes?|struck|partner(?:s|ed|ing)?"
    r"|team(?:s|ed|ing)? up|host(?:s|ed|ing)?|suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)"
    r"|commit(?:s|ted)?|order(?:s|ed)?|purchas(?:e|es|ed)|build(?:s|ing)?|built"
    r"|construct(?:s|ed|ing)?|deploy(?:s|ed|ing)?|agree(?:s|d)?|invest(?:s|ed|ing)?|lend(?:s|ing)?"
    r"|lent|financ(?:e|es|ed)"
    r"|expand(?:s|ed)?|enter(?:s|ed)|deliver(?:s|ed|ing)?|select(?:s|ed)|tap(?:s|ped)"
    r"|choos(?:e|es)|chosen?|pre-?lets?|mov(?:e|es|ed)(?= .{0,40}\b(?:training|inference"
    r"|workloads)\b)"
    r"|pick(?:s|ed)|reserv(?:e|es|ed)|pay(?:s|ing)|pay|paid|sells?|sold"
    r"|operat(?:e|es|ing)|seals?|sealed|clinch(?:es|ed)?|bag(?:s|ged)|denies|denied"
    r"|refut(?:es|ed)|disput(?:es|ed)|reject(?:s|ed)|reach(?:es|ed)|broaden(?:s|ed)|widen(?:s|ed)"
    r"|announc(?:e|es|ed|ing)|cancel(?:s|led)|scrap(?:s|ped)|terminat(?:e|es|ed)|firman?|alquila"
    r"|contract(?:s|ed|ing)|procur(?:e|es|ed|ing)|obtain(?:s|ed)|gain(?:s|ed)|award(?:s|ed)"
    r"|gets?(?= access| [$€£]?\d)|lock(?:s|ed|ing)? (?:in|up)|book(?:s|ed|ing)|hir(?:e|es|ed)"
    r"|gives?|gave|granted"
    r"|hand(?:s|ed)|spend(?:s|ing)?|spent|turn(?:s|ed|ing)? to|rel(?:y|ies|ied) on|doubl(?:es|ed)"
    r"|add(?:s|ed)|receiv(?:e|es|ed)|scor(?:es|ed)|nab(?:s|bed)|snag(?:s|ged)|extend(?:s|ed)"
    r"|renew(?:s|ed)|becom(?:e|es)|became|rais(?:es|ed)|increas(?:es|ed)|pull(?:s|ed) out"
    r"|walk(?:s|ed) away|run(?:s|ning)?"
    r"|(?:select|tapp|pick|hir|contract|engag)ed by|chosen (?:by|to)|near(?:s|ing)|close to"
    r"|weigh(?:s|ed|ing)|consider(?:s|ed|ing)|explor(?:es|ed|ing)|discuss(?:es|ed|ing)"
    r"|in (?:\w+ )?talks"
    r"|guarantee(?:s|d)|backstop(?:s|ped)|underwrit(?:es|ing)|underwrote|arrang(?:es|ed)"
    r"|hous(?:es?|ed|ing)|train(?:s|ed|ing)?|equip(?:s|ped)|allocat(?:es?|ed)"
    r"|dedicat(?:es?|ed)|pen(?:s|ned)|snap(?:s|ped)? up|grab(?:s|bed)|lin(?:es|ed|ing) up|ey(?:es"
    r"|ed|e?ing)"
    r"|plac(?:es|ed|ing)(?= .{0,40}\borders?\b)|pre-?leas(?:es|ed|ing)|tripl(?:es|ed)"
    r"|quadrupl(?:es|ed)"
    r"|no (?:deal|contract|agreement|lease|order|plans?) (?:to|with|for)|the front-?runner (?:to"
    r"|for)"
    r"|finali[sz](?:es|ed|ing)|conclud(?:es|ed)|access(?:es|ed)?|guarantee|backstop|give"
    r"|set(?:s|ting)? aside|hand over|drop(?:s|ped|ping)|pull(?:s|ed|ing) back|pulling out"
    r"|withdr(?:aws|ew|awn)|exit(?:s|ed|ing)|abandon(?:s|ed|ing)"
    r"|cut(?:s|ting)? (?:back|its (?:order|contract|deal|planned))|scal(?:es|ed|ing) back"
    r"|decid(?:es|ed) (?:against|not)|declin(?:es|ed)|back(?:s|ed|ing)? (?:away|out)|halt(?:s|ed)"
    r"|paus(?:es|ed)|shelv(?:es|ed)|ditch(?:es|ed)|shift(?:s|ed)|execut(?:es|ed)|wrap(?:s|ped) up"
    r"|(?:tak(?:es?|ing)|took|taken) (?:over|up|all)|top(?:s|ped) up|sound(?:s|ed|ing)? out"
    r"|lets?(?= .{0,40}\b(?:lapse|expire)\b)"
    r"|cuts?(?= .{0,30}\b(?:orders?|contract|lease|booking|deal)\b)"
    r"|install(?:s|ed|ing)?|upsiz(?:e|es|ed)|dismiss(?:es|ed)|disown(?:s|ed)|rul(?:es|ed) out"
    r"|bankroll(?:s|ed)?|hand(?:s|ed|ing) over|left (?:with|without)(?= .{0,60}\b(?:after|as)\b)"
    r"|los(?:es|t)(?= .{0,40}\b(?:tenant|customer|contract|lease)\b)"
    r"|(?:tak(?:es?|ing)|took)(?= (?:about |another |up to |all )?(?:\d[\d.,]{2,}k?"
    r"|\d[\d.]* ?[gm]w)(?!\w|%))"
    r"|go(?:es)? with|be(?= .{0,30}['’]s (?:[\w-]+ ){0,3}(?:landlord|tenant|supplier|customer|host"
    r"|client)\b)"
    r"|mietet|liefert|baut|signe|loue"
)
# What may stand between a name and its verb.
AUXILIARIES: Final = (
    r"in (?:advanced|early|exclusive|final|late-stage|active|preliminary) talks|has|have|had"
    r"|will|would|could|may|is|are|was|also|today|jointly|to|in talks|agrees|agreed"
    r"|plans|planned|set|close|nears?|nearing|expects|expected|said|say|says|it|that|recently|just"
    r"|not|\w+ (?:weeks|months|years) late|late"
    r"|stops?|stopped|starts?|started|begins?|began|reportedly|yesterday|on|monday|tuesday|wednesday|thursday|friday"
)
# What a side is named behind: "a deal with", "leased from".
DEAL: Final = (
    r"deals?|agreements?|arrangements?|contracts?|leas(?:e|es|ed|ing)|partnerships?|partner(?:s"
    r"|ed|ing)?|pacts?"
    r"|accords?|sign(?:s|ed|ing)?|inks?|inked|rent(?:s|ed|ing)?|buy(?:s|ing)?|bought|invest(?:s|ed"
    r"|ing|ment)?|suppl(?:y|ies|ied|ying)|host(?:s|ed|ing)?|provid(?:e|es|ed|ing)|sell(?:s|ing)?"
    r"|sold|tie-up|alliance|talks|teams? up|teamed up|teaming up|tenancy|commitment|orders?"
    r"|ordered|purchas(?:e|es|ed)|secur(?:e|es|ed)|capacity|operated|built|owned|provided|order"
    r"|joint venture|collaborat(?:es?|ed|ion)|reserv(?:es|ed)|deploy(?:s|ed)?|rental|loan|mou"
    r"|procur(?:e|es|ed)|lock(?:s|ed)? in|book(?:s|ed)|spend(?:s|ing)?|spent|gain(?:s|ed)"
    r"|receiv(?:e|es|ed)|obtain(?:s|ed)|build(?:s|ing)?|develop(?:s|ed|ing)?|selected|chosen|tapped"
    r"|ship(?:s|ped|ping)?|access(?:es|ed)?|financed|arranged|guaranteed|backed|run|running"
    r"|picked|hired|commit(?:s|ted)|spending|contracted|compute|computing|gpus|servers"
    r"|financing|options?|reservations?|lend(?:s|ing)?|lent|loans|acuerdo|contrato|accord|contrat|vertrag|vereinbarung"
    r"|partnerschaft|alianza|deliver(?:s|ed|ing)?|footprint|(?:ver)?mietet|kauft|bestellt|bucht"
    r"|alquila\w*|arrienda\w*|contrata|loue(?:ra|r)?|commande(?:ra|r)?|réserve"
)
# The last word of a company's name; it makes a name of what stands before it.
TAILS: Final = _table(
    """
    compute computing cloud clouds datacenters centers centres technologies technology energy power
    holdings ai digital networks systems labs infrastructure capital partners industries
    semiconductor semiconductors robotics software telecom telecommunications communications mining
    ventures solutions platforms group materials realty properties reit hosting hpc microsystems
    bank investments therapeutics pharma pharmaceuticals biosciences motors electronics data grid
    intelligence superintelligence studios bio photonics credit hash datacentres fiber broadband
    calcul silicon institute estates fund property
    """
)
# What stands before "of" in the name of a body: Bank of Lithuania, University of Tartu.
BODIES: Final = _table(
    """
    university bank institute ministry college academy school hospital institution kingdom republic
    """
)
# What the law adds behind a name; it is no part of it.
LEGAL_FORMS: Final = _table(
    """
    inc corp corporation ltd limited llc plc ag gmbh se sa nv bv ab asa oyj pty pte bhd co spa kk
    pjsc ojsc jsc pjs llp lp berhad tbk saog saoc kscp wll
    """
)
# What a company may be called in front of its name.
CALLED_WORDS: Final = _table(
    """
    startup start-up miner neocloud developer operator provider company firm lab lender landlord
    rival hyperscaler chipmaker supplier owner vendor giant carmaker automaker unicorn biotech
    drugmaker insurer retailer telco airline utility builder contractor newcomer hoster reseller
    """
)
# What a title may say of a company with its first word: "Tiny Arklow Compute".
EPITHETS: Final = _table(
    """
    tiny small smaller obscure unknown fledgling upstart struggling ailing embattled troubled
    beleaguered scrappy debt-laden unlisted little-known loss-making cash-strapped us uk u.s u.k eu
    """
)
# Where a name ends: words of grammar, of dealing, and of money, whatever their case.
# What a title does "to" with a capital: no name begins with it behind "to".
INFINITIVES: Final = _table(
    """
    accelerate advance boost bring co-develop create deliver democratise democratize develop drive
    double enable enhance ensure establish expand explore fast-track fuel grow help improve
    increase jointly launch lead leverage meet modernise modernize offer open operate power pursue
    ramp reach redefine reshape revolutionise revolutionize run scale serve set solve speed
    spearhead start strengthen support tackle train transform triple turn unlock unveil
    """
)

BREAKS: Final = _table(
    """
    reshapes redefines redraws transforms upends rattles cements underscores highlights signals
    sparks fuels stokes triggers validates heightens intensifies escalates accelerates
    collaborate collaborates collaborated collaborating collaboration cooperate cooperates unite
    unites ally allies pair pairs align aligns
    seals sealed clinches clinched reaches reached bags bagged scores scored inks snags broadens
    widens deepens executes executed cuts pulls pulled exits exited wraps wrapped decides decided
    withdraws withdrew abandons abandoned halts halted pauses paused shelves shelved ditches ditched
    declines declined backs backed shifts shifted takes drops dropped back reveals revealed
    bn mn tn mln bln trn cr crore crores lakh lakhs guarantee guarantees guaranteed backstop
    backstops backstopped underwrites underwrote arranges arranged houses housed housing trains
    trained training equips equipped pens penned grabs grabbed snaps lines allocates allocated
    dedicates dedicated finalizes finalized finalises finalised concludes concluded ships shipped
    shipping accesses gives gave hands handed booked books
    a an and are as at be been but by can could for from has have he her his how if in inside into
    is it its may more most new no not now of off on or our out over own per said say says she
    should so some than that the their them then there these they this those to under up via was we
    were what when where which while who why will with would you your after ahead amid among around
    against another any before behind between both during each even every first further here last
    least less like many much next only other since still such through today tomorrow toward two
    three four five six seven eight nine ten until upon versus vs within without yesterday yet sign
    signs signed signing ink inks inked lease leases leased leasing rent rents rented renting rental
    buy buys bought buying sell sells sold land lands landed win wins won secure secures secured
    strike strikes struck partner partners partnership partnering team teams host hosts hosted
    hosting supply supplies supplied supplying provide provides provided commit commits committed
    order orders ordered purchase purchases build builds built building deploy deploys deployed
    agree agrees agreed agreement agreements invest invests invested investment finance finances
    financing expand expands expanded expansion enter enters deliver delivers select selects tap
    taps tapped choose chooses pick picks reserve reserves pay pays paid operate operates announce
    announces announced announcing deal deals contract contracts pact accord alliance talks tenant
    anchor commitment stake round unveil unveils launch launches launched launching plan plans
    planned eye eyes seek seeks weigh weighs near nears set close closes closed raise raises raised
    get gets drop drops walks cancel cancels cancelled scrap scraps terminate terminates deny denies
    confirm confirms report reports reported sources exclusive breaking update watch shares stock
    stocks surge surges soar soars jump jumps rise rises fall falls tumble tumbles slide slides
    climb climbs billion million trillion worth value valued total year years month months
    landmark blockbuster historic sweeping multi-year multiyear long-term strategic definitive
    largest biggest record major massive huge
    giant deal's how's join joins joint venture bet bets bring brings make makes take takes use uses
    using power-purchase capacity gigawatt gigawatts megawatt megawatts mw gw gpu gpus tpu tpus chip
    chips server servers cluster clusters supercomputer campus site sites facility facilities
    factory factories hub hubs project customer customers der die das den dem und mit von für auf
    bei zu im am ein eine el la los las con de del para por y en un una le les des et avec pour dans
    du au aux il di e com o os
    """
)
# Words that describe, but name nobody: a name made of these alone is no company.
PLAIN_WORDS: Final = _table(
    """
    center centers centre centres community cryptocurrency debt fresh history investments
    unlikely
    bank banks lender lenders bondholder bondholders creditor creditors investor investors syndicate
    accelerated additional advanced another arm base biggest breakthrough chain agentic ai american
    artificial asian big bitcoin blockchain bold business capital cheap chinese city clean cloud
    co-founder colocation commercial companies company compute computing consortium core corporate
    country county critical crypto custom data datacenter datacentre dedicated deep department
    developer developers digital district edge electric emerging energy expanded extra enterprise
    european exascale federal financial firm firms fiscal flexible frontier fund funds future gas
    general generative german global government govt grid green group hedge high high-performance
    rs rm nt hk ev evs sek nok dkk chf aud sgd idr thb myr brl aed sar rmb
    holdings hosted hpc hybrid hydro hyperscale hyperscaler independent industrial industries
    inference infrastructure innovation intelligence international investor investors japanese
    korean labs large lender liquid local machine media mega metro miner miners ministry mobile
    major mass massive national natural neocloud neoclouds network networks next-gen nordic north
    nuclear offshore onshore open operator operators owner parent park performance phase platform
    platforms power premier private provider providers public quantum quarter real regional reliable
    renewable renewables research robotics rural sector semiconductor service services shared
    shareholder shareholders smart software solar solutions south sovereign special spot stargate
    startup start-up startups state strategic sustainable systems tech technologies technology
    telecom training trusted unit university ventures virtual west wind wireless world cfo ceo cto
    president chairman chief officer director mayor governor minister senator analyst analysts
    landlord lab supplier tower web zone wall street house court congress parliament senate board
    union commission agency authority bureau office council committee army navy force bank reserve
    treasury exchange index market markets economy trade tariff policy act bill law series class
    note notes bond bonds loan loans facility q1 q2 q3 q4 h1 h2 fy i ii iii iv v ipo us u.s uk u.k
    eu e.u un usa api sdk llm llms cpu cpus npu npus asic asics hbm ppa spv reit esg etf sec ftc doj
    fcc ferc epa irs fda who imf nyse nasdaq cnbc ir pr hr it b2b saas iaas paas gaas nda mou loi
    rfp kw kwh mwh gwh twh usd eur gbp jpy cny krw kim huang musk altman nadella pichai jassy
    zuckerberg bezos ellison amodei su trump biden xi modi murati sutskever son ambani buffett thiel
    hassabis lecun gelsinger tan wei intrator roberts lores dell's everyone everybody nobody someone
    people users workers employees engineers residents neighbors neighbours voters farmers critics
    experts officials lawmakers regulators rivals competitors giants hyperscalers everything nothing
    something anything neither either hollywood
    tenants customers clients buyers sellers suppliers vendors occupants occupiers landlords lessors
    lessees borrowers
    association master relationship framework amended restated amendment material administrative
    collateral trustee
    """
)
# Chips, models, clouds and programmes: things deals are about, which no deal is made with.
PRODUCTS: Final = _table(
    """
    blackwell hopper grace rubin vera feynman ampere ada lovelace instinct radeon epyc ryzen
    xeon gaudi trainium inferentia graviton nitro ironwood trillium axion maia cobalt mtia ascend
    kunlun hanguang helios cuda rocm nvlink infiniband spectrum spectrum-x connectx bluefield dgx
    hgx mgx-rack tensor azure bedrock sagemaker vertex foundry claude sonnet opus haiku fable mythos
    chatgpt gpt codex sora gemini gemma veo llama grok colossus copilot alexa siri kimi qwen ernie
    hunyuan doubao mixtral command nova titan phi whisper dall-e stargate hyperion prometheus
    rainier fairwater tpu wafer cerebras-wse wse-3 lpu kubernetes pytorch linux windows android ios
    mac macos youtube instagram whatsapp gmail ebay twitter wikipedia slack iphone bitcoin ethereum
    solana transformer deepseek-r1 jupiter isambard dawn aurora frontier
    """
)
# Countries that buy compute, as headlines shorten them, and by their common name.
COUNTRY_NAMES: Final = {
    "정부": "South Korea",
    "MS": "Microsoft",
    "S.Korea": "South Korea",
    "S. Korea": "South Korea",
    "Korea": "South Korea",
    **dict.fromkeys(
        ("Corea del Sur", "Corea del Sud", "Corée du Sud", "Coreia do Sul"), "South Korea"
    ),
    **dict.fromkeys(("Südkorea", "Zuid-Korea", "Sydkorea", "Corea", "Coreia"), "South Korea"),
    **dict.fromkeys(("Arabia Saudita", "Arabia Saudí", "Arábia Saudita"), "Saudi Arabia"),
    **dict.fromkeys(("Arabie saoudite", "Saudi-Arabien", "Saoedi-Arabië"), "Saudi Arabia"),
    "UAE": "United Arab Emirates",
    "U.A.E.": "United Arab Emirates",
    "Ottawa": "Canada",
    "Seoul": "South Korea",
    "Canberra": "Australia",
    "New Delhi": "India",
    "Riyadh": "Saudi Arabia",
    "Jakarta": "Indonesia",
    "Warsaw": "Poland",
}
# Countries, states, cities, their people, and the names of times.
PLACES: Final = _table(
    """
    afghanistan albania algeria côte angola argentina armenia australia austria azerbaijan bahrain
    bangladesh belarus belgium bolivia brazil brunei bulgaria cambodia cameroon canada chile china
    colombia croatia cuba cyprus czechia denmark ecuador egypt england estonia ethiopia europe
    finland france georgia germany ghana greece greenland guatemala hungary iceland india indonesia
    iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea kosovo kuwait laos
    latvia lebanon libya lithuania luxembourg macau malaysia malta mexico moldova mongolia
    montenegro morocco mozambique myanmar namibia nepal netherlands nigeria norway oman pakistan
    panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal
    serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tanzania
    thailand tunisia turkey türkiye uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen
    zealand
    zambia zimbabwe africa asia america americas oceania scandinavia nordics baltics gulf mideast
    bruselas bruxelles bruxelas pekín pequim pechino moscú moscou japón japão giappone corée séoul
    seúl taiwán londres londra berlín berlino parís parigi genève ginevra ginebra milán turín
    louisiane milano torino roma napoli bologna firenze venezia trieste covilhã coimbra lévis
    lisboa lisbonne sevilla valencia bilbao málaga murcia cáceres badajoz galicia asturias cambrai
    lille nantes strasbourg rennes braga évora luisiana luisiane pensilvania pensilvânia
    pennsylvanie misuri tejas virgínia californie
    californien texas norvegia noruega norvège norwegen suecia suède schweden finlandia finlande
    finnland portogallo inghilterra inglaterra angleterre irlanda irlande irland islanda islandia
    islande balkans benelux iberia antarctica apac emea latam deutschland españa frankreich brasil
    alabama
    alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas
    utah vermont virginia washington wisconsin wyoming dakota carolina jersey hampshire alberta
    ontario quebec québec manitoba saskatchewan newfoundland scotia queensland victoria tasmania
    bavaria brandenburg hesse saxony catalonia aragon aragón andalusia lombardy normandy cornwall
    yorkshire kent essex surrey guangdong zhejiang jiangsu sichuan guizhou xinjiang gansu ningxia
    hebei shanxi hokkaido osaka kyushu honshu johor selangor batam java gujarat maharashtra
    karnataka telangana tamil nadu kerala andhra pradesh punjab gyeonggi jeolla london paris berlin
    frankfurt munich hamburg dresden leipzig vienna zurich geneva amsterdam rotterdam brussels
    madrid barcelona zaragoza lisbon sines porto rome milan turin dublin oslo narvik stockholm
    gothenburg copenhagen helsinki kajaani reykjavik warsaw prague budapest bucharest athens
    istanbul ankara moscow kyiv minsk tel aviv jerusalem cairo johannesburg nairobi lagos casablanca
    dubai abu dhabi sharjah riyadh jeddah dammam neom doha manama muscat tehran baghdad mumbai delhi
    bengaluru bangalore chennai hyderabad pune kolkata noida ahmedabad jamnagar visakhapatnam vizag
    karachi lahore dhaka colombo kathmandu bangkok hanoi saigon jakarta manila kuala lumpur sydney
    melbourne brisbane perth adelaide canberra auckland wellington tokyo yokohama kyoto nagoya
    sapporo fukuoka seoul busan incheon ulsan daejeon beijing shanghai shenzhen guangzhou hangzhou
    chengdu chongqing wuhan nanjing suzhou taipei hsinchu kaohsiung york angeles francisco diego
    jose seattle portland denver phoenix dallas houston austin abilene amarillo corsicana rockdale
    southaven
    sherman plano boston chicago atlanta miami orlando tampa memphis nashville charlotte raleigh
    richmond ashburn loudoun columbus cleveland cincinnati detroit minneapolis milwaukee omaha louis
    vegas reno tahoe sacramento palo alto sunnyvale cupertino toronto montreal montréal vancouver
    calgary edmonton ottawa winnipeg bogotá bogota lima santiago querétaro buenos aires paulo rio
    janeiro fortaleza bristol manchester birmingham edinburgh cambridge oxford leeds glasgow blyth
    loughton culham slough utrecht eindhoven grenoble marseille lyon toulouse bordeaux espoo luleå
    basel bern lausanne lucerne graz salzburg linz cologne stuttgart düsseldorf dusseldorf nuremberg
    sheffield liverpool cardiff swansea belfast aberdeen nottingham naples bologna genoa valencia
    bilbao seville málaga malaga oulu tampere turku bergen trondheim stavanger tromsø tromso malmö
    malmo uppsala linköping aarhus odense gdansk krakow kraków wroclaw poznan katowice brno
    bratislava ljubljana zagreb belgrade sofia thessaloniki tallinn tartu riga vilnius kaunas
    tbilisi yerevan baku almaty astana tashkent tulsa wichita albuquerque tucson boise spokane fargo
    pittsburgh philadelphia baltimore savannah knoxville chattanooga louisville indianapolis toledo
    anchorage honolulu boulder oakland berkeley irvine kamloops saskatoon regina halifax ningbo
    zhengzhou hefei ulanqab changsha qingdao dalian harbin gurugram gurgaon lucknow indore nagpur
    kochi chandigarh surat fujairah nuevo
    argentine argentinian venezuelan ecuadorian uruguayan nigerian ghanaian ethiopian rwandan
    tanzanian ugandan senegalese algerian libyan zambian angolan bahraini jordanian lebanese
    azerbaijani armenian georgian belarusian moldovan albanian bosnian cypriot maltese catalan
    basque flemish bavarian bangladeshi nepali cambodian mongolian albertan iberian baltic
    boden american african arab asian australian austrian belgian brazilian british bulgarian
    canadian chilean chinese colombian croatian czech danish dutch egyptian emirati english estonian
    european finnish french german greek hungarian icelandic indian indonesian iranian iraqi irish
    israeli italian japanese kazakh kenyan korean kuwaiti latvian lithuanian malaysian mexican
    moroccan nigerian nordic norwegian omani pakistani peruvian philippine polish portuguese qatari
    romanian russian saudi scottish serbian singaporean slovak slovenian spanish swedish swiss
    taiwanese thai tunisian turkish ukrainian uzbek vietnamese welsh texan californian western
    eastern northern southern central midwest northeast southeast southwest northwest silicon valley
    bay area january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    saturday sunday mon tue wed thu fri sat sun spring summer autumn winter christmas
    """
)
# A name that begins with one of these is a person's.
FIRST_NAMES: Final = _table(
    """
    aaron adam alan albert alex alexander alexandr alice amanda amit amy andrea andrei andrew andy
    angela ann anna anthony antonio arkady arvind arthur arun barack ben benjamin bernard bill bob
    boris brad brandon brendan brett brian bruce bryan cameron carl carlos carol caroline catherine
    charles charlie chase chris christian christina christine christopher clark claire colin craig
    daniel daniela dario dave david deepak demis dennis diana diane don donald doug drew dylan
    dustin edward elena elizabeth ellen elon emily emma eric erik ethan eva evan fei-fei felix
    francis frank fred gabriel gary gavin geoffrey george gerald gina giorgia glen glenn gordon
    grace greg gregory guillaume hannah harold harry heather helen henry hock howard ian igor ilya
    isaac ivan jack jacob jake james jamie jan jane janet jared jason jay jean jeff jeffrey jennifer
    jensen jeremy jerry jessica jim jimmy joan joe joel johan john jon jonathan jordan jorge jose
    joseph josh joshua juan julia julie justin karen kate kathy katie keir keith kelly ken kenneth
    kevin kim kristen kyle larry laura lauren leo leonard leopold linda lip-bu lisa liz louis lucas
    luis luke marc marco marcus margaret maria marie mario mark martin mary masayoshi matt matthew
    max megan melissa michael michelle mike mira mitchell mohamed mohammed mohammad mukesh nancy
    narendra natalie nathan neil nicholas nick nicole nikesh nina noah noam nora oliver olivia oscar
    pablo pat patricia patrick paul pavel pedro peter phil philip philippe pierre rachel rahul raj
    rajeev ralph randy raul ray rebecca rene rex richard rick rob robert roberto robin rodrigo roger
    ron ronald rosa ross roy russell ruth ryan safra sam samuel sandra sara sarah satya scott sean
    sebastian sergey sergio seth shane sharon shawn simon sophia sridhar stefan stephanie stephen
    steve steven stuart sundar sunil susan takeshi tareq tarek ted teresa terry thomas tim timothy
    todd tom tommy tony travis trevor tyler ursula vera vicki victor vijay vincent vinod vlad
    vladimir walter wayne wendy will william xavier yann yoshua yuri zach zoe zuck
    """
)
# What stands in front of a person's name.
TITLES: Final = _table(
    """
    ceo cfo cto coo chief chairman chairwoman president director minister senator governor mayor
    secretary mr ms mrs dr sir professor judge analyst spokesman spokeswoman svp evp vp king prince
    sheikh founder co-founder officer congressman representative ambassador general
    """
)
# Names of places, papers and parties that are made of several words.
NOT_COMPANIES: Final = frozenset(
    (
        # What is left of a place's name once its first word is taken for a nationality.
        "arabia",
        "columbia",
        "korea",
        "africa",
        "emirates",
        "wall street",
        "white house",
        "big tech",
        "silicon valley",
        "bay area",
        "supreme court",
        "hong kong",
        "new york",
        "united states",
        "united kingdom",
        "european union",
        "big apple",
        "data centers",
        "data centres",
        "data center",
        "data centre",
        "artificial intelligence",
        "middle east",
        "united arab emirates",
        "gulf coast",
        "west coast",
        "east coast",
        "financial times",
        "the information",
        "capitol hill",
        "magnificent seven",
        "green new",
        "ai infrastructure",
        "general intelligence",
        "cloud computing",
        "red sea",
        "nobel prize",
    )
)
# How words end that are no names; the first few even in the middle of a name.
SURE_ENDINGS: Final = ("ing", "ed", "tion", "tions", "ment", "ments", "ly", "ous", "able", "ive")
ORDINARY_ENDINGS: Final = (
    *SURE_ENDINGS,
    *("ers", "ors", "ists", "ness", "ity", "ities", "ism", "ans", "ese", "ish", "ies", "ees"),
    "ible",
    "ful",
    "less",
    "est",
    "lord",
    "lords",
    "men",
    "ner",
    "yer",
    "per",
    "ter",
    "der",
    "ger",
    "ver",
    "ker",
    "ant",
    "maker",
    "makers",
    "ship",
    "ships",
    "ware",
)
