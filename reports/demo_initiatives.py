"""Writes the initiatives of the demo plan Solbakken: partners, talks, stories and agreements, as if typed."""

import uuid
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from accounts.models import Plan, User
from mapping import initiative_actions as actions
from mapping.demo_initiatives import INITIATIVES, DemoInitiative, DemoPartner, DemoReview
from mapping.initiative_page import sheet_of
from mapping.models import AreaGains, Initiative, JointAgreement, Review, Story
from mapping.review_actions import hold_review
from mapping.review_rules import UNSAID, Said
from reports.demo_places import actor_named


def write_initiatives(plan: Plan, leader: User, today: date) -> None:
    """Five initiatives, one in each phase."""
    relation = plan.memberships.filter(role="staff").order_by("user__email").first().user
    for demo in INITIATIVES:
        _write(plan, leader, demo, relation, today)


def _write(plan: Plan, leader: User, demo: DemoInitiative, relation: User, today: date) -> None:
    initiative = actions.create_initiative(
        plan=plan, by=leader, values=_values(plan, demo, relation, today), submission=uuid.uuid4()
    )
    for partner in demo.partners:
        _join(initiative, leader, partner)
    for review in demo.reviews:
        _talk(initiative, leader, review, today)
    _tell(initiative, leader, demo)


def _values(plan: Plan, demo: DemoInitiative, relation: User, today: date) -> dict:
    return {
        "name": demo.name, "purpose": demo.purpose, "signs": demo.signs, "phase": demo.phase,
        "belonging": demo.belonging, "relation": relation,
        "focus_area": plan.focusareas.filter(name__contains=demo.theme).first() if demo.theme else None,
        "target_groups": list(plan.targetgroups.filter(name__in=demo.groups)),
        "areas": list(plan.areas.filter(name__in=demo.areas)),
        "coordinator": actor_named(plan, demo.partners[0].actor),
        "next_step": demo.next_step, "next_on": _in_days(today, demo.next_in or None),
        "since": None if demo.began is None else today - timedelta(days=demo.began),
        "until": _in_days(today, demo.ends_in),
    }  # fmt: skip


def _in_days(today: date, days: int | None) -> date | None:
    return None if days is None else today + timedelta(days=days)


def _join(initiative: Initiative, leader: User, demo: DemoPartner) -> None:
    actor = actor_named(initiative.plan, demo.actor)
    partner = actions.add_partner(initiative=initiative, by=leader, actor=actor)
    words = ("role", "contribution", "gain")
    parts = {phase: dict(zip(words, said, strict=True)) for phase, said in demo.parts.items()}
    actions.change_parts(partner=partner, by=leader, parts=parts, version=partner.version)


def _talk(initiative: Initiative, leader: User, demo: DemoReview, today: date) -> None:
    held_on = today - timedelta(days=demo.days_ago)
    keys = demo.levels.keys() | demo.notes.keys()
    answers = {key: Said(demo.levels.get(key), demo.notes.get(key, "")) for key in sorted(keys)}
    review = hold_review(
        initiative=initiative, by=leader, kind=demo.kind, held_on=held_on, present=demo.present,
        answers={key: said for key, said in answers.items() if said != UNSAID}, submission=uuid.uuid4(),
    )  # fmt: skip
    # It was written down that day.
    noon = timezone.make_aware(datetime.combine(held_on, time(12)))
    Review.objects.filter(pk=review.pk).update(created_at=noon)


def _tell(initiative: Initiative, leader: User, demo: DemoInitiative) -> None:
    gains = None
    if demo.gains is not None:
        gains = dict.fromkeys(demo.gains, True) | {f"{key}_words": said for key, said in demo.gains.items()}
    for kind, values in ((Story, demo.story), (AreaGains, gains), (JointAgreement, demo.agreement)):
        if values is not None:
            sheet = sheet_of(initiative, kind)
            actions.write_sheet(sheet=sheet, by=leader, values=values, changed=values, version=0)
