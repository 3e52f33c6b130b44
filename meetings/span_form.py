"""The shape of forms of what takes place once: a day and two times on the wall, kept as a span in UTC."""

from datetime import date

from django import forms
from django.utils import timezone

from config.forms import near_day
from exchange.availability import NoSuchTime, Span, span_of
from exchange.picked_form import CLOCK, CLOCK_INVALID, TIME
from meetings.models import Event, Meeting
from meetings.row_form import RowForm

WHEN = ("day", "begins", "ends")


def clock_field(label: str, missing: str = "", *, required: bool = True) -> forms.TimeField:
    """A time on the wall; `missing` is what is said when there is none."""
    return forms.TimeField(
        label=label, input_formats=CLOCK, widget=forms.TimeInput(**TIME), required=required,
        error_messages={"required": missing, "invalid": CLOCK_INVALID},
    )  # fmt: skip


class SpanForm(RowForm):
    """A RowForm with the fields `day`, `begins` and `ends`; `span` is None until they make one."""

    def __init__(self, data=None, *, row, is_new: bool, today: date):
        super().__init__(data, row=row, is_new=is_new, initial={} if is_new else on_the_wall(row))
        self.today = today
        self.span: Span | None = None

    def clean_day(self) -> date:
        """Also one that has been, to write down what was held; not further ahead than anybody plans."""
        return near_day(self.cleaned_data["day"], self.today)

    def clean(self):
        said = super().clean()
        if said.keys() >= set(WHEN):
            try:
                self.span = span_of(*(said[name] for name in WHEN))
            except NoSuchTime as problem:
                self.add_error("ends", str(problem))
        return said

    def values(self) -> dict:
        """The columns as they were typed, the time in UTC."""
        return super().values() | {"begins_at": self.span.begin, "ends_at": self.span.end}

    @property
    def touched(self) -> list[str]:
        """The same as fields of the form."""
        changed = set(self.changed_columns)
        own = [name for name in self.columns if name in changed]
        return own + [name for name in WHEN if name in self.changed_data]


def on_the_wall(row: Meeting | Event) -> dict:
    """The day and the hours as the wall in Copenhagen shows them."""
    begin, end = timezone.localtime(row.begins_at), timezone.localtime(row.ends_at)
    return {"day": begin.date(), "begins": begin.time(), "ends": end.time()}
