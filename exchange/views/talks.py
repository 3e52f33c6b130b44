"""Talks about a listing, for those with a login: answering, asking somebody, and the steps of a talk."""

from functools import partial

from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from exchange import talk_actions as actions
from exchange.listing_forms import AnswerForm
from exchange.talk_actions import Side, TalkProblem
from exchange.talk_mail import invite, mailbox_of, tell_other
from exchange.talk_page import links_of, sides_of
from exchange.views import talk_steps
from exchange.views.listings import own_listing
from exchange.views.picking import picker
from exchange.views.talk_steps import Door

NO_MAIL = "{} har ingen mail her. Skriv aktørens fælles mail på profilen, og prøv igen."


@require_form_methods
def listing_answer(request, pk):
    """Answer a listing on behalf of one's own organisation, or (the team) of any."""
    require(request.membership, Permission.EXCHANGE_POST)
    there = request.plan.listings.standing(timezone.localdate()).select_related("actor", "plan")
    listing = get_object_or_404(there, pk=pk)
    form = AnswerForm(request.POST if request.method == "POST" else None, membership=request.membership)
    if request.method != "POST" or "find" in request.POST or not form.is_valid():
        return _first_page(request, form, listing, asks=False)
    try:
        with transaction.atomic():
            answer = actions.begin_talk(listing=listing, actor=form.cleaned_data["actor"], by=request.user)
            side = Side(answer, form.cleaned_data["actor"], request.user)
            if _said(form, request, side):
                tell_other(request, side, what="har svaret på jeres opslag", now=timezone.now())
    except TalkProblem as problem:
        form.add_error("actor", str(problem))
        return _first_page(request, form, listing, asks=False)
    done(request, f"{listing.actor.name} får besked.", lead="Sendt.")
    return redirect("listings:talk", request.plan.slug, answer.pk)


@require_form_methods
def listing_ask(request, pk):
    """Ask an organisation about a listing; it answers by a link in a mail. The team alone."""
    require(request.membership, Permission.EXCHANGE_EDIT)
    listing, now = own_listing(request, pk), timezone.now()
    first = {"actor": request.GET.get("aktoer")}
    form = AnswerForm(request.POST if request.method == "POST" else None, membership=request.membership)
    form.offer_all(request.plan, first["actor"])
    if request.method != "POST" or "find" in request.POST or not form.is_valid():
        return _first_page(request, form, listing, asks=True)
    actor = form.cleaned_data["actor"]
    email = mailbox_of(actor, request.membership, now)
    if not email:
        form.add_error("actor", NO_MAIL.format(actor.name))
        return _first_page(request, form, listing, asks=True)
    try:
        with transaction.atomic():
            answer = actions.begin_talk(listing=listing, actor=actor, by=request.user)
            side = Side(answer, listing.actor, request.user)
            if _said(form, request, side):
                invite(request, side, email, now)
    except TalkProblem as problem:
        form.add_error("actor", str(problem))
        return _first_page(request, form, listing, asks=True)
    done(request, f"Mailen er sendt til {actor.name}.", lead="Sendt.")
    return redirect("listings:talk", request.plan.slug, answer.pk)


def _said(form: AnswerForm, request, side: Side) -> bool:
    """Write the first message; whether it is new."""
    submission = form.cleaned_data["submission"] or form.fields["submission"].initial()
    message, is_new = actions.say(side=side, text=form.cleaned_data["text"], submission=submission)
    if is_new:
        audit_override(form, plan=request.plan, by=request.user, obj=message)
    return is_new


def _first_page(request, form: AnswerForm, listing, *, asks: bool):
    context = {
        "place": "exchange", "form": form, "listing": listing, "asks": asks,
        **picker(request, form, but=listing.actor),
    }  # fmt: skip
    return render(request, "exchange/answer_form.html", context)


def _door(request, pk) -> Door:
    """The talk, for those who speak for one of its sides; 404 for all others."""
    require(request.membership, Permission.EXCHANGE_POST)
    there = request.plan.answers.select_related("listing__actor", "actor", "plan")
    answer = get_object_or_404(there, pk=pk)
    sides = sides_of(answer, request.membership, request.user)
    if not sides:
        raise Http404
    address = partial(_address, request.plan.slug, pk)
    listing = answer.listing
    stands = listing.withdrawn_at is None and listing.ends_on >= timezone.localdate()
    more = {
        "place": "exchange", "is_link": False, "links": links_of(answer, request.membership),
        "can_withdraw": stands and sides[0].actor == listing.actor,
        "is_booked": listing.kind in ("room", "equipment"),
    }  # fmt: skip
    return Door(answer, sides, "base.html", address, more)


def _address(slug, pk, step: str) -> str:
    return reverse(f"listings:{step}", args=[slug, pk])


@require_safe
def talk(request, pk):
    """What was said, and the agreement."""
    return talk_steps.talk_page(request, _door(request, pk))


@require_POST
def talk_say(request, pk):
    """One message more."""
    return talk_steps.say(request, _door(request, pk))


@require_form_methods
def agreement(request, pk):
    """The terms."""
    return talk_steps.agreement(request, _door(request, pk))


@require_POST
def confirm(request, pk):
    """A side's yes."""
    return talk_steps.confirm(request, _door(request, pk))


@require_form_methods
def end(request, pk):
    """How it went."""
    return talk_steps.end(request, _door(request, pk))
