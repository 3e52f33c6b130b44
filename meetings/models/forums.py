"""The forums of a plan, what each is for, and who leads it when."""

from django.db import models
from django.db.models import F, Q

from accounts.models import Area, FocusArea, PlanOwned, User
from meetings.queries import ForumQuerySet


class ForumKind(models.TextChoices):
    """What kind of forum it is, from the top of the chain down."""

    BOARD = "board", "Bestyrelse"
    COORDINATION = "coordination", "Koordinationsgruppe"
    CENTRE = "centre", "Kompetencecenter"
    FOLLOW_UP = "follow_up", "Følgegruppe"
    STAFF = "staff", "Medarbejderforum"
    THEME = "theme", "Ressourcenetværk"
    HOUSE = "house", "Husråd"
    PARTNERSHIP = "partnership", "Partnerskab"
    NETWORK = "network", "Netværksgruppe"
    WORK = "work", "Arbejdsgruppe"


class Cadence(models.TextChoices):
    """How often they meet."""

    WEEKLY = "weekly", "Hver uge"
    FORTNIGHTLY = "fortnightly", "Hver anden uge"
    MONTHLY = "monthly", "Hver måned"
    BIMONTHLY = "bimonthly", "Hver anden måned"
    QUARTERLY = "quarterly", "Fire gange om året"
    HALF_YEARLY = "half_yearly", "To gange om året"
    YEARLY = "yearly", "En gang om året"
    AS_NEEDED = "as_needed", "Efter behov"


class Forum(PlanOwned):
    """A group that meets again and again: a board, a follow-up group, a theme network."""

    kind = models.CharField("slags", max_length=12, choices=ForumKind)
    name = models.CharField("navn", max_length=80)
    # The forum above it in the chain: what is lifted goes there first.
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="children",
        verbose_name="hører under",
    )  # fmt: skip
    theme = models.ForeignKey(
        FocusArea, models.SET_NULL, null=True, blank=True, related_name="forums", verbose_name="tema"
    )
    area = models.ForeignKey(
        Area, models.SET_NULL, null=True, blank=True, related_name="forums", verbose_name="område"
    )
    cadence = models.CharField("hvor tit", max_length=12, choices=Cadence, blank=True)
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="oprettet af"
    )
    created_at = models.DateTimeField("oprettet", auto_now_add=True)
    ended_at = models.DateTimeField("nedlagt", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = ForumQuerySet.as_manager()

    class Meta:
        verbose_name = "forum"
        verbose_name_plural = "fora"
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "submission"], name="forum_sent_once"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="forum_is_not_its_own_parent"),
        ]

    def __str__(self):
        return self.name


class Charter(PlanOwned):
    """What a forum is for and what it may decide, as agreed from a day on. A new text is a new version."""

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="charters", verbose_name="forum")
    number = models.PositiveIntegerField("version")
    purpose = models.TextField("formål", max_length=2000)
    members = models.TextField("medlemmer", max_length=2000, blank=True)
    responsibility = models.TextField("ansvar", max_length=2000, blank=True)
    tasks = models.TextField("opgaver", max_length=2000, blank=True)
    may_decide = models.TextField("hvad forummet må beslutte", max_length=2000, blank=True)
    in_force_on = models.DateField("gælder fra")
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af"
    )
    created_at = models.DateTimeField("skrevet", auto_now_add=True)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "kommissorium"
        verbose_name_plural = "kommissorier"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["forum", "number"], name="charter_number_once_per_forum"),
            models.UniqueConstraint(fields=["plan", "submission"], name="charter_sent_once"),
        ]

    def __str__(self):
        return f"version {self.number}"


class CoordinatorTurn(PlanOwned):
    """From this day on the one in this seat is tovholder, until the next turn begins: the rotation plan."""

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="turns", verbose_name="forum")
    seat = models.ForeignKey("meetings.ForumSeat", models.CASCADE, related_name="turns", verbose_name="plads")
    starts_on = models.DateField("fra")

    class Meta:
        verbose_name = "tur som tovholder"
        verbose_name_plural = "ture som tovholder"
        ordering = ["starts_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["forum", "starts_on"], name="one_turn_begins_on_a_day"),
        ]

    def __str__(self):
        return f"{self.starts_on:%Y-%m-%d}"
