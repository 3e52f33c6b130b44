"""Carrying on what was said, with the facilitator's yes: into profiles, collaborations and follow-ups."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.access import Permission, require
from config.danish import capitalised, join_names, number_word
from config.methods import require_form_methods
from config.undo import done
from mapping.actions import CollaborationError
from valuegame import carry_actions
from valuegame.carry import COLLABORATION, FOLLOW_UP, VALUES, items, nameless
from valuegame.carry_forms import CarryForm
from valuegame.carry_queries import carried_of, own_of
from valuegame.standing_queries import standing_of
from valuegame.summary import summary_of
from valuegame.summary_page import day_of, mark_of

# What somebody must be allowed to do by hand before they may do it here.
ALSO = (Permission.VALUES_EDIT, Permission.COLLABORATION_EDIT, Permission.CONTACT_LOG_EDIT)
ALREADY = "Det er ført videre i forvejen."
# One and several of what went where, and whether it is "ét".
NOUNS = {
    VALUES: ("værdiprofil", "værdiprofiler", False),
    COLLABORATION: ("samarbejde", "samarbejder", True),
    FOLLOW_UP: ("opfølgning", "opfølgninger", False),
}


@require_form_methods
def carry(request, pk):
    """Every item with a box; nothing is carried without a tick, and nothing twice."""
    require(request.membership, Permission.GAME_LEAD)
    for permission in ALSO:
        require(request.membership, permission)
    game = get_object_or_404(request.plan.games.kept().select_related("collaboration", "plan"), pk=pk)
    standing, today = standing_of(game), timezone.localdate()
    carried = carried_of(game)
    found = items(standing, summary_of(standing, today), own=own_of(game), carried=carried)
    form = CarryForm(
        request.POST if request.method == "POST" else None, items=found, carried=carried,
        membership=request.membership, today=today,
    )  # fmt: skip
    if form.is_bound and form.is_valid() and _carry(request, game, form, today):
        return redirect("valuegame:carry", request.plan.slug, pk)
    context = {
        "place": "games",
        "game": game,
        "today": today,
        "form": form,
        "parts": _parts(form),
        "nameless": join_names([place.name for place in nameless(standing)]),
    }
    return render(request, "valuegame/carry.html", context)


def _carry(request, game, form, today) -> bool:
    """Do it, and say what went where; False with a word on the form when nothing could be written."""
    yes = carry_actions.Yes(
        game, request.user, request.membership, form.colleague(), min(day_of(game), today), timezone.now()
    )
    try:
        made = carry_actions.carry(yes, form.chosen())
    except CollaborationError as problem:
        form.add_error(None, f"{problem}. Intet er ført videre. Prøv igen.")
        return False
    done(request, _receipt(made), lead="Ført videre." if made else "")
    return True


def _receipt(made) -> str:
    """ "To værdiprofiler og én opfølgning."."""
    if not made:
        return ALREADY
    said = [
        f"{number_word(made[into], neuter)} {one if made[into] == 1 else many}"
        for into, (one, many, neuter) in NOUNS.items()
        if made[into]
    ]
    return f"{capitalised(join_names(said))}."


def _parts(form: CarryForm) -> list[dict]:
    """The three lists of the page: what they are called, what is said of them, their rows."""
    return [
        {
            "key": VALUES,
            "heading": "Værdiprofiler",
            "says": "Brikken med stjernen bliver til »Meget«, de andre til »Noget«. Ordene følger med.",
            "rows": [
                (row, [(mark_of(ray.piece), ray) for ray in row.item.rays]) for row in form.rows(VALUES)
            ],
        },
        {
            "key": COLLABORATION,
            "heading": "Samarbejder",
            "says": "Nye samarbejder er planlagt fra den dag, I aftalte.",
            "rows": [(row, ()) for row in form.rows(COLLABORATION)],
        },
        {
            "key": FOLLOW_UP,
            "heading": "Opfølgninger",
            "says": "De kommer på Overblik hos den, der følger op.",
            "rows": [(row, ()) for row in form.rows(FOLLOW_UP)],
        },
    ]
