"""What one reads when something goes wrong: Danish, no trace, and a way out."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client, RequestFactory
from django.urls import path

from config import errors
from config.urls import *  # noqa: F403
from tests.factories import make_membership, make_plan

SECRET = "kanariefugl"


def raising(error):
    """A view that fails."""

    @login_not_required
    def view(request):
        raise error

    return view


urlpatterns = [
    path("fejl/400/", raising(SuspiciousOperation(SECRET))),
    path("fejl/403/", raising(PermissionDenied("Det kan kun leder."))),
    path("fejl/403-tom/", raising(PermissionDenied)),
    path("fejl/500/", raising(ValueError(SECRET))),
    *urlpatterns,  # noqa: F405
]


@pytest.fixture
def read(db, settings):
    """Opens an address as a stranger and gives the status and the text."""
    settings.ROOT_URLCONF = __name__
    settings.DEBUG = False
    client = Client(raise_request_exception=False)

    def read(url):
        response = client.get(url)
        return response.status_code, response.content.decode()

    return read


@pytest.mark.parametrize(
    ("url", "status", "says"),
    [
        ("/fejl/400/", 400, "Siden kunne ikke læse det"),
        ("/fejl/403/", 403, "Det har du ikke adgang til"),
        ("/findes/ikke/her/", 404, "Siden findes ikke"),
        ("/fejl/500/", 500, "Noget gik galt hos os"),
    ],
)
def test_each_error_says_what_and_shows_the_way_out(read, url, status, says):
    got, html = read(url)
    assert got == status
    assert f"<h1>{says}</h1>" in html
    assert '<html lang="da">' in html
    assert 'href="/">Til forsiden</a>' in html
    assert SECRET not in html
    assert "Traceback" not in html


def test_without_the_right_one_reads_who_has_it(read):
    assert "<p>Det kan kun leder.</p>" in read("/fejl/403/")[1]
    assert "<p>Skriv til lederen" in read("/fejl/403-tom/")[1]


def test_a_form_that_is_too_old_says_that_nothing_was_saved(db):
    client = Client(enforce_csrf_checks=True)
    response = client.post("/konto/log-ind/", {"login": "a@b.example", "password": "x"})
    assert response.status_code == 403
    html = response.content.decode()
    assert "<h1>Siden er blevet for gammel</h1>" in html
    assert "Intet er gemt endnu" in html


def test_the_page_of_last_resort_asks_nothing_of_the_request():
    # No user, no session, no database: what failed may be any of them.
    response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Noget gik galt hos os" in response.content.decode()


def test_inside_a_plan_the_menu_stays(db, client, settings):
    settings.DEBUG = False
    reader = make_membership(make_plan(slug="solbakken"), role="reader")
    client.force_login(reader.user)
    for url, status in (("/solbakken/aktoerer/ny/", 403), (f"/solbakken/aktoerer/{reader.pk}/", 404)):
        response = client.get(url)
        assert response.status_code == status
        assert '<nav aria-label="Hovedmenu">' in response.content.decode()
