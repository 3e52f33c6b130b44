"""Who: users, the plan they work in, what a plan is made of, and who did what."""

import uuid

from django.contrib.auth.models import AbstractBaseUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Lower

from accounts.access import ROLE_CHOICES
from accounts.digest_days import DIGEST_DAYS
from accounts.managers import AuditQuerySet, MembershipQuerySet, UserManager


class User(AbstractBaseUser):
    """A person with a login. What they may do in a plan is a Membership's business."""

    email = models.EmailField("mail", max_length=254, unique=True)
    name = models.CharField("navn", max_length=120)
    shortcuts = models.BooleanField(
        "genveje med ét bogstav", default=True, help_text="L, K, N, /, G og ? virker uden for felter."
    )
    is_active = models.BooleanField("aktiv", default=True)
    # Platform support may be granted a plan for a while; without a grant it sees none.
    is_support = models.BooleanField("platformens support", default=False)
    created_at = models.DateTimeField("oprettet", auto_now_add=True)

    objects = UserManager()
    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "bruger"
        verbose_name_plural = "brugere"
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once_any_case")]

    def __str__(self):
        return self.name

    @property
    def initials(self) -> str:
        """The first letters of the first and last name, for the round badge."""
        words = self.name.split() or [self.email]
        return "".join(word[0] for word in {0: words[0], 1: words[-1]}.values())[: min(len(words), 2)].upper()

    @property
    def first_name(self) -> str:
        """What a greeting calls them."""
        return (self.name.split() or [self.email])[0]


class Plan(models.Model):
    """A helhedsplan: the tenant. Everything else belongs to exactly one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField("adresse", max_length=60, unique=True)
    name = models.CharField("navn", max_length=120)
    municipality = models.CharField("kommune", max_length=80, blank=True)
    housing_organisations = models.TextField(
        "boligorganisationer", blank=True, max_length=1000, help_text="Én pr. linje."
    )
    starts_on = models.DateField("begynder", null=True, blank=True)
    ends_on = models.DateField("slutter", null=True, blank=True)
    # Care for actors' time: from so many contacts by different colleagues in so many days it is too much …
    contacts_at_most = models.PositiveSmallIntegerField(
        "kontakter fra forskellige kolleger",
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
    )
    contacts_within_days = models.PositiveSmallIntegerField(
        "inden for dage", default=30, validators=[MinValueValidator(1), MaxValueValidator(365)]
    )
    # … and after so many days without one an actor is about to be forgotten.
    forgotten_after_days = models.PositiveSmallIntegerField(
        "glemt efter dage", default=90, validators=[MinValueValidator(1), MaxValueValidator(1000)]
    )
    created_at = models.DateTimeField("oprettet", auto_now_add=True)

    class Meta:
        verbose_name = "helhedsplan"
        verbose_name_plural = "helhedsplaner"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="plan_ends_after_it_starts",
            )
        ]

    def __str__(self):
        return self.name


class PlanOwned(models.Model):
    """A row of one plan, with an id nobody can guess. Reached as plan.<class name>s."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="%(class)ss", verbose_name="helhedsplan")

    class Meta:
        abstract = True


class PlanTerm(PlanOwned):
    """A word the plan chooses itself: an area, a focus area, a target group."""

    name = models.CharField("navn", max_length=80)
    position = models.PositiveSmallIntegerField("plads", default=0)

    class Meta:
        abstract = True
        ordering = ["position", "name"]
        constraints = [models.UniqueConstraint("plan", Lower("name"), name="%(class)s_name_once_per_plan")]

    def __str__(self):
        return self.name


class Area(PlanTerm):
    """A housing area of the plan."""

    class Meta(PlanTerm.Meta):
        verbose_name = "boligområde"
        verbose_name_plural = "boligområder"


class FocusArea(PlanTerm):
    """A theme of the plan (indsatsområde)."""

    class Meta(PlanTerm.Meta):
        verbose_name = "indsatsområde"
        verbose_name_plural = "indsatsområder"


class TargetGroup(PlanTerm):
    """A group of residents somebody does something for; never a list of persons."""

    class Meta(PlanTerm.Meta):
        verbose_name = "målgruppe"
        verbose_name_plural = "målgrupper"


class Membership(PlanOwned):
    """One user's role in one plan; `ends_at` is set for support alone."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", verbose_name="bruger")
    role = models.CharField("rolle", max_length=12, choices=ROLE_CHOICES)
    ends_at = models.DateTimeField("udløber", null=True, blank=True)
    created_at = models.DateTimeField("oprettet", auto_now_add=True)
    # Until when the member has seen what changed: set by a press, never by looking.
    seen_at = models.DateTimeField("set til", null=True, blank=True)
    # On which weekday the member wants the week's mail, 0 for Monday; None for no mail.
    digest_day = models.PositiveSmallIntegerField("ugens mail", choices=DIGEST_DAYS, null=True, blank=True)
    # The Monday of the week whose mail is sent, so that none is sent twice.
    digest_week = models.DateField("sendt for ugen", null=True, blank=True, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "medlemskab"
        verbose_name_plural = "medlemskaber"
        constraints = [
            models.UniqueConstraint(fields=["plan", "user"], name="one_membership_per_plan"),
            models.CheckConstraint(
                condition=models.Q(role="support", ends_at__isnull=False)
                | (~models.Q(role="support") & models.Q(ends_at__isnull=True)),
                name="only_support_has_an_end",
            ),
            models.CheckConstraint(
                condition=models.Q(digest_day__isnull=True) | models.Q(digest_day__lte=4),
                name="digest_on_a_working_day",
            ),
        ]

    def __str__(self):
        return f"{self.user} ({self.get_role_display()})"


class Invitation(PlanOwned):
    """A link by mail that gives a role in the plan. Only a hash of its token is kept."""

    email = models.EmailField("mail", max_length=254)
    role = models.CharField("rolle", max_length=12, choices=ROLE_CHOICES)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField("sendt", auto_now_add=True)
    expires_at = models.DateTimeField("udløber")
    accepted_at = models.DateTimeField("taget imod", null=True, blank=True)
    withdrawn_at = models.DateTimeField("trukket tilbage", null=True, blank=True)

    class Meta:
        verbose_name = "invitation"
        verbose_name_plural = "invitationer"
        ordering = ["-created_at"]

    def __str__(self):
        return f"Invitation som {self.get_role_display()}"


class AuditEntry(models.Model):
    """Who did what to which object, and which fields it touched. Never the personal values.

    Append-only: rows are written by `accounts.audit.record` and can be neither changed nor
    deleted through the ORM, except with the whole plan.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="audit_entries", verbose_name="helhedsplan")
    at = models.DateTimeField("hvornår", auto_now_add=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="hvem")
    verb = models.CharField("hvad", max_length=40)
    object_type = models.CharField("slags", max_length=40)
    object_id = models.CharField("id", max_length=40)
    fields = models.JSONField("felter", default=list)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = "hændelse"
        verbose_name_plural = "hændelser"
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["plan", "-at"], name="audit_by_plan_and_time")]

    def __str__(self):
        return f"{self.verb} {self.object_type}"

    def save(self, *args, **kwargs):
        """Insert only. Raises TypeError for a row that exists."""
        if not self._state.adding:
            raise TypeError("The audit log is append-only.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Never. Raises TypeError."""
        raise TypeError("The audit log is append-only.")
