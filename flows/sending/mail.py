"""Apprise's mail with our own two parts, threads, and an answer that is heard word for word."""

import contextlib
import hashlib
import re
import smtplib
import ssl
from collections.abc import Iterator
from email import message_from_string
from email.message import Message as Mail
from typing import Final

from apprise import NotifyFormat, NotifyType
from apprise.plugins.email import NotifyEmail
from apprise.plugins.email.base import PGP_MODE_DEFAULT

from flows.messages.mail_html import mail_html
from flows.messages.message import Message, fit_message
from flows.sending.reasons import Trouble, explain_mail
from flows.sending.wire import current_wire

# Gmail shows no more than the first 102 KB of a mail.
_HTML_LIMIT: Final = 90_000
_Trouble = (OSError, smtplib.SMTPException, RuntimeError)


class MailService(NotifyEmail):  # type: ignore[no-untyped-call]  # Apprise types few of its own
    """mailto:// and mailtos:// as Apprise reads their URLs and builds their mail.

    Apprise makes the plain part out of the HTML and draws a Message-ID anew each time; both are
    set here, after it built the mail. The conversation is held here as well: Apprise would only
    tell that it failed, not whether the mail was on its way by then.
    """

    message: Message | None = None

    def lays_out(self, message: Message) -> bool:
        """Take a message, of which both parts will be ours."""
        self.message = message
        return True

    def send(
        self,
        body: str,
        title: str = "",
        notify_type: NotifyType = NotifyType.INFO,
        attach: object = None,
        **kwargs: object,
    ) -> bool:
        """Send one mail to each recipient; what became of each is noted on the wire."""
        if self.message is None:
            return bool(super().send(body, title, notify_type, attach, **kwargs))  # type: ignore[no-untyped-call]
        wire = current_wire()
        results = list(self._send_all(tuple(self.mails(self.message, title))))
        if wire is not None:
            wire.results.extend(results)
        return all(result is None for result in results)

    def mails(self, message: Message, title: str) -> Iterator[tuple[list[str], str]]:
        """Each mail as it goes out: to whom, and the whole of it as text."""
        fitted = fit_message(message, lambda one: len(mail_html(one)) <= _HTML_LIMIT)
        html = self.notify_format == NotifyFormat.HTML
        for prepared in self.prepare_emails(
            subject=title,
            body=mail_html(fitted) if html else fitted.text,
            notify_format=self.notify_format,
            from_addr=self.from_addr,
            to=self.targets,
            cc=self.cc,
            bcc=self.bcc,
            reply_to=self.reply_to,
            smtp_host=self.smtp_host,
            headers={
                "X-Application": self.app_id,
                "Auto-Submitted": "auto-generated",
                **self.headers,
            },
            names=self.names,
            pgp=self.pgp,
            pgp_mode=self.pgp_mode,
            tzinfo=self.tzinfo,
        ):
            yield prepared.to_addrs, self._completed(prepared.body, fitted)

    def _completed(self, prepared: str, message: Message) -> str:
        """The mail with our plain part, and its place in the thread of its deal."""
        mail = message_from_string(prepared)
        if self.pgp_mode == PGP_MODE_DEFAULT and mail.is_multipart():
            _set_text(mail.get_payload(0), message.text)  # type: ignore[arg-type]  # a multipart's
        if message.key is None:
            return mail.as_string()
        own = self._message_id(message.key)
        del mail["Message-ID"]
        mail["Message-ID"] = own
        first = self._message_id(f"{message.deal_id}#1")
        if message.deal_id and first != own:
            mail["In-Reply-To"] = first
            mail["References"] = first
        return mail.as_string()

    def _message_id(self, key: str) -> str:
        """The same for a key and a destination, whenever it is asked; no part of a password."""
        readable = re.sub(r"[^A-Za-z0-9]+", "-", key).strip("-")[:80]
        sender = str(self.from_addr[1])
        people = (sender, *sorted(str(address) for _, address in self.targets))
        unique = hashlib.sha256("\0".join((key, *people)).encode("utf-8", "replace")).hexdigest()[
            :16
        ]
        return f"<{readable}.{unique}@{sender.rpartition('@')[2]}>"

    # --- the conversation -----------------------------------------------------------------------

    def _send_all(self, mails: tuple[tuple[list[str], str], ...]) -> Iterator[Trouble | None]:
        """Send them over one connection; a refusal of one holds up no other."""
        where = f"{self.smtp_host}:{self.port}"
        self.throttle()  # type: ignore[no-untyped-call]
        try:
            server = self._connect()
        except _Trouble as error:
            yield explain_mail(where, error)
            return
        try:
            for recipients, content in mails:
                yield self._send_one(server, where, recipients, content)
        finally:
            with contextlib.suppress(*_Trouble):
                server.quit()

    def _connect(self) -> smtplib.SMTP:
        """A connection that is secured and logged in, as the URL says."""
        context = ssl.create_default_context()
        if not self.verify_certificate:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        # Port 0 is the standard one; Apprise has chosen one by the mode in any case.
        host, port, timeout = self.smtp_host, self.port or 0, self.socket_connect_timeout
        if self.secure_mode == "ssl":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=timeout, context=context)
        else:
            server = smtplib.SMTP(host, port, timeout=timeout)
        try:
            if self.secure_mode == "starttls":
                server.starttls(context=context)
            if self.user and self.password:
                server.login(self.user, self.password)
        except _Trouble:
            server.close()
            raise
        return server

    def _send_one(
        self, server: smtplib.SMTP, where: str, recipients: list[str], content: str
    ) -> Trouble | None:
        try:
            server.sendmail(str(self.from_addr[1]), recipients, content)
        except _Trouble as error:
            return explain_mail(where, error, begun=True)
        return None


def _set_text(part: Mail, text: str) -> None:
    """Say something else in a part of plain text."""
    del part["Content-Transfer-Encoding"]
    part.set_payload(text, "utf-8")
