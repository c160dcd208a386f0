"""Every way a sending can fail has words for it, and is rightly called passing or for good."""

import errno
import smtplib
import socket
import ssl

import pytest
import requests
import urllib3.exceptions

from flows.sending.reasons import (
    Fault,
    Trouble,
    clean_words,
    explain_answer,
    explain_connection,
    explain_mail,
)

POOL = urllib3.HTTPConnectionPool("hook.example", 80)
CONNECTION = urllib3.connection.HTTPConnection("hook.example", 80)


def unconnected(cause: OSError) -> requests.ConnectionError:
    """What requests raises where no connection was made."""
    reason = urllib3.exceptions.NewConnectionError(CONNECTION, "Failed")
    reason.__cause__ = cause
    error = urllib3.exceptions.MaxRetryError(POOL, "/t0ken", reason)
    return requests.ConnectionError(error)


def untrusted() -> requests.exceptions.SSLError:
    """What requests raises at a certificate that is not valid."""
    cause = ssl.SSLCertVerificationError(1, "failed")
    cause.verify_message = "certificate has expired"
    reason = urllib3.exceptions.SSLError(cause)
    return requests.exceptions.SSLError(urllib3.exceptions.MaxRetryError(POOL, "/", reason))


BROKEN = urllib3.exceptions.ProtocolError("aborted", ConnectionResetError(104, "reset"))


@pytest.mark.parametrize(
    ("error", "said", "unanswered"),
    [
        (requests.ReadTimeout(), "no answer in time; it may have arrived", True),
        (requests.ConnectionError(BROKEN), "hung up without an answer; it may have arrived", True),
        (requests.ConnectionError(), "hung up without an answer; it may have arrived", True),
        (requests.ConnectTimeout(), "does not answer: no connection in time", False),
        (requests.exceptions.ProxyError(), "the proxy cannot be used", False),
        (untrusted(), "its certificate is not valid (certificate has expired)", False),
        (
            requests.exceptions.SSLError(ssl.SSLError(1, "[SSL] wrong version number")),
            "no secure connection; does that port speak TLS?",
            False,
        ),
        (
            unconnected(ConnectionRefusedError(errno.ECONNREFUSED, "refused")),
            "nothing listens at that port",
            False,
        ),
        (
            unconnected(socket.gaierror(socket.EAI_NONAME, "unknown")),
            "the name does not exist; is it spelled right?",
            False,
        ),
        (
            unconnected(socket.gaierror(socket.EAI_AGAIN, "later")),
            "the name cannot be looked up now; is this machine online?",
            False,
        ),
        (unconnected(TimeoutError()), "does not answer: no connection in time", False),
        (
            unconnected(OSError(errno.ENETUNREACH, "Network is unreachable")),
            "cannot be reached (Network is unreachable)",
            False,
        ),
        (unconnected(OSError()), "cannot be reached (OSError)", False),
        (requests.exceptions.InvalidURL(), "the request could not be made (InvalidURL)", False),
    ],
)
def test_a_request_without_an_answer(
    error: requests.RequestException, said: str, *, unanswered: bool
) -> None:
    """What was wrong, and whether the message can have arrived; none of it is for good."""
    told = explain_connection("hook.example", error)

    assert told == Trouble(reason=f"hook.example: {said}", unanswered=unanswered)


@pytest.mark.parametrize(
    ("error", "said", "fault"),
    [
        (
            smtplib.SMTPAuthenticationError(535, b"5.7.8 bad credentials"),
            "refused: the user name or password is wrong (535 5.7.8 bad credentials)",
            "destination",
        ),
        (
            smtplib.SMTPSenderRefused(530, b"authentication needed", "w@x.example"),
            "refused: the server wants a user name and password (530 authentication needed)",
            "destination",
        ),
        (
            smtplib.SMTPDataError(552, b"5.2.2 over quota"),
            "refused: the mailbox is full (552 5.2.2 over quota)",
            "destination",
        ),
        (
            smtplib.SMTPDataError(554, b"5.7.26 DMARC"),
            "refused: not allowed (554 5.7.26 DMARC)",
            "destination",
        ),
        (
            smtplib.SMTPDataError(554, "no"),
            "refused: the server does not take it (554 no)",
            "destination",
        ),
        (
            smtplib.SMTPDataError(552, b"5.3.4 too big"),
            "refused: the message is too large (552 5.3.4 too big)",
            "message",
        ),
        (
            smtplib.SMTPRecipientsRefused({"a@x.example": (450, b"4.2.0 greylisted\r\nlater")}),
            "not now: the mailbox is busy (450 4.2.0 greylisted later)",
            "passing",
        ),
        (
            smtplib.SMTPNotSupportedError("STARTTLS"),
            "the server has no such mode; choose another ?mode=… (starttls, ssl, insecure)",
            "destination",
        ),
        (
            smtplib.SMTPServerDisconnected("closed"),
            "hung up before the message; are that port and ?mode=… right?",
            "passing",
        ),
        (ssl.SSLError(1, "wrong"), "no secure connection; does that port speak TLS?", "passing"),
        (TimeoutError("timed out"), "does not answer: no connection in time", "passing"),
        (RuntimeError("No SSL support"), "cannot be reached (RuntimeError)", "passing"),
    ],
)
def test_a_mail_that_was_not_taken(error: Exception, said: str, fault: Fault) -> None:
    """Its server's own words with ours before them; a 5xx wants a person, all else passes."""
    told = explain_mail("mail.example:25", error)

    assert told == Trouble(reason=f"mail.example:25: {said}", fault=fault)


@pytest.mark.parametrize(
    ("error", "how"),
    [
        (TimeoutError(), "no answer in time"),
        (smtplib.SMTPServerDisconnected("x"), "hung up in the middle"),
        (OSError(), "hung up in the middle"),
    ],
)
def test_a_mail_on_its_way_may_have_arrived(error: Exception, how: str) -> None:
    """Only an answer tells that it did not."""
    told = explain_mail("mail.example:25", error, begun=True)

    assert told == Trouble(reason=f"mail.example:25: {how}; it may have arrived", unanswered=True)


@pytest.mark.parametrize("status", range(300, 600))
def test_every_status_has_a_reason(status: int) -> None:
    """In one line with its number; what asks to come later is never for good."""
    told = explain_answer("Slack", status, "no\nway")

    assert told.reason.startswith("Slack: ")
    assert told.reason.endswith(f"({status} no way)")
    assert told.fault == "passing" or status not in {302, 307, 408, 409, 425, 429, 500, 503}


def test_words_are_kept_short() -> None:
    """A page of text is no reason."""
    assert clean_words("a\x1b[1m\u202eb " * 100) == f"{'a[1mb ' * 19}a[1mb…"
