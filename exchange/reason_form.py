"""Why somebody else's booking is moved, cancelled or refused."""

from django import forms

from accounts.models import User
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from exchange.models import Booking


def reason_field(*, required: bool) -> forms.CharField:
    """One line that the one who booked gets by mail."""
    return forms.CharField(
        label="Hvorfor?", max_length=200, required=required,
        help_text=f"Den, der har booket, får det at vide i en mail. {FREE_TEXT_HINT}",
        error_messages={
            "required": "Skriv hvorfor. Den, der har booket, får det at vide",
            "max_length": "Skriv højst 200 tegn",
        },
    )  # fmt: skip


def must_say_why(booking: Booking, user: User) -> bool:
    """Whether somebody else made the booking, who then wants to know."""
    return booking.created_by_id is not None and booking.created_by_id != user.pk


class ReasonForm(GuardedForm, forms.Form):
    """The reason, when there is somebody to tell."""

    def __init__(self, data=None, *, needed: bool):
        super().__init__(data)
        if needed:
            self.fields["reason"] = reason_field(required=True)

    def reason(self) -> str:
        """What was said, or ""."""
        return self.cleaned_data.get("reason", "")
