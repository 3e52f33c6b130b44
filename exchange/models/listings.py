"""What is offered and what is wanted, and the talk that an answer begins."""

from django.db import models
from django.db.models import F, Q

from accounts.models import Area, PlanOwned, User
from actors.models import Actor, ResourceKind
from exchange.listing_queries import ListingQuerySet
from exchange.models.pictures import Picture
from exchange.models.places import Facility
from mapping.models import Collaboration


class Direction(models.TextChoices):
    """Which way something goes."""

    OFFER = "offer", "Tilbydes"
    WISH = "wish", "Efterlyses"


class Listing(PlanOwned):
    """Something an organisation offers or wants until a day; after it the listing is no longer shown."""

    direction = models.CharField("tilbud eller efterlysning", max_length=5, choices=Direction)
    kind = models.CharField("slags", max_length=10, choices=ResourceKind)
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="listings", verbose_name="aktør")
    title = models.CharField("hvad", max_length=80)
    text = models.TextField("mere om det", max_length=500, blank=True)
    area = models.ForeignKey(
        Area, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="område"
    )
    # What is lent by the calendar: the listing then shows its week and leads to booking.
    facility = models.ForeignKey(
        Facility, models.SET_NULL, null=True, blank=True, related_name="listings", verbose_name="sted"
    )
    starts_on = models.DateField("fra", null=True, blank=True)
    ends_on = models.DateField("til og med")
    picture = models.ForeignKey(
        Picture, models.SET_NULL, null=True, blank=True, related_name="listings", verbose_name="billede"
    )
    # Chosen by those who wrote it: it may stand on the plan's open page.
    is_public = models.BooleanField("må stå på den åbne side", default=False)
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af"
    )
    created_at = models.DateTimeField("skrevet", auto_now_add=True)
    withdrawn_at = models.DateTimeField("taget ned", null=True, blank=True)
    # The day whose end was reminded of, so that nobody is reminded twice.
    reminded_of = models.DateField("mindet om", null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = "opslag på børsen"
        verbose_name_plural = "opslag på børsen"
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "submission"], name="listing_sent_once"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(starts_on__lte=F("ends_on")),
                name="listing_ends_after_it_starts",
            ),
        ]
        indexes = [models.Index(fields=["plan", "ends_on"], name="listing_by_plan_and_end")]

    def __str__(self):
        return self.title


class Answer(PlanOwned):
    """One organisation's talk with the one behind a listing; both sides write in it."""

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="answers", verbose_name="opslag")
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="answers", verbose_name="hvem svarer")
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="begyndt af"
    )
    created_at = models.DateTimeField("begyndt", auto_now_add=True)

    class Meta:
        verbose_name = "svar på opslag"
        verbose_name_plural = "svar på opslag"
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["listing", "actor"], name="one_talk_per_listing_and_actor")
        ]

    def __str__(self):
        return "svar"


class Message(PlanOwned):
    """One thing said in a talk, on behalf of `actor`; `by` is None for one who came by a link in a mail."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="messages", verbose_name="svar")
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="+", verbose_name="fra")
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af")
    text = models.TextField("besked", max_length=1000)
    at = models.DateTimeField("skrevet", auto_now_add=True)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "besked"
        verbose_name_plural = "beskeder"
        ordering = ["at", "id"]
        # In each talk: who goes back and picks another organisation sends the same form to another talk.
        constraints = [models.UniqueConstraint(fields=["answer", "submission"], name="message_sent_once")]

    def __str__(self):
        return "besked"


class MailLink(PlanOwned):
    """A link by mail into one side of one talk, without account. Only a hash of its token is kept."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="links", verbose_name="svar")
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="+", verbose_name="på vegne af")
    email = models.EmailField("mail", max_length=254)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField("sendt", auto_now_add=True)
    expires_at = models.DateTimeField("udløber")

    class Meta:
        verbose_name = "link i en mail"
        verbose_name_plural = "links i mails"
        ordering = ["-created_at", "id"]

    def __str__(self):
        return "link i en mail"


class Ended(models.TextChoices):
    """How an agreement came to its end."""

    DONE = "done", "Gennemført"
    STOPPED = "stopped", "Stoppet før tid"


class Agreement(PlanOwned):
    """What both sides expect of each other, settled before; it holds when both have said yes.

    `gives_yes_by` and `takes_yes_by` are None for one who said yes by a link in a mail.
    """

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="agreement", verbose_name="svar")
    giver = models.ForeignKey(Actor, models.CASCADE, related_name="gives", verbose_name="hvem giver")
    taker = models.ForeignKey(Actor, models.CASCADE, related_name="takes", verbose_name="hvem får")
    what = models.CharField("hvad", max_length=200)
    terms = models.TextField("vilkår", max_length=1000, blank=True)
    in_return = models.TextField("hvad får de igen", max_length=500, blank=True)
    starts_on = models.DateField("fra")
    ends_on = models.DateField("til og med", null=True, blank=True)
    giver_person = models.CharField("ansvarlig hos den, der giver", max_length=120)
    taker_person = models.CharField("ansvarlig hos den, der får", max_length=120)
    if_not_kept = models.TextField("hvis det ikke går", max_length=500, blank=True)
    giver_yes_at = models.DateTimeField("ja fra den, der giver", null=True, blank=True)
    taker_yes_at = models.DateTimeField("ja fra den, der får", null=True, blank=True)
    giver_yes_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="ja skrevet af"
    )
    taker_yes_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="ja skrevet af"
    )
    ended_at = models.DateTimeField("sluttet", null=True, blank=True)
    ended_as = models.CharField("hvordan sluttede det", max_length=8, choices=Ended, blank=True)
    outcome = models.CharField("hvordan gik det", max_length=200, blank=True)
    collaboration = models.ForeignKey(
        Collaboration, models.SET_NULL, null=True, blank=True, related_name="agreements",
        verbose_name="blev til samarbejde",
    )  # fmt: skip
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "aftale"
        verbose_name_plural = "aftaler"
        ordering = ["-starts_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__lte=F("ends_on")),
                name="agreement_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_as="")
                | (Q(ended_at__isnull=False) & ~Q(ended_as="")),
                name="ended_agreement_says_how",
            ),
        ]

    def __str__(self):
        return self.what
