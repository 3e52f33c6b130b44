"""Initiatives on paper: the samarbejdsaftale, the story on one sheet, the questions a group answers."""

from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from config.danish import full_date, join_names
from config.drawings import mark_shape
from mapping.agreement_page import agreement_context
from mapping.initiative_method import CONDITIONS, PARTS, PHASES
from mapping.initiative_page import initiative_frame, inside_frame, sheet_of, story_lines
from mapping.initiative_rows import gift_rows, partner_rows, when_of
from mapping.models import AreaGains, Story
from reports import story_sheet
from reports.sending import file_name
from reports.views.guides import document

# Room for so many partners on the empty agreement.
EMPTY_PARTIES = range(4)


@require_safe
def agreement(request, initiative_pk):
    """The samarbejdsaftale of an initiative on A4, with lines to sign."""
    frame = inside_frame(request, initiative_pk)
    context = agreement_context(frame.initiative) | {
        "initiative": frame.initiative, "today": full_date(frame.today),
    }  # fmt: skip
    name = file_name("samarbejdsaftale", frame.initiative.name)
    return document(request, "print/initiative_agreement.html", context, name, about=frame.initiative)


@require_safe
def empty_agreement(request):
    """The same to fill in by hand."""
    require(request.membership, Permission.INITIATIVE_VIEW)
    context = {"parties": EMPTY_PARTIES, "phases": PHASES}
    return document(request, "print/empty_agreement.html", context, file_name("samarbejdsaftale"))


@require_safe
def conditions(request):
    """The questions about the three basic conditions, with room for the group's answers."""
    require(request.membership, Permission.INITIATIVE_VIEW)
    groups = [
        (name, about, [one for one in CONDITIONS.questions if one.part == part])
        for part, name, about in PARTS
    ]
    context = {"topic": CONDITIONS, "groups": groups}
    return document(request, "print/conditions.html", context, file_name("grundbetingelser"))


@require_safe
def story(request, initiative_pk):
    """The story of an initiative on one sheet of A4, for a wall or a board meeting."""
    frame = initiative_frame(request, initiative_pk)
    one, told = frame.initiative, sheet_of(frame.initiative, Story)
    rows, grew = partner_rows(one), story_lines(told)
    shown = rows[: story_sheet.PIECES_AT_MOST]
    gifts = gift_rows(sheet_of(one, AreaGains))
    words = (told.before, told.did, told.came, told.said, *(row.says for row in gifts))
    drawn = zip(shown, story_sheet.pieces(len(rows)), strict=True)
    context = {
        "initiative": one, "story": told, "grew": grew, "rows": shown,
        "gifts": gifts, "gift_size": story_sheet.gift_size(*(row.says for row in gifts)),
        "when": when_of(one), "today": full_date(frame.today),
        "pieces": [(piece, mark_shape(row.actor.kind)) for row, piece in drawn],
        "size": story_sheet.story_size(*words), "is_crowded": story_sheet.is_crowded(*words),
        "gifts_told": story_sheet.has_room_for_gifts(*words),
        "headline_size": story_sheet.headline_size(told.headline or one.name),
        "names": "" if len(rows) <= story_sheet.LISTED_AT_MOST else _names(rows, shown),
        "side_size": story_sheet.side_size(*grew, *(row.actor.name for row in shown)),
    }  # fmt: skip
    name = file_name("fortaelling", one.name)
    return document(request, "print/initiative_story.html", context, name, about=one)


def _names(rows, shown) -> str:
    """The partners in the order of their pieces, in one sentence."""
    return join_names([row.actor.name for row in rows], limit=len(shown))
