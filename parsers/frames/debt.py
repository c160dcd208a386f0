"""Find who borrows for compute: money lent for somebody's site, or to buy a maker's chips."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from parsers.frames.frame import Frame, frame_at
from parsers.frames.scene import Scene
from parsers.words import pattern_of

# The verb of who lends for what it makes itself.
SELLS_ITS_OWN: Final = "sells its own"
# The verb of who raises debt for what it lets to another: that one's site.
RAISED_FOR: Final = "raised for"
# The verb of who stands among lenders, wherever a text names them.
AMONG_LENDERS: Final = "among lenders"
# The verb of whose equity a site is paid with: a fund's.
EQUITY_FROM: Final = f"{AMONG_LENDERS} with equity"
_REACH: Final = 70
_FAR: Final = 90
# Money that is lent for a company's site or chips: "a loan for Meta's data center".
_LENT: Final = (
    r"(?<!\w)(?:debt|loans?|bonds?|financing|lend\w*|lent|credit|notes?|package|provid\w*)(?!\w)"
    r"[^.;:]{0,70}?(?<!\w)(?:for|to (?:fund|finance|build|back|pay for)|behind|tied to|linked to"
    r"|backing|construction of)\s"
    r"(?:the |an? |new |massive |major |building |construction of ){0,4}$"
)
_LENT_FOR: Final = (
    r"(?:['’]s?|-(?:linked|tied|leased|backed|bound))?\s(?:[\w.-]+\s){0,3}?"
    r"(?:data ?cent(?:er|re)s?|dcs?|campus(?:es)?|[gt]pus?|chips|servers)(?!\w)"
)
_LENT_BY_TIE: Final = (
    r"(?<!\w)(?:debt|loans?|bonds?|financing|lend\w*|lent|credit)(?!\w)[^.;:]{0,70}?"
    r"(?:data ?cent(?:er|re)s?|campus(?:es)?|sites?)\s(?:tied|linked|leased|rented|let)"
    r"\s(?:to|by)\s$"
)
# Who borrows to buy what another makes: "seeks $9bn in debt led by a bank to buy AMD chips".
_LENDS: Final = (
    r" (?:(?:to|will|would|may|could|has|is|in talks to|agrees to|agreed to|plans to) )?"
    r"(?:lends?|lent|lending|loans?|loaned|finances?|financing|funds?)(?: \S+){0,4}? (?:to )?"
)
_STANDS_IN: Final = r"(?<!\w)(?:guarante|backstop|underwr|back|co-?sign|insur)\w*\s"
_FOR_ITS_CHIPS: Final = (
    r"(?:['’]s)?[^;:.]{0,90}?\s(?:to (?:buy|lease|rent|purchase|use|pay for|help (?:it )?(?:buy"
    r"|lease))|for|of|buying|leasing)(?: \S+){0,3}? its (?:own )?(?:\S+ )?(?:chips|[gt]pus"
    r"|accelerators|hardware|systems|processors|servers)(?!\w)"
)
_BORROWS: Final = (
    r"(?:\s(?:is|are|was|in|talks|looks?|looking|plans?|planning|aims|wants|set|said|to|has|will"
    r"|would)){0,4}"
    r"\s(?:seek|rais|borrow|secur|land|get|obtain|tap|lin|clos(?!\w* in)|eye|weigh)\w*\s"
    r"[^.;:]{0,40}?(?<!\w)(?:debt|loans?|financing|credit|bonds?|notes|billion|bn|\dbn?)(?!\w)"
    r"[^.;:]{0,60}?\s(?:to (?:buy|purchase|order|acquire|fund|finance|pay for|secure|procure)|for)"
    r"\s(?:(?:the|its|more|new|up to|about|an?|of|[\d.,]+) ){0,4}$"
)
# "Closes $2.15 billion notes to fund CoreWeave campus", "borrows for GPUs it rents to OpenAI".
_RAISES_FOR: Final = (
    r"(?:\s(?:is|are|in|talks|looks?|looking|plans?|planning|aims|wants|set|to|has|will|would"
    r"|also)){0,4}"
    r"\s(?:seek|rais|borrow|secur|land|get|obtain|tap|lin|clos(?!\w* in)|eye|pric|upsiz|issu"
    r"|sell|complet|draw|launch|plac|arrang|rack)\w*\s[^.;:]{0,60}?"
    r"(?<!\w)(?:debt|loans?|financing|credit|bonds?|notes?|facility|billion|bn|[\d.]+bn?|offering)"
    r"(?!\w)[^.;:]{0,50}?\s"
    r"(?:(?:for|to (?:fund|finance|build|develop|complete|finish|convert|fit out|equip|expand"
    r"|fulfil+|serve|support|back|pay for|refinance)|behind|backed by|secured by|tied to|against"
    r"|linked to)\s(?:(?:the|its|an?|new|of|work|on|construction) ){0,3}"
    r"(?P<let>(?:\S+ ){0,3}?(?:[gt]pus?|chips|servers|racks|sites?|campus|data ?cent(?:er|re)s?"
    r"|halls|capacity|compute)"
    r"(?: (?:that |which )?(?:it|they)(?: will| would| is to| plans to)? (?:rents?|leases?|lets?"
    r"|hosts?|suppl(?:y|ies)|provides?|delivers?) (?:to|for)"
    r"| (?:leased|rented|let|contracted|rented out) (?:to|by)) )?)"
)
_TENANTS: Final = (
    r"(?:['’]s?|-(?:leased|linked|tied|backed|bound|anchored|occupied|contracted))?\s"
    r"(?:[\w.-]+\s){0,3}?(?:data ?cent(?:er|re)s?|campus(?:es)?|sites?|projects?|build-?outs?"
    r"|facilit(?:y|ies)|contracts?|deals?|leases?|capacity|clusters?)(?!\w)"
)
# Money lent, or those who lend it together.
_LOAN: Final = (
    r"(?:debt|loans?|financing|facility|bonds?|notes|credit (?:line|facility)|syndicate"
    r"|syndication|bond sale|debt sale|lenders|bookrunners|arrangers|underwriters)(?!\w)"
)
# "JPMorgan and MUFG are leading the debt sale", "Pimco anchored the debt", "are among the lenders".
_LENDS_BEHIND: Final = (
    r"(?: (?:financial )?(?:group|corp(?:oration)?|bank)(?!\w))?"
    r"(?:,[^,;.]{2,60},)?(?:\s(?:is|are|was|were|has|have|will|also|been|jointly|both|be"
    r"|each)){0,3}"
    r"\s(?:(?:lead|anchor|underwrit|co-lead|co-anchor)(?:s|ed|ing|e|es|ten)?|led|co-led"
    r"|(?<=are )arranging|underwrote"
    r"|(?:act(?:s|ed|ing)?|serv(?:es|ed|ing)) as|among|one of)"
    rf"\s(?:(?:the|an?|its|all|most|of|that|lead|joint|main|senior|construction|[$€£][\d.]+\w*"
    rf"|billion|million) ){{0,5}}{_LOAN}"
    # "A and B are administrative agents on the deal", "served as structuring agent"
    r"|(?: (?:financial )?(?:group|corp(?:oration)?|bank|ag|sa|plc|inc|nv|se))?"
    r"\s(?:is|are|was|were|as|act(?:s|ed|ing)? as|serv(?:es|ed|ing) as)"
    r" (?:(?:the|an?|its|lead|joint|sole|co|global|mandated|initial|left) ){0,3}"
    r"(?:(?:administrative|structuring|coordinating|placement|facility|syndication|debt)"
    r" (?:agent|bank)s?|(?:mandated )?(?:lead )?(?:arranger|bookrunner|underwriter)s?)(?!\w)"
)
# "Lenders including A, B and C", "the facility, led by A".
_LENDS_BEFORE: Final = (
    r"(?<!\w)(?:lenders|banks|arrangers|bookrunners|underwriters|creditors|financiers|syndicate"
    r"|consortium(?= of (?:banks|lenders)))(?: of (?:banks|lenders))?,? (?:including|such as"
    r"|comprising|are|were|includes?|included|led by)\s$"
    r"|(?<!\w)(?:debt|loans?|financing|facility|bonds?|notes|credit line|bond sale|debt sale)(?!\w)"
    r"(?:,? (?:which|that))?(?:,| is| was| were| are| will be| being| has been){0,2} (?:jointly )?"
    r"(?:led|arranged|underwritten|provided|anchored|syndicated|extended|structured|funded) by "
    r"(?:(?:an?|the) (?:group|syndicate|consortium|club) (?:of (?:banks|lenders) )?"
    r"(?:led by|including) )?$"
)
_EQUITY_FROM: Final = (
    r"(?<!\w)(?:capital stack|capital structure|financing|funding|package|project|deal)"
    r" (?:includes?|combines?|comprises?|consists? of|features|includ\w+|combining)"
    r" [^.;]{0,50}?(?<!\w)equity (?:contributions? |commitments? |investments? )?from (?:funds"
    r" (?:affiliated with|managed by) )?$"
)
_LENT_WORDS: Final = (
    r"(?<!\w)(?:debt|loans?|lend\w*|lent|financ\w+|facility|bonds?|notes|credit|borrow\w*|fund(?:s"
    r"|ed|ing)?|underwr\w+|syndicat\w+)(?!\w)"
)


def find_debt_frames(scene: Scene) -> Iterator[Frame]:
    """Every frame of what is borrowed for compute."""
    yield from _lenders(scene)
    yield from _lent(scene)
    yield from _borrowed(scene)
    yield from _lent_for_own(scene)
    yield from _raised_for_tenant(scene)


def _lenders(scene: Scene) -> Iterator[Frame]:
    """Who is named among those who lend: "the facility, led by Deutsche Bank"."""
    for group in scene.groups:
        lead = scene.folded[max(0, group.start - 2 * _FAR) : group.start]
        is_lent = pattern_of(_LENT_WORDS).search(scene.folded) is not None
        if (is_lent and pattern_of(_LENDS_BEFORE).search(lead)) or (
            group.preposition is None
            and not group.is_possessive
            and pattern_of(_LENDS_BEHIND).match(scene.folded, group.end, group.end + 2 * _FAR)
        ):
            yield frame_at("finance", AMONG_LENDERS, group.start, group.names, ())
        elif pattern_of(_EQUITY_FROM).search(lead):
            yield frame_at("finance", EQUITY_FROM, group.start, group.names, ())


def _lent(scene: Scene) -> Iterator[Frame]:
    """For whose site money is lent, by whomever: "banks sell $3 billion debt for Meta DC"."""
    for group in scene.groups:
        lead = scene.folded[max(0, group.start - 2 * _FAR) : group.start]
        is_site = pattern_of(_LENT_FOR).match(scene.folded, group.end, group.end + _REACH)
        if (is_site and pattern_of(_LENT).search(lead)) or pattern_of(_LENT_BY_TIE).search(lead):
            yield frame_at("finance", "loan", group.start, (), group.names)


def _borrowed(scene: Scene) -> Iterator[Frame]:
    """Who borrows to buy a maker's chips."""
    for borrower, maker in combinations(scene.groups[:6], 2):
        gap = scene.folded[borrower.end : maker.start]
        if not maker.is_product or borrower.is_product or len(gap) > 2 * _FAR:
            continue
        if pattern_of(_TENANTS).match(scene.folded, maker.end, maker.end + _REACH):
            continue  # "for CoreWeave's Helios campus": a site, not chips
        if borrower.preposition is None and pattern_of(_BORROWS).match(gap):
            yield frame_at("buy", "buy", maker.start, borrower.names, maker.names)


def _lent_for_own(scene: Scene) -> Iterator[Frame]:
    """Who lends for what it makes itself sells that: "lends Anthropic $42bn to lease its chips"."""
    for lender, taker in combinations(scene.groups[:4], 2):
        gap = scene.folded[lender.end : taker.start]
        if lender.is_product or taker.is_product or not pattern_of(_LENDS).fullmatch(gap):
            continue
        if pattern_of(_FOR_ITS_CHIPS).match(scene.folded, taker.end, taker.end + 2 * _FAR):
            first = scene.groups[0]  # "AMD to guarantee a bank's loan for Crusoe to buy its chips"
            stands_in = pattern_of(_STANDS_IN).search(scene.folded, first.end, lender.start)
            giver = first if first is not lender and stands_in else lender
            yield frame_at("sell", SELLS_ITS_OWN, taker.end, giver.names, taker.names)


def _raised_for_tenant(scene: Scene) -> Iterator[Frame]:
    """Who raises debt for a site or for chips that another has from it."""
    for host, tenant in combinations(scene.groups[:4], 2):
        gap = scene.folded[host.end : tenant.start]
        if host.preposition is not None or tenant.is_product or len(gap) > 2 * _FAR:
            continue
        found = pattern_of(_RAISES_FOR).fullmatch(gap)
        if found and (
            found["let"]
            or pattern_of(_TENANTS).match(scene.folded, tenant.end, tenant.end + _REACH)
        ):
            yield frame_at("sell", RAISED_FOR, tenant.start, host.names, tenant.names)
