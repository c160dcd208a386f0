"""The words with which a headline ends, denies, widens, spreads or looks back at a deal: tables.

They stand beside those of `parsers.deal_words`, for folded text, and count in titles; of what a
text goes on to say, `parsers.status` counts less.
"""

from collections.abc import Mapping
from typing import Final

_DEAL: Final = (
    r"(?:deals?|contracts?|leases?|agreements?|pacts?|accords?|arrangements?|orders?|commitments?"
    r"|rentals?)"
)

# A side that will not have it, or what is said of it.
REFUSED: Final = (
    r"\b(?:turn(?:s|ed)? down|(?:rebuff|spurn|snub|reject)(?:s|ed)?|refus(?:es|ed)"
    r"|declin(?:es|ed))\b(?! to (?:comment|say|name|identify|disclose|confirm)) .{0,80}?"
    r"\b(?:offers?|bids?|proposals?"
    r"|requests?|overtures?|approach(?:es)?|advances?|pleas?|terms|talk|suggestions?|to (?:rent"
    r"|lease|buy|host|use|supply|sell|double|extend|expand|fund|finance|back|lend))\b"
    r"|\bno (?:\S+ )?(?:delays?|truth|cuts?|cutbacks?|cancellations?|termination|pull-?backs?"
    r"|retreat|slowdown|rift|substance|basis)\b"
    r"|(?:\bnot|n['’]t) (?:(?:yet |been )?asked|committed|quitting|leaving|ending|dropping"
    r"|cancell?ing|cutting|pulling|walking|exiting|backing|reducing|behind|part of|in discussions"
    r"|in negotiations)\b"
    r"|\bdecid(?:es?|ed) (?:against|not to)\b|\b(?:do|does)(?:n['’]t| not) (?:rent|lease|buy|host"
    r"|supply|own|intend|plan)\b|\bstands? by\b"
    r"|\bhits? out at\b|\b(?:nonsense|hogwash|bunk|fake news)\b|\bnever (?:agreed|signed|asked"
    r"|committed|discussed|ordered|promised|an? (?:\S+ )?(?:commitment|deal|contract|agreement"
    r"|promise"
    r"|order|done deal))\b"
    r"|\b(?:brand|label|call|dismiss)(?:s|es|ed)? .{0,80}?\b(?:nonsense|false|fiction|rubbish"
    r"|baseless|fake|wrong|absurd|speculati\w+)\b"
    r"|\b(?:rubbish|contradict|dispel|disavow|repudiat|debunk|quash|scotch|refut|disput|counter"
    r"|disown"
    r"|squash|slam|blast|torch|trash|hit(?:s|ting)? back at|play(?:s|ed)? down"
    r"|push\w* back (?:on|at|against)|shoots? down"
    r"|pour(?:s|ed)? cold water on|shrug(?:s|ged)? off|swat(?:s|ted)? (?:away|down)|knock(?:s|ed)?"
    r" (?:down|back)|contest)(?:e?[sd]|ing)? .{0,40}?\b(?:reports?|claims?|rumou?rs?|speculation"
    r"|talk|story|stories|suggestions?|article|allegations?|chatter|idea|notion)\b"
    r"|\bcontrary to (?:\S+ )?(?:reports?|claims?|rumou?rs?)\b"
    r"|\b(?:insist|maintain|reassur|reaffirm|stress|reiterat|promis|vow|assert)\w* .{0,80}?"
    r"\b(?:on track|on schedule|on time|as planned|go(?:es|ing)? ahead|intact|meet\w*)\b"
    r"|\b(?:will|to) (?:still |\w+ly )?(?:meet|honou?r|deliver|keep|stick|go ahead) .{0,80}?"
    r"\bdespite (?:\S+ ){0,4}(?:reports?|rumou?rs?|talk|speculation|doubts|claims)\b"
    r"|\b(?:reports?|claims?|rumou?rs?|story|article) .{0,80}?\b(?:untrue|wrong|false|incorrect"
    r"|baseless|groundless|misleading|mistaken|made[- ]up|inaccurate|fabricated"
    r"|not[ \"“‘'’]{1,2}(?:factual|accurate|correct|true|right|based)"
    r"|without (?:\w+ )?(?:foundation|basis|merit))\b"
    r"|\b(?:says?|said|calls?|called) .?(?:false|untrue|wrong|nonsense)\W? (?:to|of|about|on)? ?"
    r"(?:\S+ )?(?:reports?|claims?|rumou?rs?|story)\b"
    # "Canva not a customer", "not renting chips, company says", "no talks have taken place"
    r"|(?:\bnot|n['’]t|\bnever(?: been)?) (?:yet )?(?:an? |its |our |the |their )?(?:customer"
    r"|client"
    r"|tenant|supplier|counterparty|party to)\b(?! of choice)"
    r"|(?:\bnot|n['’]t) (?:rent|leas|buy|order|us|host|supply|build|sell|purchas|tak)ing\b.{0,80}?"
    r"\b(?:says?|said|insists?|states?|stresses|clarifies)\b"
    r"|\bno (?:such )?(?:discussions?|talks|negotiations|meetings?|contacts?|contract|order)"
    r" (?:has|have|had) (?:ever )?(?:taken|been|occurred|begun|started)\b"
    r"|\b(?:correct|retract|withdraw)s (?:\S+ ){0,3}(?:announcement|statement|press release)\b"
    r"|\b(?:overblown|exaggerated|overstated)\b|\bremains? in (?:full )?(?:force|effect|place)\b"
    r"|\bstill (?:on|stands|in force|alive)\b(?! ice| hold)|\bnothing to (?:report|announce)\b"
    r"|\b(?:is|are|was) not [\"“‘'’]?(?:an? |the |its )(?:[\w-]+ ){0,2}?(?:tenant|customer"
    r"|client|buyer)\b"
    r"|\bunchanged\b|\bunfounded\b|\brul(?:es?|ed|ing) out\b|\bsays no to\b"
    r"|\b(?:clarif|confirm|say|insist|stress|reveal)\w*\b.{0,60}?\bnot (?:(?:its|the|an?|their"
    r"|behind)"
    r" (?:\S+ ){0,4}?(?:customer|client|buyer|tenant|supplier|order|deal)|(?:linked|tied|connected"
    r"|related) to)\b"
    r"|\b(?:clarif|say|insist|stress|underlin)\w*\b.{0,60}?\bnot (?:building|hosting|supplying"
    r"|providing|selling|investing|financing|signing|working)\b"
)

_ENDED: Final = (
    r"\bexit(?:s|ed|ing) (?:\S+ ){0,3}(?:talks|negotiations|discussions|leases?)\b"
    r"|\b(?:stop(?:s|ped)?|ceases?d?) (?:hosting|renting|leasing|supplying|selling|using)\b"
    r"|\b(?:wind(?:s|ing)?|wound) down\b|\bdrop(?:s|ped|ping)? out\b"
    r"|\b(?:walk|back)(?:s|ed|ing)? away from\b|\bwalk(?:s|ed)? from\b"
    rf"|\b(?:{_DEAL}|talks|negotiations) (?:(?:with|between|for|over) [^,;:]{{2,50}}? (?:is|are)"
    r" off(?:$|[,;:.]| for\b| as\b| after\b)|(?:is |are )?off\b(?!-))|\breclaim(?:s|ed)\b"
    r"|\bevict\w*|\bdefault(?:s|ed) on\b"
    r"|\bpull(?:s|ed|ing) (?!in |off |ahead |forward )(?:\S+ ){0,2}(?:funding|financing|support"
    r"|order|money|bid)\b"
    r"|\b(?:talks|negotiations|discussions)\b.{0,60}?\b(?:fail|end|break|broke|sour|founder)(?:s|ed"
    r"|n|ing)?\b|\bwithout (?:a |an |any )?(?:deal|agreement)\b|\bcall(?:s|ed) time on\b"
    r"|\bgoes cold\b|\bsplit$|\b(?:exits?|quits?|leaves) .{0,40}?\b(?:sites?|campus|project"
    r"|stargate|cluster)\b|\bquits\b|\b(?:as|after) \S+(?: \S+)? (?:exits|quits|leaves|withdraws)$"
    r"|\bbail(?:s|ed|ing)? (?:on|out)\b|\bbooted\b|\bmothball\w*|\breneg(?:es?|ed|ing|ue[ds]?"
    r"|uing)\b|\bcans\b|\bjettison\w*"
    r"|\blos(?:es?|t) (?:\S+ ){0,4}(?:expansion|order|campus|site)\b"
    r"|\b(?:bury|buries|buried)\b|\bhands? (?:it |them )?back\b|\bcools? on\b|\bjilt\w*|\babort\w*"
    r"|\bnot happen\w*|\b(?:on|hits?) the (?:skids|rocks|scrap ?heap|ropes|chopping block)\b"
    r"|\bpart(?:s|ed|ing)? company\b|\bdissolv(?:es?|ed)\b|\bback burner\b"
    r"|\bfrozen\b|\bdropped$"
    rf"|\b{_DEAL} (?:is |now )?dead\b|\bwalk(?:s|ed)? out\b|\bscuttl\w+|\b{_DEAL} (?:expires?"
    r"|lapses?|dies|evaporates?|sours?)\b|\bevaporat\w+|\bnever materiali[sz]ed\b"
    r"|\bend(?:s|ed)? (?:\S+ ){0,5}?(?:partnership|alliance|tie-?up)\b(?! (?:with )?\W?\d)"
    r"|\btells (?:\S+ ){1,4}to (?:leave|find|look)\b|\bwon['’]t (?:renew|extend)\b"
    r"|\bopt(?:s|ed) against\b"
    r"|\b(?:shift|switch|mov|reroute|redirect|divert)(?:s|es|ed|d|ing)? (?:\S+ ){0,7}?orders?\b"
    r"(?: \S+){0,2}? (?:away )?from\b"
)
_TALKS: Final = (
    r"\bnear (?:an? )?[$€£]\s?\d\S* (?:\S+ ){0,3}?(?:loans?|financing|bond sale|debt package)\b"
    r"|\bclos(?:e|es|ed|ing) in on\b|\b(?:is|are) talking (?:with|to)\b|(?:,|\band"
    r"|&) \S+(?: \S+)? explore\b"
    r"|\bhold(?:s|ing)? (?:\w+ )?talks\b|\b(?:talks|negotiations|discussions) (?:heat|said"
    r"|[\"“‘'’]?advanced|near|intensif|resum|contin|progress|under|drag|are|gather|move)"
    r"|\bhaggl\w+|\bcontemplat(?!ed (?:to|in|under)\b)\w+|\bwoo(?:s|ing)\b"
    r"|\bshop(?:s|ping) (?:around )?for\b"
    r"|\bfields? (?:\S+ )?(?:offers|bids|interest)\b|\bpitch(?:es|ing)\b|\bhash(?:es|ing) out\b"
    r"|\bcourted\b|\bv(?:ies?|ying)\b|\b(?:holds?|in|exploratory|early"
    r"|preliminary) (?:\S+ )?conversations\b|\basks? (?:\S+ ){1,4}about \w+ing\b"
    r"|\bask(?:s|ed|ing) (?!(?:courts?|judges?|regulators?|lawmakers?|congress"
    r"|ferc)\b)(?:\S+ ){1,3}to"
    r" (?:run|host|supply|provide|lease|rent|set up|evaluate|consider|explore)\b"
    r"|\bin the market for\b|\b(?:signs?|signed) nothing\b|\byet to (?:sign|ink|strike|agree)\b"
    r"|\bbattl(?:e|es|ing) (?:to host|to supply|to lease|for the right)\b"
    r"|\bcompet(?:e|es|ing) to (?:host|supply|lease|build|win|land)\b"
    r"|\bnear (?:securing|signing|closing|finali[sz]ing|landing|striking|a deal|an agreement)\b"
    r"|\bnot (?:yet )?(?:been )?(?:final(?:i[sz]ed)?|signed|completed|closed|a done deal)\b"
    r"|\bno (?:assurance|guarantee) (?:that )?(?:\S+ ){1,6}(?:will|deal)\b"
    r"|\bpursu(?:es|ing) (?:an? |the )?(?:\S+ ){0,6}?(?:deals?|leases?|agreements?|contracts?"
    r"|pacts?)\b"
)
_RUMOUR: Final = (
    r"\b(?:thought|believed|understood) to\b|\b(?:tipped|mooted|eyed) (?:as|in|for)\b"
    r"|\b(?:seen|touted) as (?:an? |the )?(?:likely|probable|next|possible|potential|host|tenant"
    r"|supplier|buyer)\b|\bwhispers\b|\bchatter\b"
    r"|\b(?:market|deal|industry|merger|amid|of) buzz\b|\bbuzz (?:about|around|over|builds|grows"
    r"|of|that)\b"
    r"|\bfloat(?:s|ed|ing)? (?:\S+ ){0,3}(?:plan|idea|proposal|site|campus)\b"
    r"|\bdraft (?:deal|agreement|contract|accord|terms)\b|\bspeculates?\b|\b(?:could|may|might) be"
    r" (?:\S+ ){1,4}(?:next|supplier|tenant|customer|host)\b"
    r"|\b(?:following|after|on|amid) reports? (?:that|of)\b"
    r"|\b(?:prepar(?:e|es|ing)|gear(?:s|ing) up|get(?:s|ting) ready|poised|about) to (?:pledge"
    r"|commit"
    r"|sign|order|buy|purchase|rent|lease|award|announce|unveil|invest|pour|strike|ink)\b"
    r"|\bsignals? interest\b|\bheads together\b|\bread(?:ies|ying)\b|\bpole position\b"
    r"|\bbidding war\b"
    r"|\bon reports? (?:of|that|it|the)\b|\bmay have (?:\w+ )?(?:beat\w*|won|land\w*|sign\w*"
    r"|secur\w*|struck|pick\w*|order\w*|bought|agreed|tapped|chosen)\b"
    r"|\bapparently\b"
    r"|\bhints? at\b|\b(?:filings?|documents?|papers?|records?) (?:hint|suggest|impl(?:y|ies)\b)s?"
    r"|\bin the frame\b|\b(?:could|may|might) (?:soon |yet |also )?(?:lend|guarantee|backstop|back"
    r"|bankroll|underwrite|arrange|anchor|pre-?let|house|occupy|tenant)\b|\b(?:fish|angl"
    r"|jockey)(?:es|s|ing) for\b|\bgears? up to\b|^insiders?\s?:"
    r"|\baccording to insiders\b"
    r"|\binsiders? (?:say|claim|tell)s?\b"
    r"|\b(?:set|prepar(?:e|es|ed|ing)|about|ready) to (?:launch|start|begin|kick off|market|sell) "
    r"(?:\S+ ){0,6}?(?:debt|loans?|bonds?|financing|syndicati\w+)\b"
    r"|\b(?:banks|lenders|underwriters|wall street) (?:are )?(?:prepar(?:e|ing)|ready|readying) "
    r"(?:(?:an? )?(?:(?:[a-z]{1,2})?[$€£]\S+|jumbo|record|huge|mega|massive|debt|loan|bond)\b)"
    rf"|\b(?:could|may|might) (?:soon |also )?(?:scale|expand|extend|double|widen|upsize|grow)"
    rf" (?:\S+ ){{0,5}}?{_DEAL}\b"
    r"|^(?:wsj|bloomberg|ft|the information|reuters|nikkei|semafor|axios|cnbc|handelsblatt)\s?:"
    r"|\b(?:could|may|might) (?:\S+ )?(?:(?:shift|move|switch) (?:\S+ ){1,5}(?:on)?to|turn to"
    r"|go (?:to|with)|join|pick|select)\b"
)
MORE_STATUS: Final[Mapping[str, str]] = {
    "denied": REFUSED,
    "cancelled": _ENDED,
    "talks": _TALKS,
    "rumour": _RUMOUR,
}

# What somebody thinks of is court, not a deal: "weighs suing over the pact".
SUES: Final = (
    r"\b(?:weigh|consider|mull|threaten|prepar|plan)\w* (?:an? |to |possible "
    r"|potential )?(?:su(?:e|ing)"
    r"|legal (?:action|challenge)|lawsuits?|court)\b"
    r"|\b(?:sopesa|estudia|valora|considera|avalia|prepara|cogita) (?:ir a (?:los )?tribunales"
    r"|demandar|processar|una demanda|acciones legales|um processo|processo)\b"
    r"|\b(?:erw[äa]gt|pr[üu]ft) (?:eine )?klage\b|\benvisage d['’]attaquer\b"
)
# Who tells what a text opens with, where its title only states it. What a title makes, sources
# may be quoted on ("worth $9bn, sources say"); only "reportedly" makes it a rumour.
REPORTEDLY: Final = r"^(?:[^.!?]|\.(?!\s)){0,400}?\breportedly\b"
SOURCED_IN_OPENING: Final = (
    r"^(?:[^.!?]|\.(?!\s)){0,400}?\b(?:reportedly|allegedly"
    r"|(?:people|persons?|those|sources?) (?:familiar"
    r"|briefed|with (?:direct |first-?hand )?knowledge|close to|who asked)|sources? (?:said|told"
    r"|say)"
    r"|according to (?:an? |the )?(?:\w+ )?(?:reports?|sources?|people|person)"
    r"|(?:is|are) (?:preparing|getting ready|gearing up) to (?:pledge|buy|order|rent|lease|sign))\b"
)

# Credit behind it does not unmake what a text has signed: "has signed …, according to Reuters".
SIGNED_IN_OPENING: Final = (
    r"^(?:(?!according to)[^\n]){0,300}?\b(?:has|have) (?:just |now |also )?(?:signed|inked|entered"
    r"|struck|sealed|closed|finali[sz]ed)\b"
)
UNNAMED_SOURCE: Final = (
    r"\breportedly\b|\b(?:people|persons?|those|sources?) (?:familiar|briefed|with|close|who|said"
    r"|told|say)"
)

# Why somebody ends a deal is asked of one that ends.
WHY_ENDS: Final = (
    r"(?:^|: )why (?:is|are) (?:\S+ ){1,3}?(?:halt|paus|scrap|cancel|shelv|abandon|drop|quit|exit"
    r"|ditch|end|freez|suspend|terminat|(?:walk|pull|back)(?=ing (?:away|out|back)))(?:p|l)?ing\b"
)

# That the text widens an earlier arrangement.
WIDENED: Final = (
    r"(?<!-)\b(?:lengthen|prolong|bulk|beef|scal|stretch|swell|supersiz|rewrit)(?:s|es|e|ed|ing)?\b"
    r" (?:(?!(?:with|through|via|by|across|under|after|in|into|as|amid|back|down)\b)\S+ ){0,9}"
    rf"(?:\S+-)?{_DEAL}\b"
    rf"|\b(?:under|to|of|in) (?:\S+ )?existing (?:\S+ ){{0,4}}{_DEAL}\b"
    rf"|\b{_DEAL} (?:is |was |gets |has been |now )?(?:extended|expanded|widened|enlarged|doubled"
    r"|tripled|upsized|lengthened|renewed|grows|swells|stretche[sd])\b"
    r"|\b(?:broaden|extend|enlarg|deepen|expand|widen)(?:s|es|ed|ing)? (?:its )?use of\b"
    r"|\bexpand(?:s|ed|ing)? (?:its |their )?(?:\S+ ){0,4}?(?:operations?|infrastructure|capacity"
    r"|deployment|cluster|presence) at (?:\S+ ){1,5}(?:data ?cent(?:er|re)s?|campus|sites?)\b"
    rf"|\btop(?:s|ped) up\b|\brepeat (?:\S+ ){{0,2}}{_DEAL}\b|\bgoes bigger\b|\b(?:two|three|four"
    rf"|five|six"
    r"|eight|ten)-?fold\b(?! (?:rise|increase|jump|growth|surge|gain) in"
    r" (?:\w+ )?(?:revenue|sales|profit|earnings))"
    r"|\bexisting (?:\S+ )?(?:tenants?|customers?|clients?|partners?)\b|\bsigns? on for more\b"
    rf"|\b(?:{_DEAL}|spending|annual|transaction) (?:caps?|ceilings?|limits?) (?:is |are |was )?"
    r"(?:lifted|raised|increased|doubled|tripled|upped) to\b"
    rf"|\b(?:lift|rais|increas|doubl|tripl|up)(?:s|es|ed|ing)? (?:\S+ ){{0,4}}{_DEAL} "
    r"(?:caps?|ceilings?|limits?)\b"
    r"|\bquadrupl\w+|\b(?:final|last) \d[\d.,]* ?[gm]w\b"
    r"|\bratchets? up\b|\b(?:stack|pil|heap)(?:e?s|ed|ing)? (?:\S+ ){1,4}on(?:to)?\b|\bre-?ups?\b"
    rf"|\bpush(?:es|ed)? (?:\S+ ){{1,6}}{_DEAL} to \d|\b(?:two|three|four) more (?:halls|buildings"
    rf"|sites)\b"
    r"|\b(?:expand|extend|widen|upsiz)(?:s|es|ed|ing)? (?:\S+ ){0,4}(?:supply|allotment"
    r"|allocation)\b"
    r"|\b\d[\d.]*x (?:expansion|increase|jump|bigger|larger|upsize|the size)\b"
    r"|^\S+[-–/]\S+ (?:\S+ ){0,3}?expansion:"
    r"|\bsecond helping\b|\bphase (?:two|three|four|five|[2-5]|ii|iii|iv)\b"
    r"|\bcomes? back for\b|\brenews? (?:with|and)\b|\bto \W?\d\S* ?\w* from \W?\d"
    r"|\b(?:tack|bolt)(?:s|ed) (?:\S+ ){0,4}on(?:to)?\b|\bfurther \d"
)

# What may grow one day, or is wanted for more, widens nothing: it is the first arrangement. No
# more does a host that finds one more tenant.
NOT_WIDENED: Final = (
    r"\b(?:another|an additional|a further|second|third|fourth|fifth|2nd|3rd|4th) (?:\S+ ){0,3}?"
    r"(?:tenant|customer|client|lessee|hyperscaler|offtaker)\b(?! (?:deal|lease|contract|agreement"
    r"|phase|building|site|campus|hall))|"
    r"\bexpand(?:s|ed|ing)? (?:\S+ ){0,3}?(?:partnerships|suppliers|providers) beyond\b|"
    r"\b(?:two|three|four|five|six|\d+) additional (?:[\w-]+ ){0,2}?supercomputers\b|"
    r"\b(?:deepen|expand|widen|broaden|extend)(?:s|ed|ing)? (?:its |their |the )?(?:[\w-]+ ){0,4}?"
    r"(?:push|strategy|reach|drive|race|rivalry|ambitions?|bet|focus|divide)\b|"
    r"\b(?:for|to (?:fund|fuel|support|drive|power|back|aid)|amid|as part of|part of|in)"
    r" (?:[\w'’.-]+ ){0,4}?expansion$|\banother (?:\S+ ){0,4}?with an? |"
    r"\b(?:could|can|(?<!in )(?<!on )may(?! \d)|might|able to|potential(?:ly)? (?:to|for)"
    r"|room (?:to|for)|right to"
    r"|(?:with|and|plus|includ\w+|has|holds|gets|carries|contains) (?:\S+ ){0,2}options?)\b"
    r"[^,;:—–]*"
    r"|(?<!deal )(?<!contract )(?<!order )(?<!lease )(?<!agreement )\b(?:to|will)"
    r" (?:eventually |later )?(?:grow|swell|scale|expand|rise|climb|balloon)(?: up)? to (?:(?:over"
    r"|about|nearly|as much as) )?\W?\d"
    r"|\b(?:expand|broaden|widen|grow|extend)\w* (?:its |their |the )?(?:\S+ ){0,2}?(?:partnerships"
    r"|alliances|ties|deals) (?:with|to|across) (?:\S+ ){0,3}?(?:(?:chip|car|model)?makers"
    r"|manufacturers|providers|suppliers|companies|firms|hyperscalers|labs|giants|neoclouds)\b"
    r"|\b(?:(?<!on )(?<!back )(?<!up )for|to (?:ease|meet|cover|handle|serve|get|gain|add|access"
    r"|provide|find|obtain|help|boost)) (?:(?!\W?\d)\S+ )?(?:additional|extra|more) (?:\S+ ){0,2}"
    r"(?:comput\w+|capacity|demand|power|gpus?|chips|load|resources)\b"
    # What grows by the deal, as what users may use does, is not the deal.
    r"|(?:契約|提携|合意)で[^、。]{1,24}を?(?:さらに|大幅に?)?(?:拡大|拡張|増強)"
    r"|(?:能力|容量|基盤|事業|インフラ|体制|市場|規模|需要)の?(?:拡大|拡張|増強)(?:に向け|のため|を目指|を進め|を支え)"
    r"|(?:オプション|延長)[^。]{0,40}(?:拡大|増額|倍増)|(?:옵션|선택권)[^.]{0,30}(?:확대|증액|추가)"
    r"|追加の?(?:計算|コンピュー|演算|容量)[^、。]{0,16}(?:求め|必要|需要)"
    # How far a site may grow: 100MWを導入、1GWへ拡大計画, 1GW까지 확대할 예정.
    r"|(?:[gm]w|[ギメ]ガワット|[기메]가와트|吉瓦|兆瓦)(?:級|规模|規模|규모)?(?:へ|に|まで|까지|로)の?\s?(?:拡大|拡張|増強|확대|확장|증설)"
    r"(?:する|を|할|하는)?\s?(?:計画|予定|方針|可能|目指|계획|예정|방침|추진|목표)"
    # What may be bought on top one day, and what else grows: 附带扩大的选项, 입지를 확대.
    r"|(?:附带|附帶|附有|有权|有權|可选择|可選擇)[^，。；]{0,40}"
    r"|(?:입지|영향력|보폭|영토|점유율|시장|사업)(?:를|을)?\s?(?:\S+\s)?(?:확대|확장)"
    r"|(?:利用枠|使用枠|制限|上限|使用量|利用量|额度|額度|限额|限額|配额|配額|한도|사용량)(?:を"
    r"|が|을|를)?\s?(?:大幅に?|大きく|대폭)?\s?"
    r"(?:拡大|引き上げ|緩和|倍増|扩大|擴大|翻倍|加倍|提高|확대|상향|늘)"
)

# A question whether two will deal at all, not how the deal they have will go.
MAY_COME: Final = (
    rf"^(?:could|will|would|might|may|is) (?:(?!{_DEAL}\b)\S+ ){{1,5}}?(?:become|be (?!worth|enough"
    r"|profitable|able)|about to|sign|rent|lease|buy|host|pick|tap|turn to|strike|join|order|seal"
    r"|ink|supply|follow|next)\b"
)

# That the text looks back at an arrangement already known: progress, reactions, who it was.
LOOKS_BACK: Final = (
    r"\b(?:cheers?|grills?|quizz\w+|lauds?|assess\w*|attacks?|shrugs? off|digests?) .{0,80}?"
    rf"{_DEAL}\b"
    r"|\b(?:mystery|mysterious|secret|undisclosed|unnamed) (?:\S+ ){0,6}?(?:client|tenant|customer"
    r"|buyer|lessee|hyperscaler|user)s?\b.{0,60}?\b(?:named|unmasked|revealed|identified|is|was|as"
    r"|outed)\b|\bas (?:the |its )?(?:mystery|secret|unnamed)\b"
    r"|\b(?:is|was|named|confirmed|revealed|identified|unmasked) (?:as )?the (?:\S+ ){0,7}?"
    r"(?:customer|tenant|client|buyer|hyperscaler)\b(?! of)"
    r"|\b(?:named|revealed|identified|unmasked|outed) as (?:an? |the )?(?:\S+ ){0,3}?"
    r"(?:customer|tenant|client|buyer)\b"
    r"|\bwon['’]?t (?:affect|delay|derail|impact|hurt|slow|change)\b"
    r"|\bconstruction (?:is )?(?:under ?way|start|begin|progress|advanc|continu|proceed|complet)"
    rf"|\b(?:first|second|third|fourth|initial|next|final|last) (?:phase|tranche|batch|stage|block)"
    rf" (?:of|for|under) (?:\S+ ){{0,5}}{_DEAL}\b"
    r"|\btax (?:exemption|break|abatement|relief|credit|incentive)s?\b|\bbilling\b"
    r"|\bflesh(?:es|ed) out\b"
    r"|\bstill (?:(?:has|have|had) (?:no|not|yet)|lacks?|awaits?|without|waiting|seeks?|needs?)\b"
    r"|\b(?:councill?ors?|villagers|protest(?:s|ers?|ed)?|opponents|town (?:hall"
    r"|meeting)s?)\b"
    # Not the Spanish word for "greater".
    r"|\bmayors? (?:of|says?|said|defends?|hails?|wants?|warns?|welcomes?|vows?|touts?|urges?"
    r"|opposes?"
    r"|slams?|blasts?|praises?)\b"
    r"|\bdefends? (?:\S+ ){0,4}(?:projects?|campus|site|plan)\b|\bships? (?:its |the )?(?:first"
    r"|initial)\b"
    r"|\b(?:bond|note|share)?holders (?:get|got|gets) (?:an? )?(?:\S+ )?(?:look|glimpse|peek)\b"
    r"|\bunder ?way\b|\btakes shape\b|\bnear(?:s|ing)? completion\b"
    r"|\brunning (?:behind|late|ahead)\b"
    r"|\b(?:meets?|hits?|miss(?:es|ed)|slips?) (?:\S+ ){0,4}(?:deadlines?|targets?)\b"
    r"|\benergi[sz]es\b|\bhanded (?:over )?to\b|\bon what\b|\bon schedule\b"
    r"|(?:racks|halls?|cluster|building|phase)\b.{0,40}?\bpowers? up\b"
    r"|\bdeliver(?:s|ed) (?!on\b)(?:\S+ ){1,9}to\b"
    r"|\b(?:deliver|hand|complet|energi[sz]|activat|switch|turn|power|commission|bring|go"
    r"|finish)\w*"
    r" (?:over |on |up |live (?:with )?)?(?:(?:the |its |their )|(?:(?<=hand )|(?<=hands )"
    r"|(?<=handed )|(?<=delivers )|(?<=delivered ))(?:[\w.&-]+ ){1,2})?(?:first|initial|second"
    r"|third"
    r"|fourth|next"
    r"|final|last|latest) (?:[\w-]+ )?(?:(?:\W?\d\S*|phase|tranche|batch|block|stage|halls?"
    r"|building|capacity"
    r"|megawatts?|gpus?|chips?|racks?|cluster|site|data) ?)"
    r"|\bpa(?:id|ys|ying) off\b|\boversubscribed\b|\bis both\b"
    r"|\b(?:lower|smaller|bigger|larger|higher|less|more) than (?:first |previously |initially"
    r" |originally )?(?:reported|announced|thought|disclosed|flagged)\b"
    r"|\bone year (?:on|after|later|since)\b|\bstruggles? to\b"
    r"|\b(?:dissected|unpacked|decoded|revisited|dissects)\b|\b(?:days|weeks|months|years) on\b"
    r"|\bemerges?(?:$|:)|\b(?:fumes?|angers?|irks?|cries foul)\b|\bon (?:credit )?watch\b"
    r"|\bnumbers behind\b|\bopens with\b|\bdebate\b|\b(?:senators?|lawmakers?|watchdogs?"
    r"|(?<!european )unions?(?! europ)"
    r"|short[- ]sellers?"
    r"|economists?|residents|neighbou?rs)\b"
    r"|\bdebt (?:pile|load|burden|mountain|woes)\b|\bputs? a (?:price|number|figure) on\b"
)

# What companies end besides deals, often with a new one: "drops its limits after the deal".
ENDS_ELSE: Final = (
    r"\b(?:drop|scrap|end|halt|stop|cut|paus|cancel|abandon|suspend|kill|quit|exit|terminat|freez"
    r"|shed|slash|beend|streich|elimin|suprim|supprim|romp|quebr|spezz|rott|verbre|brech|bric"
    r"|l[öo]st|termin|g[ai]ve?s? up)\w* (?:(?!(?:with|after|as|for|over|due"
    r"|from|amid|following|thanks|while|to|deal|lease|contract|agreement|capacity|orders?)\b)"
    r"[\w’'-]+ ){0,4}?\w*(?:limits?|caps|quotas?|restrictions?|throttling|prices?|pricing|fees"
    r"|jobs?|operations|ambitions|units?|staff|workers?|workforce|hiring|employees|diesel|coal"
    r"|bitcoin|crypto\w*|mining|feuds?"
    r"|lawsuits?|exclusiv\w+(?!\w| (?:\S+ )?(?:partnership|alliance))"
    r"|esclusiv\w+|dependen\w+|d[ée]pendance|dipendenza|abh[äa]ngigkeit"
    r"|afhankelijkheid|reliance|shortages?|crunch|dominance|monopoly|delays?"
    r"|dividends?|buybacks?|l[ií]mites?|beschränkungen|stellen|empleos)\b"
    r"|\b(?:recort|coup|r[ée]du|taglia?|k[üu]rz|abbau|corte|redu|despi|bezuinig|schrap"
    r"|streich)\w* (?:[\w’'-]+ ){0,3}?"
    r"(?:personal|plantilla|empleos?|trabajos?|puestos|pessoal|vagas|effectifs|emplois|personale"
    r"|posti|arbeitspl[äa]tze\w*"
    r"|stellen|personeel|banen|gastos|costes|costos|custos|kosten)\b"
    # What a customer runs itself is closed for what it rents: "scraps data centres after signing".
    r"|\b(?:scrap|shut|clos|exit|ditch|shutter|retir|axe?)\w*(?: down)? (?:[\w-]+ ){0,3}?"
    r"data ?cent(?:er|re)s (?=(?:after|as|following|under|with) (?!.*\b(?:collaps|fail|fell|fall"
    r"|end|talks)\w*)(?:\S+ ){0,8}?(?:sign|deal|contract|agreement|pact|switch|mov|migrat))"
    # What a joint venture is for is no hearsay: "soll eine KI-Fabrik errichten".
    r"|\b(?:gemeinschaftsunternehmen|joint[- ]venture) (?:[^\s.;,]+ ){0,8}?soll(?:en)?\b"
    r"|\bpull(?:s|ed|ing)? back (?:the )?(?:curtain|veil)\b|\bg[ai]ve?s? up (?:\S+ ){1,4}to\b"
    r"|(?:取消|解除|停止|暂停|暫停|终止|終止)[^，。；、,]{0,16}(?:限制|限额|限額|限流|配额|配額|招聘|挖矿|挖礦)"
    # Nor a state, whose rule on exports it was: 輸出規制撤回を受けて, 규제 철회 뒤.
    r"|(?:規制|禁輸|管制|禁令|규제|금수 ?조치|수출 ?제한)(?:を|の|를|을|가)?[^、。,]{0,24}?"
    r"(?:撤回|撤[销銷]|解除|取消|중단|철회|해제)"
)

# What is taken on was given up by somebody else.
LEFT_BY_OTHERS: Final = (
    r"\b(?:campus|cent(?:er|re)s?|sites?|capacity|space|lease|project|expansion) "
    r"(?:that |which )?(?:(?:was|were|had been) )?(?:abandoned|vacated|dropped|rejected|given up"
    r"|scrapped|passed up|turned down) by\b[^,;:.]*"
    r"|(?:(?<=site)|(?<=campus)|(?<=center)|(?<=centre)|(?<=capacity))(?: that| which)?"
    r" (?:[\w.&()-]+(?:,| and| &)? ){1,4}(?:had )?(?:abandoned|vacated"
    r"|gave up"
    r"|rejected|passed up|turned down|spurned|left|walked away from)\b"
)
# Who talks of a site, or takes it, "after Oracle abandoned its expansion plans".
TAKES_AFTER: Final = (
    r"(\b(?:talks|leas|rent|sign|tak(?:e|es|ing) over|took over|to take|mov(?:e|es|ing|ed) in|step"
    r"|snap|scoop)\w*\b[^;:]{0,140}?) after (?:[\w.&’'-]+ ){1,4}?(?:had )?(?:abandon(?:s|ed)"
    r"|drop(?:s|ped)|scrap(?:s|ped)|walk(?:s|ed) away from|pass(?:es|ed) on|g[ai]ve(?:s)? up"
    r"|pull(?:s|ed) out of|back(?:s|ed) out of|withdr(?:ew|aws) from)\b[^;:.]{0,60}"
)
# What a deal does to those who make it: "…, dramatically deepening ties among".
TIES: Final = (
    r", (?:\w+ly )?(?:deepen|strengthen|tighten|cement)ing (?:\w+ ){0,2}ties\b"
    r"|\b(?:extend|deepen|build|continu)\w* (?:on )?(?:an? |the |their )?(?:\w+ )?relationship"
    r" (?:dat|go|that|which|stretch)"
)
# What goes on beside the news, or was reported before it was announced, says nothing of it.
GOES_ON_BESIDE: Final = (
    r"\b(?:even as|while|amid) [^.!?;]*"
    r"|(?:^|[.!?] )[^.!?;]{0,60}\breported (?:earlier|last|previously)\b[^.!?;]*"
    r"\bwere in\b[^.!?;]*"
)
