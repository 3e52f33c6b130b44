"""The exchange: what is offered and wanted, one of them, a new one, and changing it."""

from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from actors.note_forms import PageForm
from actors.representing import speaks_for
from config.danish import long_date
from config.methods import require_form_methods
from config.undo import done
from config.way_back import named_next
from exchange import listing_actions as actions
from exchange.board import CHIPS, cards
from exchange.listing_forms import KindForm, ListingForm
from exchange.models import Direction, Listing
from exchange.talk_page import talks_of
from exchange.views.files import sent
from exchange.views.picking import picker

PER_COLUMN = 20


@require_safe
def listing_list(request):
    """What is offered beside what is wanted, with who could meet a wish."""
    require(request.membership, Permission.EXCHANGE_VIEW)
    today, said = timezone.localdate(), KindForm(request.GET).said()
    there = request.plan.listings.standing(today).of_kind(said["slags"])
    there = there.select_related("actor", "area", "facility")
    can_act = may(request.membership, Permission.EXCHANGE_EDIT)
    columns = [
        _column(request, there, direction, today, can_act)
        for direction in Direction if said["retning"] in ("", direction)
    ]  # fmt: skip
    context = {
        "place": "exchange", "columns": columns, "said": said, "today": today,
        "chips": [{"value": key, "label": name} for key, name in CHIPS],
        "can_post": speaks_for(request.membership).exists(), "can_act": can_act,
        "can_export": may(request.membership, Permission.EXPORT),
        "running_out": _running_out(request, today),
    }  # fmt: skip
    return render(request, "exchange/listings.html", context)


def _column(request, there, direction, today, can_act) -> dict:
    page = Paginator(there.filter(direction=direction), PER_COLUMN).get_page(
        PageForm(request.GET).number()
    )  # fmt: skip
    found = cards(page.object_list, request.plan, today, with_hints=can_act)
    return {"direction": direction, "page": page, "cards": found}


def _running_out(request, today) -> list[Listing]:
    """What those the member speaks for have standing, and soon no longer."""
    soon = request.plan.listings.running_out(today).filter(actor__in=speaks_for(request.membership))
    return list(soon.select_related("actor").order_by("ends_on", "id")[:5])


@require_safe
def listing(request, pk):
    """One offer or wish: whose, until when, and the talks about it that the member takes part in."""
    require(request.membership, Permission.EXCHANGE_VIEW)
    there = request.plan.listings.select_related("actor", "area", "facility", "created_by")
    listing = get_object_or_404(there, pk=pk)
    today, own = timezone.localdate(), speaks_for(request.membership)
    can_act = may(request.membership, Permission.EXCHANGE_EDIT)
    (card,) = cards([listing], request.plan, today, with_hints=can_act)
    is_ours = own.filter(pk=listing.actor_id).exists()
    context = {
        "place": "exchange", "listing": listing, "card": card, "can_edit": is_ours,
        "is_over": listing.ends_on < today, "talks": talks_of(listing, request.membership, today),
        "can_answer": own.exclude(pk=listing.actor_id).exists() and not listing.withdrawn_at,
        "until": long_date(listing.ends_on, today), "can_act": can_act,
    }  # fmt: skip
    return render(request, "exchange/listing.html", context)


@require_form_methods
def listing_create(request):
    """A new offer or wish. »Søg« (without script) posts too."""
    require(request.membership, Permission.EXCHANGE_POST)
    asked = KindForm(request.GET).said()["retning"]
    form = ListingForm(
        *sent(request), membership=request.membership, today=timezone.localdate(), direction=asked
    )
    if not form.is_bound or "find" in request.POST or not form.is_valid():
        return _form_page(request, form)
    listing = _make(request, form)
    word = "Tilbuddet" if listing.direction == Direction.OFFER else "Efterlysningen"
    undo = reverse("listings:withdraw", args=[request.plan.slug, listing.pk])
    done(
        request,
        f"{word} står på børsen til {long_date(listing.ends_on, timezone.localdate())}.",
        lead="Gemt.",
        undo_url=undo,
    )
    return redirect("listings:listing", request.plan.slug, listing.pk)


@transaction.atomic
def _make(request, form: ListingForm) -> Listing:
    listing = actions.create_listing(
        plan=request.plan, by=request.user, values=form.values(), submission=form.cleaned_data["submission"]
    )
    audit_override(form, plan=request.plan, by=request.user, obj=listing)
    return listing


def own_listing(request, pk) -> Listing:
    """The listing, if the member speaks for the one behind it; 404 for all others."""
    require(request.membership, Permission.EXCHANGE_POST)
    ours = request.plan.listings.filter(actor__in=speaks_for(request.membership))
    return get_object_or_404(ours.select_related("actor", "plan"), pk=pk)


@require_form_methods
def listing_edit(request, pk):
    """Other words, another day."""
    listing, today = own_listing(request, pk), timezone.localdate()
    form = ListingForm(*sent(request), membership=request.membership, today=today, instance=listing)
    if not form.is_bound or "find" in request.POST or not form.is_valid():
        return _form_page(request, form)
    try:
        _change(request, form)
    except StaleVersion:
        fresh = own_listing(request, pk)
        data = on_top_of(fresh.version, request.POST)
        form = ListingForm(data, request.FILES, membership=request.membership, today=today, instance=fresh)
        return _form_page(request, form, conflicts=conflicts_of(form) if form.is_valid() else None)
    done(request, f"»{form.instance.title}« er rettet.", lead="Gemt.")
    return redirect("listings:listing", request.plan.slug, pk)


@transaction.atomic
def _change(request, form: ListingForm) -> None:
    actions.change_listing(
        listing=form.instance, by=request.user, values=form.values(), changed=form.touched,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


@require_POST
def listing_withdraw(request, pk):
    """Off the board; the talks about it stay."""
    listing = own_listing(request, pk)
    actions.withdraw_listing(listing=listing, by=request.user, now=timezone.now())
    undo = reverse("listings:restore", args=[request.plan.slug, pk])
    done(request, f"»{listing.title}« er taget ned.", undo_url=undo)
    return redirect("listings:list", request.plan.slug)


@require_POST
def listing_restore(request, pk):
    """On the board again."""
    listing = own_listing(request, pk)
    actions.restore_listing(listing=listing, by=request.user)
    done(request, f"»{listing.title}« står på børsen igen.")
    return redirect("listings:listing", request.plan.slug, pk)


@require_POST
def listing_renew(request, pk):
    """Two months more, in one press."""
    listing = own_listing(request, pk)
    today = timezone.localdate()
    until = actions.renew_listing(listing=listing, by=request.user, today=today)
    done(request, f"»{listing.title}« gælder nu til {long_date(until, today)}.", lead="Fornyet.")
    return redirect(named_next(request, reverse("listings:listing", args=[request.plan.slug, pk])))


def _form_page(request, form: ListingForm, conflicts=None):
    context = {
        "place": "exchange", "form": form, "conflicts": conflicts, **picker(request, form),
        "listing": form.instance if form.initial.get("version") else None,
    }  # fmt: skip
    return render(request, "exchange/listing_form.html", context)
