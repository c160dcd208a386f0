"""The error tree. Every message is one line: what, which, why.

GigawatchError
├── FeedError                a feed could not be had or read; has a stable short `code`
│   ├── FetchError           timeout, http_404, too_large, blocked_address, …
│   └── ParseError           not_a_feed, xml_forbidden, parse_timeout, …
├── SettingsError            watch.toml or the environment
├── DatabaseError            cannot be opened, written, or is of another version
└── DestinationError         an Apprise URL that cannot be used
"""


class GigawatchError(Exception):
    """Everything a user can mend; printed without a traceback."""


class FeedError(GigawatchError):
    """One feed's trouble. `code` is stable and short, `str(error)` is a sentence."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail

    def __reduce__(self) -> tuple[type["FeedError"], tuple[str, str]]:
        """Travel whole from a child process: pickle would give __init__ the message alone."""
        return type(self), (self.code, self.detail)


class FetchError(FeedError):
    """The bytes could not be had."""


class ParseError(FeedError):
    """The bytes are no feed, or one we refuse to read."""


class SettingsError(GigawatchError):
    """The configuration: file, key, and what to write instead."""


class DatabaseError(GigawatchError):
    """The database: which, why, and what to do."""


class DestinationError(GigawatchError):
    """A destination's Apprise URL is unusable; the URL itself is never in the message."""
