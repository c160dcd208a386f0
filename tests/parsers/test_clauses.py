"""What a headline says first, and what it hangs on behind."""

import pytest

from parsers.clauses import cut_headline


@pytest.mark.parametrize(
    ("headline", "main"),
    [
        pytest.param("coreweave signs openai ahead of ipo", "coreweave signs openai", id="ahead"),
        pytest.param("riot signs lease — shares jump", "riot signs lease", id="a dash"),
        pytest.param("openai pauses uk site, citing costs", "openai pauses uk site", id="citing"),
        pytest.param("shares sink as openai drops lease", "shares sink", id="as, a clause"),
        pytest.param("riot signs lease, acquires land", "riot signs lease", id="a second verb"),
        pytest.param("riot, meta sign lease", None, id="a second company"),
        pytest.param("riot signs lease. shares jump", "riot signs lease.", id="a sentence"),
        pytest.param("海南华铁终止协议,上交所发函", "海南华铁终止协议", id="chinese comma"),
        pytest.param("openai picks oracle as supplier", None, id="as, a role"),
        pytest.param("meta rents 1.5 gw. ", None, id="an end is no cut"),
        pytest.param("gpt-5 runs on gb300", None, id="a hyphen"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_circumstance_is_cut_off(headline: str, main: str | None) -> None:
    """The first clause stands alone and nothing is lost; None is a headline of one clause."""
    cut = cut_headline(headline)

    assert cut.main == (headline if main is None else main)
    assert cut.main + cut.tail == headline
