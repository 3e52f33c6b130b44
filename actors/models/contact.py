"""A person who represents an actor, and the history of what they have said yes to."""

import uuid

from django.db import models
from django.utils import timezone

from accounts.models import PlanOwned, User
from actors.models.actor import Actor
from actors.queries import ConsentEventQuerySet, ContactQuerySet
from config.danish import fold


class ConsentState(models.TextChoices):
    """Where the question of consent stands; transitions in actors/consent.py."""

    NOT_ASKED = "not_asked", "Ikke spurgt"
    ASKED = "asked", "Spurgt, venter på svar"
    GIVEN = "given", "Givet"
    REFUSED = "refused", "Sagt nej"
    WITHDRAWN = "withdrawn", "Trukket tilbage"
    EXPIRED = "expired", "Udløbet"


class Contact(PlanOwned):
    """A person in a role at an actor: employee, volunteer leader, board member. Never a resident.

    What others may see of it is decided by `actors.consent.visible_contact` alone.
    The consent columns repeat the newest ConsentEvent, so that lists need no second look.
    """

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="contacts", verbose_name="aktør")
    name = models.CharField("navn", max_length=120)
    role = models.CharField("rolle", max_length=120, help_text="Fx leder, formand, butikschef.")
    phone = models.CharField("direkte telefon", max_length=30, blank=True)
    email = models.EmailField("direkte mail", max_length=254, blank=True)
    source = models.CharField("hvor har vi det fra", max_length=120, blank=True)
    informed_on = models.DateField("fik besked om, at vi har skrevet dem op", null=True, blank=True)
    consent_state = models.CharField(
        "samtykke", max_length=10, choices=ConsentState, default=ConsentState.NOT_ASKED
    )
    # Comma-separated Audience values, e.g. "team,plan".
    consent_scope = models.CharField("samtykket gælder", max_length=40, blank=True)
    consent_until = models.DateField("samtykket udløber", null=True, blank=True)
    created_at = models.DateTimeField("oprettet", auto_now_add=True)
    deleted_at = models.DateTimeField("slettet", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=1)
    search_text = models.TextField(editable=False, default="")

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = "kontaktperson"
        verbose_name_plural = "kontaktpersoner"
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(consent_state="given", consent_until__isnull=False)
                | ~models.Q(consent_state="given"),
                name="given_consent_has_an_end",
            )
        ]

    def __str__(self):
        return "kontaktperson"

    def fill_derived(self) -> None:
        """Set the search column, which holds name and role, never phone or mail."""
        self.search_text = fold(f"{self.name} {self.role}")

    def save(self, *args, update_fields=None, **kwargs):
        """Save, keeping the search column true."""
        self.fill_derived()
        if update_fields is not None:
            update_fields = {*update_fields, "search_text"}
        super().save(*args, update_fields=update_fields, **kwargs)


class ConsentMethod(models.TextChoices):
    """How the answer was given."""

    SPOKEN = "spoken", "Mundtligt"
    MAIL = "mail", "På mail"
    PAPER = "paper", "Underskrevet papir"


class ConsentEvent(models.Model):
    """One step in a contact's consent: history that is only added to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey("accounts.Plan", models.CASCADE, related_name="consent_events")
    contact = models.ForeignKey(Contact, models.CASCADE, related_name="consent_events")
    state = models.CharField("samtykke", max_length=10, choices=ConsentState)
    scope = models.CharField("gælder", max_length=40, blank=True)
    method = models.CharField("hvordan", max_length=8, choices=ConsentMethod, blank=True)
    text_version = models.CharField("tekstens version", max_length=20, blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af")
    at = models.DateTimeField("hvornår", default=timezone.now)
    until = models.DateField("udløber", null=True, blank=True)

    objects = ConsentEventQuerySet.as_manager()

    class Meta:
        verbose_name = "skridt i samtykke"
        verbose_name_plural = "skridt i samtykke"
        ordering = ["at", "id"]

    def __str__(self):
        return self.get_state_display()

    def save(self, *args, **kwargs):
        """Insert only. Raises TypeError for a row that exists."""
        if not self._state.adding:
            raise TypeError("The history of a consent is only added to.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Never by itself; it goes with its contact. Raises TypeError."""
        raise TypeError("The history of a consent is only added to; it goes with its contact.")
