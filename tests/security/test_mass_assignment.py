"""Whatever else is sent with a form, only the form's own fields are written."""

from django.db import models

from tests.security.addresses import address
from tests.security.browsers import rolled_back
from tests.security.canaries import our_models
from tests.security.crawl import browser_of
from tests.security.forms_seen import watching
from tests.security.posts import fields
from tests.security.routes import ROUTES
from tests.security.rows import Rows, changes, look, look_again
from tests.security.urlconf import routes

# Names that other programs have taken to be fields, beside all that our models have.
GUESSED = {
    "pk", "is_staff", "is_superuser", "is_admin", "created_by", "owner", "user", "user_id", "tenant",
    "tenant_id", "permissions", "groups",
}  # fmt: skip


def temptations(world) -> dict[str, str]:
    """Every field name of every model, with a value that would do harm were it taken."""
    stranger = world.vest
    found = dict.fromkeys(GUESSED, "1")
    for model in our_models():
        for field in (*model._meta.concrete_fields, *model._meta.local_many_to_many):
            found[field.name] = found[field.attname] = _harm(field, stranger)
    found |= {"role": "leader", "consent_state": "given", "is_support": "true"}
    return found | {"id": str(stranger.plan.pk)}


# Which row of the other plan is pointed at, by model; an actor where none is named.
POINTED_AT = {
    "accounts.Membership": "member",
    "accounts.Area": "area",
    "accounts.TargetGroup": "target_group",
    "actors.Contact": "contact",
    "mapping.Collaboration": "collaboration",
}


def _harm(field, stranger) -> str:
    if field.is_relation:
        label = field.related_model._meta.label
        rows = {"accounts.Plan": stranger.plan, "accounts.User": stranger.users["leader"]}
        return str((rows.get(label) or stranger.rows[POINTED_AT.get(label, "actor")]).pk)
    if field.choices:
        return str(field.choices[-1][0])
    for kind, value in HARMS:
        if isinstance(field, kind):
            return value
    return "rovfugl"


HARMS = (
    (models.BooleanField, "true"),
    (models.DateTimeField, "1999-01-02 03:04"),
    (models.DateField, "1999-01-02"),
    (models.IntegerField, "77"),
    (models.FloatField, "77.7"),
    (models.UUIDField, "00000000-0000-4000-8000-00000000ffff"),
    (models.JSONField, '["rovfugl"]'),
    (models.EmailField, "rovfugl@ondt.example"),
)


def test_no_post_writes_a_column_that_its_form_does_not_have(world):
    tempting, before, wrong, tried = temptations(world), look(), [], 0
    for name, row in ROUTES.items():
        who = next(iter(row.doers()), None)
        if who is None or name == "account_logout":
            continue
        browser, url, data = browser_of(world, who), address(routes()[name], row.of, world.oest), None
        with watching() as seen:
            plain, data = _what_changes(before, browser, url, fields(name, world.oest))
        more = {key: value for key, value in tempting.items() if key not in {*seen.fields, *data}}
        assert len(more) > 70, name
        tempted, _ = _what_changes(before, browser, url, {**more, **fields(name, world.oest)})
        if tempted != plain:
            wrong.append((name, sorted(set(tempted) ^ set(plain))))
        tried += 1
    assert wrong == []
    assert tried > 35


def _what_changes(before: Rows, browser, url, data):
    """What a POST changes in all rows, in words; and what was sent."""
    with rolled_back():
        answer = browser.ask_and_keep("POST", url, data)
        assert answer.word == "302", url
        return changes(*look_again(before, answer.writes)), data


def test_what_is_tempting_would_be_seen(world):
    """The other way round: the same comparison finds a change of one column."""
    with rolled_back():
        before = look()
        type(world.oest.plan).objects.filter(slug="oest").update(municipality="rovfugl")
        assert changes(before, look()) == [f"accounts.Plan {world.oest.plan.pk}: municipality='rovfugl'"]
