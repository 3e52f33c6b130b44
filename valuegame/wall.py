"""Which picture the wall shows, and what stands on it. Plain Python, made from a Standing alone.

The wall says what the facilitator's screen and the phones say, in the same words. It names organisations
and never persons, and what was laid in secret it shows as laid, no more.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from config.danish import count, join_names, long_date
from valuegame.board import Board, board_of
from valuegame.focus import FocusCell, focus_of
from valuegame.matrix import Matrix, matrix_of
from valuegame.method import BREAK, BY_KEY, OPENING, STRONGER
from valuegame.puzzle import after_teller, has_laid, lone, shared, unmet
from valuegame.rules import Kind
from valuegame.standing import Place, Standing
from valuegame.wall_lists import Changes, Home, Opening, changes_of, home_of, opening_of, page_of
from valuegame.wall_text import listed, said

LOBBY, WELCOME, BLANK, OVER = "lobby", "welcome", "blank", "over"
BOARD, TELL, CHANGES, MATRIX, HOME = "board", "tell", "changes", "matrix", "home"
# The way in stands on the wall until they tell.
INVITING = frozenset({"lobby", "welcome", OPENING, "lay"})
FINDING_ROOM, FINDING_SIZE = 790, 40


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds left of so many, and whether they run."""

    left: int
    total: int
    runs: bool

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return self.left <= 0

    @property
    def text(self) -> str:
        """»4.20«."""
        return f"{self.left // 60}.{self.left % 60:02}"

    @property
    def label(self) -> str:
        """»4 minutter og 20 sekunder tilbage«."""
        if self.is_over:
            return "Tiden er gået"
        minutes, seconds = divmod(self.left, 60)
        parts = [count(minutes, "minut", "minutter")] * bool(minutes)
        parts += [count(seconds, "sekund", "sekunder")] * bool(seconds)
        return f"{join_names(parts)} tilbage"

    @property
    def share(self) -> int:
        """What is left, in thousandths."""
        return max(0, min(1000, round(1000 * self.left / self.total))) if self.total else 0


@dataclass(frozen=True, slots=True)
class Finding:
    """A word and what it is said of: »Fælles« and the pieces that several laid."""

    word: str
    of: str


@dataclass(frozen=True, slots=True)
class Telling:
    """The one who tells: who it is, its pieces, and the piece it is asked about, or ""."""

    place: Place
    cells: tuple[FocusCell, ...]
    asked: str

    @property
    def says(self) -> str:
        """Its pieces in words."""
        laid = [cell.piece.name for cell in self.cells if cell.piece and cell.how]
        star = f" Stjernen ligger på {self.asked}." if self.asked else ""
        return f"{self.place.name} har lagt {join_names(laid) or 'ingen brikker'}.{star}"


@dataclass(frozen=True, slots=True)
class Wall:
    """One picture. `content` is what its own template draws, None for those that need no more."""

    picture: str
    version: int
    title: str
    about: str
    heading: str
    number: str = ""
    page: str = ""
    hint: str = ""
    tell: str = ""
    clock: Clock | None = None
    # When the clock comes to its end, in seconds since 1970; None when it does not run.
    ends: float | None = None
    invites: bool = False
    dark: bool = False
    small: bool = False
    places: tuple[Place, ...] = ()
    joined: tuple[Place, ...] = ()
    findings: tuple[Finding, ...] = ()
    content: Board | Opening | Telling | Changes | Matrix | Home | None = None


def wall_of(standing: Standing, *, now: float, is_over: bool = False) -> Wall:
    """The picture at `now` (since 1970); `is_over` when the game was closed."""
    table = standing.table
    places, page, pages = page_of(standing)
    clock = None if is_over else clock_of(standing, now)
    picture, content = _content(standing, places, is_over)
    step = BY_KEY.get(standing.key) or BY_KEY["welcome"]
    return Wall(
        picture=picture,
        version=standing.version,
        title=standing.title,
        about=standing.about,
        heading="Tak for i dag" if is_over else standing.heading,
        number=f"Trin {standing.number} af {standing.numbered}" if standing.number else "",
        page=f"Side {page} af {pages}" if pages > 1 and picture in (BOARD, MATRIX, HOME) else "",
        hint=_hint(standing, picture),
        tell=step.tell,
        clock=clock,
        ends=now + clock.left if clock and clock.runs and not clock.is_over else None,
        invites=standing.key in INVITING and not is_over,
        dark=table.is_on(Kind.DARK),
        small=table.is_on(Kind.SMALL),
        places=standing.places,
        joined=tuple(place for place in standing.places if place.hand.joined),
        findings=_findings(standing, picture),
        content=content,
    )


def clock_of(standing: Standing, now: float) -> Clock | None:
    """The clock of the one who tells, else of the step; None in the lobby."""
    if standing.line is None:
        return None
    runs = not standing.table.is_paused
    if (left := standing.teller_seconds_left(now)) is not None:
        return Clock(max(0, left), standing.teller_seconds, runs)
    total = 60 * standing.line.minutes + standing.table.timer.more
    return Clock(max(0, standing.seconds_left(now)), total, runs)


def _content(standing: Standing, places: tuple[Place, ...], is_over: bool) -> tuple[str, object]:
    """The picture and what it draws."""
    if standing.table.is_on(Kind.BLANK):
        return BLANK, None
    if is_over:
        return OVER, None
    return _PICTURES.get(standing.key, _lobby)(standing, places)


def _lobby(standing: Standing, places: tuple[Place, ...]) -> tuple[str, None]:
    return LOBBY, None


def _welcome(standing: Standing, places: tuple[Place, ...]) -> tuple[str, None]:
    return WELCOME, None


def _break(standing: Standing, places: tuple[Place, ...]) -> tuple[str, None]:
    return BREAK, None


def _opening(standing: Standing, places: tuple[Place, ...]) -> tuple[str, Opening]:
    return OPENING, opening_of(standing)


def _lay(standing: Standing, places: tuple[Place, ...]) -> tuple[str, Board]:
    return BOARD, board_of(standing, places, large=standing.table.is_on(Kind.SMALL), laying=True)


def _tell(standing: Standing, places: tuple[Place, ...]) -> tuple[str, Telling | Board]:
    """The one who tells; the whole board while nobody does."""
    teller = standing.teller
    if teller is None:
        return BOARD, board_of(standing, places, large=standing.table.is_on(Kind.SMALL))
    star = standing.piece(teller.hand.star)
    return TELL, Telling(teller, focus_of(standing, teller), star.name if star else "")


def _puzzle(standing: Standing, places: tuple[Place, ...]) -> tuple[str, Board]:
    return BOARD, board_of(standing, places, large=standing.table.is_on(Kind.SMALL), counting=True)


def _adjust(standing: Standing, places: tuple[Place, ...]) -> tuple[str, Changes]:
    return CHANGES, changes_of(standing, standing.table.is_on(Kind.SMALL))


def _stronger(standing: Standing, places: tuple[Place, ...]) -> tuple[str, Matrix]:
    return MATRIX, matrix_of(standing, places)


def _gather(standing: Standing, places: tuple[Place, ...]) -> tuple[str, Home]:
    return HOME, home_of(standing, places)


_PICTURES: dict[str, Callable[[Standing, tuple[Place, ...]], tuple[str, object]]] = {
    "welcome": _welcome,
    OPENING: _opening,
    "lay": _lay,
    "tell": _tell,
    BREAK: _break,
    "puzzle": _puzzle,
    "adjust": _adjust,
    STRONGER: _stronger,
    "gather": _gather,
}


# -- What stands at the right of the band ------------------------------------------------------------------


def _hint(standing: Standing, picture: str) -> str:
    """The quiet line above the instruction; none where the picture itself says as much in words."""
    if picture in (OPENING, CHANGES) or standing.key == "puzzle":
        return ""
    done = sum(1 for place in standing.places if has_laid(place) or place.hand.ready)
    if standing.key == "lay" and standing.hides_hands and done:
        return f"{done} af {len(standing.places)} har lagt"
    return standing.step.hint if standing.step else ""


def _findings(standing: Standing, picture: str) -> tuple[Finding, ...]:
    """What there is to say beside the one instruction."""
    key = standing.key
    if picture == TELL or (picture == BOARD and key == "tell"):
        return _next_tellers(standing)
    if picture == BOARD and key == "puzzle":
        return _seen(standing)
    if picture == HOME:
        return _next_meeting(standing)
    if picture == CHANGES:
        return _named((("Ønsker", unmet(standing)),))
    return ()


def _next_tellers(standing: Standing) -> tuple[Finding, ...]:
    names = [place.name for place in after_teller(standing)[:2]]
    return (Finding("Næste", ", derefter ".join(names)),) if names else ()


def _seen(standing: Standing) -> tuple[Finding, ...]:
    """What several have, what one alone has, and what somebody wishes for."""
    return _named((("Fælles", shared(standing)), ("Kun én", lone(standing)), ("Ønsker", unmet(standing))))


def _named(found) -> tuple[Finding, ...]:
    """The pieces by name, as far as there is room."""
    return tuple(
        Finding(word, listed([one.piece.short for one in pieces], FINDING_ROOM, FINDING_SIZE))
        for word, pieces in found
        if pieces
    )


def _next_meeting(standing: Standing) -> tuple[Finding, ...]:
    on, where = standing.table.next_meeting
    day = long_date(date.fromisoformat(on)) if on else ""
    told = ", ".join(filter(None, (day, said(where))))
    return (Finding("Vi ses", told),) if told else ()
