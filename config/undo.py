"""Messages after something was done, with a way back.

A view that saved, moved or archived something calls

    done(request, "Biblioteket på Bakken er arkiveret.", undo_url=reverse("actors:restore", …))

and the page shows the sentence with a button that posts to `undo_url`. The message stays until it
is closed or the next page is opened; it is never timed out. Plain `messages.error(request, …)` and
`messages.warning` are shown by the same template.
"""

import json
from dataclasses import asdict, dataclass, field

from django.contrib import messages
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


@dataclass(frozen=True)
class Extras:
    """What a message carries beside its text. `lead` is its first words, shown in bold."""

    undo_url: str = ""
    label: str = "Fortryd"
    lead: str = ""
    undo_fields: dict[str, str] = field(default_factory=dict)


def done(
    request: HttpRequest,
    text: str,
    *,
    undo_url: str = "",
    label: str = "Fortryd",
    lead: str = "",
    undo_fields: dict[str, str] | None = None,
) -> None:
    """Tell the user that `text` was done; with `undo_url`, offer a button that posts there.

    `undo_url` is a path on this site (ValueError otherwise) whose view takes POST; `undo_fields` are sent
    along, for what is too long for an address. `lead` is put before the text in bold: lead="Gemt.".
    """
    if undo_url and not (
        undo_url.startswith("/") and url_has_allowed_host_and_scheme(undo_url, allowed_hosts=None)
    ):
        raise ValueError(f"Not a path on this site: {undo_url}")
    # Message storages keep a level, a text and a string of tags; the string is where we have room.
    extras = json.dumps(asdict(Extras(undo_url, label, lead, undo_fields or {})))
    messages.success(request, text, extra_tags=extras)


def extras_of(message) -> Extras:
    """What `done` stored with the message; empty extras for a message that came another way."""
    try:
        return Extras(**json.loads(message.extra_tags or "{}"))
    except (TypeError, ValueError):
        return Extras()
