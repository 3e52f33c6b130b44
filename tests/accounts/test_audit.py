"""The log is added to and never changed."""

import ast
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from accounts.audit import record
from accounts.models import AuditEntry
from accounts.views.log import VERBS
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(plan, alma):
    return record(plan=plan, by=alma, verb="change", obj=plan, fields=["name", "ends_on"])


def test_it_keeps_names_of_fields_and_no_values(entry, plan):
    assert (entry.object_type, entry.object_id, entry.fields) == ("plan", str(plan.pk), ["ends_on", "name"])


@pytest.mark.parametrize("change", ["save", "delete", "update many", "delete many"])
def test_it_cannot_be_changed(entry, change):
    ways = {
        "save": entry.save,
        "delete": entry.delete,
        "update many": lambda: AuditEntry.objects.update(verb="nothing"),
        "delete many": lambda: AuditEntry.objects.all().delete(),
    }
    with pytest.raises(TypeError, match="append-only"), transaction.atomic():
        ways[change]()
    assert AuditEntry.objects.get().verb == "change"


def test_a_user_who_leaves_keeps_the_line(entry, alma):
    alma.delete()
    assert AuditEntry.objects.get().by is None


def test_the_leader_reads_it_in_danish(as_leader, entry, plan):
    page = as_leader.get("/solbakken/plan/log/").content.decode()
    assert "Alma Bøgh" in page
    assert "rettede helhedsplan" in page
    assert "slutter, navn" in page


def test_others_may_not_read_it(as_alma, as_bo, entry):
    for client in (as_alma, as_bo):
        response = client.get("/solbakken/plan/log/")
        assert response.status_code == 403
        assert "Det kan kun en leder" in response.content.decode()


def test_a_stranger_finds_nothing(as_carla, entry):
    assert as_carla.get("/solbakken/plan/log/").status_code == 404


def test_the_log_shows_fifty_a_page_with_a_constant_number_of_queries(
    as_leader, plan, alma, django_assert_num_queries
):
    for number_of_lines in (1, 50):
        for _ in range(number_of_lines):
            record(plan=plan, by=factories.make_user(), verb="change", obj=plan, fields=["name"])
        with django_assert_num_queries(5):
            as_leader.get("/solbakken/plan/log/")
    assert "Side 1 af 2" in as_leader.get("/solbakken/plan/log/").content.decode()


def test_every_verb_that_is_recorded_has_danish_words():
    """Read from the sources: the calls that write the log, and those that hand a verb on to one that does."""
    written = set()
    for app in ("accounts", "actors", "mapping", "exchange", "valuegame", "reports"):
        for path in (Path(settings.BASE_DIR) / app).rglob("*.py"):
            calls = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))
            for call in calls:
                names = {word.arg: word.value for word in call.keywords}
                verb = names.get("verb")
                if isinstance(verb, ast.Constant) and "by" in names:
                    written.add(verb.value)
    assert {"create", "cancel", "reopen"} <= written
    assert written <= VERBS.keys()
