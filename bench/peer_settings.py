"""The app's own settings with Django's admin beside it, so that both run in one server on the same rows."""

from config.settings import *  # noqa: F403
from config.settings import INSTALLED_APPS, TEMPLATES

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.admin"]
ROOT_URLCONF = "bench.peer_urls"
SILENCED_SYSTEM_CHECKS = ["admin.E403", "admin.E408", "admin.E409", "admin.E410"]
TEMPLATES = [{**TEMPLATES[0], "DIRS": TEMPLATES[0]["DIRS"]}]
