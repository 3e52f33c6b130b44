"""The suggestions of a plan as pages show them: the match page, Overblik, the profile and the talk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accounts.models import Plan
from actors.models import Actor
from mapping.match_answers import Answered, is_hidden
from mapping.match_facts import Facts, Suggestion
from mapping.match_rows import MatchRows, read_rows
from mapping.match_sentences import pieces, sentence
from mapping.matching import Ranked, Town, rank, spread, suggestion_of, town_of
from mapping.models import Answer
from mapping.network import Line


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


def suggestions(
    plan: Plan, *, today: date, actor: Actor | None = None, limit: int | None = None
) -> list[Match]:
    """What staff may suggest today, the best first; what was answered stays away as it was told to.

    With `actor` those of that actor alone; without, no actor stands more than three times in a round.
    """
    return _suggestions(read_rows(plan, today), plan, today, actor and str(actor.pk), limit)


def suggestions_on_map(
    plan: Plan, key: str, lines: Iterable[Line], *, today: date, limit: int
) -> list[Match]:
    """The best suggestions of the actor with this key, beside a map that has read the lines: five queries."""
    return _suggestions(read_rows(plan, today, lines), plan, today, key, limit)


def _suggestions(rows: MatchRows, plan: Plan, today: date, key: str | None, limit: int | None) -> list[Match]:
    town = town_of(rows.by_key.values(), rows.lines, overburdened=rows.overburdened)
    found = _still_open(plan, town, today)
    shown = spread(found) if key is None else [one for one in found if key in (one.a, one.b)]
    return [match_of(suggestion_of(town, one.a, one.b), rows) for one in shown[:limit]]


def match_between(plan: Plan, a: Actor, b: Actor, *, today: date) -> Match | None:
    """What speaks for bringing these two together, answered or not; None when nothing does any more."""
    rows = read_rows(plan, today)
    keys = {str(a.pk), str(b.pk)}
    if len(keys) < 2 or not keys <= rows.by_key.keys():
        return None
    town = town_of(rows.by_key.values(), rows.lines, overburdened=rows.overburdened)
    found = suggestion_of(town, *keys)
    return match_of(found, rows) if found else None


def match_of(suggestion: Suggestion, rows: MatchRows) -> Match:
    """The suggestion in words."""
    taker, giver = rows.by_key[suggestion.taker], rows.by_key[suggestion.giver]
    lacks, has = pieces(suggestion, rows.by_key)
    tired = tuple(one.name for one in (taker, giver) if one.key in rows.overburdened)
    return Match(suggestion, taker, giver, lacks, has, sentence(suggestion, rows.by_key), tired)


def _still_open(plan: Plan, town: Town, today: date) -> list[Ranked]:
    """The pairs without those that an answer keeps away, the best first."""
    answers = newest_answers(plan)

    def is_away(one: Ranked) -> bool:
        answered = answers.get((one.a, one.b))
        # Few are answered, so that the reasons are only made for those.
        return answered is not None and is_hidden(
            answered, suggestion_of(town, one.a, one.b).fingerprint, today
        )

    return [one for one in rank(town)[0] if not is_away(one)]


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
