"""Find who does what to whom in Turkish, where endings tell the sides and the verb stands last."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from parsers.frames.frame import Frame, FrameKind
from parsers.types import Mention
from parsers.words import pattern_of

# How a company stands in its sentence; "make": whose chips are dealt in, "locative": where.
Case = Literal["subject", "to", "from", "with", "for", "by", "of", "make", "object", "locative"]

_LETTERS: Final = "[ğĞışŞİ]"
_COMMON: Final = (
    r"(?<!\w)(?:ile|için|milyar|milyon|yapay|veri|bir|ve|olan|göre|yeni|daha|şirketi?|alacak"
    r"|edecek|yapacak|\w*(?:ayacak|eyecek)|etti|oldu|anlaş\w*|sözleşme\w*|yatirim\w*)"
    r"(?!\w)"
)
# What may stand between a name and the ending it takes: "Nebius şirketinden".
_CALLED: Final = r"(?: (?:şirketi|firmasi|devi|girişimi|grubu|operatörü|sağlayicisi))?['’]?"
_CASES: Final[tuple[tuple[Case, str], ...]] = (
    ("make", r"(?:['’]n?[iuü]n)?(?: [\w-]+){0,2} (?:gpu|tpu|çip|işlemci|sistem)\w*"),
    ("with", rf"{_CALLED}(?:y?l[ae]| ile(?: birlikte)?)(?!\w)"),
    ("by", rf"{_CALLED} tarafindan(?!\w)"),
    ("for", rf"{_CALLED}(?:n?[iuü]n)? için(?!\w)"),
    ("from", rf"{_CALLED}n?[dt][ae]n(?!\w)"),
    ("locative", rf"{_CALLED}n?[dt][ae](?:ki)?(?!\w)"),
    ("of", rf"{_CALLED}n?[iuü]n(?!\w)"),
    ("to", rf"{_CALLED}[ny]?[ae](?!\w)"),
    ("object", r"['’][ny]?[iuü](?!\w)"),
)
_VERBS: Final[tuple[tuple[FrameKind, str], ...]] = (
    ("invest", r"yatirim yap\w+|yatirim yapma\w*"),
    ("lease", r"kirala(?!y?ik)\w*"),
    ("sell", r"kiraya ver\w+|tedarik e[dt]\w+|sağla(?:y|d|m)\w*|sat(?:acak|ti|iyor|mak|maya)\w*"
     r"|sun(?:acak|du|uyor|mak|maya)\w*|teslim e[dt]\w+|temin e[dt]\w+"),
    ("buy", r"satin al\w*|kullan(?!ici)\w*|sipariş (?:ver|e[dt])\w*|tercih e[dt]\w*"
     r"|seç(?:ti|ecek)\w*|edin(?:ecek|di)\w*|al(?:acak|di)(?!\w)"),
    ("build", r"inşa e[dt]\w+|kur(?:acak|uyor|du|maya|mak)(?!\w)"),
    ("join", r"ortakli\w+|iş ?birliği\w*|güçlerini birleştir\w+"),
    ("agree", r"imzala\w*|anlaş(?!mazlik)\w*|sözleşme\w*|görüş(?!ler)\w*|müzakere\w*|el sikiş\w*"),
)  # fmt: skip
_VERB: Final = "|".join(rf"(?P<{kind}>(?<!\w)(?:{words}))" for kind, words in _VERBS)
# Where the other side stands, the likelier first.
_OTHER: Final[dict[FrameKind, tuple[Case, ...]]] = {
    "invest": ("to",),
    "lease": ("from", "with", "to"),
    "sell": ("to", "for", "with"),
    "buy": ("from", "of", "make", "with"),
    "build": ("for", "with"),
    "join": ("with",),
    "agree": ("with", "from", "to", "of"),
}
# Where these stand instead, the direction is not told.
_OPEN: Final[frozenset[tuple[FrameKind, Case]]] = frozenset(
    {("lease", "with"), ("sell", "with"), ("buy", "with"), ("lease", "to")}
)
# What ends a deal that names nothing whose giver and taker are known.
_ENDED: Final = (
    r"^(?!.*(?<!\w)(?:bulut|gpu|çip|işlem|kapasite|kira|tedarik)).*(?<!\w)(?:rafa kal|iptal"
    r"|ask[ıi]ya al"
    r"|çök|suya düş|durdurul)"
)
_REACH: Final = 40
_Placed = tuple[Mention, Case]


def is_turkish(sentence: str, folded: str) -> bool:
    """Whether a sentence is Turkish, from its letters and commonest words."""
    return (
        pattern_of(_LETTERS).search(sentence) is not None
        and pattern_of(_COMMON).search(folded) is not None
    )


def find_turkish_frames(folded: str, mentions: Sequence[Mention]) -> tuple[Frame, ...]:
    """The frames of one Turkish sentence, in order; `mentions` carry offsets into it.

    >>> meta = Mention(company="Meta", text="Meta", kind="name", start=0, end=4)
    >>> oracle = Mention(company="Oracle", text="Oracle", kind="name", start=6, end=12)
    >>> frame, = find_turkish_frames("meta, oracle'dan kapasite kiralayacak", (meta, oracle))
    >>> frame.kind, frame.subjects, frame.objects
    ('lease', ('Meta',), ('Oracle',))
    """
    placed = [(mention, _case(folded, mention.end)) for mention in mentions]
    frames = (_frame(found, placed) for found in pattern_of(_VERB).finditer(folded))
    return tuple(frame for frame in frames if frame.subjects or frame.objects)


def _case(folded: str, end: int) -> Case:
    matches = (
        case for case, ending in _CASES if pattern_of(ending).match(folded, end, end + _REACH)
    )
    return next(matches, "subject")


def _frame(found: re.Match[str], placed: Sequence[_Placed]) -> Frame:
    """A verb with who stands before it: the first without an ending acts."""
    kind: FrameKind = next(kind for kind, _ in _VERBS if found[kind])
    before = [one for one in placed if one[0].end <= found.start()]
    subjects = tuple(_named(before, "subject"))
    case = next((case for case in _OTHER[kind] if any(c == case for _, c in before)), None)
    objects = tuple(_named(before, case)) if case else ()
    if case is None and kind == "agree" and len(subjects) > 1:
        subjects, objects = subjects[:1], subjects[1:]
    acting = subjects if kind == "agree" else subjects[:1]
    if kind == "agree" and pattern_of(_ENDED).search(found.string):
        kind, case = "join", None  # of an ended deal no side is told
    return Frame(
        kind="agree" if case and (kind, case) in _OPEN else kind,
        verb=found[0],
        subjects=acting,
        objects=tuple(name for name in objects if name not in acting),
        start=found.start(),
        end=found.end(),
    )


def _named(placed: Sequence[_Placed], case: Case) -> Iterator[str]:
    yield from dict.fromkeys(mention.company for mention, how in placed if how == case)
