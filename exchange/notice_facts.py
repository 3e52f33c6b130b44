"""From a stored notice to what it says today, and to whom: the person to ask, what it gathers, addresses."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from accounts.models import Membership, Plan
from actors.consent import ContactCard
from actors.contact_cards import card_of
from exchange.models import Notice, PublicPage
from exchange.notice_texts import Other, Told, days_of

# More than these a sheet has no room for.
OTHERS_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: `membership` is None on paper and on open pages, which are for everybody.

    `gathers`: a joint notice tells of those it gathers; not in a list where they stand themselves.
    """

    today: date
    membership: Membership | None = None
    only_public: bool = False
    gathers: bool = True


def person_to_ask(notice: Notice, reader: Reader) -> ContactCard | None:
    """The contact, if the consent that holds today reaches everybody; asked anew at every showing."""
    if notice.contact is None:
        return None
    card = card_of(notice.contact, None, reader.today)
    if card and reader.membership is not None:
        return card_of(notice.contact, reader.membership, reader.today) and card
    return card


def with_all(notices: QuerySet) -> QuerySet:
    """The notices with what is told of them, in one query."""
    return notices.select_related("actor", "contact", "area", "target_group")


def gathered(notice: Notice, reader: Reader) -> QuerySet:
    """What a joint notice gathers; nothing for a notice of one actor."""
    plan = notice.plan
    if notice.actor_id or not reader.gathers:
        return plan.notices.none()
    found = plan.notices.standing(reader.today).beside(notice).soonest()
    return found.for_all() if reader.only_public else found


def told_of(notice: Notice, reader: Reader, request: HttpRequest, page: PublicPage | None) -> Told:
    """What the notice says. `page` is the plan's open page, if it shows notices."""
    card, plan = person_to_ask(notice, reader), notice.plan
    # All of them, since those without room are counted.
    others = [Other(*said) for said in gathered(notice, reader).values_list("title", "when_text", "place")]
    return Told(
        title=notice.title, text=notice.text, when=notice.when_text, place=notice.place,
        days=days_of(notice.first_on, notice.last_on, reader.today),
        host=notice.actor.name if notice.actor else "",
        ask=", ".join(filter(None, (card.label, card.phone, card.email))) if card else "",
        about=" · ".join(one.name for one in (notice.target_group, notice.area) if one),
        others=tuple(others[:OTHERS_AT_MOST]), more=len(others[OTHERS_AT_MOST:]),
        address=_absolute(request, "notice", plan, notice.pk) if page and notice.is_public else "",
        all_address=all_address(request, plan) if page else "",
    )  # fmt: skip


def open_page_of(plan: Plan) -> PublicPage | None:
    """The plan's open page, when it is on and shows notices."""
    return PublicPage.objects.filter(plan=plan, is_on=True, shows_notices=True).first()


def all_address(request: HttpRequest, plan: Plan) -> str:
    """Where everything that happens in the area stands."""
    return _absolute(request, "list", plan)


def _absolute(request: HttpRequest, name: str, plan: Plan, *args) -> str:
    return request.build_absolute_uri(reverse(f"open_notice:{name}", args=[plan.slug, *args]))
