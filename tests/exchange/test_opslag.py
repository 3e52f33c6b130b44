"""Notices as the team and everybody see them: up, changed, taken down, over; and whom to ask."""

import re
from datetime import date, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from exchange.models import Notice, Picture, PublicPage
from exchange.views.open_notices import turn
from tests import factories
from tests.cast import client_of
from tests.pictures import picture_file
from tests.valuegame.pages import text_of

TODAY = "2026-11-30 09:00 +01:00"


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def lone(rosen):
    """Lone, who has said yes to everybody until spring."""
    return factories.make_contact(
        rosen, "Lone Riis", phone="20 30 40 50", consent_state="given", consent_scope="public",
        consent_until=date(2027, 3, 1),
    )  # fmt: skip


@pytest.fixture
def opened(plan):
    """The plan's open page, switched on."""
    return PublicPage.objects.create(plan=plan, is_on=True)


@pytest.fixture
def stranger():
    """A browser without login."""
    return Client()


def address(plan, name, *args):
    return reverse(f"notice:{name}", args=[plan.slug, *args])


def open_address(plan, name, *args):
    return reverse(f"open_notice:{name}", args=[plan.slug, *args])


def form(**more):
    return {
        "title": "Suppe i gården", "when_text": "Hver torsdag kl. 17–20", "last_on": "2026-12-17",
        "layout": "gable", "value": "3",
    } | more  # fmt: skip


# -- In the plan ----------------------------------------------------------------------------------------


def test_an_empty_list_says_what_a_notice_becomes(as_alma, plan):
    assert "Intet hænger endnu" in text_of(as_alma.get(address(plan, "list")))


def test_a_new_notice_stands_until_its_last_day(as_alma, plan, rosen):
    shown = text_of(as_alma.post(address(plan, "create"), form(actor=rosen.pk), follow=True))
    assert "Opslaget står til 17. december." in shown
    assert "Suppe i gården" in text_of(as_alma.get(address(plan, "list")))


def test_who_stands_behind_it_is_picked_or_it_is_joint(as_alma, plan, rosen):
    sent = {"find": "1", "q": "Rosen", "text": "Kom og vær med"}
    page = as_alma.post(address(plan, "create"), sent)
    assert f'name="actor" value="{rosen.pk}"' in page.content.decode()
    assert "Kom og vær med" in text_of(page)
    assert "så kan du gemme" not in text_of(page)
    as_alma.post(address(plan, "create"), form(actor=rosen.pk))
    notice = plan.notices.get()
    shown = as_alma.get(address(plan, "edit", notice.pk)).content.decode()
    assert re.search(rf'value="{rosen.pk}"[^>]* checked', shown)
    as_alma.post(address(plan, "edit", notice.pk), form(actor="", version="1"))
    assert plan.notices.get().actor is None


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"title": ""}, "Skriv en overskrift"),
        ({"title": "x" * 81}, "Skriv højst 80 tegn"),
        ({"text": "x" * 601}, "Skriv højst 600 tegn"),
        ({"when_text": ""}, "Skriv, hvornår det er"),
        ({"last_on": "2026-11-29"}, "Vælg i dag eller en dag, der kommer"),
        ({"first_on": "2026-12-18"}, "Vælg en dag efter den første"),
        ({"value": "6"}, "Vælg en farve fra listen"),
        ({"layout": "hest"}, "Vælg et udseende fra listen"),
        ({"text": "Ring til 010190-1234"}, "Det ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_put_up(as_alma, plan, sent, told):
    assert told in text_of(as_alma.post(address(plan, "create"), form(**sent)))
    assert not plan.notices.exists()


def test_the_same_form_twice_puts_up_one_and_keeps_one_picture(as_alma, plan):
    sent = "00000000-0000-4000-8000-000000000001"
    for _ in range(2):
        as_alma.post(address(plan, "create"), form(submission=sent, image=picture_file()))
    assert plan.notices.count() == Picture.objects.count() == 1


def test_what_is_over_is_gone_from_the_list_and_stands_behind_its_tab(as_alma, plan):
    factories.make_notice(plan, "Julemarked", last_on=date(2026, 11, 29))
    assert "Julemarked" not in text_of(as_alma.get(address(plan, "list")))
    assert "Julemarked" in text_of(as_alma.get(address(plan, "list") + "?vis=slut"))


def test_taken_down_can_be_undone(as_alma, plan):
    notice = factories.make_notice(plan)
    shown = text_of(as_alma.post(address(plan, "withdraw", notice.pk), follow=True))
    assert "»Suppe i gården« er taget ned." in shown
    assert not plan.notices.standing(date(2026, 11, 30)).exists()
    as_alma.post(address(plan, "restore", notice.pk))
    assert plan.notices.standing(date(2026, 11, 30)).get() == notice


def test_two_who_change_a_notice_at_once_see_each_others_words(as_alma, plan):
    notice = factories.make_notice(plan)
    for title in ("Tomatsuppe", "Kartoffelsuppe"):
        shown = text_of(
            as_alma.post(address(plan, "edit", notice.pk), form(title=title, version="1"))
        )  # fmt: skip
    assert "En kollega har rettet opslaget imens" in shown
    assert "<b>Tomatsuppe</b>" in shown
    assert "<b>Kartoffelsuppe</b>" in shown
    assert Notice.objects.get().title == "Tomatsuppe"


def test_another_picture_takes_the_place_of_the_first_and_can_be_taken_away(as_alma, plan):
    as_alma.post(address(plan, "create"), form(image=picture_file()))
    notice = plan.notices.get()
    as_alma.post(address(plan, "edit", notice.pk), form(image=picture_file((20, 20)), version="1"))
    assert Picture.objects.get().width == 20
    as_alma.post(address(plan, "edit", notice.pk), form(no_image="on", version="2"))
    assert not Picture.objects.exists()
    assert as_alma.get(address(plan, "picture", notice.pk)).status_code == 404


def test_a_picture_is_sent_as_what_it_is_and_kept_by_nobody(as_alma, plan):
    as_alma.post(address(plan, "create"), form(image=picture_file()))
    answer = as_alma.get(address(plan, "picture", plan.notices.get().pk))
    assert answer.content.startswith(b"\xff\xd8\xff")
    kept = {name: answer[name] for name in ("Content-Type", "X-Content-Type-Options", "Cache-Control")}
    assert kept == {
        "Content-Type": "image/jpeg", "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }  # fmt: skip


def test_a_reader_sees_and_changes_nothing(plan):
    reader = client_of(factories.make_membership(plan, role="reader").user)
    notice = factories.make_notice(plan)
    assert "Nyt opslag" not in text_of(reader.get(address(plan, "list")))
    assert reader.get(address(plan, "edit", notice.pk)).status_code == 403
    assert reader.post(address(plan, "withdraw", notice.pk)).status_code == 403


def test_the_texts_are_there_to_copy_with_their_length(as_alma, plan):
    page = as_alma.get(address(plan, "notice", factories.make_notice(plan).pk))
    assert f"{page.context['length']} tegn" in text_of(page)
    assert len(page.context["social"]) == page.context["length"]


# -- Whom to ask ----------------------------------------------------------------------------------------


def test_only_those_who_said_yes_to_all_are_offered(as_alma, plan, rosen, lone):
    for name, scope, until in (
        ("Bo Plan", "plan", date(2027, 3, 1)), ("Ib Udløbet", "public", date(2026, 11, 29)),
    ):  # fmt: skip
        factories.make_contact(
            rosen, name, consent_state="given", consent_scope=scope, consent_until=until
        )  # fmt: skip
    factories.make_contact(rosen, "Eva Ikkespurgt")
    page = as_alma.get(address(plan, "create")).content.decode()
    assert "Lone Riis, formidler · Kvindeforeningen Rosen" in page
    assert [name for name in ("Bo Plan", "Ib Udløbet", "Eva Ikkespurgt") if name in page] == []


@pytest.mark.parametrize(
    "change",
    [
        {"consent_state": "withdrawn"}, {"consent_scope": "plan"}, {"consent_until": date(2026, 11, 29)},
        {"deleted_at": datetime(2026, 11, 1, tzinfo=None).astimezone()},
    ],
    ids=["withdrawn", "plan alone", "run out", "deleted"],
)  # fmt: skip
def test_who_no_longer_says_yes_is_named_nowhere(as_alma, stranger, plan, lone, opened, change):
    notice = factories.make_notice(plan, contact=lone, is_public=True)
    pages = [
        (as_alma, address(plan, "notice", notice.pk)),
        (stranger, open_address(plan, "notice", notice.pk)),
        (as_alma, reverse("reports:notice_poster", args=[plan.slug, notice.pk]) + "?vis=1"),
        (as_alma, reverse("reports:notice_flyers", args=[plan.slug, notice.pk]) + "?vis=1"),
    ]
    assert all("20 30 40 50" in client.get(url).content.decode() for client, url in pages)
    type(lone).objects.filter(pk=lone.pk).update(**change)
    for client, url in pages:
        page = client.get(url).content.decode()
        assert "Lone" not in page
        assert "20 30 40 50" not in page
    assert "ikke længere sagt ja" in text_of(as_alma.get(pages[0][1]))


# -- For everybody --------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", [None, {"is_on": False}, {"is_on": True, "shows_notices": False}])
def test_until_the_leader_opens_it_there_is_nothing(stranger, plan, page):
    notice = factories.make_notice(plan, is_public=True)
    if page is not None:
        PublicPage.objects.create(plan=plan, **page)
    urls = [open_address(plan, name) for name in ("list", "screen")]
    urls += [open_address(plan, name, notice.pk) for name in ("notice", "picture")]
    assert [stranger.get(url).status_code for url in urls] == [404] * 4


def test_everybody_sees_what_stands_and_is_public(stranger, plan, rosen, opened):
    shown, long_ago = {"is_public": True}, datetime(2026, 11, 1).astimezone()
    archive = factories.make_actor(plan, "Arkivet", archived_at=long_ago)
    factories.make_notice(plan, "Suppe", actor=rosen, **shown)
    hidden = [
        factories.make_notice(plan, "Internt møde"),
        factories.make_notice(plan, "Sidste år", last_on=date(2026, 11, 29), **shown),
        factories.make_notice(plan, "Taget ned", withdrawn_at=long_ago, **shown),
        factories.make_notice(plan, "Lukket", actor=archive, **shown),
    ]
    for name in ("list", "screen"):
        page = text_of(stranger.get(open_address(plan, name)))
        assert "Suppe" in page
        assert [one.title for one in hidden if one.title in page] == []
    assert {stranger.get(open_address(plan, "notice", one.pk)).status_code for one in hidden} == {404}


def test_a_notice_of_another_plan_is_not_there(stranger, plan, opened):
    other = factories.make_notice(factories.make_plan("Åparken", slug="aaparken"), is_public=True)
    assert stranger.get(open_address(plan, "notice", other.pk)).status_code == 404


def test_a_joint_notice_gathers_those_for_the_same_and_tells_everybody_of_public_ones_alone(
    as_alma, stranger, plan, rosen, opened
):
    young, old = (factories.make_target_group(plan, name) for name in ("Unge", "Ældre"))
    joint = factories.make_notice(plan, "Alt for unge", target_group=young, is_public=True)
    for title, group, public in (("Kor", young, True), ("Klub", young, False), ("Kaffe", old, True)):
        factories.make_notice(plan, title, actor=rosen, target_group=group, is_public=public)
    inside = text_of(as_alma.get(address(plan, "notice", joint.pk)))
    outside = text_of(stranger.get(open_address(plan, "notice", joint.pk)))
    assert [title in inside for title in ("Kor", "Klub", "Kaffe")] == [True, True, False]
    assert [title in outside for title in ("Kor", "Klub", "Kaffe")] == [True, False, False]


def test_an_open_picture_is_kept_by_nobody_since_it_may_be_taken_away(as_alma, stranger, plan, opened):
    as_alma.post(address(plan, "create"), form(image=picture_file(), is_public="on"))
    answer = stranger.get(open_address(plan, "picture", plan.notices.get().pk))
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/jpeg", "private, no-store")


def test_the_screen_fetches_itself_and_turns_its_page_each_minute(stranger, plan, opened):
    for number in range(8):
        factories.make_notice(plan, f"Ting {number}", is_public=True, last_on=date(2026, 12, 1 + number))
    seen = []
    for minute in (0, 1):
        with time_machine.travel(f"2026-11-30 09:0{minute} +01:00", tick=False):
            page = stranger.get(open_address(plan, "screen")).content.decode()
        seen.append([number for number in range(8) if f"Ting {number}" in page])
    assert seen == [[0, 1, 2, 3, 4, 5], [6, 7]]
    assert '<meta http-equiv="refresh" content="60">' in page


@pytest.mark.parametrize(("amount", "minute", "found"), [(0, 7, (0, 1)), (6, 7, (0, 1)), (13, 7, (1, 3))])
def test_which_page_it_shows_hangs_on_the_minute(amount, minute, found):
    assert turn(amount, datetime(2026, 11, 30, 9, minute)) == found


@pytest.mark.parametrize("name", ["list", "screen"])
def test_it_takes_the_same_few_queries_however_many_there_are(
    stranger, plan, rosen, opened, django_assert_num_queries, name
):
    for rows in (1, 2, 20):
        for number in range(rows):
            factories.make_notice(plan, f"Ting {rows}.{number}", actor=rosen, is_public=True)
        with django_assert_num_queries(2):
            stranger.get(open_address(plan, name))
