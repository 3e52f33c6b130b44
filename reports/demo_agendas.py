"""A full agenda in the demo plan: more than there is time for, shared by people who come and go."""

from accounts.models import Plan, User
from meetings import agenda_actions, builder_actions
from meetings.models import ForumSeat, Meeting

FORUM = "Ressourcenetværk Naboskab"
# Kind, title, what should come out of it, minutes, the seat that is responsible, the seats that are needed.
ITEMS = (
    ("info", "Velkommen og runde", "Hvem er vi, og hvad er vi optaget af?", 15, "Boligsocial", ()),
    ("talk", "Nyt fra Nabomødrene", "Hvad ved de nye familier ikke?", 20, "Nabomødrene", ()),
    ("decide", "Velkomstposen", "At hver ny familie får besøg den første uge.", 40, "",
     ("Boligsocial", "Nabomødrene")),
    ("break", "Pause", "", 10, "", ()),
    ("workshop", "Fælles gårdfest", "Aftal opgaver og dato.", 30, "Biblioteket", ()),
    ("gather", "Hvem gør hvad", "Navn og dato på hver ting.", 20, "Boligsocial", ()),
)  # fmt: skip
ROLES = (("Boligsocial", "chair"), ("Biblioteket", "writer"))


def write_agendas(plan: Plan, leader: User) -> None:
    """Six items, 135 minutes in a meeting of two hours."""
    meeting = plan.meetings.filter(forum__name=FORUM).earliest("begins_at")
    seats = {seat.title: seat for seat in meeting.forum.seats.current()}
    for item in ITEMS:
        _write(meeting, item, seats, leader)
    roles = {_seat(seats, start): role for start, role in ROLES}
    builder_actions.set_roles(meeting=meeting, by=leader, changed=roles)


def _write(meeting: Meeting, item: tuple, seats: dict[str, ForumSeat], leader: User) -> None:
    kind, title, text, minutes, responsible, needed = item
    values = {
        "kind": kind, "title": title, "text": text, "minutes": minutes,
        "responsible": _seat(seats, responsible) if responsible else None,
    }  # fmt: skip
    made = agenda_actions.add_item(forum=meeting.forum, by=leader, values=values, meeting=meeting)
    wanted = [_seat(seats, start) for start in needed]
    builder_actions.set_needed(item=made, by=leader, seats=wanted, version=made.version)


def _seat(seats: dict[str, ForumSeat], start: str) -> ForumSeat:
    return next(seat for title, seat in seats.items() if title.startswith(start))
