"""One sunshine talk: the page that fills the screen, and everything that is written on it.

Each form is a plain post that leads on to the next step. A script sends the same posts and asks for JSON:
then the answer says what was saved, or brings the form back with what is wrong.
"""

from django.db import transaction
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from actors import talk_actions
from actors.actions import NameTaken, StaleVersion
from actors.conflicts import on_top_of
from actors.guarded_forms import audit_override
from actors.method import VALUES
from actors.models import Ray, Source
from actors.talk_forms import LAST_STEP, GoForm, OwnValueForm, RayForm, StepForm, TalkForm
from actors.talk_page import Sent, TalkPage, saved_in_words, talk_url
from config.danish import clock
from config.sun import sun_label
from config.undo import done


@require_safe
def talk(request, pk, talk_pk):
    """The talk: the sun, one ray at a time, and last the actor's own values, who and when."""
    require(request.membership, Permission.VALUES_VIEW)
    found = _found(request, pk, talk_pk)
    steps = StepForm(request.GET)
    page = TalkPage(request, found, now=steps.step(), is_big=steps.is_big())
    return render(request, "actors/talk.html", page.context())


@require_POST
def talk_ray(request, pk, talk_pk, number):
    """Save one of the five rays."""
    require(request.membership, Permission.VALUES_EDIT)
    found = _found(request, pk, talk_pk)
    if not 1 <= number <= len(VALUES):
        raise Http404
    ray = found.rays.filter(value=number).first() or Ray(talk=found, value=number)
    form = RayForm(request.POST, instance=ray, auto_id=f"ray-{number}-%s", is_guess=_is_guess(found))
    return _save_ray(request, found, form, key=number, step=number)


@require_POST
def own_value(request, pk, talk_pk, ray_pk):
    """Save a value of the actor's own."""
    require(request.membership, Permission.VALUES_EDIT)
    found = _found(request, pk, talk_pk)
    ray = get_object_or_404(found.rays.filter(value__isnull=True), pk=ray_pk)
    form = OwnValueForm(request.POST, instance=ray, auto_id=f"own-{ray.pk}-%s", is_guess=_is_guess(found))
    return _save_ray(request, found, form, key=ray.pk, step=LAST_STEP)


@require_POST
def own_value_add(request, pk, talk_pk):
    """One more value of the actor's own; also what the undo of a removal posts to."""
    require(request.membership, Permission.VALUES_EDIT)
    found = _found(request, pk, talk_pk)
    form = OwnValueForm(
        request.POST, instance=Ray(talk=found), auto_id="own-new-%s", is_guess=_is_guess(found)
    )
    if form.is_valid():
        try:
            ray = _add(request, found, form)
        except NameTaken:
            form.refuse_name()
        except talk_actions.TooManyValues:
            form.refuse_more(talk_actions.OWN_AT_MOST)
        else:
            return _saved(request, found, ray, step=LAST_STEP, added=True)
    return _not_saved(request, found, Sent("add", form), step=LAST_STEP)


@require_POST
def own_value_remove(request, pk, talk_pk, ray_pk):
    """Take a value of the actor's own out; the message's button puts it back."""
    require(request.membership, Permission.VALUES_EDIT)
    found = _found(request, pk, talk_pk)
    ray = get_object_or_404(found.rays.filter(value__isnull=True), pk=ray_pk)
    undo = reverse("actors:own_value_add", args=[request.plan.slug, pk, talk_pk])
    # What is said to be no CPR number was said so when it was written.
    kept = {"name": ray.name, "level": ray.level, "gains": ray.gains, "gives": ray.gives, "cpr_ok": "on"}
    fields = {name: str(text) for name, text in kept.items() if text not in (None, "")}
    talk_actions.remove_own_value(ray=ray, by=request.user)
    done(request, f"»{ray.name}« er fjernet.", undo_url=undo, undo_fields=fields)
    return _to_step(found, LAST_STEP)


@require_POST
def talk_facts(request, pk, talk_pk):
    """Save who was there, when, and how we know."""
    require(request.membership, Permission.VALUES_EDIT)
    found = _found(request, pk, talk_pk)
    page = TalkPage(request, found)
    form = TalkForm(
        request.POST, instance=found, cards=page.cards, today=timezone.localdate(), auto_id="talk-%s"
    )
    if not form.is_valid():
        return _not_saved(request, found, Sent("talk", form), step=LAST_STEP)
    try:
        changed = _change(request, found, form, dict(page.cards))
    except StaleVersion:
        return _not_saved(request, found, _newer_facts(request, form), step=LAST_STEP)
    return _saved(request, changed, None, step=LAST_STEP)


# -- Saving --------------------------------------------------------------------------------------------


def _found(request, pk, talk_pk):
    """The talk of this actor, kept and of this plan; else 404."""
    actor = get_object_or_404(request.plan.actors, pk=pk)
    talks = actor.talks.kept().select_related("actor", "plan", "held_by__user").prefetch_related("present")
    return get_object_or_404(talks, pk=talk_pk)


def _is_guess(talk) -> bool:
    return talk.source == Source.ESTIMATE


def _save_ray(request, talk, form, *, key, step):
    """Save a ray that is there or one of the five, and answer."""
    if not form.is_valid():
        return _not_saved(request, talk, Sent(key, form), step=step)
    try:
        with transaction.atomic():
            ray = talk_actions.save_ray(
                talk=talk, by=request.user, now=timezone.now(), ray=form.instance, said=form.said(),
                version=form.cleaned_data["version"] or 0,
            )  # fmt: skip
            audit_override(form, plan=request.plan, by=request.user, obj=ray)
    except StaleVersion:
        return _not_saved(request, talk, _beside_what_stands(talk, form, key), step=step)
    except NameTaken:
        form.refuse_name()
        return _not_saved(request, talk, Sent(key, form), step=step)
    return _saved(request, talk, ray, step=step)


@transaction.atomic
def _add(request, talk, form):
    """The new value of the actor's own. Raises NameTaken or TooManyValues."""
    ray = talk_actions.add_own_value(talk=talk, by=request.user, now=timezone.now(), said=form.said())
    audit_override(form, plan=request.plan, by=request.user, obj=ray)
    return ray


@transaction.atomic
def _change(request, talk, form, cards):
    """The talk with its new facts. Raises StaleVersion."""
    changed = talk_actions.change_talk(
        talk=talk, by=request.user, said=form.said(), present=form.chosen(), offered=cards,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=changed)
    return changed


def _beside_what_stands(talk, form, key) -> Sent:
    """The sent form on the row as it is now, and where the two differ; its next save is on top."""
    which = {"value": form.instance.value} if form.instance.value else {"pk": form.instance.pk}
    stands = talk.rays.filter(**which).first() or Ray(talk=talk, value=form.instance.value, version=0)
    return Sent(key, _with_version(form, stands.version), form.differences(stands))


def _newer_facts(request, form) -> Sent:
    """The same for who and when."""
    stands = request.plan.talks.get(pk=form.instance.pk)
    return Sent("talk", _with_version(form, stands.version), form.differences(stands))


def _with_version(form, version):
    """The form as it was sent, but with the version that the user has now seen."""
    form.data = on_top_of(version, form.data)
    return form


# -- Answers -------------------------------------------------------------------------------------------


def _wants_json(request) -> bool:
    """True for the script of the page, which asks for nothing else."""
    return request.headers.get("Accept") == "application/json"


def _saved(request, talk, ray, *, step, added=False):
    """On to the step that was asked for; the script is told what stands now."""
    if _wants_json(request):
        return JsonResponse(_receipt(request, talk, ray, added))
    target = GoForm(request.POST).target(step)
    if target is not None:
        return _to_step(talk, target)
    talk_actions.finish_talk(talk=talk, by=request.user, now=timezone.now())
    done(request, f"Samtalen med {talk.actor.name} står her.", lead="Gemt.")
    return redirect("actors:talks", request.plan.slug, talk.actor_id)


def _receipt(request, talk, ray, added) -> dict:
    """What was saved and when, the sun in words, and the markup of a value that is new."""
    page = TalkPage(request, talk)
    version = talk.version if ray is None else ray.version
    at = saved_in_words(ray) or f"Gemt kl. {clock(timezone.localtime())}"
    answer = {"saved": True, "version": version, "at": at, "title": f"{page.title()} · {page.when()}"}
    if added:
        answer["html"] = render_to_string(
            "actors/_talk_own.html", {"step": page.own(ray), "is_new": True}, request
        )
    return {**answer, "label": sun_label(page.levels())}


def _not_saved(request, talk, sent, *, step):
    """What is wrong, beside what was typed: the whole page, or for the script the form alone."""
    page = TalkPage(request, talk, now=step, sent=sent)
    context = page.context()
    if not _wants_json(request):
        return render(request, "actors/talk.html", context)
    part = {"add": "actors/_talk_add.html", "talk": "actors/_talk_facts.html"}.get(sent.key)
    steps = (*context["steps"], *context["own"])
    context["step"] = next((one for one in steps if one.form is sent.form), None)
    html = render_to_string(part or "actors/_talk_fields.html", context, request)
    return JsonResponse({"saved": False, "html": html, "conflict": sent.conflict is not None})


def _to_step(talk, step):
    """The page at that step."""
    return redirect(f"{talk_url(talk)}?{urlencode({'straale': step})}")
