"""Every route, every role: what is declared in routes.py is what happens, and nothing is left out."""

import pytest

from tests.security.addresses import address
from tests.security.canaries import found_in, our_models, text_fields
from tests.security.crawl import browser_of, home_of, page_of
from tests.security.posts import FIELDS, fields
from tests.security.routes import NO_SUCCESS_HERE, ROUTES, WHO
from tests.security.urlconf import routes

PASSING = ("django_session", "accounts_auditentry")


def test_the_table_names_every_route_and_no_other():
    assert sorted(ROUTES) == sorted(routes())
    assert len(ROUTES) > 70


def test_every_route_was_successful_for_somebody():
    assert len(NO_SUCCESS_HERE) <= 5
    assert {name for name, row in ROUTES.items() if not row.has_success} == set()
    assert set(NO_SUCCESS_HERE) | set(FIELDS) <= set(ROUTES)


@pytest.mark.parametrize("who", WHO)
def test_everybody_gets_what_the_table_says(world, who):
    browser, own = browser_of(world, who), home_of(world, who)
    wrong = []
    for name, route in routes().items():
        # The other plan's leader has an account of their own, and nothing to do in this plan.
        side = world.oest if route.in_plan or name == "accounts:invitation" else own
        url = page_of(name, address(route, ROUTES[name].of, side, role=who))
        got = browser.ask("GET", url).word, browser.ask("POST", url, fields(name, side)).word
        if got != ROUTES[name].cells[who]:
            wrong.append(f"{name}: {'/'.join(got)}, not {'/'.join(ROUTES[name].cells[who])}")
    assert wrong == []


def test_a_post_that_is_let_through_changes_something(world):
    """Else all that is said about posts would be about forms that were refused."""
    idle = []
    for name, row in ROUTES.items():
        who = next(iter(row.doers()), None)
        if who and (routes()[name].in_plan or name in ("accounts:profile", "accounts:invitation")):
            url = address(routes()[name], row.of, world.oest)
            writes = browser_of(world, who).ask("POST", url, fields(name, world.oest)).writes
            if not any(all(table not in sql for table in PASSING) for sql in writes):
                idle.append(name)
    assert idle == []


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_no_route_of_a_plan_knows_other_methods(world, method):
    browser = browser_of(world, "leader")
    found = {}
    for name, route in routes().items():
        if route.in_plan:
            found[name] = browser.ask(method, address(route, ROUTES[name].of, world.oest)).status
    assert {name: status for name, status in found.items() if status != 405} == {}


def test_both_plans_have_one_of_everything_with_a_canary_in_every_text(world):
    """Else nothing could leak, and no test here would say anything."""
    for side in world:
        for model in our_models():
            rows = _rows_of(model, side)
            assert rows, f"No {model._meta.label} in {side.nest.name}"
            silent = [one.name for one in text_fields(model) if not any(_says(row, one) for row in rows)]
            assert silent == SILENT.get(model._meta.label, []), model._meta.label


# Text that is no word of a person: made by the machine, or with a meaning of its own.
SILENT = {
    "accounts.User": ["password"],
    "mapping.ClashAnswer": ["fingerprint"],
    "mapping.ReviewAnswer": ["key"],
    "accounts.Plan": ["slug"],
    "accounts.Invitation": ["token_hash"],
    "exchange.MailLink": ["token_hash"],
    "meetings.Invite": ["sent_as"],
    "meetings.SeatLink": ["token_hash"],
    "meetings.PulseTicket": ["token_hash"],
    "accounts.AuditEntry": ["object_type", "object_id"],
    "actors.Contact": ["consent_scope"],
    "actors.ConsentEvent": ["scope"],
    "actors.GuideQuestion": ["key"],
    "actors.InterviewAnswer": ["question_key"],
    "exchange.Facility": ["days"],
    "exchange.Feed": ["token_hash"],
    "meetings.Approval": ["token_hash"],
    "meetings.Event": ["link"],
    "meetings.EventGuest": ["link"],
    "reports.PaperJob": ["key", "wish"],
    "reports.PaperFile": ["shown"],
    "reports.Indicator": ["automatic", "part"],
    "valuegame.Game": ["step_minutes", "link", "code"],
    "valuegame.GameMove": ["target", "base"],
    "valuegame.Carried": ["item"],
}


def _rows_of(model, side):
    label = model._meta.label
    if label == "accounts.User":
        return list(side.users.values())
    return [side.plan] if label == "accounts.Plan" else list(model.objects.filter(plan=side.plan))


def _says(row, field) -> bool:
    value = getattr(row, field.name)
    return bool(found_in(bytes(value).decode() if isinstance(value, bytes | memoryview) else str(value)))
