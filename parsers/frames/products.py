"""Tell a make of chips from a company that acts: "Nvidia's latest GPUs"."""

from collections.abc import Mapping, Sequence
from typing import Final

from parsers.frames.asides import PLAIN_LIST, is_shaped
from parsers.frames.cjk_words import BESIDE_PRODUCT, PRODUCT
from parsers.types import Mention
from parsers.words import fold, pattern_of

_PRODUCT: Final = (
    r"\)?(?: (?:corp|inc|co)(?!\w))?(?:\.(?= ))?(?:['’]s?)?(?: \([\w:. ]{1,14}\)"
    r"| (?:nvda|avgo|intc|qcom))?"
    r"(?:['’]s?)?[ -]?(?:(?:(?:ai|new|newer|newest"
    r"|latest|custom|top|advanced|high-end|flagship|in-house|own|powerful|state-of-the-art"
    r"|next-gen\w*|[ghbvm][bhri]?\d{2,3}\w?|proprietary|homegrown|graphics|data cent(?:er|re)"
    r"|meest|geavanceerde|nieuwste|krachtigste|neue\w{0,4}|modernste\w?|eigene\w?|leistungsst\w+"
    r"|server|rack-scale|(?:air|liquid|water)-cooled|cutting-edge|specialized|special|blackwell"
    r"|hopper|grace|rubin|vera|ultra|instinct|helios|architecture|and|series)[ -])*(?:gpus?|tpus?"
    r"|npus?|cpus?|asics?|chips?|processors?|systems|accelerators?|hardware|servers|silicon"
    r"|semiconductors?|superchips?|superpods?|supercomputers|racks?|blackwell|hopper|grace|rubin"
    r"|vera|instinct|helios|trainium\d?|inferentia\d?|graviton\d?|ironwood|dgx|hgx|cuda"
    r"|[ghb][bh]?\d00s?|prozessor\w*|systemen?|beschleuniger\w*|grafik\w+|nvl\d+|mi\d{3}x?"
    r"|[gt]pu[-‐‑](?:accelerated|based|powered) (?:stack|infrastructure|platform|technology)"
    r"|wafer-scale|lpus?|processing units?|products?|technology|tech|equipment|gear)(?!\w))"
    r"|-powered|-made|-equipped|-based"
    # "Nvidia-Rechenleistung", "AMD-capaciteit"
    r"|-(?:ki-|ai-|gpu-)?(?:rechenleistung|rechenkapazit\w+|rechenkraft|kapazit[äa]t\w*|rekenkracht"
    r"|capaciteit)(?!\w)"
    rf"|{PRODUCT}"
)
# "chips made by Nvidia", and what other languages say for "Nvidia chips".
_MAKE_BEFORE: Final = (
    r"(?<!\w)(?:[gt]pus?|chips?|processors?|accelerators?|servers|systems|silicon"
    r"|hardware)(?: (?:made|built|designed|developed|manufactured) by| (?:from|by) the likes of)\s$"
    r"|(?<!\w)(?:[gt]pus?|chips?|puces?|procesador\w*|procesor\w*|processeurs?|processador\w*"
    r"|systeme\w*|prozessor\w*|beschleuniger|semiconductor\w*|halbleiter|microchips?|sistemas"
    r"|serveurs|servidores|hardware|equipos|equipamiento|aceleradores|blackwell|gb\d00\w*"
    r"|cipuri\w*|chip[yó]w?|uk[łl]ad[yó]w?|чип\w*|процессор\w*|ускорител\w*)"
    r"(?: especializad\w+| más| mais| plus| più| mai| avan[zç]a\w+| avanc[ée]\w*| avansat\w+"
    r"| recent[ei]s?| potent[ei]s?| puissant\w*| graphiques| gráficos| компании"
    r"| d[ei] (?:última|ultima|dernière) g(?:[eé]n[eé]|e)ra\w+| g?[bh]\d00\w?| ultra){0,3}"
    r"(?: (?:de ia|para ia|ia|ai|blackwell|rubin|d['’]ia))?,? (?:(?:de|del|di"
    r"|da|von|van|ale|der firma|firmy|(?:fabricad|producid|produzid|projetad)[oa]s (?:por|pela)"
    r"|(?:fabriqué|produit|conçu)e?s par|prodott[ie] da|hergestellt von))?\s$"
    r"|(?<!\w)(?:fabricad|producid|produzid)[oa]s (?:por|pel[ao])\s$"
    r"|(?<!\w)(?:puces?|procesador\w*|processeurs?|processador\w*"
    r"|prozessoren|processori|procesoare|cipuri|procesor\w*|układ\w*|serveurs|servidores"
    r"|processeurs graphiques|procesadores gráficos|processadores gráficos|processori grafici"
    r"|grafikprozessoren|aceleradores|accélérateurs|acceleratori"
    r"|superordenador|supercomputador\w*|supercalculateur)\s$|(?<!\w)(?:чип\w*|процессор\w*"
    r"|ускорител\w*|видеокарт\w*)\s$"
)
# What runs on a maker's chips, which is somebody's: "delivers Nvidia AI capacity to Microsoft".
_RUN_ON: Final = r" (?:ai )?(?:capacity|computing|compute)(?!\w)"
# Machines that stand with another are whose they are called: "hébergera les serveurs de Groq".
_HOUSED: Final = (
    r"(?<!\w)(?:aloj|alberg|hosped|abrig|h[ée]berg|accueill|ospit)\w* (?:[^\s,;:]+ ){0,5}?(?:los"
    r"|les|os)"
    r" (?:servidores|serveurs) d[aeo] $"
)
# Behind a make that stands last no verb follows: "the chips Nvidia makes" is another thing.
_NO_CLAUSE: Final = (
    r"(?:['’]s)?(?:[.,;:)]|$| (?:de|del|da|do|du|en|em|in|dans|auf|et|y|e|und|para|pour|per|für|por"
    r"|à|al|a|ad|con|avec|mit|que|qui|che|i|w|и|в|для|din|și|cu)(?!\w))"
)
_CALLED_BEFORE: Final = ("gpu ", "gpus ", "chips ", "chip ", "computer ")
_REACH: Final = 64
_FAR: Final = 90


def is_product(folded: str, start: int, end: int) -> bool:
    """Whether a name is the make of something: "Nvidia's latest GPUs", "chips from AMD" is not."""
    if pattern_of(_PRODUCT).match(folded, end, end + _FAR):
        return True
    if folded.startswith(_CALLED_BEFORE, _word_start(folded, start)):
        return pattern_of(_NO_CLAUSE).match(folded, end) is not None  # "18.000 GPU Nvidia"
    lead = folded[max(0, start - _REACH) : start]
    is_make = pattern_of(_MAKE_BEFORE).search(lead) is not None
    return is_make and pattern_of(_HOUSED).search(lead) is None


def _word_start(folded: str, start: int) -> int:
    """Where the word right before a place begins."""
    return max(folded.rfind(sign, 0, max(0, start - 1)) for sign in " -(") + 1


def find_makes(
    whole: str, mentions: Sequence[Mention], sectors: Mapping[str, str]
) -> frozenset[str]:
    """Makers of chips that a text names only as a make: "Nvidia GB300 systems"."""
    makers = {m.company for m in mentions if sectors.get(m.company) == "chips"}
    if not makers:
        return frozenset()
    folded = fold(whole)
    acting: set[str] = set()
    following: Mention | None = None  # the next mention, if that is a make too
    for m in reversed(mentions):
        if m.kind == "ticker":
            continue  # "Nvidia (NVDA) chips"
        listed = following is not None and pattern_of(PLAIN_LIST).fullmatch(
            folded, m.end, following.start
        )
        # "AMD, Cerebras and Qualcomm chips"
        is_make = is_product(folded, m.start, m.end) or listed or _is_run_on(folded, m)
        following = m if is_make else None
        if m.company in makers and not is_make and not is_shaped(folded, m):
            acting.add(m.company)
    return frozenset(makers - acting)


def _is_run_on(folded: str, mention: Mention) -> bool:
    """Whether a maker is named for the capacity that runs on its chips."""
    return pattern_of(_RUN_ON).match(folded, mention.end) is not None


def find_products(
    mentions: Sequence[Mention], whole: str, sectors: Mapping[str, str]
) -> frozenset[str]:
    """Makers of chips whose products a text names, whatever else they do in it."""
    makers = [m for m in mentions if sectors.get(m.company) == "chips"]
    if not makers:
        return frozenset()
    folded = fold(whole)
    return frozenset(
        m.company
        for m in makers
        if is_product(folded, m.start, m.end)
        or pattern_of(BESIDE_PRODUCT).match(folded, m.end) is not None
    )
