"""What one who comes to look sees: the latest minutes, and the plan in four figures."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from accounts.models import Plan
from config.danish import long_date

MINUTES = 4


@dataclass(frozen=True, slots=True)
class MinutesLine:
    """Minutes that went out: of which forum and day, and how far they are."""

    forum: str
    about: str
    url: str


def latest_minutes(plan: Plan, today: date) -> list[MinutesLine]:
    """The newest by the day of the meeting. One query."""
    rows = plan.minutessheets.exclude(state="draft").order_by("-meeting__begins_at", "pk")
    found = rows.values_list("meeting_id", "meeting__forum__name", "meeting__begins_at", "state")[:MINUTES]
    return [_line(plan.slug, today, *row) for row in found]


def _line(slug: str, today: date, meeting, forum: str, begins: datetime, state: str) -> MinutesLine:
    day = long_date(timezone.localdate(begins), today)
    told = "godkendt" if state == "approved" else "sendt til godkendelse"
    return MinutesLine(forum, f"{day} · {told}", reverse("minutes:minutes", args=[slug, meeting]))


def figures(plan: Plan, now: datetime) -> list[tuple[str, int]]:
    """(what, how many), in the order of the page. Four queries."""
    today = timezone.localdate(now)
    held = plan.meetings.held(now).filter(begins_at__year=today.year)
    return [
        ("Aktører", plan.actors.active().count()),
        ("Samarbejder", plan.collaborations.ongoing(today).count()),
        ("Fora", plan.forums.standing().count()),
        (f"Møder i {today.year}", held.order_by().count()),
    ]
