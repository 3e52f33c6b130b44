"""What is told to the neighbourhood: one notice makes a poster, flyers, texts and a line on the open page."""

from django.db import models
from django.db.models import F, Q

from accounts.models import Area, PlanOwned, TargetGroup, User
from actors.models import Actor, Contact
from exchange.models.pictures import Picture
from exchange.notice_queries import NoticeQuerySet


class Layout(models.TextChoices):
    """How its poster is drawn."""

    SUN = "sun", "Sol"
    GABLE = "gable", "Gavl"
    PIECES = "pieces", "Brikker"


class Notice(PlanOwned):
    """Something that happens, of one actor or joint for all of them; it is gone after its last day."""

    title = models.CharField("overskrift", max_length=80)
    text = models.TextField("tekst", max_length=600, blank=True)
    when_text = models.CharField("hvornår", max_length=120)
    first_on = models.DateField("første dag", null=True, blank=True)
    last_on = models.DateField("sidste dag")
    place = models.CharField("hvor", max_length=120, blank=True)
    # None: joint for all who do something for the target group or area.
    actor = models.ForeignKey(
        Actor, models.CASCADE, null=True, blank=True, related_name="notices", verbose_name="aktør"
    )
    # Shown only as long as the person's consent reaches everybody; asked anew each time.
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="hvem kan man spørge"
    )
    target_group = models.ForeignKey(
        TargetGroup, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="målgruppe"
    )
    area = models.ForeignKey(
        Area, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="område"
    )
    picture = models.ForeignKey(
        Picture, models.SET_NULL, null=True, blank=True, related_name="notices", verbose_name="billede"
    )
    layout = models.CharField("udseende", max_length=8, choices=Layout, default=Layout.SUN)
    # Whose colour and icon the poster wears: one of the five values.
    value = models.PositiveSmallIntegerField("farve", default=1)
    is_public = models.BooleanField("må stå på den åbne side", default=False)
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af"
    )
    created_at = models.DateTimeField("skrevet", auto_now_add=True)
    withdrawn_at = models.DateTimeField("taget ned", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "opslag til området"
        verbose_name_plural = "opslag til området"
        ordering = ["last_on", "created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "submission"], name="notice_sent_once"),
            models.CheckConstraint(
                condition=Q(first_on__isnull=True) | Q(first_on__lte=F("last_on")),
                name="notice_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(value__gte=1, value__lte=5), name="notice_value_is_one_of_five"
            ),
        ]
        indexes = [models.Index(fields=["plan", "last_on"], name="notice_by_plan_and_end")]

    def __str__(self):
        return self.title
