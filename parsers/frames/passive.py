"""Give a passive its sides: "the campus is leased by OpenAI from Oracle"."""

from collections.abc import Sequence
from typing import Final

from parsers.frames.acting import is_chosen_to_build
from parsers.frames.dealing import Found
from parsers.frames.deals import Sides, names_of
from parsers.frames.letting import is_let_site
from parsers.frames.scene import NEAR, Group, Scene
from parsers.frames.turns import EITHER_WAY, noun_behind
from parsers.frames.words import BY, FOR, FROM, TO, WANTED
from parsers.words import pattern_of

# Forms that may be a passive.
PARTICIPLE: Final = (
    r".*(?:ed|built|bought(?: into)?|chosen|given|sold|lent|won|paid|spent|ado|ido|ados"
    r"|ada|adas|id[ao]s?|iert|liefert|mietet|gebaut|nis|uit|ée?s?|choisie?s?|bâtie?s?|retenue?s?"
    r"|[aiu]t[aoei]|scelt[aoei] d.+|pres[aoei] in affitto|hyrs|byggs|levereras|leveres)"
)
_RELATIVE: Final = r"(?:that|which)\s(?:is|are|was|were|has been|have been|will be)\s$"
# What has been let, said in passing of a site that others lend for or build.
_SITE_LET: Final = (
    r"(?<!\w)(?:cent(?:er|re)s?|datacent(?:er|re)s?|campus(?:es)?|sites?|projects?|facilit(?:y|ies)"
    r"|developments?|buildings?)(?: in [\w ]{2,20})?,?\s$"
)
_LETS: Final = frozenset({"leased", "rented", "pre-leased", "preleased"})
_HOUSED: Final = frozenset({"hosted", "housed"})
_PLACED: Final = frozenset({"at", "in", "inside"})
_LENDING: Final = (
    r"(?<!\w)(?:financ|fund|lend|lent|loan|debt|suppl|provid|back|arrang|underwr|rais|secur|invest"
    r"|build|develop|construct)\w*"
)
# What money is for, where its noun stands before: "notes that could help finance its lease".
_MONEY_THAT: Final = (
    r"(?<!\w)(?:notes|bonds?|loans?|debt|deal|proceeds|money|cash|financing|facility|package)"
    r" (?:that|which) (?:\w+ ){0,3}$"
    r"|(?<!\w)(?:firm|company|lender|fund|bank|manager) (?:that|which) has (?:also )?(?:helped )?$"
)
# Who is invested in builds with that: "invests $1bn in SB Energy to build".
_INVESTS_TO: Final = (
    r"(?<!\w)invest\w* (?:[$€£]?[\w.,]+ ){0,3}(?:in|into) (?:[\w.&-]+ ){1,3}to (?:help )?$"
)
_WHOLLY: Final = r"(?<!\w)(?:is|are|was|were|been|be|being)\s+(?:(?:fully|partly|now|being)\s+)?$"
_AUXILIARY: Final = (
    r"(?<!\w)(?:is|are|was|were|been|be|being|wird|wurde|werden|worden|es|fue|ser[áa]|est|sera|è"
    r"|foi|sarà|sono|saranno|stat[aoei]|vien|viene|verrà|vengono|verranno"
    r"|wordt|werd)\s+(?:\w+ly\s+|currently\s+)?$"
    r"|\w,\s$"
)
# "By" that may say "from" as well: only behind an auxiliary is who stands there the actor.
_BY_OR_FROM: Final = frozenset({"von", "da", "dalla"})

# A site or chips, and who takes them told behind: "el centro de datos que usará OpenAI".
_TAKEN: Final = (
    r"(?<!\w)(?:centros?|centri|centres?|data ?cent(?:er|re)s?|datacenter|campus|complej[oa]s?"
    r"|complessi?|instalaci[óo]n\w*|naves?|edificios?|super(?:ordenador|computador)\w*"
    r"|supercalculateurs?|cl[úu]sters?|capacidad\w?|capacità|[gt]pus?|chips?|servidores|[gm]w"
    r"|[a-zäöü]{0,12}(?:rechen|daten)zentrum|[a-z-]{0,12}(?:park|fabrik|halle))"
    r"(?: [^\s;:]{1,20}){0,8}?,? (?:que|che|das|den|die|dat) (?:vai |vão )?(?:[oa] |la |el )?$"
)
_NEXT: Final = frozenset({" ", " la ", " el ", " il ", " o "})
_BUILT: Final = r"(?<!\w)(?:constru|costru|levant|edific|desarroll|desenvolv|baut?|bau|errich|bouw)"
_PAID_FOR: Final = (
    r"(?<!\w)(?:financ|finanz|financ|pr[êe]st|pon(?:e|en|drán?)|aport|leih|kredit|darlehen)\w*"
)


def is_passive(scene: Scene, found: Found, after: Sequence[Group]) -> bool:
    """Whether a verb is a passive with somebody behind "by", close enough to be its actor."""
    if not pattern_of(PARTICIPLE).fullmatch(found.words):
        return False
    actor = next((group for group in after[:2] if group.preposition in BY), None)
    if actor is None or actor.start - found.end > NEAR:
        return False
    if found.words == "backed" and noun_behind(scene, actor):
        return False  # "backed by a Microsoft contract"
    # German says "von" for "by" and for "from", Italian "da".
    return (
        actor.preposition not in _BY_OR_FROM
        or pattern_of(_AUXILIARY).search(scene.lead(found.start)) is not None
    )


def bare_passive(
    scene: Scene, found: Found, before: Sequence[Group], after: Sequence[Group]
) -> Sides | None:
    """Sides of a verb whose subject is not who acts before: "a site that is funded".

    Who stands there is lent to, or lends for what another lets: "to build a site leased to X".
    """
    lead = scene.lead(found.start)
    if found.kind == "finance" and found.words.endswith("ed") and pattern_of(_WHOLLY).search(lead):
        return found.kind, (), names_of(before[-1] if before else None)
    if found.kind == "finance" and pattern_of(_MONEY_THAT).search(lead):
        return found.kind, (), ()
    if found.kind == "build" and pattern_of(_INVESTS_TO).search(lead) and before:
        return found.kind, before[-1].names, ()
    if before and after and after[0].preposition in TO and is_let_site(scene, found):
        # "prêtent à Data4 pour un campus loué à Microsoft"
        return "lease", after[0].names, before[-1].names
    is_let = found.words in _LETS and after and after[0].preposition in TO
    if not is_let or not before or not _is_let_by_another(scene, found, before[-1]):
        return None
    return "sell", (), after[0].names


def _is_let_by_another(scene: Scene, found: Found, group: Group) -> bool:
    """Whether who stands before a site that is let has only lent for it."""
    lead, between = scene.lead(found.start), scene.folded[group.end : found.start]
    if group.preposition in BY and pattern_of(_RELATIVE).search(lead):
        return True  # "the loan, led by a bank, pays for a site which is leased to OpenAI"
    is_site = pattern_of(_SITE_LET).search(lead) is not None and not group.is_possessive
    return is_site and pattern_of(_LENDING).search(between) is not None


def relative_sides(
    scene: Scene, found: Found, before: Sequence[Group], after: Sequence[Group]
) -> Sides | None:
    """Sides of a site told with who takes it: "construirá el centro de datos que usará OpenAI".

    Whoever acts in front of it builds it, pays for it or has it.
    """
    if found.kind not in {"buy", "lease"}:
        return None
    taker = before[-1] if before else None
    if taker is None or not _is_taken(scene, taker.start) or after:
        taker = after[0] if after and not after[0].is_product else None
        gap = scene.folded[found.end : taker.start] if taker else ""
        if taker is None or gap not in _NEXT or not _is_taken(scene, found.start):
            return None
    others = [g for g in before if g.end < taker.start and g.preposition is None]
    giver = next((g for g in others if not g.is_product), None)
    source = next((g for g in after[1:2] if g.preposition in FROM | EITHER_WAY), None)
    if source or giver is None:
        return found.kind, taker.names, names_of(source)
    between = scene.folded[giver.end : min(found.start, taker.start)]
    if pattern_of(_PAID_FOR).search(between):
        return "finance", giver.names, taker.names
    if pattern_of(_BUILT).search(between):
        return "build", giver.names, taker.names
    return found.kind, taker.names, giver.names


def _is_taken(scene: Scene, place: int) -> bool:
    """Whether a site stands right before a place, with a word for "which"."""
    return pattern_of(_TAKEN).search(scene.lead(place)) is not None


def housed_sides(found: Found, before: Sequence[Group], after: Sequence[Group]) -> Sides | None:
    """Sides of what is to be hosted at somebody's: "orders chips from Cisco, hosted at NextDC"."""
    if found.words not in _HOUSED or not after or after[0].preposition not in _PLACED:
        return None
    first = next((g for g in before if not g.preposition and not g.is_product), None)
    if first is None:
        return "sell", after[0].names, ()
    return "agree", first.names, after[0].names


def passive_sides(
    scene: Scene, found: Found, before: Sequence[Group], after: Sequence[Group]
) -> Sides:
    """Sides of "The campus is leased by OpenAI from Oracle": who stands behind "by" acts.

    Of "backs a site that has been leased by OpenAI" nobody before is acted on.
    """
    actor = next(group for group in after if group.preposition in BY)
    others = [group for group in after if group is not actor and not group.is_product]
    wanted = [group for group in others if group.preposition in WANTED[found.kind] | FROM | FOR]
    is_relative = pattern_of(_RELATIVE).search(scene.lead(found.start))
    free = [group for group in before if group.names != actor.names and not is_relative]
    if found.kind == "finance":  # "installed at NextDC's site and financed by Dell"
        free = [g for g in free if not (g.is_possessive and g.preposition in _PLACED)] or free
    target = next(iter((*wanted, *free[-1:])), None)
    kind = found.kind
    if is_chosen_to_build(scene, found, actor):
        return "build", names_of(target), actor.names
    if kind == "lease" and target is not None and target.preposition in TO | FOR:
        kind = "sell"
    elif kind == "join":
        kind = "agree"
    elif found.words == "backed":  # who backs a company, not its deal, was set aside before
        kind = "guarantee"
    return kind, actor.names, names_of(target)
