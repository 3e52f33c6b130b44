"""What the papers of the value game are filled in with: a game as it stands, or nothing. Plain Python."""

from dataclasses import dataclass

from valuegame.standing import Place, Standing


@dataclass(frozen=True)
class Occasion:
    """The game that papers are for; without one they are blank. `when` is its day in words, or ""."""

    standing: Standing | None = None
    when: str = ""

    @property
    def title(self) -> str:
        """What the game is about, or "" on blank papers."""
        return self.standing.title if self.standing else ""

    @property
    def about(self) -> str:
        """Why they meet, if it was said."""
        return self.standing.about if self.standing else ""

    @property
    def places(self) -> tuple[Place, ...]:
        """The organisations at the table."""
        return self.standing.places if self.standing else ()


BLANK = Occasion()
