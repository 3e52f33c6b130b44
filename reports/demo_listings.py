"""The exchange of the demo plan Solbakken: offers, wishes, a talk that goes on and an agreement that holds."""

import uuid
from datetime import date, timedelta

from django.utils import timezone

from accounts.models import Plan, User
from exchange.listing_actions import create_listing
from exchange.talk_actions import Side, begin_talk, say, say_yes, write_agreement
from reports.demo_places import actor_named

# Direction, kind, a part of the actor's name, what, more about it, how many days it stands.
LISTINGS = (
    ("offer", "room", "Bibliotek", "Mødelokale til 20 personer", "Skærm og kaffemaskine. Ryd op efter jer.", 60),
    ("offer", "equipment", "Cykel", "Ladcykel", "Op til 100 kg. Hentes i værkstedet.", 45),
    ("offer", "hands", "Lektie", "Fire timer om ugen til lektiehjælp", "Matematik og dansk, 7.–9. klasse.", 30),
    ("offer", "surplus", "Købmand", "Frugt og brød til arrangementer", "Giv besked to dage før.", 5),
    ("offer", "knowledge", "Jobhuset", "Gennemgang af CV", "En eftermiddag om måneden.", 50),
    ("wish", "room", "Kvindeforening", "Lokale torsdag aften", "18 kvinder, to timer, gerne køkken.", 40),
    ("wish", "equipment", "Haveforening", "Ladcykel til jord og planter", "Lørdage i marts.", 60),
    ("wish", "hands", "Afdelingsbestyrelse", "Fem frivillige til gårdfesten", "Opstilling og grill.", 25),
    ("wish", "knowledge", "Nabomødrene", "Hjælp til fondsansøgning", "Frist om seks uger.", 35),
    ("wish", "transport", "Plejehjem", "Kørsel til julekoncerten", "Otte ældre med rollator.", 20),
)  # fmt: skip
# All others stand on the open page too.
KEPT_INSIDE = ("Fire timer om ugen til lektiehjælp", "Hjælp til fondsansøgning")


def write_listings(plan: Plan, leader: User, today: date) -> None:
    """Five offers, five wishes; the room for the women's evening is agreed, the help with a fund is talked about."""
    made = [_listing(plan, leader, today, *one) for one in LISTINGS]
    for place, facility in ((0, "Mødelokalet"), (1, "Ladcyklen")):
        lent = plan.facilitys.filter(name__startswith=facility).first()
        plan.listings.filter(pk=made[place].pk).update(facility=lent)
    centre = actor_named(plan, "Medborger")
    _agree(leader, made[5], centre, today)
    answer = begin_talk(listing=made[8], actor=actor_named(plan, "Bibliotek"), by=leader)
    side = Side(answer, answer.actor, leader)
    say(side=side, text="Vi har skrevet tre ansøgninger i år. Kom forbi en onsdag.", submission=uuid.uuid4())


def _listing(plan, leader, today, direction, kind, actor, title, text, days):
    values = {
        "direction": direction, "kind": kind, "actor": actor_named(plan, actor), "title": title, "text": text,
        "ends_on": today + timedelta(days=days), "is_public": title not in KEPT_INSIDE,
    }  # fmt: skip
    return create_listing(plan=plan, by=leader, values=values, submission=uuid.uuid4())


def _agree(leader: User, listing, actor, today: date) -> None:
    """The other side offers, both write, and both say yes."""
    answer = begin_talk(listing=listing, actor=actor, by=leader)
    theirs, ours = Side(answer, actor, leader), Side(answer, listing.actor, leader)
    say(side=theirs, text="I kan få festsalen hver anden torsdag. Køkkenet er med.", submission=uuid.uuid4())
    say(
        side=ours,
        text="Tak. Vi vil gerne lave mad til jeres fællesspisning til gengæld.",
        submission=uuid.uuid4(),
    )
    values = {
        "what": "Festsalen med køkken hver anden torsdag kl. 17–20",
        "in_return": "De laver mad til fællesspisningen en gang i kvartalet.",
        "terms": "Nøglen hentes hos vagten. Salen afleveres fejet og med tomme skraldespande.",
        "starts_on": today - timedelta(days=14), "ends_on": today + timedelta(days=180),
        "giver_person": "Vagten i medborgercentret", "taker_person": "Formanden",
        "if_not_kept": "Sig til tre dage før. Så finder vi en anden aften.",
    }  # fmt: skip
    row = write_agreement(side=theirs, values=values, version=0, now=timezone.now())
    say_yes(side=ours, version=row.version, now=timezone.now())
