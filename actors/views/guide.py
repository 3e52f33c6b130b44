"""The question guide of the interessentanalyse: everybody on the team reads it, the leader changes it."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from accounts.access import Permission, may, require
from actors import guide_actions
from actors.conflicts import Difference
from actors.guarded_forms import audit_override
from actors.guide import find
from actors.guide_forms import PlaceForm, QuestionForm, SwitchForm, WordingForm
from actors.guide_queries import guide_of
from config.danish import capitalised, number_word
from config.methods import require_form_methods
from config.undo import done
from config.undo_tokens import facts_in, token_with


@require_form_methods
def guide(request):
    """All questions by value; the form that adds one's own."""
    require(request.membership, Permission.VALUES_VIEW)
    form = QuestionForm(request.POST or None)
    if request.method == "POST":
        require(request.membership, Permission.GUIDE_EDIT)
        if form.is_valid() and _added(request, form):
            return _back(request)
    groups = guide_of(request.plan)
    context = {
        "place": "actors",
        "groups": groups,
        "form": form,
        "fact": _fact(groups),
        "can_edit": may(request.membership, Permission.GUIDE_EDIT),
    }
    return render(request, "actors/guide.html", context)


def _fact(groups) -> str:
    """How many are asked, and how many have been put away."""
    asked = sum(len(group.on) for group in groups)
    away = sum(len(group.questions) for group in groups) - asked
    rest = f" {capitalised(number_word(away, neuter=True))} er lagt væk." if away else ""
    return f"{asked} spørgsmål til en aktør, samlet efter de fem værdier.{rest}"


def _added(request, form: QuestionForm) -> bool:
    """Save the question and say so; else the problem stands in the form."""
    try:
        with transaction.atomic():
            question = guide_actions.add_question(
                plan=request.plan, by=request.user, value=form.cleaned_data["value"],
                text=form.cleaned_data["text"],
            )  # fmt: skip
            audit_override(form, plan=request.plan, by=request.user, obj=question)
    except guide_actions.GuideProblem as problem:
        form.add_error("value", str(problem))
        return False
    done(request, "Spørgsmålet er med i guiden.", lead="Gemt.")
    return True


@require_form_methods
def guide_edit(request, pk):
    """Other words for an own question; a colleague's words are never overwritten unseen."""
    require(request.membership, Permission.GUIDE_EDIT)
    question = get_object_or_404(request.plan.guidequestions, pk=pk, key="")
    form, conflicts = WordingForm(request.POST or None, instance=question), None
    if request.method == "POST" and form.is_valid():
        try:
            _reword(request, question, form)
        except guide_actions.GuideProblem as problem:
            form.add_error(None, str(problem))
        except guide_actions.QuestionChanged:
            form, conflicts = _beside_what_stands(request, question, form.cleaned_data["text"])
        else:
            done(request, "Gamle svar beholder de ord, der blev spurgt med.", lead="Gemt.")
            return _back(request)
    context = {"place": "actors", "form": form, "question": question, "conflicts": conflicts}
    return render(request, "actors/guide_edit.html", context)


def _reword(request, question, form: WordingForm) -> None:
    """Write the words. Raises GuideProblem or QuestionChanged."""
    with transaction.atomic():
        guide_actions.change_question(
            plan=request.plan, question=question, by=request.user, text=form.cleaned_data["text"],
            seen=form.cleaned_data["seen"],
        )  # fmt: skip
        audit_override(form, plan=request.plan, by=request.user, obj=question)


def _beside_what_stands(request, question, typed: str):
    """The posted form on top of the words as they are now, and both texts."""
    fresh = request.plan.guidequestions.get(pk=question.pk)
    data = request.POST.copy()
    data["seen"] = fresh.text
    return WordingForm(data, instance=fresh), [Difference("Spørgsmål", fresh.text, typed)]


@require_POST
def guide_place(request, question_key):
    """Up or down among the questions of the same value: to a place by its number, so that twice is once."""
    require(request.membership, Permission.GUIDE_EDIT)
    found = _found(request, question_key)
    form = PlaceForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Brug knapperne op og ned.")
    elif not guide_actions.place_question(
        plan=request.plan, by=request.user, key=found.key, place=form.cleaned_data["place"]
    ):
        raise Http404
    return _back(request, found.key)


@require_POST
def guide_switch(request, question_key):
    """Put a question away, or ask it again. Answers stay where they are."""
    require(request.membership, Permission.GUIDE_EDIT)
    found = _found(request, question_key)
    form = SwitchForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Vælg, om spørgsmålet er med.")
        return _back(request, found.key)
    is_on = form.cleaned_data["is_on"]
    if not guide_actions.switch_question(plan=request.plan, by=request.user, key=found.key, is_on=is_on):
        raise Http404
    done(request, "Spørgsmålet er med igen." if is_on else "Spørgsmålet er lagt væk. Gamle svar bliver.")
    return _back(request, found.key)


@require_POST
def guide_remove(request, pk):
    """Take an own question away, with a way back."""
    require(request.membership, Permission.GUIDE_EDIT)
    question = get_object_or_404(request.plan.guidequestions, pk=pk, key="")
    token = token_with(guide_actions.kept_of(question), salt=_salt(request.plan))
    guide_actions.remove_question(question=question, by=request.user)
    undo = f"{reverse('actors:guide_restore', args=[request.plan.slug])}?{urlencode({'token': token})}"
    done(request, "Spørgsmålet er fjernet. Gamle svar bliver.", undo_url=undo)
    return _back(request)


@require_POST
def guide_restore(request):
    """Undo of a removal; harmless when repeated."""
    require(request.membership, Permission.GUIDE_EDIT)
    kept = facts_in(request.GET.get("token", ""), salt=_salt(request.plan))
    guide_actions.restore_question(plan=request.plan, by=request.user, kept=kept)
    done(request, "Spørgsmålet er tilbage.")
    return _back(request)


def _salt(plan) -> str:
    return f"guide {plan.pk}"


def _found(request, key: str):
    """The question of this plan's guide; else 404."""
    found = find(guide_of(request.plan), key)
    if found is None:
        raise Http404
    return found[1]


def _back(request, key: str = ""):
    """To the guide, at the question that was pressed."""
    url = reverse("actors:guide", args=[request.plan.slug])
    return redirect(f"{url}#q-{key}" if key else url)
