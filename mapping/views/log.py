"""The quick log: who works together, and how, in a few seconds."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from actors.guarded_forms import audit_override
from actors.models import Actor
from actors.picker import found_actors
from config.danish import join_names
from config.htmx import render_part
from config.methods import require_form_methods
from config.undo import done
from config.way_back import way_back
from mapping.actions import CollaborationError, Logged, log_collaboration, undo_log
from mapping.forms import LogForm, PickForm, typed_values
from mapping.method import FORMS, guide_of
from mapping.models import Collaboration
from mapping.picker import chosen_actors, picks

# So many names stand in the receipt before it says "og tre andre".
NAMES_IN_RECEIPT = 4


@require_form_methods
def log(request):
    """The page, and its save. »Søg« (without script) posts too, so that nothing typed ends in an address."""
    require(request.membership, Permission.COLLABORATION_EDIT)
    if request.method != "POST":
        chosen = chosen_actors(request.plan, request.GET.getlist("aktoer"))
        form = LogForm(plan=request.plan, initial={"actors": chosen, "how": request.GET.get("how")})
        return _log_page(request, form)
    if "find" in request.POST:
        typed = typed_values(LogForm, request.POST, request.plan)
        return _log_page(request, LogForm(plan=request.plan, initial=typed))
    form = LogForm(request.POST, plan=request.plan)
    if not form.is_valid():
        return _log_page(request, form)
    if twin := _twin_of(request, form):
        return _log_page(request, form, twin=twin)
    try:
        logged = _save(request, form)
    except CollaborationError as problem:
        form.add_error(None, str(problem))
        return _log_page(request, form)
    _say_logged(request, logged.collaboration, form.chosen)
    return HttpResponseRedirect(_way_back(request))


@require_safe
def log_actors(request):
    """The actors that match what is typed in the picker, as a part."""
    require(request.membership, Permission.COLLABORATION_EDIT)
    text = PickForm(request.GET).text()
    found = found_actors(request.plan, text)
    return render(request, "mapping/_log_results.html", {"found": found, "text": text})


@require_POST
def log_undo(request, pk):
    """Take back what was logged a moment ago."""
    require(request.membership, Permission.COLLABORATION_EDIT)
    collaboration = get_object_or_404(request.plan.collaborations, pk=pk)
    try:
        deleted = undo_log(
            collaboration=collaboration, by=request.user, now=timezone.now(), today=timezone.localdate()
        )
    except CollaborationError as problem:
        messages.error(request, str(problem))
    else:
        text = "Samarbejdet er ikke logget." if deleted else "Samarbejdet er afsluttet i stedet."
        done(request, text, lead="Fortrudt.")
    return redirect("mapping:list", request.plan.slug)


def _log_page(request, form: LogForm, *, twin: Collaboration | None = None):
    """The page with what has been chosen and typed so far."""
    text = PickForm(request.POST if request.method == "POST" else request.GET).text()
    context = {
        "form": form,
        "has_errors": twin is not None,
        "text": text,
        "picks": picks(request.plan, request.user, chosen=form.chosen, text=text, today=timezone.localdate()),
        "guides": FORMS,
        "twin": twin,
        "next": _way_back(request),
    }
    return render_part(request, "mapping/log.html", "mapping/_log_form.html", context, target="log-form")


@transaction.atomic
def _save(request, form: LogForm) -> Logged:
    """Write what the form says, and that the user vouched for it, together."""
    logged = log_collaboration(plan=request.plan, by=request.user, **form.details())
    if logged.fresh:
        audit_override(form, plan=request.plan, by=request.user, obj=logged.collaboration)
    return logged


def _twin_of(request, form: LogForm) -> Collaboration | None:
    """The same collaboration, already there and ongoing, unless the user wants one more of it."""
    if form.cleaned_data["anyway"]:
        return None
    wanted = {name: form.details()[name] for name in ("actors", "form", "about")}
    ongoing = request.plan.collaborations.ongoing(timezone.localdate()).same_as(**wanted)
    # The form that is sent a second time is no twin of itself.
    return ongoing.exclude(submission=form.cleaned_data["submission"]).newest_first().first()


def _say_logged(request, collaboration: Collaboration, actors: list[Actor]) -> None:
    """Say "Gemt. Købmand Ågaard og Ungdomsskolen Åkanden samordner nu.", with the way back."""
    by_name = sorted(actors, key=lambda actor: actor.sort_key)
    names = join_names([actor.name for actor in by_name], limit=NAMES_IN_RECEIPT)
    undo_url = reverse("mapping:log_undo", args=[request.plan.slug, collaboration.pk])
    done(request, f"{names} {guide_of(collaboration.form).verb} nu.", undo_url=undo_url, lead="Gemt.")


def _way_back(request) -> str:
    """Where the user came from: a path of this site other than the log, else the list."""
    slug = request.plan.slug
    return way_back(request, reverse("mapping:list", args=[slug]), avoid=reverse("mapping:log", args=[slug]))
