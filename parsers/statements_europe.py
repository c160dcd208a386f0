"""Say what a sum is to the deal in the languages of Europe and in Turkish: price, worth or else."""

from typing import Final

from parsers.words import fold, pattern_of

# What a company earns, owes, is worth or has ordered: no price of one deal.
_BOOKS: Final = (
    # Spanish, Portuguese
    r"ingresos|ventas|facturaci[óo]n|facturó|beneficios?|ganancias?|utilidad(?:es)?|p[ée]rdidas?"
    r"|obligaciones de (?:desempe[ñn]o|rendimiento|cumplimiento)"
    r"|capitalizaci[óo]n|valor (?:burs[áa]til|de mercado|em bolsa)|cartera de pedidos|gastos?"
    r"|gasto de capital|inversi[óo]n de capital|presupuesto|deuda total|patrimonio|fondo"
    r"|receitas?|faturamento|vendas|lucros?|preju[íi]zos?|capitaliza[çc][ãa]o|or[çc]amento"
    r"|despesas?|fundo"
    # French, Italian
    r"|chiffre d['’]affaires|revenus?|ventes|recettes|b[ée]n[ée]fices?|pertes?|capitalisation"
    r"|carnet de commandes|d[ée]penses(?: d['’]investissement)?|budget|fonds"
    r"|ricavi|fatturato|vendite|utili|utile|perdite|perdita|capitalizzazione|spese|spesa|bilancio"
    r"|portafoglio ordini"
    # German, Dutch
    r"|\w*ums[aä]tz\w*|\w*erl[öo]se?|\w*einnahmen|\w*gewinne?|\w*verluste?|marktkapitalisierung"
    r"|b[öo]rsenwert|marktwert|auftragsbestand|investitionsausgaben|kapitalausgaben|ausgaben"
    r"|investitionsbudget|\w*omzet|inkomsten|winst|verlies|marktwaarde|beurswaarde|orderboek"
    r"|uitgaven|capex"
    # Russian, Polish, Romanian, Turkish
    r"|выручк\w+|доход\w*|прибыл\w+|убыт\w+|капитализаци\w+|портфел\w+ заказов|капзатрат\w*"
    r"|капитальн\w+ (?:расход|затрат)\w*|расход\w*|бюджет\w*"
    r"|przych[óo]d\w*|obrot\w+|zysk\w*|strat[ayęy]|kapitalizacj\w+|nakład\w*|wydatk\w*|bud[żz]et\w*"
    r"|venituri\w*|cifr\w+ de afaceri|profit\w*|pierder\w+|capitaliz\w+|cheltuiel\w+|buget\w*"
    r"|gelir\w*|ciro\w*|hasilat\w*|k[âa]ri?|zarar\w*|piyasa değeri\w*|harcama\w*|bütçe\w*"
)
# What a company gets from those who buy its shares.
_RAISES: Final = (
    r"recaud\w+|levant(?:a|ó|ado|ar|aron|ou|aram)|capt(?:a|ó|ou|aram|ado|ar)|racimol\w+|rondas?"
    r"|rodadas?|lev[ée]e? de fonds|l[èe]vent?|lev[ée]|raccogli\w+|raccolt\w+|round"
    r"|finanzierungsrund\w+|sammelte?n?|eingesammelt|einsammel\w+|opgehaald|haalde?n?|haalt"
    r"|financieringsrond\w+|привлек\w*|привлеч\w*|раунд\w*|pozyska\w*|zebra\w+|rund\w+ finansow\w+"
    r"|atras|strâns|topla\w+|yatirim turu\w*"
)
_DEBT: Final = (
    r"(?<!\w)(?:deuda|pr[ée]stamos?|cr[ée]ditos?|bonos|d[ií]vida|empr[ée]stimos?|dette|pr[êe]ts?"
    r"|obligations|debito|prestit[oi]|obbligazion\w+|schulden|kredit\w*|darlehen|anleihen?"
    r"|lening\w*"
    r"|obligaties|долг\w*|кредит\w*|облигаци\w+|d[łl]ug\w*|kredyt\w*|obligacj\w+|datori\w+|borç\w*"
    r"|kredi\w*|tahvil\w*)(?!\w)"
)
_DEAL: Final = (
    r"(?:acuerdos?|contratos?|pactos?|alianzas?|operaci[óo]n|proyectos?|pedidos?|compras?|acordos?"
    r"|parcerias?|projetos?|encomendas?|accords?|contrats?|partenariats?|projets?|commandes?"
    r"|accord[oi]|contratt[oi]|intes[ae]|progett[oi]|ordin[ei]|\w*vertr[aä]g\w*|\w*abkommen"
    r"|\w*vereinbarung\w*|\w*auftr[aä]g\w*|\w*projekt\w*|\w*deals?|overeenkomst\w*|contracten"
    r"|\w*orders?|соглашени\w+|контракт\w*|сделк\w+|договор\w*|проект\w*|заказ\w*|umow\w*"
    r"|kontrakt\w*|zam[óo]wieni\w*|transakcj\w+|acord\w*|contract\w*|parteneriat\w*|proiect\w*"
    r"|anlaşma\w*|sözleşme\w*|proje\w*|sipariş\w*)"
)
_BOOKS_BEFORE: Final = rf"(?<!\w)(?:{_BOOKS})(?!\w)(?:(?!(?<!\w){_DEAL}(?!\w))[^.;:]){{0,38}}$"
_BOOKS_AFTER: Final = (
    rf"^\W{{0,3}}(?:(?:de|en|em|di|in|an|van|of|of|w|a|по|le|d['’]) ?)?(?:\w+ ){{0,2}}?"
    rf"(?:{_BOOKS})(?!\w)"
)
_RAISES_BEFORE: Final = rf"(?<!\w)(?:{_RAISES})(?!\w)(?:(?!(?<!\w){_DEAL}(?!\w))[^.;:]){{0,40}}$"
_RAISES_AFTER: Final = (
    r"^\W{0,3}(?:in (?:einer|een|un) |en una |em uma |lors d['’]un\w* |w rundzie )?(?:\w+ ){0,2}?"
    r"(?:ronda|rodada|finanzierungsrunde|financieringsronde|lev[ée]e de fonds|round|раунд\w*"
    r"|eingesammelt|opgehaald|de financiaci[óo]n"
    r"|привлек\w*|привлеч\w*|bajo gesti[óo]n|sob gest[ãa]o|sous gestion|in gestione|en activos"
    r"|em ativos|por acci[óo]n|por a[çc][ãa]o|par action|je aktie|pro aktie|per aandeel|за акцию"
    r"|za akcj[eę]|pe ac[țt]iune|hisse baş)(?!\w)"
)
# What a contract brings in over its term is its price.
_EARNS: Final = (
    r"(?<!\w)(?:gener|aport|report|suppon|supon|represent|ingres|apport|rapport|garant|assegur"
    r"|bring|einbring|opleve|prinos|принес|обеспеч|przynie|zapewn|aduc|getir|sağla)\w*[^.;]{0,50}$"
)
_CONTRACT: Final = rf"(?<!\w){_DEAL}(?!\w)"
# What is set aside for a deal or its site is its price: "el proyecto cuenta con un presupuesto de".
_ITS_BUDGET: Final = (
    rf"(?<!\w){_DEAL}(?!\w)[^.;]{{0,40}}(?<!\w)(?:presupuesto|or[çc]amento|budget|bilancio"
    rf"|бюджет\w*"
    r"|bud[żz]et\w*|b[üu]t[çc]e\w*)(?!\w)[^.;]{0,30}$"
)
_SITE: Final = (
    r"(?<!\w)(?:centros? de (?:datos|dados)|centres? de donn[ée]es|centr[oi] dati|data ?cent(?:er"
    r"|re)s?"
    r"|\w*(?:rechen|daten)zentr\w+|datacentr\w*|campus|дата-центр\w*|veri merkez\w*)(?!\w)"
)
# What a company, not a contract, is said to be worth.
_WORTH: Final = (
    rf"(?<!\w)(?:valora(?:d[oa]s?|ci[óo]n)|valuad[oa]s?|valuaci[óo]n|avalia(?:d[oa]s?|[çc][ãa]o)"
    rf"|valoris[ée]e?s?|valorisation|valutat[oaie]|valutazione|bewertet|bewertung|gewaardeerd"
    rf"|waardering|оценива\w+|оцен[её]н\w*|оценк\w+|wycenian\w+|wycenion\w+|wycen\w+|evaluat\w*"
    rf"|evaluare\w*|değerleme\w*)(?!\w)(?:(?!(?<!\w){_DEAL}(?!\w))[^.;:]){{0,30}}$"
)
# "Un pacto entre A, la startup valorada en": it is the company that is valued.
_FIRM: Final = (
    r"(?<!\w)(?:start-?up|empresa|compañía|firma|unternehmen|firma|konzern|entreprise|soci[ée]t[ée]"
    r"|azienda|societ[àa]|bedrijf|компани\w+|стартап\w*|sp[óo]łk\w+|şirket\w*)(?!\w)"
)
# In Romance languages a firm is feminine: "contrato con la firma, valorado en".
_MASCULINE: Final = r"(?:valorado|valuado|avaliado|valoris[ée]|valutato)(?!\w)"
_WORTH_AFTER: Final = (
    r"^\W{0,3}(?:bewertet|gewaardeerd|de valoraci[óo]n|de valuaci[óo]n|de avalia[çc][ãa]o"
    r"|di valutazione|de valorisation|bewertung|değerleme\w*)(?!\w)"
)
# What a company spends by a date it spends on all it builds.
_SPENDS: Final = (
    r"(?<!\w)(?:gast|invert|invers|destin|desembols|invest|dispend|d[ée]pens|spend|spes|stanzi"
    r"|ausgeb|auszugeben|ausgibt|uitge|uit te geven|besteed|потрат|тратит|влож|инвестиц|инвестир"
    r"|wyda|inwest|zainwest|cheltui|harca|yatir)\w*"
)
_DATED: Final = (
    r"(?<!\w)(?:(?:este|el pr[óo]ximo|o pr[óo]ximo|no pr[óo]ximo|ese) a[ñn]o|quest['’]anno"
    r"|(?:l['’]anno|il) prossim[oi](?: anno)?|cette ann[ée]e|l['’]an(?:n[ée]e)? prochaine?"
    r"|(?:in )?dies(?:es|em) jahr|(?:im )?(?:n[äa]chst|kommend)e[ns] jahr|dit jaar|volgend jaar"
    r"|в этом году|в следующем году|w tym roku|w przysz[łl]ym roku|anul (?:acesta|viitor)|bu yil"
    r"|gelecek yil|(?:en|hasta|para|at[ée]|em|entro(?: il)?|nel|d['’]ici(?: [àa])?|bis(?: ende)?"
    r"|jahr|tegen|к|до|do|w|p[âa]n[ăa] [îi]n|[îi]n) 20\d\d|20\d\d yilina kadar)"
)
_DATED_BEFORE: Final = rf"{_DATED}[^.;]{{0,24}}{_SPENDS}[^.;]{{0,40}}$"
_SPENDS_BEFORE: Final = rf"{_SPENDS}(?!\w)[^.;]{{0,30}}$"
_DATED_AFTER: Final = rf"^[^.;]{{0,40}}{_DATED}"
_NEAR: Final = 110


def is_worth_abroad(before: str, after: str) -> bool:
    """Whether a sum is what a company is valued at; a contract is valued as well."""
    near = _near(before)
    if pattern_of(_WORTH_AFTER).search(fold(after[:_NEAR])):
        return pattern_of(_CONTRACT).search(near) is None
    found = pattern_of(_WORTH).search(near)
    if found is None:
        return False
    firms = [firm.end() for firm in pattern_of(_FIRM).finditer(near, 0, found.start())]
    if pattern_of(_MASCULINE).match(near, found.start()):
        firms = []
    valued = rf"{_CONTRACT}|{_SITE}"
    return pattern_of(valued).search(near, max(firms, default=0), found.start()) is None


def is_other_abroad(before: str, after: str) -> bool:
    """Whether a sum is revenue, profit or the size of a fund: no price."""
    near, behind = _near(before), fold(after[:_NEAR])
    earns = pattern_of(_EARNS).search(near) and pattern_of(_CONTRACT).search(near)
    if pattern_of(_BOOKS_BEFORE).search(near) or pattern_of(_BOOKS_AFTER).search(behind):
        return not (earns or pattern_of(_ITS_BUDGET).search(near))
    return False


def is_raised_abroad(before: str, after: str) -> bool:
    """Whether a sum is what a company raises from who buys its shares, or runs for others."""
    near, behind = _near(before), fold(after[:_NEAR])
    if pattern_of(_RAISES_BEFORE).search(near) or pattern_of(_RAISES_AFTER).search(behind):
        return not pattern_of(_DEBT).search(f"{near[-60:]} | {behind[:60]}")
    return False


def is_spent_by_date(before: str, after: str) -> bool:
    """Whether a sum is what one company spends in a year or until one: "quest'anno"."""
    near, behind = _near(before), fold(after[:_NEAR])
    if pattern_of(_DATED_BEFORE).search(near):
        return True
    spends = pattern_of(_SPENDS_BEFORE).search(near) is not None
    return spends and pattern_of(_DATED_AFTER).search(behind) is not None


def _near(before: str) -> str:
    return fold(before[-_NEAR:])
