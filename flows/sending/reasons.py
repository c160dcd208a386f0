"""Say in a line why a service did not take a message, and whether trying again can help.

HTTP answers, connections that failed, and SMTP replies become `Trouble`; pure.
"""

import re
import smtplib
import socket
import ssl
from dataclasses import dataclass
from typing import Final, Literal

import requests
import urllib3.exceptions

from flows.plain import cut, render_visible

# What has to change before a message can go through: time alone, the message itself, or something
# at the destination that only a person can put right.
Fault = Literal["passing", "message", "destination"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why one attempt failed, and by whose `fault`.

    `unanswered`: the message may have arrived. `retry_after` is how many seconds the service asked
    us to wait.
    """

    reason: str
    fault: Fault = "passing"
    unanswered: bool = False
    retry_after: float | None = None


_WORDS_LIMIT: Final = 120
_HTTP: Final = {
    400: "it refused the message as malformed",
    401: "the token or password is wrong or was revoked",
    403: "it is not allowed: the token is wrong, was revoked, or may not write there",
    404: "nothing is there: the token or path is wrong, or was deleted",
    405: "this address takes no messages",
    408: "it lost patience",
    409: "it was busy with another message",
    410: "it was removed for good; make a new one",
    413: "the message is too large for it",
    415: "it takes no messages of this form",
    422: "it refused the message as malformed",
    425: "it asked to come later",
    429: "it asked to wait: too many messages",
}
# All others pass by themselves, such as a timeout (408), too early (425) and too many (429).
_OF_THE_MESSAGE: Final = frozenset({400, 413, 415, 422})
_OF_THE_DESTINATION: Final = frozenset({301, 308, 401, 403, 404, 405, 410})
_REFUSED: Final = 400
_BROKEN: Final = 500
_REDIRECT: Final = 300

_LAST_TRY: Final = 500  # SMTP replies from here on are for good
# Enhanced codes (RFC 3463) by what stands after the class; the longest that fits counts.
_SMTP: Final = {
    "1.1": "mailbox unknown",
    "1.2": "the receiving host is unknown",
    "1.3": "the address is malformed",
    "1.8": "the sender's address is refused",
    "2.1": "the mailbox is disabled",
    "2.2": "the mailbox is full",
    "3.4": "the message is too large",
    "7.0": "not allowed",
    "7.1": "not allowed to send",
    "7.8": "the user name or password is wrong",
    "7": "not allowed",
}
_SMTP_CODES: Final = {
    421: "the server closes for now",
    450: "the mailbox is busy",
    451: "the server asks to come back later",
    452: "the server is full",
    530: "the server wants a user name and password",
    535: "the user name or password is wrong",
    550: "mailbox unknown, or not allowed",
    552: "the mailbox is full, or the message too large",
    553: "the address is refused",
}
# Too long (2.3, 3.4), or of a form that cannot be passed on (6.*): a shorter, plainer one may go.
_SMTP_OF_THE_MESSAGE: Final = frozenset({"2.3", "3.4", "6"})
_ENHANCED: Final = re.compile(r"^[245]\.(?P<rest>\d{1,3}\.\d{1,3})\b")
_MAYBE: Final = "it may have arrived"


def explain_answer(
    where: str, status: int, words: str = "", *, retry_after: float | None = None
) -> Trouble:
    """An HTTP answer that is no success: "Slack: the token … is wrong (404 no_service)"."""
    if _REDIRECT <= status < _REFUSED:
        why = "it points to another address, which is not followed; write that one"
    elif status >= _BROKEN:
        why = "the service failed"
    else:
        why = _HTTP.get(status, "it did not take the message")
    said = f"{status} {clean_words(words)}".rstrip()
    reason = f"{where}: {why} ({said})"
    return Trouble(reason=reason, fault=_http_fault(status), retry_after=retry_after)


def explain_connection(where: str, error: requests.RequestException) -> Trouble:
    """A request without an answer, and whether it can have been taken all the same."""
    if isinstance(error, requests.ReadTimeout):
        return Trouble(reason=f"{where}: no answer in time; {_MAYBE}", unanswered=True)
    if isinstance(error, requests.exceptions.SSLError):
        return Trouble(reason=f"{where}: {_tls(_root(error))}")
    if isinstance(error, requests.ConnectTimeout):
        return Trouble(reason=f"{where}: does not answer: no connection in time")
    if isinstance(error, requests.exceptions.ProxyError):
        return Trouble(reason=f"{where}: the proxy cannot be used")
    if isinstance(error, requests.ConnectionError):
        return _lost(where, error)
    return Trouble(reason=f"{where}: the request could not be made ({type(error).__name__})")


def explain_mail(where: str, error: Exception, *, begun: bool = False) -> Trouble:
    """What SMTP, TLS or the network said; `begun`: the message was on its way when it broke."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        return _reply(where, code, said)
    if isinstance(error, smtplib.SMTPResponseException):
        return _reply(where, error.smtp_code, error.smtp_error)
    if begun:
        how = "no answer in time" if _is_timeout(error) else "hung up in the middle"
        return Trouble(reason=f"{where}: {how}; {_MAYBE}", unanswered=True)
    wrong_mode = isinstance(error, smtplib.SMTPNotSupportedError)
    fault: Fault = "destination" if wrong_mode else "passing"
    return Trouble(reason=f"{where}: {_before_mail(error)}", fault=fault)


def _before_mail(error: Exception) -> str:
    """Why not a word of the message was sent."""
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return "the server has no such mode; choose another ?mode=… (starttls, ssl, insecure)"
    if isinstance(error, ssl.SSLError):
        return _tls(error)
    if isinstance(error, smtplib.SMTPServerDisconnected):
        if _is_timeout(error):
            return "does not answer: not a word from it in time"
        return "hung up before the message; are that port and ?mode=… right?"
    return _unreachable(error)


def _is_timeout(error: Exception) -> bool:
    """Whether patience was lost; smtplib calls that a server that hung up."""
    return isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError)


def clean_words(text: str) -> str:
    """What a service said, as a few words in one line."""
    return cut(render_visible(text), _WORDS_LIMIT)


def _http_fault(status: int) -> Fault:
    if status in _OF_THE_MESSAGE:
        return "message"
    return "destination" if status in _OF_THE_DESTINATION else "passing"


def _lost(where: str, error: requests.ConnectionError) -> Trouble:
    """Without a connection nothing was sent; on one that broke it may have been."""
    inner = error.args[0] if error.args else None
    if isinstance(inner, urllib3.exceptions.MaxRetryError):
        return Trouble(reason=f"{where}: {_unreachable(_root(error))}")
    return Trouble(reason=f"{where}: hung up without an answer; {_MAYBE}", unanswered=True)


def _unreachable(error: BaseException) -> str:
    if isinstance(error, socket.gaierror):
        if error.errno == socket.EAI_AGAIN:
            return "the name cannot be looked up now; is this machine online?"
        return "the name does not exist; is it spelled right?"
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens at that port"
    if isinstance(error, TimeoutError):
        return "does not answer: no connection in time"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be reached ({error.strerror})"
    return f"cannot be reached ({type(error).__name__})"


def _root(error: BaseException) -> BaseException:
    """The first cause: a system's error under two or three wrappings."""
    while True:
        inner = getattr(error, "reason", None)
        if not isinstance(inner, BaseException):
            inner = next((one for one in error.args if isinstance(one, BaseException)), None)
        inner = inner or error.__cause__
        if inner is None:
            return error
        error = inner


def _tls(error: BaseException) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({clean_words(error.verify_message)})"
    return "no secure connection; does that port speak TLS?"


def _reply(where: str, code: int, said: bytes | str) -> Trouble:
    """An SMTP reply: "mail.example:587: refused: mailbox unknown (550 5.1.1 no such user)"."""
    words = clean_words(said.decode("utf-8", "replace") if isinstance(said, bytes) else said)
    verb = "refused" if code >= _LAST_TRY else "not now"
    return Trouble(
        reason=f"{where}: {verb}: {_smtp_words(code, words)} ({code} {words})",
        fault=_smtp_fault(code, words),
    )


def _smtp_fault(code: int, words: str) -> Fault:
    """What cannot be told from its code is no fault of the message: that would end it at once."""
    if code < _LAST_TRY:
        return "passing"
    detail = _smtp_detail(words)
    named = {detail, detail.partition(".")[0]}
    return "message" if named & _SMTP_OF_THE_MESSAGE else "destination"


def _smtp_words(code: int, words: str) -> str:
    detail = _smtp_detail(words)
    named = _SMTP.get(detail) or _SMTP.get(detail.partition(".")[0])
    return named or _SMTP_CODES.get(code, "the server does not take it")


def _smtp_detail(words: str) -> str:
    """Of an enhanced code (RFC 3463) what stands after its class: "7.8" of "5.7.8"."""
    found = _ENHANCED.search(words)
    return found["rest"] if found else ""
