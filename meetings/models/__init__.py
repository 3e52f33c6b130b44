"""Where they meet: forums with charter and seats, meetings with agendas, and what forums send each other."""

from meetings.models.forums import Cadence, Charter, CoordinatorTurn, Forum, ForumKind
from meetings.models.kept_agendas import KeptAgenda, KeptAgendaItem
from meetings.models.meetings import AgendaItem, ItemKind, Meeting
from meetings.models.needed import MeetingRole, NeededFor, RoleAt
from meetings.models.referrals import Ask, Referral, ReferralAct, ReferralState, ReferralStep
from meetings.models.seats import ForumSeat, SeatPart, SeatSide

__all__ = [
    "AgendaItem",
    "Ask",
    "Cadence",
    "Charter",
    "CoordinatorTurn",
    "Forum",
    "ForumKind",
    "ForumSeat",
    "ItemKind",
    "KeptAgenda",
    "KeptAgendaItem",
    "Meeting",
    "MeetingRole",
    "NeededFor",
    "Referral",
    "ReferralAct",
    "ReferralState",
    "ReferralStep",
    "RoleAt",
    "SeatPart",
    "SeatSide",
]
