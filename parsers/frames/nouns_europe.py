"""Frames that nouns make in the languages of Europe: investors, buyers, sites for another.

Also who rents back what it makes: "Nvidia alquila sus propias GPU a Lambda".
"""

from collections.abc import Iterator
from typing import Final

from parsers.frames.frame import Frame, frame_at
from parsers.frames.scene import Group, Scene
from parsers.words import pattern_of

_REACH: Final = 90
# Who gets a sum; behind "from" the giver may come first: "erhält von Nvidia 100 Milliarden".
_RECEIVES: Final = (
    r"(?:получ|recib|receb|erh[äa]l|bekomm|bekam|ottien|ricev|re[çc]oi|recev|otrzym|primi|krijg"
    r"|kreeg|ontvang|ontving)\w*"
)
# A share of one that another takes: "podrá comprar hasta el 10% de AMD".
_SHARE_OF: Final = (
    r"\d[\d.,]* ?(?:%|prozent|procent|por ciento|por cento|pour cent|per cento) (?:de la |del? "
    r"|d[ao] |d['’]|von |van |an |in |di |dell['’ ]|dalla )$"
)
_TAKES_SHARE: Final = (
    r"(?<!\w)(?:compr|adqui|tomar|toma |hacerse|prend|acqu|beteilig|erwerb|erw[io]rb|kauf"
    r"|überne|übernimm|neemt|nemen|koop|kopen|verwerv|verwerf|rilev|deten)\w*"
)
_RECEIVES_FROM: Final = rf"(?<!\w){_RECEIVES} (?:\w+ )?(?:von|van|от|od|de|da|par) $"
_GIVES_SUM: Final = (
    r" (?:(?:bis zu|rund|etwa|fast|tot|до|около|hasta|jusqu['’]à) )?[$€]?\d[\d.,]*\s?(?:mil "
    r")?(?:mil|mi?ll|mrd|млрд|млн|mln)\w*"
)
# Who stands behind these puts equity in: "con inversión de Nvidia", "inversores como Nvidia".
_INVESTOR: Final = (
    r"(?<!\w)(?:"
    r"(?:inversi[óo]n|investimento|investissement|investition) (?:(?:de|di|d['’]|in h[öo]he von"
    r"|von) ?"
    r"(?:[^\s;]+ ){1,8}?)?(?:(?:por|da|de la) parte? (?:de|di|da|d['’])|a cargo de|durch)"
    r"|(?:investition\w*|beteiligung) (?:von|durch)|inversi[óo]n(?:es)? de|investissements? de"
    r"|investiment[oi] d[aei]l?|aporte de|participaci[óo]n de|participação d[ae]|partecipazione di"
    r"|инвестици\w+ (?:от|со стороны)|investi[țt]i\w+ de la|inwestycj\w+ (?:od|ze strony)"
    r"|(?:inversor\w*|investoren|investisseurs|investitori|investidores|инвестор\w*|inwestor\w*"
    r"|kapitalgeber\w*)"
    r",? (?:[\w-]+ ){0,2}?(?:como|entre ellos|entre os quais|incluid\w+|incluindo|wie|darunter"
    r"|comme|dont"
    r"|tels que|come|tra cui|fra cui|в том числе|включая|takich jak|w tym|precum|inclusiv)"
    rf"|{_RECEIVES} (?:[a-zà-ÿа-я]+ ){{0,3}}?"
    r"(?:us|r)?[$€]?\s?\d[\w.,]* (?:[\w$€-]+ ){0,4}?(?:de|von|van|от|od|da|de la)"
    r"|(?:recaud|levant|capt|l[èe]v|raccogli|racimol|sammel|привлек|привлеч|zbier|pozysk|atrag)\w*"
    r" (?:(?!campus|cent[re]|data|edific|nave|planta|parque|complej)[\w.,$€-]+ ){1,6}?"
    r"(?:de|von|bei|auprès d[e’']|da|от|у|od|de la)"
    r") (?:la |el |die |der |den |dem |das |the |o |a |le |l['’]|компании |firmy )?$"
)
# What is lent is no equity: "krijgt lening van 2 miljard van JPMorgan".
_LENT: Final = (
    r"(?:lening|krediet|kredit|darlehen|finanzierung|financiering|pr[ée]stamo|cr[ée]dito|pr[êe]t|prestito"
    r"|empr[ée]stimo)"
)
# Who takes part with money, and in whom.
_PARTICIPATES: Final = (
    r"(?:parteciper|partecip|participar|participa|beteilig|participer|участв|wezm|uczestnicz)\w*"
    r"(?:[^.;]{0,60}?)(?:round\w*|ronda|runde|finanzierung|tour de table|lev[ée]e|раунд\w*"
    r"|rund\w+|rodada"
    r"|financiaci[óo]n|finanziamento)(?!\w)|steigt (?:(?!als (?:anker)?(?:mieter"
    r"|kunde)).){0,60}\bein(?!\w)"
)
_SITE: Final = (
    r"(?:\w*(?:rechen|daten)zentrum|\w*supercomputer|\w*campus|ki-fabrik|datacenters?"
    r"|data cent(?:er|re)s?"
    r"|centros? de datos|superordenador|supercomputadora|centres? de données|supercalculateur"
    r"|дата-центр\w*"
    r"|[гg]pu|chips|server|servidores|serveurs)"
)
_SITE_OF: Final = rf"(?<!\w){_SITE}(?: [\w-]+){{0,2}} (?:von|de|di|da|van|от|of) $"
_SITE_FOR: Final = r" (?:für|para|pour|per|voor|для|pentru|dla) (?:\w+ ){0,3}$"
# Renting what carries one's own name: the maker is the tenant, whatever the supply chain says.
RENTS_BACK: Final = "rents back"
_RENTS: Final = (
    r"(?:alquil|arrend|alug|lou[ea]|noleggi|affitt|miet|anmiet|leas|huur|hur[ae]|аренд|wynaj"
    r"|wynajm|închiri"
    r"|kiral)\w*"
)
_OWN: Final = (
    rf"(?<!\w){_RENTS} (?:[\w-]+ ){{0,5}}?(?:(?:su|sus|suas|seus|ses|le|i|as|os|die|de) "
    rf")?(?:propi[oa]s|pr[óo]pri[oa]s"
    r"|propres|proprie|propri|eigenen?|собственн\w+|własn\w+|propriile) "
    r"(?:[\w-]+[ -]){0,2}?(?:[gt]pu\w*|chips?|puces"
    r"|procesador\w*|processador\w*|processeurs?|processori|prozessoren|servidores|server"
    r"|serveurs|ki-chips"
    r"|hardware|ускорител\w*|чип\w*|układ\w*|cipuri)"
    rf"|(?<!\w)(?:собственн\w+ (?:[gt]pu|чип\w*|ускорител\w*)[^.;]{{0,30}}{_RENTS})"
)
_PURCHASE: Final = (
    r"(?<!\w)(?:(?:durch |für )?(?:den|zum|der|beim) (?:kauf|erwerb)|(?:la|una) (?:compra"
    r"|adquisici[óo]n)|(?:l['’]|d['’]|un )achat"
    r"|(?:l['’]|un )acquisto|(?:a|uma) (?:compra|aquisição)|(?:de )?aankoop|закупк\w|покупк\w"
    r"|zakup\w*|achizi[țt]i\w+)"
    r" (?:(?:de|von|di|van|d['’])\s?)?(?:[\w.,’'-]+ ){0,6}?$"
)
_CONSTRUCTION: Final = (
    r"(?<!\w)(?:construç(?:ão|ões)|construcci[óo]n|costruzione|bau|errichtung|bouw"
    r"|строительств\w+|budow[ęay]"
    r"|construc[țt]i\w+) (?:\S+ ){0,4}?(?:data ?cent(?:er|re)s?|datacenters?|centros? de datos"
    r"|centros? dati"
    r"|(?:rechen|daten)zentr\w+|campus|дата-центр\w*|centrum danych|centr\w+ de date)(?!\w)"
)
# Who is given the work, and what may stand between its name and the work.
_ENTRUSTS: Final = (
    r"(?<!\w)(?:encarg|encomend|conf[ií]|affid|adjudic|contrat|eleg|elig|escolh|selec|seleziona"
    r"|sceglie"
    r"|scelt|chois|commissiona|beauftrag|gunt|gegund|vergib|vergeb)\w* (?:(?:a|al|à|ao|aux?|ad"
    r"|all['’]|la"
    r"|el|le|il|o|de[rnm]?|die|das|an|aan) ){0,2}(?:\w+ ){0,3}$"
)
_TO_BUILD: Final = (
    r",? (?:(?:la|el|le|il|a|o|l['’]|de[mrn]?|die|das|met|mit|zum|para|pour|per|voor|con) ){0,3}"
)
_SERVED: Final = (
    r"(?<!\w)(?:para|für|pour|per|для|voor|dla|pentru|atender|atenderá|albergará|acogerá|servirá"
    r"|abrigar)(?!\w)"
)

_MACHINES: Final = (
    r"(?:servidores|serveurs|server|[gt]pus?|m[áa]quinas|machines|macchine|racks?"
    r"|supercomputador\w*|superordenador\w*|supercalculateurs?|chips|puces|cl[úu]sters?|equipos)"
)
# Whose machines somebody houses: "alojará en Madrid los servidores de Mistral".
_HOUSES: Final = (
    r"(?<!\w)(?:aloj|alberg|acog|hosped|abrig|h[ée]berg|accueill|ospit|accogl)\w* "
    r"(?:[^\s,;:]+ ){0,8}?(?:(?:l[oae]s|i|gli|le|l['’]|[oa]s|el) ?(?:[a-zà-ÿ]+ ){0,2}?"
    rf"{_MACHINES} (?:[a-zà-ÿ]+ ){{0,2}}?(?:d[aeio]|del?|dell[ao]|d['’]|dell['’]) ?"
    rf"|{_MACHINES} (?:d[ao]|della|dell['’]) ?)(?:la |el )?$"
)


def find_european_frames(scene: Scene) -> Iterator[Frame]:
    """Every frame these nouns make in one sentence; an ASCII word of English makes none."""
    yield from _investors(scene)
    yield from _shares(scene)
    yield from _sites(scene)
    yield from _rents_back(scene)
    yield from _purchases(scene)
    yield from _builders(scene)
    yield from _houses(scene)


def _investors(scene: Scene) -> Iterator[Frame]:
    """Who puts equity in, and in whom: the first company named beside it."""
    for group in scene.groups:
        lead = scene.folded[max(0, group.start - _REACH) : group.start]
        behind = scene.folded[group.end : group.end + _REACH]
        takes_part = pattern_of(_PARTICIPATES).search(behind) and group.preposition is None
        is_given = pattern_of(_RECEIVES_FROM).search(lead) and pattern_of(_GIVES_SUM).match(behind)
        found = pattern_of(_INVESTOR).search(lead)
        is_lent = found is not None and pattern_of(_LENT).search(found[0]) is not None
        if not (is_given or takes_part or (found and not is_lent)):
            continue
        others = [g for g in scene.groups if g is not group and not g.is_product]
        taker: tuple[str, ...] = others[0].names if others and not takes_part else ()
        yield frame_at("invest", "stake", group.start, group.names, taker)


def _shares(scene: Scene) -> Iterator[Frame]:
    """Who takes a share of another: "sich mit bis zu 10 Prozent an AMD beteiligen"."""
    if pattern_of(_TAKES_SHARE).search(scene.folded) is None:
        return
    for one, two in zip(scene.groups, scene.groups[1:], strict=False):
        lead = scene.folded[max(one.end, two.start - _REACH) : two.start]
        if pattern_of(_SHARE_OF).search(lead) and one.preposition in {None, "a"}:
            yield frame_at("invest", "stake", two.start, one.names, two.names)


def _sites(scene: Scene) -> Iterator[Frame]:
    """A site or chips of one for another: "Rechenzentrum von Nvidia für xAI"."""
    for one, two in zip(scene.groups, scene.groups[1:], strict=False):
        lead = scene.folded[max(0, one.start - _REACH) : one.start]
        if pattern_of(_SITE_OF).search(lead) and pattern_of(_SITE_FOR).fullmatch(
            scene.folded, one.end, two.start
        ):
            yield frame_at("agree", "data center", one.start, one.names, two.names)


def _rents_back(scene: Scene) -> Iterator[Frame]:
    """Who rents what it makes itself; from whom the text may tell elsewhere."""
    found = pattern_of(_OWN).search(scene.folded)
    if found is None:
        return
    tenant = next((group for group in scene.groups if group.end <= found.start()), None)
    host = next((group for group in scene.groups if group.start >= found.end()), None)
    if tenant is not None:
        yield frame_at("lease", RENTS_BACK, found.start(), tenant.names[:1], _names(host))


def _purchases(scene: Scene) -> Iterator[Frame]:
    """Who buys by a noun: "durch den Kauf von 400.000 Nvidia-Chips wird Oracle"."""
    makes = [group for group in scene.groups if group.is_product]
    buyers = [group for group in scene.groups if not group.is_product]
    for make in makes:
        lead = scene.folded[max(0, make.start - _REACH) : make.start]
        if buyers and pattern_of(_PURCHASE).search(lead):
            yield frame_at("buy", "purchase", make.start, buyers[0].names[:1], make.names)


def _builders(scene: Scene) -> Iterator[Frame]:
    """Who announces "la construcción de un centro de datos" that is for another."""
    for found in pattern_of(_CONSTRUCTION).finditer(scene.folded):
        builder = next((g for g in scene.groups if g.end <= found.start()), None)
        taker = next((g for g in scene.groups if g.start >= found.end()), None)
        given = next((g for g in reversed(scene.groups) if g.end <= found.start()), None)
        if given is not None and (client := _entrusting(scene, given, found.start())):
            yield frame_at("build", "construction", found.start(), given.names, client.names)
            continue
        if builder is None or taker is None or taker.is_product:
            continue
        if pattern_of(_SERVED).search(scene.folded, found.end(), taker.start):
            yield frame_at("build", "construction", found.start(), builder.names, taker.names)


def _houses(scene: Scene) -> Iterator[Frame]:
    """Who houses another's machines: "hébergera les serveurs de Groq"."""
    for taker in scene.groups:
        start = max(0, taker.start - _REACH)
        found = pattern_of(_HOUSES).search(scene.folded[start : taker.start])
        before = scene.before(start + found.start()) if found else []
        host = next((g for g in reversed(before) if g.preposition is None), None)
        if found and host is not None and not host.is_product:
            yield frame_at("sell", "hosts", start + found.start(), host.names, taker.names)


def _entrusting(scene: Scene, builder: Group, place: int) -> Group | None:
    """Who has another build: "ha encargado a la española ACS la construcción de un centro"."""
    client = next((g for g in reversed(scene.groups) if g.end <= builder.start), None)
    if client is None or pattern_of(_TO_BUILD).fullmatch(scene.folded, builder.end, place) is None:
        return None
    gap = scene.folded[client.end : builder.start]
    return client if pattern_of(_ENTRUSTS).search(gap) else None


def _names(group: Group | None) -> tuple[str, ...]:
    return group.names if group else ()
