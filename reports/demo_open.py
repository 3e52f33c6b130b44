"""The open page of the demo plan Solbakken: switched on, with those who said they would like to be found."""

from accounts.models import Plan, User
from exchange.public_actions import change_page, show_actors
from reports.demo_places import actor_named

INTRO = (
    "Her kan du se, hvem der gør noget i Solbakken, hvad der sker, og hvad vi kan låne hinanden. "
    "Kom forbi Torvet 3, hvis du mangler noget."
)
# Parts of their names.
SHOWN = (
    "Helhedsplanen", "Boligselskabet", "Biblioteket", "Medborger", "Jobhuset", "Lektie", "Nabomødrene", "Retshjælpen",
    "Gryden", "Andet Liv", "Haveforening", "Kvindeforening", "Boldklub", "Solhverv", "Ågaard", "Cykel", "Kirken",
)  # fmt: skip


def open_up(plan: Plan, leader: User) -> None:
    """Everything on, also for other directories."""
    values = {"is_on": True, "intro": INTRO, "gives_hsds": True}
    change_page(plan=plan, by=leader, values=values, changed=list(values), version=1)
    shown = [actor_named(plan, part).pk for part in SHOWN]
    show_actors(plan=plan, by=leader, among=shown, shown=shown)
