"""Who is needed for an item, and who does what at a meeting."""

from django.db import models

from accounts.models import PlanOwned
from meetings.models.meetings import AgendaItem, Meeting
from meetings.models.seats import ForumSeat


class NeededFor(PlanOwned):
    """The one in this seat is needed for the item. An item without such rows is for everybody."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="needed", verbose_name="punkt")
    seat = models.ForeignKey(ForumSeat, models.CASCADE, related_name="needed_for", verbose_name="plads")

    class Meta:
        verbose_name = "skal være med til punktet"
        verbose_name_plural = "skal være med til punkter"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["item", "seat"], name="needed_once_for_an_item")]

    def __str__(self):
        return "skal være med"


class MeetingRole(models.TextChoices):
    """What one may have to do at a meeting beside being there (seed 004: everybody has a role)."""

    CHAIR = "chair", "Ordstyrer"
    WRITER = "writer", "Referent"
    HOST = "host", "Tager imod"
    CLOCK = "clock", "Holder tiden"
    GATHERER = "gatherer", "Samler op"
    FOOD = "food", "Sørger for mad"
    GROUP = "group", "Leder en gruppe"
    VOICE = "voice", "Fortæller fra området"


class RoleAt(PlanOwned):
    """The role of one seat at one meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="roles", verbose_name="møde")
    seat = models.ForeignKey(ForumSeat, models.CASCADE, related_name="roles", verbose_name="plads")
    role = models.CharField("rolle", max_length=8, choices=MeetingRole)

    class Meta:
        verbose_name = "rolle på et møde"
        verbose_name_plural = "roller på møder"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "seat"], name="one_role_at_a_meeting")]

    def __str__(self):
        return self.get_role_display()
