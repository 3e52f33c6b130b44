"""Steps of an ordered report: none is taken twice, and none after its end."""

import uuid
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from reports import paper_actions as actions
from reports.models import PaperFile, PaperJob, PaperState
from reports.papers import find
from tests import factories
from tests.reports.ordered import fetched, make_job

pytestmark = pytest.mark.django_db
NETWORK = find("netvaerket")


@pytest.fixture
def member(plan):
    return factories.make_membership(plan)


def order(member, submission=None):
    return actions.order(
        paper=NETWORK, name=NETWORK.name, wish={}, by=member, submission=submission, now=timezone.now()
    )


def test_an_order_waits_and_starts_somebody_when_it_is_kept(member, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as started:
        job = order(member)
    assert (job.state, job.said, job.role) == ("waiting", "Venter på at komme til.", "staff")
    assert started == [actions.start_worker]


def test_the_same_form_orders_once(member):
    sent = uuid.uuid4()
    assert order(member, sent) == order(member, sent)
    assert order(member, uuid.uuid4()) != order(member, sent)


def test_another_member_with_the_same_id_gets_a_report_of_their_own(plan, member):
    sent = uuid.uuid4()
    assert order(member, sent) != order(factories.make_membership(plan), sent)


def test_so_many_at_once_in_a_plan(plan, member, other):
    for _ in range(actions.AT_ONCE):
        order(member)
    with pytest.raises(actions.PaperProblem, match="I har tre rapporter i gang"):
        order(factories.make_membership(plan))
    assert order(other.membership).state == "waiting"


def test_those_whose_maker_died_take_no_place(member):
    for _ in range(actions.AT_ONCE):
        make_job(member, "running", ago=timedelta(minutes=1))
    assert order(member).state == "waiting"


@pytest.mark.parametrize(("seconds", "state"), [(25, "running"), (35, "broken")])
def test_who_is_silent_too_long_is_dead(member, seconds, state):
    job = make_job(member, "running", ago=timedelta(seconds=seconds))
    actions.settle(member.plan.paperjobs.all(), now=timezone.now())
    job.refresh_from_db()
    assert job.state == state


def test_the_one_that_waited_longest_is_begun_first_and_once(member):
    second, first = make_job(member, "waiting"), make_job(member, "waiting", ago=timedelta(minutes=3))
    assert [actions.begin(now=timezone.now()) for _ in range(3)] == [first, second, None]


def test_telling_and_the_end_each_count_the_version_up(member):
    job = make_job(member, "running")
    actions.tell(job=job, words="Læser netværket.", share=0.2)
    assert actions.finish(job=job, data=b"%PDF", shown=[], made_at=job.ordered_at, now=timezone.now())
    job.refresh_from_db()
    assert (job.state, job.share, job.version, fetched(job)) == ("done", 1, 3, b"%PDF")


@pytest.mark.parametrize("state", ["stopped", "broken"])
def test_what_was_stopped_is_not_finished_afterwards(member, state):
    job = make_job(member, state)
    assert not actions.beat(job=job, now=timezone.now())
    assert not actions.finish(job=job, data=b"%PDF", shown=[], made_at=job.ordered_at, now=timezone.now())
    assert not PaperFile.objects.exists()


@pytest.mark.parametrize("state", PaperState.values)
def test_only_what_is_open_can_be_stopped(member, state):
    job = make_job(member, state)
    assert actions.stop(job=job, now=timezone.now()) == (state in ("waiting", "running"))


@pytest.mark.parametrize("state", PaperState.values)
def test_what_came_to_nothing_can_be_tried_again(member, state):
    job = make_job(member, state)
    again = actions.order_again(job=job, now=timezone.now())
    assert again.state == {"done": "done", "running": "running"}.get(state, "waiting")


def test_what_is_over_is_deleted_with_its_file(member):
    old, new = make_job(member, ago=timedelta(hours=25)), make_job(member, ago=timedelta(hours=23))
    call_command("forget_reports", verbosity=0)
    assert list(PaperJob.objects.all()) == [new]
    assert not PaperFile.objects.filter(job=old).exists()


def test_a_removed_member_leaves_no_report(plan, member):
    make_job(member)
    member.delete()
    assert not PaperJob.objects.exists()
    assert not PaperFile.objects.exists()
