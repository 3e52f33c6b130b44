"""Writes that span rows: plans, members, invitations, support. All atomic, all in the log."""

import hashlib
import secrets
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Model

from accounts.access import INVITED_ROLES
from accounts.audit import record
from accounts.method import FOCUS_PRESETS, TARGET_GROUPS
from accounts.models import FocusArea, Invitation, Membership, Plan, TargetGroup, User

INVITATION_DAYS = 14
SUPPORT_DAYS_AT_MOST = 7


class AccountsProblem(Exception):
    """A rule says no; the text is a plain Danish sentence for the member."""


# First words of addresses that are no plan's (config/urls.py, accounts/urls.py, settings).
RESERVED_SLUGS = frozenset(
    {
        "aabent",
        "arrangement",
        "healthz",
        "invitation",
        "kalender",
        "komponenter",
        "konto",
        "moede",
        "profil",
        "referat",
        "spil",
        "static",
        "svar",
    }
)


@transaction.atomic
def create_plan(*, name: str, slug: str, leader: User, by: User | None = None, **fields) -> Plan:
    """A new plan with its leader, the usual target groups and the newest focus areas.

    Raises AccountsProblem when the address is taken by the house itself.
    """
    if slug in RESERVED_SLUGS:
        raise AccountsProblem(f"Adressen »{slug}« bruger vi selv. Vælg en anden.")
    plan = Plan.objects.create(name=name, slug=slug, **fields)
    Membership.objects.create(plan=plan, user=leader, role="leader")
    for position, group in enumerate(TARGET_GROUPS):
        TargetGroup.objects.create(plan=plan, name=group, position=position)
    add_focus_preset(plan=plan, by=by, preset_key=FOCUS_PRESETS[0].key)
    record(plan=plan, by=by, verb="create", obj=plan)
    return plan


@transaction.atomic
def add_focus_preset(*, plan: Plan, by: User | None, preset_key: str) -> list[FocusArea]:
    """Add the preset's focus areas that the plan lacks. Raises AccountsProblem for an unknown key."""
    preset = next((preset for preset in FOCUS_PRESETS if preset.key == preset_key), None)
    if preset is None:
        raise AccountsProblem("Det sæt indsatsområder findes ikke.")
    # One at a time, so that a button pressed twice adds each once.
    Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    there = {area.name.lower() for area in plan.focusareas.all()}
    lacking = [name for name in preset.focus_areas if name.lower() not in there]
    added = [
        FocusArea.objects.create(plan=plan, name=name, position=len(there) + place)
        for place, name in enumerate(lacking)
    ]
    for area in added:
        record(plan=plan, by=by, verb="create", obj=area)
    return added


def add_term(*, plan: Plan, terms, by: User, name: str) -> Model:
    """A new word at the end of `terms`, a list of the plan. Raises AccountsProblem if it has the name."""
    last = terms.order_by("-position").values_list("position", flat=True).first()
    position = 0 if last is None else min(last + 1, 32_000)
    with _unless_taken(name):
        term = terms.create(plan=plan, name=name, position=position)
        record(plan=plan, by=by, verb="create", obj=term)
    return term


def rename_term(*, term: Model, by: User, name: str) -> None:
    """Another name for a word. Raises AccountsProblem when another word of the list has it."""
    with _unless_taken(name):
        term.name = name
        term.save(update_fields=["name"])
        record(plan=term.plan, by=by, verb="change", obj=term, fields=["name"])


@contextmanager
def _unless_taken(name: str):
    """All or nothing; the database has the last word on names, also when two write the same at once."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise AccountsProblem(f"»{name}« findes allerede") from error


@transaction.atomic
def move_term(*, plan: Plan, terms, by: User, pk: UUID, places: int) -> bool:
    """Move a word up (-1) or down (1) in its list; at the end nothing happens. False for a word not in it."""
    ordered = list(terms.select_for_update())
    place = next((i for i, term in enumerate(ordered) if term.pk == pk), None)
    if place is None:
        return False
    other = place + places
    if 0 <= other < len(ordered):
        ordered[place], ordered[other] = ordered[other], ordered[place]
        for position, term in enumerate(ordered):
            term.position = position
        terms.bulk_update(ordered, ["position"])
        record(plan=plan, by=by, verb="move", obj=ordered[other], fields=["position"])
    return True


@transaction.atomic
def restore_term(*, plan: Plan, terms, by: User, kept: dict) -> None:
    """Undo of a deletion, from the columns that were `kept`; harmless when repeated."""
    # One at a time, so that a button pressed twice brings back one.
    Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    name = kept["name"].lower()
    if not any(term.name.lower() == name or str(term.pk) == kept["id"] for term in terms.all()):
        term = terms.create(plan=plan, **kept)
        record(plan=plan, by=by, verb="restore", obj=term)


def hash_token(token: str) -> str:
    """What is stored of an invitation's token."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invite(*, plan: Plan, by: User, email: str, role: str, now: datetime) -> tuple[Invitation, str]:
    """An invitation and its token, which is kept nowhere else. Older ones to the same address end.

    Raises AccountsProblem when the person is a member already or the role cannot be invited.
    """
    email = email.strip().lower()
    if role not in dict(INVITED_ROLES):
        raise AccountsProblem("Vælg en rolle.")
    if plan.memberships.filter(user__email__iexact=email).exists():
        raise AccountsProblem(f"{email} er allerede med i {plan}.")
    plan.invitations.filter(email=email, accepted_at=None, withdrawn_at=None).update(withdrawn_at=now)
    token = secrets.token_urlsafe(24)
    invitation = Invitation.objects.create(
        plan=plan,
        email=email,
        role=role,
        token_hash=hash_token(token),
        invited_by=by,
        expires_at=now + timedelta(days=INVITATION_DAYS),
    )
    record(plan=plan, by=by, verb="invite", obj=invitation, fields=["role"])
    return invitation, token


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: User, now: datetime) -> Invitation:
    """The link stops working. Harmless when repeated."""
    if invitation.withdrawn_at is None and invitation.accepted_at is None:
        invitation.withdrawn_at = now
        invitation.save(update_fields=["withdrawn_at"])
        record(plan=invitation.plan, by=by, verb="withdraw", obj=invitation)
    return invitation


@transaction.atomic
def accept_invitation(*, invitation: Invitation, user: User, now: datetime) -> Membership:
    """The user becomes a member. Raises AccountsProblem when the link is used, withdrawn or too old."""
    invitation = Invitation.objects.select_for_update().select_related("plan").get(pk=invitation.pk)
    if not is_open(invitation, now=now):
        raise AccountsProblem("Linket virker ikke længere. Bed om en ny invitation.")
    try:
        with transaction.atomic():
            membership, _ = Membership.objects.get_or_create(
                plan=invitation.plan, user=user, defaults={"role": invitation.role}
            )
    except IntegrityError:
        membership = Membership.objects.get(plan=invitation.plan, user=user)
    invitation.accepted_at = now
    invitation.save(update_fields=["accepted_at"])
    record(plan=invitation.plan, by=user, verb="accept", obj=invitation)
    return membership


def is_open(invitation: Invitation, *, now: datetime) -> bool:
    """True while the link can still be used."""
    return not invitation.accepted_at and not invitation.withdrawn_at and invitation.expires_at > now


@transaction.atomic
def change_role(*, membership: Membership, role: str, by: User) -> Membership:
    """Give another role. Raises AccountsProblem if the plan would be without a leader."""
    if role not in dict(INVITED_ROLES) or membership.role == "support":
        raise AccountsProblem("Vælg en rolle.")
    if role != membership.role:
        _keep_a_leader(membership, leaving=role != "leader")
        membership.role = role
        membership.save(update_fields=["role"])
        record(plan=membership.plan, by=by, verb="change", obj=membership, fields=["role"])
    return membership


@transaction.atomic
def remove_member(*, membership: Membership, by: User) -> None:
    """End a membership; it holds from the person's next request.

    Raises AccountsProblem if the plan would be without a leader.
    """
    _keep_a_leader(membership, leaving=True)
    record(plan=membership.plan, by=by, verb="remove", obj=membership)
    membership.delete()


def _keep_a_leader(membership: Membership, *, leaving: bool) -> None:
    """Raise AccountsProblem if this is the last leader and leaves the role.

    The leaders' rows are locked, so that two who leave at once cannot both be let go.
    """
    leaders = membership.plan.memberships.select_for_update().filter(role="leader")
    others = [leader.pk for leader in leaders if leader.pk != membership.pk]
    if leaving and membership.role == "leader" and not others:
        raise AccountsProblem("Planen skal have mindst én leder. Gør en anden til leder først.")


@transaction.atomic
def grant_support(*, plan: Plan, by: User, email: str, days: int, now: datetime) -> Membership:
    """Let a person of the platform's support look for `days` days (1–7).

    Raises AccountsProblem when the address is not support's or the person is a member.
    """
    helper = User.objects.filter(email__iexact=email.strip(), is_support=True, is_active=True).first()
    if helper is None:
        raise AccountsProblem("Adressen hører ikke til en supportmedarbejder.")
    if not 1 <= days <= SUPPORT_DAYS_AT_MOST:
        raise AccountsProblem(f"Vælg mellem 1 og {SUPPORT_DAYS_AT_MOST} dage.")
    # One at a time, so that two who let support in at once make one membership.
    Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    current = plan.memberships.filter(user=helper).first()
    if current and current.role != "support":
        raise AccountsProblem(f"{helper} er allerede med i {plan}.")
    membership = current or Membership(plan=plan, user=helper, role="support")
    membership.ends_at = now + timedelta(days=days)
    membership.save()
    record(plan=plan, by=by, verb="grant_support", obj=membership, fields=["ends_at"])
    return membership
