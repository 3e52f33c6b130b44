"""Who works with whom: collaborations, and where the actors stand on the map."""

import uuid

from django.db import models

from accounts.models import PlanOwned, TargetGroup, User
from actors.models import Actor, FollowUp
from config.danish import SORT_KEY_LENGTH, fold, sort_key
from mapping.queries import CollaborationQuerySet


class Form(models.IntegerChoices):
    """The five forms of collaboration, rising in mutual commitment; none is the goal."""

    SHARE_KNOWLEDGE = 1, "Videndele"
    COOPERATE = 2, "Samvirke"
    EXCHANGE = 3, "Ressourceudveksle"
    COORDINATE = 4, "Samordne"
    CO_CREATE = 5, "Samskabe"


class Frequency(models.TextChoices):
    """How often they meet about it."""

    WEEKLY = "weekly", "Hver uge"
    MONTHLY = "monthly", "Hver måned"
    QUARTERLY = "quarterly", "Hvert kvartal"
    YEARLY = "yearly", "Hvert år"
    AD_HOC = "ad_hoc", "Når der er brug for det"


class Collaboration(PlanOwned):
    """One concrete collaboration about citizens between two or more actors: a line on the map."""

    actors = models.ManyToManyField(
        Actor, through="Participation", related_name="collaborations", verbose_name="aktører"
    )
    form = models.PositiveSmallIntegerField("samarbejdsform", choices=Form)
    about = models.CharField("hvad handler det om", max_length=200, blank=True)
    target_groups = models.ManyToManyField(
        TargetGroup, verbose_name="målgrupper", blank=True, related_name="collaborations"
    )
    coordinator = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="coordinates", verbose_name="tovholder"
    )
    since = models.DateField("siden", null=True, blank=True)
    until = models.DateField("til", null=True, blank=True)
    frequency = models.CharField("hvor tit", max_length=10, choices=Frequency, blank=True)
    agreed_in_writing = models.BooleanField("aftalt skriftligt", null=True, blank=True)
    funded_by = models.CharField("hvem betaler", max_length=200, blank=True)
    carried_on_by = models.CharField("hvem vil føre det videre", max_length=200, blank=True)
    created_at = models.DateTimeField("logget", auto_now_add=True)
    updated_at = models.DateTimeField("ændret", auto_now=True)
    version = models.PositiveIntegerField("version", default=1)
    # Both are derived from what it is about, so that search and order agree on both databases.
    search_text = models.TextField(editable=False, default="")
    sort_key = models.CharField(max_length=SORT_KEY_LENGTH, editable=False, default="")
    # The form's own id, so that sending it twice makes one collaboration.
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = CollaborationQuerySet.as_manager()

    class Meta:
        verbose_name = "samarbejde"
        verbose_name_plural = "samarbejder"
        constraints = [
            models.CheckConstraint(condition=models.Q(form__range=(1, 5)), name="collaboration_form_1_to_5"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | models.Q(since__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="collaboration_ends_after_it_starts",
            ),
            models.UniqueConstraint(fields=["plan", "submission"], name="collaboration_sent_once"),
        ]
        indexes = [models.Index(fields=["plan", "-created_at"], name="collaboration_by_plan")]

    def __str__(self):
        return self.about or self.get_form_display()

    def fill_derived(self) -> None:
        """Set `search_text` and `sort_key`. save() and bulk_create() call it."""
        self.search_text, self.sort_key = fold(self.about), sort_key(self.about)

    def save(self, *args, update_fields=None, **kwargs):
        """Save, keeping the derived columns true."""
        self.fill_derived()
        if update_fields is not None:
            update_fields = {*update_fields, "search_text", "sort_key"}
        super().save(*args, update_fields=update_fields, **kwargs)


class Participation(PlanOwned):
    """One actor's part in one collaboration."""

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="participations")
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="participations", verbose_name="aktør")

    class Meta:
        verbose_name = "deltagelse"
        verbose_name_plural = "deltagelser"
        constraints = [
            models.UniqueConstraint(fields=["collaboration", "actor"], name="actor_once_per_collaboration")
        ]

    def __str__(self):
        return str(self.actor_id)


class MapPosition(models.Model):
    """Where an actor's mark stands on the plan's map, in map units; kept so that nobody jumps."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey("accounts.Plan", models.CASCADE, related_name="map_positions")
    actor = models.OneToOneField(Actor, models.CASCADE, related_name="map_position")
    x = models.FloatField()
    y = models.FloatField()
    # Where it stood before the map was tidied, so that tidying can be undone.
    x_before = models.FloatField(null=True, editable=False)
    y_before = models.FloatField(null=True, editable=False)

    class Meta:
        verbose_name = "plads på kortet"
        verbose_name_plural = "pladser på kortet"

    def __str__(self):
        return f"{self.x:.0f}, {self.y:.0f}"


class Answer(models.TextChoices):
    """What staff made of a suggestion."""

    MEET = "meet", "Foreslået møde"
    LATER = "later", "Ikke nu"
    NO = "no", "Nej"


class DismissalReason(models.TextChoices):
    """Why two actors shall not be brought together."""

    KNOW_EACH_OTHER = "known", "De arbejder allerede sammen"
    NOT_WANTED = "not_wanted", "En af dem vil ikke"
    NO_TIME = "no_time", "De har ikke tid"
    POOR_FIT = "poor_fit", "Det passer ikke sammen"
    OTHER = "other", "Noget andet"


class MatchAnswer(PlanOwned):
    """One answer to the suggestion that `a` and `b` meet; the newest of a pair counts. `a` has the lower id.

    `fingerprint` tells which reasons the suggestion had: a no holds until there are others. `sentence` is
    what was read when the answer was given, so that the leader can see how suggestions fared.
    """

    a = models.ForeignKey(Actor, models.CASCADE, related_name="+", verbose_name="aktør")
    b = models.ForeignKey(Actor, models.CASCADE, related_name="+", verbose_name="aktør")
    answer = models.CharField("svar", max_length=6, choices=Answer)
    back_on = models.DateField("kommer igen", null=True, blank=True)
    reason = models.CharField("hvorfor", max_length=12, choices=DismissalReason, blank=True)
    words = models.CharField("med egne ord", max_length=200, blank=True)
    fingerprint = models.CharField(max_length=64)
    value = models.PositiveSmallIntegerField("værdi", null=True, blank=True)
    sentence = models.TextField("begrundelse", max_length=1000, blank=True)
    follow_up = models.ForeignKey(FollowUp, models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="hvem af os")
    at = models.DateTimeField("hvornår", auto_now_add=True)
    taken_back_at = models.DateTimeField("fortrudt", null=True, blank=True)

    class Meta:
        verbose_name = "svar på forslag"
        verbose_name_plural = "svar på forslag"
        ordering = ["-at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="later", back_on__isnull=False)
                | ~models.Q(answer="later") & models.Q(back_on__isnull=True),
                name="match_put_off_has_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(answer="no") & ~models.Q(reason="")
                | ~models.Q(answer="no") & models.Q(reason=""),
                name="match_no_has_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["plan", "a", "b", "-at"], name="match_answer_by_pair")]

    def __str__(self):
        return self.get_answer_display()
