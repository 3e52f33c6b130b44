"""For whom a member may post, answer and book: the team for all, a partner for one's own organisation."""

from django.db import transaction
from django.db.models import QuerySet

from accounts.access import Permission, may
from accounts.audit import record
from accounts.models import Membership, User
from actors.models import Actor, Representation


def speaks_for(membership: Membership) -> QuerySet[Actor]:
    """The active actors of the plan that the member may act for: all, their own alone, or none."""
    active = membership.plan.actors.active()
    if may(membership, Permission.EXCHANGE_EDIT):
        return active
    if not may(membership, Permission.EXCHANGE_POST):
        return active.none()
    return active.filter(representations__membership=membership)


def own_actor(membership: Membership) -> Actor | None:
    """The one organisation that a partner speaks for, if the leader has said which. One query."""
    return speaks_for(membership).first() if membership.role == "partner" else None


@transaction.atomic
def set_representation(*, membership: Membership, actor: Actor | None, by: User) -> None:
    """Say whom the member speaks for; None takes it away. Harmless when repeated."""
    there = Representation.objects.select_for_update().filter(membership=membership).first()
    if actor is None:
        if there:
            record(plan=membership.plan, by=by, verb="remove", obj=there)
            there.delete()
        return
    if there and there.actor_id == actor.pk:
        return
    row, _ = Representation.objects.update_or_create(
        membership=membership, defaults={"plan": membership.plan, "actor": actor}
    )
    record(plan=membership.plan, by=by, verb="change", obj=row, fields=["actor"])
