"""Figures as a spreadsheet: fetch them; or choose a file, look, say yes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from accounts.audit import record
from actors.spreadsheet import SpreadsheetProblem, write_xlsx
from actors.views.export import XLSX
from config.danish import count
from config.methods import require_form_methods
from config.undo import done
from mapping.import_forms import ImportForm
from reports.goal_export import goal_tables
from reports.indicators import goal_rows
from reports.models import ValueDraft
from reports.value_actions import ValuesOvertaken
from reports.value_import_actions import ValuesBlocked, finish_values, keep_values, read_values
from reports.value_marks import words_of

SHOWN = 100
GONE = "Filen er allerede læst ind eller fjernet."


@require_safe
def values_export(request):
    """All goals with their state, and all figures as the import takes them back."""
    require(request.membership, Permission.GOAL_VIEW)
    require(request.membership, Permission.EXPORT)
    now, today = timezone.now(), timezone.localdate()
    tables = goal_tables(goal_rows(request.plan, today, now=now, with_stories=False))
    record(plan=request.plan, by=request.user, verb="export", obj=request.plan, fields=["goals"])
    name = f"Mål og tal {request.plan.name} {today.isoformat()}.xlsx"
    headers = {"Content-Disposition": content_disposition_header(True, name)}
    return HttpResponse(write_xlsx(tables), content_type=XLSX, headers=headers)


class ValueFileForm(ImportForm):
    """One file with figures."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = "Excel eller CSV med kolonnerne Indikator, Måned og Værdi."


@require_form_methods
def values_import(request):
    """Choose a file; a broken one gets one sentence and nothing is kept."""
    require(request.membership, Permission.GOAL_EDIT)
    form = ValueFileForm(request.POST, request.FILES) if request.method == "POST" else ValueFileForm()
    if request.method == "POST" and form.is_valid():
        file, now = form.cleaned_data["file"], timezone.now()
        kept = {"plan": request.plan, "data": file.read(), "file_name": file.name, "now": now}
        try:
            read_values(**kept)
        except SpreadsheetProblem as problem:
            form.add_error("file", str(problem))
        else:
            draft = keep_values(by=request.user, **kept)
            return redirect("goals:import_preview", request.plan.slug, draft.pk)
    return render(request, "reports/values_import.html", {"place": "goals", "form": form})


@require_safe
def import_preview(request, pk):
    """What the file would write, and what must be mended first."""
    require(request.membership, Permission.GOAL_EDIT)
    draft = get_object_or_404(request.plan.valuedrafts.filter(by=request.user), pk=pk)
    try:
        found = read_values(
            plan=request.plan, data=bytes(draft.data), file_name=draft.file_name, now=timezone.now()
        )
    except SpreadsheetProblem as problem:
        messages.error(request, str(problem))
        return redirect("goals:import", request.plan.slug)
    shown = [(row, words_of(row.stands), words_of(row.new)) for row in found.rows[:SHOWN]]
    context = {
        "place": "goals", "draft": draft, "found": found, "rows": shown,
        "more": max(len(found.rows) - SHOWN, 0), "problems": found.problems[:SHOWN],
        "more_problems": max(len(found.problems) - SHOWN, 0),
    }  # fmt: skip
    return render(request, "reports/values_preview.html", context)


@require_POST
def import_run(request, pk):
    """The yes. All of it is written, or nothing; a second press changes nothing."""
    require(request.membership, Permission.GOAL_EDIT)
    draft = request.plan.valuedrafts.select_related("plan").filter(by=request.user, pk=pk).first()
    if draft is None:
        messages.warning(request, GONE)
        return redirect("goals:list", request.plan.slug)
    try:
        entry = finish_values(draft=draft, by=request.user, now=timezone.now())
    except ValueDraft.DoesNotExist:
        messages.warning(request, GONE)
    except ValuesBlocked:
        return redirect("goals:import_preview", request.plan.slug, pk)
    except ValuesOvertaken:
        messages.warning(request, "Nogen skrev tal imens. Intet er læst ind. Se filen igennem igen.")
        return redirect("goals:import_preview", request.plan.slug, pk)
    except SpreadsheetProblem as problem:
        messages.error(request, str(problem))
        return redirect("goals:import", request.plan.slug)
    else:
        _say(request, entry)
    return redirect("goals:list", request.plan.slug)


def _say(request, entry) -> None:
    """How much came in, with the way back."""
    if entry is None:
        done(request, "Alle tal i filen stod her allerede.")
        return
    undo = reverse("goals:entry_undo", args=[request.plan.slug, entry.pk])
    done(request, f"{count(len(entry.changes), 'tal', 'tal')} er læst ind.", lead="Gemt.", undo_url=undo)


@require_POST
def import_cancel(request, pk):
    """Forget the file."""
    require(request.membership, Permission.GOAL_EDIT)
    request.plan.valuedrafts.filter(by=request.user, pk=pk).delete()
    done(request, "Filen er fjernet. Intet er læst ind.")
    return redirect("goals:import", request.plan.slug)
