"""Of the sums of one deal only the most exact are kept: headlines round."""

from decimal import Decimal

import pytest

from parsers.sums import without_rounded
from parsers.types import Money, Qualifier
from tests.readings import read


def dollars(billions: str, qualifier: Qualifier = "exact", currency: str = "USD") -> Money:
    """A sum as it is found in a text."""
    return Money(
        amount=Decimal(billions) * 10**9,
        currency=currency,
        qualifier=qualifier,
        quote=billions,
        start=0,
        end=1,
    )


@pytest.mark.parametrize(
    ("sums", "kept"),
    [
        pytest.param([dollars("38"), dollars("37.9")], ["37.9"], id="to the nearest"),
        pytest.param(
            [dollars("9", "at_least"), dollars("9.7")], ["9.7"], id="over is rounded down"
        ),
        pytest.param([dollars("10", "approx"), dollars("9.8")], ["9.8"], id="nearly"),
        pytest.param([dollars("30"), dollars("29.5")], ["30", "29.5"], id="too far apart"),
        pytest.param([dollars("6"), dollars("5.8")], ["6", "5.8"], id="two sums of one deal"),
        pytest.param([dollars("9.7"), dollars("5.8")], ["9.7", "5.8"], id="as many digits"),
        pytest.param(
            [dollars("38"), dollars("37.9", currency="EUR")], ["38", "37.9"], id="other money"
        ),
        pytest.param([dollars("5"), dollars("5")], ["5", "5"], id="said twice"),
    ],
)
def test_what_another_sum_states_to_more_digits_goes(sums: list[Money], kept: list[str]) -> None:
    """Only sums in one currency that say the same thing are compared."""
    found = without_rounded(sums)

    assert [one.quote for one in found] == kept


def test_a_text_of_nothing_but_sums_is_left_as_it_is() -> None:
    """No text can keep the comparison busy."""
    sums = [dollars("38"), *(dollars(f"37.9{number}") for number in range(60))]

    assert without_rounded(sums) == tuple(sums)


def test_a_trillion_is_of_many_deals() -> None:
    """What markets or a company's promises come to is the price of no deal of two."""
    text = "OpenAI, which has made $1.4 trillion of commitments, will pay $38 billion to Amazon."

    told = read("OpenAI rents Nvidia GPUs from Amazon in $1 trillion AI race", text)

    assert [money.amount for money in told.money] == [Decimal(38) * 10**9]
