"""Where they meet: forums with charter and seats, meetings with agendas, and what forums send each other."""

from meetings.models.forums import Cadence, Charter, CoordinatorTurn, Forum, ForumKind
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
from meetings.models.referrals import Ask, Referral, ReferralAct, ReferralState, ReferralStep
from meetings.models.seats import ForumSeat, SeatPart, SeatSide

__all__ = [
    "AgendaItem",
    "Approval",
    "Ask",
    "Cadence",
    "Charter",
    "CoordinatorTurn",
    "DigestMark",
    "Forum",
    "ForumKind",
    "ForumSeat",
    "ItemKind",
    "ItemNote",
    "Meeting",
    "MeetingPromise",
    "MinutesShape",
    "MinutesSheet",
    "MinutesState",
    "Referral",
    "ReferralAct",
    "ReferralState",
    "ReferralStep",
    "SeatPart",
    "SeatSide",
]
