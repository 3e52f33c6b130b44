"""What the tests of bookings share: addresses, what a form sends, and a browser of a colleague."""

from django.urls import reverse

from actors.representing import set_representation
from tests import factories
from tests.cast import client_of

THURSDAY = "2026-12-03"
TODAY = "2026-11-30 09:00 +01:00"


def address(plan, name, *args):
    return reverse(f"exchange:{name}", args=[plan.slug, *args])


def form(place, borrower, **more):
    return {
        "facilities": [place.pk], "day": THURSDAY, "begins": "16:00", "ends": "18:00",
        "title": "Fællesspisning", "actor": borrower.pk, "every": "0",
    } | more  # fmt: skip


def partner_of(actor, name="Pia Partner"):
    """A partner who speaks for the organisation: (user, browser)."""
    user = factories.make_user(name)
    membership = factories.make_membership(actor.plan, user, role="partner")
    set_representation(membership=membership, actor=actor, by=user)
    return user, client_of(user)
