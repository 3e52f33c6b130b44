"""Talks about a listing and the agreement they come to, by login and by a link in a mail."""

import re

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from actors.models import Representation
from exchange.models import Agreement, MailLink
from tests import factories
from tests.cast import client_of
from tests.exchange.test_listings import address
from tests.valuegame.pages import text_of

TODAY = "2026-11-30 09:00 +01:00"


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def house(hall):
    """The house that has a hall, and a mailbox."""
    owner = hall.owner
    owner.email = "huset@bo.example"
    owner.save()
    return owner


@pytest.fixture
def ib(plan, rosen):
    """Who speaks for Rosen."""
    member = factories.make_membership(plan, factories.make_user("Ib"), role="partner")
    Representation.objects.create(plan=plan, membership=member, actor=rosen)
    return member


@pytest.fixture
def wish(rosen, ib):
    return factories.make_listing(rosen, "Lokale torsdag aften", direction="wish", created_by=ib.user)


TERMS = {
    "what": "Salen hver anden torsdag", "in_return": "De gør rent", "starts_on": "2026-12-03",
    "giver_person": "Vagten", "taker_person": "Formanden", "version": "0",
}  # fmt: skip


def asked(as_alma, plan, wish, house, capture) -> str:
    """The path of the link that the house gets when staff ask it about the wish."""
    with capture(execute=True):
        as_alma.post(address(plan, "ask", wish.pk), {"actor": house.pk, "text": "Kan I låne dem salen?"})
    (letter,) = mail.outbox
    assert letter.to == ["huset@bo.example"]
    return re.search(r"http://testserver(/svar/\S+)", letter.body)[1]


def test_the_mail_names_the_listing_and_no_person(
    as_alma, plan, wish, house, django_capture_on_commit_callbacks
):
    asked(as_alma, plan, wish, house, django_capture_on_commit_callbacks)
    assert "»Lokale torsdag aften«" in mail.outbox[0].body
    assert not re.search("Ib|Alma|Kan I låne", mail.outbox[0].body)


def test_only_a_link_that_lets_one_in_tells_how_long_it_does(
    as_alma, plan, wish, house, django_capture_on_commit_callbacks
):
    link = asked(as_alma, plan, wish, house, django_capture_on_commit_callbacks)
    with django_capture_on_commit_callbacks(execute=True):
        Client().post(f"{link}skriv/", {"text": "Ja, gerne"})
    to_house, to_member = (letter.body for letter in mail.outbox)
    assert "Linket virker i 60 dage." in to_house
    assert "dage" not in to_member
    assert "Læs og svar her:\n" in to_member


def test_whose_listing_it_is_is_not_among_those_to_ask(as_alma, plan, wish, house):
    for name in ("ask", "answer"):
        offered = as_alma.get(address(plan, name, wish.pk)).content.decode()
        assert f'value="{house.pk}"' in offered
        assert f'value="{wish.actor_id}"' not in offered


def test_one_without_account_answers_agrees_and_says_how_it_went(
    as_alma, plan, wish, house, ib, django_capture_on_commit_callbacks
):
    link, theirs = asked(as_alma, plan, wish, house, django_capture_on_commit_callbacks), Client()
    assert "Kan I låne dem salen?" in text_of(theirs.get(link))
    with django_capture_on_commit_callbacks(execute=True):
        theirs.post(f"{link}skriv/", {"text": "Ja, gerne"})
    assert mail.outbox[-1].to == [ib.user.email]
    with django_capture_on_commit_callbacks(execute=True):
        shown = text_of(theirs.post(f"{link}aftale/", TERMS, follow=True))
    assert "Venter på ja fra Kvindeforeningen Rosen." in shown
    talk = address(plan, "talk", plan.answers.get().pk)
    as_ib = client_of(ib.user)
    assert "Sig ja for Kvindeforeningen Rosen" in text_of(as_ib.get(talk))
    shown = text_of(
        as_ib.post(f"{talk}ja/", {"version": "1"} | {"version": plan.agreements.get().version}, follow=True)
    )
    assert "Begge har sagt ja. Den begynder 3. december." in shown
    ended = {"ended_as": "done", "outcome": "Det gik godt", "as_collaboration": "on"}
    shown = text_of(theirs.post(f"{link}slut/", ended, follow=True))
    assert "Aftalen er gennemført." in shown
    assert "Det gik godt" in shown
    made = plan.collaborations.get()
    assert (made.form, set(made.actors.all())) == (3, {house, wish.actor})


def test_the_link_opens_its_own_talk_alone_and_for_so_long(
    as_alma, plan, wish, house, django_capture_on_commit_callbacks
):
    link = asked(as_alma, plan, wish, house, django_capture_on_commit_callbacks)
    assert Client().get("/svar/et-andet-link/").status_code == 404
    MailLink.objects.update(expires_at="2026-11-29 00:00+00:00")
    assert Client().get(link).status_code == 404
    assert Client().post(f"{link}skriv/", {"text": "Hej"}).status_code == 404


def test_an_actor_without_a_mailbox_is_told_of(as_alma, plan, wish, hall):
    response = as_alma.post(address(plan, "ask", wish.pk), {"actor": hall.owner.pk, "text": "Hej"})
    assert "Medborgerhuset har ingen mail her." in text_of(response)
    assert not plan.answers.exists()


def test_a_partner_answers_once_and_reads_their_own_talks_alone(plan, rosen, house, ib):
    offer = factories.make_listing(house, "Festsalen til alle")
    other = factories.make_answer(offer, factories.make_actor(plan, "Skakklubben"), text="Vi vil spille")
    as_ib, data = client_of(ib.user), {"actor": rosen.pk, "text": "Kan vi få torsdag?"}
    data["submission"] = "00000000-0000-4000-8000-000000000001"
    for _ in range(2):
        as_ib.post(address(plan, "answer", offer.pk), data)
    assert offer.answers.get(actor=rosen).messages.count() == 1
    assert as_ib.get(address(plan, "talk", other.pk)).status_code == 404
    assert "Skakklubben" not in text_of(as_ib.get(address(plan, "listing", offer.pk)))


def test_nobody_answers_their_own_listing(plan, rosen, ib, wish):
    data = {"actor": rosen.pk, "text": "Hej"}
    shown = text_of(client_of(ib.user).post(address(plan, "answer", wish.pk), data))
    assert "Det er aktørens eget opslag." in shown


def deal(plan, wish, house, **more):
    """An agreement about the wish that the house has written."""
    answer = factories.make_answer(wish, house)
    return Agreement.objects.create(
        plan=plan, answer=answer, giver=house, taker=wish.actor, what="Salen", starts_on="2026-12-03",
        giver_person="Vagten", taker_person="Formanden", giver_yes_at="2026-11-29 12:00+00:00", **more,
    )  # fmt: skip


def test_when_both_have_said_yes_the_board_says_so_and_who_wished_takes_it_down(plan, wish, house, ib):
    factories.make_listing(house, "Lokale til alle om torsdagen")
    row = deal(plan, wish, house, taker_yes_at="2026-11-29 12:00+00:00")
    as_ib, as_leader = (client_of(one) for one in (ib.user, leader_of(plan)))
    board = text_of(as_leader.get(address(plan, "list")))
    assert "Der er en aftale" in board
    assert "Se match" not in board
    talk = text_of(as_ib.get(address(plan, "talk", row.answer_id)))
    assert "Tag opslaget ned" in talk
    assert "Se tider, og book" in talk
    as_ib.post(address(plan, "withdraw", wish.pk))
    assert "Tag opslaget ned" not in text_of(as_ib.get(address(plan, "talk", row.answer_id)))


def test_until_both_have_said_yes_the_match_stands(plan, wish, house):
    factories.make_listing(house, "Lokale til alle om torsdagen")
    deal(plan, wish, house)
    board = text_of(client_of(leader_of(plan)).get(address(plan, "list")))
    assert "Se match" in board
    assert "Der er en aftale" not in board


def leader_of(plan):
    """A user who leads the plan."""
    return factories.make_membership(plan, factories.make_user("Lis"), role="leader").user


def test_a_yes_to_a_text_that_was_changed_since_is_not_taken(plan, wish, house, ib):
    row = deal(plan, wish, house, version=2)
    talk = address(plan, "talk", row.answer_id)
    shown = text_of(client_of(ib.user).post(f"{talk}ja/", {"version": "1"}, follow=True))
    assert "Aftalen blev rettet imens." in shown
    row.refresh_from_db()
    assert row.taker_yes_at is None


def test_a_change_asks_the_other_side_again_and_shows_both_texts_when_two_write(as_alma, plan, wish, house):
    row = deal(plan, wish, house, taker_yes_at="2026-11-29 12:00+00:00")
    url, side = address(plan, "agreement", row.answer_id), {"side": house.pk}
    as_alma.post(url, TERMS | side | {"version": "1", "what": "Salen og køkkenet"})
    row.refresh_from_db()
    assert (row.what, row.taker_yes_at, bool(row.giver_yes_at)) == ("Salen og køkkenet", None, True)
    shown = text_of(as_alma.post(url, TERMS | side | {"version": "1", "what": "Kun køkkenet"}))
    assert "Salen og køkkenet" in shown
    assert "Kun køkkenet" in shown
    row.refresh_from_db()
    assert row.what == "Salen og køkkenet"


def test_an_agreement_without_both_yeses_cannot_end(as_alma, plan, wish, house):
    row = deal(plan, wish, house)
    url = reverse("listings:end", args=[plan.slug, row.answer_id])
    shown = text_of(as_alma.post(url, {"ended_as": "done"}, follow=True))
    assert "Begge sider skal have sagt ja" in shown
    row.refresh_from_db()
    assert row.ended_at is None


def test_a_yes_pressed_twice_is_told_of_once(plan, wish, house, ib, django_capture_on_commit_callbacks):
    row, keeper = deal(plan, wish, house), factories.make_membership(plan, role="partner")
    Representation.objects.create(plan=plan, membership=keeper, actor=house)
    talk = address(plan, "talk", row.answer_id)
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            client_of(ib.user).post(f"{talk}ja/", {"version": row.version})
    assert [letter.to for letter in mail.outbox] == [[keeper.user.email]]
    assert mail.outbox[0].subject == "Lokale torsdag aften: Kvindeforeningen Rosen har sagt ja til aftalen"


def test_an_agreement_saved_as_it_stood_keeps_both_yeses(as_alma, plan, wish, house):
    row = deal(plan, wish, house, taker_yes_at="2026-11-29 12:00+00:00")
    same = TERMS | {"side": house.pk, "version": "1", "what": "Salen", "in_return": ""}
    shown = text_of(as_alma.post(address(plan, "agreement", row.answer_id), same, follow=True))
    assert "Intet er ændret." in shown
    assert "Begge har sagt ja." in shown
