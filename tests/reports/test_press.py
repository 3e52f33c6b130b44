"""Two documents are made at once on a machine, and whoever comes third is told so."""

import contextlib
import subprocess
import sys

import pytest
from django.urls import reverse

from reports import press
from reports.pdf_client import being_made, ready
from reports.press import PLACES, Busy, place
from tests import factories
from tests.reports.ready import LIMITS, LONG

HOLDER = "import sys; sys.stdin.read()"


@contextlib.contextmanager
def all_places():
    """Every place taken, as by others."""
    with contextlib.ExitStack() as taken:
        for _ in range(PLACES):
            taken.enter_context(place())
        yield


def test_the_third_is_refused_and_a_place_comes_back():
    with all_places(), pytest.raises(Busy), place():
        pass
    with place() as number:
        assert number > 0


def test_a_place_comes_back_after_an_error():
    for _ in range(PLACES + 1):
        with pytest.raises(ZeroDivisionError), place():
            raise ZeroDivisionError


def test_whoever_inherits_the_place_keeps_it(monkeypatch):
    monkeypatch.setattr(press, "PLACES", 1)
    with place() as held:
        heir = subprocess.Popen([sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, pass_fds=[held])
    with pytest.raises(Busy), place():
        pass
    heir.communicate()
    with place():
        pass


def test_the_process_that_makes_the_document_is_an_heir(monkeypatch):
    """Nobody else has the place once we have left it: neither we nor the process that stands ready."""
    monkeypatch.setattr(press, "PLACES", 1)
    with place() as held:
        making = contextlib.ExitStack()
        answer = making.enter_context(being_made(ready(), LONG, held, LIMITS))
    with making:
        with pytest.raises(Busy), place():
            pass
        assert answer().pdf.startswith(b"%PDF")
        with place():
            pass


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["map", "poster", "talk_guide"])
def test_a_document_too_many_is_a_page_that_says_so(as_alma, plan, name):
    address = reverse(f"reports:{name}", args=[plan.slug])
    with all_places():
        answer = as_alma.get(f"{address}?format=A3")
    html = answer.content.decode()
    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert "Der laves allerede to udskrifter. Prøv igen om lidt." in html
    assert f'href="{address}?format=A3"' in html


@pytest.mark.django_db
def test_looking_first_needs_no_place(as_alma, plan):
    with all_places():
        answer = as_alma.get(reverse("reports:talk_guide", args=[plan.slug]), {"vis": 1})
    assert answer.status_code == 200


@pytest.mark.django_db
def test_nothing_is_logged_of_a_document_that_was_not_made(as_alma, plan):
    talk = factories.make_talk(factories.make_actor(plan), rays={1: 2})
    with all_places():
        as_alma.get(reverse("reports:poster", args=[plan.slug]), {"talk": talk.pk})
    assert not plan.audit_entries.exists()
