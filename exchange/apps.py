"""The app's name in Django."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """What is lent and wanted."""

    name = "exchange"
    verbose_name = "Ressourcebørs"
