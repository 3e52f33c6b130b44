"""The week's mail: to whom, when, once, what it says, and never twice the same."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command

from accounts.audit import record
from accounts.digest_links import stop_address
from accounts.models import Membership
from meetings.digests import chase_all
from reports.digests import send_all, send_one
from tests import factories
from tests.reports import waiting_rows as rows
from tests.reports.waiting_rows import sit

pytestmark = pytest.mark.django_db
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
# A week from a Monday on.
MONDAY = date(2026, 11, 30)
WEDNESDAY, FRIDAY, NEXT = (MONDAY + timedelta(days=n) for n in (2, 4, 9))
SITE = "https://banen.example"


@pytest.fixture
def send(django_capture_on_commit_callbacks):
    """Run the week's mail on a day, and give back what was sent."""

    def run(day=WEDNESDAY):
        before, now = len(mail.outbox), datetime(day.year, day.month, day.day, 7, 0, tzinfo=COPENHAGEN)
        with django_capture_on_commit_callbacks(execute=True):
            send_all(now=now, site=SITE)
        return mail.outbox[before:]

    return run


def make_member(plan, role="staff", day=2, name="Ida Dam", **fields):
    """One who wants the mail on Wednesdays and has a promise to keep that day."""
    member = factories.make_membership(plan, factories.make_user(name), role, digest_day=day, **fields)
    factories.make_follow_up(
        factories.make_actor(plan, f"Hos {name}"), f"Ring, {name}", due=WEDNESDAY, responsible=member
    )
    return member


def test_the_mail_says_what_waits_what_is_next_and_what_is_new(plan, send):
    member, forum = make_member(plan), factories.make_forum(plan)
    sit(member, forum)
    factories.make_meeting(forum, FRIDAY, place="Salen")
    with time_machine.travel(datetime(2026, 12, 1, 9, 0, tzinfo=COPENHAGEN)):
        Membership.objects.filter(pk=member.pk).update(created_at=datetime(2026, 1, 1, tzinfo=COPENHAGEN))
        record(plan=plan, by=None, verb="create", obj=factories.make_actor(plan, "Rosen"))
    (letter,) = send()
    assert letter.to == [member.user.email]
    assert letter.subject == "Én ting venter på dig · Solbakken"
    assert (
        letter.body
        == f"""Hej Ida

DET VENTER PÅ DIG
- Ring, Ida Dam
  Hos Ida Dam · senest i dag

DE NÆSTE MØDER
- Fredag 4. december kl. 16.00–18.00: Følgegruppe Østhøj, Salen

NYT I DEN SIDSTE UGE
- Ny aktør: Rosen

Det hele står på Overblik:
{SITE}/solbakken/overblik/

Hilsen Solbakken

Du får mailen, fordi du har bedt om den. Vælg en anden dag på din konto:
{SITE}/profil/
Ingen mail mere, uden at logge ind:
{SITE}{stop_address(member)}
"""
    )
    assert letter.extra_headers["List-Unsubscribe"] == f"<{SITE}{stop_address(member)}>"


def test_once_a_week_however_often_it_runs(plan, send):
    make_member(plan)
    days = (MONDAY, WEDNESDAY, WEDNESDAY, FRIDAY, NEXT, NEXT)
    assert [len(send(day)) for day in days] == [0, 1, 0, 0, 1, 0]


def test_two_runs_at_once_write_one_mail(plan):
    """Both have read that it is not sent; the one that writes first sends it."""
    member = make_member(plan)
    copies = [Membership.objects.select_related("plan", "user").get(pk=member.pk) for _ in range(2)]
    now = datetime(2026, 12, 2, 7, 0, tzinfo=COPENHAGEN)
    assert [send_one(copy, now, SITE) for copy in copies] == [True, False]


def test_who_said_no_while_the_mail_was_written_gets_none(plan):
    member = make_member(plan)
    stale = Membership.objects.select_related("plan", "user").get(pk=member.pk)
    Membership.objects.update(digest_day=None)
    assert not send_one(stale, datetime(2026, 12, 2, 7, 0, tzinfo=COPENHAGEN), SITE)


@pytest.mark.parametrize(
    ("role", "day", "number"),
    [("leader", 2, 1), ("staff", 2, 1), ("staff", None, 0), ("staff", 4, 0)],
)
def test_to_those_alone_who_want_it_that_day(plan, send, role, day, number):
    make_member(plan, role, day)
    assert len(send()) == number


@pytest.mark.parametrize("role", ["partner", "reader"])
def test_partners_and_readers_are_told_what_waits_on_them(plan, send, role):
    member = make_member(plan, role)
    rows.ask_to_come(sit(member, factories.make_forum(plan)), (WEDNESDAY - rows.day(0)).days + 2)
    (letter,) = send()
    assert "- Kommer du til Følgegruppe Østhøj?\n  Fredag 4. december kl. 16.00–18.00 · Salen" in letter.body
    assert "Ring" not in letter.body


def test_support_who_has_left_and_who_cannot_log_in_get_none(plan, send):
    factories.make_event(plan, day=FRIDAY)
    ends = datetime(2027, 1, 1, tzinfo=COPENHAGEN)
    make_member(plan, "support", ends_at=ends)
    make_member(plan, name="Gået").delete()
    closed = make_member(plan, name="Lukket").user
    closed.is_active = False
    closed.save()
    assert send() == []


def test_a_week_with_nothing_to_tell_has_no_mail_and_none_later(plan, send):
    member = factories.make_membership(plan, factories.make_user(), digest_day=2)
    assert send() == []
    factories.make_follow_up(factories.make_actor(plan), due=FRIDAY, responsible=member)
    assert [len(send(day)) for day in (FRIDAY, NEXT)] == [0, 1]


def test_nobody_is_told_of_anybody_elses(plan, other, send):
    member = make_member(plan)
    make_member(plan, day=None, name="En Anden")
    rows.one_of_each(other.membership, other.actor, 1)
    Membership.objects.filter(pk=other.membership.pk).update(digest_day=2)
    own, theirs = sorted(send(), key=lambda letter: letter.to != [member.user.email])
    assert "KANARIE" not in own.body + own.subject
    assert "En Anden" not in own.body
    assert theirs.to == ["carla@kanarie.example"]
    assert "Ring" not in theirs.body.replace("Ring til driften", "")


def test_who_gets_the_weeks_mail_is_not_mailed_the_same_promises(
    plan, send, django_capture_on_commit_callbacks
):
    forum = factories.make_forum(plan)
    with_mail, without = (
        factories.make_membership(plan, factories.make_user(name), digest_day=day)
        for name, day in (("Ida", 2), ("Bo", None))
    )
    for member in (with_mail, without):
        rows.promise_at_meeting(sit(member, forum), f"Ring, {member.user.name}", 2)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        chase_all(today=rows.day(0), site=SITE)
    assert [letter.to for letter in mail.outbox] == [[without.user.email]]


def test_the_command_sends_and_says_how_many(plan, capsys):
    with time_machine.travel(datetime(2026, 12, 2, 7, 0, tzinfo=COPENHAGEN)):
        make_member(plan)
        for _ in range(2):
            call_command("send_digests", site=f"{SITE}/")
    assert capsys.readouterr().out == "1 mail sendt.\ningen mails sendt.\n"
