"""Give every address one spelling, so that the same page is known again whoever links to it."""

import ipaddress
import re
from urllib.parse import SplitResult, parse_qsl, unquote, urljoin, urlsplit, urlunsplit

import idna

# Longer ones are data in disguise; Google News' own run to about 1,000.
MAX_URL_CHARS = 8192
MAX_HOST_CHARS = 253

_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\\\ud800-\udfff]")
_ASCII_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_ESCAPED_OR_ANY = re.compile(r"%[0-9A-Fa-f]{2}|.", re.DOTALL)
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_SAFE_IN_PATH = _UNRESERVED | frozenset("/:@!$&'()*+,;=")
_SAFE_IN_QUERY = _SAFE_IN_PATH | frozenset("?")

# Parameters that tell who sent the reader, never which page is meant.
_TRACKING_NAMES = """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid twclid ttclid igshid li_fat_id
    srsltid mc_cid mc_eid mc_tc mkt_tok mkevt mkcid mkrid _ga _gl _gac _hsenc _hsmi __hssc __hstc
    __hsfp hsctatracking vero_conv vero_id oly_anon_id oly_enc_id rb_clickid s_cid s_kwcid
    ml_subscriber ml_subscriber_hash _openstat __s wickedid spm scid xtor echobox tracking_source
    cmpid ncid icid ito cvid smid smtyp taid ftag guccounter guce_referrer guce_referrer_sig tpcc
    sr_share share_id reflink srnd wt_mc wt.mc_id wt_zmc wtrid soc_src soc_trk __twitter_impression
    fb_action_ids fb_action_types fb_source fb_ref action_object_map action_type_map
    action_ref_map amp_js_v amp_gsa amp_r aoh usqp gs_l os_ehash mc emc smc cmp intcid __source
    sharetoken ceneo_spo
"""
_TRACKING = frozenset(_TRACKING_NAMES.split())
_TRACKING_PREFIX_NAMES = "utm_ itm_ otm_ ga_ gaa_ pk_ piwik_ mtm_ matomo_ hsa_ hmb_ at_"
_TRACKING_PREFIXES = tuple(_TRACKING_PREFIX_NAMES.split())
# Words such a parameter may carry while others choose a page: ?source=rss but ?source=eia.
_TRACKING_PAIRS = frozenset(
    f"{name}={value}"
    for name in ("ref", "src", "source", "partner", "from", "via", "mod", "cid", "feed")
    for value in ("rss", "atom", "feed", "rssfeed", "feedburner")
) | {"amp=", "amp", "amp=1", "amp=true", "outputtype=amp", "output=amp"}
_GOOGLE_NEWS_ITEM = re.compile(r"/(?:__i/)?(?:rss/)?(?:rd/)?(?:articles|stories|read)/")
_GOOGLE_NEWS_PARAMETERS = frozenset({"oc", "hl", "gl", "ceid"})

_GOOGLE_HOST = re.compile(r"(?:www\.|news\.)?google\.(?:[a-z]{2,3}|com?\.[a-z]{2})")
# Pages that only lead on: whose host, which paths, and where the real address stands.
_REDIRECTORS: tuple[tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]], ...] = (
    (_GOOGLE_HOST, ("/url", "/news/url"), ("url", "q")),
    (re.compile(r"(?:www\.)?bing\.com"), ("/news/apiclick.aspx",), ("url",)),
    (re.compile(r"lm?\.facebook\.com"), ("/l.php",), ("u",)),
)
_GOOGLE_AMP = re.compile(r"/amp/(?P<secure>s/)?(?P<rest>[^/]+\..+)", re.DOTALL)
_AMP_CACHE_HOST = re.compile(r"[a-z0-9-]+\.cdn\.ampproject\.org")
_AMP_CACHE = re.compile(r"/[a-z]/(?P<secure>s/)?(?P<rest>[^/]+\..+)", re.DOTALL)
# A slug or a number before it: /news/amazon-invests-more/amp is a copy, /companies/amp is not.
_ARTICLE_STEP = re.compile(r"\d{5}|.\.s?html?$", re.ASCII)
_TAIL_DASHES, _HEAD_DASHES = 2, 3
_AMP_SUFFIX = re.compile(r"(?:\.amp)+(?=(?:\.html)?$)")
# Sites whose mobile host serves the same paths.
_MOBILE_TWINS = {
    "m.youtube.com": "www.youtube.com",
    "mobile.twitter.com": "twitter.com",
    "m.facebook.com": "www.facebook.com",
    "m.koreatimes.co.kr": "www.koreatimes.co.kr",
}
_MOBILE_WIKI = re.compile(r"(?P<language>[a-z-]+)\.m\.(?P<site>wiki[a-z]+\.org)")
_SECOND_HOST = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")
_HOME_PATH = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?|(?:index|default|home)\.[a-z]{3,5})?")


def canonical_url(url: str, *, base_url: str | None = None) -> str | None:
    """Spell an http(s) address in the one way we keep it.

    Relative addresses are resolved against `base_url`. Redirecting and AMP addresses give the
    page they lead to; fragments, default ports and tracking parameters go. Anything that is not
    plain http(s), or carries credentials, control characters or backslashes, gives None.
    """
    parts = _split(url, base_url)
    if parts is None:
        return None
    while (nearer := _unwrapped(parts) or _without_amp(parts)) != parts:
        parts = nearer
    feed_host = host_of(base_url) if base_url else ""
    canonical = urlunsplit(_without_tracking(parts, feed_host))
    return canonical if len(canonical) <= MAX_URL_CHARS else None  # escapes make it longer


def url_key(canonical: str) -> str:
    """Name the page behind a canonical URL across feeds: no scheme, "www.", "m." or last slash."""
    parts = urlsplit(canonical)
    host = _SECOND_HOST.sub("", parts.netloc)
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def is_homepage(url: str) -> bool:
    """Whether an address names a site, not a page of it: "/", "/en/", "/index.html"."""
    parts = urlsplit(url)
    return not parts.query and _HOME_PATH.fullmatch(parts.path.lower()) is not None


def host_of(url: str) -> str:
    """The lower-case host of an address, without port; "" where there is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


# --- one spelling -------------------------------------------------------------------------------


def _split(url: str, base_url: str | None = None) -> SplitResult | None:
    """Take an address apart in normal form (RFC 3986, section 6), or refuse it."""
    url = url.strip()
    if not url or len(url) > MAX_URL_CHARS or _FORBIDDEN.search(url):
        return None
    try:
        parts = urlsplit(urljoin(base_url, url) if base_url else url)
        netloc = _netloc(parts)
    except ValueError:
        return None
    if netloc is None:
        return None
    path = _without_dots(_escaped(parts.path, _SAFE_IN_PATH)) or "/"
    return SplitResult(parts.scheme, netloc, path, _escaped(parts.query, _SAFE_IN_QUERY), "")


def _netloc(parts: SplitResult) -> str | None:
    """Host and port as we keep them. Raises ValueError for a port that is no number."""
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc:
        return None
    host = _host(parts.hostname or "")
    default_port = 443 if parts.scheme == "https" else 80
    if host is None or parts.port in {None, default_port}:
        return host
    return f"{host}:{parts.port}" if parts.port else None


def _host(host: str) -> str | None:
    if ":" in host:
        # A zone ("%eth0") is of one machine only, and the library lets anything stand in it.
        return None if "%" in host else f"[{ipaddress.IPv6Address(host)}]"
    if not host.isascii() and len(host) <= MAX_HOST_CHARS:
        host = _ascii_host(host)
    host = host.removesuffix(".")
    if len(host) > MAX_HOST_CHARS or not _ASCII_HOST.fullmatch(host):
        return None
    return host


def _ascii_host(host: str) -> str:
    """The host as DNS knows it (IDNA 2008); "" where a character has no place in one."""
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return ""


def _escaped(text: str, safe: frozenset[str]) -> str:
    """Percent-escape what must be, unescape what need not be; twice is the same as once."""

    def spell(match: re.Match[str]) -> str:
        token = match.group()
        if len(token) == len("%2F"):
            plain = chr(int(token[1:], 16))
            return plain if plain in _UNRESERVED else token.upper()
        return token if token in safe else "".join(f"%{byte:02X}" for byte in token.encode())

    return _ESCAPED_OR_ANY.sub(spell, text)


def _without_dots(path: str) -> str:
    """Resolve "." and ".." segments, as every browser does before asking."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)


# --- what leads elsewhere -----------------------------------------------------------------------


def _unwrapped(parts: SplitResult) -> SplitResult | None:
    """The address a redirecting or AMP address leads to, if it is one."""
    host = parts.netloc
    for host_pattern, paths, names in _REDIRECTORS:
        if parts.path in paths and host_pattern.fullmatch(host):
            return _first_target(parts.query, names)
    for host_pattern, path_pattern in ((_GOOGLE_HOST, _GOOGLE_AMP), (_AMP_CACHE_HOST, _AMP_CACHE)):
        match = path_pattern.fullmatch(parts.path)
        if match and host_pattern.fullmatch(host):
            scheme = "https" if match["secure"] else "http"
            query = f"?{parts.query}" if parts.query else ""
            return _split(f"{scheme}://{match['rest']}{query}")
    return None


def _first_target(query: str, names: tuple[str, ...]) -> SplitResult | None:
    values = dict(reversed(parse_qsl(query)))
    targets = (_split(values[name]) for name in names if name in values)
    return next((target for target in targets if target is not None), None)


# --- what says nothing about the page -----------------------------------------------------------


def _without_tracking(parts: SplitResult, feed_host: str) -> SplitResult:
    """Drop parameters that only track; the others keep their order and spelling."""
    if not parts.query:
        return parts
    own_hosts = {parts.netloc, feed_host} - {""}
    own_hosts |= {host.removeprefix("www.") for host in own_hosts}
    is_google_item = parts.netloc == "news.google.com" and _GOOGLE_NEWS_ITEM.match(parts.path)
    extra = _GOOGLE_NEWS_PARAMETERS if is_google_item else frozenset[str]()
    kept = [
        pair
        for pair in parts.query.split("&")
        if pair and not _is_tracking(unquote(pair).lower(), own_hosts, extra)
    ]
    return parts._replace(query="&".join(kept))


def _is_tracking(pair: str, own_hosts: set[str], extra: frozenset[str]) -> bool:
    name, _, value = pair.partition("=")
    return (
        name in _TRACKING
        or name in extra
        or name.startswith(_TRACKING_PREFIXES)
        or pair in _TRACKING_PAIRS
        or (name == "ref" and value in own_hosts)
    )


def _without_amp(parts: SplitResult) -> SplitResult:
    """Lead AMP and mobile copies back to the page, only where the page's own path is certain."""
    path = _without_amp_head(_AMP_SUFFIX.sub("", _without_amp_tail(parts.path)))
    host = _MOBILE_TWINS.get(parts.netloc, parts.netloc)
    if wiki := _MOBILE_WIKI.fullmatch(host):
        host = f"{wiki['language']}.{wiki['site']}"
    return parts._replace(netloc=host, path=path)


def _without_amp_tail(path: str) -> str:
    """Turn /news/one-two-three/amp/ into /news/one-two-three."""
    kept = path.removesuffix("/")
    while kept.endswith("/amp"):
        kept = kept.removesuffix("/amp")
    last = kept.rpartition("/")[2]
    is_article = last.count("-") >= _TAIL_DASHES or _ARTICLE_STEP.search(last)
    return kept if is_article and kept != path.removesuffix("/") else path


def _without_amp_head(path: str) -> str:
    """Turn /amp/one-two-three-four into /one-two-three-four."""
    kept = path
    while kept.startswith("/amp/"):
        kept = kept.removeprefix("/amp")
    last = kept.removesuffix("/").rpartition("/")[2]
    return kept if last.count("-") >= _HEAD_DASHES else path
