"""What an import would do, as plain data: rows that can be written, and everything that is wrong.

Values are those of the models (an ActorKind, an ActorStatus, a Form), texts are as long as the models allow.
Areas and target groups are names as the file has them; whoever writes the rows matches them with the plan.
Plain Python: no Django, no clock.
"""

from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from config.danish import capitalised

# The models' lengths, for all texts that come in by a file.
MAX_LENGTHS = {
    "name": 120,
    "short_name": 24,
    "core_task": 200,
    "address": 200,
    "website": 300,
    "phone": 30,
    "email": 254,
    "specialised_in": 80,
    "held_by": 120,
    "contact_name": 120,
    "contact_role": 120,
    "area": 80,
    "target_group": 80,
    "competence": 200,
    "strength": 200,
    "resource": 200,
    "about": 200,
    "funded_by": 200,
    "carried_on_by": 200,
}
DEFAULT_KIND = "other"
DEFAULT_STATUS = "spotted"
DEFAULT_FORM = 1
DEFAULT_CONTACT_ROLE = "Kontaktperson"


@dataclass(frozen=True)
class RowProblem:
    """One thing that is wrong. str() is the whole sentence with the place, .text only what is wrong.

    row is the number that the spreadsheet program shows, 0 for the file or sheet as a whole; column is the
    heading. A problem that blocks stops the import of the whole file; others are for the user to know.
    """

    row: int
    column: str
    text: str
    blocks: bool
    sheet: str = ""

    def __str__(self):
        places = [
            f"arket »{self.sheet}«" if self.sheet else "",
            f"række {self.row}" if self.row else "",
            f"kolonne »{self.column}«" if self.column else "",
        ]
        place = ", ".join(part for part in places if part)
        return f"{capitalised(place)}: {self.text}" if place else self.text


@dataclass(frozen=True)
class ContactRow:
    """A person who represents the actor. Consent never comes from a file: it is not asked."""

    row: int
    name: str
    role: str = DEFAULT_CONTACT_ROLE
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class ActorRow:
    """One actor, from one row or from several rows with the same name."""

    row: int
    # The folded name: the same for "Aa-byens Klub" and "ÅBYENS KLUB".
    key: str
    name: str
    # What known_actor_names has for the key: the actor is in the plan already. None: it is new.
    known: object = None
    short_name: str = ""
    kind: str = DEFAULT_KIND
    # The file did not say the kind; it was guessed from the name, or is DEFAULT_KIND.
    kind_guessed: bool = True
    status: str = DEFAULT_STATUS
    core_task: str = ""
    # "inside", "outside" or "".
    base: str = ""
    address: str = ""
    website: str = ""
    # The organisation's own, which everybody in the plan may see; a person's are in contacts.
    phone: str = ""
    email: str = ""
    areas: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    competences: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    specialised_in: str = ""
    # None: the file does not say.
    daily_presence: bool | None = None
    close_to_residents: bool | None = None
    # The member of staff who holds the relation, as the file names them.
    held_by: str = ""
    contacts: tuple[ContactRow, ...] = ()


@dataclass(frozen=True)
class CollaborationRow:
    """One collaboration between two or more actors, given by their keys."""

    row: int
    actors: tuple[str, ...]
    form: int = DEFAULT_FORM
    about: str = ""
    target_groups: tuple[str, ...] = ()
    # The key of one of the actors, or "".
    coordinator: str = ""
    since: date | None = None
    until: date | None = None
    # "weekly", "monthly", "quarterly", "yearly", "ad_hoc" or "".
    frequency: str = ""
    agreed_in_writing: bool | None = None
    funded_by: str = ""
    carried_on_by: str = ""


@dataclass(frozen=True)
class Column:
    """How one column was understood. field is "" for a column that is not imported; index counts from 0."""

    index: int
    heading: str
    field: str
    # The field in Danish, for the user.
    label: str = ""
    # Which contact person of the row, or which of the two actors; counts from 0.
    group: int = 0


@dataclass(frozen=True)
class SheetPlan:
    """How one sheet was understood. kind is "actors" or "collaborations"."""

    name: str
    kind: str
    heading_row: int
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class ImportPlan:
    """All that the file holds. Nothing may be written while it is blocked."""

    actors: tuple[ActorRow, ...] = ()
    collaborations: tuple[CollaborationRow, ...] = ()
    # In the order of the file.
    problems: tuple[RowProblem, ...] = ()
    # Headings of filled columns that are not imported, in the order of the file.
    unknown_columns: tuple[str, ...] = ()
    sheets: tuple[SheetPlan, ...] = ()

    @property
    def blocked(self):
        """Whether anything stops the import."""
        return any(problem.blocks for problem in self.problems)

    @property
    def blocking(self):
        """The problems that stop the import."""
        return tuple(problem for problem in self.problems if problem.blocks)

    @property
    def warnings(self):
        """The problems that do not stop the import."""
        return tuple(problem for problem in self.problems if not problem.blocks)

    @property
    def new_actors(self):
        """The actors that the plan does not have."""
        return tuple(actor for actor in self.actors if actor.known is None)

    @property
    def known_actors(self):
        """The actors that the plan has already, by name."""
        return tuple(actor for actor in self.actors if actor.known is not None)

    @property
    def contact_count(self):
        """How many contact persons come with the actors."""
        return sum(len(actor.contacts) for actor in self.actors)


class Findings:
    """Collects the problems of one sheet while it is read; name is "" when the file has only one."""

    def __init__(self, sheet):
        self.sheet = sheet
        self.problems = []

    def block(self, row, column, text):
        """Note a problem that stops the import."""
        self.problems.append(RowProblem(row, column, text, True, self.sheet))

    def warn(self, row, column, text):
        """Note something that the user should know."""
        self.problems.append(RowProblem(row, column, text, False, self.sheet))

    def stopped_at(self, row):
        """Whether the newest problems include one of this row that stops the import."""
        newest = reversed(self.problems)
        return any(problem.blocks for problem in takewhile(lambda problem: problem.row == row, newest))

    def in_order(self):
        """Return the problems by row, those of the whole sheet first."""
        return sorted(self.problems, key=lambda problem: problem.row)
