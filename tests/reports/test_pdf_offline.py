"""No file and no network is reached while a document is made, whatever somebody wrote.

A server listens and a bait lies on the disk; each way HTML, CSS and SVG have of fetching something is tried,
as what a user wrote (which is text) and as markup of our own (which it never is).
"""

import contextlib
import socket
from contextlib import closing

import pytest
from django.utils.html import escape
from weasyprint import HTML

from reports.pdf import PdfError, render_pdf, write_document
from tests.reports.every_paper import WRITTEN, addresses, said_in
from tests.reports.papers import PdfReader, io, pdf_of

BAIT = "LOKKEMAD"
WAYS = (
    '<img src="{url}">',
    '<img srcset="{url} 2x">',
    '<link rel="stylesheet" href="{url}">',
    '<link rel="attachment" href="{url}">',
    '<a rel="attachment" href="{url}">x</a>',
    "<style>@import '{url}';</style>",
    "<style>@font-face{{font-family:x;src:url({url})}}p{{font-family:x}}</style>",
    "<style>p{{background:url({url})}}</style>",
    "<style>p::before{{content:url({url})}}</style>",
    "<style>ul{{list-style-image:url({url})}}</style><ul><li>x</ul>",
    "<style>p{{border-image-source:url({url})}}</style>",
    "<style>@page{{background:url({url})}}</style>",
    "<style>@color-profile device-cmyk{{src:url({url})}}p{{color:device-cmyk(1 0 0 0)}}</style>",
    '<p style="background:url({url})">x</p>',
    '<svg><image href="{url}"/></svg>',
    '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="{url}"/></svg>',
    '<svg><use href="{url}#x"/></svg>',
    "<svg><style>@import '{url}';</style></svg>",
    '<svg><rect fill="url({url}#x)" width="9" height="9"/></svg>',
    '<object data="{url}"></object>',
    '<embed src="{url}">',
    '<iframe src="{url}"></iframe>',
    '<base href="{url}"><img src="x.png">',
)

# A colour profile must be had, and a document's base would lead all else astray.
STOPPING = tuple(way for way in WAYS if "@color-profile" in way or "<base" in way)


@pytest.fixture
def listening():
    """A server on this machine that nobody should call."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.setblocking(False)
        yield server


@pytest.fixture
def targets(listening, tmp_path):
    """What is asked for: the server, with and without a scheme, and baits that would show in the document."""
    port = listening.getsockname()[1]
    (tmp_path / "bait.css").write_text(f"p::before{{content:'{BAIT}'}}")
    (tmp_path / "bait.svg").write_text(
        f"<svg xmlns='http://www.w3.org/2000/svg'><text y='9'>{BAIT}</text></svg>"
    )
    files = [(tmp_path / name).as_uri() for name in ("bait.css", "bait.svg")]
    return [f"http://127.0.0.1:{port}/x.css", f"//127.0.0.1:{port}/x.png", *files]


def was_called(server) -> bool:
    """Whether somebody has connected; connections wait in line until they are accepted."""
    try:
        server.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def text_and_attachments(data: bytes) -> tuple[str, dict]:
    document = PdfReader(io.BytesIO(data))
    return "".join(page.extract_text() for page in document.pages), dict(document.attachments)


def test_a_call_would_be_noticed(listening):
    assert not was_called(listening)
    with closing(socket.create_connection(listening.getsockname())):
        assert was_called(listening)


@pytest.mark.parametrize("name", ["bait.css", "bait.svg"])
def test_the_bait_would_be_seen(targets, tmp_path, name):
    """Without our fetcher it is in the document."""
    url = (tmp_path / name).as_uri()
    html = "<p>x</p>" + (WAYS[2] if name.endswith("css") else WAYS[0]).format(url=url)
    assert BAIT in text_and_attachments(HTML(string=html).write_pdf())[0]


@pytest.mark.parametrize("way", WAYS)
def test_no_markup_makes_the_engine_reach_for_anything(listening, targets, way):
    """Even if a template of ours let it through. Of some WeasyPrint makes no document at all."""
    for url in targets:
        with contextlib.suppress(PdfError):
            made = write_document(f"<p>Hej</p>{way.format(url=url)}<link rel=stylesheet href=bait.css>")
            text, attachments = text_and_attachments(made)
            assert "Hej" in text
            assert BAIT not in text
            assert attachments == {}
    assert not was_called(listening)


def test_nor_does_the_process_of_its_own(listening, targets):
    """All ways at once but those that stop the document."""
    ways = "".join(way.format(url=url) for url in targets for way in WAYS if way not in STOPPING)
    text, attachments = text_and_attachments(render_pdf(f"<p>Hej</p>{ways}"))
    assert "Hej" in text
    assert BAIT not in text
    assert attachments == {}
    assert not was_called(listening)


@pytest.mark.django_db
@pytest.mark.parametrize("name", WRITTEN)
def test_what_somebody_wrote_is_text(as_alma, plan, listening, targets, name):
    everything = [way.format(url=url) for way in WAYS for url in targets]
    talk = said_in(plan, everything[0][:120], "".join(everything)[:1000], everything[4][:60])
    response = as_alma.get(addresses(plan, talk)[name])
    text = "".join("".join(page.extract_text() for page in pdf_of(response).pages).split())
    assert "<img" in text
    assert BAIT not in text
    assert not was_called(listening)


@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_fetching_is_markup_in_any_page(as_alma, plan, targets, way):
    """In the page that the PDF is made from, where every letter can be seen."""
    hostile = way.format(url=targets[0])
    talk = said_in(plan, hostile[:120], hostile, hostile[:60])
    for name, address in addresses(plan, talk).items():
        html = as_alma.get(f"{address}{'&' if '?' in address else '?'}vis=1").content.decode()
        assert hostile[:60] not in html, name
        if name in WRITTEN:
            assert escape(hostile[:60]) in html, name


@pytest.mark.django_db
@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_short_enough_for_one_line_is_text_too(as_alma, plan, name):
    """A longer one is broken into lines on the poster, and no tag survives that."""
    address = addresses(plan, said_in(plan, "<u>navn</u>", "<u>ord</u>", "<u>egen</u>"))[name]
    html = as_alma.get(f"{address}{'&' if '?' in address else '?'}vis=1").content.decode()
    assert "<u>" not in html
    assert "&lt;u&gt;" in html
