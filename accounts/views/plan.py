"""The plan's own page, and the words it chooses itself."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from accounts.actions import (
    AccountsProblem,
    add_focus_preset,
    add_term,
    move_term,
    rename_term,
    restore_term,
)
from accounts.audit import record
from accounts.forms import FocusPresetForm, PlanForm, TermForm
from config.danish import count
from config.methods import require_form_methods
from config.undo import done
from config.undo_tokens import facts_in, token_with


@dataclass(frozen=True)
class TermKind:
    """One of the three lists of words: where it hangs on the plan, and what it is called."""

    key: str
    related: str
    title: str
    one: str
    hint: str
    # Reverse relations that use the word, with what they count.
    used_by: tuple[tuple[str, str, str], ...]

    @property
    def none_yet(self) -> str:
        """What an empty list says."""
        return f"Ingen {self.title.lower()} endnu"


TERM_KINDS = {
    kind.key: kind
    for kind in (
        TermKind(
            "omraader", "areas", "Boligområder", "boligområde",
            "De boligområder, planen dækker.",
            (("actors", "aktør", "aktører"), ("initiatives", "initiativ", "initiativer")),
        ),
        TermKind(
            "indsatsomraader", "focusareas", "Indsatsområder", "indsatsområde",
            "Planens temaer. I kan rette dem, når planen skifter.",
            (("initiatives", "initiativ", "initiativer"), ("goals", "mål", "mål")),
        ),
        TermKind(
            "maalgrupper", "targetgroups", "Målgrupper", "målgruppe",
            "Grupper af beboere. Skriv aldrig enkeltpersoner.",
            (
                ("actors", "aktør", "aktører"), ("collaborations", "samarbejde", "samarbejder"),
                ("initiatives", "initiativ", "initiativer"),
            ),
        ),
    )
}  # fmt: skip


@require_safe
def plan(request):
    """Period, housing organisations, and the plan's own words."""
    require(request.membership, Permission.PLAN_VIEW)
    context = {
        "place": "plan",
        "lists": [(kind, list(getattr(request.plan, kind.related).all())) for kind in TERM_KINDS.values()],
        "organisations": [line for line in request.plan.housing_organisations.splitlines() if line.strip()],
        "can_edit": may(request.membership, Permission.PLAN_EDIT),
        "can_see_members": may(request.membership, Permission.MEMBERS_VIEW),
        "can_open": may(request.membership, Permission.PUBLIC_EDIT),
        "can_see_audit": may(request.membership, Permission.AUDIT_VIEW),
    }
    return render(request, "accounts/plan.html", context)


@require_form_methods
def plan_edit(request):
    """Change name, municipality, organisations and period."""
    require(request.membership, Permission.PLAN_EDIT)
    form = PlanForm(request.POST or None, instance=request.plan)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.save()
            record(
                plan=request.plan, by=request.user, verb="change", obj=request.plan, fields=form.changed_data
            )
        done(request, "Planen er gemt.")
        return redirect("accounts:plan", request.plan.slug)
    if form.errors:
        request.plan.refresh_from_db()
    return render(request, "accounts/plan_edit.html", {"place": "plan", "form": form})


@require_form_methods
def terms(request, kind):
    """One list of words: add at the bottom, rename, move, take away what nobody uses."""
    require(request.membership, Permission.PLAN_EDIT)
    kind, queryset = _terms(request, kind)
    form = TermForm(request.POST or None, terms=queryset)
    if request.method == "POST" and form.is_valid():
        try:
            term = add_term(
                plan=request.plan, terms=queryset, by=request.user, name=form.cleaned_data["name"]
            )
        except AccountsProblem as problem:
            form.add_error("name", str(problem))
        else:
            done(request, f"»{term.name}« er tilføjet.")
            return redirect("accounts:terms", request.plan.slug, kind.key)
    context = {"place": "plan", "kind": kind, "terms": list(queryset.all()), "form": form}
    if kind.related == "focusareas":
        context["preset_form"] = FocusPresetForm()
    return render(request, "accounts/terms.html", context)


@require_form_methods
def term_edit(request, kind, pk):
    """Another name for the word; everything that uses it follows."""
    require(request.membership, Permission.PLAN_EDIT)
    kind, queryset = _terms(request, kind)
    term = get_object_or_404(queryset, pk=pk)
    form = TermForm(request.POST or None, terms=queryset, instance=term)
    if request.method == "POST" and form.is_valid():
        try:
            rename_term(term=term, by=request.user, name=form.cleaned_data["name"])
        except AccountsProblem as problem:
            form.add_error("name", str(problem))
            term.refresh_from_db()
        else:
            done(request, f"Navnet er nu »{term.name}«.")
            return redirect("accounts:terms", request.plan.slug, kind.key)
    return render(
        request, "accounts/term_edit.html", {"place": "plan", "kind": kind, "term": term, "form": form}
    )


@require_POST
def term_move(request, kind, pk, step):
    """One place up or down. At the end nothing happens."""
    require(request.membership, Permission.PLAN_EDIT)
    kind, queryset = _terms(request, kind)
    places = -1 if step == "op" else 1
    if not move_term(plan=request.plan, terms=queryset, by=request.user, pk=pk, places=places):
        raise Http404
    return redirect("accounts:terms", request.plan.slug, kind.key)


@require_POST
def term_delete(request, kind, pk):
    """Take away a word that nobody uses; one in use is kept, and the page says by how many."""
    require(request.membership, Permission.PLAN_EDIT)
    kind, queryset = _terms(request, kind)
    with transaction.atomic():
        term = get_object_or_404(queryset.select_for_update(), pk=pk)
        uses = [(getattr(term, name).count(), one, many) for name, one, many in kind.used_by]
        if any(number for number, _, _ in uses):
            users = " og ".join(count(number, one, many) for number, one, many in uses if number)
            messages.warning(request, f"»{term.name}« bruges af {users}. Giv det et andet navn i stedet.")
            return redirect("accounts:terms", request.plan.slug, kind.key)
        kept = {"id": str(term.pk), "name": term.name, "position": term.position}
        token = token_with(kept, salt=f"{request.plan.pk}:{kind.key}")
        record(plan=request.plan, by=request.user, verb="delete", obj=term)
        term.delete()
    undo = reverse("accounts:term_restore", args=[request.plan.slug, kind.key, token])
    done(request, f"»{term.name}« er fjernet.", undo_url=undo)
    return redirect("accounts:terms", request.plan.slug, kind.key)


@require_POST
def term_restore(request, kind, token):
    """Undo of a deletion; harmless when repeated."""
    require(request.membership, Permission.PLAN_EDIT)
    kind, queryset = _terms(request, kind)
    kept = facts_in(token, salt=f"{request.plan.pk}:{kind.key}")
    restore_term(plan=request.plan, terms=queryset, by=request.user, kept=kept)
    done(request, f"»{kept['name']}« er tilbage.")
    return redirect("accounts:terms", request.plan.slug, kind.key)


@require_POST
def focus_preset(request):
    """Add one of the two known sets of focus areas."""
    require(request.membership, Permission.PLAN_EDIT)
    form = FocusPresetForm(request.POST)
    if form.is_valid():
        added = add_focus_preset(plan=request.plan, by=request.user, preset_key=form.cleaned_data["preset"])
        words = count(len(added), "indsatsområde", "indsatsområder")
        done(request, f"{words} er tilføjet." if added else "Alle ord i sættet står her allerede.")
    else:
        messages.warning(request, "Vælg et sæt indsatsområder.")
    return redirect("accounts:terms", request.plan.slug, "indsatsomraader")


def _terms(request, key):
    """The kind and the plan's own rows of it; 404 for a list that does not exist."""
    kind = TERM_KINDS.get(key)
    if kind is None:
        raise Http404
    return kind, getattr(request.plan, kind.related)
