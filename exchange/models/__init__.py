"""What is lent, wanted and told: listings and agreements, places and who has them."""

from exchange.models.listings import (
    Agreement,
    Answer,
    Direction,
    Ended,
    Listing,
    MailLink,
    Message,
)
from exchange.models.places import PREPARATION_AT_MOST, Booking, Facility, FacilityKind, Hold

__all__ = [
    "PREPARATION_AT_MOST",
    "Agreement",
    "Answer",
    "Booking",
    "Direction",
    "Ended",
    "Facility",
    "FacilityKind",
    "Hold",
    "Listing",
    "MailLink",
    "Message",
]
