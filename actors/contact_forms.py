"""Forms of contact persons and of what they answered."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator

from actors.consent import CURRENT_TEXT, METHODS, SCOPES, ConsentProblem, State, Step
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.import_contacts import MAIL_IN_TEXT, PHONE_IN_TEXT
from actors.models import Contact
from config.danish import long_date
from config.forms import DateInput

# Digits with what people put between them, a country code, an extension.
PHONE = RegexValidator(re.compile(r"^\+?[\d ().,/–-]{4,}$"), "Skriv nummeret med tal, fx 20 30 40 50")
# Nobody was asked before this; it also keeps dates where calendars and databases agree.
EARLIEST = date(2000, 1, 1)
NOT_SO_EARLY = MinValueValidator(EARLIEST, "Skriv en dato efter år 2000")
MAIL_ERROR = "Skriv en mail som navn@sted.dk"
STALE_PAGE = "Siden er for gammel. Hent den igen."
HIDDEN = "(skjult)"
WRONG_FIELD = "Skriv nummer og mail i deres egne felter. Der er de skjult, til personen har sagt ja"


class ContactForm(GuardedForm, forms.ModelForm):
    """A contact person at an actor.

    With `hidden`, the one who edits may not see the stored phone and mail: the fields stand empty,
    empty keeps what is stored, and a box removes it. A save on top of somebody else's is stopped
    once, with `conflicts` as (label, what stands now) for the page to show.
    """

    version = forms.IntegerField(
        widget=forms.HiddenInput, error_messages={"required": STALE_PAGE, "invalid": STALE_PAGE}
    )
    forget = forms.BooleanField(label="Slet nummer og mail", required=False)

    class Meta:
        model = Contact
        fields = ["name", "role", "phone", "email", "source", "informed_on"]
        labels = {"source": "Hvor har vi det fra?", "informed_on": "Fik besked den"}
        widgets = {
            "informed_on": DateInput(),
            "phone": forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
            "email": forms.EmailInput(attrs={"autocomplete": "off"}),
        }
        help_texts = {
            "source": f"Fx hjemmesiden, et møde eller personen selv. {FREE_TEXT_HINT}",
            "informed_on": "Da personen fik at vide, at navnet står her. Senest en måned efter.",
        }
        error_messages = {
            "name": {"required": "Skriv personens navn"},
            "role": {"required": "Skriv personens rolle hos aktøren"},
            "email": {"invalid": MAIL_ERROR},
            "informed_on": {"invalid": "Skriv en dato"},
        }

    def __init__(self, *args, today: date, hidden: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.today, self.hidden = today, hidden
        self.conflicts: list[tuple[str, str]] = []
        self._stored = {name: getattr(self.instance, name) for name in self._meta.fields}
        self._stored_version = self.instance.version
        self.initial["version"] = self._stored_version
        self.fields["phone"].validators.append(PHONE)
        self.fields["informed_on"].validators.append(NOT_SO_EARLY)
        self._fit_to_what_is_stored()

    def _fit_to_what_is_stored(self) -> None:
        """Hints on phone and mail; stored values that may not be seen leave the form altogether."""
        self.fields["phone"].help_text = "Vises først, når personen har sagt ja."
        self.fields["email"].help_text = "Vises først, når personen har sagt ja."
        kept = [name for name in ("phone", "email") if self.hidden and self._stored[name]]
        for name in kept:
            self.initial[name] = ""
            what = "et skjult nummer" if name == "phone" else "en skjult mail"
            instead = "det" if name == "phone" else "den"
            self.fields[name].help_text = f"Der står {what}. Skriv kun her, hvis {instead} skal erstattes."
        if not kept:
            del self.fields["forget"]

    def clean_name(self):
        return _seen_by_all(self.cleaned_data["name"])

    def clean_role(self):
        return _seen_by_all(self.cleaned_data["role"])

    def clean_informed_on(self):
        day = self.cleaned_data["informed_on"]
        if day and day > self.today:
            raise ValidationError("Datoen skal være i dag eller før")
        return day

    def clean(self):
        data = super().clean()
        if data.get("version") not in (None, self._stored_version):
            self._show_conflict(data)
        return data

    def _post_clean(self):
        """Hidden phone and mail are put back after the guard has seen what was written."""
        for name in ("phone", "email"):
            if self.hidden and name in self.cleaned_data and not self.cleaned_data[name]:
                forget = self.cleaned_data.get("forget")
                self.cleaned_data[name] = "" if forget else self._stored[name]
        super()._post_clean()

    @property
    def stored_name(self) -> str:
        """The name as it stands, whatever was typed."""
        return self._stored["name"]

    @property
    def changed_columns(self) -> list[str]:
        """Columns whose stored value differs from what is to be saved; for a form that is valid."""
        return [name for name in self._meta.fields if self.cleaned_data[name] != self._stored[name]]

    def _show_conflict(self, data) -> None:
        """Stop this save, say what stands now, and let the next save go through."""
        for name in self._meta.fields:
            now, wanted = self._stored[name], data.get(name)
            secret = self.hidden and name in ("phone", "email")
            if secret and not wanted:
                continue
            if now != wanted:
                self.conflicts.append((self.fields[name].label, self._in_words(now, secret)))
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(self._stored_version)
        self.add_error(None, "En anden har rettet imens. Se, hvad der står nu, og gem igen.")

    def _in_words(self, value, secret: bool) -> str:
        """A stored value as the page may show it."""
        if not value:
            return "Ingenting"
        if secret:
            return HIDDEN
        return long_date(value, self.today) if isinstance(value, date) else value


def _seen_by_all(text: str) -> str:
    """The text in tidy blanks. Raises ValidationError for a number or mail, which need a yes to be seen."""
    if PHONE_IN_TEXT.search(text) or MAIL_IN_TEXT.search(text):
        raise ValidationError(WRONG_FIELD)
    return " ".join(text.split())


class ConsentForm(forms.Form):
    """What a person answered when asked: yes (to whom, how), no, or nothing yet."""

    answer = forms.ChoiceField(
        label="Hvad er svaret?",
        choices=[(State.GIVEN, "Ja"), (State.REFUSED, "Nej"), (State.ASKED, "Ikke endnu. Jeg har spurgt.")],
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg et svar", "invalid_choice": "Vælg et svar"},
    )
    scope = forms.MultipleChoiceField(
        label="Hvem må se telefon og mail?",
        choices=[(key, f"{scope.name}. {scope.explanation}") for key, scope in SCOPES.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text="Kun ved ja. Vælg dem, personen selv nævner.",
        error_messages={
            "required": "Vælg, hvem der må se telefon og mail",
            "invalid_choice": "Vælg blandt dem, der står på listen",
        },
    )
    method = forms.ChoiceField(
        label="Hvordan blev svaret givet?",
        choices=list(METHODS.items()),
        widget=forms.RadioSelect,
        initial="spoken",
        help_text="Kun ved ja.",
        error_messages={
            "required": "Vælg, hvordan svaret blev givet",
            "invalid_choice": "Vælg, hvordan svaret blev givet",
        },
    )
    on = forms.DateField(
        label="Hvornår?",
        widget=DateInput(),
        validators=[NOT_SO_EARLY],
        error_messages={"required": "Skriv datoen", "invalid": "Skriv en dato"},
    )
    forget = forms.BooleanField(
        label="Ved nej: slet nummer og mail", required=False, initial=True,
        help_text="Navn og rolle bliver stående.",
    )  # fmt: skip

    def __init__(self, *args, today: date, already_asked: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today
        self.fields["on"].widget.attrs["max"] = today.isoformat()
        # What belongs to a yes is not asked of any other answer.
        if self.is_bound and self.data.get("answer") != State.GIVEN:
            self.fields["scope"].required = self.fields["method"].required = False
        if already_asked:
            self.fields["answer"].choices = [
                choice for choice in self.fields["answer"].choices if choice[0] != State.ASKED
            ]

    def step(self, by: str) -> Step:
        """The answer as a step of the consent; what belongs to a yes alone is left out of the others."""
        data = self.cleaned_data
        if data["answer"] != State.GIVEN:
            return Step(State(data["answer"]), data["on"], by=by, text_version=CURRENT_TEXT)
        return Step(
            State.GIVEN,
            data["on"],
            by=by,
            scope=frozenset(data["scope"]),
            method=data["method"],
            text_version=CURRENT_TEXT,
        )

    @property
    def forgets(self) -> bool:
        """True if phone and mail are to be removed with a no."""
        return self.cleaned_data["answer"] == State.REFUSED and self.cleaned_data["forget"]

    def show_problem(self, problem: ConsentProblem) -> None:
        """Put a problem at the field it is about."""
        self.add_error(problem.field if problem.field in self.fields else None, str(problem).rstrip("."))


class WithdrawForm(forms.Form):
    """A consent is taken back; the details may go with it."""

    forget = forms.BooleanField(label="Slet også nummer og mail", required=False, initial=True)
