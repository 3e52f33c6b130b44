"""What something new may resemble: initiatives and activities as `mapping.likeness` takes them."""

from collections.abc import Iterable, Iterator

from accounts.models import Plan
from mapping.likeness import Alike, Offer, alike
from mapping.models import Activity, Initiative

# The newest of them; who looks through more would not read on.
INITIATIVES_AT_MOST, ACTIVITIES_AT_MOST = 300, 500


def offers_of(plan: Plan) -> list[Offer]:
    """All initiatives that are on, and the activities that stand by themselves. Five queries."""
    return [*_initiatives(plan), *_activities(plan)]


def _initiatives(plan: Plan) -> Iterator[Offer]:
    there = plan.initiatives.filter(archived_at=None).prefetch_related("target_groups", "areas")
    for one in there.order_by("-created_at", "pk")[:INITIATIVES_AT_MOST]:
        yield offer_of_initiative(one)


def _activities(plan: Plan) -> Iterator[Offer]:
    """An activity of an initiative is told of by its initiative."""
    there = plan.activitys.standing().filter(initiative=None).select_related("area")
    for one in there.prefetch_related("target_groups").order_by("-created_at", "pk")[:ACTIVITIES_AT_MOST]:
        yield offer_of_activity(one)


def offer_of_initiative(one: Initiative) -> Offer:
    """An initiative with its words, groups and areas."""
    return Offer(
        f"initiative {one.pk}",
        one.name,
        one.purpose,
        _names(one.target_groups.all()),
        _names(one.areas.all()),
    )


def offer_of_activity(one: Activity) -> Offer:
    """The same of an activity."""
    areas = frozenset({one.area.name}) if one.area else frozenset()
    return Offer(f"activity {one.pk}", one.title, one.text, _names(one.target_groups.all()), areas)


def _names(rows: Iterable) -> frozenset[str]:
    return frozenset(row.name for row in rows)


def alike_to_initiative(one: Initiative) -> list[Alike]:
    """What an initiative resembles; for the notice after it was saved."""
    own = {f"activity {pk}" for pk in one.activities.values_list("pk", flat=True)}
    return alike(offer_of_initiative(one), [offer for offer in offers_of(one.plan) if offer.key not in own])


def alike_to_activity(one: Activity) -> list[Alike]:
    """What an activity resembles, but not its initiative, nor what its organiser does besides."""
    own = {f"initiative {one.initiative_id}"}
    same = one.plan.activitys.filter(actor=one.actor_id).values_list("pk", flat=True)
    own |= {f"activity {pk}" for pk in same}
    return alike(offer_of_activity(one), [offer for offer in offers_of(one.plan) if offer.key not in own])
