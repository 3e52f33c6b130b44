"""»Hvem kan bære det?« as a page."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.models import Competence, Resource
from tests import factories


def ask(client, plan, **asked):
    response = client.get(reverse("mapping:who_can", args=[plan.slug]), asked)
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def town(plan):
    """One who speaks Arabic, one with a kitchen."""
    plan.rosen = factories.make_actor(
        plan, "Rosen", areas=plan.areas.all(), target_groups=plan.targetgroups.all()
    )
    plan.house = factories.make_actor(plan, "Gavlhuset")
    Competence.objects.create(plan=plan, actor=plan.rosen, kind="strength", text="Taler arabisk")
    Resource.objects.create(plan=plan, actor=plan.house, kind="room", text="Køkken")
    return plan


def test_nothing_is_asked_yet(as_alma, town):
    said = ask(as_alma, town)
    assert "Hvem kan bære det?" in said
    assert "kan måske" not in said.replace("hvem der måske kan", "")


def test_by_words_and_by_kind(as_alma, town):
    said = ask(as_alma, town, words="arabisk")
    assert "1 aktør kan måske." in said
    assert "Rosen Styrke: taler arabisk." in said
    assert "Gavlhuset Har et køkken." in ask(as_alma, town, kind="room")


def test_by_area_and_target_group(as_alma, town):
    assert "1 aktør kan måske." in ask(as_alma, town, area="Østhøj", group="Børn og unge")
    assert "2 aktører" not in ask(as_alma, town, area="Østhøj")


def test_nobody_has_it(as_alma, town):
    assert "Ingen har det, vi ved af" in ask(as_alma, town, words="trylleri")


def test_the_tired_are_marked(as_alma, town):
    yesterday = timezone.localdate() - timedelta(days=1)
    for number in range(3):
        factories.make_contact_note(town.rosen, on=yesterday, by=factories.make_user(f"Kollega {number}"))
    assert "Bærer for meget" in ask(as_alma, town, words="arabisk")
    town.contacts_at_most = 4
    town.save()
    assert "Bærer for meget" not in ask(as_alma, town, words="arabisk")


def test_contacts_of_long_ago_or_of_one_colleague_tire_nobody(as_alma, town):
    today, one = timezone.localdate(), factories.make_user("Kollega")
    for number in range(3):
        factories.make_contact_note(town.rosen, on=today, by=one)
        factories.make_contact_note(
            town.rosen, on=today - timedelta(days=31), by=factories.make_user(f"Kollega {number}")
        )
    assert "Bærer for meget" not in ask(as_alma, town, words="arabisk")


def test_the_archived_can_carry_nothing(as_alma, town):
    town.rosen.archived_at = timezone.now()
    town.rosen.save()
    assert "Ingen har det, vi ved af" in ask(as_alma, town, words="arabisk")


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "nonsens", "words": "\x00"},
        {"words": "å" * 5000},
        {"area": "%00", "group": "KANARIE målgruppe"},
        {"page": "9" * 500, "words": "arabisk"},
    ],
)
def test_odd_addresses_never_stop_the_page(as_alma, town, other, asked):
    said = ask(as_alma, town, **asked)
    assert "Hvem kan bære det?" in said
    assert "KANARIE" not in said


def test_the_part_for_htmx(as_alma, town):
    headers = {"HX-Request": "true", "HX-Target": "able-list"}
    at = reverse("mapping:who_can", args=[town.slug]) + "?words=arabisk"
    assert as_alma.get(at, headers=headers).content.lstrip().startswith(b'<div id="able-list"')
