"""What the forms of places and bookings share: the actor that was picked, and how a time is written."""

from django.db.models import Q

from accounts.models import Plan
from actors.contact_picker import chosen_actor
from actors.guarded_forms import GuardedForm
from actors.models import Actor

TIME = {"format": "%H:%M", "attrs": {"type": "time"}}
CLOCK = ["%H:%M", "%H:%M:%S", "%H.%M", "%H"]
CLOCK_INVALID = "Skriv klokken som 16.00 eller 16:00"


def offered_actors(plan: Plan, standing: Actor | None):
    """The plan's active actors, and `standing`, the one that the row has."""
    return plan.actors.filter(Q(archived_at=None) | Q(pk=standing.pk) if standing else Q(archived_at=None))


class PickedForm(GuardedForm):
    """A form with the actor picker: `chosen` is the actor that it shows."""

    def pick_from(self, plan: Plan, standing: Actor | None, only: Actor | None = None) -> None:
        """Offer the plan's active actors and `standing`; or `only` this one."""
        self.plan, self.only = plan, only
        if only:
            self.fields["actor"].queryset = plan.actors.filter(pk=only.pk)
            self.fields["actor"].initial = only.pk
            self.chosen = only
            return
        self.fields["actor"].queryset = offered_actors(plan, standing)
        self.chosen = chosen_actor(plan, self.data.get("actor")) if self.is_bound else standing
