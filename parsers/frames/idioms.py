"""Read turns of German and Dutch in which no verb alone tells who takes and who gives.

"Proximus krijgt Philips als klant", "Equinix vindt in Cerebras huurder", "Leaseweb wordt
hostingpartner van Lambda", "Booking verplaatst AI-werklast naar CoreWeave".
"""

from dataclasses import dataclass
from typing import Final

from parsers.frames.frame import FrameKind
from parsers.words import pattern_of

_TAKER: Final = (
    r"(?:(?:anker|haupt|gro(?:ß|ss)|erst|cloud|ki-)?(?:mieter|kunden|abnehmer)"
    r"|(?:anker|hoofd|cloud|ai-)?(?:huurder|klant|afnemer))s?(?!\w)"
)
# A verb that makes even a bank one who takes compute.
_SERVES: Final = "provides"
_SOME: Final = (
    r"(?:(?:ein|eine[nr]?|de[nr]?|de|ihre[nr]?|seine[nr]?|neue[nr]?|erste[nr]?|weitere[nr]?"
    r"|gro(?:ß|ss)e[nr]?|een|haar|zijn|nieuwe|eerste|grote|vaste|belangrijke) ){0,3}"
)
_GETS: Final = frozenset(
    {"krijgt", "krijgen", "kreeg", "haalt", "halen", "haalde", "strikt", "vindt", "vinden", "vond"}
    | {"bekommt", "bekam", "erhält", "erhielt", "holt", "holte", "findet", "fand", "gewinnt"}
    | {"gewann", "begrüßt", "verwelkomt"}
)
# Who is got is a customer: "… als klant", "in … einen Mieter"; not who acts "als klant van …".
_AS_TAKER: Final = (
    rf" (?:in |met )?(?:[\w.&’'-]+ ){{1,5}}?(?:binnen )?als {_SOME}{_TAKER}(?! (?:van|von|bei"
    rf"|bij)\b)"
    rf"| in (?:[\w.&’'-]+ ){{1,4}}?{_SOME}{_TAKER}"
)
_BECOMES: Final = frozenset({"wordt", "worden", "werd", "wird", "werden", "wurde"})
_HOST_OF: Final = (
    r"(?: [\w.-]+){0,3}? (?:hosting|cloud|compute|infrastruktur|infrastructuur|rechenzentrums"
    r"|datacenter"
    r"|colocation)-?partner (?=(?:van|von|voor|für)\b)"
)
_MOVES: Final = ("verplaats", "verhuis", "verlager", "verleg", "verschuif", "migrier", "migreer")
_LOAD: Final = (
    r"(?: [\w’'-]+){0,4}? (?:(?:ki|ai|gpu)-)?(?:modell?-?)?(?:trainings?|training|workloads?"
    r"|werklast(?:en)?|inferen[cz]|inferentie|rechenlast(?:en)?|rekenlast(?:en)?|rekenwerk"
    r"|berechnungen|modellen?|modelle)"
    r" (?:naar|in|zu|auf)(?= )"
)


_HANDS: Final = frozenset({"übergibt", "übergab"})
_BUILT: Final = (
    r" [^.;:,]{0,90}?(?<!\w)(?:[\w-]{0,20}geb[äa]ude|hallen?|(?:rechen|daten)zentr\w+|cluster"
    r"|[gt]pus?)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Idiom:
    """What a turn of phrase says, under the name of a plain verb, and where it ends."""

    kind: FrameKind
    words: str
    end: int


def find_idiom(folded: str, place: int, word: str) -> Idiom | None:
    """The turn of phrase that begins with a word, if it begins one."""
    end = place + len(word)
    if word in _GETS and pattern_of(_AS_TAKER).match(folded, end):
        return Idiom("sell", _SERVES, end)
    if word in _BECOMES and (host := pattern_of(_HOST_OF).match(folded, end)):
        return Idiom("sell", _SERVES, host.end())
    if word in _HANDS and pattern_of(_BUILT).match(folded, end):
        return Idiom("sell", word, end)
    if word.startswith(_MOVES) and (load := pattern_of(_LOAD).match(folded, end)):
        return Idiom("buy", "move to", load.end())
    return None
