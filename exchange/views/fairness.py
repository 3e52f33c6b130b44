"""Who has had how much: one page for whoever runs the bookings impartially."""

from datetime import date, timedelta

from django import forms
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from config.forms import DateInput
from exchange.availability import Span
from exchange.share import period_of, shares

DAYS_AT_MOST = 1100
BACK, AHEAD = timedelta(days=90), timedelta(days=30)


class PeriodForm(forms.Form):
    """From one day to another; three months back and one ahead when nothing is said."""

    fra = forms.DateField(
        label="Fra", required=False, widget=DateInput(),
        error_messages={"invalid": "Skriv datoen som 14-10-2026"},
    )  # fmt: skip
    til = forms.DateField(
        label="Til og med", required=False, widget=DateInput(),
        error_messages={"invalid": "Skriv datoen som 14-10-2026"},
    )  # fmt: skip

    def __init__(self, data, *, today: date):
        first = {"fra": today - BACK, "til": today + AHEAD}
        super().__init__(data if "fra" in data or "til" in data else None, initial=first)
        self.usual = first

    def clean(self):
        said = super().clean()
        first, last = said.get("fra") or self.usual["fra"], said.get("til") or self.usual["til"]
        if last < first:
            self.add_error("til", "Vælg en dag efter den første")
        elif (last - first).days > DAYS_AT_MOST or not 2000 < first.year < 2100:
            self.add_error("til", "Vælg højst tre år ad gangen")
        return said

    def period(self) -> tuple[date, date]:
        """The first and the last day; the usual ones when something is wrong."""
        said = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return said.get("fra") or self.usual["fra"], said.get("til") or self.usual["til"]


@require_safe
def fairness(request):
    """Each organisation's times and hours, at peak and in all."""
    require(request.membership, Permission.BOOKING_EDIT)
    form = PeriodForm(request.GET, today=timezone.localdate())
    first, last = form.period()
    period = period_of(first, last)
    booked = (
        request.plan.bookings.standing()
        .between(period.begin, period.end)
        .values_list("borrower_id", "borrower__name", "begins_at", "ends_at")
    )
    rows = shares(((key, name, Span(begin, end)) for key, name, begin, end in booked), period)
    context = {"place": "exchange", "form": form, "rows": rows, "first": first, "last": last}
    return render(request, "exchange/fairness.html", context)
