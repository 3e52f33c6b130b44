"""Where the leader opens the plan's page to everybody, and chooses who stands on it."""

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.access import Permission, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from actors.note_forms import PageForm
from config.danish import count
from config.methods import require_form_methods
from config.undo import done
from exchange.open_doors import open_actors, open_listings, page_of_plan
from exchange.public_actions import change_page, show_actors
from exchange.public_forms import LookForm, PublicPageForm, ShownForm

PER_PAGE = 100


@require_form_methods
def page(request):
    """What is open, and what a visitor would find now."""
    require(request.membership, Permission.PUBLIC_EDIT)
    form = PublicPageForm(request.POST or None, instance=page_of_plan(request.plan))
    if not (form.is_bound and form.is_valid()):
        return _form_page(request, form)
    try:
        kept = change_page(
            plan=request.plan, by=request.user, values=form.values(), changed=form.touched,
            version=form.cleaned_data["version"],
        )  # fmt: skip
    except StaleVersion:
        return _conflict(request)
    audit_override(form, plan=request.plan, by=request.user, obj=kept)
    told = "Siden er åben." if kept.is_on else "Siden er lukket. Ingen uden login ser noget."
    done(request, told, lead="Gemt.")
    return redirect("public:page", request.plan.slug)


def _conflict(request):
    fresh = page_of_plan(request.plan)
    form = PublicPageForm(on_top_of(fresh.version, request.POST), instance=fresh)
    return _form_page(request, form, conflicts=conflicts_of(form) if form.is_valid() else None)


def _form_page(request, form, conflicts=None):
    plan, today = request.plan, timezone.localdate()
    context = {
        "place": "plan", "form": form, "conflicts": conflicts, "is_on": page_of_plan(plan).is_on,
        "address": request.build_absolute_uri(reverse("open:front", args=[plan.slug])),
        "actors": count(open_actors(plan).count(), "aktør", "aktører"),
        "listings": count(open_listings(plan, today).count(), "opslag", "opslag"),
    }  # fmt: skip
    return render(request, "exchange/public_page.html", context)


@require_form_methods
def shown(request):
    """A hundred actors at a time, with a mark at those that stand on the open page."""
    require(request.membership, Permission.PUBLIC_EDIT)
    form = ShownForm(request.POST or None, plan=request.plan)
    if form.is_bound and form.is_valid():
        on, off = show_actors(
            plan=request.plan, by=request.user,
            among=[one.pk for one in form.cleaned_data["among"]],
            shown=[one.pk for one in form.cleaned_data["shown"]],
        )  # fmt: skip
        done(request, _told(on, off), lead="Gemt.")
        return redirect(request.get_full_path())
    text = LookForm(request.GET).said()["q"]
    there = request.plan.actors.active().matching(text).by_name()
    page = Paginator(there, PER_PAGE).get_page(PageForm(request.GET).number())
    standing = open_actors(request.plan).count()
    context = {"place": "plan", "form": form, "page": page, "q": text, "all": standing}
    return render(request, "exchange/public_shown.html", context)


def _told(on: int, off: int) -> str:
    parts = ((on, "sat på"), (off, "taget af"))
    told = [f"{count(amount, 'aktør', 'aktører')} {word}" for amount, word in parts if amount]
    return f"{' og '.join(told).capitalize()}." if told else "Alt stod, som du ville have det."
