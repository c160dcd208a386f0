"""Decide whether a text's main subject is one compute deal, and say why."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from parsers.abroad import (
    is_equity,
    is_round,
    pays_for_chips,
    raises_to_buy,
    signs_in_lead,
    without_trades,
)
from parsers.compute_named import COMPUTE_NAMED, names_compute, takes_site
from parsers.deal_words import (
    AI_LABS,
    ARRANGEMENT,
    BIG_SUM,
    COMPUTE_DEAL_NOUN,
    CUSTOMER,
    EQUITY,
    EQUITY_ROUND,
    FIGURE,
    GUARANTEED,
    JOINT_SITE,
    PLAIN_CHIPS,
    POWER_FIGURE,
    PROJECT_OF_TWO,
    SIGNED_OR_ENDED,
    SITED,
    TOGETHER,
    WordTable,
    deal_words,
)
from parsers.deal_words_east import BUILT_WITH_EAST, OWN_PLAN_EAST
from parsers.deal_words_europe import SIGNED_EUROPE
from parsers.lone_money import (
    implies_other_side,
    loan_of_host,
    pays_alone,
    pays_for_compute,
    power_deal,
    round_of_many,
    stake_in_host,
    without_strangers,
)
from parsers.own_plans import houses, own_business
from parsers.subjects import (
    COUNTERPARTS,
    FUNDING,
    NEWS,
    about,
    converts_site,
    many_deals,
    model_alone,
    other_subjects,
    told_in_lead,
)
from parsers.types import Party
from parsers.verdict_words_europe import COUNTERPART_EUROPE, TENANCY_EUROPE, TOGETHER_EUROPE
from parsers.words import fold, pattern_of

# All patterns here are for folded text: that is ten times as quick as to ignore case.
_ARRANGEMENT = deal_words(ARRANGEMENT)
_TOGETHER: Final = f"{TOGETHER}|{TOGETHER_EUROPE}|{COUNTERPART_EUROPE}"
_SIGNED: Final = f"{SIGNED_OR_ENDED}|{SIGNED_EUROPE}"
_TENANCY: Final = f"{COMPUTE_DEAL_NOUN}|{TENANCY_EUROPE}"
_NO_ARRANGEMENT: Final = "no arrangement between two sides is told"
# News is told at the beginning; what goes on beyond was made to keep us busy.
_MOST_TITLE: Final = 500
_MOST_LEAD: Final = 2_000
_MOST_DEALERS: Final = 2
_TRADING: Final = frozenset({"buyer", "supplier", "developer", "investee"})
_GIVING: Final = frozenset({"supplier", "developer", "financier"})
_EAST_ASIAN: Final = "[㐀-鿿가-힣ぁ-ヿ]"
_SIGNED_DENSE: Final = "签|簽|締結|체결"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Yes or no, with the reasons in the order they were weighed.

    `is_open`: the title is about nothing else, it only does not tell a deal.
    """

    is_compute_deal: bool
    reasons: tuple[str, ...]
    is_open: bool = False


def decide_verdict(  # noqa: PLR0913 - all by name
    title: str,
    lead: str,
    *,
    titled: Sequence[str],
    parties: Sequence[Party],
    hosts: Collection[str] = (),
    sellers: Collection[str] | None = None,
    labs: Collection[str] = (),
    utilities: Collection[str] = (),
) -> Verdict:
    """Weigh a text: other subjects first, then the sides, the arrangement and the compute.

    Args:
        title: the text's own headline.
        lead: its first sentences.
        titled: companies named in the title.
        parties: who was found to do what; see `parsers.parties`.
        hosts: companies that sell nothing but compute: a contract with one is about it.
        sellers: companies that sell compute at all, None where that is not known: what others
            have with a lab is compute only if the text says so.
        labs: companies that train models: what they contract for is compute, if it is that much.
        utilities: companies that sell power: a contract with one alone is about that.
    """
    head, opening = _folded(title, lead)
    other = (
        _other_subject(title, head, opening, parties, titled)
        or model_alone(head)
        or many_deals(head, titled)
        or told_in_lead(head, opening)
        or loan_of_host(head, opening, parties, hosts)
        or round_of_many(head, parties)
        or stake_in_host(head, opening, parties, hosts)
        or power_deal(head, opening, parties, utilities)
        or own_business(head, opening, parties, titled, hosts)
    )
    if other is not None:
        return Verdict(is_compute_deal=False, reasons=(other,))
    missing = (
        (None if parties or titled else "no company we know is named")
        or _missing_arrangement(head, opening, parties, titled, hosts)
        or _missing_compute(
            head, opening, without_strangers(head, parties, sellers), titled, hosts, labs=labs
        )
        or _missing_side(head, opening, parties, titled, hosts)
    )
    if missing is not None:
        return Verdict(is_compute_deal=False, reasons=(missing,), is_open=True)
    return Verdict(is_compute_deal=True, reasons=_for(title, lead, parties))


def decide_early(title: str, lead: str, *, titled: Sequence[str]) -> Verdict | None:
    """The verdict where it is no whoever the parties are; None where they have to be found.

    It is the one `decide_verdict` would give, at a fraction of the price.
    """
    head, opening = _folded(title, lead)
    for why, words, excuse in other_subjects(title, head, titled):
        if excuse != "none":
            return None
        return Verdict(is_compute_deal=False, reasons=(about(why, words),))
    if (model := model_alone(head)) is not None:
        return Verdict(is_compute_deal=False, reasons=(model,))
    if not titled or _ARRANGEMENT.search(head) or _ARRANGEMENT.search(opening):
        return None
    if (len(titled) > 1 or pattern_of(CUSTOMER).search(head)) and (
        pattern_of(FIGURE).search(head) or pattern_of(SITED).search(head)
    ):
        return None
    many = many_deals(head, titled)
    return Verdict(is_compute_deal=False, reasons=(many or _NO_ARRANGEMENT,), is_open=many is None)


def _folded(title: str, lead: str) -> tuple[str, str]:
    return _plain(title[:_MOST_TITLE]), _plain(lead[:_MOST_LEAD])


def _plain(text: str) -> str:
    return fold(text).replace("_", " ")  # as some write "大型_compute契約"


def _sides(parties: Sequence[Party]) -> set[str]:
    return {party.company for party in parties}


def _other_subject(
    title: str, head: str, opening: str, parties: Sequence[Party], titled: Sequence[str]
) -> str | None:
    has_two = len(_sides(parties)) > 1
    invests = _invests_in_buyer(parties)
    for why, words, excuse in other_subjects(title, head, titled):
        if excuse == "two sides" and has_two:
            continue
        if why == FUNDING and (
            (invests and not is_round(head) and _tells_what_for(head, parties))
            or pays_for_compute(head, parties)
            or pays_for_chips(opening, parties)
            or raises_to_buy(head, parties)
        ):
            continue
        return about(why, words)
    return None


def _tells_what_for(head: str, parties: Sequence[Party]) -> bool:
    """Whether a title names compute, or who gives the money for it: "X secures $9bn" does not."""
    backers = [party.company for party in parties if party.role == "investor"]
    return names_compute(head) or any(fold(name).split()[0] in head for name in backers)


def _invests_in_buyer(parties: Sequence[Party]) -> bool:
    roles = {party.role for party in parties}
    return {"investor", "supplier"} <= roles


def _missing_arrangement(
    head: str,
    opening: str,
    parties: Sequence[Party],
    titled: Sequence[str],
    hosts: Collection[str],
) -> str | None:
    if _ARRANGEMENT.search(head):
        return None
    if len(_sides(parties)) > 1 and _is_told_by_lead(head, opening, titled):
        return None
    if len(_sides(parties)) > 1 and _tells_arrangement(opening) and signs_in_lead(opening):
        return None
    if parties and pattern_of(SITED).search(head) and _signs_for_site(opening[:NEWS]):
        return None
    if _faces_each_other(head, parties, titled, hosts):
        return None
    return _NO_ARRANGEMENT


def _tells_arrangement(opening: str) -> bool:
    """Whether a lead has words of an arrangement besides what a company means "to provide"."""
    return any(not found[0].startswith("to ") for found in _ARRANGEMENT.finditer(opening))


def _is_told_by_lead(head: str, opening: str, titled: Sequence[str]) -> bool:
    """Whether the lead has the arrangement of a title that names a side.

    An East Asian title may have the compute alone, and how much: who trades it opens the lead.
    """
    if titled:
        return _tells_arrangement(opening)
    is_measured = COMPUTE_NAMED.search(head) and pattern_of(FIGURE).search(head)
    return bool(
        pattern_of(_EAST_ASIAN).search(head) and is_measured and _tells_arrangement(opening[:NEWS])
    )


def _signs_for_site(news: str) -> bool:
    """Whether a lead says of the site its title names that a lease is signed, or ended."""
    return (
        pattern_of(_SIGNED).search(news) is not None
        and pattern_of(_TENANCY).search(news) is not None
    )


def _faces_each_other(
    head: str, parties: Sequence[Party], titled: Sequence[str], hosts: Collection[str]
) -> bool:
    """Whether a title sets who takes compute beside who gives it, with how much or where.

    That is an arrangement whatever verb joins them, or none: "Sharon AI x NEXTDC: 50 MW". So is
    what two do with a site: "Nvidia and Telekom unveil AI hub".
    """
    if len(titled) > 1 and pattern_of(JOINT_SITE).search(head):
        return True
    measured = pattern_of(FIGURE).search(head) is not None
    if not titled or not (measured or pattern_of(SITED).search(head)):
        return False
    if len(titled) == len(_sides(parties)) == _MOST_DEALERS and pattern_of(PROJECT_OF_TWO).search(
        head
    ):
        return True
    taking = {party.company for party in parties if party.role == "buyer"} & set(titled)
    giving = {party.company for party in parties if party.role in _GIVING} & set(titled)
    lives_of_it = pattern_of(AI_LABS).search(head) is not None or not giving.isdisjoint(hosts)
    if taking and giving and len(taking | giving) > 1:
        return measured or lives_of_it
    if len(titled) == _MOST_DEALERS and lives_of_it:
        return pattern_of(POWER_FIGURE).search(head) is not None
    return len(titled) == 1 and pattern_of(CUSTOMER).search(head) is not None


def _missing_compute(  # noqa: PLR0913 - as above
    head: str,
    opening: str,
    parties: Sequence[Party],
    titled: Sequence[str],
    hosts: Collection[str],
    *,
    labs: Collection[str],
) -> str | None:
    if _is_equity_alone(head, parties) or _invests_abroad(head, opening, parties):
        return "equity alone: nobody is said to get compute for it"
    if _implies_compute(head, opening, parties, titled, hosts, labs=labs):
        return None
    if names_compute(f"{head}\n{opening}"):
        return None
    return "no compute is named: no cloud, chips, data centre or power"


def _is_equity_alone(head: str, parties: Sequence[Party]) -> bool:
    roles = {party.role for party in parties}
    if not roles or not roles <= {"investor", "investee", "partner"}:
        return False
    if "partner" not in roles:
        return pattern_of(BUILT_WITH_EAST).search(head) is None
    return pattern_of(EQUITY).search(head) is not None and not names_compute(head)


def _invests_abroad(head: str, opening: str, parties: Sequence[Party]) -> bool:
    """Whether a title not in English tells of equity, and compute is only what a side trades in."""
    if not is_equity(head) or not _invests_in_buyer(parties):
        return False
    return not names_compute(without_trades(f"{head}\n{opening}"))


def _implies_compute(  # noqa: PLR0913 - as above
    head: str,
    opening: str,
    parties: Sequence[Party],
    titled: Sequence[str],
    hosts: Collection[str],
    *,
    labs: Collection[str],
) -> bool:
    """Whether who deals with whom, and for how much, tells what is bought."""
    sides = _sides(parties)
    has_lab = bool(pattern_of(AI_LABS).search(f"{head} {fold(' '.join(sides))}"))
    stands_in = has_lab and pattern_of(GUARANTEED).search(head)
    if stands_in or ((has_lab or sides & {*hosts, *labs}) and takes_site(head)):
        return True
    if len(sides) == 1:
        return (
            not set(hosts).isdisjoint(sides | set(titled))
            and pattern_of(_TENANCY).search(head) is not None
        )
    selling = {party.company for party in parties if party.role in {"supplier", "partner"}}
    if _invests_in_buyer(parties):
        if pattern_of(EQUITY_ROUND).search(f"{head}\n{opening[:NEWS]}"):
            return False  # money at a valuation buys shares
        taking = {party.company for party in parties if party.role == "investee"}
        is_host = bool(selling & set(hosts) and pattern_of(_TENANCY).search(head))
        return has_lab or is_host or bool(taking & set(hosts))
    if selling & set(hosts):
        return True
    roles = {party.role for party in parties}
    # Models that a table knows by name train whatever they are said to buy; of others it takes
    # both sides of a contract.
    has_lab = has_lab or not sides.isdisjoint(labs)
    pays = has_lab or ("buyer" in roles and "investor" not in roles)
    priced = pattern_of(BIG_SUM).search(head) or (has_lab and pattern_of(_TENANCY).search(head))
    told = pays and priced and not pattern_of(PLAIN_CHIPS).search(head)
    return bool(selling and told)


def _missing_side(
    head: str,
    opening: str,
    parties: Sequence[Party],
    titled: Sequence[str],
    hosts: Collection[str],
) -> str | None:
    whole = f"{head}\n{opening}"
    roles = {party.role for party in parties}
    is_pair = roles & _TRADING or pattern_of(_TOGETHER).search(whole)
    if not is_pair and not _faces_each_other(head, parties, titled, hosts):
        return "the companies are named beside each other, not as two sides"
    sides = _sides(parties)
    is_own = pattern_of(OWN_PLAN_EAST).search(head) or converts_site(head)
    if pays_alone(whole, parties) or (len(sides) == 1 and is_own):
        return "one company's own plan: what it offers to many, owes, or puts into sites"
    if (
        len(houses(parties)) > 1
        or pattern_of(COUNTERPARTS).search(whole)
        or pattern_of(_SIGNED_DENSE).search(head)
    ):
        return None
    if pattern_of(CUSTOMER).search(whole) or implies_other_side(head, parties):
        return None
    lab = pattern_of(AI_LABS).search(head)
    if lab and not any(lab[0] in fold(side) for side in sides):
        return None  # a lab that goes by a common word: "to power Cursor's training"
    return "one company's own plan: no other side is named or implied"


def _for(title: str, lead: str, parties: Sequence[Party]) -> tuple[str, ...]:
    arrangement = _first_words(_ARRANGEMENT, title, lead)
    compute = _first_words(COMPUTE_NAMED, title, lead)
    told = ", ".join(f"{party.company} ({party.role})" for party in parties)
    reasons = [f"parties: {told}"] if told else []
    if arrangement is not None:
        reasons.append(f"an arrangement: “{arrangement}”")
    reasons.append(f"compute: “{compute}”" if compute else "compute is what the supplier sells")
    return tuple(reasons)


def _first_words(pattern: WordTable, *texts: str) -> str | None:
    """The words that match in the first text where any do."""
    for text in texts:
        if found := pattern.search(fold(text)):
            return text[found.start() : found.end()].strip()
    return None
