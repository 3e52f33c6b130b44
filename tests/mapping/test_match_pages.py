"""The pages of possible matches: cards, answers, the way back, and how it went."""

import re
import uuid
from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import AuditEntry
from actors.models import Need, Resource
from mapping.models import Answer, MatchAnswer
from tests import factories

SENTENCE = (
    "Kvindeforeningen Rosen mangler lokale torsdag aften. Apoteket Lærken har et mødelokale, der står tomt"
    " efter kl. 18. Biblioteket kender begge."
)
PART = {"HX-Request": "true", "HX-Target": "match-list"}
TODAY = timezone.localdate
HUGE = "å" * 100_000


def url(plan, name, *args):
    return reverse(f"mapping:{name}", args=[plan.slug, *args])


def text(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def town(plan):
    """The association lacks a room, the pharmacy has one, the library works with both."""
    area = plan.areas.get()
    plan.rosen = factories.make_actor(plan, "Kvindeforeningen Rosen", kind="resident")
    plan.pharmacy = factories.make_actor(plan, "Apoteket Lærken", kind="business", areas=[area])
    plan.library = factories.make_actor(plan, "Biblioteket")
    Need.objects.create(plan=plan, actor=plan.rosen, kind="room", text="Lokale torsdag aften")
    room = "Mødelokale, der står tomt efter kl. 18"
    Resource.objects.create(plan=plan, actor=plan.pharmacy, kind="room", text=room)
    factories.make_collaboration(plan, plan.library, plan.rosen)
    factories.make_collaboration(plan, plan.library, plan.pharmacy)
    return plan


def pair(town):
    """The two, the lower id first, as a card links to them."""
    return sorted((town.rosen.pk, town.pharmacy.pk))


def cards(client, town, query=""):
    """The names on the cards, "A og B"."""
    html = client.get(url(town, "matches") + query).content.decode()
    return re.findall(r'<article class="match" aria-label="([^"]+)"', html)


ROSEN_AND_PHARMACY = ["Kvindeforeningen Rosen og Apoteket Lærken"]


def answer(client, town, how, **fields):
    return client.post(url(town, f"match_{how}", *pair(town)), fields, follow=True)


def meet(client, town, **fields):
    due = TODAY() + timedelta(days=7)
    staff = town.memberships.filter(role="staff").first()
    sent = {"first": town.rosen.pk, "responsible": staff.pk, "due": due, "submission": uuid.uuid4(), **fields}
    return answer(client, town, "meet", **sent)


# -- The list -----------------------------------------------------------------------------------------


def test_a_long_name_gives_way_to_the_short_one(as_alma, town):
    town.rosen.name = "Kvindeforeningen Rosen af 1987 for hele kvarteret og omegn"
    town.rosen.short_name = "Rosen"
    town.rosen.save()
    assert cards(as_alma, town) == ["Rosen og Apoteket Lærken"]


def test_a_card_says_who_and_why(as_alma, town):
    response = as_alma.get(url(town, "matches"))
    said = text(response)
    assert cards(as_alma, town) == ROSEN_AND_PHARMACY
    assert SENTENCE in said
    assert "1 par kan måske få noget ud af hinanden." in said
    assert "Mangler lokale torsdag aften" in said
    assert "Adgang til flere ressourcer" in said


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("?q=lærken", 1),
        ("?q=bib", 0),
        ("?area=Østhøj", 1),
        ("?area=Andetsteds", 1),
        ("?value=5", 1),
        ("?value=1", 0),
        ("?value=77&page=x", 1),
        ("?page=999", 1),
        ("?q=%00", 1),
    ],
)
def test_filters(as_alma, town, query, number):
    assert len(cards(as_alma, town, query)) == number


def test_nothing_that_passes_and_nothing_at_all(as_alma, town):
    assert "Ingen match passer" in text(as_alma.get(url(town, "matches") + "?q=findesikke"))
    town.actors.exclude(pk=town.library.pk).update(archived_at=timezone.now())
    said = text(as_alma.get(url(town, "matches")))
    assert "Ingen match lige nu" in said
    assert "De kommer, når flere aktører har værdier og ressourcer." in said


def test_htmx_gets_the_part_and_others_the_page(as_alma, town):
    part = as_alma.get(url(town, "matches"), headers=PART).content
    assert part.lstrip().startswith(b'<div id="match-list"')
    assert b"<html" in as_alma.get(url(town, "matches")).content


def test_a_line_or_the_archive_ends_it(as_alma, town):
    collaboration = factories.make_collaboration(town, town.rosen, town.pharmacy)
    assert cards(as_alma, town) == []
    collaboration.delete()
    town.pharmacy.archived_at = timezone.now()
    town.pharmacy.save()
    assert cards(as_alma, town) == []


def test_the_tired_are_marked(as_alma, town):
    for number in range(3):
        who = factories.make_user(f"Kollega {number}")
        factories.make_contact_note(town.pharmacy, on=TODAY(), by=who)
    assert "Apoteket Lærken bærer for meget" in text(as_alma.get(url(town, "matches")))


def test_who_gathers_too_much_is_tired_too(as_alma, town):
    for _ in range(4):
        factories.make_collaboration(town, town.rosen, town.library, coordinator=town.rosen)
    assert "Kvindeforeningen Rosen bærer for meget" in text(as_alma.get(url(town, "matches")))


def test_names_are_text_and_nothing_else(as_alma, town):
    town.rosen.name = "<script>alert(1)</script>"
    town.rosen.save()
    assert b"<script>alert" not in as_alma.get(url(town, "matches")).content


def test_the_part_of_one_actor(as_alma, town):
    headers = {"HX-Request": "true", "HX-Target": "actor-matches"}
    part = as_alma.get(url(town, "matches_of", town.rosen.pk), headers=headers)
    assert part.content.lstrip().startswith(b"<section")
    assert SENTENCE in text(part)
    assert "Ingen match lige nu" in text(as_alma.get(url(town, "matches_of", town.library.pk)))


def test_the_talk_gets_one_line_without_anything_to_answer(as_alma, town):
    headers = {"HX-Request": "true", "HX-Target": "talk-matches"}
    part = as_alma.get(url(town, "matches_of", town.rosen.pk), headers=headers)
    assert text(part).count("Muligt match:") == 1
    assert SENTENCE in text(part)
    assert "Nej" not in text(part)
    assert text(as_alma.get(url(town, "matches_of", town.library.pk), headers=headers)).strip() == ""


def test_the_map_draws_them_dotted_from_the_chosen_actor(as_alma, as_bo, town):
    at = f"{url(town, 'map')}?aktoer={town.rosen.pk}"
    html = as_alma.get(at).content.decode()
    assert len(re.findall(r'<path d="M', html.split('class="match-lines"')[1].split("</g>")[0])) == 1
    assert "Prikket streg: et muligt match." in html
    assert 'class="match-lines"' not in as_alma.get(url(town, "map")).content.decode()
    assert 'class="match-lines"' not in as_alma.get(f"{at}&kind=resident").content.decode()
    assert 'class="match-lines"' not in as_bo.get(at).content.decode()


# -- Foreslå møde ---------------------------------------------------------------------------------------


def test_a_meeting_is_a_planned_contact(as_alma, town):
    assert SENTENCE in text(as_alma.get(url(town, "match_meet", *pair(town))))
    said = text(meet(as_alma, town))
    assert "Alma Bøgh foreslår Kvindeforeningen Rosen og Apoteket Lærken at mødes." in said
    promise = town.followups.get()
    assert promise.what == "Foreslå Kvindeforeningen Rosen og Apoteket Lærken at mødes"
    assert (promise.actor, promise.due) == (town.rosen, TODAY() + timedelta(days=7))
    given = town.matchanswers.get()
    assert (given.answer, given.follow_up, given.value, given.sentence) == ("meet", promise, 5, SENTENCE)
    assert cards(as_alma, town) == []
    entry = AuditEntry.objects.get(object_type="matchanswer")
    assert entry.fields == ["answer", "follow_up"]


def test_sent_twice_it_is_one(as_alma, town):
    submission = uuid.uuid4()
    for _ in range(2):
        meet(as_alma, town, submission=submission)
    assert (town.followups.count(), town.matchanswers.count()) == (1, 1)


def test_sent_again_after_it_was_taken_back_it_is_planned(as_alma, town):
    submission = uuid.uuid4()
    meet(as_alma, town, submission=submission)
    as_alma.post(url(town, "match_undo", town.matchanswers.get().pk))
    meet(as_alma, town, submission=submission)
    assert town.followups.open().count() == 1
    assert town.matchanswers.get(taken_back_at=None).follow_up == town.followups.open().get()


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"first": ""}, "Vælg, hvem I spørger først"),
        ({"first": uuid.uuid4()}, "Vælg én af de to"),
        ({"first": "%00"}, "Ret én ting"),
        ({"responsible": ""}, "Vælg en kollega"),
        ({"responsible": uuid.uuid4()}, "Vælg en kollega"),
        ({"due": ""}, "Vælg en dag"),
        ({"due": "i morgen"}, "Skriv datoen som 14-10-2026"),
        ({"due": "1999-01-01"}, "Vælg en dag, der kommer"),
        ({"due": "9999-12-31"}, "Vælg en dag inden for to år"),
        ({"submission": "x"}, "Ret én ting"),
        ({"seen": "en anden grund"}, "Begrundelsen har ændret sig. Læs den igen, før du svarer."),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_saved(as_alma, town, fields, error):
    response = meet(as_alma, town, **fields)
    assert response.status_code == 200
    assert error in text(response)
    assert town.matchanswers.count() == 0


def test_the_other_plans_people_and_a_third_actor_are_not_to_choose(as_alma, town, other):
    meet(as_alma, town, responsible=other.membership.pk)
    meet(as_alma, town, first=town.library.pk)
    assert town.matchanswers.count() == 0


# -- Ikke nu ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"wait": "14"}, 14),
        ({"wait": "30"}, 30),
        ({"wait": "91", "back_on": "sludder"}, 91),
        ({"wait": "own", "back_on": TODAY() + timedelta(days=3)}, 3),
    ],
)
def test_put_off_until_a_day(as_alma, town, fields, days):
    said = text(answer(as_alma, town, "later", **fields))
    assert "Forslaget kommer igen" in said
    assert town.matchanswers.get().back_on == TODAY() + timedelta(days=days)
    assert cards(as_alma, town) == []


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({}, "Vælg, hvornår det skal komme igen"),
        ({"wait": "7"}, "Vælg en af dem"),
        ({"wait": "own"}, "Vælg en dag"),
        ({"wait": "own", "back_on": "x"}, "Skriv datoen som 14-10-2026"),
        ({"wait": "own", "back_on": TODAY()}, "Vælg en dag, der kommer"),
        ({"wait": "own", "back_on": "9999-01-01"}, "Vælg en dag inden for to år"),
    ],
)
def test_a_wait_that_makes_no_sense(as_alma, town, fields, error):
    assert error in text(answer(as_alma, town, "later", **fields))
    assert town.matchanswers.count() == 0


def test_it_comes_back_on_its_day(as_alma, town):
    answer(as_alma, town, "later", wait="14")
    town.matchanswers.update(back_on=TODAY())
    assert cards(as_alma, town) == ROSEN_AND_PHARMACY


# -- Nej ----------------------------------------------------------------------------------------------


def test_a_no_needs_a_reason_and_holds_until_something_changes(as_alma, town):
    assert "Vælg, hvorfor det ikke passer" in text(answer(as_alma, town, "no", words="Nej"))
    said = text(answer(as_alma, town, "no", reason="poor_fit", words="For langt væk"))
    assert "Forslaget bliver væk, til der sker noget nyt." in said
    assert cards(as_alma, town) == []
    factories.make_collaboration(town, town.library, factories.make_actor(town, kind="other"))
    assert cards(as_alma, town) == []
    town.needs.update(text="Lokale lørdag aften")
    assert cards(as_alma, town) == ROSEN_AND_PHARMACY


@pytest.mark.parametrize("words", [HUGE, "a\x00b"])
def test_a_reason_in_odd_words(as_alma, town, words):
    response = answer(as_alma, town, "no", reason="other", words=words)
    assert response.status_code == 200
    assert town.matchanswers.count() == 0


def test_words_are_looked_through_for_cpr_numbers(as_alma, town):
    said = text(answer(as_alma, town, "no", reason="other", words="Spørg 010190-1234"))
    assert "Det er ikke et CPR-nummer" in said
    assert town.matchanswers.count() == 0
    answer(as_alma, town, "no", reason="other", words="Spørg 010190-1234", cpr_ok="on")
    assert AuditEntry.objects.filter(verb="cpr_override").count() == 1


@pytest.mark.parametrize(("how", "fields"), [("no", {"reason": "no_time"}), ("later", {"wait": "14"})])
def test_the_same_answer_twice_is_one(as_alma, town, how, fields):
    for _ in range(2):
        answer(as_alma, town, how, **fields)
    assert town.matchanswers.count() == 1


def test_a_suggestion_that_is_gone_says_so(as_alma, town):
    factories.make_collaboration(town, town.rosen, town.pharmacy)
    assert "Forslaget er her ikke mere." in text(answer(as_alma, town, "no", reason="no_time"))
    same = as_alma.get(url(town, "match_no", town.rosen.pk, town.rosen.pk), follow=True)
    assert "Forslaget er her ikke mere." in text(same)


# -- The way back -------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["meet", "later", "no"])
def test_every_answer_can_be_taken_back(as_alma, town, how):
    fields = {"later": {"wait": "14"}, "no": {"reason": "no_time"}}
    meet(as_alma, town) if how == "meet" else answer(as_alma, town, how, **fields[how])
    given = town.matchanswers.get()
    for _ in range(2):
        as_alma.post(url(town, "match_undo", given.pk))
    assert cards(as_alma, town) == ROSEN_AND_PHARMACY
    assert town.followups.open().count() == 0
    assert AuditEntry.objects.filter(verb="undo", object_type="matchanswer").count() == 1


def test_a_meeting_that_was_held_stays_when_the_answer_is_taken_back(as_alma, town):
    meet(as_alma, town)
    town.followups.update(done_at=timezone.now())
    as_alma.post(url(town, "match_undo", town.matchanswers.get().pk))
    assert town.followups.done().count() == 1


def test_what_was_answered_is_listed_with_what_was_read(as_alma, town):
    assert "Ingen svar endnu" in text(as_alma.get(url(town, "match_answers")))
    answer(as_alma, town, "no", reason="poor_fit", words="For langt væk")
    said = text(as_alma.get(url(town, "match_answers")))
    assert "Det passer ikke sammen: For langt væk" in said
    assert SENTENCE in said
    assert f"{long_today()}, Alma Bøgh" in said


def long_today():
    from config.danish import long_date

    return long_date(TODAY())


def test_where_a_planned_meeting_stands(as_alma, town):
    meet(as_alma, town, due=TODAY())
    assert f"Alma Bøgh senest {long_today()}" in text(as_alma.get(url(town, "match_answers")))
    town.followups.update(done_at=timezone.now())
    assert f"Klaret {long_today()}" in text(as_alma.get(url(town, "match_answers")))
    town.followups.update(deleted_at=timezone.now())
    assert "Opfølgningen er slettet" in text(as_alma.get(url(town, "match_answers")))


# -- How it went --------------------------------------------------------------------------------------


def row(response, name):
    """The cells of the row that begins with `name`."""
    html = " ".join(response.content.decode().split())
    cells = re.search(rf'<th scope="row">{name}</th>(.*?)</tr>', html).group(1)
    return [int(cell) for cell in re.findall(r">(\d+)</td>", cells)]


def test_the_leader_sees_how_it_went(as_leader, as_alma, town):
    assert "Ingen svar at vise" in text(as_leader.get(url(town, "match_review")))
    meet(as_alma, town)
    town.followups.update(done_at=timezone.now())
    response = as_leader.get(url(town, "match_review"))
    assert row(response, "Adgang til flere ressourcer") == [1, 1, 0, 0, 1, 0]
    factories.make_collaboration(town, town.pharmacy, town.rosen, town.library)
    a, b = pair(town)
    given = {"plan": town, "a_id": a, "b_id": b, "fingerprint": "x", "value": 1}
    MatchAnswer.objects.create(answer=Answer.NO, reason="no_time", **given)
    MatchAnswer.objects.create(answer=Answer.NO, reason="no_time", taken_back_at=timezone.now(), **given)
    MatchAnswer.objects.create(answer=Answer.LATER, back_on=TODAY(), **given)
    response = as_leader.get(url(town, "match_review"))
    assert row(response, "Bredere målgruppe") == [2, 0, 1, 1, 0, 0]
    assert row(response, "Alle") == [3, 1, 1, 1, 1, 1]
    assert "De har ikke tid 1" in text(response)


def test_a_collaboration_from_before_is_no_fruit_of_the_meeting(as_leader, as_alma, town):
    meet(as_alma, town)
    made = factories.make_collaboration(town, town.pharmacy, town.rosen)
    long_ago = timezone.make_aware(datetime(2020, 1, 1))
    town.collaborations.filter(pk=made.pk).update(created_at=long_ago)
    assert row(as_leader.get(url(town, "match_review")), "Alle") == [1, 1, 0, 0, 0, 0]


def test_the_days_between_which_it_is_counted(as_leader, as_alma, town):
    meet(as_alma, town)
    at = url(town, "match_review")
    tomorrow = TODAY() + timedelta(days=1)
    assert row(as_leader.get(f"{at}?since={TODAY()}&until={TODAY()}"), "Alle")[0] == 1
    assert "Ingen svar at vise" in text(as_leader.get(f"{at}?since={tomorrow}"))
    assert "Skriv datoen som 14-10-2026" in text(as_leader.get(f"{at}?since=x&until=0000-00-00"))


# -- Who may ------------------------------------------------------------------------------------------

PAGES = ("matches", "match_answers", "who_can")


@pytest.mark.parametrize("name", PAGES)
def test_who_sees_the_pages(as_alma, as_bo, as_partner, as_carla, town, name):
    at = url(town, name)
    answers = [client.get(at).status_code for client in (as_alma, as_bo, as_partner, as_carla)]
    assert answers == [200, 403, 403, 404]
    assert as_alma.post(at).status_code == 405


def test_the_review_is_the_leaders(as_leader, as_alma, as_carla, town):
    at = url(town, "match_review")
    assert [client.get(at).status_code for client in (as_leader, as_alma, as_carla)] == [200, 403, 404]
    assert "Hvordan gik det?" not in text(as_alma.get(url(town, "matches")))
    assert "Hvordan gik det?" in text(as_leader.get(url(town, "matches")))


@pytest.mark.parametrize("how", ["meet", "later", "no"])
def test_who_may_answer(as_alma, as_bo, as_carla, town, other, how):
    at = url(town, f"match_{how}", *pair(town))
    for method in ("get", "post"):
        answers = [getattr(client, method)(at).status_code for client in (as_alma, as_bo, as_carla)]
        assert answers == [200, 403, 404]
    assert as_alma.put(at).status_code == 405
    foreign = url(town, f"match_{how}", town.rosen.pk, other.actor.pk)
    assert as_alma.post(foreign).status_code == 404


def test_who_may_take_back(as_alma, as_bo, as_carla, town):
    answer(as_alma, town, "no", reason="no_time")
    at = url(town, "match_undo", town.matchanswers.get().pk)
    assert [client.post(at).status_code for client in (as_bo, as_carla)] == [403, 404]
    assert as_alma.get(at).status_code == 405
    assert as_alma.post(url(town, "match_undo", uuid.uuid4())).status_code == 404
    assert town.matchanswers.get().taken_back_at is None


def test_who_may_see_the_part(as_alma, as_bo, as_carla, town, other):
    at = url(town, "matches_of", town.rosen.pk)
    assert [client.get(at).status_code for client in (as_alma, as_bo, as_carla)] == [200, 403, 404]
    assert as_alma.get(url(town, "matches_of", other.actor.pk)).status_code == 404
    assert as_alma.post(at).status_code == 405


def test_nothing_of_another_plan_is_read(as_alma, town, other):
    Resource.objects.create(plan=other.plan, actor=other.actor, kind="room", text="KANARIE lokale")
    assert "KANARIE" not in text(as_alma.get(url(town, "matches")))


# -- How many queries ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "query", "number"),
    [
        ("matches", "?q=hus&area=Østhøj&value=5", 12),
        ("matches_of", "", 12),
        ("match_answers", "", 6),
        ("match_review", "", 5),
        ("who_can", "?kind=room&words=sal", 11),
        ("match_meet", "", 15),
    ],
)
def test_the_number_of_queries_does_not_grow(as_leader, town, name, query, number, django_assert_num_queries):
    for rows in (1, 3, 50):
        for place in range(rows):
            grow(town, f"{rows}-{place}")
        args = {"matches_of": [town.rosen.pk], "match_meet": pair(town)}.get(name, [])
        with django_assert_num_queries(number):
            as_leader.get(url(town, name, *args) + query)


def grow(town, number):
    """One more of everything that the pages read."""
    lacking, having = (factories.make_actor(town, f"Hus {number} {one}") for one in "ab")
    having.wanted_target_groups.set(town.targetgroups.all())
    Need.objects.create(plan=town, actor=lacking, kind="room", text="Sal")
    Resource.objects.create(plan=town, actor=having, kind="room", text="Sal")
    factories.make_talk(lacking, rays={1: (3, "Flere", "")})
    promise = factories.make_follow_up(lacking, responsible=town.memberships.first())
    a, b = sorted((lacking.pk, having.pk))
    MatchAnswer.objects.create(
        plan=town, a_id=a, b_id=b, answer="meet", follow_up=promise, fingerprint="x", value=5,
        by=factories.make_user(),
    )  # fmt: skip
