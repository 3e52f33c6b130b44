"""The form that takes a spreadsheet."""

from django import forms

from actors.spreadsheet import MAX_FILE_BYTES

TOO_BIG = (
    f"Filen fylder over {MAX_FILE_BYTES // (1024 * 1024)} MB. Slet det, du ikke skal bruge, og prøv igen."
)


class ImportForm(forms.Form):
    """One file: CSV or Excel."""

    file = forms.FileField(
        label="Regneark",
        help_text="Excel eller CSV. Første ark har aktører, et andet kan have samarbejder.",
        allow_empty_file=True,
        max_length=250,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt"}),
        error_messages={
            "required": "Vælg en fil",
            "missing": "Vælg en fil",
            "invalid": "Vælg en fil",
            "max_length": "Filens navn er for langt. Giv den et kortere navn, og prøv igen",
        },
    )

    def clean_file(self):
        """Refuse a file over the limit before it is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > MAX_FILE_BYTES:
            raise forms.ValidationError(TOO_BIG)
        return file
