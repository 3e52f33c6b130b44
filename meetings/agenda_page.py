"""An agenda as its page and its paper show it: rows with times, the bar, advice, and who is needed when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from django.utils import timezone

from accounts.models import Membership
from config.danish import clock
from meetings.forum_page import with_referrals
from meetings.guidance import Advice, Agenda, Answers, Invited, advice
from meetings.models import AgendaItem, Meeting, RoleAt, SeatPart
from meetings.needs import needed_by_item
from meetings.people import SeatRow, seat_rows
from meetings.time_bar import TimeBar, Tone, numbers, time_bar, tone_of
from meetings.timing import WHOLE, Item, Span, at_clock, presence, schedule, times


@dataclass(frozen=True)
class AgendaRow:
    """One item. `number` is None for breaks; `runs_over` says that it goes past the meeting's end."""

    item: AgendaItem
    number: int | None
    begins: str
    ends: str
    tone: Tone
    responsible: SeatRow | None
    needed: tuple[SeatRow, ...]
    runs_over: bool

    @property
    def hour(self) -> str:
        """When it begins as machines read it: "09:35"."""
        return self.begins.replace(".", ":").zfill(5)

    @property
    def rests(self) -> bool:
        """Whether it is a break or a meal."""
        return self.number is None


@dataclass(frozen=True)
class Attendee:
    """One seat before the meeting: its role, and when it is needed: "hele mødet", "10.35–11.15" or ""."""

    row: SeatRow
    role: str
    role_name: str
    times: str
    says: str


@dataclass(frozen=True)
class AgendaPage:
    """All of it. `advice` is for those who plan the meeting."""

    rows: tuple[AgendaRow, ...]
    bar: TimeBar
    attendees: tuple[Attendee, ...]
    advice: tuple[Advice, ...]

    @property
    def is_shared(self) -> bool:
        """Whether people come and go."""
        return any(row.needed for row in self.rows)

    @property
    def roles(self) -> list[Attendee]:
        """Those who have a role, in the order of the roles."""
        order = [value for value, _ in RoleAt._meta.get_field("role").choices]
        having = [one for one in self.attendees if one.role]
        return sorted(having, key=lambda one: order.index(one.role))


def agenda_page(
    meeting: Meeting, membership: Membership, today: date, answers: Answers | None = None
) -> AgendaPage:
    """The meeting's agenda as the member may see it. Four queries, however many items and seats.

    `answers` is how many have said that they can come, when that is asked.
    """
    items = list(with_referrals(meeting.items.all()))
    people = seat_rows(meeting.forum.seats.current().with_people(), membership, today)
    roles = dict(meeting.roles.values_list("seat", "role"))
    needed = needed_by_item(items)
    plain = tuple(plain_item(item, needed.get(item.pk, frozenset())) for item in items)
    begins, length = on_the_wall(meeting), minutes_of(meeting)
    by_seat = {row.seat.pk: row for row in people}
    invited = tuple(
        Invited(row.seat.pk, row.label, roles.get(row.seat.pk, ""))
        for row in people if row.seat.part != SeatPart.OBSERVER
    )  # fmt: skip
    agenda = Agenda(begins, length, meeting.why, plain, invited, answers or Answers())
    return AgendaPage(
        tuple(_rows(items, plain, by_seat, begins, length)), time_bar(plain, begins, length),
        tuple(_attendee(row, roles.get(row.seat.pk, ""), plain, begins) for row in people),
        tuple(advice(agenda)),
    )  # fmt: skip


def on_the_wall(meeting: Meeting) -> time:
    """When it begins, as the wall shows it."""
    return timezone.localtime(meeting.begins_at).time()


def minutes_of(meeting: Meeting) -> int:
    """How long it is, at least a minute."""
    return max(round((meeting.ends_at - meeting.begins_at).total_seconds() / 60), 1)


def plain_item(item: AgendaItem, needed: frozenset = frozenset()) -> Item:
    """The item as the rules see it."""
    return Item(item.kind, item.title, item.minutes, item.responsible_id, needed)


def own_times(attendees: Iterable[Attendee], membership: Membership) -> str:
    """What the member is told about when to be there: "Du er med 10.35–11.15."

    "" without a seat, and for one who is there all the time.
    """
    for one in attendees:
        seat = one.row.seat
        if membership.pk in (seat.membership_id, seat.stand_in_membership_id):
            return "" if one.times == WHOLE else one.says
    return ""


def _rows(items, plain: Sequence[Item], people: dict, begins: time, length: int) -> Iterable[AgendaRow]:
    spans: list[Span] = schedule(plain)
    for item, one, span, number in zip(items, plain, spans, numbers(plain), strict=True):
        yield AgendaRow(
            item, number, clock(at_clock(begins, span.begin)), clock(at_clock(begins, span.end)),
            tone_of(item.kind), people.get(item.responsible_id),
            tuple(row for row in people.values() if row.seat.pk in one.needed), span.end > length,
        )  # fmt: skip


def _attendee(row: SeatRow, role: str, plain: Sequence[Item], begins: time) -> Attendee:
    name = dict(RoleAt._meta.get_field("role").choices).get(role, "")
    return Attendee(row, role, name, times(plain, row.seat.pk, begins), presence(plain, row.seat.pk, begins))
