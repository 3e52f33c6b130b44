"""The gallery of components, shown in debug mode alone."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import NamedTuple

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import render

from config import looks
from config.forms import DateInput
from config.methods import require_form_methods
from config.undo import done


@dataclass(frozen=True)
class Shown:
    """An invented actor: what the components need of one."""

    name: str
    kind: str
    kind_name: str
    place: str
    count: int
    over: bool
    status: str
    status_name: str

    @property
    def values(self) -> tuple[int, ...]:
        """Some of the five, so that the rows differ."""
        return tuple(number for number in range(1, 6) if (self.count + number) % 3)


ACTORS = (
    Shown(
        "Cykelværkstedet Kæden", "business", "Erhvervsdrivende", "Østhøj 3", 0, False, "dormant", "Hvilende"
    ),
    Shown(
        *("Afdelingsbestyrelsen Østhøj", "housing", "Boligrelateret organisation", "Østhøj 12"),
        *(2, False, "contacted", "Kontaktet"),
    ),
    Shown(
        *("Kvindeforeningen Rosen", "resident", "Beboerdreven forening", "Lyngvej 18"),
        *(3, False, "active", "Aktiv"),
    ),
    Shown(
        *("Biblioteket på Bakken", "municipal", "Kommunal institution", "Torvet 1"),
        *(9, True, "active", "Aktiv"),
    ),
    Shown(
        "Lektiecaféen Lygten", "voluntary", "Frivillig organisation", "Torvet 1", 4, False, "active", "Aktiv"
    ),
    Shown("Kirken på Bakken", "other", "Anden aktør", "Kirkevej 1", 12, False, "spotted", "Kun opsporet"),
)
KIND_CHIPS = [
    {"value": look.kind, "kind": look.kind, "label": look.short, "count": count}
    for look, count in zip(looks.KIND_LOOKS.values(), (5, 11, 9, 7, 6, 4), strict=True)
]
FORMS = (
    (1, "Videndele", "Vi fortæller hinanden nyt"),
    (2, "Samvirke", "Vi henviser til hinanden"),
    (3, "Ressourceudveksle", "Vi låner og deler"),
    (4, "Samordne", "Vi planlægger sammen"),
    (5, "Samskabe", "Vi laver noget nyt sammen"),
)
TABS = [
    {"key": "profile", "name": "Profil", "url": "#"},
    {"key": "resources", "name": "Ressourcer", "url": "#", "count": 4},
    {"key": "collaborations", "name": "Samarbejder", "url": "#", "count": 9},
]


class SampleForm(forms.Form):
    """One field of each sort."""

    name = forms.CharField(label="Navn", error_messages={"required": "Skriv aktørens navn"})
    mail = forms.EmailField(label="Mail", error_messages={"invalid": "Mailen mangler et @"})
    met = forms.DateField(label="Mødt første gang", widget=DateInput(), required=False)
    kind = forms.ChoiceField(label="Type", choices=[("municipal", "Kommunal institution")], required=False)
    areas = forms.MultipleChoiceField(
        label="Boligområder",
        choices=[("east", "Østhøj"), ("lyng", "Lyngparken")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    note = forms.CharField(
        label="Kerneopgave",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text="Skriv ikke om enkeltpersoner.",
    )
    daily = forms.BooleanField(label="Er her hver dag", required=False)


class SampleShell(NamedTuple):
    """What accounts.navigation.Shell is to the pages of a plan."""

    slug: str = "solbakken"
    plan_name: str = "Solbakken"
    role_name: str = "Medarbejder"
    name: str = "Amina Holm"
    initials: str = "AH"
    shortcuts: bool = True
    can_log: bool = True

    @property
    def places(self) -> list:
        return _places()


@login_not_required
@require_form_methods
def components(request):
    """Each component of templates/components/ once, with the states it can have; posting changes nothing."""
    done(
        request,
        "Købmand Ågaard og Ungdomsskolen Åkanden samordner nu.",
        undo_url=request.path,
        lead="Gemt.",
    )
    messages.warning(request, "Samtykket udløber 31. oktober.")
    pages = Paginator(range(480), 12)
    context = {
        "user": SimpleNamespace(shortcuts=True, is_authenticated=True),
        "plan": SimpleNamespace(slug="solbakken", name="Solbakken"),
        "shell": SampleShell(),
        "place": "actors",
        "actors": ACTORS,
        "chips": KIND_CHIPS,
        "chosen": request.GET.get("kind", ""),
        "sort": request.GET.get("sort", "name"),
        "forms_of_collaboration": FORMS,
        "tabs": TABS,
        "five": range(1, 6),
        "levels": {1: 3, 2: 2, 3: 0, 4: 1},
        "guessed": {2},
        "page": pages.get_page(request.GET.get("page", 2)),
        "form": SampleForm({"mail": "lone.bakken.example"}),
    }
    return render(request, "gallery.html", context)


def _places():
    """A rail that leads nowhere."""
    names = (
        ("actors", "Aktører", "users-round", "a", True),
        ("collaborations", "Samarbejder", "handshake", "s", True),
        ("map", "Netværkskort", "network", "n", True),
        ("plan", "Helhedsplanen", "settings", "h", False),
    )
    return [
        SimpleNamespace(
            place=SimpleNamespace(key=key, name=name, icon=icon, letter=letter, on_phone=on_phone), url="#"
        )
        for key, name, icon, letter, on_phone in names
    ]
