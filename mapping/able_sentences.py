"""Why an actor could carry something, in a line each. Plain Python."""

from collections.abc import Mapping

from mapping.able import Because, From
from mapping.match_sentences import had, quoted, thing


def because(reason: Because, kinds: Mapping[str, str]) -> str:
    """One reason as a sentence; `kinds` are the names of the kinds of resource."""
    if reason.where == From.RESOURCE:
        # What only is of the right kind is named with it, so that one sees why it stands here.
        kind = "" if reason.exact else f"{kinds.get(reason.kind, '').lower()}: "
        return f"Har {kind}{thing(reason.text) if kind else had(reason.text)}."
    return {
        From.COMPETENCE: "Fagligt: {}.",
        From.STRENGTH: "Styrke: {}.",
        From.SAID: "Siger, at de kan give: {}.",
        From.GUESSED: "Vi tror, at de kan give: {}.",
    }[reason.where].format(
        thing(reason.text) if reason.where in (From.COMPETENCE, From.STRENGTH) else quoted(reason.text)
    )
