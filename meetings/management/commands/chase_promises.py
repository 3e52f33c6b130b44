"""manage.py chase_promises --site URL: mail what was promised at meetings. For a weekly timer."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from config.danish import count
from meetings.digests import chase_all, forget_old_marks


class Command(BaseCommand):
    help = "Mail those who promised something at a meeting, at most once a week each."

    def add_arguments(self, parser):
        parser.add_argument("--site", required=True, help="The address of the app, https://…")

    def handle(self, *, site: str, **options):
        today = timezone.localdate()
        sent = chase_all(today=today, site=site.rstrip("/"))
        forget_old_marks(today)
        self.stdout.write(f"{count(sent, 'mail', 'mails')} sendt.")
