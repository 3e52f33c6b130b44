"""HTML to PDF. The only module that knows WeasyPrint; it reads our own static files and nothing else."""

import logging
import mimetypes
import re
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

from reports.press import place

# Addresses in a document are looked up here; the host does not exist and is never asked.
BASE = "https://print.invalid/"
# What a document of ours may point at: folders and names without a leading dot.
NAME = re.compile(r"(?:[\w-]+/)*[\w-][\w.-]*\.(?:css|woff2|svg|png)", re.ASCII)
SVG = "{http://www.w3.org/2000/svg}"
HTML_AT_MOST = 8 * 1024 * 1024
# Seconds of processor time, seconds by the clock, and bytes of address space that one document may take.
SECONDS, WALL_SECONDS, MEMORY = 20, 40, 1024**3


class PdfError(Exception):
    """The document could not be made; str() is for the log."""


class Refused(ValueError):
    """An address that is not one of our static files."""


def render_pdf(html: str) -> bytes:
    """The document as PDF/UA: tagged, in Danish, with its title and its fonts embedded.

    Addresses lead to our own static files or nowhere: what cannot be had is left out of the page, and no
    socket is opened. It takes a second, and some 5 ms per table row. Raises Busy when too many others are
    being made; PdfError for a document of more than HTML_AT_MOST characters, for one that takes more than
    SECONDS or MEMORY, and when WeasyPrint gives up.

    A process of its own does the work: what it uses up there is nobody else's.
    """
    if len(html) > HTML_AT_MOST:
        raise PdfError(f"{len(html)} characters are too many for a PDF")
    with place() as held:
        return _ask_child(html, held)


def _ask_child(html: str, held: int) -> bytes:
    """What the process of its own writes; it holds our place as long as it lives."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "reports.pdf_child", str(SECONDS), str(MEMORY)],
            input=html.encode("utf-8", "surrogatepass"),
            capture_output=True,
            timeout=WALL_SECONDS,
            cwd=settings.BASE_DIR,
            check=True,
            pass_fds=[held],
        )
    except subprocess.CalledProcessError as error:
        # The last line names the kind of error; more than that might quote the document.
        last = error.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise PdfError(f"no PDF, exit {error.returncode} {''.join(last)[:200]}") from None
    except subprocess.TimeoutExpired:
        raise PdfError(f"no PDF within {WALL_SECONDS} s") from None
    return done.stdout


def write_document(html: str) -> bytes:
    """What the process of its own does: WeasyPrint with our fetcher. Raises PdfError."""
    from weasyprint import HTML  # half a second to import, and only print needs it
    from weasyprint.urls import FatalURLFetchingError, URLFetchingError

    # It tells of each property that paper does not know.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    try:
        document = HTML(string=html, base_url=BASE, url_fetcher=_fetcher())
        _describe_drawings(document.etree_element)
        return document.write_pdf(pdf_variant="pdf/ua-1")
    except (FatalURLFetchingError, URLFetchingError) as error:  # the first is not even an Exception
        raise PdfError(str(error)) from error
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, RecursionError) as error:
        raise PdfError(f"WeasyPrint: {error!r}") from error


def _describe_drawings(root) -> None:
    """Give every drawing the description that PDF/UA asks for: its label, or a blank where words stand by.

    WeasyPrint reads it from <title> alone, while a browser wants no title on what it hides.
    """
    for drawing in root.iter(f"{SVG}svg"):
        if drawing.find(f"{SVG}title") is None:
            title = drawing.makeelement(f"{SVG}title", {})
            title.text = drawing.get("aria-label") or " "
            drawing.insert(0, title)


def own_file(url: str) -> Path:
    """The static file that an address in a document means. Raises Refused for anything else."""
    wanted, base = urlsplit(url), urlsplit(BASE)
    prefix = f"/{settings.STATIC_URL.strip('/')}/"
    path = unquote(wanted.path)
    if (wanted.scheme, wanted.netloc) != (base.scheme, base.netloc) or not path.startswith(prefix):
        raise Refused("not an address of ours")
    name = path.removeprefix(prefix)
    if not NAME.fullmatch(name):
        raise Refused("not a kind of file that print needs")
    # In development files are found where they are written, in production under their hashed name.
    found = finders.find(name) or _collected(name)
    if not found:
        raise Refused("no such file")
    return Path(found)


def _collected(name: str) -> str | None:
    path = staticfiles_storage.path(name)
    return path if Path(path).is_file() else None


@lru_cache(maxsize=1)
def _fetcher():
    """WeasyPrint's way to our static files; everything it would fetch comes through here."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):
        def fetch(self, url, headers=None):
            path = own_file(url)
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    return OwnFiles(allowed_protocols=("https",), allow_redirects=False)
