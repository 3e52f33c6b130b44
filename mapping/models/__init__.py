"""What `mapping` stores: collaborations and the map, initiatives, activities."""

from mapping.models.activities import Activity, ChangedTime, ClashAnswer, ClashChoice, NeighbourArea
from mapping.models.collaborations import (
    Answer,
    Collaboration,
    DismissalReason,
    Form,
    Frequency,
    MapPosition,
    MatchAnswer,
    Participation,
)
from mapping.models.initiatives import Belonging, Initiative, Partner, PartnerPart, Phase
from mapping.models.reviews import Review, ReviewAnswer, ReviewKind
from mapping.models.sheets import AreaGains, JointAgreement, Story

__all__ = [
    "Activity",
    "Answer",
    "AreaGains",
    "Belonging",
    "ChangedTime",
    "ClashAnswer",
    "ClashChoice",
    "Collaboration",
    "DismissalReason",
    "Form",
    "Frequency",
    "Initiative",
    "JointAgreement",
    "MapPosition",
    "MatchAnswer",
    "NeighbourArea",
    "Participation",
    "Partner",
    "PartnerPart",
    "Phase",
    "Review",
    "ReviewAnswer",
    "ReviewKind",
    "Story",
]
