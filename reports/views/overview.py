"""Overblik: what waits on me, what is next, what is new; and for each role what it comes for."""

from django import forms
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors import row_drawings
from actors.care_queries import cared_for, counts_of
from config.danish import capitalised, long_date, weekday
from config.undo import done
from config.way_back import named_next
from mapping.match_queries import suggestions
from reports import coming, news
from reports.balance import strip_of
from reports.coming_queries import coming_for
from reports.greetings import counting_sentence, greeting
from reports.news_queries import news_for
from reports.overview import waiting_on
from reports.overview_rows import news_rows, next_rows, todo_rows
from reports.own_organisation import own_organisation
from reports.reading import figures, latest_minutes
from reports.todo import total
from reports.viewpoint import Viewpoint, viewpoint_of

# So many things stand on Overblik before »Vis alle«.
SHOWN = 7
# So many suggestions are shown as cards.
MATCHES = 2


class OverviewForm(forms.Form):
    """Whether all that waits is asked for."""

    vis = forms.ChoiceField(required=False, choices=[("alle", "alle")])


class SeenForm(forms.Form):
    """Until when the member has seen what is new."""

    til = forms.DateTimeField()


@require_safe
def overview(request):
    """The greeting, what waits, what is next, what is new, and what the role comes for."""
    require(request.membership, Permission.OVERVIEW_VIEW)
    view = viewpoint_of(request.membership)
    cared = cared_for(request.plan, view.today) if view.is_team else []
    things, ahead = waiting_on(view, cared), coming_for(view)
    is_all = OverviewForm(request.GET).is_valid() and request.GET.get("vis") == "alle"
    number, slug = total(things), request.plan.slug
    context = {
        "place": "overview",
        "is_team": view.is_team,
        "greeting": greeting(request.user.first_name, timezone.localtime(view.now).time()),
        "day": f"{capitalised(weekday(view.today))} {long_date(view.today)}.",
        "counts": counting_sentence(number, coming.meetings_today(ahead, view.today)),
        "rows": todo_rows(things if is_all else things[:SHOWN], slug),
        "number": number,
        "has_more": not is_all and len(things) > SHOWN,
        "next": next_rows(coming.shown_of(ahead), slug, view.today),
        **_news(view),
        **(_for_team(cared) if view.is_team else _for_others(view)),
    }
    return render(request, "reports/overview.html", context)


def _news(view: Viewpoint) -> dict:
    """What is new, since when, and the moment that »Set« tells of."""
    member, found = view.membership, news_for(view)
    since = news.seen_until(member.seen_at, member.created_at, view.now)
    shown = found[: news.SHOWN]
    return {
        "news": news_rows(shown, view.plan.slug),
        "more_news": news.total(found) - news.total(shown),
        "news_since": news.since_told(timezone.localtime(since), timezone.localtime(view.now)),
        "news_until": view.now.isoformat(),
    }


def _for_team(cared) -> dict:
    """The balance; the matches are fetched by the page itself."""
    return {
        "strip": strip_of(cared, counts_of(cared)),
        "drawings": row_drawings.sprite(),
        "has_actors": bool(cared),
    }


def _for_others(view: Viewpoint) -> dict:
    """A partner's own organisation; for a reader minutes and figures."""
    if view.membership.role == "partner":
        return {"own": own_organisation(view), "own_actor": view.own}
    return {"minutes": latest_minutes(view.plan, view.today), "figures": figures(view.plan, view.now)}


@require_POST
def overview_seen(request):
    """What is new has been seen, up to what the page showed; an earlier moment brings it back."""
    require(request.membership, Permission.OVERVIEW_VIEW)
    form, member = SeenForm(request.POST), request.membership
    home = named_next(request, reverse("reports:overview", args=[request.plan.slug]))
    if not form.is_valid():
        return redirect(home)
    before = member.seen_at or member.created_at
    until = max(min(form.cleaned_data["til"], timezone.now()), member.created_at)
    member.seen_at = until
    member.save(update_fields=["seen_at"])
    if until >= before:
        undo = reverse("reports:overview_seen", args=[request.plan.slug])
        done(request, "Du har set det nye.", undo_url=undo, undo_fields={"til": before.isoformat()})
    return redirect(home)


@require_safe
def overview_matches(request):
    """The two best suggestions as a part, which Overblik asks for when it is there: they take longest."""
    require(request.membership, Permission.MATCH_VIEW)
    if not request.htmx:
        return redirect("mapping:matches", request.plan.slug)
    found = suggestions(request.plan, today=timezone.localdate())
    context = {
        "matches": found[:MATCHES],
        "number": len(found),
        "can_answer": may(request.membership, Permission.MATCH_ANSWER),
    }
    return render(request, "reports/_overview_matches.html", context)
