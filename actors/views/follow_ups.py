"""What we have promised: mine and everybody's, the oldest first, with one verb each."""

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors import follow_up_actions
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.contact_picker import chosen_actor
from actors.guarded_forms import audit_override
from actors.note_forms import FollowUpForm, PageForm
from actors.note_rows import promise_row
from actors.versions import change_row
from config.methods import require_form_methods
from config.undo import done
from config.way_back import way_back

PER_PAGE = 50
# What is asked of the page for one field alone: the field and the page's own words.
ONE_FIELD = {"due": "Flyt dato", "responsible": "Giv videre"}


@require_safe
def follow_ups(request):
    """The promises: those that wait, or those that are kept."""
    require(request.membership, Permission.CONTACT_LOG_VIEW)
    asked, today = PageForm(request.GET), timezone.localdate()
    is_all, is_done = asked.chosen("hvis") == "alle", asked.chosen("vis") == "klaret"
    own = request.plan.followups if is_all else request.plan.followups.of(request.membership)
    chosen = own.done().order_by("-done_at", "pk") if is_done else own.open().most_urgent_first()
    page = Paginator(chosen.select_related("actor", "responsible__user"), PER_PAGE).get_page(asked.number())
    context = {
        "place": "overview",
        "page": page,
        "rows": [promise_row(one, today) for one in page],
        "is_all": is_all,
        "is_done": is_done,
        "can_edit_follow_ups": may(request.membership, Permission.CONTACT_LOG_EDIT),
    }
    return render(request, "actors/follow_ups.html", context)


@require_form_methods
def follow_up_add(request):
    """A new promise, about an actor or about none."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    actor = chosen_actor(request.plan, request.GET.get("aktoer"))
    start = {"responsible": str(request.membership.pk)}
    form = FollowUpForm(request.POST or None, plan=request.plan, today=timezone.localdate(), initial=start)
    if request.method == "POST" and form.is_valid():
        _make(request, form, actor)
        done(request, f"»{form.cleaned_data['what']}« er på listen.", lead="Gemt.")
        return HttpResponseRedirect(_way_back(request))
    return render(request, "actors/follow_up_form.html", _form_context(request, form, actor, "Ny opfølgning"))


@transaction.atomic
def _make(request, form, actor):
    """Write the promise, and that the user vouched for it, together."""
    follow_up = follow_up_actions.make_follow_up(
        plan=request.plan, by=request.user, actor=actor, submission=form.cleaned_data["submission"],
        **form.values(),
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=follow_up)


def _form_context(request, form, actor, heading, **more):
    """What the page with the form needs."""
    return {
        "place": "overview", "form": form, "actor": actor, "heading": heading,
        "next": _way_back(request), **more,
    }  # fmt: skip


@require_form_methods
def follow_up_edit(request, pk):
    """Change a promise; with ?felt= its day or its colleague alone."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    follow_up = get_object_or_404(_kept(request).select_related("actor"), pk=pk)
    only = request.GET.get("felt", "") if request.GET.get("felt") in ONE_FIELD else ""
    form = _edit_form(request, follow_up, request.POST or None, only)
    conflicts = None
    if request.method == "POST" and form.is_valid():
        try:
            _change(request, follow_up, form)
        except StaleVersion:
            form, conflicts = _beside_what_stands(request, pk, only)
        else:
            done(request, f"»{follow_up.what}« er rettet.", lead="Gemt.")
            return HttpResponseRedirect(_way_back(request))
    heading = ONE_FIELD.get(only, "Ret opfølgning")
    context = _form_context(request, form, follow_up.actor, heading, conflicts=conflicts, follow_up=follow_up)
    return render(request, "actors/follow_up_form.html", context)


def _edit_form(request, follow_up, data, only):
    """The form on the promise as it is stored."""
    colleague = str(follow_up.responsible_id) if follow_up.responsible_id else ""
    standing = {
        "what": follow_up.what, "due": follow_up.due, "responsible": colleague, "version": follow_up.version,
    }  # fmt: skip
    return FollowUpForm(data, plan=request.plan, today=timezone.localdate(), only=only, initial=standing)


@transaction.atomic
def _change(request, follow_up, form):
    """Write what the form changes. Raises StaleVersion."""
    version = form.cleaned_data["version"] or 0
    change_row(row=follow_up, by=request.user, values=form.values(), changed=form.touched, version=version)
    audit_override(form, plan=request.plan, by=request.user, obj=follow_up)


def _beside_what_stands(request, pk, only):
    """The posted form on the promise as it is now, and where the two differ; its next save is on top."""
    follow_up = _kept(request).get(pk=pk)
    data = on_top_of(follow_up.version, request.POST)
    form = _edit_form(request, follow_up, data, only)
    form.full_clean()
    return form, conflicts_of(form)


@require_POST
def follow_up_keep(request, pk):
    """Klaret: one press, and one to take it back."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    follow_up = get_object_or_404(_kept(request), pk=pk)
    follow_up_actions.keep_follow_up(follow_up=follow_up, by=request.user, now=timezone.now())
    undo = reverse("actors:follow_up_reopen", args=[request.plan.slug, pk])
    done(request, f"»{follow_up.what}«", undo_url=undo, lead="Klaret.")
    return HttpResponseRedirect(_way_back(request))


@require_POST
def follow_up_reopen(request, pk):
    """It waits again."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    follow_up = get_object_or_404(_kept(request), pk=pk)
    follow_up_actions.reopen_follow_up(follow_up=follow_up, by=request.user)
    done(request, f"»{follow_up.what}« venter igen.", lead="Fortrudt.")
    return HttpResponseRedirect(_way_back(request))


@require_POST
def follow_up_delete(request, pk):
    """Off the list; the message's button puts it back."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    follow_up = get_object_or_404(request.plan.followups, pk=pk)
    follow_up_actions.delete_follow_up(follow_up=follow_up, by=request.user, now=timezone.now())
    undo = reverse("actors:follow_up_restore", args=[request.plan.slug, pk])
    done(request, f"»{follow_up.what}« er slettet.", undo_url=undo)
    return redirect("actors:follow_ups", request.plan.slug)


@require_POST
def follow_up_restore(request, pk):
    """Back on the list."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    follow_up = get_object_or_404(request.plan.followups, pk=pk)
    follow_up_actions.restore_follow_up(follow_up=follow_up, by=request.user)
    done(request, f"»{follow_up.what}« er tilbage.")
    return redirect("actors:follow_ups", request.plan.slug)


def _kept(request):
    """The plan's promises that are not deleted."""
    return request.plan.followups.filter(deleted_at__isnull=True)


def _way_back(request):
    """Where the user came from, else the list of promises."""
    return way_back(request, reverse("actors:follow_ups", args=[request.plan.slug]), avoid=request.path)
