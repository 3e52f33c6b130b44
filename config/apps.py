from django.apps import AppConfig


class HouseConfig(AppConfig):
    """The house itself: templates' tags and commands, no models."""

    name = "config"
    verbose_name = "På banen"
