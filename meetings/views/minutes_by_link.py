"""Minutes for a member without account: the link in the mail is the only key, to this page alone."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.actions import hash_token
from meetings.approval_actions import still_reads
from meetings.minutes_forms import RemarkForm
from meetings.minutes_page import note_lines, promise_lines, promises_of
from meetings.models import Approval, MinutesState
from meetings.times import meeting_row
from meetings.views.approvals import take_answer


def approval_by(token: str) -> Approval:
    """The row that the link leads to. Raises Http404 when it is unknown, too old or of a seat let go."""
    rows = Approval.objects.select_related(
        "sheet__meeting__forum", "sheet__meeting__plan", "plan", "seat__forum", "contact"
    )
    row = rows.filter(token_hash=hash_token(token), expires_at__gt=timezone.now()).first()
    if row is None or not still_reads(row):
        raise Http404
    return row


def read_context(row: Approval) -> dict:
    """The minutes as the link shows them: nobody's name but those of seats, nothing while they are mended."""
    sheet, meeting = row.sheet, row.sheet.meeting
    now, today = timezone.now(), timezone.localdate()
    is_out = sheet.state != MinutesState.DRAFT and row.round == sheet.round
    shown = note_lines(meeting, sheet, None, now=now, can_write=False, leads=False) if is_out else []
    everybody = promise_lines(promises_of(meeting), None, today) if is_out else []
    return {
        "approval": row, "sheet": sheet, "meeting": meeting, "forum": meeting.forum, "is_out": is_out,
        "row": meeting_row(meeting, today), "lines": shown, "plan_name": meeting.plan.name,
        "promises": [one for one in everybody if not one.promise.item_id],
    }  # fmt: skip


@never_cache
@login_not_required
@require_safe
def read(request, token):
    """The minutes, and room to answer."""
    return _page(request, token, approval_by(token))


def _page(request, token: str, row: Approval, form: RemarkForm | None = None):
    context = read_context(row) | {
        "token": token, "remark_form": form or RemarkForm(initial={"remark": row.remark}),
        "has_errors": form is not None,
    }  # fmt: skip
    return render(request, "meetings/minutes_read.html", context)


@never_cache
@login_not_required
@require_POST
def answer(request, token):
    """A yes, or a remark."""
    row = approval_by(token)
    form = take_answer(request, row)
    if form is not None:
        return _page(request, token, row, form)
    return redirect("minutes_link:read", token)
