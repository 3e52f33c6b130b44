"""The pages of an actor's contact persons: who gets in, what they see, what is never shown."""

import uuid
from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.guard import CPR_FOUND_MESSAGE
from tests import factories
from tests.cast import client_of
from tests.clock import TODAY

PHONE, MAIL = "20 30 40 50", "lone@bakken.example"
pytestmark = pytest.mark.usefixtures("day_stands")


@pytest.fixture
def actor(plan):
    return factories.make_actor(plan, "Biblioteket på Bakken", phone="70 10 20 30")


@pytest.fixture
def lone(actor):
    """Lone, with phone and mail on file, whom nobody has asked."""
    return factories.make_contact(actor, "Lone Riis", phone=PHONE, email=MAIL, source="Hjemmesiden")


def say_yes(contact, scope="team", until=None):
    contact.consent_state, contact.consent_scope = "given", scope
    contact.consent_until = until or TODAY + timedelta(days=400)
    contact.save()


def address(name, contact):
    return reverse(f"actors:{name}", args=["solbakken", contact.actor_id, contact.pk])


def list_address(actor):
    return reverse("actors:contacts", args=["solbakken", actor.pk])


def contact_form(**fields):
    return {
        "name": "Lone Riis", "role": "formidler", "phone": "", "email": "", "source": "",
        "informed_on": "", "version": "1", **fields,
    }  # fmt: skip


def answer_form(**fields):
    return {
        "answer": "given", "scope": ["team", "plan"], "method": "spoken", "on": TODAY.isoformat(), **fields
    }  # fmt: skip


def body(response):
    return response.content.decode()


# -- The list ---------------------------------------------------------------------------------------


def test_hidden_details_are_said_in_words_and_are_not_in_the_page(as_alma, lone):
    page = body(as_alma.get(list_address(lone.actor)))
    assert "Lone Riis" in page
    assert "Ikke spurgt" in page
    assert "Telefon og mail er skjult, til Lone har sagt ja." in page
    assert PHONE not in page
    assert MAIL not in page


def test_a_yes_shows_phone_and_mail_as_links_and_until_when(as_alma, lone):
    say_yes(lone, until=date(2099, 6, 1))
    page = body(as_alma.get(list_address(lone.actor)))
    assert f'<a href="tel:20304050">{PHONE}</a>' in page
    assert f'<a href="mailto:{MAIL}">{MAIL}</a>' in page
    assert "Til 1. juni 2099" in page


@pytest.mark.parametrize(
    ("scope", "details_for"),
    [("team", {"alma"}), ("plan", {"alma", "bo"}), ("partners", {"alma", "partner"}), ("", set())],
)
def test_each_audience_sees_what_it_may(as_alma, as_bo, as_partner, lone, scope, details_for):
    if scope:
        say_yes(lone, scope)
    browsers = {"alma": as_alma, "bo": as_bo, "partner": as_partner}
    pages = {who: body(browser.get(list_address(lone.actor))) for who, browser in browsers.items()}
    assert {who for who, page in pages.items() if PHONE in page or MAIL in page} == details_for
    assert {who for who, page in pages.items() if "Lone" in page} == {"alma", "bo"} | details_for


def test_support_sees_no_contact_persons_even_with_a_yes_to_all(plan, lone):
    say_yes(lone, "public")
    helper = factories.make_user("Siri Support")
    factories.make_membership(plan, helper, "support", ends_at=timezone.now() + timedelta(days=1))
    page = body(client_of(helper).get(list_address(lone.actor)))
    assert "Ingen kontaktpersoner" in page
    assert "Lone" not in page


def test_only_those_who_look_after_contacts_see_source_history_and_buttons(as_alma, as_bo, lone):
    as_alma.post(address("contact_consent", lone), answer_form(scope=["plan"]))
    for_alma, for_bo = (body(browser.get(list_address(lone.actor))) for browser in (as_alma, as_bo))
    for text in (
        "Hjemmesiden",
        "Sagde ja mundtligt til: læsere i helhedsplanen",
        "Skrevet af Alma Bøgh",
        "Slet",
    ):
        assert text in for_alma
        assert text not in for_bo
    assert PHONE in for_bo


def test_an_actor_without_contacts_says_so(as_alma, as_bo, actor):
    assert "Ingen kontaktpersoner endnu" in body(as_alma.get(list_address(actor)))
    assert "Ny kontaktperson" not in body(as_bo.get(list_address(actor)))


def test_showing_details_is_logged_once_per_contact_and_hiding_them_is_not(plan, as_alma, lone):
    kim = factories.make_contact(lone.actor, "Kim Holm", phone="50 40 30 20")
    say_yes(lone)
    as_alma.get(list_address(lone.actor))
    shown = plan.audit_entries.filter(verb="contact_shown")
    assert [(entry.object_id, entry.by.name) for entry in shown] == [(str(lone.pk), "Alma Bøgh")]
    say_yes(kim)
    as_alma.get(list_address(lone.actor))
    assert shown.all().count() == 3


@pytest.mark.parametrize("amount", [1, 3, 50])
def test_the_list_costs_the_same_however_long_it_is(as_alma, alma, actor, amount, django_assert_num_queries):
    for _ in range(amount):
        contact = factories.make_contact(actor, phone=PHONE)
        say_yes(contact)
        contact.consent_events.create(plan=actor.plan, state="asked", by=alma)
    with django_assert_num_queries(LIST_QUERIES):
        as_alma.get(list_address(actor))


# Session, user, membership with plan, actor, contacts, their history, the log; three for the frame's
# head and tabs.
LIST_QUERIES = 10


def test_somebody_who_was_not_told_within_a_month_is_not_forgotten(as_alma, lone):
    reminder = "Fortæl Lone, at I har skrevet navnet op"
    assert reminder not in body(as_alma.get(list_address(lone.actor)))
    # At noon, 31 days of the calendar ago: an hour of summer time between the two makes them no fewer.
    old = timezone.make_aware(datetime.combine(TODAY - timedelta(days=31), time(12)))
    lone.plan.contacts.filter(pk=lone.pk).update(created_at=old)
    assert reminder in body(as_alma.get(list_address(lone.actor)))
    lone.plan.contacts.filter(pk=lone.pk).update(informed_on=TODAY)
    assert reminder not in body(as_alma.get(list_address(lone.actor)))


# -- Adding and correcting ----------------------------------------------------------------------------


def test_a_new_contact_stands_in_the_list_with_details_hidden(plan, as_alma, actor):
    url = reverse("actors:contact_add", args=["solbakken", actor.pk])
    assert as_alma.get(url).status_code == 200
    page = body(as_alma.post(url, contact_form(phone=PHONE, email=MAIL), follow=True))
    assert "Lone Riis er tilføjet" in page
    assert PHONE not in page
    contact = plan.contacts.get()
    assert (contact.actor, contact.role, contact.phone, contact.consent_state) == (
        actor, "formidler", PHONE, "not_asked",
    )  # fmt: skip
    entry = plan.audit_entries.get()
    assert (entry.verb, entry.fields) == ("create", ["email", "name", "phone", "role"])


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"name": " "}, "Skriv personens navn"),
        ({"role": ""}, "Skriv personens rolle hos aktøren"),
        ({"email": "lone.bakken"}, "Skriv en mail som navn@sted.dk"),
        ({"phone": "ring på døren"}, "Skriv nummeret med tal, fx 20 30 40 50"),
        ({"informed_on": "i går"}, "Skriv en dato"),
        ({"informed_on": (TODAY + timedelta(days=1)).isoformat()}, "Datoen skal være i dag eller før"),
        ({"informed_on": "0001-01-01"}, "Skriv en dato efter år 2000"),
        ({"source": "Mødt 010165-1234"}, CPR_FOUND_MESSAGE),
        ({"version": "9" * 5000}, "Siden er for gammel"),
        ({"version": ""}, "Siden er for gammel"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(plan, as_alma, actor, fields, error):
    url = reverse("actors:contact_add", args=["solbakken", actor.pk])
    response = as_alma.post(url, contact_form(**fields))
    assert response.status_code == 200
    assert error in body(response)
    assert not plan.contacts.exists()


def test_saying_that_it_is_no_cpr_number_saves_and_is_counted(plan, as_alma, actor):
    url = reverse("actors:contact_add", args=["solbakken", actor.pk])
    as_alma.post(url, contact_form(source="Sag 010165-1234", cpr_ok="on"))
    assert plan.contacts.get().source == "Sag 010165-1234"
    assert plan.audit_entries.get(verb="cpr_override").fields == ["source"]


def test_the_edit_form_does_not_hold_what_is_hidden_and_empty_keeps_it(plan, as_alma, lone):
    page = body(as_alma.get(address("contact_edit", lone)))
    assert "Der står et skjult nummer. Skriv kun her, hvis det skal erstattes." in page
    assert PHONE not in page
    assert MAIL not in page
    as_alma.post(address("contact_edit", lone), contact_form(role="leder"))
    lone.refresh_from_db()
    assert (lone.role, lone.phone, lone.email, lone.source) == ("leder", PHONE, MAIL, "")
    assert plan.audit_entries.get().fields == ["role", "source"]


def test_hidden_details_can_be_replaced_and_removed(as_alma, lone):
    as_alma.post(address("contact_edit", lone), contact_form(phone="11 22 33 44"))
    lone.refresh_from_db()
    assert (lone.phone, lone.email) == ("11 22 33 44", MAIL)
    as_alma.post(address("contact_edit", lone), contact_form(forget="on", version="2"))
    lone.refresh_from_db()
    assert (lone.phone, lone.email) == ("", "")


def test_details_that_may_be_seen_are_edited_like_the_rest_and_the_showing_is_logged(plan, as_alma, lone):
    say_yes(lone)
    page = body(as_alma.get(address("contact_edit", lone)))
    assert PHONE in page
    assert "Slet nummer og mail" not in page
    assert plan.audit_entries.get().verb == "contact_shown"
    as_alma.post(address("contact_edit", lone), contact_form(phone="", email=MAIL))
    lone.refresh_from_db()
    assert (lone.phone, lone.email) == ("", MAIL)


def test_a_second_saver_sees_both_texts_and_never_what_is_hidden(plan, as_alma, lone):
    as_alma.post(address("contact_edit", lone), contact_form(role="leder", phone="11 22 33 44"))
    page = body(as_alma.post(address("contact_edit", lone), contact_form(role="vikar", phone="55 66 77 88")))
    assert "En anden har rettet imens" in page
    assert "leder" in page
    assert 'value="vikar"' in page
    assert "11 22 33 44" not in page
    assert "(skjult)" in page
    lone.refresh_from_db()
    assert (lone.role, lone.version) == ("leder", 2)
    assert 'name="version" value="2"' in page
    as_alma.post(address("contact_edit", lone), contact_form(role="vikar", version="2"))
    lone.refresh_from_db()
    assert (lone.role, lone.phone, lone.version) == ("vikar", "11 22 33 44", 3)


def test_a_consent_given_meanwhile_stops_a_form_that_would_empty_the_number(as_alma, lone):
    as_alma.post(address("contact_consent", lone), answer_form())
    page = body(as_alma.post(address("contact_edit", lone), contact_form()))
    assert "En anden har rettet imens" in page
    lone.refresh_from_db()
    assert lone.phone == PHONE


# -- Consent ------------------------------------------------------------------------------------------


def test_the_consent_page_reads_out_the_text_and_offers_the_organisations_own_number(as_alma, lone):
    page = body(as_alma.get(address("contact_consent", lone)))
    assert "Du kan altid trække det tilbage" in page
    assert "70 10 20 30" in page
    assert PHONE not in page


def test_a_yes_on_the_spot_writes_two_steps_and_shows_the_details_at_once(plan, as_alma, alma, lone):
    page = body(as_alma.post(address("contact_consent", lone), answer_form(), follow=True))
    assert "Lone Riis har sagt ja." in page
    assert PHONE in page
    steps = [(event.state, event.scope, event.method, event.text_version, event.by)
             for event in lone.consent_events.all()]  # fmt: skip
    assert steps == [("asked", "", "", "2026-1", alma), ("given", "team,plan", "spoken", "2026-1", alma)]
    lone.refresh_from_db()
    assert lone.consent_until > TODAY + timedelta(days=700)
    verbs = [entry.verb for entry in plan.audit_entries.order_by("id") if entry.verb != "contact_shown"]
    assert verbs == ["consent_asked", "consent_given"]


def test_asked_today_and_answered_no_tomorrow_may_take_the_number_away(as_alma, lone):
    as_alma.post(address("contact_consent", lone), answer_form(answer="asked"))
    page = body(as_alma.get(address("contact_consent", lone)))
    assert "Spurgt, venter på svar" in page
    assert "Ikke endnu" not in page
    page = body(
        as_alma.post(
            address("contact_consent", lone), answer_form(answer="refused", forget="on"), follow=True
        )
    )
    assert "Lone Riis har sagt nej." in page
    lone.refresh_from_db()
    assert (lone.consent_state, lone.phone, lone.email, lone.name) == ("refused", "", "", "Lone Riis")


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"answer": ""}, "Vælg et svar"),
        ({"answer": "withdrawn"}, "Vælg et svar"),
        ({"scope": []}, "Vælg, hvem der må se telefon og mail"),
        ({"scope": ["alle"]}, "Vælg blandt dem, der står på listen"),
        ({"method": ""}, "Vælg, hvordan svaret blev givet"),
        ({"method": "fax"}, "Vælg, hvordan svaret blev givet"),
        ({"on": ""}, "Skriv datoen"),
        ({"on": (TODAY + timedelta(days=1)).isoformat()}, "Datoen skal være i dag eller før"),
        ({"on": "2001-01-01"}, "Svaret er over 24 måneder gammelt"),
        ({"on": "0001-01-01"}, "Skriv en dato efter år 2000"),
    ],
)
def test_an_answer_that_proves_nothing_is_not_written(as_alma, lone, fields, error):
    response = as_alma.post(address("contact_consent", lone), answer_form(**fields))
    assert response.status_code == 200
    assert error in body(response)
    assert not lone.consent_events.exists()
    lone.refresh_from_db()
    assert lone.consent_state == "not_asked"


def test_withdrawing_takes_two_presses_and_hides_the_details_on_the_next_request(as_alma, as_bo, lone):
    as_alma.post(address("contact_consent", lone), answer_form())
    assert PHONE in body(as_bo.get(list_address(lone.actor)))
    assert address("contact_consent", lone) in body(as_alma.get(list_address(lone.actor)))
    assert address("contact_withdraw", lone) in body(as_alma.get(address("contact_consent", lone)))

    page = body(as_alma.post(address("contact_withdraw", lone), {}, follow=True))

    assert "Samtykket er trukket tilbage. Telefon og mail er skjult." in page
    for seen in (page, body(as_bo.get(list_address(lone.actor)))):
        assert PHONE not in seen
        assert MAIL not in seen
    lone.refresh_from_db()
    assert (lone.consent_state, lone.phone) == ("withdrawn", PHONE)
    assert [event.state for event in lone.consent_events.all()] == ["asked", "given", "withdrawn"]


def test_withdrawing_may_take_the_details_away_for_good(plan, as_alma, lone):
    as_alma.post(address("contact_consent", lone), answer_form())
    as_alma.post(address("contact_withdraw", lone), {"forget": "on"})
    lone.refresh_from_db()
    assert (lone.phone, lone.email) == ("", "")
    assert plan.audit_entries.get(verb="change").fields == ["email", "phone"]


def test_withdrawing_twice_says_that_there_is_nothing_to_withdraw(as_alma, lone):
    page = body(as_alma.post(address("contact_withdraw", lone), follow=True))
    assert "Der er intet samtykke at trække tilbage." in page
    assert not lone.consent_events.exists()


def test_a_yes_that_ran_out_is_renewed_and_the_end_is_in_the_history(as_alma, lone):
    say_yes(lone, until=TODAY - timedelta(days=1))
    page = body(as_alma.get(list_address(lone.actor)))
    assert "Udløb" in page
    assert "Bed om et nyt, før du skriver mere." in page
    assert PHONE not in page
    as_alma.post(address("contact_consent", lone), answer_form())
    assert [event.state for event in lone.consent_events.all()] == ["expired", "asked", "given"]
    assert lone.consent_events.first().by is None
    assert PHONE in body(as_alma.get(list_address(lone.actor)))


def test_a_second_yes_on_top_of_one_that_holds_is_refused(as_alma, lone):
    as_alma.post(address("contact_consent", lone), answer_form())
    response = as_alma.post(address("contact_consent", lone), answer_form(scope=["public"]))
    lone.refresh_from_db()
    assert (response.status_code, lone.consent_scope) == (200, "team,plan")


# -- Deleting -----------------------------------------------------------------------------------------


def test_a_deleted_contact_is_gone_everywhere_and_can_come_back(plan, as_alma, lone):
    page = body(as_alma.post(address("contact_delete", lone), follow=True))
    assert "Lone Riis er slettet." in page
    assert "Ingen kontaktpersoner endnu" in page
    assert address("contact_restore", lone) in page
    assert as_alma.get(address("contact_edit", lone)).status_code == 404
    page = body(as_alma.post(address("contact_restore", lone), follow=True))
    assert "formidler" in page
    as_alma.post(address("contact_restore", lone))
    assert [entry.verb for entry in plan.audit_entries.order_by("id")] == ["delete", "restore"]


# -- Who gets in --------------------------------------------------------------------------------------

READ = {"contacts": ("get", "head")}
FORMS = {"contact_add": ("get", "post"), "contact_edit": ("get", "post"), "contact_consent": ("get", "post")}
POSTS = dict.fromkeys(("contact_withdraw", "contact_delete", "contact_restore"), ("post",))
ROUTES = [(name, verb) for table in (READ, FORMS, POSTS) for name, verbs in table.items() for verb in verbs]


def route(name, contact, slug="solbakken"):
    ids = [slug, contact.actor_id, contact.pk]
    return reverse(f"actors:{name}", args=ids[:2] if name in ("contacts", "contact_add") else ids)


@pytest.mark.parametrize(("name", "verb"), ROUTES)
def test_a_stranger_finds_nothing(as_carla, lone, name, verb):
    assert getattr(as_carla, verb)(route(name, lone)).status_code == 404


@pytest.mark.parametrize(("name", "verb"), ROUTES)
def test_contacts_of_another_plan_are_not_found_under_ones_own(as_alma, other, name, verb):
    response = getattr(as_alma, verb)(route(name, other.contact))
    assert response.status_code == 404
    assert "KANARIE" not in body(response)


@pytest.mark.parametrize("name", [*FORMS, *POSTS])
def test_a_contact_is_only_found_at_its_own_actor(plan, as_alma, lone, name):
    if name == "contact_add":
        return
    elsewhere = factories.make_actor(plan)
    url = reverse(f"actors:{name}", args=["solbakken", elsewhere.pk, lone.pk])
    assert as_alma.post(url).status_code == 404


@pytest.mark.parametrize(("name", "verb"), [pair for pair in ROUTES if pair[0] != "contacts"])
def test_readers_and_partners_change_nothing(as_bo, as_partner, lone, name, verb):
    assert getattr(as_bo, verb)(route(name, lone)).status_code == 403
    assert getattr(as_partner, verb)(route(name, lone)).status_code == 403


@pytest.mark.parametrize(
    ("name", "verb"),
    [("contacts", "post"), ("contact_edit", "put"), ("contact_add", "delete"), ("contact_consent", "put"),
     *((name, "get") for name in POSTS)],
)  # fmt: skip
def test_other_verbs_are_refused(as_alma, lone, name, verb):
    assert getattr(as_alma, verb)(route(name, lone)).status_code == 405


def test_a_contact_that_does_not_exist_is_not_found(as_alma, actor):
    url = reverse("actors:contact_edit", args=["solbakken", actor.pk, uuid.uuid4()])
    assert as_alma.get(url).status_code == 404
