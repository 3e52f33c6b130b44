"""Where they meet: forums with charter and seats, meetings with agendas, and what forums send each other."""

from meetings.models.events import (
    MOST_GUESTS,
    Event,
    EventGuest,
    EventRound,
    GuestState,
    RoundSeat,
    TableNote,
)
from meetings.models.forums import Cadence, Charter, CoordinatorTurn, Forum, ForumKind
from meetings.models.invitations import Attendance, AttendanceMark, Guest, Invite, Reply
from meetings.models.kept_agendas import KeptAgenda, KeptAgendaItem
from meetings.models.meetings import AgendaItem, ItemKind, Meeting
from meetings.models.minutes import (
    Approval,
    DigestMark,
    ItemNote,
    MeetingPromise,
    MinutesShape,
    MinutesSheet,
    MinutesState,
)
from meetings.models.needed import MeetingRole, NeededFor, RoleAt
from meetings.models.polls import Poll, PollReply, PollTime, SeatLink, TimeReply
from meetings.models.pulse import FeltChoice, PulseAnswer, PulseRound, PulseTicket
from meetings.models.referrals import Ask, Referral, ReferralAct, ReferralState, ReferralStep
from meetings.models.seats import ForumSeat, SeatPart, SeatSide

__all__ = [
    "MOST_GUESTS",
    "AgendaItem",
    "Approval",
    "Ask",
    "Attendance",
    "AttendanceMark",
    "Cadence",
    "Charter",
    "CoordinatorTurn",
    "DigestMark",
    "Event",
    "EventGuest",
    "EventRound",
    "FeltChoice",
    "Forum",
    "ForumKind",
    "ForumSeat",
    "Guest",
    "GuestState",
    "Invite",
    "ItemKind",
    "ItemNote",
    "KeptAgenda",
    "KeptAgendaItem",
    "Meeting",
    "MeetingPromise",
    "MeetingRole",
    "MinutesShape",
    "MinutesSheet",
    "MinutesState",
    "NeededFor",
    "Poll",
    "PollReply",
    "PollTime",
    "PulseAnswer",
    "PulseRound",
    "PulseTicket",
    "Referral",
    "ReferralAct",
    "ReferralState",
    "ReferralStep",
    "Reply",
    "RoleAt",
    "RoundSeat",
    "SeatLink",
    "SeatPart",
    "SeatSide",
    "TableNote",
    "TimeReply",
]
