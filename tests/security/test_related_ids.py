"""Nobody writes into another plan or points at it: not by address, form, undo button or spreadsheet."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.security.addresses import TOKENS, address, with_query
from tests.security.browsers import rolled_back
from tests.security.crawl import browser_of, home_of, mixed_addresses, other_addresses
from tests.security.forms_seen import watching
from tests.security.posts import fields
from tests.security.routes import ROUTES, WHO
from tests.security.rows import look, look_again, rows_of
from tests.security.urlconf import routes

# A second press, when the file was answered already, is no error; a file of others is just as unknown.
AS_IF_ANSWERED = {
    "mapping:import_run", "mapping:import_cancel", "goals:import_run", "goals:import_cancel",
}  # fmt: skip
# What is sent where no field says whose rows are meant.
ROWS = ("actor", "collaboration", "area", "target_group", "member", "contact", "thing", "invitation")


def posts():
    """(route, line of the table) of each route of a plan that takes a POST from somebody."""
    for name, row in ROUTES.items():
        if routes()[name].in_plan and row.doers():
            yield routes()[name], row


def doing(world):
    """(browser, route, line) of each; the leader's browser, or that of another who may."""
    browsers = {}
    for route, row in posts():
        who = "leader" if "leader" in row.doers() else row.doers()[0]
        yield browsers.setdefault(who, browser_of(world, who)), route, row


def ours(writes):
    """The statements that changed rows of ours; a session is nobody's data."""
    return [sql for sql in writes if "django_session" not in sql]


def told(answer, stranger):
    """The other plan's texts and ids in the page that comes back, or in mail."""
    return (answer.canaries & set(stranger.nest.where)) | (answer.ids & stranger.ids)


# -- Addresses ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", WHO)
def test_a_post_to_another_plan_or_to_its_rows_is_refused_and_writes_nothing(world, who):
    browser, side = browser_of(world, who), home_of(world, who)
    stranger, wrong, tried = world.other(side), [], 0
    for route, row in posts():
        # The other plan's leader may do in that plan what the leader may do here.
        word = row.got("leader" if who == "other" else who, "POST")
        refusal = "302" if route.name in AS_IF_ANSWERED and word == "302" else {"302": "404"}.get(word, word)
        tries = [(url, "in" if who == "nobody" else "404") for url in other_addresses(route, stranger)]
        tries += [(url, refusal) for url in mixed_addresses(route, side, stranger, who)]
        for url, expected in tries:
            answer = browser.ask("POST", url, fields(route.name, side))
            # To delete what is not there is a statement, too, and changes nothing.
            writes = [] if route.name in AS_IF_ANSWERED else ours(answer.writes)
            tried += 1
            # Whether the row or the right is looked for first is the page's business.
            if answer.word not in (expected, "404") or writes or told(answer, stranger):
                wrong.append(f"{route.name}: {answer.asked} → {answer.word}, not {expected}; {writes}")
    assert wrong == []
    assert tried > 60


@pytest.mark.parametrize("name", sorted(AS_IF_ANSWERED))
def test_a_file_of_another_plan_or_colleague_stays_where_it_is(world, name):
    before = look()
    for owner in (world.vest.own["draft", "leader"], world.oest.own["draft", "staff"]):
        with rolled_back():
            browser_of(world, "leader").ask_and_keep("POST", reverse(name, args=["oest", owner.pk]))
            assert look() == before


def test_a_colleagues_file_is_nobody_elses(world):
    url = reverse("mapping:import_preview", args=["oest", world.oest.own["draft", "staff"].pk])
    assert browser_of(world, "leader").ask("GET", url).status == 404
    assert browser_of(world, "staff").ask("GET", url).status == 200


@pytest.mark.parametrize("name", sorted(TOKENS))
def test_an_undo_button_undoes_its_own_actor_alone(world, name):
    browser, route = browser_of(world, "leader"), routes()[name]
    own = address(route, "actor", world.oest)
    for stranger, actor in ((world.vest, "actor"), (world.oest, "third")):
        token = address(route, "actor", stranger).partition("?")[2]
        place = reverse(name, args=["oest", world.oest.rows[actor].pk])
        assert browser.ask("POST", f"{place}?{token}").status == 404
    assert browser.ask("POST", own).status == 302


def test_an_undo_button_of_another_plans_words_does_nothing(world):
    route = routes()["accounts:term_restore"]
    theirs, own = address(route, "-", world.vest), address(route, "-", world.oest)
    browser = browser_of(world, "leader")
    assert browser.ask("POST", theirs.replace("/vest/", "/oest/")).status == 404
    assert browser.ask("POST", own.replace("omraader", "maalgrupper")).status == 404
    assert browser.ask("POST", own).status == 302


# -- Forms ----------------------------------------------------------------------------------------------


def seen_at(browser, route, row, side):
    """The forms and parameters of a POST that is let through."""
    with watching() as seen:
        answer = browser.ask("POST", address(route, row.of, side), fields(route.name, side))
    assert answer.word == "302", answer
    return seen


def strange_values(field, side, stranger):
    """What to send instead: ids of the other plan, alone and among one's own."""
    if not isinstance(field, forms.ModelChoiceField):
        fixed = (stranger.plan.pk, stranger.rows["collaboration"].submission)
        return [str(one) for one in (*fixed, *(stranger.rows[word].pk for word in ROWS))]
    ids, own = (two_rows(field.queryset.model, one) for one in (stranger, side))
    mixed = [[*own, one] for one in ids] if isinstance(field, forms.ModelMultipleChoiceField) else []
    return [*ids, *mixed]


def reached(stranger, before, answer) -> bool:
    """Whether what was asked changed a row of the other plan."""
    was, stands = look_again(before, answer.writes)
    return rows_of(stranger, was) != rows_of(stranger, stands)


def two_rows(model, side):
    """The ids of two rows of the plan."""
    return [str(pk) for pk in model.objects.filter(plan=side.plan).values_list("pk", flat=True)[:2]]


def test_every_relation_in_every_form_refuses_the_other_plans_rows(world):
    side, stranger = world.oest, world.vest
    before, found, wrong = look(), set(), []
    for browser, route, row in doing(world):
        seen, url = seen_at(browser, route, row, side), address(route, row.of, side)
        for name, field in seen.relations.items():
            found.add(name)
            for value in strange_values(field, side, stranger):
                with rolled_back():
                    data = {**fields(route.name, side), name: value}
                    answer = browser.ask_and_keep("POST", url, data)
                    if reached(stranger, before, answer):
                        wrong.append(f"{route.name}: {name}={value} reached the other plan")
                    if told(answer, stranger):
                        wrong.append(f"{route.name}: {name}={value} tells {told(answer, stranger)}")
                    # An id of no row, like that of a form, may be any.
                    if isinstance(field, forms.ModelChoiceField) and answer.word == "302":
                        wrong.append(f"{route.name}: {name}={value} was let through")
    assert wrong == []
    assert found == RELATIONS


# Every field of every form that takes an id; a new one appears here by itself.
RELATIONS = {
    "areas", "target_groups", "wanted_target_groups", "q_reaches", "q_wants_to_reach", "present",
    "held_by", "housed_in", "actors", "coordinator", "submission", "first", "responsible",
    "actor", "person", "contact", "target_group", "collaboration", "seat", "area", "facilities", "facility",
    "member", "among", "shown", "parent", "theme", "stand_in", "booking", "to", "meeting", "moede", "punkt",
    "needed",
    "time",
    "item",
    "forum",
    "activity",
    "focus_area", "relation",
    "initiative", "stays",
    "owner", "omraade", "under",
    # What a phone calls the thing it does.
    "id",
    # The lines of a paper game: one that is written, and those that are free.
    *(f"a{line}-who" for line in range(7)),
    *(f"g{line}-{part}" for line in range(6) for part in ("giver", "receiver")),
}  # fmt: skip


def test_no_parameter_without_a_form_reaches_the_other_plan(world):
    """Those read straight from the address or the post, each with ids of the other plan."""
    side, stranger = world.oest, world.vest
    before, found = look(), set()
    for browser, route, row in doing(world):
        seen, url = seen_at(browser, route, row, side), address(route, row.of, side)
        found |= seen.raw - {"token"}
        for name in seen.raw - {"token"}:
            ids = strange_values(None, side, stranger)
            for values in (ids, ids[::-1]):  # who reads one reads the last
                with rolled_back():
                    data = {**fields(route.name, side), name: values}
                    answer = browser.ask_and_keep("POST", with_query(url, **{name: values}), data)
                    assert not reached(stranger, before, answer), (route.name, name)
                    assert not told(answer, stranger), (route.name, name)
    assert found == PARAMETERS_WITHOUT_FORM


# »Søg« in a form without script, the box about CPR numbers, the way back, the actor a page is opened with,
# the one field of a promise, a button of the game, by how much an activity was moved,
# the side of a talk, and the waiting list.
# Undo tokens have tests above.
PARAMETERS_WITHOUT_FORM = {
    "find", "cpr_ok", "next", "aktoer", "felt", "press", "side", "version", "wait", "by",
}  # fmt: skip


# -- Spreadsheets ---------------------------------------------------------------------------------------


def test_a_spreadsheet_that_names_the_other_plans_things_makes_ones_own(world):
    stranger, browser = world.vest, browser_of(world, "leader")
    theirs, before = rows_of(stranger, look()), world.oest.plan.actors.count()
    actor, area, group = (stranger.rows[word].name for word in ("actor", "area", "target_group"))
    who = stranger.users["staff"].name
    sheet = f"Navn;Type;Område;Målgruppe;Hvem har relationen\n{actor};Kommune;{area};{group};{who}\n"
    browser.ask_and_keep(
        "POST", reverse("mapping:import", args=["oest"]),
        {"file": SimpleUploadedFile("liste.csv", sheet.encode())},
    )  # fmt: skip
    draft = world.oest.plan.importdrafts.get(by=world.oest.users["leader"])
    answer = browser.ask_and_keep("POST", reverse("mapping:import_run", args=["oest", draft.pk]))
    assert answer.word == "302"
    assert world.oest.plan.actors.count() == before + 1
    made = world.oest.plan.actors.get(name=actor)
    assert [one.plan_id for one in (*made.areas.all(), *made.target_groups.all())] == [world.oest.plan.pk] * 2
    assert made.held_by is None
    assert rows_of(stranger, look()) == theirs
