"""Who was asked to a meeting and what they said, as the page about it shows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import Membership
from config.danish import count, join_names
from meetings.invite_actions import Due
from meetings.inviting import Letter
from meetings.models import Guest, Invite, Reply
from meetings.people import SeatRow, seat_row

# How a reply looks: the style of its tag, and the icon.
LOOKS = {
    Reply.YES: ("ok", "check"),
    Reply.SUBSTITUTE: ("ok", "users"),
    Reply.MAYBE: ("info", "clock"),
    Reply.NO: ("bad", "x"),
}


@dataclass(frozen=True)
class InviteRow:
    """One seat: who sits there as the viewer may know it, whether they were asked, and their answer."""

    who: SeatRow
    due: Due
    guests: tuple[str, ...]

    @property
    def invite(self) -> Invite | None:
        """The row in the database, if there is one."""
        return self.due.invite

    @property
    def is_asked(self) -> bool:
        """Whether a mail went out to the one who sits there now."""
        return bool(self.invite and self.invite.sent_at and self.due.letter != Letter.FIRST)

    @property
    def can_be_written_to(self) -> bool:
        """Whether there is a mailbox."""
        return self.due.to is not None

    @property
    def reply(self) -> str:
        """ "Kommer", "Suppleant kommer, og har sagt ja" or "" for none."""
        if not self.invite or not self.invite.reply:
            return ""
        said = self.invite.get_reply_display()
        return f"{said} (har sagt ja)" if self.invite.stand_in_said_yes else said

    @property
    def look(self) -> tuple[str, str]:
        """Style and icon of the reply."""
        return LOOKS[Reply(self.invite.reply)]


def invite_rows(dues: Iterable[Due], guests: Iterable[Guest], viewer: Membership, today) -> list[InviteRow]:
    """A line for each seat that is still there, in the order of the dues."""
    brought: dict = {}
    for guest in guests:
        brought.setdefault(guest.seat_id, []).append(guest.organisation)
    return [
        InviteRow(seat_row(due.seat, viewer, today), due, tuple(brought.get(due.seat.pk, ())))
        for due in dues
        if due.seat.removed_at is None
    ]


def answers_in_words(rows: Iterable[InviteRow]) -> str:
    """As `replies_in_words`, of those who were asked or have answered."""
    return replies_in_words(row.invite.reply for row in rows if row.is_asked or row.reply)


def replies_in_words(replies: Iterable[str]) -> str:
    """ "4 kommer, 1 sender suppleant og 2 har ikke svaret."; "" when nobody was asked."""
    found = Counter(replies)
    said = [
        (found[Reply.YES], "kommer"), (found[Reply.SUBSTITUTE], "sender suppleant"),
        (found[Reply.MAYBE], "kommer måske"), (found[Reply.NO], "kommer ikke"),
        (found[""], "har ikke svaret"),
    ]  # fmt: skip
    parts = [f"{amount} {words}" for amount, words in said if amount]
    return f"{join_names(parts)}." if parts else ""


def owed_in_words(dues: Iterable[Due]) -> tuple[str, str]:
    """(the button, what it does) for the mails that are owed now; ("", "") for none."""
    letters = Counter(due.letter for due in dues if due.letter and due.to)
    total = letters.total()
    if not total:
        return "", ""
    mails = count(total, "mail", "mails")
    if letters[Letter.CALLED_OFF] == total:
        return "Send aflysning", f"{mails} om, at mødet er aflyst."
    if letters[Letter.FIRST] == total:
        return "Send indkaldelse", f"{mails} med kalenderfil og et link til at svare uden login."
    return "Send ændring", f"{mails} om det, der er ændret. Kalendere retter sig selv."
