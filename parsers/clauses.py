"""Cut a headline into what it says first and what it hangs on behind."""

import re
from dataclasses import dataclass
from typing import Final

# What stands behind one of these is circumstance: "signs a lease ahead of earnings".
_CUT: Final = re.compile(
    r"""
    \s [—–|] \s | \s -{1,2} \s | ; \s                     # a dash or semicolon
  | (?<= [a-z0-9)] [.!] ) \s (?= \w )                     # the end of a sentence
  | ,? \s (?: after | following | amid (?:st)? | despite | citing | while | because
            | ahead \s of | due \s to | even \s as | in \s the \s wake \s of | prior \s to ) \s
  | ,? \s as \s                                           # as OpenAI drops; not: as a tenant
    (?! (?: an? | the | its | their | part | key | main | anchor | first | sole | lead | tenants?
          | suppliers? | customers? | partners? | much | many | early | soon | well | new ) \b
      | \S+ \s (?: customers? | suppliers? | tenants? | partners? | clients? ) \b )
  | ,? \s (?= (?: and \s )? (?: its \s | the \s )? (?: stocks? | shares ) \s
        (?: soar | ris | jump | climb | slid | surg | gain | pop | rall | up \b | rocket
          | spik | leap ) )
  | , \s (?= (?: acquir | buy | rais | sell | report | unveil | launch | nam | hir | post | fil )
        (?: s | es ) \b )                                   # a second verb: acquires a campus
  | ； | —— | (?<= [㐀-鿿] ) [,，\s] (?= [㐀-鿿] )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The first clause of a folded headline and the rest, which may be empty."""

    main: str
    tail: str


def cut_headline(folded: str) -> Headline:
    """Cut a folded headline at the first word that hangs something on behind.

    >>> cut_headline("coreweave signs lease ahead of its ipo")
    Headline(main='coreweave signs lease', tail=' ahead of its ipo')
    >>> cut_headline("nordwind lands mistral as anchor tenant").tail
    ''
    """
    found = _CUT.search(folded)
    place = found.start() if found else len(folded)
    return Headline(main=folded[:place], tail=folded[place:])
