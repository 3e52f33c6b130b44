"""The exchange as those who use it see it: what is offered, what is wanted, and whose it is."""

from datetime import date, time

import pytest
import time_machine
from django.urls import reverse

from actors.models import Representation, Resource
from exchange.models import Listing
from tests import factories
from tests.cast import client_of
from tests.valuegame.pages import text_of

TODAY = "2026-11-30 09:00 +01:00"


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def as_partner(plan, rosen):
    """Ib, who speaks for Rosen."""
    member = factories.make_membership(plan, factories.make_user("Ib"), role="partner")
    Representation.objects.create(plan=plan, membership=member, actor=rosen)
    return client_of(member.user)


def address(plan, name, *args):
    return reverse(f"listings:{name}", args=[plan.slug, *args])


def form(owner, **more):
    return {
        "direction": "wish", "kind": "room", "title": "Lokale torsdag aften", "actor": owner.pk,
        "ends_on": "2026-12-24",
    } | more  # fmt: skip


def test_an_empty_exchange_says_what_it_is_for(as_alma, plan):
    shown = text_of(as_alma.get(address(plan, "list")))
    assert "Ingen tilbud endnu" in shown
    assert "Ingen efterlysninger endnu" in shown


def test_a_new_wish_stands_in_its_column(as_alma, plan, rosen):
    shown = text_of(as_alma.post(address(plan, "create"), form(rosen), follow=True))
    assert "Efterlysningen står på børsen til 24. december." in shown
    board = text_of(as_alma.get(address(plan, "list")))
    assert "Lokale torsdag aften" in board.partition("Efterlyses")[2]


def test_a_form_opens_with_what_stands_and_nothing_told_to_be_wrong(as_alma, plan, rosen):
    listing = factories.make_listing(rosen, "Ladcykel", kind="equipment", text="Op til 100 kg.")
    new = text_of(as_alma.get(address(plan, "create") + "?retning=offer"))
    page = as_alma.get(address(plan, "edit", listing.pk))
    assert "så kan du gemme" not in new + text_of(page)
    assert 'value="Ladcykel"' in page.content.decode()
    assert "Op til 100 kg." in text_of(page)


def test_looking_for_an_actor_without_script_keeps_the_words_and_judges_nothing(as_alma, plan, rosen):
    sent = {"find": "1", "q": "Rosen", "text": "Gerne med køkken"}
    shown = text_of(as_alma.post(address(plan, "create"), sent))
    assert "Kvindeforeningen Rosen" in shown
    assert "Gerne med køkken" in shown
    assert "så kan du gemme" not in shown


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"title": ""}, "Skriv, hvad det er"),
        ({"title": "x" * 81}, "Skriv højst 80 tegn"),
        ({"actor": ""}, "Vælg, hvem det kommer fra"),
        ({"kind": "hest"}, "Vælg en slags fra listen"),
        ({"ends_on": "2026-11-29"}, "Vælg i dag eller en dag, der kommer"),
        ({"ends_on": "2099-01-01"}, "Vælg en dag inden udgangen af 2028"),
        ({"starts_on": "2026-12-25"}, "Vælg en dag efter den første"),
        ({"text": "Ring til 010190-1234"}, "Det ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_posted(as_alma, plan, rosen, sent, told):
    response = as_alma.post(address(plan, "create"), form(rosen, **sent))
    assert told in text_of(response)
    assert not plan.listings.exists()


def test_the_same_form_twice_posts_one(as_alma, plan, rosen):
    data = form(rosen, submission="00000000-0000-4000-8000-000000000001")
    for _ in range(2):
        as_alma.post(address(plan, "create"), data)
    assert plan.listings.count() == 1


def test_what_has_run_out_is_gone_and_one_press_brings_it_back(as_alma, plan, rosen):
    listing = factories.make_listing(rosen, "Ti stole", ends_on=date(2026, 11, 29))
    assert "Ti stole" not in text_of(as_alma.get(address(plan, "list")))
    shown = text_of(as_alma.post(address(plan, "renew", listing.pk), follow=True))
    assert "»Ti stole« gælder nu til 29. januar 2027." in shown
    assert "Ti stole" in text_of(as_alma.get(address(plan, "list")))


def test_what_ends_within_a_week_is_pointed_out(as_alma, plan, rosen):
    factories.make_listing(rosen, "Ti stole", ends_on=date(2026, 12, 7))
    factories.make_listing(rosen, "Et telt", ends_on=date(2026, 12, 8))
    soon = text_of(as_alma.get(address(plan, "list"))).partition("Udløber snart")[2].partition("Alt")[0]
    assert "Ti stole" in soon
    assert "Et telt" not in soon


def test_taken_down_can_be_undone(as_alma, plan, rosen):
    listing = factories.make_listing(rosen, "Ti stole")
    as_alma.post(address(plan, "withdraw", listing.pk))
    assert "Ti stole" not in text_of(as_alma.get(address(plan, "list"))).partition("Tilbydes")[2]
    as_alma.post(address(plan, "restore", listing.pk))
    assert "Ti stole" in text_of(as_alma.get(address(plan, "list"))).partition("Tilbydes")[2]


def test_two_who_change_a_listing_at_once_see_each_others_words(as_alma, plan, rosen):
    listing = factories.make_listing(rosen, "Ti stole")
    for title in ("Tolv stole", "Tyve stole"):
        shown = text_of(
            as_alma.post(address(plan, "edit", listing.pk), form(rosen, title=title, version="1"))
        )
    assert "Tolv stole" in shown
    assert "Tyve stole" in shown
    assert Listing.objects.get().title == "Tolv stole"


def test_a_wish_tells_who_has_what_it_asks_for(as_alma, plan, rosen, hall):
    Resource.objects.create(plan=plan, actor=hall.owner, kind="room", text="Mødelokale med køkken")
    factories.make_listing(rosen, "Lokale torsdag aften", direction="wish")
    assert "Medborgerhuset har: Mødelokale med køkken" in text_of(as_alma.get(address(plan, "list")))


def test_an_offer_of_a_place_shows_which_days_have_a_free_hour(as_alma, plan, hall):
    factories.make_booking(hall, day=date(2026, 12, 2), begin=time(0), end=time(0))
    factories.make_listing(hall.owner, "Festsalen til alle", facility=hall)
    shown = text_of(as_alma.get(address(plan, "list")))
    assert "onsdag optaget" in shown
    assert "tirsdag ledig" in shown


def test_the_kinds_narrow_both_columns(as_alma, plan, rosen):
    factories.make_listing(rosen, "Ti stole", kind="equipment")
    shown = text_of(as_alma.get(address(plan, "list") + "?slags=room"))
    assert "Ti stole" not in shown.partition("Tilbydes")[2]
    assert "Ingen passer." in shown


# -- A partner --------------------------------------------------------------------------------------------


def test_a_partner_posts_for_their_own_organisation_alone(as_partner, plan, rosen, hall):
    as_partner.post(address(plan, "create"), form(rosen))
    assert plan.listings.get().actor == rosen
    refused = as_partner.post(address(plan, "create"), form(hall.owner))
    assert refused.status_code == 200
    assert plan.listings.count() == 1


def test_a_partner_changes_no_listing_of_others(as_partner, plan, hall):
    listing = factories.make_listing(hall.owner)
    assert as_partner.get(address(plan, "edit", listing.pk)).status_code == 404
    assert as_partner.post(address(plan, "withdraw", listing.pk)).status_code == 404


def test_a_partner_who_speaks_for_nobody_is_told_what_to_do(plan):
    member = factories.make_membership(plan, role="partner")
    shown = text_of(client_of(member.user).get(address(plan, "create")))
    assert "Du taler ikke for nogen endnu." in shown


def test_the_leader_says_whom_a_partner_speaks_for(plan, rosen):
    leader = factories.make_membership(plan, role="leader")
    member = factories.make_membership(plan, factories.make_user("Ib Holm"), role="partner")
    url = reverse("actors:representatives", args=[plan.slug])
    client = client_of(leader.user)
    shown = text_of(client.post(url, {"member": member.pk, "actor": rosen.pk}, follow=True))
    assert "Ib Holm taler nu for Kvindeforeningen Rosen." in shown
    assert "Ib Holm taler ikke længere for nogen." in text_of(
        client.post(url, {"member": member.pk, "actor": ""}, follow=True)
    )
    assert not Representation.objects.exists()


def test_the_same_form_to_another_organisation_after_going_back_begins_a_talk_of_its_own(
    as_alma, plan, rosen
):
    listing = factories.make_listing(rosen)
    sent = {"text": "Det vil vi gerne", "submission": "00000000-0000-4000-8000-000000000002"}
    for name in ("Åhuset", "Åhuset", "Haveholdet"):
        actor = plan.actors.filter(name=name).first() or factories.make_actor(plan, name)
        answered = as_alma.post(address(plan, "answer", listing.pk), {**sent, "actor": actor.pk}, follow=True)
        assert "Det vil vi gerne" in text_of(answered)
    assert [one.messages.count() for one in listing.answers.order_by("actor__name")] == [1, 1]
