"""HTML to PDF. The only module that knows WeasyPrint; it reads our own static files and nothing else."""

import base64
import contextlib
import io
import logging
import mimetypes
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

from reports.pdf_client import Gone, Limits, ask
from reports.press import place

# Addresses in a document are looked up here; the host does not exist and is never asked.
BASE = "https://print.invalid/"
# What a document of ours may point at: folders and names without a leading dot.
NAME = re.compile(r"(?:[\w-]+/)*[\w-][\w.-]*\.(?:css|woff2|svg|png)", re.ASCII)
FONTS = re.compile(r"url\(\.\./fonts/([\w.-]+\.woff2)\)")
# What WeasyPrint's own style sheet says of the boxes of footnotes, and of the markers of what is in no list.
NOTES, MARKERS = re.compile(r"^::(?:foot)?note-.*$", re.MULTILINE), re.compile(r"^::marker", re.MULTILINE)
SVG = "{http://www.w3.org/2000/svg}"
# A picture that stands in the document itself: a JPEG that we drew anew, and no other kind of thing.
OWN_PICTURE = "data:image/jpeg;base64,"
HTML_AT_MOST = 8 * 1024 * 1024
# Seconds of processor time, seconds by the clock, and bytes of address space that one document may take.
SECONDS, WALL_SECONDS, MEMORY = 20, 40, 1024**3
# The same for a report that is made in the background, where nobody stands and waits.
REPORT = Limits(90, 240, MEMORY)


class PdfError(Exception):
    """The document could not be made; str() is for the log."""


class Refused(ValueError):
    """An address that is not one of our static files."""


def render_pdf(html: str, limits: Limits | None = None) -> bytes:
    """The document as PDF/UA: tagged, in Danish, with its title and its fonts embedded.

    Addresses lead to our own static files or nowhere: what cannot be had is left out of the page, and no
    socket is opened. It takes a second, and some 5 ms per table row. Raises Busy when too many others are
    being made; PdfError for a document of more than HTML_AT_MOST characters, for one that takes more than
    SECONDS or MEMORY (or than `limits`), and when WeasyPrint gives up.

    A process of its own does the work: what it uses up there is nobody else's.
    """
    if len(html) > HTML_AT_MOST:
        raise PdfError(f"{len(html)} characters are too many for a PDF")
    with place() as held:
        return _ask(html, held, limits or Limits(SECONDS, WALL_SECONDS, MEMORY))


def _ask(html: str, held: int, limits: Limits) -> bytes:
    """What the process of the document writes; it holds our place as long as it lives."""
    try:
        written = ask(html.encode("utf-8", "surrogatepass"), held, limits)
    except TimeoutError:
        raise PdfError(f"no PDF within {limits.by_the_clock} s") from None
    except Gone:
        raise PdfError("no PDF, nobody stands ready to write it") from None
    if written.code:
        # The last line names the kind of error; more than that might quote the document.
        last = written.words.decode(errors="replace").strip().splitlines()[-1:]
        raise PdfError(f"no PDF, exit {written.code} {''.join(last)[:200]}")
    return written.pdf


def write_document(html: str) -> bytes:
    """What the process of one document does: WeasyPrint with our fetcher. Raises PdfError."""
    from weasyprint.urls import FatalURLFetchingError, URLFetchingError  # half a second to import

    # It tells of each property that paper does not know.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    try:
        document = _reader()(string=html, base_url=BASE, url_fetcher=_fetcher())
        _describe_drawings(document.etree_element)
        return document.write_pdf(pdf_variant="pdf/ua-1")
    except (FatalURLFetchingError, URLFetchingError) as error:  # the first is not even an Exception
        raise PdfError(str(error)) from error
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, RecursionError) as error:
        raise PdfError(f"WeasyPrint: {error!r}") from error


def warm_up() -> None:
    """Do once what every document needs: import WeasyPrint, unpack the fonts that our style sheets name."""
    _reader()
    fetch = _fetcher().fetch
    for name in FONTS.findall(own_file(f"{BASE}static/css/tokens.css").read_text()):
        with contextlib.suppress(Refused):  # a document does without it too
            fetch(f"{BASE}static/fonts/{name}")


@lru_cache(maxsize=1)
def _reader():
    """WeasyPrint's class of a document, without the boxes that it styles for notes and markers.

    It styles six of them beside every element, and none is seen but the marker of an item in a list: up
    to a tenth of the time of a long table.
    """
    from weasyprint import CSS, HTML  # only print needs it
    from weasyprint.html import UA

    sheet = CSS(string=MARKERS.sub("li::marker", NOTES.sub("", UA)))

    class Reader(HTML):
        def _ua_stylesheets(self, forms=False):
            return [sheet]

    return Reader


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


def picture_in(url: str) -> bytes:
    """The bytes of a JPEG that stands in its own address. Raises Refused for anything else."""
    try:
        data = base64.b64decode(url.removeprefix(OWN_PICTURE), validate=True)
    except ValueError:
        raise Refused("not base64") from None
    if not data.startswith(b"\xff\xd8\xff"):
        raise Refused("not a JPEG")
    return data


@lru_cache(maxsize=32)
def _unpacked(path: Path, changed: int) -> bytes:
    """A font as the engine reads it; unpacking all of them takes as long as setting a page."""
    from fontTools.ttLib import woff2  # WeasyPrint's own, and as slow to import

    font = io.BytesIO()
    woff2.decompress(io.BytesIO(path.read_bytes()), font)
    return font.getvalue()


def _collected(name: str) -> str | None:
    path = staticfiles_storage.path(name)
    return path if Path(path).is_file() else None


@lru_cache(maxsize=1)
def _fetcher():
    """WeasyPrint's way to our static files; everything it would fetch comes through here."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith(OWN_PICTURE):
                return URLFetcherResponse(url, picture_in(url), {"Content-Type": "image/jpeg"})
            path = own_file(url)
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            data = _unpacked(path, path.stat().st_mtime_ns) if path.suffix == ".woff2" else path.read_bytes()
            return URLFetcherResponse(url, data, {"Content-Type": kind})

    return OwnFiles(allowed_protocols=("https",), allow_redirects=False)
