"""Frames of what surrounds a deal: whose site chips go into, who leads its loan, who joins it."""

from collections.abc import Iterator, Sequence
from typing import Final

from parsers.frames.asides import USED_SITE
from parsers.frames.equity import STAKE_BESIDE
from parsers.frames.frame import Frame, frame_at
from parsers.frames.nouns_europe import RENTS_BACK
from parsers.frames.scene import NEAR, Group, Scene
from parsers.frames.words import FROM, SITE_HOLDER, TO
from parsers.words import pattern_of

# What is done with chips at somebody's site, which that one then lets.
_PUTS_IN: Final = (
    r"[^;:.]{0,40}?(?<!\w)(?P<verb>deploy(?:s|ed|ing)?|install(?:s|ed|ing)?|plac(?:es|ed|ing)"
    r"|rack(?:s|ed|ing)|hous(?:es|ed|ing)|hosted)(?!\w)[^;:.,]{0,70}?\s(?:at|in|inside|across)"
    r"\s(?:the\s)?(?:[\w-]+\s)?"
)
_ITS_SITE: Final = (
    r"['’]s?\s(?:[\w.’-]+\s){0,4}?(?:data ?cent(?:er|re)s?|campus(?:es)?|sites?|facilit(?:y|ies)"
    r"|halls?|park)(?!\w)"
)
_SITE_FOR: Final = rf"{_ITS_SITE}\sfor\s(?=[\w.&-]+(?:$|[,;:]|\s(?:in|on|at|with)\s))"
_LEFT_EMPTY: Final = (
    r" (?:is |was |has been )?left (?:with|without) (?:an? |its |the )?(?:empty|idle|unlet|vacant"
    r"|(?:\w+ )?tenant)"
)
_CAPACITY_AT: Final = (
    r"(?<!\w)(?:capacity|halls?|space|racks|[gt]pus|servers|accelerators) at (?:[\w.]+['’]s )?$"
)
_USED_BY: Final = rf"(?!['’]?s? and )[^;:.]{{0,80}}?{USED_SITE}"
# For whom a site is meant: "a data center in Michigan tied to OpenAI".
_MEANT_FOR: Final = (
    r"(?<!\w)(?:data ?cent(?:er|re)s?|campus(?:es)?|sites?|facilit(?:y|ies)|projects?|clusters?)"
    r"(?!\w)[^;:.]{0,60}?\s(?:(?:tied|linked) to|(?:intended|meant|slated|earmarked|destined|set"
    r"|expected|due|designed|reserved) (?:for(?: use by)?|to (?:serve|support|house|host|be used by"
    r"|be leased (?:to|by))))\s(?:the )?$"
)
# "…, with Morgan Stanley and JPMorgan leading the transaction".
_LEADS_LOAN: Final = (
    r"(?:\s(?:financial )?(?:group|corp|bank))?(?:\s(?:is|are|will be|were"
    r"|was)(?P<among> among (?:the )?(?:[\w-]+ )?(?:banks|lenders|firms"
    r"|institutions|underwriters))?)?\s(?P<verb>leading|arranging|running|underwriting|co-leading"
    r"|providing)\s"
    r"(?:the |a |an )?(?:[\w$€£.,-]+ ){0,3}?(?:transaction|financing|deal|loan|debt|offering"
    r"|syndication|funding|bond sale|sale)(?!\w)"
)
# "Welcomes Google as strategic investor", "adds Nvidia as a shareholder".
_AS_INVESTOR: Final = (
    r"\sas (?:an? |its )?(?:new |key |major |strategic |anchor |significant )*(?:investor"
    r"|shareholder)(?!\w)"
)
_WELCOMES: Final = r"(?<!\w)(?:welcom|add|gain|bring|secur|land|nam)\w*\s(?:on |in )?$"
# "OpenAI may rent capacity back": from whoever has taken the site.
_RENT_BACK: Final = (
    r"(?<!\w)(?:rent|rents|renting|lease|leases|leasing) (?:(?!to |and |from )[\w-]+ ){0,3}?back"
    r"(?= (?:from|capacity|some|part|at|in|once)(?!\w)|\s?[^\w\s]|$)"
)


def find_site_frames(scene: Scene) -> Iterator[Frame]:
    """Every such frame of a sentence."""
    yield from _renting_back(scene)
    for one, two in zip(scene.groups, scene.groups[1:], strict=False):
        if one.is_product or two.is_product or two.start - one.end > 2 * NEAR:
            continue
        found = pattern_of(_PUTS_IN).fullmatch(scene.folded, one.end, two.start)
        if pattern_of(_USED_BY).fullmatch(scene.folded, one.end, two.start):
            yield frame_at("lease", "used by", two.start, two.names, one.names)
        if found and _has_site(scene, two):
            yield frame_at("agree", "colocation", found.start("verb"), one.names, two.names)
    for number, group in enumerate(scene.groups):
        found = pattern_of(_LEADS_LOAN).match(scene.folded, group.end, group.end + NEAR)
        if found and (found["among"] or scene.lead(group.start).endswith(" with ")):
            yield frame_at("finance", found["verb"], found.start("verb"), group.names)
        if not group.is_product and pattern_of(_MEANT_FOR).search(scene.lead(group.start)):
            yield frame_at("lease", "tenant", group.start, group.names)
        if not group.is_product and _is_host(scene, group):
            yield frame_at("agree", f"{SITE_HOLDER} host", group.start, group.names)
        if pattern_of(_AS_INVESTOR).match(scene.folded, group.end, group.end + NEAR):
            yield from _welcomed(scene, group, scene.groups[:number])


def _has_site(scene: Scene, group: Group) -> bool:
    """Whether a site of its own follows a name: "at Halcyra's Lyon site"."""
    return pattern_of(_ITS_SITE).match(scene.folded, group.end, group.end + NEAR) is not None


def _is_host(scene: Scene, group: Group) -> bool:
    """Whether others have compute at a site of one's own, or it is built for them.

    "Racks go live for Mistral at Halcyra's Lyon site", "a loan for Merlin's campus for CoreWeave".
    """
    if group.preposition == "at" and _has_site(scene, group):
        return True
    # who speaks before a colon: "Harrow Networks: Oracle takes all of our campus"
    opens = not scene.folded[: group.start].strip(' "“‘')
    is_label = opens and any(one.start == group.end + 2 for one in scene.groups)
    if is_label and scene.folded.startswith(": ", group.end):
        return True
    if pattern_of(_LEFT_EMPTY).match(scene.folded, group.end):
        return True
    if pattern_of(_CAPACITY_AT).search(scene.lead(group.start)):
        return True
    return pattern_of(_SITE_FOR).match(scene.folded, group.end, group.end + NEAR) is not None


def _renting_back(scene: Scene) -> Iterator[Frame]:
    """Who rents a part back of a site another has taken.

    Who stands free before it does: "Meta sells the campus to Blue Owl and leases it back".
    """
    for back in pattern_of(_RENT_BACK).finditer(scene.folded):
        before = [*reversed(scene.before(back.start()))]
        free = [group for group in before if group.preposition not in TO]
        tenant = next(iter(free or before), None)
        if tenant is not None and not tenant.is_product:
            host = next((g for g in scene.within(back.end())[:1] if g.preposition in FROM), None)
            place = back.start()
            yield frame_at("lease", RENTS_BACK, place, tenant.names, host.names if host else ())


def _welcomed(scene: Scene, group: Group, before: Sequence[Group]) -> Iterator[Frame]:
    """Who is welcomed as an investor takes a stake in the first who acts."""
    owner = next((one for one in before if one.preposition is None), None)
    if owner is not None and pattern_of(_WELCOMES).search(scene.lead(group.start)):
        yield frame_at("invest", STAKE_BESIDE, group.start, group.names, owner.names[:1])
