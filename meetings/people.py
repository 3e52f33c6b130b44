"""Who sits in which seat, as the one who is looking may know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from actors.contact_cards import card_of
from actors.models import Contact
from meetings.models import ForumSeat, SeatPart, SeatSide


@dataclass(frozen=True)
class SeatRow:
    """One seat. `who` and `stand_in` are names or ""; `is_hidden`: one may not know who it is."""

    seat: ForumSeat
    who: str
    stand_in: str
    is_hidden: bool

    @property
    def part(self) -> str:
        """What is said beside the title: "Formand", "Observatør"; "" for an ordinary member."""
        return "" if self.seat.part == SeatPart.MEMBER else self.seat.get_part_display()

    @property
    def is_resident(self) -> bool:
        """Whether it is a seat for those who live there."""
        return self.seat.side == SeatSide.RESIDENT

    @property
    def label(self) -> str:
        """Who it is in a sentence: the name, else the seat."""
        return self.who or self.seat.title


def seat_row(seat: ForumSeat, membership: Membership | None, today: date) -> SeatRow:
    """The seat for this member. Fetch its people beforehand (`with_people`)."""
    who = name_of(seat.contact, seat.membership, membership, today)
    hidden = (seat.contact is not None and not seat.contact.deleted_at) or seat.membership is not None
    return SeatRow(
        seat, who, name_of(seat.stand_in_contact, seat.stand_in_membership, membership, today),
        hidden and not who,
    )  # fmt: skip


def seat_rows(seats: Iterable[ForumSeat], membership: Membership | None, today: date) -> list[SeatRow]:
    """Chairs first, then members, then observers; each as they were added."""
    rows = [seat_row(seat, membership, today) for seat in seats]
    order = list(SeatPart.values)
    return sorted(rows, key=lambda row: (order.index(row.seat.part), row.seat.created_at, str(row.seat.pk)))


def name_of(contact: Contact | None, user: Membership | None, viewer: Membership | None, today: date) -> str:
    """The name as the viewer may see it, or "". Support sees nobody's."""
    if user is not None:
        return "" if viewer is None or viewer.role == "support" else user.user.name
    card = card_of(contact, viewer, today) if contact else None
    return card.name if card else ""
