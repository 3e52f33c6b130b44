"""Who asks, how, and what came back: each request starts from the same rows, and leaves none behind."""

import io
import time
from dataclasses import dataclass, field
from importlib import import_module

from allauth.account.internal.userkit import user_id_to_str
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core import mail
from django.db import connection
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.light_client import LightClient
from tests.rolled_back import rolled_back
from tests.security.canaries import found_in, ids_in

HTML, PDF = "text/html", "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "MERGE")


@dataclass(frozen=True)
class Answer:
    """What came back: enough to judge it by, without the body itself.

    `canaries` and `ids` are those in the body, in the headers and in mails sent meanwhile; what the asker
    had typed in the address or the form is left out. `writes` are the statements that changed rows.
    """

    asked: str
    status: int
    headers: dict[str, str]
    canaries: frozenset[str]
    ids: frozenset[str]
    writes: tuple[str, ...] = ()
    text: str = field(default="", repr=False)

    @property
    def kind(self) -> str:
        """The media type."""
        return self.headers.get("Content-Type", "").partition(";")[0]

    @property
    def location(self) -> str:
        """Where it sends one, by whichever header."""
        names = ("Location", "HX-Redirect", "HX-Location")
        return next((self.headers[name] for name in names if name in self.headers), "")

    @property
    def word(self) -> str:
        """The status as routes.py writes it."""
        if self.location.startswith("/konto/log-ind/?next="):
            return "in"
        if self.location.startswith(("/konto/bekraeft/", "/konto/totrin/bekraeft/")):
            return "re"
        return str(self.status)


class Browser:
    """A browser in which `user` (or nobody) is logged in, just now and with a password."""

    def __init__(self, user=None, *, enforce_csrf_checks: bool = False):
        self.user = user
        self._client = LightClient(enforce_csrf_checks=enforce_csrf_checks)
        self._session_key = self._log_in() if user else None

    def _log_in(self) -> str:
        """A session of the user's, as allauth leaves it after a login."""
        session = import_module(settings.SESSION_ENGINE).SessionStore()
        session[SESSION_KEY] = str(self.user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = self.user.get_session_auth_hash()
        session["account_authentication_methods_user"] = user_id_to_str(self.user)
        session["account_authentication_methods"] = [
            {"method": "password", "at": time.time(), "reauthenticated": True}
        ]
        session.save()
        return session.session_key

    def ask(self, method: str, url: str, data=None, *, keep_text: bool = False, **headers: str) -> Answer:
        """Send one request. Rows, session, rate limits and mails are afterwards as they were before.

        `headers` are in words: HX_Request="true".
        """
        with rolled_back():
            return self.ask_and_keep(method, url, data, keep_text=keep_text, **headers)

    def ask_and_keep(self, method, url, data=None, *, keep_text=False, **headers) -> Answer:
        """The same, but what was written stays."""
        self._client.cookies.clear()
        if self._session_key:
            self._client.cookies[settings.SESSION_COOKIE_NAME] = self._session_key
        writes, sent_before = [], len(mail.outbox) if hasattr(mail, "outbox") else 0
        words = {name.replace("_", "-"): value for name, value in headers.items()}
        options = {"headers": words}
        if method in ("GET", "HEAD", "POST"):
            options["data"] = data or {}
        with connection.execute_wrapper(_noting(writes)):
            response = getattr(self._client, method.lower())(url, **options)
        mails = [f"{one.subject} {one.body} {one.to}" for one in mail.outbox[sent_before:]]
        del mail.outbox[sent_before:]
        return _answer(f"{method} {url}", response, tuple(writes), mails, f"{url} {data}", keep_text)


def _noting(writes: list):
    """Notes the statements that change rows."""

    def wrapper(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(WRITES):
            writes.append(sql[:200])
        return execute(sql, params, many, context)

    return wrapper


def _answer(asked, response, writes, mails, typed, keep_text) -> Answer:
    body = b"".join(response) if response.streaming else response.content
    headers = dict(response.headers)
    cookies = " ".join(f"{key}={one.value}" for key, one in response.cookies.items())
    readable = "\n".join((text_of(body, response.get("Content-Type", "")), str(headers), cookies, *mails))
    return Answer(
        asked, response.status_code, headers,
        canaries=found_in(readable) - found_in(typed),
        ids=ids_in(readable) - ids_in(typed),
        writes=writes, text=readable if keep_text else "",
    )  # fmt: skip


def text_of(body: bytes, content_type: str) -> str:
    """All that one can read in a body: cells of a workbook, pages and properties of a PDF, else the text."""
    if not body:
        return ""
    if content_type.startswith(XLSX):
        book = load_workbook(io.BytesIO(body))
        cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
        return "\n".join((*book.sheetnames, str(vars(book.properties)), *cells))
    if content_type.startswith(PDF):
        document = PdfReader(io.BytesIO(body))
        text = "\n".join((str(document.metadata), *(page.extract_text() for page in document.pages)))
        # Where a line breaks, a word may go on in the next.
        return f"{text}\n{''.join(text.split())}"
    return body.decode()
