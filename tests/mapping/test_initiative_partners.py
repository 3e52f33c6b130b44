"""Who takes part in an initiative, and what each does in each phase."""

import pytest

from tests import factories
from tests.mapping.initiative_pages import SENT, address
from tests.reading import text_of


@pytest.fixture
def days(plan):
    return factories.make_initiative(plan, phase=2)


@pytest.fixture
def home(plan):
    return factories.make_actor(plan, "Plejehjemmet Birkelund")


def typed(actor, **more) -> dict:
    """What the form sends, in the phase that the initiative is in."""
    return {"actor": actor.pk, "submission": SENT, "in_phases": [2]} | more


def test_nobody_yet_says_where_to_begin(as_alma, plan, days):
    assert "Begynd med dem, der fik idéen." in text_of(as_alma.get(address(plan, "partners", days)))


def test_a_partner_comes_with_what_it_does_now(as_alma, plan, days, home):
    data = typed(home, role_2="Vært", contribution_2="Festsal", gain_2="Naboer")
    page = as_alma.post(address(plan, "partner_add", days), data, follow=True)
    assert "Plejehjemmet Birkelund er med i Højskoledagene." in text_of(page)
    assert "Opstart (nu) Vært Festsal Naboer" in text_of(page)


def test_a_partner_is_put_on_several_phases_at_once(as_alma, plan, days, home):
    data = typed(home, in_phases=[2, 3, 5], role_2="Vært", contribution_2="Festsal")
    for _ in range(2):
        page = as_alma.post(address(plan, "partner_add", days), data, follow=True)
        assert "Plejehjemmet Birkelund er med i Højskoledagene." in text_of(page)
    told = {part.phase: (part.role, part.contribution) for part in days.partners.get().parts.all()}
    assert told == dict.fromkeys((2, 3, 5), ("Vært", "Festsal"))
    assert "Drift Vært Festsal" in text_of(page)


def test_what_was_typed_stays_when_the_initiative_has_moved_on_meanwhile(as_alma, plan, days, home):
    days.phase = 3
    days.save(update_fields=["phase"])
    page = as_alma.post(address(plan, "partner_add", days), typed(home, role_2="Vært") | {"actor": ""})
    assert 'value="Vært"' in page.content.decode()
    page = as_alma.post(address(plan, "partner_add", days), typed(home, role_2="Vært"), follow=True)
    assert "Vært" in text_of(page)
    assert [part.phase for part in days.partners.get().parts.all()] == [2]


def test_the_same_partner_twice_is_one(as_alma, plan, days, home):
    for _ in range(2):
        page = as_alma.post(address(plan, "partner_add", days), typed(home, role_2="Vært"), follow=True)
    assert "er med i Højskoledagene" in text_of(page)
    assert days.partners.count() == 1


def test_other_words_of_one_who_takes_part_are_shown_beside_those_that_stand(as_alma, plan, days, home):
    factories.make_partner(days, home, phase_2=("Vært", "Festsal", ""), phase_1=("Idé", "", ""))
    shown = text_of(as_alma.post(address(plan, "partner_add", days), typed(home, role_2="Kok")))
    assert "Nu står der: Vært" in shown
    assert "Du skrev: Kok" in shown
    parts = days.partners.get().parts
    assert {part.phase: part.role for part in parts.all()} == {1: "Idé", 2: "Vært"}


def test_what_a_partner_does_is_kept_phase_by_phase(as_alma, plan, days, home):
    partner = factories.make_partner(days, home, phase_1=("Idé", "Kaffe", ""), phase_2=("Vært", "", ""))
    data = {"version": "1", "role_1": "Idé", "contribution_1": "Kaffe", "role_3": "Vært", "gain_3": "Naboer"}
    as_alma.post(address(plan, "partner_edit", days, partner), data)
    told = {part.phase: (part.role, part.contribution, part.gain) for part in partner.parts.all()}
    assert told == {1: ("Idé", "Kaffe", ""), 3: ("Vært", "", "Naboer")}


def test_two_who_write_about_a_partner_at_once_see_each_others_words(as_alma, plan, days, home):
    partner = factories.make_partner(days, home)
    for role in ("Vært", "Kok"):
        data = {"version": "1", "role_3": role}
        shown = text_of(as_alma.post(address(plan, "partner_edit", days, partner), data))
    assert "Nu står der: Vært" in shown
    assert "Du skrev: Kok" in shown
    assert partner.parts.get().role == "Vært"


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"role_2": "x" * 121}, "Skriv højst 120 tegn"),
        ({"gain_2": "010190-1234"}, "Det ligner et CPR-nummer"),
        ({"in_phases": []}, "Sæt kryds ved mindst én fase"),
        ({"in_phases": ["9"]}, "Vælg fra listen"),
        ({"actor": ""}, "Vælg en organisation"),
        ({"actor": SENT}, "Vælg fra listen"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_made(as_alma, plan, days, home, sent, told):
    assert told in text_of(as_alma.post(address(plan, "partner_add", days), typed(home) | sent))
    assert not days.partners.exists()


def test_a_partner_that_leaves_can_come_back_with_its_words(as_alma, plan, days, home):
    partner = factories.make_partner(days, home, phase_2=("Vært", "", ""))
    page = as_alma.post(address(plan, "partner_remove", days, partner), follow=True)
    assert "Plejehjemmet Birkelund er ikke længere med." in text_of(page)
    assert "Ingen partnere endnu" in text_of(page)
    as_alma.post(address(plan, "partner_restore", days, partner))
    assert "Vært" in text_of(as_alma.get(address(plan, "partners", days)))


def test_a_partner_that_left_is_added_as_it_was(as_alma, plan, days, home):
    partner = factories.make_partner(days, home, phase_1=("Idé", "", ""))
    as_alma.post(address(plan, "partner_remove", days, partner))
    as_alma.post(address(plan, "partner_add", days), typed(home, role_2="Vært"))
    assert days.partners.current().get() == partner
    assert {part.role for part in partner.parts.all()} == {"Idé", "Vært"}


def test_a_tovholder_that_leaves_is_none_and_comes_back_as_one(as_alma, plan, days, home):
    days.coordinator = home
    days.save()
    partner = factories.make_partner(days, home)
    page = as_alma.post(address(plan, "partner_remove", days, partner), follow=True)
    days.refresh_from_db()
    assert days.coordinator is None
    assert 'name="leads" value="on"' in page.content.decode()
    as_alma.post(address(plan, "partner_restore", days, partner), {"leads": "on"})
    days.refresh_from_db()
    assert days.coordinator == home


def test_who_only_reads_changes_nothing(as_bo, plan, days, home):
    partner = factories.make_partner(days, home)
    assert "Tag ud" not in text_of(as_bo.get(address(plan, "partners", days)))
    for name, args in (("partner_add", ()), ("partner_edit", (partner,)), ("partner_remove", (partner,))):
        assert as_bo.post(address(plan, name, days, *args)).status_code == 403
