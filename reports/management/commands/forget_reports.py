"""Deletes reports that were kept for their 24 hours. Run it each hour; the page of reports does the same."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from reports.paper_actions import forget


class Command(BaseCommand):
    help = "Delete reports that are older than a day."

    def handle(self, *args, **options):
        number = forget(now=timezone.now())
        self.stdout.write(f"{number} deleted.")
