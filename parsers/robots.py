"""Whether a site's robots.txt lets us ask for a page, by RFC 9309."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

# RFC 9309, 2.5: at least this much has to be read; more is nobody's honest list.
MAX_BYTES: Final = 500 * 1024
_MOST_RULES: Final = 20_000
_LINE: Final = re.compile(r"\s*(?P<key>[A-Za-z][A-Za-z -]{0,30}?)\s*:(?P<value>[^#]*)")
_TOKEN: Final = re.compile(r"[A-Za-z_-]+")
_ESCAPE: Final = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_AGENT_KEYS: Final = frozenset({"user-agent", "useragent", "user agent"})
_RULE_KEYS: Final = {"allow": True, "disallow": False}


@dataclass(frozen=True, slots=True)
class _Rule:
    """A path pattern, and whether what it fits may be asked for."""

    pattern: str
    allows: bool


def is_allowed(robots_txt: bytes, *, url: str, agent: str) -> bool:
    """Whether `agent` may ask for `url`.

    The groups that name the agent count together, else those for "*"; of their rules the longest
    that fits decides, and of two as long the one that allows. What is no rule is skipped, so an
    error page in place of the file allows everything.

    Args:
        robots_txt: the file as it came; what follows the first `MAX_BYTES` is not read.
        url: the page, of the same site.
        agent: our product token, as in the User-Agent header before the slash.
    """
    path = _path(url)
    if path == "/robots.txt":
        return True
    fitting = [rule for rule in _rules(robots_txt, agent.casefold()) if _fits(rule.pattern, path)]
    if not fitting:
        return True
    return max(fitting, key=lambda rule: (len(rule.pattern.encode()), rule.allows)).allows


# --- the file ------------------------------------------------------------------------------------


def _rules(robots_txt: bytes, agent: str) -> list[_Rule]:
    """The rules of the groups for this agent, or of those for all where it is not named."""
    own: list[_Rule] = []
    others: list[_Rule] = []
    named, for_own, for_others, in_rules = False, False, False, False
    for key, value in _lines(robots_txt):
        if key in _AGENT_KEYS:
            if in_rules:
                for_own = for_others = in_rules = False
            is_own = _is_token(value, agent)
            named, for_own = named or is_own, for_own or is_own
            for_others = for_others or value.startswith("*")
            continue
        in_rules = True
        if value and len(own) + len(others) < _MOST_RULES:
            rule = _Rule(_spelled(value), _RULE_KEYS[key])
            own += [rule] * for_own
            others += [rule] * for_others
    return own if named else others


def _lines(robots_txt: bytes) -> Iterator[tuple[str, str]]:
    """Keys and values of the lines that begin a group or are a rule; other lines end nothing."""
    if len(robots_txt) > MAX_BYTES:  # half a line would say something else
        robots_txt = robots_txt[: robots_txt.rfind(b"\n", 0, MAX_BYTES) + 1]
    for line in robots_txt.decode("utf-8-sig", "replace").splitlines():
        found = _LINE.match(line)
        key = found["key"].casefold() if found else ""
        if found and (key in _AGENT_KEYS or key in _RULE_KEYS):
            yield key, found["value"].strip()


def _is_token(value: str, agent: str) -> bool:
    """Whether a user-agent line means us: what follows the name, a version, does not count."""
    token = _TOKEN.match(value)
    return token is not None and token[0].casefold() == agent


# --- paths ---------------------------------------------------------------------------------------


def _path(url: str) -> str:
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return _spelled((parts.path or "/") + query)


def _spelled(path: str) -> str:
    """One spelling: letters beyond ASCII escaped, needless escapes undone (RFC 9309, 2.2.2)."""
    ascii_only = "".join(
        char if char.isascii() else "".join(f"%{byte:02X}" for byte in char.encode())
        for char in path
    )
    return _ESCAPE.sub(_unescape, ascii_only)


def _unescape(escape: re.Match[str]) -> str:
    char = chr(int(escape[1], 16))
    return char if char in _UNRESERVED else escape[0].upper()


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern fits the beginning of a path; `*` is anything, `$` at its end the end.

    Without regular expressions, which a pattern of many `*` would keep busy for years: the first
    place of each piece is as good as any, so one pass is enough.
    """
    ends = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not ends or path == first
    *between, last = rest
    place = len(first)
    for piece in between:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    if ends:
        return path.endswith(last) and len(path) - len(last) >= place
    return path.find(last, place) >= 0
