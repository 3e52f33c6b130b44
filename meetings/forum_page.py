"""What the pages of one forum share, and what its first page shows."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from accounts.access import Permission, require
from meetings.forum_rows import Traffic, coordinators_of, traffic_of
from meetings.health_page import sees_health
from meetings.models import Forum
from meetings.referral_rows import referral_rows
from meetings.rights import Rights, refuse_onlookers, rights_of
from meetings.times import meeting_row

COMING, HELD = 5, 5


@dataclass(frozen=True)
class Frame:
    """A forum, and what the member may do there."""

    forum: Forum
    rights: Rights
    now: datetime
    today: date

    @property
    def inside(self) -> bool:
        """Whether agendas and what is sent may be seen."""
        return self.rights.inside(self.forum.pk)

    @property
    def leads(self) -> bool:
        """Whether the member may act for it now."""
        return self.rights.may_lead(self.forum.pk) and self.forum.ended_at is None


def forum_frame(request, pk) -> Frame:
    """The forum of the plan, for those who may see that it is there. Raises Http404."""
    require(request.membership, Permission.FORUM_VIEW)
    rows = request.plan.forums.select_related("area", "theme", "parent", "plan")
    today = timezone.localdate()
    return Frame(get_object_or_404(rows, pk=pk), rights_of(request.membership, today), timezone.now(), today)


def shared_context(request, frame: Frame, tab: str) -> dict:
    """The head and the tabs of each of the forum's pages."""
    forum, slug = frame.forum, request.plan.slug
    names = [("forum", "Møder og punkter"), ("seats", "Medlemmer"), ("charter", "Kommissorium")]
    if frame.inside:
        names.append(("traffic", "Sendt og modtaget"))
    tabs = [
        {"key": key, "name": name, "url": reverse(f"meetings:{key}", args=[slug, forum.pk])}
        for key, name in names
    ]
    return {
        "place": "forums", "forum": forum, "tabs": tabs, "tab": tab, "inside": frame.inside,
        "can_edit": frame.rights.edits and forum.ended_at is None, "leads": frame.leads,
        "today": frame.today, "may_restore": frame.rights.edits,
    }  # fmt: skip


def with_referrals(items):
    """Items with who is responsible and the forums that they came from or went to; one query."""
    return items.select_related("responsible", "referral__sender", "referral__at_forum")


def led_frame(request, pk) -> Frame:
    """The forum, for those who may act for it.

    Raises PermissionDenied for members who act for none, Http404 for others' forums and ended ones.
    """
    refuse_onlookers(request.membership)
    frame = forum_frame(request, pk)
    if not frame.inside or frame.forum.ended_at:
        raise Http404
    frame.rights.require_lead(frame.forum.pk)
    return frame


def forum_context(request, frame: Frame) -> dict:
    """Its meetings, what waits for one, and what is owed."""
    forum, now, today = frame.forum, frame.now, frame.today
    context = shared_context(request, frame, "forum")
    context["coordinator"] = coordinators_of([forum.pk], request.membership, today).get(forum.pk)
    if not frame.inside:
        return context
    coming, held = list(forum.meetings.coming(now)[:COMING]), list(forum.meetings.held(now)[:HELD])
    owed = request.plan.referrals.owed().filter(at_forum=forum)
    back = request.plan.referrals.filter(sender=forum, state="returned")
    waiting = (owed | back).with_forums().order_by("due", "since", "id")
    return context | {
        "polls": list(forum.polls.filter(closed_at=None)),
        "sees_health": sees_health(request.membership, context["coordinator"]),
        "coming": [meeting_row(one, today) for one in coming],
        "held": [meeting_row(one, today) for one in held],
        "backlog": list(with_referrals(forum.items.backlog())),
        "owed": referral_rows(waiting, frame.rights, now=now, today=today),
        "traffic": traffic_of([forum.pk], today).get(forum.pk, Traffic()),
    }  # fmt: skip
