"""What stands on the open page, row by row: what was chosen, its open columns, nothing else."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from exchange.models import PublicPage
from tests.security.addresses import address
from tests.security.canaries import found_in
from tests.security.crawl import browser_of
from tests.security.routes import ROUTES
from tests.security.urlconf import routes

ACTOR_COLUMNS = ("name", "short_name", "core_task", "address", "website", "phone", "email")
ROOMS = ("open:", "open_notice:", "open_event:", "open_calendar:")
EVENTS = ("open_event:list",)
CALENDAR = ("open_calendar:week", "open_calendar:screen")
NOTICES = ("open_notice:list", "open_notice:notice", "open_notice:picture", "open_notice:screen")
HSDS_ROWS = ("open:organisations", "open:organisation", "open:services", "open:service")


def open_routes():
    """All that a leader opens: the page, its files and data, what happens, and the screen in a hall."""
    return [name for name in ROUTES if name.startswith(ROOMS)]


def chosen(side) -> frozenset[str]:
    """The canaries that may be read: of the actor, what it offers and does, and who said yes to all."""
    actor, listing, notice = side.rows["actor"], side.rows["listing"], side.rows["notice"]
    person = side.contacts["yes_to_all"]
    texts = [side.plan.name, PublicPage.objects.get(plan=side.plan).intro, listing.title, listing.text]
    texts += [getattr(actor, column) for column in ACTOR_COLUMNS]
    texts += [notice.title, notice.text, notice.when_text, notice.place]
    event = side.rows["event"]
    texts += [event.title, event.text, event.place]
    activity = side.rows["activity"]
    texts += [activity.title, activity.text, activity.place]
    texts += [person.name, person.role, person.phone, person.email]
    words = [*actor.areas.all(), *actor.target_groups.all(), listing.area, notice.area, notice.target_group]
    pictures = [type(row).objects.get(pk=row.pk).picture for row in (listing, notice)]
    texts += [one.name for one in words] + [bytes(one.data).decode() for one in pictures if one]
    return found_in(" ".join(texts))


def read(world, name, who="nobody", side=None, **query):
    return browser_of(world, who).ask(
        "GET", address(routes()[name], ROUTES[name].of, side or world.oest), query
    )


@pytest.mark.parametrize("who", ["nobody", "other", "leader", "staff"])
def test_nothing_withheld_is_on_the_open_page_whoever_reads(world, who):
    allowed, seen = chosen(world.oest), set()
    for name in open_routes():
        answer = read(world, name, who)
        assert answer.status == 200, name
        assert answer.canaries <= allowed, (name, [world.where[one] for one in answer.canaries - allowed])
        seen |= answer.canaries
    assert seen == allowed


@pytest.mark.parametrize("paper", ["reports:notice_poster", "reports:notice_flyers", "reports:event_poster"])
def test_paper_that_hangs_in_the_street_says_no_more_than_the_open_page(world, paper):
    answer = read(world, paper, "staff")
    assert answer.status == 200
    assert answer.canaries
    assert answer.canaries <= chosen(world.oest), [world.where[one] for one in answer.canaries]


@pytest.mark.parametrize(
    ("part", "gone"),
    [
        ("is_on", open_routes()),
        (
            "shows_directory",
            ["open:directory", "open:directory_file", *HSDS_ROWS],
        ),
        ("shows_listings", ["open:board", "open:board_file", "open:listing_picture"]),
        ("shows_notices", ["open:services", "open:service", *NOTICES, *EVENTS, *CALENDAR]),
        ("gives_hsds", ["open:hsds", *HSDS_ROWS]),
    ],
)
def test_what_the_leader_closes_is_as_if_it_were_not_there(world, part, gone):
    PublicPage.objects.filter(plan=world.oest.plan).update(**{part: False})
    answered = {name: read(world, name).status for name in open_routes()}
    assert {name for name, status in answered.items() if status == 404} == set(gone)
    assert set(answered.values()) <= {200, 404}


def test_a_plan_whose_leader_never_opened_it_is_not_there(world):
    PublicPage.objects.all().delete()
    assert {read(world, name).status for name in open_routes()} == {404}


@pytest.mark.parametrize("change", [{"is_public": False}, {"archived_at": "2026-01-01T00:00Z"}])
def test_an_actor_that_is_taken_off_is_gone_with_its_people(world, change):
    actor = world.oest.rows["actor"]
    type(actor).objects.filter(pk=actor.pk).update(**change)
    person = found_in(world.oest.contacts["yes_to_all"].email)
    answers = [read(world, name) for name in open_routes() if "organisation" in name or "directory" in name]
    assert len(answers) == 4
    assert all(not answer.canaries & person for answer in answers)
    assert {read(world, name).status for name in ("open:organisation", "open:service")} == {404}


def test_the_numbers_of_another_plan_do_not_show_in_hsds(world):
    asked = reverse("open:organisations", args=[world.oest.plan.slug])
    page = json.loads(Client().get(asked).content)
    assert (page["total_items"], page["size"], page["last_page"]) == (1, 1, True)
    assert [one["id"] for one in page["contents"]] == [str(world.oest.rows["actor"].pk)]
