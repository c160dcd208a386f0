"""What a feed may make us connect to: nothing the operator did not allow."""

import socket
from ipaddress import ip_address

import pytest

from flows.fetching.guard import (
    AddressGuard,
    AllowEntry,
    AllowList,
    RefusedAddressError,
    find_refusal,
    parse_allow,
)
from parsers.errors import FetchError, SettingsError

REFUSED = [
    # unspecified and loopback
    "0.0.0.0",
    "0.1.2.3",
    "127.0.0.1",
    "127.255.255.254",
    "::",
    "::1",
    # private
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "fc00::1",
    "fd12:3456::1",
    "fec0::1",
    # link-local and clouds' metadata
    "169.254.169.254",
    "192.0.0.192",
    "168.63.129.16",
    "100.100.100.200",
    "fe80::1",
    "fe80::1%eth0",
    "fd00:ec2::254",
    # an IPv4 address in disguise
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    # multicast, broadcast, reserved
    "224.0.0.1",
    "239.255.255.250",
    "255.255.255.255",
    "240.0.0.1",
    "ff02::1",
    "100::1",
    "4000::1",
    "5f00::1",
    # documentation, benchmarks, old tunnels
    "192.0.2.1",
    "198.51.100.1",
    "203.0.113.1",
    "198.18.0.1",
    "198.19.255.255",
    "192.88.99.1",
    "2001:db8::1",
    "2001:2::1",
    "3fff::1",
    "3ffe::1",
]

PUBLIC = [
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "168.63.129.15",
    "172.15.255.255",
    "172.32.0.0",
    "192.0.1.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2001:200::1",
    "2606:4700::1111",
    "2a00:1450:4001::1",
]


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_is_not_everybodys_is_refused(address: str) -> None:
    """Every special-purpose network is refused, whichever way its address is written."""
    assert find_refusal(ip_address(address)) is not None


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_open(address: str) -> None:
    """The neighbours of refused networks are ordinary hosts."""
    assert find_refusal(ip_address(address)) is None


# --- URLs -----------------------------------------------------------------------------------------

URLS = [
    ("https://example.org/feed.xml", None),
    ("http://example.org:80/feed.xml", None),
    ("https://example.org:443/f?a=b%20c&d=é", None),
    ("http://8.8.8.8/feed", None),
    ("http://[2606:4700::1111]/feed", None),
    ("file:///etc/passwd", "bad_scheme"),
    ("ftp://example.org/feed", "bad_scheme"),
    ("gopher://127.0.0.1:6379/_FLUSHALL", "bad_scheme"),
    ("javascript:alert(1)", "bad_scheme"),
    ("feed.xml", "bad_scheme"),
    ("", "bad_scheme"),
    ("http://", "bad_url"),
    ("http:///feed.xml", "bad_url"),
    ("http://user@example.org/", "bad_url"),
    ("http://user:password@example.org/", "bad_url"),
    ("http://@example.org/", None),  # no name is no secret
    ("http://exam ple.org/", "bad_url"),
    (" http://example.org/", "bad_url"),
    ("http://example.org/a\r\nHost: other", "bad_url"),
    ("http://example.org/a\tb", "bad_url"),
    ("http://example.org\x00.other.org/", "bad_url"),
    ("http://example.org\\@other.org/", "bad_url"),
    ("http://example.org/\u200bfeed", "bad_url"),
    ("http://example.org/\xa0feed", "bad_url"),
    ("http://[::1/", "bad_url"),
    ("http://example.org:99999/", "bad_url"),
    ("http://example.org:0/", "bad_url"),
    ("http://example.org:x/", "bad_url"),
    ("http://example.org:8080/", "blocked_port"),
    ("http://example.org:22/", "blocked_port"),
    ("https://example.org:6379/", "blocked_port"),
    ("http://127.0.0.1/", "blocked_address"),
    ("http://[::ffff:127.0.0.1]/", "blocked_address"),
    ("http://[fe80::1%25eth0]/", "blocked_address"),
    ("http://２１３０７０６４３３/", "blocked_address"),
    ("http://2130706433/", "blocked_address"),
    ("http://0x7f000001/", "blocked_address"),
    ("http://0x7f.1/", "blocked_address"),
    ("http://0177.0.0.1/", "blocked_address"),
    ("http://127.1/", "blocked_address"),
    ("http://127.0.0.1./", "blocked_address"),
    ("http://①②⑦.⓪.⓪.①/", "blocked_address"),
]


@pytest.mark.parametrize(("url", "code"), URLS)
def test_a_url_is_refused_by_its_looks(url: str, code: str | None) -> None:
    """What no feed needs is refused before a name is looked up, with a code."""
    assert refusal(AddressGuard(), url) == code


def refusal(guard: AddressGuard, url: str) -> str | None:
    """The code a URL is refused with, None if it passes."""
    try:
        guard.check_url(url)
    except FetchError as error:
        return error.code
    return None


def test_a_refusal_tells_how_to_open_the_address() -> None:
    """An operator with a feed at home can copy the words that allow it."""
    with pytest.raises(FetchError) as refused:
        AddressGuard().check_url("http://[fd00::5]/feed")

    assert str(refused.value) == (
        "fd00::5 is refused (a private network);"
        ' if it is yours, add "[fd00::5]:80" to allow under [network]'
    )


# --- sockets --------------------------------------------------------------------------------------


def dial(guard: AddressGuard, address: str, port: int) -> str | None:
    """The reason a socket is refused for, None if one is made."""
    is_ipv6 = ":" in address
    sockaddr = (address, port, 0, 0) if is_ipv6 else (address, port)
    family = socket.AF_INET6 if is_ipv6 else socket.AF_INET
    try:
        guard.socket_factory((family, socket.SOCK_STREAM, 0, "", sockaddr)).close()
    except RefusedAddressError as error:
        return error.reason
    return None


@pytest.mark.parametrize("address", REFUSED)
def test_no_socket_is_made_for_a_refused_address(address: str) -> None:
    """Whatever a name resolved to, the dialer has the last word."""
    assert dial(AddressGuard(), address, 443) is not None


def test_a_socket_is_made_for_a_public_address_on_a_port_of_the_web_only() -> None:
    """A port that was opened for one address is not open on another."""
    guard = AddressGuard(allow=parse_allow(["10.0.0.5:8080"]))

    answers = [
        dial(guard, address, port)
        for address, port in [("8.8.8.8", 443), ("8.8.8.8", 8080), ("10.0.0.5", 8080)]
    ]

    assert answers == [None, "not a port of the web", None]


# --- the allow list -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "network", "port"),
    [
        ("127.0.0.1:8080", "127.0.0.1/32", 8080),
        (" 127.0.0.1:8080 ", "127.0.0.1/32", 8080),
        ("10.0.0.5", "10.0.0.5/32", None),
        ("10.0.0.0/8:8080", "10.0.0.0/8", 8080),
        ("10.0.0.0/8", "10.0.0.0/8", None),
        ("[::1]:8080", "::1/128", 8080),
        ("[::1]", "::1/128", None),
        ("::1", "::1/128", None),
        ("fd00::/8", "fd00::/8", None),
        ("[fd00::/8]:8080", "fd00::/8", 8080),
    ],
)
def test_an_allow_entry_is_an_address_or_network_with_a_port(
    entry: str, network: str, port: int | None
) -> None:
    """Every way to write an entry opens just that network and port."""
    (read,) = parse_allow([entry]).entries

    assert (str(read.network), read.port) == (network, port)


@pytest.mark.parametrize(
    "entry",
    [
        "",
        "localhost:8080",
        "example.org",
        "127.0.0.1:",
        "127.0.0.1:0",
        "127.0.0.1:65536",
        "127.0.0.1:http",
        "127.0.0.1:80:80",
        "10.0.0.5/8",
        "[::1",
        "[10.0.0.5/33]:80",
        "http://127.0.0.1:8080",
    ],
)
def test_a_bad_allow_entry_is_one_line_that_says_what_to_write(entry: str) -> None:
    """A typing error never opens more than was meant."""
    with pytest.raises(SettingsError) as refused:
        parse_allow([entry])

    assert str(refused.value).startswith(f"network.allow: {entry!r}: ")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://127.0.0.1:8080/feed", None),
        ("http://127.0.0.1:8081/feed", "blocked_port"),
        ("http://127.0.0.1/feed", "blocked_address"),
        ("http://127.0.0.2:8080/feed", "blocked_address"),
        ("http://[::ffff:127.0.0.1]:8080/feed", "blocked_address"),
        ("http://10.9.8.7:8080/feed", None),
        ("http://name.example:8080/feed", None),
    ],
)
def test_what_the_operator_allowed_is_open_and_nothing_else(url: str, code: str | None) -> None:
    """A name may turn out to be the allowed address, so its port passes the first look."""
    guard = AddressGuard(allow=parse_allow(["127.0.0.1:8080", "10.0.0.0/8:8080"]))

    assert refusal(guard, url) == code


def test_an_entry_without_a_port_opens_every_port() -> None:
    """An operator's own machine is open as a whole when it is written without a port."""
    allow = parse_allow(["10.0.0.5"])

    assert allow.permits(ip_address("10.0.0.5"), 6379)
    assert not allow.permits(ip_address("10.0.0.6"), 6379)
    assert allow == AllowList(entries=(AllowEntry(network=allow.entries[0].network),))
