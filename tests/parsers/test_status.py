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
        pytest.param("Sources: Meta agrees to rent Google chips", "rumour", id="sources first"),
        pytest.param("Exclusive: Meta picks Google chips", "announced", id="exclusive alone"),
        pytest.param("Meta rents Google chips, SCMP reports", "rumour", id="an outlet behind"),
        pytest.param("Google levert Meta chips, meldt Bloomberg", "rumour", id="dutch outlet"),
        pytest.param("Microsoft freezes OpenAI lease", "cancelled", id="freezes"),
        pytest.param("微软可能终止与OpenAI的算力合同", "cancelled", id="may end, chinese"),
        pytest.param("Nvidia close to backing Meta lease", "talks", id="close to doing"),
        pytest.param("xAI ends $10 billion server talks", "cancelled", id="ends talks"),
        pytest.param("Meta pulls plug on lease", "cancelled", id="pulls plug"),
        pytest.param("Blue Owl won't fund Oracle site", "cancelled", id="will not fund"),
        pytest.param("OpenAI is not leasing from Amazon", "denied", id="is not doing"),
        pytest.param("Nvidia: no talks with Samsung", "denied", id="no talks"),
        pytest.param("Claims that Oracle left are false", "denied", id="claims are false"),
        pytest.param("据悉Meta将租用谷歌芯片", "rumour", id="chinese rumour"),
        pytest.param("Nvidia, OpenAI sign letter of intent", "loi", id="letter of intent"),
        pytest.param("A non-binding term sheet for 2 GW", "loi", id="term sheet"),
        pytest.param("Meta signs with Google", "announced", id="signs"),
        pytest.param("Meta set to spend $10bn with Google", "rumour", id="set to"),
        pytest.param("AMD set to supply OpenAI under pact", "announced", id="set to under a deal"),
        pytest.param("Meta signs with Google, sources say", "rumour", id="sources say"),
        pytest.param("Meta signs with Google, Bloomberg News reports", "rumour", id="an outlet"),
        pytest.param("Meta could rent Google chips", "rumour", id="could"),
        pytest.param("Is Meta renting Google chips?", "rumour", id="whether"),
        pytest.param("Could the Meta chip deal fall apart?", "announced", id="a known deal asked"),
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
        pytest.param("OpenAI will not use Google chips", "denied", id="refuses"),
        pytest.param("OpenAI has no plans to buy Google chips", "denied", id="no plans"),
        pytest.param("Google calls chip report untrue", "denied", id="untrue"),
        pytest.param("No Oracle leases were cancelled, OpenAI says", "announced", id="no end"),
        pytest.param("OpenAI ends plans for Abilene", "cancelled", id="ends plans"),
        pytest.param("Oracle loses OpenAI as tenant", "cancelled", id="loses a tenant"),
        pytest.param("Meta、グーグルの半導体を検討", "talks", id="japanese talks"),
        pytest.param("오픈AI, 오라클 계약 무산", "cancelled", id="korean end"),
        pytest.param("OpenAI soll Chips von Google mieten", "rumour", id="german rumour"),
        pytest.param("OpenAI descartó el acuerdo con Oracle", "cancelled", id="spanish end"),
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
        pytest.param("Meta signs with open-source lab", id="open source"),
        pytest.param("Cipher amends Fluidstack lease", id="amends"),
        pytest.param(
            "Meta has signed with Google after exploring a purchase", id="explored before"
        ),
        pytest.param("Meta signs with Google after Oracle talks collapsed", id="others' talks"),
        pytest.param(
            "Meta to lease a campus after OpenAI withdrew from it", id="others' withdrawal"
        ),
        pytest.param("Meta signs Google lease with termination right", id="a clause on ending"),
        pytest.param("Meta与谷歌签署协议，可提前90天通知解除", id="a clause, chinese"),
        pytest.param("구글, 치열해지는 경쟁 속 메타에 칩 공급", id="syllables inside a word"),
        pytest.param(
            "Meta y Google han firmado un pacto que podría cambiar el mercado", id="what it may do"
        ),
        pytest.param("Meta signs with Google as it looks to grow", id="a hope behind a signing"),
        pytest.param("Meta signs with Google, likely to ease a crunch", id="likely, behind"),
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
        pytest.param(
            "OpenAI signs with Oracle", "Rivals scaled back.", "announced", id="circumstance"
        ),
        pytest.param(
            "OpenAI signs with Oracle", "A definitive agreement.", "contracted", id="a step more"
        ),
        pytest.param(
            "OpenAI rents from Oracle",
            "It is worth $9bn, sources say.",
            "announced",
            id="a source on the price",
        ),
        pytest.param("OpenAI's plan", "It reportedly rents chips.", "rumour", id="nothing but"),
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
        pytest.param("Riot, Meta expand campus to 360 MW", "", "expansion", id="a campus to"),
        pytest.param("Riot announces Meta expansion", "", "expansion", id="announces expansion"),
        pytest.param("Meta amplió su asociación con Google", "", "expansion", id="spanish"),
        pytest.param(
            "Meta's Google deal", "It will expand its use of TPUs.", "expansion", id="use of"
        ),
        pytest.param("Meta signs Google pact: is AWS out?", "", "new", id="a question behind"),
        pytest.param("Meta's Google pact: is AWS out?", "", "background", id="a question of it"),
        pytest.param("Google opens data center for Meta", "", "background", id="opens"),
        pytest.param(
            "네이버 대표가 GPU 6만장을 확보했다고 확언했다",
            "",
            "background",
            id="reaffirmed, korean",
        ),
        pytest.param("Meta rents another gigawatt", "", "expansion", id="another"),
        pytest.param("Meta expands use of Google cloud", "", "expansion", id="expands use"),
        pytest.param("Meta triples Google chip order", "", "expansion", id="triples"),
        pytest.param("Meta adds 2 GW to site with Google", "", "expansion", id="adds to"),
        pytest.param("Meta lease grows by 100 MW", "", "expansion", id="grows by"),
        pytest.param("Meta und Google verdoppeln den Auftrag", "", "expansion", id="german"),
        pytest.param("Meta将与谷歌的合同额提高至20亿", "", "expansion", id="chinese"),
        pytest.param("IREN reveals $9bn Meta contract", "", "new", id="reveals a deal"),
        pytest.param("Filing reveals terms of Meta pact", "", "background", id="reveals terms"),
        pytest.param("Google chief confirms Meta as customer", "", "background", id="chief"),
        pytest.param("Meta lease: what $9bn buys", "", "background", id="what it buys"),
        pytest.param("Fitch on Meta's Google lease", "", "background", id="a third party"),
        pytest.param("Google brings Meta halls online", "", "background", id="progress"),
        pytest.param(
            "Meta to lease a campus after Google finished its first phase",
            "",
            "new",
            id="history of a site",
        ),
        pytest.param(
            "Meta rents Google chips", "It deepens an earlier partnership.", "expansion", id="lead"
        ),
        pytest.param("Why Meta rents Google chips", "", "background", id="why"),
        pytest.param("Will Meta rent Google chips?", "", "rumour", id="whether"),
        pytest.param("What does the Meta pact mean?", "", "background", id="question"),
        pytest.param(
            "Why Meta turns to Google", "Meta has signed with Google.", "new", id="why, but news"
        ),
        pytest.param("Meta's Google deal faces a power hurdle", "", "background", id="its deal"),
        pytest.param("Meta begins testing Google chips", "", "background", id="progress"),
        pytest.param("Meta is paying $9bn a year for chips", "", "background", id="is paying"),
        pytest.param("Google committed to a lease, Pichai says", "", "background", id="says"),
        pytest.param("Meta rents to expand capacity", "", "new", id="to expand capacity"),
        pytest.param("Meta signs Google, investors cheer", "", "new", id="a signing, then cheers"),
        pytest.param("Meta exercises option for Google chips", "", "expansion", id="an option"),
        pytest.param(
            "Meta's cloud", "The previously announced deal is large.", "background", id="old lead"
        ),
        pytest.param("Meta, Google 확대 계약", "", "expansion", id="korean"),
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


@pytest.mark.parametrize(
    ("title", "lead", "event"),
    [
        ("메타가 구글과 클라우드 계약을 체결한 것으로 알려졌다.", "", "rumour"),
        ("로이터에 따르면 메타는 구글과 계약을 맺었다", "", "rumour"),
        ("メタがグーグルと契約したと、英紙が報じた。", "", "rumour"),
        ("オラクル、NVIDIAのGPUを購入へ=FT", "", "rumour"),
        ("英國媒體披露，騰訊租用輝達晶片", "", "rumour"),
        ("OpenAI、アブダビに拠点を構築か？", "", "rumour"),
        ("メタとNVIDIAがAI契約", "メタはNVIDIAとの関係を大幅に拡大する。", "expansion"),
        ("メタとNVIDIAがAI契約", "", "new"),
        ("OpenAI与甲骨文签署算力协议", "", "new"),
    ],
)
def test_east_asian_news_marks_its_sources(title: str, lead: str, event: Event) -> None:
    """Who reports stands at a sentence's end, behind a sign, or before a comma."""
    assert find_event(title, lead, find_status(title, lead)) == event
