"""Find sums that leave their currency to one beside them: "5.000 millones, a una valoración de"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from parsers.measures import Measure
from parsers.words import fold, pattern_of

# What leads to money whatever unit it is told in: what one puts in, begins with, is worth.
_LEADS: Final = (
    r"(?<!\w)(?:"
    # Spanish, Portuguese
    r"(?:comenzando|empezando|iniciando|arrancando|come[çc]ando) (?:con|por|com)"
    r"|inicial(?:mente|es)?(?: de)?|primer(?:os)?|de los que|de los cuales|(?:otros|outros|mais) "
    r"|valo?ra(?:ci[óo]n|d[ao])|valuaci[óo]n|valuad[ao]|avalia(?:[çc][ãa]o|d[ao])"
    r"|invert(?:ir[áa]n?|irá|ir|id[oa]s)|inviert\w+|invirti[óo]|invers(?:i[óo]n|iones)"
    r"|investir[áã]o?|invest[ei]\w*|investimento|inyect\w+|injet\w+|aport\w+|apost\w+"
    r"|compr\w+|acuerdo|contrato|acordo|contrat|accord[o]?|contratto|gast\w+|pondr\w+"
    r"|desembols\w+|destin\w+"
    r"|compromet\w+|pag(?:a|ar|ar[áa]n?|ou|ó)"
    # French, Italian
    r"|investi(?:t|r|ra|ront|ssent|ssement|ssements|ti|rà|ranno|re|mento)|inject\w+|vers(?:e|era"
    r"|er)"
    r"|apport\w+|valoris(?:ation|[ée]e)|d[ée]pens\w+|engag\w+|ach[èe]ter?a?(?:nt|ont)?(?: pour)?"
    r"|d['’]abord|dont|valut\w+|acquist\w+|inizial\w+|partendo da"
    # German, Dutch
    r"|investier\w+|investition\w*|investeer\w*|investering\w*|bewertung|bewertet|waardering"
    r"|(?:contratto|accordo|contrato|acuerdo|acordo|contrat|accord) \w+"
    r"|zun[äa]chst|anfangs|davon|beginnend mit|eerst|steckt|pumpt"
    r")(?!\w)"
    # Little more than a preposition and a hedge between.
    r"(?:,? (?:de|di|da|do|van|von|of|con|com|por|pour|für|mit|hasta|fino a|fino|até|jusqu['’]à"
    r"|bis zu|"
    r"bis|tot|unos|cerca|circa|rund|etwa|otros|m[áa]s|plus|alrededor|environ|mindestens"
    r"|al menos|almeno|au moins|a|an|los|les|gli|i|las|um|una)){0,3} ?$"
)
# What is counted otherwise: "invests in 5 million users".
_COUNTED: Final = (
    r" (?:de |di |d['’])?(?!(?:de|di|d|en|in|a|al|y|e|et|und|par|por|pro|per|dans|bei|zu|para"
    r"|pour|f[üu]r"
    r"|anual\w*|adicional\w*|m[áa]s|mehr|plus|suppl[ée]ment\w*|aggiuntiv\w*|inicia(?:l|is|les)"
    r"|ahora|hoy|sobre|con|com|avec|mit|der|sur|over|voor|aan|op|su|na|no|que|qui|che|fino|entro"
    r"|hasta|até|bis|nel"
    r"|cloud|nube|nuvem|capaci\w+|puissance|potenza|calcul\w*|c[óo]mput\w+|servi\w+)(?!\w))\w"
)
_LEAST: Final = 10**8
_NEAR: Final = 60
_FAR: Final = 220  # characters to the sum that tells the currency
_STOP: Final = r"[.;:!?]\s|\n"


def with_currency(text: str, measures: Sequence[Measure]) -> Iterator[Measure]:
    """The measures that have a unit, and of the others those a sum nearby lends its own to."""
    sums = [measure for measure in measures if measure.unit]
    for measure in measures:
        if measure.unit:
            yield measure
        elif (lender := _lender(text, measure, sums)) is not None and _is_sum(text, measure):
            yield replace(measure, unit=lender.unit)


def _is_sum(text: str, measure: Measure) -> bool:
    """Whether a number with nothing but a scale is money by the words that lead to it."""
    if measure.scale is None or measure.value < _LEAST:
        return False
    before = fold(text[max(0, measure.start - _NEAR) : measure.start])
    behind = fold(text[measure.end : measure.end + _NEAR])
    return bool(pattern_of(_LEADS).search(before)) and not pattern_of(_COUNTED).match(behind)


def _lender(text: str, measure: Measure, sums: Sequence[Measure]) -> Measure | None:
    """The nearest sum of the same sentence."""
    near = sorted(sums, key=lambda one: _distance(measure, one))[:1]
    for one in near:
        left, right = sorted((measure, one), key=lambda side: side.start)
        between = text[left.end : right.start]
        if len(between) <= _FAR and pattern_of(_STOP).search(between) is None:
            return one
    return None


def _distance(measure: Measure, one: Measure) -> int:
    return max(one.start - measure.end, measure.start - one.end)
