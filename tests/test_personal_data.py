"""Every field that holds something about a person is listed, with why and for how long."""

import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

ROOT = Path(settings.BASE_DIR)
LISTED = tomllib.loads((ROOT / "config" / "personal_data.toml").read_text())
OUR_APPS = {app for app in settings.INSTALLED_APPS if (ROOT / app / "__init__.py").is_file()}
TEXT = (models.CharField, models.TextField, models.JSONField, models.FileField, models.GenericIPAddressField)
PEOPLE = {"accounts.User", "accounts.Membership", "actors.Contact"}
SAYS = {"title", "about", "purpose", "basis", "keep_months", "keep", "seen_by", "exported", "erased"}

# Words for what this tool must never hold, in Danish and English.
FORBIDDEN = re.compile(
    r"cpr|ssn|personnummer|birth|foedsel|f.dselsdag|gender|koen|k.n$|ethnic|origin|religio|health_status|diagnos"
    r"|union_member|fagforening|offen[cs]e|straf|income|indkomst|home_address|portrait|photo|ip_address|device",
    re.IGNORECASE,
)


def our_models():
    return [model for model in apps.get_models() if model._meta.app_label in OUR_APPS]


def stored_fields(model):
    """Fields with data of their own; the id and the plan say nothing about a person."""
    own = [*model._meta.concrete_fields, *model._meta.local_many_to_many]
    return [field for field in own if not field.primary_key and field.name != "plan"]


def looks_personal(field):
    """Text can hold anything; a link to a person is about that person."""
    to_person = field.is_relation and field.related_model._meta.label in PEOPLE
    return isinstance(field, TEXT) or to_person


def listed_fields(label):
    """(class, field) pairs that the list has for a model."""
    return [(kind, name) for kind, names in LISTED["models"].get(label, {}).items() for name in names]


def holds_person(label):
    return any(kind not in ("not_personal", "free_text") for kind, _ in listed_fields(label))


def missing_fields(all_models):
    """Fields that should be listed and are not, as "app.Model.field"."""
    missing = []
    for model in all_models:
        label = model._meta.label
        known = {name for _, name in listed_fields(label)}
        missing += [
            f"{label}.{field.name}"
            for field in stored_fields(model)
            if field.name not in known and (looks_personal(field) or holds_person(label))
        ]
    return missing


def test_every_field_that_could_hold_a_person_is_listed():
    assert our_models()
    assert missing_fields(our_models()) == []


@pytest.fixture
def unlisted_model():
    """A model that nobody listed, out of Django's registry again afterwards."""

    class Note(models.Model):
        text = models.TextField()
        written_by = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
        length = models.IntegerField()

        class Meta:
            app_label = "actors"

    yield Note
    del apps.all_models["actors"]["note"]
    apps.clear_cache()


def test_a_field_that_is_not_listed_is_found(unlisted_model):
    assert missing_fields([unlisted_model]) == ["actors.Note.text", "actors.Note.written_by"]


def test_the_list_names_no_field_that_is_gone_and_none_twice():
    real = {model._meta.label: {field.name for field in stored_fields(model)} for model in our_models()}
    for label in LISTED["models"]:
        names = [name for _, name in listed_fields(label)]
        assert sorted(names) == sorted(set(names) & real[label]), label


def test_every_class_says_why_how_long_and_how_it_ends():
    for name, said in LISTED["classes"].items():
        assert set(said) == SAYS, name
        assert all(said.values()), name
    used = {kind for label in LISTED["models"] for kind, _ in listed_fields(label)}
    assert used - {"not_personal"} == set(LISTED["classes"])


def test_the_page_for_people_tells_of_every_class():
    page = (ROOT / "docs" / "personoplysninger.md").read_text()
    for said in LISTED["classes"].values():
        assert f"### {said['title']}" in page
        for part in ("purpose", "basis", "keep", "erased"):
            assert said[part] in page


def test_tables_of_packages_are_accounted_for():
    foreign = {model._meta.label for model in apps.get_models() if model._meta.app_label not in OUR_APPS}
    assert set(LISTED["packages"]) == foreign


def test_no_field_is_named_for_what_must_never_be_stored():
    names = [f"{model._meta.label}.{field.name}" for model in our_models() for field in stored_fields(model)]
    assert [name for name in names if FORBIDDEN.search(name.rpartition(".")[2])] == []
    assert FORBIDDEN.search("cpr_number")
