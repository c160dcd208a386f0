"""Give a verb of dealing its sides, by word order and prepositions.

Who stands free before a verb acts, and who stands behind it is acted on. Of a passive it is the
other way round; of verbs that stand last, as German has them, both sides stand before.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from parsers.frames.acting import SECOND, find_subject
from parsers.frames.backing import (
    BACKS,
    is_its_site,
    is_site,
    is_tied_too,
    lenders,
    names_loan_behind,
    pays,
    pays_for_chips,
    pays_for_site,
    says_nothing,
)
from parsers.frames.dealing import Found
from parsers.frames.deals import Sides, find_noun_sides, names_of
from parsers.frames.frame import Frame, FrameKind
from parsers.frames.goods import name_for, name_with_goods
from parsers.frames.letting import serves_unnamed
from parsers.frames.passive import (
    PARTICIPLE,
    bare_passive,
    housed_sides,
    is_passive,
    passive_sides,
    relative_sides,
)
from parsers.frames.scene import NEAR, Group, Scene
from parsers.frames.turns import (
    find_turn,
    is_stock_of,
    stands_beside,
    trades_in_goods,
)
from parsers.frames.verb_last import (
    built_by,
    fronted,
    has_it_built,
    is_infinite,
    object_before,
    taker_before,
)
from parsers.frames.words import (
    DEAL_NOUNS,
    DEAL_TAILS,
    FOR,
    FROM,
    GIVING_NOUNS,
    INTO,
    NOUN_OR_VERB,
    TAKES_OVER,
    TAKES_STAKE,
    TO,
    VERBAL_LEADS,
    WANTED,
    WITH,
)
from parsers.words import pattern_of

_INFINITIVE: Final = r"(?<!\w)(?:to|para|zu|pour|per|te|for)\s+(?:\w+ly\s+|también\s+|custom[ -])?$"
# Who does this for another serves it.
_RUNS: Final = frozenset(
    {"deploy", "deploys", "deployed", "deploying", "use", "uses", "using", "order", "install"}
    | {"instalar", "instala", "instalan", "instalará", "instalarán", "instalam", "instalarão"}
    | {"desplegar", "despliega", "desplegará", "déployer", "déploie", "déploiera", "installe"}
    | {"installer", "installera", "installare", "installa", "installerà", "implantar"}
)
# Who signs with another "to deploy" chips may serve it, or be served.
_DEPLOYS: Final = frozenset(
    {"deploy", "install", "operate", "use", "roll out", "desplegar", "desplegará", "déployer"}
    | {"instalar", "развернуть", "einsetzen", "inzetten"}
)
# Who stands behind one of these is no object: in "a deal between A and B" it is a noun's side.
_BESIDES: Final = frozenset(
    {"like", "than", "against", "alongside", "between", "entre", "zwischen", "tussen", "tra"}
)
# A part of a deal that another serves in: "a contract under which Oracle will provide the halls".
_IN_WHICH: Final = r"(?<!\w)(?:in|under|through) which $"
_SECURING: Final = frozenset({"securing", "reserving", "locking in", "locking up"})
_LEADS: Final = frozenset({"lead", "leads", "led"})
_GIVES: Final = frozenset({"sell", "guarantee", "finance"})
_AS_GUARANTOR: Final = (
    r" (?:as|with) (?:an? |the )?(?:\w+ ){0,2}(?:guarantor|backer|backstop|co-?signer|guarantee"
    r"|lender|credit support)(?!\w)"
)
_CONTROL: Final = (
    r"(?<!\w)(?:tap|select|pick|choos|chose|hir|contract|commission|appoint|engag|enlist|nam"
    r"|award|chois|elig|elegi|escolh|scel|sceg|encarg|seleccion)\w*\s"
)
_ASKS: Final = rf"{_CONTROL}|(?<!\w)(?:ask|want|request|urg|invit)\w*\s"
_JOINS: Final = (
    r"(?<!\w)(?:partner|team|joins?|joined|join|collab|coop|alli|tie|ali[óoaá]|asoci|associ|koop"
    r"|colab|parcer|partenar|zusammen|samenwerk|сотруднич|партн|współpr|parteneriat)"
)
# Who only helps: "Nscale, working with Dell, will deliver".
_HELPED: Final = r",\s\w+ing\s(?:[\w-]+\s){0,2}(?:with|alongside)\s$"
_WARRANTS: Final = r" (?:\w+ ){0,2}warrants(?!\w)"
_PRONOUN: Final = r"\s+(?:it|them)(?!\w)"
_THEIRS: Final = r"\s(?:its|their|his|up to its)(?!\w)"
_BESIDE: Final = (
    r"(?:\s\([^)]{1,30}\))?,?\s(?:also |jointly |now |soon |again |once again |still |each |both )?"
)
# "Mistral, qui lui achèterait des puces": of or for who was named before.
_OF_IT: Final = r"(?<!\w)(?:qui|que|che|quien) (?:lui|le|gli|lhe) $"
_DIRECT: Final = BACKS - {"backing"} | {"hand", "hands", "handed", "inject", "injects"}
# Forms without an ending that one company does: Spanish has them.
_SINGULAR: Final = frozenset({"paga", "firma", "compra", "contrata", "aloja", "entrega", "vende"})
# Of the words that are verbs or nouns, those that tell of a deal as nouns too.
_NOUNS: Final = (
    DEAL_NOUNS
    | GIVING_NOUNS
    | {*DEAL_TAILS, "supply", "purchase", "purchases", "hosting", "leasing", "rent", "bets"}
)


def find_verb_frame(scene: Scene, found: Found) -> Frame:
    """The frame of one verb or noun; it may have one side, or none."""
    found = _as_noun(scene, found)
    kind, subjects, objects = _sides(scene, found)
    return Frame(
        kind=kind,
        verb=name_for(scene, found, objects) if kind == "build" else name_with_goods(scene, found),
        subjects=subjects,
        objects=tuple(name for name in objects if name not in subjects),
        start=found.start,
        end=found.end,
    )


def _sides(scene: Scene, found: Found) -> Sides:
    if says_nothing(scene, found):
        return found.kind, (), ()
    if found.is_noun:
        return find_noun_sides(scene, found) if found.words in _NOUNS else (found.kind, (), ())
    if found.words in _LEADS and not names_loan_behind(scene, found):
        return found.kind, (), ()
    before, after = scene.before(found.start), scene.within(found.end)
    if is_passive(scene, found, after):
        return passive_sides(scene, found, before, after)
    if pattern_of(PARTICIPLE).fullmatch(found.words) and scene.folded.startswith(" by ", found.end):
        return found.kind, (), ()  # "backed by" somebody no list knows
    bare = bare_passive(scene, found, before, after) or housed_sides(found, before, after)
    bare = bare or relative_sides(scene, found, before, after)
    bare = bare or _serving_in_part(scene, found, before, after)
    bare = bare or _dealing_with_first(scene, found, before, after)
    return bare or _active_sides(scene, found, before, after)


def _as_noun(scene: Scene, found: Found) -> Found:
    """A word that may be a noun is one, unless a subject or an auxiliary stands right before it."""
    if found.words not in NOUN_OR_VERB or found.is_noun:
        return found
    lead = scene.lead(found.start).rstrip()
    word = re.search(r"[^\s(\[\"“]*$", lead)
    last = word[0] if word else ""
    if lead.endswith(("due to", "owing to")) and found.words.endswith("ing"):
        return replace(found, kind="agree", is_noun=True)  # "due to financing issues"
    if not lead or _follows_subject(scene, found) or last in VERBAL_LEADS:
        return found
    if last.endswith(("ly", ",", ":")):
        return found
    if found.words in {"guarantees", "backstops", "build", "builds"} and last.endswith(
        ("'s", "’s")
    ):
        return found
    kind: FrameKind = found.kind if found.words in GIVING_NOUNS else "agree"
    return Found(kind=kind, words=found.words, start=found.start, end=found.end, is_noun=True)


def _follows_subject(scene: Scene, found: Found) -> bool:
    """Whether a word stands right behind companies it can be the verb of.

    One company "leases"; in "the Anthropic lease" the word is a noun.
    """
    group = next((g for g in reversed(scene.groups) if g.end <= found.start), None)
    if group is None or found.start - group.end > NEAR:
        return False
    is_bare = not found.words.endswith(("s", "ed", "ing")) and found.words not in _SINGULAR
    if is_bare and len(group.names) == 1:
        return False
    return pattern_of(_BESIDE).fullmatch(scene.folded, group.end, found.start) is not None


# --- active -------------------------------------------------------------------------------------


def _active_sides(
    scene: Scene, found: Found, before: Sequence[Group], after: Sequence[Group]
) -> Sides:
    if (sides := _germanic_sides(scene, found, before, after)) is not None:
        return sides
    subject, passed = find_subject(scene, found, before)
    if found.words in _RUNS and serves_unnamed(scene, found):
        return "sell", names_of(subject), ()
    target = object_before(found, before) or _object(scene, found, after)
    if found.kind in {"build", "sell"} and target is None:
        asks = _CONTROL if found.kind == "build" else _ASKS
        target = _controller(scene, before, subject, asks)
        if target is not None:
            return found.kind, names_of(subject), target.names
    if _names_it(scene, found, target) and subject is not None:
        target = next((group for group in reversed(before) if group.end < subject.start), None)
        return found.kind, names_of(subject), names_of(target)
    if passed is not None and (target is None or target.is_product):
        return _turned_by_passed(scene, found, subject, passed)
    return _told_sides(scene, found, subject, target, after)


def _germanic_sides(
    scene: Scene, found: Found, before: Sequence[Group], after: Sequence[Group]
) -> Sides | None:
    """Sides told by an order of words that only German and Dutch have."""
    if (taker := taker_before(scene, found, before)) is not None:
        free = [group for group in before[:-1] if not group.is_product and not group.preposition]
        return found.kind, names_of(free[-1] if free else None), taker.names
    sides = fronted(scene, found, before, after) or has_it_built(scene, found, before, after)
    sides = sides or built_by(scene, found, before)
    return (found.kind, sides[0].names, sides[1].names) if sides else None


def _serving_in_part(
    scene: Scene, found: Found, before: Sequence[Group], after: Sequence[Group]
) -> Sides | None:
    """Sides of a part of a deal that another serves in, for the first one named."""
    subject = before[-1] if before else None
    if found.kind != "sell" or subject is None or subject is before[0] or after:
        return None
    is_part = pattern_of(_IN_WHICH).search(scene.lead(subject.start)) is not None
    return ("sell", subject.names, before[0].names) if is_part else None


def _dealing_with_first(
    scene: Scene, found: Found, before: Sequence[Group], after: Sequence[Group]
) -> Sides | None:
    """Sides of "invests in Mistral, qui lui achètera des puces": the first named is the other."""
    earlier = next((g for g in reversed(before[:-1]) if g.preposition is None), None)
    if after or earlier is None or not pattern_of(_OF_IT).search(scene.lead(found.start)):
        return None
    # "Lui louera": from it, or to it.
    return "agree" if found.kind == "lease" else found.kind, before[-1].names, earlier.names


def _names_it(scene: Scene, found: Found, target: Group | None) -> bool:
    """Whether a verb takes what another provides: "Vantage builds, Oracle leases it"."""
    if found.words.startswith("deploy") or not pattern_of(_PRONOUN).match(scene.folded, found.end):
        return False
    if target is None:
        return True
    given = TO if found.kind == "lease" else frozenset()  # "buys chips and leases them to xAI"
    return target.preposition not in WANTED[found.kind] | given


def _told_sides(
    scene: Scene, found: Found, subject: Group | None, target: Group | None, after: Sequence[Group]
) -> Sides:
    """The sides of a verb, turned as its object turns it."""
    kind, is_turned = find_turn(scene, found, target)
    if (paid := pays(scene, found, target)) is not None:
        kind, is_turned = paid, False
    if kind == "invest" and target and pattern_of(_WARRANTS).match(scene.folded, target.end):
        kind = "agree"  # who is handed warrants invests, as that noun tells
    if kind == "invest" and target is not None and pays_for_site(scene, found, target):
        return "build", names_of(subject), target.names
    if kind == "invest" and not is_turned and not (target and is_stock_of(scene, target)):
        target = _taker(found, after)
    if kind == "invest" and target is not None and target.is_product:
        kind, target = pays_for_chips(scene, found, target)
    if found.words in TAKES_OVER and pattern_of(_AS_GUARANTOR).match(scene.folded, found.end):
        kind = "guarantee"
    elif found.words in TAKES_OVER and target is not None and not is_site(scene, target):
        target = None
    is_one = target is None and (subject is None or len(subject.names) == 1)
    if kind == "join" and is_one:  # nobody joins alone
        kind = "build" if found.kind == "build" else "agree"
    subjects, objects = lenders(kind, subject, target), names_of(target)
    if target is not None and target.is_product:  # "AMD and OpenAI deploy AMD chips"
        subjects = tuple(name for name in subjects if name not in objects) or subjects
    return (kind, objects, subjects) if is_turned else (kind, subjects, objects)


def _controller(
    scene: Scene, before: Sequence[Group], subject: Group | None, asks: str
) -> Group | None:
    """Who had somebody build, or serve it: "OpenAI taps SB Energy to build"."""
    earlier = [group for group in before if subject is not None and group.end < subject.start]
    if subject is None or not earlier:
        return None
    between = scene.folded[earlier[-1].end : subject.start]
    return earlier[-1] if pattern_of(asks).search(between) else None


def _object(scene: Scene, found: Found, after: Sequence[Group]) -> Group | None:
    """Who is acted on: behind the verb's own preposition, else the first behind the verb.

    The make of a product is no side where two others are named, unless it is named by itself too;
    it takes nothing ("provides Nvidia chips").
    """
    after = [g for g in scene.until_next_clause(after) if not g.is_backer and not scene.tells(g)]
    real = [group for group in _real(scene, found, after) if not is_tied_too(scene, group)]
    real = [group for group in real if found.kind in _GIVES or not scene.is_meant_for(group)]
    wanting = WANTED[found.kind] | (WITH if found.words.startswith("contract") else frozenset())
    wanted = [g for g in real[:4] if g.preposition in wanting - _BESIDES]
    if not wanted and found.kind in {"buy", "lease"} and after and after[0].is_product:
        takes = FOR if found.words in _RUNS else TO if found.kind == "lease" else frozenset()
        if not any(group.preposition in takes for group in real):
            return after[0]  # "buys Nvidia chips for OpenAI"; who deploys them for it serves it
    plain = [g for g in real if g.preposition not in _BESIDES and not stands_beside(scene, g)]
    target = next(iter(wanted or plain), None)
    if found.kind == "build" and target is not None and not _is_built_for(scene, found, target):
        return None
    return target


def _real(scene: Scene, found: Found, after: Sequence[Group]) -> list[Group]:
    """The groups that may be a side: of products, those nothing else than which is named.

    Whose machines are hosted is one: "BT hosts Nscale's GPUs".
    """
    named = {name for group in scene.groups if not group.is_product for name in group.names}
    few = 2
    hosts = found.words.startswith(("host", "hous"))
    return [
        group
        for group in after
        if not group.is_product
        or (hosts and group.is_possessive)
        or (found.kind != "sell" and (len(named) < few or named.issuperset(group.names)))
    ]


def _is_built_for(scene: Scene, found: Found, target: Group) -> bool:
    """Whether what is built is a company's: "builds a site for Oracle", "building Meta's hall"."""
    gap = scene.folded[found.end : target.start]
    if "," in gap or len(gap) > 2 * NEAR:
        return False
    near = {"at", "on"} if is_its_site(scene, target) else frozenset()  # "at OpenAI's campus"
    wanted = FOR | WITH | {None, "de", "von", "of"} | near
    return target.preposition in wanted and not target.is_product


def _taker(found: Found, after: Sequence[Group]) -> Group | None:
    """Who money goes into: "Nvidia will invest $10bn and Microsoft $5bn" names no taker."""
    if found.words in _DIRECT:
        return after[0] if after else None
    into = [group for group in after if group.preposition in INTO | {"a", "an", "bei", "von"}]
    return into[0] if into else None


def _turned_by_passed(scene: Scene, found: Found, subject: Group | None, passed: Group) -> Sides:
    """A verb with both sides before it: the one behind "with" or "from" is acted on."""
    kind = found.kind
    if pattern_of(_HELPED).search(scene.lead(passed.start)):
        return kind, names_of(subject), ()
    if kind == "invest" and (passed.preposition not in INTO or found.words == TAKES_STAKE):
        return kind, names_of(subject), ()
    if _is_second(scene, found):
        return kind, names_of(subject), ()
    if kind == "sell" and found.end - found.start > len(found.words):
        return kind, names_of(subject), passed.names  # "firma con X para suministrarle chips"
    is_purpose = found.words.startswith("to ") or bool(
        pattern_of(_INFINITIVE).search(scene.lead(found.start))
    )
    if kind == "build" and is_purpose and subject is not None:
        between = scene.folded[subject.end : passed.start]
        jointly = scene.lead(found.start).endswith("jointly ")  # "signs with AWS to jointly build"
        if passed.preposition in WITH and (jointly or pattern_of(_JOINS).search(between)):
            return "join", subject.names, passed.names  # "partners with AWS to build a site"
    opens = (
        # "signs a deal with Google to supply chips": who supplies is not told
        (is_purpose and kind in {"sell", "lease", "invest", "finance", "guarantee"})
        or (is_purpose and found.words in _DEPLOYS)
        # "signs with Fluidstack, securing 200 MW": a host secures a tenant so
        or (found.words in _SECURING and passed.preposition in WITH)
        or (kind in {"buy", "lease"} and passed.preposition not in FROM | WITH | {None})
        or (kind == "join" and trades_in_goods(scene))
    )
    return ("agree" if opens else kind), names_of(subject), passed.names


def _is_second(scene: Scene, found: Found) -> bool:
    """Whether a verb tells a second thing: "signs a lease with Anthropic, acquires a campus"."""
    if found.kind not in {"buy", "lease", "sell"} or found.words.endswith("ing"):
        return False
    is_second = pattern_of(SECOND).search(scene.lead(found.start)) and not is_infinite(found.words)
    return bool(is_second) and pattern_of(_THEIRS).match(scene.folded, found.end) is None
