"""Writing a month's figures in one table, and undoing it."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import Permission, require
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import audit_override
from config.danish import capitalised, count
from config.methods import require_form_methods
from config.undo import done
from reports import value_actions as actions
from reports.goal_periods import Period
from reports.month_cells import cells_of
from reports.month_form import MonthForm, MonthPick, PasteForm, on_top


@require_form_methods
def month(request):
    """The table of one month: a field for each figure that is counted by hand."""
    require(request.membership, Permission.GOAL_EDIT)
    pick = MonthPick(request.GET, today=timezone.localdate())
    asked = pick.month
    cells = cells_of(request.plan, asked)
    if request.method != "POST":
        return _page(request, pick, asked, MonthForm(cells=cells), PasteForm())
    paste = PasteForm(request.POST)
    if paste.asked:
        return _spread(request, pick, asked, paste, cells)
    form = MonthForm(request.POST, cells=cells)
    if not form.is_valid():
        return _page(request, pick, asked, form, PasteForm(request.POST))
    try:
        entry = _write(request, form)
    except actions.ValuesOvertaken as overtaken:
        return _overtaken(request, pick, asked, form, overtaken.places)
    _say(request, asked, entry)
    return redirect(_home(request, asked))


def _home(request, asked: Period) -> str:
    return f"{reverse('goals:month', args=[request.plan.slug])}?maaned={asked.code}"


@transaction.atomic
def _write(request, form: MonthForm):
    entry = actions.write_values(
        plan=request.plan, by=request.user, wanted=form.wanted, now=timezone.now(),
        submission=form.cleaned_data["submission"],
    )  # fmt: skip
    if entry:
        audit_override(form, plan=request.plan, by=request.user, obj=entry)
    return entry


def _say(request, asked: Period, entry) -> None:
    """How many figures were written, with the way back."""
    if entry is None:
        done(request, f"Intet var ændret i {asked.name}.")
        return
    undo = reverse("goals:entry_undo", args=[request.plan.slug, entry.pk])
    number = count(len(entry.changes), "tal", "tal")
    done(request, f"{number} for {asked.name}.", lead="Gemt.", undo_url=undo)


def _spread(request, pick: MonthPick, asked: Period, paste: PasteForm, cells):
    """The column in its fields, to be looked at; nothing is saved yet."""
    data = paste.spread(request.POST, cells)
    form = MonthForm(request.POST if data is None else data, cells=cells)
    if data is not None:
        form.is_valid()
        paste = PasteForm()
    return _page(request, pick, asked, form, paste, spread=data is not None)


def _overtaken(request, pick: MonthPick, asked: Period, form: MonthForm, places):
    """Both figures; the next save is on top of what stands now."""
    cells = cells_of(request.plan, asked)
    fresh = MonthForm(on_top(request.POST, form.wanted, cells, places), cells=cells)
    conflicts = fresh.differences(places) if fresh.is_valid() else []
    return _page(request, pick, asked, fresh, PasteForm(), conflicts=conflicts)


def _page(request, pick: MonthPick, asked: Period, form: MonthForm, paste: PasteForm, **more):
    pick = MonthPick({"maaned": asked.code}, today=pick.today)
    context = {
        "place": "goals", "pick": pick, "month": asked, "heading": capitalised(asked.name), "form": form,
        "paste": paste, "free_text_hint": FREE_TEXT_HINT, "is_newest": pick.newest(asked),
        "conflicts": None, "spread": False, **more,
    }  # fmt: skip
    return render(request, "reports/goal_month.html", context)


@require_POST
def entry_undo(request, entry_pk):
    """Put back what stood before; what somebody wrote since is left."""
    require(request.membership, Permission.GOAL_EDIT)
    entry = get_object_or_404(request.plan.valueentrys.select_related("plan"), pk=entry_pk)
    undone = actions.undo_entry(entry=entry, by=request.user, now=timezone.now())
    said = f"{capitalised(count(undone.restored, 'tal', 'tal'))} er som før."
    if undone.left:
        said += f" {count(undone.left, 'tal', 'tal')} er rettet siden og står, som de står."
    done(request, said, lead="Fortrudt.")
    return redirect("goals:month", request.plan.slug)
