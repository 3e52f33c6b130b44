"""The balance of Overblik as a table: who carries too much, and who is about to be forgotten."""

from django import forms
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from actors.care import COORDINATES_MANY, PLACE_NAMES, Balance, colleagues, days_without
from actors.care_queries import cared_for, counts_of, limits_of
from config.danish import count, long_date, number_word

PER_PAGE = 50


class BalanceForm(forms.Form):
    """Which place on the axis, and which page."""

    gruppe = forms.ChoiceField(required=False, choices=[(place.value, place.value) for place in Balance])
    page = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)


@require_safe
def balance(request):
    """The strip as a table: the same actors and the same three numbers."""
    require(request.membership, Permission.CONTACT_LOG_VIEW)
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
