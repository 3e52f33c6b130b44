"""The plan's audit log, for its leader."""

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from accounts.forms import AuditFilterForm
from accounts.models import AuditEntry

PAGE_SIZE = 50
VERBS = {
    "create": "oprettede",
    "change": "rettede",
    "delete": "slettede",
    "restore": "hentede tilbage",
    "archive": "arkiverede",
    "move": "flyttede",
    "invite": "sendte",
    "withdraw": "trak tilbage",
    "accept": "tog imod",
    "remove": "fjernede",
    "grant_support": "gav support adgang gennem",
    "export": "hentede som fil",
    "import": "indlæste",
    "end": "afsluttede",
    "close": "sluttede",
    "reopen": "åbnede igen",
    "cancel": "aflyste",
    "approve": "sagde ja til",
    "resume": "begyndte igen på",
    "confirm": "bekræftede",
    "undo": "fortrød",
    "renew": "fornyede",
    "contact_shown": "fik vist",
    "consent_asked": "spurgte om samtykke hos",
    "consent_given": "skrev ja til samtykke for",
    "consent_refused": "skrev nej til samtykke for",
    "consent_withdrawn": "trak samtykket tilbage for",
    "consent_expired": "skrev, at samtykket er udløbet for",
    "done": "klarede",
    "sent": "sendte til et andet forum",
    "placed": "satte på en dagsorden",
    "taken_off": "tog af en dagsorden",
    "passed_on": "sendte videre",
    "answered": "svarede på",
    "returned": "sendte retur",
    "sent_again": "sendte igen",
    "taken_back": "trak tilbage",
    "reopened": "åbnede igen",
    "moved": "gav til et andet forum",
    "inherited": "lod svaret gå til et andet forum for",
    "minutes_sent": "sendte til godkendelse",
    "minutes_approved": "godkendte",
    "minutes_mailed": "sendte rundt",
    "remarked": "skrev en bemærkning til",
    "begin": "begyndte",
    "carry": "lagde i profilen fra",
    "sent_sheet": "sendte opsamlingen fra",
    "merge": "slog sammen med en anden",
    "answer_clash": "gav et",
    "cpr_override": "sagde, at det ikke er et CPR-nummer, i",
}


@dataclass(frozen=True)
class LogLine:
    """One event in words. Names no values, since the log holds none."""

    at: datetime
    who: str
    did: str
    what: str
    fields: str


@require_safe
def audit_log(request):
    """Who did what, newest first."""
    require(request.membership, Permission.AUDIT_VIEW)
    form = AuditFilterForm(request.GET)
    number = form.cleaned_data["page"] if form.is_valid() else None
    page = Paginator(request.plan.audit_entries.newest_first(), PAGE_SIZE).get_page(number or 1)
    lines = [in_words(entry) for entry in page]
    return render(request, "accounts/audit_log.html", {"place": "plan", "page": page, "lines": lines})


def in_words(entry: AuditEntry) -> LogLine:
    """The entry as a colleague would say it."""
    model = _models_by_name().get(entry.object_type)
    return LogLine(
        at=entry.at,
        who=entry.by.name if entry.by else "Systemet",
        did=VERBS.get(entry.verb, entry.verb),
        what=str(model._meta.verbose_name) if model else entry.object_type,
        fields=", ".join(_field_name(model, name) for name in entry.fields),
    )


def _models_by_name() -> dict:
    """Our models by the name that the log keeps; Django holds them in memory."""
    return {model._meta.model_name: model for model in apps.get_models()}


def _field_name(model, name: str) -> str:
    """The Danish name of a field, or the name as it was logged."""
    try:
        return str(model._meta.get_field(name).verbose_name)
    except (AttributeError, FieldDoesNotExist):
        return name
