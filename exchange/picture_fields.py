"""The field in which a picture is chosen, and keeping what was chosen."""

from collections.abc import Mapping

from django import forms

from accounts.models import Plan
from exchange.models import Picture
from exchange.pictures import FILE_AT_MOST, Clean, NotAPicture, reencode


class PictureField(forms.FileField):
    """A picture file; its cleaned value is a `Clean`, False when it was taken away, None when untouched."""

    widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})

    def __init__(self, **kwargs):
        super().__init__(required=False, label="Billede", **kwargs)
        self.help_text = "Vis tingen eller stedet, ikke mennesker. Hvor og hvornår det er taget, gemmes ikke."
        self.error_messages |= {
            "empty": "Filen er tom. Vælg en anden.", "invalid": "Vælg en fil",
            "missing": "Vælg en fil", "max_length": "Filens navn er for langt. Giv den et kort navn.",
        }  # fmt: skip

    def to_python(self, data) -> Clean | None:
        """Re-encode. Raises ValidationError with what to do."""
        file = super().to_python(data)
        if file is None:
            return None
        if file.size > FILE_AT_MOST:
            raise forms.ValidationError("Filen er for stor. Vælg et billede på højst 10 MB.")
        try:
            return reencode(file)
        except NotAPicture as problem:
            raise forms.ValidationError(str(problem)) from problem


def with_picture(plan: Plan, values: Mapping) -> dict:
    """`values` with a row of the plan in the place of a `Clean`."""
    chosen = values.get("picture")
    return {**values, "picture": keep_picture(plan, chosen)} if isinstance(chosen, Clean) else dict(values)


def keep_picture(plan: Plan, clean: Clean) -> Picture:
    """A row with these pixels in the plan."""
    return Picture.objects.create(plan=plan, data=clean.data, width=clean.width, height=clean.height)
