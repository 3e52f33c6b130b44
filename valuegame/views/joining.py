"""Coming to a game by the six letters on the wall."""

from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone

from config.methods import require_form_methods
from valuegame.codes import LENGTH, as_typed
from valuegame.guessing import TooManyWrong, find_game

NOT_THERE = "Den kode er der ikke noget spil med. Se på storskærmen, og prøv igen."
WAIT = "For mange forkerte koder. Scan koden på storskærmen i stedet, eller vent ti minutter."


class CodeForm(forms.Form):
    """The code, typed as one likes: small letters, with a blank in the middle."""

    code = forms.CharField(
        label="Kode", max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text="De seks tegn, der står på storskærmen.",
        error_messages={"required": "Skriv koden fra storskærmen", "max_length": NOT_THERE},
    )  # fmt: skip

    def clean_code(self) -> str:
        """A code of another length is no code; it is told before anybody looks it up."""
        code = as_typed(self.cleaned_data["code"])
        if len(code) != LENGTH:
            raise forms.ValidationError(f"Koden har {LENGTH} tegn. Se på storskærmen.")
        return code


@login_not_required
@require_form_methods
def join(request):
    """The page with one field."""
    form = CodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "valuegame/join.html", {"form": form})
    try:
        # As allauth sees it: behind as many proxies as the settings say.
        address = get_adapter().get_client_ip(request)
        game = find_game(form.cleaned_data["code"], address=address, now=timezone.now())
    except TooManyWrong:
        form.add_error("code", WAIT)
        return render(request, "valuegame/join.html", {"form": form}, status=429)
    if game is None:
        form.add_error("code", NOT_THERE)
        return render(request, "valuegame/join.html", {"form": form})
    return redirect("play:table", game.link)
