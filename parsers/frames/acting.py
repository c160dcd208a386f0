"""Find who acts: of the sides in front of a verb the one that it hangs on."""

from collections.abc import Sequence
from typing import Final

from parsers.frames.backing import is_acted_on
from parsers.frames.dealing import Found
from parsers.frames.scene import NEAR, Group, Scene
from parsers.frames.verb_last import is_infinite, stands_last
from parsers.frames.words import BY, FROM, OBJECT_PREPOSITIONS
from parsers.words import pattern_of

_LOOSE: Final = r"[,;–—-]\s*(?:\w+ly\s+)?$"
_DEAL_TO: Final = (
    r" (?:[\w-]+ ){0,3}(?:deal|contract|agreement|pact|accord|arrangement|lease|order)s? to "
)
_FOR_IT_TO: Final = r" to (?:also |then |jointly )?"
_RELATIVE: Final = r"(?:which|who|that|que|qui|che)\s+(?:[\w’']+\s+){0,2}$"
# Who is chosen for this builds for who chooses: "a choisi Crusoe pour construire un campus".
_CHOOSES: Final = (
    r"(?:chois|ele[gc]|eli[gj]|escolh|seleccion|selecion|sélectionn|selezion|sceg|scel|encarg|contrat"
    r"|reten|retien|confi)\w*(?: d\w{1,4})?"
)
_TO_BUILD: Final = (
    r",? (?:pour|para|per|de) (?:(?:la|el|a|o) )?(?:constru|bâtir|levantar|edificar|erguer|ériger"
    r"|costrui|realizzare|développer|desarrollar|desenvolver|sviluppare)\w*"
)
_GETS: Final = (
    r"(?:get|got|receiv|secur|win|won|land|erh[äi]|bek[oa]m|gew[ia]nn|ergatter|krijg|kreeg|recib"
    r"|receb|gan|conq|consig|logr|obt|ott|vinc|aggiudic|décroch|remport|s[ei] |zdob"
    r"|otrzym)[^;:]{0,24}"
)
# The work itself, in an order somebody gets: "den Bauauftrag", "el encargo de construir un centro".
_WORK: Final = (
    r"(?<!\w)(?:bauauftr[aä]g\w{0,2}|(?:[a-zäöü]{0,12}auftrag|aufträge|opdracht|encargo|pedido"
    r"|contratos?|encomenda|commessa|appalto|contratto|commande|contrat|marché|contract|order)"
    r"(?: (?:del?|d[aio]|von|van) [\w.&-]{2,20})?"
    r" (?:(?:zum|zur|für|voor|om|de|di|para|pour|per|to|for|the|la|el|a|l['’]|den|die|een|te) ?)"
    r"{1,3}(?:bau|errichtung|bouw|constru|costru|levantar|edificar|realizz|build)"
    r"|(?:commande|commessa|encargo|pedido|auftrag|opdracht|encomenda) (?:d['’]un|d[ei] un|für ein"
    r"|voor een|de um) ?(?:centre|centro|data ?cent|rechenz|nuovo data)"
    r"|(?:la|a|l[ae]|de|den|die) (?:bouw|bau|construcci[óo]n|construção|construction|costruzione"
    r"|realizzazione|errichtung) (?:del?|du|d['’]un|di un|d[ao]s?|van|von|eine[rs]|des))"
)
_GIVEN_BY: Final = FROM | BY | {"de", "del", "di"}
_AS_IT: Final = r"(?<!\w)(?:as|while) it (?:also |will )?$"
# What one builds or fills that stands before its name: "the campus Vantage is building".
_MADE: Final = (
    r"(?<!\w)(?:campus(?:es)?|(?:data ?)?cent(?:er|re)s?|sites?|halls?|buildings?|facilit(?:y|ies)"
    r"|clusters?|supercomputers?|projects?|chips|[gt]pus|servers|racks|capacity)\s$"
)
_IS_MAKING: Final = (
    r"\s(?:is|are|was|were|has|have|had|will|would|plans|agreed|intends|wants)(?:\s(?:be|been|now"
    r"|already|to|also|only))?\s"
)
# A verb in a row of verbs; the first row takes a comma too.
SECOND: Final = r"[^\s,]{2},\s(?:(?:and|also|then)\s)?$|(?<!\w)(?:und|et|y|en|e|i|и|și)\s$"
_AND_ALSO: Final = r",? (?:and|y|e|et|und|en|i|и|și) (?:\w+ly |also |then |también |auch |ook )?"


def find_subject(
    scene: Scene, found: Found, before: Sequence[Group]
) -> tuple[Group | None, Group | None]:
    """Who acts: the nearest group before a verb that hangs on no preposition.

    Also the last group that was passed over, which is acted on where nobody stands behind the
    verb: "Microsoft hat mit IREN einen Vertrag geschlossen".
    """
    real = [group for group in before if not group.is_product and not group.is_backer]
    if not real and not is_infinite(found.words):
        real = list(before)
    if not real:
        return None, None
    lead = scene.lead(found.start)
    if real[-1].preposition == "for" and pattern_of(_FOR_IT_TO).fullmatch(
        scene.folded, real[-1].end, found.start
    ):
        return real[-1], None  # "a letter of intent for Nvidia to invest"
    free = [group for group in real if group.preposition not in OBJECT_PREPOSITIONS]
    # "of Fluidstack's obligations and receive warrants": whose they are does not act.
    free = [g for g in free if not (g.is_possessive and is_acted_on(scene, g))]
    free = [group for group in free if not scene.explains(group)] or free
    is_relative = pattern_of(_RELATIVE).search(lead) or _makes_what_precedes(scene, found, real[-1])
    if is_relative or not free:
        return real[-1], None
    if len(free) > 1 and pattern_of(_DEAL_TO).fullmatch(scene.folded, free[-1].end, found.start):
        return free[-2], free[-1]  # "Tencent signs Oracle deal to lease chips"
    if (
        len(free) > 1
        and free[-1].preposition
        and pattern_of(_AND_ALSO).fullmatch(scene.folded, free[-1].end, found.start)
    ):
        free = free[:-1]  # "Google prend 14 % de TeraWulf et garantit le bail"
    if stands_last(scene, found, free):
        free = free[:1]  # "wird CoreWeave OpenAI mit Rechenleistung versorgen"
    if pattern_of(_AS_IT).search(lead):
        return free[0], None  # "Google takes 14% of TeraWulf as it backs a lease"
    is_loose = found.words.split(maxsplit=1)[0].endswith("ing") and pattern_of(_LOOSE).search(lead)
    if len(free) > 1 and _goes_into(scene, found, free[-1]):
        free = free[:-1]
    subject = free[0] if is_loose or _invests_besides(scene, found, free) else free[-1]
    passed = [group for group in real if group.start > subject.end]
    return subject, passed[-1] if passed else None


def _goes_into(scene: Scene, found: Found, last: Group) -> bool:
    """Whether money goes into the last one named: "leases Galaxy halls, invests in Galaxy"."""
    if found.kind != "invest":
        return False
    behind = next((group for group in scene.groups if group.start >= found.end), None)
    return behind is not None and behind.names == last.names


def _makes_what_precedes(scene: Scene, found: Found, last: Group) -> bool:
    """Whether a clause without "that" begins: "bonds for the campus Vantage is building"."""
    if last.is_possessive or pattern_of(_MADE).search(scene.lead(last.start)) is None:
        return False
    return pattern_of(_IS_MAKING).fullmatch(scene.folded, last.end, found.start) is not None


def _invests_besides(scene: Scene, found: Found, free: Sequence[Group]) -> bool:
    """Whether who serves another also pays into it: "X to supply Y with compute, invests $900m"."""
    is_second = found.kind == "invest" and pattern_of(SECOND).search(scene.lead(found.start))
    return bool(is_second) and found.start - free[-1].end > len(", and ")


def is_chosen_to_build(scene: Scene, found: Found, last: Group) -> bool:
    """Whether a verb has somebody chosen, and what for stands behind the last company named."""
    if pattern_of(_CHOOSES).fullmatch(found.words) is None:
        return False
    return pattern_of(_TO_BUILD).match(scene.folded, last.end) is not None


def gets_building_work(scene: Scene, found: Found, target: Group) -> bool:
    """Whether what is got from a company is the work to build: "erhält von Meta den Bauauftrag"."""
    if target.preposition not in _GIVEN_BY or not pattern_of(_GETS).fullmatch(found.words):
        return False
    return pattern_of(_WORK).search(scene.folded, found.end, target.end + NEAR) is not None
