"""Many book the same hall at the same moment: one gets it, the others are told when it is free."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests import factories
from tests.cast import client_of
from tests.robustness.invariants import violations
from tests.robustness.test_concurrency import at_once, post, statuses

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 3
DAY = str(date.today() + timedelta(days=30))


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_of_eight_who_book_the_same_hall_at_once_one_gets_it(round_):
    """Their hours are the same or overlap; two that touch each other in the morning both get theirs."""
    plan, user = factories.make_plan("Solbakken", slug="solbakken"), factories.make_user("Lis")
    factories.make_membership(plan, user, role="leader")
    hall = factories.make_place(factories.make_actor(plan, "Medborgerhuset"), "Festsalen")
    path = reverse("exchange:booking_create", args=[plan.slug])

    def books(begins: str, ends: str):
        sent = {
            "facilities": [hall.pk], "day": DAY, "begins": begins, "ends": ends, "title": "Korprøve",
            "actor": hall.owner_id, "every": "0", "submission": uuid.uuid4(),
        }  # fmt: skip
        return post(client_of(user), path, sent)

    evening = [books(f"{begin}:00", f"{begin + 2}:30") for begin in (16, 16, 17, 15) * 2]
    morning = [books("08:00", "10:00"), books("10:00", "12:00")]
    answers = at_once(*evening, *morning)
    assert statuses(answers[:8]) == [302] + 7 * [409]
    assert statuses(answers[8:]) == [302, 302]
    assert all("Festsalen er taget kl." in text for status, _, text in answers if status == 409)
    assert hall.holds.count() == plan.bookings.count() == 3
    assert violations() == []
