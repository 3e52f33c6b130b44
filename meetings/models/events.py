"""Events that many are invited to: who comes, who sits with whom in which round, and what they told."""

import secrets

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from accounts.models import PlanOwned, User
from actors.models import Actor
from exchange.models import Layout
from meetings.event_queries import CANCELLED, COMING, WAITING, EventQuerySet, GuestQuerySet
from meetings.models.forums import Forum
from meetings.seating import LARGEST, MOST_ROUNDS, SMALLEST

MOST_GUESTS = 300
MOST_MINUTES = 90


def new_link() -> str:
    """What stands in an address that opens without login: 128 bits nobody can guess."""
    return secrets.token_urlsafe(16)


class Event(PlanOwned):
    """One event of the plan, in UTC. Whoever has its `link` may sign up; that is what the poster shows."""

    title = models.CharField("overskrift", max_length=80)
    text = models.TextField("tekst", max_length=600, blank=True)
    begins_at = models.DateTimeField("fra")
    ends_at = models.DateTimeField("til")
    place = models.CharField("hvor", max_length=120, blank=True)
    forum = models.ForeignKey(
        Forum, models.SET_NULL, null=True, blank=True, related_name="events", verbose_name="forum"
    )
    capacity = models.PositiveSmallIntegerField(
        "pladser", default=40, validators=[MinValueValidator(1), MaxValueValidator(MOST_GUESTS)]
    )
    closes_on = models.DateField("tilmelding senest", null=True, blank=True)
    is_public = models.BooleanField("må stå på den åbne side", default=False)
    layout = models.CharField("plakatens udseende", max_length=8, choices=Layout, default=Layout.SUN)
    # Whose colour the poster wears: one of the five values.
    value = models.PositiveSmallIntegerField("farve", default=1)
    table_size = models.PositiveSmallIntegerField(
        "højst ved et bord", default=4,
        validators=[MinValueValidator(SMALLEST), MaxValueValidator(LARGEST)],
    )  # fmt: skip
    rounds_wanted = models.PositiveSmallIntegerField(
        "runder", default=3, validators=[MinValueValidator(1), MaxValueValidator(MOST_ROUNDS)]
    )
    round_minutes = models.PositiveSmallIntegerField(
        "minutter pr. runde", default=12, validators=[MinValueValidator(1), MaxValueValidator(MOST_MINUTES)]
    )
    link = models.CharField(max_length=43, unique=True, default=new_link, editable=False)
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="oprettet af"
    )
    created_at = models.DateTimeField("oprettet", auto_now_add=True)
    cancelled_at = models.DateTimeField("aflyst", null=True, blank=True)
    # When the joint sheet was sent to those who came.
    sheet_sent_at = models.DateTimeField("opsamling sendt", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "arrangement"
        verbose_name_plural = "arrangementer"
        ordering = ["begins_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(begins_at__lt=F("ends_at")), name="event_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(value__gte=1, value__lte=5), name="event_value_is_one_of_five"
            ),
            models.UniqueConstraint(fields=["plan", "submission"], name="event_sent_once"),
        ]

    def __str__(self):
        return self.title


class GuestState(models.TextChoices):
    """Whether there is a place for the guest."""

    COMING = COMING, "Kommer"
    WAITING = WAITING, "På venteliste"
    CANCELLED = CANCELLED, "Afmeldt"


class EventGuest(PlanOwned):
    """One who comes to an event for an organisation, or waits for a place. Never a list of residents."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="guests", verbose_name="arrangement")
    organisation = models.CharField("organisation", max_length=120)
    # Which of the plan's actors that is, as far as we know: it decides who is new to whom.
    actor = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="event_guests", verbose_name="aktør"
    )
    name = models.CharField("hvem kommer", max_length=80)
    email = models.EmailField("mail til svaret", max_length=254, blank=True)
    # The yes to standing with name and mail on the joint sheet.
    shares_contact = models.BooleanField("må stå på opsamlingen", default=False)
    state = models.CharField("status", max_length=9, choices=GuestState, default=GuestState.COMING)
    # The turn on the waiting list.
    queued_at = models.DateTimeField("tilmeldt")
    # None: nobody has looked yet.
    here = models.BooleanField("er mødt", null=True, blank=True)
    # The guest's own way in, printed on the personal card and mailed: change, cancel, the short form.
    link = models.CharField(max_length=43, unique=True, default=new_link, editable=False)
    added_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="skrevet på af"
    )
    version = models.PositiveIntegerField(default=1)

    objects = GuestQuerySet.as_manager()

    class Meta:
        verbose_name = "tilmelding"
        verbose_name_plural = "tilmeldinger"
        ordering = ["queued_at", "id"]
        indexes = [models.Index(fields=["event", "state", "queued_at"], name="guest_by_event_and_turn")]

    def __str__(self):
        return self.organisation


class EventRound(PlanOwned):
    """One round of tables. Once it has begun it stays as it was, whatever is planned anew."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="rounds", verbose_name="arrangement")
    number = models.PositiveSmallIntegerField("nummer")
    # How many tables were laid, those that came to stand empty included.
    tables = models.PositiveSmallIntegerField("borde", default=0)
    began_at = models.DateTimeField("begyndt", null=True, blank=True)

    class Meta:
        verbose_name = "runde"
        verbose_name_plural = "runder"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["event", "number"], name="round_number_once")]

    def __str__(self):
        return f"runde {self.number}"


class RoundSeat(PlanOwned):
    """Where a guest sits in a round: a table, counted from 1."""

    round = models.ForeignKey(EventRound, models.CASCADE, related_name="seats", verbose_name="runde")
    guest = models.ForeignKey(EventGuest, models.CASCADE, related_name="seats", verbose_name="tilmelding")
    table = models.PositiveSmallIntegerField("bord")

    class Meta:
        verbose_name = "plads ved et bord"
        verbose_name_plural = "pladser ved borde"
        ordering = ["table", "id"]
        constraints = [models.UniqueConstraint(fields=["round", "guest"], name="one_seat_in_a_round")]

    def __str__(self):
        return f"bord {self.table}"


class TableNote(PlanOwned):
    """The short form at the table, for the organisation: strengths, when to involve us, a wish."""

    guest = models.OneToOneField(EventGuest, models.CASCADE, related_name="note", verbose_name="tilmelding")
    strengths = models.TextField("det er vi gode til", max_length=200, blank=True)
    involve_when = models.TextField("det giver mening at inddrage os, når", max_length=200, blank=True)
    wish = models.TextField("et ønske", max_length=200, blank=True)
    may_share = models.BooleanField("må stå på opsamlingen", default=False)
    may_profile = models.BooleanField("må stå i vores profil", default=False)
    written_at = models.DateTimeField("skrevet", auto_now=True)
    # None: the organisation itself, by its own link.
    written_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="skrevet ind af"
    )
    carried_at = models.DateTimeField("lagt i profilen", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "seddel fra et bord"
        verbose_name_plural = "sedler fra bordene"
        ordering = ["guest__organisation", "id"]

    def __str__(self):
        return "seddel"
