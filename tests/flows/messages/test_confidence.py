"""How far a deal can be trusted is told in a word, with its reasons."""

from dataclasses import replace

import pytest

from flows.messages.confidence import (
    Confidence,
    Level,
    judge_confidence,
    rank_publishers,
    tier_words,
)
from parsers.types import Deal
from tests.told import COMMITMENT, ODD, SEED

ONE = replace(SEED, publishers=("Reuters",), figures=())
NOBODY = replace(ONE, publishers=("Odd Paper",))


@pytest.mark.parametrize(
    ("deal", "level"),
    [
        pytest.param(SEED, "high", id="four publishers, an agency among them"),
        pytest.param(replace(ONE, publishers=("SEC",)), "high", id="a filing"),
        pytest.param(ONE, "medium", id="one agency"),
        pytest.param(NOBODY, "low", id="one nobody knows"),
        pytest.param(replace(NOBODY, publishers=("A", "B", "C")), "medium", id="three unknown"),
        pytest.param(replace(ONE, publishers=()), "low", id="no publisher"),
        pytest.param(replace(SEED, status="talks"), "medium", id="only talks"),
        pytest.param(replace(SEED, status="loi"), "medium", id="a letter of intent"),
        pytest.param(replace(SEED, status="rumour"), "low", id="a rumour"),
        pytest.param(replace(SEED, conflicts=(ODD,)), "medium", id="conflict among many"),
        pytest.param(replace(ONE, conflicts=(ODD,)), "low", id="conflict with one"),
        pytest.param(replace(SEED, legs=(replace(COMMITMENT, payer=None),)), "medium", id="payer"),
    ],
)
def test_the_level_follows_sources_status_and_figures(deal: Deal, level: Level) -> None:
    """Weight and number of sources raise it; talk, conflict and open ends lower it."""
    assert judge_confidence(deal).level == level


def test_the_reasons_are_told() -> None:
    """Each in a few words a reader can check."""
    deal = replace(ONE, status="talks", conflicts=(ODD,), legs=(replace(COMMITMENT, payee=None),))

    judged = judge_confidence(deal)

    assert judged == Confidence(
        level="low",
        reasons=("1 publisher, best a news agency", "in talks", "figures conflict"),
        unsure=(
            "still in talks",
            "whom Anthropic pays is not named",
            "1 figure cannot be settled",
            "one publisher only",
        ),
    )


def test_publishers_nobody_knows_are_called_that() -> None:
    """A reader need not look for what an unknown name is worth."""
    reasons = judge_confidence(NOBODY).reasons

    assert reasons == ("1 publisher, none of them known to us", "announced")


def test_the_nearest_source_comes_first() -> None:
    """A filing before an agency before the press; equals stay as they came."""
    names = ("Odd Paper", "Google News", "Axios", "The Japan Times", "Reuters", "SEC")

    ranked = rank_publishers(names)

    assert ranked == ("SEC", "Reuters", "Axios", "The Japan Times", "Google News", "Odd Paper")
    assert [tier_words(ranked[0]), tier_words(ranked[-1])] == ["a filing", None]
