"""An organisation or group in the area, with what it is good at, what it has and what it lacks."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models.functions import Lower

from accounts.models import Area, Membership, PlanOwned, TargetGroup
from actors.queries import ActorQuerySet
from config.danish import SORT_KEY_LENGTH, fold, sort_key

WEB_ADDRESS = URLValidator(schemes=["http", "https"], message="Skriv en adresse som https://navn.dk")


class ActorKind(models.TextChoices):
    """The six kinds of actors, each with a colour and a shape on every map."""

    HOUSING = "housing", "Boligrelateret organisation"
    MUNICIPAL = "municipal", "Kommunal institution"
    VOLUNTARY = "voluntary", "Frivillig organisation"
    RESIDENT = "resident", "Beboerdreven forening"
    BUSINESS = "business", "Erhvervsdrivende"
    OTHER = "other", "Anden aktør"


class ActorStatus(models.TextChoices):
    """How far the relation has come."""

    SPOTTED = "spotted", "Kun opsporet"
    CONTACTED = "contacted", "Kontaktet"
    ACTIVE = "active", "Aktiv"
    DORMANT = "dormant", "Hvilende"


class Base(models.TextChoices):
    """Where the actor has its base, seen from the housing area."""

    INSIDE = "inside", "I området"
    OUTSIDE = "outside", "Uden for området"


class CentreType(models.TextChoices):
    """The four kinds of medborgercenter: an actor that houses others (CFBU, "Medborgercentre")."""

    HOUSING_AREA = "housing_area", "Boligområdebaseret"
    ASSOCIATION = "association", "Foreningsbaseret"
    LIBRARY = "library", "Biblioteksbaseret"
    HEALTH = "health", "Sundhedsbaseret"


class Actor(PlanOwned):
    """An organisation or group with something to do in the area. Never a single resident."""

    name = models.CharField("navn", max_length=120)
    short_name = models.CharField("kortnavn", max_length=24, blank=True)
    kind = models.CharField("aktørtype", max_length=10, choices=ActorKind)
    status = models.CharField("status", max_length=10, choices=ActorStatus, default=ActorStatus.SPOTTED)
    core_task = models.CharField("kerneopgave", max_length=200, blank=True)
    base = models.CharField("base", max_length=8, choices=Base, blank=True)
    address = models.CharField("adresse", max_length=200, blank=True)
    website = models.CharField("hjemmeside", max_length=300, blank=True, validators=[WEB_ADDRESS])
    # The organisation's own switchboard and mailbox: nobody's personal number.
    phone = models.CharField("hovednummer", max_length=30, blank=True)
    email = models.EmailField("fælles mail", max_length=254, blank=True)
    areas = models.ManyToManyField(Area, verbose_name="boligområder", blank=True, related_name="actors")
    target_groups = models.ManyToManyField(
        TargetGroup, verbose_name="målgrupper", blank=True, related_name="actors"
    )
    # Those it would like to reach and does not today; what it reaches stands in target_groups.
    wanted_target_groups = models.ManyToManyField(
        TargetGroup, verbose_name="målgrupper, de mangler", blank=True, related_name="wanted_by"
    )
    specialised_in = models.CharField("specialiseret i", max_length=80, blank=True)
    daily_presence = models.BooleanField("er i området hver dag", default=False)
    close_to_residents = models.BooleanField("har tæt relation til beboerne", default=False)
    held_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="held_actors",
        verbose_name="hvem har relationen",
    )  # fmt: skip
    housed_in = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="houses", verbose_name="holder til hos"
    )
    centre_type = models.CharField("type af medborgercenter", max_length=12, choices=CentreType, blank=True)
    # Chosen by the leader: the organisation stands on the plan's open page.
    is_public = models.BooleanField("står på den åbne side", default=False)
    confirmed_on = models.DateField("sidst bekræftet", null=True, blank=True)
    archived_at = models.DateTimeField("arkiveret", null=True, blank=True)
    created_at = models.DateTimeField("oprettet", auto_now_add=True)
    updated_at = models.DateTimeField("ændret", auto_now=True)
    # Counts up by one at each save of the form; a stale one means somebody else saved in between.
    version = models.PositiveIntegerField("version", default=1)
    # Both are derived from the fields above, so that search and order agree on both databases.
    search_text = models.TextField(editable=False, default="")
    sort_key = models.CharField(max_length=SORT_KEY_LENGTH, editable=False, default="")

    objects = ActorQuerySet.as_manager()

    class Meta:
        verbose_name = "aktør"
        verbose_name_plural = "aktører"
        constraints = [
            models.UniqueConstraint("plan", Lower("name"), name="actor_name_once_per_plan"),
            models.CheckConstraint(condition=~models.Q(name=""), name="actor_has_a_name"),
        ]
        indexes = [
            models.Index(fields=["plan", "archived_at", "sort_key"], name="actor_by_plan_and_name"),
            # Covers the chips above the list, which count every actor of the plan by kind.
            models.Index(fields=["plan", "archived_at", "kind"], name="actor_by_plan_and_kind"),
        ]

    def __str__(self):
        return self.name

    @property
    def label(self) -> str:
        """The name where room is short: the kortnavn, else the name."""
        return self.short_name or self.name

    def fill_derived(self) -> None:
        """Set `search_text` and `sort_key`. Called by save(); bulk writers call it themselves."""
        self.search_text = fold(" ".join((self.name, self.short_name, self.core_task, self.address)))
        self.sort_key = sort_key(self.name)

    def save(self, *args, update_fields=None, **kwargs):
        """Save, keeping the derived columns true."""
        self.fill_derived()
        if update_fields is not None:
            update_fields = {*update_fields, "search_text", "sort_key"}
        super().save(*args, update_fields=update_fields, **kwargs)


class CompetenceKind(models.TextChoices):
    """Professional competence, or another strength (languages, lived experience, close relations)."""

    PROFESSIONAL = "professional", "Faglig kompetence"
    STRENGTH = "strength", "Anden styrke"


class Competence(PlanOwned):
    """One thing an actor is good at, in a few words."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="competences", verbose_name="aktør")
    kind = models.CharField("slags", max_length=12, choices=CompetenceKind)
    text = models.CharField("kompetence", max_length=200)
    # How we know; empty when somebody wrote it straight into the profile.
    interview = models.ForeignKey(
        "actors.Interview", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="fra"
    )

    class Meta:
        verbose_name = "kompetence"
        verbose_name_plural = "kompetencer"
        ordering = ["kind", "text"]

    def __str__(self):
        return self.text


class ResourceKind(models.TextChoices):
    """Something material an actor has and others may lack."""

    ROOM = "room", "Lokale"
    EQUIPMENT = "equipment", "Udstyr"
    MONEY = "money", "Økonomi"
    SURPLUS = "surplus", "Overskudsvarer"
    HANDS = "hands", "Hænder"
    KNOWLEDGE = "knowledge", "Viden"
    TRANSPORT = "transport", "Transport"
    OTHER = "other", "Andet"


class Resource(PlanOwned):
    """One resource of an actor."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="resources", verbose_name="aktør")
    kind = models.CharField("slags", max_length=10, choices=ResourceKind)
    text = models.CharField("ressource", max_length=200)
    interview = models.ForeignKey(
        "actors.Interview", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="fra"
    )

    class Meta:
        verbose_name = "ressource"
        verbose_name_plural = "ressourcer"
        ordering = ["kind", "text"]

    def __str__(self):
        return self.text


class Need(PlanOwned):
    """Something an actor lacks and others may have: the other half of Resource, of the same kinds."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="needs", verbose_name="aktør")
    kind = models.CharField("slags", max_length=10, choices=ResourceKind)
    text = models.CharField("mangler", max_length=200)
    interview = models.ForeignKey(
        "actors.Interview", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="fra"
    )
    created_at = models.DateTimeField("skrevet", auto_now_add=True)

    class Meta:
        verbose_name = "behov"
        verbose_name_plural = "behov"
        ordering = ["kind", "text"]

    def __str__(self):
        return self.text
