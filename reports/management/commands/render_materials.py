"""manage.py render_materials: the six materials of the value game as PDF files, and one file with all."""

from collections.abc import Iterator
from pathlib import Path

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.core.management.base import BaseCommand

from reports.game_papers import PAPERS, bundle_html, paper_html
from reports.occasion import BLANK
from reports.pdf import write_document
from reports.sending import file_name


class Command(BaseCommand):
    help = "Write the value game's six materials, blank, and one file with all of them."

    def add_arguments(self, parser):
        parser.add_argument("--out", required=True, type=Path, help="Folder for the files; made if missing.")

    def handle(self, *, out, **options):
        _collect_static_files()
        out.mkdir(parents=True, exist_ok=True)
        for name, html in _documents():
            (out / name).write_bytes(write_document(html))
            self.stdout.write(str(out / name))


def _collect_static_files() -> None:
    """In a fresh checkout nobody has hashed the style sheets, and a page could not name them."""
    try:
        staticfiles_storage.url("css/print-game.css")
    except ValueError:
        call_command("collectstatic", interactive=False, verbosity=0)


def _documents() -> Iterator[tuple[str, str]]:
    """(name of the file, page) of each, in every size of paper, and at last of all."""
    for paper in PAPERS:
        for size in paper.papers:
            words = (size,) if len(paper.papers) > 1 else ()
            yield file_name("vaerdispil", paper.file_word, *words), paper_html(paper, BLANK, size)
    yield file_name("vaerdispil", "alt"), bundle_html(BLANK)
