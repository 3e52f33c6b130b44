"""One at a time: whatever changes who meets whom, when and about what waits for the plan's row.

So an answer and the meeting it is to be told at can never miss each other, and nothing is sent to a forum
that is just being ended.
"""

from accounts.models import Plan


def lock_chain(plan: Plan) -> None:
    """Lock the plan's row until the transaction ends; call it first."""
    Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
