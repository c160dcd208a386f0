"""Tell what else than a deal a title is about, and what would excuse the words that say so."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, Literal

from parsers.abroad import runs_on
from parsers.case import Case
from parsers.clauses import TELLING_CLAUSE, TELLING_TAIL, cut_headline
from parsers.deal_words import (
    AI_LABS,
    ARRANGEMENT,
    BESIDE_SUBJECT,
    COUNTERPART,
    DEAL_NOUN,
    HARDWARE,
    JOINT_SITE,
    LAB_SITE,
    MODEL_NAME,
    NOT_THE_SUBJECT,
    POWER_FIGURE,
    SIGNED,
    TAKEOVER_IN_LEAD,
    deal_words,
    subject_words,
)
from parsers.deal_words_east import (
    CALLED_OFF_EAST,
    DIGEST_EAST,
    ENDED_EAST,
    LAUNCHED_SITE_EAST,
    PARTS_IN_LEAD_EAST,
    SITE_BESIDE_PARTS_EAST,
    TAKEOVER_EAST,
)
from parsers.deal_words_europe import TELLING_EUROPE
from parsers.frames.words import ENDS
from parsers.purposes import without_purpose
from parsers.share_words_east import MOVED_BY_DEAL_EAST, TELLING_EAST
from parsers.verdict_words_europe import (
    COUNTERPART_EUROPE,
    NOT_THE_SUBJECT_EUROPE,
    PLURAL_EUROPE,
    TAKEOVER_EUROPE,
)
from parsers.words import fold, pattern_of

# What excuses a word for another subject: nothing, a second side, or a supplier that invests.
Excuse = Literal["none", "two sides", "equity"]

FUNDING: Final = "a funding round"
MANY: Final = "many deals at once"
_SHARES: Final = "a share move"
_STAKE: Final = "an equity stake"
# What a stake may pay for, so that it is compute: "takes a stake to build 5 GW".
_BUILT_WITH_IT: Final = (
    r"\d ?[gm]w\b|(?:giga|mega)watts?\b|\b(?:data ?cent(?:er|re)s?|campus|clusters?|capacity)\b"
    # "commits $6bn to CoreWeave's cloud, takes $1bn stake"
    r"|\b(?:commit|spend|pledg|pay)\w* (?:[$€£]\S+ )(?:\S+ ){0,5}?(?:cloud|compute|[gt]pus|chips)\b"
)
_LAUNCH: Final = "a product launch"
_TAKEOVER: Final = "a takeover"
_POLICY: Final = "policy or rules"
_PARTS: Final = "parts, not compute"
_TREND: Final = "a trend"
# What is told of a wave by one deal: "The AI race: what this lease signals".
_ON_DEAL: Final = (
    r": (?:what|why|how|inside|behind) (?:this|the|its|\S+['’]s?) (?:[^\s,;:]+ ){0,6}?"
    r"(?:deal|lease|contract|agreement|pact|order|tie-up)\b"
)
_STRONG: Final = 2
# All patterns here are for folded text: that is ten times as quick as to ignore case.
_ARRANGEMENT = deal_words(ARRANGEMENT)
_HAN_END: Final = "[㐀-鿿]$"
_DEAL_OR_END: Final = f"{DEAL_NOUN}|{ENDED_EAST}|{CALLED_OFF_EAST}"
# Before "its own chips": somebody takes them, or a lab has them made with another.
_TAKEN: Final = (
    r"(?:[采採][用购購]|使用|租用|[购購][买買]|[导導]入|部署|供[应應货貨]|提供|出售|[卖賣])"
    r"[^，。；]{0,18}$"
)
# What is bought to run a factory is compute: "deploys 50,000 GPUs for chip manufacturing".
_COUNTED_GPUS: Final = r"\b\d[\d.,]*k? (?:\S+ ){0,4}?[gt]pus\b"
_JOINT: Final = r"(?:[携攜聯联]手|共同|[联聯]合|合作)[^，。；]{0,18}$"
# How much power something takes is no power deal: "so viel Strom wie zehn Atomkraftwerke".
_AS_MUCH_AS: Final = (
    r"\b(?:like|than|as|wie|als|jak(?: z)?|como|come|comme|equivalen\w+ (?:to|al?|à))"
    r" (?:[^\s,;:]+ ){0,2}(?:nuclear (?:power )?(?:plants?|reactors?)|elektrowni\w* j[ąa]drow\w+"
    r"|(?:central\w{0,2}|usinas?|reactores) nucl\w+|akws?|(?:atom|kern)(?:kraftwerk\w*|centrales?))"
)
# A second clause that tells a deal: "buys land, signs a lease with AMD".
# A site is launched by those who deal in it, a product by its maker.
_LAUNCHED_SITE: Final = (
    r"\bstargate\b|\bdata[- ]?cent(?:er|re)s?\b|\bcampus\b|\bsuper(?:computer|cluster)s?\b"
    r"|\b(?:supercomputing|computing|compute|gpu|ai)(?: industrial| research)?"
    r" (?:cluster|cent(?:er|re)|hub|cloud)s?\b"
    rf"|\bai factor(?:y|ies)\b|{LAUNCHED_SITE_EAST}"
)
# A loan in Japanese, a round in Chinese as Taiwan writes it.
_LOAN: Final = "融資"
_KANA: Final = "[ぁ-んァ-ヶ]"
_EARNED: Final = frozenset({_SHARES, "earnings or guidance"})
# What is bought, and is no company: "데이터센터 채권 12억달러 인수".
_BONDS_EAST: Final = r"(?:채권|회사채|사채|대출)[^,.]{0,16}$"
# Who leaves talks on money for a site ends them: "退出100亿美元融资谈判".
_LEAVES_TALKS_EAST: Final = (
    r"(?:退出|撤出|放弃|放棄|离开|離開)[^，。；]{0,16}(?:融资|融資)"
    r"(?:谈判|談判|洽谈|洽談|交易|计划|計畫)"
)
_BESIDES_A_DEAL: Final = frozenset({"earnings or guidance", "an outage or a bill", FUNDING})
_MOVABLE: Final = frozenset({_TAKEOVER, _LAUNCH, "power or gas supply"})
_OTHER_SUBJECTS = tuple(
    (why, weight, subject_words(*rows))
    for why, weight, *rows in (*NOT_THE_SUBJECT, *NOT_THE_SUBJECT_EUROPE)
)
# Whether a title has a word of any of them: most have none.
_ANY_SUBJECT = subject_words(
    "|".join(spaced for _, _, spaced, _ in (*NOT_THE_SUBJECT, *NOT_THE_SUBJECT_EUROPE)),
    "|".join(unspaced for _, _, _, unspaced in NOT_THE_SUBJECT),
)
_PLURAL: Final = (
    r"\b(?:deals|pacts|agreements)\b"
    r"|\bcontracts\b(?! (?!with\b|from\b|for\b|to\b|worth\b|in\b|at\b|and\b"
    r"|as\b)\S+(?: \S+)? for\b)"
    r"(?! (?:approximately|about|around|up|over|more|for|out|with|\d))"
    rf"|{PLURAL_EUROPE}"
)
# Deals that do something all together: "Multibillion-dollar deals redraw the AI cloud".
_DEALS_DO: Final = (
    rf"(?:[^\s,:;]+ ){{0,3}}?(?:{_PLURAL}) (?!with\b|con\b|com\b|avec\b|mit\b|met\b)\w"
)
# "Agreements with Fluidstack, an AI cloud, to deliver": several deals of one pair.
_WITH_ONE: Final = (
    r"\s(?:with|from)\s(?:(?!and\b|&\s)[\w.'’&-]+\s){0,4}?(?!and\b|&\s)[\w.'’&-]+"
    r"(?:\s(?:to|for|at|worth|under|that|which|covering|on|in)\b|,\s(?:an?|the|which|with|to"
    r"|worth)\s)"
)
# What is told of deals set against this one: "nonostante gli accordi con Oracle".
_BESIDES: Final = (
    r"\b(?:despite|besides|on top of|in addition to|pese a|a pesar de|además de|apesar de|além de"
    r"|malgré|outre|nonostante|oltre a|trotz|neben|zusätzlich zu|ondanks|naast|несмотря на|помимо"
    r"|mimo|oprócz|pe lângă)\b[^.;]{0,160}$"
)
# "Anthropic expands Google and Broadcom compute deals": one that has a deal with both.
_WIDENS_TWO: Final = (
    r"\b(?:expand|sign|ink|strik|announc|extend|widen|deepen|broaden|enlarg)\w* (?:\S+ ){1,3}(?:and"
    r"|&) (?:\S+ ){1,4}$"
)
# Two deals of one kind, told of the one company that has both: "signs chip deals with A, B".
_WITH_TWO: Final = (
    r"^(?:[\w.’'-]+ ){1,3}?(?:sign|ink|str[iu]|agree|expand|extend|land|announc|secur|win|won|seal"
    r"|reach)\w*(?: to)? (?:[\w-]+ ){0,4}?(?:deals|contracts|agreements|pacts) with"
    r" (?:[\w.-]+ ){0,2}?[\w.-]+(?:,| and| &) (?:[\w.-]+ ?){1,3}$"
)
_WITH_TWO_MOST: Final = 3
_ENDED: Final = rf"(?<!\w)(?:{ENDS})(?!\w)"
# Why a deal is paused or dropped: "over energy costs and regulation".
_BLAMED: Final = (
    r"\b(?:over|citing|cites|amid|due to|because of|blaming|blames|as) (?:[\w-]+,? ){0,6}$"
)
# What a deal does for its sides: "…, boosting revenue".
_BROUGHT_ABOUT: Final = (
    r", (?:boost|lift|rais|bolster|brighten|support|underpin|add|driv)ing (?:to )?(?:[\w-]+ ){0,2}$"
)
# What somebody means to do besides: "…, eyes IPO".
_AS_CUSTOMER: Final = r",? as (?:\S+ ){0,4}?(?:customer|client|partner|supplier)\b"
_THEN_LISTS: Final = (
    r"(?:,| and| &) (?:eye|mull|weigh|plan|target|prepar|ready|readi|consider|seek|file|near|set)"
    r"(?:s|es|ing|ting)? (?:for |to )?(?:an? |its |new )?(?:[\w.-]+ ){0,2}$"
)
_ONE_OF: Final = (
    r"\bone of (?:the|its|their) (?:\S+ ){0,6}$"
    # A genitive of German: "im Rahmen eines 3,7-Milliarden-USD-Deals".
    r"|\b(?:eines|ihres|seines|dieses|des(?= \S{1,60}-$)) (?:\S+ ){0,2}\S*$"
)
# Who made a model is told by it: "OpenAI, the company behind ChatGPT, and Amazon".
_MAKER_OF_MODEL: Final = (
    r", (?:the |an? |la |el |l['’]|o |a |die |der |das |une? |una |il |de |het )?"
    r"(?:[\w-]+ ){0,3}?(?:maker|creator|developer|company|firm|startup|start-up|lab|owner|parent"
    r"|empresa|compañía|creadora?|criadora?|desarrolladora?|dueña|matriz|firma|entreprise|éditeur"
    r"|soci[ée]t[ée]|créateur|maison[- ]mère|unternehmen|entwickler|firma|hersteller|mutter|azienda"
    r"|società|sviluppatrice|bedrijf|maker) "
    r"(?:[\w-]+ ){0,3}?(?:of|behind|de|del|do|da|di|von|hinter|derrière|por|dietro|achter|van"
    r"|detr[áa]s de) [^,.;:]{2,50}(?:,|$)"
)
# Whose servers a model is to run on: "asks Google to host".
_ASKS_TO_HOST: Final = (
    r"\b(?:ask|tap|pick|choos|chose|select|hir|want|enlist)\w* (?:\S+ ){1,3}to (?:host|run)\b"
)
_SIGNED_TO_RUN: Final = (
    r"\b(?:agreement|deal|contract|pact)s? (?:[\w$.,-]+ ){0,4}?to (?:run|host|train) .{2,60} on\b"
)
_CHIPS_EAST: Final = "gpu|칩|반도체|클라우드|チップ|半導体|クラウド|芯片|晶片|算力"
_TAKEOVER_IN_LEAD: Final = f"{TAKEOVER_IN_LEAD}|{TAKEOVER_EUROPE}|{TAKEOVER_EAST}"
COUNTERPARTS: Final = f"{COUNTERPART}|{COUNTERPART_EUROPE}"
_CONVERTED: Final = (
    r"\b(?:conver|pivot|transition|repurpos|retool|shift(?:s|ed|ing) (?:its|their|from|away"
    r"|focus))\w*"
    r"\b.{0,90}\b(?:hosting|colocation|hpc)\b"
)
_MOST_DEALERS: Final = 2
# Words of other subjects that end a company's name where a title does not set each with a capital.
_NAME_END: Final = r"(?<=[a-z] )[A-Z][\w&-]+ (Grid|Robotics)(?: contract)?$"


def other_subjects(
    title: str, head: str, titled: Sequence[str]
) -> Iterator[tuple[str, str, Excuse]]:
    """What else a title is about, with the words that say so and what would excuse them.

    A word of a company's name says nothing: Foundry Digital, Merge Labs.
    """
    if _ANY_SUBJECT.search(head) is None:
        return
    head = _beside_subject().sub(lambda beside: " " * len(beside[0]), head)
    head = without_purpose(head)
    head = pattern_of(_AS_MUCH_AS).sub(lambda beside: " " * len(beside[0]), head)
    # What is lent in Japan is called as what is raised in China.
    is_lent = pattern_of(_KANA).search(head) is not None
    names = [fold(name) for name in titled if " " in name and fold(name) in head]
    for why, weight, words in _OTHER_SUBJECTS:
        matches = (m for m in words.finditer(head) if m[0] != _LOAN or not is_lent)
        found = next((m for m in matches if not _is_named_so(m, title, names)), None)
        if found is not None and not _is_aside(why, head, found.start()):
            told = title[found.start() : found.end()].strip()
            yield why, told, _excuse(why, weight, head, found[0])


@cache
def _beside_subject() -> re.Pattern[str]:
    return re.compile(BESIDE_SUBJECT)


def _is_named_so(found: re.Match[str], title: str, names: Sequence[str]) -> bool:
    """Whether what is found is of a name: one that is known, or "Minato Grid" in small letters."""
    if any(_is_within(found, name) for name in names):
        return True
    ends = pattern_of(_NAME_END).search(title, 0, found.end())
    return ends is not None and ends.start(1) == found.start()


def _is_within(found: re.Match[str], name: str) -> bool:
    """Whether what is found is a part of a name that stands there."""
    start = found.string.find(name, max(0, found.end() - len(name)))
    return len(found[0]) < len(name) and 0 <= start <= found.start()


def _is_aside(why: str, head: str, place: int) -> bool:
    """Whether a title tells a deal first and hangs the other subject on behind, or the reverse."""
    main = cut_headline(head).main
    is_customer = why == _PARTS and pattern_of(_AS_CUSTOMER).match(head, len(main))
    if why == MANY or is_customer:
        return False
    if _is_told_before(why, head, place) or _is_told_besides(why, head, place):
        return True
    if place < len(main):
        return False
    # Where no spaces are set, two clauses of a headline weigh more alike.
    if pattern_of(_HAN_END).search(main):
        return pattern_of(_DEAL_OR_END).search(main) is not None
    return bool(_ARRANGEMENT.search(main) or pattern_of(JOINT_SITE).search(main))


def _is_told_besides(why: str, head: str, place: int) -> bool:
    """Whether another clause tells the deal: that moves the shares, or beside what is earned."""
    if why == _SHARES and (
        pattern_of(TELLING_TAIL).search(head, place)
        or pattern_of(TELLING_EUROPE).search(head)
        or pattern_of(MOVED_BY_DEAL_EAST).search(head[:place])
    ):
        return True
    told = head[:place]
    if why == FUNDING and pattern_of(_THEN_LISTS).search(told):
        return _ARRANGEMENT.search(told) is not None
    if why == _POLICY and pattern_of(_BLAMED).search(told):
        return pattern_of(_ENDED).search(told) is not None
    if (
        (why == _PARTS and pattern_of(SITE_BESIDE_PARTS_EAST).search(head, place))
        or (why == _PARTS and pattern_of(_COUNTED_GPUS).search(told))
        or (why == _TREND and pattern_of(_ON_DEAL).search(head, place))
        or (why == _LAUNCH and _is_of_another(head, place))
        or (why == FUNDING and pattern_of(_LEAVES_TALKS_EAST).search(head))
        or (why == _TAKEOVER and pattern_of(_BONDS_EAST).search(told))
    ):
        return True
    if why in _EARNED and (
        pattern_of(TELLING_EAST).search(head, place)
        or pattern_of(_BROUGHT_ABOUT).search(head[:place])
    ):
        return True
    return why in _MOVABLE and pattern_of(TELLING_CLAUSE).search(head, place) is not None


def _is_of_another(head: str, place: int) -> bool:
    """Whether "its own chips" are those somebody takes, or that a lab has made with another."""
    if not head.startswith("自研", place):
        return False
    is_joint = pattern_of(_JOINT).search(head[:place]) and pattern_of(AI_LABS).search(head)
    return bool(is_joint or pattern_of(_TAKEN).search(head[:place]))


def _is_told_before(why: str, head: str, place: int) -> bool:
    """Whether a title signs a deal and says the rest behind it: "X signs lease: Y surges".

    What is earned, raised or billed may stand in any clause: "X signs lease, reports a profit".
    """
    marks = (": ", ", ", "; ", " and ") if why in _BESIDES_A_DEAL else (": ",)
    told = head[: max(0, *(head.rfind(mark, 0, place) for mark in marks))]
    return bool(pattern_of(SIGNED).search(told) and pattern_of(DEAL_NOUN).search(told))


def _excuse(why: str, weight: int, head: str, words: str) -> Excuse:
    telling = _ARRANGEMENT if why == _POLICY else pattern_of(DEAL_NOUN)
    is_site = why == _LAUNCH and (
        pattern_of(POWER_FIGURE).search(head) or pattern_of(_LAUNCHED_SITE).search(head)
    )
    if why == _STAKE and weight < _STRONG and pattern_of(_BUILT_WITH_IT).search(head):
        return "two sides"
    # What is raised "after" a deal is not raised in it.
    told = cut_headline(head).main if why == FUNDING else head
    if weight < _STRONG and (is_site or telling.search(told)):
        return "two sides"
    return "equity" if why == FUNDING and not words.endswith("round") else "none"


def about(why: str, words: str) -> str:
    """The reason a text gives no deal: what it is about, in its own words."""
    return f"the title is about {why} (“{words}”)"


def model_alone(head: str) -> str | None:
    """A title about a model, not what it runs on: "Apple to use Gemini for Siri"."""
    found = pattern_of(MODEL_NAME).search(pattern_of(_MAKER_OF_MODEL).sub(" ", head))
    if found is None or pattern_of(HARDWARE).search(head) or runs_on(head):
        return None
    if pattern_of(_ASKS_TO_HOST).search(head) or pattern_of(_SIGNED_TO_RUN).search(head):
        return None
    return about("a model", found[0])


def many_deals(head: str, titled: Sequence[str]) -> str | None:
    """A title in which more than two companies have deals, each its own, or a day's digest."""
    if digest := pattern_of(DIGEST_EAST).match(head):
        return about(MANY, digest[0].strip())
    found = pattern_of(_PLURAL).search(head)
    if found is not None and not titled and pattern_of(_DEALS_DO).match(head):
        return about(MANY, found[0])
    if (
        found is None
        or len(titled) <= _MOST_DEALERS
        or pattern_of(_WITH_ONE).match(head, found.end())
        or pattern_of(_BESIDES).search(head, 0, found.start())
        or pattern_of(_ONE_OF).search(head, 0, found.start())
        or pattern_of(_WIDENS_TWO).search(head, 0, found.start())
        or (len(titled) <= _WITH_TWO_MOST and pattern_of(_WITH_TWO).match(head))
    ):
        return None
    return about(MANY, found[0])


def converts_site(head: str) -> bool:
    """Whether a title turns one's own site to hosting, and nobody is said to have signed for it."""
    if pattern_of(_CONVERTED).search(head) is None:
        return False
    return pattern_of(DEAL_NOUN).search(head) is None and pattern_of(SIGNED).search(head) is None


def told_in_lead(case: Case) -> str | None:
    """A lead that calls the title's deal one over parts, or a takeover.

    What is leased or sold besides is none.
    """
    parts = pattern_of(PARTS_IN_LEAD_EAST).search(case.news)
    if parts and case.in_head(_CHIPS_EAST) is None:
        return about(_PARTS, parts[0])
    if found := case.in_head(TAKEOVER_EAST):
        return about(_TAKEOVER, found[0])
    found = pattern_of(_TAKEOVER_IN_LEAD).search(case.news)
    if (
        found is None
        or case.in_head(LAB_SITE)
        or pattern_of(COUNTERPARTS).search(case.opening[: found.start()])
    ):
        return None
    return about(_TAKEOVER, found[0])
