"""Print beside a warm Chromium that prints the very same HTML, and all materials of the game in one pass.

`python -m bench.printing`. Ours goes through `render_pdf` as a page's button does, where the process that
stands ready is warm; Chromium has its window open and our files at hand. Medians of TIMES runs on the clock.
"""

import io
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# Playwright keeps an event loop in this thread; nothing here asks a database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
_folder = tempfile.mkdtemp()
os.environ["VAR_DIR"], os.environ["DEBUG"] = _folder, "1"

import django

django.setup()

from django.core.management import call_command
from django.template.loader import render_to_string
from playwright.sync_api import sync_playwright

from bench.timing import on_the_clock
from reports import game_papers
from reports.occasion import BLANK
from reports.pdf import BASE, Refused, own_file, render_pdf
from reports.poster_picture import empty_poster

TIMES = 7
AT_MOST, ALL_WITHIN = 1.5, 20.0


def documents() -> dict[str, str]:
    """What is printed: the poster on A3, and the sheets of cards."""
    return {
        "poster A3": render_to_string("print/poster.html", {"poster": empty_poster(), "format": "A3"}),
        "cards": game_papers.paper_html(game_papers.CARDS, BLANK),
    }


def serve(route) -> None:
    """Our static files, as the print process reads them."""
    try:
        route.fulfill(path=own_file(route.request.url))
    except Refused:
        route.abort()


def print_in(page, html: str) -> None:
    """What Chromium does with it."""
    page.goto(f"{BASE}")
    page.set_content(html, wait_until="load")
    page.evaluate("document.fonts.ready")
    page.pdf(prefer_css_page_size=True, print_background=True, tagged=True)


def beside_chromium() -> bool:
    """Whether each document takes at most AT_MOST times as long as in Chromium."""
    met, path = True, os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page()
        page.route(f"{BASE}static/**", serve)
        page.route(BASE, lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        for name, html in documents().items():
            ours = on_the_clock(TIMES, lambda html=html: render_pdf(html))
            theirs = on_the_clock(TIMES, lambda html=html: print_in(page, html))
            ratio = ours / theirs
            print(f"{name}: {ours:.2f} s, Chromium {theirs:.2f} s: {ratio:.2f} x (goal {AT_MOST})")
            met = met and ratio <= AT_MOST
        browser.close()
    return met


def all_materials() -> bool:
    """Whether the command writes all six within ALL_WITHIN seconds."""
    start = time.perf_counter()
    call_command("render_materials", out=Path(_folder) / "out", stdout=io.StringIO())
    took = time.perf_counter() - start
    print(f"all materials and the file with all of them: {took:.1f} s (goal {ALL_WITHIN:.0f})")
    return took <= ALL_WITHIN


if __name__ == "__main__":
    met = [beside_chromium(), all_materials()]
    shutil.rmtree(_folder, ignore_errors=True)
    print("\nAll goals met." if all(met) else "\nA goal was missed.")
    sys.exit(0 if all(met) else 1)
