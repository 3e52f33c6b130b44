"""Writing collaborations: all or nothing, once, and with a trace."""

import threading
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from mapping.actions import (
    CollaborationError,
    Stale,
    change_collaboration,
    end_collaboration,
    log_collaboration,
    resume_collaboration,
    undo_log,
)
from mapping.models import Collaboration, Form
from tests import factories

TODAY = date(2026, 11, 22)


@pytest.fixture
def pair(plan):
    """Two actors of Solbakken."""
    return factories.make_actor(plan, "Købmand Ågaard"), factories.make_actor(plan, "Ungdomsskolen Åkanden")


def trace(plan) -> list[tuple]:
    """What the audit log says, oldest first."""
    return list(plan.audit_entries.order_by("id").values_list("verb", "object_type", "fields"))


def test_logging_writes_the_actors_and_the_trace(plan, alma, pair):
    logged = log_collaboration(plan=plan, by=alma, actors=pair, form=4, about="Fritidsjob", since=TODAY)
    saved = plan.collaborations.get()
    assert logged.fresh
    assert {actor.name for actor in saved.actors.all()} == {"Købmand Ågaard", "Ungdomsskolen Åkanden"}
    assert (saved.form, saved.about, saved.since) == (Form.COORDINATE, "Fritidsjob", TODAY)
    assert trace(plan) == [("create", "collaboration", [])]


def test_the_same_form_sent_twice_makes_one(plan, alma, pair):
    sent = {"plan": plan, "by": alma, "actors": pair, "form": 1, "submission": uuid.uuid4()}
    first, second = log_collaboration(**sent), log_collaboration(**sent)
    assert second.collaboration == first.collaboration
    assert (first.fresh, second.fresh) == (True, False)
    assert plan.collaborations.count() == 1
    assert len(trace(plan)) == 1


def test_two_plans_may_send_the_same_id(plan, alma, pair, other):
    submission = uuid.uuid4()
    log_collaboration(plan=plan, by=alma, actors=pair, form=1, submission=submission)
    log_collaboration(
        plan=other.plan, by=other.carla, actors=[other.actor, other.second], form=1, submission=submission
    )
    assert (plan.collaborations.count(), other.plan.collaborations.count()) == (1, 2)


@pytest.mark.django_db(transaction=True)
def test_the_same_form_sent_twice_at_once_makes_one(plan, alma, pair):
    submission, together, results = uuid.uuid4(), threading.Barrier(4), []

    def send():
        together.wait()
        try:
            logged = log_collaboration(plan=plan, by=alma, actors=pair, form=2, submission=submission)
            results.append((logged.collaboration.pk, logged.fresh))
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({pk for pk, _ in results}) == 1
    assert sorted(fresh for _, fresh in results) == [False, False, False, True]
    assert plan.collaborations.count() == 1
    assert plan.collaborations.get().participations.count() == 2


def test_one_actor_is_too_few_even_twice(plan, alma, pair):
    with pytest.raises(CollaborationError, match="Vælg mindst to aktører"):
        log_collaboration(plan=plan, by=alma, actors=[pair[0], pair[0]], form=1)
    assert plan.collaborations.count() == 0


@pytest.mark.parametrize("what", ["actors", "target_groups"])
def test_another_plans_rows_are_refused(plan, alma, pair, other, what):
    foreign = {"actors": [pair[0], other.actor], "target_groups": [other.target_group]}
    wanted = {"actors": pair} | {what: foreign[what]}
    with pytest.raises(CollaborationError, match="jeres egen helhedsplan"):
        log_collaboration(plan=plan, by=alma, form=1, **wanted)
    assert plan.collaborations.count() == 0
    assert trace(plan) == []


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ({"since": TODAY, "until": TODAY - timedelta(days=1)}, "Slut skal være efter start"),
        ({"coordinator": "outsider"}, "Vælg en tovholder blandt aktørerne"),
    ],
)
def test_what_cannot_be_is_refused(plan, alma, pair, details, sentence):
    if "coordinator" in details:
        details = {"coordinator": factories.make_actor(plan, "Apoteket")}
    with pytest.raises(CollaborationError, match=sentence):
        log_collaboration(plan=plan, by=alma, actors=pair, form=1, **details)
    assert plan.collaborations.count() == 0


def change(collaboration, by, **wanted):
    """Change what is wanted and leave the rest as it stands."""
    stands = {
        "actors": list(collaboration.actors.all()),
        "target_groups": list(collaboration.target_groups.all()),
        "version": collaboration.version,
    }
    return change_collaboration(collaboration=collaboration, by=by, **(stands | wanted))


def test_a_change_names_its_fields_and_counts_up(plan, alma, pair):
    collaboration = factories.make_collaboration(plan, *pair, about="Lektiehjælp")
    third = factories.make_actor(plan, "Biblioteket")
    group = plan.targetgroups.get()
    wanted = {"actors": [pair[0], third], "target_groups": [group], "about": "Lektiehjælp", "form": 5}
    assert change(collaboration, alma, **wanted) == ["actors", "form", "target_groups"]
    collaboration.refresh_from_db()
    assert {actor.name for actor in collaboration.actors.all()} == {"Købmand Ågaard", "Biblioteket"}
    assert (collaboration.form, collaboration.version) == (5, 2)
    assert trace(plan) == [("change", "collaboration", ["actors", "form", "target_groups"])]


def test_saving_what_stands_there_leaves_no_trace(plan, alma):
    collaboration = factories.make_collaboration(plan, about="Lektiehjælp")
    assert change(collaboration, alma, about="Lektiehjælp") == []
    assert trace(plan) == []


def test_who_saves_after_somebody_else_writes_nothing(plan, alma):
    collaboration = factories.make_collaboration(plan, about="Lektiehjælp")
    change(Collaboration.objects.get(pk=collaboration.pk), alma, about="Haven")
    with pytest.raises(Stale):
        change(collaboration, alma, about="Cafeen")
    assert plan.collaborations.get().about == "Haven"


def test_ending_keeps_it_and_resuming_opens_it(plan, alma):
    collaboration = factories.make_collaboration(plan)
    end_collaboration(collaboration=collaboration, by=alma, until=TODAY, today=TODAY)
    assert list(plan.collaborations.ended(TODAY)) == [collaboration]
    assert list(plan.collaborations.ongoing(TODAY)) == []
    resume_collaboration(collaboration=collaboration, by=alma)
    assert list(plan.collaborations.ongoing(TODAY)) == [collaboration]
    assert trace(plan) == [("end", "collaboration", ["until"]), ("resume", "collaboration", ["until"])]


def test_what_has_ended_is_not_ended_again(plan, alma):
    collaboration = factories.make_collaboration(plan, until=TODAY)
    with pytest.raises(CollaborationError, match="allerede afsluttet"):
        end_collaboration(collaboration=collaboration, by=alma, until=TODAY, today=TODAY)


def test_it_cannot_end_before_it_began(plan, alma):
    collaboration = factories.make_collaboration(plan, since=TODAY)
    with pytest.raises(CollaborationError, match="Slut skal være efter start"):
        end_collaboration(collaboration=collaboration, by=alma, until=date(2020, 1, 1), today=TODAY)


@pytest.fixture
def logged(plan, alma, pair):
    """What Alma logged a moment ago."""
    return log_collaboration(plan=plan, by=alma, actors=pair, form=4).collaboration


def undo(collaboration, by, minutes=1):
    """Undo it so many minutes after it was logged."""
    now = collaboration.created_at + timedelta(minutes=minutes)
    return undo_log(collaboration=collaboration, by=by, now=now, today=now.date())


def test_what_one_logged_a_moment_ago_vanishes(plan, alma, logged):
    assert undo(logged, alma) is True
    assert plan.collaborations.count() == 0
    assert [verb for verb, _, _ in trace(plan)] == ["create", "undo"]


@pytest.mark.parametrize("why", ["an hour has gone", "another user asks", "somebody changed it"])
def test_else_it_is_ended_instead(plan, alma, logged, why):
    by = factories.make_user("Bo") if why == "another user asks" else alma
    if why == "somebody changed it":
        change(logged, alma, about="Haven")
    assert undo(logged, by, minutes=61 if why == "an hour has gone" else 1) is False
    assert plan.collaborations.get().until is not None
    assert trace(plan)[-1] == ("end", "collaboration", ["until"])


def test_undo_of_what_has_ended_leaves_its_end(plan, alma):
    collaboration = factories.make_collaboration(plan, until=date(2020, 1, 1))
    assert (
        undo_log(collaboration=collaboration, by=alma, now=datetime(2026, 11, 22, tzinfo=UTC), today=TODAY)
        is False
    )
    assert plan.collaborations.get().until == date(2020, 1, 1)


def test_many_written_at_once_can_be_searched(plan):
    plan.collaborations.bulk_create([Collaboration(plan=plan, form=1, about="Ærtehaven på Åvej")])
    assert plan.collaborations.matching("ærtehaven aavej").count() == 1


@pytest.mark.parametrize("about", ["Årets fest", "ÅRETS FEST", "aarets  fest"])
def test_the_same_is_found_in_any_spelling(plan, pair, about):
    factories.make_collaboration(plan, *pair, form=4, about="Årets fest")
    factories.make_collaboration(plan, *pair, factories.make_actor(plan), form=4, about="Årets fest")
    assert plan.collaborations.same_as(actors=pair, form=4, about=about).count() == 1
    assert plan.collaborations.same_as(actors=pair, form=3, about=about).count() == 0
