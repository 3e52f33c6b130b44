"""The exchange as its page prints it: two columns of listings with what can be done. No writes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from accounts.models import Plan
from config.danish import WEEKDAYS, long_date
from exchange.availability import Span, days_touched, has_gap, span_of, week_of
from exchange.hints import Thing, best
from exchange.models import Agreement, Direction, Facility, Hold, Listing

ICONS = {
    "room": "door-open", "equipment": "wrench", "money": "banknote", "surplus": "package-open",
    "hands": "hand-heart", "knowledge": "graduation-cap", "transport": "truck", "other": "shapes",
}  # fmt: skip
# The chips, in the order in which the field speaks of them.
CHIPS = (
    ("room", "Lokaler"), ("equipment", "Udstyr"), ("hands", "Hænder"), ("knowledge", "Viden"),
    ("money", "Økonomi"), ("surplus", "Overskudsvarer"), ("transport", "Transport"), ("other", "Andet"),
)  # fmt: skip
# Who lends without saying when is free from the morning to the evening.
DAY_BEGINS, DAY_ENDS = time(8), time(22)
WORTH_BOOKING = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class DayChip:
    """A day of the week strip: "ma", and whether there is a free hour in it."""

    letters: str
    name: str
    is_free: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One listing in its column."""

    listing: Listing
    icon: str
    until: str
    week: tuple[DayChip, ...]
    hint: str
    hint_listing: str
    hint_actor: str
    # A wish that somebody has agreed to meet, for as long as the agreement runs.
    is_agreed: bool = False


def cards(listings: Iterable[Listing], plan: Plan, today: date, *, with_hints: bool) -> list[Card]:
    """The cards of these listings, in their order; at most four queries more."""
    found = list(listings)
    weeks = _weeks([one.facility for one in found if one.facility], today)
    wishes = [one for one in found if one.direction == Direction.WISH]
    agreed = _agreed(wishes) if wishes else set()
    open_ones = [one for one in wishes if one.pk not in agreed]
    hints = hints_for(open_ones, plan, today) if with_hints and open_ones else {}
    return [_card(one, today, weeks, hints.get(one.pk), one.pk in agreed) for one in found]


def _agreed(wishes: Sequence[Listing]) -> set:
    """The ids of those about which both sides have said yes to an agreement that has not ended; one query."""
    deals = Agreement.objects.filter(
        answer__listing__in=wishes, giver_yes_at__isnull=False, taker_yes_at__isnull=False, ended_at=None
    )
    return set(deals.values_list("answer__listing", flat=True))


def _card(
    listing: Listing, today: date, weeks: dict, hint: tuple[Thing, str] | None, is_agreed: bool
) -> Card:
    thing, told = hint or (None, "")
    return Card(
        listing, ICONS[listing.kind], f"til {long_date(listing.ends_on, today)}",
        weeks.get(listing.facility_id, ()) if listing.direction == Direction.OFFER else (), told,
        thing.key if thing and thing.is_offer else "", thing.actor if thing else "", is_agreed,
    )  # fmt: skip


# -- Who could meet a wish ------------------------------------------------------------------------------


def hints_for(wishes: Sequence[Listing], plan: Plan, today: date) -> dict:
    """{wish: (what fits best, the reason in words)} for those that something fits; two queries."""
    there, said = _there(plan, {one.kind for one in wishes}, today)
    found = {}
    for wish in wishes:
        text = f"{wish.title} {wish.text}"
        thing = best(Thing(str(wish.pk), str(wish.actor_id), wish.kind, text, str(wish.area_id or "")), there)
        if thing:
            found[wish.pk] = thing, said[thing.key]
    return found


def _there(plan: Plan, kinds: set[str], today: date) -> tuple[list[Thing], dict[str, str]]:
    """What is offered and what actors are known to have, and how each is said."""
    offers = plan.listings.standing(today).filter(direction=Direction.OFFER, kind__in=kinds)
    things, said = [], {}
    for pk, actor, kind, title, text, area, short, name in offers.values_list(
        "pk", "actor_id", "kind", "title", "text", "area_id", "actor__short_name", "actor__name"
    ):
        key = str(pk)
        things.append(Thing(key, str(actor), kind, f"{title} {text}", str(area or ""), is_offer=True))
        said[key] = f"{short or name} tilbyder: {title}"
    resources = plan.resources.filter(actor__archived_at=None, kind__in=kinds)
    for pk, actor, kind, text, short, name in resources.values_list(
        "pk", "actor_id", "kind", "text", "actor__short_name", "actor__name"
    ):
        key = str(pk)
        things.append(Thing(key, str(actor), kind, text))
        said[key] = f"{short or name} har: {text}"
    return things, said


# -- The week strip -------------------------------------------------------------------------------------


def _weeks(facilities: Sequence[Facility], today: date) -> dict:
    """{facility: the seven days of this week}; one query, none without facilities."""
    if not facilities:
        return {}
    monday = week_of(today)
    holds = Hold.objects.filter(
        facility__in=facilities, is_live=True, begins_at__lt=monday.end, ends_at__gt=monday.begin
    )
    taken: dict = {}
    for facility, begin, end in holds.values_list("facility_id", "begins_at", "ends_at"):
        taken.setdefault(facility, []).append(Span(begin, end))
    days = days_touched(monday)
    return {
        one.pk: tuple(_day(one, day, taken.get(one.pk, ())) for day in days) for one in facilities
    }  # fmt: skip


def _day(facility: Facility, day: date, taken: Sequence[Span]) -> DayChip:
    name = WEEKDAYS[day.weekday()]
    is_open = not facility.days or str(day.weekday()) in facility.days
    opens, closes = facility.opens or DAY_BEGINS, facility.closes or DAY_ENDS
    free = is_open and closes > opens and has_gap(span_of(day, opens, closes), taken, WORTH_BOOKING)
    return DayChip(name[:2], name, free)
