"""Places of the demo plan Solbakken, and who borrows them: this week, the next one, and every second Thursday."""

import uuid
from datetime import date, time, timedelta

from accounts.models import Plan, User
from exchange.actions import book
from exchange.availability import repeated, span_of
from exchange.place_actions import create_facility

# Name, kind, a part of the owner's name, and what one must know.
PLACES = (
    ("Festsalen", "room", "Medborger", {
        "capacity": 80, "features": "Køkken, skærm og 60 stole", "keys": "Vagten i medborgercentret",
        "opens": time(8), "closes": time(22), "minutes_after": 30, "rules": "Tør bordene af, og sluk lyset.",
    }),
    ("Mødelokalet på 1. sal", "room", "Bibliotek", {
        "capacity": 20, "features": "Skærm og kaffemaskine", "days": "012345", "opens": time(9), "closes": time(20),
    }),
    ("Ladcyklen", "equipment", "Cykel", {"features": "Op til 100 kg", "keys": "Værkstedet i åbningstiden"}),
)  # fmt: skip
# Place, borrower, weekday (0 is Monday), from, to, what for.
THIS_WEEK = (
    (0, "Nabomødrene", 0, 10, 12, "Mødregruppe"),
    (0, "Kvindeforening", 3, 17, 20, "Fællesspisning"),
    (0, "Ungdomsskole", 4, 14, 17, "Danseøvelser"),
    (1, "Lektie", 1, 15, 17, "Lektiehjælp"),
    (1, "Jobhuset", 2, 9, 11, "Jobcafé"),
    (2, "Haveforening", 5, 10, 13, "Hente jord og planter"),
)


def write_places(plan: Plan, leader: User, today: date) -> None:
    """Three places, the bookings of this week and the next, and a series every second Thursday."""
    monday = today - timedelta(days=today.weekday())
    places = []
    for name, kind, owner, facts in PLACES:
        values = {"name": name, "kind": kind, "owner": actor_named(plan, owner), **facts}
        places.append(create_facility(plan=plan, by=leader, values=values, submission=uuid.uuid4()))
    for place, borrower, weekday, begin, end, title in THIS_WEEK:
        days = [monday + timedelta(days=weekday, weeks=week) for week in range(2)]
        _book(plan, leader, places[place], actor_named(plan, borrower), title, days, (time(begin), time(end)))
    first = monday + timedelta(days=3, weeks=2)
    days = repeated(first, every_weeks=2, until=first + timedelta(weeks=12))
    _book(
        plan,
        leader,
        places[0],
        actor_named(plan, "Kvindeforening"),
        "Fællesspisning",
        days,
        (time(17), time(20)),
    )


def actor_named(plan: Plan, part: str):
    """The first actor whose name holds the part. Raises Actor.DoesNotExist."""
    return plan.actors.active().filter(name__contains=part).order_by("sort_key", "id")[:1].get()


def _book(plan, by, place, borrower, title, days, hours) -> None:
    book(
        plan=plan, by=by, values={"title": title, "borrower": borrower, "note": ""}, facilities=[place],
        spans=[span_of(day, *hours) for day in days], submission=uuid.uuid4(),
    )  # fmt: skip
