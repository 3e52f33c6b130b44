"""What forums send each other: one of them with its whole history, sending, and each step after."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from actors.actions import StaleVersion
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from meetings import referral_actions as actions
from meetings.forum_page import forum_frame, led_frame, shared_context
from meetings.models import AgendaItem, Forum, Referral
from meetings.referral_forms import AgainForm, PassOnForm, SendForm, StepForm
from meetings.referral_rows import referral_row, referral_rows, step_lines, with_agenda
from meetings.referral_rules import Act, ReferralProblem, acts_of
from meetings.rights import Rights, refuse_onlookers, rights_of

OVERTAKEN = "Nogen har gjort noget ved punktet imens. Læs, hvor det er nu, før du går videre."
SHOWN_AT_MOST = 200


class ItemForm(forms.Form):
    """The item that is sent, in the address."""

    punkt = forms.UUIDField(required=False)

    def item(self, forum: Forum) -> AgendaItem | None:
        """An item of the forum that it made itself, or None."""
        pk = self.cleaned_data["punkt"] if self.is_valid() else None
        return forum.items.filter(pk=pk, is_answer=False).first() if pk else None


# -- Looking --------------------------------------------------------------------------------------


@require_safe
def traffic(request, pk):
    """What one forum has sent and got: open ones first, those over their day on top."""
    frame = forum_frame(request, pk)
    if not frame.inside:
        raise Http404
    rows = request.plan.referrals.with_forums().order_by("due", "-sent_at", "id")
    given = {"rights": frame.rights, "now": frame.now, "today": frame.today}
    sent = referral_rows(rows.filter(sender=frame.forum)[:SHOWN_AT_MOST], **given)
    got = referral_rows(rows.through([pk]).exclude(sender=frame.forum)[:SHOWN_AT_MOST], **given)
    context = shared_context(request, frame, "traffic") | {
        "parts": [
            ("Sendt", "sent", _open_first(sent), "Forummet har ikke sendt noget endnu."),
            ("Modtaget", "got", _open_first(got), "Ingen har sendt forummet noget endnu."),
        ],
        "late": [row for row in (*sent, *got) if row.late],
    }
    return render(request, "meetings/traffic.html", context)


def _open_first(rows: list) -> list:
    return sorted(rows, key=lambda row: (not row.late, not row.is_open))


@require_safe
def referral(request, pk):
    """One sent item: what is asked, where it is, what was answered, and all that happened to it."""
    return _page(request, *_referral(request, pk))


def _referral(request, pk) -> tuple[Referral, Rights]:
    """A sent item that the member may see. Raises Http404 for all others."""
    require(request.membership, Permission.FORUM_VIEW)
    rights = rights_of(request.membership, timezone.localdate())
    rows = with_agenda(
        rights.referrals().select_related("sender__plan", "at_forum__plan", "plan", "sent_by", "from_item")
    )
    return get_object_or_404(rows, pk=pk), rights


def _page(request, row: Referral, rights: Rights, form=None, conflict: str = ""):
    now, today = timezone.now(), timezone.localdate()
    standing = actions.standing_of(row)
    can = {act for one in _forums(row) if rights.may_lead(one.pk) for act in acts_of(standing, one.pk)}
    told = list(row.items.answers().select_related("forum", "meeting")) if row.state == "answered" else []
    context = {
        "place": "forums", "referral": row, "row": referral_row(row, rights, now=now, today=today),
        "lines": step_lines(row, today), "can": {str(act) for act in can}, "today": today,
        "told": [one for one in told if rights.inside(one.forum_id)], "conflict": conflict,
        "form": form or StepForm(label="Svar", missing="Skriv svaret", version=row.version),
        "raised": row.from_item if row.from_item_id and rights.inside(row.sender_id) else None,
    }  # fmt: skip
    return render(request, "meetings/referral.html", context)


def _forums(row: Referral) -> tuple[Forum, Forum]:
    return row.sender, row.at_forum


# -- Sending --------------------------------------------------------------------------------------


@require_form_methods
def send(request, pk):
    """Send an item up, down or across; one that is here already may be the beginning of it."""
    frame = led_frame(request, pk)
    item = ItemForm(request.GET).item(frame.forum)
    first = {"title": item.title, "text": item.text} if item else None
    data = request.POST if request.method == "POST" else None
    form = SendForm(data, forum=frame.forum, today=frame.today, initial=first)
    if data is None or not form.is_valid():
        return _send_page(request, frame.forum, form, item)
    try:
        row = _send(request, frame.forum, form, item)
    except ReferralProblem as problem:
        form.add_error("to", str(problem))
        return _send_page(request, frame.forum, form, item)
    done(request, f"»{row.title}« ligger nu hos {form.cleaned_data['to'].name}.", lead="Sendt.")
    return redirect("meetings:referral", request.plan.slug, row.pk)


@transaction.atomic
def _send(request, forum: Forum, form: SendForm, item: AgendaItem | None) -> Referral:
    row = actions.send_referral(
        sender=forum, to=form.cleaned_data["to"], by=request.user, values=form.values(),
        now=timezone.now(), from_item=item, submission=form.cleaned_data["submission"],
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=row)
    return row


def _send_page(request, forum: Forum, form: SendForm, item: AgendaItem | None):
    context = {"place": "forums", "forum": forum, "form": form, "item": item}
    return render(request, "meetings/send.html", context)


# -- The steps after ------------------------------------------------------------------------------


def _acting(request, pk, act: Act) -> tuple[Referral, Rights, Forum]:
    """The item and the forum that the member acts for. Raises Http404 and PermissionDenied."""
    refuse_onlookers(request.membership)
    row, rights = _referral(request, pk)
    forum = row.sender if act in (Act.SENT_AGAIN, Act.TAKEN_BACK) else row.at_forum
    rights.require_lead(forum.pk)
    return row, rights, forum


def _step(request, pk, act: Act, form, told: str, **more):
    """Take the step that the form tells of, or show the page again with what was typed."""
    row, rights, forum = _acting(request, pk, act)
    if not form.is_valid():
        return (
            _page(request, row, rights, form) if act == Act.ANSWERED else _step_page(request, row, act, form)
        )
    said = form.cleaned_data
    try:
        with transaction.atomic():
            row = actions.take_step(
                referral=row, act=act, forum=forum, by=request.user, now=timezone.now(),
                text=said.get("text", "") if act != Act.SENT_AGAIN else "", to=said.get("to"),
                version=said["version"] or 0, submission=said["submission"], **more,
            )  # fmt: skip
            audit_override(form, plan=request.plan, by=request.user, obj=row)
    except StaleVersion:
        return _overtaken(request, pk, act, form)
    except ReferralProblem as problem:
        messages.error(request, str(problem))
        return redirect("meetings:referral", request.plan.slug, pk)
    undo = reverse("meetings:referral_reopen", args=[request.plan.slug, pk])
    done(request, told, undo_url=undo if act in (Act.ANSWERED, Act.TAKEN_BACK) else "")
    return redirect("meetings:referral", request.plan.slug, pk)


def _overtaken(request, pk, act: Act, form):
    """Where it stands now, with what was typed kept; the next press is on top of that."""
    row, rights = _referral(request, pk)
    form.data = form.data.copy()
    form.data["version"] = str(row.version)
    if act == Act.ANSWERED:
        return _page(request, row, rights, form, OVERTAKEN)
    return _step_page(request, row, act, form, OVERTAKEN)


HEADINGS = {
    Act.RETURNED: ("Send retur", "Send retur"),
    Act.PASSED_ON: ("Send videre", "Send videre"),
    Act.SENT_AGAIN: ("Send igen", "Send igen"),
    Act.TAKEN_BACK: ("Træk tilbage", "Træk tilbage"),
}


def _step_page(request, row: Referral, act: Act, form, conflict: str = ""):
    heading, button = HEADINGS[act]
    today, now = timezone.localdate(), timezone.now()
    rights = rights_of(request.membership, today)
    context = {
        "place": "forums", "referral": row, "form": form, "heading": heading, "button": button,
        "conflict": conflict, "row": referral_row(row, rights, now=now, today=today),
        "last": step_lines(row, today)[-1],
    }  # fmt: skip
    return render(request, "meetings/referral_step.html", context)


@require_POST
def referral_answer(request, pk):
    """The answer, which then stands on the sender's next agenda."""
    row, _, _ = _acting(request, pk, Act.ANSWERED)
    form = StepForm(request.POST, label="Svar", missing="Skriv svaret")
    told = f"Svaret kommer på den næste dagsorden i {row.sender.name}."
    return _step(request, pk, Act.ANSWERED, form, told)


@require_form_methods
def referral_return(request, pk):
    """Back to the sender, with what is missing."""
    row, _, _ = _acting(request, pk, Act.RETURNED)
    given = {"label": "Hvad mangler I?", "missing": "Skriv, hvad I mangler, før I kan svare"}
    if request.method != "POST":
        return _step_page(request, row, Act.RETURNED, StepForm(version=row.version, **given))
    form = StepForm(request.POST, **given)
    return _step(request, pk, Act.RETURNED, form, f"{row.sender.name} får det retur.")


@require_form_methods
def referral_pass_on(request, pk):
    """On to another forum; the answer comes back the same way."""
    row, _, forum = _acting(request, pk, Act.PASSED_ON)
    been = frozenset({row.sender_id, *actions.standing_of(row).path})
    given = {"forum": forum, "but": been, "version": row.version}
    if request.method != "POST":
        return _step_page(request, row, Act.PASSED_ON, PassOnForm(**given))
    told = "Sendt videre. Svaret kommer også til jer."
    return _step(request, pk, Act.PASSED_ON, PassOnForm(request.POST, **given), told)


@require_form_methods
def referral_again(request, pk):
    """Sent once more, with what was missing."""
    row, _, _ = _acting(request, pk, Act.SENT_AGAIN)
    names = ("ask", "title", "text", "due", "links", "version")
    first = {name: getattr(row, name) for name in names} | {"to": row.at_forum_id}
    form = AgainForm(
        request.POST if request.method == "POST" else None,
        forum=row.sender, today=timezone.localdate(), initial=first,
    )  # fmt: skip
    if request.method != "POST":
        return _step_page(request, row, Act.SENT_AGAIN, form)
    values = form.values() if form.is_valid() else {}
    return _step(request, pk, Act.SENT_AGAIN, form, "Sendt. Punktet venter på svar igen.", values=values)


@require_form_methods
def referral_take_back(request, pk):
    """Nobody needs to answer it any more."""
    row, _, _ = _acting(request, pk, Act.TAKEN_BACK)
    given = {"label": "Hvorfor?", "hint": "Det kan de andre se."}
    if request.method != "POST":
        return _step_page(request, row, Act.TAKEN_BACK, StepForm(version=row.version, **given))
    form = StepForm(request.POST, **given)
    return _step(request, pk, Act.TAKEN_BACK, form, f"{row.at_forum.name} skal ikke svare.")


@require_POST
def referral_reopen(request, pk):
    """An answer, or a taking back, that was not meant."""
    row, rights = _referral(request, pk)
    forum = row.sender if row.state == "taken_back" else row.at_forum
    rights.require_lead(forum.pk)
    try:
        actions.take_step(referral=row, act=Act.REOPENED, forum=forum, by=request.user, now=timezone.now())
    except ReferralProblem as problem:
        messages.error(request, str(problem))
    else:
        done(request, f"»{row.title}« venter på svar igen.")
    return redirect("meetings:referral", request.plan.slug, pk)
