"""What is lent, wanted and told: listings, agreements, notices, places and who has them, calendars."""

from exchange.models.drafts import CalendarDraft
from exchange.models.feeds import Feed
from exchange.models.listings import (
    Agreement,
    Answer,
    Direction,
    Ended,
    Listing,
    MailLink,
    Message,
)
from exchange.models.notices import Layout, Notice
from exchange.models.pictures import Picture
from exchange.models.places import PREPARATION_AT_MOST, Booking, Facility, FacilityKind, Hold
from exchange.models.public import PublicPage
from exchange.models.waits import Wait

__all__ = [
    "PREPARATION_AT_MOST",
    "Agreement",
    "Answer",
    "Booking",
    "CalendarDraft",
    "Direction",
    "Ended",
    "Facility",
    "FacilityKind",
    "Feed",
    "Hold",
    "Layout",
    "Listing",
    "MailLink",
    "Message",
    "Notice",
    "Picture",
    "PublicPage",
    "Wait",
]
