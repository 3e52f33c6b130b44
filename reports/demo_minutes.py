"""The minutes of the demo plan: what the follow-up group in Østhøj came to, what was promised, and who answered."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from accounts.models import Plan, User
from meetings.approval_actions import say_yes, send_to_approve
from meetings.minutes_actions import TEXTS, Typed, promise, write_note
from meetings.minutes_merge import mark

# Item → resumé, beslutning.
NOTES = {
    "Nyt fra området": (
        "Fritidsklubben har fået 12 nye børn siden sommer.\nEjendomskontoret maler opgang 4 og 6 i næste måned.", "",
    ),
    "Lys på stien": (
        "Gruppen gik turen klokken 17. Der er mørkt fra broen til skolen, og hækken skygger.",
        "Vi løfter det til Koordinationsgruppen og beder om to lamper. Driften klipper hækken nu.",
    ),
    "Opsamling": ("- Gåtur for nye naboer\n- Kort over stier, der er lys på\n- Ris til driften for hækken", ""),
}  # fmt: skip
# What, the seat, days from today.
PROMISES = (
    ("Spørg driften, hvornår hækken klippes", "Afdelingsbestyrelsen", -3),
    ("Tag billeder af stien i mørke", "Boligsocial medarbejder", 6),
    ("Inviter nye naboer til gåtur", "Ungdomsskolen", 12),
)


def write_minutes(plan: Plan, leader: User, today: date) -> None:
    """Minutes of the meeting that was, sent to be approved and approved by one; three promises."""
    forum = plan.forums.get(name="Følgegruppe Østhøj")
    now = timezone.make_aware(datetime.combine(today - timedelta(days=18), time(12)))
    meeting = forum.meetings.held(now).first()
    nothing = {name: mark("") for name in TEXTS}
    for item in meeting.items.all():
        text, decision = NOTES[item.title]
        typed = Typed({"text": text, "proposal": "", "decision": decision}, nothing, {})
        write_note(meeting=meeting, item=item, by=leader, typed=typed, now=now)
    light = meeting.items.get(title="Lys på stien")
    for what, title, days in PROMISES:
        seat = forum.seats.get(title=title)
        due = today + timedelta(days=days)
        promise(meeting=meeting, item=light, seat=seat, by=leader, what=what, due=due)
    sheet = send_to_approve(meeting=meeting, by=leader, post=None, now=now)
    first = sheet.approvals.filter(membership__isnull=False).first()
    say_yes(approval=first, by=first.membership.user, now=now)
