"""One mail a week to each who promised something at a meeting."""

from datetime import date

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from actors.follow_up_actions import keep_follow_up
from meetings.digests import chase_all
from meetings.minutes_actions import promise
from tests import factories

pytestmark = pytest.mark.django_db
MONDAY, SUNDAY, NEXT = date(2026, 11, 30), date(2026, 12, 6), date(2026, 12, 7)
YES = {"consent_state": "given", "consent_scope": "team", "consent_until": date(2027, 11, 30)}


@pytest.fixture
def chase(django_capture_on_commit_callbacks):
    """Run the week's mail and give back what was sent."""

    def run(day=MONDAY):
        before = len(mail.outbox)
        with django_capture_on_commit_callbacks(execute=True):
            chase_all(today=day, site="https://banen.example")
        return mail.outbox[before:]

    return run


@pytest.fixture
def promised(plan, alma, east):
    """A function that lets Alma, or another seat, promise something at the latest meeting."""
    member = factories.make_membership(plan, alma)
    own = factories.make_forum_seat(east, "Helhedsplanen", membership=member)
    meeting = factories.make_meeting(east, day=date(2026, 11, 20))

    def make(what, due=date(2026, 12, 3), seat=own):
        return promise(meeting=meeting, item=None, seat=seat, by=alma, what=what, due=due)

    return make


def test_one_mail_holds_all_that_one_promised(promised, chase):
    promised("Ring til vejafdelingen")
    promised("Bestil kaffe", due=date(2026, 11, 27))
    (letter,) = chase()
    assert letter.to == ["alma@solbakken.example"]
    assert letter.subject == "Du har to aftaler fra møder, én over tid"
    assert "Ring til vejafdelingen\nSenest 3. december, aftalt i Følgegruppe Østhøj" in letter.body
    assert "Bestil kaffe\nSenest 27. november (over tid)" in letter.body
    assert "https://banen.example/solbakken/fora/moeder/" in letter.body


def test_the_same_week_writes_once_and_the_next_again(promised, chase):
    promised("Ring til vejafdelingen")
    assert [len(chase(day)) for day in (MONDAY, SUNDAY, NEXT)] == [1, 0, 1]


def test_what_is_kept_or_far_away_is_not_chased(alma, promised, chase):
    keep_follow_up(follow_up=promised("Ring").follow_up, by=alma, now=timezone.now())
    promised("Skriv til foråret", due=date(2027, 3, 1))
    assert chase() == []


def test_nobody_reads_what_others_promised(plan, east, promised, chase):
    promised("Ring til vejafdelingen")
    partner = factories.make_membership(
        plan, factories.make_user("Pia Partner", email="pia@klub.example"), role="partner"
    )
    promised("Spørg klubben", seat=factories.make_forum_seat(east, "Klubben", membership=partner))
    letters = {letter.to[0]: letter.body for letter in chase()}
    assert "Spørg klubben" not in letters["alma@solbakken.example"]
    assert "vejafdelingen" not in letters["pia@klub.example"]


def test_one_in_two_plans_gets_one_mail(alma, promised, chase):
    promised("Ring til vejafdelingen")
    other = factories.make_plan("Lyngvej", slug="lyngvej")
    forum = factories.make_forum(other, "Husrådet")
    seat = factories.make_forum_seat(forum, membership=factories.make_membership(other, alma))
    promise(
        meeting=factories.make_meeting(forum), item=None, seat=seat, by=alma, what="Køb pærer",
        due=date(2026, 12, 4),
    )  # fmt: skip
    (letter,) = chase()
    assert "Ring til vejafdelingen" in letter.body
    assert "Køb pærer" in letter.body


def test_a_contact_is_written_to_within_the_consent_alone(plan, east, promised, chase):
    school = factories.make_actor(plan, "Bakkeskolen")
    lone = factories.make_contact(school, "Lone Riis", email="lone@skolen.example", **YES)
    silent = factories.make_contact(school, "Per Bo", email="per@skolen.example")
    for contact in (lone, silent):
        promised(
            f"Spørg hos {contact.role}",
            seat=factories.make_forum_seat(east, "Skolen", contact=contact, actor=school),
        )
    (letter,) = chase()
    assert letter.to == ["lone@skolen.example"]
    assert "https://" not in letter.body
    assert chase() == []


def test_the_command_says_how_many(promised, capsys):
    promised("Ring til vejafdelingen", due=timezone.localdate())
    call_command("chase_promises", site="https://banen.example/")
    call_command("chase_promises", site="https://banen.example/")
    assert capsys.readouterr().out == "1 mail sendt.\ningen mails sendt.\n"
