"""The suggestions of a plan as pages show them: the match page, Overblik, the profile and the talk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accounts.models import Plan
from actors.models import Actor
from config.looks import VALUE_LOOKS
from mapping.match_answers import Answered, is_hidden
from mapping.match_facts import Facts, Suggestion
from mapping.match_rows import MatchRows, read_rows
from mapping.match_sentences import pieces, sentence
from mapping.matching import closeness, look_at, spread, suggest
from mapping.models import Answer


@dataclass(frozen=True, slots=True)
class Match:
    """A suggestion as a card shows it: the two, the words on their pieces, and the sentence.

    `tired` are the names of those of the two who have been asked too often lately.
    """

    suggestion: Suggestion
    taker: Facts
    giver: Facts
    lacks: str
    has: str
    sentence: str
    tired: tuple[str, ...] = ()

    @property
    def value_name(self) -> str:
        """The value that the strongest reason is about."""
        return VALUE_LOOKS[self.suggestion.value - 1].name


def suggestions(
    plan: Plan, *, today: date, actor: Actor | None = None, limit: int | None = None
) -> list[Match]:
    """What staff may suggest today, the best first; what was answered stays away as it was told to.

    With `actor` those of that actor alone; without, no actor stands more than three times in a round.
    """
    rows = read_rows(plan, today)
    found = _still_open(plan, rows, today)
    shown = spread(found) if actor is None else [one for one in found if str(actor.pk) in (one.a, one.b)]
    return [match_of(one, rows) for one in shown[:limit]]


def match_between(plan: Plan, a: Actor, b: Actor, *, today: date) -> Match | None:
    """What speaks for bringing these two together, answered or not; None when nothing does any more."""
    rows = read_rows(plan, today)
    one, other = rows.by_key.get(str(a.pk)), rows.by_key.get(str(b.pk))
    if one is None or other is None or one is other:
        return None
    found = look_at(one, other, closeness(rows.by_key, rows.lines), rows.overburdened)
    return match_of(found, rows) if found else None


def match_of(suggestion: Suggestion, rows: MatchRows) -> Match:
    """The suggestion in words."""
    taker, giver = rows.by_key[suggestion.taker], rows.by_key[suggestion.giver]
    lacks, has = pieces(suggestion, rows.by_key)
    tired = tuple(one.name for one in (taker, giver) if one.key in rows.overburdened)
    return Match(suggestion, taker, giver, lacks, has, sentence(suggestion, rows.by_key), tired)


def _still_open(plan: Plan, rows: MatchRows, today: date) -> list[Suggestion]:
    """The suggestions without those that an answer keeps away."""
    found = suggest(rows.by_key.values(), rows.lines, overburdened=rows.overburdened).suggestions
    answers = newest_answers(plan)
    return [one for one in found if not is_hidden(answers.get((one.a, one.b)), one.fingerprint, today)]


def newest_answers(plan: Plan) -> dict[tuple[str, str], Answered]:
    """The answer that counts for each pair that has one: one query."""
    rows = plan.matchanswers.filter(taken_back_at__isnull=True).order_by("at", "pk")
    return dict(_answered(rows))


def _answered(rows) -> Iterable[tuple[tuple[str, str], Answered]]:
    columns = ("a_id", "b_id", "answer", "fingerprint", "back_on", "follow_up", "follow_up__done_at",
               "follow_up__deleted_at")  # fmt: skip
    for a, b, answer, fingerprint, back_on, follow_up, done, deleted in rows.values_list(*columns):
        waiting = answer == Answer.MEET and follow_up is not None and done is None and deleted is None
        yield (str(a), str(b)), Answered(answer, fingerprint, back_on, waiting)
