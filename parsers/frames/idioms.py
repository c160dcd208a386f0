"""Read turns of European languages in which no verb alone tells who takes and who gives.

"Proximus krijgt Philips als klant", "Equinix vindt in Cerebras huurder", "Leaseweb wordt
hostingpartner van Lambda", "Booking verplaatst AI-werklast naar CoreWeave".
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from parsers.frames.frame import FrameKind
from parsers.words import pattern_of

_TAKER: Final = (
    r"(?:(?:anker|haupt|gro(?:ß|ss)|erst|cloud|ki-)?(?:mieter|kunden|abnehmer)"
    r"|(?:anker|hoofd|cloud|ai-)?(?:huurder|klant|afnemer))s?(?!\w)"
)
_SOME: Final = (
    r"(?:(?:ein|eine[nr]?|de[nr]?|ihre[nr]?|seine[nr]?|neue[nr]?|erste[nr]?|weitere[nr]?"
    r"|gro(?:ß|ss)e[nr]?|een|haar|zijn|nieuwe|eerste|grote|vaste|belangrijke) ){0,3}"
)
_GETS: Final = frozenset(
    {"krijgt", "krijgen", "kreeg", "haalt", "halen", "haalde", "strikt", "vindt", "vinden", "vond"}
    | {"bekommt", "bekam", "erhält", "erhielt", "holt", "holte", "findet", "fand", "gewinnt"}
    | {"gewann", "begrüßt", "verwelkomt"}
)
# Who is got is a customer: "… als klant", "in … einen Mieter"; not who acts "als klant van …".
_AS_TAKER: Final = (
    rf" (?:in |met )?(?:[\w.&’'-]+ ){{1,5}}?(?:binnen )?als {_SOME}{_TAKER}"
    rf"(?! (?:van|von|bei|bij)\b)| in (?:[\w.&’'-]+ ){{1,4}}?{_SOME}{_TAKER}"
)
# "Mit Meta hat Nebius einen Großkunden gewonnen", "Met Meta heeft Nebius een klant".
_HAS: Final = frozenset({"hat", "heeft"})
_HAS_TAKER: Final = rf" (?:[\w.&’'-]+ ){{1,3}}{_SOME}{_TAKER}"
# Who gets on board as a tenant takes no share by it: "steigt bei … als Mieter ein".
_BOARDS: Final = frozenset({"steigt", "stieg", "steigen", "stapt"})
_AS_TENANT: Final = r" [^.;:]{0,90}?(?<!\w)als (?:anker|haupt)?(?:mieter|kunde|huurder|klant)(?!\w)"
_BECOMES: Final = frozenset({"wordt", "worden", "werd", "wird", "werden", "wurde"})
_HOST_OF: Final = (
    r"(?: [\w.-]+){0,3}? (?:hosting|cloud|compute|infrastruktur|infrastructuur|rechenzentrums"
    r"|datacenter|colocation)-?partner (?=(?:van|von|voor|für)\b)"
)
_HANDS: Final = frozenset({"übergibt", "übergab"})
_BUILT: Final = (
    r" [^.;:,]{0,90}?(?<!\w)(?:[\w-]{0,20}geb[äa]ude|hallen?|(?:rechen|daten)zentr\w+"
    r"|cluster|[gt]pus?)(?!\w)"
)
# What is won: "sleept miljardenorder van X binnen", "zieht Auftrag von X an Land".
_BRINGS_IN: Final = frozenset({"sleept", "haalt", "zieht", "holt", "trekt"})
_IN_HOUSE: Final = r" [^.;:]{0,90}?(?<!\w)(?:binnen|an land|ins haus)(?!\w)"
_MOVES: Final = frozenset(
    {"verplaatst", "verplaatsen", "verhuist", "verhuizen", "verschuift", "verschuiven", "verlagert"}
    | {"verlagern", "verlagerte", "verlegt", "verlegen", "migriert", "migrieren", "migreert"}
    | {"migreren", "verplaatste", "verhuisde"}
)
_LOAD_NOUN: Final = (
    r"(?:(?:ki|ai|gpu)-)?(?:modell?-?)?(?:trainings?|training|workloads?|werklast(?:en)?"
    r"|inferen[cz]|inferentie|rechenlast(?:en)?|rekenlast(?:en)?|rekenwerk|berechnungen|modellen?"
    r"|modelle)"
)
_LOAD: Final = rf"(?: [\w’'-]+){{0,4}}? {_LOAD_NOUN} (?:naar|in|zu|auf)(?= )"
# A load moved by a verb in two parts: "lagert … zu X aus", "stapt voor … over naar X".
_PARTED: Final = frozenset({"lagert", "lagern", "zieht", "ziehen", "stapt", "stappen"})
_PARTED_LOAD: Final = (
    rf" (?:mit |voor |met |seine |ihre |zijn |haar )?{_LOAD_NOUN}(?: over)? (?:zu|in|naar)(?= )"
)
# On whose machines one has it done: "lässt seine Modelle auf Nebius-Servern rechnen".
_LETS: Final = frozenset({"lässt", "lassen", "ließ", "ließen", "laat", "laten", "liet"})
_RUNS_ON: Final = (
    rf"(?: [\w’'-]+){{0,3}}? {_LOAD_NOUN}(?: [\w’'-]+){{0,3}}? (?:auf|in|bei|op|bij)"
    r"(?= (?:[\w.&’'-]+ ){1,6}?(?:rechnen|laufen|trainieren|rekenen|draaien|trainen)(?!\w))"
)
# "Ziehen ein Rechenzentrum hoch", "stampfen es aus dem Boden", "trekken een datacenter op".
_RAISES: Final = frozenset(
    {"zieht", "ziehen", "zog", "zogen", "stampft", "stampfen", "trekt", "trekken"}
)
_UP: Final = (
    r" [^.;:]{0,60}?(?:rechenzentr|datenzentr|datacent|campus|ki-fabrik|supercomputer|cluster)"
    r"[^.;:]{0,60}?(?<!\w)(?:hoch|aus dem boden|op)(?!\w)"
)
# What one houses of its own stands at another's: "alojará sus modelos en la nube de Google".
_HOUSES: Final = frozenset(
    {"aloja", "alojará", "alojar", "hospeda", "hospedará", "hospedar", "héberge", "hébergera"}
    | {"héberger", "ospita", "ospiterà", "ospitare", "albergará", "alberga"}
)
_OWN_AT: Final = (
    r" (?:sus?|seus?|suas?|son|sa|ses|il suo|i suoi|le sue|la sua) (?:[^\s.,;:]+ ){1,5}?"
    r"(?:en|na|no|nos|dans|chez|sur|su|nel|nei|presso)(?= )"
)
# Who leaves a host behind was its tenant: "deja a Rayo Compute sin inquilino".
_LEAVES: Final = frozenset(
    {"deja", "dejan", "dejó", "dejará", "dejando", "deixa", "deixou", "deixando", "deixará"}
    | {"lascia", "lasciando", "lascerà", "laisse", "laissant", "laissera", "lässt", "lassen"}
    | {"ließ", "laat", "laten", "liet", "leave", "leaves", "leaving", "left"}
)
_WITHOUT_TAKER: Final = (
    r" (?:[\w.&'’-]+ ){1,7}?(?:sin|sem|senza|sans|ohne|zonder|without|with no) (?:[\w-]+ ){0,3}?"
    r"(?:inquilin[oia]s?|arrendat[aá]ri[oa]s?|locat[aá]rio?s?|locataires?|(?:anker)?mieter|huurder"
    r"|tenants?|lessee|clientes?|clienti?|kunde|klant|customers?|ocupantes?)(?!\w)"
)
# What is secured are goods, and no debt: "garante 200.000 GPUs da Nscale", "s'assure 2 GW chez X".
_SECURES: Final = frozenset(
    {"garante", "garantiu", "garantiza", "garantizó", "garantit", "garantisce", "garantiert"}
    | {"garandeert", "asegura", "aseguró", "asegurado", "asegurará", "assegura", "assegurou"}
)
_SUPPLY: Final = (
    r"(?:[gt]pus?|chips?|puces|acess?o|acceso|accès|accesso|zugang|zugriff|toegang|capaci\w+"
    r"|potenza|puissance|poder|servidores|serveurs|gigavatios|gigawatts?|megavatios|megawatts?"
    r"|[gm]w)(?!\w)"
)
_GOODS: Final = (
    rf"(?: (?!(?:las?|los?|il|gli|os?|as?|an|aan|al|à|aos?|alla|aux?|que|che)\b)[\w.,-]+){{0,4}}?"
    rf"(?: (?:la|l[ae]s|el|il|o|i|as?|os))? {_SUPPLY}"
)
# The same for another: "garantiza a OpenAI 500 MW".
_GOODS_TO: Final = (
    rf" (?:a|al|à|ao|aos|alla|ad|aux?|an|aan) (?:[\w.&'’-]+ ){{1,6}}?(?:[oa] |el |l['’])?{_SUPPLY}"
)


# "Takes a second building from", "hands back its GPUs at", "to install 1,200 cards for".
_TAKES: Final = frozenset({"take", "takes", "took", "taking", "taken"})
_SPACE_FROM: Final = (
    r" (?:(?:an?|the|another|its|second|third|fourth|more|every|all|two|three|four|whole|entire"
    r"|further|extra|of) ){0,3}(?:[\w-]+ ){0,2}?(?:buildings?|halls?|floors?|shells?|racks?|phase"
    r"|site"
    r"|campus|block|space)(?= (?:from|at)(?!\w))"
)
_HANDS_BACK: Final = frozenset({"hand", "hands", "handed", "handing", "give", "gives", "gave"})
_BACK: Final = (
    r" back(?= (?:(?:its|the|all|some|half|of|most) ){0,3}(?:[\w-]+ ){0,2}?(?:[gt]pus?|capacity"
    r"|halls?"
    r"|servers|racks|space|megawatts|mw|chips|accelerators)(?!\w))"
)
_INSTALLS: Final = frozenset({"install", "installs", "installing", "installed"})
_CARDS_FOR: Final = (
    r" (?:an? |about |some |up to |another )?\d[\d.,]*k? (?:[\w-]+ ){0,3}?(?:[gt]pus?|chips|cards"
    r"|accelerators|processors|servers|racks|systems)(?= for(?!\w))"
)


# "Gives Munich's Peregrin AI 2,000 GPUs", "sounds out Amazon and Nscale over a cluster".
_GIVES: Final = frozenset({"give", "gives", "gave", "giving"})
_SO_MANY: Final = (
    r" (?!back )(?:[\w.&’'-]+ ){1,5}?\d[\d.,]*k? (?:[\w-]+ ){0,2}?(?:[gt]pus?|accelerators?"
    r"|servers?"
    r"|[mg]w|megawatts?|gigawatts?)(?!\w)"
)
_SOUNDS: Final = frozenset({"sound", "sounds", "sounded", "sounding"})
_OUT: Final = r" out(?= [^.;:]{2,60} (?:over|about|for|on) )"
_TOPS: Final = frozenset({"top", "tops", "topped", "topping"})
_UP_DEBT: Final = (
    r" up (?:its |the |their )?(?:debt|loans?|financing|facility|credit)(?= (?:for|to|behind)\b)"
)


@dataclass(frozen=True, slots=True)
class Idiom:
    """What a turn of phrase says, under the name of a plain verb, and where it ends."""

    kind: FrameKind
    words: str
    end: int


# The verb that begins a turn, what follows it, what that says ("provides" serves even a bank), and
# whether the words that follow belong to the verb.
_TURNS: Final[tuple[tuple[AbstractSet[str], str, FrameKind, str, bool], ...]] = (
    (_GETS, _AS_TAKER, "sell", "provides", False),
    (_HAS, _HAS_TAKER, "sell", "provides", False),
    (_BOARDS, _AS_TENANT, "lease", "mietet", False),
    (_BECOMES, _HOST_OF, "sell", "provides", True),
    (_HANDS, _BUILT, "sell", "provides", False),
    (_BRINGS_IN, _IN_HOUSE, "buy", "wins", False),
    (_MOVES, _LOAD, "buy", "move to", True),
    (_PARTED, _PARTED_LOAD, "buy", "move to", True),
    (_LETS, _RUNS_ON, "buy", "move to", True),
    (_HOUSES, _OWN_AT, "buy", "move to", True),
    (_RAISES, _UP, "build", "baut", False),
    (_LEAVES, _WITHOUT_TAKER, "buy", "leaves", False),
    (_SECURES, _GOODS, "buy", "secures", False),
    (_SECURES, _GOODS_TO, "sell", "provides", False),
    (_GIVES, _SO_MANY, "sell", "provides", False),
    (_SOUNDS, _OUT, "buy", "sounds out", True),
    (_TOPS, _UP_DEBT, "finance", "lends", True),
    (_TAKES, _SPACE_FROM, "lease", "take", False),
    (_HANDS_BACK, _BACK, "lease", "take", True),
    (_INSTALLS, _CARDS_FOR, "sell", "provides", True),
)


def find_idiom(folded: str, place: int, word: str) -> Idiom | None:
    """The turn of phrase that begins with a word, if it begins one."""
    end = place + len(word)
    for verbs, following, kind, words, is_whole in _TURNS:
        if word in verbs and (found := pattern_of(following).match(folded, end)):
            return Idiom(kind, words, found.end() if is_whole else end)
    return None
