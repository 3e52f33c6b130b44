"""The list, the phases, and one initiative, as those who use them see them."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actors.representing import set_representation
from mapping.models import Initiative
from tests import factories
from tests.mapping.initiative_pages import SENT, address, facts
from tests.reading import text_of

TODAY = date(2026, 11, 29)


@pytest.fixture(autouse=True)
def _sunday():
    with time_machine.travel("2026-11-29 12:00 +01:00", tick=False):
        yield


@pytest.fixture
def days(plan):
    """The high school days, running, with a nursing home."""
    initiative = factories.make_initiative(plan, phase=3, purpose="Foredrag og sang for ældre")
    home = factories.make_actor(plan, "Plejehjemmet Birkelund")
    factories.make_partner(initiative, home, phase_3=("Vært", "Festsal", "Naboer, der kender os"))
    return initiative


def card_places(client, plan, **asked) -> dict[str, list[str]]:
    """{phase: the names of its cards} on the board."""
    html = client.get(address(plan, "board"), asked).content.decode()
    found = {}
    for column in html.split('class="board-column"')[1:]:
        name = column.partition("</span>")[2].partition("<span")[0]
        found[name] = [one.partition("</a>")[0].rpartition(">")[2] for one in column.split("<h3>")[1:]]
    return found


# -- The list -----------------------------------------------------------------------------------------------


def test_no_initiatives_yet_says_where_to_begin(as_alma, as_bo, plan):
    assert "Begynd med det, flere af jer laver sammen allerede." in text_of(
        as_alma.get(address(plan, "list"))
    )
    shown = text_of(as_bo.get(address(plan, "list")))
    assert "Ingen initiativer endnu" in shown
    assert "Nyt initiativ" not in shown


def test_the_list_says_phase_partners_and_next_step(as_alma, plan, days):
    Initiative.objects.filter(pk=days.pk).update(next_step="Book salen", next_on=date(2027, 1, 8))
    shown = text_of(as_alma.get(address(plan, "list")))
    assert "1 initiativ på tværs af organisationer." in shown
    assert "Højskoledagene Drift" in shown
    assert "1 partner: Plejehjemmet Birkelund" in shown
    assert "Book salen Senest 8. januar 2027" in shown


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "sang"}, ["Højskoledagene"]),
        ({"q": "sang for børn"}, []),
        ({"phase": "1"}, ["Cykeldage"]),
        ({"belonging": "municipal"}, ["Cykeldage"]),
        ({"phase": "9", "belonging": "hest", "area": "x"}, ["Cykeldage", "Højskoledagene"]),
        ({"state": "archived"}, ["Gamle dage"]),
    ],
)
def test_filters_narrow_the_list(as_alma, plan, days, asked, found):
    factories.make_initiative(plan, "Cykeldage", belonging="municipal")
    factories.make_initiative(plan, "Gamle dage", archived_at="2026-01-01T12:00Z")
    html = as_alma.get(address(plan, "list"), asked).content.decode()
    names = [part.partition("</a>")[0].rpartition(">")[2] for part in html.split('<th scope="row">')[1:]]
    assert names == found


@pytest.mark.parametrize("name", ["focus", "group", "area"])
def test_the_plans_own_words_are_filters(as_alma, plan, days, name):
    term = {
        "focus": lambda: plan.focusareas.create(name="Trivsel"),
        "group": plan.targetgroups.get,
        "area": plan.areas.get,
    }[name]()
    {"focus": lambda: setattr(days, "focus_area", term), "group": lambda: days.target_groups.add(term),
     "area": lambda: days.areas.add(term)}[name]()  # fmt: skip
    days.save()
    factories.make_initiative(plan, "Cykeldage")
    shown = text_of(as_alma.get(address(plan, "list"), {name: term.pk}))
    assert "Højskoledagene" in shown
    assert "Cykeldage" not in shown
    assert "1 initiativ på tværs" in shown


def test_htmx_gets_the_list_alone(as_alma, plan, days):
    headers = {"HX-Request": "true", "HX-Target": "initiative-list"}
    for name in ("list", "board"):
        part = as_alma.get(address(plan, name), headers=headers).content.decode()
        assert part.lstrip().startswith('<div id="initiative-list">')
        assert "<html" not in part


# -- The board ----------------------------------------------------------------------------------------------


def test_each_card_stands_in_its_phase(as_alma, plan, days):
    factories.make_initiative(plan, "Cykeldage")
    places = card_places(as_alma, plan)
    assert list(places) == ["Idé", "Opstart", "Drift", "Forankring", "Evaluering"]
    assert (places["Idé"], places["Drift"]) == (["Cykeldage"], ["Højskoledagene"])


def test_a_button_moves_a_card_and_another_brings_it_back(as_alma, plan, days):
    board = address(plan, "board") + "?q=sang"
    data = {"phase": "4", "seen": "3", "next": board}
    response = as_alma.post(address(plan, "move", days), data)
    assert response["Location"] == board
    page = as_alma.get(board)
    assert "Højskoledagene er nu i Forankring." in text_of(page)
    assert card_places(as_alma, plan)["Forankring"] == ["Højskoledagene"]
    html = page.content.decode()
    assert 'name="phase" value="3"' in html
    assert 'name="seen" value="4"' in html
    as_alma.post(address(plan, "move", days), {"phase": "3", "seen": "4", "next": board})
    assert card_places(as_alma, plan)["Drift"] == ["Højskoledagene"]


def test_who_moves_what_a_colleague_moved_is_told(as_alma, plan, days):
    as_alma.post(address(plan, "move", days), {"phase": "4", "seen": "3"})
    response = as_alma.post(address(plan, "move", days), {"phase": "2", "seen": "3"}, follow=True)
    assert "En kollega har flyttet Højskoledagene til Forankring imens." in text_of(response)
    days.refresh_from_db()
    assert days.phase == 4


def test_the_same_move_twice_is_one(as_alma, plan, days):
    for _ in range(2):
        as_alma.post(address(plan, "move", days), {"phase": "4", "seen": "3"})
    assert plan.audit_entries.filter(verb="move").count() == 1


@pytest.mark.parametrize("data", [{}, {"phase": "6", "seen": "3"}, {"phase": "x", "seen": "3"}])
def test_a_phase_that_is_none_is_not_there(as_alma, plan, days, data):
    assert as_alma.post(address(plan, "move", days), data).status_code == 404


def test_nobody_is_sent_elsewhere_by_a_move(as_alma, plan, days):
    data = {"phase": "4", "seen": "3", "next": "https://elsewhere.example/"}
    response = as_alma.post(address(plan, "move", days), data)
    assert response["Location"] == address(plan, "initiative", days)


def test_who_only_reads_sees_no_buttons(as_bo, plan, days):
    assert b"board-move" not in as_bo.get(address(plan, "board")).content
    assert as_bo.post(address(plan, "move", days), {"phase": "4", "seen": "3"}).status_code == 403


# -- One initiative -----------------------------------------------------------------------------------------


def test_a_partner_reads_the_page_in_a_minute(as_partner, plan, days):
    Initiative.objects.filter(pk=days.pk).update(next_step="Book salen")
    shown = text_of(as_partner.get(address(plan, "initiative", days)))
    wanted = ("Foredrag og sang for ældre", "Næste skridt:", "Book salen", "Plejehjemmet Birkelund", "Vært",
              "Bidrager med", "Festsal", "Naboer, der kender os")  # fmt: skip
    places = [shown.index(one) for one in wanted]
    assert places == sorted(places)
    assert "Ret" not in shown.split()
    assert "Grundbetingelser" not in shown


def test_what_is_told_of_another_phase_says_so(as_alma, plan, days):
    Initiative.objects.filter(pk=days.pk).update(phase=5)
    assert "Skrevet om driftsfasen." in text_of(as_alma.get(address(plan, "initiative", days)))


def test_a_new_partners_form_names_the_phase_in_a_sentence(as_alma, plan, days):
    for phase, named in enumerate(("idé", "opstarts", "drifts", "forankrings", "evaluerings"), start=1):
        Initiative.objects.filter(pk=days.pk).update(phase=phase)
        shown = text_of(as_alma.get(address(plan, "partner_add", days)))
        more = "Sæt også kryds ved andre faser, hvor partneren gør det samme."
        assert f"Initiativet er i {named}fasen. {more}" in shown


def test_a_sign_that_nobody_has_seen_yet_has_no_tick(as_alma, plan, days):
    Initiative.objects.filter(pk=days.pk).update(signs="Flere kommer igen")
    shown = as_alma.get(address(plan, "initiative", days)).content.decode()
    assert '<ul class="signs"><li><span>Flere kommer igen</span></li></ul>' in shown


def test_who_takes_part_sees_what_the_group_says_of_itself(as_alma, as_partner, plan, days):
    for name in ("factors", "conditions", "agreement"):
        assert as_partner.get(address(plan, name, days)).status_code == 403
    partner = plan.memberships.get(role="partner")
    home = plan.actors.get(name="Plejehjemmet Birkelund")
    set_representation(membership=partner, actor=home, by=partner.user)
    for name in ("factors", "conditions", "agreement"):
        assert as_partner.get(address(plan, name, days)).status_code == 200
    as_alma.post(address(plan, "partner_remove", days, days.partners.get()))
    assert as_partner.get(address(plan, "agreement", days)).status_code == 403


def test_a_stranger_finds_nothing(as_carla, plan, days):
    for name in ("initiative", "partners", "story", "edit", "conditions"):
        assert as_carla.get(address(plan, name, days)).status_code == 404


# -- Writing ------------------------------------------------------------------------------------------------


def test_a_name_is_enough_to_begin(as_alma, plan):
    response = as_alma.post(address(plan, "create"), facts(), follow=True)
    assert "Højskoledagene er oprettet. Sæt nu partnere på." in text_of(response)
    assert plan.initiatives.get().phase == 1


def test_everything_that_is_typed_is_kept(as_alma, plan):
    home, area, group = factories.make_actor(plan), plan.areas.get(), plan.targetgroups.get()
    theme = plan.focusareas.create(name="Trivsel")
    member = plan.memberships.get()
    data = facts(
        purpose="Sang", phase="2", belonging="social", focus_area=theme.pk, target_groups=[group.pk],
        areas=[area.pk], coordinator=home.pk, relation=member.pk, next_step="Book", next_on="2026-12-24",
        signs="Flere", since="2026-01-01", until="2027-01-01",
    )  # fmt: skip
    as_alma.post(address(plan, "create"), data)
    made = plan.initiatives.get()
    assert (made.focus_area, made.coordinator, made.relation) == (theme, home, member.user)
    assert [*made.areas.all(), *made.target_groups.all()] == [area, group]
    assert made.partners.get().actor == home


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"name": ""}, "Skriv, hvad initiativet hedder"),
        ({"name": "x" * 81}, "Skriv højst 80 tegn"),
        ({"belonging": "hest"}, "Vælg fra listen"),
        ({"purpose": "Ring til 010190-1234"}, "Det ligner et CPR-nummer"),
        ({"next_step": "010190-1234"}, "Det ligner et CPR-nummer"),
        ({"since": "2026-05-02", "until": "2026-05-01"}, "Slut skal være efter start"),
        ({"next_on": "2031-01-01"}, "Vælg en dag inden udgangen af 2028"),
        ({"coordinator": SENT}, "Vælg fra listen"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_made(as_alma, plan, sent, told):
    assert told in text_of(as_alma.post(address(plan, "create"), facts(**sent)))
    assert not plan.initiatives.exists()


def test_the_same_form_twice_makes_one(as_alma, plan):
    for _ in range(2):
        as_alma.post(address(plan, "create"), facts(submission=SENT))
    assert plan.initiatives.count() == 1


def test_a_change_writes_what_was_changed_alone(as_alma, plan, days):
    group = plan.targetgroups.get()
    data = {"name": "Højskoledagene", "purpose": days.purpose, "belonging": "joint", "version": "1",
            "target_groups": [group.pk]}  # fmt: skip
    as_alma.post(address(plan, "edit", days), data)
    assert plan.audit_entries.get(verb="change").fields == ["target_groups"]
    days.refresh_from_db()
    assert (days.phase, days.version, list(days.target_groups.all())) == (3, 2, [group])


def test_two_who_change_it_at_once_see_each_others_words(as_alma, plan, days):
    for name in ("Sangdagene", "Foredragsdagene"):
        data = facts(name=name, version="1", areas=[plan.areas.get().pk])
        shown = text_of(as_alma.post(address(plan, "edit", days), data))
    assert "En kollega har rettet initiativet imens" in shown
    assert "Nu står der: Sangdagene" in shown
    assert "Du skrev: Foredragsdagene" in shown
    days.refresh_from_db()
    assert days.name == "Sangdagene"


def test_what_is_put_away_is_found_among_the_archived_and_comes_back(as_alma, plan, days):
    page = as_alma.post(address(plan, "archive", days), follow=True)
    assert "Højskoledagene er arkiveret." in text_of(page)
    assert address(plan, "restore", days) in page.content.decode()
    assert "Initiativet er arkiveret." in text_of(as_alma.get(address(plan, "initiative", days)))
    assert as_alma.get(address(plan, "edit", days)).status_code == 404
    as_alma.post(address(plan, "restore", days))
    assert "Højskoledagene" in text_of(as_alma.get(address(plan, "list")))


def test_a_word_that_an_initiative_uses_stays(as_leader, plan, days):
    area = plan.areas.get()
    days.areas.add(area)
    url = reverse("accounts:term_delete", args=[plan.slug, "omraader", area.pk])
    assert "1 initiativ" in text_of(as_leader.post(url, follow=True))
    assert plan.areas.get() == area
