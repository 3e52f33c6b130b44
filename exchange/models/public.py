"""What of a plan everybody may see without login. Nothing is, until the leader says so."""

import uuid

from django.db import models

from accounts.models import Plan


class PublicPage(models.Model):
    """The leader's choices for the open page; a plan without a row shows nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.OneToOneField(Plan, models.CASCADE, related_name="public_page", verbose_name="helhedsplan")
    is_on = models.BooleanField("den åbne side er tændt", default=False)
    intro = models.CharField("indledning", max_length=300, blank=True)
    shows_directory = models.BooleanField("vis aktører", default=True)
    shows_listings = models.BooleanField("vis opslag på ressourcebørsen", default=True)
    shows_notices = models.BooleanField("vis, hvad der sker", default=True)
    # Organisations and activities as HSDS JSON, for other directories.
    gives_hsds = models.BooleanField("giv andre vejvisere lov til at hente", default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "åben side"
        verbose_name_plural = "åbne sider"

    def __str__(self):
        return "åben side"
