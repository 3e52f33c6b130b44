"""manage.py send_digests --site URL: the week's mail to those who want it today. For a daily timer."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from config.danish import count
from reports.digests import send_all


class Command(BaseCommand):
    help = "Mail each member who asked for it what waits, what is next and what is new, once a week."

    def add_arguments(self, parser):
        parser.add_argument("--site", required=True, help="The address of the app, https://…")

    def handle(self, *, site: str, **options):
        sent = send_all(now=timezone.now(), site=site.rstrip("/"))
        self.stdout.write(f"{count(sent, 'mail', 'mails')} sendt.")
