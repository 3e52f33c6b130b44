"""The six materials of the value game: what each is made from, and one document of one or all of them.

Each is a part of a page (templates/print/game_*.html) with named pages of its own, so that they stand alone
or after each other in one file.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from reports.checklist_sheet import checklist_context
from reports.game_cards import card_context
from reports.game_manual import manual_context
from reports.game_pieces import piece_sheets
from reports.game_sheets import adjust_context, matrix_context
from reports.occasion import Occasion

A4, A3 = "A4", "A3"
HEADING = re.compile(r"<(/?)h([1-5])\b")


@dataclass(frozen=True, slots=True)
class Paper:
    """One material. `key` names its template, and its file."""

    key: str
    name: str
    file_word: str
    context: Callable[[Occasion], dict]
    # How it is printed.
    how: str
    # Where there is more than one size of paper, the first is the usual one.
    papers: tuple[str, ...] = (A4,)

    @property
    def template(self) -> str:
        """The part of a page that it is."""
        return f"print/game_{self.key}.html"


CUT_SHORT = "Begge sider på karton, vendt på den korte led. Klip."
CUT_LONG = "Begge sider på karton, vendt på den lange led. Klip."
MANUAL = Paper("manual", "Manual til værdispillet", "manual", manual_context, "Begge sider. Hæft i siden.")
PIECES = Paper("pieces", "Brikker til værdispillet", "brikker", piece_sheets, CUT_SHORT, (A4, A3))
CARDS = Paper("cards", "Kort med positive forandringer", "kort", card_context, CUT_LONG)
ADJUST = Paper(
    "adjust", "Tilpas samarbejdet", "tilpas", adjust_context, "Én side. Til væggen eller bordet.", (A3,)
)
CHECKLIST = Paper(
    "checklist",
    "Tjekliste for bidrag",
    "tjekliste",
    checklist_context,
    "Én side. Ét ark til hver organisation.",
)
MATRIX = Paper(
    "matrix",
    "Udbytte og bidrag til hinanden",
    "udbytte-og-bidrag",
    matrix_context,
    "Én side. Til bordet.",
    (A3,),
)
PAPERS = (MANUAL, PIECES, CARDS, ADJUST, CHECKLIST, MATRIX)
BUNDLE_NAME = "Værdispillet, alle ark"


def paper_html(paper: Paper, occasion: Occasion, size: str = A4) -> str:
    """One material as a page; `size` counts where it comes in more than one."""
    return _document(paper.name, [_part(paper, occasion)], occasion, size)


def bundle_html(occasion: Occasion) -> str:
    """All six as one page, which begins with what is in it: each material is a chapter."""
    parts = [_one_level_down(_part(paper, occasion)) for paper in PAPERS]
    return _document(BUNDLE_NAME, parts, occasion, A4, papers=PAPERS)


def _part(paper: Paper, occasion: Occasion) -> SafeString:
    inside = render_to_string(paper.template, paper.context(occasion))
    return format_html('<div id="ark-{}">{}</div>', paper.key, inside)


def _one_level_down(html: str) -> SafeString:
    """The same part with each heading one level lower; its looks hang on classes alone."""
    return mark_safe(HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 1}", html))


def _document(
    name: str, parts: Iterable[str], occasion: Occasion, size: str, *, papers: Iterable[Paper] = ()
) -> str:
    title = " · ".join(filter(None, (name, occasion.title)))
    context = {"title": title, "parts": parts, "size": size, "papers": papers, "occasion": occasion}
    return render_to_string("print/game_document.html", context)
