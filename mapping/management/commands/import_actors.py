"""manage.py import_actors FILE --plan SLUG [--dry-run]: the page "Indlæs" from the command line."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import Plan
from actors.spreadsheet import MAX_FILE_BYTES, SpreadsheetProblem
from mapping.import_actions import read_import, run_import


class Command(BaseCommand):
    help = "Import actors, contacts and collaborations from a CSV or XLSX file. All or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--plan", required=True, help="The plan's slug.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen and write nothing.")

    def handle(self, *, file: Path, plan: str, dry_run: bool, **options):
        tenant = Plan.objects.filter(slug=plan).first()
        if tenant is None:
            raise CommandError(f"Der er ingen plan med adressen {plan}.")
        import_plan = self.read(tenant, file)
        for warning in import_plan.warnings:
            self.stdout.write(str(warning))
        if import_plan.blocked:
            lines = "\n".join(str(problem) for problem in import_plan.blocking)
            raise CommandError(f"Intet er læst ind.\n{lines}")
        if dry_run:
            self.tell(
                "Prøve: intet er læst ind.", len(import_plan.new_actors), len(import_plan.known_actors),
                import_plan.contact_count, len(import_plan.collaborations),
            )  # fmt: skip
            return
        result = run_import(plan=tenant, by=None, import_plan=import_plan, today=timezone.localdate())
        self.tell("Læst ind.", result.new_actors, result.known_actors, result.contacts, result.collaborations)

    def read(self, plan: Plan, file: Path):
        """The import plan of the file; CommandError with one sentence if it cannot be read."""
        try:
            if file.stat().st_size > MAX_FILE_BYTES:
                raise CommandError(f"Filen fylder over {MAX_FILE_BYTES // (1024 * 1024)} MB.")
            return read_import(plan=plan, data=file.read_bytes(), file_name=file.name)
        except OSError as problem:
            raise CommandError(f"Filen {file} kan ikke åbnes.") from problem
        except SpreadsheetProblem as problem:
            raise CommandError(str(problem)) from problem

    def tell(self, start: str, new: int, known: int, contacts: int, collaborations: int) -> None:
        """One line with the numbers."""
        self.stdout.write(
            f"{start} Nye aktører: {new}. Kendte aktører: {known}. "
            f"Kontaktpersoner: {contacts}. Samarbejder: {collaborations}."
        )
