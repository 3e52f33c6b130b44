"""What the tests of the activity calendar share: addresses, what a person sends, two sports offers."""

from datetime import date

from django.urls import reverse

from tests import factories

THURSDAY = "2026-12-03"


def address(plan, name, *args):
    return reverse(f"calendar:{name}", args=[plan.slug, *args])


def sent(actor, **more):
    """An activity as the form sends it."""
    when = {"day": THURSDAY, "begins": "17:00", "ends": "19:00", "every": "0"}
    return {"title": "Fodbold", "actor": actor.pk} | when | more  # fmt: skip


def two_offers(plan, **fields):
    """Football and basketball for the same young people, every Thursday evening of the winter."""
    group, area = plan.targetgroups.get(), plan.areas.get()
    weekly = {"every": 1, "until": date(2027, 2, 25), "groups": [group], "area": area} | fields
    club = factories.make_actor(plan, "Boldklubben", kind="resident")
    school = factories.make_actor(plan, "Ungdomsskolen", kind="municipal")
    return (
        factories.make_activity(club, "Fodbold", **weekly),
        factories.make_activity(school, "Basket", hours=(18, 20), **weekly),
    )
