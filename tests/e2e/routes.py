"""Every address of the app, filled in with things of the demo plan."""

import base64
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from allauth.account.forms import EmailAwarePasswordResetTokenGenerator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from accounts.actions import hash_token, invite
from accounts.digest_links import stop_address
from accounts.models import Plan, User
from actors.models import Contact, ContactNote, FollowUp, Resource
from exchange.calendar_fetching import keep_draft as keep_calendar
from exchange.calendar_reading import Found
from exchange.feeds import make_feed
from exchange.models import Agreement, Picture, PublicPage
from exchange.talk_mail import let_in
from mapping.import_actions import keep_draft
from mapping.match_queries import suggestions
from mapping.models import Collaboration
from meetings.builder_actions import keep_agenda
from meetings.invite_actions import send_invites
from meetings.recipients import recipient_of
from meetings.round_actions import begin_round, plan_rounds
from meetings.seat_links import let_in as invite_token
from reports.demo import load_small
from reports.value_import_actions import keep_values
from tests import factories
from tests.pictures import picture_bytes
from tests.reports.ordered import make_job


@dataclass(frozen=True)
class Route:
    """One pattern: its name with its namespace, and what its address needs."""

    name: str
    needs: tuple[str, ...]


def all_routes(patterns=None, prefix="", needs=()) -> Iterator[Route]:
    """Every route of the URLconf in use, those without a name under what they look like."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        own = (*needs, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLPattern):
            yield Route(f"{prefix}{pattern.name or pattern.pattern}", own)
        else:
            inside = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from all_routes(pattern.url_patterns, inside, own)


class World:
    """The demo plan, its leader, and one of everything that an address can name."""

    def __init__(self):
        self.plan: Plan = load_small(today=timezone.localdate())
        self.leader: User = self.plan.memberships.get(role="leader").user
        resource = Resource.objects.filter(plan=self.plan, actor__contacts__isnull=False).first()
        contact = Contact.objects.filter(actor=resource.actor).first()
        interview = self.plan.interviews.first()
        collaboration = Collaboration.objects.filter(plan=self.plan, until=None).first()
        _, token = invite(
            plan=self.plan, by=self.leader, email="ny@solbakken.example", role="staff", now=timezone.now()
        )
        talk = factories.make_talk(
            resource.actor, rays={1: (3, "Flere unge", ""), 4: 1, "Stolthed": (2, "", "Erfaring")}
        )
        # What an address of this name, or any address of this room, is filled in with.
        self.values = {
            "plan_slug": self.plan.slug,
            "actors:pk": resource.actor_id,
            "actors:contact_pk": contact.pk,
            "actors:resource_pk": resource.pk,
            "actors:talk_pk": talk.pk,
            "actors:ray_pk": talk.rays.get(name="Stolthed").pk,
            "actors:number": 4,
            "actors:need_pk": self.plan.needs.first().pk,
            "actors:question_key": "limits",
            "actors:guide_edit pk": self.plan.guidequestions.get(key="").pk,
            "actors:interview pk": interview.actor_id,
            "actors:interview_pk": interview.pk,
            **self._said_and_promised(resource.actor_id),
            **self._game(),
            **self._booking(resource.actor),
            **self._listing(resource.actor),
            **self._notice(),
            **self._forums(),
            **self._asked(),
            **self._event(resource.actor),
            **self._initiative(),
            **self._activities(),
            **self._goals(),
            "mapping:pk": collaboration.pk,
            "mapping:of_actor pk": resource.actor_id,
            "accounts:pk": self.plan.memberships.filter(role="staff").first().pk,
            "accounts:term_edit pk": self.plan.areas.first().pk,
            "accounts:kind": "omraader",
            "reports:document": "solplakat",
            "papers:paper_key": "bestyrelsen",
            "papers:pk": make_job(self.plan.memberships.get(role="leader")).pk,
            "reports:interview_pk": interview.pk,
            "accounts:step": "op",
            "accounts:token": token,
            "accounts:digest_stop token": self._stop_token(),
            "uidb36": user_pk_to_url_str(self.leader),
            # Of a passkey, when there is one.
            "pk": 0,
            "key": EmailAwarePasswordResetTokenGenerator().make_token(self.leader),
        }
        draft = self.draft()
        for name in ("import_preview", "import_run", "import_cancel"):
            self.values[f"mapping:{name} pk"] = draft.pk
        best = suggestions(self.plan, today=timezone.localdate(), limit=1)[0].suggestion
        for name in ("match_meet", "match_later", "match_no"):
            self.values |= {f"mapping:{name} pk": best.a, f"mapping:{name} other_pk": best.b}
        self.values["mapping:matches_of pk"] = best.a

    def _stop_token(self) -> str:
        """What ends the week's mail of a colleague who gets it."""
        member = self.plan.memberships.filter(role="staff").first()
        member.digest_day = 2
        member.save()
        return stop_address(member).split("/")[-2]

    def _said_and_promised(self, actor_pk) -> dict:
        """A line in the log of the actor that the addresses are about, and a promise of each standing."""
        note = ContactNote.objects.create(
            plan=self.plan, actor_id=actor_pk, by=self.leader, on=timezone.localdate(), text="Fik nøglen"
        )
        promise = FollowUp.objects.filter(plan=self.plan, done_at=None).first()
        names = ("edit", "keep", "reopen", "delete", "restore")
        return {"actors:note_pk": note.pk} | {f"actors:follow_up_{name} pk": promise.pk for name in names}

    def _game(self) -> dict:
        """A game with something of everything that is told in it and afterwards."""
        seats = (*self.plan.actors.all()[:2], "Nabomødrene", "Jobhuset Øst")
        game = factories.make_game(self.plan, seats=seats, with_opening=True)
        first, second, third, _ = game.seats.all()
        one, gift = factories.some_id(1), factories.some_id(2)
        factories.make_moves(
            game, ("lay", "gets", "1", first), ("lay", "wants", "5", second), ("star", "1", "", first),
            ("change", "Flere unge finder vej til os", "1", first), ("adjust", "Åbent om torsdagen", one),
            ("adjust_who", str(first.pk), one), ("adjust_when", "2027-02-01", one),
            ("offer", "Et lokale", f"{gift}:{first.pk}:{second.pk}"), ("home", "En aftale", "", third),
            ("next_on", "2027-02-02"), ("next_where", "Beboerhuset"),
        )  # fmt: skip
        return {
            "valuegame:pk": game.pk, "valuegame:seat_pk": first.pk, "play:link": game.link,
            "play:seat_pk": first.pk, "reports:game_pk": game.pk,
        }  # fmt: skip

    def _booking(self, owner) -> dict:
        """A place with a series of bookings from tomorrow on."""
        place, tomorrow = factories.make_place(owner, "Festsalen"), timezone.localdate() + timedelta(days=1)
        series = uuid.uuid4()
        booking, *_ = (
            factories.make_booking(place, day=tomorrow + timedelta(weeks=number), series=series)
            for number in range(3)
        )
        feed, token = make_feed(
            membership=self.plan.memberships.get(role="leader"), about=place, submission=None
        )
        names = ("booking", "booking_edit", "booking_cancel", "booking_restore", "series_cancel")
        more = {"exchange:pk": place.pk, "exchange:calendar_close pk": feed.pk, "feeds:feed_token": token}
        hold = booking.holds.get()
        more |= {f"exchange:{name} pk": hold.pk for name in ("answer_yes", "answer_no")}
        wait = self.plan.waits.create(
            title="Kor", borrower=owner, begins_at=booking.begins_at, ends_at=booking.ends_at
        )
        more["exchange:wait_withdraw pk"] = wait.pk
        return more | {f"exchange:{name} pk": booking.pk for name in names}

    def _notice(self) -> dict:
        """The open page is on, and a joint notice stands on it, one of an organisation, and a listing."""
        PublicPage.objects.update_or_create(plan=self.plan, defaults={"is_on": True, "gives_hsds": True})
        pk = self.plan.notices.get(actor=None).pk
        pictured, listing = self._pictured(), self.plan.listings.standing(timezone.localdate()).first()
        listing.picture, listing.is_public = pictured.picture, True
        listing.save()
        return {
            "notice:pk": pk, "open_notice:pk": pk, "reports:notice_pk": pk,
            "slug": self.plan.slug, "listings:picture pk": listing.pk, "open:listing_picture pk": listing.pk,
            "open:organisation pk": pictured.actor_id, "open:service pk": pictured.pk,
            **{f"{room}:picture pk": pictured.pk for room in ("notice", "open_notice")},
        }  # fmt: skip

    def _forums(self) -> dict:
        """A forum of the demo with everything: seats, turns, a charter, meetings; and what was sent."""
        east = self.plan.forums.get(name="Følgegruppe Østhøj")
        coming = east.meetings.coming(timezone.now()).first()
        waiting = self.plan.referrals.filter(state="waiting").first()
        returned = self.plan.referrals.get(state="returned")
        steps = ("referral", "referral_answer", "referral_return", "referral_pass_on", "referral_take_back")
        of_meeting = (
            "meeting", "meeting_edit", "meeting_cancel", "meeting_restore", "attendees", "agenda_templates",
            "agenda_begin", "agenda_take_back", "agenda_keep",
        )  # fmt: skip
        of_item = (
            "edit", "place", "take_off", "up", "down", "let_go", "bring_back",
            "minutes", "responsible", "needed",
        )  # fmt: skip
        item = coming.items.filter(referral=None).first()
        lone = self.plan.forums.get(kind="house")
        return {
            "meetings:pk": east.pk, "meetings:seat_pk": east.seats.first().pk,
            "meetings:turn_pk": east.turns.last().pk, "meetings:charter_pk": east.charters.get().pk,
            "reports:charter_pk": east.charters.get().pk, "reports:meeting_pk": coming.pk,
            **{f"meetings:kept_{name} pk": self._kept(coming).pk for name in ("remove", "restore")},
            "meetings:end pk": lone.pk,
            **{f"meetings:{name} pk": waiting.pk for name in steps},
            "meetings:referral_again pk": returned.pk, "meetings:referral_reopen pk": waiting.pk,
            **{f"meetings:{name} pk": coming.pk for name in of_meeting},
            **{f"meetings:item_{name} pk": item.pk for name in of_item},
            **self._minutes(east),
        }  # fmt: skip

    def _minutes(self, forum) -> dict:
        """The minutes of the demo's meeting, sent to be approved, with a link for one of those asked."""
        held = forum.meetings.held(timezone.now()).first()
        approval = self.plan.approvals.first()
        approval.token_hash = hash_token("referat")
        approval.save()
        waiting = self.plan.meetingpromises.first()
        on_agendas = self.plan.agendaitems.filter(meeting__isnull=False, is_answer=False)
        asked = on_agendas.filter(referral__isnull=False).first()
        return {
            "minutes:pk": held.pk, "minutes:item_pk": held.items.first().pk, "reports:meeting_pk": held.pk,
            "minutes:promise_pk": waiting.pk, "minutes_link:token": "referat",
            "minutes_paper:token": "referat",
            "minutes:note_answer pk": asked.meeting_id, "minutes:note_answer item_pk": asked.pk,
        }  # fmt: skip

    def _kept(self, meeting):
        """An agenda that was kept to begin from."""
        return self.plan.keptagendas.first() or keep_agenda(
            meeting=meeting, by=self.leader, name="Vores møde"
        )

    def _asked(self) -> dict:
        """The coming meeting is asked to, one was held with a guest, a poll has answers; a link to each."""
        east, now = self.plan.forums.get(name="Følgegruppe Østhøj"), timezone.now()
        coming, seat = east.meetings.coming(now).first(), east.seats.exclude(membership=None).first()
        send_invites(meeting=coming, by=self.leader, now=now, site="https://solbakken.example")
        held = factories.make_meeting(east, timezone.localdate() - timedelta(days=2))
        held.attendances.create(plan=self.plan, seat=seat, came="yes")
        guest = held.guests.create(plan=self.plan, organisation="Skakklubben", seat=seat)
        poll = east.polls.create(plan=self.plan, why="Vælg to ting")
        for days in (30, 31):
            begin = now + timedelta(days=days)
            poll.times.create(plan=self.plan, begins_at=begin, ends_at=begin + timedelta(hours=2))
        poll.times.first().replies.create(plan=self.plan, seat=seat, reply="yes")
        asked = self.plan.pulserounds.create(meeting=held, sent_at=now, closes_at=now + timedelta(days=7))
        asked.tickets.create(plan=self.plan, token_hash=hash_token("en-puls"))
        to = recipient_of(east.seats.with_people().get(pk=seat.pk), timezone.localdate())
        steps = ("send", "remind", "answer", "pick", "close", "reopen")
        of_poll = ("poll", *(f"poll_{step}" for step in steps))
        of_guest = ("guest_mark", "guest_remove", "guest_register")
        of_held = ("attendance", "attendance_mark", "as_replied", "guest_add", "pulse_send")
        of_coming = ("invites", "invite_send", "invite_remind", "invite_close", "reply")
        return {
            **{f"meetings:{name} pk": poll.pk for name in of_poll},
            **{f"meetings:{name} pk": guest.pk for name in of_guest},
            **{f"meetings:{name} pk": held.pk for name in of_held},
            **{f"meetings:{name} pk": coming.pk for name in of_coming},
            "invited:reply token": invite_token(to, now, meeting=coming),
            "invited:poll token": invite_token(to, now, poll=poll), "invited:pulse token": "en-puls",
        }  # fmt: skip

    def _event(self, actor) -> dict:
        """An event next week with one who comes, waits and cancelled, two rounds and a note."""
        event = factories.make_event(
            self.plan, day=timezone.localdate() + timedelta(days=7), is_public=True, text="Mød nye.",
            sheet_sent_at=timezone.now(),
        )  # fmt: skip
        guest = factories.make_guest(event, actor.name, actor=actor)
        for number in range(12):
            factories.make_guest(event, f"Forening {number}", f"Gæst {number}")
        waiting = factories.make_guest(event, "Haven", state="waiting")
        gone = factories.make_guest(event, "Koret", state="cancelled")
        factories.make_note(guest, wish="Et lokale", may_share=True)
        plan_rounds(event=event, by=self.leader, size=4, rounds=2, minutes=12, today=timezone.localdate())
        begin_round(event=event, by=self.leader, number=1, now=timezone.now())
        return {
            "events:pk": event.pk, "events:guest_pk": guest.pk, "events:guest_let_in guest_pk": waiting.pk,
            "events:guest_restore guest_pk": gone.pk, "event_link:sign_up link": event.link,
            "event_link:own_again link": gone.link, "event_link:link": guest.link,
            "reports:event_pk": event.pk,
        }  # fmt: skip

    def _initiative(self) -> dict:
        """The initiative of the demo that has most to see."""
        days = self.plan.initiatives.get(name="Højskoledagene")
        return {
            "initiatives:pk": days.pk, "initiatives:partner_pk": days.partners.first().pk,
            "initiatives:review_pk": days.reviews.first().pk, "reports:initiative_pk": days.pk,
        }  # fmt: skip

    def _activities(self) -> dict:
        """The demo's two sports offers for the same young people, and a calendar file that waits."""
        one, other = (self.plan.activitys.get(title=title) for title in ("Fodbold for unge", "Street basket"))
        start = one.begins_at + timedelta(weeks=20)
        found = [
            Found(
                f"uid {n}",
                f"Kor {n}",
                "",
                "Salen",
                start + timedelta(days=n),
                start + timedelta(days=n, hours=1),
            )
            for n in range(3)
        ]
        draft = keep_calendar(actor=one.actor, by=self.leader, found=found, now=timezone.now())
        return {
            "calendar:pk": one.pk, "calendar:other_pk": other.pk, "calendar:number": 6,
            "calendar:fetched pk": draft.pk,
        }  # fmt: skip

    def _goals(self) -> dict:
        """A goal of the demo with parts and stories, a figure that can be undone, and a file that waits."""
        goal = self.plan.goals.filter(parts__isnull=False).first()
        one = goal.indicators.filter(automatic="").first()
        data = f"Indikator;Måned;Værdi\n{one.name};2026-01;99\n".encode()
        draft = keep_values(
            plan=self.plan, by=self.leader, data=data, file_name="tal.csv", now=timezone.now()
        )
        drafts = {f"goals:import_{step} pk": draft.pk for step in ("preview", "run", "cancel")}
        indicators = {f"goals:indicator{step} pk": one.pk for step in ("", "_edit", "_drop", "_restore")}
        stories = {
            f"goals:story_{step} pk": goal.stories.first().pk for step in ("edit", "delete", "restore")
        }
        return drafts | indicators | stories | {
            "goals:pk": goal.pk, "goals:goal_pk": goal.pk, "goals:entry_pk": self.plan.valueentrys.first().pk,
        }  # fmt: skip

    def _pictured(self):
        """A notice with a picture."""
        notice = self.plan.notices.exclude(actor=None).first()
        data = picture_bytes((40, 30), "JPEG")
        notice.picture = Picture.objects.create(plan=self.plan, data=data, width=40, height=30)
        notice.is_public = notice.actor.is_public = True
        notice.save()
        notice.actor.save()
        return notice

    def _listing(self, actor) -> dict:
        """A wish that was answered, with an agreement that waits for a yes, and a link into the talk."""
        today, other = timezone.localdate(), self.plan.actors.exclude(pk=actor.pk).first()
        listing = factories.make_listing(actor, "Lokale torsdag aften", direction="wish")
        answer = factories.make_answer(listing, other, text="I kan få salen")
        Agreement.objects.create(
            plan=self.plan, answer=answer, giver=other, taker=actor, what="Salen hver torsdag",
            starts_on=today, giver_person="Vagten", taker_person="Formanden", giver_yes_at=timezone.now(),
        )  # fmt: skip
        token = let_in(answer, other, "salen@solbakken.example", timezone.now())
        talks = ("talk", "say", "agreement", "confirm", "end")
        return {"listings:pk": listing.pk, "answering:token": token} | {
            f"listings:{name} pk": answer.pk for name in talks
        }

    def draft(self):
        """A file that waits for the leader's yes."""
        data = "Navn;Type;Kontaktperson\nRosenhaven;Frivillig;Åse Ømand\nBageren;Erhverv;\n".encode()
        return keep_draft(
            plan=self.plan, by=self.leader, data=data, file_name="aktører.csv", now=timezone.now()
        )

    def address(self, route: Route) -> str:
        """The route's address. Raises KeyError when nobody has said what to fill in."""
        room = route.name.rpartition(":")[0]
        filled = {need: self._value(route.name, room, need) for need in route.needs}
        return reverse(route.name, kwargs=filled)

    def _value(self, name: str, room: str, need: str):
        for key in (f"{name} {need}", f"{room}:{need}", need):
            if key in self.values:
                return self.values[key]
        raise KeyError(f"Say in tests/e2e/routes.py what {need} is in the address of {name}.")

    def give_second_step(self) -> None:
        """An app on the telephone, beside the passkey that the leader has by now."""
        secret = base64.b32encode(b"ti tegn her").decode()
        Authenticator.objects.create(user=self.leader, type="totp", data={"secret": secret})
        self.values["pk"] = Authenticator.objects.get(user=self.leader, type="webauthn").pk
