"""What people read of a deal, and that feed text stays text in it."""

import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser
from typing import get_args

import pytest

from flows.messages.deal_messages import render_message, render_terminal, render_test
from flows.messages.message import Message
from parsers.types import Source, Status
from tests.told import AT, COMMITMENT, HOSTILE, KEY, LINK, ODD, SEED, alert, hostile_alert

SEED_TEXT = f"""\
Who pays whom
- Anthropic → Amazon  commitment  more than $100 billion  up to 5 GW · 10 years
- Amazon → Anthropic  investment  $5 billion              now
- Amazon → Anthropic  investment  up to $20 billion more  as an option

Other figures, settled
- Reuters “$25 billion”: 5 now + up to 20 more
- The Straits Times “$6.35b”: S$6.35bn at the ECB rate is US$4.99bn, the 5 now

In their words
“Anthropic will spend more than $100 billion over 10 years for up to 5 gigawatts.”
{LINK}

Status: announced, first reported 20 April 2026
4 publishers: Reuters (a news agency), Axios, The Japan Times, The Straits Times
Confidence: high (4 publishers, best a news agency; announced; figures agree)
Why you get this: Amazon and Anthropic are on your watchlist
Key: {KEY}
"""
SEED_SUBJECT = (
    "New deal · Anthropic → Amazon: more than $100 billion over 10 years for up to 5 GW (announced)"
)


class Tags(HTMLParser):
    """Collects the tags, attributes and words of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag."""
        self.tags.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        """Note the words between tags."""
        self.words += data


def seen(message: Message) -> Tags:
    """The simple HTML of a message, taken apart."""
    tags = Tags()
    tags.feed(message.html.replace("<br/>", "\n"))
    return tags


def test_the_seed_deal_reads_as_it_should() -> None:
    """The whole message, as the terminal, a file and a plain mail show it."""
    message = render_message(alert())

    assert (message.subject, message.text) == (SEED_SUBJECT, SEED_TEXT)
    assert render_terminal(message) == f"{SEED_SUBJECT}\n\n{SEED_TEXT}"


def test_services_with_markup_get_the_same_words() -> None:
    """But for the legs, which are sentences where columns cannot be relied on."""
    message = render_message(alert())
    found = seen(message)

    rows = SEED_TEXT.partition("\n\n")[0]
    rest = found.words.replace("• ", "- ").partition("\n\n")[2]
    assert f"{rows}\n\n{rest}\n" == message.text
    assert "• Amazon → Anthropic: investment of $5 billion now\n" in found.words
    assert {tag for tag, _ in found.tags} == {"b", "a"}


def test_an_update_says_what_is_new_first() -> None:
    """A reader who knows the deal needs the difference."""
    message = render_message(alert(change="grown", news=("Power grew to 6 GW.",)))

    assert message.subject.startswith("Deal update · Anthropic → Amazon")
    assert message.text.startswith("What is new\nPower grew to 6 GW.\n\nWho pays whom\n")
    assert (message.tone, message.deal_id) == ("update", "amazon-anthropic-2026-04")


@pytest.mark.parametrize(
    ("status", "news", "tone", "label"),
    [
        ("cancelled", (), "ended", "Ended · "),
        ("announced", (), "new", "New deal · "),
        ("cancelled", ("now cancelled, was announced",), "ended", "Ended · "),
        ("cancelled", ("a further leg: A → B",), "update", "Deal update · "),
        ("talks", ("status: rumour → talks",), "update", "Deal update · "),
    ],
)
def test_an_end_is_told_as_one(
    status: Status, news: tuple[str, ...], tone: str, label: str
) -> None:
    """The first word and the colour say whether a deal came, changed or ended."""
    deal = replace(SEED, status=status)

    message = render_message(alert(deal, "grown" if news else "new", news))

    assert (message.tone, message.subject.startswith(label)) == (tone, True)


def test_a_repeat_says_so() -> None:
    """Whoever may have had the message already is told, under the key that both have."""
    once, again = render_message(alert()), render_message(alert(), may_repeat=True)

    line = (
        "May repeat: an earlier attempt got no answer; if you know this key, it is the same"
        f" message\nKey: {KEY}\n"
    )
    assert "May repeat" not in once.text
    assert again.text == SEED_TEXT.replace(f"Key: {KEY}\n", line)
    assert (again.subject, again.key) == (once.subject, KEY)


def test_conflicts_are_shown_apart() -> None:
    """A figure that does not fit is told, not hidden; a source without a name is "A source"."""
    text = render_message(alert(replace(SEED, conflicts=(ODD,)))).text

    assert "\n\nSources disagree\nA source “$38bn”: no leg comes near it\n\n" in text
    assert "\nUnsure: 1 figure cannot be settled\n" in text


def test_long_parts_are_cut_with_their_count() -> None:
    """However much the sources say, the message keeps a size every service takes."""
    figure = replace(SEED.figures[0], because="x" * 5000)
    deal = replace(
        SEED,
        legs=(replace(COMMITMENT, quote="word " * 1000, payer="P" * 1000),) * 50,
        publishers=tuple(f"Paper {n}" for n in range(20)),
        figures=(figure,) * 50,
    )

    message = render_message(alert(deal))

    assert "Paper 7 and 12 more" in message.text
    assert "Paper 8" not in message.text
    assert message.text.count("- and 42 more") == 2
    assert "word word…”" in message.text
    assert len(message.html) < 10_000


def test_a_subject_is_cut_before_its_status() -> None:
    """However long the names are, whether the deal is a rumour can be read on a phone."""
    long = replace(COMMITMENT, payer="Pay " * 40, payee="Take " * 40)

    subject = render_message(alert(replace(SEED, legs=(long,), status="rumour"))).subject

    assert subject.endswith("… (a rumour)")
    assert len(subject) <= 140


def test_without_publishers_the_line_is_left_out() -> None:
    """A deal known from an aggregator alone names no publisher."""
    text = render_message(alert(replace(SEED, publishers=()))).text

    assert "\nConfidence: low (no publisher is named; announced; figures agree)\n" in text
    assert "publishers:" not in text


def test_a_publisher_nobody_knows_has_no_kind() -> None:
    """What kind of source the first one is, is only said where it is known."""
    text = render_message(alert(replace(SEED, publishers=("Odd Paper",)))).text

    assert "\n1 publisher: Odd Paper\n" in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    """No tag, link, mention, markup or escape sequence comes out of feed text."""
    message = render_message(hostile_alert(text))
    found = seen(message)

    assert {tag for tag, _ in found.tags} == {"b", "a"}
    assert [attrs for tag, attrs in found.tags if tag == "a"] == [(("href", LINK),)]
    own = message.text.replace(LINK, "")
    assert not re.search(r"://|www\.|[<>@*_~`|\\]|&[#\w]+;|:[a-z+-][\w+-]*:", own, re.IGNORECASE)
    assert {c for c in own if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co"}} == {"\n"}


@pytest.mark.parametrize("text", HOSTILE)
def test_the_subject_is_one_clean_line(text: str) -> None:
    """A subject becomes a mail header: one line, no control character, at most 140 characters."""
    subject = render_message(hostile_alert(text)).subject

    assert subject.isprintable()
    assert len(subject) <= 140
    assert not re.search(r"[<>@*_~`|\\]", subject)


def test_the_test_message_has_all_that_an_alert_has() -> None:
    """It is of no deal, so nothing threads under it or is colored as one."""
    message = render_test()

    assert message.text == (
        "Test message\nThis destination works: Gigawatch sends its alerts here.\n"
    )
    assert (message.type, message.key, message.tone) == ("test", None, "plain")


def test_a_publishers_own_text_is_linked_before_others() -> None:
    """A leg that knows its publisher only is attributed to it and linked to what it wrote."""
    other = Source(entry_id=1, title="t", publisher="Axios", url=LINK, published_at=AT)
    own = replace(other, entry_id=2, publisher="Reuters", url="https://r.example/1")
    one = replace(COMMITMENT, source="Reuters", quote="Up to 5 GW.")

    text = render_message(alert(replace(SEED, legs=(one,), sources=(other, own)))).text

    assert "In their words\n“Up to 5 GW.” (Reuters)\nhttps://r.example/1\n" in text


def test_a_deal_without_legs_is_proved_by_its_title() -> None:
    """There is always something that was written, even where nothing was understood."""
    text = render_message(alert(replace(SEED, legs=()))).text

    assert "In their words\n“Anthropic and Amazon expand their compute deal”\n" in text
    assert "\nUnsure: who pays whom is not told; no figure is stated\n" in text


@pytest.mark.parametrize("status", get_args(Status))
def test_every_status_has_words(status: Status) -> None:
    """A deal of any status can be told."""
    message = render_message(alert(replace(SEED, status=status)))

    assert re.search(r"^Status: [a-z ]+, first reported 20 April 2026$", message.text, re.MULTILINE)
