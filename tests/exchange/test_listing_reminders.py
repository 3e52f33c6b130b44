"""The mail before a listing runs out: to whom, once, and again before a new end."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.core.management import call_command

from actors.representing import set_representation
from exchange.listing_actions import renew_listing, withdraw_listing
from exchange.listing_reminders import remind_all
from tests import factories

TODAY = date(2026, 11, 30)
SITE = "https://paabanen.example"


@pytest.fixture
def listing(plan, rosen, alma):
    """A wish of Rosen's, written by Alma, that ends on Friday."""
    factories.make_membership(plan, alma, role="staff")
    return factories.make_listing(rosen, "Lokale torsdag", ends_on=TODAY + timedelta(days=4), created_by=alma)


@pytest.fixture
def remind(django_capture_on_commit_callbacks):
    def run(today=TODAY):
        with django_capture_on_commit_callbacks(execute=True):
            return remind_all(today=today, site=SITE)

    return run


def told() -> list[str]:
    return [one.to[0] for one in mail.outbox]


def test_whoever_wrote_it_is_told_in_time_with_the_way_to_renew(listing, remind, plan):
    assert remind() == 1
    [sent] = mail.outbox
    assert (sent.to, sent.subject) == (["alma@solbakken.example"], "»Lokale torsdag« udløber 4. december")
    assert f"{SITE}/solbakken/ressourceboers/{listing.pk}/" in sent.body
    assert "Gælder det stadig, så tryk »Forny«" in sent.body


def test_those_who_speak_for_the_organisation_come_first(listing, remind, plan, rosen, alma):
    for name in ("Ib", "Pia"):
        user = factories.make_user(name, email=f"{name.lower()}@rosen.example")
        member = factories.make_membership(plan, user, role="partner")
        set_representation(membership=member, actor=rosen, by=alma)
    assert remind() == 2
    assert told() == ["ib@rosen.example", "pia@rosen.example"]


def test_once_for_each_end(listing, remind, alma):
    assert [remind(), remind(), remind(TODAY + timedelta(days=1))] == [1, 0, 0]
    until = renew_listing(listing=listing, by=alma, today=TODAY + timedelta(days=1))
    assert remind(until - timedelta(days=30)) == 0
    assert remind(until - timedelta(days=3)) == 1
    assert len(mail.outbox) == 2


def test_what_is_taken_down_over_or_far_off_is_left_alone(listing, remind, plan, rosen, alma):
    withdraw_listing(listing=listing, by=alma, now=datetime(2026, 11, 29, tzinfo=UTC))
    factories.make_listing(rosen, "Sluttede i går", ends_on=TODAY - timedelta(days=1), created_by=alma)
    factories.make_listing(rosen, "Om en måned", ends_on=TODAY + timedelta(days=30), created_by=alma)
    assert remind() == 0
    assert told() == []


def test_somebody_who_has_left_is_not_written_to(listing, remind, plan, alma):
    plan.memberships.get(user=alma).delete()
    assert remind() == 0
    assert told() == []


def test_the_command_of_the_daily_timer_says_how_many(listing, capsys, plan):
    listing.ends_on = date.today() + timedelta(days=3)
    listing.save()
    call_command("remind_listings", site=SITE)
    assert "1 mail sendt." in capsys.readouterr().out
