"""Frames that nouns make: "between A and B", "anchor tenant A", "warrants", "guarantor"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from parsers.frames.asides import BACKED, backs_deal
from parsers.frames.backing import STAKE_BEHIND
from parsers.frames.debt import find_debt_frames
from parsers.frames.frame import Frame, FrameKind
from parsers.frames.scene import Group, Scene
from parsers.frames.turns import noun_behind
from parsers.frames.words import DEAL_NOUNS, POWERED_BY, SITE_HOLDER, SUM_BETWEEN
from parsers.words import pattern_of

_REACH: Final = 70
_CLOSE: Final = 24
_FAR: Final = 90
_BETWEEN: Final = r"(?<!\w)(?:between|among|entre|zwischen|tussen|tra|fra|между)\s+"
# What two have together of which no word tells who gives: "la colaboración entre A y B".
_UNIONS: Final = frozenset(
    {"alianza", "colaboración", "asociación", "zusammenarbeit", "partnerschaft", "kooperation"}
    | {"partenariat", "parceria", "colaboração", "collaborazione", "alleanza", "samenwerking"}
    | {"сотрудничество", "współpraca"}
    | {"партнёрство", "партнерство", "parteneriatul", "colaborarea"}
)
_TAKER: Final = (
    r"(?<!\w)(?:(?<!to )(?<!will )(?<!would )anchor(?! \w+ant|\s(?:customer|client|lessee))"
    r"|tenant|lessee|customer|client|end[- ]user|sub-?tenant"
    r"|offtaker|off-taker|inquilin[oa]|cliente|mieter|клиент(?:ом)?|заказчик(?:ом)?"
    r"|арендатор(?:ом)?|klient(?:em)?"
    r"|client[iu]l|locatario|arrendatári[oa]"
    r"|kunde[n]?"
    r"|locataire|huurder|klant)(?!\w)"
)
_NAMED_BEHIND: Final = (
    r",?\s|,\s(?:(?:most |very )?likely|reportedly|namely|believed to be|thought to be"
    r"|understood to be|said to be|rumou?red to be|probably)\s"
)
_TAKEN_FROM: Final = frozenset(
    {"of", "for", "at", "from", "de", "del", "von", "van", "du", "in", "di"}
)
_COPULA: Final = (
    r"(?:['’]s)?,?\s?(?:is|was|as|be|will be|to be|becomes?|became|has become|being|named|signed as"
    r"|como|será|als|wird|comme|sera|come|стала|стал|станет|стали|является|zostanie|został[ao]?"
    r"|będzie|jest|devine|va fi|a devenit|est|es|é|è|deve ser"
    r"|terá|diventa|diventerà|sarà|devient|deviendra|se convierte en|se convertirá en|wordt|ist"
    r"|has emerged as|emerges as|revealed as|identified as|were)"
    r"(?:\s(?!with\b|of\b|for\b)[\w’'$€£.,%-]+){0,5}\s"
)
_GIVER: Final = (
    r"(?<!\w)(?:cloud|cent(?:er|re)s?|datacent(?:er|re)|(?:rechen|daten)zentrums?|hosting|colocation|colo"
    r"|infrastructure|gpu|compute|computing|ai|neocloud|bitcoin|crypto|campus|site|land)[ -]?"
    r"(?:provider|supplier|operator|landlord|lessor|host|vendor|developer|owner|builder|miner|firm"
    r"|company|specialist|start-?up|anbieter|betreiber|spezialist|infrastructure provider)?\s$"
    r"|(?<!\w)(?:landlord|lessor)\s$"
)
_GIVER_NOUN: Final = (
    r"(?<!\w)(?:provider|supplier|operator|landlord|lessor|host|vendor|developer|owner|neocloud"
    r"|anbieter|betreiber|proveedora?|operadora?|fournisseur|hébergeur|leverancier|fornecedora?"
    r"|fornitore)\s$"
)
_OF_SITES: Final = (
    r"(?<!\w)(?:data ?cent(?:er|re)|datacent(?:er|re)|campus|colocation) (?:infrastructure )?"
    r"(?:operator|landlord|developer|owner|builder|provider)\s$"
)
_PARTNER: Final = (
    r"(?<!\w)(?:alongside|together with|(?:local|technology|project|strategic|joint[ -]venture|its"
    r"|development|with) partners?|in partnership with|jointly with|hand in hand with"
    r"|junto (?:a|con)"
    r"|gemeinsam mit|zusammen mit|aux côtés de|samen met|insieme a)\s$"
)
_WARRANTS: Final = r"(?<!\w)(?:warrants?|optionsscheine?|bons de souscription|stock options)(?!\w)"
_STOCK_OF: Final = r"(?:shares?|stock|ownership|equity|warrants?)\b[^.;,]{0,30}\bof\s$"
_GIVING: Final = (
    r"(?:giv(?:e|es|ing)|grant(?:s|ed|ing)?|issu(?:e|es|ed|ing)(?: to)?|award(?:s|ed|ing)?"
    r"|hand(?:s|ed)?|give"
    r"|gave|offer(?:s|ed|ing)?|allow(?:s|ed|ing)?|let(?:s|ting)?|enabl(?:es|ing)|entitl(?:es"
    r"|ing)|to)\s(?:the )?$"
)
_GETS_STOCK: Final = r"(?:receiv|get|obtain|tak|acquir)\w*\s(?:\w+\s){0,2}$"
_THEN_GETS: Final = r",\s(?:and\s|also\s)?(?:receiv|get|obtain|tak|acquir)\w*\s(?:\w+\s){0,2}$"
_GIVES_IT_STOCK: Final = (
    r"(?<!\w)(?:giv|grant|offer|hand|allow|award)\w*(?: also)? (?:it|them|the \w+) "
    r"(?:(?:an?|the) )?(?:(?:options?|rights?|chance|opportunity) )?"
    r"to (?:take|buy|acquire|purchase|get|own) (?:[^,;.]{0,30}?)(?:stakes?|shares|stock|equity"
    r"|ownership|%)(?!\w)"
)
_GETS_SHARE: Final = (
    r"(?<!\w)(?:own|owns|gets?|take|takes|taking|buys?|acquires?|receives?|hold|holds|pick up)\s"
    r"(?:[\w$€£.,]+ ){0,4}?(?:\d[\d.]*\s?(?:%|percent|per cent)|[$€£]\s?\d[\d.,]*\s?\w*) of\s$"
)
_STAKE_IN: Final = (
    r"(?<!\w)(?:participaci[óo]n|participação|partecipazione|beteiligung|anteil|quota)"
    r" (?:(?:del?|von|di|da|de) )?(?:\w+ ){0,2}[\d.,]+ ?% (?:en|an|in|em|na|no)\s$"
)
_ISSUES_TO: Final = (
    r"\s(?:to )?(?:issu|giv|sell|hand|grant)\w*\s(?:[\w$.,%]+ ){0,4}?(?:shares|stock) to\s$"
)
_HANDS: Final = r"\s(?:to )?(?:giv|hand|grant|offer|award)\w*\s$"
_GUARANTOR: Final = (
    r"(?<!\w)(?:(?:financial |lease |credit )?guarantor|co-?signer|backstop|(?:financial |credit )?"
    r"(?:backing|support)|garante|aval|bürge|garant|financial (?:support|guarantees?))(?!\w)"
)
_PROVIDES: Final = (
    r"\s(?:[\w]+ )?(?:provid|offer|giv|extend|pledg|supply|agree)\w*(?: to)?\s(?:an? "
    r"|the )?(?:\w+ )?"
)
_GIVEN_BY: Final = r"\s(?:from|by|of|de|von|par)\s(?:\w+\s)?"
_POWERED: Final = r"(?<!\w)(?:powered|accelerated|driven) by\s$"
_OPENS_FOR: Final = (
    r"(?:['’]s)?\s(?:has |have |officially |to |will )?(?P<verb>open|opens|opened|unveils?|unveiled"
    r"|launch(?:es|ed)?|activates?|activated|switches on|brings online|completes?|completed)\s"
    r"[^;:]*?(?<!\w)(?:cent(?:er|re)s?|datacent(?:er|re)s?|campus|clusters?|supercomputers?"
    r"|supercluster|sites?)(?!\w)[^;:.]*?"
    r"\s(?:dedicated to|reserved for|exclusively for|built for|for)"
    r"(?: the)?(?: [\w-]+ (?:startup|start-up|developer|lab|company|maker))?\s"
)
_MOVES_IN: Final = (
    r"\s(?:will |to )?(?P<verb>tak(?:e|es|ing) (?=(?:up |another |all |half "
    r"|the whole ){0,2}(?:of )?"
    r"(?:\d[\d.,]* ?[gm]w|space|capacity|halls?))|mov(?:e|es|ing) into|fill(?:s|ing)?)"
    r"(?:\s?(?!(?:for|with|to|by)\b)[^\s;:,]+){0,6}\s?"
)
_SITE: Final = (
    r"['’]s?\s(?:[$€£]?[\w.,’-]+\s){0,5}?(?:data ?cent(?:er|re)s?|campus|site|project|supercomputer"
    r"|stargate|venture)(?!\w)"
)
# "Fluidstack's lease payments to Cipher".
_PAYS_RENT: Final = (
    r"['’]s? (?:[\w-]+ ){0,2}?(?:leases?|rent|rental|hosting) (?:payments?|obligations?"
    r"|liabilities)"
    r" (?:to|towards?|under its lease with) "
)
# "Nvidia becomes Lambda's biggest customer".
_BECOMES: Final = (
    r"\s(?:to |will |has |now )?(?:becom(?:e|es|ing)|became|is|be|emerges? as|named|joins as)"
    r"(?: (?:now|also|set to become))?\s"
)
_ITS_CUSTOMER: Final = r"['’]s?\s(?:[\w-]+\s){0,3}?(?:customer|client|tenant|user|offtaker)(?!\w)"
_INVESTOR_IN: Final = r"(?<!\w)(?:as an? (?:\w+ )?(?:investor|shareholder|backer) (?:in|of))\s$"


def find_noun_frames(scene: Scene) -> Iterator[Frame]:
    """Every frame a noun of a sentence makes with the groups around it."""
    yield from _between(scene)
    yield from _takers(scene)
    yield from _beside(scene)
    yield from _warrants(scene)
    yield from _guarantors(scene)
    yield from _makers(scene)
    yield from _occupants(scene)
    yield from _owners(scene)
    yield from find_debt_frames(scene)


def _makers(scene: Scene) -> Iterator[Frame]:
    """Whose chips run something: "on Azure, powered by NVIDIA"."""
    for group in scene.groups:
        if pattern_of(_POWERED).search(scene.folded, max(0, group.start - _REACH), group.start):
            yield _frame("agree", POWERED_BY, group.start, group.names)


def _owners(scene: Scene) -> Iterator[Frame]:
    """Whose site it is together: "Microsoft and G42's data center" says who serves neither."""
    for group in scene.groups:
        joint = len(group.names) > 1 and group.is_possessive
        if joint and pattern_of(_SITE).match(scene.folded, group.end, group.end + _REACH):
            yield _frame("join", "own", group.end, group.names)


def _occupants(scene: Scene) -> Iterator[Frame]:
    """Who a site is opened for, or moves in: "takes 100 MW at Galaxy's campus"."""
    for owner, taker in zip(scene.groups, scene.groups[1:], strict=False):
        gap = scene.folded[owner.end : taker.start]
        if len(gap) <= 2 * _REACH and (found := pattern_of(_OPENS_FOR).fullmatch(gap)):
            place = owner.end + found.start("verb")
            yield _frame("sell", found["verb"], place, owner.names, taker.names)
        elif pattern_of(_PAYS_RENT).fullmatch(gap):
            yield _frame("lease", "payments", owner.end, owner.names, taker.names)
        elif not owner.is_product and (found := pattern_of(_MOVES_IN).fullmatch(gap)):
            place = owner.end + found.start("verb")
            yield _frame("lease", found["verb"], place, owner.names, taker.names)
        elif pattern_of(_BECOMES).fullmatch(gap) and pattern_of(_ITS_CUSTOMER).match(
            scene.folded, taker.end
        ):
            yield _frame("lease", "customer", owner.end, owner.names, taker.names)


def _frame(
    kind: FrameKind, verb: str, place: int, subjects: Sequence[str], objects: Sequence[str] = ()
) -> Frame:
    return Frame(
        kind=kind,
        verb=verb,
        subjects=tuple(subjects),
        objects=tuple(name for name in objects if name not in subjects),
        start=place,
        end=place + len(verb),
    )


def _between(scene: Scene) -> Iterator[Frame]:
    """A deal "between A and B": they are its sides, and whoever else is named only looks on."""
    for found in pattern_of(_BETWEEN).finditer(scene.folded):
        sides = next((g for g in scene.groups if 0 <= g.start - found.end() <= _CLOSE), None)
        before = set(
            re.findall(r"[^\W\d_]+", scene.folded[max(0, found.start() - _REACH) : found.start()])
        )
        dealt = before & (
            DEAL_NOUNS
            | {"partnership", "alliance", "talks", "discussions", "negotiations", "tie", "venture"}
            | _UNIONS
        )
        if sides is None or len(sides.names) < 2:  # noqa: PLR2004
            continue
        is_sum = len(sides.names) == 2 and pattern_of(SUM_BETWEEN).match(  # noqa: PLR2004
            scene.folded, found.start()
        )
        if not dealt and not is_sum:
            continue
        is_untold = (scene.is_ended or dealt <= _UNIONS) and not is_sum and not scene.has_goods
        kind: FrameKind = "join" if is_untold else "agree"
        verb = found[0].strip()
        yield _frame(kind, verb, found.start(), sides.names[:1], sides.names[1:])
        rest = [name for g in scene.groups if g is not sides for name in g.names]
        others = [name for name in dict.fromkeys(rest) if name not in sides.names]
        if others:
            yield _frame("aside", verb, found.start(), others)


def _takers(scene: Scene) -> Iterator[Frame]:
    """Takers: "A is the first customer of B", "lands A as tenant", "anchor tenant A"."""
    for found in pattern_of(_TAKER).finditer(scene.folded):
        before = [g for g in scene.groups if g.end <= found.start()]
        after = [g for g in scene.groups if g.start >= found.end()]
        taker, rest = None, before
        gap = scene.folded[before[-1].end : found.start()] if before else ""
        if (
            before
            and len(gap) <= _REACH
            and pattern_of(_COPULA).fullmatch(gap)
            and "already" not in gap
        ):
            taker, rest = before[-1], before[:-1]
            if gap.startswith(",") and rest and scene.folded.startswith(",", rest[-1].end):
                taker, rest = rest[-1], [taker]  # "Nvidia, backer of Lambda, is its client"
        elif after and pattern_of(_NAMED_BEHIND).fullmatch(
            scene.folded, found.end(), after[0].start
        ):
            taker, after = after[0], after[1:]
        if taker is None or taker.is_product:
            continue
        giver = next((g for g in after[:1] if g.preposition in _TAKEN_FROM), None)
        giver = giver or next((g for g in reversed(rest) if not g.is_product), None)
        yield _frame("buy", found[0], found.start(), taker.names, giver.names if giver else ())


def _beside(scene: Scene) -> Iterator[Frame]:
    """What the words right before a company call it: a provider, or a partner in something."""
    for group in scene.groups:
        lead = scene.folded[max(0, group.start - _REACH) : group.start]
        if found := pattern_of(_PARTNER).search(lead):
            if not scene.has_goods or found[0].startswith("alongside"):
                yield _frame("join", found[0].strip(), group.start - len(found[0]), (), group.names)
        elif (noun := pattern_of(_GIVER_NOUN).search(lead)) and pattern_of(_GIVER).search(lead):
            is_site = pattern_of(_OF_SITES).search(lead) is not None
            called = f"{SITE_HOLDER} {noun[0].strip()}" if is_site else noun[0].strip()
            yield _frame("agree", called, group.start - len(noun[0]), group.names)


def _warrants(scene: Scene) -> Iterator[Frame]:
    """Who gets warrants is an investor in whose stock they are for."""
    found = pattern_of(_WARRANTS).search(scene.folded)
    if found is None:
        stake = _investor_in(scene) or _stake_option(scene) or _share_of(scene)
        if stake is not None:
            yield stake
        return
    issuer = holder = None
    for group in scene.groups:
        lead = scene.folded[max(0, group.start - _REACH) : group.start]
        tail = scene.folded[group.end : group.end + _CLOSE]
        if pattern_of(_STOCK_OF).search(lead) or re.match(
            r"(?:['’]s)? (?:common )?(?:stock|shares)\b", tail
        ):
            issuer = issuer or group
        elif pattern_of(_GIVING).search(lead) or (
            group.is_possessive and 0 <= found.start() - group.end <= _REACH
        ):
            holder = holder or group
    holder = _getter(scene, found) or holder
    others = [g for g in scene.groups if g.names not in {x.names for x in (issuer, holder) if x}]
    issuer = issuer or (others[0] if others else None)
    holder = holder or next((g for g in others if g is not issuer), None)
    if issuer is not None and holder is not None and issuer.names != holder.names:
        yield _frame("invest", found[0], found.start(), holder.names[:1], issuer.names[:1])


def _getter(scene: Scene, found: re.Match[str]) -> Group | None:
    """Who "will backstop a lease and receive" warrants: the last one to act before them."""
    lead = scene.folded[max(0, found.start() - _CLOSE) : found.start()]
    if not pattern_of(_GETS_STOCK).search(lead):
        return None
    if pattern_of(_THEN_GETS).search(lead):  # "A rents from B, gets warrants"
        return next((g for g in scene.groups if g.preposition is None), None)
    acting = (g for g in reversed(scene.groups) if g.end <= found.start())
    return next((g for g in acting if g.preposition is None and not g.is_possessive), None)


def _investor_in(scene: Scene) -> Frame | None:
    """Equity in passing: "welcoming Google as an investor in Cipher"."""
    for one, two in zip(scene.groups, scene.groups[1:], strict=False):
        gap = scene.folded[one.end : two.start]
        if len(gap) <= _REACH and (found := pattern_of(_INVESTOR_IN).search(gap)):
            return _frame("invest", found[0].strip(), one.end + found.start(), one.names, two.names)
    return None


def _stake_option(scene: Scene) -> Frame | None:
    """Who may take a stake in a maker it buys from: "gives it the option to take a 10% stake"."""
    found = pattern_of(_GIVES_IT_STOCK).search(scene.folded)
    before = [g for g in scene.groups if found and g.end <= found.start() and not g.is_product]
    if found is None or len({name for g in before for name in g.names}) != 2:  # noqa: PLR2004
        return None
    issuer, holder = before[0], before[-1]
    return _frame("invest", "option", found.start(), holder.names[-1:], issuer.names[:1])


def _share_of(scene: Scene) -> Frame | None:
    """Who gets a share of whom: "could own 10% of AMD", "issues shares to OpenAI"."""
    for one, two in zip(scene.groups, scene.groups[1:], strict=False):
        gap, tail = scene.folded[one.end : two.start], scene.folded[two.end : two.end + _CLOSE]
        if one.is_product or two.is_product or len(gap) > _REACH:
            continue
        is_stock = re.match(r"(?:['’]s)? (?:common |new )?(?:stock|shares|equity)\b", tail)
        if found := pattern_of(_STAKE_IN).search(gap):
            return _frame("invest", "share", one.end + found.start(), one.names[:1], two.names[:1])
        found = pattern_of(_GETS_SHARE).search(gap)
        if found and (is_stock or "%" in found[0] or "percent" in found[0]):
            return _frame("invest", "share", one.end + found.start(), one.names[:1], two.names[:1])
        if found := pattern_of(_ISSUES_TO).search(gap):
            return _frame("invest", "share", one.end + found.start(), two.names[:1], one.names[:1])
        found = pattern_of(_HANDS).search(gap)
        if found and pattern_of(STAKE_BEHIND).match(scene.folded, two.end):
            return _frame("invest", "share", one.end + found.start(), two.names[:1], one.names[:1])
    return None


def _guarantors(scene: Scene) -> Iterator[Frame]:
    """Guarantors: "with Nvidia as guarantor", "financial backing from Nvidia", "Nvidia backing"."""
    yield from _backers(scene)
    for found in pattern_of(_GUARANTOR).finditer(scene.folded):
        giver = _guarantor(scene, found)
        if giver is not None:
            yield _frame(
                "guarantee", found[0], found.start(), giver.names, _other_than(scene, giver)
            )


def _backers(scene: Scene) -> Iterator[Frame]:
    """Who stands behind a deal: "Google-backed Anthropic data center", "a lease backed by X"."""
    for group in scene.groups:
        if found := backs_deal(scene.folded, group.start, group.end):
            kind: FrameKind = "finance" if found["how"] in {"led", "financed"} else "guarantee"
            inside = [g for g in scene.groups if found.start() < g.start < found.end()]
            taker = inside[0].names if inside else ()
            yield _frame(kind, f"{found['how']} by", group.end, group.names, taker)
        # "Funding backed by a Microsoft contract" has no guarantor.
        if not noun_behind(scene, group) and (
            found := pattern_of(BACKED).search(
                scene.folded[max(0, group.start - _REACH) : group.start]
            )
        ):
            place = group.start - len(found[0])
            yield _frame("guarantee", "backed by", place, group.names, _other_than(scene, group))


def _other_than(scene: Scene, giver: Group) -> tuple[str, ...]:
    """The first side that is not the one given."""
    taker = next((g for g in scene.groups if g is not giver and not g.is_product), None)
    return taker.names if taker else ()


def _guarantor(scene: Scene, found: re.Match[str]) -> Group | None:
    """Who gives a guarantee: behind "from", or before it and "as", "with", "provides"."""
    after = next((g for g in scene.groups if g.start >= found.end()), None)
    before = next((g for g in reversed(scene.groups) if g.end <= found.start()), None)
    if after and pattern_of(_GIVEN_BY).fullmatch(scene.folded, found.end(), after.start):
        return after
    if before is None:
        return None
    gap = scene.folded[before.end : found.start()]
    named = re.fullmatch(r"(?:['’]s)?(?: [$€£]?[\w.,]+){0,4} ", gap)
    is_marked = _as(gap) or before.preposition == "with" or before.is_possessive
    return before if pattern_of(_PROVIDES).fullmatch(gap) or (named and is_marked) else None


def _as(gap: str) -> bool:
    return re.search(r"\b(?:as|como|als|comme)\b", gap) is not None
