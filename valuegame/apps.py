from django.apps import AppConfig


class ValuegameConfig(AppConfig):
    name = "valuegame"
    verbose_name = "Værdispil"
