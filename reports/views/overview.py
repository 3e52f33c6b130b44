"""Overblik: what waits on me, and how the plan's actors are doing."""

from django import forms
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, may, require
from actors import row_drawings
from actors.care import COORDINATES_MANY, PLACE_NAMES, Balance, colleagues, days_without
from actors.care_queries import cared_for, counts_of, limits_of
from config.danish import capitalised, count, long_date, number_word, weekday
from mapping.match_queries import suggestions
from reports.balance import strip_of
from reports.overview import rows_of, waiting_on
from reports.todo import counting_sentence, greeting, total

# So many things stand on Overblik before »Vis alle«.
SHOWN = 7
PER_PAGE = 50
# So many suggestions are shown as cards.
MATCHES = 2


class OverviewForm(forms.Form):
    """Whether all that waits is asked for."""

    vis = forms.ChoiceField(required=False, choices=[("alle", "alle")])


class BalanceForm(forms.Form):
    """Which place on the axis, and which page."""

    gruppe = forms.ChoiceField(required=False, choices=[(place.value, place.value) for place in Balance])
    page = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)


@require_safe
def overview(request):
    """The greeting, the list of what waits, and the balance."""
    require(request.membership, Permission.OVERVIEW_VIEW)
    now, today = timezone.localtime(), timezone.localdate()
    cared = cared_for(request.plan, today)
    things = waiting_on(request.membership, cared, today)
    is_all = OverviewForm(request.GET).is_valid() and request.GET.get("vis") == "alle"
    number = total(things)
    context = {
        "place": "overview",
        "greeting": greeting(request.user.first_name, now.time()),
        "fact": f"{capitalised(weekday(today))} {long_date(today)}. {counting_sentence(number)}",
        "rows": rows_of(things if is_all else things[:SHOWN], request.plan.slug),
        "number": number,
        "has_more": not is_all and len(things) > SHOWN,
        "strip": strip_of(cared, counts_of(cared)),
        "drawings": row_drawings.sprite(),
        "has_actors": bool(cared),
    }
    return render(request, "reports/overview.html", context)


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


@require_safe
def balance(request):
    """The strip as a table: the same actors and the same three numbers."""
    require(request.membership, Permission.OVERVIEW_VIEW)
    today, asked = timezone.localdate(), BalanceForm(request.GET)
    asked.is_valid()
    cared = cared_for(request.plan, today)
    chosen = asked.cleaned_data.get("gruppe") or ""
    rows = sorted(
        (row for row in cared if not chosen or row.place == chosen),
        key=lambda row: (list(Balance).index(row.place), -days_without(row.relation, today)),
    )
    page = Paginator(rows, PER_PAGE).get_page(asked.cleaned_data.get("page") or 1)
    counts, limits = counts_of(cared), limits_of(request.plan)
    context = {
        "place": "overview",
        "chips": [
            {"value": place.value, "label": PLACE_NAMES[place], "count": counts[place]} for place in Balance
        ],
        "chosen": chosen,
        "total": len(cared),
        "page": page,
        "rows": [_balance_row(row, limits, today) for row in page],
        "limits": limits,
        "coordinates_many": number_word(COORDINATES_MANY),
    }
    return render(request, "reports/balance.html", context)


def _balance_row(row, limits, today):
    """One line of the table in words."""
    last = row.relation.last_contact
    return {
        "actor": row,
        "place": row.place.value,
        "place_name": PLACE_NAMES[row.place],
        "last": f"{long_date(last, today)} · {count(days_without(row.relation, today), 'dag', 'dage')}"
        if last
        else "Aldrig",
        "colleagues": colleagues(row.relation.contacts, limits.days, today),
        "coordinating": row.relation.coordinating,
        "collaborations": row.relation.collaborations,
    }
