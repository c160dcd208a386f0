"""Entities a feed declares itself: a few plain words are read, anything else is refused."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.errors import ParseError
from parsers.feed import parse_feed
from parsers.prolog import MAX_GROWTH, MAX_WORDS, find_root

HEAD = '<!DOCTYPE rss [<!ENTITY who "Example Corp">]>'


def read_title(document: str) -> str:
    """The title of a feed's first entry."""
    parsed = parse_feed(document.encode(), content_type=None, base_url="https://news.example/")
    return parsed.entries[0].title


def declared(*declarations: str, title: str) -> str:
    """A feed that declares entities, with a title that uses them."""
    inside = "\n".join(declarations)
    item = f"<item><title>{title}</title></item>"
    return f"<!DOCTYPE rss [{inside}]><rss version='2.0'><channel>{item}</channel></rss>"


@pytest.mark.parametrize(
    ("prolog", "root"),
    [
        pytest.param("", "<rss>", id="none"),
        pytest.param('<?xml version="1.0"?>\n<!-- <rss> -->\n', "<rss>", id="comment"),
        pytest.param(
            '<!DOCTYPE rss PUBLIC "-//N//DTD" "http://a.example/x.dtd">', "<rss>", id="DTD"
        ),
        pytest.param("<!DOCTYPE rss [ ]>\n", "<rss>", id="empty"),
        pytest.param(HEAD, "<rss>", id="unused entity"),
        pytest.param(f"<!-- & -->{HEAD}<!-- &who; -->\n<?x y?>", "<rss>", id="comments around"),
        pytest.param("Warning: no\n", "Warning: no\n<rss>", id="text"),
    ],
)
def test_the_root_is_found_behind_its_prolog(prolog: str, root: str) -> None:
    """What stands before the first element is stepped over, whatever it says."""
    text, start = find_root(f"{prolog}<rss>")

    assert text[start:] == root


@pytest.mark.parametrize(
    ("declaration", "title", "expected"),
    [
        pytest.param('<!ENTITY who "Example Corp">', "By &who;", "By Example Corp", id="words"),
        pytest.param("<!ENTITY who 'The \"X\"'>", "By &who;", 'By The "X"', id="quotes"),
        pytest.param('<!ENTITY euro "&#8364;">', "&euro;5bn", "€5bn", id="character"),
        pytest.param('<!ENTITY a "1"><!ENTITY a "2">', "&a;", "1", id="the first counts"),
        pytest.param('<!ENTITY amp "and">', "A &amp; B", "A & B", id="XML's own names"),
        pytest.param('<!ENTITY a "x">', "<![CDATA[R&a;D]]> &a;", "R&a;D x", id="CDATA"),
        pytest.param('<!ENTITY a "&#38;b;"><!ENTITY b "y">', "&a; &b;", "&b; y", id="read once"),
        pytest.param('<!ENTITY a ">">', "2 &a; 1", "2 > 1", id="sign"),
        pytest.param('<!-- "&x;" --> <!ENTITY a "x">', "&a;", "x", id="comment inside"),
    ],
)
def test_plain_words_stand_for_their_entity(declaration: str, title: str, expected: str) -> None:
    """What a document abbreviates is written out, in one pass and as words."""
    assert read_title(declared(declaration, title=title)) == expected


def test_an_entity_may_stand_in_an_attribute() -> None:
    """Its words cannot end the attribute they stand in."""
    document = dedent("""\
        <!DOCTYPE feed [
          <!ENTITY site "https://a.example/'">
        ]>
        <feed xmlns="http://www.w3.org/2005/Atom"><entry>
          <title>t</title><link href='&site;1'/>
        </entry></feed>
        """)

    parsed = parse_feed(document.encode(), content_type=None, base_url="https://news.example/")

    assert parsed.entries[0].url == "https://a.example/'1"


@pytest.mark.parametrize(
    "declaration",
    [
        pytest.param('<!ENTITY a "x"><!ENTITY b "&a;&a;">', id="entities of entities"),
        pytest.param('<!ENTITY a "&a;">', id="of itself"),
        pytest.param('<!ENTITY a SYSTEM "file:///etc/passwd">', id="file"),
        pytest.param('<!ENTITY a PUBLIC "x" "http://a.example/">', id="address"),
        pytest.param('<!ENTITY % a "x">', id="parameter"),
        pytest.param("%a;", id="use of a parameter"),
        pytest.param('<!ENTITY a "<b>x</b>">', id="markup"),
        pytest.param('<!ENTITY a "%x;">', id="parameter inside"),
        pytest.param("<!ELEMENT rss ANY>", id="element"),
        pytest.param('<!ATTLIST rss version CDATA "2.0">', id="attribute"),
        pytest.param(f'<!ENTITY a "{"x" * (MAX_WORDS + 1)}">', id="long"),
        pytest.param('<!ENTITY a "x', id="unclosed"),
        pytest.param("]><!DOCTYPE rss [", id="declared twice"),
    ],
)
def test_anything_else_is_refused(declaration: str) -> None:
    """Nothing nested, nothing from elsewhere, nothing that shapes the document."""
    with pytest.raises(ParseError) as caught:
        find_root(declared(declaration, title="&a;"))

    assert caught.value.code == "xml_forbidden"


def test_a_document_grows_by_so_much_at_most() -> None:
    """Short words used often are a bomb as well."""
    declaration = f'<!ENTITY a "{"x" * MAX_WORDS}">'
    uses = MAX_GROWTH // (MAX_WORDS - len("&a;"))

    text, _ = find_root(declared(declaration, title="&a;" * uses))

    assert text.count("x") == uses * MAX_WORDS
    with pytest.raises(ParseError, match="can be a bomb"):
        find_root(declared(declaration, title="&a;" * (uses + 1)))


@pytest.mark.parametrize(
    "piece",
    ["<!--", '<!ENTITY a "', '<!ENTITY a "x">', " ", "<!ENTITY a '&#1;", "]>", "<!DOCTYPE a ["],
)
def test_no_declaration_takes_long(piece: str) -> None:
    """Whatever is repeated, it is looked at once."""
    for document in (f"<!DOCTYPE a [{piece * 20_000}", f"{HEAD}{piece * 20_000}"):
        try:
            text, root = find_root(document)
        except ParseError:
            continue

        assert root <= len(text) <= len(document)


@given(st.lists(st.sampled_from([*"<>&;%[]\"' ae", "<!DOCTYPE a", "<!ENTITY ", "<!--", "-->"])))
def test_no_prolog_makes_it_fail(pieces: list[str]) -> None:
    """The answer is a place in the document or our own error."""
    try:
        text, root = find_root("".join(pieces))
    except ParseError:
        return

    assert 0 <= root <= len(text)
