"""Interessentanalyse: the plan's question guide, and what actors answered."""

from django.db import models

from accounts.models import Membership, PlanOwned
from actors.models.actor import Actor
from actors.models.contact import Contact
from actors.models.talk import Talk
from actors.queries import InterviewQuerySet


class GuideQuestion(PlanOwned):
    """A plan's change to the guide in actors/method.py: an own question, or one of ours moved or put away.

    `key` is that of ours, else empty, and then `text` is the plan's own question. `value` is 1–5.
    """

    key = models.CharField("nøgle", max_length=40, blank=True)
    value = models.PositiveSmallIntegerField("værdi")
    text = models.CharField("spørgsmål", max_length=300, blank=True)
    position = models.PositiveSmallIntegerField("plads", default=0)
    is_on = models.BooleanField("er med", default=True)

    class Meta:
        verbose_name = "spørgsmål"
        verbose_name_plural = "spørgsmål"
        ordering = ["value", "position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(key="", text=""), name="guide_question_is_ours_or_has_a_text"
            ),
            models.CheckConstraint(
                condition=models.Q(value__range=(1, 5)), name="guide_question_value_1_to_5"
            ),
            models.UniqueConstraint(
                fields=["plan", "key"], condition=~models.Q(key=""), name="guide_question_once_per_plan"
            ),
        ]

    def __str__(self):
        return self.text or self.key


class Channel(models.TextChoices):
    """How the answers were found (CFBU, "Dybdegående interessentanalyse")."""

    DESK = "desk", "Ved skrivebordet"
    THROUGH_OTHERS = "others", "Gennem andre aktører"
    FACE_TO_FACE = "face", "Ansigt til ansigt"


class Interview(PlanOwned):
    """One round of questions about one actor. Its levels, if asked for, stand in `talk`, source interview."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="interviews", verbose_name="aktør")
    held_on = models.DateField("dato")
    channel = models.CharField("hvordan", max_length=8, choices=Channel, default=Channel.FACE_TO_FACE)
    held_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="hvem af os"
    )
    present = models.ManyToManyField(
        Contact, blank=True, related_name="interviews", verbose_name="hvem svarede"
    )
    talk = models.OneToOneField(Talk, models.SET_NULL, null=True, blank=True, related_name="interview")
    created_at = models.DateTimeField("begyndt", auto_now_add=True)
    updated_at = models.DateTimeField("ændret", auto_now=True)
    deleted_at = models.DateTimeField("slettet", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=1)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        verbose_name = "interview"
        verbose_name_plural = "interview"
        ordering = ["-held_on", "-created_at", "id"]
        indexes = [models.Index(fields=["plan", "-held_on"], name="interview_by_plan_and_day")]

    def __str__(self):
        return f"Interview {self.held_on:%d.%m.%Y}"


class InterviewAnswer(PlanOwned):
    """What was answered to one question, with the question as it was asked: a changed guide loses nothing.

    `question_key` is the key of one of ours, or the id of the plan's own as text.
    """

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="answers")
    question_key = models.CharField("nøgle", max_length=40)
    question = models.CharField("spørgsmål", max_length=300)
    value = models.PositiveSmallIntegerField("værdi")
    text = models.TextField("svar", max_length=2000, blank=True)

    class Meta:
        verbose_name = "svar"
        verbose_name_plural = "svar"
        ordering = ["value", "question_key"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "question_key"], name="answer_once_per_question")
        ]

    def __str__(self):
        return self.question
