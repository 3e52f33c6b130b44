"""What every answer carries, and what looking alone may write."""

import re

import pytest
from django.urls import reverse

from tests.security.browsers import HTML
from tests.security.crawl import browser_of
from tests.security.rows import TABLE

# The whole policy, word for word: nothing from elsewhere, nothing inline, nobody's frame.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# What any look may touch: the session, and the counters of the rate limits.
TOUCHED_BY_ALL = {"django_session", "cache"}
# What a look may write: whose details were shown, where marks stand on the map, that codes were seen once.
WRITES_ON_GET = {
    ("actors:contacts", "accounts_auditentry"),
    ("actors:contact_edit", "accounts_auditentry"),
    ("actors:export", "accounts_auditentry"),
    ("calendar:clash", "accounts_auditentry"),
    ("listings:file", "accounts_auditentry"),
    ("goals:export", "accounts_auditentry"),
    ("mapping:map", "mapping_mapposition"),
    ("papers:fetch", "accounts_auditentry"),
    ("papers:sheet", "accounts_auditentry"),
    ("reports:interview", "accounts_auditentry"),
    ("reports:game_summary", "accounts_auditentry"),
    ("reports:initiative_agreement", "accounts_auditentry"),
    ("reports:initiative_story", "accounts_auditentry"),
    *((f"reports:event_{paper}", "accounts_auditentry") for paper in ("tags", "tables", "cards", "sheet")),
    ("mfa_download_recovery_codes", "mfa_authenticator"),
    ("mfa_view_recovery_codes", "mfa_authenticator"),
}
SHOWN = {"contact_shown", "export"}


def policy_of(header: str) -> dict[str, str]:
    """The parts of a Content-Security-Policy."""
    return dict(part.strip().split(" ", 1) for part in header.split(";"))


def test_every_answer_carries_all_headers(walk):
    for visit in walk.visits:
        headers = visit.answer.headers
        assert {name: headers.get(name) for name in ALWAYS} == ALWAYS, visit
        if visit.answer.kind == HTML:
            assert policy_of(headers["Content-Security-Policy"]) == POLICY, visit


def test_no_cache_keeps_an_answer_or_takes_one_for_another(walk):
    for visit in walk.visits:
        headers = visit.answer.headers
        assert {"private", "no-store"} <= set(re.split(r"[, ]+", headers["Cache-Control"])), visit
        assert {"HX-Request", "HX-Target", "Cookie"} <= set(re.split(r"[, ]+", headers["Vary"])), visit
        assert not {"ETag", "Last-Modified"} & set(headers), visit


def test_looking_writes_nothing_but_who_was_shown_what(walk):
    written = {
        (visit.route, table)
        for visit in walk.visits
        for sql in visit.answer.writes
        for table in TABLE.findall(sql)[:1]
        if table not in TOUCHED_BY_ALL
    }
    assert written <= WRITES_ON_GET
    if walk.who == "leader":
        assert written == WRITES_ON_GET


@pytest.mark.parametrize("name", sorted({route for route, table in WRITES_ON_GET if "audit" in table}))
def test_the_log_of_a_look_says_that_something_was_shown(world, name):
    ids = [world.oest.rows["actor"].pk, world.oest.rows["contact"].pk]
    args = {
        "actors:contacts": ids[:1],
        "actors:contact_edit": ids,
        "actors:export": [],
        "calendar:clash": [world.oest.rows[word].pk for word in ("activity", "rival")],
        "listings:file": [],
        "papers:fetch": [world.oest.own["paper", "leader"].pk],
        "papers:sheet": ["netvaerket"],
        "goals:export": [],
        "reports:interview": [world.oest.rows["interview"].pk],
        "reports:game_summary": [world.oest.rows["game"].pk],
        **{
            f"reports:initiative_{paper}": [world.oest.rows["initiative"].pk]
            for paper in ("agreement", "story")
        },
        **{
            f"reports:event_{paper}": [world.oest.rows["event"].pk]
            for paper in ("tags", "tables", "cards", "sheet")
        },
    }[name]
    before = set(world.oest.plan.audit_entries.values_list("pk", flat=True))
    browser_of(world, "leader").ask_and_keep("GET", reverse(name, args=["oest", *args]))
    new = world.oest.plan.audit_entries.exclude(pk__in=before)
    assert set(new.values_list("verb", flat=True)) <= SHOWN
    assert new.exists()
