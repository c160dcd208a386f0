"""Say on which points a text leaves its reader unsure."""

from collections.abc import Iterator, Sequence

from parsers.types import Leg, Money, Party

_SIDES = 2


def find_doubts(
    parties: Sequence[Party], legs: Sequence[Leg], money: Sequence[Money]
) -> tuple[str, ...]:
    """The doubts about a deal, a sentence each; none where the text tells all it should.

    >>> find_doubts([Party(company="Oracle", role="partner"), Party(company="AMD", role="partner")],
    ...     [], [])
    ('who gets compute from whom is not told: Oracle, AMD',)
    """
    return tuple(_doubts(parties, legs, money))


def _doubts(parties: Sequence[Party], legs: Sequence[Leg], money: Sequence[Money]) -> Iterator[str]:
    sides = tuple(dict.fromkeys(party.company for party in parties))
    roles = {party.role for party in parties}
    if not sides:
        yield "no side is named"
    elif len(sides) < _SIDES:
        yield f"only one side is named: {sides[0]}"
    elif roles == {"partner"}:
        yield f"who gets compute from whom is not told: {', '.join(sides)}"
    elif "buyer" not in roles:
        yield f"who gets the compute is not told: {', '.join(sides)}"
    homeless = [one for one in money if not _is_in(one, legs)]
    if homeless:
        yield f"whose sum it is, is not told: {', '.join(one.quote for one in homeless)}"


def _is_in(money: Money, legs: Sequence[Leg]) -> bool:
    sums = ((leg.amount, leg.amount_high, leg.currency) for leg in legs)
    return (money.amount, money.amount_high, money.currency) in sums
