"""manage.py load_demo: Solbakken to try things on, or thousands of generated actors to measure on."""

import sys

from django.core.management.base import BaseCommand
from django.utils import timezone

from accounts.models import Plan
from reports.demo import PASSWORD, PEOPLE, load_small
from reports.demo_large import leader_of_generated, load_generated

NATIONAL_PLANS, NATIONAL_ACTORS, LARGE_ACTORS = 150, 300, 2000
ROWS_PER_ACTOR = 4.5
BAR = 30


class Command(BaseCommand):
    help = "Load Solbakken (small), one plan of 2,000 actors (large), or 150 plans of 300 (national)."

    def add_arguments(self, parser):
        parser.add_argument("--scale", choices=["small", "large", "national"], default="small")
        parser.add_argument(
            "--if-empty", action="store_true", help="Do nothing when there is a plan already."
        )

    def handle(self, *, scale, if_empty, **options):
        if if_empty and Plan.objects.exists():
            return
        today = timezone.localdate()
        if scale == "small":
            self.write_plans([("Solbakken", 0)], today)
            self.stdout.write(f"Log in with one of these, password {PASSWORD}:")
            for name, email, role in PEOPLE:
                self.stdout.write(f"  {email}  ({name}, {role})")
        elif scale == "large":
            self.write_plans([("Storbakken", LARGE_ACTORS)], today)
        else:
            plans = [(f"Plan {number:03}", NATIONAL_ACTORS) for number in range(1, NATIONAL_PLANS + 1)]
            self.write_plans(plans, today)

    def write_plans(self, plans, today):
        """Write each plan that is not there yet; the bar moves with the rows."""
        total = sum(196 if not actors else round(actors * ROWS_PER_ACTOR) for _, actors in plans)
        written = 0

        def progress(rows):
            nonlocal written
            written += rows
            self.draw_bar(written / total)

        for name, actors in plans:
            if Plan.objects.filter(name=name).exists():
                self.stderr.write(f"\n{name} is there already; left as it is.")
            elif not actors:
                load_small(today=today, progress=progress)
            else:
                leader = leader_of_generated()
                load_generated(name=name, actors=actors, leader=leader, today=today, progress=progress)
        if sys.stderr.isatty():
            self.stderr.write("")

    def draw_bar(self, share):
        """A bar on a terminal; nothing in a log file."""
        if sys.stderr.isatty():
            filled = round(BAR * min(share, 1))
            self.stderr.write(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {share:4.0%}", ending="")
