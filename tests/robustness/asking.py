"""Sending one request and judging the answer."""

import traceback
from dataclasses import dataclass

from django.db import transaction
from django.test import Client

from tests.robustness.generator import Sent
from tests.robustness.sending import described

TRACE_LENGTH = 3000
REFUSALS = (400, 403, 404, 410, 413, 429)


@dataclass(frozen=True)
class Answer:
    """What came back, and what was wrong with it ("" for nothing)."""

    status: int
    where: str
    body: bytes
    trouble: str


def send(client: Client, sent: Sent) -> Answer:
    """The answer to one request; whatever a broken one wrote is taken back."""
    headers = dict(sent.headers)
    if sent.cookie:
        own = "; ".join(f"{key}={morsel.value}" for key, morsel in client.cookies.items())
        headers["HTTP_COOKIE"] = "; ".join(filter(None, (own, sent.cookie)))
    savepoint = transaction.savepoint()
    try:
        response = client.generic(sent.method, sent.path, sent.body, sent.content_type, **headers)
    except Exception:
        status, where, body, trouble = 500, "", b"", traceback.format_exc()[-TRACE_LENGTH:]
    else:
        status = response.status_code
        # A script is sent on by a header of its own.
        where = response.get("Location", "") or response.get("HX-Redirect", "")
        body, trouble = response.content, _wrong_with(response)
    (transaction.savepoint_rollback if status >= 500 else transaction.savepoint_commit)(savepoint)
    if trouble:
        told = described(sent.method, sent.path, headers, sent.content_type, sent.body)
        trouble = f"{told}\n  {status}\n{trouble}"
    return Answer(status, where, body, trouble)


def _wrong_with(response) -> str:
    """A failure with its trace, a trace shown to the reader, or a refusal that is no page of ours."""
    if response.status_code >= 500:
        error = response.exc_info
        return "".join(traceback.format_exception(*error))[-TRACE_LENGTH:] if error else "no exception"
    if b"Traceback (most recent" in response.content:
        return "a trace in the page"
    # allauth answers JSON with JSON.
    page = response["Content-Type"].startswith("text/html") and response.request["REQUEST_METHOD"] != "HEAD"
    refused = page and response.status_code in REFUSALS
    return "not our page" if refused and b'<html lang="da">' not in response.content else ""
