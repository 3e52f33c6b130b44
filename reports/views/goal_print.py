"""Goals on paper: how each stands, for the board."""

from django import forms
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from config.danish import full_date
from reports.goal_page import all_rows, figures_of, load_of
from reports.goal_rules import FocusRow
from reports.indicators import goal_rows
from reports.sending import file_name
from reports.views.guides import document


class PaperForm(forms.Form):
    """Up to which day, today when nothing or nonsense is asked for."""

    til = forms.DateField(required=False)


@require_safe
def goals(request):
    """Status per goal on A4: sentence, chart and story of each."""
    require(request.membership, Permission.GOAL_VIEW)
    now, today = timezone.now(), timezone.localdate()
    form = PaperForm(request.GET)
    asked = form.cleaned_data["til"] if form.is_valid() else None
    until = asked if asked and asked.year >= 2000 and asked <= today else today
    focus_rows = goal_rows(request.plan, until, now=now)
    context = {
        "focus_groups": [(focus, _goals(focus)) for focus in focus_rows if focus.goals],
        "load": load_of(all_rows(focus_rows), today), "until": full_date(until),
        "today": full_date(today),
    }  # fmt: skip
    return document(request, "print/goals.html", context, file_name("maal", request.plan.slug))


def _goals(focus: FocusRow) -> list[tuple]:
    """Each goal with its figures, and its parts with theirs."""
    return [
        (goal, figures_of(goal), [(part, figures_of(part)) for part in goal.parts]) for goal in focus.goals
    ]
