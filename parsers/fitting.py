"""Tell whether two texts report one deal, and how well they fit: by sides, figures and time."""

from datetime import timedelta
from typing import Final

from parsers.accounts import Account, Likeness, compare

# Coverage of an announcement goes on for two weeks, and a day for the zones of the world;
# follow-ups that repeat its figures come for months, and its end may be told years later.
_SAME_NEWS: Final = timedelta(days=15)
FOLLOW_UP: Final = timedelta(days=120)
LOOK_BACK: Final = timedelta(days=730)
_PAIR: Final = 2
_TOP_LEVEL: Final = 3

# The more the better: figures that agree and differ, the same days, the same sides, the same kind
# of news, nearness.
Fit = tuple[int, int, bool, bool, bool, float]


def find_fit(one: Account, two: Account) -> Fit | None:
    """How well two texts fit each other, None where they do not report one deal."""
    shared = one.sides & two.sides
    gap = abs(one.at - two.at) if one.at and two.at else None
    if not shared or (gap is not None and gap > _limit(one, two)):
        return None
    likeness = compare(one, two)
    if min(one.level, two.level) == 0:
        fits = _fits_one_sided(likeness, gap) or bool(one.sites & two.sites)
    elif len(shared) < _PAIR or _differ_in_sides(one, two):
        fits = _fits_misnamed(one, two, likeness, gap) or _fits_loan(one, two, likeness, gap)
    else:
        fits = _fits_pair(one, two, likeness, gap)
    if not fits:
        return None
    return (
        len(likeness.agree - {"term"}),
        -len(likeness.differ),
        _same_days(gap),
        one.sides == two.sides,
        one.grows == two.grows,
        -gap.total_seconds() if gap is not None else 0.0,
    )


def _limit(one: Account, two: Account) -> timedelta:
    """How far apart two texts on one deal may stand; a deal's end or story refers back for long."""
    if min(one.level, two.level) == 0 or one.at is None or two.at is None:
        return FOLLOW_UP
    later = one if one.at > two.at else two
    return LOOK_BACK if later.looks_back else FOLLOW_UP


def _same_days(gap: timedelta | None) -> bool:
    return gap is not None and gap <= _SAME_NEWS


def _differ_in_sides(one: Account, two: Account) -> bool:
    """Whether both name a buyer, or both a supplier, and the other does not name it at all."""
    roles = ((one.buyers, two.buyers), (one.suppliers, two.suppliers))
    return any(
        ours and theirs and not (ours & two.sides) and not (theirs & one.sides)
        for ours, theirs in roles
    )


def _fits_one_sided(likeness: Likeness, gap: timedelta | None) -> bool:
    """A text that names one side fits by its sum, or by another figure in the same days."""
    agree = likeness.agree - {"term"}
    if not agree or "money" in likeness.differ:
        return False
    return "money" in agree or len(likeness.agree) >= _PAIR or _same_days(gap)


def _fits_misnamed(one: Account, two: Account, likeness: Likeness, gap: timedelta | None) -> bool:
    """Two texts that name different counterparts fit if the sum is one and each names both."""
    named = len(one.sides & two.named) >= _PAIR and len(two.sides & one.named) >= _PAIR
    return named and "money" in likeness.agree and (gap is None or _same_days(gap))


def _fits_loan(one: Account, two: Account, likeness: Likeness, gap: timedelta | None) -> bool:
    """Two texts on what is lent for one buyer fit by the sum: each may name another lender."""
    if one.borrower is None or one.borrower != two.borrower:
        return False
    return "money" in likeness.agree and _same_days(gap)


def _fits_pair(one: Account, two: Account, likeness: Likeness, gap: timedelta | None) -> bool:
    """Two texts on one pair: by figures that agree, else by time, if they may be laid side by side.

    One figure that differs in the same days is a conflict to settle, or a part of the whole;
    several are another deal, and so is one that differs in a text that tells of an expansion, or
    whose day is not known.
    """
    agree, differ = likeness.agree - {"term"}, likeness.differ
    grows = one.grows or two.grows
    if "money" in agree or (agree and not differ):
        return True
    if likeness.is_part and differ == {"money"} and _same_days(gap):
        return True
    if differ:
        may_err = _same_days(gap) and not grows
        return may_err and (bool(agree) or len(differ) == 1)
    return _fits_untold(one, two, gap)


def _fits_untold(one: Account, two: Account, gap: timedelta | None) -> bool:
    """Two texts on one pair of which no figure can be laid beside the other's."""
    if not _are_one_circle(one, two, near=gap is not None and gap <= FOLLOW_UP):
        return False
    if _begins_after_its_end(one, two) and not _same_days(gap):
        return False
    if one.grows != two.grows:
        # In the same days one paper says that a pact is widened, another that it is new.
        growing = one if one.grows else two
        near = _same_days(gap) or (gap is None and growing.level == 1)
        return near and not growing.looks_back
    if min(one.level, two.level) == _TOP_LEVEL or (one.grows and min(one.level, two.level) > 1):
        return _same_days(gap) or (gap is None and _may_be_laid_beside(one, two))
    return True


def _begins_after_its_end(one: Account, two: Account) -> bool:
    """Whether the earlier text tells the end of a deal, the later one that of a deal to come."""
    if one.at is None or two.at is None:
        return False
    earlier, later = (one, two) if one.at < two.at else (two, one)
    ended = earlier.evidence.reading.event in {"cancelled", "denial"}
    return ended and not later.looks_back


def _are_one_circle(one: Account, two: Account, *, near: bool) -> bool:
    """Whether one text names no side but the other's; if they are not near, the same ones."""
    if near:
        return one.sides <= two.sides or two.sides <= one.sides
    same_trade = bool(one.suppliers) and (one.buyers, one.suppliers) == (two.buyers, two.suppliers)
    return one.sides == two.sides or same_trade


def _may_be_laid_beside(one: Account, two: Account) -> bool:
    """Whether sums differ in what they are: equity and a price, a price and payments each year."""
    purposes = [{each.purpose for each in account.sums} for account in (one, two)]
    rates = [{each.per is None for each in account.sums} for account in (one, two)]
    return ({"equity"} in purposes and {"trade"} in purposes) or not rates[0] & rates[1]
