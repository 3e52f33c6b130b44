"""Who is told when something happens in a talk, and the links that let an organisation in without account.

A mail names the listing and the organisations, never what was written: that stands behind the link.
"""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from django.http import HttpRequest
from django.urls import reverse

from accounts.actions import hash_token
from accounts.models import Membership
from actors.contact_cards import contact_cards
from actors.models import Actor
from config.mailing import mail_when_kept
from exchange.models import Answer, MailLink
from exchange.talk_actions import Side

LINK_STANDS = timedelta(days=60)


def mailbox_of(actor: Actor, membership: Membership, now: datetime) -> str:
    """Where the organisation can be written to: its common mail, else one the member may see, else ""."""
    if actor.email:
        return actor.email
    cards = contact_cards(actor.contacts.kept(), membership, now.date())
    return next((card.email for _, card in cards if card.email), "")


def let_in(answer: Answer, actor: Actor, email: str, now: datetime) -> str:
    """A new link into this side of the talk; its token is kept nowhere else."""
    token = secrets.token_urlsafe(24)
    MailLink.objects.create(
        plan_id=answer.plan_id, answer=answer, actor=actor, email=email, token_hash=hash_token(token),
        expires_at=now + LINK_STANDS,
    )  # fmt: skip
    return token


def tell_other(request: HttpRequest, side: Side, *, what: str, now: datetime) -> None:
    """Write to the other side that `what` happened: "har skrevet til jer".

    To those who speak for it with a login; else to the mailbox that has a link; else to whoever wrote the
    listing or began the talk for it. Call it inside the transaction of what it tells about.
    """
    answer, other = side.answer, side.other
    people = list(
        Membership.objects.filter(plan=answer.plan_id, role="partner", representation__actor=other)
        .exclude(user=side.by)
        .select_related("user")
    )
    for member in people:
        _mail(request, side, member.user.email, what, _inside(answer))
    linked = answer.links.filter(actor=other).order_by("-created_at").first()
    if linked and not people:
        token = let_in(answer, other, linked.email, now)
        _mail(request, side, linked.email, what, _by_link(token), is_link=True)
    if not people and not linked:
        began = answer.listing.created_by if other == answer.listing.actor else answer.created_by
        if began and began != side.by:
            _mail(request, side, began.email, what, _inside(answer))


def invite(request: HttpRequest, side: Side, email: str, now: datetime) -> None:
    """Send the other side its first link."""
    token = let_in(side.answer, side.other, email, now)
    _mail(request, side, email, "vil gerne tale med jer om opslaget", _by_link(token), is_link=True)


def _inside(answer: Answer) -> Callable[[], str]:
    return lambda: reverse("listings:talk", args=[answer.plan.slug, answer.pk])


def _by_link(token: str) -> Callable[[], str]:
    return lambda: reverse("answering:talk", args=[token])


def _mail(request, side: Side, to: str, what: str, path: Callable[[], str], *, is_link=False) -> None:
    """`is_link`: the path lets its holder in without login, for some days."""
    listing = side.answer.listing
    context = {
        "from_actor": side.actor.name, "to_actor": side.other.name, "what": what, "title": listing.title,
        "plan": side.answer.plan.name, "link": request.build_absolute_uri(path()),
        "days": LINK_STANDS.days if is_link else 0,
    }  # fmt: skip
    mail_when_kept(
        to=to, subject=f"{listing.title}: {side.actor.name} {what}", template="exchange/mail_talk.txt",
        context=context,
    )  # fmt: skip
