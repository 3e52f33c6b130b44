"""Forums, seats, charters and rotation plans as those who use them see them."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.models import Charter, ForumSeat
from tests import factories
from tests.cast import client_of
from tests.meetings.pages import address, text_of

pytestmark = pytest.mark.usefixtures("monday")


def seat_form(**more):
    return {"title": "Skolen", "part": "member", "side": "professional", "actor": ""} | more


def test_no_forums_yet_says_where_to_begin(as_alma, as_bo, plan):
    assert "Begynd med bestyrelsen." in text_of(as_alma.get(address(plan, "list")))
    shown = text_of(as_bo.get(address(plan, "chain")))
    assert "Ingen fora endnu" in shown
    assert "Nyt forum" not in shown


def test_the_list_goes_from_the_board_down(as_alma, plan, east, group, board):
    shown = text_of(as_alma.get(address(plan, "list"))).partition("Venter på svar")[2]
    places = [shown.index(name) for name in ("Bestyrelsen", "Koordinationsgruppen", "Følgegruppe Østhøj")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"name": ""}, "Skriv, hvad forummet hedder"),
        ({"name": "x" * 81}, "Skriv højst 80 tegn"),
        ({"kind": ""}, "Vælg, hvad det er for et forum"),
        ({"kind": "hest"}, "Vælg fra listen"),
        ({"name": "Gruppe 010190-1234"}, "Det ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_made(as_alma, plan, sent, told):
    data = {"kind": "work", "name": "Gruppen om gården", "cadence": ""} | sent
    assert told in text_of(as_alma.post(address(plan, "create"), data))
    assert not plan.forums.exists()


def test_the_same_form_twice_makes_one(as_alma, plan):
    data = {"kind": "work", "name": "Gruppen", "submission": "00000000-0000-4000-8000-000000000001"}
    for _ in range(2):
        as_alma.post(address(plan, "create"), data)
    assert plan.forums.count() == 1


def test_a_forum_does_not_come_under_one_of_its_own(as_alma, plan, east, board):
    data = {"kind": "board", "name": "Bestyrelsen", "parent": east.pk, "version": 1}
    assert "Vælg fra listen" in text_of(as_alma.post(address(plan, "edit", board.pk), data))
    board.refresh_from_db()
    assert board.parent is None


def test_two_who_change_a_forum_at_once_see_each_others_words(as_alma, plan, east):
    for name in ("Følgegruppen", "Gruppe Øst"):
        data = {"kind": "follow_up", "name": name, "version": "1"}
        shown = text_of(as_alma.post(address(plan, "edit", east.pk), data))
    assert "Nu står der: Følgegruppen" in shown
    assert "Du skrev: Gruppe Øst" in shown
    east.refresh_from_db()
    assert east.name == "Følgegruppen"


# -- Seats --------------------------------------------------------------------------------------------------


def test_a_seat_stays_when_the_person_in_it_changes(as_alma, plan, east):
    school = factories.make_actor(plan, "Bakkeskolen")
    lone = factories.make_contact(school, "Lone Riis", "skoleleder")
    response = as_alma.post(address(plan, "seat_add", east.pk), seat_form(actor=school.pk), follow=True)
    assert "Vælg nu, hvem der sidder på pladsen." in text_of(response)
    assert "Lone Riis, skoleleder" in text_of(response)
    seat = ForumSeat.objects.get()
    data = seat_form(actor=school.pk, person=lone.pk, version=1)
    shown = text_of(as_alma.post(address(plan, "seat_edit", east.pk, seat.pk), data, follow=True))
    assert "Lone Riis" in shown
    data = seat_form(actor=school.pk, person="", version=2)
    assert "Lone Riis" not in text_of(
        as_alma.post(address(plan, "seat_edit", east.pk, seat.pk), data, follow=True)
    )
    assert east.seats.get() == seat


def test_nobody_sits_for_an_organisation_that_is_not_theirs(as_alma, plan, east):
    stranger = factories.make_contact(factories.make_actor(plan, "Biblioteket"))
    school = factories.make_actor(plan, "Bakkeskolen")
    data = seat_form(actor=school.pk, person=stranger.pk)
    shown = text_of(as_alma.post(address(plan, "seat_add", east.pk), data))
    assert "Vælg en person hos den organisation, der står ovenfor" in shown
    assert not east.seats.exists()


def test_nobody_is_their_own_stand_in(as_alma, plan, east):
    member = plan.memberships.get().pk
    shown = text_of(
        as_alma.post(address(plan, "seat_add", east.pk), seat_form(person=member, stand_in=member))
    )
    assert "Vælg en anden end den, der sidder på pladsen" in shown


def test_a_contact_is_named_to_those_whom_the_consent_reaches_alone(as_alma, as_bo, plan, east):
    school = factories.make_actor(plan, "Bakkeskolen")
    lone = factories.make_contact(school, "Lone Riis", "skoleleder")
    factories.make_forum_seat(east, actor=school, contact=lone)
    partner = client_of(factories.make_membership(plan, factories.make_user("Pia"), role="partner").user)
    url = address(plan, "seats", east.pk)
    assert "Lone Riis" in text_of(as_alma.get(url))
    assert "Lone Riis" in text_of(as_bo.get(url))
    shown = text_of(partner.get(url))
    assert "Lone Riis" not in shown
    assert "Navnet er skjult" in shown


def test_a_seat_for_residents_needs_nobodys_name(as_alma, plan, east):
    as_alma.post(
        address(plan, "seat_add", east.pk), seat_form(title="Beboer valgt på beboermødet", side="resident")
    )
    assert "1 af 1 pladser er for beboere." in text_of(as_alma.get(address(plan, "seats", east.pk)))
    assert not plan.contacts.exists()


def test_a_seat_taken_away_can_be_undone_with_its_turns(as_alma, plan, east):
    seat = factories.make_forum_seat(east)
    as_alma.post(address(plan, "turn_add", east.pk), {"seat": seat.pk, "starts_on": "2026-11-01"})
    assert "Nu: Skolen" in text_of(as_alma.get(address(plan, "seats", east.pk)))
    as_alma.post(address(plan, "seat_remove", east.pk, seat.pk))
    assert "Nu: Skolen" not in text_of(as_alma.get(address(plan, "seats", east.pk)))
    as_alma.post(address(plan, "seat_restore", east.pk, seat.pk))
    assert "Nu: Skolen" in text_of(as_alma.get(address(plan, "seats", east.pk)))


def test_a_turn_taken_out_can_be_put_back(as_alma, plan, east):
    seat = factories.make_forum_seat(east)
    url = address(plan, "turn_add", east.pk)
    as_alma.post(url, {"seat": seat.pk, "starts_on": "2027-02-01"})
    assert "Fra 1. februar 2027: Skolen" in text_of(as_alma.get(address(plan, "seats", east.pk)))
    response = as_alma.post(address(plan, "turn_remove", east.pk, east.turns.get().pk), follow=True)
    assert f'name="seat" value="{seat.pk}"' in response.content.decode()
    assert 'name="starts_on" value="2027-02-01"' in response.content.decode()
    assert not east.turns.exists()


# -- Charters -----------------------------------------------------------------------------------------------


def charter_form(**more):
    return {"purpose": "At følge med i Østhøj", "in_force_on": "2026-12-01", "seen": "0"} | more


def test_a_new_text_is_a_new_version_and_the_old_one_can_be_read(as_alma, plan, east):
    url = address(plan, "charter_edit", east.pk)
    as_alma.post(url, charter_form())
    as_alma.post(url, charter_form(purpose="At styrke Østhøj", seen="1"))
    shown = text_of(as_alma.get(address(plan, "charter", east.pk)))
    assert "At styrke Østhøj" in shown
    assert "At følge med i Østhøj" not in shown
    first = Charter.objects.get(number=1)
    shown = text_of(as_alma.get(address(plan, "charter_version", east.pk, first.pk)))
    assert "At følge med i Østhøj" in shown
    assert "En ældre version." in shown


def test_two_who_write_a_charter_at_once_see_each_others_words(as_alma, plan, east):
    url = address(plan, "charter_edit", east.pk)
    as_alma.post(url, charter_form())
    shown = text_of(as_alma.post(url, charter_form(purpose="At styrke Østhøj")))
    assert "Nu står der: At følge med i Østhøj" in shown
    assert "Du skrev: At styrke Østhøj" in shown
    assert east.charters.count() == 1


def test_a_charter_saved_as_it_stood_makes_no_version(as_alma, plan, east):
    url = address(plan, "charter_edit", east.pk)
    as_alma.post(url, charter_form())
    as_alma.post(url, charter_form(seen="1"))
    assert east.charters.count() == 1


def test_the_charter_and_the_chain_are_printed(as_bo, plan, east, group):
    factories.make_referral(east, group, due=date(2026, 11, 29))
    charter = Charter.objects.create(
        plan=plan,
        forum=east,
        number=1,
        purpose="At følge med",
        tasks="Mødes\nLøfte",
        in_force_on="2026-11-01",
    )
    url = reverse("reports:charter", args=[plan.slug, charter.pk])
    shown = text_of(as_bo.get(f"{url}?vis=1"))
    assert "Version 1, gælder fra 1. november 2026" in shown
    assert "Løfte" in shown
    shown = text_of(as_bo.get(reverse("reports:chain", args=[plan.slug]) + "?vis=1"))
    assert "Lys på stien" in shown
    assert "Skulle være besvaret 29. november" in shown


# -- Who may what -------------------------------------------------------------------------------------------


@pytest.fixture
def ib(plan):
    """A partner."""
    return factories.make_membership(plan, factories.make_user("Ib"), role="partner")


def test_a_partner_sees_the_inside_of_those_they_sit_in_alone(plan, east, group, board, ib):
    factories.make_forum_seat(east, membership=ib)
    up = factories.make_referral(east, group, "Lys på stien")
    other = factories.make_referral(board, group, "Om penge")
    as_ib = client_of(ib.user)
    assert "Lys på stien" in text_of(as_ib.get(address(plan, "traffic", east.pk)))
    assert as_ib.get(address(plan, "referral", up.pk)).status_code == 200
    assert as_ib.get(address(plan, "referral", other.pk)).status_code == 404
    assert "Om penge" not in text_of(as_ib.get(address(plan, "chain")))
    assert "Du sidder ikke i dette forum." in text_of(as_ib.get(address(plan, "forum", group.pk)))
    assert as_ib.get(address(plan, "traffic", group.pk)).status_code == 404


def test_a_partner_acts_for_those_they_chair_or_are_tovholder_of(plan, east, group, ib):
    seat = factories.make_forum_seat(east, membership=ib)
    as_ib, url = client_of(ib.user), address(plan, "meeting_create", east.pk)
    refused = as_ib.get(url)
    assert refused.status_code == 403
    assert "Det kan kun tovholderen, formanden" in text_of(refused)
    turn = east.turns.create(plan=plan, seat=seat, starts_on=date(2026, 11, 1))
    assert as_ib.get(url).status_code == 200
    turn.delete()
    east.turns.create(plan=plan, seat=seat, starts_on=date(2026, 12, 1))
    assert as_ib.get(url).status_code == 403
    ForumSeat.objects.filter(pk=seat.pk).update(part="chair")
    assert as_ib.get(url).status_code == 200
    assert as_ib.get(address(plan, "edit", east.pk)).status_code == 403
    ForumSeat.objects.filter(pk=seat.pk).update(removed_at="2026-11-30 08:00+00:00")
    assert as_ib.get(url).status_code == 404


def test_a_reader_looks_and_changes_nothing(as_bo, plan, east, group):
    row = factories.make_referral(east, group)
    assert "Lys på stien" in text_of(as_bo.get(address(plan, "referral", row.pk)))
    assert as_bo.post(address(plan, "referral_answer", row.pk), {"text": "Ja"}).status_code == 403
    assert "Send punkt" not in text_of(as_bo.get(address(plan, "forum", east.pk)))
