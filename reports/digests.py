"""The week's mail to each member who has asked for it. Run once a day by the clock of the machine."""

from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.access import ROLES, Permission
from accounts.digest_days import is_due, monday_of
from accounts.digest_links import stop_address
from accounts.models import Membership
from actors.care_queries import cared_for
from config.mailing import mail_when_kept
from reports.coming_queries import coming_for
from reports.digest_text import A_WEEK, Digest, digest_of
from reports.news_queries import news_for
from reports.overview import waiting_on
from reports.viewpoint import viewpoint_of

# Who has an Overblik to be told of.
READERS = [key for key, role in ROLES.items() if Permission.OVERVIEW_VIEW in role.permissions]


def send_all(*, now: datetime, site: str) -> int:
    """Write to all whose day it is; how many mails. Run twice in a week it writes once.

    `site` is the address of the app, without a slash at the end.
    """
    today = timezone.localdate(now)
    rows = Membership.objects.filter(digest_day__isnull=False, role__in=READERS, user__is_active=True)
    due = rows.filter(Q(ends_at=None) | Q(ends_at__gt=now)).select_related("user", "plan")
    return sum(
        send_one(member, now, site)
        for member in due.order_by("pk")
        if is_due(member.digest_day, member.digest_week, today)
    )


def send_one(member: Membership, now: datetime, site: str) -> bool:
    """One mail, if nobody has sent it meanwhile; a week in which there is nothing to tell has none.

    What it says is read first, so that the write is short.
    """
    digest, week = digest_for(member, now), monday_of(timezone.localdate(now))
    if not _mark(member, week) or not digest:
        return False
    overview = site + reverse("reports:overview", args=[member.plan.slug])
    stop = site + stop_address(member)
    mail_when_kept(
        to=member.user.email, subject=f"{digest.subject} · {member.plan.name}",
        template="reports/mail_digest.txt", stop_url=stop,
        context={
            "name": member.user.first_name, "plan": member.plan.name, "digest": digest,
            "overview": overview, "stop": stop, "profile": site + reverse("accounts:profile"),
        },
    )  # fmt: skip
    return True


def _mark(member: Membership, week: date) -> bool:
    """Say that the week's mail is sent; False if it was, or the member has said no or left meanwhile."""
    still = Membership.objects.filter(pk=member.pk, digest_day__isnull=False).exclude(digest_week=week)
    return bool(still.update(digest_week=week))


def digest_for(member: Membership, now: datetime) -> Digest:
    """What the member is told: what waits, what is next, and what is new in the last week."""
    view = viewpoint_of(member, now)
    cared = cared_for(view.plan, view.today) if view.is_team else []
    since = max(now - A_WEEK, member.created_at)
    return digest_of(waiting_on(view, cared), coming_for(view), news_for(view, since), view.today)
