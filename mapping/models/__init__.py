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

__all__ = [
    "Activity",
    "Answer",
    "Belonging",
    "ChangedTime",
    "ClashAnswer",
    "ClashChoice",
    "Collaboration",
    "DismissalReason",
    "Form",
    "Frequency",
    "Initiative",
    "MapPosition",
    "MatchAnswer",
    "NeighbourArea",
    "Participation",
    "Partner",
    "PartnerPart",
    "Phase",
]
