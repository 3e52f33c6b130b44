"""manage.py remind_listings --site URL: mail those whose listings soon run out. For a daily timer."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from config.danish import count
from exchange.listing_reminders import remind_all


class Command(BaseCommand):
    help = "Mail those whose listings run out within a week; each end is reminded of once."

    def add_arguments(self, parser):
        parser.add_argument("--site", required=True, help="The address of the app, https://…")

    def handle(self, *, site: str, **options):
        sent = remind_all(today=timezone.localdate(), site=site.rstrip("/"))
        self.stdout.write(f"{count(sent, 'mail', 'mails')} sendt.")
