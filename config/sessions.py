"""Sessions in the database, asked for by a key that can be one of ours."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from config.prepared import Slot, prepared


class SessionStore(db.SessionStore):
    """Django's own; a cookie with anything but letters and digits is no session.

    A quoted cookie can hold a NUL, which PostgreSQL refuses with an error instead of finding nothing.
    """

    def _validate_session_key(self, key):
        return super()._validate_session_key(key) and key.isascii() and key.isalnum()

    def _get_session_from_db(self):
        """Django's own again, which is asked at every look, without the time it takes to write the query."""
        rows = _session(key=self.session_key, now=timezone.now())
        if not rows:
            self._session_key = None
            return None
        return Session(*rows[0])


@prepared
def _session():
    key, expires = Session._meta.get_field("session_key"), Session._meta.get_field("expire_date")
    found = Session.objects.filter(session_key=Slot("key", key), expire_date__gt=Slot("now", expires))
    return found.values_list("session_key", "session_data", "expire_date")
