"""manage.py forget_event_guests: take away names and mails of guests 90 days after. For a daily timer."""

from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from config.danish import count
from meetings.event_actions import forget_guests
from meetings.signups import KEPT_DAYS


class Command(BaseCommand):
    help = "Take name and mail from those who signed up for events that were over 90 days ago."

    def handle(self, **options):
        forgotten = forget_guests(before=timezone.localdate() - timedelta(days=KEPT_DAYS))
        self.stdout.write(f"{count(forgotten, 'tilmelding', 'tilmeldinger')} er uden navn og mail nu.")
