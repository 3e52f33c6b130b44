"""Sessions in the database, asked for by a key that can be one of ours."""

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """Django's own; a cookie with anything but letters and digits is no session.

    A quoted cookie can hold a NUL, which PostgreSQL refuses with an error instead of finding nothing.
    """

    def _validate_session_key(self, key):
        return super()._validate_session_key(key) and key.isascii() and key.isalnum()
