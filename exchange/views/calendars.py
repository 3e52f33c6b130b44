"""Calendars one subscribes to: my own, a new one, closing one. They are read at `meetings.views.feeds`."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from config.methods import require_form_methods
from config.undo import done
from exchange.booker import require_booker
from exchange.feed_forms import FeedForm
from exchange.feeds import make_feed, revoke_feed


@never_cache
@require_form_methods
def calendars(request):
    """My calendars, and a new one, whose address is shown this once."""
    booker = require_booker(request.membership)
    booker.require_somebody()
    form = FeedForm(request.POST if request.method == "POST" else None, plan=request.plan, booker=booker)
    made = address = None
    if form.is_bound and form.is_valid():
        made, token = make_feed(
            membership=request.membership, about=form.chosen(), submission=form.cleaned_data["submission"]
        )
        address = request.build_absolute_uri(reverse("feeds:feed", args=[token]))
        form = FeedForm(plan=request.plan, booker=booker)
    mine = request.membership.feeds.filter(revoked_at=None).select_related("facility", "actor")
    context = {"place": "exchange", "form": form, "feeds": mine, "made": made, "address": address}
    return render(request, "exchange/calendars.html", context)


@require_POST
def calendar_close(request, pk):
    """Nobody reads the calendar any more."""
    require_booker(request.membership)
    feed = get_object_or_404(request.membership.feeds.select_related("plan", "membership__user"), pk=pk)
    revoke_feed(feed=feed, now=timezone.now())
    done(request, f"Kalenderen »{feed.name}« er lukket. Adressen virker ikke mere.")
    return redirect("exchange:calendars", request.plan.slug)
