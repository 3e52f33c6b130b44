"""The CPR guard in forms: stops the first save, lets the user overrule it, counts that."""

import pytest
from django import forms

from actors.guard import CPR_FOUND_MESSAGE, CPR_NOT_ONE_LABEL
from actors.guarded_forms import GuardedForm, audit_override
from config.forms import LinesField

CPR = "Ring om 010165-1234 i morgen"


class NoteForm(GuardedForm, forms.Form):
    title = forms.CharField(required=False)
    lines = LinesField(required=False)
    token = forms.UUIDField(required=False)


def test_plain_text_is_saved_without_a_question():
    form = NoteForm({"title": "Lektiecafé tirsdag kl. 16", "lines": "Arabisk\nSomali"})

    assert form.is_valid()
    assert form.cpr_box is None
    assert form.cpr_overridden == ()


@pytest.mark.parametrize("name", ["title", "lines"])
def test_a_cpr_number_stops_the_first_save_and_marks_its_field(name):
    form = NoteForm({name: CPR})

    assert not form.is_valid()
    assert form.errors == {name: [CPR_FOUND_MESSAGE]}
    assert form.cpr_box.label == CPR_NOT_ONE_LABEL


def test_saying_that_it_is_not_one_lets_it_through_and_remembers_which_field():
    form = NoteForm({"title": CPR, "lines": "Arabisk", "cpr_ok": "on"})

    assert form.is_valid()
    assert form.cpr_overridden == ("title",)


def test_text_that_stands_as_it_was_saved_is_not_asked_about_again():
    form = NoteForm({"title": CPR, "lines": "a\r\nb"}, initial={"title": CPR, "lines": "a\nb"})

    assert form.is_valid()
    assert form.changed_data == []


def test_an_override_is_recorded_with_field_names_and_never_the_text(plan, alma):
    form = NoteForm({"title": CPR, "cpr_ok": "on"})
    assert form.is_valid()

    audit_override(form, plan=plan, by=alma, obj=plan)

    entry = plan.audit_entries.get()
    assert (entry.verb, entry.fields) == ("cpr_override", ["title"])


def test_nothing_is_recorded_when_nothing_was_marked(plan, alma):
    form = NoteForm({"title": "Hej", "cpr_ok": "on"})
    assert form.is_valid()

    audit_override(form, plan=plan, by=alma, obj=plan)

    assert plan.audit_entries.count() == 0
