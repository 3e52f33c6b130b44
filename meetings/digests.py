"""One mail a week to each who promised something at a meeting. Run by the clock of the machine.

Who has a login gets one mail for all plans; a contact, whose address belongs to its plan, gets one from it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse

from accounts.models import User
from actors.models import Contact
from config.danish import long_date, number_word
from config.mailing import mail_when_kept
from meetings.approval_actions import contact_mailbox
from meetings.models import DigestMark, MeetingPromise

# Somebody is written to when something is due within so many days, or is late.
SOON = timedelta(days=7)
WITHOUT_DIGEST = {"follow_up__responsible__digest_day": None}


@dataclass(frozen=True)
class Chased:
    """One promise in the mail; `link` is "" for who cannot log in."""

    what: str
    due: str
    late: bool
    forum: str
    link: str


def chase_all(*, today: date, site: str) -> int:
    """Write to all who owe something soon; how many mails. Run twice in a week it writes once.

    `site` is the address of the app, without a slash at the end. Who has asked for the week's mail of
    all that waits (reports.digests) finds the promises there, and gets none of these.
    """
    waiting = _waiting().filter(follow_up__due__lte=today + SOON)
    users = waiting.filter(follow_up__responsible__user__is_active=True, **WITHOUT_DIGEST)
    sent = 0
    for pk in sorted(set(users.values_list("follow_up__responsible__user", flat=True))):
        sent += _chase_user(pk, today, site)
    contacts = waiting.filter(follow_up__responsible=None, seat__contact__isnull=False)
    for pk in sorted(set(contacts.values_list("seat__contact", flat=True))):
        sent += _chase_contact(pk, today)
    return sent


def _waiting():
    """Promises made at meetings that are not kept, with what a mail says of them."""
    rows = MeetingPromise.objects.filter(
        follow_up__done_at__isnull=True, follow_up__deleted_at__isnull=True
    ).exclude(follow_up__actor__archived_at__isnull=False)
    with_facts = rows.select_related("follow_up__responsible", "meeting__forum", "plan")
    return with_facts.order_by("follow_up__due", "follow_up__created_at", "pk")


@transaction.atomic
def _chase_user(pk: int, today: date, site: str) -> int:
    """One mail with what the user promised in all plans."""
    user = User.objects.select_for_update(no_key=True).get(pk=pk)
    week = monday(today)
    if DigestMark.objects.filter(membership__user=user, week=week).exists():
        return 0
    rows = list(_waiting().filter(follow_up__responsible__user=user, **WITHOUT_DIGEST))
    members = {row.follow_up.responsible_id: row.follow_up.responsible for row in rows}
    for member in members.values():
        DigestMark.objects.create(plan_id=member.plan_id, membership=member, week=week)
    _mail(user.email, user.first_name, rows, today, site)
    return 1


@transaction.atomic
def _chase_contact(pk, today: date) -> int:
    """The same to a contact, without links; 0 when there is no mail that we may use."""
    contact = Contact.objects.select_for_update(no_key=True).get(pk=pk)
    week, address = monday(today), contact_mailbox(contact, today)
    if not address or contact.digest_marks.filter(week=week).exists():
        return 0
    DigestMark.objects.create(plan_id=contact.plan_id, contact=contact, week=week)
    rows = list(_waiting().filter(follow_up__responsible=None, seat__contact=contact))
    _mail(address, "", rows, today, "")
    return 1


def _mail(to: str, name: str, rows: list[MeetingPromise], today: date, site: str) -> None:
    late = sum(row.follow_up.due < today for row in rows)
    things = "én aftale" if len(rows) == 1 else f"{number_word(len(rows))} aftaler"
    subject = f"Du har {things} fra møder" + (f", {number_word(late)} over tid" if late else "")
    plans = dict.fromkeys(row.plan.name for row in rows)
    context = {
        "name": name, "promises": [_chased(row, today, site) for row in rows], "has_links": bool(site),
        "from": " og ".join(plans),
    }  # fmt: skip
    mail_when_kept(to=to, subject=subject, template="meetings/mail_digest.txt", context=context)


def _chased(row: MeetingPromise, today: date, site: str) -> Chased:
    promise = row.follow_up
    path = reverse("minutes:minutes", args=[row.plan.slug, row.meeting_id])
    return Chased(
        promise.what, long_date(promise.due, today), promise.due < today, row.meeting.forum.name,
        f"{site}{path}" if site else "",
    )  # fmt: skip


def monday(today: date) -> date:
    """The week's first day."""
    return today - timedelta(days=today.weekday())


def forget_old_marks(today: date) -> int:
    """Delete marks that no mail needs any more; how many."""
    return DigestMark.objects.filter(week__lt=monday(today) - timedelta(days=28)).delete()[0]
