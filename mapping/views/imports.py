"""Bring in a spreadsheet: choose, look, say yes."""

from django.contrib import messages
from django.db import IntegrityError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from actors.models import ImportDraft
from actors.spreadsheet import SpreadsheetProblem
from config.danish import count, join_names
from config.methods import require_form_methods
from config.undo import done
from mapping.import_actions import ImportBlocked, finish_draft, keep_draft, read_import
from mapping.import_forms import ImportForm

ROWS_SHOWN = 50


@require_form_methods
def import_file(request):
    """Choose a file; a broken one gets one sentence and nothing is kept."""
    require(request.membership, Permission.IMPORT)
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()
        try:
            read_import(plan=request.plan, data=data, file_name=file.name)
        except SpreadsheetProblem as problem:
            form.add_error("file", str(problem))
        else:
            draft = keep_draft(
                plan=request.plan, by=request.user, data=data, file_name=file.name, now=timezone.now()
            )
            return redirect("mapping:import_preview", request.plan.slug, draft.pk)
    return render(request, "mapping/import_file.html", {"place": "actors", "form": form})


@require_safe
def import_preview(request, pk):
    """What the file would do, and what must be mended first."""
    require(request.membership, Permission.IMPORT)
    draft = get_object_or_404(request.plan.importdrafts.filter(by=request.user), pk=pk)
    try:
        plan = read_import(plan=request.plan, data=bytes(draft.data), file_name=draft.file_name)
    except SpreadsheetProblem as problem:
        messages.error(request, str(problem))
        return redirect("mapping:import", request.plan.slug)
    context = {
        "place": "actors",
        "draft": draft,
        "import_plan": plan,
        "new_actors": plan.new_actors[:ROWS_SHOWN],
        "more_new": max(len(plan.new_actors) - ROWS_SHOWN, 0),
        "blocking": [str(problem) for problem in plan.blocking[:ROWS_SHOWN]],
        "more_blocking": max(len(plan.blocking) - ROWS_SHOWN, 0),
        "warnings": [str(problem) for problem in plan.warnings[:ROWS_SHOWN]],
        "more_warnings": max(len(plan.warnings) - ROWS_SHOWN, 0),
        "summary": summary(plan),
    }
    return render(request, "mapping/import_preview.html", context)


def summary(plan) -> str:
    """How much the file brings, in a line: "60 nye aktører, 58 kontaktpersoner og 12 samarbejder"."""
    parts = [
        (len(plan.new_actors), "ny aktør", "nye aktører"),
        (len(plan.known_actors), "kendt aktør", "kendte aktører"),
        (plan.contact_count, "kontaktperson", "kontaktpersoner"),
        (len(plan.collaborations), "samarbejde", "samarbejder"),
    ]
    return join_names([count(number, one, many) for number, one, many in parts if number])


@require_POST
def import_run(request, pk):
    """The yes. All of it is written, or nothing; a second press changes nothing."""
    require(request.membership, Permission.IMPORT)
    draft = request.plan.importdrafts.select_related("plan").filter(by=request.user, pk=pk).first()
    if draft is None:
        messages.warning(request, "Filen er allerede indlæst eller fjernet.")
        return redirect("actors:list", request.plan.slug)
    try:
        result = finish_draft(draft=draft, by=request.user, today=timezone.localdate())
    except ImportDraft.DoesNotExist:
        messages.warning(request, "Filen er allerede indlæst eller fjernet.")
    except IntegrityError:
        messages.warning(request, "Nogen rettede i planen imens. Intet er læst ind. Se filen igennem igen.")
        return redirect("mapping:import_preview", request.plan.slug, draft.pk)
    except ImportBlocked:
        return redirect("mapping:import_preview", request.plan.slug, draft.pk)
    except SpreadsheetProblem as problem:
        messages.error(request, str(problem))
        return redirect("mapping:import", request.plan.slug)
    else:
        written = [
            (result.new_actors, "ny aktør", "nye aktører"),
            (result.contacts, "kontaktperson", "kontaktpersoner"),
            (result.collaborations, "samarbejde", "samarbejder"),
        ]
        words = join_names([count(number, one, many) for number, one, many in written if number])
        done(request, f"{words or 'Intet nyt'} er læst ind.", lead="Gemt.")
    return redirect("actors:list", request.plan.slug)


@require_POST
def import_cancel(request, pk):
    """Forget the file."""
    require(request.membership, Permission.IMPORT)
    request.plan.importdrafts.filter(by=request.user, pk=pk).delete()
    done(request, "Filen er fjernet. Intet er læst ind.")
    return redirect("mapping:import", request.plan.slug)
