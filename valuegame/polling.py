"""A screen asks with the version that it shows."""


def asked_version(request) -> int | None:
    """The version that the screen shows, or None when it says none that makes sense.

    No form: it is asked some hundred times a second, and a form would cost as much as the query.
    """
    text = request.GET.get("v", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
