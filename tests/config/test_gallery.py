"""The components: every one renders, says what it should, and asks for nothing that does not exist."""

import re
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import lucide
import pytest
from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django.urls import path

from accounts.navigation import PLACES
from config import drawings, gallery, looks, undo
from config.templatetags import gavl
from config.urls import *  # noqa: F403

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))

# The gallery is a page of debug mode; here it stands beside all the others.
urlpatterns = [path("komponenter/", gallery.components, name="gallery"), *urlpatterns]  # noqa: F405


class Reader(HTMLParser):
    """Collects the tags, ids and the text of a page."""

    def __init__(self, html: str):
        super().__init__()
        self.tags, self.text = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)

    def all(self, tag: str) -> list[dict]:
        """The attributes of every element of one sort."""
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def ids(self) -> list[str]:
        """Every id, repeats included."""
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]


def render(source: str, query: str = "", **context) -> str:
    """What a template with this source gives for a request with this query string."""
    request = RequestFactory().get(f"/sted/{query}")
    return Template(source).render(RequestContext(request, context))


@pytest.fixture
def page(client, db, settings) -> Reader:
    """The gallery as a reader gets it."""
    settings.ROOT_URLCONF = __name__
    response = client.get("/komponenter/?kind=municipal&sort=-count&page=3")
    assert response.status_code == 200
    return Reader(response.content.decode())


# -- The whole page ---------------------------------------------------------------------------------


def test_every_component_stands_in_the_gallery(page):
    classes = {name for _, attrs in page.tags for name in (attrs.get("class") or "").split()}
    shown = {
        "btn-sun",
        "tag-bad",
        "value-3",
        "mark-l",
        "form-line",
        "load-over",
        "alert-warn",
        "error-summary",
    }
    assert shown <= classes
    shown = {
        "stepper",
        "segments",
        "views",
        "tabs",
        "chips",
        "table",
        "pages",
        "choice-card",
        "empty",
        "facts",
        "sun-small",
        "quote",
    }
    assert shown <= classes
    assert [dialog["id"] for dialog in page.all("dialog")] == ["archive", "shortcuts"]


def test_no_id_is_used_twice_and_every_reference_leads_somewhere(page):
    assert len(page.ids) == len(set(page.ids))
    for _, attrs in page.tags:
        for reference in ("aria-labelledby", "aria-describedby", "for"):
            assert set((attrs.get(reference) or "").split()) <= set(page.ids)


def test_one_heading_landmarks_and_danish(page):
    assert len(page.all("h1")) == 1
    assert page.all("html") == [{"lang": "da"}]
    assert len(page.all("main")) == 1
    labels = [nav["aria-label"] for nav in page.all("nav")]
    assert len(labels) == len(set(labels))
    assert page.all("a")[0] == {"class": "skip-link", "href": "#main"}


def test_every_field_has_a_label_and_every_icon_button_a_name(page):
    named = {label.get("for") for label in page.all("label")}
    fields = [
        field for field in page.all("input") if field.get("type") not in ("hidden", "radio", "checkbox")
    ]
    assert {field["id"] for field in fields} <= named
    buttons = [
        attrs for tag, attrs in page.tags if tag in "a button" and "btn-icon" in attrs.get("class", "")
    ]
    assert buttons
    assert all(button.get("aria-label") for button in buttons)


def test_nothing_inline_that_the_policy_would_stop(page):
    assert not page.all("style")
    assert all("src" in script for script in page.all("script"))
    assert not [
        attrs for _, attrs in page.tags if any(name == "style" or name.startswith("on") for name in attrs)
    ]


def test_the_page_with_an_error_says_so_in_its_title(page):
    assert "Fejl: Komponenter · Solbakken" in "".join(page.text)


# -- Icons, marks and colours --------------------------------------------------------------------------


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_every_icon_named_in_a_template_exists(template):
    for name in re.findall(r"""{%\s*icon\s+["']([^"']+)["']""", template.read_text()):
        assert drawings.icon(name).startswith("<svg")


def test_every_icon_named_in_code_exists():
    names = [place.icon for place in PLACES] + list(gavl.ALERT_ICONS.values())
    names += [icon for _, icon in gavl.STATUS_LOOKS.values()]
    names += [look.icon for look in (*looks.KIND_LOOKS.values(), *looks.VALUE_LOOKS)]
    for name in names:
        assert 'aria-hidden="true"' in drawings.icon(name)


def test_an_icon_that_does_not_exist_is_an_error():
    with pytest.raises(lucide.IconDoesNotExist):
        drawings.icon("findes-ikke")


def test_the_style_sheet_has_the_colours_of_the_drawings():
    css = (ROOT / "static/css/tokens.css").read_text().lower()
    for look in looks.KIND_LOOKS.values():
        assert f"--kind-{look.kind}: {look.fill.lower()};" in css
    for look in looks.VALUE_LOOKS:
        assert f"--value-{look.number}: {look.fill.lower()};" in css
        assert f"--value-{look.number}-soft: {look.soft.lower()};" in css
    assert f"--ink: {looks.INK.lower()};" in css


def test_every_custom_property_that_is_used_is_set():
    css = "".join(file.read_text() for file in (ROOT / "static/css").glob("*.css"))
    assert set(re.findall(r"var\((--[\w-]+)", css)) <= set(re.findall(r"(--[\w-]+):", css))


def test_a_mark_is_named_only_when_asked():
    assert 'aria-hidden="true"' in gavl.mark("housing")
    assert 'role="img" aria-label="Anden aktør"' in gavl.mark("other", "l", "Anden aktør")


# -- Tags --------------------------------------------------------------------------------------------------


def test_who_escapes_the_name_and_links_it():
    actor = SimpleNamespace(name="<b>Rosen</b>", kind="resident")
    assert '<a href="/r/">&lt;b&gt;Rosen&lt;/b&gt;</a><small>Lyngvej 18</small>' in gavl.who(
        actor, "/r/", "Lyngvej 18"
    )


def test_load_bar_fills_at_most_ten_and_tells_the_number():
    assert gavl.load_bar(3).count("currentColor") == 3
    assert gavl.load_bar(1250).count("currentColor") == 10
    assert "<b>1.250</b>" in gavl.load_bar(1250)


def test_values_are_named_once_for_those_who_do_not_see():
    row = gavl.value_row([5, 2])
    assert 'aria-label="Øget faglighed, Adgang til flere ressourcer"' in row
    assert row.count("value-off") == 3
    assert 'aria-label="Ingen værdier endnu"' in gavl.value_row([])


def test_sort_head_turns_round_keeps_the_filters_and_begins_at_page_one():
    head = render('{% sort_link "name" "Aktør" "name" %}', "?kind=housing&sort=name&page=4")
    assert 'aria-sort="ascending"' in head
    assert 'href="?kind=housing&amp;sort=-name"' in head
    assert "aria-sort" not in render('{% sort_link "name" "Aktør" "-count" %}')


def test_sort_head_of_numbers_begins_with_the_most():
    assert 'href="?sort=-count"' in render('{% sort_link "count" "Samarbejder" "name" first="down" %}')


def test_links_fetch_a_part_only_where_the_page_has_one():
    assert "hx-get" not in render('{% sort_link "name" "Aktør" "name" %}')
    head = render('{% sort_link "name" "Aktør" "name" %}', list_id="actor-list")
    assert 'hx-get="?sort=-name" hx-target="#actor-list"' in head


def test_chips_mark_the_current_one_and_keep_the_search():
    source = '{% include "components/filter_chips.html" with label="Type" param="kind" %}'
    choices = [{"value": "housing", "label": "Bolig", "kind": "housing", "count": 5}]
    chips = Reader(render(source, "?q=rosen&page=2", choices=choices, current="housing"))
    links = chips.all("a")
    assert [link["href"] for link in links] == ["?q=rosen", "?q=rosen&kind=housing"]
    assert [link.get("aria-current") for link in links] == [None, "true"]


def test_pages_are_elided_and_a_single_page_shows_none():
    source = '{% include "components/pagination.html" %}'
    many = Reader(render(source, "?q=a", page=Paginator(range(400), 10).page(20)))
    assert [link["href"] for link in many.all("a")] == [f"?q=a&page={n}" for n in (19, 1, 19, 21, 40, 21)]
    assert "Side 20 af 40" in "".join(many.text)
    assert render(source, page=Paginator(range(4), 10).page(1)).strip() == ""


def test_crumbs_end_where_one_is():
    crumbs = gavl.crumbs("Aktører", "/a/", "Rosen & co")
    assert '<a href="/a/">Aktører</a>' in crumbs
    assert '<li aria-current="page">Rosen &amp; co</li>' in crumbs


def test_blocks_keep_their_content():
    html = render(
        '{% empty_state "Ingen endnu" "Begynd her." %}<a href="/ny/">Ny aktør</a>{% endempty_state %}'
    )
    assert '<a href="/ny/">Ny aktør</a>' in html
    assert "<b>Obs.</b>" in render('{% alert "warn" %}<b>Obs.</b>{% endalert %}')


# -- Forms ---------------------------------------------------------------------------------------------------


def test_errors_stand_in_the_summary_and_at_the_field_in_the_same_words():
    html = str(gallery.SampleForm({"mail": "lone.bakken.example"}))
    page = Reader(html)
    assert "Ret to ting, så kan du gemme" in html
    assert html.count("Skriv aktørens navn") == html.count("Mailen mangler et @") == 2
    field = next(field for field in page.all("input") if field.get("name") == "mail")
    assert field["aria-invalid"] == "true"
    assert field["aria-describedby"] == "id_mail_error"
    assert {link["href"] for link in page.all("a")} == {"#id_name", "#id_mail"}


def test_one_error_is_one_thing_and_no_error_is_nothing():
    assert "Ret én ting, så kan du gemme" in str(gallery.SampleForm({"mail": "a@b.example"}))
    assert "error-summary" not in str(gallery.SampleForm())


def test_an_error_of_the_whole_form_stands_in_the_summary():
    class Clash(forms.Form):
        def clean(self):
            raise forms.ValidationError("Slut skal være efter start")

    assert "<li>Slut skal være efter start</li>" in str(Clash({}))


def test_fields_that_may_be_left_out_say_so():
    html = str(gallery.SampleForm())
    assert '<label for="id_note">Kerneopgave <span class="optional">(valgfri)</span></label>' in html
    assert '<label for="id_name">Navn</label>' in html
    assert 'aria-describedby="id_note_helptext"' in html


def test_several_choices_are_a_group_with_a_legend():
    page = Reader(str(gallery.SampleForm()))
    assert page.all("fieldset")
    assert page.all("legend")


# -- Messages ----------------------------------------------------------------------------------------------


def shown(*messages, **context) -> str:
    """The region of messages."""
    return Template('{% include "components/_messages.html" %}').render(
        Context({"messages": messages, **context})
    )


def done(text: str, **extras) -> Message:
    """The message that config.undo.done leaves."""
    request = SimpleNamespace(_messages=[])
    request._messages = SimpleNamespace(add=lambda *message: setattr(request, "left", Message(*message)))
    undo.done(request, text, **extras)
    return request.left


def test_what_was_done_can_be_undone():
    html = shown(done("Rosen er arkiveret.", undo_url="/solbakken/aktoerer/1/hent/", lead="Gemt."))
    page = Reader(html)
    assert page.all("form") == [{"method": "post", "action": "/solbakken/aktoerer/1/hent/"}]
    assert "<b>Gemt.</b> Rosen er arkiveret." in html
    assert "Fortryd" in html


def test_other_messages_have_no_undo_and_their_own_look():
    html = shown(Message(constants.ERROR, "Filen er <tom>"), Message(constants.WARNING, "Udløber"))
    assert "alert-bad" in html
    assert "alert-warn" in html
    assert "Filen er &lt;tom&gt;" in html
    assert "<form" not in html


def test_messages_are_announced_and_added_to_those_already_there():
    assert 'id="messages" class="messages" role="status"' in shown()
    assert 'hx-swap-oob="beforeend:#messages"' in shown(done("Gemt"), oob=True)


@pytest.mark.parametrize("url", ["https://ondt.example/", "//ondt.example/", "javascript:alert(1)", "sted/"])
def test_undo_stays_on_this_site(url):
    with pytest.raises(ValueError, match="Not a path"):
        done("Gemt", undo_url=url)


@pytest.mark.parametrize("tags", ["", "undo:/x/", "[1]", '{"ukendt": 1}', "{"])
def test_odd_tags_are_no_extras(tags):
    assert undo.extras_of(Message(constants.SUCCESS, "Gemt", tags)) == undo.Extras()
