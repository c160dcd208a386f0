"""Decide whether a text's main subject is one compute deal, and say why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from parsers.abroad import (
    is_equity,
    is_round,
    pays_for_chips,
    raises_to_buy,
    signs_in_lead,
    without_trades,
)
from parsers.case import Case, Trades, plain
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
_MOST_DEALERS: Final = 2
_TRADING: Final = frozenset({"buyer", "supplier", "developer", "investee"})
_EAST_ASIAN: Final = "[㐀-鿿가-힣ぁ-ヿ]"
_UNKNOWN: Final = Trades()
_SIGNED_DENSE: Final = "签|簽|締結|체결"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Yes or no, with the reasons in the order they were weighed.

    `is_open`: the title is about nothing else, it only does not tell a deal.
    """

    is_compute_deal: bool
    reasons: tuple[str, ...]
    is_open: bool = False


def decide_verdict(
    title: str,
    lead: str,
    *,
    titled: Sequence[str],
    parties: Sequence[Party],
    trades: Trades = _UNKNOWN,
) -> Verdict:
    """Weigh a text: other subjects first, then the sides, the arrangement and the compute.

    Args:
        title: the text's own headline.
        lead: its first sentences.
        titled: companies named in the title.
        parties: who was found to do what; see `parsers.parties`.
        trades: what companies live on.
    """
    head, opening = plain(title, lead)
    case = Case(
        head=head, opening=opening, titled=tuple(titled), parties=tuple(parties), trades=trades
    )
    other = (
        _other_subject(title, case)
        or model_alone(head)
        or many_deals(head, titled)
        or told_in_lead(case)
        or loan_of_host(case)
        or round_of_many(case)
        or stake_in_host(case)
        or power_deal(case)
        or own_business(case)
    )
    if other is not None:
        return Verdict(is_compute_deal=False, reasons=(other,))
    missing = (
        (None if parties or titled else "no company we know is named")
        or _missing_arrangement(case)
        or _missing_compute(replace(case, parties=without_strangers(case)))
        or _missing_side(case)
    )
    if missing is not None:
        return Verdict(is_compute_deal=False, reasons=(missing,), is_open=True)
    return Verdict(is_compute_deal=True, reasons=_for(title, lead, parties))


def decide_early(title: str, lead: str, *, titled: Sequence[str]) -> Verdict | None:
    """The verdict where it is no whoever the parties are; None where they have to be found.

    It is the one `decide_verdict` would give, at a fraction of the price.
    """
    head, opening = plain(title, lead)
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


def _other_subject(title: str, case: Case) -> str | None:
    has_two = len(case.sides) > 1
    invests = _invests_in_buyer(case)
    for why, words, excuse in other_subjects(title, case.head, case.titled):
        if excuse == "two sides" and has_two:
            continue
        if why == FUNDING and (
            (invests and not is_round(case.head) and _tells_what_for(case))
            or pays_for_compute(case)
            or pays_for_chips(case)
            or raises_to_buy(case)
        ):
            continue
        return about(why, words)
    return None


def _tells_what_for(case: Case) -> bool:
    """Whether a title names compute, or who gives the money for it: "X secures $9bn" does not."""
    backers = [party.company for party in case.parties if party.role == "investor"]
    return names_compute(case.head) or any(fold(name).split()[0] in case.head for name in backers)


def _invests_in_buyer(case: Case) -> bool:
    """Whether money goes into who gets the compute: who takes a stake in its host only buys."""
    investors = case.acting("investor") - case.acting("buyer")
    return bool(investors) and "supplier" in case.roles


def _missing_arrangement(case: Case) -> str | None:
    if _ARRANGEMENT.search(case.head):
        return None
    if len(case.sides) > 1 and _is_told_by_lead(case):
        return None
    if len(case.sides) > 1 and _tells_arrangement(case.opening) and signs_in_lead(case):
        return None
    if case.parties and case.in_head(SITED) and _signs_for_site(case.news):
        return None
    if _faces_each_other(case):
        return None
    return _NO_ARRANGEMENT


def _tells_arrangement(text: str) -> bool:
    """Whether a lead has words of an arrangement besides what a company means "to provide"."""
    return any(not found[0].startswith("to ") for found in _ARRANGEMENT.finditer(text))


def _is_told_by_lead(case: Case) -> bool:
    """Whether the lead has the arrangement of a title that names a side.

    An East Asian title may have the compute alone, and how much: who trades it opens the lead.
    """
    if case.titled:
        return _tells_arrangement(case.opening)
    is_measured = COMPUTE_NAMED.search(case.head) and case.in_head(FIGURE)
    return bool(case.in_head(_EAST_ASIAN) and is_measured and _tells_arrangement(case.news))


def _signs_for_site(news: str) -> bool:
    """Whether a lead says of the site its title names that a lease is signed, or ended."""
    return (
        pattern_of(_SIGNED).search(news) is not None
        and pattern_of(_TENANCY).search(news) is not None
    )


def _faces_each_other(case: Case) -> bool:
    """Whether a title sets who takes compute beside who gives it, with how much or where.

    That is an arrangement whatever verb joins them, or none: "Sharon AI x NEXTDC: 50 MW". So is
    what two do with a site: "Nvidia and Telekom unveil AI hub".
    """
    if len(case.titled) > 1 and case.in_head(JOINT_SITE):
        return True
    measured = case.in_head(FIGURE) is not None
    if not case.titled or not (measured or case.in_head(SITED)):
        return False
    if len(case.titled) == len(case.sides) == _MOST_DEALERS and case.in_head(PROJECT_OF_TWO):
        return True
    taking = case.acting("buyer").intersection(case.titled)
    giving = case.acting("supplier", "developer", "financier").intersection(case.titled)
    lives_of_it = case.in_head(AI_LABS) is not None or not giving.isdisjoint(case.trades.hosts)
    if taking and giving and len(taking | giving) > 1:
        return measured or lives_of_it
    if len(case.titled) == _MOST_DEALERS and lives_of_it:
        return case.in_head(POWER_FIGURE) is not None
    return len(case.titled) == 1 and case.in_head(CUSTOMER) is not None


def _missing_compute(case: Case) -> str | None:
    if _is_equity_alone(case) or _invests_abroad(case):
        return "equity alone: nobody is said to get compute for it"
    if _implies_compute(case):
        return None
    if names_compute(case.whole):
        return None
    return "no compute is named: no cloud, chips, data centre or power"


def _is_equity_alone(case: Case) -> bool:
    roles = case.roles
    if not roles or not roles <= {"investor", "investee", "partner"}:
        return False
    if "partner" not in roles:
        return case.in_head(BUILT_WITH_EAST) is None
    return case.in_head(EQUITY) is not None and not names_compute(case.head)


def _invests_abroad(case: Case) -> bool:
    """Whether a title not in English tells of equity, and compute is only what a side trades in."""
    if not is_equity(case.head) or not _invests_in_buyer(case):
        return False
    return not names_compute(without_trades(case.whole))


def _implies_compute(case: Case) -> bool:
    """Whether who deals with whom, and for how much, tells what is bought."""
    sides, hosts = case.sides, case.trades.hosts
    has_lab = bool(pattern_of(AI_LABS).search(f"{case.head} {fold(' '.join(sides))}"))
    stands_in = has_lab and case.in_head(GUARANTEED)
    if stands_in or ((has_lab or sides & (hosts | case.trades.labs)) and takes_site(case.head)):
        return True
    if len(sides) == 1:
        return not hosts.isdisjoint(sides.union(case.titled)) and case.in_head(_TENANCY) is not None
    selling = case.acting("supplier", "partner")
    if _invests_in_buyer(case):
        if pattern_of(EQUITY_ROUND).search(f"{case.head}\n{case.news}"):
            return False  # money at a valuation buys shares
        taking = case.acting("investee")
        is_host = bool(selling & hosts and case.in_head(_TENANCY))
        return has_lab or is_host or bool(taking & hosts)
    if selling & hosts:
        return True
    # Models that a table knows by name train whatever they are said to buy; of others it takes
    # both sides of a contract.
    has_lab = has_lab or not sides.isdisjoint(case.trades.labs)
    pays = has_lab or ("buyer" in case.roles and "investor" not in case.roles)
    priced = case.in_head(BIG_SUM) or (has_lab and case.in_head(_TENANCY))
    told = pays and priced and not case.in_head(PLAIN_CHIPS)
    return bool(selling and told)


def _missing_side(case: Case) -> str | None:
    whole = case.whole
    is_pair = case.roles & _TRADING or pattern_of(_TOGETHER).search(whole)
    if not is_pair and not _faces_each_other(case):
        return "the companies are named beside each other, not as two sides"
    is_own = case.in_head(OWN_PLAN_EAST) or converts_site(case.head)
    if pays_alone(case) or (len(case.sides) == 1 and is_own):
        return "one company's own plan: what it offers to many, owes, or puts into sites"
    if (
        len(houses(case.parties)) > 1
        or pattern_of(COUNTERPARTS).search(whole)
        or case.in_head(_SIGNED_DENSE)
    ):
        return None
    if pattern_of(CUSTOMER).search(whole) or implies_other_side(case):
        return None
    lab = case.in_head(AI_LABS)
    if lab and not any(lab[0] in fold(side) for side in case.sides):
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
