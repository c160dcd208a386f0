"""How firm a deal is, and what a text does to it."""

from itertools import combinations
from typing import get_args

import pytest

from parsers.status import ENDINGS, LADDER, find_event, find_status, is_firmer
from parsers.types import Event, Status


@pytest.mark.parametrize(
    ("title", "status"),
    [
        pytest.param("OpenAI in talks to rent from Oracle", "talks", id="in talks"),
        pytest.param("OpenAI in advanced discussions over chips", "talks", id="advanced"),
        pytest.param("Meta weighs Google chips", "talks", id="weighs"),
        pytest.param("Meta nears Google pact", "talks", id="nears"),
        pytest.param("Meta close to a deal with Google", "talks", id="close to"),
        pytest.param("Meta is said to rent Google chips", "rumour", id="is said to"),
        pytest.param("Meta to rent chips: report", "rumour", id="report"),
        pytest.param("Meta reportedly picks Google", "rumour", id="reportedly"),
        pytest.param("据悉Meta将租用谷歌芯片", "rumour", id="chinese rumour"),
        pytest.param("Nvidia, OpenAI sign letter of intent", "loi", id="letter of intent"),
        pytest.param("A non-binding term sheet for 2 GW", "loi", id="term sheet"),
        pytest.param("Meta signs with Google", "announced", id="signs"),
        pytest.param("Meta set to spend $10bn with Google", "announced", id="set to"),
        pytest.param("IREN signs definitive agreement", "contracted", id="definitive"),
        pytest.param("CoreWeave lease shown in a filing", "contracted", id="filing"),
        pytest.param("Abilene goes live for OpenAI", "operating", id="goes live"),
        pytest.param("Oracle trims its Abilene lease", "cut", id="trims"),
        pytest.param("Oracle is scaling back in Abilene", "cut", id="scales back"),
        pytest.param("OpenAI scraps the lease", "cancelled", id="scraps"),
        pytest.param("Microsoft walks away from talks", "cancelled", id="walks away from talks"),
        pytest.param("Chip pact on hold", "cancelled", id="on hold"),
        pytest.param("Oracle denies it leases halls to OpenAI", "denied", id="denies"),
        pytest.param("Oracle denies OpenAI cancelled its lease", "announced", id="denied end"),
        pytest.param("Meta did not sign a cloud deal with Google", "denied", id="did not"),
        pytest.param("Meta is no longer in talks with Oracle", "cancelled", id="no longer"),
        pytest.param("Oracle calls report false and incorrect", "denied", id="false"),
        pytest.param("OpenAI says it is not in talks", "denied", id="not in talks"),
    ],
)
def test_the_title_tells_the_status(title: str, status: Status) -> None:
    """Of several words the most telling wins: a denial, then an end, then how firm it is."""
    assert find_status(title, "") == status


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Chip prices drop in May as Meta signs", id="drop in"),
        pytest.param("Oracle drops 4% as OpenAI signs", id="drops a figure"),
        pytest.param("Nearly half of Meta's chips", id="nearly"),
    ],
)
def test_look_alikes_end_nothing(title: str) -> None:
    """Prices that drop and things that are nearly so leave a deal announced."""
    assert find_status(title, "") == "announced"


@pytest.mark.parametrize(
    ("title", "lead", "status"),
    [
        pytest.param("OpenAI and Oracle", "Talks were called off.", "cancelled", id="silent title"),
        pytest.param(
            "OpenAI in talks with Oracle", "A letter of intent.", "talks", id="title wins"
        ),
    ],
)
def test_the_lead_speaks_where_the_title_is_silent(title: str, lead: str, status: Status) -> None:
    """The title decides; only a title without a word of status is read on."""
    assert find_status(title, lead) == status


@pytest.mark.parametrize(
    ("title", "lead", "event"),
    [
        pytest.param("Meta rents Google chips", "", "new", id="new"),
        pytest.param("Meta widens Google pact", "", "expansion", id="widens"),
        pytest.param("Meta rents another gigawatt", "", "expansion", id="another"),
        pytest.param(
            "Meta rents Google chips", "It deepens an earlier partnership.", "expansion", id="lead"
        ),
        pytest.param("Why Meta rents Google chips", "", "background", id="why"),
        pytest.param("Will Meta rent Google chips?", "", "background", id="question"),
        pytest.param("Google hall goes live for Meta", "", "background", id="operating"),
        pytest.param("Meta in talks to widen Google pact", "", "rumour", id="rumour first"),
        pytest.param("Why Meta scraps Google pact", "", "cancelled", id="end first"),
        pytest.param("Oracle trims OpenAI lease", "", "cancelled", id="cut"),
        pytest.param("Google denies Meta pact", "", "denial", id="denial"),
        pytest.param("Meta signs letter of intent with Google", "", "new", id="loi"),
    ],
)
def test_a_text_does_one_thing_to_its_deal(title: str, lead: str, event: Event) -> None:
    """Denials, ends and rumours outrank looking back, and that outranks widening."""
    assert find_event(title, lead, find_status(title, lead)) == event


# --- the ladder ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("low", "high"), [*combinations(LADDER, 2)])
def test_a_higher_step_is_firmer(low: Status, high: Status) -> None:
    """Every step stands above all before it, and never the other way round."""
    assert is_firmer(high, low)
    assert not is_firmer(low, high)
    assert not is_firmer(low, low)


@pytest.mark.parametrize("ending", sorted(ENDINGS))
@pytest.mark.parametrize("step", LADDER)
def test_an_ending_is_off_the_ladder(ending: Status, step: Status) -> None:
    """What ends a deal is neither firmer nor softer than a step."""
    assert not is_firmer(ending, step)
    assert not is_firmer(step, ending)


def test_every_status_has_its_place() -> None:
    """A status is on the ladder or ends a deal, never both."""
    assert set(LADDER) | ENDINGS == set(get_args(Status))
    assert not set(LADDER) & ENDINGS
