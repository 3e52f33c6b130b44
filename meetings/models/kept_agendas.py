"""Agendas that a plan has kept to begin from, beside those of meetings/agenda_method.py."""

from django.db import models

from accounts.models import PlanOwned, User
from meetings.models.forums import Forum
from meetings.models.meetings import ItemKind
from meetings.queries import KeptAgendaQuerySet


class KeptAgenda(PlanOwned):
    """One agenda to begin from, under the name that the plan gave it.

    `forum` is the one whose agenda it was: a partner sees those of the forums they sit in alone.
    """

    forum = models.ForeignKey(
        Forum, models.SET_NULL, null=True, related_name="kept_agendas", verbose_name="fra forum"
    )
    name = models.CharField("navn", max_length=80)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="gemt af")
    created_at = models.DateTimeField("gemt", auto_now_add=True)
    removed_at = models.DateTimeField("fjernet", null=True, blank=True)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = KeptAgendaQuerySet.as_manager()

    class Meta:
        verbose_name = "egen skabelon"
        verbose_name_plural = "egne skabeloner"
        ordering = ["name", "created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "submission"], name="kept_agenda_sent_once")]

    def __str__(self):
        return self.name


class KeptAgendaItem(PlanOwned):
    """One item of it."""

    agenda = models.ForeignKey(KeptAgenda, models.CASCADE, related_name="items", verbose_name="skabelon")
    kind = models.CharField("slags", max_length=8, choices=ItemKind)
    title = models.CharField("punkt", max_length=120)
    text = models.TextField("hvad skal der komme ud af det", max_length=1000, blank=True)
    minutes = models.PositiveSmallIntegerField("minutter", null=True, blank=True)
    position = models.PositiveIntegerField("plads", default=0)

    class Meta:
        verbose_name = "punkt i en skabelon"
        verbose_name_plural = "punkter i skabeloner"
        ordering = ["position", "id"]

    def __str__(self):
        return self.title
