"""render_pdf reads our own static files and nothing else."""

import pytest
from weasyprint import HTML

from reports import pdf
from reports.pdf import BASE, HTML_AT_MOST, PdfError, Refused, own_file, render_pdf, write_document

ELSEWHERE = [
    "file:///etc/passwd",
    "http://127.0.0.1:9/x.css",
    "https://example.dk/static/css/tokens.css",
    "data:text/css,p{}",
    "ftp://print.invalid/static/css/tokens.css",
    f"{BASE}static/../manage.py",
    f"{BASE}static/css/..%2f..%2f..%2fmanage.py",
    f"{BASE}static/%2e%2e/%2e%2e/etc/passwd.css",
    f"{BASE}static//etc/passwd.css",
    f"{BASE}static/css/tokens.css%00.css",
    f"{BASE}static/js/shell.js",
    f"{BASE}static/css/nosuch.css",
    f"{BASE}konto/log-ind/",
    "https://user@print.invalid/static/css/tokens.css",
    "https://print.invalid:444/static/css/tokens.css",
]


@pytest.mark.parametrize("url", ELSEWHERE)
def test_other_addresses_are_refused(url):
    with pytest.raises((Refused, ValueError)):
        own_file(url)


def test_our_own_style_sheet_is_found():
    assert own_file(f"{BASE}static/css/tokens.css").name == "tokens.css"


@pytest.mark.parametrize("url", ELSEWHERE)
def test_a_document_that_asks_for_more_is_made_without_it(url, files_opened):
    html = (
        f'<link rel="stylesheet" href="{url}"><link rel="attachment" href="{url}"><style>@import "{url}";'
        f'body{{background:url("{url}")}}@font-face{{font-family:x;src:url("{url}")}}</style>'
        f'<img src="{url}"><object data="{url}"></object><embed src="{url}">'
        f'<svg><image href="{url}"/><use href="{url}#x"/></svg><p>Hej</p>'
    )
    assert write_document(html).startswith(b"%PDF")
    assert [path for path in files_opened if "passwd" in str(path) or "manage.py" in str(path)] == []


def test_what_we_leave_out_of_the_engines_own_rules_is_not_missed():
    html = (
        '<html lang="da"><title>Hej</title><h1>Hej</h1>'
        "<ul><li>En<li>To</ul><ol><li>Tre</ol><dl><dt>Fire<dd>Fem</dl><q>Seks</q><br>syv"
        '<table><thead><tr><th scope="col">Otte<tbody><tr><td>Ni</table></html>'
    )
    as_it_comes = HTML(string=html, base_url=BASE).write_pdf(pdf_variant="pdf/ua-1")
    assert write_document(html) == as_it_comes


def test_too_much_is_refused_at_once():
    with pytest.raises(PdfError):
        render_pdf("x" * (HTML_AT_MOST + 1))


def test_a_process_of_its_own_writes_what_is_asked():
    assert render_pdf("<p>Rødgrød med fløde</p>").startswith(b"%PDF")


@pytest.mark.parametrize(("limit", "least"), [("SECONDS", 1), ("MEMORY", 64 * 1024 * 1024)])
def test_a_document_that_takes_too_much_ends_alone(monkeypatch, limit, least):
    monkeypatch.setattr(pdf, limit, least)
    with pytest.raises(PdfError, match="no PDF, exit"):
        render_pdf("<table>" + "<tr><td>x</td><td>y</td></tr>" * 6000 + "</table>")
