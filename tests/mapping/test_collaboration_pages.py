"""One collaboration: read, edit, end, begin again."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import factories


@pytest.fixture
def pair(plan):
    """Two actors of Solbakken."""
    return factories.make_actor(plan, "Købmand Ågaard"), factories.make_actor(plan, "Ungdomsskolen Åkanden")


@pytest.fixture
def collaboration(plan, pair):
    """Fritidsjob, since October."""
    return factories.make_collaboration(
        plan, *pair, form=4, about="Fritidsjob", since=date(2025, 10, 14), coordinator=pair[1],
        frequency="monthly", agreed_in_writing=True, funded_by="Puljen", carried_on_by="Kommunen",
    )  # fmt: skip


def at(collaboration, *verb) -> str:
    """The address of the collaboration, or of what is done to it."""
    return "/".join(["/solbakken/samarbejder", str(collaboration.pk), *verb, ""])


def typed(collaboration, **changes) -> dict:
    """What the edit page posts when only `changes` were made."""
    stands = {
        "actors": [str(actor.pk) for actor in collaboration.actors.all()],
        "how": collaboration.form, "about": collaboration.about, "since": collaboration.since.isoformat(),
        "coordinator": str(collaboration.coordinator_id), "frequency": collaboration.frequency,
        "agreed_in_writing": "true", "funded_by": collaboration.funded_by,
        "carried_on_by": collaboration.carried_on_by, "version": collaboration.version,
    }  # fmt: skip
    return stands | changes


def test_the_page_tells_all_that_is_known(as_bo, collaboration):
    page = as_bo.get(at(collaboration)).content.decode()
    facts = {
        name: re.sub(r"<[^>]+>", "", value).strip()
        for name, value in re.findall(r"<dt>([^<]+)</dt><dd>(.*?)</dd>", page, re.S)
    }
    assert facts["Om"] == "Fritidsjob"
    assert facts["Form"] == "Samordne"
    assert facts["Tovholder"] == "Ungdomsskolen Åkanden"
    assert facts["Periode"] == "14. oktober 2025"
    assert facts["Hvor tit"] == "Hver måned"
    assert facts["Aftalt skriftligt"] == "Ja"
    assert (facts["Betales af"], facts["Føres videre af"]) == ("Puljen", "Kommunen")
    assert facts["Passer, når"] == "Opgaven er for stor til én, og I har hver noget af svaret."


def test_a_reader_is_offered_no_change(as_bo, collaboration):
    page = as_bo.get(at(collaboration)).content.decode()
    assert "/ret/" not in page
    assert "/afslut/" not in page


def test_without_a_subject_it_is_called_by_its_actors(as_bo, plan, pair):
    bare = factories.make_collaboration(plan, *pair, about="")
    assert "<h1>Købmand Ågaard og Ungdomsskolen Åkanden</h1>" in as_bo.get(at(bare)).content.decode()


def test_a_change_is_saved_and_named_in_the_log(as_alma, plan, collaboration):
    page = as_alma.post(
        at(collaboration, "ret"), typed(collaboration, about="Lommepengejob", how=5), follow=True
    )
    assert page.redirect_chain == [(at(collaboration), 302)]
    assert "<h1>Lommepengejob</h1>" in page.content.decode()
    assert plan.audit_entries.get().fields == ["about", "form"]


def test_the_edit_page_shows_what_stands(as_alma, collaboration, pair):
    page = as_alma.get(at(collaboration, "ret")).content.decode()
    assert 'value="Fritidsjob"' in page
    assert 'value="2025-10-14"' in page
    assert len(re.findall(r'name="actors" value="[^"]+" data-name="[^"]+" checked', page)) == 2
    assert re.findall(r'<option value="([^"]*)"[^>]* selected', page) == [str(pair[1].pk), "monthly"]


def test_saving_without_change_changes_nothing(as_alma, plan, collaboration):
    as_alma.post(at(collaboration, "ret"), typed(collaboration))
    assert plan.audit_entries.count() == 0


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"actors": []}, "Vælg mindst to aktører"),
        ({"until": "2024-01-01"}, "Slut skal være efter start"),
        ({"how": "6"}, "Vælg én af de fem former"),
        ({"about": "Aftale 010190-1234"}, "Det ligner et CPR-nummer"),
        ({"coordinator": "00000000-0000-0000-0000-000000000000"}, "Vælg en tovholder blandt aktørerne"),
        ({"version": "x"}, "heltal"),
    ],
)
def test_an_error_stands_at_its_field_and_nothing_is_written(as_alma, plan, collaboration, changes, error):
    page = as_alma.post(at(collaboration, "ret"), typed(collaboration, funded_by="Ny pulje", **changes))
    assert page.status_code == 200
    assert error in page.content.decode()
    assert 'value="Ny pulje"' in page.content.decode()
    assert plan.collaborations.get().funded_by == "Puljen"


@pytest.mark.parametrize("field", ["actors", "coordinator", "target_groups"])
def test_another_plans_ids_are_refused(as_alma, plan, collaboration, pair, other, field):
    foreign = {
        "actors": [str(pair[0].pk), str(other.actor.pk)],
        "coordinator": str(other.actor.pk),
        "target_groups": [str(other.target_group.pk)],
    }[field]
    page = as_alma.post(at(collaboration, "ret"), typed(collaboration, about="Ny", **{field: foreign}))
    assert "field-error" in page.content.decode()
    assert "KANARIE" not in page.content.decode()
    assert plan.collaborations.get().about == "Fritidsjob"


def test_who_saves_second_sees_both_texts_and_may_save_again(as_alma, plan, collaboration):
    first, second = (typed(collaboration, about=about) for about in ("Haven", "Cafeen"))
    as_alma.post(at(collaboration, "ret"), first)
    page = as_alma.post(at(collaboration, "ret"), second).content.decode()
    assert "En anden rettede samarbejdet imens" in page
    assert re.findall(r"<dt>(.*?)</dt>\s*<dd>Nu står der: <b>(.*?)</b><br>Du skrev: <b>(.*?)</b>", page) == [
        ("Hvad handler det om?", "Haven", "Cafeen")
    ]
    assert 'value="Cafeen"' in page
    assert plan.collaborations.get().about == "Haven"
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    as_alma.post(at(collaboration, "ret"), second | {"version": version})
    assert plan.collaborations.get().about == "Cafeen"


def test_who_wrote_the_same_at_the_same_time_is_told_so(as_alma, collaboration):
    same = typed(collaboration, about="Haven")
    as_alma.post(at(collaboration, "ret"), same)
    page = as_alma.post(at(collaboration, "ret"), same).content.decode()
    assert "En anden rettede samarbejdet imens" in page
    assert "I skrev det samme." in page


def test_an_archived_actor_may_stay(as_alma, plan, collaboration, pair):
    pair[0].archived_at = timezone.now()
    pair[0].save()
    as_alma.post(at(collaboration, "ret"), typed(collaboration, about="Stadig"))
    assert plan.collaborations.get().about == "Stadig"


def test_without_script_the_search_keeps_what_was_typed(as_alma, plan, collaboration):
    factories.make_actor(plan, "Biblioteket")
    page = as_alma.post(at(collaboration, "ret"), typed(collaboration, about="Haven", q="bib", find="1"))
    text = page.content.decode()
    assert "Biblioteket<small>" in text
    assert 'value="Haven"' in text
    assert plan.collaborations.get().about == "Fritidsjob"


# -- The end -----------------------------------------------------------------------------------------


def test_it_ends_today_and_undo_takes_it_up_again(as_alma, plan, collaboration):
    page = as_alma.post(at(collaboration, "afslut"), follow=True).content.decode()
    assert "Samarbejdet er afsluttet." in page
    assert "Begynd igen" in page
    assert plan.collaborations.get().until == timezone.localdate()
    undo = re.search(r'action="([^"]+)">[^/]*<input[^>]*><button class="btn btn-small">Fortryd', page)[1]
    assert "i gang igen" in as_alma.post(undo, follow=True).content.decode()
    assert plan.collaborations.get().until is None


def test_an_end_to_come_is_a_plan(as_alma, plan, collaboration):
    until = timezone.localdate() + timedelta(days=30)
    page = as_alma.post(
        at(collaboration, "afslut"), {"until": until.isoformat()}, follow=True
    ).content.decode()
    assert "Samarbejdet slutter " in page
    assert plan.collaborations.ongoing(timezone.localdate()).count() == 1


@pytest.mark.parametrize(
    ("until", "error"),
    [
        ("2020-01-01", "Slut skal være efter start"),
        ("snart", "Skriv datoen som 14-10-2026"),
        ("\x00", "Skriv datoen"),
    ],
)
def test_an_end_that_makes_no_sense_is_said(as_alma, plan, collaboration, until, error):
    page = as_alma.post(at(collaboration, "afslut"), {"until": until}, follow=True).content.decode()
    assert error in page
    assert plan.collaborations.get().until is None


# -- Who may -----------------------------------------------------------------------------------------

VERBS = ("afslut", "begynd-igen", "fortryd")


def test_a_stranger_finds_nothing(as_carla, collaboration):
    assert as_carla.get(at(collaboration)).status_code == 404
    assert as_carla.get(at(collaboration, "ret")).status_code == 404
    assert [as_carla.post(at(collaboration, verb)).status_code for verb in VERBS] == [404, 404, 404]


def test_another_plans_collaboration_is_not_here(as_alma, plan, other):
    assert as_alma.get(at(other.collaboration)).status_code == 404
    assert as_alma.get(at(other.collaboration, "ret")).status_code == 404
    assert [as_alma.post(at(other.collaboration, verb)).status_code for verb in VERBS] == [404, 404, 404]


@pytest.mark.parametrize("who", ["as_bo", "as_partner"])
def test_a_reader_changes_nothing(request, plan, collaboration, who):
    client = request.getfixturevalue(who)
    assert client.post(at(collaboration, "ret"), typed(collaboration, about="Ny")).status_code == 403
    assert [client.post(at(collaboration, verb)).status_code for verb in VERBS] == [403, 403, 403]
    assert plan.collaborations.get().about == "Fritidsjob"
    assert plan.collaborations.get().until is None


def test_wrong_methods(as_alma, collaboration):
    assert as_alma.post(at(collaboration)).status_code == 405
    assert as_alma.put(at(collaboration, "ret")).status_code == 405
    assert [as_alma.get(at(collaboration, verb)).status_code for verb in VERBS] == [405, 405, 405]


@pytest.mark.parametrize("amount", [2, 3, 30])
def test_the_page_asks_as_often_however_many_take_part(as_alma, plan, amount, django_assert_num_queries):
    collaboration = factories.make_collaboration(plan, *(factories.make_actor(plan) for _ in range(amount)))
    with django_assert_num_queries(6):
        as_alma.get(at(collaboration))
