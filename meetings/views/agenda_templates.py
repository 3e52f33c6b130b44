"""Agendas to begin from: the method's and the plan's own."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from actors.guarded_forms import audit_override
from config.danish import count
from config.undo import done
from config.way_back import named_next
from meetings import builder_actions as actions
from meetings.agenda_method import templates_for
from meetings.builder_forms import BeginForm, KeepForm, TakeBackForm
from meetings.models import ItemKind, KeptAgenda, Meeting
from meetings.referral_rules import ReferralProblem
from meetings.rights import rights_of
from meetings.times import meeting_row
from meetings.views.meetings import led_meeting


@dataclass(frozen=True)
class TemplateRow:
    """An agenda to begin from. `is_own`: the plan kept it; `suits`: made for such forums."""

    code: str
    name: str
    about: str
    why: str
    items: tuple[tuple[str, str, int | None], ...]
    is_own: bool
    suits: bool

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(minutes or 0 for _, _, minutes in self.items)


@require_safe
def agenda_templates(request, pk):
    """What one can begin from, and a name to keep this agenda under."""
    row = led_meeting(request, pk)
    return _page(request, row, KeepForm(meeting=row))


def _page(request, row: Meeting, form: KeepForm):
    kept = _kept(request).prefetch_related("items")
    rows = [_own_row(one) for one in kept] + _method_rows(row.forum.kind)
    length = (row.ends_at - row.begins_at) // timedelta(minutes=1)
    context = {
        "place": "forums", "forum": row.forum, "meeting": row, "row": meeting_row(row, timezone.localdate()),
        "templates": rows, "meeting_minutes": length, "form": form,
        "can_keep": row.items.filter(referral=None).exists(),
        "can_begin": not row.cancelled_at and row.ends_at > timezone.now(),
        "submission": BeginForm()["submission"].value(),
    }  # fmt: skip
    return render(request, "meetings/agenda_templates.html", context)


def _kept(request):
    """The plan's own that the member may see."""
    return rights_of(request.membership, timezone.localdate()).kept_agendas()


def _own_row(kept: KeptAgenda) -> TemplateRow:
    items = tuple((one.get_kind_display(), one.title, one.minutes) for one in kept.items.all())
    return TemplateRow(str(kept.pk), kept.name, "", "", items, True, False)


def _method_rows(forum_kind: str) -> list[TemplateRow]:
    names = dict(ItemKind.choices)
    return [
        TemplateRow(
            one.code, one.name, one.about, one.why,
            tuple((names[item.kind], item.title, item.minutes) for item in one.items), False,
            forum_kind in one.forums,
        )
        for one in templates_for(forum_kind)
    ]  # fmt: skip


@require_POST
def agenda_begin(request, pk):
    """Put the items of a template on the agenda; the message's button takes them off again."""
    row = led_meeting(request, pk)
    form = BeginForm(request.POST, kept=_kept(request))
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return redirect("meetings:agenda_templates", request.plan.slug, pk)
    try:
        made = actions.begin_from(
            meeting=row, by=request.user, drafts=form.drafts(), now=timezone.now(),
            submission=form.cleaned_data["submission"],
        )  # fmt: skip
    except ReferralProblem as problem:
        messages.error(request, str(problem))
        return redirect("meetings:meeting", request.plan.slug, pk)
    told = f"{count(len(made), 'punkt', 'punkter')} fra »{form.name}« er på dagsordenen."
    undo = reverse("meetings:agenda_take_back", args=[request.plan.slug, pk])
    done(request, told, undo_url=undo, undo_fields={"put": ",".join(str(one.pk) for one in made)})
    return redirect("meetings:meeting", request.plan.slug, pk)


@require_POST
def agenda_take_back(request, pk):
    """Take off what a template put there and nobody has touched."""
    row = led_meeting(request, pk)
    amount = actions.take_back(meeting=row, by=request.user, items=TakeBackForm(request.POST).keys(row))
    if amount:
        done(request, f"{count(amount, 'punkt', 'punkter')} er taget af dagsordenen igen.")
    else:
        messages.warning(request, "Punkterne er rettet siden. Tag dem af ét for ét.")
    return redirect("meetings:meeting", request.plan.slug, pk)


@require_POST
def agenda_keep(request, pk):
    """Keep the agenda's own items as a template of the plan."""
    row = led_meeting(request, pk)
    form = KeepForm(request.POST, meeting=row)
    if not form.is_valid():
        return _page(request, row, form)
    with transaction.atomic():
        kept = actions.keep_agenda(
            meeting=row, by=request.user, name=form.cleaned_data["name"],
            submission=form.cleaned_data["submission"],
        )  # fmt: skip
        audit_override(form, plan=request.plan, by=request.user, obj=kept)
    undo = reverse("meetings:kept_remove", args=[request.plan.slug, kept.pk])
    done(request, f"»{kept.name}« kan bruges til næste møde.", lead="Gemt.", undo_url=undo)
    return redirect("meetings:agenda_templates", request.plan.slug, pk)


def _led_kept(request, pk) -> KeptAgenda:
    """One of the plan's own, for those who may act for the forum it came from. Raises Http404."""
    require(request.membership, Permission.FORUM_VIEW)
    rights = rights_of(request.membership, timezone.localdate())
    there = rights.kept_agendas(removed=True)
    kept = get_object_or_404(there.select_related("plan"), pk=pk)
    rights.require_lead(kept.forum_id)
    return kept


@require_POST
def kept_remove(request, pk):
    """No longer offered; the message's button brings it back."""
    kept = _led_kept(request, pk)
    actions.remove_kept(kept=kept, by=request.user, now=timezone.now())
    undo = reverse("meetings:kept_restore", args=[request.plan.slug, pk])
    done(request, f"Skabelonen »{kept.name}« er fjernet.", undo_url=undo)
    return _back(request)


@require_POST
def kept_restore(request, pk):
    """Offered again."""
    kept = _led_kept(request, pk)
    actions.restore_kept(kept=kept, by=request.user)
    done(request, f"Skabelonen »{kept.name}« er her igen.")
    return _back(request)


def _back(request):
    """Where the button was, else the forums."""
    default = reverse("meetings:list", args=[request.plan.slug])
    return HttpResponseRedirect(named_next(request, default))
