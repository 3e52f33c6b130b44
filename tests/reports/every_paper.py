"""Every document there is, made from a plan in which somebody wrote all they could."""

from django.urls import reverse

from actors.models import GuideQuestion, InterviewAnswer
from tests import factories


def said_in(plan, name: str, words: str, own: str):
    """A talk with an actor of that name; talk, interview, collaboration and guide hold the words."""
    actor = factories.make_actor(plan, name)
    interview = factories.make_interview(actor)
    question = GuideQuestion.objects.create(plan=plan, value=3, text=words[:300])
    for key, asked in ((str(question.pk), question.text), ("gone", own)):
        InterviewAnswer.objects.create(
            plan=plan, interview=interview, question_key=key, question=asked, value=3, text=words
        )
    talk = factories.make_talk(actor, rays={1: (3, words, words), 4: (1, words, ""), own: (2, words, words)})
    neighbour = factories.make_actor(plan, f"Nabo {name}"[:120])
    factories.make_collaboration(plan, actor, neighbour, about=own)
    _played(plan, actor, neighbour, words, own)
    return talk


def _played(plan, actor, neighbour, words: str, own: str) -> None:
    """A game of the two, in which the actor said all it could in those words."""
    game = factories.make_game(plan, own[:80], seats=[actor, neighbour])
    (here, there), piece, one = game.seats.all(), factories.some_id(3), factories.some_id(1)
    factories.make_moves(
        game, ("own_piece", own[:16], piece), ("lay", "wants", "5", here), ("lay", "gets", "1", here),
        ("lay", "wants", piece, here), ("change", words[:160], "1", here), ("home", words[:160], "", here),
        ("adjust", words[:200], one), ("adjust_who", str(here.pk), one),
        ("offer", words[:200], f"{factories.some_id(2)}:{here.pk}:{there.pk}"), ("next_where", words[:80]),
    )  # fmt: skip


def addresses(plan, talk) -> dict[str, str]:
    """What each document is called here → its address."""
    interview = talk.actor.interviews.get()
    poster = reverse("reports:poster", args=[plan.slug])
    game = f"?spil={plan.games.get().pk}"
    return {
        "empty poster A4": poster,
        "empty poster A3": f"{poster}?format=A3",
        "filled poster A4": f"{poster}?talk={talk.pk}",
        "filled poster A3": f"{poster}?talk={talk.pk}&format=A3",
        "talk guide": reverse("reports:talk_guide", args=[plan.slug]),
        "interview guide": reverse("reports:interview_guide", args=[plan.slug]),
        "interview": reverse("reports:interview", args=[plan.slug, interview.pk]),
        "map": reverse("reports:map", args=[plan.slug]),
        "game summary": reverse("reports:game_summary", args=[plan.slug, plan.games.get().pk]),
        **{f"game {name}": reverse(f"reports:game_{name}", args=[plan.slug]) + game for name in GAME_PAPERS},
    }


GAME_PAPERS = ("manual", "pieces", "cards", "adjust", "checklist", "matrix", "bundle")
NAMES = (
    "empty poster A4",
    "empty poster A3",
    "filled poster A4",
    "filled poster A3",
    "talk guide",
    "interview guide",
    "interview",
    "map",
    "game summary",
    *(f"game {name}" for name in GAME_PAPERS),
)
# Those that show what somebody wrote.
WRITTEN = (
    "filled poster A4", "filled poster A3", "interview guide", "interview", "map", "game summary",
    "game adjust", "game matrix",
)  # fmt: skip
