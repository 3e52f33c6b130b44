"""The steps of a talk, the same for one with a login and for one with a link in a mail."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone

from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.undo import done
from exchange import talk_actions as actions
from exchange.models import Answer
from exchange.talk_actions import Side, TalkProblem
from exchange.talk_forms import AgreementForm, EndForm, MessageForm
from exchange.talk_mail import tell_other
from exchange.talk_page import agreement_of, deal_of, lines_of

CHANGED = "Aftalen blev rettet imens. Læs den igen, før I siger ja."


@dataclass(frozen=True)
class Door:
    """How somebody came in: the sides they may act for, and where the steps have their addresses."""

    answer: Answer
    sides: list[Side]
    page: str
    address: Callable[[str], str]
    more: dict

    def context(self, request, **more) -> dict:
        """What each of the pages shows around its own."""
        return {
            **self.more, "answer": self.answer, "listing": self.answer.listing, "sides": self.sides,
            "side": self.side(request), "page_base": self.page, **more,
        }  # fmt: skip

    def side(self, request) -> Side:
        """The side that is acted for: the one that was sent, else the first."""
        asked = request.POST.get("side") or request.GET.get("side")
        return next((one for one in self.sides if str(one.actor.pk) == asked), self.sides[0])


def talk_page(request, door: Door, form: MessageForm | None = None):
    """What was said, and the agreement."""
    row, today = agreement_of(door.answer), timezone.localdate()
    steps = ("talk", "say", "agreement", "confirm", "end")
    context = door.context(
        request, form=form or MessageForm(), urls={name: door.address(name) for name in steps},
        lines=lines_of(door.answer, {one.actor.pk for one in door.sides}),
        deal=deal_of(row, today) if row else None,
        waiting=[one for one in door.sides if row and not _said_yes(row, one)],
    )  # fmt: skip
    return render(request, "exchange/talk.html", context)


def _said_yes(row, side: Side) -> bool:
    return (row.giver_yes_at if side.gives else row.taker_yes_at) is not None


def say(request, door: Door):
    """One message more."""
    side, form = door.side(request), MessageForm(request.POST)
    if not form.is_valid():
        return talk_page(request, door, form)
    submission = form.cleaned_data["submission"] or form.fields["submission"].initial()
    with transaction.atomic():
        message, is_new = actions.say(side=side, text=form.cleaned_data["text"], submission=submission)
        if is_new:
            audit_override(form, plan=door.answer.plan, by=side.by, obj=message)
            tell_other(request, side, what="har skrevet til jer", now=timezone.now())
    done(request, f"{side.other.name} får besked.", lead="Sendt.")
    return redirect(door.address("talk"))


def agreement(request, door: Door):
    """The terms, written or rewritten; that is this side's yes, and the other is asked for theirs."""
    side, row = door.side(request), agreement_of(door.answer)
    form = _agreement_form(request.POST if request.method == "POST" else None, door, row)
    if request.method != "POST" or not form.is_valid():
        return _agreement_page(request, door, form)
    try:
        is_new = _write(request, side, form)
    except StaleVersion:
        return _overtaken(request, door)
    except TalkProblem as problem:
        messages.error(request, str(problem))
        return redirect(door.address("talk"))
    told = f"Aftalen venter nu på ja fra {side.other.name}." if is_new else "Intet er ændret."
    done(request, told, lead="Gemt." if is_new else "")
    return redirect(door.address("talk"))


@transaction.atomic
def _write(request, side: Side, form: AgreementForm) -> bool:
    """Keep the terms and tell the other side; False when they say what stood there before."""
    version, now = form.cleaned_data["version"] or 0, timezone.now()
    row = actions.write_agreement(side=side, values=form.values(), version=version, now=now)
    if row.version == version:
        return False
    audit_override(form, plan=side.answer.plan, by=side.by, obj=row)
    tell_other(request, side, what="har skrevet en aftale, som I skal sige ja til", now=now)
    return True


def _overtaken(request, door: Door):
    row = agreement_of(door.answer)
    form = _agreement_form(on_top_of(row.version if row else 0, request.POST), door, row)
    return _agreement_page(request, door, form, conflicts_of(form) if form.is_valid() else None)


def _agreement_form(data, door: Door, row) -> AgreementForm:
    giver, taker = actions.giver_and_taker(door.answer)
    listing = door.answer.listing
    first = None if row else {"what": listing.title, "starts_on": timezone.localdate()}
    return AgreementForm(data, instance=row, giver=giver.label, taker=taker.label, first=first)


def _agreement_page(request, door: Door, form: AgreementForm, conflicts=None):
    context = door.context(request, form=form, conflicts=conflicts, talk_url=door.address("talk"))
    return render(request, "exchange/agreement_form.html", context)


def confirm(request, door: Door):
    """This side's yes to the text that it saw."""
    side, now = door.side(request), timezone.now()
    asked = request.POST.get("version", "")
    version = int(asked) if asked.isdecimal() and len(asked) < 10 else 0
    try:
        with transaction.atomic():
            if actions.say_yes(side=side, version=version, now=now):
                tell_other(request, side, what="har sagt ja til aftalen", now=now)
    except StaleVersion:
        messages.error(request, CHANGED)
    except TalkProblem as problem:
        messages.error(request, str(problem))
    else:
        done(request, f"{side.actor.name} har sagt ja.", lead="Gemt.")
    return redirect(door.address("talk"))


def end(request, door: Door):
    """How it went."""
    side, form = door.side(request), EndForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        row = agreement_of(door.answer)
        deal = deal_of(row, timezone.localdate()) if row else None
        context = door.context(request, form=form, deal=deal, talk_url=door.address("talk"))
        return render(request, "exchange/agreement_end.html", context)
    try:
        with transaction.atomic():
            row = actions.end_agreement(side=side, now=timezone.now(), **_ending(form))
            if row:
                audit_override(form, plan=door.answer.plan, by=side.by, obj=row)
                tell_other(request, side, what="har skrevet, hvordan det gik", now=timezone.now())
    except TalkProblem as problem:
        messages.error(request, str(problem))
    else:
        done(request, "Tak. Det står nu ved aftalen.", lead="Gemt.")
    return redirect(door.address("talk"))


def _ending(form: EndForm) -> dict:
    names = ("ended_as", "outcome", "as_collaboration")
    return {name: form.cleaned_data[name] for name in names}
