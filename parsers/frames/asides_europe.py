"""The words beside who is named only in passing, in the languages of Europe: tables.

Rivals, owners, those who are compared or depended on, and deals told as earlier ones.
"""

from typing import Final

# Before a company that is compared, beaten, feared or that owns another; an article may follow.
PASSING_BEFORE_EUROPE: Final = (
    # rivals
    r"(?:rivalidad|tensi[óo]n(?:es)?|competencia|enfrentamiento|disputa|roces?) con(?:tra)?"
    r"|(?:rivalidade|tens[ãa]o|tens[õo]es|concorr[êe]ncia|disputa) (?:com|contra)"
    r"|(?:rivalit[ée]|tensions?|concurrence|bras de fer) (?:avec|face à|entre)"
    r"|(?:rivalit[àa]|tension[ei]|concorrenza|scontro) con(?:tro)?"
    r"|(?:rivalit[äa]t|spannungen|konkurrenz|wettbewerb|wettstreit|streit|konkurrenzkampf)"
    r" (?:mit|zu|gegen|von|durch)"
    r"|(?:rivaliteit|spanningen|concurrentie|strijd) (?:met|tegen|van)"
    r"|(?:соперничеств\w+|конкуренци\w+|напряж[её]нност\w+|конкурир\w+|конкурент\w*) (?:с|со)"
    r"|(?:rywalizacj\w+|napi[ęe]ci\w+|konkurencj\w+|konkurowa\w+|konkuruj\w+|rywalizuj\w+) z"
    r"|(?:rivalitat\w+|tensiun\w+|concuren[țt]\w+|concureaz[ăa]) cu"
    r"|rival(?:es?)?(?: como| comme| come| wie)?|rivali(?: come)?|rivalen(?: wie| zoals)?"
    r"|konkurrent\w*(?: wie)?|mitbewerber\w*(?: wie)?|wettbewerber\w*(?: wie)?"
    r"|competidor(?:es|a)?(?: como)?|contrincante|concorrent[ei]s?(?: come| como)?"
    r"|concurrent\w*(?: zoals| comme)?|конкурент\w*|конкурентов|konkurent\w*|concuren[țt]i\w*"
    r"|compet(?:ir|e|en|em|indo|iendo|er[áa]) (?:\w+mente )?(?:con|com|contra)"
    r"|concurrence(?:r|nt)|rivaliser avec|konkurrier\w+ mit|concurre\w+ met|rivaleggia\w* con"
    r"|desaf[íi]an?(?: el dominio de| la hegemon[íi]a de)?|plantar?n?(?:le)? cara"
    r"|hac(?:er|en?)(?:le)? frente|(?:competir|batalla|pulso|guerra|luta|kampf|bataille|battaglia)"
    r" (?:contra|contre|contro|gegen)|alternativ\w*(?: zu)?|alternatives?"
    r"|desafia[mr]?(?: o dom[íi]nio d[aeo])?|d[ée]fie(?:r|nt)?|sfida(?:re|no)?"
    r"|fazer frente|faire face|tenir t[êe]te|contrastare"
    # "una de las mayores amenazas para el líder del sector, Nvidia"
    r"|(?:desaf[ií]os?|amena[zç]as?|d[ée]fis?|menaces?|sfid[ae]|minacci[ae]|herausforderung"
    r"|kampfansage|uitdaging|provoc[aă]r\w+|amenin[țt]\w+|wyzwani\w+) (?:[^\s,;:.]+ ){0,4}?"
    r"(?:para|al?|per|pour|à|für|an|voor|pentru|dla)(?: (?:el|o|le|il|la|den|die|de))?"
    r"(?: (?:l[ií]der\w*|leader|marktf[üu]hrer|dominador\w*|gigant\w*)"
    r"(?: (?:d[aeou]l? )?(?:sector|setor|secteur|settore|mercado|marché|mercato|industri\w+))?)?,?"
    # who is depended on, ruled by, left or compared
    r"|(?:dependencia|dom[ií]nio|hegemon[íi]a|monopolio|liderazgo|depend[êe]ncia"
    r"|monop[óo]lio) d[aeo]l?"
    r"|(?:d[ée]pendance|domination|monopole|h[ée]g[ée]monie) (?:à l['’][ée]gard "
    r"|vis-[àa]-vis )?d[eu]"
    r"|(?:dipendenza|dominio|monopolio|egemonia) d(?:a|al|alla|i|el)"
    r"|(?:abh[äa]ngigkeit|dominanz|monopol|vormacht\w*|vorherrschaft|unabh[äa]ngig\w*|abh[äa]ngig)"
    r" von|(?:afhankelijk\w*|dominantie|monopolie) van|(?:зависимост\w+|независим\w+) от"
    r"|(?:доминировани\w+|монополи\w+|господств\w+)|(?:zale[żz]no[śs]\w+|uzale[żz]ni\w+) od"
    r"|(?:dominacj\w+|monopol\w*)|(?:dependen[țt]\w+|dependent\w*) de|domina[țt]i\w+"
    r"|frente al?|en comparaci[óo]n con|em compara[çc][ãa]o com|par rapport à|rispetto a"
    r"|im vergleich (?:zu|mit)|verglichen mit|vergeleken met|по сравнению с|w por[óo]wnaniu z"
    r"|en lugar de|en vez de|em vez d[aeo]|au lieu de|invece di|anstelle von|statt|in plaats van"
    r"|вместо|zamiast|[îi]n loc de"
    r"|(?:en lugar de|en vez de|em vez de|au lieu d[e'’]|invece di|anstatt|statt|in plaats van)"
    r" ?(?:\w+ ){0,3}?(?:[gt]pus?|chips?|procesadores|processadores|processeurs|puces|processori"
    r"|prozessoren) (?:de|da|di|von|van)"
    r"|(?:al )?igual que|a diferencia de|assim como|ao contr[áa]rio d[aeo]|contrairement à"
    r"|[àa] l['’]instar de|a differenza di|anders als|im gegensatz zu|[äa]hnlich wie|so wie"
    r"|in tegenstelling tot|net als|в отличие от|подобно|w przeciwie[ńn]stwie do|podobnie jak"
    r"|spre deosebire de|la fel ca"
    # who a firm has left, or what was meant for another first
    r"|escindid[ao]s? del?|(?:ausgr[üu]ndung|abspaltung|abgespalten) von|(?:issue?|scission) d[eu]"
    r"|cis[ãa]o d[ao]|scorporat[ao] da|выделивш\w+ из|отделивш\w+ от|wydzielon\w+ z|desprins\w* din"
    r"|(?:urspr[üu]nglich|zun[äa]chst|eigentlich|originalmente|inicialmente|initialement"
    r"|originariamente|inizialmente|oorspronkelijk|первоначально|изначально|pierwotnie|ini[țt]ial)"
    r" (?:\w+ ){0,3}?(?:f[üu]r|para|pour|per|voor|для|dla|pentru)"
    # customers and partners besides
    r"|(?:clientes?|clients|clienti|kunden|klanten|clien[țt]i)(?:,)? (?:como|comme|tels que|come"
    r"|tra cui|wie|zoals|als|precum|entre ellos|incluindo)"
    r"|(?:клиент|партн[её]р)\w*,? (?:как|вроде|включая|среди которых)|klient\w*,? (?:jak"
    r"|takich jak)"
    # owners, parts of others, former names
    r"|(?:^|(?<=, ))(?:(?:una?|la|il|der|die|das|eine|une|uma?|a|o|een) )?"
    r"(?:(?:filial|subsidiaria|subsidi[áa]ria|participada|divisi[óo]n|divis[ãa]o|brazo|bra[çc]o)"
    r" d[aeo]l?|filiale (?:de|di|d[ue]|von)|dochter(?:bedrijf|onderneming)? van"
    r"|tochter(?:gesellschaft|firma|unternehmen)? (?:von|des|der)"
    r"|дочерн\w+ (?:компани|структур)\w+|подразделени\w+|sp[óo][łl]k\w+ zale[żz]n\w+|sucursala)"
    r"|(?:controlad|participad)[ao]s? p(?:or|el[ao])"
    r"|contr[ôo]l[ée]e? par|controllat[ao] da|kontrolliert von|mehrheitlich im besitz von"
    r"|принадлежащ\w+|контролируем\w+|поддерживаем\w+|подконтрольн\w+|nale[żz][ąa]c\w+ do"
    r"|wspieran\w+ przez|kontrolowan\w+ przez|sponsorowan\w+ przez|de[țt]inut\w* de"
    r"|sus[țt]inut\w* de"
    r"|antes conocid[ao] como|anciennement|ehemals|voorheen"
)
# Before who stands behind a deal, a debt or a site: "un contrato respaldado por".
BACKED_EUROPE: Final = (
    r"(?<!\w)(?:centres? de donn[ée]es|centros? de (?:datos|dados)|rechenzentrum|data ?center"
    r"|acuerdo"
    r"|contrato|alquiler|arrendamiento|pr[ée]stamo|deuda|proyecto|financiaci[óo]n"
    r"|campus|pagos|accordo|contratto|affitto|prestito|debito|progetto|finanziamento|acordo|aluguel"
    r"|empr[ée]stimo|d[íi]vida|projeto|financiamento|contrat|accord|bail|pr[êe]t|dette|projet"
    r"|financement|\w*vertrag|\w*deal|\w*kredit|darlehen|projekt|finanzierung|overeenkomst|contract"
    r"|lening)(?:(?:(?! (?:con|com|avec|mit|met) )(?:[^.;:]|\.\d)){0,44}?"
    # Behind a comma it is said of the contract, whomever it is with.
    r"|(?:[^.;:]|\.\d){0,44}?,) (?:(?:est[áa]|es|è|é|est|wird|ist"
    r"|wordt),? )?(?:respaldad|avalad|garantizad|garantit|garantid|sostenut|apoiad|appoggiat"
    r"|soutenue?|garantie?|abgesichert|gest[üu]tzt|garantiert|gesteund|gegarandeerd)(?:[oaie]s?)?"
    r" (?:por|pel[oa]|da|dal|dalla|par|von|vom|door)(?: (?:el|la|le|il|o|a|de|het))? $"
)
# Before the letters a name goes by, and the name itself before those: "фонду ... (PIF)".
OWNED_BEFORE_LETTERS_EUROPE: Final = (
    r"(?:(?:cread|fundad|lanzad|criad|lan[çc]ad|controlad|participad|financiad|impulsad)[ao]s?"
    r" (?:\w+ ){0,4}?p(?:or|el[ao])|propiedad (?:de|del)|perteneciente a|pertencente a"
    r"|принадлежащ\w+|поддерживаем\w+|созданн\w+|nale[żz][ąa]c\w+ do|wspieran\w+ przez"
    r"|geh[öo]rt (?:zu|dem)|unterst[üu]tzt vo[nm]|gegr[üu]ndet vo[nm]|finanziert vo[nm]"
    r"|d[ée]tenue? par|cr[ée][ée]{1,2} par|soutenue? par|controllat[ao] da|de[țt]inut\w* de)"
    r" [^.;:()]{3,80}\($"
)
# Behind a company that only shapes or rivals another: "Nvidia-Rivale", "Google-Tochter".
PASSING_AFTER_EUROPE: Final = (
    # what is set against the right one: "no en OpenAI, sino en Nebius"
    r",? (?:sino (?!tambi[ée]n|que tambi[ée]n|adem[áa]s)|sondern (?!auch))"
    r"| konkurrenz (?:zu )?mach\w*|,? (?:zu )?heraus(?:zu)?fordern|(?:die )?stirn (?:zu )?bieten"
    # who loses by it
    r"| (?:pierde|perd|perde|verliert|verliest) (?:\w+ ){0,2}?(?:terreno|terrain|boden|terrein"
    r"|cuota|quota|quote|parts? de marché|marktanteile?|marktaandeel)(?!\w)"
    r"| (?:se |si )?(?:queda|fica|reste|bleibt|resta|blijft) (?:\w+ )?(?:atr[áa]s|rezagad[oa]"
    r"|para tr[áa]s|à la traîne|zur[üu]ck|indietro|achter)(?!\w)"
    r"|-(?:rival\w*|konkurrent\w*|konkurrenz|herausforderer\w*|wettbewerber\w*|abh[äa]ngigkeit"
    r"|dominanz|monopol\w*|alternativ\w*|gegner\w*|concurrent\w*|uitdager\w*|afhankelijkheid"
    r"|backed|finanziert\w*)(?!\w)|['’](?:in|[ıi]n|n[ıi]n|un|[üu]n) rakib\w*"
    r"|['’]?[ae] rakip(?!\w)"
)
# Behind "after": a deal told by its own time, or called an earlier one.
EARLIER_DEAL_EUROPE: Final = (
    r"\s?(?:de |dem |der |del |la |sa |su |seinem |ihrem )*(?:versprechen|zusage|promesas?|promesse"
    r"|belofte|toezegging|prometer|comprometerse)(?!\w)"
    r"|\s?(?:firmar |cerrar |signer |firmare |unterzeichn\w+ )?(?:e?l |la |un[ao]? |o |uma? |le "
    r"|du |il "
    r"|lo |l['’]|un['’]|de[mnr] |eine[mnr]? |het |een )?(?:\w+ )?"
    r"(?:acuerdo|contrato|pacto|alianza|acordo|parceria|accord|contrat|partenariat|accordo"
    r"|contratto|intesa|vertrag|abkommen|deal|vereinbarung|overeenkomst|contract)(?!\w)"
    r"(?:[^.;]|\.\d){0,70}?(?<!\w)(?:anterior\w*|previ[oa]|similar\w*|(?:comunicad|anunciad"
    r"|firmad|cerrad"
    r"|suscrit|sellad|alcanzad|fechad|assinad|annunciat|firmat|siglat)[oa]s? (?:en|el|em|no|a|ad"
    r"|nel|lo|hace|la)|(?:annonc|sign|conclu)[ée]e? (?:en|le|il y a|la)|aus dem (?:vor|september"
    r"|oktober|november|juni|juli|august|mai|april|m[äa]rz)|vo[nm] (?:vor|letzten|september|oktober"
    r"|november)|van (?:vorig|eerder))(?!\w)"
)
