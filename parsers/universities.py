"""Find universities by how each language calls them: they order machines like any company."""

from collections.abc import Iterator
from typing import Final

from parsers.words import pattern_of

_WORD: Final = r"(?!The )[A-ZÀ-ÖØ-Þ][\w'’-]+"
# What goes on: "University of New South Wales". In a title any word behind has a capital.
_PLACE: Final = rf"(?:(?:New|North|South|East|West|Hong|San|Santa|British) ){{0,2}}{_WORD}"
_OF: Final = r"(?:of|at|de|di|do|da|del|della|van|von|für|zu|en) (?:la |las |los |the )?"
_CALLED: Final = (
    r"(?:University|Universidad|Universidade|Universit[àaé]|Universität|Universiteit|Uniwersytet"
    r"|Politecnico|Politécnica|Technische Universität|Technische Universiteit|Hochschule|TU|RWTH)"
)
# "Universidad de Sevilla", "Universität Stuttgart"; and "Kyoto University", "Ghent University".
_LATIN: Final = (
    rf"(?<![\w-]){_CALLED} (?:{_OF})?{_PLACE}(?: at {_PLACE})?"
    rf"|(?<![\w-]){_WORD}(?: (?:of |& )?{_WORD}){{0,2}} University(?: of {_PLACE})?(?!\w)"
)
_BEGINS: Final = r"(?:^|(?<=[\s、，。：:；,·「『（(与與和向为為由对對及、がはでと]))"
_HAN: Final = rf"{_BEGINS}[\u4e00-\u9fffァ-ヶー]{{2,8}}?大[学學](?![生校者士会病院规規模])"
# "확대", "최대", "시대" and many other words end like "서울대".
_HANGUL: Final = (
    r"(?:^|(?<=[\s,·‘“\"(]))(?:[가-힣]{2,6}(?:대학교|과학기술원|과기대)"
    r"|[가-힣]{1,3}(?![확최시세기상절현반무군연증거극중막후우초접휴지한토등포침])[가-힣]대)"
    r"(?=[은는이가과와에를의,·\s…]|$)"
)


def find_universities(sentence: str) -> Iterator[tuple[int, int]]:
    """Where a sentence names universities.

    >>> [sentence[a:b] for sentence in ("Kyoto University Selects Fujitsu", "TU Wien kauft GPUs",
    ...     "서울대, HPE에 발주", "清华大学向浪潮采购") for a, b in find_universities(sentence)]
    ['Kyoto University', 'TU Wien', '서울대', '清华大学']
    """
    row = _LATIN if sentence.isascii() else f"{_LATIN}|{_HAN}|{_HANGUL}"
    for found in pattern_of(row).finditer(sentence):
        yield found.start(), found.start() + len(found[0].removesuffix("'s").removesuffix("’s"))
