"""The values of an actor: where they stand now, the talks they come from, and how a talk begins and ends."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors import talk_actions
from actors.interview_queries import interviews_of
from actors.profile import actor_frame
from actors.talk_forms import BeginForm
from actors.talk_page import talk_url
from actors.value_queries import said_of
from actors.value_rows import talk_rows, value_rows
from actors.value_words import guessed_of, levels_of
from actors.values import standing
from config.undo import done


@require_safe
def talks(request, pk):
    """The tab Værdier: the sun now, each value with its source, and the talks."""
    require(request.membership, Permission.VALUES_VIEW)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    today = timezone.localdate()
    said = said_of(actor)
    stands = standing(said)
    context = {
        **actor_frame(request, actor, "values", today=today),
        "levels": levels_of(stands),
        "guessed": guessed_of(stands),
        "rows": value_rows(said, today) if stands else (),
        "talks": talk_rows(actor, request.membership, today),
        "interviews": interviews_of(actor),
        "today": today,
        "can_edit_values": may(request.membership, Permission.VALUES_EDIT),
    }
    return render(request, "actors/actor_talks.html", context)


@require_POST
def talk_begin(request, pk):
    """Begin a talk and open it. The same button pressed twice begins one."""
    require(request.membership, Permission.VALUES_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    talk = talk_actions.begin_talk(
        actor=actor, by=request.user, held_by=request.membership, on=timezone.localdate(),
        **BeginForm(request.POST).values(),
    )  # fmt: skip
    return redirect(talk_url(talk))


@require_POST
def talk_delete(request, pk, talk_pk):
    """Take a talk away with all that was said in it; the message's button brings it back."""
    require(request.membership, Permission.VALUES_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    talk = get_object_or_404(actor.talks.kept(), pk=talk_pk)
    talk_actions.delete_talk(talk=talk, by=request.user, now=timezone.now())
    undo = reverse("actors:talk_restore", args=[request.plan.slug, actor.pk, talk.pk])
    done(request, "Samtalen er slettet. Det, der blev sagt, tæller ikke længere med.", undo_url=undo)
    return redirect("actors:talks", request.plan.slug, actor.pk)


@require_POST
def talk_restore(request, pk, talk_pk):
    """Undo of a deletion; harmless when repeated."""
    require(request.membership, Permission.VALUES_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    talk = get_object_or_404(actor.talks, pk=talk_pk)
    talk_actions.restore_talk(talk=talk, by=request.user)
    done(request, "Samtalen er tilbage.")
    return redirect("actors:talks", request.plan.slug, actor.pk)
