"""Decide which addresses a feed may make us connect to, and refuse the others in the dialer.

A URL is looked at before it is asked for, and the address of every socket just before it connects:
only the second look sees what a name resolved to this time.
"""

import errno
import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from aiohttp import AddrInfoType
from yarl import URL

from parsers.errors import FetchError, SettingsError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

HIGHEST_PORT = 65535
WEB_PORTS = frozenset({80, 443})
WEB_SCHEMES = frozenset({"http", "https"})

# IANA's special-purpose registries, and what clouds put elsewhere. The flags of `ipaddress` are no
# guard: is_global is True for 192.0.0.192, 168.63.129.16, 224.0.0.1, ::127.0.0.1, 64:ff9b::7f00:1,
# 2002:7f00:1:: and fec0::1, and is_private is False for 100.64.0.0/10 (Python 3.11.7).
REFUSED: tuple[tuple[Network, str], ...] = (
    (ip_network("0.0.0.0/8"), "this host"),  # Linux connects 0.0.0.0 to loopback
    (ip_network("10.0.0.0/8"), "a private network"),
    (ip_network("100.64.0.0/10"), "a carrier's private network"),
    (ip_network("127.0.0.0/8"), "loopback"),
    (ip_network("168.63.129.16/32"), "a cloud's host agent"),  # Azure; looks public
    (ip_network("169.254.0.0/16"), "link-local, where clouds keep metadata"),
    (ip_network("172.16.0.0/12"), "a private network"),
    (ip_network("192.0.0.0/24"), "reserved, where a cloud keeps metadata"),  # Oracle: 192.0.0.192
    (ip_network("192.0.2.0/24"), "documentation"),
    (ip_network("192.88.99.0/24"), "a 6to4 relay"),
    (ip_network("192.168.0.0/16"), "a private network"),
    (ip_network("198.18.0.0/15"), "a benchmark network"),
    (ip_network("198.51.100.0/24"), "documentation"),
    (ip_network("203.0.113.0/24"), "documentation"),
    (ip_network("224.0.0.0/4"), "multicast"),
    (ip_network("240.0.0.0/4"), "reserved"),
    # ::/96 holds :: and ::1; the next five carry an IPv4 address that would be reached unseen.
    (ip_network("::/96"), "loopback, or an IPv4 address in disguise"),
    (ip_network("::ffff:0:0/96"), "an IPv4 address in disguise"),
    (ip_network("::ffff:0:0:0/96"), "an IPv4 address in disguise"),
    (ip_network("64:ff9b::/96"), "an IPv4 address behind NAT64"),
    (ip_network("64:ff9b:1::/48"), "an IPv4 address behind NAT64"),
    (ip_network("2002::/16"), "an IPv4 address behind 6to4"),
    # Teredo, benchmarks, ORCHID and other protocols share this block; no web server lives in it.
    (ip_network("2001::/23"), "a protocol's own network"),
    (ip_network("2001:db8::/32"), "documentation"),
    (ip_network("3fff::/20"), "documentation"),
    (ip_network("3ffe::/16"), "a network given back"),
    (ip_network("fc00::/7"), "a private network"),
    (ip_network("fe80::/10"), "link-local"),
    (ip_network("fec0::/10"), "a private network"),
    (ip_network("ff00::/8"), "multicast"),
)
GLOBAL_UNICAST = IPv6Network("2000::/3")

ALLOW_ENTRY = re.compile(
    r"""
    (?: \[ (?P<boxed> [^\[\]]+ ) \]      # [::1] or [fd00::/8], as in a URL
      | (?P<plain> [^:\[\]]+ )           # 10.0.0.5 or 10.0.0.0/8
    )
    (?: : (?P<port> [0-9]{1,5} ) )?
    """,
    re.VERBOSE,
)
# Browsers read such a last label as part of an IPv4 address: 127.1, 0x7f.1, 2130706433, 0177.0.0.1.
NUMERIC_LABEL = re.compile(r"[0-9]+|0[xX][0-9a-fA-F]*|0[oO][0-7]+")
# What is left of a name after its international letters were encoded.
HOST_NAME = re.compile(r"[A-Za-z0-9._-]+")
# A control character, a space of any kind, or a backslash: parsers disagree on where the host ends.
CONFUSING = re.compile(r"[\x00-\x20\x7f-\xa0\\\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000]")


class RefusedAddressError(OSError):
    """A socket would have gone to an address the operator did not allow.

    An OSError, because the connector passes only those on and then tries the name's next address;
    always with the same text, because it would otherwise fold several into a plain OSError.
    """

    def __init__(self, address: str, port: int, reason: str) -> None:
        super().__init__(errno.EACCES, "address refused")
        self.address = address
        self.port = port
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowEntry:
    """A network the operator opened, on one port or, with None, on every port."""

    network: Network
    port: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowList:
    """What the operator opened; nothing by default."""

    entries: tuple[AllowEntry, ...] = ()

    def permits(self, address: Address, port: int) -> bool:
        """Whether this very address and port were opened."""
        return any(address in entry.network for entry in self.entries if entry.port in (None, port))

    def permits_port(self, port: int) -> bool:
        """Whether the port was opened for some address, so that a name may turn out to be it."""
        return any(entry.port in (None, port) for entry in self.entries)


def parse_allow(entries: Iterable[str]) -> AllowList:
    """Read `[network] allow`: "127.0.0.1:8080", "[::1]:8080", "10.0.0.5" or "10.0.0.0/8:8080".

    Raises:
        SettingsError: an entry is no address or network with an optional port.
    """
    return AllowList(entries=tuple(_parse_entry(entry) for entry in entries))


def _parse_entry(entry: str) -> AllowEntry:
    text = entry.strip()
    match = ALLOW_ENTRY.fullmatch(text)
    host = (match["boxed"] or match["plain"]) if match else text
    port = int(match["port"]) if match and match["port"] else None
    try:
        network = ip_network(host)
    except ValueError as error:
        raise _bad_entry(entry, "not an IP address or network") from error
    if port is not None and not 1 <= port <= HIGHEST_PORT:
        raise _bad_entry(entry, "no port from 1 to 65535")
    return AllowEntry(network=network, port=port)


def _bad_entry(entry: str, why: str) -> SettingsError:
    return SettingsError(
        f"network.allow: {entry!r}: {why};"
        ' write an address with an optional port, such as "127.0.0.1:8080" or "10.0.0.0/8"'
    )


@lru_cache(maxsize=4096)
def find_refusal(address: Address) -> str | None:
    """Say what kind of network an address is in, or None for one anybody on the internet has."""
    for network, reason in REFUSED:
        if address in network:
            return reason
    if isinstance(address, IPv6Address) and address not in GLOBAL_UNICAST:
        return "reserved"
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressGuard:
    """The one door to the network for every URL that comes from a feed."""

    allow: AllowList = AllowList()

    def check_url(self, url: str | URL) -> URL:
        """Refuse what can be refused by its looks; returns the URL as it will be asked for.

        Raises:
            FetchError: bad_url, bad_scheme, blocked_port or blocked_address.
        """
        parsed = _parse_url(url)
        host, port = parsed.raw_host or "", parsed.port or 0
        if port not in WEB_PORTS and not self.allow.permits_port(port):
            raise FetchError(
                "blocked_port", f"{host}: port {port} is refused; {_how_to_allow(host, port)}"
            )
        address = _literal(host)
        reason = self._refusal(address, port) if address else None
        if reason:
            raise FetchError("blocked_address", explain_refusal(host, host, port, reason))
        return parsed

    def socket_factory(self, addr_info: AddrInfoType) -> socket.socket:
        """Make the socket for an address that was just resolved, if it may be connected to.

        Raises:
            RefusedAddressError: the address is not public, or not on a port of the web.
        """
        family, kind, protocol, _, sockaddr = addr_info
        address, port = str(sockaddr[0]), int(sockaddr[1])
        reason = self._refusal(ip_address(address), port)
        if reason:
            raise RefusedAddressError(address, port, reason)
        return socket.socket(family, kind, protocol)

    def _refusal(self, address: Address, port: int) -> str | None:
        if self.allow.permits(address, port):
            return None
        return find_refusal(address) or (None if port in WEB_PORTS else "not a port of the web")


def explain_refusal(host: str, address: str, port: int, reason: str) -> str:
    """Say in one line what was refused and how an operator opens it."""
    where = host if host == address else f"{host} at {address}"
    return f"{where} is refused ({reason}); {_how_to_allow(address, port)}"


def _how_to_allow(address: str, port: int) -> str:
    boxed = f"[{address}]" if ":" in address else address
    return f'if it is yours, add "{boxed}:{port}" to allow under [network]'


def _parse_url(url: str | URL) -> URL:
    text = str(url)
    if CONFUSING.search(text):
        raise FetchError("bad_url", "the address has a space, backslash or control character")
    try:
        parsed = URL(text)
        port = parsed.port
    except ValueError as error:
        raise FetchError("bad_url", "the address cannot be read as a URL") from error
    if parsed.scheme not in WEB_SCHEMES:
        raise FetchError("bad_scheme", "the address must begin with http:// or https://")
    if parsed.raw_user is not None or parsed.raw_password is not None:
        raise FetchError("bad_url", "the address carries a user name or password; leave it out")
    if not parsed.raw_host or not port:
        raise FetchError("bad_url", "the address names no host, or port 0")
    return parsed


def _literal(host: str) -> Address | None:
    """The address a host is written as, None for a name.

    Raises:
        FetchError: neither, or a number that only some resolvers turn into an address.
    """
    try:
        return ip_address(host)
    except ValueError:
        if NUMERIC_LABEL.fullmatch(host.rstrip(".").rpartition(".")[2]):
            raise FetchError(
                "blocked_address", f"{host}: write an IPv4 address as four decimal numbers"
            ) from None
        if not HOST_NAME.fullmatch(host):
            raise FetchError("bad_url", "the address names a host no name can be") from None
        return None
