"""The page of two that are in each other's way: both sides, whom to call, and the three choices."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import Membership
from actors.consent import ContactCard
from actors.contact_actions import note_shown
from actors.contact_cards import contact_cards, with_details_shown
from config.danish import capitalised
from exchange.availability import Span, when
from exchange.calendar_clashes import Pair
from exchange.calendar_moving import choices_for
from exchange.calendar_rights import Poster
from exchange.clash_forms import KeepForm, MergeForm, MoveForm
from mapping.clashes import Time
from mapping.models import Activity

PEOPLE_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class SideOf:
    """One of the two: when it is, and who can be asked, as far as the member may see them."""

    activity: Activity
    when: str
    people: tuple[ContactCard, ...]
    is_own: bool


def sides_of(pair: Pair, poster: Poster, membership: Membership, today: date) -> list[SideOf]:
    """Both; that phone or mail was shown is written in the log."""
    people = {
        activity.pk: list(activity.actor.contacts.kept().order_by("created_at", "pk"))
        for activity in (pair.one, pair.other)
    }
    shown = [one for rows in people.values() for one in with_details_shown(rows, membership, today)]
    note_shown(contacts=shown, by=membership.user)
    return [
        SideOf(
            activity, in_words(time, today),
            tuple(card for _, card in contact_cards(people[activity.pk], membership, today)[:PEOPLE_AT_MOST]),
            poster.may_change(activity),
        )
        for activity, time in zip((pair.one, pair.other), pair.first, strict=True)
    ]  # fmt: skip


def in_words(time: Time, today: date) -> str:
    """ "Torsdag 3. december kl. 17–19"."""
    return capitalised(when(Span(time.begin, time.end), today))


def forms_of(pair: Pair, poster: Poster, now: datetime, bound: Mapping) -> dict:
    """{"moves", "merge", "keep"}: what this member may choose; the one that was sent stands as it was."""
    both = (pair.one, pair.other)
    mine = [one for one in both if poster.may_change(one)]
    moves = bound.get("moves") or [
        form for one in mine if (form := move_form(None, one, now)).fields["by"].choices
    ]
    # Who puts two together ends one that is theirs to end.
    may_stay = [one for one in both if any(other is not one for other in mine)]
    merge = MergeForm(plan=pair.one.plan, may_stay=may_stay) if mine else None
    return {
        "moves": moves,
        "merge": merge,
        "keep": KeepForm() if mine else None,
        "is_mine": bool(mine),
    } | bound


def move_form(data, activity: Activity, now: datetime) -> MoveForm:
    """The form that moves one of them."""
    return MoveForm(data, activity=activity, choices=choices_for(activity, now))
