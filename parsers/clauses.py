"""Cut a headline into what it says first and what it hangs on behind."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

# What stands behind one of these is circumstance: "signs a lease ahead of earnings".
_CUT: Final = r"""
    \s [—–|] \s | \s -{1,2} \s | ; \s                     # a dash or semicolon
  | (?<= [a-z0-9)] [.!] ) \s (?= \w )                     # the end of a sentence
  | ,? \s (?: after | following | amid (?:st)? | despite | citing | while | because
            | tras | despu[ée]s \s del? | luego \s del? | depois \s d[aeo] | apr[èe]s | dopo
            | mientras | enquanto | tandis \s que | mentre | w[äa]hrend | terwijl
            | en \s medio \s del? | em \s meio \s a[os]? | inmitten
            | nach \s (?: dem | der | einem | einer | \S* (?: deal | vertrag | auftrag ) \S* )
            | ahead \s of | due \s to | even \s as | in \s the \s wake \s of | prior \s to ) \s
  | ,? \s as \s                                           # as OpenAI drops; not: as a tenant
    (?! (?: an? | the | its | their | part | key | main | anchor | first | sole | lead | tenants?
          | suppliers? | customers? | partners? | resellers? | distributors? | landlords?
          | hosts? | providers? | vendors? | developers? | much | many | early | soon | well
          | new ) \b
      | \S+ \s (?: customers? | suppliers? | tenants? | partners? | clients? ) \b )
  | ,? \s (?= (?: and \s )? (?: its \s | the \s )? (?: (?: stock | share )s? (?: \s price )? ) \s
        (?: soar | ris | jump | climb | slid | surg | gain | pop | rall | up \b | rocket
          | spik | leap ) )
  | , \s (?= (?: and \s )? (?: its \s | the \s )? (?: stocks? | shares ) \s
        (?: hit | touch | reach | tumbl | f[ae]ll | drop | slip | sink | plung | advanc
          | skyrocket | mov | trad | tick | edg | higher | lower | unmoved ) )
  | , \s (?= (?: send | lift | push | boost | driv | propel | buoy | help | drag | mov ) e?s \s
        (?: its \s | the \s )? (?: [\w.&’']+ \s )? (?: stocks? | shares ) \b )
  | , \s (?= (?: boost | lift | rais | send | push | driv | fuel | deepen | spark | stok | eas
        | cement | bolster | mark | add | signall? | highlight | underscor | shak | rattl | test
        | escalat | heat | trigger | prompt | draw | beat | stir | fan | swell | strengthen )
        ing \b )                                           # what a deal brings about
  | , \s (?= (?: acquir | buy | rais | sell | report | unveil | launch | nam | hir | post | fil )
        (?: s | es ) \b )                                   # a second verb: acquires a campus
  | ； | —— | 。 (?= . ) | (?<= 다 ) \. \s | [”」』] [,，] (?= [㐀-鿿] )
  | (?<= [㐀-鿿] )                                      # not behind who says it: "宣布，…"
        (?<! [宣公][布佈告] ) (?<! 表示 ) (?<! [声聲][称稱] ) (?<! 透露 ) (?<! 指出 )
        (?<! [报報][导導道] ) (?<! 消息 ) [,，\s] (?= [㐀-鿿] )
    """

# What is done in a clause that tells a deal made or ended, and what it is done with.
_MAKES: Final = (
    r"(?:sign|ink|land|seal|clinch|secur|execut|lock|book|order|agree|pick|select|choos|tap|rent"
    r"|leas|deploy|enter|contract|commit|award|purchas|reserv|bag|snag|scor|finali[sz]|announc"
    r"|unveil|confirm)(?:s|es|ed|d|e|ing|ting|ped|ping|ged|ging)?"
    r"|(?:str[iu]ck?|strik)(?:es|ing)?|w[io]ns?|winning|chose|buys?|bought|buying|sells?|sold"
)
# Who talks of it is a side: investors and the market weigh what others have.
_NO_SIDES: Final = r"investors|traders|analysts|markets?|wall street|bulls|bears|short-?sellers"
_TALKS: Final = (
    r"(?:weigh|eye|mull|consider|explor|discuss|near|seek|negotiat|court)(?:s|es|e|ed|ing)?"
    r"|(?:is |are |in )(?:[\w-]+ ){0,2}(?:talks|negotiations|discussions)|plans? to (?:rent|leas"
    r"|buy"
    r"|us)e?"
)
_ENDS: Final = (
    r"(?:drop|scrap|cancel|end|terminat|abandon|halt|paus|suspend|los|exit)(?:s|es|ed|d|e|ped|led"
    r"|ing)?|lost|(?:walk|pull|back)(?:s|ed|ing)? (?:away|out|from)|withdr(?:aws?|ew|awn)"
    r"|(?:pull|yank|withdraw)(?:s|ed|ing)? (?:its |their )?(?:support|funding|financing|backing)"
)
# The same as it is told of a deal, or named: "… after data centre partner exit".
_ENDED: Final = (
    r"scrapped|cancell?ed|dropped|shelved|abandoned|terminated|terminates|called off|off|ends"
    r"|collapses?|collapsed|stalls?|stalled|halts|halted|unravels|falls (?:through|apart)"
    r"|fell (?:through|apart)|on (?:hold|ice)|in (?:doubt|limbo)"
)
_END: Final = (
    r"exit|departure|withdrawal|pull-?out|walkout|retreat|cancell?ations?|termination|collapse"
)
_DEAL: Final = (
    r"(?<!ground )(?<!land )leases?|deals?|contracts?|pacts?|agreements?|orders?|tenants?"
    r"|customers?"
)
_COMPUTE: Final = (
    r"capacity|data cent(?:er|re)s?|campus|chips|[gt]pus?|accelerators|racks|servers|compute"
    r"|clusters?|[\d.]+ ?[gm]w|gigawatts?|megawatts?"
)
_HALLS: Final = r"data[- ]?cent(?:er|re)|hosting|colocation|hpc|massive|huge|landmark|blockbuster"
# A tail that is a whole sentence about a deal: "… as OpenAI drops Alberta lease".
TELLING_TAIL: Final = (
    rf"(?:,? (?:even )?(?:as|after)|[:;]) (?:\S+ ){{0,4}}?(?:{_MAKES}|{_ENDS}) .{{0,80}}"
    rf"\b(?:{_DEAL}|{_COMPUTE})\b"
    # "… on $17.4 billion Microsoft contract", "… on 300 MW lease with Amazon"
    r"|,? (?:on|after|following|amid|as) (?:an? |its |new |the )?(?:\S+ ){0,4}?"
    rf"(?:[$€£]\s?\d\S*|\d[\d.,]* ?[gm]w)(?: (?:billion|million|bn))?,? "
    rf"(?:\S+ ){{0,4}}?(?:{_DEAL})\b"
    rf"|,? (?:on|after|following|amid) (?:\S+ ){{0,6}}?(?:{_DEAL}) (?:with|from) "
    # "Why is it up? A 20-year, $9.3 billion lease", "… as first tenant signs"
    r"|\? (?:an? |its |new |the )?(?:\S+ ){0,4}?"
    r"(?:[$€£]\s?\d\S*|\d[\d.,]* ?[gm]w)(?:[ -](?:billion|million|bn))?,? "
    rf"(?:\S+ ){{0,4}}?(?:{_DEAL})\b"
    r"|,? (?:as|after) (?:\S+ ){0,4}?(?:customer|tenant|client|hyperscaler|lessee)s? "
    r"(?:signs?|signed|commits?|moves? in|leases?|rents?)\b"
    # "… on AMD data center lease", "… after landing CoreWeave as tenant"
    rf"|,? (?:on|after|following) (?:[\w.&'’-]+ ){{0,5}}?(?:{_HALLS}) (?:[\w-]+ ){{0,2}}?"
    r"(?:lease|deal|contract|agreement|pact|order|partnership|tie-up)\b(?! \w*(?:news|hope|buzz"
    r"|optimis"
    r"|specul|talk|momentum|expect|terms|fears|concern|worr))"
    # "… as Texas data center expansion with OpenAI scrapped"
    rf"|,? (?:as|after) [^,;:]{{0,60}}\b(?:{_DEAL}|{_COMPUTE}|expansion|partnership|talks)\b"
    rf"[^,;:]{{0,40}}? (?:is |are |was |were |gets? )?(?:{_ENDED})\b"
    rf"|,? (?:on|after|following|amid) (?:\S+ ){{0,5}}?(?:{_HALLS}|{_COMPUTE}|cloud|ai"
    r"|infrastructure) (?:partnership|tie-?up|alliance|pact) with "
    # "… as Meta weighs Google TPU partnership", "… in talks to rent AI chips"
    rf"|,? (?:as|after|on) (?![^,;:]{{0,30}}\b(?:{_NO_SIDES})\b)(?:\S+ ){{0,9}}?(?:{_TALKS})\b"
    rf"(?! (?:up|down|on)\b)[^,;:]{{0,60}}?\b(?:{_DEAL}|{_COMPUTE}|partnership)\b"
    # "… after data centre partner exit", "… as it joins with $1.8B backstop"
    rf"|,? (?:on|after|following|amid|as) (?:\S+ ){{0,5}}?(?:{_DEAL}|{_COMPUTE}|partner|backer"
    rf"|lender|funding|financing)(?:['’]s)? (?:\S+ )?(?:{_END})\b"
    r"|,? (?:on|after|following|with|as) [^;:]{0,80}?[$€£]\s?\d\S*(?: (?:billion|million|bn))? "
    r"(?:\S+ ){0,2}?(?:backstop|guarantee)\b"
    r"|,? (?:on|after|following) (?:the |an? )?(?:announcement|news|reports?) (?:\S+ ){0,10}?"
    rf"(?:(?:{_DEAL})\b|to (?:buy|rent|lease|order|use) [^,;:]{{0,60}}\b(?:{_COMPUTE})\b)"
    # "… on $11.6bn Anthropic computing ...", cut off
    r"|,? (?:on|after|following|amid) (?:\S+ ){0,3}?[$€£]\s?\d\S* (?:(?:billion|million"
    r"|bn) )?(?:\S+ ){0,4}?"
    r"(?:computing|compute|cloud|ai|data cent(?:er|re)|capacity|gpu|hosting)\s?(?:\.{2,}|…)$"
    # "… after Musk identifies them as suppliers for xAI's supercomputer"
    r"|,? (?:as|after) (?:\S+ ){0,6}?(?:(?:identif|nam|pick|cho|select|tap|reveal|hail"
    r"|confirm)\w* (?:\S+ ){0,4}?as|(?:call|dub|nam)(?:e?s|ed|bed)? (?:it|them|both|\S+)) "
    r"(?:\S+ ){0,3}(?:suppliers?|providers?|tenants?|customers?|hosts?|vendors?)\b"
    r"|,? (?:as|after|when) (?:\S+ ){0,18}?(?:sign|ink|agree|secur|land|in talks)\w* "
    r"(?:\S+ ){0,4}"
    rf"(?:{_DEAL}) (?:with|from|to|worth|over|for)\b"
)
# A clause behind another that tells a deal of its own: "buys land, signs a lease with AMD".
TELLING_CLAUSE: Final = (
    r"(?:[,;]|\band|&) (?:also |then |has |have )?(?:signs?|signed|inks?|inked|lands?|landed|wins?"
    r"|won|secures?|secured|strikes?|struck|seals?|sealed|leases?|clinch\w+|enters?|entered"
    rf"|executes?|finali[sz]es) .{{0,60}}\b(?:{_DEAL}|\d[\d.,]* ?[gm]w)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The first clause of a folded headline and the rest, which may be empty."""

    main: str
    tail: str


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(_CUT, re.VERBOSE)


def cut_headline(folded: str) -> Headline:
    """Cut a folded headline at the first word that hangs something on behind.

    >>> cut_headline("coreweave signs lease ahead of its ipo")
    Headline(main='coreweave signs lease', tail=' ahead of its ipo')
    >>> cut_headline("nordwind lands mistral as anchor tenant").tail
    ''
    """
    found = _cut().search(folded)
    place = found.start() if found else len(folded)
    return Headline(main=folded[:place], tail=folded[place:])
