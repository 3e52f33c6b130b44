"""An event of the demo plan Solbakken: organisations that are to meet, with a waiting list and three rounds."""

import uuid
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from accounts.models import Plan, User
from exchange.availability import span_of
from meetings.event_actions import add_guest, create_event, sign_up
from meetings.models import Event
from meetings.round_actions import plan_rounds

GUESTS = 22
NAMES = (
    "Asta", "Bjarke", "Cilla", "Dines", "Elna", "Faisal", "Gerda", "Hassan", "Inga", "Jonna", "Kalle", "Leila",
    "Mads", "Nour", "Oda", "Poul", "Ruth", "Samir", "Tove", "Ulrik", "Vera", "Yasin", "Zenia", "Ejnar",
)  # fmt: skip
MORE = ("Strikkeklubben Maskerne", "Havelauget Bag Muren")


def write_event(plan: Plan, leader: User, today: date) -> Event:
    """An event in two or three weeks with 22 guests and two who wait; its three rounds are made."""
    day = today + timedelta(days=(3 - today.weekday()) % 7 + 14)
    span, now = span_of(day, time(16), time(18, 30)), timezone.now()
    values = {
        "title": "Kend din nabo: et bord, et ord", "place": "Medborgercentret, store sal",
        "text": "Mød dem, I ikke arbejder sammen med endnu. Tre korte runder ved små borde, og mad bagefter.",
        "begins_at": span.begin, "ends_at": span.end, "capacity": GUESTS, "is_public": True, "layout": "pieces",
        "value": 2,
    }  # fmt: skip
    event = create_event(plan=plan, by=leader, values=values, submission=uuid.uuid4())
    for number, actor in enumerate(plan.actors.active().by_name()[:GUESTS]):
        said = {"organisation": actor.name, "name": NAMES[number], "email": "", "actor": actor}
        add_guest(event=event, by=leader, values=said, now=now + timedelta(seconds=number))
    for number, organisation in enumerate(MORE):
        _sign_up(event, organisation, NAMES[GUESTS + number], now)
    plan_rounds(event=event, by=leader, size=4, rounds=3, minutes=12, today=today)
    return event


def _sign_up(event: Event, organisation: str, name: str, now: datetime) -> None:
    """By the link on the poster; no mail goes out, since nobody has given an address."""
    sign_up(
        event=event, names=[name], organisation=organisation, email="", shares_contact=False, now=now,
        site="",
    )  # fmt: skip
