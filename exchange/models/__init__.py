"""What is lent, wanted and told: places and who has them."""

from exchange.models.feeds import Feed
from exchange.models.places import PREPARATION_AT_MOST, Booking, Facility, FacilityKind, Hold
from exchange.models.public import PublicPage
from exchange.models.waits import Wait

__all__ = [
    "PREPARATION_AT_MOST",
    "Booking",
    "Facility",
    "FacilityKind",
    "Feed",
    "Hold",
    "PublicPage",
    "Wait",
]
