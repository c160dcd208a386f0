"""Frames that nouns make: "between A and B", "anchor tenant A", "warrants", "guarantor"."""

import re
from collections.abc import Iterator
from typing import Final

from parsers.frames.asides import BACKED, backs_deal
from parsers.frames.debt import find_debt_frames
from parsers.frames.frame import Frame, FrameKind, frame_at
from parsers.frames.scene import Group, Scene
from parsers.frames.stakes import find_stakes
from parsers.frames.turns import noun_behind
from parsers.frames.words import (
    DEAL_NOUNS,
    ITS_OWNER,
    POWERED_BY,
    SAYS,
    SITE_HOLDER,
    SUM_BETWEEN,
)
from parsers.words import pattern_of

_REACH: Final = 70
_CLOSE: Final = 24
_FAR: Final = 90
_BETWEEN: Final = (
    r"(?<!\w)(?:between|among|entre|zwischen|tussen|tra|fra|между)\s+"
    r"|(?<= deal )|(?<=^deal )"  # "Deal Nvidia en OpenAI vastgelopen"
)
# What two have together of which no word tells who gives: "la colaboración entre A y B".
_UNIONS: Final = frozenset(
    {"alianza", "colaboración", "asociación", "zusammenarbeit", "partnerschaft", "kooperation"}
    | {"partenariat", "parceria", "colaboração", "collaborazione", "alleanza", "samenwerking"}
    | {"сотрудничество", "współpraca"}
    | {"партнёрство", "партнерство", "parteneriatul", "colaborarea"}
)
_TAKER: Final = (
    r"(?<!\w)(?:(?<!to )(?<!will )(?<!would )anchor(?! \w+ant|\s(?:customer|client|lessee))|tenant"
    r"|lessee|customer|client|end[- ]user|sub-?tenant|offtaker|off-taker|inquilin[oa]|cliente"
    r"|mieter"
    r"|клиент(?:ом)?|заказчик(?:ом)?|арендатор(?:ом)?|klient(?:em)?|client[iu]l|locatario"
    r"|arrendatári[oa]"
    r"|kunde[n]?|locataire|huurder|klant)(?!\w)"
)
_NAMED_BEHIND: Final = (
    r",?\s|,\s(?:(?:most |very )?likely|reportedly|namely|believed to be|thought to be"
    r"|understood to be|said to be|rumou?red to be|probably)\s"
)
_TAKEN_FROM: Final = frozenset(
    {"of", "for", "at", "from", "de", "del", "von", "van", "du", "in", "di"}
)
_COPULA: Final = (
    r"(?:['’]s)?,?\s?(?:is|was|as|be|will be|(?:is (?:expected|set|likely|due) )?to be|becomes?"
    r"|became|has become|is (?:set|due|slated"
    r"|poised|expected) to become|being|named|signed as|como|será|als|wird|comme|sera|come|стала"
    r"|стал|станет|стали|является|zostanie|został[ao]?|będzie|jest|devine|va fi|a devenit|est|es|é"
    r"|è|deve ser|terá|diventa|diventerà|sarà|devient|deviendra|se convierte en|se convertirá en"
    r"|wordt|ist|has emerged as|emerges as|revealed as|identified as|were)(?:\s(?!with\b|of\b"
    r"|for\b)[\w’'$€£.,%-]+){0,5}\s"
)
_GIVER: Final = (
    r"(?<!\w)(?:cloud|cent(?:er|re)s?|datacent(?:er|re)|(?:rechen|daten)zentrums?|hosting"
    r"|colocation|colo|infrastructure|gpu|compute|computing|ai|neocloud|bitcoin|crypto|campus|site"
    r"|land)[ -]?(?:provider|supplier|operator|landlord|lessor|host|vendor|developer|owner|builder"
    r"|miner|firm|company|specialist|start-?up|anbieter|betreiber|spezialist"
    r"|infrastructure provider)?\s$|(?<!\w)(?:landlord|lessor)\s$"
)
_GIVER_NOUN: Final = (
    r"(?<!\w)(?:provider|supplier|operator|landlord|lessor|host|vendor|developer|owner|neocloud"
    r"|anbieter|betreiber|proveedora?|operadora?|fournisseur|hébergeur|leverancier|fornecedora?"
    r"|fornitore)\s$"
)
_OF_SITES: Final = (
    r"(?<!\w)(?:data ?cent(?:er|re)|datacent(?:er|re)|campus"
    r"|colocation) (?:infrastructure )?(?:operator|landlord|developer|owner|builder|provider)\s$"
    r"|(?<!\w)(?:landlord|lessor)\s$"
)
_PARTNER: Final = (
    r"(?<!\w)(?:(?:partenaire|partner|soci[oa]|parceir[oa]) (?:de|di|für|voor) (?:la "
    r"|o )?(?:d[ée]veloppement|sviluppo|desarrollo|desenvolvimento|entwicklung|ontwikkeling)"
    r"|alongside|together with|(?:local|technology|project|strategic|joint[ -]venture|its"
    r"|development|with) partners?|in partnership with|jointly with|hand in hand with|junto (?:a"
    r"|con)|gemeinsam mit|zusammen mit|aux côtés de|samen met|insieme a)\s$"
)
# Who joins a deal of others: "Accenture joins as a partner".
_AS_PARTNER: Final = (
    r"(?: (?:is|was|has been|also|will be))? (?:roped in|brought in|on board|joins|joined|joining)"
    r" as (?:an? |the |its )?(?:[\w-]+ ){0,3}?partner(?!\w)"
)
_GUARANTOR: Final = (
    r"(?<!\w)(?:(?:financial |lease |credit )?guarantor|co-?signer|backstop|(?:financial "
    r"|credit )?(?:backing|support)|garante|aval|bürge|garant|financial (?:support|guarantees?)"
    r"|(?:respaldo|soporte|apoyo) financiero|avalista|fiador|(?:garant|soutien) financier"
    r"|(?:garante|sostegno) finanziario|apoio financeiro|finanzieller rückhalt)(?!\w)"
)
_PROVIDES: Final = (
    r"\s(?:[\w]+ )?(?:provid|offer|giv|extend|pledg|supply|agree)\w*(?: to)?\s(?:an? "
    r"|the )?(?:\w+ )?"
)
_GIVEN_BY: Final = r"\s(?:from|by|of|de|von|par)\s(?:\w+\s)?"
_POWERED: Final = r"(?<!\w)(?:powered|accelerated|driven) by\s$"
_OPENS_FOR: Final = (
    r"(?:['’]s)?\s(?:has |have |officially |to |will )?(?P<verb>open|opens|opened|unveils?|unveiled"
    r"|launch(?:es|ed)?|activates?|activated|switches on|brings online|completes?"
    r"|completed)\s[^;:]*?(?<!\w)(?:cent(?:er|re)s?|datacent(?:er|re)s?|campus|clusters?"
    r"|supercomputers?|supercluster|sites?)(?!\w)[^;:.]*?\s(?:dedicated to|reserved for"
    r"|exclusively for|built for|for)(?: the)?(?: [\w-]+ (?:startup|start-up|developer|lab|company"
    r"|maker))?\s"
)
_MOVES_IN: Final = (
    r"\s(?:will |to )?(?P<verb>tak(?:e|es|ing) (?=(?:up |another |all |half "
    r"|the whole ){0,2}(?:of )?(?:\d[\d.,]* ?[gm]w|space|capacity|halls?))|mov(?:e|es|ing) into"
    r"|fill(?:s|ing)?)(?:\s?(?!(?:for|with|to|by)\b)[^\s;:,]+){0,6}\s?"
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
    r"\s(?:to |will |has |now )?(?:becom(?:e|es|ing)|became|is|be|emerges? as|named"
    r"|joins as)(?: (?:now|also|set to become))?\s"
)
_ITS_CUSTOMER: Final = r"['’]s?\s(?:[\w-]+\s){0,3}?(?:customer|client|tenant|user|offtaker)(?!\w)"


def find_noun_frames(scene: Scene) -> Iterator[Frame]:
    """Every frame a noun of a sentence makes with the groups around it."""
    yield from _between(scene)
    yield from _takers(scene)
    yield from _beside(scene)
    yield from find_stakes(scene)
    yield from _guarantors(scene)
    yield from _makers(scene)
    yield from _occupants(scene)
    yield from _owners(scene)
    yield from find_debt_frames(scene)


def _makers(scene: Scene) -> Iterator[Frame]:
    """Whose chips run something: "on Azure, powered by NVIDIA"."""
    for group in scene.groups:
        if pattern_of(_POWERED).search(scene.folded, max(0, group.start - _REACH), group.start):
            yield frame_at("agree", POWERED_BY, group.start, group.names)


def _owners(scene: Scene) -> Iterator[Frame]:
    """Whose site it is together: "Microsoft and G42's data center" says who serves neither."""
    for group in scene.groups:
        joint = len(group.names) > 1 and group.is_possessive
        if joint and pattern_of(_SITE).match(scene.folded, group.end, group.end + _REACH):
            yield frame_at("join", "own", group.end, group.names)


def _occupants(scene: Scene) -> Iterator[Frame]:
    """Who a site is opened for, or moves in: "takes 100 MW at Galaxy's campus"."""
    for owner, taker in zip(scene.groups, scene.groups[1:], strict=False):
        gap = scene.folded[owner.end : taker.start]
        if len(gap) <= 2 * _REACH and (found := pattern_of(_OPENS_FOR).fullmatch(gap)):
            place = owner.end + found.start("verb")
            yield frame_at("sell", found["verb"], place, owner.names, taker.names)
        elif pattern_of(_PAYS_RENT).fullmatch(gap):
            yield frame_at("lease", "payments", owner.end, owner.names, taker.names)
        elif not owner.is_product and (found := pattern_of(_MOVES_IN).fullmatch(gap)):
            place = owner.end + found.start("verb")
            yield frame_at("lease", found["verb"], place, owner.names, taker.names)
        elif pattern_of(_BECOMES).fullmatch(gap) and pattern_of(_ITS_CUSTOMER).match(
            scene.folded, taker.end
        ):
            yield frame_at("lease", "customer", owner.end, owner.names, taker.names)


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
        if not found[0] and sides.start != found.end():
            continue
        is_sum = len(sides.names) == 2 and pattern_of(SUM_BETWEEN).match(  # noqa: PLR2004
            scene.folded, found.start()
        )
        if not dealt and not is_sum:
            continue
        is_union = dealt <= _UNIONS and not is_sum
        is_untold = ((scene.is_ended and bool(dealt)) or is_union) and not scene.has_goods
        kind: FrameKind = "join" if is_untold else "agree"
        verb = found[0].strip() or "deal"
        yield frame_at(kind, verb, found.start(), sides.names[:1], sides.names[1:])
        rest = [name for g in scene.groups if g is not sides for name in g.names]
        others = [name for name in dict.fromkeys(rest) if name not in sides.names]
        if others:
            yield frame_at("aside", verb, found.start(), others)


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
        if giver is None and "user" not in found[0]:  # who uses it may have it from a third
            giver = next((g for g in reversed(rest) if not g.is_product), None)
        yield frame_at("buy", found[0], found.start(), taker.names, giver.names if giver else ())


def _beside(scene: Scene) -> Iterator[Frame]:
    """What the words beside a company call it: a provider, or a partner in something."""
    for group in scene.groups:
        if pattern_of(_AS_PARTNER).match(scene.folded, group.end):
            yield frame_at("join", "partner", group.end, (), group.names)
        lead = scene.folded[max(0, group.start - _REACH) : group.start]
        if owner := pattern_of(ITS_OWNER).search(lead):
            if pattern_of(SAYS).match(scene.folded, group.end):
                yield frame_at("agree", f"{SITE_HOLDER} owner", owner.start(), group.names)
        elif found := pattern_of(_PARTNER).search(lead):
            if not scene.has_goods or found[0].startswith("alongside"):
                yield frame_at(
                    "join", found[0].strip(), group.start - len(found[0]), (), group.names
                )
        elif (noun := pattern_of(_GIVER_NOUN).search(lead)) and pattern_of(_GIVER).search(lead):
            is_site = pattern_of(_OF_SITES).search(lead) is not None
            called = f"{SITE_HOLDER} {noun[0].strip()}" if is_site else noun[0].strip()
            yield frame_at("agree", called, group.start - len(noun[0]), group.names)


def _guarantors(scene: Scene) -> Iterator[Frame]:
    """Guarantors: "with Nvidia as guarantor", "financial backing from Nvidia", "Nvidia backing"."""
    yield from _backers(scene)
    for found in pattern_of(_GUARANTOR).finditer(scene.folded):
        giver = _guarantor(scene, found)
        if giver is not None:
            yield frame_at(
                "guarantee", found[0], found.start(), giver.names, _other_than(scene, giver)
            )


def _backers(scene: Scene) -> Iterator[Frame]:
    """Who stands behind a deal: "Google-backed Anthropic data center", "a lease backed by X"."""
    for group in scene.groups:
        if found := backs_deal(scene.folded, group.start, group.end):
            kind: FrameKind = "finance" if found["how"] in {"led", "financed"} else "guarantee"
            inside = [g for g in scene.groups if found.start() < g.start < found.end()]
            taker = inside[0].names if inside else ()
            yield frame_at(kind, f"{found['how']} by", group.end, group.names, taker)
        # "Funding backed by a Microsoft contract" has no guarantor.
        if not noun_behind(scene, group) and (
            found := pattern_of(BACKED).search(
                scene.folded[max(0, group.start - _REACH) : group.start]
            )
        ):
            place = group.start - len(found[0])
            yield frame_at("guarantee", "backed by", place, group.names, _other_than(scene, group))


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
