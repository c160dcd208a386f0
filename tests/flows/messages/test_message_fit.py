"""A message that is too long is cut where a section ends, and says how to see the rest."""

from hypothesis import given
from hypothesis import strategies as st

from flows.messages.message import (
    Line,
    Message,
    Section,
    cut_subject,
    fit_message,
    inline_section,
    key_sections,
    plain_section,
)

PARTS = tuple(plain_section(f"Part {n}", ("x" * 20,)) for n in range(9))
WHOLE = Message(
    subject="s",
    blocks=(PARTS[:4], PARTS[4:], key_sections("a-b#1", may_repeat=True)),
    more="gigawatch deals show a-b",
)


def parts(message: Message) -> list[str]:
    """The headings of what is left."""
    return [one.heading or "more" for block in message.blocks for one in block]


def test_what_fits_is_left_alone() -> None:
    """No line says that something is missing where nothing is."""
    assert fit_message(WHOLE, lambda _: True) is WHOLE


@given(st.integers(0, 400))
def test_as_much_as_fits_is_kept(room: int) -> None:
    """The first sections, as many as fit; then what is missing, then the key."""
    short = fit_message(WHOLE, lambda one: len(one.text) <= room)

    kept = parts(short)
    count = len(kept) - 3
    if room >= len(WHOLE.text):
        assert short is WHOLE
        return
    assert kept == [*(f"Part {n}" for n in range(count)), "more", "May repeat", "Key"]
    assert len(short.text) <= room or count == 0


def test_the_rest_is_told_with_its_command() -> None:
    """In one line, ready to be typed."""
    short = fit_message(WHOLE, lambda one: len(one.text) < 200)

    assert "\n\n… more: gigawatch deals show a-b\nMay repeat: " in short.text
    assert "<code>gigawatch deals show a-b</code>" in short.html


def test_the_cut_is_found_quickly() -> None:
    """A digest of thousands is not laid out thousands of times."""
    asked: list[int] = []
    many = Message(subject="s", blocks=(PARTS * 1000,))

    def fits(one: Message) -> bool:
        asked.append(1)
        return len(one.text) < 500

    fit_message(many, fits)

    assert len(asked) < 20


def test_columns_stand_below_each_other() -> None:
    """Empty ones are left out, and a long cell pushes only its own line."""
    rows = (("a", "", "one"), ("bbb", "", "two"), ("c" * 50, "", "three"), ("and 3 more",))

    text = Message(subject="s", blocks=((plain_section("T", ("x",) * 4, rows=rows),),)).text

    wide = "c" * 50
    assert text.splitlines() == [
        "T",
        f"- {'a':36}  one",
        f"- {'bbb':36}  two",
        f"- {wide}  three",
        "- and 3 more",
    ]


def test_a_line_tells_name_words_command_and_link() -> None:
    """In this order, in text as in HTML."""
    line = Line(name="N", said="said <1>", command="do 'it'", link="https://a.example/b_c")
    message = Message(subject="s", blocks=((Section(lines=(line,)), inline_section("H", "i")),))

    assert message.text == "N: said <1> do 'it' https://a.example/b_c\nH: i\n"
    assert message.html == (
        "<b>N:</b> said &lt;1&gt; <code>do &#39;it&#39;</code>"
        ' <a href="https://a.example/b_c">https://a.example/b%5Fc</a><br/><b>H:</b> i'
    )


def test_a_subject_keeps_its_ending() -> None:
    """What is cut is the middle."""
    subject = cut_subject("x" * 300, "(announced)")

    assert (len(subject), subject[-13:]) == (140, "… (announced)")
    assert cut_subject("short") == "short"
