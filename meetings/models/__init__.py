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
from meetings.models.meetings import AgendaItem, ItemKind, Meeting
from meetings.models.referrals import Ask, Referral, ReferralAct, ReferralState, ReferralStep
from meetings.models.seats import ForumSeat, SeatPart, SeatSide

__all__ = [
    "MOST_GUESTS",
    "AgendaItem",
    "Ask",
    "Cadence",
    "Charter",
    "CoordinatorTurn",
    "Event",
    "EventGuest",
    "EventRound",
    "Forum",
    "ForumKind",
    "ForumSeat",
    "GuestState",
    "ItemKind",
    "Meeting",
    "Referral",
    "ReferralAct",
    "ReferralState",
    "ReferralStep",
    "RoundSeat",
    "SeatPart",
    "SeatSide",
    "TableNote",
]
