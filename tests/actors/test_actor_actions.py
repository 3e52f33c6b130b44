"""Writing actors, as views, commands and seed data do it."""

import pytest

from actors import actions
from tests import factories

LEAST = {"name": "Klubben", "kind": "voluntary", "status": "spotted"}


@pytest.fixture
def club(plan, alma):
    return actions.create_actor(plan=plan, by=alma, values=LEAST)


def test_of_two_who_log_the_same_name_at_once_one_is_told_and_nothing_is_left(plan, alma, club):
    with pytest.raises(actions.NameTaken):
        actions.create_actor(plan=plan, by=alma, values=LEAST)

    assert list(plan.actors.all()) == [club]
    assert plan.audit_entries.count() == 1


def test_a_change_on_top_of_an_unseen_one_is_refused_whole(plan, alma, club):
    values = {"phone": "70 10 10 10", "areas": plan.areas.all()}

    with pytest.raises(actions.StaleVersion):
        actions.change_actor(actor=club, by=alma, values=values, changed=values, version=club.version - 1)

    club.refresh_from_db()
    assert (club.phone, club.version, club.areas.count()) == ("", 1, 0)
    assert plan.audit_entries.count() == 1


def test_a_change_to_a_taken_name_leaves_the_version_as_it_was(plan, alma, club):
    factories.make_actor(plan, "Biblioteket")

    with pytest.raises(actions.NameTaken):
        actions.change_actor(
            actor=club, by=alma, values={"name": "Biblioteket"}, changed=["name"], version=club.version
        )

    assert plan.actors.get(pk=club.pk).version == 1


def test_a_change_writes_its_own_fields_alone(plan, alma, club):
    stale = plan.actors.get(pk=club.pk)
    actions.archive_actor(actor=club, by=alma, now="2026-01-01T00:00Z")

    actions.change_actor(
        actor=stale, by=alma, values={"phone": "70"}, changed=["phone"], version=stale.version
    )

    stored = plan.actors.get(pk=club.pk)
    assert stored.archived_at is not None
    assert stored.phone == "70"


def test_a_submission_means_the_same_actor_each_time_and_another_in_another_plan(plan, other):
    submission = actions.submitted_id(plan, None)

    assert actions.submitted_id(plan, submission) == actions.submitted_id(plan, submission)
    assert actions.submitted_id(plan, submission) != actions.submitted_id(other.plan, submission)
