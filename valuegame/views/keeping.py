"""What is pressed on a game as a whole: copied, ended, opened again, deleted, brought back."""

import uuid

from django import forms
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import Permission, require
from config.undo import done
from valuegame import actions


class CopyForm(forms.Form):
    """The button's own id, so that pressing it twice makes one copy."""

    submission = forms.UUIDField(required=False)


@require_POST
def game_copy(request, pk):
    """The same again: table, time and steps, and nothing that was said."""
    require(request.membership, Permission.GAME_LEAD)
    game = get_object_or_404(request.plan.games.kept(), pk=pk)
    form = CopyForm(request.POST)
    submission = form.cleaned_data["submission"] if form.is_valid() else uuid.uuid4()
    new = actions.copy_game(game=game, by=request.user, submission=submission)
    done(
        request,
        f"Her er en kopi af »{game.title}«. Sæt en dato.",
        lead="Kopieret.",
        undo_url=reverse("valuegame:delete", args=[request.plan.slug, new.pk]),
    )
    return redirect("valuegame:game", request.plan.slug, new.pk)


@require_POST
def game_close(request, pk):
    """It has been played: phones and wall take no more."""
    require(request.membership, Permission.GAME_LEAD)
    game = get_object_or_404(request.plan.games.kept(), pk=pk)
    actions.close_game(game=game, by=request.user, now=timezone.now())
    undo = reverse("valuegame:reopen", args=[request.plan.slug, pk])
    done(request, f"»{game.title}« er slut.", undo_url=undo, label="Åbn igen")
    return redirect("valuegame:summary", request.plan.slug, pk)


@require_POST
def game_reopen(request, pk):
    """It goes on after all, under a new code."""
    require(request.membership, Permission.GAME_LEAD)
    game = get_object_or_404(request.plan.games.kept(), pk=pk)
    actions.reopen_game(game=game, by=request.user)
    done(request, f"»{game.title}« er åbent igen, med en ny kode.")
    return redirect("valuegame:game", request.plan.slug, pk)


@require_POST
def game_delete(request, pk):
    """Off the list; the message's button brings it back."""
    require(request.membership, Permission.GAME_LEAD)
    game = get_object_or_404(request.plan.games, pk=pk)
    actions.delete_game(game=game, by=request.user, now=timezone.now())
    undo = reverse("valuegame:restore", args=[request.plan.slug, pk])
    done(request, f"»{game.title}« er slettet.", undo_url=undo)
    return redirect("valuegame:list", request.plan.slug)


@require_POST
def game_restore(request, pk):
    """Back on the list."""
    require(request.membership, Permission.GAME_LEAD)
    game = get_object_or_404(request.plan.games, pk=pk)
    actions.restore_game(game=game, by=request.user)
    done(request, f"»{game.title}« er tilbage.")
    return redirect("valuegame:game", request.plan.slug, pk)
