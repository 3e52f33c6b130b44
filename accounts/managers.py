"""Managers of the accounts' models."""

from uuid import UUID

from django.contrib.auth.models import BaseUserManager
from django.db import models

from accounts.access import TEAM_ROLES


class UserManager(BaseUserManager):
    """Users by mail address, in any case."""

    def create_user(self, email: str, name: str, password: str | None = None, **fields):
        """A new user; without a password they must use the reset link."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class MembershipQuerySet(models.QuerySet):
    """Always begun at `request.plan.memberships` or a user's own."""

    def team(self, also: UUID | None = None):
        """Those who can hold a relation or answer for a promise, with users; `also` one who did before."""
        roles = models.Q(role__in=TEAM_ROLES)
        return self.filter(roles if also is None else roles | models.Q(pk=also)).select_related("user")


class AuditQuerySet(models.QuerySet):
    """Audit rows; the ORM's ways of changing many at once are shut."""

    def update(self, **kwargs):
        raise TypeError("The audit log is append-only.")

    def delete(self):
        raise TypeError("The audit log is append-only.")

    def newest_first(self):
        """The log as a reader wants it, with the names of those who acted."""
        return self.select_related("by").order_by("-at", "-id")
