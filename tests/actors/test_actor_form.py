"""Logging and correcting an actor."""

import uuid
from datetime import date

import pytest

from actors.guard import CPR_FOUND_MESSAGE
from tests import factories

NEW = "/solbakken/aktoerer/ny/"
LEAST = {"name": "Cykelværkstedet Kæden", "kind": "business", "status": "spotted"}
CPR = "Ring til 010165-1234"


def edit_url(actor) -> str:
    return f"/solbakken/aktoerer/{actor.pk}/ret/"


def stored(actor) -> dict:
    """The form's fields as they stand, with the version the user saw."""
    return {"name": actor.name, "kind": actor.kind, "status": actor.status, "version": actor.version}


@pytest.fixture
def library(plan):
    return factories.make_actor(plan, "Biblioteket", phone="70 10 10 10")


# -- Logging ---------------------------------------------------------------------------------------


def test_name_kind_and_status_are_enough(as_alma, plan):
    response = as_alma.post(NEW, LEAST, follow=True)

    actor = plan.actors.get()
    assert response.redirect_chain == [(f"/solbakken/aktoerer/{actor.pk}/", 302)]
    assert "Cykelværkstedet Kæden er oprettet." in response.content.decode()
    assert (actor.kind, actor.confirmed_on) == ("business", date.today())
    assert plan.audit_entries.get().verb == "create"


def test_everything_the_form_asks_is_kept(as_alma, plan):
    area, group, holder = plan.areas.get(), plan.targetgroups.get(), plan.memberships.get()
    centre = factories.make_actor(plan, "Kvarterhuset", centre_type="association")

    as_alma.post(NEW, LEAST | {
        "short_name": "Kæden", "core_task": "Reparerer cykler", "base": "inside", "address": "Østhøj 3",
        "areas": [area.pk], "target_groups": [group.pk], "competences": "Svejsning\r\n\r\nMesterlære ",
        "strengths": "Arabisk", "specialised_in": "Cykler", "daily_presence": "on",
        "close_to_residents": "on",
        "website": "kaeden.example/om", "phone": "70 20 20 20", "email": "hej@kaeden.example",
        "held_by": holder.pk, "housed_in": centre.pk, "centre_type": "health",
    })  # fmt: skip

    actor = plan.actors.get(name="Cykelværkstedet Kæden")
    assert (actor.short_name, actor.base, actor.address) == ("Kæden", "inside", "Østhøj 3")
    assert (list(actor.areas.all()), list(actor.target_groups.all())) == ([area], [group])
    assert sorted((one.kind, one.text) for one in actor.competences.all()) == [
        ("professional", "Mesterlære"), ("professional", "Svejsning"), ("strength", "Arabisk"),
    ]  # fmt: skip
    assert (actor.website, actor.phone) == ("https://kaeden.example/om", "70 20 20 20")
    assert (actor.held_by, actor.housed_in, actor.centre_type) == (holder, centre, "health")
    assert actor.daily_presence
    assert actor.close_to_residents


def test_the_same_form_sent_twice_makes_one_actor(as_alma, plan):
    twice = LEAST | {"submission": str(uuid.uuid4())}

    first, second = as_alma.post(NEW, twice), as_alma.post(NEW, twice)

    assert first.url == second.url == f"/solbakken/aktoerer/{plan.actors.get().pk}/"
    assert plan.audit_entries.count() == 1


def test_a_submission_cannot_point_at_another_plans_actor(as_alma, plan, other):
    as_alma.post(NEW, LEAST | {"submission": str(other.actor.pk)})

    assert plan.actors.get().pk != other.actor.pk
    other.actor.refresh_from_db()
    assert other.actor.name == "KANARIE aktør"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"name": " "}, "Skriv aktørens navn"),
        ({"kind": ""}, "Vælg en aktørtype"),
        ({"name": "a" * 121}, "Skriv højst 120 tegn"),
        ({"short_name": "a" * 25}, "Skriv højst 24 tegn"),
        ({"website": "javascript:alert(1)"}, "Skriv en adresse som https://navn.dk"),
        ({"website": "https://bank.dk@evil.example"}, "Skriv en adresse som https://navn.dk"),
        ({"website": "ftp://navn.dk"}, "Skriv en adresse som https://navn.dk"),
        ({"email": "lone.bakken"}, "Skriv en mail som navn@sted.dk"),
        ({"competences": "a" * 201}, "Linje 1 er for lang. Skriv højst 200 tegn"),
        ({"core_task": CPR}, CPR_FOUND_MESSAGE),
        ({"strengths": CPR}, CPR_FOUND_MESSAGE),
    ],
)
def test_what_is_wrong_is_said_at_the_top_and_at_the_field(as_alma, plan, data, message):
    page = as_alma.post(NEW, LEAST | data).content.decode()

    assert "Ret én ting, så kan du gemme" in page
    assert page.count(message) == 2
    assert plan.actors.count() == 0


def test_the_group_with_the_error_is_open(as_alma):
    page = as_alma.post(NEW, LEAST | {"email": "lone.bakken"}).content.decode()

    assert page.count('<details class="panel group" open>') == 1


def test_what_the_user_says_is_no_cpr_number_is_saved_and_counted_by_field_name(as_alma, plan):
    as_alma.post(NEW, LEAST | {"core_task": CPR, "cpr_ok": "on"})

    assert plan.actors.get().core_task == CPR
    assert [(entry.verb, entry.fields) for entry in plan.audit_entries.order_by("id")][1:] == [
        ("cpr_override", ["core_task"])
    ]


@pytest.mark.parametrize("name", ["Biblioteket", "BIBLIOTEKET", " biblioteket  "])
def test_a_name_that_is_taken_leads_to_the_one_who_has_it(as_alma, plan, library, name):
    page = as_alma.post(NEW, LEAST | {"name": name}).content.decode()

    assert "Biblioteket findes allerede" in page
    assert f'<a href="/solbakken/aktoerer/{library.pk}/">Se Biblioteket</a>' in page
    assert plan.actors.count() == 1


def test_a_name_spelt_with_aa_is_taken_too_and_the_archive_is_named(as_alma, plan):
    factories.make_actor(plan, "Ågården", archived_at="2026-01-01T00:00Z")

    page = as_alma.post(NEW, LEAST | {"name": "Aagaarden"}).content.decode()

    assert "Ågården findes allerede i arkivet" in page


def test_the_same_name_in_another_plan_is_no_hindrance(as_alma, plan, other):
    as_alma.post(NEW, LEAST | {"name": "KANARIE aktør"})

    assert plan.actors.get().name == "KANARIE aktør"


def test_things_of_another_plan_cannot_be_chosen(as_alma, plan, other):
    centre = factories.make_actor(other.plan, "KANARIE hus", centre_type="health")
    for field, value in (
        ("areas", other.area.pk), ("target_groups", other.target_group.pk), ("held_by", other.membership.pk),
        ("housed_in", centre.pk),
    ):  # fmt: skip
        page = as_alma.post(NEW, LEAST | {field: value}).content.decode()
        assert "Ret én ting, så kan du gemme" in page
        assert "KANARIE" not in page
    assert plan.actors.count() == 0


def test_only_the_team_can_hold_a_relation(as_alma, as_partner, as_leader):
    page = as_alma.get(NEW).content.decode()

    assert "Lis Leder" in page
    assert "Pia Partner" not in page


# -- Correcting ------------------------------------------------------------------------------------


def test_the_form_shows_what_is_stored_and_saves_what_changes(as_alma, plan, library):
    assert 'value="70 10 10 10"' in as_alma.get(edit_url(library)).content.decode()

    response = as_alma.post(
        edit_url(library), stored(library) | {"phone": "70 30 30 30", "competences": "Læsning"}
    )

    library.refresh_from_db()
    assert response.url == f"/solbakken/aktoerer/{library.pk}/"
    assert (library.phone, library.version) == ("70 30 30 30", 2)
    entry = plan.audit_entries.get()
    assert (entry.verb, entry.fields) == ("change", ["competences", "phone"])


def test_saving_without_a_change_writes_nothing(as_alma, plan, library):
    response = as_alma.post(edit_url(library), stored(library) | {"phone": "70 10 10 10"})

    library.refresh_from_db()
    assert response.status_code == 302
    assert library.version == 1
    assert plan.audit_entries.count() == 0


def test_competences_that_stay_keep_their_row_and_others_go(as_alma, plan, library):
    kept = library.competences.create(plan=plan, kind="professional", text="Læsning")
    library.competences.create(plan=plan, kind="professional", text="Gammelt")
    library.competences.create(plan=plan, kind="strength", text="Arabisk")

    as_alma.post(edit_url(library), stored(library) | {"competences": "Læsning\nNyt", "strengths": "Arabisk"})

    texts = {one.text: one.pk for one in library.competences.all()}
    assert texts.keys() == {"Læsning", "Nyt", "Arabisk"}
    assert texts["Læsning"] == kept.pk


def test_a_colleagues_save_is_not_overwritten_but_shown_beside_mine(as_alma, library):
    seen = stored(library)
    as_alma.post(edit_url(library), seen | {"phone": "70 10 10 10", "address": "Torvet 1"})

    page = as_alma.post(edit_url(library), seen | {"phone": "70 40 40 40", "address": ""}).content.decode()

    library.refresh_from_db()
    assert (library.phone, library.address) == ("70 10 10 10", "Torvet 1")
    assert "En kollega har rettet aktøren imens" in page
    assert "Nu står der: <b>70 10 10 10</b><br>Du skrev: <b>70 40 40 40</b>" in page
    assert "Nu står der: <b>Torvet 1</b><br>Du skrev: <b>ingenting</b>" in page
    assert "Gem mit oven i" in page
    assert "Behold det, der står" in page


def test_two_who_wrote_the_same_agree(as_alma, library):
    mine = stored(library) | {"phone": "70 55 55 55"}
    as_alma.post(edit_url(library), mine)

    assert as_alma.post(edit_url(library), mine).status_code == 302

    library.refresh_from_db()
    assert (library.phone, library.version) == ("70 55 55 55", 2)


def test_after_seeing_both_mine_can_be_saved_on_top(as_alma, library):
    seen = stored(library)
    as_alma.post(edit_url(library), seen | {"phone": "70 10 10 10", "address": "Torvet 1"})
    page = as_alma.post(edit_url(library), seen | {"phone": "70 40 40 40"}).content.decode()
    assert '<input type="hidden" name="version" value="2"' in page

    as_alma.post(edit_url(library), seen | {"phone": "70 40 40 40", "version": 2})

    library.refresh_from_db()
    assert (library.phone, library.address, library.version) == ("70 40 40 40", "", 3)


def test_conflicting_choices_are_shown_in_words(as_alma, plan, library):
    library.held_by = plan.memberships.get()
    library.version = 2
    library.save()
    library.areas.add(plan.areas.get())

    mine = stored(library) | {"kind": "other", "phone": "70 10 10 10", "version": 1, "daily_presence": "on"}
    page = as_alma.post(edit_url(library), mine).content.decode()

    for theirs, mine in (
        ("Kommunal institution", "Anden aktør"), ("Alma Bøgh", "ingenting"), ("Østhøj", "ingenting"),
        ("nej", "ja"),
    ):  # fmt: skip
        assert f"Nu står der: <b>{theirs}</b><br>Du skrev: <b>{mine}</b>" in page


def test_an_accepted_text_is_not_asked_about_again(as_alma, plan):
    actor = factories.make_actor(plan, "Klubben", core_task=CPR)

    response = as_alma.post(edit_url(actor), stored(actor) | {"core_task": CPR, "phone": "70 10 10 10"})

    assert response.status_code == 302


# -- Who may -----------------------------------------------------------------------------------------


def test_strangers_readers_and_wrong_methods(as_carla, as_bo, as_partner, as_alma, library):
    for url in (NEW, edit_url(library)):
        assert as_carla.get(url).status_code == 404
        assert as_bo.get(url).status_code == 403
        assert as_partner.post(url, LEAST).status_code == 403
        assert as_alma.put(url).status_code == 405


def test_another_plans_actor_is_not_found_under_ones_own_plan(as_alma, other):
    assert as_alma.get(edit_url(other.actor)).status_code == 404
    assert as_alma.post(edit_url(other.actor), LEAST).status_code == 404


@pytest.mark.parametrize(
    "data",
    [
        {"version": "9" * 30}, {"version": "x"}, {"name": "a\x00b"}, {"areas": ["nope", "1"]},
        {"held_by": "x\x00"},
        {"housed_in": "1"}, {"submission": "x"}, {"competences": "\x00"}, {"kind": ["x", "y"]}, {"website": "http://["},
    ],
)  # fmt: skip
def test_nonsense_in_the_form_is_never_a_server_error(as_alma, library, data):
    assert as_alma.post(edit_url(library), stored(library) | data).status_code in (200, 302)
    assert as_alma.post(NEW, LEAST | data).status_code in (200, 302)
