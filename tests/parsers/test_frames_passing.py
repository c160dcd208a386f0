"""Stretches of a sentence on another deal: who is named there has no part in this one."""

import pytest

from parsers.frames.passing import find_passing

COMPANIES = (
    "oracle",
    "openai",
    "softbank",
    "nvidia",
    "microsoft",
    "google",
    "meta",
    "crusoe",
    "amd",
)


def passing(sentence: str) -> list[str]:
    """The stretches of a folded sentence, with these companies as its mentions."""
    places = sorted(
        (place, place + len(name))
        for name in COMPANIES
        for place in range(len(sentence))
        if sentence.startswith(name, place)
    )
    return [sentence[start:end] for start, end in find_passing(sentence, places)]


@pytest.mark.parametrize(
    ("sentence", "stretches"),
    [
        pytest.param(
            "microsoft leases the crusoe site, after oracle and openai walked away",
            ["after oracle and openai walked away"],
            id="who walked away",
        ),
        pytest.param(
            "after meta pulls back, google steps in to lease the site",
            ["after meta pulls back"],
            id="who pulled back, first",
        ),
        pytest.param(
            "despite deals with oracle, softbank, nvidia and others, openai signs with amd",
            ["despite deals with oracle, softbank, nvidia and others"],
            id="a list goes on over its commas",
        ),
        pytest.param(
            "trotz vertrag mit oracle, openai kauft bei amd", ["trotz vertrag mit oracle"], id="de"
        ),
        pytest.param(
            "pese a su alianza con microsoft, openai firma con google",
            ["pese a su alianza con microsoft"],
            id="es",
        ),
        pytest.param(
            "talks on a chip deal after its $5 billion investment",
            ["after its $5 billion investment"],
            id="a sum paid before",
        ),
        pytest.param(
            "crusoe, which also has a deal with google, leases to meta",
            ["which also has a deal with google"],
            id="another deal of one side",
        ),
        pytest.param("meta drops crusoe for google", ["crusoe"], id="who is left for another"),
        pytest.param(
            "earlier this year, nvidia signed a deal with meta",
            ["earlier this year, nvidia signed a deal with meta"],
            id="another time",
        ),
        pytest.param(
            "crusoe shares soar after oracle signs lease with meta", [], id="the deal moves shares"
        ),
        pytest.param("oracle signs deal with openai", [], id="nothing else is told"),
    ],
)
def test_another_deal_is_told_in_passing(sentence: str, stretches: list[str]) -> None:
    """A clause set against the deal, or on what went before it, is found whole."""
    assert passing(sentence) == stretches


def test_time_grows_with_length_only() -> None:
    """A sentence made of nothing but openings is read in one go."""
    assert len(find_passing("despite " * 2_000, [])) <= 2_000
