"""The story, what the area gets, and the samarbejdsaftale, as those who write and read them see them."""

from datetime import date

import pytest

from mapping.models import AreaGains, JointAgreement, Story
from tests import factories
from tests.mapping.initiative_pages import address
from tests.reading import text_of

FORMS = [("story_edit", "before"), ("gains_edit", "cohesion_words"), ("agreement_edit", "economy")]


@pytest.fixture
def days(plan):
    return factories.make_initiative(plan, purpose="Sang for ældre", phase=3)


def test_a_story_is_told_in_steps(as_alma, plan, days):
    assert "Fortællingen er ikke skrevet endnu" in text_of(as_alma.get(address(plan, "story", days)))
    data = {"headline": "Fire dage", "before": "Stille", "did": "Sang", "came": "Liv", "said": "Nu kendes vi",
            "said_by": "Birkelund", "grew": "Job\r\n\r\n  Praktik \r\nJob"}  # fmt: skip
    shown = text_of(as_alma.post(address(plan, "story_edit", days), data, follow=True))
    wanted = ("Fire dage", "Stille", "Sang", "»Nu kendes vi«", "Birkelund", "Liv", "Job", "Praktik")
    places = [shown.index(one, shown.index("Fire dage")) for one in wanted]
    assert places == sorted(places)
    assert days.story.grew == "Job\nPraktik"
    first = text_of(as_alma.get(address(plan, "initiative", days)))
    assert "Fire dage Job Praktik" in first


def test_who_describes_a_gift_ticks_it(as_alma, plan, days):
    data = {"attraction": "on", "cohesion_words": "De spiser sammen"}
    shown = text_of(as_alma.post(address(plan, "gains_edit", days), data, follow=True))
    assert "Lokal sammenhængskraft De spiser sammen" in shown
    assert "Lokal tiltrækning Der er liv og tilbud" in shown
    assert "Lokalt ejerskab" not in shown


def test_an_agreement_gathers_what_is_told_of_the_partners(as_alma, plan, days):
    home, hall = factories.make_actor(plan, "Birkelund"), factories.make_actor(plan, "Gavlhuset")
    factories.make_partner(days, home, phase_3=("Vært", "Festsal", "Naboer"))
    factories.make_partner(days, hall, phase_3=("Tovholder", "Timer", "Gæster"))
    days.coordinator, days.since = hall, date(2026, 1, 1)
    days.save()
    data = {"economy": "Hver sit", "conditions": "Salen er gratis\nAlle rydder op", "ends_on": "2027-12-31"}
    shown = text_of(as_alma.post(address(plan, "agreement_edit", days), data, follow=True))
    for words in ("Gavlhuset (tovholder)", "Sang for ældre", "Drift Vært Festsal Naboer", "Hver sit",
                  "fra 1. januar 2026 til 31. december 2027", "Salen er gratis Alle rydder op"):  # fmt: skip
        assert words in shown
    assert "Før I skriver under" not in shown


def test_what_an_agreement_lacks_is_said_before_anybody_signs(as_alma, plan, days):
    factories.make_partner(days, factories.make_actor(plan, "Birkelund"))
    shown = text_of(as_alma.get(address(plan, "agreement", days)))
    assert "Sæt mindst to partnere på." in shown
    assert "Skriv, hvad Birkelund bidrager med og får ud af det." in shown


@pytest.mark.parametrize(("form", "field"), FORMS)
def test_two_who_write_the_first_time_at_once_see_each_others_words(as_alma, plan, days, form, field):
    for words in ("Først", "Sidst"):
        shown = text_of(as_alma.post(address(plan, form, days), {field: words}))
    assert "Nu står der: Først" in shown
    assert "Du skrev: Sidst" in shown
    row = next(kind.objects.first() for kind in (Story, AreaGains, JointAgreement) if kind.objects.exists())
    assert getattr(row, field) == "Først"


@pytest.mark.parametrize(("form", "field"), FORMS)
def test_the_same_words_twice_are_written_once(as_alma, plan, days, form, field):
    for _ in range(2):
        assert as_alma.post(address(plan, form, days), {field: "Det samme"}).status_code == 302
    assert plan.audit_entries.count() == 1


@pytest.mark.parametrize(("form", "field"), FORMS)
def test_who_changes_what_a_colleague_changed_sees_both(as_alma, plan, days, form, field):
    as_alma.post(address(plan, form, days), {field: "Først"})
    for words in ("Anden", "Tredje"):
        shown = text_of(as_alma.post(address(plan, form, days), {field: words, "version": "1"}))
    assert "Nu står der: Anden" in shown


@pytest.mark.parametrize(
    ("form", "sent", "told"),
    [
        ("story_edit", {"before": "010190-1234"}, "Det ligner et CPR-nummer"),
        ("story_edit", {"grew": "Job\n010190-1234"}, "Det ligner et CPR-nummer"),
        ("story_edit", {"grew": "x" * 76}, "Linje 1 er for lang. Skriv højst 75 tegn"),
        ("story_edit", {"did": "x" * 601}, "Skriv højst 600 tegn"),
        ("gains_edit", {"quality_words": "x" * 301}, "Skriv højst 300 tegn"),
        (
            "agreement_edit",
            {"starts_on": "2026-02-01", "ends_on": "2026-01-01"},
            "Slut skal være efter start",
        ),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(as_alma, plan, days, form, sent, told):
    assert told in text_of(as_alma.post(address(plan, form, days), sent))
    assert not plan.audit_entries.exists()


def test_a_number_that_is_none_may_stand_and_is_counted(as_alma, plan, days):
    as_alma.post(address(plan, "story_edit", days), {"before": "010190-1234", "cpr_ok": "on"})
    entry = plan.audit_entries.get(verb="cpr_override")
    assert (entry.object_type, entry.object_id, entry.fields) == ("story", str(days.story.pk), ["before"])


def test_everybody_in_the_plan_may_read_the_story_and_nobody_else_writes_it(as_bo, as_partner, plan, days):
    Story.objects.create(plan=plan, initiative=days, headline="Fire dage")
    for client in (as_bo, as_partner):
        assert "Fire dage" in text_of(client.get(address(plan, "story", days)))
        assert client.post(address(plan, "story_edit", days), {"before": "Nyt"}).status_code == 403
