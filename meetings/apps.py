"""The app's name in Django."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Where they meet."""

    name = "meetings"
    verbose_name = "Fora og møder"
