"""Frames of equity told as nouns: warrants, options on a stake, shares that somebody gets."""

import re
from collections.abc import Iterator
from typing import Final

from parsers.frames.backing import STAKE_BEHIND
from parsers.frames.frame import Frame, frame_at
from parsers.frames.scene import Group, Scene
from parsers.words import pattern_of

_REACH: Final = 70
_CLOSE: Final = 24
_WARRANTS: Final = r"(?<!\w)(?:warrants?|optionsscheine?|bons de souscription|stock options)(?!\w)"
_STOCK_OF: Final = r"(?:shares?|stock|ownership|equity|warrants?)\b[^.;,]{0,30}\b(?:of|from)\s$"
_GIVING: Final = (
    r"(?:giv(?:e|es|ing)|grant(?:s|ed|ing)?|issu(?:e|es|ed|ing)(?: to)?|award(?:s|ed|ing)?|hand(?:s"
    r"|ed)?|give|gave|offer(?:s|ed|ing)?|allow(?:s|ed|ing)?|let(?:s|ting)?|enabl(?:es|ing)"
    r"|entitl(?:es|ing)|to)\s(?:the )?$"
)
_GETS_STOCK: Final = (
    r"(?:receiv|get|obtain|tak|acquir)\w*\s(?:\w+\s){0,2}$|in (?:return"
    r"|exchange) for\s(?:[\w-]+\s){0,3}$|\s(?:through|via)\s(?:\w+\s)?$"
)
# Whose debts stand beside warrants: they are of somebody else.
_OWES: Final = (
    r"['’]s? (?:[\w-]+ ){0,2}?(?:leases?|obligations?|debts?|rent|payments?|bonds?|loans?)(?!\w)"
)
# Whose the warrants are: "OpenAI's warrants".
_ITS_OWN: Final = r"['’]s? (?:[\w-]+ ){0,3}"
_THEN_GETS: Final = r",\s(?:and\s|also\s)?(?:receiv|get|obtain|tak|acquir)\w*\s(?:\w+\s){0,2}$"
_GIVES_IT_STOCK: Final = (
    r"(?<!\w)(?:giv|grant|offer|hand|allow|award)\w*(?: also)? (?:it|them|the \w+) (?:(?:an?"
    r"|the) )?(?:(?:options?|rights?|chance|opportunity) )?to (?:take|buy|acquire|purchase|get"
    r"|own) (?:[^,;.]{0,30}?)(?:stakes?|shares|stock|equity|ownership|%)(?!\w)"
)
_GETS_SHARE: Final = (
    r"(?<!\w)(?:own|owns|owning|gets?|take|takes|taking|buys?|acquires?|receives?|hold|holds"
    r"|pick up)\s(?:[\w$€£.,]+ ){0,4}?(?:\d[\d.]*\s?(?:%|percent|per cent)"
    r"|[$€£]\s?\d[\d.,]*\s?\w*) of\s$"
    r"|(?<!\w)(?:adquirir|comprar|tomar|hacerse con|quedarse con|acqu[ée]rir|acheter|prendre"
    r"|acquisire|comprare|rilevare)\s(?:[^\s;:]+ ){0,6}?(?:acciones|actions|azioni|ações"
    r"|[\d.,]+ ?%) (?:ordinarias )?(?:del?|di|da|do|d['’])\s?$|(?<!\w)accionista de\s$"
)
_SHARES: Final = r"%|percent|per cent|acci|actions|azioni|ações"
# Of stock that "it" is given, whoever that is.
_GIVES_IT: Final = (
    r"(?<!\w)(?:giv\w+|gave|grant\w*|issu\w+|hand\w*|offer\w*|award\w*) (?:it|them|the [\w-]+)"
    r" (?:[\w$%.,]+ ){0,3}$"
)
_STAKE_IN: Final = (
    r"(?<!\w)(?:participaci[óo]n|participação|partecipazione|beteiligung|anteil|quota) (?:(?:del?"
    r"|von|di|da|de) )?(?:\w+ ){0,2}[\d.,]+ ?% (?:en|an|in|em|na|no)\s$"
)
_ISSUES_TO: Final = (
    r"\s(?:to )?(?:issu|giv|sell|hand|grant)\w*\s(?:[\w$.,%]+ ){0,4}?(?:shares|stock) to\s$"
)
_HANDS: Final = r"\s(?:to )?(?:giv|gave|hand|grant|offer|award)\w*\s$"
_INVESTOR_IN: Final = r"(?<!\w)(?:as an? (?:\w+ )?(?:investor|shareholder|backer) (?:in|of))\s$"


def find_stakes(scene: Scene) -> Iterator[Frame]:
    """Who gets warrants is an investor in whose stock they are for."""
    if (found := pattern_of(_WARRANTS).search(scene.folded)) is None:
        stake = _investor_in(scene) or _stake_option(scene) or _share_of(scene)
        if stake is not None:
            yield stake
        return
    before = [g for g in scene.groups if g.end <= found.start()]
    if before and pattern_of(_GIVES_IT).search(scene.lead(found.start())):
        yield frame_at("invest", found[0], found.start(), (), before[-1].names[:1])
        return
    issuer = holder = None
    for group in scene.groups:
        lead = scene.folded[max(0, group.start - _REACH) : group.start]
        tail = scene.folded[group.end : group.end + _CLOSE]
        if pattern_of(_STOCK_OF).search(lead) or re.match(
            r"(?:['’]s)? (?:common )?(?:stock|shares|stake)\b", tail
        ):
            issuer = issuer or group
        elif pattern_of(_GIVING).search(lead) or (
            group.is_possessive
            and pattern_of(_ITS_OWN).fullmatch(scene.folded, group.end, found.start())
        ):
            holder = holder or group
    holder = _getter(scene, found) or holder
    others = [g for g in scene.groups if g.names not in {x.names for x in (issuer, holder) if x}]
    others = [g for g in others if pattern_of(_OWES).match(scene.folded, g.end) is None]
    issuer = issuer or (others[0] if others else None)
    holder = holder or next((g for g in others if g is not issuer), None)
    if issuer is not None and holder is not None and issuer.names != holder.names:
        yield frame_at("invest", found[0], found.start(), holder.names[:1], issuer.names[:1])
    elif holder is not None and issuer is None:  # "the chip maker is granting OpenAI warrants"
        yield frame_at("invest", f"{found[0]} stake", found.start(), holder.names[:1], ())


def _getter(scene: Scene, found: re.Match[str]) -> Group | None:
    """Who "will backstop a lease and receive" warrants: the last one to act before them."""
    lead = scene.folded[max(0, found.start() - _CLOSE) : found.start()]
    if not pattern_of(_GETS_STOCK).search(lead):
        return None
    if pattern_of(_THEN_GETS).search(lead):  # "A rents from B, gets warrants"
        return next((g for g in scene.groups if g.preposition is None), None)
    acting = (g for g in reversed(scene.groups) if g.end <= found.start())
    return next((g for g in acting if g.preposition is None and not g.is_possessive), None)


def _investor_in(scene: Scene) -> Frame | None:
    """Equity in passing: "welcoming Google as an investor in Cipher"."""
    for one, two in zip(scene.groups, scene.groups[1:], strict=False):
        gap = scene.folded[one.end : two.start]
        if len(gap) <= _REACH and (found := pattern_of(_INVESTOR_IN).search(gap)):
            return frame_at(
                "invest", found[0].strip(), one.end + found.start(), one.names, two.names
            )
    return None


def _stake_option(scene: Scene) -> Frame | None:
    """Who may take a stake in a maker it buys from: "gives it the option to take a 10% stake"."""
    found = pattern_of(_GIVES_IT_STOCK).search(scene.folded)
    before = [g for g in scene.groups if found and g.end <= found.start() and not g.is_product]
    if found is None or len({name for g in before for name in g.names}) != 2:  # noqa: PLR2004
        return None
    issuer, holder = before[0], before[-1]
    return frame_at("invest", "option", found.start(), holder.names[-1:], issuer.names[:1])


def _share_of(scene: Scene) -> Frame | None:
    """Who gets a share of whom: "could own 10% of AMD", "issues shares to OpenAI"."""
    for one, two in zip(scene.groups, scene.groups[1:], strict=False):
        gap, tail = scene.folded[one.end : two.start], scene.folded[two.end : two.end + _CLOSE]
        if one.is_product or two.is_product or len(gap) > _REACH:
            continue
        is_stock = re.match(r"(?:['’]s)? (?:common |new )?(?:stock|shares|equity)\b", tail)
        if not (found := pattern_of(_STAKE_IN).search(gap)):
            found = pattern_of(_GETS_SHARE).search(gap)
            found = found if found and (is_stock or pattern_of(_SHARES).search(found[0])) else None
        if found:
            holder, issuer = one.names[:1], two.names[:1]
            return frame_at("invest", "share", one.end + found.start(), holder, issuer)
        if not (found := pattern_of(_ISSUES_TO).search(gap)):
            found = pattern_of(_HANDS).search(gap)
            found = found if pattern_of(STAKE_BEHIND).match(scene.folded, two.end) else None
        if found:
            holder, issuer = two.names[:1], one.names[:1]
            return frame_at("invest", "share", one.end + found.start(), holder, issuer)
    return None
